//! The writer of Markdown (CommonMark with tables).
//!
//! What users wrote is escaped: it is text, and neither markup nor HTML.

use crate::{
    paper::{Paper, PaperBlock},
    terms::printable::printable,
};

pub(super) fn write(paper: &Paper) -> String {
    let mut blocks: Vec<String> = Vec::new();
    if let Some(draft) = &paper.draft {
        blocks.push(format!("**【{}】**", escape(&draft.mark)));
    }
    blocks.extend(paper.top().into_iter().map(escape));
    for it in [&paper.mark, &paper.number, &paper.signer].into_iter().flatten() {
        blocks.push(escape(it));
    }
    blocks.push(format!("# {}", escape(&paper.title)));
    blocks.extend(paper.salutation().map(|it| escape(&it)));
    let (says, annex) = paper.with_annexes_apart();
    blocks.extend(says.iter().map(|it| block(paper, it)));
    if let Some(it) = &paper.signature {
        let lines = it.by.iter().chain([&it.date]).map(|it| escape(it));
        blocks.push(lines.collect::<Vec<_>>().join("  \n"));
    }
    blocks.extend(paper.note.as_ref().map(|it| escape(it)));
    blocks.extend(annex.iter().map(|it| block(paper, it)));
    blocks.extend(paper.source.as_ref().map(|it| escape(it)));
    if let Some(it) = &paper.distribution {
        blocks.push("---".to_owned());
        blocks.extend(it.copies.as_ref().map(|it| escape(it)));
        blocks.push(format!("{}　{}", escape(&it.issuer), escape(&it.date)));
    }
    if let Some(draft) = &paper.draft {
        let why = draft.why.iter().map(|it| format!("\n- {}", escape(it)));
        blocks.push(format!("**【{}】**\n{}", escape(&draft.mark), why.collect::<String>()));
    }
    blocks.extend(paper.remarks.iter().map(|it| escape(it)));
    blocks.extend(paper.journal_below().map(|it| escape(&it)));
    blocks.join("\n\n") + "\n"
}

fn block(paper: &Paper, block: &PaperBlock) -> String {
    match block {
        PaperBlock::Heading { level, number, text } => {
            let hashes = "#".repeat(usize::from(*level) + 1);
            format!("{hashes} {}{}", escape(number), escape(text))
        }
        PaperBlock::Paragraph { text } => escape(text),
        PaperBlock::Roll { label, text } => format!("**{}**{}{}", escape(label), paper.colon(), escape(text)),
        PaperBlock::Table { columns, rows } => {
            let mut lines = vec![row(columns.iter().map(|it| it.head.as_str()))];
            lines.push(format!("|{}", " --- |".repeat(columns.len())));
            lines.extend(rows.iter().map(|it| row(it.iter().map(String::as_str))));
            lines.join("\n")
        }
        PaperBlock::Annexes { label, titles } => {
            let lines =
                paper.annex_lines(label, titles).into_iter().map(|(before, it)| escape(&(before + it)));
            lines.collect::<Vec<_>>().join("  \n")
        }
        PaperBlock::Annex { label, title } => format!("---\n\n{}\n\n# {}", escape(label), escape(title)),
    }
}

fn row<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let cells: String = cells.map(|it| format!(" {} |", escape(it).replace('\n', "<br>"))).collect();
    format!("|{cells}")
}

/// Escapes what would be markup, at any place and at the beginning of a line.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    // What is not shown is taken out first, since what stands behind it may begin a line.
    for (ix, line) in printable(text).split('\n').enumerate() {
        if ix > 0 {
            escaped.push('\n');
        }
        let begins = line.trim_start();
        let digits = begins.trim_start_matches(|it: char| it.is_ascii_digit());
        // `1.` and `1)` begin a list, if white space follows.
        let numbered = digits.len() < begins.len() && digits.starts_with(['.', ')']);
        let listed = begins.starts_with(['-', '+', '=']);
        let at = if numbered { begins.len() - digits.len() } else { 0 };
        for (ix, it) in begins.char_indices() {
            let markup = matches!(
                it,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$'
            );
            if markup || ((numbered || listed) && ix == at) {
                escaped.push('\\');
            }
            escaped.push(it);
        }
    }
    escaped
}
