//! Papers: made from the journal, worded by files, written in every format, and safe whatever users write.
//!
//! How they print is in `print.rs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use chrono::{Datelike, NaiveTime};
use conformance::{
    fill::written_out,
    founding::{found, persons},
    papers::{body, desk, files, given, pack, part},
    rng::Rng,
    vector,
};
use joint_meeting::{
    Act, JointMeeting, Language, Submission,
    answer::Choice,
    id::PersonId,
    time::{Date, Period},
    wire,
};
use joint_meeting_documents::{
    Desk, Given, Paper, PaperError, PaperFormat, PaperWords, Wanted,
    wire::{PaperOffice, PaperQuestion},
};
use quick_xml::{Reader, events::Event};
use serde_json::{Value, json};

fn written(paper: &Paper, format: PaperFormat) -> Vec<u8> {
    format.write(paper).unwrap_or_else(|why| panic!("{}: {why}", paper.name))
}

fn wanted(json: Value) -> Wanted {
    wire::from_str(&json.to_string()).unwrap()
}

#[test]
fn kept_papers_are_fresh() {
    let stale = |(name, text): (String, String)| {
        let kept = fs::read_to_string(conformance::folder("papers").join(&name));
        (kept.ok() != Some(text)).then_some(name)
    };
    let stale: Vec<String> = files().into_iter().filter_map(stale).collect();
    assert!(stale.is_empty(), "run `cargo xtask generate`: {stale:?}");
}

#[test]
fn every_paper_of_the_wording_is_made_of_the_year_in_both_languages() {
    let body = body();
    for language in [Language::Zh, Language::En] {
        let words = PaperWords::built_in(language);
        let worded: BTreeSet<String> = words.papers().map(str::to_owned).collect();
        let made: BTreeSet<String> = pack(&body, language).into_iter().map(|(_, it)| it.name).collect();
        // What does not happen in that year is made in vectors.
        let past: Value = vector::read(&conformance::folder("vectors").join("papers_past.json"));
        let in_vectors = past["vectors"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|it| it["then"]["name"].as_str().map(str::to_owned));
        let made: BTreeSet<String> = made.into_iter().chain(in_vectors).collect();
        assert_eq!(worded.difference(&made).cloned().collect::<BTreeSet<_>>(), BTreeSet::new());
    }
}

#[test]
fn equal_papers_give_equal_bytes() {
    let (one, other) = (body(), body());
    for ((name, paper), (_, same)) in pack(&one, Language::Zh).into_iter().zip(pack(&other, Language::Zh)) {
        let kept: Paper = serde_json::from_str(&serde_json::to_string(&paper).unwrap()).unwrap();
        assert_eq!(kept, paper, "{name}: a paper survives being kept as JSON");
        for format in PaperFormat::ALL {
            match format.write(&paper) {
                Err(PaperError::NoTable) => {}
                bytes => assert_eq!(bytes.unwrap(), written(&same, format), "{name}"),
            }
        }
    }
}

#[test]
fn every_paper_says_in_every_format_from_which_journal_it_was_made() {
    let body = body();
    for language in [Language::Zh, Language::En] {
        let mut final_ones = 0;
        for (name, paper) in pack(&body, language) {
            let head = &paper.made_from;
            if name.starts_with('0') {
                let then = body.past_as_known().up_to(head.count).journal().1;
                assert_eq!(*head, then, "{name}");
            }
            for format in PaperFormat::ALL {
                let text = match format.write(&paper) {
                    Err(PaperError::NoTable) => continue,
                    bytes if format == PaperFormat::Docx => part(&bytes.unwrap(), "docProps/core.xml"),
                    bytes => String::from_utf8(bytes.unwrap()).unwrap(),
                };
                let says = text.contains(&head.digest) && text.contains(&head.count.to_string());
                // A spreadsheet would take it for a row.
                assert_eq!(says, format != PaperFormat::Csv, "{name}, {format:?}: {text}");
            }
            final_ones += usize::from(paper.source.is_none());
        }
        assert!(final_ones > 10, "papers without a line that says so");
    }
}

#[test]
fn a_field_that_nobody_has_is_named() {
    let body = body();
    let words =
        fs::read_to_string(conformance::folder("../crates/joint-meeting-documents/templates/zh.json"))
            .unwrap();
    let words = PaperWords::from_json(&words.replace("[，{place}]", "，{place}")).unwrap();
    let notice = wanted(json!({"notice": {"meeting": "m2"}}));
    let missing = Desk::new(&body, &words, &Given::default()).paper(&notice).unwrap_err();
    assert_eq!(missing, PaperError::MissingField { place: "notice.blocks[4]".into(), field: "place".into() });
    assert!(Desk::new(&body, &words, given()).paper(&notice).is_ok());
}

#[test]
fn a_letter_says_in_words_how_its_date_is_read() {
    let mut said = BTreeSet::new();
    for option in ["inclusive", "close_of_work", "exclusive", "rolled"] {
        let readings = BTreeMap::from([("report.due_day".to_owned(), option.to_owned())]);
        let charter = vector::charter("nankai-dog-2022", &BTreeMap::new(), &readings);
        let mut body = JointMeeting::new([charter]).unwrap();
        vector::tell(&mut body, "founded");
        for language in [Language::Zh, Language::En] {
            let letter = json!({"reminder": {"unit": "health", "year": 2022, "on": "2022-12-01"}});
            let text = written(&desk(&body, language).paper(&wanted(letter)).unwrap(), PaperFormat::Text);
            let text = String::from_utf8(text).unwrap();
            assert!(!text.contains(option), "{text}");
            let dates = if language == Language::Zh { "推算" } else { "reading" };
            said.insert(text.lines().find(|it| it.contains(dates)).unwrap().to_owned());
        }
    }
    assert_eq!(said.len(), 8);
}

#[test]
fn what_the_journal_says_cannot_be_overridden_by_the_host() {
    let body = body();
    let fields = BTreeMap::from([("held".to_owned(), "明年".to_owned())]);
    let given = Given { fields, ..Given::default() };
    let desk = Desk::new(&body, PaperWords::built_in(Language::Zh), &given);
    let notice = desk.paper(&wanted(json!({"notice": {"meeting": "m2"}}))).unwrap();
    assert!(!serde_json::to_string(&notice).unwrap().contains("明年"));
}

#[test]
fn persons_and_letterheads_go_by_the_names_the_host_gives() {
    let body = body();
    let given =
        wire::from_str(r#"{"persons": {"p1": "甲"}, "letterheads": {"police": "某市公安局南开分局"}}"#)
            .unwrap();
    let desk = Desk::new(&body, PaperWords::built_in(Language::Zh), &given);
    let paper = desk.paper(&wanted(json!({"document": {"document": "d2"}}))).unwrap();
    assert_eq!(paper.mark.as_deref(), Some("某市公安局南开分局文件"));
    let text = String::from_utf8(written(&paper, PaperFormat::Text)).unwrap();
    assert!(text.contains("公安南开分局 甲") && !text.contains("p1、"), "{text}");
}

#[test]
fn an_office_changes_words_order_and_columns_in_its_file() {
    let body = body();
    let words =
        fs::read_to_string(conformance::folder("../crates/joint-meeting-documents/templates/zh.json"))
            .unwrap();
    let mut words: Value = serde_json::from_str(&words).unwrap();
    words["papers"]["register"] = json!({
        "layout": "sheet",
        "title": "{short}责任清单",
        "blocks": [
            {"heading": {"level": 2, "text": "按事项"}},
            {"table": {"rows": "register", "columns": [
                {"head": "事项", "cell": "{matter}"},
                {"head": "单位和岗位", "cell": "{unit}[·{post}]"}
            ]}},
            {"each": {"rows": "nothing", "parts": [], "none": [{"paragraph": "完。"}]}}
        ]
    });
    let words = PaperWords::from_json(&words.to_string()).unwrap();
    let paper =
        Desk::new(&body, &words, &Given::default()).paper(&wanted(json!({"register": {"on": "2022-06-30"}})));
    let text = String::from_utf8(written(&paper.unwrap(), PaperFormat::Text)).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..5],
        [
            "区级联席会议责任清单",
            "",
            "　　（一）按事项",
            "事项\t单位和岗位",
            "涉犬网络舆情监测\t区委网信办·网管科科长",
        ]
    );
    assert!(lines.contains(&"　　完。"));
}

#[test]
fn wording_that_cannot_be_used_is_refused_with_its_place() {
    let words =
        fs::read_to_string(conformance::folder("../crates/joint-meeting-documents/templates/zh.json"))
            .unwrap();
    let bad = PaperWords::from_json(&words.replace("关于召开{body}{meeting}的通知", "关于召开{body的通知"))
        .unwrap_err();
    assert_eq!(bad.path, "papers.notice.title");
    let bad = PaperWords::from_json(&words.replacen("\"addressed\"", "\"adressed\"", 1)).unwrap_err();
    assert_eq!(bad.path, "papers.notice.adressed");
}

#[test]
fn an_office_asks_in_json() {
    let body = body();
    let words = PaperWords::file(Language::Zh).replace("职责项目清单", "清单（{version}）");
    let office = json!({"words": serde_json::from_str::<Value>(&words).unwrap(), "given": {"fields": {"version": "讨论稿"}}});
    let office: PaperOffice = wire::from_str(&office.to_string()).unwrap();
    let question: PaperQuestion =
        wire::from_str(r#"{"paper": {"wanted": {"register": {"on": "2022-12-31"}}}}"#).unwrap();
    let answer = question.answer(&office.desk(&body, body.head(None)), &[]).unwrap();
    assert_eq!(joint_meeting_documents::wire::paper(&answer.json).unwrap().title, "清单（讨论稿）");
}

#[test]
fn a_template_that_multiplies_comes_to_an_end() {
    let body = body();
    let words =
        fs::read_to_string(conformance::folder("../crates/joint-meeting-documents/templates/zh.json"))
            .unwrap();
    let mut words: Value = serde_json::from_str(&words).unwrap();
    let each = |parts: Value| json!({"each": {"rows": "clauses", "parts": parts}});
    let thrice = each(json!([each(json!([each(json!([{"paragraph": "{says}"}]))]))]));
    for (blocks, at) in [
        (json!([thrice]), "audit.blocks[0]"),
        (json!([each(json!([each(json!([each(json!([]))]))]))]), "audit.blocks[0]"),
        (json!([{"paragraph": ""}, {"paragraph": "{charter}".repeat(100_000)}]), "audit.blocks[1]"),
    ] {
        words["papers"]["audit"]["blocks"] = blocks;
        let (words, given) = (PaperWords::from_json(&words.to_string()).unwrap(), Given::default());
        let error = Desk::new(&body, &words, &given)
            .paper(&wanted(json!({"audit": {"year": 2022, "on": "2023-01-15"}})))
            .unwrap_err();
        assert_eq!(error, PaperError::TooLong { place: at.to_owned() });
    }
}

#[test]
fn names_that_mean_nothing_and_things_that_did_not_happen_are_typed_errors() {
    let body = body();
    let desk = desk(&body, Language::Zh);
    let error = |json| desk.paper(&wanted(json)).unwrap_err();
    let unknown = |kind, name: &str| PaperError::Unknown { kind, name: name.to_owned() };
    assert_eq!(error(json!({"notice": {"meeting": "m99"}})), unknown("meeting", "m99"));
    assert_eq!(error(json!({"minutes": {"minutes": "m1"}})), unknown("minutes", "m1"));
    assert_eq!(error(json!({"document": {"document": "n1"}})), unknown("document", "n1"));
    assert_eq!(error(json!({"bulletin": {"bulletin": "x"}})), unknown("bulletin", "x"));
    assert_eq!(error(json!({"action_plan": {"action": "x"}})), unknown("action", "x"));
    assert_eq!(
        error(json!({"reminder": {"unit": "police", "year": 2022, "on": "2023-01-15"}})),
        PaperError::NothingOwed { unit: "police".parse().unwrap(), year: 2022 }
    );
    let then = body.as_of("2022-09-10T00:00:00+08:00".parse().unwrap());
    let early = conformance::papers::desk(&then, Language::Zh)
        .paper(&wanted(json!({"action_result": {"action": "j1"}})));
    assert_eq!(early.unwrap_err(), PaperError::NotYet { act: "finish_joint_action" });
}

#[test]
fn an_issued_paper_does_not_change_with_what_comes_later() {
    let body = body();
    let then = body.as_of("2022-05-19T23:59:59+08:00".parse().unwrap());
    let of = |body, json: Value| Paper {
        // Which journal it was made from does differ.
        made_from: then.journal().1,
        ..desk(body, Language::Zh).paper(&wanted(json)).unwrap()
    };
    for json in [json!({"document": {"document": "d2"}}), json!({"minutes": {"minutes": "n2"}})] {
        assert_eq!(of(&body, json.clone()), of(&then, json));
    }
}

#[test]
fn what_may_not_be_issued_is_a_draft_and_what_may_is_not() {
    let pack: BTreeMap<String, Paper> = pack(&body(), Language::Zh).into_iter().collect();
    let refused = pack["document-refused"].draft.as_ref().unwrap();
    assert_eq!(refused.mark, "草稿");
    assert!(refused.why.iter().any(|it| it.contains("T-3")), "each reason has its clause: {:?}", refused.why);
    assert!(refused.why.iter().any(|it| it.contains("DOC-5")), "and its row: {:?}", refused.why);
    assert!(pack["document-refused"].signature.is_none(), "without the last signature there is no date");
    assert_eq!(pack["document-ready"].draft, None);
    assert_eq!(pack["document-ready"].signature.as_ref().unwrap().on, "2022-05-19".parse().unwrap());
    for (name, paper) in &pack {
        let draft = paper.draft.is_some();
        let header = part(&written(paper, PaperFormat::Docx), "word/header1.xml");
        assert_eq!(header.contains("草稿"), draft, "{name}");
        let html = String::from_utf8(written(paper, PaperFormat::Html)).unwrap();
        assert_eq!(html.contains("@top-center"), draft, "{name}");
        for format in [PaperFormat::Text, PaperFormat::Markdown] {
            let text = String::from_utf8(written(paper, format)).unwrap();
            assert_eq!(text.lines().next().unwrap().contains("【草稿】"), draft, "{name}");
        }
    }
}

#[test]
fn what_stands_at_the_top_is_told_by_the_host_and_stands_there_in_every_format() {
    let body = body();
    let given: Given =
        wire::from_str(r#"{"fields": {"copy_number": "000012", "secrecy": "秘密★1年", "urgency": "特急"}}"#)
            .unwrap();
    let desk = Desk::new(&body, PaperWords::built_in(Language::Zh), &given);
    let paper = desk.paper(&wanted(json!({"document": {"document": "d2"}}))).unwrap();
    for format in [PaperFormat::Docx, PaperFormat::Html, PaperFormat::Text, PaperFormat::Markdown] {
        let text = match format {
            PaperFormat::Docx => part(&written(&paper, format), "word/document.xml"),
            _ => String::from_utf8(written(&paper, format)).unwrap(),
        };
        let text = text.rsplit("</style>").next().unwrap();
        let places = ["000012", "秘密★1年", "特急", "公安南开分局文件"].map(|it| text.find(it).unwrap());
        assert!(places.is_sorted(), "{format:?}: {text}");
    }
    // What nobody gives leaves nothing behind.
    let desk = conformance::papers::desk(&body, Language::Zh);
    let paper = desk.paper(&wanted(json!({"document": {"document": "d2"}}))).unwrap();
    assert_eq!(paper.secrecy, None);
}

/// Every text of a value put in another's place.
fn with_texts(value: &mut Value, text: &str) {
    match value {
        Value::String(it) => text.clone_into(it),
        Value::Array(all) => all.iter_mut().for_each(|it| with_texts(it, text)),
        Value::Object(all) => {
            let words = ["type", "layout", "kind", "publicness", "on", "made_from", "name"];
            all.iter_mut()
                .filter(|(key, _)| !words.contains(&key.as_str()))
                .for_each(|(_, it)| with_texts(it, text));
        }
        _ => {}
    }
}

/// Names of elements, and the text between them.
fn parsed(xml: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut names, mut texts) = (BTreeSet::new(), Vec::new());
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|why| panic!("{why} at {}", reader.buffer_position())) {
            Event::Eof => return (names, texts),
            Event::Start(it) | Event::Empty(it) => {
                names.insert(it.name().as_ref().to_owned());
                texts.push(std::mem::take(&mut text));
            }
            Event::End(_) => texts.push(std::mem::take(&mut text)),
            Event::Text(it) => text.push_str(&it),
            Event::GeneralRef(it) => {
                let it = it.to_string();
                let found = quick_xml::escape::resolve_predefined_entity(&it);
                text.push_str(found.unwrap_or_else(|| panic!("&{it};")));
            }
            _ => {}
        }
    }
}

const HOSTILE: &str = "</w:t></w:p></style></title><script>alert(1)</script><!--]]>&amp;\"' {field} [x] <b>|a|`b`*c*_d_ =1+1 </footer></body></html>\
    <?xml version=\"1.0\"?><![CDATA[<img src=x onerror=alert(1)>]]> &#x3c;script> %3Cb%3E 😀";

/// What no paper shows: control characters, what is no character, what turns the order of a text.
const UNSEEN: &str = "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{80}\u{85}\u{9f}\u{fffe}\u{ffff}\u{1fffe}\u{fdd0}\u{202a}\u{202e}\u{2066}\u{2069}";

#[test]
fn nothing_that_users_write_becomes_markup() {
    let pack: BTreeMap<String, Paper> = pack(&body(), Language::Zh).into_iter().collect();
    let hostile: String = UNSEEN.chars().flat_map(|it| [it.to_string(), HOSTILE.to_owned()]).collect();
    let plain = hostile.replace(|it| UNSEEN.contains(it), "");
    for name in
        ["012-d2-document", "countersign-open", "document-refused", "013-b1-briefing", "030-d4-document"]
    {
        let of = |text: &str| -> Paper {
            let mut value = serde_json::to_value(&pack[name]).unwrap();
            value["secrecy"] = json!({"copy_number": "", "level": "", "urgency": ""});
            value["signer"] = json!("");
            with_texts(&mut value, text);
            serde_json::from_value(value).unwrap()
        };
        let (paper, good) = (of(&hostile), &of(&"x".repeat(hostile.chars().count())));

        let (docx, good_docx) = (written(&paper, PaperFormat::Docx), written(good, PaperFormat::Docx));
        for name in ["word/document.xml", "word/header1.xml", "docProps/core.xml"] {
            let (names, texts) = parsed(&part(&docx, name));
            let (allowed, _) = parsed(&part(&good_docx, name));
            assert!(names.is_subset(&allowed), "{:?}", names.difference(&allowed));
            if paper.draft.is_some() || !name.contains("header") {
                assert!(texts.iter().any(|it| it.contains(&plain)), "{name}");
            }
        }

        let html = |paper| {
            let html = String::from_utf8(written(paper, PaperFormat::Html)).unwrap();
            let (before, rest) = html.split_once("<style>").unwrap();
            let (style, after) = rest.split_once("</style>").unwrap();
            (style.to_owned(), format!("{}{after}", before.replace("<!DOCTYPE html>", "")))
        };
        let ((style, page), (_, good_page)) = (html(&paper), html(good));
        assert!(!style.contains('<') && !style.contains("alert"), "{style}");
        let (names, texts) = parsed(&page);
        assert!(names.is_subset(&parsed(&good_page).0));
        assert!(texts.contains(&plain));
        for format in PaperFormat::ALL {
            let texts = match format.write(&paper) {
                Err(PaperError::NoTable) => continue,
                bytes if format == PaperFormat::Docx => {
                    ["word/document.xml", "word/header1.xml", "docProps/core.xml"]
                        .map(|it| part(bytes.as_ref().unwrap(), it))
                        .concat()
                }
                bytes => String::from_utf8(bytes.unwrap()).unwrap(),
            };
            assert!(!texts.contains(|it| UNSEEN.contains(it)), "{name}, {format:?}");
        }

        let markdown = String::from_utf8(written(&paper, PaperFormat::Markdown)).unwrap();
        let markdown = markdown.replace("<br>", "");
        for at in markdown.match_indices(['<', '`', '*', '_', '[']).map(|(at, _)| at) {
            let ours = markdown[at..].starts_with("**") || markdown[..at].ends_with('*');
            assert!(markdown[..at].ends_with('\\') || ours, "{}", &markdown[at..]);
        }
    }
}

#[test]
fn a_line_in_markdown_is_no_list_heading_or_rule() {
    let body = body();
    let paper = desk(&body, Language::Zh).paper(&wanted(json!({"bulletin": {"bulletin": "b1"}}))).unwrap();
    for line in ["- x", "+ x", "1. x", "2) x", "# x", "---", "===", "\u{0}- x", "\u{202e}# x", "  \u{b}1. x"]
    {
        let text = format!("a\n{line}");
        let paper = Paper {
            blocks: vec![joint_meeting_documents::paper::PaperBlock::Paragraph { text }],
            ..paper.clone()
        };
        let markdown = String::from_utf8(written(&paper, PaperFormat::Markdown)).unwrap();
        let (_, below) = markdown.split_once("a\n").unwrap();
        let below = below.lines().next().unwrap();
        let marker = below.find(['-', '+', '.', ')', '#', '=']).unwrap();
        assert_eq!(below[..marker].chars().next_back(), Some('\\'), "{line:?}: {below:?}");
    }
}

#[test]
fn a_cell_is_no_formula() {
    let body = body();
    let paper = desk(&body, Language::Zh).paper(&wanted(json!({"register": {"on": "2022-12-31"}}))).unwrap();
    for (cell, begins) in [
        ("=HYPERLINK(\"x\",\"y\")\n2", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\n2\","),
        ("+1", "\"'+1\","),
        ("-1+cmd|' /C calc'!A0", "\"'-1+cmd|' /C calc'!A0\","),
        ("@SUM(1)", "\"'@SUM(1)\","),
        ("\t=1", "\"'\t=1\","),
        ("\r=1", "\"'\r=1\","),
        ("\u{0}=1", "\"'=1\","),
        ("\u{202e}=1", "\"'=1\","),
        ("＝1", "\"'＝1\","),
        ("＋1", "\"'＋1\","),
        ("－1", "\"'－1\","),
        ("＠SUM(1)", "\"'＠SUM(1)\","),
        ("  =1", "\"'  =1\","),
        ("\u{3000}\u{200b}=1", "\"'\u{3000}\u{200b}=1\","),
        ("\n=1", "\"'\n=1\","),
        ("\u{feff}@1", "\"'\u{feff}@1\","),
        ("  1", "  1,"),
    ] {
        let mut value = serde_json::to_value(&paper).unwrap();
        with_texts(&mut value, cell);
        let csv = written(&serde_json::from_value(value).unwrap(), PaperFormat::Csv);
        let csv = String::from_utf8(csv).unwrap();
        assert!(csv.starts_with(&format!("\u{feff}{begins}")), "{csv}");
        assert!(!csv.contains(&paper.made_from.digest), "a row is about what the paper is about");
    }
}

/// What the schema allows within an element, in its order.
const ORDER: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:kinsoku",
            "w:wordWrap",
            "w:overflowPunct",
            "w:topLinePunct",
            "w:autoSpaceDE",
            "w:autoSpaceDN",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:color",
            "w:spacing",
            "w:w",
            "w:kern",
            "w:position",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:lang",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:docGrid",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar"]),
    ("w:trPr", &["w:cantSplit", "w:trHeight", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tabs", &["w:tab"]),
    ("w:tblGrid", &["w:gridCol"]),
    ("w:p", &["w:pPr", "w:r | w:fldSimple"]),
    ("w:fldSimple", &["w:r"]),
    ("w:r", &["w:rPr", "w:t | w:tab | w:br"]),
    ("w:body", &["w:p | w:tbl", "w:sectPr"]),
    ("w:document", &["w:body"]),
    ("w:hdr", &["w:p"]),
    ("w:ftr", &["w:p"]),
    ("w:styles", &["w:docDefaults", "w:latentStyles", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:rPrDefault", &["w:rPr"]),
    ("w:pPrDefault", &["w:pPr"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:link", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr"]),
    ("w:settings", &["w:evenAndOddHeaders", "w:characterSpacingControl", "w:compat", "w:themeFontLang"]),
    ("w:compat", &["w:compatSetting"]),
    ("w:fonts", &["w:font"]),
    ("w:font", &["w:altName", "w:panose1", "w:charset", "w:family", "w:pitch"]),
];

/// Walks an XML text and says where an element stands that the schema does not allow there, or too late.
fn in_order(xml: &str) {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<(String, usize)> = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => return,
            Event::End(_) => {
                open.pop();
            }
            Event::Start(it) | Event::Empty(it) => {
                let name = it.name().as_ref().to_owned();
                if let Some((within, last)) = open.last_mut() {
                    let (_, order) = ORDER
                        .iter()
                        .find(|(it, _)| it == within)
                        .unwrap_or_else(|| panic!("nothing stands within {within}: {name}"));
                    let at = order.iter().position(|it| it.split(" | ").any(|it| it == name));
                    let at = at.unwrap_or_else(|| panic!("{name} within {within}"));
                    assert!(at >= *last, "{name} stands too late within {within}");
                    *last = at;
                }
                if matches!(event, Event::Start(_)) {
                    open.push((name, 0));
                }
            }
            _ => {}
        }
    }
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    for (_, paper) in pack(&body(), Language::Zh) {
        let docx = written(&paper, PaperFormat::Docx);
        for name in ["document", "styles", "settings", "fontTable", "header1", "footer1", "footer2"] {
            in_order(&part(&docx, &format!("word/{name}.xml")));
        }
    }
}

#[test]
fn a_paper_of_any_shape_becomes_a_valid_package() {
    let body = body();
    let paper = desk(&body, Language::Zh).paper(&wanted(json!({"document": {"document": "d4"}}))).unwrap();
    let odd = json!([
        {"type": "heading", "level": 9, "number": "", "text": ""},
        {"type": "table", "columns": [], "rows": [["x"]]},
        {"type": "table", "columns": [{"head": "a", "width": 0}, {"head": "b", "width": 65535}], "rows": [[], ["1", "2", "3"]]},
        {"type": "table", "columns": [{"head": "a", "width": 1}], "rows": []},
        {"type": "roll", "label": "", "text": "\t\n"},
        {"type": "annexes", "label": "", "titles": []},
        {"type": "annexes", "label": "附件", "titles": ["", "\t"]},
        {"type": "annex", "label": "", "title": ""},
        {"type": "annex", "label": "", "title": ""}
    ]);
    let mut value = serde_json::to_value(paper).unwrap();
    value["blocks"] = odd;
    let paper: Paper = serde_json::from_value(value).unwrap();
    let document = part(&written(&paper, PaperFormat::Docx), "word/document.xml");
    in_order(&document);
    // Two columns in a head and two rows, one in the other table's head, one in each line of the foot.
    assert_eq!(document.matches("<w:tc>").count(), 6 + 1 + 1);
    for format in [PaperFormat::Html, PaperFormat::Text, PaperFormat::Markdown, PaperFormat::Csv] {
        assert!(!written(&paper, format).is_empty());
    }
}

/// What a paper of the year becomes with other fields.
fn with(name: &str, change: Value) -> Paper {
    let pack: BTreeMap<String, Paper> = pack(&body(), Language::Zh).into_iter().collect();
    let mut value = serde_json::to_value(&pack[name]).unwrap();
    value.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    serde_json::from_value(value).unwrap()
}

#[test]
fn whoever_signs_is_named_once_in_every_format_and_layout() {
    let by: Vec<String> = (1..=7).map(|no| format!("第{no}局")).collect();
    let signers: Vec<String> = (1..=7).map(|no| format!("签署人{no}")).collect();
    for (unsealed, layout) in [(false, "document"), (true, "document"), (false, "letter"), (true, "minutes")]
    {
        let change = json!({
            "layout": layout,
            "signature": {"by": by, "on": "2022-12-22", "date": "2022年12月22日", "unsealed": unsealed},
            "signer": format!("签发人：{}", signers.join("、")),
        });
        let paper = with("012-d2-document", change);
        for format in [PaperFormat::Docx, PaperFormat::Html, PaperFormat::Text, PaperFormat::Markdown] {
            let text = match format {
                PaperFormat::Docx => {
                    let document = part(&written(&paper, format), "word/document.xml");
                    in_order(&document);
                    document
                }
                _ => String::from_utf8(written(&paper, format)).unwrap(),
            };
            assert!(by.iter().all(|it| text.matches(it.as_str()).count() == 1), "{format:?}: {text}");
            // A letter goes to equals and shows nobody who signed.
            let shown = usize::from(
                layout != "letter" || matches!(format, PaperFormat::Text | PaperFormat::Markdown),
            );
            assert!(
                signers.iter().all(|it| text.matches(it.as_str()).count() == shown),
                "{format:?}: {text}"
            );
        }
    }
}

#[test]
fn a_wording_with_several_annexes_numbers_and_names_them() {
    let body = body();
    for (language, first, second) in [(Language::Zh, "附件1", "附件2"), (Language::En, "Annex 1", "Annex 2")]
    {
        let mut words: Value = serde_json::from_str(PaperWords::file(language)).unwrap();
        let label = if language == Language::Zh { "附件" } else { "Annex" };
        let annexes = json!([
            {"annexes": {"label": label}},
            {"annex": {"label": label, "title": "甲清单"}},
            {"paragraph": "甲"},
            {"annex": {"label": label, "title": "乙清单"}},
        ]);
        words["papers"]["register"]["blocks"] = annexes;
        let words = PaperWords::from_json(&words.to_string()).unwrap();
        let given = Given::default();
        let paper =
            Desk::new(&body, &words, &given).paper(&wanted(json!({"register": {"on": "2022-06-30"}})));
        let blocks = serde_json::to_value(paper.unwrap().blocks).unwrap();
        assert_eq!(blocks[0], json!({"type": "annexes", "label": label, "titles": ["甲清单", "乙清单"]}));
        assert_eq!((&blocks[1]["label"], &blocks[3]["label"]), (&json!(first), &json!(second)));
    }
    // Without an annex nothing is named.
    let words = PaperWords::file(Language::Zh)
        .replace("{\"annex\": {\"label\": \"附件\", \"title\": \"{body}{meeting}议定事项\"}},", "");
    let words = PaperWords::from_json(&words).unwrap();
    let given = Given::default();
    let paper =
        Desk::new(&body, &words, &given).paper(&wanted(json!({"document": {"document": "d4"}}))).unwrap();
    assert!(!serde_json::to_string(&paper).unwrap().contains("annex"));
}

#[test]
fn every_style_that_is_used_is_defined() {
    let pick = |xml: &str, before: &str| -> BTreeSet<String> {
        xml.split(before).skip(1).map(|it| it.split('"').next().unwrap().to_owned()).collect()
    };
    for (name, paper) in pack(&body(), Language::Zh) {
        let docx = written(&paper, PaperFormat::Docx);
        let defined = pick(&part(&docx, "word/styles.xml"), "w:styleId=\"");
        let used = pick(&part(&docx, "word/document.xml"), "<w:pStyle w:val=\"");
        assert!(used.is_subset(&defined), "{name}: {:?}", used.difference(&defined));
    }
}

#[test]
fn every_font_that_is_named_has_others_in_its_place() {
    let body = body();
    for language in [Language::Zh, Language::En] {
        for (name, paper) in pack(&body, language) {
            let docx = written(&paper, PaperFormat::Docx);
            let table = part(&docx, "word/fontTable.xml");
            let chain = |font: &str| {
                let (_, rest) =
                    table.split_once(&format!("w:name=\"{font}\"")).unwrap_or_else(|| panic!("{font}"));
                let (_, others) = rest.split_once("w:altName w:val=\"").unwrap();
                others.split('"').next().unwrap().to_owned()
            };
            let parts = ["document", "styles", "header1", "footer1", "footer2"];
            let mut named = BTreeSet::new();
            for text in parts.map(|it| part(&docx, &format!("word/{it}.xml"))) {
                for before in ["w:ascii=\"", "w:hAnsi=\"", "w:eastAsia=\""] {
                    // The language of a text is named by an attribute of the same name.
                    let fonts = text.split(before).skip(1).map(|it| it.split('"').next().unwrap().to_owned());
                    named.extend(fonts.filter(|it| it != "zh-CN"));
                }
            }
            let html = String::from_utf8(written(&paper, PaperFormat::Html)).unwrap();
            for font in named.iter().filter(|it| it.as_str() != "Times New Roman") {
                // The same chain in both, with a generic one at the end where there is no font table.
                let css = format!("\"{font}\",{},", chain(font)).replace(['"', ' '], "");
                assert!(html.replace(['"', ' '], "").contains(&css), "{name}: {css}");
            }
            assert!(named.len() >= 5, "{name}: {named:?}");
        }
    }
}

#[test]
fn long_papers_are_written_in_full() {
    let body = body();
    let mut paper =
        desk(&body, Language::Zh).paper(&wanted(json!({"attendance": {"meeting": "m9"}}))).unwrap();
    let long = "长".repeat(10_000);
    for block in &mut paper.blocks {
        if let joint_meeting_documents::paper::PaperBlock::Table { rows, .. } = block {
            *rows = (0..200).map(|_| rows[0].clone()).collect();
            rows[0][1] = long.clone();
        }
    }
    let docx = part(&written(&paper, PaperFormat::Docx), "word/document.xml");
    assert_eq!(docx.matches("<w:tr>").count(), 201);
    for text in [docx, String::from_utf8(written(&paper, PaperFormat::Html)).unwrap()] {
        assert!(text.contains(&long));
    }
}

/// What leads to a document.
const PATH: [&str; 12] = [
    "convene",
    "open_meeting",
    "record_attendance",
    "discuss",
    "state_position",
    "agree",
    "close_meeting",
    "draft_minutes",
    "consent",
    "countersign",
    "allot_number",
    "issue_document",
];

/// Does at random what is open to anybody, so many times; often what leads to a document.
fn wander(body: &mut JointMeeting, persons: &BTreeSet<PersonId>, rng: &mut Rng, steps: usize) {
    let persons: Vec<&PersonId> = persons.iter().collect();
    let mut at = body.entries().last().unwrap().at;
    for _ in 0..steps {
        let next = if rng.chance(12) { "18:00:00" } else { "00:10:00" };
        let later = at.to_chrono() + next.parse::<NaiveTime>().unwrap().signed_duration_since(NaiveTime::MIN);
        at = later.to_rfc3339().parse().unwrap();
        let by = (*rng.one_of(&persons)).clone();
        let open: Vec<Act> = body
            .options(&by, at)
            .into_iter()
            .filter(Choice::is_open)
            .map(|it| written_out(&it.act, body))
            .collect();
        let names: BTreeSet<&str> = open.iter().map(|it| it.kind().name()).collect();
        let leads: Vec<&str> = PATH.iter().rev().copied().filter(|it| names.contains(it)).collect();
        let Some(name) = leads.first().copied().filter(|_| !rng.chance(3)).or_else(|| {
            // Each kind of act as likely as the other, however many candidates it has.
            (!names.is_empty()).then(|| *rng.one_of(&names.into_iter().collect::<Vec<_>>()))
        }) else {
            continue;
        };
        let of_kind: Vec<&Act> = open.iter().filter(|it| it.kind().name() == name).collect();
        let act = (*rng.one_of(&of_kind)).clone();
        let _ = body.perform(Submission::new(act, by, at));
    }
}

/// Every paper that can be asked for of what there is.
fn everything_wanted(body: &JointMeeting, year: i32, on: Date) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for (id, _) in body.meetings() {
        let of_meeting = ["notice", "supplementary_notice", "agenda", "attendance", "minutes_skeleton"];
        all.extend(of_meeting.map(|kind| json!({kind: {"meeting": id}})));
    }
    for (id, it) in body.all_minutes() {
        all.extend(["minutes", "countersign_sheet"].map(|kind| json!({kind: {"minutes": id}})));
        let document = it.document().map(|it| it.to_string()).unwrap_or_else(|| "new".to_owned());
        let act = json!({"type": "issue_document", "document": document, "kind": "notice", "minutes": id,
            "title": "关于印发议定事项的通知", "recipients": body.roster(on).units.iter().map(|it| &it.unit).collect::<Vec<_>>(),
            "publicness": "open"});
        let by = &body.entries()[0].by;
        all.push(json!({"issue": {"act": act, "by": by, "at": format!("{on}T09:00:00+08:00")}}));
    }
    for (id, _) in body.documents() {
        all.extend(["document", "document_notice"].map(|kind| json!({kind: {"document": id}})));
    }
    all.extend(body.bulletins().map(|(id, _)| json!({"bulletin": {"bulletin": id}})));
    for (id, _) in body.joint_actions() {
        all.extend(["action_plan", "action_result"].map(|kind| json!({kind: {"action": id}})));
    }
    for it in body.roster(on).units {
        all.push(json!({"reminder": {"unit": it.unit, "year": year, "on": on}}));
        let persons = it.member.iter().chain(&it.liaison_officer);
        all.extend(persons.map(|person| json!({"authorization": {"unit": it.unit, "person": person}})));
    }
    all.extend(["register", "assignments"].map(|kind| json!({kind: {"on": on}})));
    let of_year = ["summary", "incoming", "corrections", "proofs", "audit"];
    all.extend(of_year.map(|kind| json!({kind: {"year": year, "on": on}})));
    all.push(json!({"calendar": {"from": format!("{year}-01-01"), "to": format!("{year}-12-31"), "on": on}}));
    all
}

/// What is said where there is nothing to make a paper of.
fn there_is_none(why: &PaperError) -> bool {
    matches!(why, PaperError::NotYet { .. } | PaperError::NothingOwed { .. } | PaperError::Unknown { .. })
}

#[test]
fn every_kind_of_paper_of_every_body_in_a_story_can_be_made_and_written() {
    let (stories, files) = (vector::stories(), vector::all());
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut with_stories = BTreeSet::new();
    // The papers of the first charter are kept in full.
    for (name, _) in vector::charters().into_iter().filter(|(name, _)| name != "nankai-dog-2022") {
        let of_charter = files.iter().filter(|(_, it)| it.charter == name);
        let vectors = of_charter.flat_map(|(_, file)| &file.vectors).filter(|it| it.versions.is_empty());
        let told = vectors.map(|it| it.told(&name, &stories)).filter(|it| !it.entries().is_empty());
        // Those in which most happened have the most papers.
        let mut bodies: Vec<JointMeeting> = told.collect();
        bodies.sort_by_key(|it| std::cmp::Reverse(it.entries().len()));
        if !bodies.is_empty() {
            with_stories.insert(name.clone());
        }
        for body in bodies.iter().take(3) {
            let on = body.entries().last().unwrap().at.date();
            for language in [Language::Zh, Language::En] {
                let given = Given::default();
                let desk = Desk::new(body, PaperWords::built_in(language), &given);
                for json in everything_wanted(body, on.year(), on) {
                    let paper = match desk.paper(&wanted(json.clone())) {
                        Err(why) if there_is_none(&why) => continue,
                        made => made.unwrap_or_else(|why| panic!("{name}: {json}: {why}")),
                    };
                    seen.entry(paper.name.clone()).or_default().insert(name.clone());
                    for format in PaperFormat::ALL {
                        match format.write(&paper) {
                            Ok(_) | Err(PaperError::NoTable) => {}
                            Err(why) => panic!("{name}: {json}: {why}"),
                        }
                    }
                }
            }
        }
    }
    assert!(with_stories.len() > 20, "{with_stories:?}");
    let of_all =
        ["register", "assignments", "summary", "incoming", "corrections", "proofs", "audit", "calendar"];
    of_all.iter().for_each(|kind| assert_eq!(seen[*kind], with_stories, "{kind}"));
    let worded = PaperWords::built_in(Language::Zh);
    // What no story of these bodies has yet; the walk below and the year of the first charter have it.
    let elsewhere = [
        "action_plan",
        "action_result",
        "authorization",
        "briefing",
        "circular",
        "document_repeal",
        "document_revocation",
        "document_withdrawal",
        "index",
        "supplementary_notice",
    ];
    let missing: Vec<&str> = worded.papers().filter(|it| !seen.contains_key(*it)).collect();
    assert_eq!(missing, elsewhere, "{seen:?}");
}

#[test]
fn whatever_happens_under_any_charter_its_papers_can_be_made() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (file, charter) in vector::charters() {
        let Ok((mut body, beginning)) = found(&[charter]) else { panic!("{file}: it cannot be founded") };
        let mut people = BTreeSet::new();
        beginning.iter().for_each(|it| persons(&serde_json::to_value(it).unwrap(), &mut people));
        wander(&mut body, &people, &mut Rng::new(7), 250);
        let (first, last) = (body.entries()[0].at.date(), body.entries().last().unwrap().at.date());
        for language in [Language::Zh, Language::En] {
            let given = Given::default();
            let desk = Desk::new(&body, PaperWords::built_in(language), &given);
            for year in first.year()..=last.year() {
                let filed = desk.evidence(year, last).unwrap_or_else(|why| panic!("{file}: {why}"));
                let dates = desk.calendar(Period::year(year).unwrap(), last);
                let dates = dates.unwrap_or_else(|why| panic!("{file}: {why}")).dates;
                let uids: BTreeSet<&str> = dates.iter().map(|it| it.uid.as_str()).collect();
                assert_eq!(uids.len(), dates.len(), "{file}: a date has the name of another");
                for it in filed {
                    *seen.entry(it.paper.name.clone()).or_default() += 1;
                    PaperFormat::ALL.iter().for_each(|format| match format.write(&it.paper) {
                        Ok(_) | Err(PaperError::NoTable) => {}
                        Err(why) => panic!("{file}, {}: {why}", it.name),
                    });
                }
            }
        }
    }
    println!("{seen:?}");
    assert!(
        ["notice", "countersign_sheet", "document_minutes", "briefing", "audit"]
            .iter()
            .all(|it| seen.contains_key(*it)),
        "{seen:?}"
    );
}
