//! What an option is about, in words: the act, and the names of the things in it.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    body::JointMeeting,
    charter::readings::ReadingKey,
    registry::acts::Act,
    terms::{
        id::{ClauseId, SeriesId, Text, UnitId},
        kinds::kind_text,
        language::Language,
        number::DocumentNumber,
        record::Mention,
        words::ChildLink,
    },
    views::say::{Render, finding::day},
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

    /// Adds the names of things, each with its kind.
    pub(crate) fn add<'n>(&mut self, things: impl Iterator<Item = (&'static str, &'n str)> + Clone) {
        if things.clone().next().is_none() {
            return;
        }
        let zh = things.clone().map(|(kind, name)| format!("{}「{name}」", kind_text(kind, Language::Zh)));
        let en = things.map(|(kind, name)| format!("{} “{name}”", kind_text(kind, Language::En)));
        self.zh += &format!("（{}）", zh.collect::<Vec<_>>().join("、"));
        self.en += &format!(" ({})", en.collect::<Vec<_>>().join(", "));
    }
}

fn label(body: &JointMeeting, act: &Act, settled: &Map<String, Value>, language: Language) -> String {
    let words = Render { body, charter: body.charter_now(), language };
    let mut parts: Vec<String> = Vec::new();
    // What these name is said whole below.
    if !matches!(act, Act::ChooseLaw(_) | Act::VoidNumber(_)) {
        act.mention(&mut |kind, name| {
            if !name.is_placeholder() && is_settled(settled, name.as_str()) {
                let it = words.in_words(kind, name.as_str());
                if !parts.contains(&it) {
                    parts.push(it);
                }
            }
        });
    }
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
pub(crate) fn is_settled(settled: &Map<String, Value>, name: &str) -> bool {
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
            Text::KIND => match ReadingKey::named(name) {
                Some(key) => match self.language {
                    Language::Zh => key.question_text(Language::Zh).to_owned(),
                    Language::En => key.info().doc.trim().to_owned(),
                },
                // Recipients that are units go by their ids, and so do the parts of a report.
                None => return self.thing(UnitId::KIND, name).or_else(|| self.report_part(name)),
            },
            _ => return self.thing(kind, name),
        })
    }

    /// A version of the charter: its number and, where it is at hand, its title and its first day.
    fn version(&self, version: u32) -> String {
        let number = match self.language {
            Language::Zh => format!("第{version}版"),
            Language::En => format!("version {version}"),
        };
        let Some(charter) = self.body.charters().iter().find(|it| it.version() == version) else {
            return number;
        };
        let title = self.language.of(&charter.file().title.zh, &charter.file().title.en);
        let from = charter.effective_from().map(|it| day(it, self.language));
        match (from, self.language) {
            (Some(from), Language::Zh) => format!("{number}《{title}》（{from}起）"),
            (Some(from), Language::En) => format!("{number}, “{title}” (from {from})"),
            (None, Language::Zh) => format!("{number}《{title}》"),
            (None, Language::En) => format!("{number}, “{title}”"),
        }
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
            Act::RequestMeeting(it) if it.from_superior => {
                of("上级有指示", "the superior wants it").to_owned()
            }
            Act::RecordChild(it) => it.kind.text(self.language).to_owned(),
            Act::SubmitReport(it) => it.year.to_string(),
            Act::SupplementReport(it) => it.year.to_string(),
            Act::NoteNoneThisYear(it) => it.year.to_string(),
            Act::FormWorkingGroup(it) => it.purpose.text(self.language).to_owned(),
            Act::NotifyChange(it) => it.named.text(self.language).to_owned(),
            Act::ConfirmAppointment(it) => it.named.text(self.language).to_owned(),
            Act::ChooseLaw(it) => self.in_words(it.matter.kind.kind(), it.matter.name.as_str()),
            Act::VoidNumber(it) => {
                let code = self.in_words(SeriesId::KIND, it.series.as_str());
                match DocumentNumber::new(&code, it.year, it.serial) {
                    Ok(number) => number.to_string(),
                    Err(_) => format!("{code} {} {}", it.year, it.serial),
                }
            }
            Act::AmendCharter(it) => self.version(it.version),
            _ => return None,
        })
    }
}
