//! The rules that stand before `convene`.
//!
//! Guards that it shares with other acts are in `calling`.

use crate::{
    charter::{
        readings::{Caller, CoConveners, ReadingKey, Session},
        settings::{SettingKey, choices::Holder},
    },
    kernel::{
        finding::Finding,
        rule::{Guard, Rule, ensure, instead, remedy},
        view::View,
        word::word,
    },
    law::{
        meeting::{
            FIRST_IN_RANK,
            calling::{
                CALLED_BY_WHOEVER_MAY, ENDS_AFTER_IT_BEGINS, LIES_AHEAD, agenda_is_approved,
                agenda_items_are_open, ends_after, notice_days_kept, prior_steps_done,
            },
        },
        membership::of_members,
    },
    terms::{
        act_kind::ActKind,
        id::{PersonId, UnitId},
        sorted::Set,
        words::{MeetingKind, Mode, Role},
    },
};

use super::Convene;

impl View<'_> {
    /// Whether the lead unit calls meetings of the kind, because the charter says so or says nothing.
    fn is_called_by_lead(&self, kind: MeetingKind) -> bool {
        match self.settings().callers.fixed().and_then(|it| it.get(&kind)) {
            Some(roles) if !roles.is_empty() => roles.contains(&Role::LeadUnit),
            _ => kind != MeetingKind::Liaison,
        }
    }
}

pub(super) const GUARDS: &[Guard<Convene>] = &[
    Guard { rule: CALLED_BY_WHOEVER_MAY, check: |it| it.may_call(it.act.kind) },
    Guard {
        rule: Rule::law(
            "meeting.caller_is_entrusted",
            "受委托召集的，由召集人委托",
            "whoever calls a meeting only as one entrusted names the convener who entrusts them with it",
        )
        .needs(&[SettingKey::Callers, SettingKey::EntrustedCallers])
        .cured_by(&[instead(ActKind::Convene, &[Role::Convener])]),
        check: |it| {
            let kind = it.act.kind;
            if it.may_call(kind).is_err() || it.may_call_unentrusted(kind).is_ok() {
                return Ok(());
            }
            let Some(person) = &it.act.approved_by else {
                return Err(Finding::Missing { what: vec!["approved_by".to_owned()] });
            };
            let entrusts = it.holds(Role::Convener, person, None, it.today());
            ensure(entrusts, || Finding::NeedsRole { roles: vec![Role::Convener], unit: None })
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.approved_by_convener",
            "会议通知经召集人同意",
            "the convener has approved the notice",
        )
        .needs(&[SettingKey::Callers])
        .reads(&[ReadingKey::Caller])
        .cured_by(&[instead(ActKind::Convene, &[Role::Convener])]),
        check: |it| {
            let is_convener = |person: &PersonId| {
                [Role::Convener, Role::ChiefConvener]
                    .iter()
                    .any(|role| it.holds(*role, person, None, it.today()))
            };
            if let Some(person) = &it.act.approved_by {
                let roles = vec![Role::Convener];
                return ensure(is_convener(person), || Finding::NeedsRole { roles, unit: None });
            }
            let asked = it.is_called_by_lead(it.act.kind)
                && it.reading::<Caller>() == Caller::OfficeWithApproval
                && !is_convener(it.by);
            ensure(!asked, || Finding::Missing { what: vec!["approved_by".to_owned()] })
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.called_by_every_convener",
            "几名召集人共同召集的，均已同意",
            "where the conveners call meetings together, each has called or approved it",
        )
        .needs(&[SettingKey::Conveners])
        .reads(&[ReadingKey::CoConveners])
        .cured_by(&[instead(ActKind::Convene, &[Role::Convener])]),
        check: |it| {
            if it.reading::<CoConveners>() == CoConveners::Either || it.act.kind == MeetingKind::Liaison {
                return Ok(());
            }
            let agree = || it.act.approved_by.iter().chain([it.by]);
            let conveners = it.settings().conveners.fixed().into_iter().flatten();
            let missing =
                conveners.filter(|holder| !agree().any(|who| it.is_holder(holder, who, it.today())));
            let what: Vec<String> = missing.map(Holder::name).collect();
            ensure(what.is_empty(), || Finding::Missing { what })
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.plenary_calls_all",
            "全体成员会议通知全体成员单位",
            "a plenary meeting calls every member unit",
        ),
        check: |it| {
            let all = it.members_on(it.today()).into_iter();
            let left_out: Vec<UnitId> = all.filter(|unit| !it.act.units.contains(unit)).cloned().collect();
            let plenary = it.act.kind == MeetingKind::Plenary;
            ensure(!plenary || left_out.is_empty(), || Finding::MissingUnits { units: left_out })
        },
    },
    of_members(|it| it.members_all(&it.act.units)),
    Guard {
        rule: Rule::always(
            "meeting.calls_units",
            "会议通知到单位，各列一次",
            "the notice names units, each once",
        ),
        check: |it| {
            ensure(!it.act.units.is_empty(), || Finding::TooFew { have: 0, need: 1 })?;
            let mut seen = Set::new();
            let twice = it.act.units.iter().filter(|it| !seen.insert(*it));
            let twice: Vec<String> = twice.map(ToString::to_string).collect();
            ensure(twice.is_empty(), || Finding::Unwanted { what: twice })
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.presided_by_whoever_may",
            "会议由有权者主持",
            "whoever presides over a meeting of the kind presides",
        )
        .needs(&[SettingKey::Presiding])
        .reads(&[ReadingKey::LiaisonPresiding]),
        check: |it| {
            let Some(person) = Convene::who_presides(it) else {
                return Err(Finding::Missing { what: vec!["presiding".to_owned()] });
            };
            it.must_preside(it.act.kind, person, it.today())
        },
    },
    Guard {
        rule: FIRST_IN_RANK,
        check: |it| match Convene::who_presides(it) {
            Some(person) => it.is_first_where_ranked(it.act.kind, person),
            None => Ok(()),
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.thematic_answers_a_request",
            "专题会议应提请而开，且已同意召开",
            "a thematic meeting answers a request that was granted",
        )
        .cured_by(&[
            remedy(ActKind::RequestMeeting, &[Role::MemberUnit]),
            remedy(ActKind::AnswerRequest, &[Role::Office, Role::Convener]),
        ]),
        check: |it| match it.names.request {
            None if it.act.kind == MeetingKind::Thematic => {
                Err(Finding::Missing { what: vec!["request".to_owned()] })
            }
            None => Ok(()),
            Some(request) => request.must_be_granted(),
        },
    },
    agenda_items_are_open(),
    Guard { rule: LIES_AHEAD, check: |it| it.is_held_after_notice(it.act.held_at) },
    Guard { rule: ENDS_AFTER_IT_BEGINS, check: |it| ends_after(it.act.held_at, it.act.ends_at) },
    notice_days_kept(),
    prior_steps_done(),
    agenda_is_approved(),
    Guard {
        rule: Rule::law(
            "meeting.plenary_hears_state_of_work",
            "全体成员会议通报工作情况",
            "a plenary meeting has the items on its agenda that the charter asks for",
        )
        .needs(&[SettingKey::PlenaryHears])
        .cured_by(&[remedy(ActKind::AddAgendaItem, &[Role::Office, Role::MemberUnit])]),
        check: |it| {
            if it.act.kind != MeetingKind::Plenary {
                return Ok(());
            }
            let asked = it.settings().plenary_hears.fixed().into_iter().flatten();
            let missing = asked.filter(|kind| !it.names.items.iter().any(|it| it.kind == **kind));
            let missing: Vec<String> = missing.map(word).collect();
            ensure(missing.is_empty(), || Finding::Missing { what: missing })
        },
    },
    Guard {
        rule: Rule::law(
            "meeting.is_a_session",
            "集体讨论以会议形式进行",
            "the meeting is a session, on site or by video",
        )
        .reads(&[ReadingKey::Session]),
        check: |it| {
            let by_paper = it.act.mode == Mode::Circulation;
            ensure(!by_paper || it.reading::<Session>() == Session::Circulation, || Finding::NotAllowed {
                value: word(&it.act.mode),
                allowed: [Mode::OnSite, Mode::Video].iter().map(word).collect(),
            })
        },
    },
];
