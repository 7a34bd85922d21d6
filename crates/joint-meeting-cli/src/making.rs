//! How a submission is made of a file, of arguments, or of answers to questions.

use std::io::{self, IsTerminal as _, Write as _};

use joint_meeting::{
    ActKind, JointMeeting, Submission,
    answer::{Blank, Choice, OptionsWanted},
    chrono::FixedOffset,
    id::PersonId,
    time::Time,
    wire,
    words::{field_text, nearest},
};
use serde_json::{Map, Value};

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault},
    words::joined,
};

/// A value as people write it, of the kind that a field takes.
pub(crate) fn value_of(
    caller: &CommandCaller<'_>,
    said: &str,
    kind: &str,
    many: bool,
) -> Result<Value, CommandFault> {
    let said = said.trim();
    if said.starts_with(['[', '{'])
        && let Ok(value) = serde_json::from_str(said)
    {
        return Ok(value);
    }
    if many {
        let each = said.split([',', '，', '、']).map(str::trim).filter(|it| !it.is_empty());
        return each.map(|it| value_of(caller, it, kind, false)).collect();
    }
    let fault = |key: &str| CommandFault::usage(caller.say(key, &[said]));
    match kind {
        "number" => said.parse::<i64>().map(Value::from).map_err(|_| fault("bad.number")),
        "yes_or_no" => match said {
            "是" | "yes" | "true" | "y" => Ok(true.into()),
            "否" | "no" | "false" | "n" => Ok(false.into()),
            _ => Err(fault("bad.yes")),
        },
        "object" => serde_json::from_str(said).map_err(|_| fault("bad.field")),
        // Of a field that nobody has told of, whatever it looks like.
        "" => Ok(serde_json::from_str(said).unwrap_or_else(|_| said.into())),
        _ => Ok(said.into()),
    }
}

/// `field=value`, in pieces.
pub(crate) fn pairs<'s>(
    caller: &CommandCaller<'_>,
    said: &[&'s str],
) -> Result<Vec<(&'s str, &'s str)>, CommandFault> {
    let bad = |it: &str| CommandFault::usage(caller.say("bad.field", &[it]));
    said.iter().map(|it| it.split_once('=').ok_or_else(|| bad(it))).collect()
}

/// Whether questions can be asked.
pub(crate) fn can_ask(caller: &CommandCaller<'_>) -> bool {
    caller.has("ask") || io::stdin().is_terminal()
}

/// Asks, and hands over the answer.
pub(crate) fn ask(caller: &CommandCaller<'_>, question: &str) -> Result<String, CommandFault> {
    let _ = write!(anstream::stderr(), "{question}: ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    match io::stdin().read_line(&mut answer) {
        Ok(0) | Err(_) => Err(CommandFault::usage(caller.say("ask.missing", &[question]))),
        Ok(_) => {
            if !io::stdin().is_terminal() {
                let _ = writeln!(anstream::stderr());
            }
            Ok(answer.trim().to_owned())
        }
    }
}

/// Whether it is meant, where questions are asked at all.
pub(crate) fn is_meant(caller: &CommandCaller<'_>) -> Result<bool, CommandFault> {
    let answer = ask(caller, &caller.say("ask.sure", &[]))?;
    Ok(matches!(answer.as_str(), "y" | "Y" | "yes" | "是"))
}

/// Submissions of a file: one, or a list. Who and when may be left to the options.
pub(crate) fn of_file(
    caller: &CommandCaller<'_>,
    path: &str,
    by: Option<&PersonId>,
    at: Time,
) -> Result<Vec<Submission>, CommandFault> {
    let text = caller.read(path)?;
    let wrong = |why: wire::MalformedError| {
        CommandFault::input("json", caller.say("bad.json", &[path, &why.text(caller.language)]))
    };
    // What says everything is read as it stands, so that what is wrong is named by its line.
    let first = wire::submissions(&text);
    let Err(why) = first else { return first.map_err(wrong) };
    let Ok(value) = serde_json::from_str::<Value>(&text) else { return Err(wrong(why)) };
    let all = match value {
        Value::Array(all) => all,
        one => vec![one],
    };
    let filled = all.into_iter().map(|it| {
        let mut it = match it {
            Value::Object(it) => it,
            other => return other,
        };
        if it.contains_key("type") {
            it = [("act".to_owned(), Value::from(it))].into_iter().collect();
        }
        if let Some(by) = by {
            it.entry("by").or_insert_with(|| by.as_str().into());
        }
        it.entry("at").or_insert_with(|| at.to_string().into());
        Value::from(it)
    });
    wire::submissions(&Value::Array(filled.collect()).to_string()).map_err(wrong)
}

/// The act of that name, in the wire's words or the language of the caller.
pub(crate) fn act_named(caller: &CommandCaller<'_>, said: &str) -> Result<ActKind, CommandFault> {
    let titled = || ActKind::ALL.iter().copied().find(|it| it.title(caller.language) == said);
    let unknown = || {
        let near = nearest(said, ActKind::ALL.iter().map(|it| (it.name(), it.name())));
        let near: Vec<&str> = near.collect();
        caller.with_nearest(CommandFault::usage(caller.say("bad.act", &[said])), &near)
    };
    ActKind::named(said).or_else(titled).ok_or_else(unknown)
}

/// An act of a kind, from the fields that were said, those that the body settles, and answers to questions.
pub(crate) fn of_fields(
    caller: &CommandCaller<'_>,
    body: &JointMeeting,
    kind: Option<ActKind>,
    said: &[(&str, &str)],
    (by, at): (&PersonId, Time),
) -> Result<Value, CommandFault> {
    let offset = at.to_chrono().offset().to_owned();
    let wanted = OptionsWanted::default();
    let wanted = if let Some(kind) = kind { wanted.kinds([kind]) } else { wanted };
    let choices = body.options_page(by, at, &wanted).rows;
    let asks = can_ask(caller);
    if kind.is_none() && choices.is_empty() {
        return Err(CommandFault {
            end: CommandEnd::No,
            kind: "none",
            text: caller.say("ask.none", &[by.as_str()]),
        });
    }
    let fits = |it: &&Choice| {
        said.iter().all(|(field, value)| {
            let settled = it.draft.fields().get(*field);
            settled.is_none_or(|settled| same(settled, value))
        })
    };
    let mut fitting: Vec<&Choice> = choices.iter().filter(fits).collect();
    if fitting.iter().any(|it| it.is_open()) {
        fitting.retain(|it| it.is_open());
    }
    let choice = match fitting.as_slice() {
        [] => None,
        [only] if kind.is_some() => Some(*only),
        several if asks => Some(chosen(caller, several)?),
        [first, ..] => Some(*first),
    };
    let mut fields = choice.map_or_else(Map::new, |it| it.draft.fields().clone());
    if let Some(kind) = kind {
        fields.insert("type".to_owned(), kind.name().into());
    }
    let act = fields.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    for (field, value) in said {
        let (kind, many) = shape_of(&act, field);
        let value = value_of(caller, value, kind, many)?;
        fields.insert((*field).to_owned(), timed(caller, value, kind, offset)?);
    }
    let own = choice.map(|it| it.choose.as_slice()).unwrap_or_default();
    let open: Vec<&Blank> = own.iter().filter(|it| !fields.contains_key(it.field)).collect();
    let missing: Vec<String> =
        open.iter().filter(|it| !it.optional).map(|it| blank(caller, &act, it)).collect();
    if !asks && !missing.is_empty() {
        return Err(CommandFault::usage(caller.say("ask.missing", &[&joined(caller.language, missing)])));
    }
    for it in open.into_iter().filter(|_| asks) {
        let answer = ask(caller, &blank(caller, &act, it))?;
        let value = match (answer.is_empty(), it.suggested.first()) {
            (true, _) if it.optional => continue,
            (true, Some(first)) => first.clone(),
            _ => timed(caller, value_of(caller, &answer, it.kind, it.many)?, it.kind, offset)?,
        };
        fields.insert(it.field.to_owned(), value);
    }
    Ok(Value::from(fields))
}

/// What stands in a field of an act, and whether it is a list; of a field that it does not have, nothing is known.
pub(crate) fn shape_of(act: &str, field: &str) -> (&'static str, bool) {
    let fields = ActKind::named(act).map_or(&[][..], ActKind::fields);
    fields.iter().find(|it| it.name == field).map_or(("", false), |it| (it.kind, it.many))
}

/// Moments are written with the offset of the body.
pub(crate) fn timed(
    caller: &CommandCaller<'_>,
    value: Value,
    kind: &str,
    offset: FixedOffset,
) -> Result<Value, CommandFault> {
    match (&value, kind) {
        (Value::String(said), "time") => Ok(caller.moment(said, offset)?.to_string().into()),
        _ => Ok(value),
    }
}

fn same(settled: &Value, said: &str) -> bool {
    match settled {
        Value::String(it) => it == said,
        Value::Array(_) => true,
        other => serde_json::from_str::<Value>(said).is_ok_and(|it| it == *other),
    }
}

/// A field that is still to be said, as it is asked for.
fn blank(caller: &CommandCaller<'_>, act: &str, it: &Blank) -> String {
    let mut notes = vec![it.field.to_owned(), it.kind.to_owned()];
    if it.many {
        notes.push(caller.say("ask.many", &[]));
    }
    if it.optional {
        notes.push(caller.say("ask.optional", &[]));
    }
    let plain = |it: &Value| it.as_str().map_or_else(|| it.to_string(), ToOwned::to_owned);
    let suggested = joined(caller.language, it.suggested.iter().map(plain));
    let suggested = if suggested.is_empty() { suggested } else { format!(" [{suggested}]") };
    let name = field_text(act, it.field, caller.language).unwrap_or(it.field);
    format!("{name} ({}){suggested}", joined(caller.language, notes))
}

/// The choice whose number is said.
fn chosen<'c>(caller: &CommandCaller<'_>, all: &[&'c Choice]) -> Result<&'c Choice, CommandFault> {
    for (no, it) in (1..).zip(all) {
        let label = caller.language.of(&it.label.zh, &it.label.en);
        let _ = writeln!(anstream::stderr(), "{no:>4}  {label}");
    }
    let answer = ask(caller, &caller.say("ask.which", &[]))?;
    let wrong = || caller.no_number(&answer);
    let no: usize = answer.parse().map_err(|_| wrong())?;
    no.checked_sub(1).and_then(|it| all.get(it)).copied().ok_or_else(wrong)
}
