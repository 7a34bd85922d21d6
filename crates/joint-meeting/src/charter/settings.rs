//! The settings: everything in which one charter differs from another, as typed values.
//!
//! Each is fixed by a clause, silent, or not spoken of; none has a default. What a rule does when a
//! setting is silent is said at the rule.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    id::{ClassId, PostId, SeriesId, Text, UnitId},
    meeting::{ItemKind, MeetingKind},
    membership::{Rank, UnitKind},
    record::{keyed, words},
    time::{Date, MonthDay, Rhythm},
    wire::{self, Malformed},
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

words! {
    /// A role, as settings, findings and cures name it.
    pub enum Role {
        /// 总召集人
        ChiefConvener,
        /// 召集人
        Convener,
        /// 副召集人
        DeputyConvener,
        /// The office (办公室): its director, deputies and staff.
        Office,
        /// The director of the office (办公室主任).
        OfficeDirector,
        /// Anyone who acts for a lead unit (牵头单位).
        LeadUnit,
        /// Anyone who acts for a member unit (成员单位).
        MemberUnit,
        /// The person a unit named as member (成员).
        Member,
        /// The person a unit named as liaison officer (联络员).
        LiaisonOfficer,
        /// A person responsible for a unit (负责人).
        ResponsiblePerson,
        /// The person presiding over the meeting (主持人).
        PresidingPerson,
        /// The organ above the body (上级).
        Superior,
    }
}

words! {
    /// Who decides on a change of the body itself.
    pub enum Decider {
        /// A matter agreed by any meeting of the body.
        Meeting,
        /// A matter agreed by a plenary meeting.
        Plenary,
        /// The convener.
        Convener,
        /// The lead unit.
        LeadUnit,
        /// The organ above.
        Superior,
        /// The charter is issued anew.
        Reissue,
    }
}

macro_rules! values {
    ($($(#[$doc:meta])* struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_doc])* pub $field: $ty,)* }
    )*};
}

/// Who holds a role: the holder of a post (ex officio), or a unit as such.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Holder {
    /// Whoever holds the post that day.
    Post(PostId),
    /// Whoever acts for the unit that day.
    Unit(UnitId),
}

words! {
    /// What kind of holder a role has.
    pub enum HolderKind {
        /// The holder of a post.
        Post,
        /// A unit as such.
        Unit,
    }
}

impl Holder {
    /// Of what kind it is.
    pub fn kind(&self) -> HolderKind {
        match self {
            Self::Post(_) => HolderKind::Post,
            Self::Unit(_) => HolderKind::Unit,
        }
    }

    /// The name of the post or the unit.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Post(post) => post.to_string(),
            Self::Unit(unit) => unit.to_string(),
        }
    }
}

/// The office (办公室), or that there must be none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Office {
    /// No office may be set up.
    Forbidden,
    /// It sits in a unit.
    Seated {
        /// The unit that hosts it.
        host: UnitId,
        /// The posts whose holders direct it.
        director: Vec<PostId>,
        /// The posts whose holders are deputy directors.
        #[serde(default)]
        deputies: Vec<PostId>,
        /// The posts whose holders work in it.
        #[serde(default)]
        staff: Vec<PostId>,
    },
}

words! {
    /// What a change of a member or liaison officer needs.
    pub enum Succession {
        /// The unit notifies the office; nobody approves (通报).
        Notify,
        /// The unit files it with the office (备案).
        File,
        /// The unit proposes, the meeting confirms (确定).
        Confirm,
        /// The successor in the post follows by himself.
        Automatic,
    }
}

words! {
    /// Whom the person presiding may be by delegation.
    pub enum Delegate {
        /// Any person; how far that goes is a reading.
        Anyone,
        /// A deputy convener.
        DeputyConvener,
        /// A convener, for the chief convener.
        Convener,
        /// A member.
        Member,
        /// Nobody.
        Nobody,
    }
}

words! {
    /// What a meeting may do.
    pub enum Power {
        /// Hear a report (通报).
        Hear,
        /// Discuss.
        Discuss,
        /// Clarify (明确).
        Clarify,
        /// Agree (议定).
        Agree,
        /// Confirm members and liaison officers.
        ConfirmMembers,
        /// Amend the charter.
        Amend,
    }
}

words! {
    /// What must come before a meeting.
    pub enum PriorStep {
        /// A liaison meeting has been held since the last meeting of the kind.
        LiaisonMeeting,
        /// Each item to be decided was discussed at a liaison meeting.
        LiaisonDiscussion,
        /// The units concerned were consulted on each item to be decided.
        Consultation,
    }
}

words! {
    /// A step on the way from a decision to a document.
    pub enum Step {
        /// Minutes are drafted.
        Draft,
        /// The units asked consent.
        Consent,
        /// The units asked countersign.
        Countersign,
        /// The convener approves.
        ConvenerApprove,
        /// A number is allotted.
        Number,
        /// The document is issued.
        Issue,
        /// The superior receives a copy.
        ReportUp,
    }
}

words! {
    /// A group of units that a document must reach.
    pub enum RecipientGroup {
        /// Units that the document gives a task.
        Tasked,
        /// Member units that attended.
        Attending,
        /// Member units that were called and did not attend.
        Absent,
        /// All member units.
        AllMembers,
    }
}

words! {
    /// In whose name documents go out.
    pub enum Carrier {
        /// The lead unit's letterhead, number and seal.
        LeadUnit,
        /// The member units jointly, under the lead unit's number.
        Joint,
        /// The joint meeting itself, without a seal.
        Body,
    }
}

words! {
    /// How open matters fare when a charter changes.
    pub enum Transition {
        /// By the version under which they were begun.
        OldLaw,
        /// By the new version.
        NewLaw,
        /// By one or the other, as is chosen for each.
        Ask,
    }
}

words! {
    /// How the body ends.
    pub enum Dissolution {
        /// By itself, when its work is done.
        OnCompletion,
        /// With the superior's approval.
        Approval,
    }
}

values! {
    /// A class of units whose members are found on a day (区内各银行业金融机构).
    struct MemberClass {
        /// Its id.
        id: ClassId,
        /// What units belong to it, in Chinese.
        zh: Text,
        /// The same in English.
        en: Text,
    }
    /// How a unit joins or leaves.
    struct UnitChange {
        /// Who may decide it; where several are named, any one. Empty: the text does not say who.
        by: Vec<Decider>,
        /// Whether the unit itself must consent.
        unit_consents: bool,
    }
    /// What the text asks of the person a unit names as member.
    struct MemberNaming {
        /// How many each unit names; 0: the text does not say.
        per_unit: u16,
        /// The ranks of which one is needed; empty: not said.
        ranks: Vec<Rank>,
        /// Whether the matter must be in the person's portfolio (分管).
        portfolio: bool,
    }
    /// What the text asks of the person a unit names as liaison officer.
    struct LiaisonNaming {
        /// How many each unit names; 0: the text does not say.
        per_unit: u16,
        /// The ranks of which one is needed; empty: not said.
        ranks: Vec<Rank>,
        /// Whether head of a business section is asked (业务科室主要负责同志).
        section_head: bool,
        /// Whether the two qualities are asked: knows the duties, masters the trade.
        qualities: bool,
    }
    /// Who may stand in for an absent member.
    struct Alternates {
        /// Whether anyone may.
        allowed: bool,
        /// Whether the alternate must be of a rank that a member must have or, where none is asked of members, of the rank
        /// of the member.
        same_rank: bool,
        /// Whether the alternate must be of the same unit.
        #[serde(default)]
        same_unit: bool,
        /// Whether a unit whose member cannot come must send an alternate.
        #[serde(default)]
        must: bool,
    }
    /// Who may sit in at a meeting without a voice in it (列席).
    struct Observers {
        /// Whether liaison officers may.
        liaison_officers: bool,
        /// Whether staff may.
        staff: bool,
    }
    /// How often something must happen.
    struct Cadence {
        /// The least number.
        at_least: u16,
        /// In each of these.
        per: Rhythm,
        /// The greatest number, where the text gives one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_most: Option<u16>,
        /// Only in these months (1 to 12); empty: any.
        #[serde(default)]
        months: Vec<u32>,
        /// What holds instead while a key period is declared.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        in_key_period: Option<KeyCadence>,
    }
    /// A cadence that holds in key periods (重点时期).
    struct KeyCadence {
        /// The least number.
        at_least: u16,
        /// In each of these.
        per: Rhythm,
    }
    /// Who presides over a kind of meeting.
    struct Presiding {
        /// The roles of which one presides; empty, and no posts either: the text does not say.
        by: Vec<Role>,
        /// The posts whose holders preside, where the text names a post and not a role.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        posts: Vec<PostId>,
        /// Whom they may entrust; none: the text does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        delegate: Option<Delegate>,
    }
    /// Who may ask for a meeting, and what that obliges to.
    struct RequestRight {
        /// Whether member units may ask.
        member_units: bool,
        /// Whether the superior may ask; such a request must be granted.
        #[serde(default)]
        superior: bool,
        /// So many units at once oblige the office to call the meeting.
        #[serde(default)]
        thresholds: Vec<Threshold>,
        /// The roles of which one decides whether the meeting is called; empty: the text does not say.
        #[serde(default)]
        decided_by: Vec<Role>,
    }
    /// A number of requesting units that obliges.
    struct Threshold {
        /// So many different units.
        units: u16,
        /// Of these, or of the classes; both empty: of all member units.
        #[serde(default)]
        of: Vec<UnitId>,
        /// Of the units that are members through these classes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        of_classes: Vec<ClassId>,
    }
    /// Who may invite whom.
    struct Invitation {
        /// The roles that may invite; empty: the text does not say.
        by: Vec<Role>,
        /// To these kinds of meeting.
        meetings: Vec<MeetingKind>,
        /// Whether other units may be invited.
        units: bool,
        /// Whether experts may be invited.
        experts: bool,
    }
    /// The way out when no consensus is reached.
    struct Escalation {
        /// To whom the matter goes.
        to: Text,
        /// Who takes it there.
        by: Vec<Role>,
        /// Only major matters.
        major_only: bool,
        /// Whether such a matter is decided there in any case, and is not for the meeting to agree.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        reserved: bool,
    }
    /// A series of document numbers (发文字号).
    struct Series {
        /// Its id.
        id: SeriesId,
        /// The organ code (机关代字) that begins each number.
        code: Text,
        /// The unit whose series it is.
        unit: UnitId,
    }
    /// A part that a report must have.
    struct ReportPart {
        /// Its key in the act.
        id: Text,
        /// Its heading in Chinese.
        zh: Text,
        /// Its heading in English.
        en: Text,
    }
    /// What the founding of a body needs besides its charter.
    struct Creation {
        /// The superior's approval.
        approval: bool,
        /// The agreement of every member unit.
        agreement: bool,
    }
    /// A word that may stand in the name of a body only if somebody of a rank heads it.
    struct ReservedName {
        /// The word.
        word: Text,
        /// The rank a convener must have, or a higher one.
        rank: Rank,
    }
    /// A legal basis.
    struct LegalBasis {
        /// Its title.
        title: Text,
        /// The date of the version meant, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version_date: Option<Date>,
    }
    /// Lower bodies that may be set up.
    struct Children {
        /// By units of these kinds.
        by: Vec<UnitKind>,
        /// Whether they must be reported to this body.
        #[serde(default)]
        reported: bool,
    }
    /// The time of day at which work closes.
    struct CloseOfWork {
        /// 0 to 23.
        hour: u16,
        /// 0 to 59.
        minute: u16,
    }
}

/// Why a value cannot be put into the settings.
#[derive(Debug)]
pub(crate) enum SetError {
    Twice,
    Value(Malformed),
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $field:ident $key:ident $name:literal: $ty:ty,)*) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for Settings {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Settings".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::object("What a clause fixes, by the name of the setting.", [
                    $(($name, concat!($($doc, "\n"),+), crate::schema::setting::<$ty>(generator))),*
                ])
            }
        }

        /// Every setting of a charter.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Settings { $($(#[doc = $doc])+ pub $field: Setting<$ty>,)* }

        /// Which setting: what a rule asks for, and what a finding names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

        /// No clause speaks of any.
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

impl Settings {
    /// Whether a clause fixes the setting or its silence is recorded.
    pub fn is_set(&self, key: SettingKey) -> bool {
        self.leaves(key) != Said::Nothing
    }

    /// Whether a clause fixes it.
    pub fn is_fixed(&self, key: SettingKey) -> bool {
        self.leaves(key) == Said::Value(())
    }

    /// The posts and units to which roles are tied, each with its setting.
    pub(crate) fn holders(&self) -> impl Iterator<Item = (SettingKey, &Holder)> {
        let chief = self.chief_convener.fixed().map(|it| (self.chief_convener.key, it));
        let others = [&self.conveners, &self.deputy_conveners].into_iter();
        let others = others.flat_map(|list| list.fixed().into_iter().flatten().map(|it| (list.key, it)));
        chief.into_iter().chain(others)
    }

    /// Whether a clause fixes the setting of that name.
    pub(crate) fn fixes(&self, name: &str) -> bool {
        SettingKey::named(name).is_some_and(|it| self.is_fixed(it))
    }

    /// Whether its silence is recorded.
    pub fn is_silent(&self, key: SettingKey) -> bool {
        self.leaves(key) == Said::Silence
    }
}

fn put<T: for<'de> Deserialize<'de>>(
    slot: &mut Setting<T>,
    value: Option<&serde_json::Value>,
) -> Result<(), SetError> {
    if !matches!(slot.said, Said::Nothing) {
        return Err(SetError::Twice);
    }
    slot.said = match value {
        None => Said::Silence,
        Some(value) => Said::Value(wire::from_value(value).map_err(SetError::Value)?),
    };
    Ok(())
}

keyed! { SettingKey }

settings! {
    /// The document number of the charter itself.
    issued_number IssuedNumber "issued.number": Text,
    /// The units to which the charter was addressed (主送).
    issued_to IssuedTo "issued.to": Vec<Text>,
    /// Whether the charter is public: 主动公开, 依申请公开 or 不予公开.
    issued_publicness IssuedPublicness "issued.publicness": Text,
    /// The first day on which the charter is in force.
    effective_from EffectiveFrom "charter.effective_from": Date,
    /// The last day on which it is in force.
    term Term "charter.term": Date,
    /// The short name of the body.
    short_name ShortName "charter.short_name": Text,
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
    /// The issuing units in the order of the notice, the sponsor first.
    issue_order IssueOrder "unit.issue_order": Vec<UnitId>,
    /// Classes of units that are members as such.
    member_classes MemberClasses "unit.classes": Vec<MemberClass>,
    /// The lead units.
    lead_units LeadUnits "unit.lead": Vec<UnitId>,
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
    /// How many working days are prompt (及时).
    prompt_days PromptDays "change.prompt_days": u16,

    /// How often a plenary meeting is held.
    plenary_cadence PlenaryCadence "meeting.plenary_cadence": Cadence,
    /// How often a liaison meeting is held.
    liaison_cadence LiaisonCadence "meeting.liaison_cadence": Cadence,
    /// Who may call each kind of meeting. A kind that is missing cannot be called.
    callers Callers "meeting.callers": BTreeMap<MeetingKind, Vec<Role>>,
    /// The roles that call meetings only when the convener entrusts them with it.
    entrusted_callers EntrustedCallers "meeting.entrusted_callers": Vec<Role>,
    /// Who presides over each kind of meeting.
    presiding Presiding "meeting.presiding": BTreeMap<MeetingKind, Presiding>,
    /// Who may request a meeting.
    request_right RequestRight "meeting.request": RequestRight,
    /// Days between notice and meeting.
    notice_days NoticeDays "meeting.notice_days": BTreeMap<MeetingKind, u16>,
    /// Who approves the agenda.
    agenda_approval AgendaApproval "meeting.agenda_approval": Vec<Role>,
    /// What must come before a meeting.
    prior_steps PriorSteps "meeting.prior_steps": BTreeMap<MeetingKind, Vec<PriorStep>>,
    /// How many units must attend.
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
    powers Powers "meeting.powers": BTreeMap<MeetingKind, Vec<Power>>,
    /// Kinds of item that only a plenary meeting may agree.
    reserved_to_plenary ReservedToPlenary "meeting.reserved_to_plenary": Vec<ItemKind>,
    /// Kinds of item that each plenary meeting must have.
    plenary_hears PlenaryHears "meeting.plenary_hears": Vec<ItemKind>,
    /// Who may declare a key period.
    key_periods KeyPeriods "meeting.key_periods": Vec<Role>,

    /// Votes: the least number in favour.
    votes Votes "decision.votes": u16,
    /// The way out of a failed consensus.
    escalation Escalation "decision.escalation": Escalation,

    /// The steps to a document, for each kind of meeting. A kind that is missing has no document.
    paths Paths "document.paths": BTreeMap<MeetingKind, Vec<Step>>,
    /// Working days after which no reply is consent.
    deemed_consent DeemedConsent "document.deemed_consent_days": u16,
    /// Working days for each step, counted from the step before.
    step_days StepDays "document.step_days": BTreeMap<Step, u16>,
    /// The number series.
    series Series "document.series": Vec<Series>,
    /// In whose name documents go out.
    carrier Carrier "document.carrier": Carrier,
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
    /// How often each street is inspected.
    inspection_cadence InspectionCadence "inspection.cadence": Cadence,
    /// How often data channels, training and the like are owed.
    register_review RegisterReview "register.review": Rhythm,
    /// The superiors named as sources of matters.
    matter_sources MatterSources "matter.named_sources": Vec<Text>,
    /// Lower bodies.
    children Children "nesting.children": Children,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
