//! For those who write charters: a skeleton, the outline of a text, what looks wrong, what changed.
//!
//! `cargo xtask charter` and `cargo xtask new-charter` run it; `docs/guide/charter.md` says when.

use std::{collections::BTreeSet, fmt::Write as _, io::Write as _, path::Path, process::ExitCode};

use joint_meeting::{
    Charter,
    authoring::skeleton,
    charter::{CharterErrors, outline},
    rule,
};

const USAGE: &str = "Usage:
  charter new NAME [FOLDER]       a charter file to begin with, in which nothing is said yet
  charter rules [WORD]            the rules that a clause can claim, those with the word
  charter outline TEXT            the headings and paragraphs of an official text, with their locators
  charter lint FILE [TEXT]        what looks wrong in a charter, and against its official text
  charter diff BEFORE AFTER       what changed from one charter to another, as JSON";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        [] | ["-h" | "--help"] => Ok(USAGE.to_owned()),
        ["new", name] => new(name, &conformance::folder("../crates/joint-meeting/charters")),
        ["new", name, folder] => new(name, Path::new(folder)),
        ["rules"] => rules(""),
        ["rules", word] => rules(word),
        ["outline", text] => show_outline(text),
        ["lint", file] => lint(file, None),
        ["lint", file, text] => lint(file, Some(text)),
        ["diff", before, after] => diff(before, after),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(printed) => {
            // Whoever reads may have seen enough.
            let _ = writeln!(std::io::stdout(), "{}", printed.trim_end());
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))
}

/// A charter, with the general charters that lie beside it.
fn load(path: &str) -> Result<Charter, String> {
    let text = read(path)?;
    let file: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let named = file["governed_by"].as_array().into_iter().flatten().filter_map(|it| it.as_str());
    let beside =
        named.map(|it| Path::new(path).with_file_name(format!("{it}.json"))).filter(|it| it.exists());
    let general = beside.map(|it| {
        let path = it.to_string_lossy();
        loaded(&path, Charter::from_json(&read(&path)?))
    });
    let general: Vec<Charter> = general.collect::<Result<_, _>>()?;
    loaded(path, Charter::from_json_under(&text, &general))
}

fn loaded(path: &str, charter: Result<Charter, CharterErrors>) -> Result<Charter, String> {
    charter.map_err(|why| {
        let lines: Vec<String> = why.0.iter().map(|it| format!("\n  {it}")).collect();
        format!("{path} does not load:{}", lines.concat())
    })
}

/// Writes a skeleton to a folder; a file that is there stays as it is.
fn new(name: &str, folder: &Path) -> Result<String, String> {
    let part =
        |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit());
    let is_good = name.starts_with(|it: char| it.is_ascii_lowercase()) && name.split('-').all(part);
    if !is_good {
        return Err(format!(
            "`{name}` is no name for a charter: small letters and digits in words joined by `-`, a letter first, such as \
             riverside-lamps-2026"
        ));
    }
    let id = name.parse().map_err(|why| format!("`{name}` is no name for a charter: {why}"))?;
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let path = folder.join(format!("{name}.json"));
    let shown = path.display();
    let file = std::fs::File::create_new(&path).map_err(|why| format!("{shown}: {why}"));
    file?.write_all(skeleton(&id).as_bytes()).map_err(|why| format!("{shown}: {why}"))?;
    Ok(format!("{shown} is written; docs/guide/charter.md says how to go on"))
}

/// One line for each rule: its id, what it needs, its sentence in both languages.
fn rules(word: &str) -> Result<String, String> {
    let duties: Vec<&str> = rule::duties().map(|(id, _)| id).collect();
    let ids: BTreeSet<&str> = rule::guards().map(|it| it.id).chain(duties.iter().copied()).collect();
    let mut out = String::new();
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
            let _ = writeln!(out, "{}\t{kind}\t{needs}\t{}\t{}", it.id, it.zh, it.en);
        }
    }
    Ok(out)
}

fn show_outline(path: &str) -> Result<String, String> {
    let text = read(path)?;
    let outline = outline(&text);
    let mut out = String::new();
    for it in &outline.before {
        let _ = writeln!(out, "{}\t{}", it.at, it.text);
    }
    for node in outline.nodes() {
        let _ = writeln!(out, "{}\t{}{}", node.at, node.mark, node.heading);
        for it in &node.paragraphs {
            let _ = writeln!(out, "{}\t{}", it.at, it.text);
        }
    }
    Ok(out)
}

/// One line for each finding: its code, its place, and the sentence in both languages.
fn lint(file: &str, text: Option<&str>) -> Result<String, String> {
    let charter = load(file)?;
    let findings = match text {
        Some(text) => charter.lint_text(&read(text)?),
        None => charter.lint(),
    };
    let mut out = String::new();
    for it in &findings {
        let code = serde_json::to_value(it.code).map_err(|why| why.to_string())?;
        let _ = writeln!(out, "{}\t{}\t{}\t{}", code.as_str().unwrap_or_default(), it.place, it.zh, it.en);
    }
    let _ = write!(out, "{} findings", findings.len());
    Ok(out)
}

fn diff(before: &str, after: &str) -> Result<String, String> {
    let diff = load(before)?.diff(&load(after)?);
    serde_json::to_string_pretty(&diff).map_err(|why| why.to_string())
}
