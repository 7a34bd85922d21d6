//! Papers as printed: LibreOffice prints the .docx, Chromium the HTML, and pages, lines and characters are counted.
//!
//! `cargo xtask test` installs what is needed, where it can: LibreOffice, Chromium, poppler, and free fonts in the place of the
//! statutory ones (`fonts.conf`). Where something is missing the test says so and passes.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use conformance::papers::{body, desk, pack};
use joint_meeting::{Language, wire};
use joint_meeting_documents::{
    Paper, PaperFormat, Wanted,
    paper::{PaperBlock, PaperLayout},
};

/// A folder for one test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("print").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A browser goes by several names.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The browser that is there, if any.
fn chromium() -> &'static str {
    CHROMIUM.into_iter().find(|it| starts(it)).unwrap_or(CHROMIUM[0])
}

fn starts(program: &str) -> bool {
    let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok()
}

/// Whether the programs and a Chinese font are there.
fn installed(programs: &[&str]) -> bool {
    let missing: Vec<&str> = programs.iter().copied().filter(|it| !starts(it)).collect();
    if !missing.is_empty() {
        eprintln!("not tested here: {} not installed", missing.join(", "));
    }
    let fonts = Command::new("fc-list").arg(":lang=zh-cn").output().is_ok_and(|it| !it.stdout.is_empty());
    if !fonts {
        eprintln!("not tested here: no Chinese font installed");
    }
    missing.is_empty() && fonts
}

fn run(command: &mut Command) -> String {
    let done = command.env("FONTCONFIG_FILE", conformance::folder("fonts.conf")).output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// The pages of a PDF as text, laid out as printed.
fn pages(pdf: &Path) -> Vec<String> {
    let text = run(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"));
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

/// How far down the last page its last line reaches that is not the page number, in millimetres.
fn lowest(pdf: &Path) -> f64 {
    let boxes = run(Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-"));
    let last = boxes.rsplit("<page").next().unwrap();
    let attribute = |word: &str, name: &str| -> f64 {
        let (_, value) = word.split_once(&format!("{name}=\"")).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    let ends = last.split("<word").skip(1).map(|it| attribute(it, "yMax") / 72.0 * 25.4);
    ends.filter(|it| *it < 265.0).fold(0.0, f64::max)
}

/// The foot of a document stands at the bottom of what is printed: 35 mm above the edge.
fn has_its_foot(name: &str, paper: &Paper, pdf: &Path) {
    let Some(foot) = paper.distribution.as_ref().filter(|it| it.copied_to.len() < 100) else { return };
    if matches!(paper.layout, PaperLayout::Document | PaperLayout::Minutes) || foot.copies.is_some() {
        let at = lowest(pdf);
        assert!((257.0..=262.5).contains(&at), "{name}: the foot ends at {at} mm");
    }
}

/// Prints papers by LibreOffice; the pages of each.
fn by_libreoffice(folder: &Path, papers: &[(&str, &Paper)]) -> Vec<Vec<String>> {
    let mut command = Command::new("soffice");
    command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder);
    command.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    for (name, paper) in papers {
        let path = folder.join(name).with_extension("docx");
        fs::write(&path, PaperFormat::Docx.write(paper).unwrap()).unwrap();
        command.arg(path);
    }
    run(&mut command);
    let printed = papers.iter().map(|(name, paper)| {
        let pdf = folder.join(name).with_extension("pdf");
        has_its_foot(name, paper, &pdf);
        pages(&pdf)
    });
    printed.collect()
}

/// Prints a paper by Chromium; its pages.
fn by_chromium(folder: &Path, name: &str, paper: &Paper) -> Vec<String> {
    let (html, pdf) =
        (folder.join(name).with_extension("html"), folder.join(name).with_extension("html.pdf"));
    fs::write(&html, PaperFormat::Html.write(paper).unwrap()).unwrap();
    let mut command = Command::new(chromium());
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]);
    command.arg(format!("--user-data-dir={}/browser", folder.display()));
    command.arg(format!("--print-to-pdf={}", pdf.display()));
    run(command.arg(format!("file://{}", html.display())));
    has_its_foot(name, paper, &pdf);
    pages(&pdf)
}

/// A document of nothing but characters.
fn full_of_text(characters: usize) -> Paper {
    let body = body();
    let wanted: Wanted = wire::from_str(r#"{"document": {"document": "d4"}}"#).unwrap();
    let paper = desk(&body, Language::Zh).paper(&wanted).unwrap();
    assert_eq!(paper.layout, PaperLayout::Document);
    Paper { blocks: vec![PaperBlock::Paragraph { text: "国".repeat(characters) }], ..paper }
}

/// On a page in the middle: 22 lines of 28 characters, and the number of the page on its side.
fn has_22_lines_of_28(pages: &[String]) {
    assert!(pages.len() >= 17, "{} pages", pages.len());
    assert_eq!(pages.concat().matches('国').count(), 10_000);
    for (at, page) in pages.iter().enumerate().skip(1).take(10) {
        let lines: Vec<&str> = page.lines().filter(|it| it.contains('国')).collect();
        assert_eq!(lines.len(), 22, "page {}: {page}", at + 1);
        for line in lines {
            assert_eq!(line.matches('国').count(), 28, "page {}: {line}", at + 1);
        }
        let number = page.lines().find(|it| it.contains('—')).unwrap_or_else(|| panic!("no number: {page}"));
        assert_eq!(number.replace([' ', '—'], ""), (at + 1).to_string());
        let indent = number.chars().take_while(|it| *it == ' ').count();
        let is_right = indent > 20;
        assert_eq!(is_right, at % 2 == 0, "odd pages have their number right, even ones left: {number}");
    }
}

#[test]
fn a_document_has_22_lines_of_28_characters() {
    if installed(&["soffice", "pdftotext"]) {
        let paper = full_of_text(10_000);
        has_22_lines_of_28(&by_libreoffice(&folder("lines"), &[("lines", &paper)])[0]);
    }
}

#[test]
fn its_html_prints_22_lines_of_28_characters() {
    if installed(&[chromium(), "pdftotext"]) {
        has_22_lines_of_28(&by_chromium(&folder("lines-html"), "lines", &full_of_text(10_000)));
    }
}

/// Every page of a draft bears the mark, no page of another paper does; the last page of a document has its foot.
fn is_whole(name: &str, paper: &Paper, pages: &[String]) {
    assert!(!pages.is_empty(), "{name}");
    for (at, page) in pages.iter().enumerate() {
        let first = page.lines().map(str::trim).find(|it| !it.is_empty());
        assert_eq!(first == Some("草稿"), paper.draft.is_some(), "{name}, page {}: {page}", at + 1);
        let numbered = page.replace(' ', "").contains(&format!("—{}—", at + 1));
        assert_eq!(
            numbered,
            paper.layout != PaperLayout::Letter || at > 0,
            "{name}, page {}: {page}",
            at + 1
        );
    }
    let plain = |it: &str| it.replace([' ', '\n', '\u{3000}'], "");
    let all = plain(&pages.concat());
    assert!(all.contains(&plain(&paper.title)), "{name}: {all}");
    if let (Some(foot), PaperLayout::Document | PaperLayout::Minutes) = (&paper.distribution, paper.layout) {
        assert!(
            plain(&pages[pages.len() - 1]).contains(&plain(&foot.date)),
            "{name}: {}",
            pages[pages.len() - 1]
        );
    }
}

/// Papers that differ in layout, in being drafts, in what they consist of.
fn different() -> Vec<(String, Paper)> {
    let mut seen = BTreeSet::new();
    let mut all = pack(&body(), Language::Zh);
    all.retain(|(_, it)| {
        let blocks: BTreeSet<String> =
            it.blocks.iter().map(|it| format!("{it:?}").chars().take(5).collect()).collect();
        seen.insert((format!("{:?}", it.layout), it.draft.is_some(), it.distribution.is_some(), blocks))
    });
    all
}

#[test]
fn every_paper_of_the_year_prints_whole_from_docx() {
    if installed(&["soffice", "pdftotext"]) {
        let all = pack(&body(), Language::Zh);
        let papers: Vec<(&str, &Paper)> = all.iter().map(|(name, paper)| (name.as_str(), paper)).collect();
        let printed = by_libreoffice(&folder("year"), &papers);
        for ((name, paper), pages) in papers.iter().zip(&printed) {
            is_whole(name, paper, pages);
        }
    }
}

#[test]
fn papers_print_whole_from_html() {
    if installed(&[chromium(), "pdftotext"]) {
        let folder = folder("kinds");
        for (name, paper) in different() {
            is_whole(&name, &paper, &by_chromium(&folder, &name, &paper));
        }
    }
}

/// An attendance sheet of two hundred units, one of which has a name of ten thousand characters.
fn long_sheet() -> Paper {
    let body = body();
    let wanted: Wanted = wire::from_str(r#"{"attendance": {"meeting": "m9"}}"#).unwrap();
    let mut paper = desk(&body, Language::Zh).paper(&wanted).unwrap();
    for block in &mut paper.blocks {
        if let PaperBlock::Table { rows, .. } = block {
            let row = rows[0].clone();
            *rows = (1..=200).map(|no| [&[format!("№{no}")], &row[1..]].concat()).collect();
            rows[0][1] = "长".repeat(10_000);
        }
    }
    paper
}

/// Every row is printed once, and every page of the table has the heads of its columns.
fn paginates(pages: &[String]) {
    let all = pages.concat().replace(' ', "");
    assert_eq!(all.matches('长').count(), 10_000);
    assert_eq!(all.matches('№').count(), 200);
    assert!(pages.len() > 5, "{} pages", pages.len());
    for page in pages.iter().filter(|it| it.contains('№') || it.contains('长')) {
        assert!(page.replace(' ', "").contains("出席情况"), "{page}");
    }
}

#[test]
fn long_sheets_go_over_pages_with_their_heads() {
    let paper = long_sheet();
    if installed(&["soffice", "pdftotext"]) {
        paginates(&by_libreoffice(&folder("long"), &[("long", &paper)])[0]);
    }
    if installed(&[chromium(), "pdftotext"]) {
        paginates(&by_chromium(&folder("long-html"), "long", &paper));
    }
}

/// Where a word stands on a page: its left and right edge and its middle from above, in millimetres.
fn place(pdf: &Path, word: &str) -> (f64, f64, f64) {
    let boxes = run(Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-"));
    let line = boxes.lines().find(|it| it.contains("<word") && it.split(['>', '<']).any(|it| it == word));
    let line = line.unwrap_or_else(|| panic!("{word} in {boxes}"));
    let attribute = |name: &str| -> f64 {
        let (_, value) = line.split_once(&format!("{name}=\"")).unwrap();
        value.split('"').next().unwrap().parse::<f64>().unwrap() / 72.0 * 25.4
    };
    (attribute("xMin"), attribute("xMax"), f64::midpoint(attribute("yMin"), attribute("yMax")))
}

/// A document of six issuers with two annexes, one of which has a name of two lines.
fn joint(unsealed: bool) -> Paper {
    let body = body();
    let wanted: Wanted = wire::from_str(r#"{"document": {"document": "d2"}}"#).unwrap();
    let mut paper = desk(&body, Language::Zh).paper(&wanted).unwrap();
    let titles = ["甲".repeat(30), "乙清单".to_owned()];
    paper.blocks = vec![
        PaperBlock::Paragraph { text: "请认真办理。".to_owned() },
        PaperBlock::Annexes { label: "附件".to_owned(), titles: titles.to_vec() },
    ];
    let signature = paper.signature.as_mut().unwrap();
    signature.by = "甲乙丙丁戊己".chars().map(|it| format!("某区{it}局")).collect();
    signature.date = "某年某月某日".to_owned();
    signature.unsealed = unsealed;
    paper
}

/// The names of the issuers stand where the standard has them, and the second line of an annex below the first.
fn stands_as_the_standard_has_it(pdf: &Path, paper: &Paper) {
    let near = |a: f64, b: f64| (a - b).abs() < 1.5;
    let signature = paper.signature.as_ref().unwrap();
    let names: Vec<(f64, f64, f64)> = signature.by.iter().map(|it| place(pdf, it)).collect();
    let date = place(pdf, &signature.date);
    let middle = |it: (f64, f64, f64)| f64::midpoint(it.0, it.1);
    let last = names[5];
    // A line is 10.2 mm high.
    assert!(near(date.2 - last.2, 10.2), "the date stands below the last issuer: {last:?}, {date:?}");
    if signature.unsealed {
        for pair in names.windows(2) {
            assert!(near(pair[0].0, pair[1].0) && near(pair[1].2 - pair[0].2, 10.2), "{pair:?}");
        }
        assert!(near(date.0 - last.0, 11.1), "the date begins two characters further: {last:?}, {date:?}");
    } else {
        for row in names.chunks(3) {
            assert!(near(row[0].2, row[1].2) && near(row[1].2, row[2].2), "one row: {row:?}");
            // A seal is 42 mm wide.
            assert!(
                middle(row[1]) - middle(row[0]) > 42.0 && middle(row[2]) - middle(row[1]) > 42.0,
                "{row:?}"
            );
        }
        assert!(names[3].2 - names[0].2 > 38.0, "{names:?}");
        assert!(near(middle(date), middle(last)), "{last:?}, {date:?}");
    }
    let boxes = run(Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-"));
    let of_annex: Vec<f64> = boxes
        .lines()
        .filter(|it| it.contains("<word") && it.contains("甲甲甲"))
        .map(|it| {
            it.split("xMax=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap() / 72.0
                * 25.4
        })
        .collect();
    assert_eq!(of_annex.len(), 2, "{boxes}");
    let second = boxes.lines().filter(|it| it.contains("甲甲甲")).nth(1).unwrap();
    let left: f64 = second.split("xMin=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    // Two characters, the word and its colon, a number: 28 mm and 6 characters.
    assert!((left / 72.0 * 25.4 - 28.0 - 6.0 * 5.571).abs() < 1.5, "{left}");
}

#[test]
fn six_issuers_stand_in_rows_for_their_seals_or_below_each_other() {
    for unsealed in [false, true] {
        let paper = joint(unsealed);
        if installed(&["soffice", "pdftotext"]) {
            let folder = folder(if unsealed { "unsealed" } else { "sealed" });
            by_libreoffice(&folder, &[("joint", &paper)]);
            stands_as_the_standard_has_it(&folder.join("joint.pdf"), &paper);
        }
        if installed(&[chromium(), "pdftotext"]) {
            let folder = folder(if unsealed { "unsealed-html" } else { "sealed-html" });
            by_chromium(&folder, "joint", &paper);
            stands_as_the_standard_has_it(&folder.join("joint.html.pdf"), &paper);
        }
    }
}

/// A document to two hundred units, copied to as many, agreed by as many.
fn to_many() -> Paper {
    let body = body();
    let wanted: Wanted = wire::from_str(r#"{"document": {"document": "d2"}}"#).unwrap();
    let mut paper = desk(&body, Language::Zh).paper(&wanted).unwrap();
    let units =
        |mark: &str| -> Vec<String> { (1..=200).map(|no| format!("{mark}区第{no}单位")).collect() };
    paper.recipients = units("甲");
    let text = units("丙").join("、");
    paper.blocks = vec![PaperBlock::Roll { label: "出席".to_owned(), text }];
    let foot = paper.distribution.as_mut().unwrap();
    foot.copied_to = units("乙");
    foot.copies = Some(format!("抄送：{}。", foot.copied_to.join("、")));
    paper
}

#[test]
fn a_document_to_two_hundred_units_names_each() {
    let paper = to_many();
    let names_each = |pages: &[String]| {
        assert!(pages.len() > 2, "{} pages", pages.len());
        let all = pages.concat();
        for mark in ['甲', '乙', '丙'] {
            assert_eq!(all.matches(mark).count(), 200, "{mark}: {all}");
        }
    };
    let name = "many";
    if installed(&["soffice", "pdftotext"]) {
        names_each(&by_libreoffice(&folder("many"), &[(name, &paper)])[0]);
    }
    if installed(&["chromium", "pdftotext"]) {
        names_each(&by_chromium(&folder("many-html"), name, &paper));
    }
}

#[test]
fn a_bulletin_in_english_stays_on_its_page() {
    let body = body();
    let wanted: Wanted = wire::from_str(r#"{"bulletin": {"bulletin": "b1"}}"#).unwrap();
    let paper = desk(&body, Language::En).paper(&wanted).unwrap();
    if installed(&["soffice", "pdftotext"]) {
        assert_eq!(by_libreoffice(&folder("english"), &[("b1", &paper)])[0].len(), 1);
    }
    if installed(&["chromium", "pdftotext"]) {
        assert_eq!(by_chromium(&folder("english-html"), "b1", &paper).len(), 1);
    }
}
