//! The act `void_number` voids a document number (作废), which is then never used again.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule},
        transition,
        view::Ask,
    },
    law::membership::by_office,
    state::{
        State,
        document::{Minutes, NumberFate, NumberUse},
    },
    terms::{
        deed::Stamp,
        id::{SeriesId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Voids a document number (作废): it is never used again.
    ///
    /// Only the office may do it (`actor.is_office`). The number must have been allotted and not been voided
    /// (`number.is_allotted`), and no document may have been issued under it (`number.is_not_issued`).
    ///
    /// It settles nothing. The minutes bear no number any more, so that they can be redrafted or get another one; the
    /// serial stays used up.
    ///
    /// ```
    /// use joint_meeting::{Act, act::VoidNumber, wire};
    ///
    /// let act = VoidNumber::new(
    ///     "police-letter".parse()?,
    ///     2022,
    ///     7,
    ///     "the minutes are drafted anew".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "void_number", "series": "police-letter", "year": 2022, "serial": 7,
    ///     "reason": "the minutes are drafted anew"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct VoidNumber {
        /// The series of the number.
        pub series: SeriesId,
        /// The year of the number.
        pub year: i32,
        /// The serial of the number.
        pub serial: u32,
        /// Why the number is voided.
        pub reason: Text,
    }
}

impl ActType for VoidNumber {
    type Names<'s> = Option<&'s NumberUse>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("number.is_allotted", "该号已经编出，未作废", "the number is in use"),
            check: |it| {
                let of_year = it.state.documents().series.get(&(it.act.series.clone(), it.act.year));
                let is = match it.names.map(|it| &it.fate) {
                    None if of_year.is_some_and(|used| used.of_charters.contains(&it.act.serial)) => {
                        Standing::OfTheCharter
                    }
                    None => Standing::Unused,
                    Some(NumberFate::Voided(_)) => Standing::Voided,
                    Some(NumberFate::Allotted | NumberFate::Issued(_)) => return Ok(()),
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
                Some(NumberFate::Issued(_)) => Err(Finding::state(Standing::Issued, &[Standing::NotIssued])),
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["reason"];

    /// The matter is the meeting: a number belongs to the minutes to which it was allotted, and with them to their
    /// meeting.
    fn matter(&self, state: &State) -> Option<MatterRef> {
        let used = state.documents.series.get(&(self.series.clone(), self.year))?;
        transition::of_minutes(used.uses.get(&self.serial)?.minutes.as_ref()?, &state.documents)
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
        holder.fate = NumberFate::Voided(stamp.no);
        let Some(minutes) = holder.minutes.clone() else { return };
        if let Some(minutes) = state.minutes_mut(&minutes, stamp.at) {
            minutes.number = None;
            minutes.allotment = None;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = ask.state.documents();
        let live = documents.live.iter().filter_map(|it| documents.minutes.get(it));
        let void = |minutes: &Minutes| {
            let (allotment, number) = (minutes.allotment.as_ref()?, minutes.number.as_ref()?);
            let (year, serial) = (number.year(), number.serial());
            Some(Self { series: allotment.series.clone(), year, serial, reason: some_text()? })
        };
        live.filter_map(void).collect()
    }
}
