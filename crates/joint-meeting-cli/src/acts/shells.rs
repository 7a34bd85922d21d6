//! Completions for shells, and the manual page.

use std::io::Write as _;

use clap::ValueEnum as _;
use clap_complete::{Generator as _, Shell};

use crate::{
    caller::CommandCaller,
    command::command,
    end::{CommandEnd, CommandFault, Ended},
    words::joined,
};

pub(super) fn completions(caller: &CommandCaller<'_>) -> Ended {
    let said = caller.of("shell").unwrap_or_default();
    let known = || joined(caller.language, Shell::value_variants().iter().map(ToString::to_string));
    let shell: Shell =
        said.parse().map_err(|_| CommandFault::usage(caller.say("bad.shell", &[said, &known()])))?;
    let mut of = command(caller.language);
    of.set_bin_name("joint-meeting");
    of.build();
    let mut written = Vec::new();
    let done = shell.try_generate(&of, &mut written);
    done.map_err(|why| CommandFault::disk(caller.why(&why)))?;
    let _ = std::io::stdout().write_all(&written);
    Ok(CommandEnd::Done)
}

pub(super) fn man(caller: &CommandCaller<'_>) -> Ended {
    let mut written = Vec::new();
    let page = clap_mangen::Man::new(command(caller.language)).render(&mut written);
    page.map_err(|why| CommandFault::disk(caller.why(&why)))?;
    let _ = std::io::stdout().write_all(&written);
    Ok(CommandEnd::Done)
}
