//! For those who write charters: a skeleton, the outline of a text, what looks wrong, what changed.
//!
//! `cargo xtask charter` and `cargo xtask new-charter` run it; `docs/guide/charter.md` says when.

use std::process::ExitCode;

use joint_meeting::{Charter, charter::outline::outline};

const USAGE: &str = "Usage:
  charter outline TEXT            the headings and paragraphs of an official text, with their locators
  charter lint FILE [TEXT]        what looks wrong in a charter, and against its official text
  charter diff BEFORE AFTER       what changed from one charter to another, as JSON";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["outline", text] => show_outline(text),
        ["lint", file] => lint(file, None),
        ["lint", file, text] => lint(file, Some(text)),
        ["diff", before, after] => diff(before, after),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(code) => code,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))
}

fn load(path: &str) -> Result<Charter, String> {
    Charter::from_json(&read(path)?).map_err(|why| {
        let lines: Vec<String> = why.0.iter().map(|it| format!("\n  {it}")).collect();
        format!("{path} does not load:{}", lines.concat())
    })
}

fn show_outline(path: &str) -> Result<ExitCode, String> {
    let text = read(path)?;
    let outline = outline(&text);
    for it in &outline.before {
        println!("{}\t{}", it.at, it.text);
    }
    for node in outline.nodes() {
        println!("{}\t{}{}", node.at, node.mark, node.heading);
        for it in &node.paragraphs {
            println!("{}\t{}", it.at, it.text);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One line for each finding: its code, its place, and the sentence in both languages.
fn lint(file: &str, text: Option<&str>) -> Result<ExitCode, String> {
    let charter = load(file)?;
    let findings = match text {
        Some(text) => charter.lint_text(&read(text)?),
        None => charter.lint(),
    };
    for it in &findings {
        let code = serde_json::to_value(it.code).map_err(|why| why.to_string())?;
        println!("{}\t{}\t{}\t{}", code.as_str().unwrap_or_default(), it.place, it.zh, it.en);
    }
    println!("{} findings", findings.len());
    Ok(ExitCode::SUCCESS)
}

fn diff(before: &str, after: &str) -> Result<ExitCode, String> {
    let diff = load(before)?.diff(&load(after)?);
    println!("{}", serde_json::to_string_pretty(&diff).map_err(|why| why.to_string())?);
    Ok(ExitCode::SUCCESS)
}
