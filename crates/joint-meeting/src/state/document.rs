//! The slice of documents: minutes, documents, numbers, briefings and circulars so far.

pub(crate) mod after;

use crate::{
    charter::Charter,
    state::{
        State,
        document::after::{AfterIssue, DocumentEnd, DocumentEnding, SentTo},
        thing::{Things, things},
    },
    terms::{
        deed::Deed,
        id::{BulletinId, DocumentId, ItemId, MeetingId, MinutesId, PersonId, SeriesId, Text, UnitId},
        number::DocumentNumber,
        sorted::{LongMap, Map, Set},
        spelling::Spelling,
        time::Time,
        words::{DocumentKind, Publicness, Secrecy, Step, Urgency},
    },
};

/// What a unit answers when it is asked for its consent to minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConsentReply {
    /// The unit consents.
    Consents,
    /// The unit wants changes: no consent, and no other answer to this version.
    WantsChanges,
    /// The unit declines.
    Declines,
    /// The unit consented and has taken it back: it may answer anew.
    Withdrawn,
}

things! {
    /// The answer of a unit that was asked for its consent to a version of minutes.
    pub struct ConsentAnswer {
        /// What the unit answered.
        reply: copy ConsentReply,
        /// Who answered for it.
        by: by_ref PersonId,
        /// When it answered, and the entry: the entry says what changes it wants or why it declines.
        given: copy Deed,
    }
}

things! {
    /// The signature of a unit under a version of minutes (会签), its refusal to sign, or that it took its signature back.
    pub struct Signature {
        /// Whether the unit signed, and has not taken its signature back.
        signed: copy bool,
        /// Whether it signed and has taken its signature back: it may sign anew.
        withdrawn: copy bool,
        /// Who signed, refused or took the signature back for it.
        by: by_ref PersonId,
        /// When that was done, and the entry: the entry says with what opinion or why.
        given: copy Deed,
    }
}

things! {
    /// A version of minutes that was redrafted, with what units had said to it.
    pub struct PastVersion {
        /// The number of the version.
        version: copy u32,
        /// When it was drafted, and the entry: the entry holds its text.
        drafted: copy Deed,
        /// What units answered that were asked for their consent.
        consents: by_ref Map<UnitId, ConsentAnswer>,
        /// Which units had signed or refused to.
        signatures: by_ref Map<UnitId, Signature>,
        /// When it was approved, and the entry.
        approved: copy Option<Deed>,
    }
}

things! {
    /// Where the number of minutes comes from.
    pub struct Allotment {
        /// The series.
        series: by_ref SeriesId,
        /// When the number was allotted, and the entry.
        allotted: copy Deed,
    }
}

things! {
    /// Minutes (会议纪要) on their way to a document.
    pub struct Minutes {
        /// The meeting that they record.
        meeting: by_ref MeetingId,
        /// The items of it that they record.
        items: list ItemId,
        /// The number of the version that stands.
        version: copy u32,
        /// When this version was drafted, and the entry: the entry holds its text.
        drafted: copy Deed,
        /// The steps they take, pinned when this version was drafted.
        steps: list Step,
        /// The units asked for their consent, pinned likewise.
        consent_of: list UnitId,
        /// The units asked to countersign, pinned likewise.
        countersign_of: list UnitId,
        /// What units answered that were asked for their consent to this version.
        consents: by_ref Map<UnitId, ConsentAnswer>,
        /// Which units signed this version or refused to.
        signatures: by_ref Map<UnitId, Signature>,
        /// The versions before this one, in order.
        past: list PastVersion,
        /// When this version was approved, and the entry.
        approved: copy Option<Deed>,
        /// The number that they bear.
        number: some DocumentNumber,
        /// Where that number comes from.
        allotment: some Allotment,
        /// The document by which they were issued.
        document: some DocumentId,
        /// When something last happened to them.
        last: copy Time,
    }
}

impl Minutes {
    /// When the first version was drafted, and the entry.
    pub fn begun(&self) -> Deed {
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
}

/// Minutes, documents, number series, briefings and circulars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Documents {
    pub(crate) minutes: Things<MinutesId, Minutes>,
    pub(crate) documents: Things<DocumentId, FormalDocument>,
    /// The numbers used in each series in each year.
    pub(crate) series: Map<(SeriesId, i32), SeriesYear>,
    pub(crate) bulletins: Things<BulletinId, Bulletin>,
    /// The last running number of briefings and of circulars in each year.
    pub(crate) serials: Map<(BulletinKind, i32), u32>,
    /// The minutes that are not issued.
    pub(crate) live: Set<MinutesId>,
    /// The documents for which a receipt or a report to the superior is outstanding.
    pub(crate) open: Set<DocumentId>,
    pub(crate) sent: SentTo,
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
pub enum BulletinKind {
    /// A briefing (简报).
    Briefing,
    /// A circular (通报).
    Circular,
}

things! {
    /// A briefing or a circular that was issued.
    pub struct Bulletin {
        /// Which of the two it is.
        kind: copy BulletinKind,
        /// What it is called.
        title: by_ref Text,
        /// The year in which it was issued.
        year: copy i32,
        /// Its running number among those of its kind in the year.
        serial: copy u32,
        /// When it was issued, and the entry: the entry holds its text.
        issued: copy Deed,
    }
}

things! {
    /// A formal document (正式文件) that was issued.
    pub struct FormalDocument {
        /// The minutes that it carries or carries out, if it rests on minutes.
        minutes: some MinutesId,
        /// The version of these minutes.
        version: copy Option<u32>,
        /// What kind of document it is.
        kind: copy DocumentKind,
        /// What it is called.
        title: by_ref Text,
        /// The number that it bears.
        number: some DocumentNumber,
        /// The units to which it was sent.
        recipients: list UnitId,
        /// Others to whom it was sent.
        other_recipients: list Text,
        /// Those to whom copies were sent.
        copied_to: list Text,
        /// Whether it is open to the public.
        publicness: copy Publicness,
        /// How secret it is, where it is.
        secrecy: copy Option<Secrecy>,
        /// How urgent it is, where it is.
        urgency: copy Option<Urgency>,
        /// Whether its path ends with a report to the superior.
        reports_up: copy bool,
        /// When it was issued, and the entry.
        issued: copy Deed,
        /// Who acknowledged its receipt, with when and the entry.
        receipts: by_ref Map<Text, Deed>,
        /// To whom it was reported upwards, with when and the entry.
        reported_up: by_ref Map<Text, Deed>,
        /// What became of it after it was issued, if anything did.
        after: rare AfterIssue,
        /// When something last happened to it.
        last: copy Time,
    }
}

impl FormalDocument {
    /// Everyone to whom it was sent, copies among them.
    pub fn addressees(&self) -> impl Iterator<Item = &str> {
        self.sent_to().map(Spelling::as_str)
    }

    /// The same, as units and others are spelled.
    pub(crate) fn sent_to(&self) -> impl Iterator<Item = &Spelling> {
        let others = self.other_recipients.iter().chain(&self.copied_to);
        self.recipients.iter().map(UnitId::spelling).chain(others.map(Text::spelling))
    }

    /// Those of them who have not acknowledged its receipt.
    pub fn outstanding(&self) -> impl Iterator<Item = &str> {
        self.sent_to().filter(|it| !self.receipts.contains_key(*it)).map(Spelling::as_str)
    }

    pub(crate) fn not_yet_told<'d>(&'d self, targets: &'d [Text]) -> impl Iterator<Item = &'d Text> {
        targets.iter().filter(|it| !self.reported_up.contains_key(*it))
    }

    /// Its end, if it has come to one.
    pub fn end(&self) -> Option<&DocumentEnd> {
        self.after.as_ref()?.end.as_ref()
    }

    /// When it was sent to one of those to whom it was sent.
    pub fn sent(&self, to: &str) -> Deed {
        self.after.as_ref().and_then(|it| it.sent_later.get(to)).copied().unwrap_or(self.issued)
    }

    /// Whether a receipt, or a report to one of the superiors to whom its charter has it reported, is outstanding.
    pub(crate) fn is_open(&self, superiors: &[Text]) -> bool {
        if self.end().is_some() {
            return false;
        }
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
        if document.is_open(superiors) {
            self.documents.open.insert(id.clone());
        } else {
            self.documents.open.remove(id);
        }
    }

    /// Ends a document. The minutes that it carried are as if they had not been issued, unless it had effect until then.
    pub(crate) fn end_document(&mut self, id: &DocumentId, end: DocumentEnd, superiors: &[Text]) {
        let (how, at) = (end.how, end.ended.at);
        let mut carried = None;
        self.change_document(id, at, superiors, |it| {
            carried.clone_from(&it.minutes);
            it.after.get_or_insert_default().end = Some(end);
        });
        let carried = carried.filter(|_| how != DocumentEnding::Repealed);
        let Some(minutes) = carried.as_ref().and_then(|it| self.minutes_mut(it, at)) else { return };
        if minutes.document.as_ref() == Some(id) {
            (minutes.document, minutes.number, minutes.allotment) = (None, None, None);
            self.documents.live.extend(carried);
        }
    }
}

/// What became of a number (发文字号) that was allotted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NumberFate {
    /// The minutes bear it and are not issued.
    Allotted,
    /// It was voided, by this entry, and is not used again.
    Voided(u32),
    /// It went out on this document.
    Issued(DocumentId),
}

things! {
    /// A number of a series that was allotted.
    pub struct NumberUse {
        /// The minutes to which it was allotted, if it was not given to a document that is no minutes.
        minutes: some MinutesId,
        /// When it was allotted, and the entry.
        allotted: copy Deed,
        /// What became of it.
        fate: by_ref NumberFate,
    }
}

/// The numbers of a series used in a year, voided ones among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct SeriesYear {
    pub(crate) uses: LongMap<u32, NumberUse>,
    /// The serials that charters of the body bear themselves.
    pub(crate) of_charters: Set<u32>,
    /// The serials that were on documents and whose allotment was struck from the record since.
    pub(crate) spent: Set<u32>,
}

impl SeriesYear {
    /// The highest serial taken, or none.
    pub(crate) fn last(&self) -> u32 {
        let used = self.uses.last_key_value().map(|(serial, _)| serial);
        used.max(self.of_charters.last()).max(self.spent.last()).copied().unwrap_or(0)
    }

    pub(crate) fn is_taken(&self, serial: u32) -> bool {
        self.uses.contains_key(&serial) || self.of_charters.contains(&serial) || self.spent.contains(&serial)
    }

    /// The serials below the last one that were never allotted. Those before the number of a charter were given before
    /// there was a body, or by others who share the series.
    pub(crate) fn gaps(&self) -> Vec<u32> {
        let first = self.of_charters.first().map_or(1, |it| it.saturating_add(1));
        (first..self.last()).filter(|it| !self.is_taken(*it)).collect()
    }
}

impl Documents {
    /// A document that is issued, with something outstanding for it or not.
    pub(crate) fn issue(&mut self, id: DocumentId, document: FormalDocument, superiors: &[Text]) {
        if document.is_open(superiors) {
            self.open.insert(id.clone());
        }
        self.documents.insert(id, document);
    }

    /// A number that is not given again, though nothing in the record bears it.
    pub(crate) fn spend(&mut self, series: &SeriesId, year: i32, serial: u32) {
        self.series.entry((series.clone(), year)).or_default().spent.insert(serial);
    }

    /// A running number of a briefing or a circular that is given.
    pub(crate) fn give(&mut self, kind: BulletinKind, year: i32, serial: u32) {
        let last = self.serials.entry((kind, year)).or_default();
        *last = serial.max(*last);
    }

    /// The number that a charter bears itself is taken in its series.
    pub(crate) fn take_number_of(&mut self, charter: &Charter) {
        let Some(number) = charter.settings().issued_number.fixed() else { return };
        let series = charter.settings().series.fixed().into_iter().flatten();
        for it in series.filter(|it| it.code.as_str() == number.code()) {
            let of_year = self.series.entry((it.id.clone(), number.year())).or_default();
            of_year.of_charters.insert(number.serial());
        }
    }
}
