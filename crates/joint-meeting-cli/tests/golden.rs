//! The terminal output of the command, page by page, in both languages; and the guide for secretaries, which is run as it stands.
#![cfg(unix)]

mod common;

use common::{copy, folder, play};

fn page(name: &str) {
    let folder = folder(name);
    copy("docs/guide/secretary", &folder);
    copy("docs/guide/year", &folder);
    play(&format!("tests/console/{name}.md"), &folder);
}

#[test]
fn help() {
    page("help");
}

#[test]
fn chinese() {
    page("zh");
}

#[test]
fn english() {
    page("en");
}

#[test]
fn bad_input() {
    page("bad");
}

fn guide(name: &str) {
    let folder = folder(name);
    copy("docs/guide/secretary", &folder);
    copy("docs/guide/year", &folder);
    play(&format!("../../docs/guide/{name}.md"), &folder);
}

#[test]
fn the_guide_for_secretaries() {
    guide("secretary");
}

#[test]
fn the_guide_for_secretaries_in_english() {
    guide("secretary.en");
}
