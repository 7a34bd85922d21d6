//! The looking over of duties with a rhythm: so many times in each month, quarter or year, more in key periods.

use chrono::Datelike;

use crate::{
    charter::settings::values::Cadence,
    kernel::{
        due::Due,
        duty::{Found, Instance},
        finding::Finding,
        verdict::{Bearer, Verdict},
        view::View,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        order,
        period::{Period, Rhythm},
        time::{Date, Time},
    },
};

/// The verdicts that a duty with a rhythm can give where the charter may be silent on the rhythm and a reading is asked.
pub(crate) const BY_CADENCE: &[Verdict] = &[
    Verdict::Met,
    Verdict::NotDue,
    Verdict::Unmet,
    Verdict::Disputed,
    Verdict::Silent,
    Verdict::NotJudged,
    Verdict::NotApplicable,
];

/// A duty to do something so many times in each period of a rhythm: one instance for each period that ends for the duty
/// within the period looked over, and one more for each period of the closer rhythm that a key period touches. Where none
/// ends, the duty has nothing to judge.
///
/// `done` gives what counts, in any order.
pub(crate) fn by_cadence(
    view: &View<'_>,
    bearer: &Bearer,
    cadence: &Cadence,
    period: Period,
    done: &[Deed],
    fulfilled_by: &'static [ActKind],
) -> Vec<Instance> {
    let instance = |part: Period, at_least: u16, months: &[u32]| {
        let found = counted(part.since(view.bound).unwrap_or(part), at_least, months, done);
        let due = Due::on(view, last_day(months, part));
        Instance::new(bearer.clone(), found).since(part.from).due(Some(due)).fulfilled_by(fulfilled_by)
    };
    let ends = |part: &Period, months: &[u32]| period.contains(last_day(months, *part));
    let parts = cadence.per.across(period).into_iter().filter(|it| ends(it, &cadence.months));
    let mut all: Vec<Instance> =
        parts.map(|part| instance(part, cadence.at_least, &cadence.months).about(part.from)).collect();
    if let Some(key) = &cadence.in_key_period {
        let in_key = |it: &Period| view.state.meetings().in_key_period(*it) && ends(it, &[]);
        let parts = key.per.across(period).into_iter().filter(in_key);
        let closer =
            |it: Period| instance(it, key.at_least, &[]).about(format_args!("{}/{}", it.from, it.to));
        all.extend(parts.map(closer));
    }
    if all.is_empty() {
        all.push(Instance::elsewhere(bearer.clone()));
    }
    all
}

/// Whether enough of what was done in a part of the period lies in the allowed months.
fn counted(part: Period, at_least: u16, months: &[u32], done: &[Deed]) -> Found {
    let fits = |at: Time| part.contains(at.date()) && is_allowed(months, at.date());
    let mut counted: Vec<Deed> = done.iter().filter(|it| fits(it.at)).copied().collect();
    order::sort(&mut counted);
    let entries: Vec<u32> = counted.iter().map(|it| it.no).collect();
    match counted.get(usize::from(at_least).saturating_sub(1)) {
        _ if at_least == 0 => Found::NotJudged { entries },
        Some(Deed { at, .. }) => Found::Done { at: *at, entries },
        None => {
            let have = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            Found::Open { finding: Finding::TooFew { have, need: at_least.into() }, entries }
        }
    }
}

fn is_allowed(months: &[u32], date: Date) -> bool {
    months.is_empty() || months.contains(&date.month())
}

/// The last day of a period on which something counts: the end of its last allowed month.
fn last_day(months: &[u32], part: Period) -> Date {
    let allowed = Rhythm::Month.across(part).into_iter().filter(|it| is_allowed(months, it.from));
    allowed.map(|it| it.to.min(part.to)).next_back().unwrap_or(part.to)
}
