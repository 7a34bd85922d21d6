//! The act `draft_minutes` drafts the minutes of a meeting (起草会议纪要).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed, instead, remedy},
        transition,
        view::{Ask, Case},
        word::word,
    },
    law::membership::by_office,
    state::{
        State,
        document::Minutes,
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{ItemId, MeetingId, MinutesId, Text},
        matter::MatterRef,
        record::record,
        sorted::{Map, Set},
        time::Time,
        words::{Role, Step},
    },
};

record! {
    /// Drafts the minutes of a meeting (起草会议纪要): the text that will become a document once the units have been asked.
    ///
    /// Only the office may do it (`actor.is_office`), and only for a meeting that is closed
    /// (`minutes.of_a_closed_meeting`), once (`minutes.once_for_each_meeting`). The minutes must record everything the
    /// meeting agreed, and nothing it did not settle (`minutes.cover_what_was_settled`). The charter must give minutes
    /// of such a meeting a path (`minutes.path_provided_for`).
    ///
    /// It settles the first version: the steps these minutes take, the units asked for their consent and those asked to
    /// countersign. The minutes are then on their way until a document is issued from them.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DraftMinutes, wire};
    ///
    /// let act = DraftMinutes::new("n1".parse()?, "m1".parse()?, "who does what".parse()?)
    ///     .items(["i1".parse()?, "i2".parse()?]);
    /// let json = r#"{
    ///     "type": "draft_minutes", "minutes": "n1", "meeting": "m1", "items": ["i1", "i2"],
    ///     "text": "who does what"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DraftMinutes {
        /// The new name of the minutes.
        pub minutes: MinutesId,
        /// The meeting whose minutes they are.
        pub meeting: MeetingId,
        /// The matters settled there that they record.
        optional pub items: Vec<ItemId>,
        /// What the minutes say.
        pub text: Text,
    }
}

impl ActType for DraftMinutes {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "minutes.of_a_closed_meeting",
                "会议已经结束",
                "minutes are drafted of a meeting that is closed",
            )
            .cured_by(&[remedy(ActKind::CloseMeeting, &[Role::PresidingPerson])]),
            check: |it| it.names.must_be(&[MeetingStage::Closed]),
        },
        Guard {
            rule: Rule::always(
                "minutes.once_for_each_meeting",
                "一次会议形成一份纪要",
                "a meeting has one set of minutes",
            )
            .cured_by(&[instead(ActKind::RedraftMinutes, &[Role::Office])]),
            check: |it| {
                let minutes = &it.names.minutes;
                ensure(minutes.is_none(), || Finding::Unwanted {
                    what: minutes.iter().map(ToString::to_string).collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "minutes.cover_what_was_settled",
                "纪要载明会议议定的全部事项，不载未定之事",
                "the minutes record everything the meeting agreed, and nothing it did not settle",
            ),
            check: |it| {
                let (id, items) = (&it.act.meeting, &it.act.items);
                let words = |all: Vec<&ItemId>| all.into_iter().map(ToString::to_string).collect();
                let left_out: Vec<&ItemId> =
                    it.settled_at(id, it.names, false).filter(|it| !items.contains(it)).collect();
                ensure(left_out.is_empty(), || Finding::Missing { what: words(left_out) })?;
                let mut settled: Set<&ItemId> = it.settled_at(id, it.names, true).collect();
                // Each item is taken out as it is met, so that one that stands twice is not settled the second time.
                let strange: Vec<&ItemId> = items.iter().filter(|it| !settled.remove(it)).collect();
                ensure(strange.is_empty(), || Finding::Unwanted { what: words(strange) })
            },
        },
        Guard {
            rule: Rule::law(
                "minutes.path_provided_for",
                "制度规定了此类会议的办文程序",
                "the charter gives minutes of such a meeting a path",
            )
            .asks(&[SettingKey::Paths])
            .reads(&[ReadingKey::LiaisonMinutes]),
            check: |it| {
                let paths = fixed(&it.settings().paths)?;
                let path = it.path(it.names.kind);
                ensure(path.is_some_and(|it| it.contains(&Step::Draft)), || Finding::NotAllowed {
                    value: word(&it.names.kind),
                    allowed: paths
                        .iter()
                        .filter(|(_, it)| it.contains(&Step::Draft))
                        .map(|(kind, _)| word(kind))
                        .collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["minutes", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.free(&self.minutes);
        names.all_known(&self.items);
        names.known(&self.meeting)
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        meeting.closed.map(|it| it.at)
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        let path = case.path(case.names.kind).unwrap_or_default();
        let items = &case.act.items;
        Outcome::Drafted {
            version: 1,
            consent_of: case.consent_asked_of(case.names, items, &path),
            countersign_of: case.countersign_asked_of(case.names, items, &path),
            path,
        }
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Drafted { version, path, consent_of, countersign_of } = outcome else { return };
        let minutes = Minutes {
            meeting: self.meeting.clone(),
            items: self.items.clone(),
            version: *version,
            drafted: stamp.deed(),
            steps: path.clone(),
            consent_of: consent_of.clone(),
            countersign_of: countersign_of.clone(),
            consents: Map::new(),
            signatures: Map::new(),
            past: Vec::new(),
            approved: None,
            number: None,
            allotment: None,
            document: None,
            last: stamp.at,
        };
        state.documents.minutes.insert(self.minutes.clone(), minutes);
        state.documents.live.insert(self.minutes.clone());
        if let Some(meeting) = state.meetings.meetings.get_mut(&self.meeting) {
            meeting.minutes = Some(self.minutes.clone());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let draft = |(id, meeting): (&MeetingId, &Meeting)| {
            Some(Self {
                minutes: new_name()?,
                meeting: id.clone(),
                items: ask.settled_at(id, meeting, true).cloned().collect(),
                text: some_text()?,
            })
        };
        let waits = |it: &Meeting| it.stage == MeetingStage::Closed && it.minutes.is_none();
        let meetings = ask.state.meetings();
        let recent = meetings.held.values().rev().take(RECENT);
        let recent = recent.filter_map(|it| meetings.meetings.get_key_value(it));
        recent.filter(|(_, it)| waits(it)).filter_map(draft).collect()
    }
}

/// The number of the last meetings that are offered for minutes.
const RECENT: usize = 12;
