//! The numbers in Chinese that headings have.
//!
//! Which headings have them stands in the templates.

/// The digits with which Chinese headings are numbered.
pub(super) const DIGITS: &str = "一二三四五六七八九十";

/// A number below a hundred in Chinese; a greater one in digits.
pub(crate) fn han(number: u32) -> String {
    let digit = |it: u32| {
        it.checked_sub(1).and_then(|it| DIGITS.chars().nth(it as usize)).map_or(String::new(), String::from)
    };
    match number {
        0..10 => digit(number),
        10..20 => format!("十{}", digit(number - 10)),
        20..100 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_counted_in_chinese() {
        let all: Vec<String> = [1, 9, 10, 11, 20, 21, 99, 100].map(han).into();
        assert_eq!(all, ["一", "九", "十", "十一", "二十", "二十一", "九十九", "100"]);
    }
}
