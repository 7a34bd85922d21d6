//! What is owed and what was judged, put into words part by part, for whoever makes a table of it.

use serde::Serialize;

use crate::{
    body::JointMeeting,
    kernel::{
        finding::Finding,
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
