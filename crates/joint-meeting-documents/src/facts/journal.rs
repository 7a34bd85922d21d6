//! What single entries of a body tell, or those alone of what was done by a day.
//!
//! What a thing is and which entries made it so is asked of the core; the words are read here from those entries.

use joint_meeting::{
    Act, ActKind, Entry, JointMeeting, Outcome,
    id::{PersonId, Text, UnitId},
    number::DocumentNumber,
    state::Deed,
    time::Date,
};

use crate::terms::error::PaperError;

/// A body, by all that it knows or by what was done by the end of a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JournalFacts<'b> {
    pub(crate) body: &'b JointMeeting,
    /// The last day of what counts.
    until: Option<Date>,
}

pub(super) fn unknown(kind: &'static str, name: &impl ToString) -> PaperError {
    PaperError::Unknown { kind, name: name.to_string() }
}

/// Reads an act as the type that is named; none of another type.
macro_rules! act {
    ($act:ident) => {
        |it| if let joint_meeting::Act::$act(it) = it { Some(&**it) } else { None }
    };
}

pub(crate) use act;

impl<'b> JournalFacts<'b> {
    pub(crate) fn new(body: &'b JointMeeting) -> Self {
        Self { body, until: None }
    }

    /// By what was done by the end of a day alone.
    pub(crate) fn on(self, day: Date) -> Self {
        Self { until: Some(day), ..self }
    }

    /// Whether something was done by then.
    pub(super) fn counts(self, deed: Deed) -> bool {
        self.until.is_none_or(|it| deed.at.date() <= it)
    }

    /// An entry, if it counts.
    pub(super) fn entry(self, no: u32) -> Option<&'b Entry> {
        self.body.entry_as_read(no).filter(|it| self.until.is_none_or(|day| it.at.date() <= day))
    }

    /// What an entry says, if it counts and is of the type that is read.
    pub(crate) fn said<T>(self, deed: Deed, read: fn(&'b Act) -> Option<&'b T>) -> Option<&'b T> {
        read(&self.entry(deed.no)?.act)
    }

    /// What the last of several entries says that counts.
    pub(crate) fn last_said<T>(self, deeds: &[Deed], read: fn(&'b Act) -> Option<&'b T>) -> Option<&'b T> {
        self.said(deeds.iter().copied().rfind(|it| self.counts(*it))?, read)
    }

    /// The numbers that were allotted, in order.
    pub(crate) fn numbers(self) -> impl Iterator<Item = &'b DocumentNumber> {
        let allotting = [ActKind::AllotNumber, ActKind::IssueOtherDocument];
        let mut allotted: Vec<Deed> = allotting.into_iter().flat_map(|it| self.body.done(it)).collect();
        allotted.sort_unstable_by_key(|it| it.no);
        allotted.into_iter().filter_map(move |it| match &self.body.entry_as_read(it.no)?.outcome {
            Outcome::Numbered { number } => Some(number),
            _ => None,
        })
    }

    /// What a unit was called on a day.
    pub(crate) fn unit_name(self, unit: &UnitId, on: Date) -> Option<&'b Text> {
        self.body.unit(unit)?.name(on)
    }

    /// The post of a person in a unit, as last named there.
    pub(crate) fn post(self, unit: &UnitId, person: &PersonId) -> Option<&'b Text> {
        let unit = self.body.unit(unit)?;
        let named = unit.members().iter().chain(unit.liaison_officers());
        let named = named.filter(|it| it.person() == person).map(|it| it.made());
        let named = named.max_by_key(|it| it.no)?;
        let as_member = self.said(named, act!(NameMember)).map(|it| &it.post);
        as_member.or_else(|| self.said(named, act!(NameLiaisonOfficer)).map(|it| &it.post))
    }
}
