//! A scenario: the acts of a year, one a line, each with whether it is accepted and, if not, by which rules it is refused.
//!
//! What must be true at the end is asked by the tests.

use joint_meeting::{Charter, JointMeeting, Submission, answer::Refusal, wire};
use serde::Deserialize;
use serde_json::Value;

/// A line of a scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What is submitted.
    pub submit: Value,
    /// The rules that refuse it, in order; none if it is accepted. `names` where a name is unknown or taken.
    #[serde(default)]
    pub refused_by: Vec<String>,
}

/// Reads a scenario.
pub fn read(name: &str) -> Vec<Line> {
    let path = crate::folder("scenarios").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    let line = |(ix, it): (usize, &str)| {
        serde_json::from_str(it).unwrap_or_else(|why| panic!("{}:{}: {why}", path.display(), ix + 1))
    };
    text.lines().enumerate().map(line).collect()
}

impl Line {
    /// The submission of this line.
    pub fn submission(&self) -> Submission {
        wire::from_str(&self.submit.to_string()).unwrap_or_else(|why| panic!("{}: {why}", self.submit))
    }
}

/// The rules of a refusal, as a scenario names them.
pub fn refused_by(refusal: &Refusal) -> Vec<String> {
    match refusal {
        Refusal::Names { .. } => vec!["names".to_owned()],
        other => other.grounds().iter().map(|it| it.rule.to_owned()).collect(),
    }
}

/// Plays a scenario from the beginning. Each line that does not go as it says is in the list.
pub fn play(charter: Charter, lines: &[Line]) -> (JointMeeting, Vec<String>) {
    let mut body = JointMeeting::new([charter]).expect("one charter makes a body");
    let mut wrong = Vec::new();
    for (ix, line) in lines.iter().enumerate() {
        let found = match body.perform(line.submission()) {
            Ok(_) => Vec::new(),
            Err(refusal) => refused_by(&refusal),
        };
        if found != line.refused_by {
            wrong.push(format!(
                "line {}: {} expected {:?}, found {found:?}",
                ix + 1,
                line.submit,
                line.refused_by
            ));
        }
    }
    (body, wrong)
}
