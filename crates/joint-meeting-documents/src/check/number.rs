//! The rows about the number of a document: of the usual form, and of the forms that kinds of their own have.

use chrono::Datelike;
use joint_meeting::{number::DocumentNumber, sorted::Set, words::DocumentKind};

use super::{
    case::{PaperCase, RowFound, fine_if, not_applicable, not_judged, unless},
    finding::PaperVerdict,
};

/// The row `DOC-5`.
pub(super) fn form(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || has_form_of_its_own(it) {
        return not_applicable();
    }
    let Some(number) = &it.paper.number else { return without(it) };
    let dated = it.paper.signature.as_ref().map(|it| it.on.year());
    match (number.parse::<DocumentNumber>(), dated) {
        (Ok(parsed), Some(year)) if parsed.year() != year => unless([format!("{number} ≠ {year}")]),
        (parsed, _) => fine_if(parsed.is_ok(), number),
    }
}

/// The row `DOC-6`.
pub(super) fn of_order(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || !has_form_of_its_own(it) {
        return not_applicable();
    }
    let Some(number) = &it.paper.number else { return without(it) };
    let usual = number.parse::<DocumentNumber>().ok().map(|it| it.year());
    let year = usual.map(Some).or_else(|| NumberOfKind::read(number).map(|it| it.year));
    let dated = it.paper.signature.as_ref().map(|it| it.on.year());
    match (year, dated) {
        (Some(Some(year)), Some(dated)) if year != dated => unless([format!("{number} ≠ {dated}")]),
        (year, _) => fine_if(year.is_some(), number),
    }
}

/// What is said of a document without a number: nothing, where its path gives it none.
fn without(it: &PaperCase<'_>) -> RowFound {
    match it.known.numbered {
        Some(false) => not_applicable(),
        None | Some(true) => unless(["number"]),
    }
}

/// Whether its number has a form of its own: that of an order always, that of what speaks to all where it has 第.
fn has_form_of_its_own(it: &PaperCase<'_>) -> bool {
    use DocumentKind::{Announcement, Communique, Order, PublicNotice};
    match it.paper.kind {
        Some(Order) => true,
        Some(Announcement | PublicNotice | Communique) => {
            it.paper.number.as_ref().is_some_and(|it| it.contains('第'))
        }
        _ => false,
    }
}

/// A number with 第: `第5号`, `2024年第12号`, `某局令〔2024〕第1号`.
struct NumberOfKind<'n> {
    /// What stands before the year, if anything does.
    code: &'n str,
    year: Option<i32>,
}

impl<'n> NumberOfKind<'n> {
    fn read(number: &'n str) -> Option<Self> {
        let (before, serial) = number.strip_suffix('号')?.rsplit_once('第')?;
        let plain =
            |it: &str| it.parse::<u32>().ok().filter(|number| *number > 0 && number.to_string() == it);
        plain(serial)?;
        let year = |it: &str| plain(it).filter(|_| it.len() == 4).and_then(|it| i32::try_from(it).ok());
        if before.is_empty() {
            return Some(Self { code: "", year: None });
        }
        if let Some(before) = before.strip_suffix('年') {
            return Some(Self { code: "", year: Some(year(before)?) });
        }
        let (code, before) = before.strip_suffix('〕')?.split_once('〔')?;
        // What stands before the year is that of a usual number.
        DocumentNumber::new(code, year(before)?, 1).ok()?;
        Some(Self { code, year: year(before) })
    }
}

/// The row `DOC-7`.
pub(super) fn unique(it: &PaperCase<'_>) -> RowFound {
    let (true, Some(number)) = (it.is_formal(), &it.paper.number) else { return not_applicable() };
    let of_kind = NumberOfKind::read(number).filter(|_| has_form_of_its_own(it));
    let parsed = number.parse::<DocumentNumber>().ok();
    if of_kind.is_none() && parsed.is_none() {
        return not_applicable();
    }
    let Some(others) = &it.known.other_numbers else { return not_judged(["other_numbers"]) };
    let Some(number) = parsed else {
        let taken = others.contains(number);
        // Without a code before it, it may be that of another kind.
        let same_series = of_kind.is_some_and(|it| !it.code.is_empty());
        return if taken && !same_series { not_judged([number]) } else { fine_if(!taken, number) };
    };
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
