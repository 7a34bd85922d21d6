//! What every rule may see: the charter that judges, the state, the calendar, and for a guard the act.

use std::ops::Deref;

use chrono::{Datelike, FixedOffset};

use crate::{
    charter::{
        Charter,
        readings::{Reading, ReadingKey, Stand},
        settings::Settings,
    },
    kernel::{
        act::ActType,
        asked::{Asked, Slices},
        correcting::Correcting,
        finding::Finding,
        rule::Check,
    },
    terms::{
        act_kind::ActKind,
        calendar::Calendar,
        id::{PersonId, UnitId},
        time::{Date, Time, end_of, year_after},
        words::Role,
    },
};

/// The table of working days as a view holds it. Whatever an answer can rest on is had from [`View::calendar`], which notes
/// that the table was asked.
#[derive(Clone, Copy)]
pub(crate) struct CalendarInView<'s>(&'s Calendar);

impl<'s> CalendarInView<'s> {
    pub(crate) fn of(calendar: &'s Calendar) -> Self {
        Self(calendar)
    }

    /// For a safe day, which is advice and changes no answer.
    pub(crate) fn for_advice(self) -> &'s Calendar {
        self.0
    }
}

/// What every rule may see: the charter in force, the state, the calendar.
#[derive(Clone, Copy)]
pub(crate) struct View<'s> {
    pub(crate) charter: &'s Charter,
    pub(crate) charters: &'s [Charter],
    pub(crate) state: Slices<'s>,
    pub(crate) table: CalendarInView<'s>,
    /// The day from which one looks.
    pub(crate) from: Vantage,
    /// The day whose readings are in effect.
    pub(crate) day: Date,
    /// The first day of the clause looked at, where it binds from a day on: what was done before is nothing to it.
    pub(crate) bound: Option<Date>,
    /// Only the entries before this number say who held a post and which units there were.
    pub(crate) known: u32,
    /// A reading tried out instead of the one in effect.
    pub(crate) tried: Option<(ReadingKey, u8)>,
    /// Whether only what is still to be done is wanted, by whatever reading.
    pub(crate) only_open: bool,
}

/// The day from which one looks.
#[derive(Clone, Copy)]
pub(crate) enum Vantage {
    /// That of the question: another question may come from another day.
    Asked(Date),
    /// One on which something came about.
    Past(Date),
}

impl<'s> View<'s> {
    /// What may be seen by a charter, beside its other versions, from a day on which one looks.
    pub(crate) fn asked(
        (charter, charters): (&'s Charter, &'s [Charter]),
        state: Slices<'s>,
        table: CalendarInView<'s>,
        on: Date,
    ) -> Self {
        Self {
            charter,
            charters,
            state,
            table,
            from: Vantage::Asked(on),
            day: on,
            bound: None,
            known: u32::MAX,
            tried: None,
            only_open: false,
        }
    }

    /// The same, with what is asked noted.
    pub(crate) fn noted_in(self, asked: &'s Asked) -> Self {
        Self { state: self.state.noted_in(asked), ..self }
    }

    /// The same, looked at from the day of something that came about.
    pub(crate) fn as_on(self, day: Date) -> Self {
        Self { from: Vantage::Past(day), ..self }
    }

    /// The day from which one looks.
    pub(crate) fn on(&self) -> Date {
        match (self.from, self.state.asked()) {
            (Vantage::Asked(day), Some(asked)) => {
                asked.note_day();
                day
            }
            (Vantage::Asked(day) | Vantage::Past(day), _) => day,
        }
    }

    /// The day from which one looks at what became of units, and the entry before which it is known. As long as no unit has
    /// ended, every day is as good.
    pub(crate) fn vantage(&self) -> (Date, u32) {
        (if self.state.membership().some_ended { self.on() } else { Date::MAX }, self.known)
    }

    /// What the charter fixes on the day.
    pub(crate) fn settings(&self) -> &'s Settings {
        self.note_if_by_day();
        self.charter.settings_on(self.day)
    }

    /// How the charter leaves a question of reading on the day.
    pub(crate) fn leaves(&self, key: ReadingKey) -> Option<&'s Stand> {
        self.note_if_by_day();
        self.charter.reading_on(key, self.day)
    }

    /// Notes the day where what the charter fixes is not the same on every day.
    fn note_if_by_day(&self) {
        if self.charter.changes_by_day()
            && let Some(asked) = self.state.asked()
        {
            asked.note_day();
        }
    }

    /// The table of working days.
    pub(crate) fn calendar(&self) -> &'s Calendar {
        if let Some(asked) = self.state.asked() {
            asked.note_calendar();
        }
        self.table.0
    }

    /// Whether something that is done by whatever reading may be left out.
    pub(crate) fn leaves_out(&self, is_done: bool) -> bool {
        self.only_open && is_done
    }

    /// The option in effect: the one tried out, the one chosen, or the charter's own.
    pub(crate) fn reading<R: Reading>(&self) -> R {
        R::from_option(self.option(R::KEY))
    }

    pub(crate) fn option(&self, key: ReadingKey) -> u8 {
        if let Some(asked) = self.state.asked() {
            asked.note_reading(key);
        }
        match self.tried {
            Some((tried, option)) if tried == key => option,
            _ => self.option_before(key, u32::MAX),
        }
    }

    /// The option in effect by the entries before a number: the one chosen, or the charter's own.
    pub(crate) fn option_before(&self, key: ReadingKey, no: u32) -> u8 {
        let own = self.leaves(key).map_or(0, |it| it.option);
        self.chosen(key, no).unwrap_or(own)
    }

    /// Whether the body has chosen an option that is in effect.
    pub(crate) fn is_chosen(&self, key: ReadingKey) -> bool {
        self.chosen(key, u32::MAX).is_some()
    }

    /// The options of a reading that are still open, the one in effect among them.
    pub(crate) fn open_options(&self, key: ReadingKey) -> &'s [u8] {
        match self.leaves(key) {
            Some(it) if !self.is_chosen(key) => &it.open,
            _ => &[],
        }
    }

    /// The option that the body has chosen, as far as this version of the charter leaves it the choice.
    fn chosen(&self, key: ReadingKey, before: u32) -> Option<u8> {
        let founding = self.state.founding();
        if let Some(asked) = self.state.asked()
            && founding.has_choices(key)
        {
            asked.note_day();
        }
        let chosen = founding.chosen(key, self.day, before)?;
        self.leaves(key).is_some_and(|it| it.open.contains(&chosen)).then_some(chosen)
    }
}

/// An act put to the rules: by whom, when.
#[derive(Clone, Copy)]
pub(crate) struct Ask<'s> {
    pub(crate) view: View<'s>,
    pub(crate) by: &'s PersonId,
    /// When it happened, at the charter's offset.
    pub(crate) at: Time,
    pub(crate) recorded_at: Time,
    pub(crate) kind: ActKind,
    /// The latest moment of what the act builds on.
    pub(crate) since: Option<Time>,
    pub(crate) beside: AskBeside<'s>,
}

/// Up to when something can be recorded: to the end of a day, or of the day so many years later.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Horizon {
    pub(crate) day: Date,
    pub(crate) years: u8,
    pub(crate) offset: FixedOffset,
}

impl Horizon {
    /// The last moment, where another is after it. Hardly any is even near.
    pub(crate) fn passed_by(self, at: Time) -> Option<Time> {
        let on = at.at_offset(self.offset).date();
        if on <= self.day || on.year() < self.day.year() + i32::from(self.years) {
            return None;
        }
        let last = (0..self.years).fold(self.day, |it, _| year_after(it));
        Some(end_of(last, self.offset)).filter(|it| at > *it)
    }
}

/// What stands beside an act that is put to the rules.
#[derive(Clone, Copy, Default)]
pub(crate) struct AskBeside<'s> {
    /// What the versions say that come into question, where they differ and none prevails.
    pub(crate) laws_differ: Option<&'s Finding>,
    /// A text or a name that is still to be written, where the act is to be kept.
    pub(crate) unwritten: Option<&'s str>,
    /// Up to when it can be recorded, if that is asked.
    pub(crate) horizon: Option<Horizon>,
    /// Who entered it, where that is not who did it.
    pub(crate) recorded_by: Option<&'s PersonId>,
    /// Whether it is to be recorded against rules.
    pub(crate) against: bool,
    /// Whether something shows that it is true.
    pub(crate) is_shown: bool,
    /// Whether a letter of a unit is among what shows it.
    pub(crate) has_letter: bool,
    /// That other rules stand in the way than those that are named.
    pub(crate) in_the_way: Option<&'s Finding>,
    /// Whether the submission has a name.
    pub(crate) has_key: bool,
    /// The entry that another submission of the same name became.
    pub(crate) other_of_key: Option<u32>,
    /// The format of the journal, where it is an older one.
    pub(crate) old_format: Option<u32>,
    /// Whether a field of the act says something that a journal of the first format has no place for.
    pub(crate) says_more: bool,
    /// What a correction comes to, if it is one.
    pub(crate) correcting: Option<&'s Correcting>,
    /// Whether it is only tried out, so that nobody will read of a name that means nothing which names are near it.
    pub(crate) is_tried: bool,
}

impl<'s> Deref for Ask<'s> {
    type Target = View<'s>;

    fn deref(&self) -> &View<'s> {
        &self.view
    }
}

impl Ask<'_> {
    /// Who entered the act.
    pub(crate) fn recorder(&self) -> &PersonId {
        self.beside.recorded_by.unwrap_or(self.by)
    }

    /// The civil date of the act.
    pub(crate) fn today(&self) -> Date {
        self.at.date()
    }

    /// The actor must hold one of the roles; a role in a unit is asked for the unit given.
    pub(crate) fn needs(&self, roles: &[Role], unit: Option<&UnitId>) -> Check {
        let holds = |role: &Role| self.holds(*role, self.by, unit, self.today());
        if roles.iter().any(holds) {
            return Ok(());
        }
        Err(Finding::NeedsRole { roles: roles.to_vec(), unit: unit.cloned() })
    }
}

impl AskBeside<'_> {
    /// Whether it says something that a journal of the first format has no place for.
    pub(crate) fn is_more_than_format_1(&self) -> bool {
        self.recorded_by.is_some() || self.against || self.is_shown || self.has_key || self.says_more
    }
}

/// An act whose names are resolved, as its guards see it.
pub(crate) struct Case<'s, A: ActType> {
    pub(crate) ask: Ask<'s>,
    pub(crate) act: &'s A,
    pub(crate) names: A::Names<'s>,
}

impl<'s, A: ActType> Deref for Case<'s, A> {
    type Target = Ask<'s>;

    fn deref(&self) -> &Ask<'s> {
        &self.ask
    }
}
