//! Bad input through every door: a typed error that names the place, and nothing changed. The table is data:
//! `malformed.json`, described in `tests/README.md`.

use std::sync::Mutex;

use conformance::{malformed, vector, words::foreign};
use doors::{Door, Wrong};
use joint_meeting::{Charter, JointMeeting, Language, Submission, charter::CharterError, id, wire};
use serde_json::{Value, json};

fn founded() -> JointMeeting {
    let mut body =
        JointMeeting::new([vector::charter("nankai-dog-2022", &Default::default(), &Default::default())])
            .unwrap();
    let founding = json!({
        "act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": [
            {"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
        "by": "p1", "at": "2022-04-21T09:00:00+08:00"
    });
    body.perform(wire::from_str(&founding.to_string()).unwrap()).unwrap();
    body
}

/// What is wrong, each as the table writes it; nothing if the input goes through.
fn wrong(door: &str, input: &str, body: &mut JointMeeting) -> Vec<Value> {
    let door = Door::named(door).unwrap_or_else(|| panic!("there is no door `{door}`"));
    match door.put(input, body) {
        Ok(()) => Vec::new(),
        Err(Wrong::Malformed(it)) => {
            is_chinese(&it.text(Language::Zh));
            vec![json!({ "path": it.path })]
        }
        Err(Wrong::Journal(it)) => {
            is_chinese(&it.text(Language::Zh));
            let fault = json!(it.fault);
            let mut said = json!({ "line": it.line, "type": fault["type"] });
            if let Some(path) = fault["value"].get("path") {
                said["path"] = path.clone();
            }
            vec![said]
        }
        Err(Wrong::Charter(all)) => {
            is_chinese(&all.text(Language::Zh));
            let said = |it: &CharterError| json!({ "path": it.place, "type": json!(it.problem)["type"] });
            all.0.iter().map(said).collect()
        }
    }
}

/// The errors that do not say themselves in Chinese.
static NOT_CHINESE: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Notes an error that does not say itself in Chinese. What was put in stands in quotation marks, and so does the place.
fn is_chinese(text: &str) {
    let said = text.split_once('：').map_or(text, |(_, said)| said);
    let untold = said.starts_with('「') && said.ends_with('」') && said.matches('「').count() == 1;
    if untold || !foreign(text, Language::Zh).is_empty() {
        NOT_CHINESE.lock().unwrap().push(text.to_owned());
    }
}

#[test]
fn malformed_input_is_named_by_its_place_and_changes_nothing() {
    let mut body = founded();
    let before = body.clone();
    let cases = [malformed::all(), malformed::about_papers()].concat();
    let mut differ = Vec::new();
    for it in &cases {
        let found = wrong(&it.door, &it.text(), &mut body);
        if !found.contains(&it.then) {
            differ.push(format!("{}: expected {}, found {}", it.name, it.then, json!(found)));
        }
    }
    println!("{} malformed inputs", cases.len());
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    let not_chinese = NOT_CHINESE.lock().unwrap();
    assert!(not_chinese.is_empty(), "{}", not_chinese.join("\n"));
    assert_eq!(body, before);
}

#[test]
fn sizes_are_bounded_at_the_limit_and_not_before() {
    let submission = |name: &str, unit: &str| {
        json!({"act": {"type": "rename_unit", "unit": unit, "name": name, "basis": "x", "from": "2022-06-01"},
               "by": "p2", "at": "2022-06-01T09:00:00+08:00"})
        .to_string()
    };
    assert!(wire::from_str::<Submission>(&submission(&"x".repeat(id::TEXT_MAX), "health")).is_ok());
    assert!(wire::from_str::<Submission>(&submission(&"x".repeat(id::TEXT_MAX + 1), "health")).is_err());
    assert!(wire::from_str::<Submission>(&submission("x", &"u".repeat(id::ID_MAX))).is_ok());
    assert!(wire::from_str::<Submission>(&submission("x", &"u".repeat(id::ID_MAX + 1))).is_err());

    type Any = serde_json::Map<String, serde_json::Value>;
    let deep = |depth: usize| format!("{}1{}", "{\"x\":".repeat(depth), "}".repeat(depth));
    assert!(wire::from_str::<Any>(&deep(wire::DEPTH_MAX)).is_ok());
    assert!(wire::from_str::<Any>(&deep(wire::DEPTH_MAX + 1)).is_err());
    assert!(wire::from_str::<Any>(&deep(150_000)).is_err());

    let long = |bytes: usize| format!("{{\"x\":\"{}\"}}", "x".repeat(bytes - 8));
    assert!(wire::from_str::<Any>(&long(wire::LINE_MAX)).is_ok());
    assert!(wire::from_str::<Any>(&long(wire::LINE_MAX + 1)).is_err());
    assert!(wire::from_slice::<Any>(b"{\"x\":\"\xff\"}").is_err());
}

#[test]
fn many_submissions_are_read_as_one_by_one_within_the_bounds() {
    let submission = |name: &str| {
        json!({"act": {"type": "rename_unit", "unit": "health", "name": name, "basis": "x", "from": "2022-06-01"},
               "by": "p2", "at": "2022-06-01T09:00:00+08:00"})
        .to_string()
    };
    let texts = [submission("a ], [ { \" \\"), submission("卫健局")];
    let one_by_one: Vec<Submission> = texts.iter().map(|it| wire::from_str(it).unwrap()).collect();
    assert_eq!(wire::submissions_each(&texts).unwrap(), one_by_one);
    assert_eq!(wire::submissions(&format!(" [\n{}\t,\r\n {} ] ", texts[0], texts[1])).unwrap(), one_by_one);
    assert_eq!(wire::submissions(" [ ] ").unwrap(), []);
    assert_eq!(wire::submissions_each::<&str>(&[]).unwrap(), []);

    let path = |it: Result<Vec<Submission>, wire::MalformedError>| it.unwrap_err().path;
    assert_eq!(path(wire::submissions_each(&[&b"\xff"[..]])), "[0]");
    assert_eq!(path(wire::submissions_each(&[format!("{},{}", texts[0], texts[1])])), "[0]");
    let padded = |bytes: usize| format!("{}{}", " ".repeat(bytes - texts[1].len()), texts[1]);
    assert!(wire::submissions_each(&[padded(wire::LINE_MAX)]).is_ok());
    assert_eq!(path(wire::submissions_each(&[&texts[0], &padded(wire::LINE_MAX + 1)])), "[1]");
    // Too long is said before anything else.
    let problem = |text: String| wire::submissions(&text).unwrap_err().problem;
    assert_eq!(problem("x".repeat(wire::MANY_MAX)), "expected a list");
    assert!(problem("x".repeat(wire::MANY_MAX + 1)).contains("at most"));
    assert_eq!(path(wire::submissions_each(&["x".repeat(wire::MANY_MAX), "x".to_owned()])), ".");
}

/// A question about all time is answered for the years that can be written down, and soon.
#[test]
fn far_dates_are_answered_in_bounded_time() {
    use joint_meeting::time::{Date, Period};
    let charter = vector::charter("petition-shizi-2021", &Default::default(), &Default::default());
    let body = JointMeeting::new([charter]).unwrap();
    let (from, to) = (Date::MIN, Date::MAX);
    let audit = body.audit(Period::new(from, to).unwrap(), to);
    let judgements: usize = audit.clauses.iter().map(|it| it.judgements.len()).sum();
    assert!(judgements < 100_000, "{judgements}");
    assert!(
        audit
            .clauses
            .iter()
            .flat_map(|it| &it.judgements)
            .all(|it| { it.due.as_ref().is_none_or(|due| { (from..=to).contains(&due.date) }) })
    );
    assert!(body.obligations(to, u32::MAX).len() < 100_000);
    assert!(body.obligations(from, u32::MAX).len() < 100_000);
    assert_eq!(body.roster(from).units, body.roster(to).units);
}

/// A day that is written otherwise is told how to be written; one that cannot be told, what a day looks like.
#[test]
fn a_day_that_is_none_says_what_a_day_looks_like() {
    let problem = |day: &str| {
        let question = json!({"roster": {"on": day}}).to_string();
        wire::from_str::<wire::Question>(&question).unwrap_err()
    };
    for day in ["2022-05-01 09:00", "2022/5/1", "2022年5月1日", "２０２２-０５-０１", "2022.5.1"] {
        let why = problem(day);
        assert_eq!(why.problem, format!("`{day}` is not a day: write 2022-05-01"));
        assert_eq!(why.text(Language::Zh), format!("「roster.on」：「{day}」不是日期，应写作「2022-05-01」"));
    }
    // Which day a moment is depends on where one stands: at home it may be the next.
    for day in [
        "2022-13-01",
        "2022-02-30",
        "",
        "yesterday",
        "20220501",
        "1900-05-01-01",
        "2022-04-30T16:00:00.000Z",
        "2022-05-01T00:00:00+08:00",
    ] {
        assert_eq!(problem(day).problem, format!("`{day}` is not a day such as 2022-05-01"));
    }
    assert!(wire::from_str::<wire::Question>(r#"{"roster": {"on": "2022-05-01"}}"#).is_ok());
    let moment = |at: &str| {
        let question = json!({"options": {"by": "p1", "at": at}}).to_string();
        wire::from_str::<wire::Question>(&question).unwrap_err().problem
    };
    for at in ["2022-05-01", "2022-05-01T09:00:00", "2022-13-01T09:00:00+08:00"] {
        assert_eq!(moment(at), "not a time with an offset, such as 2022-12-25T09:00:00+08:00");
    }
}

/// A word that is none of the library's suggests those that it has.
#[test]
fn an_unknown_word_suggests_the_nearest() {
    let act = r#"{"act": {"type": "submit_reprot"}, "by": "p1", "at": "2022-06-01T09:00:00+08:00"}"#;
    let why = wire::from_str::<Submission>(act).unwrap_err();
    assert_eq!(why.problem, "there is no act `submit_reprot`; near it: `submit_report`");
    assert_eq!(why.text(Language::Zh), "「act」：没有行为「submit_reprot」，相近的有：「submit_report」");
    let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
    for (known, slip) in [
        ("countersign.is_asked_of_the_unit", "countersign.is_asked_of_the_units"),
        ("document.series", "document.serie"),
        ("report.due_day", "report.duedate"),
    ] {
        let errors = Charter::from_json(&file.replacen(&format!("\"{known}\""), &format!("\"{slip}\""), 1))
            .unwrap_err();
        assert!(errors.0.iter().any(|it| it.nearest.iter().any(|it| it == known)), "{slip}: {errors}");
        assert!(
            errors.text(Language::Zh).contains(&format!("「{slip}」，相近的有：")),
            "{}",
            errors.text(Language::Zh)
        );
    }
}

/// What an error quotes from outside may itself look like an error, within an error, and so on for as long as a line.
#[test]
fn what_is_quoted_is_put_into_chinese_however_often_it_looks_like_an_error() {
    for (begins, goes_on) in [("", ": "), ("", "; "), ("`, expected ", "one of "), ("`, expected ", ": ")] {
        let name = begins.to_owned() + &goes_on.repeat((wire::LINE_MAX - 200) / goes_on.len());
        let acts = [
            json!({"type": name, "meeting": "m"}),
            json!({"type": "close_meeting", "meeting": "m", &name: 1}),
        ];
        for act in acts {
            let submission = json!({"act": act, "by": "p", "at": "2022-06-01T09:00:00Z"}).to_string();
            let error = wire::from_str::<Submission>(&submission).unwrap_err();
            assert!(!error.text(Language::Zh).is_ascii(), "{begins}{goes_on}");
        }
    }
}
