//! `request_meeting`: asks the office for a meeting (提请召开).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
    },
    law::membership::by_unit,
    state::{State, meeting::Request},
    terms::{
        deed::Stamp,
        id::{RequestId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::Role,
    },
};

record! {
    /// Asks the office for a meeting (提请召开).
    pub struct RequestMeeting {
        /// Its new name.
        pub request: RequestId,
        /// The unit that asks, or that passes on what the superior asks for.
        pub unit: UnitId,
        /// What the meeting is to be about.
        pub topic: Text,
        /// The day wished for.
        optional pub wished: Option<Date>,
        /// Whether it is the superior who asks (上级要求).
        optional pub from_superior: bool,
    }
}

impl ActType for RequestMeeting {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| match it.act.from_superior {
            true => it.needs(&[Role::Office], None),
            false => it.acts_for(&it.act.unit),
        }),
        Guard {
            rule: Rule::law(
                "request.open_to_requester",
                "制度允许其提请召开会议",
                "the charter lets the requester ask for a meeting",
            )
            .needs(&[SettingKey::RequestRight]),
            check: |it| {
                let right = fixed(&it.settings().request_right)?;
                let asks = if it.act.from_superior { Role::Superior } else { Role::MemberUnit };
                let may = [(Role::MemberUnit, right.member_units), (Role::Superior, right.superior)];
                let roles: Vec<Role> = may.iter().filter(|(_, may)| *may).map(|(role, _)| *role).collect();
                ensure(roles.contains(&asks), || Finding::NeedsRole { roles, unit: None })?;
                if it.act.from_superior { Ok(()) } else { it.members_all([&it.act.unit]) }
            },
        },
    ];

    const FREE: &'static [&'static str] = &["request", "topic", "wished"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        let free = names.free(&self.request);
        names.known(&self.unit)?;
        free
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let request = Request {
            unit: self.unit.clone(),
            topic: self.topic.clone(),
            from_superior: self.from_superior,
            made: stamp.deed(),
            answer: None,
            meeting: None,
            last: stamp.at,
        };
        state.meetings.requests.insert(self.request.clone(), request);
        state.meetings.pending.insert(self.request.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let request = |unit: &UnitId, from_superior: bool| {
            Some(Self {
                request: new_name(ask)?,
                unit: unit.clone(),
                topic: some_text()?,
                wished: None,
                from_superior,
            })
        };
        let members = ask.members_on(ask.today());
        let own = members.iter().copied().filter(|it| ask.acts_for(it).is_ok());
        let own = own.filter_map(|it| request(it, false));
        own.chain(members.first().and_then(|it| request(it, true))).collect()
    }
}
