//! What changed between two charters, and which open matters of a body the change touches.

use std::collections::BTreeMap;

use conformance::vector;
use joint_meeting::{
    Charter, JointMeeting,
    authoring::{Fate, RuleFate, SettingStand},
    charter::{ReadingKey, SettingKey},
    charters,
};
use serde_json::{Value, json};

const BASE: &str = "nankai-dog-2022";

fn base() -> Charter {
    Charter::bundled(BASE).unwrap()
}

/// The base, changed as a file.
fn changed(change: impl FnOnce(&mut Value)) -> Charter {
    let mut file: Value = serde_json::from_str(charters::get(BASE).unwrap()).unwrap();
    change(&mut file);
    Charter::from_json(&file.to_string()).unwrap()
}

/// The base with other settings, `null` for silence.
fn with(settings: Value) -> Charter {
    let settings: BTreeMap<String, Value> = serde_json::from_value(settings).unwrap();
    vector::charter(BASE, &settings, &BTreeMap::new())
}

fn clause<'f>(file: &'f mut Value, id: &str) -> &'f mut Value {
    file["clauses"].as_array_mut().unwrap().iter_mut().find(|it| it["id"] == id).unwrap()
}

fn fates(all: &[joint_meeting::authoring::EntryChange]) -> Vec<(&str, Fate)> {
    all.iter().map(|it| (it.id.as_str(), it.fate)).collect()
}

#[test]
fn a_charter_does_not_differ_from_itself() {
    let general =
        charters::GENERAL.iter().map(|(name, file)| ((*name).to_owned(), Charter::from_json(file).unwrap()));
    for (name, charter) in general.chain(vector::charters()) {
        assert!(charter.diff(&charter).is_empty(), "{name}");
    }
}

#[test]
fn every_field_of_a_clause_is_compared() {
    let after = changed(|file| {
        let it = clause(file, "R-3");
        it["at"] = json!("三（三）¶3");
        it["key"] = json!("每年报送");
        it["force"] = json!("may");
        it["en"] = json!("Reports.");
        it["sets"]["report.due"]["day"] = json!(20);
        it["readings"]["report.due_day"] = json!({"fixed": "exclusive"});
        it["rules"].as_array_mut().unwrap().retain(|it| it != "report.yearly");
    });
    let diff = base().diff(&after);
    assert_eq!(fates(&diff.clauses), [("R-3", Fate::Changed)]);
    let fields: Vec<&str> = diff.clauses[0].fields.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["at", "en", "force", "key", "readings.report.due_day", "rules", "sets.report.due"]);
    let due = &diff.clauses[0].fields[6];
    assert_eq!(json!([due.before, due.after]), json!([{"month": 12, "day": 25}, {"month": 12, "day": 20}]));
    let settings: Vec<Value> = diff.settings.iter().map(|it| json!(it)).collect();
    assert_eq!(
        settings,
        [json!({
            "setting": "report.due",
            "before": {"fixed": {"month": 12, "day": 25}},
            "after": {"fixed": {"month": 12, "day": 20}},
        })]
    );
    assert_eq!(diff.readings[0].reading, ReadingKey::DueDay);
    let fate =
        |rule: &str| diff.rules.iter().find(|it| it.rule == rule).map(|it| (it.fate, it.rests_on.as_slice()));
    assert_eq!(fate("report.yearly"), Some((RuleFate::CeasedToBeLaw, &["report.due", "report.due_day"][..])));
    assert_eq!(
        fate("report.period_covered"),
        Some((RuleFate::RestsOnAChange, &["report.due", "report.due_day"][..]))
    );
    assert_eq!(fate("minutes.consented"), None);
}

#[test]
fn clauses_units_and_posts_come_and_go() {
    let after = changed(|file| {
        file["version"] = json!(2);
        file["title"]["en"] = json!("Another title");
        file["clauses"].as_array_mut().unwrap().retain(|it| it["id"] != "Q-17");
        let extra = json!({"id": "Q-18", "at": "四（三）", "key": "新的", "force": "principle", "zh": "新。", "en": "New."});
        file["clauses"].as_array_mut().unwrap().push(extra);
        file["units"][3]["zh"] = json!("区卫生健康局");
        file["units"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": "parks", "zh": "区园林局", "en": "Parks", "kind": "government"}));
        file["posts"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": "parks-head", "unit": "parks", "zh": "局长", "en": "head"}));
    });
    let diff = base().diff(&after);
    assert_eq!((diff.before.version, diff.after.version), (1, 2));
    let head: Vec<&str> = diff.head.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(head, ["title", "version"]);
    assert_eq!(fates(&diff.clauses), [("Q-17", Fate::Removed), ("Q-18", Fate::Added)]);
    assert_eq!(diff.clauses[1].fields.len(), 6);
    assert_eq!(fates(&diff.units), [("health", Fate::Changed), ("parks", Fate::Added)]);
    assert_eq!(fates(&diff.posts), [("parks-head", Fate::Added)]);
    assert!(diff.settings.is_empty() && diff.rules.is_empty());
    // Back again it is the other way round.
    let back = after.diff(&base());
    assert_eq!(fates(&back.clauses), [("Q-18", Fate::Removed), ("Q-17", Fate::Added)]);
}

#[test]
fn a_clause_from_above_is_compared_and_prevails() {
    let file = charters::get(BASE).unwrap();
    let above = |post: &str| {
        let general = charters::get("official-documents-2012").unwrap();
        let general = general.replace(r#"["responsible"]"#, &format!(r#"["{post}"]"#)).replace(
            r#"{"id": "responsible""#,
            r#"{"id": "chief", "zh": "主要负责人", "en": "principal head"}, {"id": "responsible""#,
        );
        Charter::from_json_under(file, &[Charter::from_json(&general).unwrap()]).unwrap()
    };
    let diff = above("responsible").diff(&above("chief"));
    assert_eq!(fates(&diff.clauses), [("official-documents-2012/DOC-11", Fate::Changed)]);
    assert_eq!(diff.settings[0].setting, SettingKey::ResponsiblePosts);
    assert_eq!(diff.settings[0].after, SettingStand::Fixed(json!(["chief"])));
    assert_eq!(diff.rules[0].rule, "countersign.by_responsible_person");
}

/// What a change touches after a story: the open matters, and the rules by which something is owed.
fn touched(story: &str, settings: &Value) -> Value {
    let mut body = JointMeeting::new([base()]).unwrap();
    vector::tell(&mut body, story);
    let touched = body.touched_by(&base().diff(&with(settings.clone())), "2023-09-01".parse().unwrap());
    let matters: Vec<Value> = touched.matters.iter().map(|it| json!([it.kind, it.subject])).collect();
    let mut owed: Vec<&str> = touched.owed.iter().map(|it| it.rule).collect();
    owed.dedup();
    json!([matters, owed])
}

#[test]
fn a_change_touches_the_open_matters_that_rest_on_it() {
    let plenary =
        json!({"meeting.presiding": {"plenary": {"by": ["office_director"], "delegate": "nobody"}}});
    let path = json!({"document.paths": {"plenary": ["draft", "consent", "issue"]}});
    let votes = json!({"decision.votes": 4});
    let request = json!({"meeting.request": {"member_units": false, "superior": true}});
    let due = json!({"report.due": {"month": 11, "day": 30}});
    let secrecy = json!({"charter.secrecy": "不得外传"});
    let items = [["item", "i-chip"], ["item", "i-state"], ["item", "i-talk"]];
    for (story, settings, expected) in [
        (
            "decision: plenary called",
            &plenary,
            json!([[["meeting", "m1"], items[0], items[1], items[2]], []]),
        ),
        ("decision: plenary called", &votes, json!([items, []])),
        ("decision: plenary called", &path, json!([[], []])),
        ("minutes: drafted", &path, json!([[["minutes", "n1"]], []])),
        ("minutes: drafted", &votes, json!([[], []])),
        // What becomes of a document that is out does not rest on its path.
        ("minutes: issued", &path, json!([[], []])),
        ("minutes: issued", &votes, json!([[], []])),
        ("meeting: a request is made", &request, json!([[["request", "r1"]], ["request.answered"]])),
        ("minutes: drafted", &due, json!([[], ["report.yearly"]])),
        ("minutes: drafted", &secrecy, json!([[], []])),
    ] {
        assert_eq!(touched(story, settings), expected, "{story}, {settings}");
    }
}

#[test]
fn an_open_matter_names_the_acts_and_rules_that_changed() {
    let mut body = JointMeeting::new([base()]).unwrap();
    vector::tell(&mut body, "minutes: drafted");
    let diff = base().diff(&changed(|file| {
        let rules = clause(file, "T-2")["rules"].as_array_mut().unwrap();
        rules.retain(|it| it != "consent.is_asked_of_the_unit");
    }));
    let touched = json!(body.touched_by(&diff, "2023-09-01".parse().unwrap()));
    assert_eq!(
        touched["matters"],
        json!([{
            "kind": "minutes",
            "subject": "n1",
            "matter": {"kind": "meeting", "name": "m2"},
            "acts": ["consent", "consent_with_changes", "decline_consent"],
            "rules": ["consent.is_asked_of_the_unit"],
        }])
    );
    // Before the minutes were drafted there was nothing to touch.
    let before = body.touched_by(&diff, "2022-01-01".parse().unwrap());
    assert!(before.matters.is_empty());
}
