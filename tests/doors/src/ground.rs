//! The bodies on which input is tried: one that was just founded, and one in the middle and at the end of its year.

use std::sync::LazyLock;

use joint_meeting::{Charter, JointMeeting, Submission, wire};
use serde_json::Value;

use crate::folder;

/// The bodies, the youngest first.
pub(crate) fn bodies() -> &'static [JointMeeting] {
    static BODIES: LazyLock<Vec<JointMeeting>> = LazyLock::new(|| {
        let submissions = submissions();
        let body = |part: usize| {
            let mut body = JointMeeting::new([charter()]).expect("one charter makes a body");
            submissions.iter().take(part).for_each(|it| drop(body.perform(it.clone())));
            body
        };
        vec![body(4), body(submissions.len() / 2), body(submissions.len())]
    });
    &BODIES
}

/// Their charter.
pub(crate) fn charter() -> Charter {
    Charter::bundled("nankai-dog-2022").expect("it loads")
}

/// What was handed in during the year.
pub(crate) fn submissions() -> Vec<Submission> {
    let text = std::fs::read_to_string(folder("scenarios/nankai-2022.jsonl")).expect("it can be read");
    let line = |it: &str| {
        let line: Value = serde_json::from_str(it).expect("a line is JSON");
        wire::from_str(&line["submit"].to_string()).expect("it is well formed")
    };
    text.lines().map(line).collect()
}
