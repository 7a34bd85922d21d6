//! `charter diff`: what changed from one charter to another, as a table for people and as JSON for programs.

use joint_meeting::wire;
use joint_meeting_tables::differences_table;

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, Ended},
};

pub(super) fn differences(caller: &CommandCaller<'_>) -> Ended {
    let of = |name: &str| caller.charter(caller.of(name).unwrap_or_default());
    let diff = of("before")?.1.diff(&of("after")?.1);
    if caller.has("json") {
        caller.print(&wire::to_string(&diff));
    } else if diff.is_empty() {
        caller.print(&caller.say("diff.none", &[]));
    } else {
        let table = differences_table(&diff, caller.language);
        caller.print(table.text(caller.width()?).trim_end());
    }
    Ok(CommandEnd::Done)
}
