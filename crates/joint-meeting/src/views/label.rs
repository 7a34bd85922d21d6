//! What an option is about, in words: the act, and the names of the things in it.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    body::JointMeeting,
    charter::readings::ReadingKey,
    code::skeleton::words,
    registry::acts::Act,
    terms::{
        id::{
            AssignmentId, BulletinId, ClauseId, DocumentId, ItemId, MeetingId, MinutesId, PostId, RequestId,
            Text, UnitId, is_placeholder,
        },
        language::Language,
        record::Mention,
        words::{ChildLink, MeetingKind, OpinionLeg},
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
            let it = words.thing(kind, name);
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
    /// What a thing is called: the title of an item, the kind and the day of a meeting, the name of a unit.
    fn thing(&self, kind: &str, name: &str) -> String {
        self.called(kind, name).unwrap_or_else(|| name.to_owned())
    }

    fn called(&self, kind: &str, name: &str) -> Option<String> {
        let body = self.body;
        let zh = self.language == Language::Zh;
        Some(match kind {
            UnitId::KIND => self.unit(&name.parse().ok()?),
            ItemId::KIND => body.item(&name.parse().ok()?)?.title().to_string(),
            MeetingId::KIND => {
                let meeting = body.meeting(&name.parse().ok()?)?;
                let (kind, day) = (meeting_kind(meeting.kind(), self.language), meeting.held_at().date());
                if zh { format!("{kind}（{day}）") } else { format!("{kind} of {day}") }
            }
            MinutesId::KIND => {
                let of = self.thing(MeetingId::KIND, body.minutes(&name.parse().ok()?)?.meeting().as_str());
                if zh { format!("{of}纪要") } else { format!("minutes of the {of}") }
            }
            DocumentId::KIND => {
                let of = body.document(&name.parse().ok()?)?.minutes();
                let of = self.thing(MinutesId::KIND, of.as_str());
                if zh { format!("{of}（已印发）") } else { format!("{of}, issued") }
            }
            AssignmentId::KIND => {
                let it = body.assignment(&name.parse().ok()?)?;
                format!("{} · {}", self.thing(ItemId::KIND, it.item().as_str()), self.unit(it.unit()))
            }
            RequestId::KIND => {
                let made = body.request(&name.parse().ok()?)?.made();
                let Act::RequestMeeting(it) = &body.entry(made.no)?.act else { return None };
                it.topic.to_string()
            }
            BulletinId::KIND => body.bulletin(&name.parse().ok()?)?.title().to_string(),
            ClauseId::KIND => {
                let clause = self.charter.clause(name)?;
                format!("{} {}", clause.at, if zh { &clause.zh } else { &clause.en })
            }
            PostId::KIND => {
                let post = self.charter.post(&name.parse().ok()?)?;
                (if zh { &post.zh } else { &post.en }).to_string()
            }
            Text::KIND => {
                let key = ReadingKey::named(name)?;
                (if zh { words::reading(key) } else { key.info().doc }).trim().to_owned()
            }
            _ => return None,
        })
    }

    /// What else tells an act from its fellows.
    fn particulars(&self, act: &Act) -> Option<String> {
        let of = |zh: &'static str, en: &'static str| match self.language {
            Language::Zh => zh,
            Language::En => en,
        };
        Some(match act {
            Act::Convene(it) => meeting_kind(it.kind, self.language).to_owned(),
            Act::AnswerRequest(it) => {
                (if it.granted { of("同意召开", "granted") } else { of("不予召开", "declined") }).to_owned()
            }
            Act::RecordOpinionLeg(it) => leg(it.leg, self.language).to_owned(),
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

fn meeting_kind(kind: MeetingKind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        MeetingKind::Plenary => ("全体成员会议", "plenary meeting"),
        MeetingKind::Special => ("专门会议", "special meeting"),
        MeetingKind::Thematic => ("专题会议", "thematic meeting"),
        MeetingKind::Liaison => ("联络员会议", "liaison meeting"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

fn leg(leg: OpinionLeg, language: Language) -> &'static str {
    let (zh, en) = match leg {
        OpinionLeg::LawfulHandling => ("依法处置", "lawful handling"),
        OpinionLeg::PublicGuidance => ("舆论引导", "public guidance"),
        OpinionLeg::SocialControl => ("社会面管控", "social control"),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}
