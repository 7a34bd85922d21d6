//! The rows about annexes: that the text names them, and how.

use super::case::{PaperCase, RowFound, not_applicable, not_judged, unless};
use crate::paper::{Paper, PaperBlock};

/// The row `DOC-26`.
pub(super) fn named(it: &PaperCase<'_>) -> RowFound {
    let (named, annexes) = (named_in(it.paper), annexes_of(it.paper));
    if !it.is_formal() || (named.is_none() && annexes.is_empty()) {
        return not_applicable();
    }
    let Some(named) = named else { return unless(["annexes"]) };
    // An annex that is named and not here may be bound apart.
    if annexes.is_empty() {
        return not_judged(named);
    }
    let differs = |ix: usize| {
        let (named, annex) = (named.get(ix).map(|it| it.trim()), annexes.get(ix).map(|(_, it)| it.trim()));
        (named != annex).then(|| format!("{} ≠ {}", named.unwrap_or("—"), annex.unwrap_or("—")))
    };
    unless((0..named.len().max(annexes.len())).filter_map(differs))
}

/// The row `DOC-27`.
pub(super) fn written(it: &PaperCase<'_>) -> RowFound {
    let (named, annexes) = (named_in(it.paper).unwrap_or_default(), annexes_of(it.paper));
    if !it.is_formal() || (named.is_empty() && annexes.is_empty()) {
        return not_applicable();
    }
    let ends = |it: &&str| it.trim_end().ends_with(['。', '；', '，', '、', '：', '.', ';', ',', ':']);
    let several = annexes.len() > 1;
    let is_numbered = |label: &str, no: usize| {
        let digits = label.trim_start_matches(|it: char| !it.is_ascii_digit());
        if several { digits == no.to_string() } else { digits.is_empty() || digits == "1" }
    };
    let labels = (1..).zip(&annexes).filter(|(no, (label, _))| !is_numbered(label.trim(), *no));
    unless(named.into_iter().filter(ends).chain(labels.map(|(_, (label, _))| *label)))
}

/// The annexes, each by its label and title.
fn annexes_of(paper: &Paper) -> Vec<(&str, &str)> {
    let annexes = paper.blocks.iter().filter_map(|it| match it {
        PaperBlock::Annex { label, title } => Some((label.as_str(), title.as_str())),
        _ => None,
    });
    annexes.collect()
}

/// The titles of annexes that the text names, if it does.
fn named_in(paper: &Paper) -> Option<Vec<&str>> {
    let (says, annexes) = paper.with_annexes_apart();
    let of_blocks = says.iter().find_map(|it| match it {
        PaperBlock::Annexes { titles, .. } => Some(titles.iter().map(String::as_str).collect()),
        _ => None,
    });
    of_blocks.or_else(|| in_paragraphs(says, annexes))
}

/// The titles that paragraphs name behind the word for an annex, as a wording may that has no block for them.
fn in_paragraphs<'p>(says: &'p [PaperBlock], annexes: &[PaperBlock]) -> Option<Vec<&'p str>> {
    let Some(PaperBlock::Annex { label, .. }) = annexes.first() else { return None };
    let word = label.trim_end_matches(|it: char| it.is_ascii_digit() || it.is_whitespace());
    let lines = says.iter().map(|it| match it {
        PaperBlock::Paragraph { text } => text.as_str(),
        _ => "",
    });
    let behind = |line: &'p str| line.strip_prefix(word).and_then(|it| it.strip_prefix(['：', ':']));
    let mut lines = lines.skip_while(|it| behind(it).is_none());
    let first = lines.next().and_then(behind)?;
    let title = |(no, line): (usize, &'p str)| {
        let line = line.trim_start();
        let numbered = line.strip_prefix(&no.to_string()).and_then(|it| it.strip_prefix(['.', '．', '、']));
        numbered.map(str::trim_start)
    };
    let rest = (2..).zip(lines).map_while(title);
    Some([title((1, first)).unwrap_or(first.trim())].into_iter().chain(rest).collect())
}
