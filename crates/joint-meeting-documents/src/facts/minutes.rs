//! Minutes with their versions and what units say to each, with the words of the entries that made them what they are.
//!
//! The meeting that they record is in `meeting`.

use joint_meeting::{
    Entry, Outcome,
    id::{ItemId, MeetingId, MinutesId, PersonId, Text, UnitId},
    number::DocumentNumber,
    sorted::Map,
    state::{ConsentAnswer, ConsentReply, Deed, Signature},
    time::Date,
    words::Step,
};

use super::{
    document::IssueFacts,
    journal::{JournalFacts, act, unknown},
};
use crate::terms::error::PaperError;

/// What a unit said to a version of minutes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitReply<'b> {
    /// `consents`, `wants_changes`, `declines`, `withdraws_consent`, `signs`, `does_not_sign`, `withdraws_signature`.
    pub(crate) how: &'static str,
    pub(crate) text: Option<&'b Text>,
    pub(crate) by: &'b PersonId,
    pub(crate) on: Date,
}

/// A version of minutes.
#[derive(Clone, Debug)]
pub(crate) struct MinutesVersion<'b> {
    pub(crate) version: u32,
    pub(crate) drafted: Deed,
    pub(crate) text: &'b Text,
    pub(crate) path: &'b [Step],
    pub(crate) consent_of: &'b [UnitId],
    pub(crate) countersign_of: &'b [UnitId],
    pub(crate) consents: Map<&'b UnitId, UnitReply<'b>>,
    pub(crate) signatures: Map<&'b UnitId, UnitReply<'b>>,
    pub(crate) approved: Option<Date>,
}

/// Minutes.
#[derive(Clone, Debug)]
pub(crate) struct MinutesFacts<'b> {
    pub(crate) id: MinutesId,
    pub(crate) meeting: &'b MeetingId,
    pub(crate) items: &'b [ItemId],
    /// The version that stands.
    pub(crate) now: MinutesVersion<'b>,
    pub(crate) past: Vec<MinutesVersion<'b>>,
    pub(crate) number: Option<&'b DocumentNumber>,
    pub(crate) issued: Option<(IssueFacts<'b>, &'b Entry)>,
}

/// What units said to a version, as the core keeps it.
type Replies<'b> = (&'b Map<UnitId, ConsentAnswer>, &'b Map<UnitId, Signature>, Option<Deed>);

impl<'b> JournalFacts<'b> {
    pub(crate) fn minutes(self, id: &MinutesId) -> Result<MinutesFacts<'b>, PaperError> {
        let minutes = self.body.minutes(id).ok_or_else(|| unknown("minutes", id))?;
        let past = minutes.past().iter();
        let past = past.map(|it| (it.drafted(), (it.consents(), it.signatures(), it.approved())));
        let now = (minutes.drafted(), (minutes.consents(), minutes.signatures(), minutes.approved()));
        let versions = past.chain([now]).filter_map(|(drafted, replies)| self.version(drafted, replies));
        let mut past: Vec<MinutesVersion<'b>> = versions.collect();
        let now = past.pop().ok_or_else(|| unknown("minutes", id))?;
        Ok(MinutesFacts {
            id: id.clone(),
            meeting: minutes.meeting(),
            items: minutes.items(),
            now,
            past,
            number: minutes.number(),
            issued: minutes.document().and_then(|it| self.document(it).ok()),
        })
    }

    /// A version of minutes.
    fn version(
        self,
        drafted: Deed,
        (consents, signatures, approved): Replies<'b>,
    ) -> Option<MinutesVersion<'b>> {
        let entry = self.entry(drafted.no)?;
        let Outcome::Drafted { version, path, consent_of, countersign_of } = &entry.outcome else {
            return None;
        };
        let first = self.said(drafted, act!(DraftMinutes)).map(|it| &it.text);
        let text = first.or_else(|| self.said(drafted, act!(RedraftMinutes)).map(|it| &it.text))?;
        Some(MinutesVersion {
            version: *version,
            drafted,
            text,
            path,
            consent_of,
            countersign_of,
            consents: consents.iter().map(|(unit, it)| (unit, self.consent(it))).collect(),
            signatures: signatures.iter().map(|(unit, it)| (unit, self.signature(it))).collect(),
            approved: approved.map(|it| it.at.date()),
        })
    }

    fn consent(self, it: &'b ConsentAnswer) -> UnitReply<'b> {
        let (how, text) = match it.reply() {
            ConsentReply::Consents => ("consents", None),
            ConsentReply::WantsChanges => {
                ("wants_changes", self.said(it.given(), act!(ConsentWithChanges)).map(|it| &it.changes))
            }
            ConsentReply::Declines => {
                ("declines", self.said(it.given(), act!(DeclineConsent)).map(|it| &it.reason))
            }
            ConsentReply::Withdrawn => {
                ("withdraws_consent", self.said(it.given(), act!(WithdrawConsent)).map(|it| &it.reason))
            }
        };
        UnitReply { how, text, by: it.by(), on: it.given().at.date() }
    }

    fn signature(self, it: &'b Signature) -> UnitReply<'b> {
        let (how, text) = if it.signed() {
            ("signs", self.said(it.given(), act!(Countersign)).and_then(|it| it.opinion.as_ref()))
        } else if it.withdrawn() {
            let taken_back = self.said(it.given(), act!(WithdrawCountersignature));
            ("withdraws_signature", taken_back.map(|it| &it.reason))
        } else {
            ("does_not_sign", self.said(it.given(), act!(DeclineCountersign)).map(|it| &it.reason))
        };
        UnitReply { how, text, by: it.by(), on: it.given().at.date() }
    }
}

impl<'b> MinutesVersion<'b> {
    /// The units that have not consented.
    pub(crate) fn without_consent(&self) -> Vec<&'b UnitId> {
        let had = |it: &&UnitId| self.consents.get(it).is_some_and(|it| it.how == "consents");
        self.consent_of.iter().filter(|it| !had(it)).collect()
    }

    /// The units that have not signed.
    pub(crate) fn without_signature(&self) -> Vec<&'b UnitId> {
        let had = |it: &&UnitId| self.signatures.get(it).is_some_and(|it| it.how == "signs");
        self.countersign_of.iter().filter(|it| !had(it)).collect()
    }

    /// The day of the last signature or, where none is asked for, of the approval; none while a signature is missing.
    pub(crate) fn settled_on(&self) -> Option<Date> {
        if !self.without_signature().is_empty() {
            return None;
        }
        let last = self.signatures.values().filter(|it| it.how == "signs").map(|it| it.on).max();
        last.or(self.approved)
    }

    /// The date of a paper that goes out on a day: that of the last signature, where there is one. While one is missing, it
    /// has none.
    pub(crate) fn dated(&self, on: Date) -> Option<Date> {
        self.settled_on().or(Some(on)).filter(|_| self.without_signature().is_empty())
    }
}
