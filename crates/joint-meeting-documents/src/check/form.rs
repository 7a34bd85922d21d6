//! The rows about the form of a document: its kind, parts, title, recipients, headings, and what it says.

use joint_meeting::sorted::Set;
use joint_meeting::words::{DocumentKind, Publicness};

use super::case::{PaperCase, RowFound, fine_if, not_applicable, not_judged, speaks_to_all, unless};
use crate::{
    paper::{Paper, PaperBlock, PaperLayout},
    words::han,
};

/// The row `DOC-1`.
pub(super) fn kind(it: &PaperCase<'_>) -> RowFound {
    match it.paper.kind {
        Some(kind) => fine_if(kind.is_formal(), kind.zh()),
        None if it.is_formal() => unless(["kind"]),
        None => not_applicable(),
    }
}

/// The row `DOC-2`.
pub(super) fn minutes(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || !it.is(DocumentKind::Minutes) {
        return not_applicable();
    }
    if it.paper.blocks.is_empty() {
        return unless(["blocks"]);
    }
    let has =
        |words: &[String]| headings_of(it.paper).any(|(_, _, text)| words.iter().any(|it| text.contains(it)));
    // Only a reader can say what paragraphs tell of.
    match has(&it.words.main_part) && has(&it.words.agreed_part) {
        true => unless::<&str>([]),
        false => not_judged(["blocks"]),
    }
}

/// The row `DOC-3`.
pub(super) fn parts(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    let paper = it.paper;
    let lacking = [
        ("mark", paper.mark.is_none()),
        ("title", paper.title.trim().is_empty()),
        ("blocks", paper.blocks.is_empty()),
        ("signature", paper.signature.is_none()),
    ];
    unless(lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name))
}

/// The row `DOC-4`.
pub(super) fn zones(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    let paper = it.paper;
    let lacking = [
        ("mark", paper.mark.is_none() && paper.number.is_none()),
        ("blocks", paper.title.trim().is_empty() && paper.blocks.is_empty()),
        // A letter has its own form, in which the imprint names copies only.
        (
            "distribution",
            paper.distribution.is_none() && paper.layout != PaperLayout::Letter && it.goes_out(),
        ),
    ];
    unless(lacking.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name))
}

/// The row `DOC-17`.
pub(super) fn requests(it: &PaperCase<'_>) -> RowFound {
    let asks = |text: &&str| it.words.requests.iter().any(|word| text.contains(word.as_str()));
    match it.paper.kind {
        Some(DocumentKind::RequestForInstructions) if it.paper.recipients.len() != 1 => {
            match it.paper.recipients.as_slice() {
                [] => unless(["recipients"]),
                several => unless(several),
            }
        }
        // Whether it asks one thing or several only a reader can say.
        Some(DocumentKind::RequestForInstructions) => not_judged(["matters"]),
        Some(DocumentKind::Report) => unless(texts_of(it.paper).filter(asks)),
        _ => not_applicable(),
    }
}

/// The row `DOC-22`.
pub(super) fn recipients(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() {
        return not_applicable();
    }
    let paper = it.paper;
    // Minutes need none, and an opinion or a decision may go to all.
    let may_have_none = paper.kind.is_none_or(|kind| {
        speaks_to_all(kind)
            || matches!(kind, DocumentKind::Minutes | DocumentKind::Opinion | DocumentKind::Decision)
    });
    let mut found = Vec::new();
    if paper.recipients.is_empty() && !may_have_none {
        found.push("recipients");
    }
    let copied = paper.distribution.iter().flat_map(|it| &it.copied_to);
    let mut seen = Set::new();
    for name in paper.recipients.iter().chain(copied).map(|it| it.trim()) {
        if name.is_empty() || !seen.insert(name) {
            found.push(name);
        }
    }
    unless(found)
}

/// The row `DOC-23`.
pub(super) fn title(it: &PaperCase<'_>) -> RowFound {
    let (true, Some(kind)) = (it.is_formal(), it.paper.kind) else { return not_applicable() };
    let title = it.paper.title.trim();
    let needs_matter = !speaks_to_all(kind) && kind != DocumentKind::Minutes;
    // No rule says what a translation calls the kind.
    if !it.paper.is_chinese() && !title.ends_with(kind.zh()) {
        return not_judged(["title"]);
    }
    if !title.ends_with(kind.zh()) || (needs_matter && !title.contains(&it.words.about)) {
        return unless([title]);
    }
    // Below a mark that names the issuer, offices often leave it out of the title.
    match needs_matter && title.starts_with(&it.words.about) {
        true => not_judged(it.issuers().first()),
        false => unless::<&str>([]),
    }
}

/// The row `DOC-24`.
pub(super) fn headings(it: &PaperCase<'_>) -> RowFound {
    if !it.is_formal() || !it.paper.is_chinese() {
        return not_applicable();
    }
    let mut counts = [0_u32; 4];
    let mut found = Vec::new();
    for block in &it.paper.blocks {
        match block {
            PaperBlock::Annex { .. } => counts = [0; 4],
            PaperBlock::Heading { level, number, text } => {
                let above = counts.iter().take(usize::from(*level).saturating_sub(1)).all(|it| *it > 0);
                let count = counts.get_mut(usize::from(*level).wrapping_sub(1)).map(|it| {
                    *it = it.saturating_add(1);
                    *it
                });
                counts.iter_mut().skip(usize::from(*level)).for_each(|it| *it = 0);
                if !above || count.map(|it| numbered(*level, it)).as_ref() != Some(number) {
                    found.push(format!("{number}{text}"));
                }
            }
            _ => {}
        }
    }
    unless(found)
}

/// The number of the n-th heading of a level.
fn numbered(level: u8, n: u32) -> String {
    match level {
        1 => format!("{}、", han(n)),
        2 => format!("（{}）", han(n)),
        3 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// The row `DOC-25`.
pub(super) fn within(it: &PaperCase<'_>) -> RowFound {
    if !it.is(DocumentKind::Minutes) || it.paper.publicness == Some(Publicness::Open) {
        return not_applicable();
    }
    let around = [&it.paper.note, &it.paper.source].into_iter().flatten().map(String::as_str);
    let says = |text: &str| it.words.within.iter().any(|word| text.contains(word.as_str()));
    fine_if(around.chain(texts_of(it.paper)).any(says), "note")
}

fn headings_of(paper: &Paper) -> impl Iterator<Item = (u8, &str, &str)> {
    paper.blocks.iter().filter_map(|it| match it {
        PaperBlock::Heading { level, number, text } => Some((*level, number.as_str(), text.as_str())),
        _ => None,
    })
}

/// The texts of headings, paragraphs and rolls.
fn texts_of(paper: &Paper) -> impl Iterator<Item = &str> {
    paper.blocks.iter().filter_map(|it| match it {
        PaperBlock::Heading { text, .. } | PaperBlock::Paragraph { text } | PaperBlock::Roll { text, .. } => {
            Some(text.as_str())
        }
        PaperBlock::Table { .. } | PaperBlock::Annexes { .. } | PaperBlock::Annex { .. } => None,
    })
}
