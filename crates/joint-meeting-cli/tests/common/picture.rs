//! Pictures of a terminal: what a command printed, in its colours.
//!
//! A program that shows a picture may have letters of other widths than a terminal has; so each word is put where its column begins.

use anstyle_svg::{Palette, Term, VGA};
use unicode_width::UnicodeWidthStr as _;

/// How wide half a Chinese character is in the picture, and where a line begins, in pixels.
const CELL: f64 = 8.4;
const LEFT: f64 = 10.0;

const PALETTE: Palette = VGA;

/// The picture of a command and of what it printed, with escape codes for colours.
pub(crate) fn picture(command: &str, printed: &str) -> String {
    let svg = Term::new()
        .palette(PALETTE)
        .render_svg(&format!("\u{1b}[1m$ {command}\u{1b}[0m\n{}", printed.trim_end()));
    let placed = svg
        .lines()
        .map(|it| if it.trim_start().starts_with("<tspan x=") { placed(it) } else { it.to_owned() });
    placed.collect::<Vec<_>>().join("\n") + "\n"
}

/// A line with a place for each word that does not follow another by one blank.
fn placed(line: &str) -> String {
    let (mut said, mut column, mut opened) = (String::new(), 0, "<tspan>");
    let (head, rest) = line.split_at(line.find('>').unwrap() + 1);
    said += head;
    for piece in rest.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        for (ix, words) in words(text).into_iter().enumerate() {
            let is_moved = words.starts_with("  ");
            let blanks = words.len() - words.trim_start().len();
            let plain = ["&lt;", "&gt;", "&amp;"].iter().fold(words.to_owned(), |it, of| it.replace(of, "."));
            let wide = plain.width();
            if is_moved || (ix == 0 && column > 0) {
                let x = LEFT + CELL * (column + if is_moved { blanks } else { 0 }) as f64;
                let behind = if is_moved { words.trim_start() } else { words };
                let open = opened.replacen("<tspan", &format!("<tspan x=\"{x:.1}px\""), 1);
                said += &format!("</tspan>{open}{behind}");
            } else {
                said += words;
            }
            column += wide;
        }
        if tag.starts_with("<tspan") {
            opened = tag;
        }
        said += tag;
    }
    said.replace("<tspan></tspan>", "")
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
