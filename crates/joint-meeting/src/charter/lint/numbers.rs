//! Lints on numbers of units.

use super::{Facts, Spot};

pub(super) fn more_than_all_units(facts: &Facts<'_>) -> Vec<Spot> {
    let Some(units) = facts.units() else { return Vec::new() };
    let settings = facts.settings;
    let mut found = Vec::new();
    for (setting, number) in [
        ("meeting.quorum", settings.quorum.fixed()),
        ("decision.votes", settings.votes.fixed()),
        ("action.units", settings.action_units.fixed()),
    ] {
        let wrong = number.is_some_and(|it| usize::from(*it) > units);
        found.extend(facts.at(setting, wrong, setting));
    }
    found
}

pub(super) fn threshold_never_reached(facts: &Facts<'_>) -> Vec<Spot> {
    let thresholds = facts.settings.request_right.fixed().into_iter().flat_map(|it| &it.thresholds);
    let reachable = |of: usize| if of == 0 { facts.units() } else { Some(of) };
    let never =
        thresholds.filter(|it| reachable(it.of.len()).is_some_and(|most| usize::from(it.units) > most));
    never.map(|it| (facts.place("meeting.request"), it.units.to_string())).collect()
}

pub(super) fn threshold_without_right(facts: &Facts<'_>) -> Vec<Spot> {
    let right = facts.settings.request_right.fixed();
    let wrong = right.is_some_and(|it| !it.member_units && !it.thresholds.is_empty());
    facts.at("meeting.request", wrong, "")
}
