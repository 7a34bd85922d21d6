//! Charters known from a record: what is not seen there is said to be not seen, in refusals and in audits.

use conformance::{folder, words::foreign};
use joint_meeting::{
    Charter, JointMeeting, Language, Submission, authoring::record_skeleton, charter::Force, wire,
};
use serde_json::json;

fn record() -> Charter {
    let file = std::fs::read_to_string(folder("charters").join("record-town.json")).unwrap();
    Charter::from_json(&file).unwrap_or_else(|why| panic!("{why}"))
}

fn submission(by: &str, at: &str, act: serde_json::Value) -> Submission {
    wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()).unwrap()
}

fn founded(charter: Charter) -> JointMeeting {
    let id = charter.id().to_string();
    let mut body = JointMeeting::new([charter]).unwrap();
    let adopt = json!({
        "type": "adopt_charter", "charter": id, "version": 1,
        "holders": [{"post": "petitions-head", "person": "p1"}]
    });
    body.perform(submission("p1", "2013-01-07T09:00:00+08:00", adopt)).unwrap();
    body
}

#[test]
fn what_is_not_seen_is_not_said_to_be_silent() {
    let body = founded(record());
    let admit = json!({"type": "admit_unit", "unit": "works", "name": "建设办", "kind": "government", "basis": "来文"});
    let refusal = body.check(&submission("p1", "2013-02-01T09:00:00+08:00", admit)).unwrap_err();
    let audit = body.audit(joint_meeting::time::Period::year(2013).unwrap(), "2014-01-10".parse().unwrap());
    let silent = audit.clauses.iter().filter(|it| it.clause.as_str() == "Z-1");
    let said = silent.map(|it| it.render(&body, Language::Zh)).chain([refusal.render(&body, Language::Zh)]);
    for words in said {
        assert!(
            words.contains("记录未见") && !words.contains("没有规定") && !words.contains("未作规定"),
            "{words}"
        );
        assert!(!words.contains("unit.addition"), "{words}");
    }
    assert!(refusal.render(&body, Language::En).contains("the record does not show"));
    assert!(foreign(&refusal.render(&body, Language::En), Language::En).is_empty());
}

#[test]
fn of_a_text_it_is_said_that_it_is_silent() {
    let file = std::fs::read_to_string(folder("charters").join("record-town.json")).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&file).unwrap();
    file["known_from"] = json!("text");
    for clause in file["clauses"].as_array_mut().unwrap() {
        clause["key"] = json!("原文");
    }
    let body = founded(Charter::from_json(&file.to_string()).unwrap());
    let admit = json!({"type": "admit_unit", "unit": "works", "name": "建设办", "kind": "government", "basis": "来文"});
    let refusal = body.check(&submission("p1", "2013-02-01T09:00:00+08:00", admit)).unwrap_err();
    let words = refusal.render(&body, Language::Zh);
    assert!(words.contains("没有规定") && !words.contains("本制度没有规定：记录"), "{words}");
}

#[test]
fn a_skeleton_of_a_record_obliges_nobody() {
    let text = record_skeleton(&"riverside-lamps".parse().unwrap());
    let charter = Charter::from_json(&text).unwrap_or_else(|why| panic!("{why}"));
    assert!(
        charter.file().clauses.iter().all(|it| it.force == Force::Silence && it.at.as_str() == "记录未见")
    );
    let mut body = JointMeeting::new([charter]).unwrap();
    let unit = |id: &str| json!({"unit": id, "name": id, "kind": "government"});
    let adopt = json!({
        "type": "adopt_charter", "charter": "riverside-lamps", "version": 1, "holders": [],
        "members": [unit("u1"), unit("u2")]
    });
    body.perform(submission("p1", "2013-01-07T09:00:00+08:00", adopt)).unwrap();
    assert_eq!(body.obligations("2014-01-10".parse().unwrap(), 400), []);
}

#[test]
fn a_group_stands_for_what_no_clause_speaks_of() {
    use joint_meeting::charter::SettingKey;

    let file = std::fs::read_to_string(folder("charters").join("record-town.json")).unwrap();
    let with = |silent: serde_json::Value| {
        let mut file: serde_json::Value = serde_json::from_str(&file).unwrap();
        let last = file["clauses"].as_array_mut().unwrap().iter_mut().find(|it| it["id"] == "Z-2").unwrap();
        last["silent"] = silent;
        Charter::from_json(&file.to_string())
    };
    let all = with(json!(["*"])).unwrap();
    assert!(SettingKey::ALL.iter().all(|it| all.settings().is_set(*it)));
    assert!(all.settings().is_fixed(SettingKey::Members), "what a clause fixes is not in the group");
    let claims = |charter: &Charter| charter.claimed_by("unit.removal_provided_for").count();
    assert_eq!(claims(&all), 1, "what rests on a silence alone is refused");
    let some = with(json!(["meeting.*", "document.*"])).unwrap();
    assert!(
        some.settings().is_silent(SettingKey::Quorum) && !some.settings().is_set(SettingKey::UnitRemoval)
    );
    assert_eq!(claims(&some), 0);
    let why = with(json!(["meetings.*"])).unwrap_err();
    assert!(why.0.iter().any(|it| it.place == "Z-2"), "{why}");
}

#[test]
fn a_general_charter_binds_by_the_clauses_that_are_named() {
    let file = std::fs::read_to_string(folder("charters").join("record-town.json")).unwrap();
    let under = |governed: serde_json::Value| {
        let mut file: serde_json::Value = serde_json::from_str(&file).unwrap();
        file["governed_by"] = json!([governed]);
        Charter::from_json(&file.to_string())
    };
    let above = |charter: &Charter| {
        let ids = charter.clauses().iter().map(|it| it.id.to_string());
        ids.filter(|it| it.starts_with("official-documents-2012/")).collect::<Vec<_>>()
    };
    let whole = above(&under(json!("official-documents-2012")).unwrap());
    assert!(whole.len() > 1);
    let clause = whole[0].split_once('/').unwrap().1;
    let part = under(json!({"charter": "official-documents-2012", "clauses": [clause]})).unwrap();
    assert_eq!(above(&part), whole[..1]);
    let kept = serde_json::to_value(part.file()).unwrap();
    assert_eq!(kept["governed_by"], json!([{"charter": "official-documents-2012", "clauses": [clause]}]));
    let why = under(json!({"charter": "official-documents-2012", "clauses": ["DOC-999"]})).unwrap_err();
    assert!(why.0.iter().any(|it| it.place == "governed_by"), "{why}");
}

#[test]
fn no_general_charter_binds_before_its_own_first_day() {
    let file = std::fs::read_to_string(folder("charters").join("record-town.json")).unwrap();
    let mut file: serde_json::Value = serde_json::from_str(&file).unwrap();
    file["governed_by"] = json!(["official-documents-2012"]);
    let mut body = JointMeeting::new([Charter::from_json(&file.to_string()).unwrap()]).unwrap();
    let adopt = json!({
        "type": "adopt_charter", "charter": "record-town", "version": 1,
        "holders": [{"post": "petitions-head", "person": "p1"}]
    });
    body.perform(submission("p1", "2005-06-01T09:00:00+08:00", adopt)).unwrap();
    let first = Charter::bundled("official-documents-2012").unwrap().effective_from().unwrap();
    // The title does not name the kind of the document.
    let issue = |day: joint_meeting::time::Date| {
        let act = json!({
            "type": "issue_other_document", "document": "d1", "kind": "notice", "title": "排查信访积案",
            "text": "请各单位排查。", "publicness": "open", "clauses": ["F-5"], "recipients": ["justice"]
        });
        body.check(&submission("p1", &format!("{day}T09:00:00+08:00"), act))
    };
    assert_eq!(issue(first.pred_opt().unwrap()), Ok(()));
    assert!(issue(first).is_err());
}
