//! What a duty finds when it looks over a period, and the one place where a finding becomes a verdict.
//!
//! The duties themselves live beside their concepts. `audit` and `obligation` both read from here, so that
//! what is owed and what was kept can never disagree.

use chrono::Datelike;

use crate::{
    act::ActKind,
    charter::{Charter, Reading, ReadingKey, Role, readings::DueDay, settings::Cadence},
    deed::Deed,
    id::UnitId,
    law::{self, MatterRef},
    refusal::Finding,
    rule::{Duty, View},
    time::{Calendar, Date, MonthDay, Period, Reckoned, Rhythm, Time, day_before},
    verdict::{Bearer, Due, ReadingUse, Reckoning, Verdict},
};

/// Every duty.
pub(crate) fn all() -> impl Iterator<Item = &'static Duty> {
    const LISTS: &[&[Duty]] = &[
        crate::membership::DUTIES,
        crate::meeting::DUTIES,
        crate::decision::DUTIES,
        crate::document::DUTIES,
        crate::assignment::DUTIES,
        crate::action::DUTIES,
        crate::function::DUTIES,
        crate::register::DUTIES,
        crate::report::DUTIES,
        crate::nesting::DUTIES,
    ];
    LISTS.iter().copied().flatten()
}

/// One thing owed by one bearer, as far as the facts go.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub(crate) bearer: Bearer,
    /// To whom it is owed.
    pub(crate) to: Option<Role>,
    /// What it is about, where one bearer can owe several.
    pub(crate) subject: Option<String>,
    pub(crate) due: Option<Due>,
    /// Whether the charter names no date: until it is done, the verdict is that the charter is silent.
    pub(crate) undated: bool,
    pub(crate) found: Found,
    /// The first day on which it was owed, where it is owed for a time.
    pub(crate) since: Option<Date>,
    /// The matter it belongs to.
    pub(crate) matter: Option<MatterRef>,
    /// The day of the facts, where neither the deed nor the due date gives it.
    pub(crate) day: Option<Date>,
    /// The acts that would fulfil it.
    pub(crate) fulfilled_by: &'static [ActKind],
}

/// What the facts say.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// Done, at a time, shown by these entries.
    Done { at: Time, entries: Vec<u32> },
    /// Not done, or not whole. Without a due date it is owed at once.
    Open { finding: Finding, entries: Vec<u32> },
    /// Not done, and what will make it due has not come about.
    Waiting { finding: Finding, entries: Vec<u32> },
    /// Broken, whatever the date.
    Broken { finding: Finding, entries: Vec<u32> },
    /// The charter gives nothing to judge by; the entries show what was done.
    Silent { entries: Vec<u32> },
    /// There is nothing it applies to.
    NotApplicable,
    /// There is something to show, but nothing by which to judge.
    NotJudged { entries: Vec<u32> },
}

impl Found {
    /// Done, or open with a finding.
    pub(crate) fn done_or(done: Option<Deed>, finding: impl FnOnce() -> Finding) -> Self {
        match done {
            Some(Deed { at, no }) => Self::Done { at, entries: vec![no] },
            None => Self::Open { finding: finding(), entries: Vec::new() },
        }
    }

    /// Done by the charter's adoption itself.
    pub(crate) fn since_founding(view: &View<'_>) -> Self {
        match view.state.founding.adopted {
            Some(Deed { at, no }) => Self::Done { at, entries: vec![no] },
            None => Self::NotApplicable,
        }
    }
}

impl Instance {
    pub(crate) fn new(bearer: Bearer, found: Found) -> Self {
        Self {
            bearer,
            to: None,
            subject: None,
            due: None,
            undated: false,
            found,
            since: None,
            matter: None,
            day: None,
            fulfilled_by: &[],
        }
    }

    pub(crate) fn of_unit(unit: &UnitId, found: Found) -> Self {
        Self::new(Bearer::Unit { unit: unit.clone() }, found)
    }

    pub(crate) fn of_role(role: Role, found: Found) -> Self {
        Self::new(Bearer::Role { role }, found)
    }

    pub(crate) fn about(self, subject: impl ToString) -> Self {
        Self { subject: Some(subject.to_string()), ..self }
    }

    pub(crate) fn due(self, due: Option<Due>) -> Self {
        Self { due, ..self }
    }

    /// The charter names no date by which it must be done.
    pub(crate) fn undated(self) -> Self {
        Self { undated: true, ..self }
    }

    /// It was owed from a day on.
    pub(crate) fn since(self, since: Date) -> Self {
        Self { since: Some(since), ..self }
    }

    /// It belongs to a matter, and was owed from its beginning.
    pub(crate) fn part_of(self, matter: Option<MatterRef>) -> Self {
        Self { matter, ..self }
    }

    /// Its facts are those of a day.
    pub(crate) fn on_day(self, day: Option<Date>) -> Self {
        Self { day, ..self }
    }

    /// The versions of the charter that judge it; empty for what is no more than a word about the whole period.
    ///
    /// What is neither owed for a time nor part of a matter is how things stand, and is judged on the last day.
    pub(crate) fn versions(&self, view: &View<'_>, period: Period, on: Date) -> Vec<u32> {
        let stands = self.since.is_none() && self.matter.is_none() && self.due.is_none();
        let day = match (&self.found, &self.due, self.day) {
            (Found::NotApplicable | Found::Silent { .. } | Found::NotJudged { .. }, None, None) if stands => {
                return Vec::new();
            }
            (_, _, Some(day)) => day,
            (Found::Done { at, .. }, _, None) if !stands => at.date(),
            (_, Some(due), None) => due.date,
            _ => on.min(period.to),
        };
        let begun = self.matter.as_ref().and_then(|it| it.begun(view.state)).map(Time::date);
        let begun = begun.or(self.since).unwrap_or(day).min(day);
        law::versions_for(view.charters, &view.state.founding, (begun, day), self.matter.as_ref())
    }

    /// Whether another version's instance is the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.bearer == other.bearer && self.subject == other.subject
    }

    pub(crate) fn owed_to(self, to: Role) -> Self {
        Self { to: Some(to), ..self }
    }

    pub(crate) fn fulfilled_by(self, fulfilled_by: &'static [ActKind]) -> Self {
        Self { fulfilled_by, ..self }
    }

    /// The verdict on a day, with what was missing. Facts after that day do not count.
    pub(crate) fn verdict(&self, on: Date) -> (Verdict, Option<Finding>) {
        let open = |finding: Option<Finding>| match &self.due {
            Some(due) if on <= due.date => (Verdict::NotDue, finding),
            None if self.undated => (Verdict::Silent, finding),
            _ => (Verdict::Unmet, finding),
        };
        match &self.found {
            Found::Done { at, .. } if at.date() > on => open(None),
            Found::Done { at, .. } => match &self.due {
                Some(due) if due.missed_by(*at) => {
                    (Verdict::Unmet, Some(Finding::Late { due: due.date, done: at.date() }))
                }
                _ => (Verdict::Met, None),
            },
            Found::Open { finding, .. } => open(Some(finding.clone())),
            Found::Waiting { finding, .. } => (Verdict::NotDue, Some(finding.clone())),
            Found::Broken { finding, .. } => (Verdict::Unmet, Some(finding.clone())),
            Found::Silent { .. } => (Verdict::Silent, None),
            Found::NotApplicable => (Verdict::NotApplicable, None),
            Found::NotJudged { .. } => (Verdict::NotJudged, None),
        }
    }

    /// Whether it was done, if late: nothing is owed any more.
    pub(crate) fn is_past(&self, on: Date) -> bool {
        match &self.found {
            Found::Done { at, .. } => at.date() <= on,
            // What is broken cannot be mended by doing it.
            Found::Broken { .. } => true,
            _ => false,
        }
    }

    pub(crate) fn entries(&self) -> &[u32] {
        match &self.found {
            Found::Done { entries, .. }
            | Found::Open { entries, .. }
            | Found::Waiting { entries, .. }
            | Found::Broken { entries, .. }
            | Found::Silent { entries }
            | Found::NotJudged { entries } => entries,
            Found::NotApplicable => &[],
        }
    }
}

impl Due {
    /// By the end of a day.
    pub(crate) fn on(calendar: &Calendar, date: Date) -> Self {
        Self::reckoned(calendar, Reckoned { date, provisional: false }, date, Reckoning::Dates)
    }

    /// Within so many working days of a day, which does not count.
    pub(crate) fn within_working_days(calendar: &Calendar, from: Date, days: u16) -> Self {
        let last = calendar.working_days_after(from, days);
        Self::reckoned(calendar, last, last.date, Reckoning::WorkingDays)
    }

    /// Before a day of the year (某月某日前), by the reading in effect. The safe day is the last working day before.
    pub(crate) fn before(view: &View<'_>, day: MonthDay, year: i32) -> Option<Self> {
        let date = day.in_year(year)?;
        let exact = |date| Reckoned { date, provisional: false };
        let (last, reckoning) = match view.reading::<DueDay>() {
            DueDay::Inclusive | DueDay::CloseOfWork => (exact(date), Reckoning::Dates),
            DueDay::Exclusive => (exact(day_before(date)), Reckoning::Dates),
            DueDay::Rolled => (view.calendar.working_day_on_or_after(date), Reckoning::WorkingDays),
        };
        let mut due = Self::reckoned(view.calendar, last, day_before(date), reckoning);
        if let DueDay::CloseOfWork = view.reading() {
            due.minute = view.settings().close_of_work.fixed().map(|it| it.hour * 60 + it.minute);
        }
        due.reading = Some(ReadingUse::new(DueDay::KEY, view.option(DueDay::KEY)));
        Some(due)
    }

    fn reckoned(calendar: &Calendar, last: Reckoned, safe_from: Date, reckoning: Reckoning) -> Self {
        let safe = calendar.working_day_on_or_before(safe_from);
        Self {
            date: last.date,
            minute: None,
            safe: safe.date,
            reckoning,
            reading: None,
            provisional: last.provisional || safe.provisional,
        }
    }

    /// Whether a time is too late.
    pub(crate) fn missed_by(&self, at: Time) -> bool {
        let date = at.date();
        date > self.date || (date == self.date && self.minute.is_some_and(|it| at.minute_of_day() > it))
    }
}

/// What was found; where it is nothing, that the duty applies to nothing.
pub(crate) fn or_not_applicable(mut all: Vec<Instance>) -> Vec<Instance> {
    if all.is_empty() {
        all.push(Instance::new(Bearer::Body, Found::NotApplicable));
    }
    all
}

/// The verdicts that a duty of a rhythm can give whose charter may be silent on it, and which asks how to read it.
pub(crate) const BY_CADENCE: &[Verdict] = &[
    Verdict::Met,
    Verdict::NotDue,
    Verdict::Unmet,
    Verdict::Disputed,
    Verdict::Silent,
    Verdict::NotJudged,
    Verdict::NotApplicable,
];

/// A duty to do something so many times in each period of a rhythm: one instance for each period, and one more for
/// each period of the closer rhythm that a key period touches.
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
        let found = counted(part, at_least, months, done);
        let due = Due::on(view.calendar, last_day(months, part));
        Instance::new(bearer.clone(), found).since(part.from).due(Some(due)).fulfilled_by(fulfilled_by)
    };
    let parts = cadence.per.across(period).into_iter();
    let mut all: Vec<Instance> =
        parts.map(|part| instance(part, cadence.at_least, &cadence.months).about(part.from)).collect();
    if let Some(key) = &cadence.in_key_period {
        let in_key = |it: &Period| view.state.meetings.in_key_period(*it);
        let parts = key.per.across(period).into_iter().filter(in_key);
        let closer =
            |it: Period| instance(it, key.at_least, &[]).about(format_args!("{}/{}", it.from, it.to));
        all.extend(parts.map(closer));
    }
    all
}

/// Whether there are enough in a part, of those in the allowed months.
fn counted(part: Period, at_least: u16, months: &[u32], done: &[Deed]) -> Found {
    let fits = |at: Time| part.contains(at.date()) && is_allowed(months, at.date());
    let mut counted: Vec<Deed> = done.iter().filter(|it| fits(it.at)).copied().collect();
    counted.sort_unstable();
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

/// The first day of the body, by the version with which it began.
pub(crate) fn founded_on(view: &View<'_>) -> Option<Date> {
    let (adopted, version) = view.state.founding.versions.first_key_value()?;
    let of_that_version = |it: &&Charter| it.id() == view.charter.id() && it.version() == *version;
    let charter = view.charters.iter().find(of_that_version);
    Some(charter.and_then(Charter::effective_from).unwrap_or(*adopted))
}

/// The first day of the body, whatever version is in force by now; of one that was never founded, that of its charter.
pub(crate) fn begins_on(view: &View<'_>) -> Option<Date> {
    founded_on(view).or_else(|| view.charter.effective_from())
}

/// The last day of the body, if it has ended or will.
pub(crate) fn ends_on(view: &View<'_>) -> Option<Date> {
    let ends = [view.settings().term.fixed().copied(), view.state.founding.dissolved];
    ends.into_iter().flatten().min()
}

/// The part of a period in which there was a body, within the years that can be written down. One that was never founded
/// owes what its charter says.
pub(crate) fn lived(view: &View<'_>, period: Period) -> Option<Period> {
    let from = founded_on(view).unwrap_or(period.from);
    let to = ends_on(view).unwrap_or(period.to);
    period.overlap(Period { from, to })?.overlap(Period::longest()?)
}

/// The verdict that weighs most; none of an empty list.
pub(crate) fn heaviest(verdicts: impl IntoIterator<Item = Verdict>) -> Option<Verdict> {
    verdicts.into_iter().max()
}

/// The options of a reading that are still open, the one in effect among them.
pub(crate) fn open_options<'s>(view: &View<'s>, key: ReadingKey) -> &'s [u8] {
    if view.state.founding.chosen(key).is_some() {
        return &[];
    }
    view.charter.reading(key).map_or(&[], |it| &it.open)
}
