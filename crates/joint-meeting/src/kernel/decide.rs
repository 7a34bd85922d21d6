//! The asking of the guards: every ground that stands in the way of an act or, with none, what it settles.
//!
//! The act is told apart by its type here; whichever act a host submits is sent here by `registry::acts`.

use std::borrow::Cow;

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        outcome::Outcome,
        refusal::{Ground, Refusal},
        resolver::Resolver,
        rule::{Check, CommonGuard, Rule},
        view::{Ask, Case},
    },
    terms::words::MeetingKind,
};

pub(crate) fn decide<A: ActType>(
    act: &A,
    mut ask: Ask<'_>,
    common: &[CommonGuard],
) -> Result<Outcome, Refusal> {
    let mut resolver = Resolver::of(&ask);
    let names = act.resolve(&mut resolver);
    resolver.finish(names.is_some())?;
    // With every name found there is something for every name.
    let Some(names) = names else { return Ok(Outcome::None) };
    ask.since = act.since(&names);
    let mut grounds = Grounds::common(&ask, common)?;
    let case = Case { ask, act, names };
    for (ix, guard) in A::GUARDS.iter().enumerate() {
        if let Some(clauses) = grounds.asked(&case, ix, &guard.rule) {
            let meeting = || act.meeting_kind(case.state.whole());
            grounds.note(&guard.rule, &clauses, &meeting, (guard.check)(&case));
        }
    }
    grounds.finish()?;
    Ok(A::settle(&case))
}

/// What an act settles, whatever rules stand in its way; nothing where one of its names means nothing.
pub(crate) fn settle<A: ActType>(act: &A, mut ask: Ask<'_>) -> Outcome {
    let mut resolver = Resolver::of(&ask);
    let names = act.resolve(&mut resolver);
    let Some(names) = names else { return Outcome::None };
    ask.since = act.since(&names);
    A::settle(&Case { ask, act, names })
}

/// What the guards find amiss, whatever the type of the act.
struct Grounds<'s> {
    charter: &'s Charter,
    found: Vec<Ground>,
}

impl<'s> Grounds<'s> {
    /// What the guards find that are asked of every act.
    fn common(ask: &Ask<'s>, guards: &[CommonGuard]) -> Result<Self, Refusal> {
        let charter = ask.view.charter;
        let mut grounds = Self { charter, found: Vec::new() };
        for (ix, guard) in guards.iter().enumerate() {
            let clauses = charter.binding(charter.common_claims(ix), || ask.today());
            grounds.note(&guard.rule, &clauses, &|| None, (guard.check)(ask));
        }
        // Before the charter is adopted nothing else can be asked.
        if ask.view.state.founding().is_founded() || grounds.found.is_empty() {
            return Ok(grounds);
        }
        Err(grounds.refusal())
    }

    /// The clauses that claim a guard on the day of an act; none if it is no law then.
    fn asked<A: ActType>(&self, case: &Case<'s, A>, ix: usize, rule: &Rule) -> Option<Cow<'s, [u16]>> {
        let clauses = self.charter.binding(self.charter.claims(case.kind, ix), || case.today());
        (rule.always || !clauses.is_empty()).then_some(clauses)
    }

    fn note(
        &mut self,
        rule: &Rule,
        clauses: &[u16],
        meeting: &dyn Fn() -> Option<MeetingKind>,
        check: Check,
    ) {
        if let Err(finding) = check {
            self.found.push(Ground::new(rule, clauses, self.charter, meeting(), finding));
        }
    }

    fn finish(self) -> Result<(), Refusal> {
        if self.found.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }

    fn refusal(self) -> Refusal {
        Refusal::Rules { grounds: self.found, version: self.charter.version() }
    }
}
