//! General charters: rules about joint meetings, or about official documents, that bind the charters that name them.
//!
//! A general charter's clauses become part of the charter it governs, each with its own citation. Its silences do not,
//! nor what it says of itself alone. Where the two contradict each other, the general one prevails.

use crate::{
    charter::{
        Charter, bundled,
        error::CharterFileError,
        file::{CharterFile, Clause, Force},
        governed::Governed,
        settings::SettingKey,
    },
    code::load::checks::Loading,
    terms::{sorted::Set, time::Date},
};

/// The settings in which a charter speaks of itself.
const OF_ITSELF: &[SettingKey] = &[
    SettingKey::IssuedNumber,
    SettingKey::IssuedTo,
    SettingKey::IssuedPublicness,
    SettingKey::EffectiveFrom,
    SettingKey::Term,
    SettingKey::BodyName,
    SettingKey::ShortName,
    SettingKey::Jurisdictions,
    SettingKey::Related,
    SettingKey::Bases,
];

/// The general charters that a file names, those given before those that come with the library.
pub(crate) fn governing(file: &CharterFile, given: &[Charter], loading: &mut Loading) -> Vec<Charter> {
    let mut found = Vec::new();
    for Governed { charter: id, clauses, .. } in &file.governed_by {
        let bundled = || Charter::from_json(bundled::get_general(id.as_str())?).ok();
        match given.iter().find(|it| it.id() == id).cloned().or_else(bundled) {
            None => loading.error("governed_by", CharterFileError::NoGeneral(id.to_string())),
            Some(it) if !it.file().general => {
                loading.error("governed_by", CharterFileError::NotGeneral(id.to_string()));
            }
            Some(it) => {
                for clause in clauses.iter().filter(|clause| it.clause(clause.as_str()).is_none()) {
                    let (general, clause) = (id.to_string(), clause.to_string());
                    loading.error("governed_by", CharterFileError::NoGeneralClause { general, clause });
                }
                found.push(it);
            }
        }
    }
    found
}

/// The file with the clauses, units and posts of the general charters after its own; and for each clause the first day on
/// which it binds, where that is said.
pub(crate) fn together(
    file: &CharterFile,
    above: &[Charter],
    loading: &mut Loading,
) -> (CharterFile, Vec<Option<Date>>) {
    let mut whole = file.clone();
    let mut from: Vec<Option<Date>> = vec![None; whole.clauses.len()];
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
        let governed = file.governed_by.iter().find(|it| it.charter == *general.id());
        let bind = |clause: &Clause| {
            clause.force != Force::Silence && governed.is_none_or(|it| it.binds_by(&clause.id))
        };
        for (ix, clause) in general.clauses().iter().enumerate().filter(|(_, it)| bind(it)) {
            match bound(clause, general) {
                // Two general charters may themselves be bound by a third.
                Some(clause) if seen.insert(clause.id.clone()) => {
                    whole.clauses.push(clause);
                    // Nothing binds before it is in force itself.
                    let said = governed.and_then(|it| it.from);
                    from.push(said.max(general.effective_from()).max(general.binds_from(ix)));
                }
                Some(_) => {}
                None => loading.error(general.id(), CharterFileError::LongClauseId(clause.id.to_string())),
            }
        }
    }
    (whole, from)
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
