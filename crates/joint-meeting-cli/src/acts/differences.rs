//! `charter diff`: what changed from one charter to another, as a table for people and as JSON for programs.

use joint_meeting::{
    authoring::{CharterDiff, EntryChange, FieldChange, SettingStand},
    wire,
};
use joint_meeting_tables::{Table, TableCell};
use serde_json::Value;

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
        let table = DiffTable::of(caller, &diff);
        caller.print(table.without_empty_columns().text(caller.width()?).trim_end());
    }
    Ok(CommandEnd::Done)
}

/// The table while its rows are written.
struct DiffTable<'d> {
    caller: &'d CommandCaller<'d>,
    table: Table,
}

impl<'d> DiffTable<'d> {
    fn of(caller: &'d CommandCaller<'d>, diff: &CharterDiff) -> Table {
        let heads = ["diff.what", "diff.id", "diff.fate", "diff.before", "diff.after"];
        let title =
            [&diff.before, &diff.after].map(|it| format!("{} {}", it.charter, it.version)).join(" → ");
        let mut it = Self {
            caller,
            table: Table::new(title, caller.language, heads.map(|of| (of, caller.say(of, &[])))),
        };
        it.fields("diff.head", "", &diff.head);
        it.entries("diff.unit", &diff.units);
        it.entries("diff.post", &diff.posts);
        it.entries("diff.clause", &diff.clauses);
        for change in &diff.settings {
            let stand = |of: &SettingStand| match of {
                SettingStand::Unset => String::new(),
                SettingStand::Silent => caller.say("diff.silent", &[]),
                SettingStand::Fixed(value) => shown(value),
                _ => String::new(),
            };
            it.row("diff.setting", change.setting.name(), "", stand(&change.before), stand(&change.after));
        }
        for change in &diff.readings {
            let term =
                |of: &Option<_>| of.as_ref().map(|it| shown(&serde_json::to_value(it).unwrap_or_default()));
            let [before, after] = [&change.before, &change.after].map(|it| term(it).unwrap_or_default());
            it.row("diff.reading", change.reading.name(), "", before, after);
        }
        for change in &diff.rules {
            let rests_on = change.rests_on.join(" ");
            it.row("diff.rule", change.rule, change.fate.text(caller.language), String::new(), rests_on);
        }
        it.table
    }

    /// Those of one that was there before and is, field by field; of another that it came or went.
    fn entries(&mut self, what: &str, all: &[EntryChange]) {
        for it in all {
            if it.fields.iter().any(|field| field.before.is_some() && field.after.is_some()) {
                self.fields(what, &it.id, &it.fields);
            } else {
                let summary = |of: fn(&FieldChange) -> Option<&Value>| {
                    let told = it
                        .fields
                        .iter()
                        .filter(|it| ["summary", "name", "title"].contains(&it.field.as_str()));
                    told.filter_map(of).map(shown).collect::<Vec<_>>().join(" ")
                };
                let (before, after) = (summary(|it| it.before.as_ref()), summary(|it| it.after.as_ref()));
                self.row(what, &it.id, it.fate.text(self.caller.language), before, after);
            }
        }
    }

    fn fields(&mut self, what: &str, id: &str, fields: &[FieldChange]) {
        for it in fields {
            let of = |value: &Option<Value>| value.as_ref().map(shown).unwrap_or_default();
            let place = if id.is_empty() { it.field.clone() } else { format!("{id} {}", it.field) };
            self.row(what, &place, "", of(&it.before), of(&it.after));
        }
    }

    fn row(&mut self, what: &str, id: &str, fate: &str, before: String, after: String) {
        let what = self.caller.say(what, &[]);
        let cells: [TableCell; 5] = [what.into(), id.into(), fate.into(), before.into(), after.into()];
        self.table.push(cells);
    }
}

/// A value as people read it: a text is itself, of a text in two languages each, and anything else JSON.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
