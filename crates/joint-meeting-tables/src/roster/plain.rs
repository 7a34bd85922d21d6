//! What is only another way to write something: full width and half width, spaces, letters large and small; and days in words.

use joint_meeting::{
    chrono::{Days, NaiveDate},
    time::Date,
};

use crate::read::grid::SheetCell;

/// A word without what is only another way to write it, to be compared.
pub(super) fn plain(text: &str) -> String {
    let text = text.chars().filter(|it| !it.is_whitespace() && !is_invisible(*it)).map(half_width);
    let text: String = text.flat_map(char::to_lowercase).collect();
    text.trim_matches([':', '*', '.', '。', '、']).to_owned()
}

/// A name as it is kept: without spaces around it and, in Chinese, without those that only spread it.
pub(super) fn name(text: &str) -> String {
    let visible: String = text.chars().filter(|it| !is_invisible(*it)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    let is_chinese = visible.chars().all(|it| it.is_whitespace() || !it.is_ascii());
    words.join(if is_chinese { "" } else { " " })
}

fn is_invisible(it: char) -> bool {
    matches!(it, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' | '\u{AD}' | '\u{202A}'..='\u{202E}')
}

fn half_width(it: char) -> char {
    match it {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(it) - 0xFEE0).unwrap_or(it),
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        _ => it,
    }
}

/// The day that a cell means: a day of the spreadsheet, a number that counts days, or a text such as 2022年5月9日, 2022-05-09,
/// 2022/5/9, 2022.5.9 or 20220509.
pub(super) fn day(cell: &SheetCell, from_1904: bool) -> Option<Date> {
    match cell {
        SheetCell::Day(it) => Date::try_from(*it).ok(),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is looked at before")]
        SheetCell::Number(it) if *it >= 1.0 && *it <= 99_999_999.0 && it.fract() == 0.0 => {
            let number = *it as u64;
            match number > 10_000_000 {
                true => digits(&number.to_string()),
                false => counted(number, from_1904),
            }
        }
        SheetCell::Text(it) => written(it),
        _ => None,
    }
}

/// A day by its number. The old reckoning knows a 29 February 1900, after which all days that are read here lie.
fn counted(number: u64, from_1904: bool) -> Option<Date> {
    let first = match from_1904 {
        true => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        false => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    Date::try_from(first.checked_add_days(Days::new(number))?).ok()
}

fn digits(it: &str) -> Option<Date> {
    let part = |range: std::ops::Range<usize>| it.get(range)?.parse::<u32>().ok();
    if it.len() != 8 || !it.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    Date::from_ymd_opt(i32::try_from(part(0..4)?).ok()?, part(4..6)?, part(6..8)?)
}

fn written(text: &str) -> Option<Date> {
    let text: String = text.trim().chars().filter(|it| !is_invisible(*it)).map(half_width).collect();
    if let Some(day) = digits(&text) {
        return Some(day);
    }
    // A time of the day may stand behind it.
    let day = match text.contains('年') {
        true => text.split_whitespace().collect::<String>(),
        false => text.split([' ', 'T']).next().unwrap_or_default().to_owned(),
    };
    let day = day.split_once('日').map_or(day.as_str(), |(day, _)| day);
    let parts: Vec<&str> = day.split(['-', '/', '.', '年', '月', '—', '–']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let number = |it: &str| it.parse::<u32>().ok().filter(|_| it.len() <= 4);
    Date::from_ymd_opt(
        i32::try_from(number(year).filter(|it| *it >= 1000)?).ok()?,
        number(month)?,
        number(day)?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let expected: Date = "2022-05-09".parse().unwrap();
        for text in [
            "2022-05-09",
            "2022/5/9",
            "2022.5.9",
            " 2022年5月9日 ",
            "2022年 05月 09日",
            "２０２２－０５－０９",
            "20220509",
            "2022-05-09 00:00:00",
            "2022-05-09T00:00:00",
            "2022年5月9日上午",
        ] {
            assert_eq!(day(&text.into(), false), Some(expected), "{text}");
        }
        assert_eq!(day(&SheetCell::Number(44_690.0), false), Some(expected));
        assert_eq!(day(&SheetCell::Number(43_228.0), true), Some(expected));
        assert_eq!(day(&SheetCell::Number(20_220_509.0), false), Some(expected));
        assert_eq!(day(&SheetCell::Day(expected.to_chrono()), false), Some(expected));
        for text in ["", "5月9日", "2022-13-01", "2022-02-30", "22-5-9", "1890-01-01", "2022-05-09-1", "甲"]
        {
            assert_eq!(day(&text.into(), false), None, "{text}");
        }
        for number in [0.0, -1.0, 0.5, 44_690.5, f64::NAN, f64::INFINITY, 1e300, 5.0] {
            assert_eq!(day(&SheetCell::Number(number), false), None, "{number}");
        }
    }

    #[test]
    fn spelling_does_not_count() {
        assert_eq!(plain(" 单 位："), plain("单位"));
        assert_eq!(plain("ＵＮＩＴ"), plain("unit"));
        assert_eq!(plain("成员（分管）"), plain("成员(分管)"));
        assert_eq!(name(" 甲\u{3000}乙 "), "甲乙");
        assert_eq!(name("  Head  One "), "Head One");
    }
}
