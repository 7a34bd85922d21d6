//! The ruling on an act: what the rules of each version of the charter that comes into question say of it.
//!
//! No rule is here: they are asked through `registry`.

use crate::{
    body::JointMeeting,
    charter::Charter,
    kernel::{
        finding::{Finding, VersionAnswer},
        refusal::Refusal,
        transition::Ruling,
        view::{Ask, Asked, View},
    },
    registry::acts::Act,
    terms::{
        id::{PersonId, is_placeholder},
        record::Mention,
        time::Time,
    },
};

impl JointMeeting {
    /// Settles an act for a host; a refusal says what would cure it.
    pub(super) fn answer(
        &self,
        act: &Act,
        by: &PersonId,
        at: Time,
        recorded_at: Time,
    ) -> Result<Ruling, Refusal> {
        self.settle(act, by, (at, recorded_at), self.latest(), &Asked::default())
            .map_err(|it| self.with_cures(it, act, by, recorded_at))
    }

    /// Settles an act, and notes what was asked.
    pub(super) fn settle(
        &self,
        act: &Act,
        by: &PersonId,
        times: (Time, Time),
        latest: Option<Time>,
        asked: &Asked,
    ) -> Result<Ruling, Refusal> {
        let mut unwritten = None;
        let mut look = |_, it| unwritten = unwritten.or(Some(it).filter(|it: &&str| is_placeholder(it)));
        act.mention(&mut look);
        by.mention(&mut look);
        self.rule_on(act, by, times, (unwritten, latest), asked)
    }

    /// Settles an act as it would be settled for a host, whatever in it is still to be written.
    pub(crate) fn judge(&self, act: &Act, by: &PersonId, times: (Time, Time)) -> Result<Ruling, Refusal> {
        self.rule_on(act, by, times, (None, self.latest()), &Asked::default())
    }

    /// Settles an act, with a part of it that is unwritten and the latest moment at which it is recorded, if these count.
    fn rule_on(
        &self,
        act: &Act,
        by: &PersonId,
        (at, recorded_at): (Time, Time),
        (unwritten, latest): (Option<&str>, Option<Time>),
        asked: &Asked,
    ) -> Result<Ruling, Refusal> {
        let answer = |charter: &Charter, laws_differ: Option<&Finding>| {
            let (at, recorded_at) = (at.at_offset(charter.offset()), recorded_at.at_offset(charter.offset()));
            let view = View { asked: Some(asked), ..self.view(charter, at.date()) };
            let kind = act.kind();
            let ask = Ask { view, by, at, recorded_at, kind, since: None, laws_differ, unwritten, latest };
            let outcome = act.decide(ask)?;
            Ok(Ruling { version: charter.version(), outcome, at, recorded_at, calendar: None })
        };
        let by_table =
            |it: Ruling| Ruling { calendar: asked.calendar().then(|| Box::new(self.calendar.used())), ..it };
        let (newest, older) = self.charters.judging(&self.state, act, at);
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
