//! The page of every act has examples: typed Rust, and the same in JSON.
//!
//! That the examples are right is tested where they stand, as documentation tests.

use std::{collections::BTreeMap, fs, path::Path};

use joint_meeting::ActKind;

const LAW: &str = "../crates/joint-meeting/src/law";
/// Where the act stands that speaks of entries.
const REGISTRY: &str = "../crates/joint-meeting/src/registry";

#[test]
fn every_act_has_an_example_in_rust_and_json() {
    let pages = pages();
    let has_example = |kind: &&ActKind| {
        let (new, json) = (format!("{}::new(", pascal(kind.name())), format!("\"{}\"", kind.name()));
        let page = pages.get(&pascal(kind.name())).map_or("", String::as_str);
        blocks(page).iter().any(|it| it.contains(&new) && it.contains(&json))
    };
    let bare: Vec<&str> = ActKind::ALL.iter().filter(|it| !has_example(it)).map(|it| it.name()).collect();
    assert!(bare.is_empty(), "without an example:\n{}", bare.join("\n"));
}

#[test]
fn only_code_that_is_run_counts() {
    let page = "Words.\n\n```\nrun\n```\n\nMore.\n\n```text\nnot run\n```\n";
    assert_eq!(blocks(page), ["run\n"]);
    assert_eq!(blocks("```ignore\nnot run\n```\n```\nrun\n```"), ["run\n"]);
}

/// The page of each struct of the law, by the name of the struct.
fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut folders = vec![conformance::folder(LAW), conformance::folder(REGISTRY)];
    while let Some(folder) = folders.pop() {
        for it in fs::read_dir(folder).unwrap() {
            let path = it.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                read(&path, &mut pages);
            }
        }
    }
    pages
}

/// Adds the pages of a file: the lines of documentation that stand right before a struct.
fn read(path: &Path, pages: &mut BTreeMap<String, String>) {
    let mut page = String::new();
    for line in fs::read_to_string(path).unwrap().lines().map(str::trim_start) {
        if let Some(text) = line.strip_prefix("///") {
            page = page + text.strip_prefix(' ').unwrap_or(text) + "\n";
        } else if let Some(name) = line.strip_prefix("pub struct ").and_then(|it| it.strip_suffix(" {")) {
            pages.insert(name.to_owned(), std::mem::take(&mut page));
        } else if !line.starts_with("#[") {
            page.clear();
        }
    }
}

/// The blocks of code that are run as tests.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(language), None) => open = Some((language.is_empty(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take().filter(|(is_run, _)| *is_run).map(|(_, it)| it)),
            (None, Some((_, block))) => *block = std::mem::take(block) + line + "\n",
            (None, None) => {}
        }
    }
    blocks
}

/// The name of the struct of an act: `cancel_meeting` is `CancelMeeting`.
fn pascal(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}
