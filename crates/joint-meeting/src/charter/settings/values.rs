//! The values of settings that have fields of their own.

use serde::{Deserialize, Serialize};

use crate::{
    charter::settings::choices::{Decider, Delegate, StandsTo},
    terms::{
        id::{ClassId, PostId, SeriesId, Text, UnitId},
        period::Rhythm,
        time::Date,
        words::{MeetingKind, Rank, Role, UnitKind},
    },
};

macro_rules! values {
    ($($(#[$doc:meta])* struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_doc])* pub $field: $ty,)* }
    )*};
}

values! {
    /// A class of units whose members are found on a day (区内各银行业金融机构).
    struct MemberClass {
        /// Its id.
        id: ClassId,
        /// What units belong to it, in Chinese.
        zh: Text,
        /// What units belong to it, in English.
        en: Text,
    }
    /// How a unit joins or leaves.
    struct UnitChange {
        /// Who may decide it; where several are named, any one of them. With none given the text does not say who.
        by: Vec<Decider>,
        /// Whether the unit itself must consent.
        unit_consents: bool,
    }
    /// What the text asks of the person a unit names as member.
    struct MemberNaming {
        /// The number that each unit names; with 0 the text does not say.
        per_unit: u16,
        /// The ranks of which one is needed; with none given the text does not say.
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
        /// Whether the text asks for the head of a business section (业务科室主要负责同志).
        section_head: bool,
        /// Whether the text asks for two qualities: to know the duties, and to master the trade.
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
        /// The period in each of which so many are needed.
        per: Rhythm,
        /// The greatest number, where the text gives one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_most: Option<u16>,
        /// The months (1 to 12) in which it may happen; with none given, any month will do.
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
        /// The roles of which one presides; with neither roles nor posts given the text does not say.
        by: Vec<Role>,
        /// The posts whose holders preside, where the text names a post and not a role.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        posts: Vec<PostId>,
        /// Whom they may entrust; without it the text does not say.
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
        /// The numbers of units that, asking at once, oblige the office to call the meeting.
        #[serde(default)]
        thresholds: Vec<Threshold>,
        /// The roles of which one decides whether the meeting is called; with none given the text does not say.
        #[serde(default)]
        decided_by: Vec<Role>,
    }
    /// A number of requesting units that obliges.
    struct Threshold {
        /// The number of different units.
        units: u16,
        /// The units of which it counts; with neither units nor classes given, it counts of all member units.
        #[serde(default)]
        of: Vec<UnitId>,
        /// The classes through which the units of which it counts are members.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        of_classes: Vec<ClassId>,
    }
    /// Who may invite whom.
    struct Invitation {
        /// The roles that may invite; with none given the text does not say.
        by: Vec<Role>,
        /// The kinds of meeting to which they may invite.
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
        /// Whether only major matters go there.
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
        /// Whether it needs the superior's approval.
        approval: bool,
        /// Whether it needs the agreement of every member unit.
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
        /// The kinds of unit that may set them up.
        by: Vec<UnitKind>,
        /// Whether they must be reported to this body.
        #[serde(default)]
        reported: bool,
    }
    /// A body above this one, beside it or below it: another joint meeting, a leading group, a mechanism.
    struct RelatedBody {
        /// Its name in Chinese.
        zh: Text,
        /// Its name in English.
        en: Text,
        /// How it stands to this one.
        stands: StandsTo,
    }
    /// What a unit does in the body, as a table of the text has it.
    struct DutiesOfUnit {
        /// The unit.
        unit: UnitId,
        /// Its duties, in Chinese.
        zh: Text,
        /// Its duties, in English.
        en: Text,
    }
    /// The time of day at which work closes.
    struct CloseOfWork {
        /// The hour, 0 to 23.
        hour: u16,
        /// The minute, 0 to 59.
        minute: u16,
    }
}
