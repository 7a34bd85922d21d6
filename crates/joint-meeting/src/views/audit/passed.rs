//! What the guards of a clause let pass in a period, and what was kept all the same that they would have refused.

use crate::{
    body::Breach,
    charter::{Charter, ClauseRules, file::Clause},
    kernel::{
        refusal::{Ground, Refusal},
        rule::Rule,
        verdict::{Bearer, Judgement, Verdict},
    },
    law::founding::common::COMMON,
    terms::{act_kind::ActKind, sorted::Set},
};

/// What was done in a period, as far as one version of the charter judged it.
pub(super) struct Passed<'b> {
    breaches: &'b [Breach],
    /// The entries, and for each clause those of acts that rest on it.
    all: Vec<u32>,
    of_clause: Vec<Vec<u32>>,
    /// Those of them that came to nothing.
    undone: Set<u32>,
    /// The rules that were asked of any of them.
    asked: Set<&'static str>,
}

impl<'b> Passed<'b> {
    pub(super) fn of(
        charter: &Charter,
        done: impl Iterator<Item = (u32, ActKind, bool)>,
        breaches: &'b [Breach],
    ) -> Self {
        let mut of_clause: Vec<Vec<u32>> = vec![Vec::new(); charter.clauses().len()];
        let (mut all, mut undone, mut kinds) = (Vec::new(), Set::new(), Set::new());
        for (no, kind, stands) in done {
            all.push(no);
            if stands {
                kinds.insert(kind);
            } else {
                undone.insert(no);
            }
            for clause in charter.rests_on(kind) {
                if let Some(entries) = of_clause.get_mut(usize::from(*clause)) {
                    entries.push(no);
                }
            }
        }
        let common = COMMON.iter().map(|it| it.rule.id).filter(|_| !all.is_empty());
        let asked = kinds.into_iter().flat_map(ActKind::rules).chain(common).collect();
        Self { breaches, all, of_clause, undone, asked }
    }

    /// One judgement for all guards of a clause that were passed, under the first of them that was asked, and one for each
    /// that was not passed.
    pub(super) fn judgements(&self, (ix, clause): (usize, &Clause), rules: &ClauseRules) -> Vec<Judgement> {
        let of_all = is_asked_of_all(rules);
        let entries = if of_all { Some(&self.all) } else { self.of_clause.get(ix) };
        let entries = entries.map_or(&[][..], |it| it);
        // What every act has to pass, an act has passed whatever became of its subject.
        let counts = |no: &u32| of_all || !self.undone.contains(no);
        let judgement = |rule, verdict, evidence, finding| Judgement {
            rule,
            bearer: Bearer::Body,
            subject: None,
            verdict,
            readings: Vec::new(),
            by_reading: Vec::new(),
            due: None,
            evidence,
            finding,
        };
        // Entries stand in order, as they were done in a period. What every act has to pass was broken by whichever did not.
        let refused: Vec<&Breach> =
            self.breaches.iter().filter(|it| self.all.binary_search(&it.no).is_ok()).collect();
        let mut all = Vec::new();
        let mut bad: Set<u32> = Set::new();
        for rule in rules.guards() {
            for it in &refused {
                let grounds = it.refusal.iter().flat_map(Refusal::grounds);
                let mut of_rule = grounds.filter(|it| it.rule == rule.id).peekable();
                if of_rule.peek().is_some() {
                    bad.insert(it.no);
                }
                // Of clauses on different kinds of meeting, only that on the kind in question was broken.
                let is_its = |it: &&Ground| it.clause.iter().chain(&it.also).any(|it| *it == clause.id);
                let Some(finding) = of_rule.find(is_its).map(|it| it.finding.clone()) else { continue };
                let told_by = it.told_by.filter(|by| *by != it.no);
                let evidence = [it.no].into_iter().chain(told_by).collect();
                all.push(judgement(rule.id, Verdict::Unmet, evidence, Some(finding)));
            }
        }
        let kept: Vec<u32> = entries.iter().copied().filter(|it| counts(it) && !bad.contains(it)).collect();
        let asked = rules.guards().find(|it| self.asked.contains(it.id));
        if let Some(rule) = asked.filter(|_| !kept.is_empty()) {
            all.push(judgement(rule.id, Verdict::Met, kept, None));
        }
        all
    }
}

/// Whether a clause has nothing behind it but guards that every act has to pass.
fn is_asked_of_all(rules: &ClauseRules) -> bool {
    let is_common = |rule: &Rule| COMMON.iter().any(|it| it.rule.id == rule.id);
    rules.duties.is_empty() && !rules.guards.is_empty() && rules.guards().all(is_common)
}
