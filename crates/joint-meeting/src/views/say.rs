//! The putting into words of refusals, obligations and verdicts, in Chinese and English.
//!
//! What is found is worded in `finding`, what things are called in `names`.

mod counts;
pub(crate) mod finding;
mod names;
pub(crate) mod parts;

use crate::{
    body::JointMeeting,
    charter::{
        Charter,
        file::{Clause, KnownFrom},
        readings::ReadingKey,
    },
    kernel::{
        due::Due,
        finding::Finding,
        known::unknown,
        refusal::{Cure, Ground, OnlyBy, Refusal},
        verdict::{Judgement, Verdict, VerdictByReading},
    },
    registry::rules,
    terms::{id::ClauseId, kinds::kind_text, language::Language},
    views::{
        audit::ClauseVerdict,
        obligation::Obligation,
        say::finding::{day, moment},
    },
};

impl Obligation {
    /// The obligation in words: who owes what, by which clause, until when, the safe day, what is missing, and by which
    /// acts it is fulfilled.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        let words = Render { body, charter: body.charter_of(self.version), language };
        let (stop, semi) = (language.of("；", "; "), language.of("：", ": "));
        let at = words
            .clause(&self.clause)
            .map_or_else(|| words.quoted(self.clause.as_str()), |it| words.place(it));
        let mut text = format!("{at} {}{semi}{}", words.bearer(&self.bearer), words.sentence(self.rule));
        if let Some(subject) = &self.subject {
            text += &words.in_brackets(&words.said(self.rule, subject));
        }
        if let Some(due) = &self.due {
            text += &format!("{stop}{}", words.due(due));
        }
        let dateless = self.verdict == Verdict::Silent && self.due.is_none();
        let stands = [
            (self.overdue, language.of("已逾期", "overdue")),
            (self.verdict == Verdict::Disputed, Verdict::Disputed.text(language)),
            (
                dateless,
                words.unsaid(("未规定期限", "no date is set"), ("期限记录未见", "the record shows no date")),
            ),
        ];
        for (_, word) in stands.iter().filter(|(holds, _)| *holds) {
            text += &format!("{stop}{word}");
        }
        if let Some(finding) = &self.finding {
            text += &format!("{stop}{}", words.finding(self.rule, finding));
        }
        let acts = words.any(self.fulfilled_by.iter().map(|it| it.title(language).to_owned()));
        if !acts.is_empty() {
            text += &format!("{stop}{}{acts}", language.of("以此完成：", "fulfilled by: "));
        }
        text
    }
}

impl Refusal {
    /// The refusal in words: of each ground the rule's sentence and what was found, then the clauses with their own
    /// sentences, the readings it rests on, the earliest moment, and who can cure it by which act.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        match self {
            Self::Names { unknown: no, taken } => {
                let no = no.iter().map(|it| unknown(it.kind, &it.name, &it.nearest, language));
                let used = taken.iter().map(|it| {
                    let kind = kind_text(it.kind, language);
                    match language {
                        Language::Zh => format!("{kind}「{}」已被使用", it.name),
                        Language::En => format!("{kind} `{}` is already in use", it.name),
                    }
                });
                no.chain(used).collect::<Vec<_>>().join("\n")
            }
            Self::Rules { grounds, version } => {
                let words = Render { body, charter: body.charter_of(*version), language };
                grounds.iter().flat_map(|it| words.ground(it)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl ClauseVerdict {
    /// The verdict in words: the clause with its own sentence and the verdict; then, for each judgement that is not simply
    /// kept, the bearer and the rule's sentence, what was found, the due date, the verdict by each reading where they
    /// differ, and the entries that show it.
    pub fn render(&self, body: &JointMeeting, language: Language) -> String {
        let words = Render { body, charter: body.charter_of(self.version), language };
        let head = words
            .clause(&self.clause)
            .map_or_else(|| words.quoted(self.clause.as_str()), |it| words.cited(it));
        let mut head = match language {
            Language::Zh => format!("{}——{head}", words.verdict(self.verdict)),
            Language::En => format!("{} – {head}", words.verdict(self.verdict)),
        };
        let open: Vec<&Judgement> = self.judgements.iter().filter(|it| is_open(it)).collect();
        let counts = self.counts.text(language);
        if !counts.is_empty() {
            head += &words.in_brackets(&counts);
        }
        if open.is_empty() {
            let all = self.evidence();
            if !all.is_empty() {
                head += &words.in_brackets(&words.entries(&Vec::from_iter(all)));
            }
        }
        let mut lines = vec![head];
        lines.extend(open.into_iter().flat_map(|it| words.judgement(it)));
        lines.join("\n")
    }
}

/// Whether there is more to say than the verdict: something is owed, or was, or can be read in several ways.
fn is_open(it: &Judgement) -> bool {
    match it.verdict {
        Verdict::Unmet | Verdict::Disputed | Verdict::NotDue => true,
        Verdict::Silent => !matches!(it.finding, None | Some(Finding::Silent { .. })),
        Verdict::Met | Verdict::NotApplicable | Verdict::NotJudged => false,
    }
}

impl Charter {
    /// What a verdict is called under this charter: where only a record of it is known, nobody can say that it is silent, only
    /// that the record is.
    pub fn verdict_text(&self, verdict: Verdict, language: Language) -> &'static str {
        match (verdict, self.file().known_from) {
            (Verdict::Silent, KnownFrom::Record) => language.of("记录未见", "not seen in the record"),
            (verdict, _) => verdict.text(language),
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

/// The most entries that are listed; of more, only the first and the last are.
const LISTED: usize = 6;

impl Render<'_> {
    fn ground(&self, ground: &Ground) -> Vec<String> {
        let of = |zh: &'static str, en: &'static str| self.language.of(zh, en);
        let (sentence, dash) = (self.sentence(ground.rule), of("——", " – "));
        let mut lines = vec![format!("{sentence}{dash}{}", self.finding(ground.rule, &ground.finding))];
        for clause in ground.clause.iter().chain(&ground.also).filter_map(|it| self.clause(it)) {
            lines.push(format!("  {}{}", of("依据：", "by: "), self.cited(clause)));
        }
        if ground.clause.is_none() {
            let of_all = of(
                "依据：记录须前后一致，任何联席会议都适用",
                "by: the record must be sound, for every body",
            );
            lines.push(format!("  {of_all}"));
        }
        let view = self.body.view(self.charter, self.body.last_day());
        for key in rules::find(ground.rule).map_or(&[][..], |it| it.readings) {
            let is_open = view.leaves(*key).is_some_and(|it| it.open.len() > 1);
            let option = key.info().options.get(usize::from(view.option(*key)));
            if let (true, Some(option)) = (is_open, option) {
                lines.push(format!("  {}{}", of("理解：", "read so: "), self.reading(*key, option)));
            }
        }
        lines.extend(self.helps(ground).into_iter().map(|it| format!("  {it}")));
        lines
    }

    /// What helps: when the ground falls away by itself, who can cure it by which act, what alone can.
    pub(crate) fn helps(&self, ground: &Ground) -> Vec<String> {
        let of = |zh: &'static str, en: &'static str| self.language.of(zh, en);
        let mut lines = Vec::new();
        if let Some(earliest) = ground.earliest {
            let earliest = moment(earliest, self.language);
            lines.push(format!("{}{earliest}", of("最早：", "at the earliest: ")));
        }
        for cure in &ground.cures {
            let how = match cure.instead {
                true => of("可改由", "can be done instead by "),
                false => of("可由", "can be cured by "),
            };
            lines.push(format!("{how}{}", self.cure(cure)));
        }
        let only_by = ground.only_by.map(|it| match it {
            OnlyBy::NewCharter => self.unsaid(
                ("只有新的制度才能作出规定", "only a new charter can provide for it"),
                (
                    "须查明制度原文，或者由新的制度作出规定",
                    "the text of the charter has to be looked up, or a new one provide for it",
                ),
            ),
            OnlyBy::Nobody => of(
                "现在无人担任，也无人可以指定人选",
                "nobody holds the role now, and nobody can give it to anyone",
            ),
        });
        lines.extend(only_by.map(str::to_owned));
        lines
    }

    /// Who can do the act that would cure.
    fn cure(&self, cure: &Cure) -> String {
        let who = self.any(cure.who.iter().map(|it| it.text(self.language).to_owned()));
        let units = self.list(cure.units.iter().map(|it| self.unit(it)));
        let act = cure.act.title(self.language);
        match (units.is_empty(), self.language) {
            (true, Language::Zh) => format!("{who}{act}"),
            (true, Language::En) => format!("the {who}: {act}"),
            (false, Language::Zh) => format!("{units}的{who}{act}"),
            (false, Language::En) => format!("the {who} of {units}: {act}"),
        }
    }

    fn judgement(&self, it: &Judgement) -> Vec<String> {
        let of = |zh: &'static str, en: &'static str| self.language.of(zh, en);
        let (colon, stop) = (of("：", ": "), of("；", "; "));
        let mut text = format!(
            "  {}{colon}{}{colon}{}",
            self.bearer(&it.bearer),
            self.verdict(it.verdict),
            self.sentence(it.rule)
        );
        if let Some(subject) = &it.subject {
            text += &self.in_brackets(&self.said(it.rule, subject));
        }
        if let Some(finding) = &it.finding {
            text += &format!("{stop}{}", self.finding(it.rule, finding));
        }
        if let Some(due) = &it.due {
            text += &format!("{stop}{}", self.due(due));
        }
        let mut lines = vec![text];
        lines.extend(it.by_reading.iter().map(|it| format!("    {}", self.by_reading(it))));
        if !it.evidence.is_empty() {
            lines.push(format!("    {}", self.entries(&it.evidence)));
        }
        lines
    }

    fn by_reading(&self, it: &VerdictByReading) -> String {
        let key = ReadingKey::named(it.reading);
        let reading = key.map(|key| self.reading(key, it.option)).unwrap_or_default();
        let verdict = self.verdict(it.verdict);
        match self.language {
            Language::Zh => format!("如此理解则{verdict}：{reading}"),
            Language::En => format!("{verdict} if read so: {reading}"),
        }
    }

    /// The entries that show it, by their numbers.
    fn entries(&self, all: &[u32]) -> String {
        let corrected: Vec<String> = all.iter().filter_map(|it| self.corrected(*it)).collect();
        let corrected = match corrected.is_empty() {
            true => String::new(),
            false => self.in_brackets(&corrected.join(self.language.of("；", "; "))),
        };
        let all = match all {
            [first, .., last] if all.len() > LISTED => format!("{first}…{last}"),
            _ => all.iter().map(ToString::to_string).collect::<Vec<_>>().join(self.language.of("、", ", ")),
        };
        match self.language {
            Language::Zh => format!("见第{all}号记录{corrected}"),
            Language::En => format!("shown by entry {all}{corrected}"),
        }
    }

    /// That an entry was corrected, and by which.
    fn corrected(&self, no: u32) -> Option<String> {
        let by = self.body.corrected_by(no);
        let numbers =
            by.iter().map(ToString::to_string).collect::<Vec<_>>().join(self.language.of("、", ", "));
        let text = match self.language {
            Language::Zh => format!("第{no}号经第{numbers}号更正"),
            Language::En => format!("{no} corrected by {numbers}"),
        };
        (!by.is_empty()).then_some(text)
    }

    /// A question of reading, and one of its options.
    pub(crate) fn reading(&self, key: ReadingKey, option: &str) -> String {
        let option = key.option_text(option, self.language).unwrap_or_default();
        let asked = key.question_text(self.language);
        match self.language {
            Language::Zh => format!("{asked}{option}"),
            Language::En => format!("{asked} – {option}"),
        }
    }

    fn due(&self, due: &Due) -> String {
        let (date, safe) = (day(due.date, self.language), day(due.safe, self.language));
        let known = self.body.calendar().known_through().map(|it| day(it, self.language));
        let by = known.map(|it| match self.language {
            Language::Zh => format!("按截至{it}的工作日表"),
            Language::En => format!("by the table of working days known through {it}"),
        });
        let by = by.map(|it| self.in_brackets(&it)).unwrap_or_default();
        match self.language {
            Language::Zh => format!("期限{date}，稳妥日{safe}{by}"),
            Language::En => format!("due {date}, safe {safe}{by}"),
        }
    }

    /// What is said where the charter says nothing: in one way where its text is known, in another where only a record of
    /// it is, which leaves open what the text says.
    pub(crate) fn unsaid(
        &self,
        (zh, en): (&'static str, &'static str),
        (zh_of_record, en_of_record): (&'static str, &'static str),
    ) -> &'static str {
        match self.charter.file().known_from {
            KnownFrom::Text => self.language.of(zh, en),
            KnownFrom::Record => self.language.of(zh_of_record, en_of_record),
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        self.charter.verdict_text(verdict, self.language)
    }

    fn sentence(&self, rule: &str) -> &'static str {
        rules::find(rule).map_or("", |it| it.sentence(self.language))
    }

    fn in_brackets(&self, text: &str) -> String {
        match self.language {
            Language::Zh => format!("（{text}）"),
            Language::En => format!(" ({text})"),
        }
    }

    fn clause(&self, id: &ClauseId) -> Option<&Clause> {
        self.charter.clause(id.as_str())
    }

    /// Where a clause stands, and its id by which answers name it.
    fn place(&self, clause: &Clause) -> String {
        format!("{}{}", clause.place(self.language), self.quoted(clause.id.as_str()))
    }

    /// A clause, where it stands and what it says.
    fn cited(&self, clause: &Clause) -> String {
        let (place, says) = (self.place(clause), clause.says(self.language));
        format!("{place}{}{says}", self.language.of("：", ": "))
    }
}
