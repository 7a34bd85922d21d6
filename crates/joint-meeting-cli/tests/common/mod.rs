//! Plays the consoles of a page: each command is run in a shell, and what it prints must stand below it. A picture (`.svg`) that
//! stands below a console shows its last command.
//!
//! `JOINT_MEETING_GOLDEN=write` writes what is printed into the page instead.

#![allow(dead_code, reason = "each test uses some of it")]

mod picture;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder of one's own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command, in a folder, with nothing of the environment that it heeds.
pub(crate) fn joint_meeting(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_joint-meeting"));
    command.current_dir(folder).stdin(Stdio::null());
    plain(&mut command);
    command
}

fn plain(command: &mut Command) {
    for it in ["STORE", "LANG", "NOW"] {
        command.env_remove(format!("JOINT_MEETING_{it}"));
    }
}

/// What a command printed, and its exit code.
pub(crate) fn said(output: &Output) -> (i32, String, String) {
    let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// Copies the files of the repository that a page speaks of.
pub(crate) fn copy(from: &str, to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(from);
    for it in fs::read_dir(from).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_file()) {
        fs::copy(&it, to.join(it.file_name().unwrap())).unwrap();
    }
}

/// Plays a page from its first console to its last.
pub(crate) fn play(page: &str, folder: &Path) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (mut played, mut is_console, mut count) = (String::new(), false, 0);
    let (mut environment, mut last) = (BTreeMap::new(), (String::new(), String::new()));
    let writes = std::env::var("JOINT_MEETING_GOLDEN").is_ok_and(|it| it == "write");
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        played += &format!("{line}\n");
        is_console = if line.starts_with("```") { line == "```console" } else { is_console };
        if let Some((_, name)) = line.strip_suffix(".svg)").and_then(|it| it.split_once("](")) {
            let (picture, place) =
                (picture::picture(&last.0, &last.1), path.with_file_name(format!("{name}.svg")));
            if writes {
                fs::write(&place, picture).unwrap();
            } else {
                assert_eq!(
                    fs::read_to_string(&place).unwrap().replace("\r\n", "\n"),
                    picture,
                    "{}",
                    place.display()
                );
            }
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) else { continue };
        while lines.next_if(|it| !it.starts_with("$ ") && !it.starts_with("```")).is_some() {}
        let in_colours = printed(command, folder, &mut environment);
        played += &anstream::adapter::strip_str(&in_colours).to_string();
        last = (command.to_owned(), in_colours);
        count += 1;
    }
    assert!(count > 3, "{page} has no console");
    if writes {
        fs::write(path, played).unwrap();
        return;
    }
    for (line, (told, played)) in (1..).zip(text.lines().zip(played.lines())) {
        assert_eq!(told, played, "{page}, line {line}");
    }
    assert_eq!(text.lines().count(), played.lines().count(), "{page}");
}

/// What a shell prints of a command, in colours; what it says last is its exit code, if that is not 0.
fn printed(command: &str, folder: &Path, environment: &mut BTreeMap<String, String>) -> String {
    if let Some((name, value)) = command.strip_prefix("export ").and_then(|it| it.split_once('=')) {
        environment.insert(name.to_owned(), value.trim_matches('"').to_owned());
        return String::new();
    }
    let bin = Path::new(env!("CARGO_BIN_EXE_joint-meeting")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([bin.to_path_buf()].into_iter().chain(std::env::split_paths(&path)));
    let mut shell = Command::new("sh");
    plain(&mut shell);
    shell.args(["-c", command]).current_dir(folder).envs(environment).env("PATH", path.unwrap());
    shell.env("CLICOLOR_FORCE", "1");
    let (code, out, err) = said(&shell.stdin(Stdio::null()).output().unwrap());
    let lines = out.lines().chain(err.lines()).map(|it| format!("{}\n", it.trim_end()));
    let lines: String = lines.collect();
    if code == 0 { lines } else { format!("{lines}[{code}]\n") }
}
