//! A body with as many units and matters as lists can have: what is asked of it would fill a book, if all combinations were made.

use joint_meeting::{
    Charter, JointMeeting, charters,
    chrono::{DateTime, FixedOffset, TimeDelta},
    wire,
};
use serde_json::{Value, json};

/// Where such a body stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Every matter is discussed at the open meeting.
    Discussed,
    /// Every matter is agreed, and the meeting is closed.
    Agreed,
}

/// A person who speaks for every unit.
pub const SPEAKER: &str = "p9";

/// A person of the office.
pub const OFFICE: &str = "p3";

/// A charter with so many member units.
pub fn charter(units: usize) -> Charter {
    let mut file: Value =
        serde_json::from_str(charters::get("nankai-dog-2022").expect("it is bundled")).expect("it is JSON");
    let all = file["units"].as_array_mut().expect("it has units");
    let more: Vec<String> = (all.len()..=units).map(|no| format!("unit-{no}")).collect();
    all.extend(more.iter().map(|it| json!({"id": it, "zh": it, "en": it, "kind": "government"})));
    for clause in file["clauses"].as_array_mut().expect("it has clauses") {
        let members = clause.get_mut("sets").and_then(|it| it.get_mut("unit.members"));
        if let Some(members) = members.and_then(Value::as_array_mut) {
            members.extend(more.iter().map(|it| json!(it)));
        }
    }
    Charter::from_json(&file.to_string()).expect("it is a charter")
}

/// A body with so many units and matters.
pub fn body(units: usize, items: usize, stage: Stage) -> JointMeeting {
    let charter = charter(units);
    let members: Vec<String> = charter
        .settings()
        .members
        .fixed()
        .expect("they are listed")
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut doing = Doing {
        body: JointMeeting::new([charter]).expect("one charter makes a body"),
        at: moment("2022-04-21T09:00:00+08:00"),
    };
    let posts = [("deputy-head", "p1"), ("order-head", "p2"), ("order-staff", OFFICE)];
    let posts = posts.iter().map(|(post, person)| json!({"post": post, "person": person}));
    let seats = members.iter().map(|it| json!({"post": "responsible", "unit": it, "person": SPEAKER}));
    let holders: Vec<Value> = posts.chain(seats).collect();
    let adopted =
        json!({"type": "adopt_charter", "charter": "nankai-dog-2022", "version": 1, "holders": holders});
    doing.perform(&adopted, "p1");
    for unit in members.iter().filter(|it| *it != "police") {
        let named = json!({"type": "name_member", "unit": unit, "person": SPEAKER, "post": "head",
            "rank": "division", "portfolio": true});
        doing.perform(&named, SPEAKER);
    }
    let agenda: Vec<String> = (1..=items).map(|no| format!("item-{no}")).collect();
    for item in &agenda {
        let put = json!({"type": "add_agenda_item", "item": item, "title": item, "kind": "decision",
            "unit": "health", "concerned": ["health"], "proposal": item});
        doing.perform(&put, SPEAKER);
    }
    let told = json!({"type": "add_agenda_item", "item": "state", "title": "state", "kind": "state_of_work"});
    doing.perform(&told, OFFICE);
    let agenda: Vec<String> = ["state".to_owned()].into_iter().chain(agenda).collect();
    let called = json!({"type": "convene", "meeting": "m1", "kind": "plenary", "units": members, "agenda": agenda,
        "held_at": "2022-05-12T09:00:00+08:00", "approved_by": "p1"});
    doing.perform(&called, OFFICE);
    doing.at = moment("2022-05-12T09:00:00+08:00");
    doing.perform(&json!({"type": "open_meeting", "meeting": "m1"}), "p1");
    let person = |unit: &String| if unit == "police" { "p1" } else { SPEAKER };
    let present: Vec<Value> =
        members.iter().map(|it| json!({"unit": it, "person": person(it), "capacity": "member"})).collect();
    doing.perform(&json!({"type": "record_attendance", "meeting": "m1", "present": present}), OFFICE);
    for item in &agenda {
        doing.perform(&json!({"type": "discuss", "meeting": "m1", "item": item}), "p1");
        if stage == Stage::Agreed && item != "state" {
            doing.perform(&json!({"type": "agree", "meeting": "m1", "item": item, "tasks": []}), "p1");
        }
    }
    if stage == Stage::Agreed {
        doing.perform(&json!({"type": "close_meeting", "meeting": "m1"}), "p1");
    }
    doing.body
}

/// A body to which something happens every ten seconds.
struct Doing {
    body: JointMeeting,
    at: DateTime<FixedOffset>,
}

impl Doing {
    fn perform(&mut self, act: &Value, by: &str) {
        let submission = json!({"act": act, "by": by, "at": self.at.to_rfc3339()}).to_string();
        let submission = wire::from_str(&submission).unwrap_or_else(|why| panic!("{submission}: {why}"));
        self.body.perform(submission).unwrap_or_else(|why| panic!("{act}: {why:?}"));
        self.at += TimeDelta::seconds(10);
    }
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}
