//! `fleet`: one question asked of all bodies of a store or of a file of Parquet, and its rows written to a file.

use std::path::Path;

use joint_meeting::{Charter, Language, answer::Verdict, charters, chrono::FixedOffset};
use joint_meeting_fleet::{FleetCharters, FleetError, FleetInput, FleetQuestion, FleetRan, FleetRun};

use crate::{
    acts::{
        asking::{days, fallback},
        safekeeping::bar,
    },
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended, end_of},
    keeping::Opening,
    stopping,
    words::joined,
};

pub(super) fn fleet(caller: &CommandCaller<'_>) -> Ended {
    let Some((name, caller)) = caller.within() else { return Ok(CommandEnd::Usage) };
    let question = question(&caller, name)?;
    let output = Path::new(caller.needs("output")?);
    if output.exists() && !caller.has("force") {
        return Err(caller.not_written(output, &std::io::ErrorKind::AlreadyExists.into()));
    }
    let skip = caller.number("skip")?.unwrap_or(0);
    let bar = bar(&caller, "fleet.progress", None);
    let run = FleetRun::new(input(&caller)?, output, question)
        .charters(charters_of(&caller)?)
        .skip(skip)
        .progress(|it| bar.set_position(skip + it.bodies))
        .stop(stopping::ask_first());
    let ran = match caller.number("threads")? {
        Some(threads) => run.threads(threads).run(),
        None => run.run(),
    };
    bar.finish_and_clear();
    told(&caller, &ran.map_err(|why| fault(&caller, &why))?, skip)
}

/// What is asked of every body.
fn question(caller: &CommandCaller<'_>, name: &str) -> Result<FleetQuestion, CommandFault> {
    let on = caller.day("on", offset())?;
    let question = match name {
        "audit" => FleetQuestion::audit(caller.whole_year(on)?, on),
        "owed" => FleetQuestion::obligations(on, days(caller)?),
        _ => FleetQuestion::charters(on),
    };
    let verdicts = caller.of("only").unwrap_or_default().split([',', '、']).filter(|it| !it.is_empty());
    let verdicts: Vec<Verdict> = verdicts.map(|it| verdict(caller, it.trim())).collect::<Result<_, _>>()?;
    let question = question.only(verdicts).said_in(caller.language);
    Ok(if caller.has("checked") { question.checked() } else { question })
}

fn verdict(caller: &CommandCaller<'_>, said: &str) -> Result<Verdict, CommandFault> {
    let found = Verdict::ALL
        .iter()
        .find(|it| it.word() == said || [Language::Zh, Language::En].iter().any(|of| it.text(*of) == said));
    found.copied().ok_or_else(|| {
        let known = Verdict::ALL.iter().map(|it| it.text(caller.language));
        CommandFault::usage(caller.say("bad.verdict", &[said, &joined(caller.language, known)]))
    })
}

/// The offset in which a day is today where no body says which: that of the charters that come with the program.
fn offset() -> FixedOffset {
    let first = charters::ALL.first().and_then(|(name, _)| Charter::bundled(name).ok());
    first.map_or_else(fallback, |it| it.offset())
}

fn input(caller: &CommandCaller<'_>) -> Result<FleetInput, CommandFault> {
    match caller.of("bodies") {
        Some(path) if !Path::new(path).exists() => {
            let why = caller.why(&std::io::ErrorKind::NotFound.into());
            Err(CommandFault::input("file", caller.say("bad.file", &[path, &why])))
        }
        Some(path) if path.ends_with(".parquet") => FleetInput::at(path).map_err(|why| fault(caller, &why)),
        Some(path) => Err(CommandFault::usage(caller.say("bad.ending", &[path, ".parquet"]))),
        None => Ok(FleetInput::Store(caller.store(Opening::Read)?)),
    }
}

/// The charters that come with the program, and those of files.
fn charters_of(caller: &CommandCaller<'_>) -> Result<FleetCharters, CommandFault> {
    let files = caller.all("charters").into_iter();
    files.map(|it| Ok(caller.charter(it)?.1)).try_fold(FleetCharters::bundled(), |all, it| Ok(all.with(it?)))
}

fn told(caller: &CommandCaller<'_>, ran: &FleetRan, skip: u64) -> Ended {
    let it = ran.so_far;
    let output = ran.output.display().to_string();
    if caller.has("json") {
        let answer = serde_json::json!({
            "bodies": it.bodies, "unread": it.unread, "rows": it.rows, "stopped": ran.stopped, "output": output,
        });
        caller.print(&serde_json::json!({"answer": answer}).to_string());
    } else {
        caller.print(&caller.say("fleet.done", &[&it.bodies.to_string(), &it.rows.to_string(), &output]));
        if it.unread > 0 {
            caller.print(&caller.say("fleet.unread", &[&it.unread.to_string()]));
        }
        if ran.stopped {
            caller.print(&caller.say("fleet.stopped", &[&(skip + it.bodies).to_string()]));
        }
    }
    Ok(match (ran.stopped, it.unread) {
        (true, _) => CommandEnd::Interrupted,
        (false, 0) => CommandEnd::Done,
        (false, _) => CommandEnd::Input,
    })
}

fn fault(caller: &CommandCaller<'_>, why: &FleetError) -> CommandFault {
    let end = match why {
        FleetError::Store(why) => end_of(why),
        FleetError::Ending { .. } => CommandEnd::Usage,
        FleetError::File { .. } | FleetError::Failed { .. } => CommandEnd::Store,
        _ => CommandEnd::Input,
    };
    CommandFault { end, kind: why.kind(), text: why.text(caller.language) }
}
