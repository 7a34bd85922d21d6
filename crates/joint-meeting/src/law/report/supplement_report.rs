//! `supplement_report`: adds to a report, or replaces parts of it (补报).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use std::collections::BTreeMap;

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
        time::Time,
        words::Role,
    },
};

record! {
    /// Adds to a report, or replaces parts of it (补报).
    pub struct SupplementReport {
        /// The unit.
        pub unit: UnitId,
        /// The year.
        pub year: i32,
        /// The parts added or replaced.
        pub parts: BTreeMap<Text, Text>,
        /// Further time that it covers.
        optional object pub covers: Option<Period>,
        /// When it was sent; if not given, when it was received.
        optional pub sent_at: Option<Time>,
    }
}

impl ActType for SupplementReport {
    type Names<'s> = Option<&'s Report>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
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
        Some(state.reports.of(&self.unit, self.year))
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let of_unit = state.reports.reports.get_mut(&self.unit);
        if let Some(report) = of_unit.and_then(|it| it.get_mut(&self.year)) {
            report.parts.extend(self.parts.clone());
            if let Some(further) = self.covers {
                report.covers.from = report.covers.from.min(further.from);
                report.covers.to = report.covers.to.max(further.to);
            }
            report.supplements.push(receipt(&self.parts, self.sent_at, stamp, charter));
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let reports = &ask.state.reports;
        let units = ask.members_on(ask.today()).into_iter();
        units
            .flat_map(|unit| {
                let years = ask.years_to_report().filter(|year| reports.of(unit, *year).is_some());
                years
                    .map(|year| Self {
                        unit: unit.clone(),
                        year,
                        parts: ask.named_parts(),
                        covers: None,
                        sent_at: None,
                    })
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}
