//! A charter file to begin with, in which every setting is silent and every question of reading open.
//!
//! The sentences of its clauses say what each setting means, so that the file explains itself to whoever fills it in.

pub(crate) mod words;

use std::fmt::Write;

use serde::Serialize;

use crate::{
    charter::{
        readings::{ReadingInfo, ReadingKey},
        settings::SettingKey,
    },
    kernel::rule::Rule,
    registry::rules,
    terms::{id::CharterId, sorted::Set},
};

/// The text of a charter file in which nothing is said yet. It loads, and [`Charter::lint`](crate::Charter::lint) says what is missing.
///
/// One clause stands for each setting, and claims the rules that need it first, so that what they guard is refused and
/// what they ask for is judged as silent. One clause stands for each question of reading, with all its options, the first
/// suggested. Rules that ask for neither are claimed by none: to claim them is the author's work.
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
    let mut clauses = Vec::new();
    let mut claimed: Set<&str> = Set::new();
    for (ix, key) in SettingKey::ALL.iter().enumerate() {
        let mut claims = |it: &&Rule| it.settings.first() == Some(key) && claimed.insert(it.id);
        let rules: Vec<&str> = rules::all().filter(|it| claims(it)).map(|it| it.id).collect();
        let zh = format!("未规定：{}。", words::setting(*key));
        let en = format!("Not said: {}", key.doc().trim());
        clauses.push(clause(&format!("Z-{}", ix + 1), &zh, &en, &rules, &[("silent", json(&[key]))]));
    }
    for (ix, key) in ReadingKey::ALL.iter().enumerate() {
        let mut claims = |it: &&Rule| it.readings.first() == Some(key) && claimed.insert(it.id);
        let rules: Vec<&str> = rules::all().filter(|it| claims(it)).map(|it| it.id).collect();
        let info = key.info();
        let zh = format!("未定读法：{}", words::reading(*key));
        let en = format!("Not settled: {}", question(info.doc));
        clauses.push(clause(&format!("Y-{}", ix + 1), &zh, &en, &rules, &[("readings", open(info))]));
    }
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
  "source": "待填：文号，以及原文何处可见 / to be filled in: the document number, and where the text was read",
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

fn clause(id: &str, zh: &str, en: &str, rules: &[&str], more: &[(&str, String)]) -> String {
    let mut fields = vec![
        ("id", json(id)),
        ("at", json("未规定")),
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
