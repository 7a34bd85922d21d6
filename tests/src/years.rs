//! The year of a scenario, as often as one likes: the same acts again, a year later, with new names for new things.
//!
//! `acts` repeats whatever can be repeated. After the scenario's year other people hold the posts and another unit is a member, so
//! that much of it goes otherwise later. `alike` leaves that out, so that each year goes and ends as the first does.
//! What is measured with it is in `bin/bench.rs` and `bin/memory.rs`.

use std::collections::BTreeSet;

use joint_meeting::{Charter, JointMeeting, Submission, wire};
use serde_json::Value;

use crate::scenario::{self, Line};

/// The scenario that is repeated.
pub const SCENARIO: &str = "nankai-2022.jsonl";

/// The acts that make a thing, and where they name it.
const MAKES: &[(&str, &str)] = &[
    ("request_meeting", "request"),
    ("convene", "meeting"),
    ("add_agenda_item", "item"),
    ("draft_minutes", "minutes"),
    ("issue_document", "document"),
    ("issue_briefing", "bulletin"),
    ("issue_circular", "bulletin"),
    ("assign", "assignment"),
    ("form_working_group", "group"),
    ("plan_joint_action", "action"),
    ("record_inspection", "inspection"),
    ("enter_register_item", "register_item"),
    ("open_data_channel", "channel"),
    ("open_opinion_case", "case"),
    ("accept_assigned_matter", "matter"),
    ("record_child", "child"),
];

/// Acts of the founding, which are done once.
const FOUNDS: &[&str] =
    &["adopt_charter", "choose_reading", "fill_post", "name_liaison_officer", "name_member"];

/// Acts after which other units or persons meet.
const TAKES_OVER: &[&str] = &["admit_unit", "rename_unit", "vacate_post"];

/// In so many years that follow each other a line has to go as it should.
const TRIED: i32 = 3;

/// Who does, where nobody takes over a post, what a successor does in the scenario.
const STAYS: &[(&str, &str)] = &[("p4", "p3"), ("p6", "p1"), ("p43", "p23"), ("p45", "p35")];

/// Acts in order, each with whether it is accepted.
pub type Acts = Vec<(Submission, bool)>;

/// The charter of the scenario.
pub fn charter() -> Charter {
    let file = joint_meeting::charters::get("nankai-dog-2022").expect("the charter comes with the library");
    Charter::from_json(file).expect("it is whole")
}

/// A body of that charter to which nothing has happened.
pub fn body(charter: &Charter) -> JointMeeting {
    JointMeeting::new([charter.clone()]).expect("one charter makes a body")
}

/// The scenario played for so many years. The body is founded once. A line that goes otherwise in a later year than
/// in the first (a unit cannot be admitted twice) is left out of that year.
pub fn acts(charter: &Charter, years: i32) -> Acts {
    let lines = scenario::read(SCENARIO);
    let made: BTreeSet<&str> = lines.iter().filter_map(|it| made(&it.submit["act"])).collect();
    let mut body = body(charter);
    let mut acts = Vec::new();
    for year in 0..years {
        for line in &lines {
            let submission = later(line, &made, year);
            let expected = line.refused_by.is_empty();
            if body.check(&submission).is_ok() == expected {
                let _ = body.perform(submission.clone());
                acts.push((submission, expected));
            }
        }
    }
    acts
}

/// What the scenario's years have in common, so many times: after each of them the body is as it was after the first, but for
/// what is behind it.
pub fn alike(charter: &Charter, years: i32) -> Vec<Acts> {
    let mut lines = scenario::read(SCENARIO);
    lines.retain(|it| !takes_over(&it.submit["act"]));
    lines.iter_mut().for_each(|it| stay(&mut it.submit));
    loop {
        let before = lines.len();
        let mut goes = go_on(charter, &lines).into_iter();
        lines.retain(|_| goes.next() == Some(true));
        if lines.len() == before {
            break;
        }
    }
    let made: BTreeSet<&str> = lines.iter().filter_map(|it| made(&it.submit["act"])).collect();
    let act = |it: &Line, year| (later(it, &made, year), it.refused_by.is_empty());
    let of_year = |year| lines.iter().filter(|it| is_done_in(it, year)).map(|it| act(it, year)).collect();
    (0..years).map(of_year).collect()
}

/// Of each line whether it goes as it should in all of the years that are tried.
fn go_on(charter: &Charter, lines: &[Line]) -> Vec<bool> {
    let made: BTreeSet<&str> = lines.iter().filter_map(|it| made(&it.submit["act"])).collect();
    let mut body = body(charter);
    let mut goes = vec![true; lines.len()];
    for year in 0..TRIED {
        for (line, goes) in lines.iter().zip(&mut goes).filter(|(it, _)| is_done_in(it, year)) {
            *goes &= body.perform(later(line, &made, year)).is_ok() == line.refused_by.is_empty();
        }
    }
    goes
}

/// Whether a line belongs to a year: what founds the body, to the first alone.
fn is_done_in(line: &Line, year: i32) -> bool {
    let founds = || FOUNDS.iter().any(|it| line.submit["act"]["type"] == *it);
    year == 0 || !line.refused_by.is_empty() || !founds()
}

/// Whether somebody follows another by an act, or a unit is another after it.
fn takes_over(act: &Value) -> bool {
    let fills_post = act["type"] == "fill_post" && !act["unit"].is_string();
    fills_post || act["replaces"].is_string() || TAKES_OVER.iter().any(|it| act["type"] == *it)
}

/// Whoever would have been followed by another stays.
fn stay(value: &mut Value) {
    match value {
        Value::Object(map) => map.values_mut().for_each(stay),
        Value::Array(all) => all.iter_mut().for_each(stay),
        Value::String(text) => {
            let stays = STAYS.iter().find(|(other, _)| *other == text.as_str());
            stays.into_iter().for_each(|(_, it)| *text = (*it).to_owned());
        }
        _ => {}
    }
}

/// Plays acts of which it is known how they end.
pub fn play(charter: &Charter, acts: &Acts) -> JointMeeting {
    let mut body = body(charter);
    for (submission, accepted) in acts {
        assert_eq!(body.perform(submission.clone()).is_ok(), *accepted, "{submission:?}");
    }
    body
}

fn made(act: &Value) -> Option<&str> {
    let (_, field) = MAKES.iter().find(|(name, _)| act["type"] == *name)?;
    act[*field].as_str()
}

fn later(line: &Line, made: &BTreeSet<&str>, years: i32) -> Submission {
    let mut submit = line.submit.clone();
    if years > 0 {
        shift(&mut submit, made, years);
    }
    wire::from_str(&submit.to_string()).unwrap_or_else(|why| panic!("{submit}: {why}"))
}

/// Dates and years move on; names of things that were made get the number of the year.
fn shift(value: &mut Value, made: &BTreeSet<&str>, years: i32) {
    match value {
        Value::Object(map) => {
            // What kind of thing it is, is no name.
            for (key, value) in map.iter_mut().filter(|(key, _)| !matches!(key.as_str(), "type" | "kind")) {
                match value.as_i64() {
                    Some(year) if key == "year" => *value = (year + i64::from(years)).into(),
                    _ => shift(value, made, years),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|it| shift(it, made, years)),
        Value::String(text) if made.contains(text.as_str()) => *text = format!("{text}-y{years:03}"),
        Value::String(text) => {
            if let Some(rest) = after_year(text) {
                let year: i32 = text.get(..4).and_then(|it| it.parse().ok()).expect("it was looked at");
                *text = format!("{}{rest}", year + years);
            }
        }
        _ => {}
    }
}

/// What follows the year in a date or a time.
fn after_year(text: &str) -> Option<&str> {
    let date = text.get(..10)?;
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let is_date = parts.len() == 3 && parts.iter().all(|it| digits(it)) && parts.first()?.len() == 4;
    let ends = text.len() == 10 || text.as_bytes().get(10) == Some(&b'T');
    (is_date && ends).then(|| text.get(4..)).flatten()
}
