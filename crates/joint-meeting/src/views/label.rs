//! What an option is about, in words: the act, and the names of the things in it.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    body::JointMeeting,
    charter::readings::ReadingKey,
    code::skeleton::words,
    registry::acts::Act,
    terms::{
        id::{ClauseId, Text, is_placeholder},
        language::Language,
        record::Mention,
        words::ChildLink,
    },
    views::say::Render,
};

/// Words in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Label {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Label {
    /// What an act is about of which only these fields are settled.
    pub(crate) fn of(body: &JointMeeting, act: &Act, settled: &Map<String, Value>) -> Self {
        let [zh, en] = [Language::Zh, Language::En].map(|it| label(body, act, settled, it));
        Self { zh, en }
    }
}

fn label(body: &JointMeeting, act: &Act, settled: &Map<String, Value>, language: Language) -> String {
    let words = Render { body, charter: body.charter_now(), language };
    let mut parts: Vec<String> = Vec::new();
    act.mention(&mut |kind, name| {
        if !is_placeholder(name) && is_settled(settled, name) {
            let it = words.in_words(kind, name);
            if !parts.contains(&it) {
                parts.push(it);
            }
        }
    });
    parts.extend(words.particulars(act));
    let (colon, comma) = match language {
        Language::Zh => ("：", "、"),
        Language::En => (": ", ", "),
    };
    match parts.is_empty() {
        true => act.kind().title(language).to_owned(),
        false => format!("{}{colon}{}", act.kind().title(language), parts.join(comma)),
    }
}

/// Whether a name stands in one of the fields that are settled.
fn is_settled(settled: &Map<String, Value>, name: &str) -> bool {
    fn holds(value: &Value, name: &str) -> bool {
        match value {
            Value::String(it) => it == name,
            Value::Array(all) => all.iter().any(|it| holds(it, name)),
            Value::Object(map) => map.iter().any(|(key, it)| key == name || holds(it, name)),
            _ => false,
        }
    }
    settled.iter().any(|(_, it)| holds(it, name))
}

impl Render<'_> {
    /// What a thing in an option is called; its name where it has no other.
    fn in_words(&self, kind: &'static str, name: &str) -> String {
        self.called(kind, name).unwrap_or_else(|| name.to_owned())
    }

    fn called(&self, kind: &'static str, name: &str) -> Option<String> {
        Some(match kind {
            ClauseId::KIND => {
                let clause = self.charter.clause(name)?;
                format!("{} {}", clause.at, self.language.of(&clause.zh, &clause.en))
            }
            Text::KIND => {
                let key = ReadingKey::named(name)?;
                self.language.of(words::reading(key), key.info().doc).trim().to_owned()
            }
            _ => return self.thing(kind, name),
        })
    }

    /// What else tells an act from its fellows.
    fn particulars(&self, act: &Act) -> Option<String> {
        let of = |zh: &'static str, en: &'static str| self.language.of(zh, en);
        Some(match act {
            Act::Convene(it) => it.kind.text(self.language).to_owned(),
            Act::AnswerRequest(it) => {
                (if it.granted { of("同意召开", "granted") } else { of("不予召开", "declined") }).to_owned()
            }
            Act::RecordOpinionLeg(it) => it.leg.text(self.language).to_owned(),
            Act::LinkChild(it) => match it.link {
                ChildLink::ReportedUp => of("上报", "reported up"),
                ChildLink::HandedDown => of("下达", "handed down"),
            }
            .to_owned(),
            Act::SubmitReport(it) => it.year.to_string(),
            Act::SupplementReport(it) => it.year.to_string(),
            Act::NoteNoneThisYear(it) => it.year.to_string(),
            _ => return None,
        })
    }
}
