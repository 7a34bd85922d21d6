//! For those who write charters: a file to begin with, the outline of a text, what looks wrong, what changed.

use std::path::Path;

use joint_meeting::{
    Charter,
    authoring::{LintFinding, record_skeleton, skeleton},
    charter::outline,
    charters, wire,
};
use joint_meeting_tables::{Table, TableCell, findings_table, outline_table, rules_table};

use crate::{
    acts::differences::differences,
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
};

pub(super) fn charter(caller: &CommandCaller<'_>) -> Ended {
    let Some((name, caller)) = caller.within() else { return Ok(CommandEnd::Usage) };
    let of = |name: &str| caller.of(name).unwrap_or_default();
    match name {
        "new" => new(&caller, of("name"), caller.of("folder").unwrap_or(".")),
        "lint" => lint(&caller, &caller.charter(of("file"))?.1.lint()),
        "check-text" => {
            let charter = caller.charter(of("file"))?.1;
            lint(&caller, &charter.lint_text(&caller.read(of("text"))?))
        }
        "outline" => show_outline(&caller, of("text")),
        "diff" => differences(&caller),
        "rules" => rules(&caller, of("word")),
        _ => list(&caller),
    }
}

/// Writes a skeleton to a folder; a file that is there stays as it is.
fn new(caller: &CommandCaller<'_>, name: &str, folder: &str) -> Ended {
    let part =
        |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    let is_good = name.starts_with(|it: char| it.is_ascii_lowercase()) && name.split('-').all(part);
    let bad = || CommandFault::usage(caller.say("bad.name", &[name]));
    let id = name.parse().ok().filter(|_| is_good).ok_or_else(bad)?;
    let path = Path::new(folder).join(format!("{name}.json"));
    let file = if caller.has("record") { record_skeleton(&id) } else { skeleton(&id) };
    caller.put(&path, file.as_bytes())?;
    caller.print(&caller.say("charter.done", &[&path.display().to_string()]));
    Ok(CommandEnd::Done)
}

/// One line for each finding: its code, its place, and the sentence.
fn lint(caller: &CommandCaller<'_>, findings: &[LintFinding]) -> Ended {
    if caller.has("json") {
        caller.print(&wire::to_string(&findings));
    } else {
        lines(caller, &findings_table(findings, caller.language));
        caller.print(&caller.say("charter.findings", &[&findings.len().to_string()]));
    }
    Ok(if findings.is_empty() { CommandEnd::Done } else { CommandEnd::No })
}

fn show_outline(caller: &CommandCaller<'_>, path: &str) -> Ended {
    let text = caller.read(path)?;
    lines(caller, &outline_table(&outline(&text), caller.language));
    Ok(CommandEnd::Done)
}

/// One line for each rule: its id, its kind, what it needs, and its sentence.
fn rules(caller: &CommandCaller<'_>, word: &str) -> Ended {
    lines(caller, &rules_table(word, caller.language));
    Ok(CommandEnd::Done)
}

/// A line for each row, for programs that read lines.
fn lines(caller: &CommandCaller<'_>, table: &Table) {
    for row in &table.rows {
        caller.print(&row.iter().map(TableCell::text).collect::<Vec<_>>().join("\t"));
    }
}

fn list(caller: &CommandCaller<'_>) -> Ended {
    let heads = ["charter.name", "charter.version", "charter.clauses", "charter.called"];
    let heads = heads.map(|it| (it, caller.say(it, &[])));
    let mut table = Table::new(caller.say("charter.title", &[]), caller.language, heads);
    for (name, json) in charters::ALL {
        let Ok(it) = Charter::from_json(json) else { continue };
        let title = &it.file().title;
        let title = caller.language.of(&title.zh, &title.en);
        let clauses = u32::try_from(it.clauses().len()).unwrap_or(u32::MAX);
        table.push([(*name).into(), it.version().into(), clauses.into(), title.to_string().into()]);
    }
    if caller.has("json") {
        caller.print(&wire::to_string(&table));
    } else {
        caller.print(table.text(None).trim_end());
    }
    Ok(CommandEnd::Done)
}
