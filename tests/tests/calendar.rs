//! Calendars, read back by a parser of another author.

use std::collections::{BTreeMap, BTreeSet};

use calcard::{
    Entry, Parser,
    icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType as Kind, ICalendarProperty as Name},
};
use chrono::Datelike;
use conformance::{founding::found, golden, papers, vector};
use joint_meeting::{
    Act, JointMeeting, Language,
    answer::{Finding, Judgement, Obligation, Verdict},
    time::{Date, Period, Time},
    wire,
};
use joint_meeting_documents::{
    PaperCalendar, PaperFormat,
    calendar::{Dated, Progress, When},
};

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];
/// In the middle of the year, when a first duty is done, when nearly all are due, and afterwards.
const DAYS: [&str; 4] = ["2022-05-01", "2022-07-09", "2022-12-24", "2023-01-15"];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn year(year: i32) -> Period {
    Period::year(year).unwrap()
}

fn calendar(body: &JointMeeting, language: Language, period: Period, on: &str) -> PaperCalendar {
    papers::desk(body, language).calendar(period, day(on)).unwrap()
}

/// Looks at the lines of a file, and reads it. The parser is lenient, so what it would let pass is looked for first.
fn read(ics: &str) -> ICalendar {
    assert!(ics.ends_with("\r\n"));
    for line in ics.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "a bare line end in {line:?}");
    }
    let unfolded = ics.replace("\r\n ", "");
    let mut open = Vec::new();
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no value: {line:?}"));
        let name = name.split(';').next().unwrap();
        assert!(name.chars().all(|it| it.is_ascii_uppercase() || it == '-'), "no name: {line:?}");
        match name {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(value)),
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    let mut parser = Parser::new(ics);
    let Entry::ICalendar(read) = parser.entry() else { panic!("not a calendar: {ics}") };
    assert!(matches!(parser.entry(), Entry::Eof), "more than one calendar");
    read
}

fn of_kind(read: &ICalendar, kind: Kind) -> impl Iterator<Item = &ICalendarComponent> {
    read.components.iter().filter(move |it| it.component_type == kind)
}

fn text(it: &ICalendarComponent, name: Name) -> String {
    let entry = it.property(&name).unwrap_or_else(|| panic!("no {name:?} in {it:?}"));
    entry.values.first().and_then(|it| it.as_text()).unwrap().to_owned()
}

/// A date, and hour, minute and second if there are any.
type Moment = (Date, Option<(u8, u8, u8)>);

/// The date of a property and, if it has one, its time, as written: all times are UTC.
fn time(it: &ICalendarComponent, name: &Name) -> Option<Moment> {
    let it = it.property(name)?.values.first()?.as_partial_date_time()?;
    let date = Date::from_ymd_opt(it.year?.into(), it.month?.into(), it.day?.into()).unwrap();
    assert!(it.hour.is_none() || it.tz_hour == Some(0), "not UTC");
    Some((date, it.hour.map(|hour| (hour, it.minute.unwrap(), it.second.unwrap()))))
}

fn utc(time: Time) -> Moment {
    let time = time.to_chrono().to_utc();
    let part = |format: &str| time.format(format).to_string().parse().unwrap();
    (time.date_naive().try_into().unwrap(), Some((part("%H"), part("%M"), part("%S"))))
}

/// The meeting that an act changes.
fn changed(act: &Act) -> Option<&str> {
    match act {
        Act::PostponeMeeting(it) => Some(it.meeting.as_str()),
        Act::CancelMeeting(it) => Some(it.meeting.as_str()),
        Act::DelegatePresiding(it) => Some(it.meeting.as_str()),
        Act::OpenMeeting(it) => Some(it.meeting.as_str()),
        Act::CloseMeeting(it) => Some(it.meeting.as_str()),
        _ => None,
    }
}

#[test]
fn every_meeting_of_the_year_is_there_with_its_time() {
    let body = papers::body();
    let mut held = BTreeMap::new();
    for entry in body.entries() {
        match &entry.act {
            Act::Convene(it) => drop(held.insert(it.meeting.to_string(), it.held_at)),
            Act::PostponeMeeting(it) => drop(held.insert(it.meeting.to_string(), it.to)),
            Act::OpenMeeting(it) => drop(held.insert(it.meeting.to_string(), entry.at)),
            _ => {}
        }
    }
    assert!(held.len() > 5);
    for language in LANGUAGES {
        let read = read(&calendar(&body, language, year(2022), "2022-12-31").to_ics());
        for (meeting, at) in held.iter().filter(|(_, at)| year(2022).contains(at.date())) {
            let uid = format!("meeting~{meeting}@");
            let event = of_kind(&read, Kind::VEvent).find(|it| it.uid().unwrap().starts_with(&uid));
            let event = event.unwrap_or_else(|| panic!("{uid} is missing"));
            assert_eq!(time(event, &Name::Dtstart), Some(utc(*at)), "{uid}");
            assert_eq!(text(event, Name::Location), "区级联席会议办公室会议室", "{uid}");
            let changes = body.entries().iter().filter(|it| changed(&it.act) == Some(meeting.as_str()));
            let sequence = event.property(&Name::Sequence).and_then(|it| it.values[0].as_integer());
            assert_eq!(sequence, Some(i64::try_from(changes.count()).unwrap()), "{uid}");
        }
        let cancelled = of_kind(&read, Kind::VEvent).filter(|it| {
            it.property(&Name::Status).is_some_and(|it| it.values[0].as_text() == Some("CANCELLED"))
        });
        let called_off = body.entries().iter().filter(|it| matches!(it.act, Act::CancelMeeting(_)));
        assert_eq!(cancelled.count(), called_off.count());
    }
}

#[test]
fn everything_owed_or_done_is_there_with_its_date() {
    let body = papers::body();
    let mut late = false;
    for on in DAYS {
        let (period, seen) = (year(2022), day(on));
        let horizon = u32::try_from((period.to - seen).num_days()).unwrap_or(0);
        let now = period.contains(seen);
        let owed = body.obligations(seen, horizon);
        let owed = owed.iter().filter(|it| it.due.as_ref().map_or(now, |it| period.contains(it.date)));
        let owed: Vec<_> = owed.collect();
        let audit = body.audit(period, seen);
        let judged = audit.clauses.iter().flat_map(|it| &it.judgements);
        let in_period = |it: &&Judgement| it.due.as_ref().is_some_and(|it| period.contains(it.date));
        let done =
            |it: &&Judgement| it.verdict == Verdict::Met || matches!(it.finding, Some(Finding::Late { .. }));
        let met: Vec<_> = judged.filter(done).filter(in_period).collect();
        late |= met.iter().any(|it| it.verdict == Verdict::Unmet);
        let read = read(&calendar(&body, Language::Zh, period, on).to_ics());
        let status = |wanted: &'static [&'static str]| {
            of_kind(&read, Kind::VTodo).filter(move |it| {
                it.property(&Name::Status).is_some_and(|it| wanted.contains(&it.values[0].as_text().unwrap()))
            })
        };
        assert_eq!(status(&["NEEDS-ACTION", "IN-PROCESS"]).count(), owed.len(), "{on}");
        let alarms: Vec<_> = of_kind(&read, Kind::VAlarm).filter_map(|it| time(it, &Name::Trigger)).collect();
        let with_date = |it: &ICalendarComponent, date| time(it, &Name::Due) == Some((date, None));
        for it in &owed {
            let Some(due) = &it.due else { continue };
            let todo = status(&["NEEDS-ACTION", "IN-PROCESS"])
                .any(|todo| with_date(todo, due.date) && todo.uid().is_some_and(|uid| uid.contains(it.rule)));
            assert!(todo, "{on}: {it:?}");
            // Nine o'clock at +08:00 of the safe day, if that is before the last day.
            let remind = due.safe.min(due.date.pred_opt().unwrap());
            let alarm = (remind, Some((1, 0, 0)));
            assert_eq!(alarms.contains(&alarm), remind >= seen, "{on}: {it:?}");
        }
        assert!(met.is_empty() == (on == "2022-05-01"));
        for it in met {
            let due = it.due.as_ref().unwrap();
            let todo = status(&["COMPLETED"])
                .find(|todo| with_date(todo, due.date) && todo.uid().unwrap().contains(it.rule))
                .unwrap_or_else(|| panic!("{on}: {it:?}"));
            assert_eq!(todo.property(&Name::PercentComplete).unwrap().values[0].as_integer(), Some(100));
            assert!(time(todo, &Name::Completed).is_some());
        }
    }
    assert!(late, "something was done late");
}

/// Reads a calendar back: it says which journal it was made from, names are there once, every end is after its beginning, the table has as many rows.
fn is_well_formed(body: &JointMeeting, calendar: &PaperCalendar) {
    let stamp = utc(body.entries().last().unwrap().recorded_at);
    let ics = calendar.to_ics();
    let read = read(&ics);
    let (_, head) = body.journal();
    let says = format!("X-JOURNAL-HEAD:journal {} {}\r\n", head.count, head.digest);
    assert!(ics.replace("\r\n ", "").contains(&says), "{says}");
    let mut uids = BTreeSet::new();
    for it in read.components.iter().filter(|it| matches!(it.component_type, Kind::VEvent | Kind::VTodo)) {
        assert!(uids.insert(it.uid().unwrap()), "{:?} is there twice", it.uid());
        assert!(!it.uid().unwrap().contains(['/', '%', ' ']), "{:?}", it.uid());
        assert_eq!(time(it, &Name::Dtstamp), Some(stamp));
        let (from, to) = (time(it, &Name::Dtstart), time(it, &Name::Dtend));
        assert!(to.is_none() || from < to, "{it:?}");
        if let Some((from, None)) = from {
            assert_eq!(to, from.succ_opt().map(|it| (it, None)), "a day ends with the next");
        }
    }
    for it in &calendar.dates {
        if let When::Duty { due: Some(due), alarm: Some(alarm), .. } = &it.when {
            assert!(alarm.date() < *due, "{}: an alarm in an event that has begun", it.uid);
        }
    }
    let rows: usize = calendar.table.tables().map(|(_, rows)| rows.len()).sum();
    assert_eq!(rows, calendar.dates.len());
    assert!(rows == 0 || PaperFormat::Csv.write(&calendar.table).is_ok());
}

#[test]
fn a_calendar_is_well_formed() {
    let body = papers::body();
    for (language, on) in LANGUAGES.into_iter().flat_map(|it| DAYS.map(|on| (it, on))) {
        is_well_formed(&body, &calendar(&body, language, year(2022), on));
    }
}

#[test]
fn every_charter_has_a_calendar() {
    let mut dates = 0;
    for (file, charter) in vector::charters() {
        let Ok((body, _)) = found(&[charter]) else { continue };
        let last = body.entries().last().unwrap().at.date();
        for (language, ahead) in LANGUAGES.into_iter().flat_map(|it| [0, 1, 2].map(|ahead| (it, ahead))) {
            let period = year(last.year() + ahead);
            let calendar = papers::desk(&body, language).calendar(period, period.to.max(last));
            let calendar = calendar.unwrap_or_else(|why| panic!("{file}: {why}"));
            is_well_formed(&body, &calendar);
            dates += calendar.dates.len();
        }
    }
    assert!(dates > 100, "{dates}");
}

#[test]
fn whatever_is_owed_in_a_vector_is_in_its_calendar() {
    let stories = vector::stories();
    let (mut asked, mut twice) = (0, 0);
    for (name, file) in vector::all() {
        for it in &file.vectors {
            let Some(on) = it.ask.as_ref().and_then(|it| it.get("obligations")?["on"].as_str()) else {
                continue;
            };
            let body = it.told(&file.charter, &stories);
            if body.entries().is_empty() {
                continue;
            }
            let calendar = calendar(&body, Language::Zh, year(day(on).year()), on);
            is_well_formed(&body, &calendar);
            let last = year(day(on).year()).to;
            let owed = body.obligations(day(on), u32::try_from((last - day(on)).num_days()).unwrap());
            // What two versions of a charter ask alike is one thing.
            let alike = |it: &Obligation| {
                let date = it.due.as_ref().map(|it| it.date);
                (date, it.clause.clone(), it.rule, it.bearer.clone(), it.subject.clone())
            };
            let owed: BTreeSet<_> = owed.iter().map(alike).collect();
            let mut dates: Vec<Option<Date>> = owed.into_iter().map(|it| it.0).collect();
            let is_left = |it: &Dated| match it.when {
                When::Duty { due, progress: Progress::Open | Progress::Begun(_), .. } => Some(due),
                _ => None,
            };
            let mut found: Vec<Option<Date>> = calendar.dates.iter().filter_map(is_left).collect();
            dates.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, dates, "{name}: {}", it.name);
            asked += 1;
            twice += usize::from(calendar.dates.iter().any(|it| it.uid.contains("~1@")));
        }
    }
    assert!(asked > 20 && twice > 0, "{asked}, {twice}");
}

#[test]
fn a_calendar_is_stamped_by_when_the_last_entry_was_recorded() {
    let mut body = papers::body();
    let late = r#"{"act": {"type": "add_agenda_item", "item": "late", "title": "补录", "kind": "discussion"},
        "by": "p2", "at": "2023-02-01T09:00:00+08:00", "recorded_at": "2023-02-03T09:00:00+08:00"}"#;
    body.perform(wire::from_str(late).unwrap()).unwrap();
    let calendar = calendar(&body, Language::Zh, year(2022), "2022-12-31");
    assert_eq!(calendar.stamp, "2023-02-03T09:00:00+08:00".parse().unwrap());
    is_well_formed(&body, &calendar);
}

#[test]
fn uids_are_stable_and_equal_input_gives_equal_bytes() {
    let (one, other) = (papers::body(), papers::body());
    let at = |body, on| calendar(body, Language::Zh, year(2022), on);
    let first = at(&one, "2022-05-01");
    assert_eq!(first.to_ics(), at(&other, "2022-05-01").to_ics());
    let later = at(&one, "2023-01-15");
    let uids: BTreeSet<&str> = later.dates.iter().map(|it| it.uid.as_str()).collect();
    let dated = |it: &&Dated| !matches!(it.when, When::Duty { due: None, .. });
    for it in first.dates.iter().filter(dated) {
        assert!(uids.contains(it.uid.as_str()), "{} is gone", it.uid);
    }
}

#[test]
fn a_body_keeps_its_names_and_shares_them_with_no_other_under_its_charter() {
    let body = papers::body();
    let uids = |body: &JointMeeting, on: &str| -> BTreeSet<String> {
        let calendar = calendar(body, Language::Zh, year(2022), on);
        let lasting =
            calendar.dates.into_iter().filter(|it| !matches!(it.when, When::Duty { due: None, .. }));
        lasting.map(|it| it.uid).collect()
    };
    let all = uids(&body, "2022-12-31");
    let mut before = BTreeSet::new();
    for on in ["2022-04-21", "2022-05-01", "2022-07-01", "2022-10-01"] {
        let then = body.as_of(format!("{on}T23:59:59+08:00").parse().unwrap());
        let mut names = uids(&then, on);
        // A matter that was carried out has no date any more.
        names.retain(|it| !it.contains("matters.carried_out"));
        assert!(!names.is_empty() && names.is_subset(&all), "{on}: {:?}", names.difference(&all));
        before = names;
    }
    assert!(before.iter().any(|it| it.starts_with("meeting~")), "meetings among them");
    let (other, _) = found(body.charters()).unwrap();
    assert_ne!(other.entries()[0], body.entries()[0]);
    assert!(uids(&other, "2022-12-31").is_disjoint(&all));
}

#[test]
fn a_date_that_moved_is_a_newer_one_of_the_same_name() {
    let before = papers::body();
    let mut after = before.clone();
    let choice = r#"{"act": {"type": "choose_reading", "reading": "report.due_day", "option": "exclusive", "why": "略"},
        "by": "p6", "at": "2023-02-01T09:00:00+08:00"}"#;
    after.perform(wire::from_str(choice).unwrap()).unwrap();
    let duties = |body: &JointMeeting| -> BTreeMap<String, (Option<Date>, u32)> {
        let all = calendar(body, Language::Zh, year(2023), "2023-03-01").dates;
        let owed = all.into_iter().filter_map(|it| match it.when {
            When::Duty { due, .. } => Some((it.uid, (due, it.changes))),
            When::Meeting { .. } => None,
        });
        owed.collect()
    };
    let (was, is) = (duties(&before), duties(&after));
    let mut moved = 0;
    for (uid, (due, changes)) in &was {
        let (now, then) = is.get(uid).unwrap_or_else(|| panic!("{uid} is gone"));
        assert!(
            if now == due { then == changes || uid.contains("report.") } else { then > changes },
            "{uid}"
        );
        moved += usize::from(now != due);
    }
    assert!(moved > 5, "{moved}");
    let read = read(&calendar(&after, Language::Zh, year(2023), "2023-03-01").to_ics());
    let recorded = Some((day("2023-02-01"), Some((1, 0, 0))));
    for it in of_kind(&read, Kind::VTodo).filter(|it| it.uid().unwrap().contains("report.yearly")) {
        assert_eq!(time(it, &Name::LastModified), recorded, "{it:?}");
        let sequence = it.property(&Name::Sequence).and_then(|it| it.values[0].as_integer());
        assert_eq!(sequence, is.get(it.uid().unwrap()).map(|it| it.1.into()), "{it:?}");
    }
}

#[test]
fn a_body_whose_calendars_were_out_keeps_its_names() {
    let old = golden::body("v1-year", false);
    assert_eq!(old.format(), 1);
    let names = |body: &JointMeeting| -> Vec<String> {
        let dates = calendar(body, Language::Zh, year(2022), "2022-12-31").dates;
        dates.into_iter().map(|it| it.uid).collect()
    };
    let slashed = names(&old);
    assert!(slashed.iter().any(|it| it.starts_with("meeting/")) && slashed.iter().all(|it| it.contains('/')));
    assert_eq!(names(&old.upgrade()), slashed);
    assert!(names(&papers::body()).iter().all(|it| !it.contains('/')));
}

#[test]
fn what_is_owed_is_told_by_its_name_and_not_by_its_id() {
    let body = papers::body();
    let mut ids = BTreeSet::new();
    for entry in body.entries() {
        match &entry.act {
            Act::AddAgendaItem(it) => drop(ids.insert(it.item.to_string())),
            Act::Assign(it) => drop(ids.insert(it.assignment.to_string())),
            Act::AcceptAssignedMatter(it) => drop(ids.insert(it.matter.to_string())),
            Act::DraftMinutes(it) => drop(ids.insert(it.minutes.to_string())),
            Act::Convene(it) => drop(ids.insert(it.meeting.to_string())),
            Act::RequestMeeting(it) => drop(ids.insert(it.request.to_string())),
            _ => {}
        }
    }
    let mut named = 0;
    for on in DAYS {
        let then = body.as_of(format!("{on}T23:59:59+08:00").parse().unwrap());
        for it in calendar(&then, Language::Zh, year(2022), on).dates {
            let Some((_, about)) = it.title.split_once('（') else { continue };
            assert!(!ids.contains(about.trim_end_matches('）')), "{on}: {}", it.title);
            named += usize::from(about.contains("冬季养犬专项治理方案"));
        }
    }
    assert!(named > 3);
}

#[test]
fn a_reading_that_settles_a_date_and_an_assumed_calendar_are_said() {
    let body = papers::body();
    for language in LANGUAGES {
        for (of_year, assumed) in [(2026, false), (2027, true)] {
            let calendar = calendar(&body, language, year(of_year), &format!("{of_year}-12-01"));
            let (words, reading) = match language {
                Language::Zh => ("尚未公布", "“前”含当日"),
                Language::En => ("not yet decreed", "on the reading that"),
            };
            let mut reports = 0;
            for it in calendar.dates.iter().filter(|it| it.uid.contains("report.yearly")) {
                let When::Duty { due: Some(due), .. } = &it.when else { panic!("{it:?}") };
                let of_that_year = year(of_year).contains(*due);
                assert!(it.about.contains(reading), "{}", it.about);
                assert_eq!(it.about.contains(words), assumed && of_that_year, "{}", it.about);
                reports += usize::from(of_that_year);
            }
            assert!(reports > 5);
        }
    }
}

/// A calendar with one date of each sort, all with the same words.
fn made(words: &str, due: Date) -> PaperCalendar {
    let mut calendar = calendar(&papers::body(), Language::Zh, year(2022), "2022-05-01");
    let from = calendar.stamp;
    let dated = |uid: &str, when| Dated {
        uid: format!("{uid}{words}"),
        title: words.to_owned(),
        about: words.to_owned(),
        changes: 0,
        modified: None,
        when,
    };
    let place = Some(words.to_owned());
    calendar.name = words.to_owned();
    calendar.dates = vec![
        dated("m", When::Meeting { from, to: Some(from), place, cancelled: false }),
        dated(
            "d",
            When::Duty { due: Some(due), until: None, alarm: Some(from), progress: Progress::Begun(50) },
        ),
    ];
    calendar
}

#[test]
fn no_text_breaks_the_file() {
    let long = "会".repeat(10_000);
    let long_spaced = "a, b;\n 会 ".repeat(1_000);
    for (hostile, plain) in [
        ("换行\n逗号,分号;反斜线\\n冒号:引号\"", None),
        ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", Some("x\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil")),
        ("x\rEND:VCALENDAR\u{2028}BEGIN:VCALENDAR", Some("x\nEND:VCALENDAR\nBEGIN:VCALENDAR")),
        ("\u{0}\u{7}a\u{85}b\u{1b}[0m", Some("ab[0m")),
        ("BEGIN:VEVENT", None),
        (" x\n y\n\tz ", None),
        (&long, None),
        (&long_spaced, None),
    ] {
        let plain = plain.unwrap_or(hostile);
        let read = read(&made(hostile, day("2022-12-25")).to_ics());
        let kinds: Vec<&Kind> = read.components.iter().map(|it| &it.component_type).collect();
        let mut sorted: Vec<String> = kinds.iter().map(|it| format!("{it:?}")).collect();
        sorted.sort();
        assert_eq!(sorted, ["VAlarm", "VCalendar", "VEvent", "VEvent", "VTodo"], "{hostile:.40}");
        for it in read.components.iter().filter(|it| matches!(it.component_type, Kind::VEvent | Kind::VTodo))
        {
            assert_eq!(text(it, Name::Summary), plain);
            assert_eq!(text(it, Name::Description), plain);
        }
    }
}

#[test]
fn a_text_of_any_length_is_folded() {
    let mut calendar = made("", day("2022-12-25"));
    for words in ["a", "会", "a 会", ",", "😀"] {
        for length in 0..240 {
            let text = words.repeat(length);
            calendar.dates.iter_mut().for_each(|it| it.title.clone_from(&text));
            let read = read(&calendar.to_ics());
            assert!(
                length == 0 || of_kind(&read, Kind::VTodo).all(|it| text == self::text(it, Name::Summary))
            );
        }
    }
}

#[test]
fn a_leap_day_ends_with_the_first_of_march() {
    let read = read(&made("x", day("2024-02-29")).to_ics());
    let event = of_kind(&read, Kind::VEvent).last().unwrap();
    assert_eq!(time(event, &Name::Dtstart), Some((day("2024-02-29"), None)));
    assert_eq!(time(event, &Name::Dtend), Some((day("2024-03-01"), None)));
    assert_eq!(
        time(of_kind(&read, Kind::VTodo).next().unwrap(), &Name::Due),
        Some((day("2024-02-29"), None))
    );
}
