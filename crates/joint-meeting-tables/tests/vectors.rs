//! Rosters as data, for every language: rows in, and the acts, the faults and how much is the same or vacant out.

mod common;

use common::body;
use joint_meeting::Charter;
use joint_meeting_tables::{
    Entering, ProposedAct, RosterError, RosterFault, Sheet, SheetCell, changes_of, founding_of,
};
use serde_json::{Value, json};

fn vectors(name: &str) -> Value {
    let path = format!("{}/../../tests/tables/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The sheet of a case, and how it is entered.
fn asked(case: &Value) -> (Vec<Sheet>, Entering) {
    let rows: Vec<Vec<SheetCell>> = serde_json::from_value(case["rows"].clone()).unwrap();
    let entering = Entering::new(case["at"].as_str().unwrap().parse().unwrap());
    (vec![Sheet::of_rows("", rows).unwrap()], entering)
}

fn acts(all: &[ProposedAct]) -> Vec<Value> {
    all.iter().map(|it| json!(it.submission.act)).collect()
}

fn told(why: RosterError, case: &Value) -> Value {
    match why {
        RosterError::NoBody => json!({ "no_body": true }),
        RosterError::Faults { faults, .. } => json!({ "faults": spoken(&faults, &case["then"]["faults"]) }),
        why => panic!("{}: {why}", case["name"]),
    }
}

/// Of the faults that of which a case speaks.
fn spoken(faults: &[RosterFault], of: &Value) -> Vec<Value> {
    let of = of.as_array().into_iter().flatten().map(Some).chain(std::iter::repeat(None));
    let told = faults.iter().zip(of).map(|(it, of)| {
        let mut told = json!(it);
        if let (Some(told), Some(Value::Object(of))) = (told.as_object_mut(), of) {
            told.retain(|key, _| of.contains_key(key));
        }
        told
    });
    told.collect()
}

#[test]
fn rosters_change_a_body_as_the_vectors_say() {
    let vectors = vectors("changes");
    let body = body(vectors["given"].as_str().unwrap());
    for case in vectors["cases"].as_array().unwrap() {
        let (sheets, entering) = asked(case);
        let found = match changes_of(&sheets, &body, None, &entering) {
            Ok(it) => json!({ "acts": acts(&it.acts), "same": it.same.len() }),
            Err(why) => told(why, case),
        };
        assert_eq!(found, case["then"], "{}", case["name"]);
    }
}

#[test]
fn rosters_found_a_body_as_the_vectors_say() {
    for case in vectors("founding")["cases"].as_array().unwrap() {
        let charter = Charter::bundled(case["charter"].as_str().unwrap()).unwrap();
        let (sheets, entering) = asked(case);
        let found = match founding_of(&sheets, &charter, &entering) {
            Ok(it) => json!({ "acts": acts(&it.acts), "vacant": it.vacant.len() }),
            Err(why) => told(why, case),
        };
        assert_eq!(found, case["then"], "{}", case["name"]);
    }
}
