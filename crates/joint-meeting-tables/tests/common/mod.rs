//! What the tests share: a body with its members and liaison officers, from the acts with which the vectors begin.
#![allow(dead_code, reason = "not every test needs all of it")]

use joint_meeting::{Charter, JointMeeting, Submission, wire};
use serde_json::Value;

/// A body whose first acts are those of this name in the vectors.
pub(crate) fn body(given: &str) -> JointMeeting {
    let mut body = JointMeeting::new([Charter::bundled("nankai-dog-2022").unwrap()]).unwrap();
    for it in acts(given) {
        body.perform(it).unwrap();
    }
    body
}

fn acts(given: &str) -> Vec<Submission> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/given/body.json");
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut done = Vec::new();
    for it in all[given].as_array().unwrap() {
        match it.as_str() {
            Some(before) => done.extend(acts(before)),
            None => done.push(wire::from_str(&it.to_string()).unwrap()),
        }
    }
    done
}
