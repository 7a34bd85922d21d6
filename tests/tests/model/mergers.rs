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
    let act = json!({"type": "merge_units", "units": [LINE[from].0], "into": LINE[from + 1].0, "name": "新局",
                     "kind": "government", "basis": "x", "from": &AT[..10]});
    submission(act, "p2")
}

fn rename() -> Submission {
    let act =
        json!({"type": "rename_unit", "unit": "health", "name": "新名", "basis": "x", "from": &AT[..10]});
    submission(act, "p2")
}

/// Both units attend, and the bureau has yet to speak.
fn attended() -> JointMeeting {
    let mut body = discussed(&["police", "health"]);
    for unit in [("police", "p1"), ("health", "p24")] {
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

/// Which of the line stands after these entries. All mergers are of the same day, the first of which nothing is known to
/// have happened before.
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

/// Whether the document was issued only when whoever stands in the place of each unit asked had consented and signed.
fn issued_by_those_who_stand(node: &Node) -> bool {
    let entries = node.body.entries();
    let Some(issued) = entries.iter().position(|it| matches!(it.act, Act::IssueDocument(_))) else {
        return true;
    };
    let now = standing(&entries[..issued]);
    let by_those_who_stand = |answers: fn(&Act) -> Option<&str>| {
        let own = |it: &Entry| answers(&it.act).is_some_and(|unit| unit != "police") && speaks(it, now);
        entries[..issued].iter().any(own)
    };
    by_those_who_stand(|act| match act {
        Act::Consent(it) => Some(it.unit.as_str()),
        _ => None,
    }) && by_those_who_stand(|act| match act {
        Act::Countersign(it) => Some(it.unit.as_str()),
        _ => None,
    })
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

fn paper_properties() -> Vec<Property<Rivals>> {
    vec![
        Property::always("nobody speaks for a unit that has ended", |_, it| nobody_speaks_for_the_ended(it)),
        Property::always("issued only when those who stand have answered", |_, it| {
            issued_by_those_who_stand(it)
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
