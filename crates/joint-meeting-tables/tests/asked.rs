//! Questions as a program asks them in JSON, and what stands behind a thing: each has its tables, in both languages.

mod common;

use common::body;
use joint_meeting::{
    Charter, Language,
    act::WithdrawUnit,
    authoring::Lint,
    id, text,
    time::Date,
    wire::{self, Question, QuestionError},
};
use joint_meeting_tables::{TableQuestion, Tables, differences_table, findings_table, rules_table};

const ON: &str = "2022-12-31";

fn on() -> Date {
    ON.parse().unwrap()
}

fn asked(question: &str) -> TableQuestion {
    wire::from_str(question).unwrap_or_else(|why| panic!("{question}: {why}"))
}

#[test]
fn every_question_has_its_tables() {
    let at = format!("{ON}T09:00:00+08:00");
    let withdrawal = r#"{"type": "withdraw_unit", "unit": "health", "basis": "x", "to": "2023-01-31"}"#;
    let questions = [
        (r#"{"answer": {"roster": {"on": "2022-12-31"}}}"#.to_owned(), 2),
        (r#"{"answer": {"obligations": {"on": "2022-12-31", "horizon_days": 60}}}"#.to_owned(), 1),
        (r#"{"answer": {"audit": {"period": {"from": "2022-01-01", "to": "2022-12-31"}, "on": "2022-12-31"}}}"#.to_owned(), 2),
        (format!(r#"{{"answer": {{"options": {{"by": "p2", "at": "{at}"}}}}}}"#), 1),
        (format!(r#"{{"answer": {{"options_page": {{"by": "p2", "at": "{at}", "limit": 3}}}}}}"#), 1),
        (r#"{"answer": {"trail": {"subject": "health"}}}"#.to_owned(), 1),
        (r#"{"answer": {"entries": {}}}"#.to_owned(), 1),
        (format!(r#"{{"answer": {{"what_if": {{"submissions": [{{"act": {withdrawal}, "by": "p2", "at": "{at}"}}]}}}}}}"#), 1),
        (r#"{"reports_owed": {"on": "2022-12-31", "horizon_days": 60}}"#.to_owned(), 1),
        (r#"{"record": {"on": "2022-12-31"}}"#.to_owned(), 1),
        (r#"{"why": {"id": "R-3", "on": "2022-12-31"}}"#.to_owned(), 1),
        (r#"{"why": {"id": "report.yearly", "on": "2022-12-31"}}"#.to_owned(), 1),
        (r#"{"why": {"id": "1", "on": "2022-12-31"}}"#.to_owned(), 1),
    ];
    let body = body("staffed");
    for language in [Language::Zh, Language::En] {
        for (question, count) in &questions {
            let tables = Tables::new(&body, language).asked(&asked(question)).unwrap();
            assert_eq!(tables.len(), *count, "{question}");
            assert!(tables.iter().all(|it| !it.rows.is_empty() && it.language == language), "{question}");
        }
        // One that is no list has none, and what nobody knows is an error.
        let one = TableQuestion::Answer(Question::Entry { no: 1 });
        assert_eq!(Tables::new(&body, language).asked(&one).unwrap(), []);
        for question in [
            r#"{"why": {"id": "nothing", "on": "2022-12-31"}}"#.to_owned(),
            r#"{"why": {"id": "999", "on": "2022-12-31"}}"#.to_owned(),
            format!(r#"{{"may_issue": {{"minutes": "n9", "by": "p3", "at": "{at}"}}}}"#),
        ] {
            let why = Tables::new(&body, language).asked(&asked(&question)).unwrap_err();
            assert!(matches!(why, QuestionError::Unknown(_)), "{question}");
        }
    }
    let far = r#"{"reports_owed": {"on": "2022-12-31", "horizon_days": 4000}}"#;
    assert_eq!(wire::from_str::<TableQuestion>(far).unwrap_err().path, "reports_owed.horizon_days");
}

#[test]
fn every_ground_of_a_refusal_has_its_row() {
    let body = body("staffed");
    let at = format!("{ON}T09:00:00+08:00").parse().unwrap();
    let act = WithdrawUnit::new(id!("health"), text!("x"), "2023-01-31".parse().unwrap());
    let refusal = body.check(&joint_meeting::Submission::new(act, id!("p14"), at)).unwrap_err();
    for language in [Language::Zh, Language::En] {
        let table = Tables::new(&body, language).grounds(Some(&refusal), on());
        assert_eq!(table.rows.len(), refusal.grounds().len());
        let parts = refusal.in_parts(&body, language);
        let text = refusal.render(&body, language);
        for it in &parts {
            assert!(text.contains(&it.rule) && it.finding.as_ref().is_some_and(|it| text.contains(it)));
            assert!(it.helps.iter().all(|it| text.contains(it)));
        }
        assert!(parts.iter().any(|it| !it.helps.is_empty()));
    }
    assert!(Tables::new(&body, Language::Zh).grounds(None, on()).rows.is_empty());
}

#[test]
fn those_who_write_charters_see_the_same_as_data_and_as_tables() {
    let charter = Charter::bundled("nankai-dog-2022").unwrap();
    let findings = charter.lint();
    assert_eq!(findings[0].code, Lint::NoWayOut);
    let table = findings_table(&findings, Language::En);
    assert_eq!(table.rows.len(), findings.len());
    assert_eq!(table.rows[0][0].text(), "no_way_out");
    let rules = rules_table("notice_days", Language::Zh);
    assert!(rules.rows.iter().any(|it| it[0].text() == "meeting.notice_days_kept"));
    assert!(rules.rows.len() < rules_table("", Language::Zh).rows.len());
    assert!(differences_table(&charter.diff(&charter), Language::Zh).rows.is_empty());
}
