//! The act `end_unit` records that a unit was abolished or split (机构撤销、分设).

use std::slice::from_ref;

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Lacking},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
        word::word,
    },
    law::membership::{
        by_office,
        merge_units::class_of,
        of_standing_units,
        units::{IS_ELIGIBLE, is_eligible},
    },
    state::{State, membership::Unit},
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
        time::{Date, day_before},
        words::UnitKind,
    },
};

record! {
    /// Records that a unit was abolished (机构撤销), or split into others (分设).
    ///
    /// The office does this (`actor.is_office`), on the paper that the act names; nobody of the body has to decide it. The
    /// units named have not ended (`unit.has_not_ended`), and none of them is the unit itself
    /// (`unit.is_not_its_own_successor`) or named twice (`unit.comes_out_once`). Where it was split into several, the act says which unit carries on what lay on it
    /// (`unit.carried_on_by_one`). Those that become member units by the split are public bodies, unless the charter is read
    /// otherwise (`unit.is_eligible`). How units merge is recorded by `merge_units`.
    ///
    /// It settles nothing. From that day on the unit is a member unit no longer, and nobody holds its posts or is named by it.
    /// Where it was one, those into which it was split are member units, unless they stay `outside`. What was laid on it, asked
    /// of it or said by it passes to the unit that carries it on; where nobody does, it stays with the unit that has ended,
    /// and nobody can settle it in that unit's name.
    ///
    /// ```
    /// use joint_meeting::{Act, act::{EndUnit, UnitAfter}, wire, words::UnitKind};
    ///
    /// let clinics = UnitAfter::new("clinics".parse()?, "区医院管理中心".parse()?, UnitKind::Government);
    /// let act = EndUnit::new("health".parse()?, "reform of institutions".parse()?, "2022-07-01".parse()?)
    ///     .split_into([clinics])
    ///     .carried_on_by("clinics".parse()?);
    /// let json = r#"{
    ///     "type": "end_unit", "unit": "health", "basis": "reform of institutions", "from": "2022-07-01",
    ///     "split_into": [{"unit": "clinics", "name": "区医院管理中心", "kind": "government"}], "carried_on_by": "clinics"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EndUnit {
        /// The unit that ends.
        pub unit: UnitId,
        /// The paper on which it rests.
        pub basis: Text,
        /// The first day on which there is no such unit.
        pub from: Date,
        /// The units into which it was split.
        optional pub split_into: Vec<UnitAfter>,
        /// The unit that carries on what lay on it: one of these, or another; if it is split into one, that one.
        optional pub carried_on_by: Option<UnitId>,
    }

    /// A unit into which another was split.
    pub struct UnitAfter {
        /// The unit: a new one, or one that is known already.
        pub unit: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// Whether it does not become a member unit.
        optional pub outside: bool,
    }
}

impl ActType for EndUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_standing_units(|it| {
            let on = it.act.from;
            let units = it.act.others().chain([&it.act.unit]);
            let ended =
                |id: &&UnitId| it.state.membership().units.get(*id).is_some_and(|unit| !unit.stands(on));
            // Whose end is recorded does not end once more, be it earlier.
            let ends = it.names.endings().iter().any(|it| it.until().is_none());
            let ended = |id: &&UnitId| ended(id) || (ends && **id == it.act.unit);
            let units: Vec<UnitId> = units.filter(ended).cloned().collect();
            ensure(units.is_empty(), || Finding::StrangeUnits { units })
        }),
        Guard {
            rule: Rule::always(
                "unit.is_not_its_own_successor",
                "承接单位、分设后的单位不是原单位",
                "no unit comes out of itself or carries on for itself",
            ),
            check: |it| {
                let own = it.act.others().any(|other| *other == it.act.unit);
                ensure(!own, || Finding::Unwanted { what: vec![it.act.unit.to_string()] })
            },
        },
        Guard {
            rule: Rule::always(
                "unit.comes_out_once",
                "分设后的单位各载明一次",
                "each unit into which another is split is named once",
            ),
            check: |it| {
                let mut seen = Set::new();
                let again = it.act.split_into.iter().filter(|after| !seen.insert(&after.unit));
                let what: Vec<String> = again.map(|after| after.unit.to_string()).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::always(
                "unit.carried_on_by_one",
                "分设为几个单位的，载明由哪个单位承接原单位的事项",
                "where a unit is split into several, it is said which unit carries on what lay on it",
            ),
            check: |it| {
                let said = it.act.split_into.len() < 2 || it.act.carried_on_by.is_some();
                ensure(said, || Finding::Missing { what: vec![word(&Lacking::CarriedOnBy)] })
            },
        },
        Guard {
            rule: IS_ELIGIBLE,
            check: |it| {
                let by_class = it.names.class.is_some();
                it.act.joining(it.names).try_for_each(|after| {
                    let known = it.state.membership().units.get(&after.unit);
                    let is_member = it.is_member(&after.unit, it.act.from);
                    is_eligible(it, known.map_or(after.kind, |it| it.kind()), by_class || is_member)
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["basis", "from", "split_into", "carried_on_by"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let comes_out = |it: &&UnitId| self.split_into.iter().any(|after| after.unit == **it);
        if let Some(other) = self.carried_on_by.as_ref().filter(|it| !comes_out(it)) {
            names.known(other);
        }
        names.known(&self.unit)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let Some(unit) = state.membership.units.get(&self.unit) else { return };
        let joining: Vec<&UnitAfter> = self.joining(unit).collect();
        let class = class_of(&state.membership, from_ref(&self.unit)).cloned();
        let carries = self.carried_on_by.as_ref().or(self.split_into.first().map(|it| &it.unit));
        let carries = carries.into_iter().cloned().collect();
        state.membership.end_unit(&self.unit, self.from, carries, stamp.no);
        for it in &self.split_into {
            let after = state.membership.unit_mut(&it.unit, &it.name, it.kind, self.from);
            after.rename(&it.name, self.from);
        }
        for it in joining {
            let Some(after) = state.membership.units.get_mut(&it.unit) else { continue };
            if !after.is_member(self.from) {
                after.class.clone_from(&class);
            }
            after.join(self.from);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let end = |unit: &UnitId| {
            let (unit, basis) = (unit.clone(), some_text()?);
            Some(Self { unit, basis, from: ask.today(), split_into: Vec::new(), carried_on_by: None })
        };
        ask.members_on(ask.today()).into_iter().rev().take(1).filter_map(end).collect()
    }
}

impl EndUnit {
    /// The units that the act names beside the one that ends.
    fn others(&self) -> impl Iterator<Item = &UnitId> {
        self.split_into.iter().map(|it| &it.unit).chain(&self.carried_on_by)
    }

    /// Those that become member units by the split of a member unit.
    fn joining(&self, unit: &Unit) -> impl Iterator<Item = &UnitAfter> {
        let was_member = unit.is_member(day_before(self.from));
        self.split_into.iter().filter(move |it| was_member && !it.outside)
    }
}
