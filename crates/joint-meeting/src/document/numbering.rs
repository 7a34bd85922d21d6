//! Numbers of documents: allotted in a series and year, voided, never used twice.
//!
//! How a number is written is in `number`.

use std::collections::BTreeMap;

use super::{
    Allotment, Minutes, OnMinutes, approved, consented, countersigned, on_the_path, on_the_path_in_force,
};
use crate::{
    act::ActKind,
    act::ActType,
    act::Resolver,
    act::since,
    act::some_text,
    charter::{
        Charter, SettingKey,
        settings::{Carrier, Role, Series, Step},
    },
    deed::{Deed, Stamp},
    duty::{Found, Instance, or_not_applicable},
    entry::Outcome,
    id::{DocumentId, MinutesId, SeriesId, Text},
    law::{self, MatterRef},
    membership::by_office,
    number::{DocumentNumber, SERIAL_MAX},
    record::record,
    refusal::{Finding, Standing},
    rule::{Ask, Case, Duty, Guard, Rule, View, ensure, remedy},
    state::State,
    time::{Period, Time},
    verdict::{Bearer, Verdict},
};

record! {
    /// Allots a document number to minutes (编号).
    pub struct AllotNumber {
        /// The minutes.
        pub minutes: MinutesId,
        /// The series.
        pub series: SeriesId,
        /// The serial; if not given, the one after the last of the year.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub serial: Option<u32>,
    }

    /// Voids a number (作废): it is never used again.
    pub struct VoidNumber {
        /// The series.
        pub series: SeriesId,
        /// The year of the number.
        pub year: i32,
        /// The serial.
        pub serial: u32,
        /// Why.
        pub reason: Text,
    }
}

/// The year by which an act is numbered.
pub(super) fn year(at: Time) -> i32 {
    use chrono::Datelike;
    at.date().year()
}

impl AllotNumber {
    /// The serial given, or the next one.
    fn serial(&self, ask: &Ask<'_>) -> u32 {
        let used = ask.state.documents.series.get(&(self.series.clone(), year(ask.at)));
        self.serial.unwrap_or_else(|| used.map_or(0, SeriesYear::last).saturating_add(1))
    }

    fn number(case: &Case<'_, Self>) -> Option<DocumentNumber> {
        let serial = case.act.serial(case);
        DocumentNumber::new(case.names.1.code.as_str(), year(case.at), serial).ok()
    }
}

impl OnMinutes for AllotNumber {
    const STEP: Step = Step::Number;
    fn minutes<'c>(case: &'c Case<'_, Self>) -> &'c Minutes {
        case.names.0
    }
}

impl ActType for AllotNumber {
    type Names<'s> = (&'s Minutes, &'s Series);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        on_the_path(),
        on_the_path_in_force(),
        consented(),
        countersigned(),
        approved(),
        Guard {
            rule: Rule::law(
                "number.in_a_series_of_the_lead",
                "使用牵头单位的发文字号",
                "the number is of a series of the lead unit, or of the body where it issues in its own name",
            )
            .needs(&[SettingKey::Series, SettingKey::Carrier, SettingKey::LeadUnits]),
            check: |it| {
                let lead = it.settings().lead_units.fixed().map_or(&[][..], |it| it);
                let of_the_lead =
                    matches!(it.settings().carrier.fixed(), Some(Carrier::LeadUnit | Carrier::Joint));
                let unit = &it.names.1.unit;
                ensure(!of_the_lead || lead.is_empty() || lead.contains(unit), || Finding::StrangeUnits {
                    units: vec![unit.clone()],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "number.is_well_formed",
                "发文字号由机关代字、年份、序号组成",
                "the number has an organ code, a year and a serial",
            ),
            check: |it| {
                ensure(Self::number(it).is_some(), || Finding::NotAllowed {
                    value: it.act.serial(it).to_string(),
                    allowed: vec![format!("1-{SERIAL_MAX}")],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "number.is_next_or_unused",
                "该序号当年未用过，也未作废",
                "the serial is the next of the year, or one that was never allotted",
            ),
            check: |it| {
                let serial = it.act.serial(it);
                let used = it.state.documents.series.get(&(it.act.series.clone(), year(it.at)));
                let used = used.is_some_and(|it| it.uses.contains_key(&serial));
                ensure(!used, || Finding::Unwanted { what: vec![serial.to_string()] })
            },
        },
        Guard {
            rule: Rule::always("minutes.have_no_number", "该纪要尚无编号", "the minutes have no number yet")
                .cured_by(&[remedy(ActKind::VoidNumber, &[Role::Office])]),
            check: |it| {
                let number = &it.names.0.number;
                ensure(number.is_none(), || Finding::Unwanted {
                    what: number.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["serial"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        law::of_minutes(&self.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let charter = names.charter;
        let minutes = names.known(&self.minutes);
        let series = charter.settings().series.fixed().into_iter().flatten().find(|it| it.id == self.series);
        if series.is_none() {
            names.unknown(&self.series);
        }
        Some((minutes?, series?))
    }

    fn since((minutes, _): &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        Self::number(case).map_or(Outcome::None, |number| Outcome::Numbered { number })
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Numbered { number } = outcome else { return };
        let allotted = stamp.deed();
        let series = state.documents.series.entry((self.series.clone(), number.year())).or_default();
        let holder = NumberUse { minutes: self.minutes.clone(), allotted, fate: Fate::Allotted };
        series.uses.insert(number.serial(), holder);
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            minutes.number = Some(number.clone());
            minutes.allotment = Some(Allotment { series: self.series.clone(), allotted });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = &ask.state.documents;
        let live = documents.live.iter().filter_map(|it| documents.minutes.get_key_value(it));
        let waits = |it: &Minutes| it.number.is_none() && it.steps.contains(&Step::Number);
        let series = ask.settings().series.fixed().map_or(&[][..], |it| it);
        live.filter(|(_, it)| waits(it))
            .flat_map(|(id, _)| {
                series.iter().map(|it| Self { minutes: id.clone(), series: it.id.clone(), serial: None })
            })
            .collect()
    }
}

impl ActType for VoidNumber {
    type Names<'s> = Option<&'s NumberUse>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("number.is_allotted", "该号已经编出，未作废", "the number is in use"),
            check: |it| {
                let is = match it.names.map(|it| &it.fate) {
                    None => Standing::Unused,
                    Some(Fate::Voided(_)) => Standing::Voided,
                    Some(Fate::Allotted | Fate::Issued(_)) => return Ok(()),
                };
                Err(Finding::state(is, &[Standing::Allotted]))
            },
        },
        Guard {
            rule: Rule::always(
                "number.is_not_issued",
                "该号的文件尚未印发",
                "no document has been issued under the number",
            ),
            check: |it| match it.names.map(|it| &it.fate) {
                Some(Fate::Issued(_)) => Err(Finding::state(Standing::Issued, &[Standing::NotIssued])),
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    /// A number belongs to the minutes to which it was allotted, and with them to their meeting.
    fn matter(&self, state: &State) -> Option<MatterRef> {
        let used = state.documents.series.get(&(self.series.clone(), self.year))?;
        law::of_minutes(&used.uses.get(&self.serial)?.minutes, state)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let (state, charter) = (names.state, names.charter);
        let mut series = charter.settings().series.fixed().into_iter().flatten();
        let used = state.documents.series.get(&(self.series.clone(), self.year));
        // A series of an earlier version of the charter can still be voided from.
        if used.is_none() && !series.any(|it| it.id == self.series) {
            names.unknown(&self.series);
        }
        Some(used.and_then(|it| it.uses.get(&self.serial)))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let series = state.documents.series.get_mut(&(self.series.clone(), self.year));
        let Some(holder) = series.and_then(|it| it.uses.get_mut(&self.serial)) else { return };
        holder.fate = Fate::Voided(stamp.no);
        let minutes = holder.minutes.clone();
        if let Some(minutes) = state.minutes_mut(&minutes, stamp.at) {
            minutes.number = None;
            minutes.allotment = None;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = &ask.state.documents;
        let live = documents.live.iter().filter_map(|it| documents.minutes.get(it));
        let void = |minutes: &Minutes| {
            let (allotment, number) = (minutes.allotment.as_ref()?, minutes.number.as_ref()?);
            let (year, serial) = (number.year(), number.serial());
            Some(Self { series: allotment.series.clone(), year, serial, reason: some_text()? })
        };
        live.filter_map(void).collect()
    }
}

pub(super) const GAPS: Duty = Duty {
    rule: Rule::law(
        "number.gaps",
        "发文字号连续编排，空号列明",
        "serials follow one another, and gaps are reported",
    ),
    gives: &[Verdict::Met, Verdict::NotJudged, Verdict::NotApplicable],
    look: |view, _, period| {
        let years = view.state.documents.series.iter().filter(|((_, year), _)| covers(period, *year));
        or_not_applicable(years.map(|((id, year), used)| gaps(view, id, *year, used)).collect())
    },
};

fn covers(period: Period, year: i32) -> bool {
    period.years().contains(&year)
}

fn gaps(view: &View<'_>, id: &SeriesId, year: i32, used: &SeriesYear) -> Instance {
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

/// `1-3, 7` of 1, 2, 3, 7.
fn ranges(serials: &[u32]) -> String {
    let runs = serials.chunk_by(|a, b| a + 1 == *b);
    let run = |it: &[u32]| match it {
        [one] => one.to_string(),
        [first, .., last] => format!("{first}-{last}"),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

/// What became of a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Fate {
    Allotted,
    /// By this entry.
    Voided(u32),
    Issued(DocumentId),
}

/// A number in use.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct NumberUse {
    pub(crate) minutes: MinutesId,
    pub(crate) allotted: Deed,
    pub(crate) fate: Fate,
}

since! { NumberUse(allotted.at); }

/// The numbers of a series used in a year, voided ones among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct SeriesYear {
    pub(crate) uses: BTreeMap<u32, NumberUse>,
}

impl SeriesYear {
    /// The highest serial, or none.
    pub(crate) fn last(&self) -> u32 {
        self.uses.last_key_value().map_or(0, |(serial, _)| *serial)
    }

    /// The serials below the last one that were never allotted.
    pub(crate) fn gaps(&self) -> Vec<u32> {
        (1..self.last()).filter(|it| !self.uses.contains_key(it)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_serials_are_written_short() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "1-3, 7, 9-10");
    }
}
