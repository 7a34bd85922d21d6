//! What is owed and what was judged, put into words part by part, for whoever makes a table of it.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    kernel::{
        finding::Finding,
        refusal::{Ground, Refusal},
        verdict::{Bearer, Judgement},
    },
    registry::acts::Act,
    terms::{id::ClauseId, language::Language},
    views::{audit::ClauseVerdict, label::Label, obligation::Obligation, say::Render},
};

/// What something owed or judged is, in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PartsInWords {
    /// Where the clause stands.
    pub place: String,
    /// What the clause says.
    pub says: String,
    /// Who bears it.
    pub bearer: String,
    /// The sentence of the rule.
    pub rule: String,
    /// What it is about, where one bearer can owe several things.
    pub subject: Option<String>,
    /// What was found.
    pub finding: Option<String>,
}

/// One ground of a refusal in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroundInWords {
    /// The sentence of the rule: what has to be true. Of names that mean nothing, or something else, the whole.
    pub rule: String,
    /// What was found.
    pub finding: Option<String>,
    /// Where the clauses stand.
    pub places: Vec<String>,
    /// When it falls away by itself, who can cure it by which act, what alone can.
    pub helps: Vec<String>,
}

impl Refusal {
    /// The refusal in words, ground by ground; [`Refusal::render`] says it in one text.
    pub fn in_parts(&self, body: &JointMeeting, language: Language) -> Vec<GroundInWords> {
        let Self::Rules { grounds, version } = self else {
            let whole = |it: &str| GroundInWords {
                rule: it.to_owned(),
                finding: None,
                places: Vec::new(),
                helps: Vec::new(),
            };
            return self.render(body, language).lines().map(whole).collect();
        };
        let words = Render { body, charter: body.charter_of(*version), language };
        let clauses = |it: &Ground| -> Vec<String> {
            let all = it.clause.iter().chain(&it.also).filter_map(|it| words.clause(it));
            all.map(|it| it.place(language)).collect()
        };
        let parts = |it: &Ground| GroundInWords {
            rule: words.sentence(it.rule).to_owned(),
            finding: Some(words.finding(it.rule, &it.finding)),
            places: clauses(it),
            helps: words.helps(it),
        };
        grounds.iter().map(parts).collect()
    }
}

/// What is put into words.
type Parts<'p> = (&'p ClauseId, &'static str, &'p Bearer, Option<&'p str>, Option<&'p Finding>);

impl Render<'_> {
    fn parts(&self, (clause, rule, bearer, subject, finding): Parts<'_>) -> PartsInWords {
        let of = self.clause(clause);
        PartsInWords {
            place: of.map_or_else(|| clause.to_string(), |it| it.place(self.language)),
            says: of.map(|it| it.says(self.language).to_string()).unwrap_or_default(),
            bearer: self.bearer(bearer),
            rule: self.sentence(rule).to_owned(),
            subject: subject.map(|it| self.said(rule, it)),
            finding: finding.map(|it| self.finding(rule, it)),
        }
    }
}

impl Obligation {
    /// The obligation in words, part by part; [`Obligation::render`] says it in one sentence.
    pub fn in_parts(&self, body: &JointMeeting, language: Language) -> PartsInWords {
        let words = Render { body, charter: body.charter_of(self.version), language };
        words.parts((&self.clause, self.rule, &self.bearer, self.subject.as_deref(), self.finding.as_ref()))
    }
}

impl ClauseVerdict {
    /// One of its judgements in words, part by part; [`ClauseVerdict::render`] says all of them.
    pub fn in_parts(&self, of: &Judgement, body: &JointMeeting, language: Language) -> PartsInWords {
        let words = Render { body, charter: body.charter_of(self.version), language };
        words.parts((&self.clause, of.rule, &of.bearer, of.subject.as_deref(), of.finding.as_ref()))
    }
}

impl JointMeeting {
    /// What an act is about, in words: its title, and the names of the things in it.
    pub fn label(&self, act: &Act) -> Label {
        match serde_json::to_value(act) {
            Ok(serde_json::Value::Object(fields)) => Label::of(self, act, &fields),
            _ => Label::of(self, act, &serde_json::Map::new()),
        }
    }
}
