//! `form_working_group`: forms a joint working group (成立联合工作组).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use std::collections::BTreeSet;

use crate::{
    charter::{
        Charter,
        readings::{GroupPurpose, ReadingKey},
    },
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    law::action::{known_units, units_at_least},
    state::{State, action::Group},
    terms::{
        deed::Stamp,
        id::{GroupId, Text, UnitId},
        matter::MatterRef,
        record::record,
        words::{Purpose, Role},
    },
};

record! {
    /// Forms a joint working group (成立联合工作组).
    pub struct FormWorkingGroup {
        /// Its new name here.
        pub group: GroupId,
        /// What it is formed for.
        pub purpose: Purpose,
        /// The unit that heads it.
        pub head: UnitId,
        /// The units in it.
        pub units: Vec<UnitId>,
        /// The streets it goes to.
        optional pub streets: Vec<Text>,
        /// The units in it that are not member units and have consented.
        optional pub consents: Vec<UnitId>,
    }
}

impl ActType for FormWorkingGroup {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "group.formed_by_office_or_convener",
                "联合工作组由办公室或者召集人组织成立",
                "the office or the convener forms a joint working group",
            ),
            check: |it| it.needs(&[Role::Office, Role::Convener], None),
        },
        Guard {
            rule: Rule::law(
                "group.for_inspection",
                "联合工作组深入各街开展联合督导检查",
                "a joint working group is formed to inspect streets",
            )
            .reads(&[ReadingKey::GroupPurpose]),
            check: |it| {
                if it.reading::<GroupPurpose>() == GroupPurpose::Any {
                    return Ok(());
                }
                ensure(it.act.purpose == Purpose::Inspection, || Finding::NotAllowed {
                    value: word(&it.act.purpose),
                    allowed: vec![word(&Purpose::Inspection)],
                })?;
                ensure(!it.act.streets.is_empty(), || Finding::Missing { what: vec!["streets".to_owned()] })
            },
        },
        Guard {
            rule: Rule::always(
                "group.of_two_units_or_more",
                "联合工作组由两个以上单位组成",
                "a joint working group has two units or more",
            ),
            check: |it| units_at_least(it.act.units.iter().chain([&it.act.head]), 2),
        },
        Guard {
            rule: Rule::law(
                "group.outsiders_consented",
                "非成员单位参加联合工作组须经其同意",
                "units in the group that are not member units have consented",
            ),
            check: |it| {
                let units: BTreeSet<&UnitId> = it.act.units.iter().chain([&it.act.head]).collect();
                let asked = units.into_iter().filter(|unit| !it.is_member(unit, it.today()));
                let missing: Vec<UnitId> =
                    asked.filter(|unit| !it.act.consents.contains(unit)).cloned().collect();
                ensure(missing.is_empty(), || Finding::MissingUnits { units: missing })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["group", "streets"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.free(&self.group);
        known_units(names, self.units.iter().chain([&self.head]).chain(&self.consents));
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let group = Group {
            head: self.head.clone(),
            units: self.units.clone(),
            formed: stamp.deed(),
            ended: None,
            last: stamp.at,
        };
        state.actions.groups.insert(self.group.clone(), group);
        state.actions.groups_at_work.insert(self.group.clone());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.two_members();
        let form = |purpose: &Purpose| {
            Some(Self {
                group: new_name(ask)?,
                purpose: *purpose,
                head: units.first()?.clone(),
                units: units.clone(),
                streets: vec![some_text()?],
                consents: Vec::new(),
            })
        };
        Purpose::ALL.iter().filter_map(form).collect()
    }
}
