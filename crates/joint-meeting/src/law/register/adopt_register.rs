//! The act `adopt_register` adopts a register as it stands (审定清单).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure, remedy},
        view::{Ask, Case},
    },
    law::{membership::of_members, register::KEPT},
    state::State,
    terms::{
        act_kind::ActKind, deed::Stamp, id::UnitId, matter::MatterRef, record::record, time::Date,
        words::Role,
    },
};

record! {
    /// Adopts a register as it stands (审定清单): that of one unit, or that of the whole body.
    ///
    /// The office may do it, and for a unit's own register whoever acts for the unit
    /// (`register.kept_by_unit_or_office`), which must be a member unit that day (`unit.is_member`). Each unit of the
    /// register must have a current item (`register.has_items`); for the register of the whole body these are all
    /// member units.
    ///
    /// It settles nothing. The adoption fulfils the duties `register.set_up` and `register.reviewed`, as long as one of the
    /// items that it adopted stands; it passes with them to the unit in whose place they stand. Whether those duties ask
    /// for the register of each unit or for the one of the whole body is a reading of the charter.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AdoptRegister, wire};
    ///
    /// let act = AdoptRegister::new().unit("health".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "adopt_register", "unit": "health"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AdoptRegister {
        /// The unit whose register it is; without one, the register of the whole body.
        optional pub unit: Option<UnitId>,
    }
}

impl ActType for AdoptRegister {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        Guard { rule: KEPT, check: |it| it.keeps_register(it.act.unit.as_ref()) },
        of_members(|it| it.members_all(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "register.has_items",
                "清单已列入职责项目",
                "each unit of the register has entered an item",
            )
            .cured_by(&[remedy(
                ActKind::EnterRegisterItem,
                &[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            )]),
            check: Self::has_items,
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        names.all_known(&self.unit).map(|_| ())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.registers.adopted.entry(self.unit.clone()).or_default().push(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let units = ask.members_on(ask.today()).into_iter().cloned();
        units.map(Some).chain([None]).map(|unit| Self { unit }).collect()
    }
}

impl AdoptRegister {
    fn has_items(case: &Case<'_, Self>) -> Check {
        let units = match &case.act.unit {
            Some(unit) => vec![unit],
            None => case.members_on(case.today()),
        };
        let registers = &case.state.registers();
        let inherits = |unit: &UnitId| {
            let mut others = registers.current.iter().filter(|(_, items)| !items.is_empty());
            others.any(|(it, _)| case.is_answering(unit, [it], Date::MIN))
        };
        let has_items = |it: &UnitId| registers.has_items(it) || inherits(it);
        let without: Vec<UnitId> = units.into_iter().filter(|it| !has_items(it)).cloned().collect();
        ensure(without.is_empty(), || Finding::MissingUnits { units: without })
    }
}
