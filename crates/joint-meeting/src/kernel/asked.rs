//! What was asked on the way to an answer: readings, the table of working days, slices of the state, and the day.
//!
//! Rules read the state through [`Slices`], which notes what is read, so that an answer rests on nothing that was not noted.
//! Answers that are kept are in `kernel::kept`.

use std::cell::Cell;

use crate::{
    charter::readings::ReadingKey,
    state::{
        State, action::Actions, assignment::Assignments, decision::Decisions, document::Documents,
        founding::Founding, function::Functions, incoming::IncomingPapers, meeting::Meetings,
        membership::Membership, moments::Moments, nesting::Nesting, register::Registers, report::Reports,
        slice::Stamped,
    },
    terms::{
        act_kind::ActKind,
        deed::Deed,
        period::Period,
        time::{Date, days_after},
    },
};

/// What was asked on the way to an answer.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The day from which one looks.
    on: Date,
    readings: Cell<u64>,
    calendar: Cell<bool>,
    slices: Cell<u16>,
    /// The acts of which it was asked when they were done.
    acts: Cell<u128>,
    /// The days from which one can look and have the same answer.
    days: Cell<Period>,
}

const _: () = assert!(ReadingKey::ALL.len() <= 64 && ActKind::ALL.len() <= 128);

impl Default for Asked {
    fn default() -> Self {
        Self::on(Date::MIN)
    }
}

impl Asked {
    /// Nothing yet, by one who looks from a day.
    pub(crate) fn on(day: Date) -> Self {
        Self {
            on: day,
            readings: Cell::default(),
            calendar: Cell::default(),
            slices: Cell::default(),
            acts: Cell::default(),
            days: Cell::new(Period { from: Date::MIN, to: Date::MAX }),
        }
    }

    pub(crate) fn note_reading(&self, key: ReadingKey) {
        self.readings.set(self.readings.get() | 1 << key as u8);
    }

    pub(crate) fn note_calendar(&self) {
        self.calendar.set(true);
    }

    /// Notes that the answer is for this day alone.
    pub(crate) fn note_day(&self) {
        self.days.set(Period { from: self.on, to: self.on });
    }

    /// Notes that the answer changes from a day to the next.
    pub(crate) fn note_change(&self, last: Date) {
        let Period { from, to } = self.days.get();
        self.days.set(match self.on <= last {
            true => Period { from, to: to.min(last) },
            false => Period { from: from.max(days_after(last, 1)), to },
        });
    }

    /// Adds what was asked on a part of the way.
    pub(crate) fn add(&self, part: &Self) {
        self.readings.set(self.readings.get() | part.readings.get());
        self.calendar.set(self.calendar.get() || part.calendar.get());
        self.slices.set(self.slices.get() | part.slices.get());
        self.acts.set(self.acts.get() | part.acts.get());
        let (own, other) = (self.days.get(), part.days.get());
        self.days.set(Period { from: own.from.max(other.from), to: own.to.min(other.to) });
    }

    pub(crate) fn contains(&self, key: ReadingKey) -> bool {
        self.readings.get() & 1 << key as u8 != 0
    }

    /// Whether the table of working days was asked.
    pub(crate) fn calendar(&self) -> bool {
        self.calendar.get()
    }

    /// What the answer rests on, as the state has it now; none if it rests on all of it, which the next entry changes.
    pub(crate) fn footing(&self, state: &State) -> Option<Footing> {
        let (slices, acts) = (self.slices.get(), self.acts.get());
        let asked = ActKind::ALL.iter().copied().filter(|it| acts & 1 << *it as u8 != 0);
        (slices != WHOLE).then(|| Footing {
            days: self.days.get(),
            slices,
            stamps: stamps(state),
            acts: asked.map(|it| (it, state.stamp_of(it))).collect(),
        })
    }
}

/// The mark of the whole state.
const WHOLE: u16 = u16::MAX;

/// What an answer rests on.
#[derive(Clone, Debug)]
pub(crate) struct Footing {
    days: Period,
    slices: u16,
    stamps: [Stamped; SLICES],
    acts: Vec<(ActKind, Stamped)>,
}

impl Footing {
    /// Whether all of it is as it was, looked at from a day.
    pub(crate) fn holds(&self, state: &State, on: Date) -> bool {
        let is_as_it_was =
            |(at, (now, then)): (usize, (&Stamped, &Stamped))| self.slices & 1 << at == 0 || now == then;
        self.days.contains(on)
            && stamps(state).iter().zip(&self.stamps).enumerate().all(is_as_it_was)
            && self.acts.iter().all(|(act, then)| state.stamp_of(*act) == *then)
    }
}

/// The slices of the state, as rules read them: it is noted which.
#[derive(Clone, Copy)]
pub(crate) struct Slices<'s> {
    state: &'s State,
    asked: Option<&'s Asked>,
}

macro_rules! slices {
    ($($slice:ident: $held:ident at $place:literal,)*) => {
        impl<'s> Slices<'s> {
            $(pub(crate) fn $slice(self) -> &'s $held {
                self.note(1 << $place);
                &self.state.$slice
            })*
        }

        const SLICES: usize = [$($place),*].len();

        fn stamps(state: &State) -> [Stamped; SLICES] {
            [$(state.$slice.stamp()),*]
        }
    };
}

slices! {
    founding: Founding at 0,
    membership: Membership at 1,
    meetings: Meetings at 2,
    decisions: Decisions at 3,
    actions: Actions at 4,
    functions: Functions at 5,
    incoming: IncomingPapers at 6,
    assignments: Assignments at 7,
    registers: Registers at 8,
    reports: Reports at 9,
    nesting: Nesting at 10,
    documents: Documents at 11,
}

impl<'s> Slices<'s> {
    pub(crate) fn of(state: &'s State) -> Self {
        Self { state, asked: None }
    }

    /// The same, noted elsewhere.
    pub(crate) fn noted_in(self, asked: &'s Asked) -> Self {
        Self { asked: Some(asked), ..self }
    }

    /// Where it is noted what is asked.
    pub(crate) fn asked(self) -> Option<&'s Asked> {
        self.asked
    }

    /// All of it.
    pub(crate) fn whole(self) -> &'s State {
        self.note(WHOLE);
        self.state
    }

    /// When an act was done.
    pub(crate) fn done(self, act: ActKind) -> &'s Moments {
        if let Some(asked) = self.asked {
            asked.acts.set(asked.acts.get() | 1 << act as u8);
        }
        self.state.done(act)
    }

    /// The same, within a period.
    pub(crate) fn done_in(self, act: ActKind, period: Period) -> impl Iterator<Item = Deed> + use<'s> {
        self.done(act).within(period)
    }

    fn note(self, slices: u16) {
        if let Some(asked) = self.asked {
            asked.slices.set(asked.slices.get() | slices);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::deed::Stamp;

    fn day(of_month: u32) -> Date {
        Date::from_ymd_opt(2022, 3, of_month).unwrap()
    }

    fn note(state: &mut State, act: ActKind, no: u32) {
        let (at, by) = ("2022-03-01T09:00:00+08:00".parse().unwrap(), "p1".parse().unwrap());
        state.note(act, Stamp { at, recorded_at: at, no, by: &by });
    }

    #[test]
    fn an_answer_holds_from_one_change_to_the_next() {
        // It changes after the 5th, the 10th and the 20th.
        for on in 1..=31 {
            let asked = Asked::on(day(on));
            [10, 20, 5].into_iter().for_each(|it| asked.note_change(day(it)));
            let footing = asked.footing(&State::default()).unwrap();
            let part = |on: u32| [5, 10, 20].iter().filter(|it| **it < on).count();
            for other in 1..=31 {
                assert_eq!(
                    footing.holds(&State::default(), day(other)),
                    part(other) == part(on),
                    "{on} {other}"
                );
            }
        }
    }

    #[test]
    fn an_answer_holds_as_long_as_nothing_of_what_was_asked_changes() {
        let mut state = State::default();
        let asked = Asked::on(day(1));
        let slices = Slices::of(&state).noted_in(&asked);
        let _ = (slices.meetings(), slices.done(ActKind::Convene));
        let footing = asked.footing(&state).unwrap();
        state.documents.live = Default::default();
        note(&mut state, ActKind::Agree, 1);
        assert!(footing.holds(&state, day(1)), "of these nobody asked");
        let mut convened = state.clone();
        note(&mut convened, ActKind::Convene, 2);
        assert!(!footing.holds(&convened, day(1)));
        state.meetings.live = Default::default();
        assert!(!footing.holds(&state, day(1)));
    }

    #[test]
    fn what_rests_on_a_day_or_on_everything_is_for_that_alone() {
        let state = State::default();
        let asked = Asked::on(day(2));
        asked.note_day();
        let footing = asked.footing(&state).unwrap();
        assert_eq!([1, 2, 3].map(|it| footing.holds(&state, day(it))), [false, true, false]);
        let part = Asked::on(day(2));
        Slices::of(&state).noted_in(&part).whole();
        asked.add(&part);
        assert!(asked.footing(&state).is_none());
    }
}
