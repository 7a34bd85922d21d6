//! What the acts on a case of adverse online opinion share.

use crate::{
    kernel::{
        finding::{Finding, Standing},
        resolver::since,
        rule::{Check, Rule, ensure},
    },
    state::function::OpinionCase,
    terms::{deed::is_done, time::Time},
};

pub(crate) const CASE_OPEN: Rule =
    Rule::always("opinion.case_is_open", "该舆情尚未办结", "the case is not closed");

/// Checks that the case was still open at a moment.
pub(crate) fn was_open(case: &OpinionCase, at: Time) -> Check {
    ensure(!is_done(case.closed, at), || Finding::state(Standing::Closed, &[Standing::Open]))
}

since! { OpinionCase(last); }
