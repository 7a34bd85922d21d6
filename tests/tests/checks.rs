//! Checks before paper: each row on official documents, shown by `checks.json`, and the documents of the year.
//!
//! A case changes a paper of the file; the format is described in `tests/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use conformance::papers;
use joint_meeting::{Act, Language};
use joint_meeting_documents::{
    Paper, Wanted,
    check::{Basis, Finding, Known, Verdict, check, check_with, may_be_issued, rows},
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
    known: Known,
    verdict: Verdict,
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
    known: Known,
    verdict: Verdict,
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

fn broken(findings: &[Finding]) -> BTreeSet<&str> {
    let broken = findings.iter().filter(|it| it.verdict == Verdict::Breach);
    broken.map(|it| it.row.id.as_str()).collect()
}

fn by<'f>(findings: &'f [Finding], row: &str) -> &'f Finding {
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
        expected.extend((case.verdict == Verdict::Breach).then_some(row));
        assert_eq!(broken(&findings), expected, "{row} {:?}", case.with);
        let binds = |id: &&str| by(&findings, id).row.basis != Basis::Practice;
        assert_eq!(may_be_issued(&findings), !expected.iter().any(binds), "{row} {:?}", case.with);

        let near = check_with(&changed(&file, of, &case.near.with), &case.near.known);
        let finding = by(&near, row);
        assert_ne!(finding.verdict, Verdict::Breach, "{row} near {:?}", case.near.with);
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
                Verdict::Breach => "breach",
                Verdict::NotJudged => "not_judged",
                Verdict::Fine => "fine",
                Verdict::NotApplicable => "not_applicable",
            };
            [(it.row.as_str(), name(it.verdict)), (it.row.as_str(), name(it.near.verdict))]
        })
        .collect();
    for row in rows() {
        assert!(shown.contains(&(row.id.as_str(), "breach")), "{} is not shown broken", row.id);
    }
    for of in file.papers.keys() {
        for it in check(&changed(&file, of, &Map::new())) {
            assert_ne!(it.verdict, Verdict::Breach, "{of}: {it:?}");
            let undecided = it.verdict == Verdict::NotJudged;
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
