//! What the parser says of a wrong use, in the language of whoever calls.

use clap::{
    Command,
    error::{ContextKind, ContextValue, Error, ErrorKind},
};
use joint_meeting::{Language, words::nearest};

use crate::{
    end::CommandFault,
    words::{joined, say},
};

/// A wrong use in words.
pub(crate) fn misused(language: Language, why: &Error, commands: &Command) -> CommandFault {
    let of = |kind| why.get(kind).map(plain).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    let known = match why.kind() {
        ErrorKind::InvalidSubcommand => {
            let wrong = of(ContextKind::InvalidSubcommand);
            let names = commands.get_subcommands().map(|it| (it.get_name(), it.get_name()));
            let near: Vec<&str> = nearest(&wrong, names).collect();
            return told(language, say(language, "use.command", &[&wrong]), &near);
        }
        ErrorKind::UnknownArgument => {
            let near = of(ContextKind::SuggestedArg);
            let near: Vec<&str> = Some(near.as_str()).filter(|it| !it.is_empty()).into_iter().collect();
            return told(language, say(language, "use.unknown", &[&argument]), &near);
        }
        ErrorKind::MissingRequiredArgument => say(language, "use.missing", &[&argument]),
        ErrorKind::MissingSubcommand => say(language, "use.missing", &[&say(language, "usage.command", &[])]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            say(language, "use.value", &[&argument, &of(ContextKind::InvalidValue)])
        }
        ErrorKind::ArgumentConflict => {
            say(language, "use.conflict", &[&argument, &of(ContextKind::PriorArg)])
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            say(language, "use.many", &[&argument])
        }
        ErrorKind::InvalidUtf8 => say(language, "use.utf8", &[]),
        _ => say(language, "use.other", &[]),
    };
    told(language, known, &[])
}

fn told(language: Language, what: String, near: &[&str]) -> CommandFault {
    let mut lines = vec![what];
    if !near.is_empty() {
        lines.push(say(language, "nearest", &[&joined(language, near)]));
    }
    lines.push(say(language, "use.help", &[]));
    CommandFault::usage(lines.join("\n"))
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(it) => it.clone(),
        ContextValue::Strings(all) => all.join(" "),
        other => other.to_string(),
    }
}
