//! Journals that are kept for ever, each with its charter as it was and with what a body is by it.
//!
//! `tests/journals/NAME.jsonl` is the journal, `NAME.charter.json` the charter file, `NAME.state.json` what follows from them. A
//! library that replays to anything else has broken what hosts have stored.

use std::collections::BTreeSet;

use joint_meeting::{Charter, JointMeeting, answer::Trace, journal, wire};
use serde_json::{Value, json};

/// The journals by their names.
pub fn names() -> Vec<String> {
    let name = |it: std::path::PathBuf| Some(it.file_name()?.to_str()?.strip_suffix(ENDING)?.to_owned());
    crate::files("journals", ENDING).into_iter().filter_map(name).collect()
}

/// How the charters of the journals end.
const ENDING: &str = ".charter.json";

/// A file of a journal.
pub fn read(name: &str, ending: &str) -> String {
    let path = crate::folder("journals").join(format!("{name}.{ending}"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The body of a journal: trusted, or with every act decided again.
pub fn body(name: &str, is_checked: bool) -> JointMeeting {
    let charter =
        Charter::from_json(&read(name, "charter.json")).unwrap_or_else(|why| panic!("{name}: {why}"));
    let (text, charters) = (read(name, "jsonl"), [charter]);
    let body = match is_checked {
        true => JointMeeting::replay_checked(charters, &text, None),
        false => JointMeeting::replay(charters, &text),
    };
    body.unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// What a body is: how far its journal reaches, who is who at the end, and a digest of what it knows. What rules say of that is
/// not in it, since rules are mended.
pub fn summary(body: &JointMeeting) -> Value {
    let known = known(body);
    let last = body.entries().last().map(|it| it.recorded_at.date()).unwrap_or_default();
    json!({
        "head": body.head(None),
        "roster": body.roster(last),
        "known": known.as_array().map_or(0, Vec::len),
        "digest": journal::digest(known.to_string().as_bytes()),
    })
}

/// Everything a body knows that has no words: the roster of each day on which something happened, and the entries on each
/// thing that has a name.
pub fn known(body: &JointMeeting) -> Value {
    let days: BTreeSet<_> = body.entries().iter().map(|it| it.at.date()).collect();
    let rosters = days.into_iter().map(|it| json!([it, body.roster(it)]));
    let mut names = BTreeSet::new();
    body.entries().iter().for_each(|it| strings(&json!(it.act), &mut names));
    let entries = |traces: Vec<Trace>| traces.iter().map(|it| it.no).collect::<Vec<_>>();
    let trails = names.iter().filter_map(|it| Some(json!([it, entries(body.trail(it).ok()?)])));
    rosters.chain(trails).collect()
}

fn strings(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(it) => drop(into.insert(it.clone())),
        Value::Array(all) => all.iter().for_each(|it| strings(it, into)),
        Value::Object(all) => all.values().for_each(|it| strings(it, into)),
        _ => {}
    }
}

/// The summary as it is laid out in its file.
pub fn written(body: &JointMeeting) -> String {
    crate::layout::lay_out(&wire::to_string(&summary(body)))
}
