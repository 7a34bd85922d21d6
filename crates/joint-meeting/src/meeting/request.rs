//! Requests for a meeting, and the office's answers.

use std::collections::BTreeSet;

use super::{Answer, Request, convene::FEW};
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{Charter, ReadingKey, Role, SettingKey, readings::RequestEffect, settings::Threshold},
    deed::Stamp,
    entry::Outcome,
    id::{RequestId, Text, UnitId},
    law::{MatterKind, MatterRef},
    membership::by_unit,
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::Date,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub wished: Option<Date>,
        /// Whether it is the superior who asks (上级要求).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub from_superior: bool,
    }

    /// Answers a request for a meeting (答复).
    pub struct AnswerRequest {
        /// The request.
        pub request: RequestId,
        /// Whether the meeting will be called.
        pub granted: bool,
        /// Why not, or how.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Text>,
    }
}

impl View<'_> {
    /// Whether a request leaves no choice but to call the meeting, seen among the requests given.
    pub(super) fn must_be_called<'r>(
        &self,
        request: &Request,
        among: impl IntoIterator<Item = &'r Request>,
    ) -> bool {
        if request.from_superior || self.reading::<RequestEffect>() == RequestEffect::Call {
            return true;
        }
        let alike = among.into_iter().filter(|it| it.topic == request.topic && !it.from_superior);
        let units: BTreeSet<&UnitId> = alike.map(|it| &it.unit).collect();
        let reached = |it: &Threshold| {
            units.iter().filter(|unit| self.is_counted(it, unit)).count() >= usize::from(it.units)
        };
        let right = self.settings().request_right.fixed();
        right.into_iter().flat_map(|it| &it.thresholds).any(reached)
    }

    fn is_counted(&self, threshold: &Threshold, unit: &UnitId) -> bool {
        let class = self.state.membership.units.get(unit).and_then(|it| it.class.as_ref());
        (threshold.of.is_empty() && threshold.of_classes.is_empty())
            || threshold.of.contains(unit)
            || class.is_some_and(|it| threshold.of_classes.contains(it))
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

impl ActType for AnswerRequest {
    type Names<'s> = &'s Request;

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
            rule: Rule::always("request.is_unanswered", "该提请尚未答复", "the request is not yet answered"),
            check: |it| {
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
            .cured_by(&[remedy(ActKind::AnswerRequest, &[Role::Office, Role::Convener])]),
            check: |it| {
                let meetings = &it.state.meetings;
                let pending = meetings.pending.iter().filter_map(|it| meetings.requests.get(it));
                let owed = it.must_be_called(it.names, pending);
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
        MatterRef::new(MatterKind::Request, self.request.as_str())
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.request)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(request) = state.meetings.requests.get_mut(&self.request) {
            request.answer = Some(Answer { granted: self.granted, given: stamp.deed() });
            request.last = stamp.at;
        }
        if !self.granted {
            state.meetings.pending.remove(&self.request);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let meetings = &ask.state.meetings;
        let unanswered = |id: &&RequestId| meetings.requests.get(*id).is_some_and(|it| it.answer.is_none());
        let answers = |id: &RequestId| {
            let answer = |granted, reason| Self { request: id.clone(), granted, reason };
            [answer(true, None), answer(false, some_text())]
        };
        meetings.pending.iter().filter(unanswered).take(FEW).flat_map(answers).collect()
    }
}
