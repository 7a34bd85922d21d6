//! Who can act next: who may do an act or, where it is refused, who could act, and with what.

use crate::{
    body::JointMeeting,
    kernel::{finding::Finding, refusal::Refusal},
    registry::acts::Act,
    terms::{
        id::{PLACEHOLDER, PersonId, UnitId},
        time::Time,
    },
    views::options::Next,
};

impl JointMeeting {
    /// Who may do an act or, where it is refused, who could act next, and with what.
    pub(crate) fn next(
        &self,
        act: &Act,
        refusal: Option<&Refusal>,
        at: Time,
        recorded_at: Time,
    ) -> Vec<Next> {
        let asked_of_nobody = || {
            let nobody: Option<PersonId> = PLACEHOLDER.parse().ok();
            nobody.and_then(|it| self.judge(act, &it, (at, recorded_at), None).err())
        };
        let refused = refusal.cloned().or_else(asked_of_nobody);
        let mut all: Vec<Next> = Vec::new();
        for ground in refused.iter().flat_map(Refusal::grounds) {
            if let Finding::NeedsRole { roles, unit } = &ground.finding {
                let units: Vec<UnitId> = unit.iter().cloned().collect();
                let persons = self.holders_of(roles, unit.as_ref(), act, at);
                all.push(Next { act: act.kind(), who: roles.clone(), units, persons });
            }
            for cure in refusal.iter().flat_map(|_| &ground.cures) {
                let of_units = cure.units.iter().flat_map(|it| self.holders_of(&cure.who, Some(it), act, at));
                let mut persons: Vec<PersonId> = of_units.collect();
                if cure.units.is_empty() {
                    persons = self.holders_of(&cure.who, None, act, at);
                }
                persons.sort();
                persons.dedup();
                all.push(Next { act: cure.act, who: cure.who.clone(), units: cure.units.clone(), persons });
            }
        }
        let mut seen = Vec::new();
        all.retain(|it| {
            let new = !seen.contains(it);
            seen.extend(new.then(|| it.clone()));
            new
        });
        all
    }
}
