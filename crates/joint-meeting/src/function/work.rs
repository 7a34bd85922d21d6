//! Records of work: training, guidance, good practice, contacts, other work, and that there was nothing to do.

use chrono::Datelike;

use super::known_clauses;
use crate::{
    act::{ActType, Resolver, some_text},
    action::{by_unit_or_office, known_units, names_units, of_named_units},
    charter::{Charter, Clause, Force},
    deed::{Deed, Stamp},
    entry::Outcome,
    id::{ClauseId, Text, UnitId},
    law::MatterRef,
    membership::{by_office, of_members},
    record::{record, words},
    refusal::Finding,
    rule::{Ask, Guard, Rule, ensure},
    state::State,
};

words! {
    /// A force at the grass roots (基层组织、群防群治力量).
    pub enum Grassroots {
        /// 社区居委会
        ResidentsCommittee,
        /// 物业公司
        PropertyCompany,
        /// 社区网格员
        GridWorker,
        /// 平安志愿者
        Volunteer,
    }
}

record! {
    /// Records training (业务培训).
    pub struct RecordTraining {
        /// The units that took part.
        #[serde(deserialize_with = "crate::wire::list")]
        pub units: Vec<UnitId>,
        /// What it was about.
        pub topic: Text,
    }

    /// Records guidance given to others (指导).
    pub struct RecordGuidance {
        /// The unit that gave it; if none, the body did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// To whom: a street, a department, a trade body.
        pub to: Text,
        /// What it was about.
        pub topic: Text,
        /// The forces at the grass roots that it brings in.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub forces: Vec<Grassroots>,
        /// The clauses it serves.
        #[serde(default, deserialize_with = "crate::wire::list", skip_serializing_if = "Vec::is_empty")]
        pub serves: Vec<ClauseId>,
    }

    /// Records a good practice of a unit, to be spread (经验做法).
    pub struct RecordGoodPractice {
        /// The unit.
        pub unit: UnitId,
        /// The practice.
        pub practice: Text,
    }

    /// Notes that there was nothing to do for a standing function in a year (本年无此事项).
    pub struct NoteNoneThisYear {
        /// The clause of the function.
        pub clause: ClauseId,
        /// The year.
        pub year: i32,
        /// Why.
        pub reason: Text,
    }

    /// Records other work that serves clauses: a plan, a measure, a mechanism (其他工作).
    pub struct RecordWork {
        /// The clauses it serves.
        #[serde(deserialize_with = "crate::wire::list")]
        pub serves: Vec<ClauseId>,
        /// The unit that did it; if none, the body did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// What was done.
        pub text: Text,
    }

    /// Records a contact between a unit and the office (日常联系对接).
    pub struct RecordContact {
        /// The unit.
        pub unit: UnitId,
        /// What it was about.
        pub text: Text,
    }
}

impl Ask<'_> {
    /// The clauses of standing functions.
    fn functions(&self) -> impl Iterator<Item = &ClauseId> {
        self.charter.clauses().iter().filter(|it| it.force == Force::Function).map(|it| &it.id)
    }
}

impl ActType for RecordTraining {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.units)),
        of_named_units(|it| names_units(&it.act.units)),
    ];

    const FREE: &'static [&'static str] = &["units", "topic"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.units);
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = || ask.members_on(ask.today()).into_iter().cloned().collect();
        some_text().into_iter().map(|topic| Self { units: units(), topic }).collect()
    }
}

impl ActType for RecordGuidance {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for(&it.act.unit))];

    const FREE: &'static [&'static str] = &["to", "topic", "forces", "serves"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, stamp.deed());
        state.functions.guidance.push(Guidance {
            unit: self.unit.clone(),
            serves: self.serves.clone(),
            names_forces: !self.forces.is_empty(),
            given: stamp.deed(),
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let guide = |unit: Option<UnitId>| {
            let (to, topic) = (some_text()?, some_text()?);
            Some(Self { unit, to, topic, forces: Grassroots::ALL.to_vec(), serves: Vec::new() })
        };
        std::iter::once(None).chain(ask.some_member().map(Some)).filter_map(guide).collect()
    }
}

impl ActType for RecordGoodPractice {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[by_unit_or_office(|it| it.records_for([&it.act.unit]))];

    const FREE: &'static [&'static str] = &["practice"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, _: Stamp<'_>, _: &Outcome, _: &mut State, _: &Charter) {}

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, practice: some_text()? });
        made().into_iter().collect()
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
                "note.year_is_this_or_last",
                "只注明本年或者上年",
                "the note is about this year or the last",
            ),
            check: |it| {
                let this = it.today().year();
                let allowed = [this - 1, this];
                ensure(allowed.contains(&it.act.year), || Finding::NotAllowed {
                    value: it.act.year.to_string(),
                    allowed: allowed.iter().map(ToString::to_string).collect(),
                })
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
        let year = ask.today().year();
        let note = |clause: &ClauseId| Some(Self { clause: clause.clone(), year, reason: some_text()? });
        let noted = |clause: &ClauseId| ask.state.functions.none.contains_key(&(clause.clone(), year));
        ask.functions().filter(|it| !noted(it)).filter_map(note).collect()
    }
}

impl ActType for RecordWork {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(&it.act.unit)),
        Guard {
            rule: Rule::always(
                "work.serves_a_clause",
                "记录写明所服务的条款",
                "the record names the clauses that the work serves",
            ),
            check: |it| {
                ensure(!it.act.serves.is_empty(), || Finding::Missing { what: vec!["serves".to_owned()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, &self.unit);
        known_clauses(names, &self.serves);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.serve_all(&self.serves, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let unit = ask.some_member().filter(|it| ask.acts_for(it).is_ok());
        let work = |clause: &ClauseId| {
            Some(Self { serves: vec![clause.clone()], unit: unit.clone(), text: some_text()? })
        };
        ask.functions().filter_map(work).collect()
    }
}

impl ActType for RecordContact {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for([&it.act.unit])),
        of_members(|it| it.members_all([&it.act.unit])),
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.contacts.entry(self.unit.clone()).or_default().note(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, text: some_text()? });
        made().into_iter().collect()
    }
}

/// Guidance given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Guidance {
    /// By whom; the body if nobody is named.
    pub(crate) unit: Option<UnitId>,
    pub(crate) serves: Vec<ClauseId>,
    pub(crate) names_forces: bool,
    pub(crate) given: Deed,
}

impl Guidance {
    /// It names the clause, or none at all.
    pub(crate) fn may_serve(&self, clause: &ClauseId) -> bool {
        self.serves.is_empty() || self.serves.contains(clause)
    }
}
