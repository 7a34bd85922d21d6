//! What was found, in words: each kind of finding as a sentence that says what it counts.

use std::str::FromStr;

use chrono::{Datelike, Timelike};

use crate::{
    charter::settings::SettingKey,
    code::skeleton::words,
    kernel::finding::{EntryFails, Finding, StateWord, VersionAnswer},
    registry::rules,
    terms::{
        id::UnitId,
        language::Language,
        period::Period,
        time::{Date, Time},
    },
    views::say::Render,
};

impl Render<'_> {
    /// What a rule found.
    pub(crate) fn finding(&self, rule: &str, finding: &Finding) -> String {
        let of = |zh: &'static str, en: &'static str| self.language.of(zh, en);
        let units = |it: &[UnitId]| self.list(it.iter().map(|it| self.unit(it)));
        let things = |it: &[String]| self.list(it.iter().map(|it| self.said(rule, it)));
        match finding {
            Finding::Silent { setting } => {
                format!(
                    "{}{}",
                    self.unsaid(
                        ("本制度没有规定：", "the charter does not say: "),
                        ("记录未见：", "the record does not show: "),
                    ),
                    setting_text(*setting, self.language)
                )
            }
            Finding::NeedsRole { roles, unit } => {
                let roles = self.any(roles.iter().map(|it| it.text(self.language).to_owned()));
                match (unit, self.language) {
                    (Some(unit), Language::Zh) => format!("须由{}的{roles}办理", self.unit(unit)),
                    (Some(unit), Language::En) => format!("it takes the {roles} of {}", self.unit(unit)),
                    (None, Language::Zh) => format!("须由{roles}办理"),
                    (None, Language::En) => format!("it takes the {roles}"),
                }
            }
            Finding::MissingUnits { units: it } => format!("{}{}", of("尚缺：", "missing: "), units(it)),
            Finding::StrangeUnits { units: it } => {
                format!("{}{}", of("不在其列：", "not among them: "), units(it))
            }
            Finding::OpposingUnits { units: it } => {
                format!("{}{}", of("尚有不同意见：", "standing in the way: "), units(it))
            }
            Finding::Missing { what } => format!("{}{}", of("尚缺：", "missing: "), things(what)),
            Finding::Unwanted { what } => format!("{}{}", of("不应有：", "unwanted: "), things(what)),
            Finding::State { is, needs } => {
                let text = |it: &StateWord| it.text(self.language).to_owned();
                let needs = self.any(needs.iter().map(text));
                match self.language {
                    Language::Zh => format!("现为{}，须为{needs}", text(is)),
                    Language::En => format!("it is {} and must be {needs}", text(is)),
                }
            }
            Finding::NotAllowed { value, allowed } => {
                let value = self.said(rule, value);
                match (allowed.is_empty(), self.language) {
                    (true, Language::Zh) => format!("{value}不在允许之列"),
                    (true, Language::En) => format!("not allowed: {value}"),
                    (false, Language::Zh) => format!("{value}不在允许之列，可为：{}", things(allowed)),
                    (false, Language::En) => format!("not allowed: {value}; allowed: {}", things(allowed)),
                }
            }
            Finding::Differs { found, expected } => {
                let (found, expected) = (self.said(rule, found), self.said(rule, expected));
                match self.language {
                    Language::Zh => format!("现为{found}，应为{expected}"),
                    Language::En => format!("it is {found} and should be {expected}"),
                }
            }
            Finding::TooFew { have, need } => {
                let (what, have, need) = self.counted(rule, *have, *need);
                match self.language {
                    Language::Zh => format!("{what}{have}，至少应有{need}"),
                    Language::En => format!("{what}: {have}, and at least {need} needed"),
                }
            }
            Finding::TooMany { have, allowed } => {
                let (what, have, allowed) = self.counted(rule, *have, *allowed);
                match self.language {
                    Language::Zh => format!("{what}{have}，至多可有{allowed}"),
                    Language::En => format!("{what}: {have}, and at most {allowed} allowed"),
                }
            }
            Finding::TooEarly { earliest } => {
                format!("{}{}", of("不早于", "not before "), moment(*earliest, self.language))
            }
            Finding::TooLate { latest } => {
                format!("{}{}", of("不晚于", "not after "), moment(*latest, self.language))
            }
            Finding::LawsDiffer { versions } => {
                let all: Vec<String> = versions.iter().map(|it| self.version_answer(it)).collect();
                let (head, between) = (of("各版不一：", "the versions differ: "), of("；", "; "));
                format!("{head}{}", all.join(between))
            }
            Finding::InTheWay { rules } if rules.is_empty() => {
                of("没有制度规则妨碍该行为", "no rule of the charter stands in the way").to_owned()
            }
            Finding::InTheWay { rules } => {
                let head = of("应列明的正是：", "to be named are just: ");
                format!("{head}{}", self.rules(rules))
            }
            Finding::EntriesFail { entries } => {
                let all: Vec<String> = entries.iter().map(|it| self.entry_fails(it)).collect();
                all.join(of("；", "; "))
            }
            Finding::Late { due, done } => {
                let (due, done) = (day(*due, self.language), day(*done, self.language));
                match self.language {
                    Language::Zh => format!("期限为{due}，实际为{done}"),
                    Language::En => format!("due {due}, done {done}"),
                }
            }
        }
    }

    /// The sentences of rules.
    fn rules(&self, rules: &[&'static str]) -> String {
        let sentences = rules.iter().filter_map(|it| rules::find(it)).map(|it| it.sentence(self.language));
        sentences.collect::<Vec<_>>().join(self.language.of("；", "; "))
    }

    fn entry_fails(&self, it: &EntryFails) -> String {
        let names = self.list(it.names.iter().map(|it| self.quoted(it)));
        let rules = self.rules(&it.rules);
        match (names.is_empty(), self.language) {
            (false, Language::Zh) => format!("第{}条记录所称的{names}失去所指或者重复", it.no),
            (false, Language::En) => format!("entry {} would name {names} in vain or twice", it.no),
            (true, Language::Zh) => format!("第{}条记录不合：{rules}", it.no),
            (true, Language::En) => format!("entry {} would break: {rules}", it.no),
        }
    }

    fn version_answer(&self, it: &VersionAnswer) -> String {
        let rules = it.refused_by.iter().filter_map(|it| rules::find(it));
        let rules: Vec<&str> = rules.map(|it| it.sentence(self.language)).collect();
        match (rules.is_empty(), self.language) {
            (true, Language::Zh) => format!("第{}版许可", it.version),
            (true, Language::En) => format!("version {} accepts", it.version),
            (false, Language::Zh) => format!("第{}版不许（{}）", it.version, rules.join("；")),
            (false, Language::En) => format!("version {} refuses ({})", it.version, rules.join("; ")),
        }
    }

    /// What a rule counts, and two numbers of it.
    fn counted(&self, rule: &str, have: u32, other: u32) -> (&'static str, String, String) {
        let (zh, measure, en) = match rule {
            "journal.has_room" | "correction.strikes_or_replaces" => ("记录", "条", "entries"),
            "meeting.notice_days_kept" => ("提前通知", "天", "days of notice"),
            "meeting.quorum_attends" => ("到会单位", "个", "units that attend"),
            "decision.has_consensus" => ("赞成单位", "个", "units in favour"),
            "decision.is_collective" => ("参加讨论的单位", "个", "units in the discussion"),
            _ if rule.starts_with("briefing.") => ("简报", "期", "briefings"),
            "action.yearly" => ("联合治理行动", "次", "joint actions"),
            _ if rule.starts_with("inspection.") => ("督导检查", "次", "inspections"),
            _ if rule.starts_with("meeting.liaison") => ("联络员会议", "次", "liaison meetings"),
            _ if rule.starts_with("meeting.plenary") => ("全体成员会议", "次", "plenary meetings"),
            "document.is_kept_long_enough" => ("保管期限", "年", "years of keeping"),
            _ => ("单位", "个", "units"),
        };
        let number = |it: u32| match self.language {
            Language::Zh => format!("{it}{measure}"),
            Language::En => it.to_string(),
        };
        (self.language.of(zh, en), number(have), number(other))
    }

    /// Things one after the other.
    pub(crate) fn list(&self, things: impl Iterator<Item = String>) -> String {
        things.collect::<Vec<_>>().join(self.language.of("、", ", "))
    }

    /// Things of which any one will do.
    pub(crate) fn any(&self, things: impl Iterator<Item = String>) -> String {
        let mut all: Vec<String> = things.collect();
        let last = all.pop().unwrap_or_default();
        if all.is_empty() {
            return last;
        }
        format!("{}{}{last}", self.list(all.into_iter()), self.language.of("或", " or "))
    }
}

/// What a setting is about: in Chinese what it asks, in English what it means.
pub(crate) fn setting_text(key: SettingKey, language: Language) -> String {
    match language {
        Language::Zh => words::setting(key).to_owned(),
        Language::En => {
            let doc = key.doc().trim().trim_end_matches('.');
            let mut letters = doc.chars();
            letters.next().map(|it| it.to_lowercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

/// A day in a sentence.
pub(crate) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::En => date.to_string(),
    }
}

/// A moment in a sentence, by its own offset.
pub(crate) fn moment(time: Time, language: Language) -> String {
    let clock = time.to_chrono().time();
    let clock = if clock.second() == 0 { clock.format("%H:%M") } else { clock.format("%H:%M:%S") };
    match language {
        Language::Zh => format!("{}{clock}", day(time.date(), language)),
        Language::En => format!("{} {clock}", time.date()),
    }
}

/// A day or a period that is written in a finding.
pub(crate) fn dated(text: &str, language: Language) -> Option<String> {
    if let Some((from, to)) = text.split_once('/') {
        let period = Period { from: Date::from_str(from).ok()?, to: Date::from_str(to).ok()? };
        let (from, to) = (day(period.from, language), day(period.to, language));
        return Some(format!("{from}{}{to}", language.of("至", " to ")));
    }
    Some(day(Date::from_str(text).ok()?, language))
}
