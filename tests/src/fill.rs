//! Filling in what an option leaves to be chosen, as a host would.

use joint_meeting::{Act, JointMeeting, answer::Choice, wire};
use serde_json::{Value, json};

use crate::rng::Rng;

/// The act of a choice, with its blanks filled in: now and then left out, mostly with a value that was tried.
pub fn filled(choice: &Choice, body: &JointMeeting, rng: &mut Rng) -> Act {
    let mut act = json!(choice.act);
    for blank in &choice.choose {
        if let Some(value) = rng.maybe_one_of(&blank.suggested) {
            act[blank.field] = value.clone();
        }
    }
    read(act, body)
}

/// An act as it was tried, with what was made up written out.
pub fn written_out(act: &Act, body: &JointMeeting) -> Act {
    read(json!(act), body)
}

fn read(mut act: Value, body: &JointMeeting) -> Act {
    write_out(&mut act, &format!("new-{}", body.state().count() + 1));
    wire::from_str(&act.to_string()).expect("an act that is filled in is an act")
}

/// Writes something where dots stand.
pub fn write_out(value: &mut Value, word: &str) {
    match value {
        Value::String(it) if it == "…" => word.clone_into(it),
        // Another text than the one where dots stand once.
        Value::String(it) if it == "……" => *it = format!("{word}, otherwise"),
        Value::Array(all) => all.iter_mut().for_each(|it| write_out(it, word)),
        Value::Object(map) => {
            let all = std::mem::take(map);
            map.extend(all.into_iter().map(|(key, mut it)| {
                write_out(&mut it, word);
                (if key == "…" { word.to_owned() } else { key }, it)
            }));
        }
        _ => {}
    }
}
