//! The numbering of documents: the year for which a number counts, guards of acts that give numbers out, gaps in a series.
//!
//! How a number is written is in `terms::number`.

use crate::{
    charter::settings::{SettingKey, values::Series},
    kernel::{
        act::ActType,
        duty::{Found, Instance, or_not_applicable},
        finding::Finding,
        resolver::since,
        rule::{Duty, Guard, Rule, ensure},
        verdict::{Bearer, Verdict},
        view::{Case, View},
    },
    law::document::allot_number::AllotNumber,
    state::document::{NumberUse, SeriesYear},
    terms::{
        id::SeriesId,
        number::{DocumentNumber, SERIAL_MAX},
        order,
        period::Period,
        time::Time,
        words::Carrier,
    },
};

/// The year by which an act is numbered.
pub(crate) fn year(at: Time) -> i32 {
    use chrono::Datelike;
    at.date().year()
}

/// An act that gives a number out.
pub(crate) trait Numbering: ActType {
    /// The series from which it is taken, if one is.
    fn series<'c>(case: &'c Case<'_, Self>) -> Option<&'c Series>;

    /// The serial that is asked for.
    fn serial(&self) -> Option<u32>;
}

impl Numbering for AllotNumber {
    fn series<'c>(case: &'c Case<'_, Self>) -> Option<&'c Series> {
        Some(case.names.1)
    }

    fn serial(&self) -> Option<u32> {
        self.serial
    }
}

/// The numbers of the series used in the year of the act.
fn used<'c, A: Numbering>(case: &'c Case<'_, A>, series: &Series) -> Option<&'c SeriesYear> {
    case.state.documents().series.get(&(series.id.clone(), year(case.at)))
}

/// The serial given, or the next one.
fn serial<A: Numbering>(case: &Case<'_, A>, series: &Series) -> u32 {
    let next = || used(case, series).map_or(0, SeriesYear::last).saturating_add(1);
    case.act.serial().unwrap_or_else(next)
}

/// The number that the act gives out, if it gives one.
pub(crate) fn number<A: Numbering>(case: &Case<'_, A>) -> Option<DocumentNumber> {
    let series = A::series(case)?;
    DocumentNumber::new(series.code.as_str(), year(case.at), serial(case, series)).ok()
}

/// The guard that the series is one of the lead unit, where documents go out under its letterhead or number.
pub(crate) const fn in_a_series_of_the_lead<A: Numbering>() -> Guard<A> {
    Guard {
        rule: Rule::law(
            "number.in_a_series_of_the_lead",
            "使用牵头单位的发文字号",
            "the number is of a series of the lead unit, or of the body where it issues in its own name",
        )
        .needs(&[SettingKey::Series, SettingKey::Carrier, SettingKey::LeadUnits]),
        check: |it| {
            let Some(Series { unit, .. }) = A::series(it) else { return Ok(()) };
            let lead = it.settings().lead_units.fixed().map_or(&[][..], |it| it);
            let of_the_lead =
                matches!(it.settings().carrier_in_effect(), Some(Carrier::LeadUnit | Carrier::Joint));
            let fits = match it.settings().sponsor.fixed() {
                Some(sponsor) => sponsor == unit,
                None => lead.is_empty() || lead.contains(unit),
            };
            ensure(!of_the_lead || fits, || Finding::StrangeUnits { units: vec![unit.clone()] })
        },
    }
}

/// The guard that the number can be written down.
pub(crate) const fn well_formed<A: Numbering>() -> Guard<A> {
    Guard {
        rule: Rule::always(
            "number.is_well_formed",
            "发文字号由机关代字、年份、序号组成",
            "the number has an organ code, a year and a serial",
        ),
        check: |it| {
            let Some(series) = A::series(it) else { return Ok(()) };
            ensure(number(it).is_some(), || Finding::NotAllowed {
                value: serial(it, series).to_string(),
                allowed: vec![format!("1-{SERIAL_MAX}")],
            })
        },
    }
}

/// The rule that a number is given once.
pub(crate) const NUMBER_IS_FREE: &str = "number.is_next_or_unused";

/// The guard that the serial was not taken before.
pub(crate) const fn next_or_unused<A: Numbering>() -> Guard<A> {
    Guard {
        rule: Rule::always(
            NUMBER_IS_FREE,
            "该序号当年未用过，也未作废，不是制度本身的文号",
            "the serial is the next of the year, or one that was never allotted and that no charter bears",
        ),
        check: |it| {
            let Some(series) = A::series(it) else { return Ok(()) };
            let serial = serial(it, series);
            ensure(!used(it, series).is_some_and(|it| it.is_taken(serial)), || Finding::Unwanted {
                what: vec![serial.to_string()],
            })
        },
    }
}

pub(crate) const GAPS: Duty = Duty {
    rule: Rule::law(
        "number.gaps",
        "发文字号连续编排，空号列明",
        "serials follow one another, and gaps are reported",
    ),
    gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
    look: |view, _, period| {
        let years = view.state.documents().series.iter().filter(|((_, year), _)| covers(period, *year));
        let years = years.filter(|(_, used)| !used.uses.is_empty());
        or_not_applicable(years.map(|((id, year), used)| gaps(view, id, *year, used)).collect())
    },
};

fn covers(period: Period, year: i32) -> bool {
    period.years().contains(&year)
}

pub(crate) fn gaps(view: &View<'_>, id: &SeriesId, year: i32, used: &SeriesYear) -> Instance {
    let mut entries: Vec<u32> = used.uses.values().map(|it| it.allotted.no).collect();
    order::sort(&mut entries);
    let (gaps, last) =
        (view.state.documents().gaps(id, year), used.uses.values().map(|it| it.allotted.at).max());
    let (about, found) = match last {
        Some(at) if gaps.is_empty() => (format!("{id} {year}"), Found::Done { at, entries }),
        _ => (format!("{id} {year}: {}", ranges(&gaps)), Found::NotJudged { entries }),
    };
    Instance::new(Bearer::Body, found).about(about)
}

/// The serials with runs written short: `1-3, 7` for 1, 2, 3 and 7.
fn ranges(serials: &[u32]) -> String {
    let runs = serials.chunk_by(|a, b| a + 1 == *b);
    let run = |it: &[u32]| match it {
        [one] => one.to_string(),
        [first, .., last] => format!("{first}-{last}"),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

since! { NumberUse(allotted.at); }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_serials_are_written_short() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "1-3, 7, 9-10");
    }
}
