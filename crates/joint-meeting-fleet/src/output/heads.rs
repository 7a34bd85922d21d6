//! What the columns of an answer are called where people read them, and the words that stand in them.

use joint_meeting::{Language, answer::Verdict, words::Role};
use joint_meeting_tables::TableCell;

use crate::rows::Holds;

/// The heading of a column in a language; its name where it has none.
pub(super) fn head(name: &'static str, language: Language) -> &'static str {
    let found = HEADS.iter().find(|(it, _, _)| *it == name);
    found.map_or(name, |(_, zh, en)| language.of(*zh, *en))
}

/// A cell of a column in a language, where its word is one that stands for itself only among programs.
pub(super) fn said((name, holds): (&str, Holds), cell: TableCell, language: Language) -> TableCell {
    let text = match (name, holds) {
        ("verdict" | "clause_verdict", _) => {
            let word = cell.text();
            Verdict::ALL.iter().find(|it| it.word() == word).map(|it| it.text(language))
        }
        ("role", _) => {
            let word = cell.text();
            Role::ALL.iter().find(|it| it.word() == word).map(|it| it.text(language))
        }
        (_, Holds::Flag) => match cell.text().as_str() {
            "true" => Some(language.of("是", "yes")),
            "false" => Some(language.of("否", "no")),
            _ => None,
        },
        _ => None,
    };
    text.map_or(cell, TableCell::from)
}

#[rustfmt::skip]
const HEADS: &[(&str, &str, &str)] = &[
    ("at", "条款位置", "place of the clause"),
    ("bearer", "责任主体", "borne by"),
    ("body", "联席会议", "body"),
    ("bundled", "随附的制度", "bundled charter"),
    ("charter", "制度", "charter"),
    ("clause", "条款", "clause"),
    ("clause_verdict", "条款结论", "verdict of the clause"),
    ("clauses", "条款不同之处", "clauses that differ"),
    ("differs", "是否不同", "differs"),
    ("digest", "制度摘要值", "digest of the charter"),
    ("due", "期限", "due"),
    ("entries", "记录编号", "entries"),
    ("error", "不能读取的原因", "why it cannot be read"),
    ("finding", "认定情况", "found"),
    ("fulfilled_by", "完成方式", "fulfilled by"),
    ("last", "最后记录日期", "last entry"),
    ("overdue", "已逾期", "overdue"),
    ("provisional", "期限是否暂定", "date is provisional"),
    ("readings", "解释不同之处", "readings that differ"),
    ("role", "职责", "role"),
    ("rule", "规则", "rule"),
    ("rules", "规则不同之处", "rules that differ"),
    ("safe", "稳妥日", "safe day"),
    ("settings", "设定不同之处", "settings that differ"),
    ("subject", "对象", "about"),
    ("unit", "单位", "unit"),
    ("verdict", "结论", "verdict"),
    ("version", "制度版本", "version"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{rows::columns, terms::question::FleetAsk};

    /// Every column has a heading in Chinese, and no two of one answer have the same.
    #[test]
    fn every_column_has_a_heading_of_its_own() {
        let on = "2022-07-01".parse().unwrap();
        let year = joint_meeting::time::Period::year(2022).unwrap();
        for ask in [
            FleetAsk::Audit { period: year, on },
            FleetAsk::Obligations { on, horizon_days: 60 },
            FleetAsk::Charters { on },
        ] {
            for language in [Language::Zh, Language::En] {
                let mut seen = BTreeSet::new();
                for (name, _) in columns(ask) {
                    let head = head(name, language);
                    assert!(language == Language::En || head != *name, "{name}");
                    assert!(seen.insert(head), "{head}");
                }
            }
        }
    }
}
