//! Plenary meetings (全体成员会议): which of them count, and which units they left out.

use std::collections::BTreeSet;

use crate::{
    charter::readings::PlenaryAll,
    kernel::{
        duty::{Found, Instance},
        finding::Finding,
        view::View,
    },
    state::meeting::Meeting,
    terms::{deed::Deed, id::UnitId, period::Period, words::MeetingKind},
};

/// The plenary meetings that count, by the day they were opened and the entry that closed them.
pub(super) fn plenaries(view: &View<'_>, period: Period) -> Vec<Deed> {
    let counts = |it: &&Meeting| {
        let members = view.members_then(it);
        match view.reading() {
            PlenaryAll::Called => !it.attended.is_empty() && not_called(it, &members).is_empty(),
            PlenaryAll::Present => members.iter().all(|unit| it.attended.contains_key(unit)),
        }
    };
    let held = view.state.meetings.held_in(MeetingKind::Plenary, period).map(|(_, it)| it);
    held.filter(counts).filter_map(Meeting::held).collect()
}

/// The units among these that were not called to a meeting.
fn not_called(meeting: &Meeting, units: &[UnitId]) -> Vec<UnitId> {
    units.iter().filter(|it| !meeting.called.contains(it)).cloned().collect()
}

/// Names the units that a plenary meeting of the period left out, where none that counts was held.
pub(super) fn name_those_left_out(view: &View<'_>, instance: &mut Instance) {
    let Some((from, due)) = instance.since.zip(instance.due.as_ref()) else { return };
    let part = Period { from, to: due.date };
    let Found::Open { finding, entries } = &mut instance.found else { return };
    let mut units = BTreeSet::new();
    for (_, it) in view.state.meetings.held_in(MeetingKind::Plenary, part) {
        let left_out = not_called(it, &view.members_then(it));
        if !left_out.is_empty() {
            entries.extend(it.closed.map(|it| it.no));
            units.extend(left_out);
        }
    }
    if !units.is_empty() {
        *finding = Finding::MissingUnits { units: units.into_iter().collect() };
    }
}
