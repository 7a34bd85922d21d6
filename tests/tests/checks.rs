//! Checks before paper: each row on official documents, shown by `checks.json`, and the documents of the year.
//!
//! A case changes a paper of the file; the format is described in `tests/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{papers, vector};
use joint_meeting::{Act, Language, wire};
use joint_meeting_documents::{
    Desk, Given, Paper, PaperWords, Wanted,
    check::{PaperBasis, PaperFinding, PaperVerdict, check, check_with, may_be_issued, rows},
    paper::PaperKnown,
};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    papers: BTreeMap<String, Map<String, Value>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    row: String,
    /// The paper that is changed.
    of: String,
    #[serde(default)]
    with: Map<String, Value>,
    #[serde(default)]
    known: PaperKnown,
    verdict: PaperVerdict,
    #[serde(default)]
    found: Vec<String>,
    /// Other rows that are broken by the same change.
    #[serde(default)]
    also: Vec<String>,
    /// Another change, with which the row is not broken.
    near: Near,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Near {
    #[serde(default)]
    with: Map<String, Value>,
    #[serde(default)]
    known: PaperKnown,
    verdict: PaperVerdict,
    #[serde(default)]
    found: Vec<String>,
}

fn file() -> File {
    let text = std::fs::read_to_string(conformance::folder("checks.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A paper of the file, with fields in the place of its own; `null` takes one out.
fn changed(file: &File, of: &str, with: &Map<String, Value>) -> Paper {
    let mut paper = file.papers[of].clone();
    for (field, value) in with {
        if value.is_null() {
            paper.remove(field);
        } else {
            paper.insert(field.clone(), value.clone());
        }
    }
    serde_json::from_value(Value::Object(paper)).unwrap_or_else(|why| panic!("{of} with {with:?}: {why}"))
}

fn broken(findings: &[PaperFinding]) -> BTreeSet<&str> {
    let broken = findings.iter().filter(|it| it.verdict == PaperVerdict::Breach);
    broken.map(|it| it.row.id.as_str()).collect()
}

fn by<'f>(findings: &'f [PaperFinding], row: &str) -> &'f PaperFinding {
    findings.iter().find(|it| it.row.id == row).unwrap_or_else(|| panic!("no row {row}"))
}

#[test]
fn every_case_is_found_and_its_near_miss_is_not() {
    let file = file();
    for case in &file.cases {
        let (row, of) = (case.row.as_str(), case.of.as_str());
        let findings = check_with(&changed(&file, of, &case.with), &case.known);
        let finding = by(&findings, row);
        assert_eq!((finding.verdict, &finding.found), (case.verdict, &case.found), "{row} {:?}", case.with);
        let mut expected: BTreeSet<&str> = case.also.iter().map(String::as_str).collect();
        expected.extend((case.verdict == PaperVerdict::Breach).then_some(row));
        assert_eq!(broken(&findings), expected, "{row} {:?}", case.with);
        let binds = |id: &&str| by(&findings, id).row.basis != PaperBasis::Practice;
        assert_eq!(may_be_issued(&findings), !expected.iter().any(binds), "{row} {:?}", case.with);

        let near = check_with(&changed(&file, of, &case.near.with), &case.near.known);
        let finding = by(&near, row);
        assert_ne!(finding.verdict, PaperVerdict::Breach, "{row} near {:?}", case.near.with);
        assert_eq!((finding.verdict, &finding.found), (case.near.verdict, &case.near.found), "{row} near");
    }
}

#[test]
fn every_row_is_shown_broken_and_undecided_where_it_can_be() {
    let file = file();
    let shown: BTreeSet<(&str, &str)> = file
        .cases
        .iter()
        .flat_map(|it| {
            let name = |verdict| match verdict {
                PaperVerdict::Breach => "breach",
                PaperVerdict::NotJudged => "not_judged",
                PaperVerdict::Fine => "fine",
                PaperVerdict::NotApplicable => "not_applicable",
            };
            [(it.row.as_str(), name(it.verdict)), (it.row.as_str(), name(it.near.verdict))]
        })
        .collect();
    for row in rows() {
        assert!(shown.contains(&(row.id.as_str(), "breach")), "{} is not shown broken", row.id);
    }
    for of in file.papers.keys() {
        for it in check(&changed(&file, of, &Map::new())) {
            assert_ne!(it.verdict, PaperVerdict::Breach, "{of}: {it:?}");
            let undecided = it.verdict == PaperVerdict::NotJudged;
            assert!(!undecided || shown.contains(&(it.row.id.as_str(), "not_judged")), "{of}: {it:?}");
        }
    }
}

#[test]
fn every_finding_names_its_source_in_both_languages() {
    let file = file();
    for it in check(&changed(&file, "notice", &Map::new())) {
        for (language, sentence) in [(Language::Zh, &it.row.zh), (Language::En, &it.row.en)] {
            let words = it.render(language);
            assert!(words.contains(sentence.as_str()) && words.contains(&it.row.source), "{words}");
        }
    }
}

#[test]
fn the_documents_of_the_year_may_be_issued() {
    let body = papers::body();
    let mut documents = 0;
    for language in [Language::Zh, Language::En] {
        let desk = papers::desk(&body, language);
        for entry in body.entries() {
            let Act::IssueDocument(it) = &entry.act else { continue };
            let findings = desk.check(&Wanted::Document { document: it.document.clone() }).unwrap();
            assert_eq!(broken(&findings), BTreeSet::new(), "{}", it.document);
            assert!(may_be_issued(&findings));
            documents += 1;
        }
    }
    assert!(documents > 4);
}

fn wanted(json: &str) -> Wanted {
    wire::from_str(json).unwrap()
}

/// Those that keep a document from going out, as written on a draft.
fn reasons(findings: &[PaperFinding], language: Language) -> Vec<String> {
    findings.iter().filter(|it| it.stops()).map(|it| it.render(language)).collect()
}

#[test]
fn what_the_rules_do_not_allow_is_a_draft_that_says_why() {
    let body = papers::body();
    let letter = wanted(r#"{"reminder": {"unit": "market", "year": 2022, "on": "2022-12-26"}}"#);
    // On that day the report was missing.
    let then = body.as_of("2022-12-25T23:59:59+08:00".parse().unwrap());
    for language in [Language::Zh, Language::En] {
        for (number, may) in [(None, false), (Some("函3号"), false), (Some("甲函〔2022〕3号"), true)] {
            let fields = number.map(|it| ("letter_number".to_owned(), it.to_owned()));
            let given = Given { fields: fields.into_iter().collect(), ..Given::default() };
            let desk = Desk::new(&then, PaperWords::built_in(language), &given);
            let (paper, findings) = (desk.paper(&letter).unwrap(), desk.check(&letter).unwrap());
            assert_eq!(may_be_issued(&findings), may, "{number:?}");
            assert_eq!(paper.draft.is_none() && paper.source.is_none(), may, "{number:?}");
            assert_eq!(paper.draft.map(|it| it.why).unwrap_or_default(), reasons(&findings, language));
            let stopping = findings.iter().filter(|it| it.stops()).map(|it| it.row.id.as_str());
            assert_eq!(stopping.collect::<Vec<_>>(), if may { vec![] } else { vec!["DOC-5"] });
        }
    }
    // An office's own wording without a mark leaves documents and minutes without one.
    let words =
        std::fs::read_to_string(conformance::folder("../crates/joint-meeting-documents/templates/zh.json"));
    let mut words: Value = serde_json::from_str(&words.unwrap()).unwrap();
    for name in ["document_minutes", "minutes", "minutes_skeleton"] {
        words["papers"][name].as_object_mut().unwrap().remove("mark");
    }
    let words = PaperWords::from_json(&words.to_string()).unwrap();
    let desk = Desk::new(&body, &words, papers::given());
    for json in [r#"{"document": {"document": "d2"}}"#, r#"{"minutes": {"minutes": "n2"}}"#] {
        let draft = desk.paper(&wanted(json)).unwrap().draft.unwrap();
        assert_eq!(draft.why, reasons(&desk.check(&wanted(json)).unwrap(), Language::Zh));
        assert!(draft.why.iter().all(|it| it.contains("DOC-3")), "{draft:?}");
    }
    // A skeleton says that it is one, and not what a finished paper lacks.
    let skeleton = desk.paper(&wanted(r#"{"minutes_skeleton": {"meeting": "m2"}}"#)).unwrap();
    assert_eq!(skeleton.draft.unwrap().why.len(), 1);
}

#[test]
fn a_number_that_is_kept_elsewhere_is_told_by_the_host_and_looked_at_like_any_other() {
    let file = vector::all().into_iter().find(|(name, _)| name == "document").unwrap().1;
    let without =
        |it: &&vector::Vector| it.name == "a document goes without a number where the charter asks for none";
    let it = file.vectors.iter().find(without).unwrap();
    let mut body = it.told(&file.charter, &vector::stories());
    let issue = wire::from_str(&it.when.as_ref().unwrap().to_string()).unwrap();
    let entry = body.perform(issue).unwrap().clone();
    let Act::IssueDocument(issue) = &entry.act else { panic!("{entry:?}") };
    let wanted = Wanted::Document { document: issue.document.clone() };
    let number = "津公南开函〔2022〕9号".to_owned();
    let with =
        |given: &Given| Desk::new(&body, PaperWords::built_in(Language::Zh), given).paper(&wanted).unwrap();
    let for_its_number =
        |paper: &Paper| paper.draft.iter().flat_map(|it| &it.why).any(|it| it.contains("DOC-5"));
    // Its path asks for none.
    let paper = with(&Given::default());
    assert!(paper.number.is_none() && !for_its_number(&paper), "{paper:?}");
    for (number, well_formed) in [(number, true), ("津公南开函[2022]9号".to_owned(), false)] {
        let given =
            Given { numbers: BTreeMap::from([(issue.minutes.clone(), number.clone())]), ..Given::default() };
        let paper = with(&given);
        assert_eq!(paper.number, Some(number));
        assert_eq!(for_its_number(&paper), !well_formed, "{paper:?}");
    }
    // A number of the journal comes first.
    let body = papers::body();
    let numbers = BTreeMap::from([("n2".parse().unwrap(), "甲函〔2022〕1号".to_owned())]);
    let given = Given { numbers, ..Given::default() };
    let desk = Desk::new(&body, PaperWords::built_in(Language::Zh), &given);
    let paper = desk.paper(&self::wanted(r#"{"document": {"document": "d2"}}"#)).unwrap();
    assert_ne!(paper.number.as_deref(), Some("甲函〔2022〕1号"));
}
