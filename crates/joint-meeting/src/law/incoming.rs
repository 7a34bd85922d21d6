//! What comes in (收文): letters, instructions, matters of citizens and streets, from any sender.
//!
//! The paper is here, from the day it came to the day it was answered or filed. A matter that a superior hands down and that
//! the body takes on is in `function` from then on: taking it on ends what is here. What the body decides on it is in
//! `decision`, and what it sends out in `document`. No charter need provide for any of this: it is recorded as what happened.

pub(crate) mod answer_incoming;
pub(crate) mod file_incoming;
pub(crate) mod pass_on_incoming;
pub(crate) mod register_incoming;

use crate::{
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        resolver::{since, stands_for},
        rule::{Check, Guard, Rule, ensure},
        view::Case,
    },
    state::incoming::Incoming,
    terms::id::IncomingId,
};

const OPEN: Rule = Rule::always(
    "incoming.is_open",
    "该来文来件尚未答复、存查或者作为交办事项承办",
    "what came in is neither answered nor filed nor taken on as a matter from above",
);

/// The guard that what came in is not done with.
pub(crate) const fn of_open_incoming<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: OPEN, check }
}

/// Checks that what came in is not done with.
pub(crate) fn must_be_open(incoming: &Incoming) -> Check {
    ensure(incoming.ended.is_none(), || Finding::state(Standing::Completed, &[Standing::Open]))
}

stands_for! { IncomingId => Incoming in incoming.all; }

since! { Incoming(registered.at); }
