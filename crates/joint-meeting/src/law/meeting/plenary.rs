//! Plenary meetings (全体成员会议): which of them count, and which units they left out.

use crate::{
    charter::readings::PlenaryAll,
    kernel::{
        duty::{Found, Instance},
        finding::Finding,
        transition,
        verdict::Bearer,
        view::View,
    },
    state::meeting::{Meeting, MeetingStage},
    terms::{act_kind::ActKind, deed::Deed, id::UnitId, period::Period, sorted::Set, words::MeetingKind},
};

/// The plenary meetings that count, by the day they were opened and the entry that closed them.
pub(super) fn plenaries(view: &View<'_>, period: Period) -> Vec<Deed> {
    let counts = |it: &&Meeting| match view.reading() {
        PlenaryAll::Called => !it.attended.is_empty() && left_out(view, it, &it.called).is_empty(),
        PlenaryAll::Present => left_out(view, it, it.attended.keys()).is_empty(),
    };
    let held = view.state.meetings().held_in(MeetingKind::Plenary, period).map(|(_, it)| it);
    held.filter(counts).filter_map(Meeting::held).collect()
}

/// The member units of the day of a meeting that neither are among these nor stand in the place of one.
fn left_out<'m>(
    view: &View<'_>,
    meeting: &'m Meeting,
    among: impl IntoIterator<Item = &'m UnitId> + Clone,
) -> Vec<UnitId> {
    let then = view.as_on(meeting.day());
    let members = view.members_then(meeting).into_iter();
    members.filter(|it| !then.is_answering(it, among.clone(), meeting.convened.at.date())).collect()
}

/// Names the units that a plenary meeting of the period left out, where none that counts was held.
pub(super) fn name_those_left_out(view: &View<'_>, instance: &mut Instance) {
    let Some((from, due)) = instance.since.zip(instance.due.as_ref()) else { return };
    let part = Period { from, to: due.date };
    let Found::Open { finding, entries } = &mut instance.found else { return };
    let mut units = Set::new();
    for (_, it) in view.state.meetings().held_in(MeetingKind::Plenary, part) {
        let not_called = left_out(view, it, &it.called);
        if !not_called.is_empty() {
            entries.extend(it.closed.map(|it| it.no));
            units.extend(not_called);
        }
    }
    if !units.is_empty() {
        *finding = Finding::MissingUnits { units: units.into_iter().collect() };
    }
}

/// The plenary meetings called for a day of the period that are not over: what they are to do is not due before they are.
pub(crate) fn plenaries_to_come<'v>(
    view: &View<'v>,
    period: Period,
) -> impl Iterator<Item = Instance> + use<'v> {
    let meetings = view.state.meetings();
    let live = meetings.live.iter().filter_map(|id| Some((id, meetings.meetings.get(id)?)));
    let called = live.filter(move |(_, it)| {
        it.kind == MeetingKind::Plenary && period.contains(it.held_at.date()) && it.closed.is_none()
    });
    called.map(|(id, it)| {
        let finding = Finding::state(it.stage, &[MeetingStage::Closed]);
        let found = Found::Waiting { finding, entries: vec![it.convened.no] };
        let instance = Instance::new(Bearer::Body, found).about(id).part_of(transition::meeting(id));
        instance.fulfilled_by(&[ActKind::OpenMeeting, ActKind::CloseMeeting])
    })
}
