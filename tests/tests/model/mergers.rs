//! What mergers, a rename and a rival clerk can do to a decision and a task on their way, at every point.

use std::collections::BTreeSet;

use joint_meeting::{Act, Entry, JointMeeting, Outcome, Submission, answer::Bearer};
use serde_json::json;
use stateright::{Checker, Model, Property};

use crate::{AT, Node, Rivals, attend, count, discussed, position, submission};

/// The bureau, the unit it is merged into, and the one into which that is merged, each with its member and its head.
const LINE: [(&str, [&str; 2]); 3] =
    [("health", ["p24", "p14"]), ("urban-management", ["p23", "p13"]), ("market", ["p25", "p15"])];

fn merge(from: usize) -> Submission {
    merge_as_of(from, &AT[..10])
}

fn merge_as_of(from: usize, day: &str) -> Submission {
    let act = json!({"type": "merge_units", "units": [LINE[from].0], "into": LINE[from + 1].0, "name": "新局",
                     "kind": "government", "basis": "x", "from": day});
    submission(act, "p2")
}

fn rename() -> Submission {
    let act =
        json!({"type": "rename_unit", "unit": "health", "name": "新名", "basis": "x", "from": &AT[..10]});
    submission(act, "p2")
}

/// Both units attend, and the bureau has yet to speak.
fn attended() -> JointMeeting {
    attended_by(&[("police", "p1"), ("health", "p24")])
}

fn attended_by(units: &[(&str, &str)]) -> JointMeeting {
    let called: Vec<&str> = units.iter().map(|(unit, _)| *unit).collect();
    let mut body = discussed(&called);
    for unit in units.iter().copied() {
        body.perform(submission(attend(&[unit]), "p2")).unwrap();
    }
    body
}

/// The matter is agreed and the minutes are drafted; the lead unit has answered, and the bureau has a task.
fn drafted() -> JointMeeting {
    let mut body = attended();
    for (act, by) in [
        (json!({"type": "agree", "meeting": "m1", "item": "i1"}), "p1"),
        (json!({"type": "close_meeting", "meeting": "m1"}), "p1"),
        (
            json!({"type": "assign", "assignment": "a1", "item": "i1", "unit": "health",
                   "due": "2022-06-30"}),
            "p2",
        ),
        (
            json!({"type": "draft_minutes", "minutes": "n1", "meeting": "m1", "items": ["i1"], "text": "x"}),
            "p2",
        ),
        (json!({"type": "consent", "minutes": "n1", "version": 1, "unit": "police"}), "p1"),
    ] {
        body.perform(submission(act, by)).unwrap_or_else(|why| panic!("{why:?}"));
    }
    body
}

fn in_the_room() -> Rivals {
    let mut submissions = vec![merge(0), merge(1), rename()];
    for (unit, [member, _]) in LINE {
        submissions.push(submission(position(unit, "object"), member));
        submissions.push(submission(position(unit, "agree"), member));
    }
    submissions.push(submission(json!({"type": "agree", "meeting": "m1", "item": "i1"}), "p1"));
    Rivals { start: attended(), submissions, clerks: vec![merge(0)], properties: room_properties }
}

/// The bureau and the unit into which it is merged both attend, and the merger is recorded late, as of a day before.
fn both_in_the_room() -> Rivals {
    let mut submissions = vec![merge_as_of(0, "2022-05-09")];
    for (unit, [member, _]) in &LINE[..2] {
        submissions.push(submission(position(unit, "object"), member));
        submissions.push(submission(position(unit, "agree"), member));
    }
    submissions.push(submission(json!({"type": "agree", "meeting": "m1", "item": "i1"}), "p1"));
    let start = attended_by(&[("police", "p1"), ("health", "p24"), ("urban-management", "p23")]);
    Rivals { start, submissions, clerks: vec![merge_as_of(0, "2022-05-09")], properties: both_properties }
}

fn on_paper() -> Rivals {
    let consent = |unit: &str| json!({"type": "consent", "minutes": "n1", "version": 1, "unit": unit});
    let sign = |unit: &str| json!({"type": "countersign", "minutes": "n1", "version": 1, "unit": unit});
    let issue = |unit: &str| {
        json!({"type": "issue_document", "document": "d1", "minutes": "n1", "kind": "notice",
               "title": "关于x的通知", "recipients": ["police", unit], "publicness": "open"})
    };
    let allot = json!({"type": "allot_number", "minutes": "n1", "series": "police-letter"});
    let mut submissions =
        vec![merge(0), merge(1), submission(sign("police"), "p12"), submission(allot, "p2")];
    for (unit, [member, head]) in LINE {
        submissions.push(submission(consent(unit), member));
        submissions.push(submission(sign(unit), head));
        submissions.push(submission(issue(unit), "p2"));
    }
    Rivals { start: drafted(), submissions, clerks: vec![merge(0)], properties: paper_properties }
}

fn at_work() -> Rivals {
    let mut submissions = vec![merge(0), merge(1), rename()];
    for (_, [member, _]) in LINE {
        let done = json!({"type": "complete_assignment", "assignment": "a1", "result": "x"});
        submissions.push(submission(done, member));
    }
    Rivals { start: drafted(), submissions, clerks: vec![merge(0)], properties: work_properties }
}

/// Which of the line stands after these entries. No merger is of a later day than what is said: whoever speaks after it is
/// recorded speaks for the unit in its place.
fn standing(entries: &[Entry]) -> usize {
    let merged = |from: usize| {
        let ends =
            |it: &Entry| matches!(&it.act, Act::MergeUnits(it) if it.units[0].as_str() == LINE[from].0);
        entries.iter().any(ends)
    };
    if !merged(0) { 0 } else { 1 + usize::from(merged(1)) }
}

fn speaks(entry: &Entry, of: usize) -> bool {
    LINE[of].1.contains(&entry.by.as_str())
}

/// Whether nobody has spoken for a unit of the line that had ended by then.
fn nobody_speaks_for_the_ended(node: &Node) -> bool {
    let entries = node.body.entries();
    entries.iter().enumerate().all(|(ix, entry)| {
        let speaks_for_line = match &entry.act {
            Act::Consent(it) => it.unit.as_str() != "police",
            Act::Countersign(it) => it.unit.as_str() != "police",
            Act::StatePosition(_) | Act::CompleteAssignment(_) => true,
            _ => false,
        };
        !speaks_for_line || speaks(entry, standing(&entries[..ix]))
    })
}

/// Whether the matter was agreed only when the last word of those in the bureau's place was no objection.
fn no_objection_vanished(node: &Node) -> bool {
    let mut objects = false;
    for entry in node.body.entries() {
        match &entry.act {
            Act::StatePosition(it) => objects = json!(it.position) == "object",
            Act::Agree(_) if objects => return false,
            _ => {}
        }
    }
    true
}

/// Whether the matter was agreed only when none of the two that were there objected: what the bureau said stands beside what
/// the other says until the merger is recorded, and gives way to what that unit says since.
fn no_objection_of_two_vanished(node: &Node) -> bool {
    let (mut objects, mut is_merged) = ([false; 2], false);
    for entry in node.body.entries() {
        match &entry.act {
            Act::MergeUnits(_) => is_merged = true,
            Act::StatePosition(it) => {
                let of = usize::from(it.unit.as_str() != LINE[0].0);
                objects[of] = json!(it.position) == "object";
                objects[0] &= of == 0 || !is_merged;
            }
            Act::Agree(_) if objects[0] || objects[1] => return false,
            _ => {}
        }
    }
    true
}

/// The answers of the line, each with whether it was given by whoever stood then.
fn answers(node: &Node, of: fn(&Act) -> Option<&str>) -> Vec<bool> {
    let entries = node.body.entries();
    let own = entries.iter().enumerate().filter(|(_, it)| of(&it.act).is_some_and(|unit| unit != "police"));
    own.map(|(ix, it)| speaks(it, standing(&entries[..ix]))).collect()
}

fn consented(act: &Act) -> Option<&str> {
    match act {
        Act::Consent(it) => Some(it.unit.as_str()),
        _ => None,
    }
}

fn signed(act: &Act) -> Option<&str> {
    match act {
        Act::Countersign(it) => Some(it.unit.as_str()),
        _ => None,
    }
}

/// Whether the document was issued only when whoever stood for the unit asked by then had consented and signed. Nothing is
/// answered once the document is issued.
fn issued_by_those_who_stood(node: &Node) -> bool {
    let by_those_who_stood = |of| answers(node, of).contains(&true);
    count(node, "issue_document") == 0 || (by_those_who_stood(consented) && by_those_who_stood(signed))
}

/// Whether nobody who has answered is asked again, whatever is recorded since.
fn nobody_is_asked_again(node: &Node) -> bool {
    answers(node, consented).len() <= 1 && answers(node, signed).len() <= 1
}

/// Whether the task is owed by the one unit that stands, until it is done.
fn one_unit_owes_the_task(node: &Node) -> bool {
    let owed = node.body.obligations(AT[..10].parse().unwrap(), 90);
    let bearers: BTreeSet<String> = owed
        .iter()
        .filter(|it| it.rule == "assignment.completed")
        .map(|it| match &it.bearer {
            Bearer::Unit { unit } => unit.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    let expected = match count(node, "complete_assignment") {
        0 => BTreeSet::from([LINE[standing(node.body.entries())].0.to_owned()]),
        _ => BTreeSet::new(),
    };
    bearers == expected
}

fn is_agreed(node: &Node) -> bool {
    count(node, "agree") == 1
}

fn is_merged(node: &Node) -> bool {
    count(node, "merge_units") == 2
}

fn room_properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("nobody speaks for a unit that has ended", |_, it| nobody_speaks_for_the_ended(it)),
        Property::always("no objection vanishes by a merger", |_, it| no_objection_vanished(it)),
        Property::sometimes("agreed after two mergers, by the last of the line", |_, it| {
            is_merged(it)
                && it.body.entries().iter().any(|it| {
                    matches!(&it.outcome, Outcome::Settled { binds } if binds.iter().any(|it| it.as_str() == LINE[2].0))
                })
        }),
        Property::sometimes("a clerk comes second", |_, it: &Node| {
            it.pending.iter().flatten().any(|entry| entry.no <= it.body.state().count())
        }),
    ]
}

fn both_properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("no objection of two vanishes by a merger", |_, it| {
            no_objection_of_two_vanished(it)
        }),
        Property::sometimes("agreed before the merger was recorded", |_, it| {
            is_agreed(it) && count(it, "merge_units") == 0
        }),
        Property::sometimes("agreed after it was recorded, as of a day before", |_, it| {
            is_agreed(it) && count(it, "merge_units") == 1 && count(it, "state_position") > 1
        }),
    ]
}

fn paper_properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("nobody speaks for a unit that has ended", |_, it| nobody_speaks_for_the_ended(it)),
        Property::always("issued only when those who stood have answered", |_, it| {
            issued_by_those_who_stood(it)
        }),
        Property::always("nobody who has answered is asked again", |_, it| nobody_is_asked_again(it)),
        Property::sometimes("issued on what the bureau said before a merger was recorded", |_, it: &Node| {
            let last = |name| it.body.entries().iter().rposition(|it| it.act.kind().name() == name);
            count(it, "issue_document") == 1 && last("merge_units") > last("countersign")
        }),
        Property::sometimes("issued after two mergers", |_, it| {
            is_merged(it) && count(it, "issue_document") == 1
        }),
        Property::sometimes("issued, and merged then", |_, it: &Node| {
            let last = it.body.entries().last();
            last.is_some_and(|it| matches!(it.act, Act::MergeUnits(_))) && count(it, "issue_document") == 1
        }),
    ]
}

fn work_properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("nobody speaks for a unit that has ended", |_, it| nobody_speaks_for_the_ended(it)),
        Property::always("one unit owes the task", |_, it| one_unit_owes_the_task(it)),
        Property::sometimes("the task is done after two mergers", |_, it| {
            is_merged(it) && count(it, "complete_assignment") == 1
        }),
    ]
}

#[test]
fn mergers_in_the_room_take_no_objection_away() {
    search(in_the_room());
}

#[test]
fn a_merger_recorded_late_takes_no_objection_away() {
    search(both_in_the_room());
}

#[test]
fn mergers_on_the_way_leave_nobody_unasked() {
    search(on_paper());
}

#[test]
fn mergers_leave_no_task_to_nobody() {
    search(at_work());
}

fn search(space: Rivals) {
    let checker = space.checker().spawn_dfs().join();
    println!("{} states", checker.unique_state_count());
    checker.assert_properties();
}
