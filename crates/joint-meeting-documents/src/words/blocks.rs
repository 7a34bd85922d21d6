//! The filling of a template's parts, which become the blocks of a paper.
//!
//! What stands around the blocks is filled in `fill`.

use std::cell::Cell;

use joint_meeting::Language;

use super::{
    PaperWords, Pattern,
    fields::{Fields, Scope},
    han::{DIGITS, han},
    template::Part,
};
use crate::{
    paper::{PaperBlock, PaperColumn},
    terms::error::PaperError,
};

/// A paper being filled.
pub(super) struct Filling<'w> {
    pub(super) words: &'w PaperWords,
    pub(super) name: &'w str,
    pub(super) blocks: Vec<PaperBlock>,
    /// The number of headings of each level so far.
    pub(super) counts: [u32; 4],
    /// The number of bytes that have been filled in.
    pub(super) filled: Cell<usize>,
}

/// The most that is filled into one paper, in bytes, so that a template that repeats what is repeated already comes to an
/// end.
const MOST: usize = 64 * 1024 * 1024;

impl Filling<'_> {
    pub(super) fn parts(&mut self, parts: &[Part], scope: &Scope<'_>) -> Result<(), PaperError> {
        parts.iter().enumerate().try_for_each(|(ix, it)| self.part(it, ix, scope))
    }

    fn text(&self, pattern: &Pattern, ix: usize, scope: &Scope<'_>) -> Result<String, PaperError> {
        let text = pattern.fill_from(&self.place(ix), &|it| scope.find(it))?;
        self.spend(text.len(), ix)?;
        Ok(text)
    }

    fn place(&self, ix: usize) -> String {
        format!("{}.blocks[{ix}]", self.name)
    }

    /// Counts what is filled in; texts and rows that are empty cost something too.
    fn spend(&self, bytes: usize, ix: usize) -> Result<(), PaperError> {
        self.filled.set(self.filled.get() + bytes + 64);
        if self.filled.get() > MOST { Err(PaperError::TooLong { place: self.place(ix) }) } else { Ok(()) }
    }

    fn part(&mut self, part: &Part, ix: usize, scope: &Scope<'_>) -> Result<(), PaperError> {
        match part {
            Part::Paragraph(pattern) => {
                let text = self.text(pattern, ix, scope)?;
                let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
                self.blocks.extend(lines.map(paragraph));
            }
            Part::Heading { level, text } => {
                let text = self.text(text, ix, scope)?;
                let number = self.number(*level)?;
                self.blocks.push(PaperBlock::Heading { level: *level, number, text });
            }
            Part::Roll { label, rows, each } => {
                let all = scope.rows_of(rows).iter();
                let all: Vec<String> =
                    all.map(|it| self.text(each, ix, &scope.within(it))).collect::<Result<_, _>>()?;
                if !all.is_empty() {
                    let (label, text) = (self.text(label, ix, scope)?, self.words.list(all));
                    self.blocks.push(PaperBlock::Roll { label, text });
                }
            }
            Part::Table { rows, columns } => {
                let rows = self.numbered(scope.rows_of(rows));
                if rows.is_empty() {
                    return Ok(());
                }
                let mut head = Vec::new();
                for it in columns {
                    head.push(PaperColumn { head: self.text(&it.head, ix, scope)?, width: it.width.max(1) });
                }
                let row = |row: &Fields| {
                    let scope = scope.within(row);
                    columns.iter().map(|it| self.text(&it.cell, ix, &scope)).collect::<Result<_, _>>()
                };
                let rows = rows.iter().map(row).collect::<Result<_, _>>()?;
                self.blocks.push(PaperBlock::Table { columns: head, rows });
            }
            Part::Each { rows, parts, none } => {
                let rows = self.numbered(scope.rows_of(rows));
                if rows.is_empty() {
                    return self.parts(none, scope);
                }
                for row in &rows {
                    self.spend(0, ix)?;
                    self.parts(parts, &scope.within(row))?;
                }
            }
            Part::Annexes { label } => {
                let label = self.text(label, ix, scope)?;
                self.blocks.push(PaperBlock::Annexes { label, titles: Vec::new() });
            }
            Part::Annex { label, title } => {
                let (label, title) = (self.text(label, ix, scope)?, self.text(title, ix, scope)?);
                self.counts = [0; 4];
                self.blocks.push(PaperBlock::Annex { label, title });
            }
        }
        Ok(())
    }

    /// The blocks, once all are there: what tells of the annexes names those that came, and those of several have numbers.
    pub(super) fn finished(self) -> Vec<PaperBlock> {
        let Self { words, mut blocks, .. } = self;
        let gap = if words.language() == Language::Zh { "" } else { " " };
        let of_annexes = blocks.iter_mut().filter_map(|it| match it {
            PaperBlock::Annex { label, title } => Some((label, &*title)),
            _ => None,
        });
        let of_annexes: Vec<(&mut String, &String)> = of_annexes.collect();
        let several = of_annexes.len() > 1;
        let mut all = Vec::new();
        for (no, (label, title)) in (1_u32..).zip(of_annexes) {
            all.push(title.clone());
            // An office may number them in its wording.
            if several && !label.ends_with(|it: char| it.is_numeric()) {
                label.push_str(&format!("{gap}{no}"));
            }
        }
        blocks.retain(|it| !matches!(it, PaperBlock::Annexes { .. }) || !all.is_empty());
        for block in &mut blocks {
            if let PaperBlock::Annexes { titles, .. } = block {
                titles.clone_from(&all);
            }
        }
        blocks
    }

    /// The rows, each with its number as `{no}`.
    fn numbered(&self, rows: &[Fields]) -> Vec<Fields> {
        let mut rows = rows.to_vec();
        for (no, row) in (1_u32..).zip(&mut rows) {
            row.set("no", no);
        }
        rows
    }

    /// The number of the next heading of a level.
    fn number(&mut self, level: u8) -> Result<String, PaperError> {
        let at = usize::from(level).wrapping_sub(1);
        let (Some(pattern), Some(count)) = (self.words.headings.get(at), self.counts.get_mut(at)) else {
            return Err(PaperError::BadLevel { template: self.name.to_owned(), level });
        };
        *count = count.saturating_add(1);
        let count = *count;
        self.counts.iter_mut().skip(usize::from(level)).for_each(|it| *it = 0);
        let mut fields = Fields::default();
        fields.set("no", count);
        fields.set("han", han(count));
        pattern.fill("headings", &fields)
    }
}

/// The block of a line of text. A line that is numbered as a heading of the first two levels, and is no sentence, is a
/// heading.
fn paragraph(line: &str) -> PaperBlock {
    let numbered = |before: &str, after: char| {
        let (number, text) = line.strip_prefix(before)?.split_once(after)?;
        let is_number = !number.is_empty() && number.chars().all(|it| DIGITS.contains(it));
        let is_sentence = text.is_empty() || text.contains(['。', '；', '：', '，']);
        let number = format!("{before}{number}{after}");
        (is_number && !is_sentence).then(|| (number, text.to_owned()))
    };
    let first = numbered("", '、').map(|it| (1, it));
    match first.or_else(|| numbered("（", '）').map(|it| (2, it))) {
        Some((level, (number, text))) => PaperBlock::Heading { level, number, text },
        None => PaperBlock::Paragraph { text: line.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_numbered_as_a_heading_is_one_unless_it_is_a_sentence() {
        let level = |line: &str| match paragraph(line) {
            PaperBlock::Heading { level, number, text } if number.clone() + &text == line => level,
            PaperBlock::Paragraph { text } if text == line => 0,
            other => panic!("{other:?}"),
        };
        assert_eq!(["一、工作目标", "十二、其他", "（三）联合执法"].map(level), [1, 1, 2]);
        let not = [
            "一、建立机制；二、审定清单。",
            "一、会议议定：建立机制",
            "、无",
            "一、",
            "（甲）说明",
            "甲、乙",
        ];
        assert_eq!(not.map(level), [0; 6]);
    }
}
