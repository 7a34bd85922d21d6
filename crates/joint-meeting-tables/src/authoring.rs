//! The tables for those who write charters: what looks wrong, how a text is built, which rules there are, what changed.

mod differences;
mod laid;

use std::collections::BTreeSet;

use joint_meeting::{
    Language,
    authoring::LintFinding,
    charter::{Outline, Paragraph},
    rule,
};

pub use self::differences::differences_table;
use self::laid::{headed, written};
use crate::table::Table;

/// What looks wrong in a charter: a row for each finding, with its code, its place, and the sentence.
pub fn findings_table(findings: &[LintFinding], language: Language) -> Table {
    let heads = [("code", "代码", "code"), ("place", "位置", "place"), ("says", "内容", "says")];
    let mut table = headed(("制度检查", "What looks wrong"), &heads, language);
    for it in findings {
        table.push([
            written(&it.code).into(),
            it.place.as_str().into(),
            language.of(&*it.zh, &*it.en).into(),
        ]);
    }
    table
}

/// How an official text is built: a row for each heading and paragraph, with its place as a clause has it in `at`.
pub fn outline_table(outline: &Outline<'_>, language: Language) -> Table {
    let heads = [("at", "位置", "at"), ("text", "文字", "text")];
    let mut table = headed(("文本结构", "Outline"), &heads, language);
    let paragraph = |it: &Paragraph<'_>| [it.at.as_str().into(), it.text.into()];
    for part in &outline.parts {
        if !part.mark.is_empty() {
            table.push([part.at.as_str().into(), part.mark.into()]);
        }
        part.before.iter().for_each(|it| table.push(paragraph(it)));
        for node in part.nodes() {
            table.push([node.at.as_str().into(), format!("{}{}", node.mark, node.heading).into()]);
            node.paragraphs.iter().for_each(|it| table.push(paragraph(it)));
        }
        part.closing.iter().for_each(|it| table.push(paragraph(it)));
    }
    table
}

/// The rules that a charter can claim, of those in which a word occurs: a row for each with its id, its kind, the settings and
/// readings that it needs, and its sentence.
///
/// A *guard* stands before acts, a *duty* looks over a period; what is *always* law is claimed only so that it can cite a clause.
pub fn rules_table(word: &str, language: Language) -> Table {
    let heads = [
        ("rule", "规则", "rule"),
        ("kind", "类别", "kind"),
        ("needs", "所需规定", "needs"),
        ("says", "内容", "says"),
    ];
    let mut table = headed(("规则", "Rules"), &heads, language);
    let duties: Vec<&str> = rule::duties().map(|(id, _)| id).collect();
    let ids: BTreeSet<&str> = rule::guards().map(|it| it.id).chain(duties.iter().copied()).collect();
    for it in ids.into_iter().filter_map(rule::find) {
        let kind = match (it.always, duties.contains(&it.id)) {
            (true, _) => "always",
            (_, true) => "duty",
            _ => "guard",
        };
        let (settings, readings) =
            (it.settings.iter().map(|it| it.name()), it.readings.iter().map(|it| it.name()));
        let needs = settings.chain(readings).collect::<Vec<_>>().join(" ");
        if [it.id, it.zh, it.en, needs.as_str()].iter().any(|it| it.contains(word)) {
            table.push([it.id.into(), kind.into(), needs.into(), it.sentence(language).into()]);
        }
    }
    table
}
