//! Nesting: the lower bodies (下级联席会议) that units set up beside this one, each under its own charter.
//!
//! A lower body inherits nothing; its own affairs are kept in a journal of its own and not here.

pub(crate) mod duties;
pub(crate) mod end_child;
pub(crate) mod link_child;
pub(crate) mod record_child;
pub(crate) mod revise_child;

use crate::{
    kernel::{
        act::ActType,
        finding::Finding,
        resolver::{since, stands_for},
        rule::{Check, Guard, Rule, ensure},
        view::{Ask, Case},
    },
    state::nesting::Child,
    terms::{
        id::ChildId,
        time::{Date, end_of, start_of},
    },
};

pub(crate) const OWN_CHARTER: Rule = Rule::law(
    "child.has_a_charter_of_its_own",
    "下级联席会议另立制度",
    "the lower body has a charter of its own",
);

const IN_BEING: Rule = Rule::always(
    "child.is_in_being",
    "该下级联席会议当日已经建立，尚未撤销",
    "there is the lower body that day",
);

/// The guard that there is the lower body on the day in question.
pub(crate) const fn in_being<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: IN_BEING, check }
}

impl Ask<'_> {
    /// Checks that there is a lower body on a day.
    pub(crate) fn child_is_in_being(&self, child: &Child, on: Date) -> Check {
        let offset = self.charter.offset();
        ensure(on >= child.from, || Finding::TooEarly { earliest: start_of(child.from, offset) })?;
        self.has_not_ended(child, on)
    }

    /// Checks that a lower body has not ended by a day.
    pub(crate) fn has_not_ended(&self, child: &Child, on: Date) -> Check {
        let ended = child.to().filter(|to| on > *to);
        ended.map_or(Ok(()), |to| Err(Finding::TooLate { latest: end_of(to, self.charter.offset()) }))
    }
}

since! { Child(recorded.at); }

stands_for! { ChildId => Child in nesting.children; }
