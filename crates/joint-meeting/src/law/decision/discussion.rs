//! The discussion: who may speak for which unit, and what the acts on positions share.

use crate::{
    kernel::{
        finding::Finding,
        rule::{Check, Guard, Rule, ensure, remedy},
        view::Ask,
    },
    law::membership::by_unit,
    state::{
        decision::{AgendaItem, ItemStage},
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        act_kind::ActKind,
        id::{ItemId, MeetingId, UnitId},
        words::Role,
    },
};

impl<'s> Ask<'s> {
    /// The items on the agendas of open meetings that are not settled, for candidates.
    pub(super) fn in_the_room(
        &self,
    ) -> impl Iterator<Item = (&'s MeetingId, &'s Meeting, &'s ItemId, &'s AgendaItem)> + use<'s> {
        let state = self.state;
        let open = state.meetings().in_stage(MeetingStage::Open);
        open.flat_map(move |(id, meeting)| {
            let items =
                meeting.agenda.iter().filter_map(move |it| Some((it, state.decisions().items.get(it)?)));
            items.filter(|(_, it)| !it.is_settled()).map(move |(item, it)| (id, meeting, item, it))
        })
    }

    /// The items in the room, once for each attending unit for which the actor can speak, for candidates.
    pub(crate) fn with_own_units(
        &self,
    ) -> impl Iterator<Item = (&'s MeetingId, &'s ItemId, &'s AgendaItem, UnitId)> {
        let discussed = self.in_the_room().filter(|(_, _, _, it)| it.stage == ItemStage::Discussed);
        discussed.flat_map(|(id, meeting, item, it)| {
            let here = self.answering(meeting.attending(), meeting.day()).into_iter();
            here.filter(|unit| self.speaks_for(meeting, unit).is_ok()).map(move |unit| (id, item, it, unit))
        })
    }

    /// Checks that the actor attends for the unit, as long as there is such a unit, or binds it as its responsible person
    /// or its member.
    fn speaks_for(&self, meeting: &Meeting, unit: &UnitId) -> Check {
        let attends = || meeting.attended.get(unit).is_some_and(|it| it.person == *self.by);
        match self.stand([unit]).is_ok() && attends() {
            true => Ok(()),
            false => self.speaks(unit, self.today(), &[Role::ResponsiblePerson, Role::Member]),
        }
    }
}

/// The guard that the actor attends for the unit, or is its responsible person or its member.
pub(crate) const fn by_attending_unit<A: ByUnit>() -> Guard<A> {
    by_unit(|it| it.speaks_for(A::meeting(&it.names), it.act.unit()))
}

const OF_AN_ATTENDING_UNIT: Rule = Rule::law(
    "position.of_an_attending_unit",
    "表明意见的是与会单位",
    "a unit that states a position attends the meeting",
)
.cured_by(&[remedy(ActKind::RecordAttendance, &[Role::Office])]);

/// The guard that the unit attends the meeting.
pub(crate) const fn of_an_attending_unit<A: ByUnit>() -> Guard<A> {
    Guard {
        rule: OF_AN_ATTENDING_UNIT,
        check: |case| {
            let (meeting, unit) = (A::meeting(&case.names), case.act.unit());
            // Who has left can still go back on what they said there.
            let spoke = meeting.attending().filter(|it| A::item(&case.names).positions.contains_key(*it));
            let units = meeting.attending_at(case.at).chain(spoke);
            ensure(case.is_answering(unit, units, meeting.day()), || Finding::StrangeUnits {
                units: vec![unit.clone()],
            })
        },
    }
}

/// An act by which a unit speaks.
pub(crate) trait ByUnit: crate::law::decision::OfItem {
    fn unit(&self) -> &UnitId;
}
