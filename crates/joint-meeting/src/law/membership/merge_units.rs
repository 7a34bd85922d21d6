//! The act `merge_units` records that units were merged into one (机构合并); the successor takes their place.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::{
        by_office, of_members, of_standing_units,
        units::{IS_ELIGIBLE, is_eligible},
    },
    state::{
        State,
        membership::{Membership, Unit},
    },
    terms::{
        deed::Stamp,
        id::{ClassId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        time::Date,
        words::UnitKind,
    },
};

record! {
    /// Records that units were merged into one (机构合并); the successor takes their place.
    ///
    /// The office does this (`actor.is_office`). The units that end are member units that day (`unit.is_member`), and
    /// with the successor they are two or more (`unit.merger_of_two`). The successor has not ended itself
    /// (`unit.has_not_ended`); where it becomes a member unit by the merger, it is a public body, unless the charter is
    /// read otherwise (`unit.is_eligible`). Nobody has to decide it: the merger rests on the paper that the act names.
    ///
    /// It settles nothing. From the successor's first day on it bears its name and is a member unit, also where it was
    /// not one before, unless it stays `outside`. The units that end are member units no longer, and nobody holds their
    /// posts or is named by them. What was laid on them, asked of them or said by them passes to the successor, also what
    /// was said since that day in entries before this one: nobody knew then.
    ///
    /// ```
    /// use joint_meeting::{Act, act::MergeUnits, wire, words::UnitKind};
    ///
    /// let act = MergeUnits::new(
    ///     ["health".parse()?, "market".parse()?],
    ///     "health-market".parse()?,
    ///     "区卫生市场局".parse()?,
    ///     UnitKind::Government,
    ///     "reform of institutions".parse()?,
    ///     "2022-07-01".parse()?,
    /// );
    /// let json = r#"{
    ///     "type": "merge_units", "units": ["health", "market"], "into": "health-market", "name": "区卫生市场局",
    ///     "kind": "government", "basis": "reform of institutions", "from": "2022-07-01"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct MergeUnits {
        /// The units that end.
        pub units: Vec<UnitId>,
        /// The successor: one of them, another unit, or a new one.
        pub into: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The paper on which the merger rests.
        pub basis: Text,
        /// The successor's first day.
        pub from: Date,
        /// Whether the successor does not become a member unit by the merger. What lay on the units that end passes to
        /// it all the same.
        optional pub outside: bool,
    }
}

impl ActType for MergeUnits {
    type Names<'s> = Vec<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all(&it.act.units)),
        of_standing_units(|it| {
            let into = &it.act.into;
            let stands = it.state.membership().units.get(into).is_none_or(|unit| unit.stands(it.act.from));
            ensure(stands, || Finding::StrangeUnits { units: vec![into.clone()] })
        }),
        Guard {
            rule: Rule::always(
                "unit.merger_of_two",
                "合并须有两个以上单位",
                "a merger takes two units or more",
            ),
            check: |it| {
                let units: Set<&UnitId> = it.act.units.iter().chain([&it.act.into]).collect();
                let have = u32::from(!it.act.units.is_empty());
                ensure(units.len() > 1 && have > 0, || Finding::TooFew { have, need: 2 })
            },
        },
        Guard {
            rule: IS_ELIGIBLE,
            check: |it| {
                let known = it.state.membership().units.get(&it.act.into);
                let kind = known.map_or(it.act.kind, |it| it.kind());
                let joins = !it.act.outside && !it.is_member(&it.act.into, it.act.from);
                let by_class = class_of(it.state.membership(), &it.act.units).is_some();
                is_eligible(it, kind, !joins || by_class)
            },
        },
    ];

    const FREE: &'static [&'static str] = &["into", "name", "kind", "basis", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.all_known(&self.units)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let class = class_of(&state.membership, &self.units).cloned();
        for id in self.units.iter().filter(|it| **it != self.into) {
            state.membership.end_unit(id, self.from, vec![self.into.clone()], stamp.no);
        }
        let successor = state.membership.unit_mut(&self.into, &self.name, self.kind, self.from);
        successor.rename(&self.name, self.from);
        if self.outside {
            return;
        }
        if !successor.is_member(self.from) {
            successor.class = class;
        }
        successor.join(self.from);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || {
            let units = ask.members_on(ask.today()).into_iter().rev().take(2).cloned().collect();
            let (into, name, basis) = (new_name()?, some_text()?, some_text()?);
            let kind = UnitKind::Government;
            Some(Self { units, into, name, kind, basis, from: ask.today(), outside: false })
        };
        made().into_iter().collect()
    }
}

/// The class through which all these units belong to the body, if it is one; their successor belongs through it as well.
pub(super) fn class_of<'s>(membership: &'s Membership, units: &[UnitId]) -> Option<&'s ClassId> {
    let mut classes = units.iter().map(|it| membership.units.get(it)?.class());
    let first = classes.next()??;
    classes.all(|it| it == Some(first)).then_some(first)
}
