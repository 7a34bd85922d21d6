//! The act `supplement_report` adds to a report, or replaces parts of it (补报).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        view::Ask,
    },
    law::{
        membership::by_unit,
        report::{COVERS, SENT_FIRST, receipt, touches_its_year, was_sent_first},
    },
    state::{State, report::Report},
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        period::Period,
        record::record,
        sorted::Map,
        time::Time,
        words::Role,
    },
};

record! {
    /// Adds to a report, or replaces parts of it (补报).
    ///
    /// Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
    /// (`actor.acts_for_unit`), when the unit's report for the year has come, or that of the one unit in whose place it
    /// stands that reported (`report.was_submitted`). It rests on that report and not on other supplements, which may be
    /// entered in any order. A supplement has a part or further time (`report.supplement_adds_something`); that time
    /// touches the year (`report.covers_part_of_its_year`), and the supplement was not sent after it was received
    /// (`report.sent_before_received`).
    ///
    /// It settles nothing. Parts of the same key take the place of those before, and the time covered grows. The duties
    /// `report.complete` and `report.period_covered` look at the report with its supplements.
    ///
    /// ```
    /// use joint_meeting::{Act, act::SupplementReport, time::Period, wire};
    ///
    /// let act = SupplementReport::new(
    ///     "health".parse()?,
    ///     2022,
    ///     [("next_steps".parse()?, "a third clinic".parse()?)],
    /// )
    /// .covers(Period::new("2022-12-20".parse()?, "2022-12-31".parse()?)?);
    /// let json = r#"{
    ///     "type": "supplement_report", "unit": "health", "year": 2022,
    ///     "parts": {"next_steps": "a third clinic"}, "covers": {"from": "2022-12-20", "to": "2022-12-31"}
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SupplementReport {
        /// The unit that reports.
        pub unit: UnitId,
        /// The year of the report.
        pub year: i32,
        /// The parts that are added or replaced, by their keys.
        pub parts: Map<Text, Text>,
        /// Further time that the report covers.
        optional pub covers: Option<Period>,
        /// When the supplement was sent. If it is not given, that is when it was received.
        optional pub sent_at: Option<Time>,
    }
}

impl SupplementReport {
    /// The unit under whose name the report came: this one or, where it gave none, the one in whose place it stands.
    fn reported_by<'s>(&'s self, state: &'s State) -> Option<&'s UnitId> {
        let reported = |it: &&UnitId| state.reports.of(it, self.year).is_some();
        let own = Some(&self.unit).filter(reported);
        own.or_else(|| {
            let mut before = state.membership.those_before(&self.unit).filter(reported);
            let first = before.next();
            first.filter(|_| before.next().is_none())
        })
    }
}

impl ActType for SupplementReport {
    type Names<'s> = Option<&'s Report>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.reports_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "report.was_submitted",
                "该年度工作情况已经报送",
                "the report of that year has come",
            )
            .cured_by(&[remedy(
                ActKind::SubmitReport,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                ensure(it.names.is_some(), || Finding::state(Standing::NotSubmitted, &[Standing::Submitted]))
            },
        },
        Guard {
            rule: Rule::always(
                "report.supplement_adds_something",
                "补报须有内容",
                "a supplement adds a part or further time",
            ),
            check: |it| {
                ensure(!it.act.parts.is_empty() || it.act.covers.is_some(), || Finding::Missing {
                    what: vec!["parts".to_owned()],
                })
            },
        },
        Guard {
            rule: COVERS,
            check: |it| it.act.covers.map_or(Ok(()), |covers| touches_its_year(covers, it.act.year)),
        },
        Guard { rule: SENT_FIRST, check: |it| was_sent_first(it, it.act.sent_at) },
    ];

    const FREE: &'static [&'static str] = &["parts", "covers", "sent_at"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&self.unit)?;
        Some(self.reported_by(state).and_then(|it| state.reports.of(it, self.year)))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let Some(by) = self.reported_by(state).cloned() else { return };
        let of_unit = state.reports.reports.get_mut(&by);
        if let Some(report) = of_unit.and_then(|it| it.get_mut(&self.year)) {
            if let Some(further) = self.covers {
                report.covers.from = report.covers.from.min(further.from);
                report.covers.to = report.covers.to.max(further.to);
            }
            report.supplement(receipt(&self.parts, self.sent_at, stamp, charter));
        }
    }

    fn candidates(ask: &Ask<'_>) -> impl IntoIterator<Item = Self> {
        let (reports, parts) = (ask.state.reports(), ask.named_parts());
        let pairs = ask.members_on(ask.today()).into_iter().flat_map(move |unit| {
            let years = ask.years_to_report().filter(move |year| reports.of(unit, *year).is_some());
            years.map(move |year| (unit, year))
        });
        pairs.map(move |(unit, year)| Self {
            unit: unit.clone(),
            year,
            parts: parts.clone(),
            covers: None,
            sent_at: None,
        })
    }
}
