//! Why: the trail of a thing, and what stands behind a rule, a clause or an entry.

use joint_meeting_tables::{TableCell, Tables};

use crate::{
    acts::asking::offset,
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::Opening,
};

pub(super) fn why(caller: &CommandCaller<'_>) -> Ended {
    let held = caller.held(Opening::Read)?;
    let body = held.body();
    let on = caller.day("on", offset(body))?;
    let id = caller.of("id").unwrap_or_default();
    let unknown = |why: joint_meeting::answer::UnknownError| {
        let what = match id.parse::<u32>() {
            Ok(_) => caller.say("bad.entry", &[id]),
            Err(_) => format!("{}\n{}", caller.say("bad.id", &[id]), why.text(caller.language)),
        };
        CommandFault::input("unknown", what)
    };
    let found = Tables::new(body, caller.language).why(id, on).map_err(unknown)?;
    if caller.has("json") {
        caller.answer(held.name().as_str(), Some(on), &found.data);
        return Ok(CommandEnd::Done);
    }
    if found.table.columns.first().is_none_or(|it| it.name != "what") {
        return caller.show(&[found.table], on);
    }
    let colon = caller.language.of("：", ": ");
    for (ix, row) in found.table.rows.iter().enumerate() {
        let says: Vec<String> = row.iter().map(TableCell::text).filter(|it| !it.is_empty()).collect();
        // What a rule or a clause says stands on a line of its own.
        let is_sentence = ix == 0 && id.parse::<u32>().is_err();
        caller.print(&says.join(if is_sentence { "\n    " } else { colon }));
    }
    Ok(CommandEnd::Done)
}
