//! `new`: a body from a roster, or the roster to be filled.

use std::path::Path;

use joint_meeting::{JointMeeting, Submission, id::PersonId, wire};
use joint_meeting_store::{BodyName, Exported, StoreError, import};
use joint_meeting_tables::{Entering, RosterError, RosterFounding, founding, template};

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::Opening,
    words::joined,
};

pub(super) fn new(caller: &CommandCaller<'_>) -> Ended {
    let (source, charter) = caller.charter(caller.needs("charter")?)?;
    if caller.has("template") {
        let path = caller.of("output").unwrap_or("roster.xlsx");
        let bytes = template(&charter, caller.language);
        let bytes = bytes.map_err(|why| CommandFault::input("table", why.text(caller.language)))?;
        caller.put(Path::new(path), &bytes)?;
        caller.print(&caller.say("new.template", &[path]));
        return Ok(CommandEnd::Done);
    }
    let missing = || CommandFault::usage(caller.say("use.missing", &[&caller.say("value.roster", &[])]));
    let file = caller.bytes(caller.of("roster").ok_or_else(missing)?)?;
    let entering = entering(caller, charter.offset())?.agreed(caller.has("agreed"));
    let found = founding(&file, &charter, &entering).map_err(|why| wrong(caller, &why))?;
    let name = caller.of("body").unwrap_or(charter.id().as_str());
    let name: BodyName = caller.stored(name.parse().map_err(StoreError::from))?;

    // The whole founding is decided before anything is kept: a body that is refused is not begun.
    let none = |why: joint_meeting::BodyError| CommandFault::input("no_body", why.text(caller.language));
    let mut body = JointMeeting::new([charter.clone()]).map_err(none)?;
    let acts: Vec<Submission> = found.acts.iter().map(|it| it.submission.clone()).collect();
    let entries = match body.perform_all(acts) {
        Ok(entries) => entries,
        Err(why) => {
            let at = (why.index + 1).to_string();
            let text = why.refusal.render(&body, caller.language);
            let text = caller.say("refused.at", &[&at, &text]);
            return Err(CommandFault { end: CommandEnd::No, kind: "refused", text });
        }
    };
    let store = caller.store(Opening::Found)?;
    let whole = Exported::new(vec![source], body.journal().0);
    caller.stored(import(&store, &name, &whole))?;
    if !found.persons.is_empty() {
        keep_names(caller, &name, &found)?;
    }
    if caller.has("json") {
        let decisions: Vec<wire::Decision> = entries.into_iter().map(|it| Ok(it).into()).collect();
        caller.answer(name.as_str(), Some(entering.at.date()), &wire::to_string(&decisions));
        return Ok(CommandEnd::Done);
    }
    for it in &entries {
        caller.print(&caller.say("done.entry", &[&it.no.to_string(), &caller.label(&body, &it.act)]));
    }
    if !found.vacant.is_empty() {
        caller.print(&caller.say("new.vacant", &[&found.vacant.len().to_string()]));
    }
    if !found.ignored.is_empty() {
        caller.print(&caller.say("new.ignored", &[&joined(caller.language, &found.ignored)]));
    }
    let count = entries.len().to_string();
    caller.print(&caller.say("new.done", &[name.as_str(), &caller.place(), &count]));
    Ok(CommandEnd::Done)
}

/// How a roster is entered, by what was said.
pub(super) fn entering(
    caller: &CommandCaller<'_>,
    offset: joint_meeting::chrono::FixedOffset,
) -> Result<Entering, CommandFault> {
    let now = caller.now(offset)?;
    let at = caller.of("at").map(|it| caller.moment(it, offset)).transpose()?.unwrap_or(now);
    let mut entering = Entering::new(at);
    if at != now && !caller.has("as-done") {
        entering = entering.recorded_at(now);
    }
    if let Some(by) = caller.person("by")? {
        entering = entering.by(by);
    }
    if let Some(basis) = caller.of("basis") {
        entering = entering.basis(caller.text(basis)?);
    }
    Ok(entering)
}

/// What is wrong with a roster, in words.
pub(super) fn wrong(caller: &CommandCaller<'_>, why: &RosterError) -> CommandFault {
    CommandFault::input("roster", caller.say("bad.roster", &[&why.text(caller.language)]))
}

/// Keeps what persons are called beside the store, where papers look for it.
fn keep_names(
    caller: &CommandCaller<'_>,
    name: &BodyName,
    found: &RosterFounding,
) -> Result<(), CommandFault> {
    let path = caller.beside(name);
    let mut given = caller.given(&path)?;
    given
        .persons
        .extend(found.persons.iter().map(|(code, it): (&PersonId, &String)| (code.clone(), it.clone())));
    let all = serde_json::json!({
        "persons": given.persons, "letterheads": given.letterheads,
        "numbers": given.numbers, "fields": given.fields,
    });
    let written = crate::files::put(&path, format!("{all:#}\n").as_bytes(), true);
    written.map_err(|why| caller.not_written(&path, &why))
}
