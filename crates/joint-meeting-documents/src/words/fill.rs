//! From a template and the facts to a paper.

use std::{cell::Cell, collections::BTreeMap};

use joint_meeting::{
    document::{DocumentKind, Publicness},
    journal::Head,
    time::Date,
};

use super::{PaperWords, Part, Pattern, SignatureForm, Template};
use crate::{
    check::{PaperKnown, PaperSecrecy},
    desk::PaperError,
    paper::{Paper, PaperBlock, PaperColumn, PaperDistribution, PaperDraft, PaperLayout, PaperSignature},
};

/// Named facts: texts, and rows that have named facts of their own. A fact that is known to be missing is one too: it is not
/// looked for further out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    texts: BTreeMap<String, Option<String>>,
    rows: BTreeMap<&'static str, Vec<Fields>>,
}

impl Fields {
    pub(crate) fn set(&mut self, name: &str, text: impl ToString) {
        self.texts.insert(name.to_owned(), Some(text.to_string()));
    }

    /// Sets a field that may be missing; an empty text is a missing one.
    pub(crate) fn set_some(&mut self, name: &str, text: Option<impl ToString>) {
        let text = text.map(|it| it.to_string()).filter(|it| !it.is_empty());
        self.texts.insert(name.to_owned(), text);
    }

    pub(crate) fn set_rows(&mut self, name: &'static str, rows: impl IntoIterator<Item = Fields>) {
        self.rows.insert(name, rows.into_iter().collect());
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name)?.as_deref()
    }

    pub(crate) fn rows(&self, name: &str) -> &[Fields] {
        self.rows.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The facts of a paper, ready to be put into words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub(crate) fields: Fields,
    pub(crate) kind: Option<DocumentKind>,
    /// A title that is settled already.
    pub(crate) title: Option<String>,
    pub(crate) recipients: Vec<String>,
    pub(crate) issuers: Vec<String>,
    /// The day of the paper.
    pub(crate) dated: Option<Date>,
    /// The day on which it was sent out.
    pub(crate) sent: Option<Date>,
    pub(crate) copied_to: Vec<String>,
    pub(crate) publicness: Option<Publicness>,
    pub(crate) publicness_reason: Option<String>,
    /// Why it may not go out.
    pub(crate) draft: Option<Vec<String>>,
    /// What is known of it and not printed.
    pub(crate) known: PaperKnown,
}

/// Where fields are looked for: the innermost row first, what the host gives last.
struct Scope<'f> {
    rows: Vec<&'f Fields>,
    given: &'f BTreeMap<String, String>,
}

impl<'f> Scope<'f> {
    fn find(&self, name: &str) -> Option<&'f str> {
        match self.rows.iter().rev().find_map(|it| it.texts.get(name)) {
            Some(told) => told.as_deref(),
            None => self.given.get(name).map(String::as_str),
        }
    }

    fn rows_of(&self, name: &str) -> &'f [Fields] {
        let found = self.rows.iter().rev().find_map(|it| it.rows.get(name));
        found.map_or(&[], Vec::as_slice)
    }

    fn within(&self, row: &'f Fields) -> Self {
        let mut rows = self.rows.clone();
        rows.push(row);
        Self { rows, given: self.given }
    }
}

/// A paper being filled.
struct Filling<'w> {
    words: &'w PaperWords,
    name: &'w str,
    blocks: Vec<PaperBlock>,
    /// How many headings of each level there were.
    counts: [u32; 4],
    /// How many bytes have been filled in.
    filled: Cell<usize>,
}

/// The most that is filled into one paper, in bytes; a template that repeats what is repeated already comes to an end.
const MOST: usize = 64 * 1024 * 1024;

impl PaperWords {
    /// Puts the facts of a paper into words.
    pub(crate) fn paper(
        &self,
        name: &str,
        made: Made,
        given: &BTreeMap<String, String>,
        made_from: &Head,
    ) -> Result<Paper, PaperError> {
        let template =
            self.papers.get(name).ok_or_else(|| PaperError::NoTemplate { name: name.to_owned() })?;
        let mut fields = made.fields.clone();
        fields.set_some("sent", made.sent.map(|it| self.date(it)).transpose()?);
        fields.set_some("dated", made.dated.map(|it| self.date(it)).transpose()?);
        fields.set_some("copied_to", Some(self.list(&made.copied_to)));
        fields.set_some("sponsor", made.issuers.first());
        fields.set_some("issuers", Some(self.list(&made.issuers)));
        let scope = Scope { rows: vec![&fields], given };
        let text = |place: &str, pattern: &Pattern| -> Result<String, PaperError> {
            pattern.fill_from(&format!("{name}.{place}"), &|it| scope.find(it))
        };
        let optional = |place: &str, pattern: &Option<Pattern>| -> Result<Option<String>, PaperError> {
            let filled = pattern.as_ref().map(|it| text(place, it)).transpose()?;
            Ok(filled.filter(|it| !it.is_empty()))
        };
        let mut filling =
            Filling { words: self, name, blocks: Vec::new(), counts: [0; 4], filled: Cell::default() };
        filling.parts(&template.blocks, &scope)?;
        let within = made.draft.is_some() || template.layout == PaperLayout::Sheet;
        Ok(Paper {
            name: name.to_owned(),
            lang: self.lang.clone(),
            layout: template.layout,
            kind: made.kind.or(template.kind),
            secrecy: match &template.secrecy {
                Some(form) => {
                    let part = |pattern: &Pattern| -> Result<Option<String>, PaperError> {
                        Ok(Some(text("secrecy", pattern)?).filter(|it| !it.is_empty()))
                    };
                    let (copy_number, level) = (part(&form.copy_number)?, part(&form.level)?);
                    Some(PaperSecrecy { level, copy_number, urgency: part(&form.urgency)? })
                }
                None => None,
            }
            .filter(|it| *it != PaperSecrecy::default()),
            mark: optional("mark", &template.mark)?,
            number: optional("number", &template.number)?,
            signer: optional("signer", &template.signer)?,
            title: match &made.title {
                Some(title) => title.clone(),
                None => text("title", &template.title)?,
            },
            recipients: if template.addressed { made.recipients.clone() } else { Vec::new() },
            blocks: filling.blocks,
            signature: self.signature(template, &made)?,
            note: optional("note", &template.note)?,
            publicness: made.publicness,
            publicness_reason: made.publicness_reason,
            distribution: match (&template.distribution, made.sent) {
                (Some(foot), Some(on)) => Some(PaperDistribution {
                    copies: Some(text("distribution.copies", &foot.copies)?).filter(|it| !it.is_empty()),
                    copied_to: made.copied_to.clone(),
                    issuer: text("distribution.issuer", &foot.issuer)?,
                    on,
                    date: text("distribution.date", &foot.date)?,
                }),
                _ => None,
            },
            draft: match made.draft {
                Some(why) => Some(PaperDraft { mark: self.word("paper", "draft")?, why }),
                None => None,
            },
            source: within.then(|| self.source(made_from.count, &made_from.digest)).transpose()?,
            made_from: made_from.clone(),
        })
    }

    /// Makes a draft of a paper, or gives one more reasons.
    pub(crate) fn make_draft(&self, paper: &mut Paper, why: Vec<String>) -> Result<(), PaperError> {
        let Head { count, digest, .. } = &paper.made_from;
        paper.source = Some(self.source(*count, digest)?);
        match &mut paper.draft {
            Some(draft) => draft.why.extend(why),
            None => paper.draft = Some(PaperDraft { mark: self.word("paper", "draft")?, why }),
        }
        Ok(())
    }

    fn signature(&self, template: &Template, made: &Made) -> Result<Option<PaperSignature>, PaperError> {
        let (Some(form), Some(on)) = (template.signature, made.dated) else { return Ok(None) };
        let by = match form {
            SignatureForm::Issuers => made.issuers.clone(),
            SignatureForm::Date => Vec::new(),
        };
        Ok(Some(PaperSignature { by, on, date: self.date(on)? }))
    }
}

impl Filling<'_> {
    fn parts(&mut self, parts: &[Part], scope: &Scope<'_>) -> Result<(), PaperError> {
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
            Part::Annex { label, title } => {
                let (label, title) = (self.text(label, ix, scope)?, self.text(title, ix, scope)?);
                self.counts = [0; 4];
                self.blocks.push(PaperBlock::Annex { label, title });
            }
        }
        Ok(())
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

/// A line of text; one that is numbered as a heading of the first two levels, and is no sentence, is a heading.
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

/// The digits with which Chinese headings are numbered.
const DIGITS: &str = "一二三四五六七八九十";

/// A number below a hundred in Chinese; a greater one in digits.
pub(crate) fn han(number: u32) -> String {
    let digit = |it: u32| {
        it.checked_sub(1).and_then(|it| DIGITS.chars().nth(it as usize)).map_or(String::new(), String::from)
    };
    match number {
        0..10 => digit(number),
        10..20 => format!("十{}", digit(number - 10)),
        20..100 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
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

    #[test]
    fn headings_are_counted_in_chinese() {
        let all: Vec<String> = [1, 9, 10, 11, 20, 21, 99, 100].map(han).into();
        assert_eq!(all, ["一", "九", "十", "十一", "二十", "二十一", "九十九", "100"]);
    }
}
