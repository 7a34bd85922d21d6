//! The lints on numbers of units.

use crate::{
    charter::settings::SettingKey,
    code::lint::{Facts, Spot},
};

pub(crate) fn more_than_all_units(facts: &Facts<'_>) -> Vec<Spot> {
    let Some(units) = facts.units() else { return Vec::new() };
    let settings = facts.settings;
    let mut found = Vec::new();
    for number in [&settings.quorum, &settings.votes, &settings.action_units] {
        let wrong = number.fixed().is_some_and(|it| usize::from(*it) > units);
        found.extend(facts.at(number.key(), wrong, number.key()));
    }
    found
}

pub(crate) fn threshold_never_reached(facts: &Facts<'_>) -> Vec<Spot> {
    let thresholds = facts.settings.request_right.fixed().into_iter().flat_map(|it| &it.thresholds);
    let reachable = |of: usize| if of == 0 { facts.units() } else { Some(of) };
    let never =
        thresholds.filter(|it| reachable(it.of.len()).is_some_and(|most| usize::from(it.units) > most));
    never.map(|it| (facts.place(SettingKey::RequestRight), it.units.to_string())).collect()
}

pub(crate) fn threshold_without_right(facts: &Facts<'_>) -> Vec<Spot> {
    let right = facts.settings.request_right.fixed();
    let wrong = right.is_some_and(|it| !it.member_units && !it.thresholds.is_empty());
    facts.at(SettingKey::RequestRight, wrong, "")
}
