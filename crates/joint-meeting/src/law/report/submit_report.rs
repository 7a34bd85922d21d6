//! The act `submit_report` reports a unit's work of a year to the office (报送年度工作情况).
//!
//! It happens when the office receives the report; when it was sent is one of its fields.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, instead},
        view::Ask,
    },
    law::{
        membership::{by_unit, of_members},
        report::{
            COVERS, SENT_FIRST,
            duties::{owes_report, unreported},
            receipt, touches_its_year, was_sent_first,
        },
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
    /// Reports a unit's work of a year to the office (报送年度工作情况); it happens when the office receives it.
    ///
    /// Whoever acts for the unit may do it, and so may the office, which logs what came to it on paper
    /// (`actor.acts_for_unit`); the unit must be a member unit that day, or owe the report from when it was one
    /// (`unit.is_member`). For a unit that has ended, the unit in its place does this: under the name of the one that ended
    /// or, for all that it owes, under its own. There is one report for a year (`report.once_a_year`): what comes later
    /// supplements it. The year is one in which there was a body, and not one to come (`report.year_is_plausible`), the time
    /// covered touches it (`report.covers_part_of_its_year`), and the report was not sent after it was received
    /// (`report.sent_before_received`).
    ///
    /// It settles nothing. The report counts for the duties `report.yearly`, `report.complete` and
    /// `report.period_covered`, each of which is judged apart from the others: a report may come late or lack a part.
    ///
    /// ```
    /// use joint_meeting::{Act, act::SubmitReport, time::Period, wire};
    ///
    /// let act = SubmitReport::new(
    ///     "health".parse()?,
    ///     2022,
    ///     [("results".parse()?, "two clinics opened".parse()?), ("problems".parse()?, "few vets".parse()?)],
    ///     Period::new("2022-01-01".parse()?, "2022-12-20".parse()?)?,
    /// )
    /// .sent_at("2022-12-24T23:00:00+08:00".parse()?);
    /// let json = r#"{
    ///     "type": "submit_report", "unit": "health", "year": 2022,
    ///     "parts": {"results": "two clinics opened", "problems": "few vets"},
    ///     "covers": {"from": "2022-01-01", "to": "2022-12-20"}, "sent_at": "2022-12-24T23:00:00+08:00"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SubmitReport {
        /// The unit that reports.
        pub unit: UnitId,
        /// The year that is reported on.
        pub year: i32,
        /// The parts of the report by their keys: those the charter names, and any others.
        pub parts: Map<Text, Text>,
        /// The time that the report covers.
        pub covers: Period,
        /// When the report was sent. If it is not given, that is when it was received.
        optional pub sent_at: Option<Time>,
    }
}

impl ActType for SubmitReport {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.reports_for(&it.act.unit)),
        of_members(|it| {
            let owes = owes_report(it, &it.act.unit, it.act.year);
            if owes { Ok(()) } else { it.members_all([&it.act.unit]) }
        }),
        Guard {
            rule: Rule::always(
                "report.once_a_year",
                "该年度尚未报送，补充材料另作补报",
                "no report for that year has come yet; what comes later supplements it",
            )
            .cured_by(&[instead(
                ActKind::SupplementReport,
                &[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: |it| {
                let had = it.state.reports().of(&it.act.unit, it.act.year).is_some();
                ensure(!had, || Finding::state(Standing::Submitted, &[Standing::NotSubmitted]))
            },
        },
        Guard {
            rule: Rule::always(
                "report.year_is_plausible",
                "报送的是联席会议成立当年以来的年度，不是来年",
                "it is for a year in which there was a body, and not for one to come",
            ),
            check: |it| {
                let years = it.years_to_report();
                ensure(years.contains(&it.act.year), || Finding::NotAllowed {
                    value: it.act.year.to_string(),
                    allowed: years.map(|it| it.to_string()).collect(),
                })
            },
        },
        Guard { rule: COVERS, check: |it| touches_its_year(it.act.covers, it.act.year) },
        Guard { rule: SENT_FIRST, check: |it| was_sent_first(it, it.act.sent_at) },
    ];

    const FREE: &'static [&'static str] = &["parts", "covers", "sent_at"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.known(&self.unit).map(|_| ())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let report = Report {
            covers: self.covers,
            first: receipt(&self.parts, self.sent_at, stamp, charter),
            supplements: Vec::new(),
        };
        state.reports.reports.entry(self.unit.clone()).or_default().insert(self.year, report);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let submit = |unit: &UnitId, year: i32| {
            let whole = Period::year(year)?;
            let joined = ask.joined_with_those_before(unit, ask.today()).filter(|it| whole.contains(*it));
            let covers = Period { from: joined.unwrap_or(whole.from), to: whole.to.min(ask.today()) };
            Some(Self { unit: unit.clone(), year, parts: ask.named_parts(), covers, sent_at: None })
        };
        let reports = ask.state.reports();
        let members = ask.members_on(ask.today());
        let of_year = |year: i32| {
            let others = unreported(ask, year).into_iter().filter(|it| !members.contains(it));
            let missing = members.iter().filter(move |it| reports.of(it, year).is_none()).copied();
            missing.chain(others).filter_map(|it| submit(it, year)).collect::<Vec<_>>()
        };
        ask.years_to_report().flat_map(of_year).collect()
    }
}
