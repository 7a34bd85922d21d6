//! The page of security and the code agree on every limit: its name, its value, where it is checked, and which test knows it.

use std::{collections::BTreeMap, fs, path::Path};

use joint_meeting::{
    Charter, Submission, charter, charters, id,
    journal::ENTRIES_MAX,
    limits, number,
    number::{DocumentNumber, SERIAL_MAX},
    time::{Calendar, Date, TableError, YEARS},
    wire,
};
use joint_meeting_documents::wire::{self as papers, PAPER_MAX};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../docs/security.md");

/// Every limit by its name, as the page writes its value.
fn known() -> BTreeMap<&'static str, String> {
    let grouped = |number: u64| {
        let digits = number.to_string();
        let mut said = String::new();
        for (ix, digit) in digits.chars().enumerate() {
            if ix > 0 && (digits.len() - ix).is_multiple_of(3) {
                said.push(',');
            }
            said.push(digit);
        }
        said
    };
    let all: [(&str, u64); 18] = [
        ("wire::LINE_MAX", wire::LINE_MAX as u64),
        ("wire::MANY_MAX", wire::MANY_MAX as u64),
        ("wire::DEPTH_MAX", wire::DEPTH_MAX as u64),
        ("wire::LIST_MAX", wire::LIST_MAX as u64),
        ("id::ID_MAX", id::ID_MAX as u64),
        ("id::TEXT_MAX", id::TEXT_MAX as u64),
        ("number::SERIAL_MAX", number::SERIAL_MAX.into()),
        ("charter::KEY_MAX", charter::KEY_MAX as u64),
        ("charter::LIST_MAX", charter::LIST_MAX as u64),
        ("charter::TOGETHER_MAX", charter::TOGETHER_MAX as u64),
        ("limits::ENTRIES_MAX", ENTRIES_MAX.into()),
        ("limits::PROOFS_MAX", limits::PROOFS_MAX as u64),
        ("limits::CALENDAR_MAX", limits::CALENDAR_MAX as u64),
        ("limits::DAYS_OFF_MAX", limits::DAYS_OFF_MAX as u64),
        ("limits::PERIOD_YEARS_MAX", limits::PERIOD_YEARS_MAX.unsigned_abs().into()),
        ("limits::HORIZON_DAYS_MAX", limits::HORIZON_DAYS_MAX.into()),
        ("limits::OPTIONS_MAX", limits::OPTIONS_MAX.into()),
        ("papers::PAPER_MAX", PAPER_MAX as u64),
    ];
    let mut known: BTreeMap<_, _> = all.into_iter().map(|(name, it)| (name, grouped(it))).collect();
    known.insert("limits::OPTIONS_PAGE", grouped(limits::OPTIONS_PAGE.into()));
    known.insert("limits::OPTIONS_COUNTED", grouped(limits::OPTIONS_COUNTED.into()));
    known.insert("time::YEARS", format!("{} to {}", YEARS.start(), YEARS.end()));
    known
}

/// The cells of the rows of the table of limits, without backticks.
fn rows() -> Vec<Vec<String>> {
    let rows = PAGE.lines().filter(|it| it.starts_with("| `") && it.contains("::"));
    // What the worst of a limit costs stands in a table of its own.
    let rows = rows.filter(|it| it.matches('|').count() == 6);
    rows.map(|it| it.trim_matches('|').split('|').map(|it| it.trim().replace('`', "")).collect()).collect()
}

#[test]
fn the_page_has_every_limit_with_its_value() {
    let told: BTreeMap<String, String> =
        rows().into_iter().map(|it| (it[0].clone(), it[1].clone())).collect();
    let known: BTreeMap<String, String> =
        known().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    assert_eq!(told, known);
}

#[test]
fn the_page_says_where_each_limit_is_checked_and_tested() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| fs::read_to_string(top.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
    for row in rows() {
        let [name, _, _, checked, tested] = row.as_slice() else { panic!("{row:?} has other cells") };
        let constant = name.rsplit("::").next().unwrap();
        assert!(read(checked).contains(constant), "{name} is not in {checked}");
        let (file, test) = tested.split_once(": ").unwrap_or_else(|| panic!("{name}: {tested}"));
        let text = read(file);
        assert!(
            text.contains(&format!("fn {test}(")) || text.contains(&format!("\"{test}\"")),
            "{name}: {tested}"
        );
    }
}

/// A limit that is added to the code is missed here until the page has it.
#[test]
fn no_public_limit_is_forgotten() {
    let known: Vec<&str> = known().into_keys().map(|it| it.rsplit("::").next().unwrap()).collect();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut folders = vec![crates.join("joint-meeting/src"), crates.join("joint-meeting-documents/src")];
    while let Some(folder) = folders.pop() {
        for it in fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()) {
            if it.is_dir() {
                folders.push(it);
                continue;
            }
            let text = fs::read_to_string(&it).unwrap();
            for line in text.lines().filter_map(|it| it.strip_prefix("pub const ")) {
                let (name, _) = line.split_once(':').unwrap();
                assert!(!name.ends_with("_MAX") || known.contains(&name), "{name} in {}", it.display());
            }
        }
    }
}

#[test]
fn a_list_of_an_act_has_so_many_and_no_more() {
    let adopted = |count: usize| {
        let units: Vec<String> = (0..count).map(|no| format!("u{no}")).collect();
        let act =
            json!({"type": "adopt_charter", "charter": "x", "version": 1, "holders": [], "agreed_by": units});
        let submission = json!({"act": act, "by": "p1", "at": "2022-06-01T09:00:00+08:00"});
        wire::from_str::<Submission>(&submission.to_string())
    };
    assert!(adopted(wire::LIST_MAX).is_ok());
    assert_eq!(adopted(wire::LIST_MAX + 1).unwrap_err().path, "act.agreed_by");
}

#[test]
fn a_key_phrase_has_so_many_characters_and_no_more() {
    let with = |length: usize| {
        let mut file: Value = serde_json::from_str(charters::get("nankai-dog-2022").unwrap()).unwrap();
        file["clauses"][0]["key"] = json!("字".repeat(length));
        Charter::from_json(&file.to_string())
    };
    assert!(with(charter::KEY_MAX).is_ok());
    assert!(with(charter::KEY_MAX + 1).is_err());
}

#[test]
fn a_serial_is_so_high_and_no_higher() {
    let number = |serial: u32| format!("津公南开函〔2022〕{serial}号").parse::<DocumentNumber>();
    assert!(number(SERIAL_MAX).is_ok());
    assert!(number(SERIAL_MAX + 1).is_err());
}

#[test]
fn a_paper_from_outside_is_so_long_and_no_longer() {
    let why = |bytes: usize| papers::paper(&" ".repeat(bytes)).unwrap_err().problem;
    assert!(!why(PAPER_MAX).contains("at most"));
    assert!(why(PAPER_MAX + 1).contains("at most"));
}

#[test]
fn a_table_of_working_days_has_so_many_bytes_and_days_off_and_no_more() {
    let known = "date,kind\n2022-01-01,known_from\n2023-12-31,known_through\n";
    let wrong = |table: String| table.parse::<Calendar>().map_err(|it| (it.line, it.fault)).err();
    let padded = |bytes: usize| known.to_owned() + &"\n".repeat(bytes - known.len());
    assert_eq!(wrong(padded(limits::CALENDAR_MAX)), None);
    assert_eq!(wrong(padded(limits::CALENDAR_MAX + 1)), Some((1, TableError::TooLong)));
    let first: Date = "2022-01-01".parse().unwrap();
    let days = |count: usize| -> String {
        let in_the_week = |it: &chrono::NaiveDate| chrono::Datelike::weekday(it).number_from_monday() < 6;
        let days = first.to_chrono().iter_days().filter(in_the_week).take(count);
        known.to_owned() + &days.map(|it| format!("{it},off\n")).collect::<String>()
    };
    let most = limits::DAYS_OFF_MAX;
    assert_eq!(wrong(days(most) + "2023-01-01,off\n"), None);
    assert_eq!(wrong(days(most + 1)), Some((most + 4, TableError::DaysOff(2022))));
}

#[test]
fn an_entry_has_so_many_proofs_and_no_more() {
    let proof = json!({"name": "a letter", "kind": "letter"});
    let submission = |proofs: usize| {
        json!({
            "act": {"type": "open_meeting", "meeting": "m1"}, "by": "p1", "at": "2022-04-21T09:00:00+08:00",
            "proofs": vec![proof.clone(); proofs],
        })
    };
    let read = |it: Value| joint_meeting::wire::from_str::<joint_meeting::Submission>(&it.to_string());
    assert!(read(submission(limits::PROOFS_MAX)).is_ok());
    assert_eq!(read(submission(limits::PROOFS_MAX + 1)).unwrap_err().path, "proofs");
}
