//! The edges of a charter file: how many clauses it may have, the order of its days, and what no charter of the library says.

use std::collections::BTreeMap;

use conformance::vector;
use joint_meeting::{Charter, JointMeeting, Outcome, answer::Finding, words::Step};
use serde_json::{Value, json};

/// A charter with so many clauses of its own, bound by a general one or by many.
fn clauses(own: usize, generals: &[Charter]) -> Result<Charter, Vec<(String, String)>> {
    let mut file: Value =
        serde_json::from_str(joint_meeting::charters::get("petition-shizi-2021").unwrap()).unwrap();
    file["governed_by"] = json!(generals.iter().map(Charter::id).collect::<Vec<_>>());
    let plain = plain(&file["clauses"][0]);
    let all = file["clauses"].as_array_mut().unwrap();
    for n in all.len()..own {
        all.push(named(&plain, n));
    }
    Charter::from_json_under(&file.to_string(), generals)
        .map_err(|all| all.0.iter().map(|it| (it.place.clone(), it.problem.to_string())).collect())
}

/// A clause without what the library makes of it.
fn plain(clause: &Value) -> Value {
    let mut clause = clause.clone();
    clause["force"] = json!("principle");
    for key in ["rules", "sets", "silent", "readings", "served_by"] {
        clause.as_object_mut().unwrap().remove(key);
    }
    clause
}

fn named(clause: &Value, n: usize) -> Value {
    let mut clause = clause.clone();
    clause["id"] = json!(format!("X-{n}"));
    clause["at"] = json!(format!("附{n}"));
    clause
}

fn general(id: &str, clauses: usize) -> Charter {
    let mut file: Value =
        serde_json::from_str(joint_meeting::charters::get("shenzhen-rule-2005").unwrap()).unwrap();
    file["id"] = json!(id);
    let plain = plain(&file["clauses"][0]);
    file["clauses"] = (0..clauses).map(|n| named(&plain, n)).collect();
    Charter::from_json(&file.to_string()).unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn clauses_of_ones_own_are_counted_alone_and_all_together_have_a_limit_of_their_own() {
    use joint_meeting::charter::{LIST_MAX, TOGETHER_MAX};
    let too_many = |place: &str, n: usize| vec![(place.to_owned(), format!("{n} is more than is allowed"))];
    let one = [general("g-1", 9)];
    assert_eq!(clauses(LIST_MAX, &[]).unwrap().clauses().len(), LIST_MAX);
    assert_eq!(clauses(LIST_MAX + 1, &[]).unwrap_err(), too_many("clauses", LIST_MAX + 1));
    assert_eq!(clauses(LIST_MAX, &one).unwrap().clauses().len(), LIST_MAX + 9);
    assert_eq!(clauses(LIST_MAX + 1, &one).unwrap_err(), too_many("clauses", LIST_MAX + 1));
    let mut many: Vec<Charter> = (0..3).map(|n| general(&format!("g-{n}"), LIST_MAX)).collect();
    assert_eq!(clauses(LIST_MAX, &many).unwrap().clauses().len(), TOGETHER_MAX);
    many.push(general("g-3", 1));
    assert_eq!(clauses(LIST_MAX, &many).unwrap_err(), too_many("governed_by", TOGETHER_MAX + 1));
}

#[test]
fn a_charter_may_be_in_force_on_the_very_day_of_its_issue_and_not_before() {
    let mut file: Value =
        serde_json::from_str(joint_meeting::charters::get("nankai-street-dog").unwrap()).unwrap();
    let in_force = Charter::from_json(&file.to_string()).unwrap().effective_from().unwrap();
    let mut load = |issued: String| {
        file["issued"] = json!(issued);
        Charter::from_json(&file.to_string())
    };
    assert!(load(in_force.to_string()).is_ok());
    let after = load(in_force.succ_opt().unwrap().to_string()).unwrap_err();
    let [it] = after.0.as_slice() else { panic!("{after}") };
    assert_eq!(
        (it.place.as_str(), &json!(it.problem)["type"]),
        ("charter.effective_from", &json!("dates_out_of_order"))
    );
}

/// A body under a charter and later versions of it, with a story of the vectors told.
fn told(versions: impl IntoIterator<Item = Value>, story: &str) -> JointMeeting {
    let charters = versions.into_iter().map(|it| Charter::from_json(&it.to_string()).unwrap());
    let mut body = JointMeeting::new(charters).unwrap();
    vector::tell(&mut body, story);
    body
}

fn nankai() -> Value {
    serde_json::from_str(joint_meeting::charters::get("nankai-dog-2022").unwrap()).unwrap()
}

#[test]
fn where_minutes_of_liaison_meetings_are_not_in_question_their_own_path_holds() {
    let path = ["draft", "consent", "issue"];
    let reading_it =
        ["minutes.path_provided_for", "consent.is_asked_of_the_unit", "countersign.is_asked_of_the_unit"];
    let mut file = nankai();
    for clause in file["clauses"].as_array_mut().unwrap() {
        if let Some(readings) = clause.get_mut("readings").and_then(Value::as_object_mut) {
            readings.remove("liaison.minutes");
        }
        if let Some(rules) = clause.get_mut("rules").and_then(Value::as_array_mut) {
            rules.retain(|it| !reading_it.contains(&it.as_str().unwrap()));
        }
        if let Some(paths) = clause.get_mut("sets").and_then(|it| it.get_mut("document.paths")) {
            paths["liaison"] = json!(path);
        }
    }
    let body = told([file], "minutes: liaison drafted");
    let Outcome::Drafted { path: taken, .. } = &body.entries().last().unwrap().outcome else { panic!() };
    assert_eq!(json!(taken), json!(path));
    assert!(!taken.contains(&Step::Countersign));
}

#[test]
fn a_charter_file_that_says_nothing_of_its_origin_is_written_without_it() {
    let written = |file: &Value| json!(Charter::from_json(&file.to_string()).unwrap().file());
    let file = written(&nankai());
    assert_eq!((&file["id"], file.get("known_from")), (&json!("nankai-dog-2022"), None));
    let mut record = nankai();
    record["known_from"] = json!("record");
    assert_eq!(written(&record)["known_from"], json!("record"));
}

#[test]
fn a_post_that_a_new_version_moves_to_another_unit_leaves_its_holder_behind() {
    for (unit, seated) in [("police", true), ("health", false)] {
        let settings = [("charter.amendment".to_owned(), json!(["convener"]))];
        let first = json!(vector::charter("nankai-dog-2022", &settings.into(), &BTreeMap::new()).file());
        let mut second = first.clone();
        second["version"] = json!(2);
        second["posts"][0]["unit"] = json!(unit);
        let mut body = told([first, second], "staffed");
        let step = |act: Value, by: &str, day: u32| {
            vector::submission(
                &json!({"act": act, "by": by, "at": format!("2022-06-{day:02}T09:00:00+08:00")}),
            )
        };
        let amend = json!({"type": "amend_charter", "version": 2, "from": "2022-06-10", "basis": "修订通知"});
        body.perform(step(amend, "p1", 9)).unwrap();
        let call = json!({"type": "convene", "meeting": "m9", "kind": "special", "units": ["health", "police"],
            "held_at": "2022-06-15T09:00:00+08:00", "approved_by": "p1"});
        let called = body.check(&step(call, "p3", 12));
        // Nobody is found who presides, where the post is that of a unit in which nobody holds it.
        let nobody = Finding::Missing { what: vec!["presiding".to_owned()] };
        let vacant = called.is_err_and(|it| it.grounds().iter().any(|it| it.finding == nobody));
        assert_eq!(!vacant, seated, "{unit}");
    }
}
