//! Why: the trail of a thing, and what stands behind a rule, a clause or an entry.

use joint_meeting::{JointMeeting, rule, wire};
use joint_meeting_tables::{Table, Tables};

use crate::{
    acts::asking::offset,
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::Opening,
    words::joined,
};

pub(super) fn why(caller: &CommandCaller<'_>) -> Ended {
    let held = caller.held(Opening::Read)?;
    let body = held.body();
    let on = caller.day("on", offset(body))?;
    let id = caller.of("id").unwrap_or_default();
    let (data, lines, tables) = if let Ok(no) = id.parse::<u32>() {
        of_entry(caller, body, no)?
    } else if rule::find(id).is_some() {
        of_rule(caller, body, id)?
    } else if let Some(found) = of_clause(caller, body, id, on) {
        found
    } else {
        let unknown = |why: joint_meeting::answer::UnknownError| {
            let what = caller.say("bad.id", &[id]);
            let near: Vec<&str> = Vec::new();
            let why = CommandFault::input("unknown", format!("{what}\n{}", why.text(caller.language)));
            caller.with_nearest(why, &near)
        };
        let trail = body.trail(id).map_err(unknown)?;
        let table = Tables::new(body, caller.language).trail(&trail, on).without_empty_columns();
        (wire::to_string(&trail), Vec::new(), vec![table])
    };
    if caller.has("json") {
        caller.answer(held.name().as_str(), Some(on), &data);
        return Ok(CommandEnd::Done);
    }
    for line in lines {
        caller.print(&line);
    }
    if tables.is_empty() { Ok(CommandEnd::Done) } else { caller.show(&tables, on) }
}

/// Data for programs, lines for people, tables.
type WhatExplains = (String, Vec<String>, Vec<Table>);

fn of_entry(caller: &CommandCaller<'_>, body: &JointMeeting, no: u32) -> Result<WhatExplains, CommandFault> {
    let none = |_| CommandFault::input("unknown", caller.say("bad.entry", &[&no.to_string()]));
    let it = body.explain_entry(no).map_err(none)?;
    let list = |all: Vec<String>| joined(caller.language, all);
    let mut lines = vec![caller.say("done.entry", &[&no.to_string(), &caller.label(body, &it.entry.act)])];
    if !it.clauses.is_empty() {
        let clauses = list(it.clauses.iter().map(ToString::to_string).collect());
        lines.push(caller.say("why.clauses", &[&clauses]));
    }
    if !it.rules.is_empty() {
        let rules = it.rules.iter().map(|it| (*it).to_owned()).collect();
        lines.push(caller.say("why.rules", &[&list(rules)]));
    }
    if !it.corrected_by.is_empty() {
        let by = list(it.corrected_by.iter().map(ToString::to_string).collect());
        lines.push(caller.say("why.corrected", &[&by]));
    }
    if it.struck {
        lines.push(caller.say("why.struck", &[]));
    }
    Ok((wire::to_string(&it), lines, Vec::new()))
}

fn of_rule(caller: &CommandCaller<'_>, body: &JointMeeting, id: &str) -> Result<WhatExplains, CommandFault> {
    let unknown =
        |why: joint_meeting::answer::UnknownError| CommandFault::input("unknown", why.text(caller.language));
    let it = body.explain_rule(id).map_err(unknown)?;
    let sentence = caller.language.of(it.zh, it.en);
    let mut lines = vec![caller.say("why.rule", &[it.rule]), format!("    {sentence}")];
    let clauses = joined(caller.language, it.clauses.iter().map(ToString::to_string));
    if !clauses.is_empty() {
        lines.push(caller.say("why.clauses", &[&clauses]));
    }
    let acts = joined(caller.language, it.acts.iter().map(|it| it.title(caller.language)));
    if !acts.is_empty() {
        lines.push(caller.say("why.acts", &[&acts]));
    }
    Ok((wire::to_string(&it), lines, Vec::new()))
}

fn of_clause(
    caller: &CommandCaller<'_>,
    body: &JointMeeting,
    id: &str,
    on: joint_meeting::time::Date,
) -> Option<WhatExplains> {
    let it = body.charter_on(on).clause(id)?;
    let says = it.says(caller.language);
    let mut lines = vec![caller.say("why.clause", &[id, it.at.as_str()]), format!("    {says}")];
    if !it.rules.is_empty() {
        lines.push(caller.say("why.rules", &[&joined(caller.language, &it.rules)]));
    }
    Some((wire::to_string(it), lines, Vec::new()))
}
