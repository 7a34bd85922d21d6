//! The act `close_meeting` closes a meeting (闭会).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, View},
    },
    law::meeting::is_open,
    state::{
        State,
        decision::ItemStage,
        meeting::{Meeting, MeetingStage},
    },
    terms::{act_kind::ActKind, deed::Stamp, id::MeetingId, matter::MatterRef, record::record, words::Role},
};

record! {
    /// Closes a meeting (闭会).
    ///
    /// Whoever presides does this (`meeting.closed_by_presiding`). The meeting is open (`meeting.is_open`), and every
    /// item of its agenda has an outcome: it was heard or discussed, if no more was asked for, and otherwise it was
    /// settled or left open (`meeting.items_are_settled`).
    ///
    /// It settles nothing. The meeting is at its end, and the office can draft its minutes. Items that were only to be
    /// heard or discussed are done with; those that were left open can be put on another agenda.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CloseMeeting, wire};
    ///
    /// let act = CloseMeeting::new("m1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "close_meeting", "meeting": "m1"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CloseMeeting {
        /// The meeting.
        pub meeting: MeetingId,
    }
}

impl ActType for CloseMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "meeting.closed_by_presiding",
                "会议由主持人宣布结束",
                "whoever presides closes the meeting",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::LiaisonPresiding]),
            check: |it| it.presides(it.names),
        },
        is_open(),
        Guard {
            rule: Rule::law(
                "meeting.items_are_settled",
                "每项议题都有结果",
                "every item of the agenda was heard, settled or left open",
            )
            .cured_by(&[
                remedy(ActKind::Discuss, &[Role::PresidingPerson]),
                remedy(ActKind::Agree, &[Role::PresidingPerson]),
                remedy(ActKind::LeaveOpen, &[Role::PresidingPerson]),
            ]),
            check: |it| unsettled(it, it.names),
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(meeting) = state.meetings.lead(&self.meeting, stamp) else { return };
        meeting.stage = MeetingStage::Closed;
        meeting.closed = Some(stamp.deed());
        for item in &meeting.agenda {
            state.decisions.meeting_closed(item, stamp.deed());
        }
        let kind = meeting.kind;
        let last = state.meetings.last_closed.entry(kind).or_insert(stamp.at);
        *last = stamp.at.max(*last);
        state.meetings.live.remove(&self.meeting);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = ask.state.meetings().in_stage(MeetingStage::Open);
        open.map(|(id, _)| Self { meeting: id.clone() }).collect()
    }
}

/// Checks that no item of the agenda is without an outcome.
fn unsettled(view: &View<'_>, meeting: &Meeting) -> Check {
    let items = &view.state.decisions().items;
    let bare = meeting.agenda.iter().filter(|id| {
        items.get(*id).is_some_and(|it| match it.stage {
            ItemStage::Proposed | ItemStage::OnAgenda => true,
            ItemStage::Discussed => it.kind.is_decided(),
            ItemStage::Agreed | ItemStage::Clarified | ItemStage::LeftOpen | ItemStage::Referred => false,
        })
    });
    let what: Vec<String> = bare.map(ToString::to_string).collect();
    ensure(what.is_empty(), || Finding::Missing { what })
}
