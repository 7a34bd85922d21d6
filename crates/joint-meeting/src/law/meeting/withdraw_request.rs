//! The act `withdraw_request` withdraws a request for a meeting (撤回提请).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        view::Ask,
    },
    law::membership::by_unit,
    state::{State, meeting::MeetingRequest},
    terms::{
        deed::Stamp,
        id::{RequestId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        words::Role,
    },
};

record! {
    /// Withdraws a request for a meeting (撤回提请).
    ///
    /// Whoever acts for the unit that asked does this; where it was the superior who asked, the office passes it on
    /// (`actor.acts_for_unit`). The request waits for its answer, or was granted and no meeting has been called upon it
    /// (`request.is_pending`).
    ///
    /// It settles nothing. The request is owed no answer and no meeting, and counts no more among those that ask for the
    /// same.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawRequest, wire};
    ///
    /// let act = WithdrawRequest::new("r1".parse()?).reason("settled by telephone".parse()?);
    /// let json = r#"{"type": "withdraw_request", "request": "r1", "reason": "settled by telephone"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawRequest {
        /// The request that is withdrawn.
        pub request: RequestId,
        /// Why it is withdrawn.
        optional pub reason: Option<Text>,
    }
}

impl ActType for WithdrawRequest {
    type Names<'s> = &'s MeetingRequest;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| match it.names.from_superior {
            true => it.needs(&[Role::Office], None),
            false => it.acts_for(&it.names.unit),
        }),
        Guard {
            rule: Rule::always(
                "request.is_pending",
                "该提请有待答复、开会，没有撤回",
                "the request waits for its answer or its meeting, and has not been withdrawn",
            ),
            check: |it| {
                let request = it.names;
                let is = match request.answer {
                    _ if request.withdrawn.is_some() => Standing::Withdrawn,
                    Some(answer) if !answer.granted => Standing::Declined,
                    _ if request.meeting.is_some() => Standing::Met,
                    _ => return Ok(()),
                };
                Err(Finding::state(is, &[Standing::Unanswered, Standing::Granted]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Request, &self.request))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.request)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(request) = state.meetings.requests.get_mut(&self.request) {
            request.withdrawn = Some(stamp.deed());
            request.last = stamp.at;
        }
        state.meetings.settle(&self.request);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        const FEW: usize = 12;
        let meetings = ask.state.meetings();
        let own = |id: &&RequestId| {
            let request = meetings.requests.get(*id);
            request.is_some_and(|it| it.from_superior || ask.acts_for(&it.unit).is_ok())
        };
        let withdraw = |id: &RequestId| Self { request: id.clone(), reason: None };
        meetings.pending.iter().filter(own).take(FEW).map(withdraw).collect()
    }
}
