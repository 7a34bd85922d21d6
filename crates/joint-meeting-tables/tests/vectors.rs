//! Rosters as data, for every language: rows in, and the acts, the faults and how much is the same out.

mod common;

use common::body;
use joint_meeting_tables::{Entering, RosterError, Sheet, SheetCell, changes_of};
use serde_json::{Value, json};

#[test]
fn rosters_change_a_body_as_the_vectors_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/tables/changes.json");
    let vectors: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let body = body(vectors["given"].as_str().unwrap());
    for case in vectors["cases"].as_array().unwrap() {
        let rows: Vec<Vec<SheetCell>> = serde_json::from_value(case["rows"].clone()).unwrap();
        let entering = Entering::new(case["at"].as_str().unwrap().parse().unwrap());
        let then = &case["then"];
        let found = match changes_of(&[Sheet::of_rows("", rows).unwrap()], &body, None, &entering) {
            Ok(it) => {
                let acts: Vec<Value> = it.acts.iter().map(|it| json!(it.submission.act)).collect();
                json!({ "acts": acts, "same": it.same.len() })
            }
            Err(RosterError::Faults { faults, .. }) => {
                // What a case does not speak of is not looked at.
                let spoken = then["faults"].as_array().into_iter().flatten();
                let told =
                    faults.iter().zip(spoken.map(Some).chain(std::iter::repeat(None))).map(|(it, of)| {
                        let mut told = json!(it);
                        if let (Some(told), Some(Value::Object(of))) = (told.as_object_mut(), of) {
                            told.retain(|key, _| of.contains_key(key));
                        }
                        told
                    });
                json!({ "faults": told.collect::<Vec<_>>() })
            }
            Err(why) => panic!("{}: {why}", case["name"]),
        };
        assert_eq!(found, *then, "{}", case["name"]);
    }
}
