//! The writer for terminals: columns that are as wide as what stands in them, a Chinese character counting twice; with colours, or without.

use anstyle::{AnsiColor, Style};
use joint_meeting_documents::printable;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::table::{Table, TableCell, TableState, TableTone};

/// So many blanks stand between two columns.
const BETWEEN: usize = 2;

/// A column is not made narrower than this.
const NARROWEST: usize = 6;

/// How the parts of a table look.
#[derive(Default)]
pub(super) struct TextLooks {
    title: Style,
    head: Style,
    rule: Style,
    well: Style,
    watch: Style,
    amiss: Style,
}

impl TextLooks {
    /// In colours that can be told apart on dark and on light.
    pub(super) fn coloured() -> Self {
        let of = |it: AnsiColor| it.on_default();
        Self {
            title: Style::new().bold(),
            head: Style::new().bold(),
            rule: Style::new().dimmed(),
            well: of(AnsiColor::Green),
            watch: of(AnsiColor::Yellow),
            amiss: of(AnsiColor::Red).bold(),
        }
    }

    fn of(&self, cell: Option<&TableCell>) -> Style {
        let Some(TableCell::State(TableState { tone, .. })) = cell else { return Style::new() };
        match tone {
            TableTone::Well => self.well,
            TableTone::Plain => Style::new(),
            TableTone::Watch => self.watch,
            TableTone::Amiss => self.amiss,
        }
    }
}

pub(super) fn write(table: &Table, width: Option<usize>, looks: &TextLooks) -> String {
    let heads = table.columns.iter().map(|it| plain(&it.head));
    let heads: Vec<String> = heads.collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|it| plain(&it.text())).collect()).collect();
    let mut widths: Vec<usize> = heads.iter().map(|it| widest(it)).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(widest(cell));
        }
    }
    if let Some(width) = width {
        fit(&mut widths, width);
    }
    let title = looks.title;
    let mut text = format!("{title}{}{title:#}\n\n", plain(&table.title));
    add(&mut text, &heads, &widths, |_| (looks.head, false));
    let rule: Vec<String> = widths.iter().map(|it| "─".repeat(*it)).collect();
    add(&mut text, &rule, &widths, |_| (looks.rule, false));
    for (row, cells) in rows.iter().zip(&table.rows) {
        let is_number = |ix| matches!(cells.get(ix), Some(TableCell::Number(_)));
        add(&mut text, row, &widths, |ix| (looks.of(cells.get(ix)), is_number(ix)));
    }
    text
}

/// Without what a terminal does not show, or would take for a command.
fn plain(text: &str) -> String {
    printable(text).replace('\t', " ").replace('\r', "")
}

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Makes the widest columns narrower, until all have room.
fn fit(widths: &mut [usize], room: usize) {
    let between = BETWEEN * widths.len().saturating_sub(1);
    let room = room.saturating_sub(between);
    let mut over = widths.iter().sum::<usize>().saturating_sub(room);
    while over > 0 {
        let Some(most) = widths.iter().copied().max().filter(|it| *it > NARROWEST) else { return };
        let next = widths.iter().copied().filter(|it| *it < most).max().unwrap_or(0).max(NARROWEST);
        let many = widths.iter().filter(|it| **it == most).count();
        let each = (most - next).min(over.div_ceil(many)).max(1);
        for it in widths.iter_mut().filter(|it| **it == most) {
            let less = each.min(over);
            *it -= less;
            over -= less;
        }
    }
}

/// Adds a row, in as many lines as its longest cell needs. Of each cell is asked how it looks, and whether it stands on the right.
fn add(text: &mut String, row: &[String], widths: &[usize], look: impl Fn(usize) -> (Style, bool)) {
    let wrapped: Vec<Vec<String>> = row.iter().zip(widths).map(|(it, width)| wrap(it, *width)).collect();
    for line in 0..wrapped.iter().map(Vec::len).max().unwrap_or(0) {
        // Nothing is written behind the last word of a line.
        let mut free = 0;
        for (ix, (part, width)) in wrapped.iter().zip(widths).enumerate() {
            let part = part.get(line).map_or("", String::as_str);
            let (style, is_right) = look(ix);
            let rest = width.saturating_sub(part.width());
            free += if ix > 0 { BETWEEN } else { 0 } + if is_right { rest } else { 0 };
            if !part.is_empty() {
                *text += &format!("{}{style}{part}{style:#}", " ".repeat(free));
                free = 0;
            }
            free += if is_right { 0 } else { rest };
        }
        text.push('\n');
    }
}

/// The lines of a text, each no wider than the column: broken between words or, where a word is too long or is Chinese, between
/// characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let (mut now, mut wide) = (String::new(), 0);
        for it in line.chars() {
            let more = it.width().unwrap_or(0);
            if wide + more > width && !now.is_empty() {
                let rest = now.split_off(stays(&now, it));
                let rest = rest.trim_start().to_owned();
                if !now.trim_end().is_empty() {
                    lines.push(now.trim_end().to_owned());
                }
                wide = rest.width();
                now = rest;
                if it == ' ' && now.is_empty() {
                    continue;
                }
            }
            now.push(it);
            wide += more;
        }
        lines.push(now.trim_end().to_owned());
    }
    lines
}

/// How much of a line stays in it when a character has no more room: a letter takes its word along, a mark the word or the
/// character before it, since no line begins with one, and each an opening bracket before them, since no line ends with one.
/// What would take the whole line takes nothing.
fn stays(line: &str, next: char) -> usize {
    let in_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.' | ':');
    let mut at = line.len();
    let mut before = line.char_indices().rev().peekable();
    let mut first = next;
    while begins_no_line(first) && !before.peek().is_some_and(|(_, it)| in_word(*it)) {
        let Some((ix, it)) = before.next() else { break };
        (at, first) = (ix, it);
    }
    if in_word(first) || begins_no_line(first) {
        while let Some((ix, _)) = before.next_if(|(_, it)| in_word(*it)) {
            at = ix;
        }
    }
    while let Some((ix, _)) = before.next_if(|(_, it)| ends_no_line(*it)) {
        at = ix;
    }
    if at == 0 { line.len() } else { at }
}

fn ends_no_line(it: char) -> bool {
    matches!(it, '（' | '「' | '“' | '《' | '〔' | '(')
}

fn begins_no_line(it: char) -> bool {
    matches!(it, '，' | '。' | '；' | '：' | '、' | '）' | '」' | '”' | '》' | ',' | '.' | ';' | ':' | ')')
}
