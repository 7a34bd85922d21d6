//! The act `note_none_this_year` notes that a standing function had nothing to do in a year (本年无此事项).

use chrono::Datelike;

use crate::{
    charter::{
        Charter,
        file::{Clause, Force},
        readings::{NoneNoted, ReadingKey},
    },
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        lifetime::founded_on,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::{Ask, View},
    },
    law::{
        function::{duties::served, known_clauses},
        membership::by_office,
    },
    state::State,
    terms::{
        deed::{Deed, Stamp},
        id::{ClauseId, Text},
        matter::MatterRef,
        period::{Period, Rhythm},
        record::record,
        time::{Date, day_after, start_of},
    },
};

record! {
    /// Notes that there was nothing to do for a standing function in a year (本年无此事项).
    ///
    /// Only the office may do it (`actor.is_office`). The clause must be that of a standing function
    /// (`function.is_standing`), and the year one of those from the founding to this one (`note.year_of_the_body`), in which
    /// no work for the function is recorded (`note.no_work_recorded`). It must be so far on that it shows
    /// (`note.made_when_the_year_shows_it`).
    ///
    /// It settles nothing. The note shows for that year that the duty `function.served_yearly` is met.
    ///
    /// ```
    /// use joint_meeting::{Act, act::NoteNoneThisYear, wire};
    ///
    /// let act = NoteNoneThisYear::new("F-9".parse()?, 2022, "there was no such case".parse()?);
    /// let json = r#"{
    ///     "type": "note_none_this_year", "clause": "F-9", "year": 2022, "reason": "there was no such case"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct NoteNoneThisYear {
        /// The clause of the function.
        pub clause: ClauseId,
        /// The year.
        pub year: i32,
        /// Why there was nothing to do.
        pub reason: Text,
    }
}

impl View<'_> {
    /// The first day on which there can be a note about a year, by the reading in effect.
    fn noted_from(&self, year: i32) -> Option<Date> {
        let year = Period::year(year)?;
        Some(match self.reading() {
            NoneNoted::LastMonth => Rhythm::Month.around(year.to).from,
            NoneNoted::YearOver => day_after(year.to),
            NoneNoted::AnyTime => year.from,
        })
    }

    /// The work recorded of a year for a function.
    fn work_of(&self, clause: &Clause, year: i32) -> Vec<Deed> {
        Period::year(year).map_or_else(Vec::new, |year| served(self, clause, year))
    }
}

impl ActType for NoteNoneThisYear {
    type Names<'s> = Option<&'s Clause>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "function.is_standing",
                "只对工作职能注明本年无此事项",
                "only for a standing function is it noted that there was nothing to do",
            ),
            check: |it| {
                let force = it.names.map(|it| it.force);
                ensure(force == Some(Force::Function), || Finding::NotAllowed {
                    value: it.act.clause.to_string(),
                    allowed: it.functions().map(ToString::to_string).collect(),
                })
            },
        },
        Guard {
            rule: Rule::always(
                "note.year_of_the_body",
                "只注明联席会议建立以来至本年的年份",
                "the note is about this year or one before it, from the founding on",
            ),
            check: |it| {
                let this = it.today().year();
                let founded = founded_on(&it.view).map_or(this, |it| it.year());
                let allowed = founded.min(this)..=this;
                ensure(allowed.contains(&it.act.year), || Finding::NotAllowed {
                    value: it.act.year.to_string(),
                    allowed: allowed.map(|it| it.to_string()).collect(),
                })
            },
        },
        Guard {
            rule: Rule::always(
                "note.no_work_recorded",
                "该年没有服务于该项职能的工作记录",
                "no work for the function is recorded of the year",
            ),
            check: |it| {
                let function = it.names.filter(|it| it.force == Force::Function);
                let work = function.map_or_else(Vec::new, |clause| it.work_of(clause, it.act.year));
                ensure(work.is_empty(), || Finding::Unwanted {
                    what: work.iter().map(|it| it.no.to_string()).collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "note.made_when_the_year_shows_it",
                "临近年末或者年后，方可注明该年无此事项",
                "that there was nothing to do is noted when the year is nearly over, or past",
            )
            .reads(&[ReadingKey::NoneNoted]),
            check: |it| {
                let Some(from) = it.noted_from(it.act.year) else { return Ok(()) };
                let earliest = start_of(from, it.charter.offset());
                ensure(from <= it.today(), || Finding::TooEarly { earliest })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let clause = names.charter.clause(self.clause.as_str());
        known_clauses(names, [&self.clause]);
        Some(clause)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.none.insert((self.clause.clone(), self.year), stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let this = ask.today().year();
        let shows = ask.noted_from(this).is_none_or(|it| it <= ask.today());
        let year = if shows { this } else { this - 1 };
        let note = |clause: &ClauseId| Some(Self { clause: clause.clone(), year, reason: some_text()? });
        let noted = |clause: &ClauseId| ask.state.functions().none.contains_key(&(clause.clone(), year));
        let worked = |id: &ClauseId| {
            ask.charter.clause(id.as_str()).is_some_and(|it| !ask.work_of(it, year).is_empty())
        };
        ask.functions().filter(|it| !noted(it) && !worked(it)).filter_map(note).collect()
    }
}
