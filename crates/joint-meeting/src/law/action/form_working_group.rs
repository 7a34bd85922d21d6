//! The act `form_working_group` forms a joint working group (成立联合工作组).

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
    law::{action::known_units, membership::of_standing_units},
    state::{State, action::WorkingGroup},
    terms::{
        deed::Stamp,
        id::{GroupId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        words::{Purpose, Role},
    },
};

record! {
    /// Forms a joint working group (成立联合工作组).
    ///
    /// The office or the convener may do it (`group.formed_by_office_or_convener`). The group is formed to inspect
    /// streets, which it names, unless the charter is read so that it may serve any purpose (`group.for_inspection`).
    /// It has two units or more (`group.of_two_units_or_more`), and those that are not member units have consented
    /// (`group.outsiders_consented`).
    ///
    /// It settles nothing. The group is at work until it is ended: joint actions and inspections can be ascribed to it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::FormWorkingGroup, wire, words::Purpose};
    ///
    /// let act = FormWorkingGroup::new(
    ///     "g1".parse()?,
    ///     Purpose::Inspection,
    ///     "urban-management".parse()?,
    ///     ["police".parse()?, "health".parse()?],
    /// )
    /// .streets(["the first street".parse()?]);
    /// let json = r#"{
    ///     "type": "form_working_group", "group": "g1", "purpose": "inspection",
    ///     "head": "urban-management", "units": ["police", "health"], "streets": ["the first street"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct FormWorkingGroup {
        /// The new name of the group here.
        pub group: GroupId,
        /// What the group is formed for.
        pub purpose: Purpose,
        /// The unit that heads the group.
        pub head: UnitId,
        /// The units in the group.
        pub units: Vec<UnitId>,
        /// The streets that the group goes to.
        optional pub streets: Vec<Text>,
        /// The units in the group that are not member units and have consented.
        optional pub consents: Vec<UnitId>,
    }
}

impl ActType for FormWorkingGroup {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        of_standing_units(|it| it.stand(it.act.units.iter().chain([&it.act.head]))),
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
                "联合工作组为开展联合督导检查而成立",
                "a joint working group is formed to inspect",
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
            check: |it| it.units_at_least((it.act.units.iter().chain([&it.act.head]), it.today()), 2),
        },
        Guard {
            rule: Rule::law(
                "group.outsiders_consented",
                "非成员单位参加联合工作组须经其同意",
                "units in the group that are not member units have consented",
            ),
            check: |it| {
                let units: Set<&UnitId> = it.act.units.iter().chain([&it.act.head]).collect();
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
        let group = WorkingGroup {
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
                group: new_name()?,
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
