//! Bad input at the wire: a typed error that names the place, and nothing changed. The table is data: `malformed.json`.

use conformance::vector;
use joint_meeting::{Charter, JointMeeting, Submission, id, journal, wire};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    door: String,
    input: String,
    path: String,
}

fn founded() -> JointMeeting {
    let mut body =
        JointMeeting::new([vector::charter("nankai-dog-2022", &Default::default(), &Default::default())])
            .unwrap();
    let founding = json!({
        "act": {"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": [
            {"post": "deputy-head", "person": "p1"}, {"post": "order-head", "person": "p2"}]},
        "by": "p1", "at": "2022-04-21T09:00:00+08:00"
    });
    body.perform(wire::from_str(&founding.to_string()).unwrap()).unwrap();
    body
}

#[test]
fn malformed_input_is_named_by_its_place() {
    let cases: Vec<Case> = vector::read(&conformance::folder("malformed.json"));
    let mut wrong = Vec::new();
    for case in &cases {
        assert_eq!(case.door, "submission", "{}", case.name);
        match wire::from_str::<Submission>(&case.input) {
            Ok(_) => wrong.push(format!("{}: accepted", case.name)),
            Err(it) if it.path != case.path => {
                wrong.push(format!("{}: expected {}, found {it}", case.name, case.path))
            }
            Err(_) => {}
        }
    }
    println!("{} malformed inputs", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sizes_are_bounded_at_the_limit_and_not_before() {
    let submission = |name: &str, unit: &str| {
        json!({"act": {"type": "rename_unit", "unit": unit, "name": name, "basis": "x", "from": "2022-06-01"},
               "by": "p2", "at": "2022-06-01T09:00:00+08:00"})
        .to_string()
    };
    assert!(wire::from_str::<Submission>(&submission(&"x".repeat(id::TEXT_MAX), "health")).is_ok());
    assert!(wire::from_str::<Submission>(&submission(&"x".repeat(id::TEXT_MAX + 1), "health")).is_err());
    assert!(wire::from_str::<Submission>(&submission("x", &"u".repeat(id::ID_MAX))).is_ok());
    assert!(wire::from_str::<Submission>(&submission("x", &"u".repeat(id::ID_MAX + 1))).is_err());

    type Any = serde_json::Map<String, serde_json::Value>;
    let deep = |depth: usize| format!("{}1{}", "{\"x\":".repeat(depth), "}".repeat(depth));
    assert!(wire::from_str::<Any>(&deep(wire::DEPTH_MAX)).is_ok());
    assert!(wire::from_str::<Any>(&deep(wire::DEPTH_MAX + 1)).is_err());
    assert!(wire::from_str::<Any>(&deep(150_000)).is_err());

    let long = |bytes: usize| format!("{{\"x\":\"{}\"}}", "x".repeat(bytes - 8));
    assert!(wire::from_str::<Any>(&long(wire::LINE_MAX)).is_ok());
    assert!(wire::from_str::<Any>(&long(wire::LINE_MAX + 1)).is_err());
    assert!(wire::from_slice::<Any>(b"{\"x\":\"\xff\"}").is_err());
}

#[test]
fn a_bad_charter_is_refused_with_its_place() {
    let good: serde_json::Value =
        serde_json::from_str(joint_meeting::charters::get("nankai-dog-2022").unwrap()).unwrap();
    let at = |id: &str| {
        let clauses = good["clauses"].as_array().unwrap();
        clauses.iter().position(|it| it["id"] == id).unwrap_or_else(|| panic!("{id}"))
    };
    type Change = Box<dyn Fn(&mut serde_json::Value)>;
    let clause = |id: &str, key: &'static str, value: serde_json::Value| -> Change {
        let ix = at(id);
        Box::new(move |it| it["clauses"][ix][key] = value.clone())
    };
    let sets = |id: &str, key: &'static str, value: serde_json::Value| -> Change {
        let ix = at(id);
        Box::new(move |it| it["clauses"][ix]["sets"][key] = value.clone())
    };
    let reads = |id: &str, key: &'static str, value: serde_json::Value| -> Change {
        let ix = at(id);
        Box::new(move |it| it["clauses"][ix]["readings"][key] = value.clone())
    };
    let head = |key: &'static str, value: serde_json::Value| -> Change {
        Box::new(move |it| it[key] = value.clone())
    };
    let issued = at("N-6");
    let cases: Vec<(&str, Change, &str, &str)> = vec![
        ("another format", head("format", json!(2)), "format", "format"),
        ("an offset that is none", head("offset", json!("Asia/Shanghai")), "offset", "offset"),
        ("an unknown key", head("colour", json!("red")), "colour", "json"),
        ("no units", head("units", json!("x")), "units", "json"),
        ("a version that is text", head("version", json!("1")), "version", "json"),
        (
            "in force before it was issued",
            Box::new(move |it: &mut serde_json::Value| {
                for clause in it["clauses"].as_array_mut().unwrap() {
                    if let Some(silent) = clause.get_mut("silent").and_then(serde_json::Value::as_array_mut) {
                        silent.retain(|it| it != "charter.effective_from");
                    }
                }
                it["clauses"][issued]["sets"] = json!({"charter.effective_from": "2022-01-01"});
            }),
            "charter.effective_from",
            "dates_out_of_order",
        ),
        (
            "bound by what nobody knows",
            head("governed_by", json!(["city-rule"])),
            "governed_by",
            "no_general",
        ),
        ("an unknown rule", clause("T-3", "rules", json!(["minutes.are_blue"])), "T-3", "unknown_rule"),
        (
            "a rule twice",
            clause("M-6", "rules", json!(["actor.is_office", "actor.is_office"])),
            "M-6",
            "duplicate",
        ),
        ("no key phrase", clause("T-3", "key", json!(null)), "T-3", "no_key"),
        ("a long key phrase", clause("T-3", "key", json!("长".repeat(25))), "T-3", "long_key"),
        ("a clause twice", clause("T-3", "id", json!("T-2")), "clauses", "duplicate"),
        ("an unknown act", clause("F-4", "served_by", json!(["inspect_street"])), "F-4", "unknown_act"),
        ("an unknown setting", sets("M-3", "unit.leader", json!(["police"])), "M-3", "unknown_setting"),
        ("an unknown silence", clause("T-3", "silent", json!(["unit.leader"])), "T-3", "unknown_setting"),
        ("a setting twice", sets("T-3", "unit.lead", json!(["police"])), "", "set_twice"),
        ("a setting fixed and silent", clause("T-3", "silent", json!(["unit.lead"])), "", "set_twice"),
        ("a setting of another shape", sets("M-3", "unit.lead", json!("police")), "M-3", "bad_setting"),
        ("an undefined unit", sets("M-3", "unit.lead", json!(["fire"])), "unit.lead", "undefined_unit"),
        (
            "an undefined post",
            sets("M-4", "role.conveners", json!([{"post": "chief"}])),
            "role.conveners",
            "undefined_post",
        ),
        (
            "a day no year has",
            sets("R-3", "report.due", json!({"month": 2, "day": 30})),
            "report.due",
            "no_such_day",
        ),
        (
            "an unknown reading",
            reads("R-3", "report.due_date", json!({"fixed": "inclusive"})),
            "R-3",
            "unknown_reading",
        ),
        (
            "an unknown option",
            reads("R-3", "report.due_day", json!({"fixed": "later"})),
            "R-3",
            "unknown_option",
        ),
        (
            "a suggestion that is not open",
            reads(
                "R-3",
                "report.due_day",
                json!({"open": {"options": ["exclusive", "rolled"], "suggested": "inclusive"}}),
            ),
            "R-3",
            "contradictory",
        ),
        (
            "two clauses that read differently",
            reads("T-3", "report.due_day", json!({"fixed": "exclusive"})),
            "",
            "contradictory",
        ),
    ];
    let mut wrong = Vec::new();
    for (name, change, place, problem) in &cases {
        let mut file = good.clone();
        change(&mut file);
        match Charter::from_json(&file.to_string()) {
            Ok(_) => wrong.push(format!("{name}: accepted")),
            Err(errors) => {
                let found = errors.0.iter().any(|it| {
                    (place.is_empty() || it.place == *place) && json!(it.problem)["type"] == *problem
                });
                if !found {
                    wrong.push(format!("{name}: expected {problem} at {place}, found {errors}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_setting_that_a_rule_needs_must_be_fixed_or_silent() {
    let mut file: serde_json::Value =
        serde_json::from_str(joint_meeting::charters::get("nankai-dog-2022").unwrap()).unwrap();
    for clause in file["clauses"].as_array_mut().unwrap() {
        if let Some(sets) = clause["sets"].as_object_mut() {
            sets.remove("report.parts");
        }
        if let Some(readings) = clause["readings"].as_object_mut() {
            readings.remove("report.due_day");
        }
        clause.as_object_mut().unwrap().retain(|_, it| !it.is_null());
    }
    let errors = Charter::from_json(&file.to_string()).unwrap_err();
    let found = |problem: &str| errors.0.iter().any(|it| json!(it.problem)["type"] == problem);
    assert!(found("unset"), "{errors}");
    assert!(found("unread"), "{errors}");
}

#[test]
fn refused_and_malformed_input_changes_nothing() {
    let mut body = founded();
    let before = body.clone();
    let cases: Vec<Case> = vector::read(&conformance::folder("malformed.json"));
    for case in cases {
        if let Ok(submission) = wire::from_str::<Submission>(&case.input) {
            let _ = body.perform(submission);
        }
    }
    assert_eq!(body, before);
    let (text, head) = body.journal();
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head));
}

/// A question about all time is answered for the years that can be written down, and soon.
#[test]
fn far_dates_are_answered_in_bounded_time() {
    use joint_meeting::time::{Date, Period};
    let charter = vector::charter("petition-shizi-2021", &Default::default(), &Default::default());
    let body = JointMeeting::new([charter]).unwrap();
    let (from, to): (Date, Date) = ("0001-01-01".parse().unwrap(), "9999-12-31".parse().unwrap());
    let audit = body.audit(Period { from, to }, to);
    let judgements: usize = audit.clauses.iter().map(|it| it.judgements.len()).sum();
    assert!(judgements < 100_000, "{judgements}");
    assert!(audit.clauses.iter().flat_map(|it| &it.judgements).all(|it| {
        it.due.as_ref().is_none_or(|due| {
            due.date >= "1949-01-01".parse().unwrap() && due.date <= "2200-01-31".parse().unwrap()
        })
    }));
    assert!(body.obligations(to, u32::MAX).len() < 100_000);
    assert!(body.obligations(from, u32::MAX).len() < 100_000);
    assert_eq!(body.register(from).units, body.register(to).units);
}
