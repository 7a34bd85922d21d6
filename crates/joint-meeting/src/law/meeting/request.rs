//! When a meeting that units have asked for must be called.

use crate::{
    charter::{readings::RequestEffect, settings::values::Threshold},
    kernel::view::View,
    state::meeting::MeetingRequest,
    terms::{
        id::{Text, UnitId},
        sorted::Map,
    },
};

impl View<'_> {
    /// Whether a request leaves no choice but to call the meeting, where it is known whether so many units ask for the same
    /// that the charter leaves none.
    pub(super) fn must_be_called(&self, request: &MeetingRequest, reached: impl FnOnce() -> bool) -> bool {
        request.from_superior || self.reading::<RequestEffect>() == RequestEffect::Call || reached()
    }

    /// Whether so many units wait for an answer on a topic, or for a meeting, that the charter leaves no choice.
    pub(super) fn have_asked(&self, topic: &Text) -> bool {
        let units = self.state.meetings().asking.get(topic);
        let reached = |it: &Threshold| {
            let units = units.into_iter().flat_map(|it| it.keys()).filter(|unit| self.is_counted(it, unit));
            // No more of them are looked at than are needed.
            units.take(it.units.into()).count() >= usize::from(it.units)
        };
        let right = self.settings().request_right.fixed();
        right.into_iter().flat_map(|it| &it.thresholds).any(reached)
    }

    fn is_counted(&self, threshold: &Threshold, unit: &UnitId) -> bool {
        let class = self.state.membership().units.get(unit).and_then(|it| it.class.as_ref());
        (threshold.of.is_empty() && threshold.of_classes.is_empty())
            || threshold.of.contains(unit)
            || class.is_some_and(|it| threshold.of_classes.contains(it))
    }
}

/// Which thresholds requests about one topic reach, while one is added or taken away.
pub(super) struct Reached<'v, 'r> {
    view: View<'v>,
    /// Each threshold, with the number of units that count for it.
    thresholds: Vec<(&'v Threshold, usize)>,
    /// How many of the requests are those of a unit.
    units: Map<&'r UnitId, usize>,
}

impl<'v, 'r> Reached<'v, 'r> {
    pub(super) fn of(view: &View<'v>) -> Self {
        let right = view.settings().request_right.fixed();
        let thresholds = right.into_iter().flat_map(|it| &it.thresholds).map(|it| (it, 0)).collect();
        Self { view: *view, thresholds, units: Map::new() }
    }

    /// What the superior asks for needs no others, and is none of them.
    fn counts(&self, it: &MeetingRequest) -> bool {
        !self.thresholds.is_empty() && !it.from_superior
    }

    pub(super) fn add(&mut self, it: &'r MeetingRequest) {
        if self.counts(it) {
            let count = self.units.entry(&it.unit).or_default();
            *count += 1;
            if *count == 1 {
                self.change(&it.unit, |it| it.saturating_add(1));
            }
        }
    }

    pub(super) fn remove(&mut self, it: &'r MeetingRequest) {
        if self.counts(it)
            && let Some(count) = self.units.get_mut(&it.unit)
        {
            *count -= 1;
            if *count == 0 {
                self.units.remove(&it.unit);
                self.change(&it.unit, |it| it.saturating_sub(1));
            }
        }
    }

    fn change(&mut self, unit: &UnitId, by: impl Fn(usize) -> usize) {
        for (threshold, count) in &mut self.thresholds {
            if self.view.is_counted(threshold, unit) {
                *count = by(*count);
            }
        }
    }

    pub(super) fn any(&self) -> bool {
        self.thresholds.iter().any(|(it, count)| *count >= usize::from(it.units))
    }
}
