//! The responsibility register (职责项目清单): what the acts on its items share.
//!
//! A unit enters, revises and retires its items, and adopts its register as a whole. What a unit is told to do by an
//! agreed matter is an assignment and stands in `assignment`.

pub(crate) mod adopt_register;
pub(crate) mod duties;
pub(crate) mod enter_register_item;
pub(crate) mod retire_register_item;
pub(crate) mod revise_register_item;

use crate::{
    kernel::{
        duty::{Found, Instance},
        finding::{Finding, Standing},
        resolver::{since, stands_for},
        rule::{Check, Rule, ensure},
        view::Ask,
    },
    state::register::RegisterItem,
    terms::{
        deed::is_done,
        id::{PersonId, RegisterItemId, Text, UnitId},
        time::Time,
        words::Role,
    },
};

pub(crate) const KEPT: Rule = Rule::law(
    "register.kept_by_unit_or_office",
    "清单由责任单位或者办公室编制",
    "a register is kept by its unit or by the office",
);

pub(crate) const NAMES: Rule = Rule::law(
    "register.names_matter_unit_person",
    "列明责任事项、责任单位和责任人员",
    "an item names the matter, the unit and who is responsible in it",
);

pub(crate) const CURRENT: Rule =
    Rule::always("register_item.is_current", "该职责项目仍然有效", "the item has not been retired");

impl Ask<'_> {
    fn keeps_register(&self, unit: Option<&UnitId>) -> Check {
        match unit {
            Some(unit) => self.speaks(
                unit,
                self.today(),
                &[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
            ),
            None => self.needs(&[Role::Office], None),
        }
    }
}

pub(crate) fn somebody_is_named(post: Option<&Text>, person: Option<&PersonId>) -> Check {
    ensure(post.is_some() || person.is_some(), || Finding::Missing {
        what: vec!["post".to_owned(), "person".to_owned()],
    })
}

/// Checks that the item was still current at a moment.
pub(crate) fn was_current(item: &RegisterItem, at: Time) -> Check {
    ensure(!is_done(item.retired, at), || Finding::state(Standing::Retired, &[Standing::Current]))
}

pub(crate) fn of_unit(unit: &UnitId, found: Found) -> Instance {
    Instance::of_unit(unit, found).owed_to(Role::LeadUnit)
}

since! { RegisterItem(last()); }

stands_for! { RegisterItemId => RegisterItem in registers.items; }
