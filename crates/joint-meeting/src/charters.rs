//! The charters that come with the library, as the files they are.

/// Each charter's id and its file.
pub const ALL: &[(&str, &str)] = &[("nankai-dog-2022", include_str!("../charters/nankai-dog-2022.json"))];

/// The file of a charter, by its id.
pub fn get(id: &str) -> Option<&'static str> {
    ALL.iter().find(|(it, _)| *it == id).map(|(_, file)| *file)
}
