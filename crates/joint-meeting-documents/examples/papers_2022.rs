//! The papers of one year: plays the year of the tests under the Nankai charter and writes everything a secretary hands on.
//!
//! The pack goes to `target/papers-2022`: the evidence of the year, and, as known on a day in the middle of it, papers that
//! were still on their way; and the dates of the year as a calendar.

use std::{error::Error, fs, path::Path};

use joint_meeting::{Charter, JointMeeting, Language, Submission, time::Period, wire};
use joint_meeting_documents::{Desk, Given, Paper, PaperError, PaperFormat, PaperWords, paper::Filed};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let body = play(&root.join("tests/scenarios/nankai-2022.jsonl"))?;
    // What the journal does not hold: where meetings were held, the number of the letter.
    let given: Given = serde_json::from_str(
        r#"{"fields": {"place": "区级联席会议办公室会议室", "letter_number": "南养犬联办函〔2022〕3号"}}"#,
    )?;
    let folder = root.join("target/papers-2022");

    let desk = Desk::new(&body, PaperWords::built_in(Language::Zh), &given);
    let mut all = desk.evidence(2022, "2023-01-15".parse()?)?;
    for (day, wanted) in MIDWAY {
        let then = body.as_of(format!("{day}T23:59:59+08:00").parse()?);
        let desk = Desk::new(&then, PaperWords::built_in(Language::Zh), &given);
        let paper = desk.paper(&wire::from_str(wanted)?)?;
        all.push(Filed { name: format!("{day}-{}", paper.name), paper });
    }

    let mut files = 0;
    for format in PaperFormat::ALL {
        let folder = folder.join(format.ending());
        fs::create_dir_all(&folder)?;
        for it in &all {
            files += usize::from(write(&it.paper, format, &folder.join(&it.name))?);
        }
    }
    let calendar = desk.calendar(Period::year(2022).ok_or("a year")?, "2022-12-31".parse()?)?;
    fs::write(folder.join("calendar.ics"), calendar.to_ics())?;
    let drafts = all.iter().filter(|it| it.paper.draft.is_some()).count();
    println!("{} 件 papers（{drafts} 件草稿 drafts） · {files} 个文件 files · target/papers-2022", all.len());
    println!("记录头 head  {} · {}", desk.head().count, desk.head().digest);
    Ok(())
}

/// Papers that were on their way on a day.
const MIDWAY: &[(&str, &str)] = &[
    ("2022-05-12", r#"{"minutes_skeleton": {"meeting": "m2"}}"#),
    ("2022-06-20", r#"{"countersign_sheet": {"minutes": "n3"}}"#),
    ("2022-06-21", r#"{"minutes": {"minutes": "n3"}}"#),
    ("2022-12-22", r#"{"reminder": {"unit": "cyberspace", "year": 2022, "on": "2022-12-22"}}"#),
];

/// The body after the year; what was refused is left out.
fn play(scenario: &Path) -> Result<JointMeeting, Box<dyn Error>> {
    let charter = Charter::bundled("nankai-dog-2022")?;
    let mut body = JointMeeting::new([charter])?;
    for line in fs::read_to_string(scenario)?.lines() {
        let line: serde_json::Value = serde_json::from_str(line)?;
        let submission: Submission = wire::from_str(&line["submit"].to_string())?;
        let _ = body.perform(submission);
    }
    Ok(body)
}

/// Writes a paper, if it has anything for that format.
fn write(paper: &Paper, format: PaperFormat, path: &Path) -> Result<bool, Box<dyn Error>> {
    let bytes = match format.write(paper) {
        Err(PaperError::NoTable) => return Ok(false),
        written => written?,
    };
    fs::write(path.with_extension(format.ending()), bytes)?;
    Ok(true)
}
