//! The rows about the number of a document.

use chrono::Datelike;
use joint_meeting::{number::DocumentNumber, sorted::Set, words::DocumentKind};

use super::{
    case::{PaperCase, RowFound, fine_if, not_applicable, not_judged, unless},
    finding::PaperVerdict,
};

/// The row `DOC-5`.
pub(super) fn form(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || it.is(DocumentKind::Order) {
        return not_applicable();
    }
    let Some(number) = &it.paper.number else { return unless(["number"]) };
    let dated = it.paper.signature.as_ref().map(|it| it.on.year());
    match (number.parse::<DocumentNumber>(), dated) {
        (Ok(parsed), Some(year)) if parsed.year() != year => unless([format!("{number} ≠ {year}")]),
        (parsed, _) => fine_if(parsed.is_ok(), number),
    }
}

/// The row `DOC-6`.
pub(super) fn of_order(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || !it.is(DocumentKind::Order) {
        return not_applicable();
    }
    let Some(number) = &it.paper.number else { return unless(["number"]) };
    let serial = number.strip_prefix('第').and_then(|it| it.strip_suffix('号'));
    let is_serial = |it: &str| it.parse::<u32>().is_ok_and(|serial| serial > 0 && serial.to_string() == it);
    fine_if(serial.is_some_and(is_serial) || number.parse::<DocumentNumber>().is_ok(), number)
}

/// The row `DOC-7`.
pub(super) fn unique(it: &PaperCase<'_>) -> RowFound {
    let number = it.paper.number.as_ref().and_then(|it| it.parse::<DocumentNumber>().ok());
    let (true, Some(number)) = (it.is_formal(), number) else { return not_applicable() };
    let Some(others) = &it.known.other_numbers else { return not_judged(["other_numbers"]) };
    let others: Vec<DocumentNumber> = others.iter().filter_map(|it| it.parse().ok()).collect();
    if others.contains(&number) {
        return unless([number]);
    }
    let of_series = others.iter().filter(|it| (it.code(), it.year()) == (number.code(), number.year()));
    let known: Set<u32> = of_series.map(DocumentNumber::serial).collect();
    let first = known.first().copied().unwrap_or(number.serial());
    let gaps = (first..number.serial()).filter(|it| !known.contains(it));
    let gaps = gaps.filter_map(|it| DocumentNumber::new(number.code(), number.year(), it).ok());
    RowFound { verdict: PaperVerdict::Fine, found: gaps.map(|it| it.to_string()).collect() }
}

/// The row `DOC-12`.
pub(super) fn of_sponsor(it: &PaperCase<'_>) -> RowFound {
    let (true, Some(number)) = (it.is_joint(), &it.paper.number) else { return not_applicable() };
    if number.matches('〔').count() > 1 || number.matches('号').count() > 1 {
        return unless([number]);
    }
    match (&it.known.codes, number.parse::<DocumentNumber>()) {
        (Some(codes), Ok(parsed)) => fine_if(codes.iter().any(|it| it == parsed.code()), number),
        _ => not_judged([number]),
    }
}
