//! `roster`: written out to be corrected, or compared with the record.

use std::path::Path;

use joint_meeting::{Submission, wire};
use joint_meeting_tables::{changes, roster_book, roster_table};

use crate::{
    acts::{
        asking::offset,
        founding::{entering, wrong},
        performing::performed,
    },
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::Opening,
};

pub(super) fn roster(caller: &CommandCaller<'_>) -> Ended {
    let opening = if caller.has("perform") { Opening::Write } else { Opening::Read };
    let mut held = caller.held(opening)?;
    let given = caller.given(&caller.beside(held.name()))?;
    let Some(file) = caller.of("roster") else {
        let on = caller.day("on", offset(held.body()))?;
        if let Some(path) = caller.of("output").filter(|it| it.ends_with(".xlsx")) {
            let bytes = roster_book(held.body(), Some(&given), on, caller.language);
            let bytes = bytes.map_err(|why| CommandFault::input("table", why.text(caller.language)))?;
            caller.put(Path::new(path), &bytes)?;
            caller.print(&caller.say("file.done", &[path]));
            return Ok(CommandEnd::Done);
        }
        let table = roster_table(held.body(), Some(&given), on, caller.language);
        if caller.has("json") {
            caller.answer(held.name().as_str(), Some(on), &wire::to_string(&table));
            return Ok(CommandEnd::Done);
        }
        return caller.show(&[table], on);
    };
    let entering = entering(caller, offset(held.body()))?;
    let on = entering.at.date();
    let found = changes(&caller.bytes(file)?, held.body(), Some(&given), &entering);
    let found = found.map_err(|why| wrong(caller, &why))?;
    let is_refused = found.acts.iter().any(|it| it.refusal.is_some());
    if caller.has("perform") && !is_refused {
        let acts: Vec<Submission> = found.acts.into_iter().map(|it| it.submission).collect();
        return performed(caller, &mut held, &acts);
    }
    if caller.has("json") {
        caller.answer(held.name().as_str(), Some(on), &wire::to_string(&found));
    } else if found.is_empty() {
        caller.print(&caller.say("as-of", &[&on.to_string()]));
        caller.print(&caller.say("roster.none", &[]));
    } else {
        caller.show(&found.tables(held.body(), on, caller.language), on)?;
        caller.print("");
        caller.print(&caller.say("roster.same", &[&found.same.len().to_string()]));
    }
    Ok(if is_refused { CommandEnd::No } else { CommandEnd::Done })
}
