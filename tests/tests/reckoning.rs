//! Every date of 1949 to 2199 by each rule of reckoning, against an arithmetic of its own; and one second on either side of a
//! due date, at every offset.

use std::collections::{BTreeMap, BTreeSet};

use conformance::vector;
use joint_meeting::{
    JointMeeting, Submission,
    answer::{Judgement, Verdict},
    chrono::Datelike,
    time::{Calendar, Date, MonthDay, Period, Rhythm, Time, YEARS},
    wire,
};
use serde_json::{Value, json};

/// Days since 1 January 1970, by counting days of months, years and leap years.
fn number(year: i64, month: i64, day: i64) -> i64 {
    let years: i64 = (1949..year).map(|it| 365 + i64::from(is_leap(it))).sum();
    let months: i64 = (1..month).map(|it| length(year, it)).sum();
    years + months + day - 1 - FROM_1949_TO_1970
}

/// 21 years, of which 1952, 1956, 1960, 1964 and 1968 have a day more.
const FROM_1949_TO_1970: i64 = 21 * 365 + 5;

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day as one writes it.
type Civil = (i64, i64, i64);

/// Every day, in order.
fn all_days() -> Vec<Civil> {
    let in_month = |year, month| (1..=length(year, month)).map(move |day| (year, month, day));
    let in_year = move |year| (1..=12).flat_map(move |month| in_month(year, month));
    (1949..=2199).flat_map(in_year).collect()
}

fn date((year, month, day): Civil) -> Date {
    format!("{year:04}-{month:02}-{day:02}").parse().unwrap()
}

/// Monday is none.
fn weekday(number: i64) -> i64 {
    (number + 3).rem_euclid(7)
}

#[test]
fn every_day_follows_the_one_before_and_lies_in_its_periods() {
    let days = all_days();
    let clamped = |it: i64, all: &[Civil]| date(all[usize::try_from(it.max(0)).unwrap().min(all.len() - 1)]);
    let first = number(1949, 1, 1);
    for (ix, civil) in days.iter().enumerate() {
        let ((year, month, day), it) = (*civil, date(*civil));
        assert_eq!((i64::from(it.year()), i64::from(it.month()), i64::from(it.day())), *civil);
        assert_eq!(it.succ_opt(), days.get(ix + 1).map(|it| date(*it)), "{it}");
        assert_eq!(it.pred_opt(), ix.checked_sub(1).map(|ix| date(days[ix])), "{it}");
        let count = number(year, month, day);
        assert_eq!(count - first, i64::try_from(ix).unwrap(), "{it}");
        assert_eq!(i64::from(it.weekday().num_days_from_monday()), weekday(count), "{it}");
        let months = |first: i64, last: i64| (date((year, first, 1)), date((year, last, length(year, last))));
        let (quarter, half) = ((month - 1) / 3 * 3 + 1, (month - 1) / 6 * 6 + 1);
        let monday = i64::try_from(ix).unwrap() - weekday(count);
        for (rhythm, (from, to)) in [
            (Rhythm::Year, months(1, 12)),
            (Rhythm::Half, months(half, half + 5)),
            (Rhythm::Quarter, months(quarter, quarter + 2)),
            (Rhythm::Month, months(month, month)),
            (Rhythm::Week, (clamped(monday, &days), clamped(monday + 6, &days))),
        ] {
            let found = rhythm.around(it);
            assert_eq!((found.from, found.to), (from, to), "{rhythm:?} around {it}");
        }
    }
    println!("{} days", days.len());
}

#[test]
fn a_day_that_comes_round_is_in_every_year_or_the_last_of_its_month() {
    for year in 1949..=2199 {
        for month in 1..=12 {
            for day in 1..=31 {
                let found = MonthDay { month, day }.in_year(year);
                let (year, month) = (i64::from(year), i64::from(month));
                assert_eq!(found, Some(date((year, month, i64::from(day).min(length(year, month))))));
            }
        }
    }
    for beside in [*YEARS.start() - 1, *YEARS.end() + 1, i32::MIN, i32::MAX] {
        assert_eq!(MonthDay { month: 1, day: 1 }.in_year(beside), None);
        assert_eq!(Period::year(beside), None);
    }
}

#[test]
fn every_rhythm_cuts_every_year_without_a_gap() {
    for year in 1949..=2199 {
        let year = Period::year(year).unwrap();
        for rhythm in [Rhythm::Year, Rhythm::Half, Rhythm::Quarter, Rhythm::Month, Rhythm::Week] {
            let parts = rhythm.across(year);
            assert!(parts.first().unwrap().from <= year.from && parts.last().unwrap().to >= year.to);
            for pair in parts.windows(2) {
                assert_eq!(pair[0].to.succ_opt(), Some(pair[1].from), "{rhythm:?} across {year:?}");
            }
        }
    }
}

fn data(file: &str) -> String {
    std::fs::read_to_string(conformance::folder("../crates/joint-meeting/data").join(file)).unwrap()
}

/// The table as it stands in its file: what is otherwise than in an ordinary week, and the years that are known.
fn table() -> (BTreeMap<Civil, bool>, std::ops::RangeInclusive<i64>) {
    let text = data("cn-working-days.csv");
    let (mut otherwise, mut from, mut through) = (BTreeMap::new(), 0, 0);
    for row in text.lines().skip(1).filter(|it| !it.is_empty()) {
        let cells: Vec<&str> = row.split(',').collect();
        let parts: Vec<i64> = cells[0].split('-').map(|it| it.parse().unwrap()).collect();
        match cells[1] {
            "known_from" => from = parts[0],
            "known_through" => through = parts[0],
            kind => drop(otherwise.insert((parts[0], parts[1], parts[2]), kind == "work")),
        }
    }
    (otherwise, from..=through)
}

/// The days since 2025 that are off whatever is decreed, as the law names them: by the days that move in the file of the law.
fn by_law() -> BTreeSet<Civil> {
    let text = data("cn-holidays.csv");
    let mut off = BTreeSet::new();
    for year in 2025..=2199 {
        off.extend(
            [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)].map(|(month, day)| (year, month, day)),
        );
        let line = text.lines().find_map(|it| it.strip_prefix(&format!("{year},")));
        let days = line.into_iter().flat_map(|it| it.split(',')).map(|it| {
            let (month, day) = it.split_once('-').unwrap();
            (year, month.parse().unwrap(), day.parse().unwrap())
        });
        let days: Vec<Civil> = days.collect();
        off.extend(&days);
        // The Spring Festival, with its eve and the two days after.
        if let Some((year, month, day)) = days.first().copied() {
            let eve =
                if day == 1 { (year, month - 1, length(year, month - 1)) } else { (year, month, day - 1) };
            off.insert(eve);
            for more in 1..=2 {
                let last = length(year, month);
                let late = day + more;
                off.insert(if late > last { (year, month + 1, late - last) } else { (year, month, late) });
            }
        }
    }
    off
}

/// Whether people work on a day, and whether that is only assumed.
fn model() -> impl Fn(Civil) -> (bool, bool) {
    let ((otherwise, known), by_law) = (table(), by_law());
    move |it| {
        let is_known = known.contains(&it.0);
        if !is_known && by_law.contains(&it) {
            return (false, false);
        }
        let works = otherwise.get(&it).copied().unwrap_or(weekday(number(it.0, it.1, it.2)) < 5);
        let at_end = it.1 == 12 && it.2 >= 29;
        (works, !is_known || (at_end && !known.contains(&(it.0 + 1))))
    }
}

#[test]
fn every_day_has_its_working_days_before_and_after() {
    let (days, (_, known), calendar) = (all_days(), table(), Calendar::known());
    assert_eq!(calendar.known_through(), Some(date((*known.end(), 12, 31))));
    let (works, guessed): (Vec<bool>, Vec<bool>) = days.iter().copied().map(model()).unzip();
    let assumed = |from: usize, to: usize| guessed[from.min(to)..=from.max(to)].iter().any(|it| *it);
    let after = |ix: usize, mut more: usize| {
        let mut to = ix;
        while more > 0 && to + 1 < days.len() {
            to += 1;
            more -= usize::from(works[to]);
        }
        to
    };
    for (ix, civil) in days.iter().enumerate() {
        let it = date(*civil);
        assert_eq!(calendar.is_working(it), (works[ix], assumed(ix, ix)), "{it}");
        let later = (ix..days.len()).find(|at| works[*at]).unwrap_or(days.len() - 1);
        let earlier = (0..=ix).rev().find(|at| works[*at]).unwrap_or(0);
        for (to, found) in
            [(later, calendar.working_day_on_or_after(it)), (earlier, calendar.working_day_on_or_before(it))]
        {
            assert_eq!((found.date, found.provisional), (date(days[to]), assumed(ix, to)), "{it}");
        }
        for more in [0, 1, 2, 3, 5, 10, 20] {
            let (to, found) =
                (after(ix, more), calendar.working_days_after(it, u16::try_from(more).unwrap()));
            let assumed = more > 0 && assumed(ix, to);
            assert_eq!((found.date, found.provisional), (date(days[to]), assumed), "{more} after {it}");
        }
    }
}

/// The seed with one member unit, a due day of the report and a reading of it, and the rest fixed.
fn reporting(reading: &str, due: Civil) -> JointMeeting {
    let settings = BTreeMap::from([
        ("unit.members".to_owned(), json!(["health"])),
        ("report.due".to_owned(), json!({"month": due.1, "day": due.2})),
        ("report.close_of_work".to_owned(), json!({"hour": 17, "minute": 30})),
    ]);
    let readings = [
        ("charter.first_year", "full"),
        ("report.covers", "calendar_year"),
        ("report.joined_in_year", "yes"),
        ("report.lead_reports", "yes"),
        ("report.counts", "received"),
        ("report.due_day", reading),
    ];
    let readings = readings.map(|(key, option)| (key.to_owned(), option.to_owned())).into();
    let mut body = JointMeeting::new([vector::charter("nankai-dog-2022", &settings, &readings)]).unwrap();
    vector::tell(&mut body, "founded");
    body
}

fn yearly(body: &JointMeeting, period: Period, on: Date) -> Vec<Judgement> {
    let audit = body.audit(period, on);
    let judged = audit.clauses.into_iter().flat_map(|it| it.judgements);
    judged
        .filter(|it| it.rule == "report.yearly" && it.due.is_some() && json!(it.bearer)["unit"] == "health")
        .collect()
}

/// The last day on which a report is in time.
fn last_day(reading: &str, day: Civil) -> Date {
    let model = model();
    let works = |it: &Civil| model(*it).0;
    match reading {
        "exclusive" => date(day).pred_opt().unwrap(),
        "rolled" => {
            let days = all_days();
            let ix = days.iter().position(|it| *it == day).unwrap();
            days[ix..].iter().find(|it| works(it)).map_or(Date::MAX, |it| date(*it))
        }
        _ => date(day),
    }
}

const READINGS: [&str; 4] = ["inclusive", "close_of_work", "exclusive", "rolled"];

#[test]
fn in_every_year_the_due_day_is_that_of_the_reading() {
    let mut seen = 0;
    for (reading, (month, day)) in READINGS
        .into_iter()
        .flat_map(|it| [(2, 29), (5, 1), (10, 1), (12, 25), (12, 31)].map(|day| (it, day)))
    {
        let body = reporting(reading, (2022, month, day));
        let whole = Period::new("2022-01-01".parse().unwrap(), Date::MAX).unwrap();
        for judgement in yearly(&body, whole, Date::MAX) {
            let year: i64 = judgement.subject.as_ref().unwrap().parse().unwrap();
            let due = judgement.due.unwrap();
            let wanted = last_day(reading, (year, month, day.min(length(year, month))));
            assert_eq!(due.date, wanted, "{reading}, {month}-{day} of {year}");
            assert!(due.safe <= due.date, "{reading}, {month}-{day} of {year}");
            assert_eq!(due.minute, (reading == "close_of_work").then_some(17 * 60 + 30));
            seen += 1;
        }
    }
    println!("{seen} due days");
    assert!(seen > 15 * 170, "{seen}");
}

/// From −12:00 to +14:00 by quarters of an hour.
fn offsets() -> impl Iterator<Item = i32> {
    (-48..=56).map(|it| it * 900)
}

#[test]
fn one_second_decides_at_every_offset() {
    let mut tried = 0;
    for (reading, due) in [
        ("inclusive", (2023, 12, 25)),
        ("inclusive", (2024, 2, 29)),
        ("inclusive", (2023, 12, 31)),
        ("exclusive", (2024, 3, 1)),
        ("close_of_work", (2024, 12, 25)),
        ("rolled", (2023, 10, 1)),
    ] {
        let founded = reporting(reading, due);
        let last = last_day(reading, due);
        let clock = if reading == "close_of_work" { "17:30:59" } else { "23:59:59" };
        let in_time: Time = format!("{last}T{clock}+08:00").parse().unwrap();
        for (seconds, verdict) in
            [(-1, Verdict::Met), (0, Verdict::Met), (1, Verdict::Unmet), (2, Verdict::Unmet)]
        {
            let moment = in_time.to_chrono() + joint_meeting::chrono::TimeDelta::seconds(seconds);
            for offset in offsets() {
                let offset = joint_meeting::chrono::FixedOffset::east_opt(offset).unwrap();
                let at: Time = moment.with_timezone(&offset).to_rfc3339().parse().unwrap();
                let mut body = founded.clone();
                body.perform(report(due.0, at)).unwrap_or_else(|why| panic!("{at}: {}", json!(why)));
                let year = Period::year(i32::try_from(due.0).unwrap()).unwrap();
                let judged = yearly(&body, year, date((due.0 + 1, 1, 15)));
                let [judged] = &judged[..] else { panic!("{at}: {judged:?}") };
                assert_eq!(judged.verdict, verdict, "{reading}, {at}: {judged:?}");
                tried += 1;
            }
        }
    }
    println!("{tried} moments");
}

fn report(year: i64, at: Time) -> Submission {
    let parts: Value = json!({"implementation": "略", "results": "略", "problems": "略", "next_steps": "略"});
    let covers = json!({"from": format!("{year}-01-01"), "to": format!("{year}-01-31")});
    let act =
        json!({"type": "submit_report", "unit": "health", "year": year, "parts": parts, "covers": covers});
    wire::from_str(&json!({"act": act, "by": "p14", "at": at}).to_string()).unwrap()
}
