//! The act `delegate_presiding` entrusts another person with presiding over one meeting (委托主持).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::{ActType, new_name},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        transition,
        view::Ask,
    },
    law::meeting::{FIRST_IN_RANK, is_not_over},
    state::{State, meeting::Meeting},
    terms::{
        deed::{self, Stamp},
        id::{MeetingId, PersonId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::Role,
    },
};

record! {
    /// Entrusts another person with presiding over one meeting (委托主持).
    ///
    /// Whoever holds the role or post that presides over meetings of the kind does this or, while nobody holds it, the
    /// convener; one who was entrusted does not pass it on (`presiding.delegated_by_its_holder`). Where conveners are ranked, it is the first in office
    /// (`presiding.first_in_rank`). The person entrusted holds such a role as well, or is one whom the charter lets be
    /// entrusted (`presiding.delegate_is_eligible`). The meeting is not over
    /// (`meeting.is_not_over`): one who leaves in the middle of it can hand it over.
    ///
    /// It settles nothing. The person entrusted presides over the meeting as long as they may be entrusted, until it is
    /// delegated anew, or whoever holds the role takes it back by presiding.
    ///
    /// ```
    /// use joint_meeting::{Act, act::DelegatePresiding, wire};
    ///
    /// let act = DelegatePresiding::new("m1".parse()?, "p2".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "delegate_presiding", "meeting": "m1", "to": "p2"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct DelegatePresiding {
        /// The meeting.
        pub meeting: MeetingId,
        /// The person entrusted.
        pub to: PersonId,
    }
}

impl ActType for DelegatePresiding {
    type Names<'s> = &'s Meeting;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "presiding.delegated_by_its_holder",
                "由本应主持的人委托，受托人不得转委托",
                "whoever would preside delegates it; a delegate does not pass it on",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::LiaisonPresiding]),
            check: |it| it.must_lead(it.names.kind, it.by, it.today()),
        },
        Guard { rule: FIRST_IN_RANK, check: |it| it.is_first_where_ranked(it.names.kind, it.by) },
        Guard {
            rule: Rule::law(
                "presiding.delegate_is_eligible",
                "受托人符合规定",
                "the delegate is one who may be entrusted",
            )
            .needs(&[SettingKey::Presiding])
            .reads(&[ReadingKey::DelegateMay]),
            check: |it| it.may_be_entrusted(it.names.kind, &it.act.to, it.today()),
        },
        is_not_over(),
    ];

    const FREE: &'static [&'static str] = &["to"];

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
        state.membership.meet(&self.to);
        if let Some(meeting) = state.meetings.touch(&self.meeting, stamp.at) {
            meeting.presiding = self.to.clone();
            meeting.is_delegated = true;
            deed::add(&mut meeting.delegated, stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let today = ask.today();
        let deputy = ask.holder_of(Role::DeputyConvener, today);
        let convener = ask.convener(today);
        let members = ask.members_on(today).into_iter().rev().filter_map(|it| ask.member_of(it, today));
        let mut persons: Vec<PersonId> = deputy.into_iter().chain(convener).cloned().collect();
        persons.extend(members.take(1).cloned());
        persons.extend(new_name());
        let delegate = |meeting: &MeetingId| {
            let to = |it: &PersonId| Self { meeting: meeting.clone(), to: it.clone() };
            persons.iter().map(to).collect::<Vec<_>>()
        };
        ask.state.meetings().live().flat_map(|(id, _)| delegate(id)).collect()
    }
}
