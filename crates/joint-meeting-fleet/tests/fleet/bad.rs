//! What cannot be read is told where it stands, and stops nothing else.

use std::sync::Arc;

use arrow_array::{ArrayRef, BinaryArray, Int32Array, RecordBatch, StringArray};
use joint_meeting::{Charter, JointMeeting, Language, Submission, wire};
use joint_meeting_fleet::{FleetCharters, FleetError, answer_batch};

use crate::common::{batch, bodies, column, questions, rows};

#[test]
fn a_body_that_cannot_be_read_has_a_row_that_says_why() {
    let bodies = bodies(3);
    let good = bodies.iter().find(|it| it.entries > 20).unwrap();
    let journal = good.journal.as_bytes();
    let torn = &journal[..journal.len() - 40];
    let swapped = {
        let mut lines: Vec<&str> = good.journal.split_inclusive('\n').collect();
        lines.swap(3, 4);
        lines.concat()
    };
    let mut not_utf8 = journal.to_vec();
    let third_line = good.journal.split_inclusive('\n').take(2).map(str::len).sum::<usize>();
    not_utf8[third_line + 5] = 0xFF;
    let unknown = good.journal.replacen(&good.charter, &"0".repeat(64), 1);
    let digest = "f".repeat(64);
    let begins = |it: String| it;
    let last = good.entries + 1;
    let torn_at = begins(format!("journal: line {last} of the journal: torn"));
    type Row<'r> = (Option<&'r str>, Option<&'r [u8]>, Option<&'r str>, &'r str);
    let cases: [Row<'_>; 12] = [
        (Some("torn"), Some(torn), None, &torn_at),
        (Some("swapped"), Some(swapped.as_bytes()), None, "journal: line 4 of the journal: missing: entry 3"),
        (Some("empty"), Some(b""), None, "journal: line 1 of the journal: there is no header"),
        (Some("blank"), Some(b"\n"), None, "journal: line 1 of the journal: "),
        (Some("other"), Some(b"{\"a\": 1}\n"), None, "journal: line 1 of the journal: "),
        (Some("not-utf8"), Some(&not_utf8), None, "journal: line 3 is not UTF-8"),
        (Some("none"), None, None, "journal: there is none"),
        (None, Some(journal), None, "body: it has no name"),
        (Some("unknown"), Some(unknown.as_bytes()), None, "charter: version 1 of "),
        (Some("unknown-digest"), Some(journal), Some(&digest), "charter: `ffff"),
        (
            Some("no-charter"),
            Some(journal),
            Some("nothing-of-the-kind"),
            "charter: `nothing-of-the-kind` is not known",
        ),
        (Some("another"), Some(journal), Some("crime-transfer"), "charter: the journal was begun under "),
    ];
    let mut names: Vec<Option<&str>> = Vec::new();
    let (mut journals, mut charters) = (Vec::new(), Vec::new());
    for (name, journal, charter, _) in &cases {
        // A good one stands between the bad ones.
        names.extend([*name, Some("good")]);
        journals.extend([*journal, Some(good.journal.as_bytes())]);
        charters.extend([*charter, None]);
    }
    let columns: [(&str, ArrayRef); 3] = [
        ("body", Arc::new(StringArray::from(names))),
        ("journal", Arc::new(BinaryArray::from(journals))),
        ("charter", Arc::new(StringArray::from(charters))),
    ];
    let given = RecordBatch::try_from_iter_with_nullable(columns.map(|(name, it)| (name, it, true))).unwrap();
    for question in questions() {
        let of_good = answer_batch(&batch(std::slice::from_ref(good)), &FleetCharters::bundled(), &question);
        let of_good = of_good.unwrap().num_rows();
        let answer = answer_batch(&given, &FleetCharters::bundled(), &question).unwrap();
        assert_eq!(answer.num_rows(), cases.len() * (1 + of_good));
        let (errors, names) = (column(&answer, "error"), column(&answer, "body"));
        for (ix, (name, .., why)) in cases.iter().enumerate() {
            let row = ix * (1 + of_good);
            assert_eq!(names[row], name.unwrap_or("∅"));
            assert!(errors[row].starts_with(why), "{name:?}: {} does not begin with {why}", errors[row]);
            // Nothing else is said of it.
            let rest = rows(&answer)[row].replace(&errors[row], "").replace(&names[row], "");
            assert!(rest.chars().all(|it| matches!(it, '|' | '∅')), "{rest}");
            assert!(errors[row + 1..row + 1 + of_good].iter().all(|it| it == "∅"));
        }
        let in_chinese =
            answer_batch(&given, &FleetCharters::bundled(), &question.clone().said_in(Language::Zh)).unwrap();
        for (zh, en) in column(&in_chinese, "error").iter().zip(&errors).filter(|(_, en)| *en != "∅") {
            // What stands in 「」 is quoted.
            let plain: String = zh.split('「').map(|it| it.rsplit('」').next().unwrap_or_default()).collect();
            let plain = plain.replace("UTF-8", "");
            assert!(!plain.chars().any(|it| it.is_ascii_alphabetic()), "{en} → {zh}");
        }
    }
}

#[test]
fn a_line_that_was_changed_is_found_where_it_is_asked_for() {
    let bodies = bodies(3);
    let mut good = bodies.iter().find(|it| it.entries > 20).unwrap().clone();
    good.journal = good.journal.replacen("\"no\":2,", "\"no\": 2,", 1);
    let (batch, question) = (batch(&[good]), questions().remove(0));
    let errors =
        |question| column(&answer_batch(&batch, &FleetCharters::bundled(), question).unwrap(), "error");
    assert!(errors(&question).iter().all(|it| it == "∅"), "it is trusted");
    assert_eq!(errors(&question.clone().checked()), ["journal: line 3 of the journal: changed"]);
}

#[test]
fn a_column_that_is_missing_or_of_another_type_is_named() {
    let texts = || Arc::new(StringArray::from(vec!["a"])) as ArrayRef;
    let numbers = || Arc::new(Int32Array::from(vec![1])) as ArrayRef;
    let bytes = || Arc::new(BinaryArray::from(vec![&b"a"[..]])) as ArrayRef;
    let ask = |columns: Vec<(&str, ArrayRef)>| {
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        answer_batch(&batch, &FleetCharters::bundled(), &questions()[0]).unwrap_err()
    };
    for (columns, missing, has) in [
        (vec![("body", texts())], "journal", &["body"] as &[&str]),
        (vec![("journal", texts()), ("Body", texts())], "body", &["journal", "Body"]),
    ] {
        match ask(columns) {
            FleetError::NoColumn { column, has: found } => {
                assert_eq!((column, found.as_slice() == has), (missing, true))
            }
            other => panic!("{other}"),
        }
    }
    for (column, columns) in [
        ("body", vec![("body", numbers()), ("journal", texts())]),
        ("body", vec![("body", bytes()), ("journal", texts())]),
        ("journal", vec![("body", texts()), ("journal", numbers())]),
        ("charter", vec![("body", texts()), ("journal", texts()), ("charter", numbers())]),
        ("charter", vec![("body", texts()), ("journal", texts()), ("charter", bytes())]),
    ] {
        match ask(columns) {
            FleetError::ColumnType { column: named, found, accepted } => {
                assert_eq!(named, column);
                assert!(["Int32", "Binary"].contains(&found.as_str()), "{found}");
                assert!(accepted.contains("utf8_view"));
            }
            other => panic!("{other}"),
        }
    }
}

/// The journal of a body that has put a second version into force, and its charters.
fn amended() -> (String, [Charter; 2]) {
    let charters = ["network-market-2016", "network-market-2020"].map(|it| Charter::bundled(it).unwrap());
    let (mut body, done) = conformance::founding::found(&charters).unwrap();
    let version = charters[1].version();
    let last = body.entries().last().unwrap().recorded_at.date();
    let from = last.succ_opt().unwrap();
    // One of those who founded it may put the later version into force.
    let amends = done.iter().find_map(|it| {
        let text = format!(
            r#"{{"act": {{"type": "amend_charter", "version": {version}, "from": "{from}", "basis": "略"}},
                "by": "{}", "at": "{from}T09:00:00+08:00"}}"#,
            it.by
        );
        let amends: Submission = wire::from_str(&text).unwrap();
        body.check(&amends).is_ok().then_some(amends)
    });
    body.perform(amends.unwrap()).unwrap();
    (body.journal().0, charters)
}

#[test]
fn a_version_that_is_not_known_is_not_judged_by_another() {
    let (journal, [first, second]) = amended();
    let columns = |charter: &str| -> RecordBatch {
        let texts = |it: &str| Arc::new(StringArray::from(vec![it])) as ArrayRef;
        let all = [("body", texts("a")), ("journal", texts(&journal)), ("charter", texts(charter))];
        RecordBatch::try_from_iter(all).unwrap()
    };
    let ask = |charters: &FleetCharters, named: &str| {
        answer_batch(&columns(named), charters, &questions()[2]).unwrap()
    };
    let both = FleetCharters::new().with(first.clone()).with(second.clone());
    let named = format!("{} {}", first.digest(), second.digest());
    for named in ["", first.id().as_str(), &named] {
        let answer = ask(&both, named);
        assert_eq!(column(&answer, "error"), ["∅"]);
        assert_eq!(column(&answer, "version"), [second.version().to_string()]);
    }
    for (charters, named) in [(FleetCharters::new().with(first.clone()), ""), (both, first.digest())] {
        let answer = ask(&charters, named);
        let why = &column(&answer, "error")[0];
        assert!(why.contains(second.digest()) && why.contains("which entry "), "{why}");
    }
    // Two files of one version: which of them is meant has to be said.
    let file = joint_meeting::charters::get("network-market-2020").unwrap();
    let other = Charter::from_json(&(file.to_owned() + "\n")).unwrap();
    let three = FleetCharters::new().with(first.clone()).with(second).with(other);
    assert!(column(&ask(&three, ""), "error")[0].starts_with("charter: there are several files of version "));
    assert_eq!(column(&ask(&three, &named), "error"), ["∅"]);
    let body = JointMeeting::replay([first], &journal);
    assert!(body.is_ok(), "the library itself leaves that to the host");
}
