//! `docx-bench write PAPER OUT`: writes a paper, given as JSON, by docx-rs for a while, and prints the best time in microseconds.
//! `docx-bench text FILE`: prints the text of a .docx.
//!
//! The first and the last file are kept as `OUT.first.docx` and `OUT.last.docx`. What is measured is in docs/performance.md.

mod text;

use std::{
    env, fs,
    io::Cursor,
    time::{Duration, Instant},
};

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run, RunFonts,
    SpecialIndentType, Style, StyleType, Table, TableCell, TableRow, WidthType,
};
use serde::Deserialize;

const WHILE: Duration = Duration::from_secs(1);
/// The width of what is printed on a page, and the height of a line: twentieths of a point.
const WIDTH: usize = 8844;
const LINE: i32 = 579;

/// A paper, as far as minutes have it.
#[derive(Deserialize)]
struct Paper {
    mark: String,
    number: String,
    title: String,
    blocks: Vec<Block>,
    signature: Option<Signature>,
    note: Option<String>,
    distribution: Option<Distribution>,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Block {
    Heading { level: usize, number: String, text: String },
    Paragraph { text: String },
    Roll { label: String, text: String },
    Table { columns: Vec<Column>, rows: Vec<Vec<String>> },
}

#[derive(Deserialize)]
struct Column {
    head: String,
    width: usize,
}

#[derive(Deserialize)]
struct Signature {
    by: Vec<String>,
    date: String,
}

#[derive(Deserialize)]
struct Distribution {
    copies: Option<String>,
    issuer: String,
    date: String,
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", paper, out] => measure(paper, out),
        ["text", file] => print!("{}", text::of(file)),
        _ => panic!("usage: docx-bench write PAPER OUT | text FILE"),
    }
}

fn measure(paper: &str, out: &str) {
    let text = fs::read_to_string(paper).unwrap_or_else(|why| panic!("{paper}: {why}"));
    let paper: Paper = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{paper}: {why}"));

    let keep = |which: &str, bytes: &[u8]| {
        fs::write(format!("{out}.{which}.docx"), bytes).unwrap_or_else(|why| panic!("{out}: {why}"));
    };
    let empty = template();
    let mut last = write(empty.clone(), &paper);
    keep("first", &last);
    let (mut best, began) = (Duration::MAX, Instant::now());
    while began.elapsed() < WHILE {
        let start = Instant::now();
        last = write(empty.clone(), &paper);
        best = best.min(start.elapsed());
    }
    keep("last", &last);
    println!("{}", best.as_secs_f64() * 1e6);
}

fn write(mut docx: Docx, paper: &Paper) -> Vec<u8> {
    for (style, text) in [("Mark", &paper.mark), ("Number", &paper.number), ("Title", &paper.title)] {
        docx = docx.add_paragraph(paragraph(style, text));
    }
    for block in &paper.blocks {
        docx = match block {
            Block::Heading { level, number, text } => {
                docx.add_paragraph(paragraph(&format!("Heading{level}"), &format!("{number}{text}")))
            }
            Block::Paragraph { text } => docx.add_paragraph(paragraph("Body", text)),
            Block::Roll { label, text } => {
                let label = Run::new().fonts(font("黑体")).add_text(format!("{label}："));
                let text = Run::new().add_text(text);
                docx.add_paragraph(Paragraph::new().style("Roll").add_run(label).add_run(text))
            }
            Block::Table { columns, rows } => docx.add_table(table(columns, rows)),
        };
    }
    let signed = paper.signature.iter().flat_map(|it| it.by.iter().chain([&it.date]));
    let copies = paper.distribution.iter().filter_map(|it| it.copies.as_ref());
    let signed = signed.map(|it| ("Signature", it)).chain(paper.note.iter().map(|it| ("Body", it)));
    for (style, text) in signed.chain(copies.map(|it| ("Foot", it))) {
        docx = docx.add_paragraph(paragraph(style, text));
    }
    if let Some(it) = &paper.distribution {
        let foot = Run::new().add_text(&it.issuer).add_tab().add_text(&it.date);
        docx = docx.add_paragraph(Paragraph::new().style("Foot").add_run(foot));
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.pack(&mut bytes).expect("it can be written");
    bytes.into_inner()
}

/// An empty paper with its styles, made once.
fn template() -> Docx {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(LINE);
    let style = |id: &str, face: &str, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(id)
            .fonts(font(face))
            .size(size)
            .line_spacing(spacing.clone())
    };
    let indent = Some(SpecialIndentType::FirstLine(640));
    let heading = |level: usize, face: &str| {
        style(&format!("Heading{level}"), face, 32).indent(None, indent, None, None).outline_lvl(level - 1)
    };
    let (top, bottom, left, right) = (2098, 1984, 1588, 1474);
    Docx::new()
        .page_size(11906, 16838)
        .page_margin(PageMargin { top, bottom, left, right, ..PageMargin::default() })
        .add_style(style("Mark", "方正小标宋简体", 72).color("FF0000").align(AlignmentType::Center))
        .add_style(style("Number", "仿宋_GB2312", 32).align(AlignmentType::Center))
        .add_style(style("Title", "方正小标宋简体", 44).align(AlignmentType::Center))
        .add_style(heading(1, "黑体"))
        .add_style(heading(2, "楷体_GB2312"))
        .add_style(heading(3, "仿宋_GB2312"))
        .add_style(heading(4, "仿宋_GB2312"))
        .add_style(style("Body", "仿宋_GB2312", 32).indent(None, indent, None, None))
        .add_style(style("Roll", "仿宋_GB2312", 32).indent(
            Some(1600),
            Some(SpecialIndentType::Hanging(960)),
            None,
            None,
        ))
        .add_style(style("Signature", "仿宋_GB2312", 32).align(AlignmentType::Right))
        .add_style(style("Foot", "仿宋_GB2312", 28))
        .add_style(style("Cell", "仿宋_GB2312", 24))
        .add_style(style("CellHead", "黑体", 24).align(AlignmentType::Center))
}

fn font(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).east_asia(name)
}

fn paragraph(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(Run::new().add_text(text))
}

fn table(columns: &[Column], rows: &[Vec<String>]) -> Table {
    let shares: usize = columns.iter().map(|it| it.width).sum();
    let widths: Vec<usize> = columns.iter().map(|it| WIDTH * it.width / shares).collect();
    let row = |style: &str, cells: Vec<&String>| {
        let cell = |(width, text): (&usize, &String)| {
            TableCell::new().width(*width, WidthType::Dxa).add_paragraph(paragraph(style, text))
        };
        TableRow::new(widths.iter().zip(cells).map(cell).collect()).cant_split()
    };
    let head = row("CellHead", columns.iter().map(|it| &it.head).collect());
    let rows = rows.iter().map(|it| row("Cell", it.iter().collect()));
    Table::new([head].into_iter().chain(rows).collect()).set_grid(widths.clone()).width(WIDTH, WidthType::Dxa)
}
