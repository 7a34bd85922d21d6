//! Questions with a table for an answer: who, due, owes, audit, journal.

use joint_meeting::{JointMeeting, answer::Verdict, time::Date, wire};
use joint_meeting_store::Held;
use joint_meeting_tables::{Table, Tables};
use serde::Serialize;

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::{AnyStore, Opening},
};

/// So many days are looked ahead, unless told.
const AHEAD: u32 = 60;

/// A body that is asked about a day.
struct CommandQuestion {
    held: Held<AnyStore>,
    on: Date,
}

impl CommandQuestion {
    fn of(caller: &CommandCaller<'_>) -> Result<Self, CommandFault> {
        let held = caller.held(Opening::Read)?;
        let on = caller.day("on", offset(held.body()))?;
        Ok(Self { held, on })
    }

    /// The answer, as data for programs or as tables for people.
    fn answer(
        &self,
        caller: &CommandCaller<'_>,
        answer: &impl Serialize,
        tables: impl FnOnce(Tables<'_>) -> Vec<Table>,
    ) -> Ended {
        if caller.has("json") {
            caller.answer(self.held.name().as_str(), Some(self.on), &wire::to_string(answer));
            return Ok(CommandEnd::Done);
        }
        let given = caller.given(&caller.beside(self.held.name()))?;
        caller.show(&tables(Tables::new(self.held.body(), caller.language).named(&given)), self.on)
    }
}

/// The offset by which a body lives.
pub(super) fn offset(body: &JointMeeting) -> joint_meeting::chrono::FixedOffset {
    body.charters().last().map_or_else(fallback, joint_meeting::Charter::offset)
}

pub(super) fn fallback() -> joint_meeting::chrono::FixedOffset {
    use joint_meeting::chrono::Offset as _;
    joint_meeting::chrono::Utc.fix()
}

pub(super) fn who(caller: &CommandCaller<'_>) -> Ended {
    let it = CommandQuestion::of(caller)?;
    let roster = it.held.body().roster(it.on);
    it.answer(caller, &roster, |tables| tables.roster(&roster).into())
}

pub(super) fn days(caller: &CommandCaller<'_>) -> Result<u32, CommandFault> {
    let days = caller.number("days")?.unwrap_or(AHEAD);
    let is_far = days > joint_meeting::limits::HORIZON_DAYS_MAX;
    if is_far { Err(caller.no_number(&days.to_string())) } else { Ok(days) }
}

pub(super) fn due(caller: &CommandCaller<'_>) -> Ended {
    let it = CommandQuestion::of(caller)?;
    let days = days(caller)?;
    let owed = it.held.body().obligations(it.on, days);
    if owed.is_empty() && !caller.has("json") && caller.of("output").is_none() {
        caller.print(&caller.say("as-of", &[&it.on.to_string()]));
        caller.print(&caller.say("due.none", &[&days.to_string()]));
        return Ok(CommandEnd::Done);
    }
    it.answer(caller, &owed, |tables| vec![tables.obligations(&owed, it.on).without_empty_columns()])
}

pub(super) fn owes(caller: &CommandCaller<'_>) -> Ended {
    let it = CommandQuestion::of(caller)?;
    let owed = it.held.body().obligations(it.on, days(caller)?);
    let table = Tables::new(it.held.body(), caller.language).reports_owed(&owed, it.on);
    if table.rows.is_empty() && !caller.has("json") && caller.of("output").is_none() {
        caller.print(&caller.say("as-of", &[&it.on.to_string()]));
        caller.print(&caller.say("owes.none", &[]));
        return Ok(CommandEnd::Done);
    }
    // The table says which of the duties are of reports; programs see them all.
    it.answer(caller, &owed, |tables| vec![tables.reports_owed(&owed, it.on).without_empty_columns()])
}

pub(super) fn audit(caller: &CommandCaller<'_>) -> Ended {
    let it = CommandQuestion::of(caller)?;
    let audit = it.held.body().audit(caller.whole_year(it.on)?, it.on);
    it.answer(caller, &audit, |tables| {
        let kept = |it: Table| it.without_empty_columns();
        vec![kept(tables.findings(&audit)), kept(tables.audit(&audit))]
    })?;
    let count = |of: Verdict| audit.clauses.iter().filter(|it| it.verdict == of).count();
    let (met, unmet, not_due) = (count(Verdict::Met), count(Verdict::Unmet), count(Verdict::NotDue));
    if !caller.has("json") {
        let others = audit.clauses.len() - met - unmet - not_due;
        let sums = [met, unmet, not_due, others].map(|it| it.to_string());
        caller.print("");
        caller.print(&caller.say("audit.sum", &sums.each_ref().map(String::as_str)));
    }
    Ok(if unmet > 0 { CommandEnd::No } else { CommandEnd::Done })
}

pub(super) fn journal(caller: &CommandCaller<'_>) -> Ended {
    let it = CommandQuestion::of(caller)?;
    it.answer(caller, &it.held.body().entries(), |tables| vec![tables.journal(it.on).without_empty_columns()])
}
