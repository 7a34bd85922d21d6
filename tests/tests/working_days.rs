//! The table of working days as a part of a body: of its equality, of what was decided, and of what its journal says.

use conformance::vector;
use joint_meeting::{
    Charter, Entry, JointMeeting, Submission,
    journal::{self, Head, Journal},
    time::{Calendar, CalendarUse, Date, DayKind},
    wire,
};
use serde_json::json;

/// A body in which two units have consented and the third is silent, and a signature on the first day on which the table
/// that comes with the library takes the silence for consent.
fn silence() -> (Charter, JointMeeting, Submission) {
    let name = "where the charter takes silence for consent, from the day after the last";
    let stories = vector::stories();
    let (_, file) = vector::all().into_iter().find(|(name, _)| name == "consent").unwrap();
    let vector = file.vectors.into_iter().find(|it| it.name == name).unwrap();
    let body = vector.told(&file.charter, &stories);
    let when = wire::from_str(&vector.when.unwrap().to_string()).unwrap();
    (body.charters()[0].clone(), body, when)
}

fn table(rows: &str) -> Calendar {
    format!("date,kind\n2022-01-01,known_from\n2023-12-31,known_through\n{rows}").parse().unwrap()
}

/// By this table the days of silence end a day later.
fn longer() -> Calendar {
    table("2022-06-09,off\n")
}

/// By this table they end as by the one that comes with the library.
fn other() -> Calendar {
    table("2022-10-08,work\n")
}

/// A body that has accepted the signature, its journal and the last entry.
fn accepted() -> (Charter, JointMeeting, (String, Head), Entry) {
    let (charter, mut body, signature) = silence();
    let entry = body.perform(signature).unwrap().clone();
    let journal = body.journal();
    (charter, body, journal, entry)
}

#[test]
fn a_table_is_named_by_what_it_says() {
    let known = Calendar::known();
    assert_eq!(known.used().known_through, known.known_through());
    assert_eq!(known.used().digest, known.digest());
    assert_eq!(known.digest(), Calendar::known().digest());
    // Another spelling, the occasions, and a day that is as in any week, do not make another table.
    let spelled = "date,kind,occasion\r\n2023-12-31,known_through\r\n2022-06-09,off,a\r\n2022-06-11,off,b\r\n\
        2022-06-13,work\r\n2022-01-01,known_from\r\n";
    let spelled: Calendar = spelled.parse().unwrap();
    assert_eq!((&spelled, spelled.digest()), (&longer(), longer().digest()));
    let law = std::fs::read(conformance::folder("../crates/joint-meeting/data/cn-holidays.csv")).unwrap();
    let law = journal::digest(&law);
    let written = format!(r#"{{"days":{{"2022-06-09":"off"}},"law":"{law}","years":[2022,2023]}}"#);
    assert_eq!(longer().digest(), journal::digest(written.as_bytes()));
    for another in [
        other(),
        table("2022-06-10,off\n"),
        table(""),
        "date,kind\n2022-01-01,known_from\n2022-12-31,known_through\n2022-06-09,off\n".parse().unwrap(),
    ] {
        assert_ne!(another, longer());
        assert_ne!(another.digest(), longer().digest());
    }
    // A year that is added makes another table, and the same one in whatever order.
    let day = |it: &str| it.parse::<Date>().unwrap();
    let mut added = other();
    assert_eq!(added.digest(), other().digest());
    added.add_year(2022, [(day("2022-06-09"), DayKind::Off), (day("2022-06-11"), DayKind::Off)]);
    assert_eq!((&added, added.digest()), (&longer(), longer().digest()));
    added.add_year(2024, []);
    assert_ne!(added.digest(), longer().digest());
    assert_eq!(added.used().known_through, Some(day("2024-12-31")));
}

#[test]
fn an_entry_names_the_table_it_rested_on_and_no_other_entry_does() {
    let (_, body, (text, head), entry) = accepted();
    assert_eq!(entry.calendar.as_deref(), Some(&Calendar::known().used()));
    let naming: Vec<u32> = body.entries().iter().filter(|it| it.calendar.is_some()).map(|it| it.no).collect();
    assert_eq!(naming, [entry.no]);
    assert_eq!(text.lines().filter(|it| it.contains("known_through")).count(), 1);
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head));
    let line = wire::to_string(&entry);
    assert_eq!(wire::from_str::<Entry>(&line), Ok(entry.clone()));
    // Where every unit has said what it says, no table is asked.
    let (_, mut body, signature) = silence();
    let consent = json!({"act": {"type": "consent", "minutes": "n1", "unit": "health", "version": 1},
        "by": "p14", "at": "2022-06-08T11:00:00+08:00"});
    body.perform(wire::from_str(&consent.to_string()).unwrap()).unwrap();
    assert_eq!(body.perform(signature).unwrap().calendar, None);
}

/// A safe day is reckoned by the table whenever a due date is asked for, and nothing rests on it.
#[test]
fn where_nothing_rests_on_the_table_lines_are_written_as_before() {
    let charter = conformance::coverage::charters().remove(0);
    let (body, _) = conformance::scenario::play(charter, &conformance::scenario::read("nankai-2022.jsonl"));
    let reports = |it: &&Entry| matches!(it.act, joint_meeting::Act::SubmitReport(_));
    assert!(body.entries().iter().filter(reports).count() > 0);
    assert!(body.entries().iter().all(|it| it.calendar.is_none()));
    assert!(!body.journal().0.contains("known_through"));
}

#[test]
fn bodies_by_other_tables_are_not_equal() {
    let (charter, body, (text, _), _) = accepted();
    let by = |table: Calendar| JointMeeting::replay_by([charter.clone()], table, &text).unwrap();
    assert_eq!(by(Calendar::known()), body);
    assert_eq!(by(longer()), by(longer()));
    assert_eq!(by(longer()), body.clone().with_calendar(longer()));
    for another in [longer(), other()] {
        assert_ne!(by(another.clone()), body);
        assert_ne!(body, by(another));
    }
    assert_ne!(by(longer()), by(other()));
}

#[test]
fn the_order_of_a_table_and_a_checked_replay_does_not_matter() {
    let (charter, body, (text, head), entry) = accepted();
    let charters = || [charter.clone()];
    let breached = |it: &JointMeeting| it.breaches().iter().map(|it| it.no).collect::<Vec<u32>>();
    for (table, breaches) in [(Calendar::known(), vec![]), (other(), vec![]), (longer(), vec![entry.no])] {
        let ways = [
            JointMeeting::replay(charters(), &text).unwrap().with_calendar(table.clone()),
            JointMeeting::replay_by(charters(), table.clone(), &text).unwrap(),
            JointMeeting::replay_checked(charters(), &text, Some(&head))
                .unwrap()
                .with_calendar(table.clone()),
            JointMeeting::replay_checked_by(charters(), table.clone(), &text, Some(&head)).unwrap(),
            JointMeeting::replay_checked_by(charters(), longer(), &text, None)
                .unwrap()
                .with_calendar(table.clone()),
            body.clone().with_calendar(table.clone()),
        ];
        for way in &ways {
            assert_eq!(way, &ways[0]);
            assert_eq!(breached(way), breaches);
            assert_eq!(way.breaches(), ways[0].breaches());
            assert_eq!(way.journal().0, text, "what was accepted is not settled anew");
            let period = joint_meeting::time::Period::year(2022).unwrap();
            let audit = |it: &JointMeeting| it.audit(period, "2022-12-31".parse().unwrap());
            assert_eq!(audit(way), audit(&ways[0]));
        }
    }
}

#[test]
fn a_breach_says_by_which_table_the_entry_was_accepted() {
    let (charter, body, (text, _), entry) = accepted();
    let again = |table: Calendar, text: &str| {
        JointMeeting::replay_checked_by([charter.clone()], table, text, None).unwrap().breaches()
    };
    let breaches = again(longer(), &text);
    let [breach] = breaches.as_slice() else { panic!("{breaches:?}") };
    assert_eq!((breach.no, &breach.calendar), (entry.no, &entry.calendar));
    let rules: Vec<&str> = breach.refusal.iter().flat_map(|it| it.grounds()).map(|it| it.rule).collect();
    assert_eq!(rules, ["countersign.follows_consent"]);
    // Where the tables come to the same, nothing is said.
    assert_eq!(again(other(), &text), []);

    // An entry of before does not say by which table it was accepted, and neither does the breach.
    let (mut journal, mut before) = Journal::begin(&charter);
    for it in body.entries() {
        let mut it = it.clone();
        it.calendar = None;
        before += &journal.write(&it);
    }
    assert_eq!(again(Calendar::known(), &before), []);
    let breaches = again(longer(), &before);
    assert_eq!(
        breaches.iter().map(|it| (it.no, it.calendar.is_none())).collect::<Vec<_>>(),
        [(entry.no, true)]
    );

    // An entry that was accepted by the table in use, and should not have been, names no other.
    let (mut journal, mut forged) = Journal::begin(&charter);
    for it in body.entries() {
        let mut it = it.clone();
        it.calendar = it.calendar.map(|_| Box::new(longer().used()));
        forged += &journal.write(&it);
    }
    let breaches = again(longer(), &forged);
    assert_eq!(
        breaches.iter().map(|it| (it.no, it.calendar.is_none())).collect::<Vec<_>>(),
        [(entry.no, true)]
    );
    // By the one in use it would have been accepted: that it names another is no breach.
    assert_eq!(again(Calendar::known(), &forged), []);
}

#[test]
fn an_entry_of_another_table_that_is_applied_is_decided_again() {
    let (charter, body, _, entry) = accepted();
    let (_, before, _) = silence();
    let mut same = before.clone();
    same.apply(entry.clone()).unwrap();
    assert_eq!((&same, same.breaches()), (&body, vec![]));
    let mut by_another = before.clone().with_calendar(longer());
    by_another.apply(entry.clone()).unwrap();
    assert_eq!(by_another.breaches().iter().map(|it| it.no).collect::<Vec<_>>(), [entry.no]);
    assert_eq!(by_another, body.with_calendar(longer()));

    // So it is where all before it was decided here.
    let mut own = JointMeeting::new([charter]).unwrap().with_calendar(longer());
    for it in before.entries() {
        own.perform(Submission::new(it.act.clone(), it.by.clone(), it.at).recorded_at(it.recorded_at))
            .unwrap();
    }
    own.apply(entry.clone()).unwrap();
    assert_eq!(own.breaches().iter().map(|it| it.no).collect::<Vec<_>>(), [entry.no]);
}

#[test]
fn what_names_a_table_is_read_strictly() {
    let digest = "0".repeat(64);
    let used = |more: &str| format!(r#"{{"digest":"{digest}"{more}}}"#);
    let read = |text: &str| wire::from_str::<CalendarUse>(text);
    assert_eq!(read(&used("")).unwrap().known_through, None);
    assert!(read(&used(r#","known_through":"2199-12-31""#)).is_ok());
    for bad in [
        used(r#","known_through":"2200-01-01""#),
        used(r#","name":"a table""#),
        r#"{"known_through":"2026-12-31"}"#.to_owned(),
        "null".to_owned(),
    ] {
        assert!(read(&bad).is_err(), "{bad}");
    }
}
