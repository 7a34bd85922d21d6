//! The settings: everything in which one charter differs from another, as typed values.
//!
//! Each is fixed by a clause, silent, or not spoken of; none has a default. What a rule does when a
//! setting is silent is said at the rule.

pub(crate) mod choices;
pub(crate) mod together;
pub(crate) mod values;

use serde::de::DeserializeOwned;

use crate::{
    charter::{
        file::Words,
        settings::{
            choices::{
                Decider, Dissolution, Holder, HolderKind, Office, Power, PriorStep, RecipientGroup,
                Succession, Transition,
            },
            values::{
                Alternates, Cadence, Children, CloseOfWork, Creation, DutiesOfUnit, Escalation, Invitation,
                LegalBasis, LiaisonNaming, MemberClass, MemberNaming, Observers, Presiding, RelatedBody,
                ReportPart, RequestRight, ReservedName, Series, UnitChange,
            },
        },
    },
    terms::{
        id::{PostId, Text, UnitId},
        json::{self, MalformedError},
        number::DocumentNumber,
        period::Rhythm,
        record::keyed,
        sorted::Map,
        time::{Date, MonthDay},
        words::{Carrier, ItemKind, MeetingKind, Role, Step, UnitKind},
    },
};

/// A setting as a charter leaves it. It knows its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    key: SettingKey,
    said: Said<T>,
}

/// What a charter says to a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said<T> {
    /// No clause speaks of it and nobody has recorded its silence.
    Nothing,
    /// The charter was read for it and is silent.
    Silence,
    /// A clause fixes it.
    Value(T),
}

impl<T> Setting<T> {
    /// Which setting it is.
    pub fn key(&self) -> SettingKey {
        self.key
    }

    /// The value, where a clause fixes one.
    pub fn fixed(&self) -> Option<&T> {
        match &self.said {
            Said::Value(value) => Some(value),
            Said::Nothing | Said::Silence => None,
        }
    }

    fn leaves(&self) -> Said<()> {
        match self.said {
            Said::Nothing => Said::Nothing,
            Said::Silence => Said::Silence,
            Said::Value(_) => Said::Value(()),
        }
    }
}

/// Why a value cannot be put into the settings.
#[derive(Debug)]
pub(crate) enum SetError {
    Twice,
    Value(MalformedError),
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $field:ident $key:ident $name:literal: $ty:ty,)*) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Settings {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Settings".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::terms::schema::object("What a clause fixes, by the name of the setting.", [
                    $(($name, concat!($($doc, "\n"),+), crate::terms::schema::setting::<$ty>(generator))),*
                ])
            }
        }

        /// Every setting of a charter.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Settings { $($(#[doc = $doc])+ pub $field: Setting<$ty>,)* }

        /// Which setting: what a rule asks for, and what a finding names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum SettingKey { $($(#[doc = $doc])+ $key,)* }

        impl SettingKey {
            /// Every setting, in order.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// Its name in a charter file: `report.due`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$key => $name),* }
            }

            /// The setting of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$key),)* _ => None }
            }

            /// What it means.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$key => concat!($($doc),+)),* }
            }

            /// The JSON Schema of its value.
            #[cfg(feature = "schema")]
            pub fn schema(self) -> schemars::Schema {
                match self { $(Self::$key => schemars::schema_for!($ty)),* }
            }
        }

        /// The settings of which no clause speaks yet.
        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: Setting { key: SettingKey::$key, said: Said::Nothing }),* }
            }
        }

        impl Settings {
            /// Fixes a setting, or records its silence (`None`).
            pub(crate) fn set(
                &mut self,
                key: SettingKey,
                value: Option<&serde_json::Value>,
            ) -> Result<(), SetError> {
                match key { $(SettingKey::$key => put(&mut self.$field, value)),* }
            }

            /// The settings in which two charters differ.
            pub(crate) fn differing(&self, other: &Self) -> impl Iterator<Item = SettingKey> {
                [$((self.$field != other.$field).then_some(SettingKey::$key)),*].into_iter().flatten()
            }

            fn leaves(&self, key: SettingKey) -> Said<()> {
                match key { $(SettingKey::$key => self.$field.leaves()),* }
            }
        }
    };
}

fn put<T: DeserializeOwned>(
    slot: &mut Setting<T>,
    value: Option<&serde_json::Value>,
) -> Result<(), SetError> {
    if !matches!(slot.said, Said::Nothing) {
        return Err(SetError::Twice);
    }
    slot.said = match value {
        None => Said::Silence,
        Some(value) => Said::Value(json::from_value(value).map_err(SetError::Value)?),
    };
    Ok(())
}

keyed! { SettingKey }

settings! {
    /// The document number of the charter itself.
    issued_number IssuedNumber "issued.number": DocumentNumber,
    /// The units to which the charter was addressed (主送).
    issued_to IssuedTo "issued.to": Vec<Text>,
    /// Whether the charter is public: 主动公开, 依申请公开 or 不予公开.
    issued_publicness IssuedPublicness "issued.publicness": Text,
    /// The first day on which the charter is in force.
    effective_from EffectiveFrom "charter.effective_from": Date,
    /// The last day on which it is in force.
    term Term "charter.term": Date,
    /// The name of the body, where it is not the title of the charter without the words 制度, "Charter of the".
    body_name BodyName "charter.body_name": Words,
    /// The short name of the body.
    short_name ShortName "charter.short_name": Text,
    /// The areas in which the body works, where there are several.
    jurisdictions Jurisdictions "charter.jurisdictions": Vec<Text>,
    /// The bodies above this one, beside it and below it.
    related Related "charter.related_bodies": Vec<RelatedBody>,
    /// The legal bases.
    bases Bases "charter.bases": Vec<LegalBasis>,
    /// Who may amend the charter.
    amendment Amendment "charter.amendment": Vec<Decider>,
    /// What a new version does with open matters.
    transition Transition "charter.transition": Transition,
    /// What the founding of the body needs.
    creation Creation "charter.creation": Creation,
    /// The settings that a charter must fix.
    must_state MustState "charter.must_state": Vec<Text>,
    /// Words that may stand in the name of a body only if somebody of a rank heads it.
    reserved_names ReservedNames "charter.reserved_names": Vec<ReservedName>,
    /// With whom the charter is filed (备案).
    filed_with FiledWith "charter.filed_with": Vec<Text>,
    /// How the body ends.
    dissolution Dissolution "charter.dissolution": Dissolution,
    /// Whether every member unit must agree to the end.
    dissolution_agreement DissolutionAgreement "charter.dissolution_agreement": bool,
    /// Who interprets the charter.
    interpretation Interpretation "charter.interpretation": Vec<Role>,
    /// What follows when the charter is not kept.
    sanctions Sanctions "charter.sanctions": Text,
    /// Rules of secrecy.
    secrecy Secrecy "charter.secrecy": Text,
    /// How long papers are kept, in years.
    retention Retention "charter.retention_years": u16,

    /// The member units at issue, in protocol order.
    members Members "unit.members": Vec<UnitId>,
    /// The number of member units, where the text gives one.
    unit_count UnitCount "unit.count": u16,
    /// Whether only some of the member units are listed, and the others are named at the founding or later.
    listed_in_part ListedInPart "unit.listed_in_part": bool,
    /// The issuing units in the order of the notice, the sponsor first.
    issue_order IssueOrder "unit.issue_order": Vec<UnitId>,
    /// Classes of units that are members as such.
    member_classes MemberClasses "unit.classes": Vec<MemberClass>,
    /// The lead units.
    lead_units LeadUnits "unit.lead": Vec<UnitId>,
    /// The duties of each unit, as a table of the text has them.
    unit_duties UnitDuties "unit.duties": Vec<DutiesOfUnit>,
    /// Who fixes the duties of units.
    unit_duties_by UnitDutiesBy "unit.duties_fixed_by": Vec<Decider>,
    /// How a unit is added.
    unit_addition UnitAddition "unit.addition": UnitChange,
    /// How a unit leaves.
    unit_removal UnitRemoval "unit.removal": UnitChange,

    /// 总召集人
    chief_convener ChiefConvener "role.chief_convener": Holder,
    /// The conveners.
    conveners Conveners "role.conveners": Vec<Holder>,
    /// Whether the conveners are ranked, in the order in which they are named.
    conveners_ranked ConvenersRanked "role.conveners_ranked": bool,
    /// Of what kind a convener has to be.
    convener_kind ConvenerKind "role.convener_kind": HolderKind,
    /// The deputy conveners.
    deputy_conveners DeputyConveners "role.deputy_conveners": Vec<Holder>,
    /// The office.
    office Office "role.office": Office,
    /// Further offices, of other units or of another side.
    offices_besides OfficesBesides "role.further_offices": Vec<Office>,
    /// Who acts for a role that the charter leaves without a holder.
    acting_for ActingFor "role.acting_for": Map<Role, Vec<Role>>,
    /// Who names an acting holder when a role is vacant.
    vacancy Vacancy "role.vacancy": Vec<Role>,
    /// The posts whose holders are responsible for their unit (负责人).
    responsible_posts ResponsiblePosts "role.responsible_posts": Vec<PostId>,
    /// The member each unit names.
    member_naming MemberNaming "member.naming": MemberNaming,
    /// The liaison officer each unit names.
    liaison_naming LiaisonNaming "liaison.naming": LiaisonNaming,
    /// What a change of member needs.
    member_change MemberChange "change.member": Succession,
    /// What a change of liaison officer needs.
    liaison_change LiaisonChange "change.liaison_officer": Succession,
    /// The number of working days that count as prompt (及时).
    prompt_days PromptDays "change.prompt_days": u16,

    /// How often a plenary meeting is held.
    plenary_cadence PlenaryCadence "meeting.plenary_cadence": Cadence,
    /// How often a liaison meeting is held.
    liaison_cadence LiaisonCadence "meeting.liaison_cadence": Cadence,
    /// Who may call each kind of meeting. A kind that is missing cannot be called.
    callers Callers "meeting.callers": Map<MeetingKind, Vec<Role>>,
    /// The roles that call meetings only when the convener entrusts them with it.
    entrusted_callers EntrustedCallers "meeting.entrusted_callers": Vec<Role>,
    /// Who presides over each kind of meeting.
    presiding Presiding "meeting.presiding": Map<MeetingKind, Presiding>,
    /// The kinds of meeting whose sessions are counted through, each with how many were held before the record begins.
    ordinals Ordinals "meeting.ordinals": Map<MeetingKind, u16>,
    /// Who may request a meeting.
    request_right RequestRight "meeting.request": RequestRight,
    /// The least number of days between the notice and the meeting, for each kind of meeting.
    notice_days NoticeDays "meeting.notice_days": Map<MeetingKind, u16>,
    /// Who approves the agenda.
    agenda_approval AgendaApproval "meeting.agenda_approval": Vec<Role>,
    /// What must come before a meeting.
    prior_steps PriorSteps "meeting.prior_steps": Map<MeetingKind, Vec<PriorStep>>,
    /// The number of units that must attend.
    quorum Quorum "meeting.quorum": u16,
    /// Who may stand in for a member.
    alternates Alternates "meeting.alternates": Alternates,
    /// Who may sit in.
    observers Observers "meeting.observers": Observers,
    /// Who may be invited.
    invitation Invitation "meeting.invitation": Invitation,
    /// Rules on what invited persons may hear.
    invitee_attendance InviteeAttendance "meeting.invitee_attendance": Text,
    /// What each kind of meeting may do.
    powers Powers "meeting.powers": Map<MeetingKind, Vec<Power>>,
    /// Kinds of item that only a plenary meeting may agree.
    reserved_to_plenary ReservedToPlenary "meeting.reserved_to_plenary": Vec<ItemKind>,
    /// Kinds of item that each plenary meeting must have.
    plenary_hears PlenaryHears "meeting.plenary_hears": Vec<ItemKind>,
    /// Who may declare a key period.
    key_periods KeyPeriods "meeting.key_periods": Vec<Role>,

    /// The least number of votes in favour.
    votes Votes "decision.votes": u16,
    /// The way out of a failed consensus.
    escalation Escalation "decision.escalation": Escalation,

    /// The steps to a document, for each kind of meeting. A kind that is missing has no document.
    paths Paths "document.paths": Map<MeetingKind, Vec<Step>>,
    /// The number of working days after which no reply counts as consent.
    deemed_consent DeemedConsent "document.deemed_consent_days": u16,
    /// The number of working days for each step, counted from the step before.
    step_days StepDays "document.step_days": Map<Step, u16>,
    /// The number series.
    series Series "document.series": Vec<Series>,
    /// In whose name documents go out.
    carrier Carrier "document.carrier": Carrier,
    /// The unit that sponsors documents, where several units lead or none does.
    sponsor Sponsor "document.sponsor": UnitId,
    /// Whether there is a seal of the body's own.
    seal Seal "document.seal": bool,
    /// Whether documents may go to others than member units.
    outward Outward "document.outward": bool,
    /// Whether formal documents may go out in the body's own name.
    own_name OwnName "document.own_name": bool,
    /// Whom a document must reach.
    recipients Recipients "document.recipients": Vec<RecipientGroup>,
    /// Who receives a copy above (抄报).
    report_up ReportUp "document.report_up": Vec<Text>,
    /// How often a briefing is issued.
    briefing_cadence BriefingCadence "briefing.cadence": Cadence,

    /// The day before which each member unit reports, each year.
    report_due ReportDue "report.due": MonthDay,
    /// The parts of a report.
    report_parts ReportParts "report.parts": Vec<ReportPart>,
    /// When work closes.
    close_of_work CloseOfWork "report.close_of_work": CloseOfWork,
    /// Kinds of meeting at which each member unit reports.
    report_at ReportAt "report.at_meetings": Vec<MeetingKind>,
    /// To whom the office reports results.
    results_to ResultsTo "report.results_to": Vec<Text>,

    /// Whether an assignment needs a due date.
    assignment_due AssignmentDue "assignment.due_needed": bool,
    /// How often a joint action is carried out.
    action_cadence ActionCadence "action.cadence": Cadence,
    /// The least number of units in a joint action.
    action_units ActionUnits "action.units": u16,
    /// The kinds of unit that are inspected.
    inspection_of InspectionOf "inspection.of": Vec<UnitKind>,
    /// How often each of them is inspected.
    inspection_cadence InspectionCadence "inspection.cadence": Cadence,
    /// How often each responsibility register is adopted anew.
    register_review RegisterReview "register.review": Rhythm,
    /// The superiors named as sources of matters.
    matter_sources MatterSources "matter.named_sources": Vec<Text>,
    /// The lower bodies that may be set up.
    children Children "nesting.children": Children,
}
