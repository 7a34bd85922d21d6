//! The act `record_child` records a lower body that a unit has set up (建立街道级别联席会议).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, fixed},
        view::Ask,
        word::word,
    },
    law::{membership::by_office, nesting::OWN_CHARTER},
    state::{State, membership::Unit, nesting::Child},
    terms::{
        deed::Stamp,
        id::{CharterId, ChildId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::UnitKind,
    },
};

record! {
    /// Records a lower body that a unit has set up (建立街道级别联席会议).
    ///
    /// Only the office may do it (`actor.is_office`). The unit must be of a kind that the charter allows to set one up
    /// (`child.by_a_unit_that_may`); where the unit is known here, the kind known counts and not the one given. The
    /// lower body has a charter of its own (`child.has_a_charter_of_its_own`).
    ///
    /// It settles nothing. The lower body is known here, and matters can be linked with it. It inherits nothing, and
    /// its own affairs stand in a journal of its own.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordChild, wire, words::UnitKind};
    ///
    /// let act = RecordChild::new(
    ///     "c1".parse()?,
    ///     "甲街道".parse()?,
    ///     UnitKind::Street,
    ///     "subdistrict-a-dog".parse()?,
    ///     "甲街道养犬管理联席会议".parse()?,
    ///     "2022-10-01".parse()?,
    /// )
    /// .unit("subdistrict-a".parse()?);
    /// let json = r#"{
    ///     "type": "record_child", "child": "c1", "set_up_by": "甲街道", "kind": "street",
    ///     "unit": "subdistrict-a", "charter": "subdistrict-a-dog", "title": "甲街道养犬管理联席会议",
    ///     "from": "2022-10-01"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordChild {
        /// The new name of the lower body.
        pub child: ChildId,
        /// The unit that set it up, which need not be known here.
        pub set_up_by: Text,
        /// What kind of unit that is.
        pub kind: UnitKind,
        /// The same unit, where it is known here.
        optional pub unit: Option<UnitId>,
        /// The charter of the lower body, which others may share.
        pub charter: CharterId,
        /// What the lower body is called.
        pub title: Text,
        /// The area or the matter for which the lower body is there, where its charter alone does not say it.
        optional pub scope: Option<Text>,
        /// The first day of the lower body.
        pub from: Date,
    }
}

impl ActType for RecordChild {
    type Names<'s> = Option<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "child.by_a_unit_that_may",
                "由制度许可的单位建立下级联席会议",
                "a lower body is set up by a unit of a kind the charter allows",
            )
            .asks(&[SettingKey::Children]),
            check: |it| {
                let by = &fixed(&it.settings().children)?.by;
                // What is known of the unit prevails over what the act says of it.
                let kind = it.names.map_or(it.act.kind, |it| it.kind);
                ensure(by.contains(&kind), || Finding::NotAllowed {
                    value: word(&kind),
                    allowed: by.iter().map(word).collect(),
                })
            },
        },
        Guard {
            rule: OWN_CHARTER,
            check: |it| {
                ensure(it.act.charter != *it.charter.id(), || Finding::Unwanted {
                    what: vec![it.act.charter.to_string()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["child", "set_up_by", "charter", "title", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let free = names.free(&self.child);
        let unit = self.unit.as_ref().map(|it| names.known(it));
        free.map(|()| unit.flatten())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let child = Child {
            unit: self.unit.clone(),
            charter: self.charter.clone(),
            title: self.title.clone(),
            set_up_by: self.set_up_by.clone(),
            scope: self.scope.clone(),
            from: self.from,
            changes: Vec::new(),
            last_days: Vec::new(),
            recorded: stamp.deed(),
            reported: None,
            handed_down: Vec::new(),
            last: stamp.at,
        };
        state.nesting.children.insert(self.child.clone(), child);
    }

    /// The candidates are set up by a unit of each kind that may, or by a street where the charter is silent.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let silent = [UnitKind::Street];
        let by = ask.settings().children.fixed().map_or(&silent[..], |it| &it.by);
        let made = |kind: &UnitKind| {
            Some(Self {
                child: new_name()?,
                set_up_by: some_text()?,
                kind: *kind,
                unit: None,
                charter: new_name()?,
                title: some_text()?,
                scope: None,
                from: ask.today(),
            })
        };
        by.iter().filter_map(made).collect()
    }
}
