//! The act `answer_request` answers a request for a meeting (答复).

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, instead},
        view::Ask,
    },
    law::meeting::calling::FEW,
    state::{
        State,
        meeting::{MeetingRequest, RequestAnswer},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{RequestId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        words::Role,
    },
};

record! {
    /// Answers a request for a meeting (答复).
    ///
    /// The office or the convener does this (`request.answered_by_office_or_convener`), and whoever the charter says
    /// decides on requests, if it says so (`request.decided_by_whoever_may`). A request is answered once
    /// (`request.is_unanswered`). One that obliges is granted (`request.granted_where_owed`): that of the superior,
    /// that for which enough units have asked, and every other if the charter is read so. One that is declined is
    /// declined with a reason (`request.decline_has_reason`).
    ///
    /// It settles nothing. A request that is granted waits for the meeting that answers it, which `convene` names; one
    /// that is declined is at its end.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AnswerRequest, wire};
    ///
    /// let act = AnswerRequest::new("r1".parse()?, false).reason("the plenary meeting deals with it".parse()?);
    /// let json = r#"{
    ///     "type": "answer_request", "request": "r1", "granted": false, "reason": "the plenary meeting deals with it"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AnswerRequest {
        /// The request.
        pub request: RequestId,
        /// Whether the meeting will be called.
        pub granted: bool,
        /// Why the meeting will not be called, or how it will.
        optional pub reason: Option<Text>,
    }
}

impl ActType for AnswerRequest {
    type Names<'s> = &'s MeetingRequest;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "request.answered_by_office_or_convener",
                "提请由办公室或者召集人答复",
                "the office or the convener answers a request",
            ),
            check: |it| it.needs(&[Role::Office, Role::Convener], None),
        },
        Guard {
            rule: Rule::law(
                "request.decided_by_whoever_may",
                "是否召开由有权者决定",
                "whoever decides on requests for a meeting answers",
            )
            .needs(&[SettingKey::RequestRight]),
            check: |it| match it.settings().request_right.fixed() {
                Some(right) if !right.decided_by.is_empty() => it.needs(&right.decided_by, None),
                _ => Ok(()),
            },
        },
        Guard {
            rule: Rule::always(
                "request.is_unanswered",
                "该提请尚未答复，也没有撤回",
                "the request is not yet answered, and has not been withdrawn",
            ),
            check: |it| {
                let stands = it.names.withdrawn.is_none();
                ensure(stands, || Finding::state(Standing::Withdrawn, &[Standing::Unanswered]))?;
                ensure(it.names.answer.is_none(), || {
                    Finding::state(Standing::Answered, &[Standing::Unanswered])
                })
            },
        },
        Guard {
            rule: Rule::law(
                "request.granted_where_owed",
                "应当召开的会议不得不予召开",
                "a request that obliges is granted",
            )
            .needs(&[SettingKey::RequestRight])
            .reads(&[ReadingKey::RequestEffect])
            .cured_by(&[instead(ActKind::AnswerRequest, &[Role::Office, Role::Convener])]),
            check: |it| {
                let owed = it.must_be_called(it.names, || it.have_asked(&it.names.topic));
                ensure(it.act.granted || !owed, || Finding::NotAllowed {
                    value: "declined".to_owned(),
                    allowed: vec!["granted".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "request.decline_has_reason",
                "不予召开的，说明理由",
                "a request is declined with a reason",
            ),
            check: |it| {
                ensure(it.act.granted || it.act.reason.is_some(), || Finding::Missing {
                    what: vec!["reason".to_owned()],
                })
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
            request.answer = Some(RequestAnswer { granted: self.granted, given: stamp.deed() });
            request.last = stamp.at;
        }
        if !self.granted {
            state.meetings.settle(&self.request);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let meetings = ask.state.meetings();
        let unanswered = |id: &&RequestId| meetings.requests.get(*id).is_some_and(|it| it.answer.is_none());
        let answers = |id: &RequestId| {
            let answer = |granted, reason| Self { request: id.clone(), granted, reason };
            [answer(true, None), answer(false, some_text())]
        };
        meetings.pending.iter().filter(unanswered).take(FEW).flat_map(answers).collect()
    }
}
