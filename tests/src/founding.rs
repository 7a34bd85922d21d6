//! Founding a body under any charter: who its units and first holders could be, and whom each unit names.
//!
//! Everything comes from the charter; where it leaves something open, units and persons are made up. What the charter
//! refuses is not forced.

use std::collections::BTreeSet;

use joint_meeting::{
    Charter, JointMeeting, Submission,
    answer::Refusal,
    id::{PersonId, UnitId},
    time::{Date, Time},
    wire,
    words::UnitKind,
};
use serde_json::{Value, json};

/// The least number of member units of a body whose charter does not list them.
const FEWEST: usize = 3;

/// The day of the founding where the charter names none.
pub(crate) const SOME_DAY: &str = "2022-04-21";

/// A body founded under a charter, with what led there; or why the charter does not let it be founded.
pub fn found(charters: &[Charter]) -> Result<(JointMeeting, Vec<Submission>), Refusal> {
    let first = charters.iter().min_by_key(|it| it.version()).expect("a body has a charter");
    let mut body = JointMeeting::new(charters.to_vec()).expect("the charters are of one body");
    let adoption = adoption(first);
    body.perform(adoption.clone())?;
    let mut done = vec![adoption];
    done.extend(staff(&mut body, first));
    Ok((body, done))
}

/// The adoption of a charter: every post has a holder, every unit has agreed, the superior has approved.
pub fn adoption(charter: &Charter) -> Submission {
    let day = first_day(charter);
    let members = first_members(charter);
    let holders = holders(charter, &member_ids(charter, &members));
    let lead = charter.settings_on(day).lead_units.fixed().and_then(|it| it.first());
    let leads = |holder: &&Value| lead.is_some_and(|it| seat(charter, holder) == Some(it.as_str()));
    let by = holders.iter().find(leads).or(holders.first()).map_or(json!("p1"), |it| it["person"].clone());
    let act = json!({
        "type": "adopt_charter", "charter": charter.id(), "version": charter.version(),
        "holders": holders, "members": members, "agreed_by": member_ids(charter, &members),
        "approval": {"by": "略", "on": day},
    });
    submission(&act, &by, morning(charter, day))
}

/// The day from which the charter is in force.
fn first_day(charter: &Charter) -> Date {
    let term = charter.settings().term.fixed().copied();
    charter.effective_from().or(term).unwrap_or_else(|| SOME_DAY.parse().expect("a day"))
}

fn morning(charter: &Charter, day: Date) -> Time {
    format!("{day}T09:00:00{}", charter.offset()).parse().expect("a time")
}

/// The member units that the founding must name: those the charter does not list, and one of each class.
fn first_members(charter: &Charter) -> Vec<Value> {
    let settings = charter.settings_on(first_day(charter));
    let mut members = Vec::new();
    if settings.members.fixed().is_none() {
        let whole = |kind: UnitKind| kind != UnitKind::SubUnit;
        let named = charter.file().units.iter().filter(|it| whole(it.kind) && it.within.is_none());
        members.extend(named.map(|it| json!({"unit": it.id, "name": it.zh, "kind": it.kind})));
        for n in members.len()..FEWEST {
            members.push(
                json!({"unit": format!("unit-{n}"), "name": format!("第{n}单位"), "kind": "government"}),
            );
        }
    }
    for class in settings.member_classes.fixed().into_iter().flatten() {
        let unit = format!("one-of-{}", class.id).chars().take(40).collect::<String>();
        members.push(json!({"unit": unit, "name": class.zh, "kind": "enterprise", "class": class.id}));
    }
    members
}

fn member_ids(charter: &Charter, first_members: &[Value]) -> Vec<String> {
    let listed =
        charter.settings_on(first_day(charter)).members.fixed().into_iter().flatten().map(UnitId::to_string);
    listed.chain(first_members.iter().filter_map(|it| it["unit"].as_str().map(str::to_owned))).collect()
}

/// A holder for each post of a unit, and for each post that every member unit has, one in each.
fn holders(charter: &Charter, members: &[String]) -> Vec<Value> {
    let mut holders: Vec<Value> = Vec::new();
    for post in charter.posts() {
        let units: Vec<Option<&String>> = match post.unit {
            Some(_) => vec![None],
            None => members.iter().map(Some).collect(),
        };
        for unit in units {
            let person = format!("p{}", holders.len() + 1);
            let mut holder = json!({"post": post.id, "person": person});
            if let Some(unit) = unit {
                holder["unit"] = json!(unit);
            }
            holders.push(holder);
        }
    }
    holders
}

/// The unit of a holder: the post's own, or the one given.
fn seat<'a>(charter: &'a Charter, holder: &'a Value) -> Option<&'a str> {
    let post = charter.posts().iter().find(|it| holder["post"] == it.id.as_str())?;
    post.unit.as_ref().map(UnitId::as_str).or_else(|| holder["unit"].as_str())
}

/// Every member unit names its member and its liaison officer, as far as anybody may.
fn staff(body: &mut JointMeeting, charter: &Charter) -> Vec<Submission> {
    let at = morning(charter, first_day(charter));
    let roster = json!(body.roster(first_day(charter)));
    let mut known: BTreeSet<PersonId> = body.entries().iter().map(|it| it.by.clone()).collect();
    persons(&json!(body.entries()), &mut known);
    let settings = charter.settings_on(first_day(charter));
    let rank = |ranks: Option<&Value>, usual: &str| ranks.map_or(json!(usual), Value::clone);
    let member_ranks = settings.member_naming.fixed().map(|it| json!(it.ranks));
    let liaison_ranks = settings.liaison_naming.fixed().map(|it| json!(it.ranks));
    let mut done = Vec::new();
    for (ix, unit) in roster["units"].as_array().into_iter().flatten().enumerate() {
        let first = |all: &Option<Value>| all.as_ref().and_then(|it| it.get(0)).cloned();
        let member = json!({
            "type": "name_member", "unit": unit["unit"], "person": format!("m{}", ix + 1), "post": "略",
            "rank": rank(first(&member_ranks).as_ref(), "division"), "portfolio": true,
        });
        let liaison = json!({
            "type": "name_liaison_officer", "unit": unit["unit"], "person": format!("l{}", ix + 1), "post": "略",
            "rank": rank(first(&liaison_ranks).as_ref(), "section"),
            "section_head": true, "knows_duties": true, "masters_trade": true,
        });
        let own = unit["responsible"].as_array().into_iter().flatten().chain(unit.get("member"));
        let own: Vec<PersonId> = own.filter_map(|it| it.as_str()?.parse().ok()).collect();
        for act in [member, liaison] {
            let tried = own.iter().chain(&known).map(|by| submission(&act, &json!(by), at));
            let accepted = tried.into_iter().find(|it| body.check(it).is_ok());
            if let Some(accepted) = accepted
                && body.perform(accepted.clone()).is_ok()
            {
                done.push(accepted);
            }
        }
    }
    done
}

fn submission(act: &Value, by: &Value, at: Time) -> Submission {
    let submission = json!({"act": act, "by": by, "at": at});
    wire::from_str(&submission.to_string()).unwrap_or_else(|why| panic!("{submission}: {why}"))
}

/// Everybody named in an act.
pub fn persons(value: &Value, into: &mut BTreeSet<PersonId>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("person", Value::String(name)) => into.extend(name.parse()),
                    _ => persons(value, into),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|it| persons(it, into)),
        _ => {}
    }
}
