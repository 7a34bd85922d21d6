//! The year that `docs/guide/year.md` tells: its Rust is the program `src/bin/year.rs`, which prints what stands in the guide.
//!
//! The tests of the package for Python run the Python of the same page and compare it with the same lines, so both tell one story.

use std::{fs, process::Command};

use conformance::folder;

/// The blocks of the guide, each with its language.
fn blocks() -> Vec<(String, String)> {
    let page = fs::read_to_string(folder("../docs/guide/year.md")).unwrap();
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in page.lines() {
        match (line.strip_prefix("```"), open) {
            (Some(language), false) => blocks.push((language.to_owned(), String::new())),
            (Some(_), true) => {}
            (None, true) => blocks.last_mut().unwrap().1 += &format!("{}\n", line.trim_end()),
            (None, false) => continue,
        }
        open ^= line.starts_with("```");
    }
    assert!(!open);
    blocks
}

#[test]
fn the_rust_of_the_guide_is_the_program() {
    let program = fs::read_to_string(folder("src/bin/year.rs")).unwrap().replace("\r\n", "\n");
    let (head, main) = program.split_once("fn main() -> Result<(), Box<dyn Error>> {\n").unwrap();
    let main = main.strip_suffix("    Ok(())\n}\n").unwrap();
    let head = head.lines().filter(|it| !it.starts_with("//!"));
    // Numbers of sections are for those who read the program.
    let main = main.lines().map(|it| it.strip_prefix("    ").unwrap_or(it)).filter(|it| !is_section(it));
    let program: Vec<&str> = head.chain(main).filter(|it| !it.is_empty()).collect();
    let blocks = blocks();
    let told = blocks.iter().filter(|(language, _)| language == "rust").flat_map(|(_, text)| text.lines());
    let told: Vec<&str> = told.filter(|it| !it.is_empty()).collect();
    for (told, line) in told.iter().zip(&program) {
        assert_eq!(told, line);
    }
    assert_eq!(told.len(), program.len());
}

fn is_section(line: &str) -> bool {
    line.strip_prefix("// ").is_some_and(|it| it.parse::<u8>().is_ok())
}

#[test]
fn the_program_prints_what_stands_in_the_guide() {
    let ran = Command::new(env!("CARGO_BIN_EXE_year")).current_dir(folder("..")).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let printed = String::from_utf8(ran.stdout).unwrap();
    // What stands below Python alone is printed by Python alone.
    let (mut told, mut is_rust) = (String::new(), false);
    for (language, text) in blocks() {
        is_rust |= language == "rust";
        if language == "text" {
            told += if is_rust { &text } else { "" };
            is_rust = false;
        }
    }
    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    assert_eq!(printed, told.lines().collect::<Vec<_>>());
}

/// What the guide for the web shows is in the apps that are run.
#[test]
fn the_code_of_the_guide_for_the_web_is_in_the_apps() {
    let page = fs::read_to_string(folder("../docs/guide/web.md")).unwrap();
    let mut apps = String::new();
    for app in ["src", "worker", "service"] {
        for file in fs::read_dir(folder("../bindings/wasm/hosts").join(app)).unwrap() {
            apps += &fs::read_to_string(file.unwrap().path()).unwrap_or_default();
        }
    }
    let shown: Vec<&str> = page.split("```js\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert!(shown.len() > 4, "{}", shown.len());
    for it in shown {
        assert!(apps.contains(it), "no app has such lines:\n{it}");
    }
}

/// What the guide for hosts shows of the server is in the server.
#[test]
fn the_rust_of_the_guide_for_hosts_is_in_the_server() {
    let page = fs::read_to_string(folder("../docs/guide/host.md")).unwrap();
    let server = ["main", "description"]
        .map(|it| folder(&format!("../crates/joint-meeting-store/examples/server/src/{it}.rs")))
        .map(|it| fs::read_to_string(it).unwrap())
        .concat();
    let shown: Vec<&str> = page.split("```rust\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert!(shown.len() > 5, "{}", shown.len());
    for it in shown {
        assert!(server.contains(it), "the server has no such lines:\n{it}");
    }
}
