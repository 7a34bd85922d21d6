//! The year of the Nankai body: every line goes as it says, and at the end everything adds up.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{scenario, workload};
use joint_meeting::{
    Act, ActKind, Entry, JointMeeting, Outcome,
    answer::Verdict,
    id::{DocumentId, MinutesId, UnitId},
    time::Period,
};

const NAME: &str = "nankai-2022.jsonl";

fn play() -> (JointMeeting, Vec<scenario::Line>) {
    let lines = scenario::read(NAME);
    let charter = conformance::coverage::charters().remove(0);
    let (body, wrong) = scenario::play(charter, &lines);
    assert!(wrong.is_empty(), "{} lines differ:\n{}", wrong.len(), wrong.join("\n"));
    (body, lines)
}

#[test]
fn the_year_goes_as_it_says() {
    let (body, lines) = play();
    let refused: Vec<&scenario::Line> = lines.iter().filter(|it| !it.refused_by.is_empty()).collect();
    assert!((400..600).contains(&lines.len()), "{} lines", lines.len());
    assert!(refused.len() >= 25, "{} refusals", refused.len());
    assert_eq!(body.entries().len(), lines.len() - refused.len());

    let rules: BTreeSet<&str> = refused.iter().flat_map(|it| &it.refused_by).map(String::as_str).collect();
    assert!(rules.len() >= 25, "{rules:?}");
    let submitted: BTreeSet<ActKind> = lines.iter().map(|it| it.submission().act.kind()).collect();
    let missing: Vec<&ActKind> = ActKind::ALL.iter().filter(|it| !submitted.contains(it)).collect();
    assert!(missing.is_empty(), "never submitted: {missing:?}");
}

/// The expected verdicts were written down clause by clause from the charter's rules, not from the answers.
#[test]
fn the_audit_is_as_expected() {
    let (body, _) = play();
    let expected: BTreeMap<String, Verdict> =
        conformance::vector::read(&conformance::folder("scenarios/nankai-2022.audit.json"));
    let audit = body.audit(Period::year(2022).unwrap(), "2023-01-15".parse().unwrap());
    let found: BTreeMap<String, Verdict> =
        audit.clauses.iter().map(|it| (it.clause.to_string(), it.verdict)).collect();
    let clauses: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    let differ = clauses.into_iter().filter(|it| expected.get(*it) != found.get(*it));
    let differ: Vec<String> = differ
        .map(|it| format!("{it}: expected {:?}, found {:?}", expected.get(it), found.get(it)))
        .collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// Everything known of a set of minutes, gathered from the entries alone.
#[derive(Default)]
struct Paper {
    asked: Option<(Vec<UnitId>, Vec<UnitId>)>,
    consented: BTreeSet<UnitId>,
    signed: BTreeSet<UnitId>,
    number: Option<String>,
    document: Option<DocumentId>,
}

fn papers(entries: &[Entry]) -> BTreeMap<MinutesId, Paper> {
    let mut papers: BTreeMap<MinutesId, Paper> = BTreeMap::new();
    for entry in entries {
        match (&entry.act, &entry.outcome) {
            (Act::DraftMinutes(it), Outcome::Drafted { consent_of, countersign_of, .. }) => {
                papers.entry(it.minutes.clone()).or_default().asked =
                    Some((consent_of.clone(), countersign_of.clone()));
            }
            (Act::RedraftMinutes(it), Outcome::Drafted { consent_of, countersign_of, .. }) => {
                let asked = Some((consent_of.clone(), countersign_of.clone()));
                papers.insert(it.minutes.clone(), Paper { asked, ..Paper::default() });
            }
            (Act::Consent(it), _) => {
                papers.entry(it.minutes.clone()).or_default().consented.insert(it.unit.clone());
            }
            (Act::Countersign(it), _) => {
                papers.entry(it.minutes.clone()).or_default().signed.insert(it.unit.clone());
            }
            (Act::AllotNumber(it), Outcome::Numbered { number }) => {
                papers.entry(it.minutes.clone()).or_default().number = Some(number.to_string());
            }
            (Act::IssueDocument(it), _) => {
                papers.entry(it.minutes.clone()).or_default().document = Some(it.document.clone());
            }
            _ => {}
        }
    }
    papers
}

#[test]
fn every_document_issued_is_consented_countersigned_and_numbered() {
    let (body, _) = play();
    let papers = papers(body.entries());
    assert_eq!(papers.len(), 6);
    for (id, paper) in &papers {
        let (consent_of, countersign_of) = paper.asked.as_ref().expect("it was drafted");
        assert!(paper.document.is_some(), "{id} is issued");
        assert!(paper.number.is_some(), "{id} is numbered");
        assert_eq!(paper.consented, consent_of.iter().cloned().collect(), "{id}: consents");
        assert_eq!(paper.signed, countersign_of.iter().cloned().collect(), "{id}: signatures");
    }
    // Minutes of a liaison meeting need neither; the other five had both, and of two units or more.
    let full = papers.values().filter(|it| it.consented.len() >= 2 && it.signed.len() >= 2);
    assert_eq!(full.count(), 5);
}

#[test]
fn numbers_run_on_and_the_voided_one_is_never_used_again() {
    let (body, _) = play();
    let mut allotted = Vec::new();
    let mut voided = Vec::new();
    for entry in body.entries() {
        match (&entry.act, &entry.outcome) {
            (_, Outcome::Numbered { number }) => allotted.push(number.serial()),
            (Act::VoidNumber(it), _) => voided.push(it.serial),
            _ => {}
        }
    }
    // The series is that of the lead unit, which had used it up to the charter's own number 12.
    assert_eq!(allotted, (13..=19).collect::<Vec<u32>>());
    assert_eq!(voided, [15]);
    let borne = papers(body.entries()).into_values().filter_map(|it| it.number);
    let borne: BTreeSet<String> = borne.collect();
    let expected = [13, 14, 16, 17, 18, 19].map(|it| format!("津公南开函〔2022〕{it}号"));
    assert_eq!(borne, BTreeSet::from(expected));
}

#[test]
fn what_is_owed_at_the_end_is_what_was_left_open() {
    let (body, _) = play();
    let owed = body.obligations("2023-01-15".parse().unwrap(), 90);
    let subject = |rule: &str, about: &str| {
        owed.iter().any(|it| it.rule == rule && it.subject.as_deref() == Some(about))
    };
    assert!(subject("assignment.completed", "a10"), "the assignment due on 31 March");
    assert!(subject("matter.completed", "x3"), "the matter due on 28 February");
    assert!(!owed.iter().any(|it| it.rule == "report.yearly" && it.overdue), "every report has come");
}

#[test]
fn the_year_of_the_bench_is_decided_as_it_says() {
    let years = workload::text(2);
    let refused = years.lines().filter(|it| !it.ends_with(r#""refused_by":null}"#)).count();
    // The last line says what is to be counted.
    assert!(refused > 60 && refused < years.lines().count() / 4, "{refused}");
}
