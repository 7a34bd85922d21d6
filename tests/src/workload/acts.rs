//! The acts of the body-year, each as JSON. Who does them, when, and in what order, is in the file above.

use serde_json::{Value, json};

use super::{Meeting, TEXT, UNITS};

pub(super) fn names(units: &[usize]) -> Vec<&'static str> {
    units.iter().map(|it| UNITS[*it]).collect()
}

pub(super) fn item(name: &str, unit: Option<usize>, kind: &str) -> Value {
    let mut item = json!({ "type": "add_agenda_item", "item": name, "title": "规范养犬管理", "kind": kind });
    if let Some(unit) = unit {
        item["unit"] = json!(UNITS[unit]);
    }
    item
}

pub(super) fn name_member(unit: usize, person: &str, replaces: Option<&str>) -> Value {
    let mut name = json!({
        "type": "name_member", "unit": UNITS[unit], "person": person, "post": "分管副职", "rank": "division",
        "portfolio": true,
    });
    if let Some(former) = replaces {
        name["replaces"] = json!(former);
    }
    name
}

pub(super) fn name_officer(unit: usize, person: &str, rank: &str, replaces: Option<&str>) -> Value {
    let mut name = json!({
        "type": "name_liaison_officer", "unit": UNITS[unit], "person": person, "post": "业务科科长", "rank": rank,
        "section_head": true, "knows_duties": true, "masters_trade": true,
    });
    if let Some(former) = replaces {
        name["replaces"] = json!(former);
    }
    name
}

pub(super) fn register_item(id: &str, unit: usize, person: Option<&str>) -> Value {
    let mut item =
        json!({ "type": "enter_register_item", "register_item": id, "unit": UNITS[unit], "matter": TEXT });
    if let Some(person) = person {
        (item["post"], item["person"]) = (json!("科长"), json!(person));
    }
    item
}

pub(super) fn at(act: &str, it: &Meeting<'_>, item: usize) -> Value {
    json!({ "type": act, "meeting": it.id, "item": it.items[item] })
}

pub(super) fn stated(it: &Meeting<'_>, item: usize, unit: usize, position: &str) -> Value {
    json!({
        "type": "state_position", "meeting": it.id, "item": it.items[item], "unit": UNITS[unit],
        "position": position,
    })
}

pub(super) fn drafted(it: &Meeting<'_>, items: &Value) -> Value {
    json!({ "type": "draft_minutes", "minutes": it.minutes, "meeting": it.id, "items": items, "text": TEXT })
}

pub(super) fn answered(act: &str, it: &Meeting<'_>, unit: usize) -> Value {
    json!({ "type": act, "minutes": it.minutes, "version": 1, "unit": UNITS[unit] })
}

pub(super) fn numbered(it: &Meeting<'_>) -> Value {
    json!({ "type": "allot_number", "minutes": it.minutes, "series": "police-letter" })
}

pub(super) fn issued(it: &Meeting<'_>) -> Value {
    json!({
        "type": "issue_document", "document": format!("{}-document", it.id), "minutes": it.minutes,
        "kind": "minutes", "title": "南开区养犬管理工作联席会议纪要", "recipients": names(it.units),
        "publicness": "open",
    })
}

pub(super) fn completed(task: &str) -> Value {
    json!({ "type": "complete_assignment", "assignment": task, "result": TEXT })
}
