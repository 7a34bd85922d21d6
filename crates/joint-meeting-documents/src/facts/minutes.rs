//! Minutes with their versions and what units say to each, as the entries that name them tell.
//!
//! The meeting that they record is in `meeting`.

use std::collections::BTreeMap;

use joint_meeting::{
    Act, Entry, Outcome,
    act::{ConsentWithChanges, Countersign, DeclineConsent, DeclineCountersign, IssueDocument},
    id::{ItemId, MeetingId, MinutesId, PersonId, SeriesId, Text, UnitId},
    number::DocumentNumber,
    time::Date,
    words::Step,
};

use super::journal::{JournalFacts, unknown};
use crate::terms::error::PaperError;

/// What a unit said to a version of minutes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitReply<'b> {
    /// `consents`, `wants_changes`, `declines`, `signs`, `does_not_sign`.
    pub(crate) how: &'static str,
    pub(crate) text: Option<&'b Text>,
    pub(crate) by: &'b PersonId,
    pub(crate) on: Date,
}

/// A version of minutes.
#[derive(Clone, Debug)]
pub(crate) struct MinutesVersion<'b> {
    pub(crate) version: u32,
    pub(crate) drafted: &'b Entry,
    pub(crate) text: &'b Text,
    pub(crate) path: &'b [Step],
    pub(crate) consent_of: &'b [UnitId],
    pub(crate) countersign_of: &'b [UnitId],
    pub(crate) consents: BTreeMap<&'b UnitId, UnitReply<'b>>,
    pub(crate) signatures: BTreeMap<&'b UnitId, UnitReply<'b>>,
    pub(crate) approved: Option<Date>,
}

/// Minutes.
#[derive(Clone, Debug)]
pub(crate) struct MinutesFacts<'b> {
    pub(crate) id: &'b MinutesId,
    pub(crate) meeting: &'b MeetingId,
    pub(crate) items: &'b [ItemId],
    /// The version that stands.
    pub(crate) now: MinutesVersion<'b>,
    pub(crate) past: Vec<MinutesVersion<'b>>,
    /// Its number, and the series it is from.
    pub(crate) number: Option<(&'b DocumentNumber, &'b SeriesId)>,
    pub(crate) issued: Option<(&'b IssueDocument, &'b Entry)>,
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn minutes(self, id: &MinutesId) -> Result<MinutesFacts<'b>, PaperError> {
        let mut found: Option<MinutesFacts<'b>> = None;
        for entry in self.entries {
            if let Act::DraftMinutes(it) = &entry.act
                && it.minutes == *id
                && let Some(now) = MinutesVersion::drafted(entry, &it.text)
            {
                found = Some(MinutesFacts {
                    id: &it.minutes,
                    meeting: &it.meeting,
                    items: &it.items,
                    now,
                    past: Vec::new(),
                    number: None,
                    issued: None,
                });
            }
            let Some(minutes) = &mut found else { continue };
            match &entry.act {
                Act::RedraftMinutes(it) if it.minutes == *id => {
                    if let Some(next) = MinutesVersion::drafted(entry, &it.text) {
                        minutes.past.push(std::mem::replace(&mut minutes.now, next));
                    }
                }
                Act::AllotNumber(it) if it.minutes == *id => {
                    if let Outcome::Numbered { number } = &entry.outcome {
                        minutes.number = Some((number, &it.series));
                    }
                }
                Act::VoidNumber(it) => {
                    minutes.number = minutes.number.filter(|(number, series)| {
                        (*series, number.year(), number.serial()) != (&it.series, it.year, it.serial)
                    });
                }
                Act::ApproveMinutes(it) if it.minutes == *id => minutes.now.approved = Some(entry.at.date()),
                Act::IssueDocument(it) if it.minutes == *id => minutes.issued = Some((it, entry)),
                act => minutes.now.hear(id, act, entry),
            }
        }
        found.ok_or_else(|| unknown("minutes", id))
    }
}

impl<'b> MinutesVersion<'b> {
    fn drafted(entry: &'b Entry, text: &'b Text) -> Option<Self> {
        let Outcome::Drafted { version, path, consent_of, countersign_of } = &entry.outcome else {
            return None;
        };
        Some(Self {
            version: *version,
            drafted: entry,
            text,
            path,
            consent_of,
            countersign_of,
            consents: BTreeMap::new(),
            signatures: BTreeMap::new(),
            approved: None,
        })
    }

    /// Takes in what a unit says to it.
    fn hear(&mut self, id: &MinutesId, act: &'b Act, entry: &'b Entry) {
        let reply = |how, text| UnitReply { how, text, by: &entry.by, on: entry.at.date() };
        match act {
            Act::Consent(it) if it.minutes == *id => {
                self.consents.insert(&it.unit, reply("consents", None));
            }
            Act::ConsentWithChanges(it) if it.minutes == *id => {
                let ConsentWithChanges { unit, changes, .. } = &**it;
                self.consents.insert(unit, reply("wants_changes", Some(changes)));
            }
            Act::DeclineConsent(it) if it.minutes == *id => {
                let DeclineConsent { unit, reason, .. } = &**it;
                self.consents.insert(unit, reply("declines", Some(reason)));
            }
            Act::Countersign(it) if it.minutes == *id => {
                let Countersign { unit, opinion, .. } = &**it;
                self.signatures.insert(unit, reply("signs", opinion.as_ref()));
            }
            Act::DeclineCountersign(it) if it.minutes == *id => {
                let DeclineCountersign { unit, reason, .. } = &**it;
                self.signatures.insert(unit, reply("does_not_sign", Some(reason)));
            }
            _ => {}
        }
    }

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
}
