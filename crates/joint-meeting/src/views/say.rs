//! The putting into words of refusals, obligations and verdicts, in Chinese and English.

use crate::{
    body::JointMeeting,
    charter::Charter,
    kernel::{
        finding::{Finding, VersionAnswer},
        refusal::{Ground, OnlyBy, Refusal},
        verdict::{Bearer, Verdict},
    },
    registry::rules,
    terms::{id::UnitId, language::Language, words::Role},
    views::{audit::ClauseVerdict, obligation::Obligation},
};

impl Obligation {
    /// The obligation in words: who owes what, by which clause, until when, and the safe day.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        let words = Render { body, charter: body.charter_of(self.version), language };
        let sentence = rules::find(self.rule).map_or("", |it| it.sentence(language));
        let (due_word, safe, overdue) = match language {
            Language::Zh => ("期限", "稳妥日", "已逾期"),
            Language::En => ("due", "safe", "overdue"),
        };
        let due = self.due.as_ref().map(|it| format!(" ({due_word} {}, {safe} {})", it.date, it.safe));
        let late = if self.overdue { format!(" [{overdue}]") } else { String::new() };
        let about = self.subject.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
        let (bearer, due) = (words.bearer(&self.bearer), due.unwrap_or_default());
        format!("{} {bearer} {sentence}{about}{due}{late}", self.clause)
    }
}

impl Refusal {
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

/// Puts data into words.
pub(crate) struct Render<'b> {
    pub(crate) body: &'b JointMeeting,
    /// The charter of the version that judged.
    pub(crate) charter: &'b Charter,
    pub(crate) language: Language,
}

impl Render<'_> {
    fn ground(&self, ground: &Ground) -> String {
        let at = ground.clause.as_ref().and_then(|id| self.charter.clause(id.as_str()));
        let at = at.map(|it| format!("{}（{}）", it.at, it.id)).unwrap_or_default();
        let sentence = rules::find(ground.rule).map_or("", |it| it.sentence(self.language));
        let only = match (ground.only_by, self.language) {
            (Some(OnlyBy::NewCharter), Language::Zh) => "，须由新的制度作出规定",
            (Some(OnlyBy::NewCharter), Language::En) => "; only a new charter can provide for it",
            (None, _) => "",
        };
        format!("{at} {sentence}: {}{only}", self.finding(&ground.finding)).trim_start().to_owned()
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
            let sentence = rules::find(it.rule).map_or("", |it| it.sentence(language));
            let finding =
                it.finding.as_ref().map(|it| format!(": {}", words.finding(it))).unwrap_or_default();
            let (bearer, verdict) = (words.bearer(&it.bearer), it.verdict.text(language));
            lines.push(format!("  {bearer} {verdict} – {sentence}{finding}"));
        }
        lines.join("\n")
    }
}
