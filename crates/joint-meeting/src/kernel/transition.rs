//! Which version of the charter judges: the one in force on the day or, for an open matter, the one named for it.
//!
//! A matter that was open when the charter changed is judged by the version that the setting `charter.transition` of the
//! new one names; the act that chooses, where the charter asks for a choice, is in `law::founding`.

use crate::{
    charter::{Charter, settings::choices::Transition},
    kernel::outcome::Outcome,
    state::{State, decision::Decisions, document::Documents, founding::Founding},
    terms::{
        calendar::used::CalendarUse,
        id::{DocumentId, ItemId, MeetingId, MinutesId, Text},
        matter::{Law, MatterKind, MatterRef},
        time::{Date, Time},
    },
};

impl MatterRef {
    pub(crate) fn of(kind: MatterKind, name: impl Into<Text>) -> Self {
        Self { kind, name: name.into() }
    }
}

impl MatterRef {
    /// When it began; none for a matter that nobody has begun.
    pub(crate) fn begun(&self, state: &State) -> Option<Time> {
        let name = self.name.spelling();
        match self.kind {
            MatterKind::Request => state.meetings.requests.get(name).map(|it| it.made.at),
            MatterKind::Item => state.decisions.items.get(name).map(|it| it.put.at),
            MatterKind::Meeting => state.meetings.meetings.get(name).map(|it| it.convened.at),
            MatterKind::Assignment => state.assignments.assignments.get(name).map(|it| it.made.at),
            MatterKind::Group => state.actions.groups.get(name).map(|it| it.formed.at),
            MatterKind::Action => state.actions.actions.get(name).map(|it| it.planned.at),
            MatterKind::Inspection => state.actions.inspections.get(name).map(|it| it.made.at),
            MatterKind::Case => state.functions.cases.get(name).map(|it| it.opened.at),
            MatterKind::Matter => state.functions.matters.get(name).map(|it| it.accepted.at),
            MatterKind::Incoming => state.incoming.all.get(name).map(|it| it.registered.at),
        }
    }
}

pub(crate) fn meeting(id: &MeetingId) -> Option<MatterRef> {
    Some(MatterRef::of(MatterKind::Meeting, id))
}

pub(crate) fn of_item(id: &ItemId, decisions: &Decisions) -> Option<MatterRef> {
    let taken_up = decisions.items.get(id)?.meeting.as_ref().and_then(meeting);
    taken_up.or_else(|| Some(MatterRef::of(MatterKind::Item, id)))
}

pub(crate) fn of_minutes(id: &MinutesId, documents: &Documents) -> Option<MatterRef> {
    meeting(&documents.minutes.get(id)?.meeting)
}

pub(crate) fn of_document(id: &DocumentId, documents: &Documents) -> Option<MatterRef> {
    of_minutes(documents.documents.get(id)?.minutes.as_ref()?, documents)
}

/// What is settled for an act that may be done, and by which version of the charter.
#[derive(Clone, Debug)]
pub(crate) struct Ruling {
    /// The version that judged; where several gave the same answer, the newest of them.
    pub(crate) version: u32,
    pub(crate) outcome: Outcome,
    /// When it happened, at the offset of that version.
    pub(crate) at: Time,
    pub(crate) recorded_at: Time,
    /// The table of working days by which it was settled, where it was asked.
    pub(crate) calendar: Option<Box<CalendarUse>>,
}

impl Ruling {
    /// Whether another version settles the same.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        self.settles(&other.outcome, other.at, other.recorded_at)
    }

    /// Whether it settles just this.
    pub(crate) fn settles(&self, outcome: &Outcome, at: Time, recorded_at: Time) -> bool {
        (&self.outcome, self.at, self.recorded_at) == (outcome, at, recorded_at)
    }
}

/// The charter of a version.
pub(crate) fn of_version(charters: &[Charter], version: u32) -> Option<&Charter> {
    charters.iter().find(|it| it.version() == version)
}

/// The versions by which something can be judged that began on one day and is judged as of another. There is one, unless
/// no rule says which; then all that come into question are given, the newest last.
pub(crate) fn versions_for(
    charters: &[Charter],
    founding: &Founding,
    (begun, day): (Date, Date),
    matter: Option<&MatterRef>,
) -> Vec<u32> {
    let mut versions: Vec<u32> = founding.version_on(begun).into_iter().collect();
    // The first version goes back to the beginning, so that nothing is older than it.
    let later = founding.versions.iter().skip(1).filter(|(from, _)| **from > begun && **from <= day);
    for (from, version) in later {
        let charter = of_version(charters, *version);
        let law = match charter.and_then(|it| it.settings_on(*from).transition.fixed()) {
            Some(Transition::OldLaw) => Some(Law::OldLaw),
            Some(Transition::NewLaw) => Some(Law::NewLaw),
            Some(Transition::Ask) => matter.and_then(|it| founding.law_of(it, *version)),
            None => None,
        };
        match law {
            Some(Law::OldLaw) => {}
            Some(Law::NewLaw) => versions = vec![*version],
            None => versions.push(*version),
        }
    }
    versions
}

/// The versions by which an act is judged that carries on a matter, or none.
pub(crate) fn versions_of(
    charters: &[Charter],
    state: &State,
    matter: Option<MatterRef>,
    day: Date,
) -> Vec<u32> {
    let begun = matter.as_ref().and_then(|it| it.begun(state)).map(Time::date);
    versions_for(charters, &state.founding, (begun.unwrap_or(day).min(day), day), matter.as_ref())
}
