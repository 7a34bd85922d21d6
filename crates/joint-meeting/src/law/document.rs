//! Documents: what the acts on the way from minutes to an issued document share.
//!
//! Minutes on their way are in `minutes`, their numbers in `numbering`, what goes up in `issue`, briefings and circulars
//! in `bulletin`. How a number is written is in `terms::number`, how a matter comes to be agreed in `decision`.

pub(crate) mod acknowledge_receipt;
pub(crate) mod allot_number;
pub(crate) mod answers;
pub(crate) mod approve_minutes;
pub(crate) mod archive_document;
pub(crate) mod bulletin;
pub(crate) mod consent;
pub(crate) mod consent_with_changes;
pub(crate) mod correct_document;
pub(crate) mod countersign;
pub(crate) mod decline_consent;
pub(crate) mod decline_countersign;
pub(crate) mod draft_minutes;
pub(crate) mod duties;
pub(crate) mod issue;
pub(crate) mod issue_briefing;
pub(crate) mod issue_circular;
pub(crate) mod issue_document;
pub(crate) mod issue_other_document;
pub(crate) mod issued;
pub(crate) mod issuing;
pub(crate) mod minutes;
pub(crate) mod numbering;
pub(crate) mod publish_document;
pub(crate) mod redraft_minutes;
pub(crate) mod repeal_document;
pub(crate) mod report_up;
pub(crate) mod revoke_document;
pub(crate) mod supplement_recipients;
pub(crate) mod void_number;
pub(crate) mod withdraw_consent;
pub(crate) mod withdraw_countersignature;
pub(crate) mod withdraw_document;

use crate::{
    charter::{readings::ReadingKey, settings::SettingKey},
    kernel::{
        act::ActType,
        due::Due,
        duty::{Found, Instance},
        finding::{Finding, Standing},
        resolver::{since, stands_for},
        rule::{Guard, Rule, ensure, remedy},
        view::{Case, View},
        word::word,
    },
    state::{
        document::{Bulletin, FormalDocument, Minutes},
        meeting::Meeting,
    },
    terms::{
        act_kind::ActKind,
        id::{BulletinId, DocumentId, ItemId, MeetingId, MinutesId, UnitId},
        time::Time,
        words::{Role, Step},
    },
};

since! { Minutes(last); }

impl View<'_> {
    /// When a step was done, if it was.
    fn done_at(&self, minutes: &Minutes, step: Step) -> Option<Time> {
        let drafted = minutes.drafted.at;
        let latest = |all: Option<Vec<Time>>| all.map(|it| it.into_iter().fold(drafted, Time::max));
        let signed = |it: &UnitId| Some(self.signature_of(minutes, it).ok()?.at);
        match step {
            Step::Draft => Some(drafted),
            Step::Consent => {
                let consents =
                    minutes.consent_of.iter().map(|it| Some(self.consent_of(minutes, it).ok()?.at));
                latest(consents.collect())
            }
            Step::Countersign => latest(minutes.countersign_of.iter().map(signed).collect()),
            Step::ConvenerApprove => minutes.approved.map(|it| it.at),
            Step::Number => minutes.allotment.as_ref().map(|it| it.allotted.at),
            Step::Issue => self.document_of(minutes).map(|it| it.issued.at),
            Step::ReportUp => self.document_of(minutes)?.reported_up.values().map(|it| it.at).max(),
        }
    }

    fn document_of(&self, minutes: &Minutes) -> Option<&FormalDocument> {
        self.state.documents().documents.get(minutes.document.as_ref()?)
    }

    /// The items of a meeting that were settled there: agreed, or agreed and clarified.
    fn settled_at<'v>(
        &'v self,
        id: &'v MeetingId,
        meeting: &'v Meeting,
        clarified_too: bool,
    ) -> impl Iterator<Item = &'v ItemId> {
        use crate::state::decision::ItemStage;
        meeting.agenda.iter().filter(move |item| {
            let item = self.state.decisions().items.get(*item);
            item.is_some_and(|it| {
                it.meeting.as_ref() == Some(id)
                    && (it.is_agreed() || (clarified_too && it.stage == ItemStage::Clarified))
            })
        })
    }

    /// The units that the items give a task.
    fn tasked_by<'v>(&'v self, items: &'v [ItemId]) -> impl Iterator<Item = &'v UnitId> {
        items.iter().filter_map(|it| self.state.decisions().items.get(it)).flat_map(|it| &it.tasked)
    }
}

/// An act that takes minutes a step further.
pub(crate) trait OnMinutes: ActType {
    const STEP: Step;

    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes;
}

const HAS_STEP: Rule =
    Rule::law("path.has_the_step", "办文程序有此环节", "the step is on the path of these minutes")
        .needs(&[SettingKey::Paths]);

const PATH_IN_FORCE: Rule = Rule::always(
    "minutes.take_the_path_in_force",
    "纪要依照所适用的版本规定的程序办理",
    "the minutes take the path of the version by which they are judged",
)
.cured_by(&[remedy(ActKind::RedraftMinutes, &[Role::Office])]);

const NOT_ISSUED: Rule = Rule::always(
    "minutes.are_not_issued",
    "纪要尚未形成正式文件印发",
    "the minutes have not been issued as a document",
);

const CONSENTED: Rule = Rule::law(
    "minutes.consented_by_all_asked",
    "应征求同意的单位均已同意本稿",
    "every unit asked has consented to this version",
)
.needs(&[SettingKey::DeemedConsent])
.reads(&[ReadingKey::CountersignOrder])
.cured_by(&[remedy(ActKind::Consent, &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer])]);

const COUNTERSIGNED: Rule = Rule::law(
    "minutes.countersigned_by_all_asked",
    "应会签的单位均已会签本稿",
    "every unit asked has countersigned this version",
)
.cured_by(&[remedy(ActKind::Countersign, &[Role::ResponsiblePerson])]);

const APPROVED: Rule = Rule::always(
    "minutes.approved_by_convener",
    "程序要求召集人审定的，本稿已经审定",
    "the convener has approved this version, where the path asks for it",
)
.cured_by(&[remedy(ActKind::ApproveMinutes, &[Role::Convener])]);

/// The guard that the path of the minutes has the step of the act.
pub(crate) const fn on_the_path<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: HAS_STEP,
        check: |it| {
            let path = &A::minutes(it).steps;
            ensure(path.contains(&A::STEP), || Finding::NotAllowed {
                value: word(&A::STEP),
                allowed: path.iter().map(word).collect(),
            })
        },
    }
}

/// The guard that the path of the minutes is that of the version that judges them; another version may have come into
/// force since they were drafted.
pub(crate) const fn on_the_path_in_force<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: PATH_IN_FORCE,
        check: |it| {
            let minutes = A::minutes(it);
            let drafted_under = it.state.founding().version_on(minutes.drafted.at.date());
            let meeting = it.state.meetings().meetings.get(&minutes.meeting);
            let path = meeting.and_then(|meeting| it.path(meeting.kind));
            let same = drafted_under == Some(it.charter.version())
                || path.as_ref().is_none_or(|path| *path == minutes.steps);
            let words = |steps: &[Step]| steps.iter().map(word).collect::<Vec<_>>().join(" ");
            ensure(same, || Finding::Differs {
                found: words(&minutes.steps),
                expected: words(&path.unwrap_or_default()),
            })
        },
    }
}

pub(crate) const fn not_issued<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: NOT_ISSUED,
        check: |it| {
            ensure(A::minutes(it).document.is_none(), || {
                Finding::state(Standing::Issued, &[Standing::NotIssued])
            })
        },
    }
}

/// The guard that every consent is there, if consent comes before the step of the act.
pub(crate) const fn consented<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: CONSENTED,
        check: |it| {
            let minutes = A::minutes(it);
            if !minutes.needs_first(Step::Consent, A::STEP) {
                return Ok(());
            }
            let units = it.unconsented(minutes, it.at);
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        },
    }
}

/// The guard that every countersignature is there, if countersigning comes before the step of the act.
pub(crate) const fn countersigned<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: COUNTERSIGNED,
        check: |it| {
            let minutes = A::minutes(it);
            if !minutes.needs_first(Step::Countersign, A::STEP) {
                return Ok(());
            }
            let units = it.unsigned(minutes, it.at);
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        },
    }
}

/// The guard that the convener has approved, if that comes before the step of the act.
pub(crate) const fn approved<A: OnMinutes>() -> Guard<A> {
    Guard {
        rule: APPROVED,
        check: |it| {
            let minutes = A::minutes(it);
            let needed = minutes.needs_first(Step::ConvenerApprove, A::STEP);
            ensure(!needed || minutes.approved.is_some_and(|deed| deed.at <= it.at), || Finding::Missing {
                what: vec![word(&Step::ConvenerApprove)],
            })
        },
    }
}

/// Gives an instance the date by which the charter wants the step done, counted from the step before.
pub(crate) fn dated(view: &View<'_>, minutes: &Minutes, step: Step, instance: Instance) -> Instance {
    let Some(days) = view.settings().step_days.fixed().and_then(|it| it.get(&step)) else {
        return instance.undated();
    };
    // A report that is not on the path follows its last step.
    let place = minutes.steps.iter().position(|it| *it == step).unwrap_or(minutes.steps.len());
    let before = place.checked_sub(1).and_then(|it| minutes.steps.get(it));
    match before.map_or(Some(minutes.drafted.at), |it| view.done_at(minutes, *it)) {
        Some(from) => instance.due(Some(Due::within_working_days(view, from.date(), *days))),
        // The step before is not done, so the days do not run yet.
        None if matches!(instance.found, Found::Open { .. }) => {
            Instance { found: Found::NotApplicable, ..instance }
        }
        None => instance,
    }
}

stands_for! {
    MinutesId => Minutes in documents.minutes;
    DocumentId => FormalDocument in documents.documents;
    BulletinId => Bulletin in documents.bulletins;
}
