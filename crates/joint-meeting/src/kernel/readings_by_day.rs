//! What a duty finds where choices among readings split the time: each thing by the readings in effect on its day.
//!
//! What a general charter fixes from a day on splits it likewise.

use std::collections::BTreeMap;

use crate::{
    kernel::{duty::Instance, rule::Duty, verdict::Bearer, view::View},
    terms::{
        period::Period,
        sorted::Set,
        time::{Date, day_before},
    },
};

/// The days from which the readings of a duty are chosen, or what it needs is fixed, otherwise than before.
pub(crate) fn changes(view: &View<'_>, duty: &Duty) -> Set<Date> {
    let fixed = view.charter.changes_of(duty.rule.settings, duty.rule.readings);
    view.state.founding().chosen_from(duty.rule.readings).into_iter().chain(fixed).collect()
}

/// What is found by the readings of the days: each thing by the readings in effect on its day.
///
/// Where changes split the time, `find` is asked for each part of it. A thing belongs to the
/// first part in which its day lies, reckoned by the readings of that part. Where its day would lie after each part by the
/// readings before a choice, and before the choice by those after it, the past stays what it was.
pub(crate) fn by_day<'s, T>(
    view: &View<'s>,
    changes: &Set<Date>,
    (period, on): (Period, Date),
    find: impl Fn(&View<'s>) -> Vec<T>,
    instance: impl Fn(&T) -> &Instance,
) -> Vec<T> {
    let parts = std::iter::once(Date::MIN).chain(changes.iter().copied());
    let ends = changes.iter().map(|it| day_before(*it)).chain([Date::MAX]);
    // Each with its day, as long as the part in which that day lies is to come.
    let mut all: Vec<(Option<Date>, T)> = Vec::new();
    // Where the first of each thing stands, by the parts before.
    let mut known: BTreeMap<(Bearer, Option<String>), usize> = BTreeMap::new();
    let is_split = !changes.is_empty();
    for (from, end) in parts.zip(ends) {
        let before = all.len();
        for it in find(&View { day: view.day.max(from).min(end), ..*view }) {
            let day = instance(&it).day_of_readings(period, on);
            let waits = Some(day).filter(|it| *it > end);
            let earlier = is_split.then(|| known.get(&instance(&it).thing())).flatten();
            match earlier.and_then(|place| all.get_mut(*place)) {
                Some((waited, _)) if day < from => *waited = waited.filter(|it| !(from..=end).contains(it)),
                Some((None, _)) => {}
                Some(slot) => *slot = (waits, it),
                None if day < from => {}
                None => all.push((waits, it)),
            }
        }
        if is_split {
            for (place, (_, it)) in all.iter().enumerate().skip(before) {
                known.entry(instance(it).thing()).or_insert(place);
            }
        }
    }
    let all: Vec<T> = all.into_iter().filter_map(|(waits, it)| waits.is_none().then_some(it)).collect();
    // That there is nothing to judge in one part says nothing where there is something in another.
    let (nothing, some): (Vec<T>, Vec<T>) = all.into_iter().partition(|it| instance(it).is_nothing());
    if some.is_empty() { nothing } else { some }
}
