//! A charter file to begin with, in which every setting is silent and every question of reading open.
//!
//! The sentences of its clauses say what each setting means, so that the file explains itself to whoever fills it in.

pub(crate) mod words;

use std::fmt::Write;

use serde::Serialize;

use crate::{
    charter::{
        file::KnownFrom,
        readings::{ReadingInfo, ReadingKey},
        settings::SettingKey,
    },
    kernel::rule::Rule,
    registry::rules,
    terms::{id::CharterId, language::Language, sorted::Set},
};

/// The text of a charter file in which nothing is said yet. It loads, and [`Charter::lint`](crate::Charter::lint) says what is missing.
///
/// One clause stands for each setting and says that the text is silent. It claims the rules by which an act is refused that
/// rests on the setting alone, and no other: out of silence nobody owes anything. One clause stands for each question of
/// reading, with all its options, the first suggested. To claim the other rules is the author's work.
///
/// ```
/// use joint_meeting::{Charter, authoring::skeleton, charter::SettingKey};
///
/// let file = skeleton(&"riverside-lamps-2026".parse()?);
/// let charter = Charter::from_json(&file)?;
/// assert_eq!(charter.settings().is_silent(SettingKey::ReportDue), true);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn skeleton(id: &CharterId) -> String {
    written(id, KnownFrom::Text)
}

/// The same for a charter of which only some facts are known: a silence there means that the record shows nothing.
///
/// ```
/// use joint_meeting::{Charter, authoring::record_skeleton, charter::KnownFrom};
///
/// let charter = Charter::from_json(&record_skeleton(&"riverside-lamps-2026".parse()?))?;
/// assert_eq!(charter.file().known_from, KnownFrom::Record);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn record_skeleton(id: &CharterId) -> String {
    written(id, KnownFrom::Record)
}

/// How a skeleton says that nothing is said.
struct SilenceWords {
    at: &'static str,
    setting: [&'static str; 2],
    reading: [&'static str; 2],
}

fn words_for(known_from: KnownFrom) -> SilenceWords {
    match known_from {
        KnownFrom::Text => SilenceWords {
            at: "未规定",
            setting: ["未规定", "Not said"],
            reading: ["未定读法", "Not settled"],
        },
        KnownFrom::Record => SilenceWords {
            at: "记录未见",
            setting: ["记录未见", "The record shows nothing of this"],
            reading: ["记录未见如何理解", "The record does not show how to read this"],
        },
    }
}

fn written(id: &CharterId, known_from: KnownFrom) -> String {
    let mut clauses = Vec::new();
    let mut claimed: Set<&str> = Set::new();
    let said = words_for(known_from);
    let [zh_setting, en_setting] = said.setting;
    for (ix, key) in SettingKey::ALL.iter().enumerate() {
        let mut claims =
            |it: &&Rule| it.refuses_silence && it.settings.first() == Some(key) && claimed.insert(it.id);
        let rules: Vec<&str> = rules::all().filter(|it| claims(it)).map(|it| it.id).collect();
        let zh = format!("{zh_setting}：{}。", words::setting(*key));
        let en = format!("{en_setting}: {}", key.doc().trim());
        let place = (format!("Z-{}", ix + 1), said.at);
        clauses.push(clause(&place, [&zh, &en], &rules, &[("silent", json(&[key]))]));
    }
    let [zh_reading, en_reading] = said.reading;
    for (ix, key) in ReadingKey::ALL.iter().enumerate() {
        let info = key.info();
        let zh = format!("{zh_reading}：{}", key.question_text(Language::Zh));
        let en = format!("{en_reading}: {}", question(info.doc));
        let place = (format!("Y-{}", ix + 1), said.at);
        clauses.push(clause(&place, [&zh, &en], &[], &[("readings", open(info))]));
    }
    let known = match known_from {
        KnownFrom::Text => String::new(),
        KnownFrom::Record => format!("\n  \"known_from\": {},", json(&known_from)),
    };
    format!(
        r#"{{
  "format": {},
  "id": {},
  "version": 1,
  "title": {{
    "zh": "待填：制度的全称",
    "en": "To be filled in: the full title"
  }},
  "level": "district",
  "jurisdiction": "待填：行政区域",
  "source": "待填：文号，以及原文何处可见 / to be filled in: the document number, and where the text was read",{known}
  "governed_by": ["official-documents-2012"],
  "offset": "+08:00",
  "units": [],
  "posts": [],
  "clauses": [
{}
  ]
}}
"#,
        crate::charter::file::FORMAT,
        json(id),
        clauses.join(",\n")
    )
}

fn json(value: &(impl Serialize + ?Sized)) -> String {
    crate::terms::json::to_string(&value)
}

fn clause((id, at): &(String, &str), [zh, en]: [&str; 2], rules: &[&str], more: &[(&str, String)]) -> String {
    let mut fields = vec![
        ("id", json(id)),
        ("at", json(at)),
        ("force", json("silence")),
        ("zh", json(zh)),
        ("en", json(en)),
    ];
    if !rules.is_empty() {
        let rules: Vec<String> = rules.iter().map(|it| format!("\n        {}", json(it))).collect();
        fields.push(("rules", format!("[{}\n      ]", rules.join(","))));
    }
    fields.extend_from_slice(more);
    let mut written = String::from("    {");
    for (ix, (field, value)) in fields.iter().enumerate() {
        let _ = write!(written, "{}\n      {}: {value}", if ix == 0 { "" } else { "," }, json(field));
    }
    written + "\n    }"
}

fn open(info: &ReadingInfo) -> String {
    let (options, first) = (json(info.options), json(&info.options.first()));
    format!(r#"{{{}: {{"open": {{"options": {options}, "suggested": {first}}}}}}}"#, json(info.id))
}

/// The question alone, without the wording of charters that raises it.
fn question(doc: &str) -> &str {
    doc.split_once('?').and_then(|(it, _)| doc.get(..=it.len())).unwrap_or(doc).trim()
}
