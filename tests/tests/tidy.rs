//! House rules that a machine can check.

use std::{fs, path::PathBuf};

use conformance::{code_map, words::foreign};
use joint_meeting::{Charter, Language, charter::Force, charters, wire};

const CORE: &str = "../crates/joint-meeting/src";
const DOCUMENTS: &str = "../crates/joint-meeting-documents/src";
const FLEET: &str = "../crates/joint-meeting-fleet/src";
const STORE: &str = "../crates/joint-meeting-store/src";
const TABLES: &str = "../crates/joint-meeting-tables/src";

/// Every test that the page on reliability names is there. They are written `file::name`.
#[test]
fn every_test_named_on_the_page_of_reliability_exists() {
    let root = conformance::folder("..");
    let page = fs::read_to_string(root.join("docs/reliability.md")).unwrap();
    let mut named = 0;
    let said = page.split('`').skip(1).step_by(2).filter_map(|it| it.split_once("::"));
    for (path, name) in
        said.filter(|(path, _)| ["tests/", "bindings/", "crates/"].iter().any(|it| path.starts_with(it)))
    {
        let text = fs::read_to_string(root.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
        let is_there = [format!("fn {name}("), format!("def {name}("), format!("test(\"{name}\"")];
        assert!(is_there.iter().any(|it| text.contains(it)), "{path} has no test `{name}`");
        named += 1;
    }
    assert!(named > 40, "{named}");
}

/// The Rust sources of a folder, each by its path from there.
fn rust_files(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let top = conformance::folder(folder);
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        found.sort();
        for path in found {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let name = path.strip_prefix(&top).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files
}

/// The lines that are code, up to the tests, without what follows a `//`.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().take_while(|it| *it != "#[cfg(test)]");
    lines.enumerate().map(|(ix, it)| (ix + 1, it.split("//").next().unwrap_or_default()))
}

#[test]
fn every_file_says_what_it_holds() {
    for folder in [
        "../crates/joint-meeting-cli/src",
        "../crates/joint-meeting-cli/tests",
        CORE,
        DOCUMENTS,
        FLEET,
        "../crates/joint-meeting-fleet/examples",
        "../crates/joint-meeting-fleet/tests",
        STORE,
        "../crates/joint-meeting-store/tests",
        TABLES,
        "../crates/joint-meeting-tables/tests",
        "../crates/xtask/src",
        "src",
        "tests",
    ] {
        for (name, text) in rust_files(folder) {
            assert!(
                text.starts_with("//!") || text.starts_with("#![doc"),
                "{folder}/{name} has no module doc"
            );
        }
    }
}

/// Every error that the library declares has a sentence in Chinese.
#[test]
fn every_error_has_chinese() {
    let mut wrong = Vec::new();
    let sources = rust_files(CORE);
    for text in sources.iter().flat_map(|(_, it)| it.split("#[error(").skip(1)) {
        let Some(text) =
            text.trim_start().strip_prefix('"').and_then(|it| it.split_once("\"").map(|it| it.0))
        else {
            continue;
        };
        // What differs may be anything; a number is the least that can be said.
        let mut said = String::new();
        for (ix, part) in text.replace("{{", "{").replace("}}", "}").split('{').enumerate() {
            said += if ix > 0 { "7" } else { "" };
            said += part.split_once('}').map_or(part, |it| it.1);
        }
        let zh = wire::chinese(&said, &[]);
        if !foreign(&zh, Language::Zh).is_empty()
            || zh.starts_with('「') && zh.ends_with('」') && zh.matches('「').count() == 1
        {
            wrong.push(format!("{said} → {zh}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who looks a crate up finds what it is, under which licence, and every feature of it.
#[test]
fn every_crate_that_is_published_says_what_it_is() {
    let crates = fs::read_dir("../crates").unwrap().map(|it| it.unwrap().path());
    let published = crates.filter(|it| it.join("LICENSE-MIT").exists());
    let mut count = 0;
    for path in published {
        let manifest = fs::read_to_string(path.join("Cargo.toml")).unwrap();
        let said = [
            "description = \"",
            "categories = [",
            "keywords = [",
            "readme = \"README.md\"",
            "license.workspace = true",
        ];
        let docs = [
            "rust-version.workspace = true",
            "[package.metadata.docs.rs]",
            "all-features = true",
            "LICENSE-*",
        ];
        for it in said.iter().chain(&docs) {
            assert!(manifest.contains(it), "{}: no {it}", path.display());
        }
        // The page of a library is its README.
        if let Ok(face) = fs::read_to_string(path.join("src/lib.rs")) {
            assert!(face.contains("include_str!(\"../README.md\")"), "{}", path.display());
        }
        count += 1;
    }
    assert!(count >= 4, "{count}");
}

#[test]
fn the_code_map_is_fresh() {
    let text = fs::read_to_string(code_map::path()).unwrap();
    let renewed = code_map::renewed(&text).unwrap_or_else(|wrong| panic!("{}", wrong.join("\n")));
    assert!(text == renewed, "docs/architecture.md is stale: run `cargo xtask generate`");
}

/// Locators and clause ids of a charter: a letter and a number, or marks of headings in a row.
fn locators(text: &str) -> Vec<String> {
    const MARKS: &str = "一二三四五六七八九十";
    let text: Vec<char> = text.chars().collect();
    let at = |ix: usize| text.get(ix).copied().unwrap_or(' ');
    let found = |ix: usize| {
        let begins = ix == 0 || !at(ix - 1).is_alphanumeric();
        let is_id = begins && at(ix).is_ascii_uppercase() && at(ix + 1) == '-' && at(ix + 2).is_ascii_digit();
        let is_place =
            MARKS.contains(at(ix)) && at(ix + 1) == '（' && MARKS.contains(at(ix + 2)) && at(ix + 3) == '）';
        (is_id || is_place).then(|| text.iter().skip(ix).take(4).collect())
    };
    (0..text.len()).filter_map(found).collect()
}

#[test]
fn no_clause_of_a_charter_is_in_a_comment() {
    for folder in [CORE, DOCUMENTS, FLEET, STORE, TABLES, "../bindings/python/src", "../bindings/wasm/src"] {
        for (name, text) in rust_files(folder) {
            for (ix, line) in text.lines().enumerate() {
                let told = if line.trim_start().starts_with("#[doc") {
                    line.to_owned()
                } else {
                    // What an example or a test quotes is data.
                    let comment = line.split_once("//").map_or("", |(_, it)| it);
                    comment.split('"').step_by(2).collect()
                };
                let found = locators(&told);
                assert!(found.is_empty(), "{folder}/{name}:{}: {found:?} belongs in a charter", ix + 1);
            }
        }
    }
}

#[test]
fn the_core_is_pure() {
    let banned = [
        ("HashMap", "ordered collections only"),
        ("HashSet", "ordered collections only"),
        ("f32", "no floats"),
        ("f64", "no floats"),
        ("RandomState", "no chance"),
        ("rand::", "no chance"),
        ("getrandom", "no chance"),
        ("DefaultHasher", "no chance"),
        ("{:p}", "no addresses"),
        ("static mut", "no state but the body"),
        ("std::time", "no clock"),
        ("std::net", "no I/O"),
        ("std::process", "no I/O"),
        ("SystemTime", "no clock"),
        ("Instant", "no clock"),
        ("Utc::now", "no clock"),
        ("Local::now", "no clock"),
        ("std::fs", "no I/O"),
        ("std::io", "no I/O"),
        ("std::env", "no I/O"),
        ("std::thread", "no threads"),
        ("println!", "no I/O"),
        ("unwrap()", "no panic"),
        ("unreachable!", "no panic"),
        ("#[ignore", "no ignored test"),
    ];
    for (name, text) in rust_files(CORE) {
        for (line, it) in code(&text) {
            // serde's trait must be told of every type, also of those that it refuses.
            let is_list_of_types = it.contains("i128 u8 u16") || it.contains("serialize_f");
            for (word, why) in banned {
                assert!(is_list_of_types || !it.contains(word), "{name}:{line}: `{word}`: {why}");
            }
        }
    }
}

#[test]
fn papers_depend_on_nothing_but_their_input() {
    let banned = [
        "HashMap",
        "HashSet",
        "SystemTime",
        "Instant",
        "::now",
        "std::fs",
        "std::env",
        "println!",
        "unwrap()",
        "#[ignore",
    ];
    for (name, text) in rust_files(DOCUMENTS) {
        for (line, it) in code(&text) {
            for word in banned {
                assert!(!it.contains(word), "{name}:{line}: `{word}`");
            }
        }
    }
}

#[test]
fn no_name_and_no_clause_of_a_charter_is_in_the_code_of_papers() {
    for (file, json) in charters::ALL {
        let charter = Charter::from_json(json).unwrap();
        let units = charter.units().iter().map(|it| it.zh.as_str());
        let clauses = charter.clauses().iter().map(|it| it.at.as_str()).filter(|it| it.chars().count() > 1);
        for word in units.chain(clauses) {
            for (name, text) in rust_files(DOCUMENTS) {
                for (line, it) in code(&text) {
                    assert!(!it.contains(word), "{name}:{line}: `{word}` of {file}");
                }
            }
        }
    }
}

#[test]
fn dates_are_reckoned_in_one_place() {
    let banned = [
        "checked_add",
        "checked_sub_",
        "TimeDelta",
        "Duration",
        "Months::",
        "Days::",
        "succ_opt",
        "pred_opt",
        "signed_duration",
    ];
    let places = ["terms/date.rs", "terms/time.rs", "terms/period.rs", "terms/calendar.rs"];
    for (name, text) in rust_files(CORE).into_iter().filter(|(name, _)| !places.contains(&name.as_str())) {
        for (line, it) in code(&text) {
            for word in banned {
                assert!(!it.contains(word), "{name}:{line}: `{word}` belongs in one of {places:?}");
            }
        }
    }
}

#[test]
fn no_charter_is_known_to_the_code() {
    for (id, file) in charters::ALL {
        let charter = Charter::from_json(file).unwrap_or_else(|why| panic!("{id}: {why}"));
        let units = charter.units().iter().flat_map(|it| [it.id.to_string(), it.zh.to_string()]);
        let posts = charter.posts().iter().map(|it| it.id.to_string());
        let clauses = charter.clauses().iter().filter(|it| it.force != Force::Silence);
        let clauses = clauses.flat_map(|it| [it.id.to_string(), it.at.to_string()]);
        // One letter is a notation, not a name.
        let telling = units.chain(posts).chain(clauses).filter(|it| it.chars().count() > 1);
        let names: Vec<String> = telling.map(|it| format!("\"{it}\"")).collect();
        for (name, text) in rust_files(CORE).into_iter().filter(|(name, _)| name != "charter/bundled.rs") {
            for (line, it) in code(&text) {
                for word in &names {
                    assert!(!it.contains(word.as_str()), "{name}:{line}: {word} belongs in a charter");
                }
            }
        }
    }
}

#[test]
fn the_state_is_not_serialisable_and_apply_has_no_rule() {
    for (name, text) in rust_files(CORE) {
        if name == "state.rs" {
            assert!(!text.contains("Serialize"), "the journal is what is kept");
        }
        let mut inside = false;
        for (line, it) in code(&text) {
            inside = match it {
                _ if it.starts_with("    fn apply(") => true,
                "    }" => false,
                _ => inside,
            };
            assert!(
                !(inside && (it.contains("Finding::") || it.contains("ensure("))),
                "{name}:{line}: a rule in `apply`"
            );
        }
    }
}

#[test]
fn the_repository_speaks_of_the_project_alone() {
    let root = conformance::folder("..");
    let listed = std::process::Command::new("git").arg("-C").arg(&root).args(["ls-files", "-z"]).output();
    let Ok(listed) = listed else { return };
    let names = String::from_utf8(listed.stdout).expect("names are UTF-8");
    // Put together here, so that this file does not hold them itself.
    let banned = [
        ["crates", ".io"].concat(),
        ["pypi", ".org"].concat(),
        ["npmjs", ".com"].concat(),
        ["npmjs", ".org"].concat(),
        ["/ho", "me/"].concat(),
        ["/wo", "rk/"].concat(),
        ["../sh", "ared"].concat(),
        ["/ro", "ot/"].concat(),
    ];
    let lock_or_generated =
        |it: &&str| !it.is_empty() && !it.ends_with(".lock") && !it.ends_with("package-lock.json");
    for name in names.split('\0').filter(lock_or_generated) {
        let Ok(text) = fs::read_to_string(root.join(name)) else { continue };
        for word in &banned {
            assert!(!text.contains(word.as_str()), "{name} names {word}");
        }
    }
}
