//! The ruling on an act: what the rules of each version of the charter that comes into question say of it.
//!
//! No rule is here: they are asked through `registry`.

use crate::{
    body::JointMeeting,
    charter::Charter,
    kernel::{
        against::{Against, AgainstKept, GroundKept},
        asked::Asked,
        correcting::Correcting,
        finding::{Finding, VersionAnswer},
        outcome::Outcome,
        refusal::{Ground, Name, Refusal},
        transition::Ruling,
        view::{Ask, AskBeside},
    },
    law::founding::common::RECORDERS,
    registry::{
        acts::Act,
        entry::{Entry, Submission},
        rules,
    },
    terms::{
        id::{PersonId, Text},
        proof::{Proof, ProofKind},
        sorted::Set,
        time::Time,
        words::Role,
    },
};

/// Whether a letter of a unit is among what shows that something is true.
pub(super) fn has_letter(proofs: &[Proof]) -> bool {
    proofs.iter().any(|it| it.kind == ProofKind::Letter)
}

/// What was decided of a correction, with the law that what it puts in the place of entries breaks.
fn with_own(
    decided: Result<Outcome, Refusal>,
    correcting: Option<&Correcting>,
    version: u32,
) -> Result<Outcome, Refusal> {
    let own = correcting.map_or(&[][..], |it| &it.own);
    match decided {
        decided if own.is_empty() => decided,
        Ok(_) => Err(Refusal::Rules { grounds: own.to_vec(), version }),
        Err(Refusal::Rules { mut grounds, version }) => {
            grounds.extend_from_slice(own);
            Err(Refusal::Rules { grounds, version })
        }
        names => names,
    }
}

impl JointMeeting {
    /// Settles what a host submits; a refusal says what would cure it.
    pub(super) fn answer(&self, it: &Submission) -> Result<(Ruling, Option<AgainstKept>), Refusal> {
        let times = (it.at, it.entered_at());
        let correcting = self.correcting(&it.act, &it.by, it.at, &it.proofs);
        let beside = AskBeside {
            unwritten: it.unwritten(),
            horizon: self.horizon(),
            recorded_by: it.recorded_by.as_ref(),
            against: it.against.is_some(),
            is_shown: !it.proofs.is_empty(),
            has_letter: has_letter(&it.proofs),
            has_key: it.key.is_some(),
            other_of_key: self.of_key(it.key.as_ref()),
            old_format: self.old_format(),
            correcting: correcting.as_ref(),
            ..AskBeside::default()
        };
        let ruling = self.rule_on(&it.act, &it.by, times, beside, &Asked::default());
        let Some(against) = &it.against else {
            let ruling = ruling.map_err(|refusal| self.with_cures(refusal, &it.act, &it.by, times.1))?;
            return Ok((ruling, None));
        };
        self.answer_against(it, against, beside, ruling)
    }

    /// Settles what was done against rules: where just those that are named stand in its way.
    fn answer_against(
        &self,
        it: &Submission,
        against: &Against,
        beside: AskBeside<'_>,
        ruling: Result<Ruling, Refusal>,
    ) -> Result<(Ruling, Option<AgainstKept>), Refusal> {
        let times = (it.at, it.entered_at());
        let unknown = against.rules.iter().filter(|it| rules::find(it.as_str()).is_none());
        let unknown: Vec<Name> = unknown.map(|it| rules::unknown(it.as_str())).collect();
        if !unknown.is_empty() {
            return Err(Refusal::Names { unknown, taken: Vec::new() });
        }
        let grounds = match ruling {
            Ok(_) => Vec::new(),
            Err(Refusal::Rules { grounds, .. }) => grounds,
            Err(names) => return Err(names),
        };
        let law: Vec<&Ground> = grounds.iter().filter(|it| rules::is_law(it.rule)).collect();
        let named: Set<&str> = against.rules.iter().map(Text::as_str).collect();
        let is_named = !law.is_empty() && named == law.iter().map(|it| it.rule).collect::<Set<_>>();
        if is_named && law.len() == grounds.len() {
            let kept = law.iter().filter_map(|it| GroundKept::of(it)).collect();
            let kept = AgainstKept { grounds: kept, reason: against.reason.clone() };
            return Ok((self.ruling_anyway(&it.act, &it.by, times, beside), Some(kept)));
        }
        let rules = law.iter().map(|it| it.rule).collect();
        let in_the_way = Finding::InTheWay { rules };
        let beside = AskBeside { in_the_way: Some(&in_the_way).filter(|_| !is_named), ..beside };
        let ruling = self.rule_on(&it.act, &it.by, times, beside, &Asked::default());
        match ruling {
            Err(Refusal::Rules { mut grounds, version }) => {
                grounds.retain(|it| !rules::is_law(it.rule));
                Err(self.with_cures(Refusal::Rules { grounds, version }, &it.act, &it.by, times.1))
            }
            // What stood in the way a moment ago still does.
            other => other.map(|it| (it, None)),
        }
    }

    /// The rules against which somebody may record what they refuse: all that stand in the way, if all are law.
    pub(crate) fn recordable_against(
        &self,
        refusal: Option<&Refusal>,
        by: &PersonId,
        at: Time,
    ) -> Vec<&'static str> {
        let rules: Vec<&str> = refusal.map_or(&[][..], Refusal::grounds).iter().map(|it| it.rule).collect();
        let view = self.view(self.charter_on(at.date()), at.date());
        let may = |it: &Role| view.holds(*it, by, None, at.date());
        let can = self.old_format().is_none()
            && rules.iter().all(|it| rules::is_law(it))
            && RECORDERS.iter().any(may);
        if can { rules } else { Vec::new() }
    }

    /// Settles an act that was recorded, and notes what was asked.
    pub(super) fn settle(&self, entry: &Entry, asked: &Asked) -> Result<Ruling, Refusal> {
        let correcting = self.correcting(&entry.act, &entry.by, entry.at, entry.proofs());
        let beside = AskBeside {
            recorded_by: entry.recorded_by_other(),
            against: entry.against().is_some(),
            is_shown: !entry.proofs().is_empty(),
            has_letter: has_letter(entry.proofs()),
            has_key: entry.key().is_some(),
            old_format: self.old_format(),
            correcting: correcting.as_ref(),
            ..AskBeside::default()
        };
        self.rule_on(&entry.act, &entry.by, (entry.at, entry.recorded_at), beside, asked)
    }

    /// Settles an act as it would be settled for a host, whatever in it is still to be written.
    pub(crate) fn judge(&self, act: &Act, by: &PersonId, times: (Time, Time)) -> Result<Ruling, Refusal> {
        self.judge_with(act, by, times, AskBeside::default())
    }

    /// The same, of which nothing is wanted but whether it works and what else would have to.
    pub(super) fn try_out(&self, act: &Act, by: &PersonId, times: (Time, Time)) -> Result<Ruling, Refusal> {
        self.judge_with(act, by, times, AskBeside { is_tried: true, ..AskBeside::default() })
    }

    /// The same, where a letter of the unit is attached.
    pub(crate) fn judge_with_letter(
        &self,
        act: &Act,
        by: &PersonId,
        times: (Time, Time),
    ) -> Result<Ruling, Refusal> {
        let beside = AskBeside { is_shown: true, has_letter: true, ..AskBeside::default() };
        let is_old = self.old_format().is_some();
        self.judge_with(act, by, times, if is_old { AskBeside::default() } else { beside })
    }

    fn judge_with(
        &self,
        act: &Act,
        by: &PersonId,
        times: (Time, Time),
        beside: AskBeside<'_>,
    ) -> Result<Ruling, Refusal> {
        let correcting = self.correcting(act, by, times.0, &[]);
        let (horizon, correcting) = (self.horizon(), correcting.as_ref());
        let beside = AskBeside { horizon, correcting, old_format: self.old_format(), ..beside };
        self.rule_on(act, by, times, beside, &Asked::default())
    }

    /// The ruling on an act whatever stands in its way, by the newest version that comes into question.
    pub(super) fn ruling_anyway(
        &self,
        act: &Act,
        by: &PersonId,
        times: (Time, Time),
        beside: AskBeside<'_>,
    ) -> Ruling {
        let (charter, _) = self.charters.judging(&self.state, act, times.0);
        let asked = Asked::default();
        let ask = self.ask_of(charter, (act, by), times, beside, &asked);
        let (at, recorded_at) = (ask.at, ask.recorded_at);
        let outcome = act.settle(ask);
        let calendar = asked.calendar().then(|| Box::new(self.calendar.used()));
        Ruling { version: charter.version(), outcome, at, recorded_at, calendar }
    }

    /// An act as it is put to the rules of a charter.
    fn ask_of<'s>(
        &'s self,
        charter: &'s Charter,
        (act, by): (&Act, &'s PersonId),
        (at, recorded_at): (Time, Time),
        beside: AskBeside<'s>,
        asked: &'s Asked,
    ) -> Ask<'s> {
        let (at, recorded_at) = (at.at_offset(charter.offset()), recorded_at.at_offset(charter.offset()));
        let view = self.view(charter, at.date()).noted_in(asked);
        let beside = AskBeside { says_more: act.says_more(), ..beside };
        Ask { view, by, at, recorded_at, kind: act.kind(), since: None, beside }
    }

    /// Settles an act with what stands beside it.
    pub(super) fn rule_on(
        &self,
        act: &Act,
        by: &PersonId,
        times: (Time, Time),
        beside: AskBeside<'_>,
        asked: &Asked,
    ) -> Result<Ruling, Refusal> {
        let answer = |charter: &Charter, laws_differ: Option<&Finding>| {
            let beside = AskBeside { laws_differ, ..beside };
            let ask = self.ask_of(charter, (act, by), times, beside, asked);
            let (at, recorded_at) = (ask.at, ask.recorded_at);
            let outcome = with_own(act.decide(ask), beside.correcting, charter.version())?;
            Ok(Ruling { version: charter.version(), outcome, at, recorded_at, calendar: None })
        };
        let by_table =
            |it: Ruling| Ruling { calendar: asked.calendar().then(|| Box::new(self.calendar.used())), ..it };
        let (newest, older) = self.charters.judging(&self.state, act, times.0);
        let by_newest = answer(newest, None);
        let others: Vec<_> = older.iter().map(|it| (*it, answer(it, None))).collect();
        let agrees = |other: &Result<Ruling, Refusal>| match (other, &by_newest) {
            (Ok(it), Ok(newest)) => it.agrees_with(newest),
            (Err(it), Err(newest)) => it.agrees_with(newest),
            _ => false,
        };
        if others.iter().all(|(_, it)| agrees(it)) {
            return by_newest.map(by_table);
        }
        let says = |charter: &Charter, answer: &Result<_, Refusal>| VersionAnswer {
            version: charter.version(),
            refused_by: answer
                .as_ref()
                .err()
                .into_iter()
                .flat_map(Refusal::grounds)
                .map(|it| it.rule)
                .collect(),
        };
        let versions = others.iter().map(|(charter, it)| says(charter, it));
        let versions = versions.chain([says(newest, &by_newest)]).collect();
        answer(newest, Some(&Finding::LawsDiffer { versions })).map(by_table)
    }
}
