//! Why an act is refused: every ground, with its clause, what was found, and who can cure it.
//!
//! A refusal is an answer, made of data; the words come from the rules when it is rendered. Malformed
//! input is not a refusal: see `wire`.

use std::fmt;

use serde::Serialize;

use crate::{
    Language,
    act::ActKind,
    body::JointMeeting,
    charter::{Charter, Role, SettingKey},
    id::{ClauseId, UnitId},
    record::{Word, words},
    rule::{self, Rule},
    time::{Date, Time},
    verdict::Bearer,
};

/// Why an act is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Refusal {
    /// Names that mean nothing here, or that already mean something else. No rule was asked.
    Names {
        /// Names of things that nobody has introduced.
        unknown: Vec<Name>,
        /// Names for new things that are already in use.
        taken: Vec<Name>,
    },
    /// The rules that stand in the way; never empty.
    Rules {
        /// One for each rule, in the order of the rules.
        grounds: Vec<Ground>,
        /// The version of the charter that judged, from which the words of the refusal come. It is not serialised.
        #[serde(skip)]
        version: u32,
    },
}

/// A name with the kind of thing it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Name {
    /// `unit`, `meeting` …
    pub kind: &'static str,
    /// The name as given.
    pub name: String,
}

/// A ground of refusal (依据).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ground {
    /// The rule that stands in the way.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::RuleId"))]
    pub rule: &'static str,
    /// The first clause that claims the rule; none for a rule that holds for every body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseId>,
    /// Further clauses that claim it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ClauseId>,
    /// What was found.
    pub finding: Finding,
    /// What would cure it; empty if nothing can.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cures: Vec<Cure>,
    /// The earliest moment at which this ground can fall away by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Time>,
}

/// An act that would cure a ground, and who can do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cure {
    /// The name of the act.
    pub act: ActKind,
    /// The roles of which one can do it.
    pub who: Vec<Role>,
    /// The units that have to, where it is a matter of units.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
}

/// What a rule found, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Finding {
    /// The charter says nothing on which the act could rest.
    Silent {
        /// The setting on which it is silent.
        setting: SettingKey,
    },
    /// The actor holds none of the roles.
    NeedsRole {
        /// Any of these would do.
        roles: Vec<Role>,
        /// For this unit.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
    },
    /// Units are missing: they have not attended, consented, signed …
    MissingUnits {
        /// Those units.
        units: Vec<UnitId>,
    },
    /// Units that do not belong: not members, not called, not asked …
    StrangeUnits {
        /// Those units.
        units: Vec<UnitId>,
    },
    /// Units whose position stands in the way.
    OpposingUnits {
        /// Those units.
        units: Vec<UnitId>,
    },
    /// Parts, items, steps or fields are missing.
    Missing {
        /// Their names.
        what: Vec<String>,
    },
    /// Something is there that must not be.
    Unwanted {
        /// Their names.
        what: Vec<String>,
    },
    /// The thing is in another state.
    State {
        /// The state it is in.
        is: &'static str,
        /// The states of which one is needed.
        needs: Vec<&'static str>,
    },
    /// A value that is not among those allowed.
    NotAllowed {
        /// The value.
        value: String,
        /// Those allowed.
        allowed: Vec<String>,
    },
    /// A value that differs from what it must be.
    Differs {
        /// The value given.
        found: String,
        /// The value needed.
        expected: String,
    },
    /// Too few.
    TooFew {
        /// So many there are.
        have: u32,
        /// So many are needed.
        need: u32,
    },
    /// Too many.
    TooMany {
        /// So many there would be.
        have: u32,
        /// So many are allowed.
        allowed: u32,
    },
    /// Too early.
    TooEarly {
        /// The first moment at which it is possible.
        earliest: Time,
    },
    /// Too late.
    TooLate {
        /// The last moment at which it was possible.
        latest: Time,
    },
    /// The versions of the charter that come into question give different answers, and none prevails.
    LawsDiffer {
        /// What each says.
        versions: Vec<VersionAnswer>,
    },
    /// After the due date.
    Late {
        /// The last day in time.
        due: Date,
        /// The day it happened.
        done: Date,
    },
}

words! {
    /// The states of things that go through no stages of their own.
    pub(crate) enum Standing {
        Allotted,
        Answered,
        Approved,
        AtWork,
        AwaitsRectification,
        Closed,
        Completed,
        Consented,
        Current,
        Declined,
        Ended,
        Founded,
        Granted,
        Issued,
        Met,
        NotApproved,
        NotConsented,
        NotFounded,
        NotIssued,
        NotOpened,
        NotSubmitted,
        NothingToRectify,
        Open,
        Opened,
        Rectified,
        Retired,
        Submitted,
        Unanswered,
        Unsettled,
        Unused,
        Voided,
    }
}

/// What one version of the charter says to an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VersionAnswer {
    /// The version.
    pub version: u32,
    /// The rules by which it refuses; none if it accepts.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::RuleId>"))]
    pub refused_by: Vec<&'static str>,
}

impl Finding {
    /// A thing is in one state, and must be in one of others.
    pub(crate) fn state(is: impl Word, needs: &[impl Word]) -> Self {
        Self::State { is: is.word(), needs: needs.iter().map(Word::word).collect() }
    }

    fn units(&self) -> &[UnitId] {
        match self {
            Self::MissingUnits { units } | Self::OpposingUnits { units } => units,
            _ => &[],
        }
    }
}

impl Ground {
    pub(crate) fn new(rule: &Rule, clauses: &[u16], charter: &Charter, finding: Finding) -> Self {
        let mut clauses = clauses.iter().filter_map(|it| charter.clause_at(*it)).map(|it| it.id.clone());
        let units = finding.units();
        let cure = |it: &rule::Remedy| Cure { act: it.act, who: it.who.to_vec(), units: units.to_vec() };
        Self {
            rule: rule.id,
            clause: clauses.next(),
            also: clauses.collect(),
            cures: rule.remedies.iter().map(cure).collect(),
            earliest: if let Finding::TooEarly { earliest } = &finding { Some(*earliest) } else { None },
            finding,
        }
    }
}

impl Refusal {
    /// The grounds; empty if names are unknown or taken.
    pub fn grounds(&self) -> &[Ground] {
        match self {
            Self::Names { .. } => &[],
            Self::Rules { grounds, .. } => grounds,
        }
    }

    /// Whether another version of the charter refuses on the same grounds.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rules { grounds, .. }, Self::Rules { grounds: others, .. }) => grounds == others,
            _ => self == other,
        }
    }

    /// The refusal in words: for each ground the locator, the rule's sentence and what was found.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        match self {
            Self::Names { unknown, taken } => {
                let (no, used) = match language {
                    Language::Zh => ("没有", "已被使用"),
                    Language::En => ("unknown", "already in use"),
                };
                let unknown = unknown.iter().map(|it| format!("{no} {} `{}`", it.kind, it.name));
                let taken = taken.iter().map(|it| format!("{} `{}` {used}", it.kind, it.name));
                unknown.chain(taken).collect::<Vec<_>>().join("\n")
            }
            Self::Rules { grounds, version } => {
                let words = Render { body, charter: body.charter_of(*version), language };
                grounds.iter().map(|it| words.ground(it)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl fmt::Display for Refusal {
    /// The names or the rule ids; [`Refusal::render`] gives words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Names { unknown, taken } => {
                f.write_str("refused by name:")?;
                unknown.iter().chain(taken).try_for_each(|it| write!(f, " {} `{}`", it.kind, it.name))
            }
            Self::Rules { grounds, .. } => {
                f.write_str("refused by rule:")?;
                grounds.iter().try_for_each(|it| write!(f, " {}", it.rule))
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// Puts data into words.
pub(crate) struct Render<'b> {
    pub(crate) body: &'b JointMeeting,
    /// Of the version that judged.
    pub(crate) charter: &'b Charter,
    pub(crate) language: Language,
}

impl Render<'_> {
    fn ground(&self, ground: &Ground) -> String {
        let at = ground.clause.as_ref().and_then(|id| self.charter.clause(id.as_str()));
        let at = at.map(|it| format!("{}（{}）", it.at, it.id)).unwrap_or_default();
        let sentence = rule::find(ground.rule).map_or("", |it| it.sentence(self.language));
        format!("{at} {sentence}: {}", self.finding(&ground.finding)).trim_start().to_owned()
    }

    /// The name of a unit: in Chinese the last it bore; in English what the charter calls it, if it does.
    pub(crate) fn unit(&self, id: &UnitId) -> String {
        let listed = self.charter.unit(id);
        let borne = self.body.state().membership.units.get(id).and_then(|it| it.names.values().next_back());
        let (zh, en) = (listed.map(|it| &it.zh), listed.map(|it| &it.en));
        let name = match self.language {
            Language::Zh => borne.or(zh),
            Language::En => en.or(borne),
        };
        name.map_or_else(|| id.to_string(), ToString::to_string)
    }

    pub(crate) fn bearer(&self, bearer: &Bearer) -> String {
        match (bearer, self.language) {
            (Bearer::Body, Language::Zh) => "联席会议".to_owned(),
            (Bearer::Body, Language::En) => "the joint meeting".to_owned(),
            (Bearer::Role { role: it }, language) => role(*it, language).to_owned(),
            (Bearer::Unit { unit }, _) => self.unit(unit),
        }
    }

    pub(crate) fn finding(&self, finding: &Finding) -> String {
        let zh = self.language == Language::Zh;
        let label = |cn: &'static str, en: &'static str| if zh { cn } else { en };
        let units =
            |it: &[UnitId]| it.iter().map(|it| self.unit(it)).collect::<Vec<_>>().join(label("、", ", "));
        let list = |it: &[String]| it.join(label("、", ", "));
        let roles = |it: &[Role]| {
            it.iter().map(|it| role(*it, self.language)).collect::<Vec<_>>().join(label("、", ", "))
        };
        match finding {
            Finding::Silent { setting } => {
                format!("{} {setting}", label("本制度未作规定", "the charter is silent:"))
            }
            Finding::NeedsRole { roles: r, unit } => {
                let unit = unit.as_ref().map(|it| format!(" ({})", self.unit(it))).unwrap_or_default();
                format!("{} {}{unit}", label("须由", "needs"), roles(r))
            }
            Finding::MissingUnits { units: u } => format!("{} {}", label("尚缺", "missing:"), units(u)),
            Finding::StrangeUnits { units: u } => {
                format!("{} {}", label("不在其列", "not among them:"), units(u))
            }
            Finding::OpposingUnits { units: u } => {
                format!("{} {}", label("尚有不同意见", "standing in the way:"), units(u))
            }
            Finding::Missing { what } => format!("{} {}", label("尚缺", "missing:"), list(what)),
            Finding::Unwanted { what } => format!("{} {}", label("不应有", "unwanted:"), list(what)),
            Finding::State { is, needs } => {
                format!(
                    "{} {is}, {} {}",
                    label("现为", "it is"),
                    label("须为", "and must be"),
                    needs.join(" / ")
                )
            }
            Finding::NotAllowed { value, allowed } => {
                format!("`{value}`, {} {}", label("可为", "allowed:"), list(allowed))
            }
            Finding::Differs { found, expected } => {
                format!("`{found}`, {} `{expected}`", label("应为", "expected"))
            }
            Finding::TooFew { have, need } => format!("{have} < {need}"),
            Finding::TooMany { have, allowed } => format!("{have} > {allowed}"),
            Finding::TooEarly { earliest } => format!("{} {earliest}", label("不早于", "not before")),
            Finding::TooLate { latest } => format!("{} {latest}", label("不晚于", "not after")),
            Finding::LawsDiffer { versions } => {
                let says = |it: &VersionAnswer| match it.refused_by.as_slice() {
                    [] => format!("{} {}", it.version, label("许可", "accepts")),
                    rules => format!("{} {} ({})", it.version, label("不许", "refuses"), rules.join(", ")),
                };
                let all: Vec<String> = versions.iter().map(says).collect();
                format!("{} {}", label("各版不一：", "the versions differ:"), all.join(label("，", ", ")))
            }
            Finding::Late { due, done } => {
                format!("{} {due}, {} {done}", label("期限", "due"), label("实际", "done"))
            }
        }
    }
}

/// The word for a role.
pub fn role(role: Role, language: Language) -> &'static str {
    let (zh, en) = match role {
        Role::ChiefConvener => ("总召集人", "chief convener"),
        Role::Convener => ("召集人", "convener"),
        Role::DeputyConvener => ("副召集人", "deputy convener"),
        Role::Office => ("办公室", "office"),
        Role::OfficeDirector => ("办公室主任", "director of the office"),
        Role::LeadUnit => ("牵头单位", "lead unit"),
        Role::MemberUnit => ("成员单位", "member unit"),
        Role::Member => ("成员", "member"),
        Role::LiaisonOfficer => ("联络员", "liaison officer"),
        Role::ResponsiblePerson => ("负责人", "responsible person"),
        Role::PresidingPerson => ("主持人", "person presiding"),
        Role::Superior => ("上级", "superior"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
