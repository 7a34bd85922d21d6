//! What a duty finds when it looks over a period, and the one place where a finding becomes a verdict.
//!
//! The duties themselves live beside their concepts in `law`. Audit and obligations both read from here, so that what is
//! owed and what was kept can never disagree.

use crate::{
    charter::file::{Clause, Force},
    kernel::{
        asked::Asked,
        due::Due,
        finding::Finding,
        transition,
        verdict::{Bearer, Counts, Verdict},
        view::View,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        id::UnitId,
        matter::MatterRef,
        period::Period,
        time::{Date, Time, day_before},
        words::Role,
    },
};

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
    /// Whether its date is that of a measure which the text does not give (及时): to miss it is in dispute and no more.
    pub(crate) unmeasured: bool,
    pub(crate) found: Found,
    /// The first day on which it was owed, where it is owed for a time.
    pub(crate) since: Option<Date>,
    /// The matter it belongs to.
    pub(crate) matter: Option<MatterRef>,
    /// The day of the facts, where neither the deed nor the due date gives it.
    pub(crate) day: Option<Date>,
    /// The acts that would fulfil it.
    pub(crate) fulfilled_by: &'static [ActKind],
    /// Whether it only says that what the duty asks for is judged in another period, which holds its due date.
    pub(crate) elsewhere: bool,
    /// Whether there is a dispute about it, and by another defensible reading something is still to be done.
    pub(crate) asked_otherwise: bool,
}

/// What the facts say.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// It was done, at a time, as these entries show.
    Done { at: Time, entries: Vec<u32> },
    /// It was not done, or not wholly. Without a due date it is owed at once.
    Open { finding: Finding, entries: Vec<u32> },
    /// It was not done, and what will make it due has not come about.
    Waiting { finding: Finding, entries: Vec<u32> },
    /// It was broken, whatever the date.
    Broken { finding: Finding, entries: Vec<u32> },
    /// The charter gives nothing to judge by; the entries show what was done.
    Silent { entries: Vec<u32> },
    /// There is nothing it applies to.
    NotApplicable,
    /// There is something to show, but nothing by which to judge.
    NotJudged { entries: Vec<u32> },
}

impl Found {
    /// It was done, or it is open with a finding.
    pub(crate) fn done_or(done: Option<Deed>, finding: impl FnOnce() -> Finding) -> Self {
        match done {
            Some(Deed { at, no }) => Self::Done { at, entries: vec![no] },
            None => Self::Open { finding: finding(), entries: Vec::new() },
        }
    }

    /// What was begun has been brought to its end, or it is open with a finding; both show by the entry that began it.
    pub(crate) fn begun(from: Deed, ended: Option<Deed>, finding: impl FnOnce() -> Finding) -> Self {
        match ended {
            Some(Deed { at, no }) => Self::Done { at, entries: vec![from.no, no] },
            None => Self::Open { finding: finding(), entries: vec![from.no] },
        }
    }

    /// It was done by the adoption of the charter itself.
    pub(crate) fn since_founding(view: &View<'_>) -> Self {
        match view.state.founding().adopted {
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
            unmeasured: false,
            found,
            since: None,
            matter: None,
            day: None,
            fulfilled_by: &[],
            elsewhere: false,
            asked_otherwise: false,
        }
    }

    /// Nothing that the bearer owes is due in this period.
    pub(crate) fn elsewhere(bearer: Bearer) -> Self {
        Self { elsewhere: true, ..Self::new(bearer, Found::NotApplicable) }
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

    /// The clause asks for it in words that give no measure, so that its date is only a way to read them.
    pub(crate) fn measured_by(self, clause: &Clause) -> Self {
        Self { unmeasured: clause.force == Force::MustUnquantified, ..self }
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

    /// The versions of the charter that judge it; none for what only says something of the whole period.
    ///
    /// What is neither owed for a time nor part of a matter is judged as things stand on the last day.
    pub(crate) fn versions(&self, view: &View<'_>, period: Period, on: Date) -> Vec<u32> {
        let of_period =
            matches!(self.found, Found::NotApplicable | Found::Silent { .. } | Found::NotJudged { .. });
        if self.stands() && self.day.is_none() && of_period {
            return Vec::new();
        }
        let day = match (&self.found, &self.due, self.day) {
            (_, _, Some(day)) => day,
            (Found::Done { at, .. }, _, None) if !self.stands() => at.date(),
            (_, Some(due), None) => due.date,
            _ => on.min(period.to),
        };
        let begun = self.matter.as_ref().and_then(|it| it.begun(view.state.whole())).map(Time::date);
        let begun = begun.or(self.since).unwrap_or(day).min(day);
        transition::versions_for(view.charters, view.state.founding(), (begun, day), self.matter.as_ref())
    }

    /// Whether it is neither owed for a time nor part of a matter.
    fn stands(&self) -> bool {
        self.since.is_none() && self.matter.is_none() && self.due.is_none()
    }

    /// The day whose readings judge it: when it was due or, without a date, done; for what only stands, the last day looked
    /// at.
    pub(super) fn day_of_readings(&self, period: Period, on: Date) -> Date {
        let due = self.day.or(self.due.as_ref().map(|it| it.date));
        match &self.found {
            Found::Done { at, .. } if !self.stands() => due.unwrap_or(at.date()),
            _ => due.unwrap_or(on.min(period.to)),
        }
    }

    /// Whether it only says that the duty applies to nothing.
    pub(super) fn is_nothing(&self) -> bool {
        matches!((&self.bearer, &self.subject, &self.found), (Bearer::Body, None, Found::NotApplicable))
    }

    /// The bearer and what it is about, which the instances of other versions and readings about the same thing share.
    pub(crate) fn thing(&self) -> (Bearer, Option<String>) {
        (self.bearer.clone(), self.subject.clone())
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

    /// How it stands once the body has ended, as seen on its last day: what was not kept by then cannot be kept any more, and
    /// what was not due by then never will be.
    pub(crate) fn once_over(self, period: Period, last: Date) -> Self {
        if !self.is_undone(last) {
            return self;
        }
        let entries = self.entries().to_vec();
        let found = match self.verdict_in(period, last) {
            (Verdict::Unmet, Some(finding)) => Found::Broken { finding, entries },
            (Verdict::Silent, _) => Found::Silent { entries },
            _ => Found::NotApplicable,
        };
        Self { found, ..self }
    }

    /// The same under a clause that obliges nobody, where it says that the charter is silent: nothing of it is to be done.
    pub(crate) fn obliging_nobody(self, period: Period, on: Date) -> Option<Self> {
        let entries = self.entries().to_vec();
        let is_silent = self.verdict_in(period, on).0 == Verdict::Silent;
        is_silent.then_some(Self { found: Found::Silent { entries }, ..self })
    }

    /// The same where by another reading something is still to be done that is not by the reading in effect: to whom and
    /// by what, that reading says.
    pub(crate) fn or_asked_by(self, other: Option<&Self>) -> Self {
        let Some(other) = other else { return self };
        Self { asked_otherwise: true, to: self.to.or(other.to), fulfilled_by: other.fulfilled_by, ..self }
    }

    /// Whether a period has to do with it: it was begun in the period, or before and not yet done.
    pub(crate) fn concerns(&self, begun: Date, period: Period) -> bool {
        let still = match &self.found {
            Found::Done { at, .. } => at.date() >= period.from,
            Found::Broken { .. } => self.day.is_some_and(|it| it >= period.from),
            Found::Open { .. } | Found::Waiting { .. } => true,
            Found::Silent { .. } | Found::NotApplicable | Found::NotJudged { .. } => false,
        };
        begun <= period.to && (begun >= period.from || still)
    }

    /// Whether it is due within a period, or was done in it.
    pub(crate) fn is_due_or_done_in(&self, period: Period) -> bool {
        let done = matches!(&self.found, Found::Done { at, .. } if period.contains(at.date()));
        done || self.due.as_ref().is_some_and(|it| period.contains(it.date))
    }

    /// The verdict on a day in an audit of a period: nothing that falls due after the period is unmet in it.
    pub(crate) fn verdict_in(&self, period: Period, on: Date) -> (Verdict, Option<Finding>) {
        match (self.verdict(on), &self.due) {
            ((Verdict::Unmet, _), Some(due)) if due.date > period.to => self.verdict(on.min(period.to)),
            (verdict, _) => verdict,
        }
    }

    /// Whether it is owed and not done, by the readings in effect or, where that is in dispute, by another. What is broken
    /// cannot be mended by doing it.
    pub(crate) fn is_open(&self, on: Date) -> bool {
        self.asked_otherwise || self.is_undone(on)
    }

    /// Whether it is owed and not done by the readings in effect.
    pub(crate) fn is_undone(&self, on: Date) -> bool {
        match &self.found {
            Found::Done { at, .. } => at.date() > on,
            Found::Open { .. } | Found::Waiting { .. } => true,
            _ => false,
        }
    }

    /// Notes from which day to the next the verdict on it changes.
    pub(crate) fn note_changes(&self, asked: &Asked) {
        if let Found::Done { at, .. } = &self.found {
            asked.note_change(day_before(at.date()));
        }
        if let Some(due) = &self.due {
            asked.note_change(due.date);
        }
    }

    /// Whether it is open and late by the readings in effect, where they are judged to differ from others or not.
    pub(crate) fn is_overdue(&self, judged: Verdict, on: Date) -> bool {
        let judged = matches!(judged, Verdict::Unmet | Verdict::Disputed);
        judged && self.is_undone(on) && self.verdict(on).0 == Verdict::Unmet
    }

    /// Counts it, as it was judged, among the things under a clause.
    pub(crate) fn count(&self, judged: Verdict, on: Date, counts: &mut Counts) {
        let done = matches!(&self.found, Found::Done { at, .. } if at.date() <= on) && !self.asked_otherwise;
        let add = |to: &mut u32, it: bool| *to = to.saturating_add(u32::from(it));
        add(&mut counts.open, self.is_open(on));
        add(&mut counts.overdue, self.is_overdue(judged, on));
        add(&mut counts.done, done);
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

/// Whether something was open on any day of a period.
pub(crate) fn spans(from: Deed, to: Option<Deed>, period: Period) -> bool {
    from.at.date() <= period.to && to.is_none_or(|it| it.at.date() >= period.from)
}

/// What was found due in a period or, where nothing was, that it is judged in another.
pub(crate) fn or_elsewhere(mut all: Vec<Instance>) -> Vec<Instance> {
    if all.is_empty() {
        all.push(Instance::elsewhere(Bearer::Body));
    }
    all
}

/// What was found or, where nothing was, that the duty applies to nothing.
pub(crate) fn or_not_applicable(mut all: Vec<Instance>) -> Vec<Instance> {
    if all.is_empty() {
        all.push(Instance::new(Bearer::Body, Found::NotApplicable));
    }
    all
}
