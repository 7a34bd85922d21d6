//! The edges of a charter file: how many clauses it may have, and the order of its days.

use joint_meeting::Charter;
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
