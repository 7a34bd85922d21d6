//! What the acts on a case of adverse online opinion share.

use crate::{
    kernel::{
        finding::{Finding, Standing},
        resolver::since,
        rule::{Check, Rule, ensure},
    },
    state::function::OpinionCase,
};

pub(crate) const CASE_OPEN: Rule =
    Rule::always("opinion.case_is_open", "该舆情尚未办结", "the case is not closed");

pub(crate) fn case_is_open(case: &OpinionCase) -> Check {
    ensure(case.closed.is_none(), || Finding::state(Standing::Closed, &[Standing::Open]))
}

since! { OpinionCase(last); }
