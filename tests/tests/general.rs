//! General charters: what binds from above, and what does not.

use std::collections::BTreeMap;

use conformance::scenario;
use joint_meeting::{
    Charter, JointMeeting,
    answer::{Judgement, Verdict},
    charters,
    time::{Date, Period},
};
use serde_json::{Value, json};

fn file(name: &str) -> Value {
    serde_json::from_str(charters::get(name).unwrap()).unwrap()
}

/// A general charter that forbids an office and speaks of itself.
fn city_rule() -> Charter {
    let mut file = file("official-documents-2012");
    file["id"] = json!("city-rule");
    file["posts"] = json!([]);
    file["clauses"] = json!([
        {"id": "1", "at": "市规 1", "force": "must", "zh": "不设办公室。", "en": "There is no office.",
         "rules": ["actor.is_office"], "sets": {"role.office": "forbidden", "charter.short_name": "市规"}},
        {"id": "2", "at": "未规定", "force": "silence", "zh": "未规定表决。", "en": "Nothing is said of votes.",
         "silent": ["decision.votes"]},
    ]);
    Charter::from_json(&file.to_string()).unwrap()
}

fn nankai_under(general: &[&str]) -> String {
    let mut file = file("nankai-dog-2022");
    file["governed_by"] = json!(general);
    file.to_string()
}

#[test]
fn what_binds_from_above_prevails_and_keeps_its_citation() {
    let rule = city_rule();
    let text = nankai_under(&["official-documents-2012", "city-rule"]);
    let charter = Charter::from_json_under(&text, &[rule]).unwrap();
    let clause = charter.clause("city-rule/1").unwrap();
    assert_eq!((clause.at.as_str(), clause.sets.len()), ("市规 1", 1));
    assert!(charter.clause("city-rule/2").is_none(), "a silence does not bind");
    assert_eq!(charter.settings().short_name.fixed().unwrap().as_str(), "区级联席会议");
    assert!(matches!(charter.settings().office.fixed(), Some(joint_meeting::charter::Office::Forbidden)));
    let overruled: Vec<(&str, &str, &str)> =
        charter.overruled().iter().map(|it| (it.clause.as_str(), it.what.as_str(), it.by.as_str())).collect();
    assert_eq!(overruled, [("M-7", "role.office", "city-rule/1")]);
}

#[test]
fn the_digest_covers_what_binds() {
    let (one, other) = (city_rule(), file("official-documents-2012"));
    let text = nankai_under(&["city-rule", "official-documents-2012"]);
    let mut changed = other.clone();
    changed["clauses"][0]["zh"] = json!("正式公文的文种是法定的。");
    let load = |documents: &Value| {
        let documents = Charter::from_json(&documents.to_string()).unwrap();
        Charter::from_json_under(&text, &[one.clone(), documents]).unwrap()
    };
    assert_eq!(load(&other).digest(), load(&other).digest());
    assert_ne!(load(&other).digest(), load(&changed).digest());
    assert!(load(&other) == load(&other) && load(&other) != load(&changed));
    // The charter of the body is the same file in both.
    assert_eq!(load(&other).file(), load(&changed).file());
}

#[test]
fn only_a_general_charter_governs_and_none_has_a_body() {
    assert!(JointMeeting::new([city_rule()]).is_err());
    let own = Charter::bundled("nankai-dog-2022").unwrap();
    let mut file = file("nankai-dog-2022");
    file["governed_by"] = json!(["nankai-dog-2022"]);
    let found = Charter::from_json_under(&file.to_string(), &[own]).unwrap_err();
    assert!(found.0.iter().any(|it| json!(it.problem)["type"] == "not_general"), "{found}");
}

#[test]
fn a_value_that_does_not_hold_is_read_all_the_same() {
    let mut file: Value =
        serde_json::from_str(&nankai_under(&["official-documents-2012", "city-rule"])).unwrap();
    let clauses = file["clauses"].as_array_mut().unwrap();
    let office = clauses.iter_mut().find(|it| it["id"] == "M-7").unwrap();
    office["sets"]["role.office"] = json!({"seated": {"hosts": 1}});
    let found = Charter::from_json_under(&file.to_string(), &[city_rule()]).unwrap_err();
    assert_eq!(found.0.len(), 1, "{found}");
    assert_eq!(found.0[0].place, "M-7");
}

#[test]
fn two_rules_from_above_may_say_the_same_and_not_the_opposite() {
    let mut again = file("official-documents-2012");
    let clause = |value: Value| {
        json!([{"id": "1", "at": "省规 1", "force": "must", "zh": "不设办公室。", "en": "There is no office.",
                "sets": {"role.office": value}}])
    };
    again["id"] = json!("province-rule");
    again["units"] = json!([{"id": "police", "zh": "公安机关", "en": "the police", "kind": "government"}]);
    let text = nankai_under(&["official-documents-2012", "city-rule", "province-rule"]);
    let mut load = |value: Value| {
        again["clauses"] = clause(value);
        let province = Charter::from_json(&again.to_string()).unwrap();
        Charter::from_json_under(&text, &[city_rule(), province])
    };
    let same = load(json!("forbidden")).unwrap();
    assert_eq!(same.overruled()[0].by.as_str(), "city-rule/1");
    let found = load(json!({"seated": {"host": "police", "director": []}})).unwrap_err();
    assert_eq!(json!(found.0[0].problem)["type"], "set_twice");
}

#[test]
fn a_charter_that_is_silent_on_what_binds_from_above_is_not_overruled() {
    let mut rule = file("official-documents-2012");
    rule["id"] = json!("city-rule");
    rule["posts"] = json!([]);
    rule["clauses"] = json!([
        {"id": "1", "at": "市规 1", "force": "must", "zh": "职务空缺由办公室主任指定代理人。",
         "en": "The director of the office names who stands in.", "sets": {"role.vacancy": ["office_director"]}},
    ]);
    let rule = Charter::from_json(&rule.to_string()).unwrap();
    let charter =
        Charter::from_json_under(&nankai_under(&["official-documents-2012", "city-rule"]), &[rule]).unwrap();
    assert!(charter.settings().vacancy.fixed().is_some());
    assert!(charter.overruled().is_empty());
}

#[test]
fn a_general_charter_that_there_is_not_is_named_with_what_is_near_it() {
    let found = Charter::from_json(&nankai_under(&["official-document-2012"])).unwrap_err();
    let it = &found.0[0];
    assert_eq!(json!(it.problem)["type"], "no_general");
    assert_eq!(it.nearest, ["official-documents-2012"]);
}

/// The body after its year, under a rule from above that counts what is done, from a day on.
fn counted_from(day: &str, first_year: &str) -> JointMeeting {
    let mut rule = file("official-documents-2012");
    rule["id"] = json!("year-rule");
    rule["posts"] = json!([]);
    let counts = [
        "action.yearly",
        "briefing.issued",
        "inspection.cadence",
        "meeting.plenary_yearly",
        "meeting.liaison_cadence",
        "report.yearly",
    ];
    let yearly = json!({"at_least": 1, "per": "year"});
    rule["clauses"] = json!([
        {"id": "1", "at": "市规 1", "force": "must", "zh": "每年至少一次。", "en": "Once a year at least.", "rules": counts,
         "sets": {"meeting.plenary_cadence": yearly, "meeting.liaison_cadence": yearly, "action.cadence": yearly,
                  "inspection.cadence": yearly, "briefing.cadence": yearly},
         "readings": {"charter.first_year": {"fixed": first_year}, "plenary.count": {"fixed": "at_least"},
                      "action.year": {"fixed": "started"}}},
    ]);
    let rule = Charter::from_json(&rule.to_string()).unwrap();
    let mut file = file("nankai-dog-2022");
    file["governed_by"] = json!(["official-documents-2012", {"charter": "year-rule", "from": day}]);
    let charter = Charter::from_json_under(&file.to_string(), &[rule]).unwrap();
    scenario::play(charter, &scenario::read("nankai-2022.jsonl")).0
}

/// For each rule that a clause claims, what an audit of the year says.
fn said_by(body: &JointMeeting, clause: &str) -> BTreeMap<&'static str, Vec<Judgement>> {
    let audit = body.audit(Period::year(2022).unwrap(), "2023-01-31".parse().unwrap());
    let mut said: BTreeMap<&'static str, Vec<Judgement>> = BTreeMap::new();
    for it in audit.clauses.into_iter().filter(|it| it.clause.as_str() == clause) {
        it.judgements.into_iter().for_each(|it| said.entry(it.rule).or_default().push(it));
    }
    said
}

#[test]
fn what_was_done_before_a_rule_from_above_binds_counts_for_nothing_in_it() {
    let mut left_out = 0;
    let all = said_by(&counted_from("2022-01-01", "full"), "year-rule/1");
    for month in 6..=12 {
        let day = format!("2022-{month:02}-01");
        let body = counted_from(&day, "full");
        let day: Date = day.parse().unwrap();
        for (rule, judgements) in said_by(&body, "year-rule/1") {
            for (ix, it) in judgements.iter().enumerate() {
                let on = |no: &u32| body.entry(*no).unwrap().at.date();
                assert!(it.evidence.iter().all(|no| on(no) >= day), "{rule} from {day}: {it:?}");
                let before = all[rule].get(ix).map_or(&[][..], |it| &it.evidence);
                left_out += before.iter().filter(|no| on(no) < day).count();
                let lacks = it.evidence.is_empty() && !before.is_empty();
                assert!(!lacks || it.verdict != Verdict::Met, "{rule} from {day}: {it:?}");
            }
        }
        // The body's own clause goes on as it did.
        assert_eq!(said_by(&body, "C-2"), said_by(&counted_from("2022-01-01", "full"), "C-2"));
    }
    assert!(left_out > 10, "{left_out}");
}

#[test]
fn the_first_year_of_a_rule_from_above_is_that_of_its_first_day() {
    let unmet = |first_year| {
        let said = said_by(&counted_from("2022-12-30", first_year), "year-rule/1");
        let unmet = |all: &&Vec<Judgement>| all.iter().any(|it| it.verdict == Verdict::Unmet);
        said.iter().filter(|(_, all)| unmet(all)).map(|(rule, _)| *rule).collect::<Vec<_>>()
    };
    assert_eq!(unmet("full"), ["action.yearly", "meeting.liaison_cadence", "meeting.plenary_yearly"]);
    assert!(unmet("next_year").is_empty());
}
