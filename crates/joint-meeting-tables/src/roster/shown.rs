//! The tables of what a roster proposes: the acts, each with what would become of it, and what has to be decided.

use joint_meeting::{JointMeeting, Language, time::Date};

use super::{
    acts::ProposedAct,
    changes::{RosterChanges, RosterDifference},
    founding::RosterFounding,
};
use crate::table::{Table, TableCell};

impl RosterFounding {
    /// The acts as a table, in the words of a body under the charter.
    pub fn table(&self, body: &JointMeeting, on: Date, language: Language) -> Table {
        acts(&self.acts, body, on, language)
    }
}

impl RosterChanges {
    /// The acts, and what has to be decided, as tables; those without rows are left out.
    pub fn tables(&self, body: &JointMeeting, on: Date, language: Language) -> Vec<Table> {
        let all = [acts(&self.acts, body, on, language), open(&self.open, on, language)];
        all.into_iter().filter(|it| !it.rows.is_empty()).collect()
    }
}

fn acts(all: &[ProposedAct], body: &JointMeeting, on: Date, language: Language) -> Table {
    let heads = [
        ("row", language.of("行", "row")),
        ("what", language.of("内容", "what")),
        ("by", language.of("办理人", "by")),
        ("may", language.of("可否", "may it")),
        ("why", language.of("理由", "why")),
    ];
    let mut table = Table::new(language.of("须办的变更", "Changes to be made"), language, heads).on(on);
    for it in all {
        let refused = it.refusal.as_ref().map(|it| it.render(body, language));
        let is = if refused.is_some() { language.of("否", "no") } else { language.of("可", "yes") };
        table.push([
            it.place.as_ref().map(|it| it.row).into(),
            language.of(&it.says.zh, &it.says.en).as_str().into(),
            it.submission.by.to_string().into(),
            is.into(),
            refused.into(),
        ]);
    }
    table.without_empty_columns()
}

fn open(all: &[RosterDifference], on: Date, language: Language) -> Table {
    let heads = [("row", language.of("行", "row")), ("what", language.of("内容", "what"))];
    let mut table = Table::new(
        language.of("须有人决定的差异", "Differences that somebody has to decide"),
        language,
        heads,
    )
    .on(on);
    for it in all {
        let row: TableCell = it.place.as_ref().map(|it| it.row).into();
        table.push([row, language.of(&it.says.zh, &it.says.en).as_str().into()]);
    }
    table.without_empty_columns()
}
