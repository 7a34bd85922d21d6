//! What a host of an engine of policies has to know and to keep: it is taken from the journal here.

use std::fmt;

use joint_meeting::{JointMeeting, Submission, wire};
use serde_json::{Value, json};

/// A question, and what all have to answer.
pub struct Question {
    pub submission: Submission,
    pub by: String,
    pub minutes: String,
    pub kind: String,
    pub recipients: Vec<String>,
    pub expected: bool,
}

/// The people of the office, and what became of each set of minutes: as JSON, as a host would keep it.
pub struct Facts(pub Value);

/// The scenario's year until just before its second document goes out, and the question whether it may: as it was put, and with
/// a unit concerned left out of the recipients.
pub fn scenario() -> (JointMeeting, [Question; 2]) {
    let lines = include_str!("../../scenarios/nankai-2022.jsonl").lines();
    let mut body = JointMeeting::bundled("nankai-dog-2022").expect("it comes with the library");
    for line in lines {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        let submit = &line["submit"];
        if submit["act"]["document"] == "d2" && line["refused_by"].is_null() {
            let mut short = submit.clone();
            short["act"]["recipients"].as_array_mut().expect("a list").pop();
            return (body, [question(submit, true), question(&short, false)]);
        }
        let submission: Submission = wire::from_str(&submit.to_string()).expect("a submission");
        let _ = body.perform(submission);
    }
    panic!("the scenario has a second document");
}

fn question(submit: &Value, expected: bool) -> Question {
    let act = &submit["act"];
    Question {
        submission: wire::from_str(&submit.to_string()).expect("a submission"),
        by: text(&submit["by"]),
        minutes: text(&act["minutes"]),
        kind: text(&act["kind"]),
        recipients: texts(&act["recipients"]),
        expected,
    }
}

impl Facts {
    /// What the entries of a body say of its minutes.
    pub fn of(body: &JointMeeting) -> Self {
        let entries: Vec<Value> =
            body.entries().iter().map(|it| serde_json::from_str(&wire::to_string(it)).expect("JSON")).collect();
        let acts = |kind: &'static str| entries.iter().map(|it| &it["act"]).filter(move |it| it["type"] == kind);
        let mut minutes = serde_json::Map::new();
        for drafted in acts("draft_minutes") {
            let name = text(&drafted["minutes"]);
            let of_it = |kind| acts(kind).filter(|it| it["minutes"] == drafted["minutes"]);
            let units = |kind| of_it(kind).map(|it| text(&it["unit"])).collect::<Vec<String>>();
            let attended = acts("record_attendance").filter(|it| it["meeting"] == drafted["meeting"]);
            let present: Vec<String> = attended
                .flat_map(|it| it["present"].as_array().into_iter().flatten())
                .map(|it| text(&it["unit"]))
                .collect();
            minutes.insert(
                name,
                json!({
                    "asked": present, "concerned": present, "consented": units("consent"),
                    "countersigned": units("countersign"), "numbered": of_it("allot_number").next().is_some(),
                    "issued": of_it("issue_document").next().is_some(),
                }),
            );
        }
        Self(json!({ "office": ["p2", "p3"], "minutes": minutes }))
    }

    /// Facts as a host would send them.
    pub fn read(json: &str) -> Self {
        Self(serde_json::from_str(json).expect("it was written here"))
    }
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}
