//! A body as known up to one of its entries, and what single entries tell.
//!
//! What a thing is and which entries made it so is asked of the core; the words are read here from those entries.

use joint_meeting::{
    Act, ActKind, Entry, JointMeeting, Outcome,
    act::IssueDocument,
    id::{DocumentId, PersonId, Text, UnitId},
    number::DocumentNumber,
    state::Deed,
    time::Date,
};

use crate::terms::error::PaperError;

/// A body, as known up to an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JournalFacts<'b> {
    pub(crate) body: &'b JointMeeting,
    /// The number of the last entry that is known.
    last: u32,
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
        Self { body, last: body.state().count() }
    }

    /// As it was known when an entry was made.
    pub(crate) fn up_to(self, entry: &Entry) -> Self {
        Self { last: entry.no, ..self }
    }

    /// As it was known when the last entry was made that tells of something done by the end of a day; if there is none, as it
    /// is known now.
    pub(crate) fn on(self, day: Date) -> Self {
        self.body.last_entry_by(day).map_or(self, |it| self.up_to(it))
    }

    pub(crate) fn knows(self, deed: Deed) -> bool {
        deed.no <= self.last
    }

    /// An entry, if it is known.
    pub(super) fn entry(self, no: u32) -> Option<&'b Entry> {
        self.body.entry_as_read(no).filter(|it| it.no <= self.last)
    }

    /// What an entry says, if it is known and of the type that is read.
    pub(crate) fn said<T>(self, deed: Deed, read: fn(&'b Act) -> Option<&'b T>) -> Option<&'b T> {
        read(&self.entry(deed.no)?.act)
    }

    /// What the last of several entries says that is known.
    pub(crate) fn last_said<T>(self, deeds: &[Deed], read: fn(&'b Act) -> Option<&'b T>) -> Option<&'b T> {
        self.said(deeds.iter().copied().rfind(|it| self.knows(*it))?, read)
    }

    pub(crate) fn document(self, id: &DocumentId) -> Result<(&'b IssueDocument, &'b Entry), PaperError> {
        let issued = self.body.document(id).map(|it| it.issued());
        let issued = issued
            .and_then(|it| Some((self.said(it, act!(IssueDocument))?, self.body.entry_as_read(it.no)?)));
        issued.ok_or_else(|| unknown("document", id))
    }

    /// The numbers that were allotted, in order.
    pub(crate) fn numbers(self) -> impl Iterator<Item = &'b DocumentNumber> {
        let allotting = [ActKind::AllotNumber, ActKind::IssueOtherDocument];
        let mut allotted: Vec<Deed> =
            allotting.into_iter().flat_map(|it| self.body.done(it)).filter(|it| self.knows(*it)).collect();
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
        let named = named.filter(|it| it.person() == person).map(|it| it.made()).filter(|it| self.knows(*it));
        let named = named.max_by_key(|it| it.no)?;
        let as_member = self.said(named, act!(NameMember)).map(|it| &it.post);
        as_member.or_else(|| self.said(named, act!(NameLiaisonOfficer)).map(|it| &it.post))
    }
}
