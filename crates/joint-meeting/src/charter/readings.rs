//! The readings: how an ambiguous word of a charter may be read, as named options.
//!
//! What an option does is the business of the rule that asks for it. Which options a charter leaves
//! open, which one it fixes and which one is suggested stands in the charter file.

use serde::{Deserialize, Serialize};

use crate::terms::record::keyed;

impl ReadingKey {
    /// Its name: `report.due_day`.
    pub fn name(self) -> &'static str {
        self.info().id
    }

    /// Whether a charter may leave it unasked although a rule asks it. Charters are older than the question: for these its
    /// first option holds, and nothing is in dispute.
    pub(crate) fn may_be_unasked(self) -> bool {
        matches!(self, Self::MemberUnits | Self::ChangeEffect)
    }

    /// The question of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    /// Its name, options and meaning.
    pub fn info(self) -> &'static ReadingInfo {
        #[expect(clippy::indexing_slicing, reason = "both lists are made by one macro")]
        &READINGS[self as usize]
    }
}

keyed! { ReadingKey }

/// What there is to know of a question of reading.
#[derive(Debug)]
#[non_exhaustive]
pub struct ReadingInfo {
    /// Its name: `report.due_day`.
    pub id: &'static str,
    /// What is asked.
    pub doc: &'static str,
    /// The names of the options.
    pub options: &'static [&'static str],
}

/// An enum of options that answers one question.
pub(crate) trait Reading: Copy {
    const KEY: ReadingKey;
    fn from_option(ix: u8) -> Self;
}

macro_rules! readings {
    ($(#[doc = $doc:literal] $name:ident $id:literal { $($(#[doc = $what:literal])* $option:ident $word:literal),+ $(,)? })*) => {
        /// A question of reading: what a rule asks, and what an answer rests on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ReadingKey { $(#[doc = $doc] $name,)* }

        impl ReadingKey {
            /// Every question, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }

        $(
            #[doc = $doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub(crate) enum $name { $($(#[doc = $what])* $option),+ }

            impl Reading for $name {
                const KEY: ReadingKey = ReadingKey::$name;
                fn from_option(ix: u8) -> Self {
                    const ALL: &[$name] = &[$($name::$option),+];
                    ALL.get(usize::from(ix)).copied().unwrap_or(const { first(ALL) })
                }
            }
        )*

        /// Every question of reading that a rule may ask.
        pub static READINGS: &[ReadingInfo] = &[$(ReadingInfo {
            id: $id, doc: $doc, options: &[$($word),+],
        }),*];
    };
}

const fn first<T: Copy>(all: &[T]) -> T {
    #[expect(clippy::indexing_slicing, reason = "in a const: an empty list would not compile")]
    all[0]
}

readings! {
    #[doc = "Do duties run in full in the year the charter was issued, or in what part of the year they count by? A charter sets dates in a year and not from which year on."]
    FirstYear "charter.first_year" { Full "full", NextYear "next_year" }
    #[doc = "Is the list of member units closed, but for admissions? The list of units ends with 等."]
    UnitList "unit.list" { Closed "closed", Illustrative "illustrative" }
    #[doc = "Who adds a member unit? Units may be added, and nothing says by whom."]
    UnitAddedBy "unit.added_by" { Consensus "consensus", Convener "convener", Reissue "reissue" }
    #[doc = "What may become a member unit? The text speaks of 有关部门."]
    UnitEligible "unit.eligible" { PublicBodies "public_bodies", Anybody "anybody" }
    #[doc = "Does the convener count as the member of the lead unit?"]
    ConvenerCounts "member.convener_counts" { Yes "yes", No "no" }
    #[doc = "Must a liaison officer be head of a section and a section-level leader with both qualities? Two qualities stand side by side in one list."]
    LiaisonQualification "liaison.qualification" { Both "both", Either "either" }
    #[doc = "May the member of a unit be its liaison officer as well?"]
    LiaisonAlsoMember "liaison.also_member" { No "no", Yes "yes" }
    #[doc = "May one person be liaison officer of two units?"]
    LiaisonUnits "liaison.units" { One "one", Several "several" }
    #[doc = "May one person be the member of two units? Each unit names one, and nothing says that two may not name the same."]
    MemberUnits "member.units" { One "one", Several "several" }
    #[doc = "From when does a change of member or liaison officer count? The office is told of it, and nothing says from when it counts."]
    ChangeEffect "change.effect" { Named "named", Received "received" }
    #[doc = "When is a change notified promptly? The text says 及时 and no number of days."]
    Promptly "change.promptly" {
        WorkingDays "working_days", BeforeNextMeeting "before_next_meeting", SameDay "same_day"
    }
    #[doc = "Does joint enforcement count as a joint action? Joint enforcement is named among the tasks and not where joint actions are counted."]
    EnforcementCounts "action.enforcement_counts" { No "no", Yes "yes" }
    #[doc = "Does collective discussion need a session? The text speaks of 集体讨论."]
    Session "decision.session" { Session "session", Circulation "circulation" }
    #[doc = "How many units make a discussion collective? 集体 has no number."]
    Collective "decision.collective" { TwoUnits "two_units", OneUnit "one_unit" }
    #[doc = "Among whom is consensus sought?"]
    Basis "decision.basis" {
        Attending "attending", AttendingConcerned "attending_concerned", AllMembers "all_members"
    }
    #[doc = "Does an abstention stand in the way in the room?"]
    Abstention "decision.abstention" { NoObjection "no_objection", Blocks "blocks" }
    #[doc = "Does a reservation stand in the way? The text lets units state 保留意见."]
    Reservation "decision.reservation" { Agrees "agrees", Blocks "blocks" }
    #[doc = "Must a unit that is absent reply in writing?"]
    Absent "decision.absent" { NotCounted "not_counted", MustReply "must_reply" }
    #[doc = "How often is once a year? 每年一次 names neither a least nor a most."]
    PlenaryCount "plenary.count" {
        AtLeast "at_least", Exactly "exactly", TwelveMonths "twelve_months"
    }
    #[doc = "Is a number of meetings that is meant in principle owed all the same? The number follows 原则上."]
    InPrinciple "plenary.in_principle" { Owed "owed", Guideline "guideline" }
    #[doc = "May one of several conveners call a meeting alone?"]
    CoConveners "convener.alone" { Either "either", Together "together" }
    #[doc = "Does a plenary need all units called or all present? A plenary is a meeting of 全体 member units."]
    PlenaryAll "plenary.all" { Called "called", Present "present" }
    #[doc = "Whom may the convener entrust with presiding? The text lets the convener entrust a 同志."]
    DelegateMay "presiding.delegate" { Anyone "anyone", Member "member" }
    #[doc = "Who issues the notice of a meeting?"]
    Caller "meeting.caller" { OfficeWithApproval "office_with_approval", LeadUnit "lead_unit" }
    #[doc = "Whom does a decision of a meeting of some units bind?"]
    PartialBinds "decision.partial_binds" { Attending "attending", AllMembers "all_members" }
    #[doc = "What does a unit's request for a meeting oblige the office to?"]
    RequestEffect "request.effect" { Answer "answer", Call "call" }
    #[doc = "What may a liaison meeting do?"]
    LiaisonPowers "liaison.powers" { Clarify "clarify", Agree "agree" }
    #[doc = "Who presides over a liaison meeting?"]
    LiaisonPresiding "liaison.presiding" { OfficeDirector "office_director", Convener "convener" }
    #[doc = "For what may a joint working group be formed?"]
    GroupPurpose "group.purpose" { Inspection "inspection", Any "any" }
    #[doc = "To which year does a joint action belong?"]
    ActionYear "action.year" { Started "started", Finished "finished" }
    #[doc = "Who is asked for consent to the minutes? The text speaks of 与会单位."]
    ConsentOf "consent.of" {
        AttendingMembers "attending_members", AllPresent "all_present", AllMembers "all_members"
    }
    #[doc = "Who countersigns?"]
    CountersignOf "countersign.of" {
        AttendingMembers "attending_members", Issuers "issuers", Tasked "tasked", AllMembers "all_members"
    }
    #[doc = "Are consent and countersigning two steps or one sheet? The text names 同意 and 会签 one after the other."]
    CountersignOrder "countersign.order" { AfterConsent "after_consent", OneSheet "one_sheet" }
    #[doc = "Do minutes of a liaison meeting take the same path?"]
    LiaisonMinutes "liaison.minutes" { Free "free", Strict "strict" }
    #[doc = "How often is a briefing owed where the charter names no number?"]
    BriefingRhythm "briefing.rhythm" { Yearly "yearly", Unsaid "unsaid" }
    #[doc = "What is the last moment of 'before' a date? A report is due 前 a date."]
    DueDay "report.due_day" {
        /// The day itself, to its end.
        Inclusive "inclusive",
        /// The day itself, to the close of work.
        CloseOfWork "close_of_work",
        /// The day before, to its end.
        Exclusive "exclusive",
        /// The day itself or, if it is a rest day, the next working day.
        Rolled "rolled",
    }
    #[doc = "Does the lead unit report as well?"]
    LeadReports "report.lead_reports" { Yes "yes", No "no" }
    #[doc = "Does a unit that joined in the year report?"]
    JoinedReports "report.joined_in_year" { Yes "yes", No "no" }
    #[doc = "Which time counts for a report? The text says 报送至 and no more."]
    ReportTime "report.counts" { Received "received", Sent "sent" }
    #[doc = "Which time must a report cover?"]
    ReportCovers "report.covers" { CalendarYear "calendar_year", SinceLastReport "since_last_report" }
    #[doc = "Must all named parts be there? The list begins with 主要包括 and ends with 等."]
    ReportParts "report.completeness" { AllParts "all_parts", AnyPart "any_part" }
    #[doc = "Which receipt counts when a report is supplemented?"]
    Supplement "report.supplement" { FirstReceipt "first_receipt", LastReceipt "last_receipt" }
    #[doc = "One responsibility register for each unit, or one for all?"]
    RegisterShape "register.shape" { PerUnit "per_unit", Consolidated "consolidated" }
    #[doc = "Must the person responsible be named, or is a post enough?"]
    RegisterPerson "register.person" { PostAndName "post_and_name", PostSuffices "post_suffices" }
    #[doc = "From when can it be noted that a function had nothing to do in a year? No text says when a year is known to be such."]
    NoneNoted "function.none_noted" { LastMonth "last_month", YearOver "year_over", AnyTime "any_time" }
    #[doc = "Which superiors may assign matters?"]
    MatterSources "matter.sources" { AnySuperior "any_superior", NamedOnly "named_only" }
}

/// What a charter says to a question of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ReadingTerm {
    /// The text settles it.
    Fixed(#[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::ReadingOption"))] String),
    /// The text can be read in several ways.
    Open {
        /// The defensible options.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::ReadingOption>"))]
        options: Vec<String>,
        /// The one used until one is chosen.
        #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::ReadingOption"))]
        suggested: String,
    },
}

/// A question of reading as it stands in a loaded charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    /// The option in effect until another is chosen.
    pub(crate) option: u8,
    /// The defensible options; empty when the text settles it.
    pub(crate) open: Vec<u8>,
    /// The clause that says so.
    pub(crate) clause: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_has_two_options_and_a_name_of_its_own() {
        for it in ReadingKey::ALL {
            assert!(it.info().options.len() > 1, "{it}");
            assert_eq!(ReadingKey::named(it.name()), Some(*it));
        }
        assert_eq!(DueDay::from_option(2), DueDay::Exclusive);
    }
}
