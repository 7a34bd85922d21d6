//! The act `request_meeting` asks the office for a meeting (提请召开).

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
    state::{State, meeting::MeetingRequest},
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
    ///
    /// Whoever acts for the unit that asks does this: a person responsible for it, its member or its liaison officer.
    /// Where it is the superior who asks, the office passes it on (`actor.acts_for_unit`). The charter lets member
    /// units, or the superior, ask for a meeting (`request.open_to_requester`); a charter that does not say so lets
    /// nobody ask.
    ///
    /// It settles nothing. The request waits for `answer_request`, which the office owes (`request.answered`).
    ///
    /// ```
    /// use joint_meeting::{Act, act::RequestMeeting, wire};
    ///
    /// let act = RequestMeeting::new("r1".parse()?, "health".parse()?, "stray dogs".parse()?)
    ///     .wished("2022-05-20".parse()?);
    /// let json = r#"{
    ///     "type": "request_meeting", "request": "r1", "unit": "health", "topic": "stray dogs", "wished": "2022-05-20"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
            .asks(&[SettingKey::RequestRight]),
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
        let request = MeetingRequest {
            unit: self.unit.clone(),
            topic: self.topic.clone(),
            from_superior: self.from_superior,
            made: stamp.deed(),
            answer: None,
            meeting: None,
            withdrawn: None,
            last: stamp.at,
        };
        state.meetings.requests.insert(self.request.clone(), request);
        state.meetings.pend(&self.request);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let request = |unit: &UnitId, from_superior: bool| {
            Some(Self {
                request: new_name()?,
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
