//! The commands and their options, as the parser knows them, with help in the language of whoever calls.

use clap::{Arg, ArgAction, Command};
use joint_meeting::Language;

use crate::words::say;

/// A command: its name, what stands after it, its options.
struct CommandSpec {
    name: &'static str,
    positional: &'static [(&'static str, HowMany)],
    options: &'static [&'static str],
}

/// How many a positional argument is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HowMany {
    One,
    Maybe,
    Any,
}

use HowMany::{Any, Maybe, One};

const COMMANDS: &[CommandSpec] = &[
    CommandSpec {
        name: "new",
        positional: &[("roster", Maybe)],
        options: &["charter", "at", "by", "template", "output", "force", "agreed", "basis", "as-done"],
    },
    CommandSpec { name: "who", positional: &[], options: &["on", "output", "force"] },
    CommandSpec { name: "due", positional: &[], options: &["on", "days", "output", "force"] },
    CommandSpec { name: "owes", positional: &[], options: &["on", "days", "output", "force"] },
    CommandSpec {
        name: "may",
        positional: &[("what", Any)],
        options: &["by", "at", "about", "as-done", "output", "force"],
    },
    CommandSpec {
        name: "do",
        positional: &[("what", Any)],
        options: &["by", "at", "recorded-by", "proof", "proof-kind", "key", "as-done", "ask", "yes"],
    },
    CommandSpec {
        name: "correct",
        positional: &[("entry", One), ("fields", Any)],
        options: &["strike", "reason", "by", "proof", "proof-kind", "ask", "yes"],
    },
    CommandSpec { name: "audit", positional: &[], options: &["year", "on", "output", "force"] },
    CommandSpec { name: "why", positional: &[("id", One)], options: &["on", "output", "force"] },
    CommandSpec {
        name: "papers",
        positional: &[("paper", Any)],
        options: &["year", "on", "format", "output", "force"],
    },
    CommandSpec {
        name: "calendar",
        positional: &[],
        options: &["year", "from", "to", "on", "output", "force"],
    },
    CommandSpec {
        name: "roster",
        positional: &[("roster", Maybe)],
        options: &["on", "at", "by", "perform", "output", "force", "basis", "as-done"],
    },
    CommandSpec { name: "journal", positional: &[], options: &["on", "output", "force"] },
    CommandSpec { name: "verify", positional: &[], options: &["keep", "heads", "force"] },
    CommandSpec { name: "repair", positional: &[], options: &[] },
    CommandSpec { name: "export", positional: &[("folder", One)], options: &[] },
    CommandSpec { name: "import", positional: &[("folder", One)], options: &[] },
    CommandSpec { name: "backup", positional: &[("place", One)], options: &[] },
    CommandSpec { name: "completions", positional: &[("shell", One)], options: &[] },
    CommandSpec { name: "man", positional: &[], options: &[] },
];

const CHARTER: &[CommandSpec] = &[
    CommandSpec {
        name: "new",
        positional: &[("name", One), ("folder", Maybe)],
        options: &["record", "force"],
    },
    CommandSpec { name: "lint", positional: &[("file", One)], options: &[] },
    CommandSpec { name: "check-text", positional: &[("file", One), ("text", One)], options: &[] },
    CommandSpec { name: "outline", positional: &[("text", One)], options: &[] },
    CommandSpec { name: "diff", positional: &[("before", One), ("after", One)], options: &[] },
    CommandSpec { name: "rules", positional: &[("word", Maybe)], options: &[] },
    CommandSpec { name: "list", positional: &[], options: &[] },
];

const FLEET: &[CommandSpec] = &[
    CommandSpec {
        name: "audit",
        positional: &[("bodies", Maybe)],
        options: &["year", "on", "only", "checked", "charters", "threads", "skip", "output", "force"],
    },
    CommandSpec {
        name: "owed",
        positional: &[("bodies", Maybe)],
        options: &["on", "days", "only", "checked", "charters", "threads", "skip", "output", "force"],
    },
    CommandSpec {
        name: "charters",
        positional: &[("bodies", Maybe)],
        options: &["on", "checked", "charters", "threads", "skip", "output", "force"],
    },
];

/// Those that stand after every command.
const GENERAL: &[&str] = &["store", "body", "lang", "json", "width", "now", "given"];

/// Options without a value.
const FLAGS: &[&str] = &[
    "json", "force", "template", "agreed", "as-done", "ask", "yes", "strike", "perform", "checked", "record",
];

/// The whole command.
pub(crate) fn command(language: Language) -> Command {
    let general = GENERAL.iter().map(|it| option(language, it, "head.general").global(true));
    let top = dressed(Command::new("joint-meeting"), language, "joint-meeting", &[], true)
        .about(say(language, "about", &[]))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(say(language, "arg.version", &[]))
                .help_heading(say(language, "head.options", &[])),
        )
        .args(general)
        .after_help(say(language, "after", &[]));
    let all = COMMANDS.iter().map(|it| sub(language, it, "joint-meeting", "cmd"));
    top.subcommands(all).subcommands([group(language, "charter", CHARTER), group(language, "fleet", FLEET)])
}

/// A command that has commands of its own.
fn group(language: Language, name: &'static str, of: &'static [CommandSpec]) -> Command {
    let (path, about) = (format!("joint-meeting {name}"), format!("cmd.{name}"));
    dressed(Command::new(name), language, &path, &[], true)
        .about(say(language, &about, &[]))
        .subcommands(of.iter().map(|it| sub(language, it, &path, &about)))
}

fn sub(language: Language, spec: &CommandSpec, before: &str, about: &str) -> Command {
    let path = format!("{before} {}", spec.name);
    let places = spec.positional.iter().enumerate().map(|(ix, (name, places))| {
        let arg = Arg::new(*name)
            .index(ix + 1)
            .value_name(say(language, &format!("value.{name}"), &[]))
            .help(say(language, &format!("arg.{name}"), &[]))
            .help_heading(say(language, "head.arguments", &[]))
            .required(*places == One);
        if *places == Any { arg.num_args(0..).action(ArgAction::Append) } else { arg }
    });
    dressed(Command::new(spec.name), language, &path, spec.positional, false)
        .about(say(language, &format!("{about}.{}", spec.name), &[]))
        .args(places)
        .args(spec.options.iter().map(|it| option(language, it, "head.options")))
}

fn option(language: Language, name: &'static str, heading: &str) -> Arg {
    let arg = Arg::new(name).long(name).help(say(language, &format!("arg.{name}"), &[])).help_heading(say(
        language,
        heading,
        &[],
    ));
    match name {
        _ if FLAGS.contains(&name) => arg.action(ArgAction::SetTrue),
        "proof" | "charters" => {
            arg.action(ArgAction::Append).value_name(say(language, &format!("value.{name}"), &[]))
        }
        "output" => arg.short('o').value_name(say(language, "value.output", &[])),
        _ => arg.value_name(say(language, &format!("value.{name}"), &[])),
    }
}

/// A command whose help is in that language throughout.
fn dressed(
    command: Command,
    language: Language,
    path: &str,
    positional: &[(&str, HowMany)],
    has_commands: bool,
) -> Command {
    let word = |key: &str| say(language, key, &[]);
    let mut usage = format!("{path} {}", word("usage.options"));
    if has_commands {
        usage = format!("{usage} {}", word("usage.command"));
    }
    for (name, places) in positional {
        let value = word(&format!("value.{name}"));
        usage += &match places {
            One => format!(" <{value}>"),
            Maybe => format!(" [{value}]"),
            Any => format!(" [{value}]..."),
        };
    }
    let head = word("head.usage");
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(word("arg.help"))
        .help_heading(word("head.options"));
    command
        .override_usage(usage)
        .help_template(format!("{{about-with-newline}}\n{head}: {{usage}}\n\n{{all-args}}{{after-help}}"))
        .subcommand_help_heading(word("head.commands"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .subcommand_required(has_commands)
        .arg_required_else_help(has_commands)
}
