//! A charter as a store keeps it: the text of its file, with those of the general charters that its keeper gave with it.

use joint_meeting::{Charter, charter::CharterErrors, charters};

/// The text of a charter's file. A charter that was parsed cannot be written again byte for byte, and its digest is of the bytes.
///
/// ```
/// use joint_meeting_store::CharterSource;
///
/// let source = CharterSource::bundled("nankai-dog-2022").unwrap();
/// assert_eq!(source.charter()?.id().as_str(), "nankai-dog-2022");
/// # Ok::<(), joint_meeting::charter::CharterErrors>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CharterSource {
    /// The file.
    pub json: String,
    /// The files of general charters that go before those that come with the library.
    pub under: Vec<String>,
}

impl CharterSource {
    /// A charter from the text of its file.
    pub fn new(json: impl Into<String>) -> Self {
        Self { json: json.into(), under: Vec::new() }
    }

    /// A charter that comes with the library, by the name of its file; none if there is no such.
    pub fn bundled(name: &str) -> Option<Self> {
        charters::get(name).map(Self::new)
    }

    /// The same with general charters of the keeper's own.
    #[must_use]
    pub fn under(self, general: impl IntoIterator<Item = String>) -> Self {
        Self { under: general.into_iter().collect(), ..self }
    }

    /// The charter itself.
    ///
    /// # Errors
    /// Everything that is wrong with the file, or with a general charter.
    pub fn charter(&self) -> Result<Charter, CharterErrors> {
        let general: Vec<Charter> =
            self.under.iter().map(|it| Charter::from_json(it)).collect::<Result<_, _>>()?;
        Charter::from_json_under(&self.json, &general)
    }
}
