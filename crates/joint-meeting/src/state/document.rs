//! Minutes, documents, numbers and bulletins so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    state::State,
    terms::{
        deed::Deed,
        id::{BulletinId, DocumentId, ItemId, MeetingId, MinutesId, PersonId, SeriesId, Text, UnitId},
        number::DocumentNumber,
        time::Time,
        words::{DocumentKind, Publicness, Step},
    },
};

/// What a unit answers when it is asked for its consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ConsentReply {
    Consents,
    /// It wants changes: no consent, and no other answer to this version.
    WantsChanges,
    Declines,
}

/// The answer of a unit to a version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ConsentAnswer {
    pub(crate) reply: ConsentReply,
    pub(crate) by: PersonId,
    pub(crate) given: Deed,
}

/// The signature of a unit under a version, or its refusal to sign.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    pub(crate) signed: bool,
    pub(crate) by: PersonId,
    pub(crate) given: Deed,
}

/// A version that was redrafted, with what units had said to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PastVersion {
    pub(crate) version: u32,
    pub(crate) drafted: Deed,
    pub(crate) consents: BTreeMap<UnitId, ConsentAnswer>,
    pub(crate) signatures: BTreeMap<UnitId, Signature>,
    pub(crate) approved: Option<Deed>,
}

/// The number that minutes bear, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Allotment {
    pub(crate) series: SeriesId,
    pub(crate) allotted: Deed,
}

/// Minutes on their way to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Minutes {
    pub(crate) meeting: MeetingId,
    pub(crate) items: Vec<ItemId>,
    pub(crate) version: u32,
    /// When this version was drafted, and the entry.
    pub(crate) drafted: Deed,
    /// The steps they take, pinned when they were drafted.
    pub(crate) steps: Vec<Step>,
    /// The units asked for their consent, pinned likewise.
    pub(crate) consent_of: Vec<UnitId>,
    /// The units asked to countersign, pinned likewise.
    pub(crate) countersign_of: Vec<UnitId>,
    pub(crate) consents: BTreeMap<UnitId, ConsentAnswer>,
    pub(crate) signatures: BTreeMap<UnitId, Signature>,
    /// The versions before this one.
    pub(crate) past: Vec<PastVersion>,
    pub(crate) approved: Option<Deed>,
    pub(crate) number: Option<DocumentNumber>,
    pub(crate) allotment: Option<Allotment>,
    pub(crate) document: Option<DocumentId>,
    pub(crate) last: Time,
}

impl Minutes {
    /// When the first version was drafted, and the entry.
    pub(crate) fn begun(&self) -> Deed {
        self.past.first().map_or(self.drafted, |it| it.drafted)
    }

    /// Whether one step must be done before another can be: it stands before it in the path. Everything but the report to
    /// the superior comes before the document is issued.
    pub(crate) fn needs_first(&self, first: Step, then: Step) -> bool {
        let place = |step: Step| self.steps.iter().position(|it| *it == step);
        match (place(first), place(then)) {
            (None, _) => false,
            (Some(_), _) if then == Step::Issue => first != Step::ReportUp,
            (Some(_), None) => false,
            (Some(first), Some(then)) => first < then,
        }
    }

    /// The units whose signature is missing at a moment.
    pub(crate) fn unsigned(&self, at: Time) -> Vec<UnitId> {
        let signed = |it: &UnitId| self.signatures.get(it).is_some_and(|it| it.signed && it.given.at <= at);
        self.countersign_of.iter().filter(|it| !signed(it)).cloned().collect()
    }

    /// Who declined may come round, not before.
    pub(crate) fn may_answer(&self, unit: &UnitId, reply: ConsentReply, at: Time) -> bool {
        self.consents.get(unit).is_none_or(|it| {
            it.reply == ConsentReply::Declines && reply != ConsentReply::Declines && it.given.at <= at
        })
    }

    pub(crate) fn may_sign(&self, unit: &UnitId, signs: bool, at: Time) -> bool {
        self.signatures.get(unit).is_none_or(|it| signs && !it.signed && it.given.at <= at)
    }
}

/// Minutes, documents, number series, briefings and circulars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Documents {
    pub(crate) minutes: BTreeMap<MinutesId, Minutes>,
    pub(crate) documents: BTreeMap<DocumentId, FormalDocument>,
    /// The numbers used in each series in each year.
    pub(crate) series: BTreeMap<(SeriesId, i32), SeriesYear>,
    pub(crate) bulletins: BTreeMap<BulletinId, Bulletin>,
    /// The last running number of briefings and of circulars in each year.
    pub(crate) serials: BTreeMap<(BulletinKind, i32), u32>,
    /// The minutes that are not issued.
    pub(crate) live: BTreeSet<MinutesId>,
    /// The documents for which a receipt or a report to the superior is outstanding.
    pub(crate) open: BTreeSet<DocumentId>,
}

impl Documents {
    /// The numbers below the last one of a series and year that were never allotted, in order.
    pub(crate) fn gaps(&self, series: &SeriesId, year: i32) -> Vec<u32> {
        self.series.get(&(series.clone(), year)).map(SeriesYear::gaps).unwrap_or_default()
    }
}

impl State {
    /// Minutes that an act changes, which is then the last thing that happened to them.
    pub(crate) fn minutes_mut(&mut self, id: &MinutesId, at: Time) -> Option<&mut Minutes> {
        let minutes = self.documents.minutes.get_mut(id)?;
        minutes.last = minutes.last.max(at);
        Some(minutes)
    }
}

/// What kind of bulletin it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum BulletinKind {
    Briefing,
    Circular,
}

/// A briefing or a circular.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Bulletin {
    pub(crate) kind: BulletinKind,
    pub(crate) title: Text,
    pub(crate) year: i32,
    pub(crate) serial: u32,
    pub(crate) issued: Deed,
}

/// A document that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct FormalDocument {
    pub(crate) minutes: MinutesId,
    /// The version of the minutes that it carries.
    pub(crate) version: u32,
    pub(crate) kind: DocumentKind,
    pub(crate) title: Text,
    pub(crate) number: Option<DocumentNumber>,
    pub(crate) recipients: Vec<UnitId>,
    pub(crate) other_recipients: Vec<Text>,
    pub(crate) copied_to: Vec<Text>,
    pub(crate) publicness: Publicness,
    /// Whether its path ends with a report to the superior.
    pub(crate) reports_up: bool,
    pub(crate) issued: Deed,
    pub(crate) receipts: BTreeMap<Text, Deed>,
    pub(crate) reported_up: BTreeMap<Text, Deed>,
    pub(crate) last: Time,
}

impl FormalDocument {
    /// Everyone to whom it was sent.
    pub(crate) fn addressees(&self) -> impl Iterator<Item = &str> {
        let others = self.other_recipients.iter().chain(&self.copied_to);
        self.recipients.iter().map(UnitId::as_str).chain(others.map(Text::as_str))
    }

    pub(crate) fn outstanding(&self) -> impl Iterator<Item = &str> {
        self.addressees().filter(|it| !self.receipts.contains_key(*it))
    }

    pub(crate) fn not_yet_told<'d>(&'d self, targets: &'d [Text]) -> impl Iterator<Item = &'d Text> {
        targets.iter().filter(|it| !self.reported_up.contains_key(*it))
    }

    /// Whether a receipt, or a report to one of the superiors to whom its charter has it reported, is outstanding.
    pub(crate) fn is_open(&self, superiors: &[Text]) -> bool {
        let untold = self.reports_up && self.reported_up.is_empty();
        untold || self.not_yet_told(superiors).next().is_some() || self.outstanding().next().is_some()
    }
}

impl State {
    pub(crate) fn change_document(
        &mut self,
        id: &DocumentId,
        at: Time,
        superiors: &[Text],
        change: impl FnOnce(&mut FormalDocument),
    ) {
        let Some(document) = self.documents.documents.get_mut(id) else { return };
        change(document);
        document.last = document.last.max(at);
        if !document.is_open(superiors) {
            self.documents.open.remove(id);
        }
    }
}

/// What became of a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NumberFate {
    Allotted,
    /// By this entry.
    Voided(u32),
    Issued(DocumentId),
}

/// A number in use.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct NumberUse {
    pub(crate) minutes: MinutesId,
    pub(crate) allotted: Deed,
    pub(crate) fate: NumberFate,
}

/// The numbers of a series used in a year, voided ones among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct SeriesYear {
    pub(crate) uses: BTreeMap<u32, NumberUse>,
}

impl SeriesYear {
    /// The highest serial, or none.
    pub(crate) fn last(&self) -> u32 {
        self.uses.last_key_value().map_or(0, |(serial, _)| *serial)
    }

    /// The serials below the last one that were never allotted.
    pub(crate) fn gaps(&self) -> Vec<u32> {
        (1..self.last()).filter(|it| !self.uses.contains_key(it)).collect()
    }
}
