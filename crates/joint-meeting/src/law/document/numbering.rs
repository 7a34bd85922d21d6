//! The numbering of documents: the year for which a number counts, and the duty about gaps in a series.
//!
//! How a number is written is in `terms::number`.

use crate::{
    kernel::{
        duty::{Found, Instance, or_not_applicable},
        resolver::since,
        rule::{Duty, Rule},
        verdict::{Bearer, Verdict},
        view::View,
    },
    state::document::{NumberUse, SeriesYear},
    terms::{id::SeriesId, period::Period, time::Time},
};

/// The year by which an act is numbered.
pub(crate) fn year(at: Time) -> i32 {
    use chrono::Datelike;
    at.date().year()
}

pub(crate) const GAPS: Duty = Duty {
    rule: Rule::law(
        "number.gaps",
        "发文字号连续编排，空号列明",
        "serials follow one another, and gaps are reported",
    ),
    gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
    look: |view, _, period| {
        let years = view.state.documents.series.iter().filter(|((_, year), _)| covers(period, *year));
        let years = years.filter(|(_, used)| !used.uses.is_empty());
        or_not_applicable(years.map(|((id, year), used)| gaps(view, id, *year, used)).collect())
    },
};

fn covers(period: Period, year: i32) -> bool {
    period.years().contains(&year)
}

pub(crate) fn gaps(view: &View<'_>, id: &SeriesId, year: i32, used: &SeriesYear) -> Instance {
    let mut entries: Vec<u32> = used.uses.values().map(|it| it.allotted.no).collect();
    entries.sort_unstable();
    let (gaps, last) =
        (view.state.documents.gaps(id, year), used.uses.values().map(|it| it.allotted.at).max());
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
