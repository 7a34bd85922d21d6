//! The asking of the guards: every ground that stands in the way of an act or, with none, what it settles.
//!
//! The act is told apart by its type here; whichever act a host submits is sent here by `registry::acts`.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        refusal::{Ground, Refusal},
        resolver::Resolver,
        rule::{CommonGuard, Rule},
        view::{Ask, Case},
    },
    terms::{time::Date, words::MeetingKind},
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
        let claims = grounds.charter.claims(case.kind, ix);
        if grounds.is_asked(&guard.rule, claims)
            && let Err(finding) = (guard.check)(&case)
        {
            grounds.note(&guard.rule, claims, act.meeting_kind(case.state.whole()), finding);
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
    on: Date,
    found: Vec<Ground>,
}

impl<'s> Grounds<'s> {
    /// What the guards find that are asked of every act.
    fn common(ask: &Ask<'s>, guards: &[CommonGuard]) -> Result<Self, Refusal> {
        let charter = ask.view.charter;
        let mut grounds = Self { charter, on: ask.today(), found: Vec::new() };
        for (ix, guard) in guards.iter().enumerate() {
            if let Err(finding) = (guard.check)(ask) {
                grounds.note(&guard.rule, charter.common_claims(ix), None, finding);
            }
        }
        // Before the charter is adopted nothing else can be asked.
        if ask.view.state.founding().is_founded() || grounds.found.is_empty() {
            return Ok(grounds);
        }
        Err(grounds.refusal())
    }

    /// Whether a guard is asked: it always is, or one of the clauses that claim it binds on the day of the act.
    fn is_asked(&self, rule: &Rule, claims: &[u16]) -> bool {
        rule.always || self.charter.any_binds(claims, self.on)
    }

    fn note(&mut self, rule: &Rule, claims: &[u16], meeting: Option<MeetingKind>, finding: Finding) {
        let clauses = self.charter.binding(claims, self.on);
        self.found.push(Ground::new(rule, &clauses, self.charter, meeting, finding));
    }

    fn finish(self) -> Result<(), Refusal> {
        if self.found.is_empty() { Ok(()) } else { Err(self.refusal()) }
    }

    fn refusal(self) -> Refusal {
        Refusal::Rules { grounds: self.found, version: self.charter.version() }
    }
}
