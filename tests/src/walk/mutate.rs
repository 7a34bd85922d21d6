//! Dice, and acts that are nearly right: one field changed, another actor, another time.

use std::ops::{Deref, DerefMut};

use joint_meeting::{Act, Charter, Submission, answer::Choice, id::PersonId, time::Time, wire};
use serde_json::{Value, json};

use super::Model;
use crate::{fill::write_out, rng::Rng};

/// Slips that a hand makes: in such an act, these fields instead (`null`: left out).
const SLIPS: &[(&str, &str)] = &[
    ("issue_document", r#"{"kind": "plan"}"#),
    ("issue_document", r#"{"publicness": "closed", "reason": null}"#),
    ("issue_document", r#"{"seal": "body"}"#),
    ("issue_document", r#"{"recipients": []}"#),
    ("issue_document", r#"{"copied_to": ["略"]}"#),
    ("adopt_charter", r#"{"members": [{"unit": "$unit", "name": "略", "kind": "government"}]}"#),
    ("state_position", r#"{"unit": "$unit"}"#),
    ("countersign", r#"{"unit": "$unit"}"#),
    ("convene", r#"{"mode": "circulation"}"#),
    ("record_child", r#"{"unit": "$unit", "kind": "government"}"#),
    ("record_inspection", r#"{"unit": "$unit"}"#),
    ("record_inspection", r#"{"units": []}"#),
    ("accept_assigned_matter", r#"{"source": "略"}"#),
    ("merge_units", r#"{"units": ["$unit"], "into": "$unit"}"#),
    ("end_naming", r#"{"person": "$person"}"#),
    ("end_unit", r#"{"unit": "$unit", "carried_on_by": "$unit"}"#),
    (
        "end_unit",
        r#"{"split_into": [{"unit": "a1", "name": "略", "kind": "government"}, {"unit": "a2", "name": "略", "kind": "enterprise"}]}"#,
    ),
    (
        "end_unit",
        r#"{"split_into": [{"unit": "a1", "name": "略", "kind": "government"}, {"unit": "a1", "name": "略", "kind": "government"}]}"#,
    ),
    ("move_functions", r#"{"unit": "$unit", "to": "$unit", "items": ["$item"]}"#),
    ("move_functions", r#"{"to": "$unit"}"#),
    ("revise_child", r#"{"title": null}"#),
    ("revise_child", r#"{"charter": "$charter"}"#),
    ("end_child", r#"{"to": "2000-01-01"}"#),
    ("record_training", r#"{"units": []}"#),
    ("log_collection", r#"{"units": []}"#),
    ("log_collection", r#"{"meeting": "$meeting"}"#),
    ("admit_unit", r#"{"consent": null}"#),
    ("record_attendance", r#"{"present": [{"unit": "$unit", "person": "$person", "capacity": "member"}]}"#),
    (
        "record_attendance",
        r#"{"present": [{"unit": "$unit", "person": "$person", "capacity": "alternate"}]}"#,
    ),
    ("record_attendance", r#"{"observers": [{"unit": "$unit", "person": "$person", "role": "staff"}]}"#),
    ("issue_briefing", r#"{"title": "..."}"#),
    ("choose_reading", r#"{"from": "2000-01-01"}"#),
    ("convene", r#"{"approved_by": []}"#),
    ("supplement_notice", r#"{"units": ["$unit"], "agenda": []}"#),
    ("supplement_notice", r#"{"units": [], "agenda": []}"#),
    ("allot_number", r#"{"serial": 4294967295}"#),
    ("allot_number", r#"{"serial": 1}"#),
    ("allot_number", r#"{"series": "$series"}"#),
    ("fill_post", r#"{"acting": true}"#),
    ("authorize", r#"{"matters": []}"#),
    ("authorize", r#"{"from": "2000-01-01"}"#),
    ("authorize", r#"{"person": "$by"}"#),
    ("authorize", r#"{"type": "revoke_authorization", "person": "$person", "matters": null, "to": null}"#),
    ("delegate_presiding", r#"{"to": "$person"}"#),
    ("choose_reading", r#"{"reading": "decision.collective", "option": "one_unit"}"#),
    ("enter_register_item", r#"{"person": null, "post": null}"#),
    ("submit_report", r#"{"sent_at": "$later"}"#),
    ("supplement_report", r#"{"parts": {}, "covers": null}"#),
    ("answer_request", r#"{"granted": false, "reason": "略"}"#),
    ("invite", r#"{"expert": true, "unit": null}"#),
    ("draft_minutes", r#"{"items": []}"#),
    ("assign", r#"{"item": "$item"}"#),
    ("consent_to_task", r#"{"item": "$item"}"#),
    ("confirm_appointment", r#"{"item": "$item"}"#),
    ("assign", r#"{"due": null}"#),
    ("assign", r#"{"unit": "$unit", "cooperating": ["$unit"]}"#),
    ("record_child", r#"{"charter": "$charter"}"#),
    (
        "add_agenda_item",
        r#"{"type": "invite", "meeting": "$meeting", "item": "$item", "invitee": "略", "title": null,
         "kind": null, "concerned": null, "about": null, "major": null, "proposal": null, "unit": null,
         "serves": null}"#,
    ),
    ("close_meeting", r#"{"type": "draft_minutes", "minutes": "early", "items": [], "text": "略"}"#),
    ("void_number", r#"{"serial": 1}"#),
    ("redraft_minutes", r#"{"type": "approve_minutes", "version": 1, "text": null, "reason": null}"#),
    ("admit_unit", r#"{"kind": "enterprise"}"#),
    ("close_meeting", r#"{"type": "agree", "meeting": "$meeting", "item": "$item", "tasks": []}"#),
    (
        "acknowledge_receipt",
        r#"{"type": "void_number", "series": "$series", "year": $year, "serial": 1, "reason": "略",
        "document": null, "recipient": null}"#,
    ),
    ("dissolve", r#"{"agreed_by": []}"#),
    ("declare_key_period", r#"{"to": "2000-01-01"}"#),
    ("issue_document", r#"{"secrecy": "secret"}"#),
    ("issue_other_document", r#"{"minutes": "$minutes"}"#),
    ("issue_other_document", r#"{"items": ["$item"]}"#),
    ("correct_document", r#"{"passage": "略", "wording": "略"}"#),
    ("withdraw_document", r#"{"replaced_by": "$document"}"#),
    ("archive_document", r#"{"years": 1}"#),
    (
        "archive_document",
        r#"{"type": "publish_document", "document": "$document", "file_number": null, "years": null}"#,
    ),
    ("record_leaving", r#"{"unit": "$unit"}"#),
    ("send_apology", r#"{"unit": "$unit"}"#),
    ("discuss", r#"{"type": "send_apology", "unit": "$unit", "item": null}"#),
    ("register_incoming", r#"{"dated": "2149-12-31"}"#),
    ("enter_cooperation", r#"{"assignment": "$assignment"}"#),
    ("record_attendance", r#"{"invited": ["略"]}"#),
    (
        "record_attendance",
        r#"{"present": [{"unit": "$unit", "person": "$person", "capacity": "member", "arrived": "$later"}]}"#,
    ),
    ("convene", r#"{"ends_at": "2000-01-01T09:00:00+08:00"}"#),
    ("supplement_notice", r#"{"place": "略", "units": [], "agenda": []}"#),
    ("regroup_joint_action", r#"{"joining": ["$unit"]}"#),
    ("close_opinion_case", r#"{"type": "reopen_opinion_case", "reason": "略"}"#),
    ("shorten_assignment", r#"{"due": "2100-01-01"}"#),
    ("report_progress", r#"{"type": "return_assignment", "text": null, "reason": "略"}"#),
    ("withdraw_assignment", r#"{"replaced_by": "$assignment"}"#),
    // Kept now and then when they are accepted: what follows from them is worth seeing.
    ("add_agenda_item", r#"{"kind": "membership"}"#),
    ("add_agenda_item", r#"{"kind": "decision", "major": true}"#),
    ("agree", r#"{"tasks": ["$outsider"]}"#),
    ("issue_other_document", r#"{"publicness": "closed", "reason": "略"}"#),
];

/// Words that might stand in some place or other of an act.
const WORDS: &[&str] = &[
    "division",
    "section",
    "staff",
    "enterprise",
    "plenary",
    "special",
    "thematic",
    "liaison",
    "liaison_officer",
    "member",
    "alternate",
    "circulation",
    "object",
    "abstain",
    "agree_with_reservation",
    "2021-12-31",
    "2024-02-29",
    "2023-03-01T09:00:00+08:00",
    "rules",
    "membership",
    "decision",
    "inspection",
    "closed",
    "letter",
    "p1",
    "p2",
    "p11",
    "p21",
    "p31",
    "nankai-dog-2022",
    "…通知",
];

/// A seeded source of choices.
#[derive(Debug)]
pub struct Dice {
    rng: Rng,
    units: Vec<String>,
    /// Those that the charter does not list as member units.
    outsiders: Vec<String>,
    series: Vec<String>,
    charter: String,
    /// Words that might stand anywhere: names of the charter, and a few that no charter fixes.
    words: Vec<String>,
}

impl Deref for Dice {
    type Target = Rng;

    fn deref(&self) -> &Rng {
        &self.rng
    }
}

impl DerefMut for Dice {
    fn deref_mut(&mut self) -> &mut Rng {
        &mut self.rng
    }
}

impl Dice {
    /// The same seed throws the same.
    pub fn new(seed: u64, charter: &Charter) -> Self {
        let units: Vec<String> = charter.units().iter().map(|it| it.id.to_string()).collect();
        let members = charter.settings().members.fixed().into_iter().flatten();
        let members: Vec<String> = members.map(ToString::to_string).collect();
        let series = charter.settings().series.fixed().into_iter().flatten();
        let names = charter.posts().iter().map(|it| it.id.to_string());
        let names = names.chain(charter.clauses().iter().map(|it| it.id.to_string()).step_by(20));
        let words = WORDS.iter().map(|it| (*it).to_owned()).chain(names).chain(units.clone());
        Self {
            rng: Rng::new(seed),
            series: series.map(|it| it.id.to_string()).collect(),
            charter: charter.id().to_string(),
            words: words.collect(),
            outsiders: units.iter().filter(|it| !members.contains(it)).cloned().collect(),
            units,
        }
    }

    /// A name that nothing has yet.
    fn fresh(&mut self, at: Time) -> String {
        format!("at-{}-{}", at.to_string().replace(':', "-"), self.below(1000))
    }

    /// A little later, and now and then much later.
    pub fn later(&mut self, at: Time) -> Time {
        let minutes = match self.below(40) {
            0 => 60 * 24 * 40,
            1..4 => 60 * 24,
            _ => self.below(12) as i64,
        };
        shift(at, minutes)
    }

    /// An act of those that were tried, with one thing changed; none if what results is not well-formed.
    pub fn mutate(
        &mut self,
        choices: &[Choice],
        past: &[(Act, PersonId)],
        persons: &[PersonId],
        at: Time,
    ) -> Option<Submission> {
        // What was done already is done again, as it was or nearly.
        if self.chance(2)
            && let Some((act, by)) = self.maybe_one_of(past).cloned()
        {
            let mut act = json!(act);
            if self.chance(2) {
                let other = json!(self.one_of(past).0);
                self.change(&mut act, &other);
            }
            let by = if self.chance(6) { self.one_of(persons).clone() } else { by };
            return wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()).ok();
        }
        let open: Vec<&Choice> = choices.iter().filter(|it| it.is_open()).collect();
        let from =
            if self.chance(3) || open.is_empty() { self.maybe_one_of(choices)? } else { *self.one_of(&open) };
        let mut act = json!(from.act);
        write_out(&mut act, &self.fresh(at));
        let mut by = self.one_of(persons).clone();
        let (mut when, mut recorded_at) = (at, None);
        match self.below(10) {
            0 => by = self.one_of(persons).clone(),
            1 => when = shift(at, -(self.below(60 * 24 * 400) as i64)),
            2 => recorded_at = Some(shift(at, -1)),
            _ => {
                let mut other = json!(self.one_of(choices).act);
                write_out(&mut other, &self.fresh(at));
                self.change(&mut act, &other);
            }
        }
        let submission =
            json!({"act": act, "by": by, "at": when, "recorded_at": recorded_at.unwrap_or(when.max(at))});
        wire::from_str(&submission.to_string()).ok()
    }

    /// The slips that fit one of the acts that were tried.
    pub fn slips(&mut self, acts: &[&Act], model: &Model, at: Time) -> Vec<Submission> {
        let mut all = Vec::new();
        for (name, fields) in SLIPS {
            let fits: Vec<&&Act> = acts.iter().filter(|it| it.kind().name() == *name).collect();
            let Some(act) = self.maybe_one_of(&fits) else { continue };
            let mut act = json!(act);
            write_out(&mut act, &self.fresh(at));
            let by = self.maybe_one_of(&model.persons).cloned().or("p1".parse().ok());
            let fields = fields.replace("$by", by.as_ref().map_or("p1", |it| it.as_str()));
            let fields = self.filled_in(&fields, model, at);
            for (key, value) in fields.as_object().into_iter().flatten() {
                act[key] = value.clone();
            }
            if let Some(act) = act.as_object_mut() {
                act.retain(|_, it| !it.is_null());
            }
            all.extend(wire::from_str(&json!({"act": act, "by": by, "at": at}).to_string()));
        }
        // A year that nobody meant.
        all.extend(all.last().cloned().map(|mut it: Submission| {
            it.recorded_at = Some(shift(at, 100 * 365 * 24 * 60));
            it
        }));
        all
    }

    /// The fields of a slip, with names of things that there are.
    fn filled_in(&mut self, fields: &str, model: &Model, at: Time) -> Value {
        let persons: Vec<String> = model.persons.iter().map(PersonId::to_string).collect();
        let minutes = model.minutes();
        let (mut fields, later) = (fields.to_owned(), [shift(at, 60).to_string()]);
        let (charter, year) = ([self.charter.clone()], [at.to_string()[..4].to_owned()]);
        for (sign, all) in [
            ("$unit", &self.units[..]),
            ("$outsider", if self.outsiders.is_empty() { &self.units } else { &self.outsiders }),
            ("$series", &self.series),
            ("$charter", &charter),
            ("$meeting", &model.meetings),
            ("$item", &model.items),
            ("$minutes", &minutes),
            ("$document", &model.documents),
            ("$assignment", &model.assignments),
            ("$person", &persons),
            ("$later", &later),
            ("$year", &year),
        ] {
            let word = self.rng.maybe_one_of(all).map_or("none", String::as_str);
            fields = fields.replace(sign, word);
        }
        serde_json::from_str(&fields).expect("a slip is JSON")
    }

    /// An act with one field changed.
    fn change(&mut self, act: &mut Value, other: &Value) {
        let Some(fields) = act.as_object_mut() else { return };
        let keys: Vec<String> = fields.keys().filter(|it| *it != "type").cloned().collect();
        let Some(key) = self.maybe_one_of(&keys).cloned() else { return };
        if self.chance(6) {
            fields.remove(&key);
            return;
        }
        let twin = other.get(&key).cloned();
        let Some(value) = fields.get_mut(&key) else { return };
        match value {
            Value::Bool(it) => *it = !*it,
            Value::Number(it) => {
                let n = it.as_i64().unwrap_or(0) + if self.chance(2) { 1 } else { -1 };
                *value = json!(n);
            }
            Value::Array(all) if self.chance(2) && !all.is_empty() => {
                let ix = self.below(all.len());
                all.remove(ix);
            }
            Value::Array(all) if self.chance(2) => {
                if let Some(first) = all.first().cloned() {
                    all.push(first);
                }
            }
            Value::Array(all) => {
                for it in all.iter_mut().take(1) {
                    self.change(it, &json!({}));
                    if let Value::String(text) = it {
                        self.word(text);
                    }
                }
            }
            Value::Object(map) => {
                let keys: Vec<String> = map.keys().cloned().collect();
                if let Some(key) = self.maybe_one_of(&keys) {
                    map.remove(key);
                }
            }
            Value::String(text) => match twin {
                Some(twin) if self.chance(2) => *value = twin,
                _ => self.word(text),
            },
            Value::Null => {}
        }
    }

    /// Another word that might stand in such a place.
    fn word(&mut self, text: &mut String) {
        text.clone_from(self.rng.one_of(&self.words));
    }
}

fn shift(at: Time, minutes: i64) -> Time {
    let moved = at.to_chrono() + std::time::Duration::from_secs(60 * minutes.unsigned_abs());
    let back = at.to_chrono() - std::time::Duration::from_secs(60 * minutes.unsigned_abs());
    Time::try_from(if minutes < 0 { back } else { moved }).unwrap_or(at)
}
