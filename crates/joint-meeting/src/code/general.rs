//! General charters: rules about joint meetings, or about official documents, that bind the charters that name them.
//!
//! A general charter's clauses become part of the charter it governs, each with its own citation. Its silences do not,
//! nor what it says of itself alone. Where the two contradict each other, the general one prevails.

use crate::{
    charter::{
        Charter, bundled,
        error::CharterFileError,
        file::{CharterFile, Clause, Force},
        settings::SettingKey,
    },
    code::load::checks::Loading,
    terms::sorted::Set,
};

/// The settings in which a charter speaks of itself.
const OF_ITSELF: &[SettingKey] = &[
    SettingKey::IssuedNumber,
    SettingKey::IssuedTo,
    SettingKey::IssuedPublicness,
    SettingKey::EffectiveFrom,
    SettingKey::Term,
    SettingKey::ShortName,
    SettingKey::Bases,
];

/// The general charters that a file names, those given before those that come with the library.
pub(crate) fn governing(file: &CharterFile, given: &[Charter], loading: &mut Loading) -> Vec<Charter> {
    let mut found = Vec::new();
    for id in &file.governed_by {
        let bundled = || Charter::from_json(bundled::get_general(id.as_str())?).ok();
        match given.iter().find(|it| it.id() == id).cloned().or_else(bundled) {
            None => loading.error("governed_by", CharterFileError::NoGeneral(id.to_string())),
            Some(it) if !it.file().general => {
                loading.error("governed_by", CharterFileError::NotGeneral(id.to_string()));
            }
            Some(it) => found.push(it),
        }
    }
    found
}

/// The file with the clauses, units and posts of the general charters after its own.
pub(crate) fn together(file: &CharterFile, above: &[Charter], loading: &mut Loading) -> CharterFile {
    let mut whole = file.clone();
    let mut seen = Set::new();
    for general in above {
        for unit in general.units() {
            if whole.units.iter().all(|it| it.id != unit.id) {
                whole.units.push(unit.clone());
            }
        }
        for post in general.posts() {
            if whole.posts.iter().all(|it| it.id != post.id) {
                whole.posts.push(post.clone());
            }
        }
        for clause in general.clauses().iter().filter(|it| it.force != Force::Silence) {
            match bound(clause, general) {
                // Two general charters may themselves be bound by a third.
                Some(clause) if seen.insert(clause.id.clone()) => whole.clauses.push(clause),
                Some(_) => {}
                None => loading.error(general.id(), CharterFileError::LongClauseId(clause.id.to_string())),
            }
        }
    }
    whole
}

/// A clause as it stands in a charter that it binds.
fn bound(clause: &Clause, general: &Charter) -> Option<Clause> {
    let is_own = general.file().clauses.iter().any(|it| it.id == clause.id);
    let id = if is_own { format!("{}/{}", general.id(), clause.id).parse().ok()? } else { clause.id.clone() };
    let of_itself = |name: &str| OF_ITSELF.iter().any(|it| it.name() == name);
    let sets = clause.sets.iter().filter(|(name, _)| !of_itself(name));
    let sets = sets.map(|(key, value)| (key.clone(), value.clone())).collect();
    Some(Clause { id, sets, silent: Vec::new(), ..clause.clone() })
}

/// The digest of a file and of all that binds it.
pub(crate) fn digest(own: String, above: &[Charter]) -> String {
    if above.is_empty() {
        return own;
    }
    let all: Vec<&str> = std::iter::once(own.as_str()).chain(above.iter().map(Charter::digest)).collect();
    crate::terms::digest::digest(all.join("\n").as_bytes())
}
