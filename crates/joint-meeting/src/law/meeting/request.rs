//! When a meeting that units have asked for must be called.

use std::collections::BTreeSet;

use crate::{
    charter::{readings::RequestEffect, settings::values::Threshold},
    kernel::view::View,
    state::meeting::MeetingRequest,
    terms::id::UnitId,
};

impl View<'_> {
    /// Whether a request leaves no choice but to call the meeting, seen among the requests given.
    pub(super) fn must_be_called<'r>(
        &self,
        request: &MeetingRequest,
        among: impl IntoIterator<Item = &'r MeetingRequest>,
    ) -> bool {
        if request.from_superior || self.reading::<RequestEffect>() == RequestEffect::Call {
            return true;
        }
        let alike = among.into_iter().filter(|it| it.topic == request.topic && !it.from_superior);
        let units: BTreeSet<&UnitId> = alike.map(|it| &it.unit).collect();
        let reached = |it: &Threshold| {
            units.iter().filter(|unit| self.is_counted(it, unit)).count() >= usize::from(it.units)
        };
        let right = self.settings().request_right.fixed();
        right.into_iter().flat_map(|it| &it.thresholds).any(reached)
    }

    fn is_counted(&self, threshold: &Threshold, unit: &UnitId) -> bool {
        let class = self.state.membership.units.get(unit).and_then(|it| it.class.as_ref());
        (threshold.of.is_empty() && threshold.of_classes.is_empty())
            || threshold.of.contains(unit)
            || class.is_some_and(|it| threshold.of_classes.contains(it))
    }
}
