//! Acts: tried, performed, corrected.

use std::path::Path;

use joint_meeting::{
    Act, JointMeeting, Outcome, Proof, Submission,
    answer::Refusal,
    chrono::FixedOffset,
    id::{PersonId, UnitId},
    journal,
    time::Time,
    wire,
};
use joint_meeting_store::Held;
use joint_meeting_tables::Tables;
use serde_json::{Value, json};

use crate::{
    acts::asking::offset,
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::{AnyStore, Opening},
    making::{act_named, ask, can_ask, is_meant, of_fields, of_file, pairs, shape_of, timed, value_of},
    words::joined,
};

/// When it is done, by what was said.
fn at(caller: &CommandCaller<'_>, offset: FixedOffset) -> Result<Time, CommandFault> {
    caller.of("at").map_or_else(|| caller.now(offset), |it| caller.moment(it, offset))
}

/// What is said after `may` and `do`, as submissions.
fn submissions(caller: &CommandCaller<'_>, body: &JointMeeting) -> Result<Vec<Submission>, CommandFault> {
    let said = caller.all("what");
    let offset = offset(body);
    let at = at(caller, offset)?;
    let by = caller.person("by")?;
    let is_file = |it: &str| it == "-" || it.ends_with(".json") || Path::new(it).exists();
    let mut all = match said.as_slice() {
        [file] if is_file(file) => of_file(caller, file, by.as_ref(), at)?,
        said => {
            let kind = said.first().map(|it| act_named(caller, it)).transpose()?;
            let by = match by {
                Some(by) => by,
                None if can_ask(caller) => asked_person(caller)?,
                None => return Err(CommandFault::usage(caller.say("use.missing", &["--by"]))),
            };
            let fields = pairs(caller, said.get(1..).unwrap_or_default())?;
            let act = of_fields(caller, body, kind, &fields, (&by, at))?;
            vec![submission(caller, &act, &by, at)?]
        }
    };
    let (now, proofs, recorder) = (caller.now(offset)?, proofs(caller)?, caller.person("recorded-by")?);
    for it in &mut all {
        if it.recorded_at.is_none() && it.at != now && !caller.has("as-done") {
            it.recorded_at = Some(now);
        }
        it.recorded_by = it.recorded_by.take().or_else(|| recorder.clone());
        it.proofs.extend(proofs.iter().cloned());
        if let Some(key) = caller.of("key") {
            it.key = Some(caller.text(key)?);
        }
    }
    Ok(all)
}

fn asked_person(caller: &CommandCaller<'_>) -> Result<PersonId, CommandFault> {
    caller.person_said(&ask(caller, &caller.say("ask.by", &[]))?)
}

fn submission(
    caller: &CommandCaller<'_>,
    act: &Value,
    by: &PersonId,
    at: Time,
) -> Result<Submission, CommandFault> {
    let text = json!({"act": act, "by": by, "at": at}).to_string();
    let wrong = |why: wire::MalformedError| CommandFault::input("act", why.text(caller.language));
    wire::from_str(&text).map_err(wrong)
}

/// The proofs that were named: the files are only looked at.
fn proofs(caller: &CommandCaller<'_>) -> Result<Vec<Proof>, CommandFault> {
    let kind = caller.of("proof-kind").unwrap_or("file");
    let each = caller.all("proof").into_iter().map(|path| {
        let digest = journal::digest(&caller.bytes(path)?);
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        let proof = json!({"name": name, "kind": kind, "digest": digest}).to_string();
        let wrong = |why: wire::MalformedError| CommandFault::usage(why.text(caller.language));
        wire::from_str(&proof).map_err(wrong)
    });
    each.collect()
}

/// Tries what is said, or lists what a person may do.
pub(super) fn may(caller: &CommandCaller<'_>) -> Ended {
    let held = caller.held(Opening::Read)?;
    let body = held.body();
    let at = at(caller, offset(body))?;
    if caller.all("what").is_empty() {
        caller.needs("by")?;
        let Some(by) = caller.person("by")? else { return Ok(CommandEnd::Usage) };
        let wanted = joint_meeting::answer::OptionsWanted::default();
        let wanted = caller.of("about").map_or(wanted.clone(), |it| wanted.about(it.to_owned()));
        let options = body.options_page(&by, at, &wanted).rows;
        if caller.has("json") {
            caller.answer(held.name().as_str(), Some(at.date()), &wire::to_string(&options));
            return Ok(CommandEnd::Done);
        }
        let given = caller.given(&caller.beside(held.name()))?;
        let table = Tables::new(body, caller.language).named(&given).options(&options, at.date());
        return caller.show(&[table.without_empty_columns()], at.date());
    }
    let all = submissions(caller, body)?;
    let decided = body.what_if(all.clone());
    let is_no = decided.iter().any(Result::is_err);
    let end = if is_no { CommandEnd::No } else { CommandEnd::Done };
    if caller.has("json") {
        let decided: Vec<wire::Decision> = decided.into_iter().map(Into::into).collect();
        caller.answer(held.name().as_str(), Some(at.date()), &wire::to_string(&decided));
        return Ok(end);
    }
    let table = Tables::new(body, caller.language).decisions(&all, &decided, at.date());
    caller.show(&[table.without_empty_columns()], at.date())?;
    Ok(end)
}

/// Performs what is said, all of it or nothing.
pub(super) fn perform(caller: &CommandCaller<'_>) -> Ended {
    let mut held = caller.held(Opening::Write)?;
    let all = submissions(caller, held.body())?;
    let is_file = matches!(caller.all("what").as_slice(), [one] if one.contains('.') || *one == "-");
    if !is_file && can_ask(caller) && !caller.has("yes") {
        for it in &all {
            let decided = held.body().check(it);
            let label = caller.label(held.body(), &it.act);
            caller.print(&label);
            if let Err(why) = decided {
                return refused(caller, held.name().as_str(), held.body(), &why);
            }
        }
        if !is_meant(caller)? {
            caller.print(&caller.say("ask.stopped", &[]));
            return Ok(CommandEnd::No);
        }
    }
    performed(caller, &mut held, &all)
}

fn refused(caller: &CommandCaller<'_>, name: &str, body: &JointMeeting, why: &Refusal) -> Ended {
    if caller.has("json") {
        let decision = [wire::Decision::from(Err(why.clone()))];
        caller.answer(name, None, &wire::to_string(&decision));
    } else {
        caller.print(&format!("{}{}", caller.say("refused", &[]), why.render(body, caller.language)));
    }
    Ok(CommandEnd::No)
}

/// Performs, and says what became of it.
pub(super) fn performed(caller: &CommandCaller<'_>, held: &mut Held<AnyStore>, all: &[Submission]) -> Ended {
    let done = caller.stored(held.perform_all(all))?;
    let entries = match done {
        Ok(entries) => entries,
        Err(why) if all.len() == 1 || caller.has("json") => {
            return refused(caller, held.name().as_str(), held.body(), &why.refusal);
        }
        Err(why) => {
            let at = (why.index + 1).to_string();
            let text = why.refusal.render(held.body(), caller.language);
            caller.print(&caller.say("refused.at", &[&at, &text]));
            return Ok(CommandEnd::No);
        }
    };
    if caller.has("json") {
        let decisions: Vec<wire::Decision> = entries.into_iter().map(|it| Ok(it).into()).collect();
        caller.answer(held.name().as_str(), None, &wire::to_string(&decisions));
        return Ok(CommandEnd::Done);
    }
    for it in &entries {
        let label = caller.label(held.body(), &it.act);
        caller.print(&caller.say("done.entry", &[&it.no.to_string(), &label]));
        match &it.outcome {
            Outcome::Numbered { number } => {
                caller.print(&caller.say("done.number", &[&number.to_string()]));
            }
            Outcome::Settled { binds } => {
                let units = held.body().roster(it.at.date()).units;
                let name = |unit: &UnitId| {
                    let found = units.iter().find(|it| it.unit == *unit);
                    found.map_or_else(|| unit.to_string(), |it| it.name.to_string())
                };
                let binds = joined(caller.language, binds.iter().map(name));
                caller.print(&caller.say("done.binds", &[&binds]));
            }
            outcome => consequences(caller, outcome),
        }
    }
    Ok(CommandEnd::Done)
}

/// What a correction comes to.
fn consequences(caller: &CommandCaller<'_>, outcome: &Outcome) {
    if let Outcome::Corrected { settled, broken, .. } = outcome {
        let settled = joined(caller.language, settled.iter().map(|it| it.no.to_string()));
        let broken = joined(caller.language, broken.iter().map(|it| it.no.to_string()));
        if !settled.is_empty() {
            caller.print(&caller.say("correct.settled", &[&settled]));
        }
        if !broken.is_empty() {
            caller.print(&caller.say("correct.broken", &[&broken]));
        }
    }
}

/// Strikes an entry, or puts other fields in it.
pub(super) fn correct(caller: &CommandCaller<'_>) -> Ended {
    let mut held = caller.held(Opening::Write)?;
    let offset = offset(held.body());
    let now = caller.now(offset)?;
    let said = caller.of("entry").unwrap_or_default();
    let no: u32 = said.parse().map_err(|_| caller.no_number(said))?;
    let none = || CommandFault::input("unknown", caller.say("bad.entry", &[said]));
    let entry = held.body().entry(no).ok_or_else(none)?;
    let fields = pairs(caller, &caller.all("fields"))?;
    let change = if caller.has("strike") {
        json!({"no": no, "strike": true})
    } else if fields.is_empty() {
        return Err(CommandFault::usage(caller.say("bad.nothing", &[])));
    } else {
        json!({"no": no, "replace": {"act": changed(caller, &entry.act, &fields, offset)?}})
    };
    let (by, reason) = (caller.needs("by")?, caller.needs("reason")?);
    let act = json!({"type": "correct_record", "changes": [change], "reason": reason});
    let by = caller.person_said(by)?;
    let submission = submission(caller, &act, &by, now)?.proofs(proofs(caller)?);
    if can_ask(caller) && !caller.has("yes") {
        match held.body().decide(&submission) {
            Err(why) => return refused(caller, held.name().as_str(), held.body(), &why),
            Ok(seen) => consequences(caller, &seen.outcome),
        }
        if !is_meant(caller)? {
            caller.print(&caller.say("ask.stopped", &[]));
            return Ok(CommandEnd::No);
        }
    }
    performed(caller, &mut held, &[submission])
}

/// The act of an entry, with other fields.
fn changed(
    caller: &CommandCaller<'_>,
    act: &Act,
    fields: &[(&str, &str)],
    offset: FixedOffset,
) -> Result<Value, CommandFault> {
    let name = act.kind().name();
    let mut act: Value = serde_json::from_str(&wire::to_string(act)).unwrap_or_default();
    for (field, value) in fields {
        let (kind, many) = shape_of(name, field);
        let value = timed(caller, value_of(caller, value, kind, many)?, kind, offset)?;
        if let Some(act) = act.as_object_mut() {
            // An empty list is a field that is left out.
            if value.as_array().is_some_and(Vec::is_empty) {
                act.remove(*field);
            } else {
                act.insert((*field).to_owned(), value);
            }
        }
    }
    Ok(act)
}
