//! Who can act next: who may do an act or, where it is refused, who could act, and with what.

use crate::{
    body::JointMeeting,
    kernel::{finding::Finding, refusal::Refusal},
    registry::acts::Act,
    terms::{
        id::{PLACEHOLDER, PersonId, UnitId},
        order,
        time::Time,
        words::Role,
    },
    views::options::Next,
};

impl JointMeeting {
    /// Who may do an act or, where it is refused, who could act next, and with what.
    pub(crate) fn next(
        &self,
        act: &Act,
        refusal: Option<&Refusal>,
        (at, recorded_at): (Time, Time),
    ) -> Vec<Next> {
        let persons_of = |roles: &[Role], unit: Option<&UnitId>| self.holders_of(roles, unit, act, at);
        let asked_of_nobody = || {
            let nobody: Option<PersonId> = PLACEHOLDER.parse().ok();
            nobody.and_then(|it| self.judge(act, &it, (at, recorded_at)).err())
        };
        let refused = refusal.cloned().or_else(asked_of_nobody);
        let mut all: Vec<Next> = Vec::new();
        let mut add = |it: Next| all.extend(Some(it).filter(|it| !all.contains(it)));
        for ground in refused.iter().flat_map(Refusal::grounds) {
            if let Finding::NeedsRole { roles, unit } = &ground.finding {
                let units: Vec<UnitId> = unit.iter().cloned().collect();
                let persons = persons_of(roles, unit.as_ref());
                add(Next { act: act.kind(), who: roles.clone(), units, persons });
            }
            for cure in refusal.iter().flat_map(|_| &ground.cures) {
                let units: Vec<Option<&UnitId>> = match cure.units.as_slice() {
                    [] => vec![None],
                    units => units.iter().map(Some).collect(),
                };
                let mut persons: Vec<PersonId> =
                    units.into_iter().flat_map(|it| persons_of(&cure.who, it)).collect();
                order::sort(&mut persons);
                persons.dedup();
                add(Next { act: cure.act, who: cure.who.clone(), units: cure.units.clone(), persons });
            }
        }
        all
    }
}
