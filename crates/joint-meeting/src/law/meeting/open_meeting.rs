//! The act `open_meeting` opens a meeting (开会).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::Ask,
    },
    law::meeting::{FIRST_IN_RANK, is_convened},
    state::{
        State,
        meeting::{Meeting, MeetingStage},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::MeetingId,
        matter::MatterRef,
        record::record,
        time::{Time, end_of, start_of},
        words::Role,
    },
};

record! {
    /// Opens a meeting (开会).
    ///
    /// Whoever presides does this (`meeting.opened_by_presiding`): the person to whom it was delegated, or whoever holds
    /// the role and takes it back; the person whom the notice settled or, where that person holds the role no longer,
    /// another who holds it; while nobody holds it, the convener. Where conveners are ranked, it is the first in office, or the person to whom it was delegated
    /// (`presiding.first_in_rank`). The meeting is convened
    /// (`meeting.is_convened`) and for that day (`meeting.opens_on_its_day`).
    ///
    /// It settles nothing. The meeting is open, under the person who opened it, and counts as held that day. The office can record who attends, and
    /// whoever presides can take up its items.
    ///
    /// ```
    /// use joint_meeting::{Act, act::OpenMeeting, wire};
    ///
    /// let act = OpenMeeting::new("m1".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "open_meeting", "meeting": "m1"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct OpenMeeting {
        /// The meeting.
        pub meeting: MeetingId,
    }
}

impl ActType for OpenMeeting {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "meeting.opened_by_presiding",
                "会议由主持人开会",
                "whoever presides opens the meeting",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::LiaisonPresiding])
            .cured_by(&[remedy(ActKind::DelegatePresiding, &[Role::Convener])]),
            check: |it| it.presides(it.names),
        },
        Guard {
            rule: FIRST_IN_RANK,
            check: |it| match it.names.is_delegated && it.names.presiding == *it.by {
                true => Ok(()),
                false => it.is_first_where_ranked(it.names.kind, it.by),
            },
        },
        is_convened(),
        Guard {
            rule: Rule::always(
                "meeting.opens_on_its_day",
                "会议在通知的日期召开",
                "the meeting opens on the day for which it was called",
            )
            .cured_by(&[remedy(ActKind::PostponeMeeting, &[Role::Office, Role::Convener])]),
            check: |it| {
                let (day, today) = (it.names.held_at.date(), it.today());
                let earliest = start_of(day, it.charter.offset());
                ensure(today >= day, || Finding::TooEarly { earliest })?;
                let latest = end_of(day, it.charter.offset());
                ensure(today <= day, || Finding::TooLate { latest })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        transition::meeting(&self.meeting)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.meeting)
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        Some(meeting.called_since())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(meeting) = state.meetings.lead(&self.meeting, stamp) else { return };
        meeting.stage = MeetingStage::Open;
        meeting.opened = Some(stamp.deed());
        state.meetings.held.insert((stamp.at.date(), stamp.no), self.meeting.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let convened = ask.state.meetings().in_stage(MeetingStage::Convened);
        convened.map(|(id, _)| Self { meeting: id.clone() }).collect()
    }
}
