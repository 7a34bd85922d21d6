//! The time in which a body exists: from its founding to its end.

use crate::{
    charter::Charter,
    kernel::view::View,
    terms::{period::Period, time::Date},
};

/// The first day of the body, by the version with which it began; for a clause that binds from a later day on, that day.
pub(crate) fn founded_on(view: &View<'_>) -> Option<Date> {
    let founded = view.state.founding().versions.first_key_value().map(|(adopted, version)| {
        let charter = view.charters.iter().find(|it| it.version() == *version);
        charter.and_then(Charter::effective_from).unwrap_or(*adopted)
    });
    founded.max(view.bound)
}

/// The first day of the body, whatever version is in force by now; for a body that was never founded, the first day of
/// its charter.
pub(crate) fn begins_on(view: &View<'_>) -> Option<Date> {
    founded_on(&View { bound: None, ..*view }).or_else(|| view.charter.effective_from()).max(view.bound)
}

/// The last day of the body, if it has ended or will.
pub(crate) fn ends_on(view: &View<'_>) -> Option<Date> {
    let ends = [view.settings().term.fixed().copied(), view.state.founding().dissolved];
    ends.into_iter().flatten().min()
}

/// The part of a period in which there was a body, within the years that can be written down. A body that was never
/// founded counts as being there, and owes what its charter says.
pub(crate) fn lived(view: &View<'_>, period: Period) -> Option<Period> {
    let from = founded_on(view).unwrap_or(period.from);
    let to = ends_on(view).unwrap_or(period.to);
    period.overlap(Period { from, to })?.overlap(Period::LONGEST)
}
