//! The edges of what a line of a journal may say: the offset of its times, and the years in an act.

use chrono::FixedOffset;
use conformance::{journals::respelled, scenario};
use joint_meeting::{
    Charter, Entry, JointMeeting, ReplayError, Submission,
    journal::{self, Head, LineError},
    time::Time,
    wire,
};
use serde_json::json;

fn year() -> (Charter, JointMeeting, (String, Head)) {
    let charter = conformance::coverage::charters().remove(0);
    let (body, _) = scenario::play(charter.clone(), &scenario::read("nankai-2022.jsonl"));
    let journal = body.journal();
    (charter, body, journal)
}

/// The same moment at another offset.
fn elsewhere(time: &str, hours: i32) -> String {
    let time: Time = time.parse().unwrap();
    json!(time.at_offset(FixedOffset::east_opt(hours * 3600).unwrap())).as_str().unwrap().to_owned()
}

/// The line with a time of the entry at another offset.
fn moved(line: &str, key: &str, hours: i32) -> String {
    let (before, rest) = line.rsplit_once(key).unwrap();
    let (time, after) = rest.split_once('"').unwrap();
    format!("{before}{key}{}\"{after}", elsewhere(time, hours))
}

/// The first is the time of the entry, and not one within the act.
const TIMES: [&str; 2] = ["},\"at\":\"", "\"recorded_at\":\""];

#[test]
fn an_entry_at_another_offset_than_the_charters_is_named() {
    let (charter, body, (text, head)) = year();
    assert!(JointMeeting::replay_checked([charter.clone()], &text, Some(&head)).is_ok());
    let last = body.entries().len();
    for (no, key, hours) in
        [(1, TIMES[0], 9), (1, TIMES[1], 9), (17, TIMES[0], 0), (200, TIMES[1], -8), (last, TIMES[0], 7)]
    {
        let is_its = |line: &str| line.contains(&format!(",\"no\":{no},"));
        let (text, head) = respelled(&text, |line| match is_its(line) {
            true => moved(line, key, hours),
            false => line.to_owned(),
        });
        // The chain is sound, and the lines are spelled as they would be under some charter.
        assert_eq!(journal::verify(&text, Some(&head)), Ok(head.clone()), "{no}");
        let found = JointMeeting::replay_checked([charter.clone()], &text, Some(&head)).unwrap_err();
        let ReplayError::Journal(found) = found else { panic!("{found}") };
        assert_eq!((found.line, found.fault), (no + 1, LineError::Offset));
        // A reader who trusts the journal puts it right.
        let trusted = JointMeeting::replay([charter.clone()], &text).unwrap();
        assert_eq!((&trusted, trusted.journal()), (&body, body.journal()), "{no}");
    }
    // The offset at which the lines of a charter stand is that charter's own.
    let (other, _) = respelled(&text, |line| moved(&moved(line, TIMES[0], 9), TIMES[1], 9));
    let found = JointMeeting::replay_checked([charter], &other, None).unwrap_err();
    assert_eq!(found.to_string(), "line 2 of the journal: not at the offset of the charter");
}

#[test]
fn an_entry_that_is_applied_stands_at_the_offset_of_the_charter() {
    let (charter, body, (text, head)) = year();
    let mut applied = JointMeeting::new([charter.clone()]).unwrap();
    for (ix, entry) in body.entries().iter().enumerate() {
        let mut it = json!(entry);
        for key in ["at", "recorded_at"] {
            it[key] = json!(elsewhere(it[key].as_str().unwrap(), [8, 9, 0, -11][ix % 4]));
        }
        applied.apply(wire::from_str(&it.to_string()).unwrap()).unwrap();
    }
    assert_eq!(applied, body);
    assert_eq!(applied.journal(), (text, head));
}

/// The acts and questions in which a year is given, with `YEAR` in its place.
const WITH_YEARS: [&str; 4] = [
    r#"{"type": "submit_report", "unit": "health", "year": YEAR, "parts": {"results": "x"},
        "covers": {"from": "2022-01-01", "to": "2022-12-20"}}"#,
    r#"{"type": "supplement_report", "unit": "health", "year": YEAR, "parts": {"results": "x"}}"#,
    r#"{"type": "void_number", "series": "police-letter", "year": YEAR, "serial": 7, "reason": "x"}"#,
    r#"{"type": "note_none_this_year", "clause": "S-2", "year": YEAR, "reason": "x"}"#,
];

const BESIDE: [&str; 6] = ["1948", "2200", "0", "-2022", "2147483647", "-2147483648"];

#[test]
fn no_year_beside_the_years_comes_in_with_an_act() {
    for act in WITH_YEARS {
        let read = |year: &str| {
            let act = act.replace("YEAR", year);
            let text = format!(r#"{{"act": {act}, "by": "p1", "at": "2022-12-20T09:00:00+08:00"}}"#);
            wire::from_str::<Submission>(&text)
        };
        for year in ["1949", "2199"] {
            assert!(read(year).is_ok(), "{act}: {year}: {:?}", read(year));
        }
        for year in BESIDE {
            let why = read(year).unwrap_err();
            assert_eq!(why.path, "act.year", "{act}: {year}: {why}");
            assert!(why.problem.contains(&format!("year {year} is outside 1949 to 2199")), "{why}");
        }
    }
    let types = conformance::types::definitions();
    let acts = types["Act"]["oneOf"].as_array().unwrap();
    let with_year = acts.iter().filter(|it| {
        let name = it["$ref"].as_str().unwrap_or_default().trim_start_matches("#/$defs/");
        types.get(name).unwrap_or(it)["properties"].get("year").is_some()
    });
    assert_eq!(with_year.count(), WITH_YEARS.len(), "every act with a year is in the list");
}

#[test]
fn no_year_beside_the_years_comes_in_with_a_question_about_papers() {
    use joint_meeting_documents::wire::PaperQuestion;

    for question in [
        r#"{"evidence": {"year": YEAR, "on": "2023-01-15"}}"#,
        r#"{"paper": {"wanted": {"summary": {"year": YEAR, "on": "2023-01-15"}}}}"#,
        r#"{"paper": {"wanted": {"audit": {"year": YEAR, "on": "2023-01-15"}}}}"#,
        r#"{"known": {"wanted": {"reminder": {"unit": "health", "year": YEAR, "on": "2022-12-01"}}}}"#,
    ] {
        let read = |year: &str| wire::from_str::<PaperQuestion>(&question.replace("YEAR", year));
        for year in ["1949", "2199"] {
            assert!(read(year).is_ok(), "{question}: {year}: {:?}", read(year));
        }
        for year in BESIDE {
            let why = read(year).unwrap_err();
            assert!(why.path.ends_with(".year"), "{question}: {year}: {why}");
        }
    }
}

#[test]
fn a_journal_of_before_may_hold_a_year_that_no_door_takes_any_more() {
    let (charter, _, (text, _)) = year();
    let (text, head) = respelled(&text, |line| line.replacen("\"year\":2022", "\"year\":9999", 1));
    let line = text.lines().find(|it| it.contains("\"year\":9999")).unwrap();
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head));
    let body = JointMeeting::replay([charter.clone()], &text).unwrap();
    assert_eq!(body.journal().0, text);
    assert!(JointMeeting::replay_checked([charter], &text, None).is_ok());
    assert!(wire::from_str::<Entry>(line).is_err(), "no other door takes it");
}
