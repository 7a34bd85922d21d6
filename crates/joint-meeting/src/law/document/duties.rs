//! The duties about documents: that minutes are written, consented to, countersigned and issued.
//!
//! Those about reporting up, numbers and briefings are in `issue`, `numbering` and `bulletin`, and are listed here.

use crate::{
    charter::{readings::ReadingKey, settings::SettingKey},
    kernel::{
        due::Due,
        duty::{Found, Instance, or_not_applicable, spans},
        finding::{Finding, Lacking},
        rule::{Duty, Rule},
        transition,
        verdict::Verdict,
        view::View,
        word::word,
    },
    law::document::{bulletin, dated, issue, numbering},
    state::{
        document::{FormalDocument, Minutes},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::{DocumentId, MeetingId, MinutesId, UnitId},
        period::Period,
        sorted::Set,
        time::Time,
        words::{Role, Step},
    },
};

/// The verdicts of a duty that only has a date where the charter counts days for each step.
pub(crate) const BY_STEP: &[Verdict] =
    &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable, Verdict::NotDue, Verdict::Unmet];

/// The verdicts of such a duty where signatures may count as consent.
const BY_STEP_AND_READING: &[Verdict] = &[
    Verdict::Met,
    Verdict::Silent,
    Verdict::NotApplicable,
    Verdict::NotDue,
    Verdict::Unmet,
    Verdict::Disputed,
];

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law(
            "minutes.for_agreed_matters",
            "议定的事项形成会议纪要",
            "what a meeting agreed is put into minutes",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: agreed_matters_minuted,
    },
    Duty {
        rule: Rule::law(
            "minutes.consented",
            "会议纪要经应征求的单位同意",
            "each unit asked has consented to the minutes",
        )
        .needs(&[SettingKey::StepDays, SettingKey::DeemedConsent])
        .reads(&[ReadingKey::CountersignOrder]),
        gives: BY_STEP_AND_READING,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let since = minutes.drafted.at.date();
                let each = view.answers(&minutes.consent_of, since, |it| view.consent_of(minutes, it));
                let unit = |(unit, consent): (UnitId, Option<Deed>)| {
                    asked(view, id, minutes, Step::Consent, &unit, consent).fulfilled_by(&[ActKind::Consent])
                };
                each.into_iter().map(unit).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "minutes.countersigned",
            "会议纪要履行联合会签手续",
            "each unit asked has countersigned the minutes",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let since = minutes.drafted.at.date();
                let each = view.answers(&minutes.countersign_of, since, |it| view.signature_of(minutes, it));
                let unit = |(unit, signature): (UnitId, Option<Deed>)| {
                    asked(view, id, minutes, Step::Countersign, &unit, signature)
                        .fulfilled_by(&[ActKind::Countersign])
                };
                each.into_iter().map(unit).collect()
            })
        },
    },
    Duty {
        rule: Rule::law(
            "document.issued",
            "议定事项的纪要形成正式文件印发",
            "the minutes of agreed matters are issued as a formal document",
        )
        .needs(&[SettingKey::StepDays]),
        gives: BY_STEP,
        look: |view, _, period| {
            each_minutes(view, period, |id, minutes| {
                let agreed = |it| view.state.decisions().items.get(it).is_some_and(|it| it.is_agreed());
                // A number is taken for a document and for nothing else.
                let asked = minutes.number.is_some() || minutes.items.iter().any(agreed);
                if !minutes.steps.contains(&Step::Issue) || !asked {
                    return Vec::new();
                }
                let found = Found::done_or(view.document_of(minutes).map(|it| it.issued), || {
                    Finding::Missing { what: vec![word(&Step::Issue)] }
                });
                let instance = Instance::of_role(Role::Office, found)
                    .about(id)
                    .part_of(transition::meeting(&minutes.meeting));
                vec![dated(view, minutes, Step::Issue, instance).fulfilled_by(&[ActKind::IssueDocument])]
            })
        },
    },
    Duty {
        rule: Rule::law(
            "receipt.by_each_recipient",
            "主送、抄送单位逐一签收",
            "each of those to whom a document was sent has acknowledged it",
        ),
        gives: &[Verdict::Met, Verdict::Silent, Verdict::NotApplicable],
        look: |view, _, period| {
            let each = view.state.documents().documents.iter().flat_map(|(id, it)| {
                let issued = it.issued.at.date();
                receipts(view, id, it).into_iter().filter(move |it| it.concerns(issued, period))
            });
            or_not_applicable(each.collect())
        },
    },
    issue::REPORTED_UP,
    numbering::GAPS,
    bulletin::ISSUED,
];

fn agreed_matters_minuted(
    view: &View<'_>,
    _: &crate::charter::file::Clause,
    period: Period,
) -> Vec<Instance> {
    let days = view.settings().step_days.fixed().and_then(|it| it.get(&Step::Draft));
    let state = view.state;
    let instance = |(id, meeting): (&MeetingId, &Meeting)| {
        let minutes = meeting.minutes.as_ref().and_then(|it| state.documents().minutes.get(it));
        let begun = minutes.map(Minutes::begun);
        let closed = meeting.closed.filter(|it| spans(*it, begun, period))?;
        view.settled_at(id, meeting, false).next()?;
        let found = Found::begun(closed, begun, || Finding::Missing { what: vec!["minutes".to_owned()] });
        let instance = Instance::of_role(Role::Office, found)
            .about(id)
            .part_of(transition::meeting(id))
            .fulfilled_by(&[ActKind::DraftMinutes]);
        let due = days.map(|it| Due::within_working_days(view, closed.at.date(), *it));
        Some(if due.is_some() { instance.due(due) } else { instance.undated() })
    };
    or_not_applicable(state.meetings().meetings.iter().filter_map(instance).collect())
}

/// What there is to say of each of the minutes begun in a period, or before it and not done with at its beginning.
fn each_minutes(
    view: &View<'_>,
    period: Period,
    look: impl Fn(&MinutesId, &Minutes) -> Vec<Instance>,
) -> Vec<Instance> {
    let of_minutes = |(id, minutes): (&MinutesId, &Minutes)| {
        let begun = minutes.begun().at.date();
        let issued = view.document_of(minutes).map(|it| it.issued);
        let looked_at = spans(minutes.begun(), issued, period) && !view.leaves_out(issued.is_some());
        let all = if looked_at { look(id, minutes) } else { Vec::new() };
        all.into_iter().filter(move |it| it.concerns(begun, period))
    };
    or_not_applicable(view.state.documents().minutes.iter().flat_map(of_minutes).collect())
}

/// The instance of a unit that was asked to take a step. A document issued without it is a breach, whatever the date.
fn asked(
    view: &View<'_>,
    id: &MinutesId,
    minutes: &Minutes,
    step: Step,
    unit: &UnitId,
    done: Option<Deed>,
) -> Instance {
    let drafted = minutes.drafted.no;
    let issued = view.document_of(minutes).map(|it| it.issued);
    let before_issue = |at: Time| issued.is_none_or(|it| at <= it.at);
    let found = match (done.filter(|it| before_issue(it.at)), issued) {
        (Some(Deed { at, no }), _) => {
            Found::Done { at, entries: Set::from([drafted, no]).into_iter().collect() }
        }
        (None, Some(Deed { no, .. })) => Found::Broken {
            finding: Finding::MissingUnits { units: vec![unit.clone()] },
            entries: vec![drafted, no],
        },
        (None, None) => {
            Found::Open { finding: Finding::Missing { what: vec![word(&step)] }, entries: vec![drafted] }
        }
    };
    let broken = issued.filter(|_| matches!(found, Found::Broken { .. })).map(|it| it.at.date());
    let instance = Instance::of_unit(unit, found)
        .about(id)
        .part_of(transition::meeting(&minutes.meeting))
        .on_day(broken)
        .owed_to(Role::Office);
    dated(view, minutes, step, instance)
}

/// What there is to say of each of those to whom a document was sent. No charter says by when they acknowledge it. For one
/// that is no unit of the body, the office records it.
fn receipts(view: &View<'_>, id: &DocumentId, document: &FormalDocument) -> Vec<Instance> {
    let receipt = |to: &str| {
        let given = document.receipts.get(to).copied();
        Found::begun(document.sent(to), given, || Finding::Missing { what: vec![word(&Lacking::Receipt)] })
    };
    let of_addressee = |to: &str| match view.state.membership().units.get_key_value(to) {
        None => vec![Instance::of_role(Role::Office, receipt(to)).about(format_args!("{id} {to}"))],
        Some((unit, _)) if document.receipts.contains_key(to) => {
            vec![Instance::of_unit(unit, receipt(to)).about(id)]
        }
        Some((unit, _)) => {
            let still = view.answering([unit], document.issued.at.date()).into_iter();
            let about = |it: UnitId| match it == *unit {
                true => Instance::of_unit(&it, receipt(to)).about(id),
                // What came to a unit in whose place another stands is beside what came to that one itself.
                false => Instance::of_unit(&it, receipt(to)).about(format_args!("{id} {to}")),
            };
            still.map(about).collect()
        }
    };
    // Nobody has to receive what has come to its end.
    let is_over = document.end().is_some();
    let owed_by = |to: &&str| match document.receipts.contains_key(*to) {
        true => !view.leaves_out(true),
        false => !is_over,
    };
    let to = document.addressees().filter(owed_by).collect::<Set<_>>().into_iter();
    let owed = |it: Instance| {
        let matter = transition::of_document(id, view.state.documents());
        it.part_of(matter).undated().fulfilled_by(&[ActKind::AcknowledgeReceipt])
    };
    to.flat_map(of_addressee).map(owed).collect()
}
