//! The silences that a charter records by the group: every setting of a group, or of all, that no clause speaks of.
//!
//! `meeting.*` in the list of a clause stands for the settings whose names begin so, `*` for all. The rules by which an act is
//! refused that rests on one of them alone stand behind the clause without being named.

use crate::{
    charter::{file::CharterFile, settings::SettingKey},
    registry::rules,
    terms::sorted::{Map, Set},
};

/// The settings that each clause records by the group, by the place of the clause.
pub(crate) type GroupedSilences = Map<usize, Vec<SettingKey>>;

/// What stands before a setting of a group, if a word names one.
fn group(word: &str) -> Option<&str> {
    word.strip_suffix('*').filter(|it| it.is_empty() || it.ends_with('.'))
}

/// Puts into the place of each group the settings that it stands for. Of several groups that have a setting, the narrowest
/// takes it, and the first of these.
pub(crate) fn written_out(file: &mut CharterFile) -> GroupedSilences {
    let spoken_of = |name: &str| {
        let by = |keys: &[String]| keys.iter().any(|it| it == name);
        file.clauses.iter().any(|it| it.sets.contains_key(name) || by(&it.silent))
    };
    let mut found = GroupedSilences::new();
    for key in SettingKey::ALL.iter().filter(|it| !spoken_of(it.name())) {
        let mut narrowest: Option<(usize, usize)> = None;
        for (ix, clause) in file.clauses.iter().enumerate() {
            let groups = clause.silent.iter().filter_map(|it| group(it));
            let longest = groups.filter(|it| key.name().starts_with(it)).map(str::len).max();
            narrowest = match (longest, narrowest) {
                (Some(len), None) => Some((len, ix)),
                (Some(len), Some((most, _))) if len > most => Some((len, ix)),
                (_, before) => before,
            };
        }
        if let Some((_, ix)) = narrowest {
            found.entry(ix).or_default().push(*key);
        }
    }
    let is_known = |word: &str| {
        let named = |it: &str| SettingKey::ALL.iter().any(|key| key.name().starts_with(it));
        group(word).is_some_and(named)
    };
    for (ix, clause) in file.clauses.iter_mut().enumerate() {
        clause.silent.retain(|it| !is_known(it));
        clause.silent.extend(found.get(&ix).into_iter().flatten().map(ToString::to_string));
    }
    found
}

/// Puts behind each clause the rules that refuse what rests on a silence it records by the group, unless another claims them. A
/// clause from above that binds only from a later day claims them for the days after it alone.
pub(crate) fn claim_refusals(
    file: &mut CharterFile,
    silences: &GroupedSilences,
    binds_later: impl Fn(usize) -> bool,
) {
    let claiming = file.clauses.iter().enumerate().filter(|(ix, _)| !binds_later(*ix));
    let claimed: Set<String> = claiming.flat_map(|(_, it)| &it.rules).cloned().collect();
    for (ix, keys) in silences {
        let Some(clause) = file.clauses.get_mut(*ix) else { continue };
        for rule in rules::guards().filter(|it| it.refuses_silence) {
            let is_silent = rule.settings.first().is_some_and(|it| keys.contains(it));
            if is_silent && !claimed.contains(rule.id) && !clause.rules.iter().any(|it| it == rule.id) {
                clause.rules.push(rule.id.to_owned());
            }
        }
    }
}
