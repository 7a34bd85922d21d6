//! Reading a table of working days: what its lines say, how far it is known, and what is wrong with it.

use std::{collections::BTreeMap, str::FromStr};

use chrono::Datelike;

use super::{Calendar, CalendarError, DayKind, TableError, law::decree_of, ordinary};
use crate::terms::{
    limits::{CALENDAR_MAX, DAYS_OFF_MAX},
    period::Period,
    sorted::Map,
    time::Date,
};

/// What a working-day table begins with: its columns, of which the last may be left out.
const HEADER: &str = "date,kind,occasion";

/// In the place of what is made of a day: it is the first on which the table is known.
const FROM: &str = "known_from";

/// In the place of what is made of a day: it is the last on which the table is known.
const THROUGH: &str = "known_through";

/// How much of a line an error repeats, in characters.
const SHOWN: usize = 60;

/// A table with the header `date,kind,occasion`; then a line for each day that is not as in an ordinary week, `off` or
/// `work`, and two lines that say from when and through when the table is known: `2004-01-01,known_from` and
/// `2026-12-31,known_through`.
impl FromStr for Calendar {
    type Err = CalendarError;

    fn from_str(csv: &str) -> Result<Self, CalendarError> {
        let wrong = |line: usize, fault| CalendarError { line, fault };
        let shown = |row: &str| row.chars().take(SHOWN).collect::<String>();
        if csv.len() > CALENDAR_MAX {
            return Err(wrong(1, TableError::TooLong));
        }
        let header = csv.lines().next().unwrap_or_default();
        if header != HEADER && Some(header) != HEADER.strip_suffix(",occasion") {
            return Err(wrong(1, TableError::Header(shown(header))));
        }
        // Rows stand in any order, and there may be many.
        let (mut exceptions, mut known) = (BTreeMap::new(), Map::new());
        for (ix, row) in csv.lines().enumerate().skip(1).filter(|(_, row)| !row.is_empty()) {
            let line = ix + 1;
            let mut cells = row.splitn(3, ',');
            let date = cells.next().and_then(|it| it.parse::<Date>().ok());
            let before = match (date, cells.next()) {
                (Some(date), Some("off")) => {
                    exceptions.insert(date, (line, DayKind::Off)).map(|it| it.1 != DayKind::Off)
                }
                (Some(date), Some("work")) => {
                    exceptions.insert(date, (line, DayKind::Work)).map(|it| it.1 != DayKind::Work)
                }
                (Some(date), Some(FROM)) => known.insert(FROM, (line, date)).map(|it| it.1 != date),
                (Some(date), Some(THROUGH)) => known.insert(THROUGH, (line, date)).map(|it| it.1 != date),
                _ => return Err(wrong(line, TableError::Row(shown(row)))),
            };
            if let (Some(true), Some(date)) = (before, date) {
                return Err(wrong(line, TableError::Contradiction(date)));
            }
        }
        let end = csv.lines().count() + 1;
        let told = |what| known.get(what).copied().ok_or_else(|| wrong(end, TableError::NoCoverage(what)));
        let ((first, from), (last, through)) = (told(FROM)?, told(THROUGH)?);
        if Period::year(from.year()).is_none_or(|it| it.from != from) {
            return Err(wrong(first, TableError::Coverage(from)));
        }
        if Period::year(through.year()).is_none_or(|it| it.to != through) || through < from {
            return Err(wrong(last, TableError::Coverage(through)));
        }
        let covered = from.year()..=through.year();
        let is_beside = |date: Date| !covered.contains(&date.year()) && !covered.contains(&decree_of(date));
        let beside = exceptions.iter().filter(|(date, _)| is_beside(**date));
        if let Some((date, (line, _))) = beside.min_by_key(|(_, (line, _))| *line) {
            return Err(wrong(*line, TableError::NotCovered(*date)));
        }
        let mut off: Map<i32, usize> = Map::new();
        let is_off = |date: Date, kind| kind == DayKind::Off && ordinary(date) == DayKind::Work;
        for (date, (line, _)) in exceptions.iter().filter(|(date, (_, kind))| is_off(**date, *kind)) {
            let days = off.entry(date.year()).or_default();
            *days += 1;
            if *days > DAYS_OFF_MAX {
                return Err(wrong(*line, TableError::DaysOff(date.year())));
            }
        }
        let said = exceptions.into_iter().map(|(date, (_, kind))| ((date, decree_of(date)), kind));
        Ok(Self::decreed(said.collect(), covered.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(s: &str) -> Date {
        s.parse().unwrap()
    }

    /// The line and the form of what is wrong with a table, and that it is told in Chinese.
    fn wrong(csv: &str) -> (usize, TableError) {
        let why = csv.parse::<Calendar>().unwrap_err();
        let zh = why.text(crate::terms::language::Language::Zh);
        assert!(zh.starts_with(&format!("工作日表第{}行：", why.line)), "{zh}");
        let untold =
            zh.split(['「', '」']).step_by(2).any(|it| it.chars().any(|it| it.is_ascii_alphabetic()));
        assert!(!untold, "{zh}");
        assert!(why.to_string().len() < 400, "{why}");
        (why.line, why.fault)
    }

    #[test]
    fn a_table_says_what_it_is_and_how_far_it_is_known() {
        let known = "2022-01-01,known_from\n2023-12-31,known_through\n";
        let with = |rows: &str| format!("date,kind,occasion\n{known}{rows}");
        let calendar: Calendar = with("2022-10-08,work,国庆节\n").parse().unwrap();
        assert_eq!(calendar.known_through(), Some(day("2023-12-31")));
        assert_eq!(calendar.is_working(day("2022-10-08")), (true, false));
        assert_eq!(calendar.is_working(day("2024-01-02")), (true, true));
        let short = with("2022-10-08,work\r\n\r\n").replace("date,kind,occasion\n", "date,kind\r\n");
        assert_eq!(short.parse(), Ok(calendar.clone()));
        // Said twice is not said otherwise, and a comma may stand in the occasion.
        assert_eq!(with("2022-10-08,work,a,b\n2022-10-08,work\n").parse(), Ok(calendar.clone()));
        // What a day is in an ordinary week is as good as not said: 2022-10-15 is a Saturday.
        assert_eq!(with("2022-10-08,work\n2022-10-15,off\n").parse(), Ok(calendar));
        let full = |bytes: usize| with(&"\n".repeat(bytes - with("").len()));
        assert!(full(CALENDAR_MAX).parse::<Calendar>().is_ok());
        assert_eq!(wrong(&full(CALENDAR_MAX + 1)), (1, TableError::TooLong));

        for header in ["", "junk", "2022-10-08,work,国庆节\n", "Date,Kind", "\u{feff}date,kind,occasion\n"]
        {
            let text = header.lines().next().unwrap_or_default().to_owned();
            assert_eq!(wrong(header), (1, TableError::Header(text)));
        }
        for row in
            ["2022-10-08", "2022-10-08,rest", "2022-10-08,Off,x", "x,off", "2022-2-30,off", "2200-01-01,off"]
        {
            assert_eq!(wrong(&with(row)), (4, TableError::Row(row.to_owned())));
        }
        let otherwise = with("2022-10-01,off\n2022-10-08,work\n2022-10-08,off\n");
        assert_eq!(wrong(&otherwise), (6, TableError::Contradiction(day("2022-10-08"))));
        assert_eq!(
            wrong(&with("2024-12-31,known_through\n")),
            (4, TableError::Contradiction(day("2024-12-31")))
        );
        assert_eq!(
            wrong(&with("2021-01-01,known_from\n")),
            (4, TableError::Contradiction(day("2021-01-01")))
        );
        assert!(with("2022-01-01,known_from\n").parse::<Calendar>().is_ok());
        assert_eq!(wrong("date,kind\n2022-10-08,work\n"), (3, TableError::NoCoverage(FROM)));
        assert_eq!(wrong("date,kind\n2022-01-01,known_from\n"), (3, TableError::NoCoverage(THROUGH)));
        for (from, to, line, named) in [
            ("2022-01-02", "2022-12-31", 2, "2022-01-02"),
            ("2022-01-01", "2022-12-30", 3, "2022-12-30"),
            ("2022-01-01", "2021-12-31", 3, "2021-12-31"),
        ] {
            let table = format!("date,kind\n{from},known_from\n{to},known_through\n");
            assert_eq!(wrong(&table), (line, TableError::Coverage(day(named))));
        }
        let beside = with("2022-10-08,work\n2024-01-01,off\n2021-12-28,off\n");
        assert_eq!(wrong(&beside), (5, TableError::NotCovered(day("2024-01-01"))));
        // The decree for the first year has the end of the year before.
        let eve = with("2021-12-31,off\n").parse::<Calendar>().unwrap();
        assert_eq!(eve.is_working(day("2021-12-31")), (false, true));
        let long = "x".repeat(1_000_000);
        assert_eq!(wrong(&with(&long)), (4, TableError::Row("x".repeat(SHOWN))));
        assert_eq!(wrong(&long), (1, TableError::Header("x".repeat(SHOWN))));
    }
}
