//! The rows are those of the bodies one by one, and do not depend on how they are asked.

use std::{collections::BTreeSet, sync::Arc};

use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray, LargeStringArray, NullArray,
    RecordBatch, StringArray, StringViewArray,
};
use joint_meeting::{
    Charter, JointMeeting,
    answer::{Audit, Bearer, Verdict},
};
use joint_meeting_fleet::{
    FleetCharters, FleetQuestion, answer_batch, audit_batch, charters_batch, obligations_batch,
};
use rayon::ThreadPoolBuilder;

use crate::common::{batch, bodies, column, day, questions, rows, year};

/// What a row has to say of who bears something.
fn said_of(bearer: &Bearer) -> String {
    match bearer {
        Bearer::Body => "body|∅|∅".to_owned(),
        Bearer::Role { role } => format!("role|∅|{}", role.word()),
        Bearer::Unit { unit } => format!("unit|{unit}|∅"),
    }
}

/// The rows of an audit, written down from the audit itself.
fn expected(name: &str, charter: &Charter, audit: &Audit) -> Vec<String> {
    let mut rows = Vec::new();
    for of in &audit.clauses {
        let at = &charter.clause(of.clause.as_str()).unwrap().at;
        let head =
            format!("{name}|{}|{}|{}|{at}|{}", charter.id(), charter.version(), of.clause, of.verdict.word());
        if of.judgements.is_empty() {
            rows.push(format!("{head}|∅|∅|∅|∅|∅|{}|∅||∅|∅", of.verdict.word()));
        }
        for it in &of.judgements {
            let entries: Vec<String> = it.evidence.iter().map(u32::to_string).collect();
            rows.push(format!(
                "{head}|{}|{}|{}|{}|{}|{}|{}|∅",
                it.rule,
                said_of(&it.bearer),
                it.subject.as_deref().unwrap_or("∅"),
                it.verdict.word(),
                it.due.as_ref().map_or("∅".to_owned(), |it| it.date.to_string()),
                entries.join(" "),
                it.finding.as_ref().map_or("∅".to_owned(), |it| serde_json::to_string(it).unwrap()),
            ));
        }
    }
    rows
}

#[test]
fn an_audit_of_many_is_the_audit_of_each() {
    let (bodies, on) = (bodies(64), day("2023-01-15"));
    let charters = FleetCharters::bundled();
    let mut one_by_one = Vec::new();
    let mut under = BTreeSet::new();
    for it in &bodies {
        let charter = charters.get(&it.charter).unwrap().clone();
        let body = JointMeeting::replay([charter.clone()], &it.journal).unwrap();
        under.insert(charter.id().to_string());
        one_by_one.extend(expected(&it.name, &charter, &body.audit(year(), on)));
    }
    assert!(under.len() > 3, "bodies under several charters: {under:?}");
    let answer = audit_batch(&batch(&bodies), &charters, year(), on).unwrap();
    assert_eq!(rows(&answer), one_by_one);
    for verdict in ["met", "unmet", "not_applicable"] {
        assert!(column(&answer, "verdict").iter().any(|it| it == verdict), "{verdict}");
    }
    let checked = FleetQuestion::audit(year(), on).checked();
    assert_eq!(rows(&answer_batch(&batch(&bodies), &charters, &checked).unwrap()), one_by_one);
}

#[test]
fn what_many_owe_is_what_each_owes() {
    let (bodies, on) = (bodies(48), day("2022-11-20"));
    let charters = FleetCharters::bundled();
    let mut one_by_one = Vec::new();
    for it in &bodies {
        let charter = charters.get(&it.charter).unwrap().clone();
        let body = JointMeeting::replay([charter.clone()], &it.journal).unwrap();
        for owed in body.obligations(on, 60) {
            let (due, safe, provisional) = owed.due.as_ref().map_or_else(
                || ("∅".to_owned(), "∅".to_owned(), "∅".to_owned()),
                |it| (it.date.to_string(), it.safe.to_string(), it.provisional.to_string()),
            );
            let by: Vec<&str> = owed.fulfilled_by.iter().map(|it| it.name()).collect();
            one_by_one.push(format!(
                "{}|{}|{}|{}|{}|{}|{}|{}|{}|{due}|{safe}|{provisional}|{}|{}|{}|∅",
                it.name,
                charter.id(),
                owed.version,
                owed.clause,
                charter.clause(owed.clause.as_str()).unwrap().at,
                owed.rule,
                said_of(&owed.bearer),
                owed.subject.as_deref().unwrap_or("∅"),
                owed.verdict.word(),
                owed.overdue,
                by.join(" "),
                owed.finding.as_ref().map_or("∅".to_owned(), |it| serde_json::to_string(it).unwrap()),
            ));
        }
    }
    assert!(one_by_one.len() > 100);
    assert_eq!(rows(&obligations_batch(&batch(&bodies), &charters, on, 60).unwrap()), one_by_one);
}

#[test]
fn a_charter_that_differs_is_told_with_what_differs() {
    let file = joint_meeting::charters::get("nankai-dog-2022").unwrap();
    let changed =
        Charter::from_json(&file.replace(r#"{"month": 12, "day": 25}"#, r#"{"month": 11, "day": 30}"#))
            .unwrap();
    let journal = JointMeeting::new([changed.clone()]).unwrap().journal().0;
    let mut all = bodies(8);
    all[0].journal = journal;
    all[0].charter = changed.digest().to_owned();
    let charters = FleetCharters::bundled().with(changed.clone());
    let answer = charters_batch(&batch(&all), &charters, day("2022-11-20")).unwrap();
    assert_eq!(answer.num_rows(), all.len());
    assert_eq!(column(&answer, "digest"), all.iter().map(|it| it.charter.clone()).collect::<Vec<_>>());
    let bundled = Charter::bundled("nankai-dog-2022").unwrap();
    let diff = bundled.diff(&changed);
    let told = |name: &str| column(&answer, name)[0].clone();
    assert_eq!(told("bundled"), "nankai-dog-2022");
    assert_eq!(told("clauses"), diff.clauses[0].id);
    assert_eq!(told("settings"), diff.settings[0].setting.name());
    assert!(told("rules").contains("report.yearly"));
    let differs = column(&answer, "differs");
    assert_eq!(differs[0], "true");
    assert!(differs[1..].iter().all(|it| it == "false"), "{differs:?}");
}

#[test]
fn threads_and_batches_change_nothing() {
    let bodies = bodies(70);
    let (whole, charters) = (batch(&bodies), FleetCharters::bundled());
    for question in questions() {
        let threads = |count| ThreadPoolBuilder::new().num_threads(count).build().unwrap();
        let one = threads(1).install(|| answer_batch(&whole, &charters, &question)).unwrap();
        assert!(one.num_rows() >= bodies.len());
        for count in [2, 5] {
            let many = threads(count).install(|| answer_batch(&whole, &charters, &question)).unwrap();
            assert_eq!(one, many, "{count} threads");
        }
        for size in [1, 17, 69] {
            let parts = (0..bodies.len()).step_by(size).flat_map(|from| {
                let part = whole.slice(from, size.min(bodies.len() - from));
                rows(&answer_batch(&part, &charters, &question).unwrap())
            });
            assert_eq!(parts.collect::<Vec<_>>(), rows(&one), "batches of {size}");
        }
    }
    let none = answer_batch(&whole.slice(0, 0), &charters, &questions()[0]).unwrap();
    assert_eq!((none.num_rows(), none.num_columns()), (0, 16));
}

#[test]
fn texts_and_bytes_come_in_whatever_type() {
    let bodies = bodies(6);
    let texts: Vec<&str> = bodies.iter().map(|it| it.journal.as_str()).collect();
    let bytes: Vec<&[u8]> = texts.iter().map(|it| it.as_bytes()).collect();
    let names: Vec<&str> = bodies.iter().map(|it| it.name.as_str()).collect();
    let journals: [ArrayRef; 6] = [
        Arc::new(StringArray::from(texts.clone())),
        Arc::new(LargeStringArray::from(texts.clone())),
        Arc::new(StringViewArray::from(texts)),
        Arc::new(BinaryArray::from(bytes.clone())),
        Arc::new(LargeBinaryArray::from(bytes.clone())),
        Arc::new(BinaryViewArray::from(bytes)),
    ];
    let named: [ArrayRef; 3] = [
        Arc::new(StringArray::from(names.clone())),
        Arc::new(LargeStringArray::from(names.clone())),
        Arc::new(StringViewArray::from(names)),
    ];
    let charters = FleetCharters::bundled();
    let expected = answer_batch(&batch(&bodies), &charters, &questions()[0]).unwrap();
    for (ix, journal) in journals.into_iter().enumerate() {
        let nothing: ArrayRef = Arc::new(NullArray::new(bodies.len()));
        let columns = [("journal", journal), ("charter", nothing), ("body", named[ix % 3].clone())];
        let batch =
            RecordBatch::try_from_iter_with_nullable(columns.map(|(name, it)| (name, it, true))).unwrap();
        assert_eq!(answer_batch(&batch, &charters, &questions()[0]).unwrap(), expected, "{ix}");
    }
}

#[test]
fn only_the_verdicts_that_are_wanted_have_rows() {
    let bodies = bodies(24);
    let (batch, charters) = (batch(&bodies), FleetCharters::bundled());
    let question = FleetQuestion::audit(year(), day("2023-01-15"));
    let all = answer_batch(&batch, &charters, &question).unwrap();
    let some = answer_batch(&batch, &charters, &question.only([Verdict::Unmet, Verdict::Disputed])).unwrap();
    let of = |it: &RecordBatch| rows(it).into_iter().zip(column(it, "verdict")).collect::<Vec<_>>();
    let mut expected = of(&all);
    expected.retain(|(_, it)| ["unmet", "disputed"].contains(&it.as_str()));
    assert!(!expected.is_empty() && expected.len() < all.num_rows());
    assert_eq!(of(&some), expected);
    assert_eq!(some.column_by_name("error").unwrap().null_count(), some.num_rows());
}
