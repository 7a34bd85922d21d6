//! The act `allot_number` allots a document number to minutes (编号).

use crate::{
    charter::{Charter, settings::values::Series},
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            OnMinutes, approved, consented, countersigned,
            numbering::{in_a_series_of_the_lead, next_or_unused, number, well_formed},
            on_the_path, on_the_path_in_force,
        },
        membership::by_office,
    },
    state::{
        State,
        document::{Allotment, Minutes, NumberFate, NumberUse},
    },
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{MinutesId, SeriesId},
        matter::MatterRef,
        record::record,
        time::Time,
        words::{Role, Step},
    },
};

record! {
    /// Allots a document number to minutes (编号).
    ///
    /// Only the office may do it (`actor.is_office`), where the path of the minutes has this step (`path.has_the_step`)
    /// and what comes first on it is done (`minutes.consented_by_all_asked`, `minutes.countersigned_by_all_asked`,
    /// `minutes.approved_by_convener`). The series is one that the charter names, of the lead unit where documents go
    /// out under its letterhead or number (`number.in_a_series_of_the_lead`). A serial is allotted once in a year
    /// (`number.is_next_or_unused`), and minutes bear one number at a time (`minutes.have_no_number`).
    ///
    /// It settles the number: the organ code of the series, the year of the act, and the serial given or else the next
    /// one, which comes after those allotted and after the number of the charter itself. The serial is used up for that year. Serials that were passed over are shown by the duty `number.gaps`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AllotNumber, wire};
    ///
    /// let act = AllotNumber::new("n1".parse()?, "police-letter".parse()?).serial(7);
    /// let json = r#"{
    ///     "type": "allot_number", "minutes": "n1", "series": "police-letter", "serial": 7
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AllotNumber {
        /// The minutes that get the number.
        pub minutes: MinutesId,
        /// The series from which the number is taken.
        pub series: SeriesId,
        /// The serial. If none is given, it is the one after the last taken in the year.
        optional pub serial: Option<u32>,
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
        in_a_series_of_the_lead(),
        well_formed(),
        next_or_unused(),
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
        transition::of_minutes(&self.minutes, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let minutes = names.known(&self.minutes);
        let series = names.series(&self.series);
        Some((minutes?, series?))
    }

    fn since(&self, (minutes, _): &Self::Names<'_>) -> Option<Time> {
        Some(minutes.drafted.at)
    }

    fn settle(case: &Case<'_, Self>) -> Outcome {
        number(case).map_or(Outcome::None, |number| Outcome::Numbered { number })
    }

    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, _: &Charter) {
        let Outcome::Numbered { number } = outcome else { return };
        let allotted = stamp.deed();
        let series = state.documents.series.entry((self.series.clone(), number.year())).or_default();
        let holder = NumberUse { minutes: Some(self.minutes.clone()), allotted, fate: NumberFate::Allotted };
        series.uses.insert(number.serial(), holder);
        if let Some(minutes) = state.minutes_mut(&self.minutes, stamp.at) {
            minutes.number = Some(number.clone());
            minutes.allotment = Some(Allotment { series: self.series.clone(), allotted });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = ask.state.documents();
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
