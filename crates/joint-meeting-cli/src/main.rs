//! The command `joint-meeting`: what was said is read, one command runs, and its end is the exit code.
//!
//! Floor by floor, from the lowest: words, ends, files; how it is stopped; what the parser knows; whoever calls; where bodies are kept; how a submission is
//! made; what each command does.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

mod end;
mod files;
mod words;

mod stopping;

mod command;
mod misused;

mod caller;

mod keeping;

mod making;

mod acts;

use std::{ffi::OsString, io::Write as _, process::ExitCode};

use clap::error::ErrorKind;
use joint_meeting::Language;

use crate::{
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
};

fn main() -> ExitCode {
    stopping::listen();
    let args: Vec<OsString> = std::env::args_os().collect();
    let language = language(&args);
    let is_json = args.iter().any(|it| it == "--json");
    match run(language, &args) {
        Ok(end) => ExitCode::from(end as u8),
        Err(why) => {
            tell(language, &why, is_json);
            ExitCode::from(why.end as u8)
        }
    }
}

/// The language in which even a wrong use is told.
fn language(args: &[OsString]) -> Language {
    let said = args.iter().enumerate().find_map(|(ix, it)| {
        let it = it.to_str()?;
        let next = || args.get(ix + 1)?.to_str();
        if it == "--lang" { next() } else { it.strip_prefix("--lang=") }
    });
    let said = said.map(ToOwned::to_owned).or_else(|| std::env::var("JOINT_MEETING_LANG").ok());
    if said.is_some_and(|it| it.starts_with("en")) { Language::En } else { Language::Zh }
}

fn run(language: Language, args: &[OsString]) -> Ended {
    let commands = command::command(language);
    let said = match commands.clone().try_get_matches_from(args) {
        Ok(said) => said,
        Err(why) if matches!(why.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let _ = write!(anstream::stdout(), "{}", why.render().ansi());
            return Ok(CommandEnd::Done);
        }
        Err(why) if why.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(anstream::stderr(), "{}", why.render().ansi());
            return Ok(CommandEnd::Usage);
        }
        Err(why) => return Err(misused::misused(language, &why, &commands)),
    };
    let Some((name, said)) = said.subcommand() else { return Ok(CommandEnd::Usage) };
    let caller = CommandCaller { language, said };
    if let Some(said) = caller.of("lang").filter(|it| !matches!(*it, "zh" | "en")) {
        return Err(CommandFault::usage(caller.say("use.value", &["--lang", said])));
    }
    acts::run(name, &caller)
}

/// Tells what went wrong.
fn tell(language: Language, why: &CommandFault, is_json: bool) {
    let mut stream = anstream::stderr();
    let _ = if is_json {
        let text = serde_json::json!({
            "error": {"code": why.end as u8, "kind": why.kind, "text": why.text}
        });
        writeln!(stream, "{text}")
    } else {
        let colon = language.of("：", ": ");
        writeln!(stream, "\u{1b}[1;31m{}\u{1b}[0m{colon}{}", words::say(language, "error", &[]), why.text)
    };
}
