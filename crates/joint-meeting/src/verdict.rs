//! Verdicts: was the charter kept? The words in which `audit` and `obligation` answer.
//!
//! How a verdict is reached is in `duty` and `audit`.

use serde::Serialize;

use crate::{
    Language,
    body::JointMeeting,
    charter::{ReadingKey, Role},
    id::{ClauseId, UnitId},
    record::words,
    refusal::{Finding, Render},
    rule,
    time::{Date, Period},
};

words! {
    /// A verdict (结论), from the one that weighs least to the one that weighs most.
    pub enum Verdict {
        /// It exhorts or describes; nobody can be judged by it.
        NotJudged,
        /// Nothing happened to which it could apply.
        NotApplicable,
        /// The charter says nothing that could be judged.
        Silent,
        /// Kept.
        Met,
        /// Not yet done, and not yet due.
        NotDue,
        /// The defensible readings differ.
        Disputed,
        /// Not kept.
        Unmet,
    }
}

impl Verdict {
    /// The word for it.
    pub fn text(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::NotJudged => ("不作评判", "not judged"),
            Self::NotApplicable => ("不适用", "not applicable"),
            Self::Silent => ("未作规定", "silent"),
            Self::Met => ("已做到", "met"),
            Self::NotDue => ("未到期", "not due"),
            Self::Disputed => ("理解不一", "disputed"),
            Self::Unmet => ("未做到", "unmet"),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

impl ClauseVerdict {
    /// The verdict in words: the clause, the word, and for each judgement that is not simply kept the rule's
    /// sentence, its bearer and what was found.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        let words = Render { body, charter: body.charter_of(self.version), language };
        let mut lines = vec![format!("{} {}", self.clause, self.verdict.text(language))];
        let open = self
            .judgements
            .iter()
            .filter(|it| matches!(it.verdict, Verdict::Unmet | Verdict::Disputed | Verdict::NotDue));
        for it in open {
            let sentence = rule::find(it.rule).map_or("", |it| it.sentence(language));
            let finding =
                it.finding.as_ref().map(|it| format!(": {}", words.finding(it))).unwrap_or_default();
            let (bearer, verdict) = (words.bearer(&it.bearer), it.verdict.text(language));
            lines.push(format!("  {bearer} {verdict} – {sentence}{finding}"));
        }
        lines.join("\n")
    }
}

/// Who bears a duty, or to whom it is owed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Bearer {
    /// The joint meeting as a whole.
    Body,
    /// Whoever holds a role.
    Role {
        /// The role.
        role: Role,
    },
    /// A unit.
    Unit {
        /// The unit.
        unit: UnitId,
    },
}

/// The option of a reading that an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReadingUse {
    /// The question.
    pub reading: ReadingKey,
    /// The option used.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ReadingOption"))]
    pub option: &'static str,
}

impl ReadingUse {
    pub(crate) fn new(key: ReadingKey, option: u8) -> Self {
        Self { reading: key, option: key.info().options.get(usize::from(option)).copied().unwrap_or("") }
    }
}

words! {
    /// How a date was reckoned.
    pub enum Reckoning {
        /// By calendar dates alone.
        Dates,
        /// By the table of working days.
        WorkingDays,
    }
}

/// When something is due (期限).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Due {
    /// The last day in time.
    pub date: Date,
    /// The last minute of that day in time, counted from midnight; without one, its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
    /// The last working day on which it is in time by every defensible reading.
    pub safe: Date,
    /// How the date was reckoned.
    pub reckoning: Reckoning,
    /// The reading that settles the date, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<ReadingUse>,
    /// A year without a known table of working days was on the way: the answer may change.
    pub provisional: bool,
}

/// What one rule finds of one bearer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// The rule.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::RuleId"))]
    pub rule: &'static str,
    /// Who bears it.
    pub bearer: Bearer,
    /// What it is about, where one bearer can owe several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// The readings it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingUse>,
    /// The verdict by each reading, where they differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_reading: Vec<VerdictByReading>,
    /// When it was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The numbers of the entries that show it.
    pub evidence: Vec<u32>,
    /// What was missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
}

/// The verdict by one option of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerdictByReading {
    /// The question.
    #[cfg_attr(feature = "schema", schemars(with = "ReadingKey"))]
    pub reading: &'static str,
    /// The option.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::ReadingOption"))]
    pub option: &'static str,
    /// The verdict by it.
    pub verdict: Verdict,
}

/// The verdict on one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClauseVerdict {
    /// The clause.
    pub clause: ClauseId,
    /// The version of the charter that judged: that of its [`Audit`], which alone is serialised.
    #[serde(skip)]
    pub version: u32,
    /// The verdict that weighs most among the judgements.
    pub verdict: Verdict,
    /// One for each rule and bearer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
}

/// The verdicts on every clause for a period, as seen on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Audit {
    /// The period.
    pub period: Period,
    /// The day on which it is judged.
    pub on: Date,
    /// The version of the charter.
    pub version: u32,
    /// One for each clause, in the order of the text.
    pub clauses: Vec<ClauseVerdict>,
    /// The same by the versions before, for what was theirs: the time in which they were in force, and matters that
    /// went on by them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Audit>,
}
