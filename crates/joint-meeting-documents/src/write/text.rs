//! The writer of plain text, to be pasted anywhere.

use crate::paper::{Paper, PaperBlock};

pub(super) fn write(paper: &Paper) -> String {
    let mut text = String::new();
    let mut line = |it: &str| {
        text.push_str(it);
        text.push('\n');
    };
    if let Some(draft) = &paper.draft {
        line(&format!("【{}】", draft.mark));
    }
    paper.top().into_iter().for_each(&mut line);
    for it in [&paper.mark, &paper.number, &paper.signer].into_iter().flatten() {
        line(it);
    }
    line(&paper.title);
    line("");
    if let Some(it) = paper.salutation() {
        line(&it);
    }
    let (says, annex) = paper.with_annexes_apart();
    blocks(paper, says, &mut line);
    if let Some(it) = &paper.signature {
        line("");
        it.by.iter().for_each(|it| line(it));
        line(&it.date);
    }
    if let Some(it) = &paper.note {
        line("");
        line(it);
    }
    blocks(paper, annex, &mut line);
    if let Some(it) = &paper.source {
        line("");
        line(it);
    }
    if let Some(it) = &paper.distribution {
        line("");
        it.copies.iter().for_each(|it| line(it));
        line(&format!("{}　{}", it.issuer, it.date));
    }
    if let Some(draft) = &paper.draft {
        line("");
        line(&format!("【{}】", draft.mark));
        draft.why.iter().for_each(|it| line(it));
    }
    if !paper.remarks.is_empty() {
        line("");
        paper.remarks.iter().for_each(|it| line(it));
    }
    if let Some(it) = paper.journal_below() {
        line("");
        line(&it);
    }
    text
}

fn blocks(paper: &Paper, blocks: &[PaperBlock], line: &mut impl FnMut(&str)) {
    for block in blocks {
        match block {
            PaperBlock::Heading { number, text, .. } => line(&format!("　　{number}{text}")),
            PaperBlock::Paragraph { text } => line(&format!("　　{text}")),
            PaperBlock::Roll { label, text } => line(&format!("　　{label}{}{text}", paper.colon())),
            PaperBlock::Table { columns, rows } => {
                line(&columns.iter().map(|it| it.head.as_str()).collect::<Vec<_>>().join("\t"));
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|it| it.replace(['\n', '\t'], " ")).collect();
                    line(&cells.join("\t"));
                }
            }
            PaperBlock::Annexes { label, titles } => {
                line("");
                for (ix, (before, title)) in paper.annex_lines(label, titles).iter().enumerate() {
                    // Below the first number, as far as a plain text can have it.
                    let indent = if ix == 0 { 2 } else { 2 + label.chars().count() + 1 };
                    line(&format!("{}{before}{title}", "　".repeat(indent)));
                }
            }
            PaperBlock::Annex { label, title } => {
                line("");
                line(label);
                line(title);
            }
        }
    }
}
