//! The days that are off by law in every year, whatever its decree makes of the days beside them.

use std::{str::FromStr, sync::LazyLock};

use chrono::Datelike;

use crate::terms::{
    digest::digest,
    sorted::{Map, Set},
    time::{Date, YEARS, day_after, day_before},
};

/// The law, the days that move, and from when on a decree speaks of the year before.
const TEXT: &str = include_str!("../../../data/cn-holidays.csv");

/// How the line begins that says from which day of a year on the decree for the next one may speak of it.
const NEXT_DECREE: &str = "next_decree,";

/// The law on public holidays (全国年节及纪念日放假办法).
#[derive(Debug)]
pub(super) struct HolidayLaw {
    /// In the years since it has been law.
    off: Set<Date>,
    /// Of what is written of it.
    pub(super) digest: String,
}

/// A day that is off: so many days after a day of the year, or after one that moves.
struct DayOff<'t> {
    from: i32,
    anchor: &'t str,
    days: i8,
}

impl HolidayLaw {
    /// The law as it comes with the library, read once, where it is first asked for.
    pub(super) fn known() -> &'static Self {
        #[expect(clippy::expect_used, reason = "the law is compiled in, and a test reads it")]
        static KNOWN: LazyLock<HolidayLaw> = LazyLock::new(|| TEXT.parse().expect("the law can be read"));
        &KNOWN
    }

    /// Whether the day is off by law.
    pub(super) fn is_off(&self, date: Date) -> bool {
        self.off.contains(&date)
    }
}

/// The year whose decree has the last word on a day, where it speaks of it: at the end of a year, that of the next.
pub(super) fn decree_of(date: Date) -> i32 {
    // Every table is asked for this, and few for the whole of the law.
    #[expect(clippy::expect_used, reason = "the law is compiled in, and a test reads it")]
    static NEXT: LazyLock<Date> = LazyLock::new(|| {
        let line = TEXT.lines().find_map(|it| it.strip_prefix(NEXT_DECREE));
        line.and_then(|it| of_year(*YEARS.start(), it)).expect("the law can be read")
    });
    date.year() + i32::from((date.month(), date.day()) >= (NEXT.month(), NEXT.day()))
}

/// A day such as `10-01` of the year.
fn of_year(year: i32, day: &str) -> Option<Date> {
    format!("{year:04}-{day}").parse().ok()
}

/// Lines as they are explained in the file. The error is the number of the line that is none.
impl FromStr for HolidayLaw {
    type Err = usize;

    fn from_str(csv: &str) -> Result<Self, usize> {
        let (mut days_off, mut names, mut moving) = (Vec::new(), Vec::new(), Map::new());
        let rows = csv.lines().enumerate();
        for (ix, row) in rows.filter(|(_, row)| !row.starts_with('#') && !row.starts_with(NEXT_DECREE)) {
            let cells: Vec<&str> = row.split(',').collect();
            match &cells[..] {
                ["off", from, anchor, days, _] => {
                    let from = from.parse().map_err(|_| ix + 1)?;
                    days_off.push(DayOff { from, anchor, days: days.parse().map_err(|_| ix + 1)? });
                }
                ["year", all @ ..] => names = all.to_vec(),
                [year, days @ ..] if days.len() == names.len() => {
                    let year: i32 = year.parse().map_err(|_| ix + 1)?;
                    for (name, day) in names.iter().zip(days) {
                        moving.insert((year, *name), of_year(year, day).ok_or(ix + 1)?);
                    }
                }
                _ => return Err(ix + 1),
            }
        }
        let off = YEARS.flat_map(|year| {
            let from = days_off.iter().map(|it| it.from).filter(|it| *it <= year).max();
            let (moving, days_off) = (&moving, &days_off);
            let of_that_law = days_off.iter().filter(move |it| Some(it.from) == from);
            of_that_law.filter_map(move |it| {
                let anchor = moving.get(&(year, it.anchor)).copied().or_else(|| of_year(year, it.anchor))?;
                let step = if it.days < 0 { day_before } else { day_after };
                Some((0..it.days.unsigned_abs()).fold(anchor, |date, _| step(date)))
            })
        });
        Ok(Self { off: off.collect(), digest: digest(csv.as_bytes()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(s: &str) -> Date {
        s.parse().unwrap()
    }

    #[test]
    fn the_law_that_comes_with_the_library_is_read() {
        let law = HolidayLaw::known();
        let off = |year: i32| -> Vec<String> {
            let of_year = law.off.iter().filter(|it| it.year() == year);
            of_year.map(|it| it.to_chrono().format("%m-%d").to_string()).collect()
        };
        assert_eq!(off(2024), [""; 0]);
        let of_2025 = [
            "01-01", "01-28", "01-29", "01-30", "01-31", "04-04", "05-01", "05-02", "05-31", "10-01",
            "10-02", "10-03", "10-06",
        ];
        assert_eq!(off(2025), of_2025);
        assert_eq!(off(2100).len(), 13);
        // Nothing is known of the moon, and the days that do not move stay off.
        assert_eq!(off(2101), ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]);
        for (date, decree) in [("2026-12-28", 2026), ("2026-12-29", 2027), ("2027-01-01", 2027)] {
            assert_eq!(decree_of(day(date)), decree);
        }
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        let law = "off,2025,01-01,0,x\nyear,spring\n2025,01-29\n";
        let read = |csv: &str| csv.parse::<HolidayLaw>().map(|_| ());
        assert_eq!(read(law), Ok(()));
        for (right, wrong, line) in [
            ("off,2025", "off,x", 1),
            (",0,", ",x,", 1),
            (",x\n", "\n", 1),
            ("2025,01-29", "2025,13-29", 3),
            ("2025,01-29", "2025,01-29,02-01", 3),
        ] {
            assert_eq!(read(&law.replace(right, wrong)), Err(line), "{wrong}");
        }
        // The lines of a later law stand in the place of all of an earlier one.
        let later: HolidayLaw =
            format!("{law}off,2030,spring,1,y\noff,2030,01-02,0,x\n2030,02-03\n").parse().unwrap();
        assert!(later.is_off(day("2029-01-01")) && !later.is_off(day("2030-01-01")));
        assert!(later.is_off(day("2030-01-02")) && later.is_off(day("2030-02-04")));
    }
}
