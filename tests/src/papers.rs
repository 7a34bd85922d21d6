//! The papers of the scenario's year, and the files of them that are committed in `papers/`.
//!
//! Whether they print as they should is asked by the tests.

use std::{collections::BTreeMap, io::Read, sync::LazyLock};

use joint_meeting::{Charter, JointMeeting, Language, journal::digest, time::Time, wire};
use joint_meeting_documents::{Desk, Given, Paper, PaperError, PaperFormat, PaperWords, Wanted};
use serde::Deserialize;

use crate::scenario;

/// A paper wanted of the body as it was known at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// The moment.
    pub as_of: Time,
    /// What it is.
    pub wanted: Wanted,
    /// What the host knows for this paper.
    #[serde(default)]
    pub given: Given,
}

/// Papers that were on their way.
pub fn on_the_way() -> Vec<Line> {
    let text = std::fs::read_to_string(crate::folder("papers/wanted.json")).expect("it can be read");
    serde_json::from_str(&text).expect("it is well formed")
}

/// The body after its year.
pub fn body() -> JointMeeting {
    let charter = Charter::bundled("nankai-dog-2022").expect("it loads");
    scenario::play(charter, &scenario::read("nankai-2022.jsonl")).0
}

/// What the journal does not hold.
pub fn given() -> &'static Given {
    static GIVEN: LazyLock<Given> = LazyLock::new(|| {
        wire::from_str(r#"{"fields": {"place": "区级联席会议办公室会议室"}}"#).expect("it is well formed")
    });
    &GIVEN
}

/// A desk for a body.
pub fn desk(body: &JointMeeting, language: Language) -> Desk<'_> {
    Desk::new(body, PaperWords::built_in(language), given())
}

/// The papers of the year, and those that were on their way, by name.
pub fn pack(body: &JointMeeting, language: Language) -> Vec<(String, Paper)> {
    let day = "2023-01-15".parse().expect("a date");
    let year = desk(body, language).evidence(2022, day).expect("each paper can be made");
    let mut all: Vec<(String, Paper)> = year.into_iter().map(|it| (it.name, it.paper)).collect();
    for it in on_the_way() {
        let then = body.as_of(it.as_of);
        let mut given = it.given;
        given.fields.extend(self::given().fields.clone());
        let paper = Desk::new(&then, PaperWords::built_in(language), &given).paper(&it.wanted);
        all.push((it.name.clone(), paper.unwrap_or_else(|why| panic!("{}: {why}", it.name))));
    }
    all
}

/// A part of a package.
pub fn part(docx: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a package");
    let mut text = String::new();
    zip.by_name(name).expect("the part is there").read_to_string(&mut text).expect("it is text");
    text
}

/// A page without its style, which is the same in all.
fn without_style(html: &str) -> String {
    match (html.find("<style>"), html.find("</style>")) {
        (Some(from), Some(to)) => format!("{}{}", &html[..from], &html[to + "</style>".len()..]),
        _ => html.to_owned(),
    }
}

/// Papers of which every format is kept to be read.
const IN_FULL: [&str; 3] = ["012-d2-document", "countersign-open", "document-refused"];

/// The files to be committed: each kind of paper once as text, some in full, of every other the digest of its bytes.
pub fn files() -> BTreeMap<String, String> {
    let body = body();
    let mut files = BTreeMap::new();
    let mut digests = String::new();
    for (folder, language) in [("zh", Language::Zh), ("en", Language::En)] {
        let mut kinds: Vec<String> = Vec::new();
        for (name, paper) in pack(&body, language) {
            let is_first = !kinds.contains(&paper.name);
            if is_first {
                kinds.push(paper.name.clone());
            }
            let in_full = IN_FULL.contains(&name.as_str());
            for format in PaperFormat::ALL {
                let bytes = match format.write(&paper) {
                    Err(PaperError::NoTable) => continue,
                    written => written.expect("it can be written"),
                };
                let file = format!("{folder}/{name}.{}", format.ending());
                digests += &format!("{} {file}\n", &digest(&bytes)[..16]);
                let kept = match format {
                    PaperFormat::Text => is_first || in_full || !name.starts_with('0'),
                    PaperFormat::Docx => false,
                    _ => in_full && language == Language::Zh,
                };
                if kept {
                    // Git keeps lines its own way.
                    let text = String::from_utf8(bytes).expect("it is text").replace("\r\n", "\n");
                    let text = without_style(&text);
                    files.insert(file, text);
                } else if in_full && format == PaperFormat::Docx && language == Language::Zh {
                    let text = part(&bytes, "word/document.xml").replace("</w:p>", "</w:p>\n");
                    files.insert(format!("{folder}/{name}.document.xml"), text);
                }
            }
        }
    }
    files.insert("digests.txt".to_owned(), digests);
    files
}
