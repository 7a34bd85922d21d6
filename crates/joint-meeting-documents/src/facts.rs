//! What the journal tells about a thing, gathered from the entries that name it.
//!
//! Nothing is judged here: what is owed or allowed is asked of the core.

use std::collections::BTreeMap;

use joint_meeting::{
    Act, Entry, JointMeeting,
    act::{
        AddAgendaItem, Assign, ConsentWithChanges, Convene, Countersign, DeclineConsent, DeclineCountersign,
        FinishJointAction, Invite, IssueDocument, LeaveOpen, PlanJointAction, RecordAttendance,
        StatePosition,
    },
    charter::settings::Step,
    entry::Outcome,
    id::{
        ActionId, AssignmentId, DocumentId, ItemId, MeetingId, MinutesId, PersonId, SeriesId, Text, UnitId,
    },
    number::DocumentNumber,
    time::{Date, Time},
};

use crate::desk::PaperError;

/// The entries as known, up to one of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JournalFacts<'b> {
    pub(crate) entries: &'b [Entry],
}

/// A meeting.
#[derive(Clone, Debug)]
pub(crate) struct MeetingFacts<'b> {
    pub(crate) called: &'b Entry,
    pub(crate) call: &'b Convene,
    /// When it is or was held, after all postponements.
    pub(crate) held_at: Time,
    /// Why it was put off, last.
    pub(crate) postponed: Option<&'b Text>,
    pub(crate) cancelled: Option<&'b Text>,
    pub(crate) presiding: Option<&'b PersonId>,
    pub(crate) attendance: Option<&'b RecordAttendance>,
    pub(crate) invited: Vec<&'b Invite>,
    pub(crate) minutes: Vec<&'b MinutesId>,
}

/// How an item was settled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'b> {
    /// `agreed`, `clarified`, `left_open`.
    pub(crate) how: &'static str,
    /// The units to which it gives work.
    pub(crate) tasks: &'b [UnitId],
}

/// An item.
#[derive(Clone, Debug)]
pub(crate) struct ItemFacts<'b> {
    pub(crate) put: &'b AddAgendaItem,
    /// What is proposed, as last revised.
    pub(crate) proposal: Option<&'b Text>,
    pub(crate) settled: Option<Settled<'b>>,
    pub(crate) left_open: Option<&'b LeaveOpen>,
    pub(crate) positions: BTreeMap<&'b UnitId, &'b StatePosition>,
    pub(crate) assignments: Vec<AssignmentFacts<'b>>,
}

/// An assignment.
#[derive(Clone, Debug)]
pub(crate) struct AssignmentFacts<'b> {
    pub(crate) assign: &'b Assign,
    /// The last day, as last extended.
    pub(crate) due: Option<Date>,
    pub(crate) progress: Option<&'b Text>,
    pub(crate) result: Option<(&'b Text, Date)>,
}

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

/// A joint action.
#[derive(Clone, Debug)]
pub(crate) struct ActionFacts<'b> {
    pub(crate) planned: &'b Entry,
    pub(crate) plan: &'b PlanJointAction,
    pub(crate) started: Option<Date>,
    pub(crate) finished: Option<(&'b FinishJointAction, Date)>,
    /// Joint enforcement that was part of it.
    pub(crate) enforcement: Vec<(&'b [UnitId], &'b Text, Date)>,
}

fn unknown(kind: &'static str, name: &impl ToString) -> PaperError {
    PaperError::Unknown { kind, name: name.to_string() }
}

impl<'b> JournalFacts<'b> {
    pub(crate) fn new(body: &'b JointMeeting) -> Self {
        Self { entries: body.entries() }
    }

    /// As it was known when an entry was made.
    pub(crate) fn up_to(self, entry: &Entry) -> Self {
        let known = self.entries.partition_point(|it| it.no <= entry.no);
        Self { entries: self.entries.get(..known).unwrap_or(self.entries) }
    }

    pub(crate) fn meeting(self, id: &MeetingId) -> Result<MeetingFacts<'b>, PaperError> {
        let mut found: Option<MeetingFacts<'b>> = None;
        for entry in self.entries {
            if let Act::Convene(it) = &entry.act
                && it.meeting == *id
            {
                let Outcome::Convened { presiding } = &entry.outcome else { continue };
                found = Some(MeetingFacts {
                    called: entry,
                    call: it,
                    held_at: it.held_at,
                    postponed: None,
                    cancelled: None,
                    presiding: Some(presiding),
                    attendance: None,
                    invited: Vec::new(),
                    minutes: Vec::new(),
                });
            }
            let Some(meeting) = &mut found else { continue };
            match &entry.act {
                Act::PostponeMeeting(it) if it.meeting == *id => {
                    meeting.held_at = it.to;
                    meeting.postponed = Some(&it.reason);
                }
                Act::CancelMeeting(it) if it.meeting == *id => meeting.cancelled = Some(&it.reason),
                Act::DelegatePresiding(it) if it.meeting == *id => meeting.presiding = Some(&it.to),
                Act::RecordAttendance(it) if it.meeting == *id => meeting.attendance = Some(it),
                Act::Invite(it) if it.meeting == *id => meeting.invited.push(it),
                Act::OpenMeeting(it) if it.meeting == *id => meeting.held_at = entry.at,
                Act::DraftMinutes(it) if it.meeting == *id => meeting.minutes.push(&it.minutes),
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("meeting", id))
    }

    pub(crate) fn item(self, id: &ItemId) -> Result<ItemFacts<'b>, PaperError> {
        let mut found: Option<ItemFacts<'b>> = None;
        for entry in self.entries {
            if let Act::AddAgendaItem(it) = &entry.act
                && it.item == *id
            {
                found = Some(ItemFacts {
                    put: it,
                    proposal: it.proposal.as_ref(),
                    settled: None,
                    left_open: None,
                    positions: BTreeMap::new(),
                    assignments: Vec::new(),
                });
            }
            let Some(item) = &mut found else { continue };
            match &entry.act {
                Act::ReviseProposal(it) if it.item == *id => item.proposal = Some(&it.proposal),
                Act::StatePosition(it) if it.item == *id => {
                    item.positions.insert(&it.unit, it);
                }
                Act::WithdrawPosition(it) if it.item == *id => {
                    item.positions.remove(&it.unit);
                }
                Act::Agree(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "agreed", tasks: &it.tasks });
                }
                Act::Clarify(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "clarified", tasks: &it.tasks });
                }
                Act::LeaveOpen(it) if it.item == *id => {
                    item.settled = Some(Settled { how: "left_open", tasks: &[] });
                    item.left_open = Some(it);
                }
                Act::Assign(it) if it.item == *id => {
                    item.assignments.extend(self.assignment(&it.assignment));
                }
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("item", id))
    }

    pub(crate) fn assignment(self, id: &AssignmentId) -> Option<AssignmentFacts<'b>> {
        let mut found: Option<AssignmentFacts<'b>> = None;
        for entry in self.entries {
            if let Act::Assign(it) = &entry.act
                && it.assignment == *id
            {
                found = Some(AssignmentFacts { assign: it, due: it.due, progress: None, result: None });
            }
            let Some(assignment) = &mut found else { continue };
            match &entry.act {
                Act::ExtendAssignment(it) if it.assignment == *id => assignment.due = Some(it.due),
                Act::ReportProgress(it) if it.assignment == *id => assignment.progress = Some(&it.text),
                Act::CompleteAssignment(it) if it.assignment == *id => {
                    assignment.result = Some((&it.result, entry.at.date()));
                }
                _ => {}
            }
        }
        found
    }

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

    pub(crate) fn document(self, id: &DocumentId) -> Result<(&'b IssueDocument, &'b Entry), PaperError> {
        let issued = |entry: &'b Entry| match &entry.act {
            Act::IssueDocument(it) if it.document == *id => Some((&**it, entry)),
            _ => None,
        };
        self.entries.iter().find_map(issued).ok_or_else(|| unknown("document", id))
    }

    pub(crate) fn action(self, id: &ActionId) -> Result<ActionFacts<'b>, PaperError> {
        let mut found: Option<ActionFacts<'b>> = None;
        for entry in self.entries {
            let on = entry.at.date();
            if let Act::PlanJointAction(plan) = &entry.act
                && plan.action == *id
            {
                let (started, finished, enforcement) = (None, None, Vec::new());
                found = Some(ActionFacts { planned: entry, plan, started, finished, enforcement });
            }
            let Some(action) = &mut found else { continue };
            match &entry.act {
                Act::StartJointAction(it) if it.action == *id => action.started = Some(on),
                Act::FinishJointAction(it) if it.action == *id => action.finished = Some((it, on)),
                Act::RecordJointEnforcement(it) if it.counts_as.as_ref() == Some(id) => {
                    action.started = action.started.or(Some(on));
                    action.enforcement.push((&it.units, &it.result, on));
                }
                _ => {}
            }
        }
        found.ok_or_else(|| unknown("action", id))
    }

    /// What a unit was called by the acts that made it known.
    pub(crate) fn unit_name(self, unit: &UnitId) -> Option<&'b Text> {
        self.entries.iter().rev().find_map(|it| match &it.act {
            Act::RenameUnit(it) if it.unit == *unit => Some(&it.name),
            Act::AdmitUnit(it) if it.unit == *unit => Some(&it.name),
            Act::MergeUnits(it) if it.into == *unit => Some(&it.name),
            Act::Invite(it) if it.unit.as_ref() == Some(unit) => Some(&it.invitee),
            _ => None,
        })
    }

    /// The post of a person in a unit, as last named there.
    pub(crate) fn post(self, unit: &UnitId, person: &PersonId) -> Option<&'b Text> {
        self.entries.iter().rev().find_map(|it| match &it.act {
            Act::NameMember(it) if it.unit == *unit && it.person == *person => Some(&it.post),
            Act::NameLiaisonOfficer(it) if it.unit == *unit && it.person == *person => Some(&it.post),
            _ => None,
        })
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
