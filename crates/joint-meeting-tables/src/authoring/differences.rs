//! The table of what changed from one charter to another.

use joint_meeting::{
    Language,
    authoring::{CharterDiff, EntryChange, FieldChange, SettingStand},
};
use serde_json::Value;

use super::laid::{headed, shown, written};
use crate::table::{Table, TableCell};

/// What changed from one charter to another: a row for each field, clause, setting, reading and rule, as it was and as it is.
pub fn differences_table(diff: &CharterDiff, language: Language) -> Table {
    let heads = [
        ("what", "何处", "what"),
        ("id", "名称", "which"),
        ("fate", "变化", "became"),
        ("before", "原为", "before"),
        ("after", "现为", "after"),
    ];
    let title = [&diff.before, &diff.after].map(|it| format!("{} {}", it.charter, it.version)).join(" → ");
    let mut it = DiffTable { language, table: headed((&title, &title), &heads, language) };
    it.fields(("首部", "head"), "", &diff.head);
    it.entries(("单位", "unit"), &diff.units);
    it.entries(("职务", "post"), &diff.posts);
    it.entries(("条款", "clause"), &diff.clauses);
    for change in &diff.settings {
        let stand = |stand: &SettingStand| match stand {
            SettingStand::Silent => language.of("未作规定", "silent").to_owned(),
            SettingStand::Fixed(value) => shown(value),
            _ => String::new(),
        };
        it.row(("规定", "setting"), change.setting.name(), "", stand(&change.before), stand(&change.after));
    }
    for change in &diff.readings {
        let [before, after] = [&change.before, &change.after].map(|it| it.as_ref().map(written));
        it.row(
            ("理解", "reading"),
            change.reading.name(),
            "",
            before.unwrap_or_default(),
            after.unwrap_or_default(),
        );
    }
    for change in &diff.rules {
        let rests_on = change.rests_on.join(" ");
        it.row(("规则", "rule"), change.rule, change.fate.text(language), String::new(), rests_on);
    }
    it.table.without_empty_columns()
}

/// The table while its rows are written.
struct DiffTable {
    language: Language,
    table: Table,
}

impl DiffTable {
    /// Those of one that was there before and is, field by field; of another that it came or went.
    fn entries(&mut self, what: (&str, &str), all: &[EntryChange]) {
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
                self.row(what, &it.id, it.fate.text(self.language), before, after);
            }
        }
    }

    fn fields(&mut self, what: (&str, &str), id: &str, fields: &[FieldChange]) {
        for it in fields {
            let of = |value: &Option<Value>| value.as_ref().map(shown).unwrap_or_default();
            let place = if id.is_empty() { it.field.clone() } else { format!("{id} {}", it.field) };
            self.row(what, &place, "", of(&it.before), of(&it.after));
        }
    }

    fn row(&mut self, what: (&str, &str), id: &str, fate: &str, before: String, after: String) {
        let what = self.language.of(what.0, what.1);
        let cells: [TableCell; 5] = [what.into(), id.into(), fate.into(), before.into(), after.into()];
        self.table.push(cells);
    }
}
