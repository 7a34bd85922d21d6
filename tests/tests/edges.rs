//! The edges of what the doors let in: the first and the last days, the largest counts, one spelling.
//!
//! What a door accepts can be written down, read again and replayed; what it refuses is named by its place.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
};

use conformance::{journals::respelled, types, vector};
use joint_meeting::{
    Charter, Entry, JointMeeting, Submission,
    answer::{Finding, Refusal},
    journal::{self, Head},
    time::{Calendar, Date, DayKind, Period, Time, YEARS, date_literal},
    wire,
};
use joint_meeting_documents::wire::PaperQuestion;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

/// Days beside the years that can be written down, and a day in another spelling.
const NO_DAYS: [&str; 8] = [
    "1948-12-31",
    "2200-01-01",
    "0001-01-01",
    "9999-12-31",
    "+262142-12-31",
    "-262143-01-01",
    "2022-5-1",
    "2022-02-30",
];

/// Moments of which the year is another one somewhere, or no moments.
const NO_MOMENTS: [&str; 9] = [
    "1948-12-31T23:59:59+08:00",
    "1949-01-01T00:00:00+08:00",
    "1949-01-01T23:59:59Z",
    "2199-12-31T00:00:00Z",
    "2199-12-31T23:59:59+08:00",
    "2200-01-01T00:00:00+08:00",
    "+262142-12-31T00:00:00Z",
    "2022-05-01T09:00:00",
    "2022-05-01",
];

/// The day and the moment of all samples.
const DAY: &str = "2022-05-01";
const MOMENT: &str = "2022-05-01T09:00:00+08:00";

/// A value of a type for every schema that crosses the border, with all that may be said. Of alternatives the first is
/// taken that has a day in it.
struct Samples(Map<String, Value>);

impl Samples {
    fn has_day(&self, schema: &Value, seen: &mut BTreeSet<String>) -> bool {
        match schema {
            Value::Object(map) => map.iter().any(|(key, it)| match (key.as_str(), it.as_str()) {
                ("$ref", Some(name)) => {
                    let name = name.trim_start_matches("#/$defs/");
                    name == "Date" || (seen.insert(name.to_owned()) && self.has_day(&self.0[name], seen))
                }
                _ => self.has_day(it, seen),
            }),
            Value::Array(all) => all.iter().any(|it| self.has_day(it, seen)),
            _ => false,
        }
    }

    fn of(&self, schema: &Value) -> Value {
        let get = |key: &str| schema.get(key);
        if let Some(name) = get("$ref").and_then(Value::as_str) {
            return match name.trim_start_matches("#/$defs/") {
                "Date" => json!(DAY),
                "Time" => json!(MOMENT),
                "DocumentNumber" => json!("津公南开函〔2022〕12号"),
                name => self.of(&self.0[name]),
            };
        }
        if let Some(all) = get("oneOf").or(get("anyOf")).and_then(Value::as_array) {
            let with_day = all.iter().find(|it| self.has_day(it, &mut BTreeSet::new()));
            return self.of(with_day.unwrap_or(&all[0]));
        }
        if let Some(it) = get("const").or(get("enum").map(|it| &it[0])) {
            return it.clone();
        }
        let kind = get("type").map(|it| it.as_array().map_or(it, |all| &all[0])).and_then(Value::as_str);
        match kind {
            Some("integer") => json!(get("minimum").and_then(Value::as_u64).unwrap_or(1).max(1)),
            Some("boolean") => json!(true),
            Some("array") => json!([self.of(&schema["items"])]),
            Some("object") => {
                let fields = get("properties").and_then(Value::as_object).into_iter().flatten();
                let mut made: Map<String, Value> =
                    fields.map(|(name, it)| (name.clone(), self.of(it))).collect();
                if let Some(it) = get("additionalProperties").filter(|it| it.is_object()) {
                    let key = get("propertyNames").map_or(json!("x"), |it| self.of(it));
                    made.insert(key.as_str().unwrap_or("x").to_owned(), self.of(it));
                }
                Value::Object(made)
            }
            _ if get("pattern").is_some_and(|it| it == "^[0-9a-f]{64}$") => json!("0".repeat(64)),
            _ => json!("x"),
        }
    }

    fn variants(&self, name: &str) -> Vec<Value> {
        self.0[name]["oneOf"].as_array().unwrap().iter().map(|it| self.of(it)).collect()
    }
}

/// The places of a text in a value, as an error names them and as JSON pointers.
fn places(text: &str, value: &Value, path: &str, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(it) if it == text => found.push((path.to_owned(), pointer.to_owned())),
        Value::Array(all) => {
            for (ix, it) in all.iter().enumerate() {
                places(text, it, &format!("{path}[{ix}]"), &format!("{pointer}/{ix}"), found);
            }
        }
        Value::Object(all) => {
            for (key, it) in all {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                places(text, it, &path, &format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Puts every bad day and moment into every place of one, and asks that the error names that place; and the first and the last
/// of each, which are read. Gives the number of places.
fn refuses_what_lies_beside<T: DeserializeOwned>(sample: &Value, take: impl Fn(&T)) -> usize {
    let read = |it: &Value| wire::from_str::<T>(&it.to_string());
    let all: Vec<(&str, Vec<(String, String)>)> = [DAY, MOMENT]
        .map(|text| {
            let mut found = Vec::new();
            places(text, sample, "", "", &mut found);
            (text, found)
        })
        .into();
    let put = |text: &str, into: &mut Value, places: &[(String, String)]| {
        places.iter().for_each(|(_, pointer)| *into.pointer_mut(pointer).unwrap() = json!(text));
    };
    for (text, places) in &all {
        let bad: &[&str] = if *text == DAY { &NO_DAYS } else { &NO_MOMENTS };
        for (place, bad) in places.iter().flat_map(|it| bad.iter().map(move |bad| (it, bad))) {
            let mut changed = sample.clone();
            put(bad, &mut changed, std::slice::from_ref(place));
            match read(&changed) {
                Ok(_) => panic!("{}: {bad} is accepted in {sample}", place.0),
                Err(why) => assert_eq!(why.path, place.0, "{bad} in {sample}: {why}"),
            }
        }
    }
    for ends in [["1949-01-01", "1949-01-02T00:00:00Z"], ["2199-12-31", "2199-12-30T23:59:59Z"]] {
        let mut changed = sample.clone();
        all.iter().zip(ends).for_each(|((_, places), end)| put(end, &mut changed, places));
        let it = read(&changed).unwrap_or_else(|why| panic!("{why}: {changed}"));
        take(&it);
    }
    all.iter().map(|(_, it)| it.len()).sum()
}

/// What is read is written so that it is read as the same.
fn is_written<T: DeserializeOwned + Serialize + PartialEq + Debug>(it: &T) {
    assert_eq!(wire::from_str::<T>(&wire::to_string(it)).as_ref(), Ok(it));
}

#[test]
fn no_day_or_moment_beside_the_years_comes_in_through_any_act_or_question() {
    let samples = Samples(types::definitions());
    let (mut submitted, mut asked) = (0, 0);
    let acts = samples.0["Act"]["oneOf"].as_array().unwrap();
    for (name, act) in acts.iter().zip(samples.variants("Act")) {
        let submission = json!({"act": act, "by": "p1", "at": MOMENT, "recorded_at": MOMENT});
        let found = refuses_what_lies_beside::<Submission>(&submission, is_written);
        assert!(found >= 2 + usize::from(samples.has_day(name, &mut BTreeSet::new())), "{name}");
        submitted += found;
        let mut entry = submission;
        entry["no"] = json!(1);
        refuses_what_lies_beside::<Entry>(&entry, is_written);
    }
    for question in samples.variants("Question") {
        asked += refuses_what_lies_beside::<wire::Question>(&question, |_| {});
    }
    for question in samples.variants("PaperQuestion") {
        if wire::from_str::<PaperQuestion>(&question.to_string()).is_ok() {
            asked += refuses_what_lies_beside::<PaperQuestion>(&question, |_| {});
        }
    }
    println!("{submitted} places of days and moments in submissions, {asked} in questions");
    assert!(submitted > 200 && asked > 10, "{submitted}, {asked}");
}

/// Every act that a vector shows accepted, with the first and the last day in the place of each of its days, and years beside
/// them in the place of its years: whatever is accepted can be written, read, replayed and judged.
#[test]
fn whatever_day_an_act_tells_of_it_is_refused_or_replays() {
    let stories = vector::stories();
    let (mut accepted, mut refused) = (0, 0);
    for (_, file) in vector::all() {
        for it in file.vectors.iter().filter(|it| it.then.get("accepted").is_some()) {
            let body = it.told(&file.charter, &stories);
            let when = it.when.as_ref().unwrap();
            for changed in at_the_ends(&when["act"]) {
                let mut submission = when.clone();
                submission["act"] = changed;
                let Ok(submission) = wire::from_str::<Submission>(&submission.to_string()) else { continue };
                let mut after = body.clone();
                if after.perform(submission).is_err() {
                    assert!(after == body, "{}", it.name);
                    refused += 1;
                    continue;
                }
                let (text, head) = after.journal();
                let again = JointMeeting::replay_checked(body.charters().to_vec(), &text, Some(&head));
                let again = again.unwrap_or_else(|why| panic!("{}: {why}", it.name));
                assert!(again == after && again.breaches().is_empty(), "{}", it.name);
                for on in [Date::MIN, after.entries().last().unwrap().at.date(), Date::MAX] {
                    let year = Period::new(on, on).unwrap();
                    assert!(!after.audit(year, on).clauses.is_empty(), "{}", it.name);
                    after.obligations(on, 366);
                }
                accepted += 1;
            }
        }
    }
    println!("{accepted} accepted, {refused} refused");
    assert!(accepted > 100 && refused > 100, "{accepted}, {refused}");
}

/// The act with another day, or another year, in one place.
fn at_the_ends(act: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    pointers(act, "", &mut found);
    let with = |(pointer, is_year): &(String, bool)| -> Vec<Value> {
        let ends: Vec<Value> = match is_year {
            true => [i32::MIN, 1948, 1949, 2199, 2200, i32::MAX].map(|it| json!(it)).into(),
            false => ["1949-01-01", "2199-12-31"].map(|it| json!(it)).into(),
        };
        let put = |end| {
            let mut changed = act.clone();
            *changed.pointer_mut(pointer).unwrap() = end;
            changed
        };
        ends.into_iter().map(put).collect()
    };
    found.iter().flat_map(with).collect()
}

/// The places of days and years; whether it is a year.
fn pointers(value: &Value, pointer: &str, found: &mut Vec<(String, bool)>) {
    match value {
        Value::String(it) if it.parse::<Date>().is_ok() => found.push((pointer.to_owned(), false)),
        Value::Number(_) if pointer.ends_with("/year") => found.push((pointer.to_owned(), true)),
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(ix, it)| pointers(it, &format!("{pointer}/{ix}"), found));
        }
        Value::Object(all) => {
            all.iter().for_each(|(key, it)| pointers(it, &format!("{pointer}/{key}"), found));
        }
        _ => {}
    }
}

#[test]
fn a_table_of_working_days_reaches_to_the_ends_of_the_years_and_no_further() {
    let known = "date,kind\n1949-01-01,known_from\n2199-12-31,known_through\n";
    let whole: Calendar = known.parse().unwrap();
    assert_eq!(whole.known_through(), Some(Date::MAX));
    for day in ["1948-12-31", "1949-01-01", "2199-12-31", "2200-01-01"] {
        let is_in = !["1948-12-31", "2200-01-01"].contains(&day);
        for (kind, is_right) in [
            ("off", is_in),
            ("work", is_in),
            ("known_from", day == "1949-01-01"),
            ("known_through", day == "2199-12-31"),
        ] {
            let found = format!("{known}{day},{kind}\n").parse::<Calendar>();
            assert_eq!(found.is_ok(), is_right, "{day},{kind}: {found:?}");
            assert!(is_right || found.is_err_and(|it| it.line == 4), "{day},{kind}");
        }
    }
    // Where nobody ever works, what is sought ends with the years.
    let mut off = Calendar::known();
    for it in YEARS {
        let year = Period::year(it).unwrap();
        let days = std::iter::successors(Some(year.from), |it| it.succ_opt().filter(|it| *it <= year.to));
        off.add_year(it, days.map(|day| (day, DayKind::Off)));
    }
    let may = date_literal("2022-05-01");
    assert_eq!(off.working_days_after(may, u16::MAX).date, Date::MAX);
    assert_eq!(off.working_day_on_or_after(may).date, Date::MAX);
    assert_eq!(off.working_day_on_or_before(may).date, Date::MIN);
}

#[test]
fn no_day_beside_the_years_comes_in_from_a_program() {
    for bad in NO_DAYS {
        assert!(bad.parse::<Date>().is_err(), "{bad}");
        assert!(serde_json::from_value::<Date>(json!(bad)).is_err(), "{bad}");
    }
    for good in ["1949-01-01", "2199-12-31"] {
        assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
    }
}

/// A charter at another offset, in force whenever one likes.
fn charter_at(offset: &str) -> Charter {
    let mut file: Value =
        serde_json::from_str(joint_meeting::charters::get("nankai-dog-2022").unwrap()).unwrap();
    file["offset"] = json!(offset);
    file["issued"] = Value::Null;
    for clause in file["clauses"].as_array_mut().unwrap() {
        if let Some(sets) = clause.get_mut("sets").and_then(Value::as_object_mut) {
            sets.retain(|key, _| key != "charter.effective_from");
        }
    }
    Charter::from_json(&file.to_string()).unwrap_or_else(|why| panic!("{why}"))
}

fn founding(at: &str, recorded_at: &str) -> Result<Submission, wire::MalformedError> {
    let submission = json!({
        "act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": [
            {"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
        "by": "p1", "at": at, "recorded_at": recorded_at
    });
    wire::from_str(&submission.to_string())
}

/// Every quarter of an hour from −18:00 to +18:00.
fn offsets() -> impl Iterator<Item = String> {
    (-72..=72_i32).map(|it| {
        let sign = if it < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", it.abs() / 4, it.abs() % 4 * 15)
    })
}

#[test]
fn whatever_is_accepted_can_be_written_read_and_replayed() {
    let clocks = ["00:00:00", "12:00:00", "23:59:59"];
    let days =
        ["1949-01-01", "1949-01-02", "1949-01-03", "1950-01-01", "2199-12-29", "2199-12-30", "2199-12-31"];
    let mut counts = BTreeMap::new();
    for charter in ["+08:00", "-18:00", "+18:00"].map(charter_at) {
        let mut empty = JointMeeting::new([charter.clone()]).unwrap();
        empty.set_now("2199-12-30T23:59:59Z".parse().unwrap());
        for offset in offsets() {
            for (day, clock) in days.iter().flat_map(|day| clocks.map(|clock| (*day, clock))) {
                let at = format!("{day}T{clock}{offset}");
                for happened in [at.as_str(), "1960-01-01T09:00:00+08:00"] {
                    let Ok(submission) = founding(happened, &at) else { continue };
                    let mut body = empty.clone();
                    let Ok(entry) = body.perform(submission).cloned() else { continue };
                    *counts.entry(day).or_insert(0) += 1;
                    let text = json!(entry).to_string();
                    assert_eq!(wire::from_str::<Entry>(&text).as_ref(), Ok(&entry), "{at}");
                    let (text, head) = body.journal();
                    assert_eq!(journal::verify(&text, Some(&head)).as_ref(), Ok(&head), "{at}");
                    assert!(journal::read(&text).is_ok(), "{at}");
                    let replayed = JointMeeting::replay([charter.clone()], &text);
                    assert_eq!(replayed.as_ref(), Ok(&body), "{at}");
                }
            }
        }
    }
    println!("accepted: {counts:?}");
    // A day within the years is accepted at every offset.
    assert!(
        ["1949-01-03", "1950-01-01", "2199-12-29"].iter().all(|it| counts.contains_key(it)),
        "{counts:?}"
    );
    for beside in ["1948-12-31T23:59:59-12:00", "2200-01-01T00:00:00+14:00"] {
        assert!(beside.parse::<Time>().is_err());
    }
}

fn year() -> (Charter, String, Head) {
    let charter = conformance::coverage::charters().remove(0);
    let lines = conformance::scenario::read("nankai-2022.jsonl");
    let (text, head) = conformance::scenario::play(charter.clone(), &lines).0.journal();
    (charter, text, head)
}

#[test]
fn what_is_verified_is_spelled_as_it_is_written() {
    let (charter, text, head) = year();
    assert_eq!(respelled(&text, str::to_owned), (text.clone(), head));
    type Spell = fn(&str) -> String;
    let spellings: [(&str, Spell); 8] = [
        ("parts of a second", |it| it.replacen("+08:00\"", ".000+08:00\"", 1)),
        ("a small letter", |it| it.replacen("T0", "t0", 1)),
        ("what is absent", |it| it.replacen("\"prev\"", "\"outcome\":null,\"prev\"", 1)),
        ("what is absent, in an act", |it| it.replacen("\"type\":", "\"unit\":null,\"type\":", 1)),
        ("a blank", |it| it.replacen(":", ": ", 1)),
        ("a blank at the end", |it| it.replacen('\n', " \n", 1)),
        ("CR", |it| it.replacen('\n', "\r\n", 1)),
        ("an escape", |it| it.replacen("\"by\":\"p", "\"by\":\"\\u0070", 1)),
    ];
    for (name, spell) in spellings {
        let (text, head) = respelled(&text, spell);
        for kept in [None, Some(&head)] {
            let found = journal::verify(&text, kept).expect_err(name);
            assert!(found.line > 1, "{name}: {found}");
            let found = JointMeeting::replay_checked([charter.clone()], &text, kept);
            assert!(found.is_err(), "{name}");
        }
    }
    // A reader who trusts the journal is not as strict.
    let (blanks, _) = respelled(&text, |it| it.replacen(":", ": ", 1));
    assert!(journal::read(&blanks).is_ok());
}

#[test]
fn a_journal_of_before_may_hold_days_that_no_door_takes_any_more() {
    let far = |line: &str| match line.split_once("\"due\":\"") {
        Some((before, after)) => format!("{before}\"due\":\"9999-12-31{}", &after["2022-12-31".len()..]),
        None => line.to_owned(),
    };
    let (charter, text, _) = year();
    let (text, head) = respelled(&text, far);
    assert!(text.contains("9999-12-31"));
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head));
    let body = JointMeeting::replay([charter.clone()], &text).unwrap();
    assert_eq!(body.journal().0, text);
    assert!(JointMeeting::replay_checked([charter], &text, None).is_ok());
    let (on, until) = ("2023-01-15".parse().unwrap(), "2022-12-31".parse().unwrap());
    let period = Period::new("2022-01-01".parse().unwrap(), until).unwrap();
    assert!(!body.audit(period, on).clauses.is_empty());
    assert!(!body.obligations(on, 90).is_empty());
    let line = text.lines().find(|it| it.contains("9999-12-31")).unwrap();
    assert!(wire::from_str::<Entry>(line).is_err(), "no other door takes it");
}

#[test]
fn nothing_is_recorded_in_a_far_future() {
    let choosing = |at: &str| -> Submission {
        let text = format!(
            r#"{{"act": {{"type": "choose_reading", "reading": "plenary.count", "option": "at_least", "why": "略"}},
                "by": "p1", "at": "2022-04-22T09:00:00+08:00", "recorded_at": "{at}"}}"#
        );
        wire::from_str(&text).unwrap()
    };
    let founding = r#"{"act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1,
        "holders": [{"post": "deputy-head", "person": "p1"}]},
        "by": "p1", "at": "2022-04-21T09:00:00+08:00"}"#;
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    body.perform(wire::from_str(founding).unwrap()).unwrap();
    let stands = |body: &JointMeeting, at: &str, latest: Option<&str>| {
        let found = body.check(&choosing(at)).err();
        let grounds: Vec<_> =
            found.iter().flat_map(Refusal::grounds).map(|it| (it.rule, &it.finding)).collect();
        match latest {
            None => assert_eq!(grounds, []),
            Some(it) => {
                let latest = it.parse().unwrap();
                assert_eq!(grounds, [("time.not_in_a_far_future", &Finding::TooLate { latest })]);
            }
        }
    };
    // The table is known through 2026, the last entry is of 2022.
    stands(&body, "2028-12-31T23:59:59+08:00", None);
    stands(&body, "2029-01-01T00:00:00+08:00", Some("2028-12-31T23:59:59+08:00"));
    stands(&body, "2122-04-22T09:00:00+08:00", Some("2028-12-31T23:59:59+08:00"));
    // What the last entry tells is known.
    let mut later = body.clone();
    later.perform(choosing("2028-06-01T09:00:00+08:00")).unwrap();
    stands(&later, "2030-06-01T23:59:59+08:00", None);
    stands(&later, "2030-06-02T00:00:00+08:00", Some("2030-06-01T23:59:59+08:00"));
    // A host that says what time it is.
    body.set_now("2022-05-01T20:00:00Z".parse().unwrap());
    stands(&body, "2022-05-02T23:59:59+08:00", None);
    stands(&body, "2022-05-03T00:00:00+08:00", Some("2022-05-02T23:59:59+08:00"));
    body.set_now("2121-05-01T09:00:00+08:00".parse().unwrap());
    stands(&body, "2121-05-01T10:00:00+08:00", None);
    // What a journal tells was recorded; it is not refused when it is decided again.
    body.perform(choosing("2121-05-01T10:00:00+08:00")).unwrap();
    let replayed = JointMeeting::replay_checked(body.charters().to_vec(), body.journal().0, None).unwrap();
    assert_eq!((replayed.breaches(), &replayed), (vec![], &body));
    let trusted = JointMeeting::replay(body.charters().to_vec(), &body.journal().0).unwrap();
    assert_eq!(trusted.breaches(), vec![]);
}
