//! Pictures of a terminal: what a command printed, in its colours.
//!
//! A program that shows a picture may have letters of other widths than a terminal has; so each word is put where its column begins.

use anstyle_svg::{Term, WIN10_CONSOLE};
use unicode_width::UnicodeWidthStr as _;

/// How wide half a Chinese character is in the picture, and where a line begins, in pixels.
const CELL: f64 = 8.4;
const LEFT: f64 = 10.0;

/// The picture of a command and of what it printed, with escape codes for colours.
pub(crate) fn picture(command: &str, printed: &str) -> String {
    let svg = Term::new()
        .palette(WIN10_CONSOLE)
        .render_svg(&format!("\u{1b}[1m$ {command}\u{1b}[0m\n{}", printed.trim_end()));
    let placed = svg
        .lines()
        .map(|it| if it.trim_start().starts_with("<tspan x=") { placed(it) } else { it.to_owned() });
    placed.collect::<Vec<_>>().join("\n") + "\n"
}

/// A line with a place for each word that does not follow another by one blank.
fn placed(line: &str) -> String {
    let (head, rest) = line.split_at(line.find('>').unwrap() + 1);
    let (mut said, mut column) = (head.to_owned(), 0);
    for (open, text) in rest.split("</tspan>").filter_map(|it| it.split_once('>')) {
        for words in words(text) {
            let behind = words.trim_start();
            let plain = ["&lt;", "&gt;", "&amp;"].iter().fold(words.to_owned(), |it, of| it.replace(of, "."));
            let begin = column + words.len() - behind.len();
            column += plain.width();
            if !behind.is_empty() {
                let x = LEFT + CELL * begin as f64;
                said += &format!("{open} x=\"{x:.1}px\">{behind}</tspan>");
            }
        }
    }
    said
}

/// A text in pieces, each of which but the first begins with two blanks or more.
fn words(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut begin = 0;
    let bytes = text.as_bytes();
    for at in 1..bytes.len() {
        let begins = bytes[at] == b' ' && bytes[at - 1] != b' ' && bytes.get(at + 1) == Some(&b' ');
        if begins {
            all.push(&text[begin..at]);
            begin = at;
        }
    }
    all.push(&text[begin..]);
    all.retain(|it| !it.is_empty());
    all
}
