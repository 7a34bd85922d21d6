//! The lints on dates and rhythms.

use chrono::Datelike;

use crate::{
    charter::{
        readings::ReadingKey,
        settings::{SettingKey, values::Cadence},
    },
    code::lint::{Facts, Spot},
    terms::{
        period::{Period, Rhythm},
        time::Date,
    },
};

/// The settings that give a time, each with the question of how it is to be read.
const READ: &[(SettingKey, ReadingKey)] = &[
    (SettingKey::ReportDue, ReadingKey::DueDay),
    (SettingKey::PromptDays, ReadingKey::Promptly),
    (SettingKey::PlenaryCadence, ReadingKey::PlenaryCount),
    (SettingKey::ActionCadence, ReadingKey::ActionYear),
];

impl<'c> Facts<'c> {
    /// The rhythms that are fixed, each with its setting.
    pub(crate) fn cadences(&self) -> impl Iterator<Item = (SettingKey, &'c Cadence)> {
        let settings = self.settings;
        let all = [
            &settings.plenary_cadence,
            &settings.liaison_cadence,
            &settings.briefing_cadence,
            &settings.action_cadence,
            &settings.inspection_cadence,
        ];
        all.into_iter().filter_map(|it| Some((it.key(), it.fixed()?)))
    }

    /// The time for which the charter is in force, where it gives both ends.
    fn in_force(&self) -> Option<Period> {
        let to = self.settings.term.fixed().copied()?;
        Some(Period { from: self.charter.effective_from()?, to })
    }
}

pub(crate) fn date_in_no_reading(facts: &Facts<'_>) -> Vec<Spot> {
    let declared = |key: ReadingKey| facts.charter.reading(key).is_some();
    let undeclared =
        READ.iter().filter(|(setting, reading)| facts.settings.is_fixed(*setting) && !declared(*reading));
    undeclared.map(|(setting, reading)| (facts.place(*setting), reading.to_string())).collect()
}

pub(crate) fn day_only_in_leap_years(facts: &Facts<'_>) -> Vec<Spot> {
    let leap = facts.settings.report_due.fixed().is_some_and(|it| (it.month, it.day) == (2, 29));
    facts.at(SettingKey::ReportDue, leap, SettingKey::ReportDue)
}

pub(crate) fn month_out_of_range(facts: &Facts<'_>) -> Vec<Spot> {
    let bad = |it: &Cadence| it.months.iter().copied().find(|it| !(1..=12).contains(it));
    let bad = facts.cadences().filter_map(|(setting, it)| Some((setting, bad(it)?)));
    bad.map(|(setting, month)| (facts.place(setting), format!("{setting} {month}"))).collect()
}

pub(crate) fn more_than_the_most(facts: &Facts<'_>) -> Vec<Spot> {
    let wrong = facts.cadences().filter(|(_, it)| it.at_most.is_some_and(|most| it.at_least > most));
    wrong.map(|(setting, _)| (facts.place(setting), setting.to_string())).collect()
}

pub(crate) fn cadence_never_met(facts: &Facts<'_>) -> Vec<Spot> {
    // Any year will do: a month always lies in a period of the same place in the year.
    let Some(day) = Date::from_ymd_opt(2001, 1, 1) else { return Vec::new() };
    let never = |it: &Cadence| {
        let allowed = |part: &Period| {
            it.months.is_empty()
                || Rhythm::Month.across(*part).iter().any(|month| it.months.contains(&month.from.month()))
        };
        it.at_least > 0 && !it.per.across(Rhythm::Year.around(day)).iter().all(allowed)
    };
    // A month that does not exist is another finding.
    let sound = |it: &Cadence| it.months.iter().all(|it| (1..=12).contains(it));
    let found = facts.cadences().filter(|(_, it)| sound(it) && never(it));
    found.map(|(setting, _)| (facts.place(setting), setting.to_string())).collect()
}

pub(crate) fn nothing_due_in_term(facts: &Facts<'_>) -> Vec<Spot> {
    let Some(period) = facts.in_force() else { return Vec::new() };
    let years = Rhythm::Year.across(period);
    let mut found = Vec::new();
    if let Some(due) = facts.settings.report_due.fixed() {
        let days = years.iter().filter_map(|it| due.in_year(it.from.year()));
        let never = !days.into_iter().any(|it| period.contains(it));
        found.extend(facts.at(SettingKey::ReportDue, never, SettingKey::ReportDue));
    }
    for (setting, cadence) in facts.cadences().filter(|(_, it)| !it.months.is_empty()) {
        let months = Rhythm::Month.across(period);
        let never = !months.iter().any(|it| cadence.months.contains(&it.from.month()));
        found.extend(facts.at(setting, never, setting));
    }
    found
}
