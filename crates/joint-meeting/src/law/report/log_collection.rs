//! The act `log_collection` logs that the office has collected how the units' work stands (收集、整理工作情况).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::{by_office, of_members},
    state::{State, meeting::Meeting},
    terms::{
        deed::Stamp,
        id::{MeetingId, Text, UnitId},
        matter::MatterRef,
        order,
        record::record,
        time::Time,
    },
};

record! {
    /// Logs that the office has collected and put in order how the units' work stands (收集、整理工作情况).
    ///
    /// Only the office may do it (`actor.is_office`). The log names the units (`collection.names_its_units`), which
    /// must be member units that day (`unit.is_member`). A meeting at which they reported must have been opened
    /// (`collection.at_a_meeting_held`).
    ///
    /// It settles nothing. The log counts for the duty `report.collected` of the office. With a meeting it also counts,
    /// for each of the units, for the duty `report.at_meetings`, and with its parts for `report.whole_at_meetings`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::LogCollection, wire};
    ///
    /// let act = LogCollection::new(
    ///     ["police".parse()?, "health".parse()?],
    ///     "figures of the first half".parse()?,
    /// )
    /// .meeting("m1".parse()?);
    /// let json = r#"{
    ///     "type": "log_collection", "units": ["police", "health"], "text": "figures of the first half",
    ///     "meeting": "m1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct LogCollection {
        /// The units from which it was collected.
        pub units: Vec<UnitId>,
        /// What was collected.
        pub text: Text,
        /// The meeting at which the units reported it.
        optional pub meeting: Option<MeetingId>,
        /// The parts that each of the units gave, by their keys.
        optional pub parts: Vec<Text>,
    }
}

impl ActType for LogCollection {
    type Names<'s> = Option<&'s Meeting>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "collection.names_its_units",
                "注明向哪些单位收集",
                "it says from which units it was collected",
            ),
            check: |it| ensure(!it.act.units.is_empty(), || Finding::TooFew { have: 0, need: 1 }),
        },
        Guard {
            rule: Rule::always(
                "collection.at_a_meeting_held",
                "在会上收集的，会议已经召开",
                "a meeting at which it was collected has been opened",
            ),
            check: |it| {
                ensure(it.names.is_none_or(|it| it.opened.is_some()), || {
                    Finding::state(Standing::NotOpened, &[Standing::Opened])
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["units", "text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let units = names.all_known(&self.units);
        let meeting = self.meeting.as_ref().map(|it| names.known(it));
        units.map(|_| meeting.flatten())
    }

    fn since(&self, meeting: &Self::Names<'_>) -> Option<Time> {
        meeting.and_then(|it| it.opened).map(|it| it.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(meeting) = &self.meeting {
            let collected = state.reports.collected.entry(meeting.clone()).or_default();
            for unit in &self.units {
                let given = collected.entry(unit.clone()).or_default();
                given.entries.push(stamp.deed());
                order::sort(&mut given.entries);
                given.parts.extend(self.parts.iter().cloned());
            }
        }
    }

    /// The candidates are a collection apart from any meeting, and one at the last meeting held.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units: Vec<UnitId> = ask.members_on(ask.today()).into_iter().cloned().collect();
        let last = ask.state.meetings().held.last_key_value().map(|(_, it)| Some(it.clone()));
        let at_meetings = ask.settings().report_at.fixed().is_some();
        let parts: Vec<Text> = if at_meetings { ask.named_parts().into_keys().collect() } else { Vec::new() };
        let log =
            |meeting| Some(Self { units: units.clone(), text: some_text()?, meeting, parts: parts.clone() });
        std::iter::once(None).chain(last).filter_map(log).collect()
    }
}
