//! The commands of the workspace: `cargo xtask` lists them.
//!
//! Standard library only: a fresh clone needs nothing but Rust to run them. What a command does is in the
//! file of its name.

mod bench;
mod dist;
mod fleet;
mod generate;
mod long_forms;
mod mutants;
mod paths;
mod process;
mod programs;
mod python;
mod requirements;
mod test;
mod tools;
mod torture;
mod wasm;

use std::process::ExitCode;

/// A command and what it is for.
struct Command {
    name: &'static str,
    usage: &'static str,
    what: &'static str,
    /// Who says with `--help` how it is used.
    help: Help,
    /// How it ends; an error is a command that could not do its work.
    run: fn(&[String]) -> Result<ExitCode, String>,
}

enum Help {
    /// The list of commands has said all.
    Listed,
    /// There is more to say.
    More(&'static str),
    /// The program that does the work says it.
    Program,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "test",
        usage: "test [--fast]",
        what: "build and run every test and check; --fast: only the quick ones",
        help: Help::Listed,
        run: test::run,
    },
    Command {
        name: "python",
        usage: "python",
        what: "build and test the Python package alone",
        help: Help::Listed,
        run: python::run,
    },
    Command {
        name: "generate",
        usage: "generate [--check]",
        what: "write the generated files; --check: fail where one is stale, and write nothing",
        help: Help::Listed,
        run: generate::run,
    },
    Command {
        name: "wasm",
        usage: "wasm [--test]",
        what: "build the package for JavaScript into bindings/wasm/dist; --test: and test it",
        help: Help::Listed,
        run: wasm::run,
    },
    Command {
        name: "hosts",
        usage: "hosts",
        what: "build and run tiny apps of those who embed the package for JavaScript, after `wasm --test`",
        help: Help::Listed,
        run: |_| wasm::hosts().map(|()| ExitCode::SUCCESS),
    },
    Command {
        name: "desk",
        usage: "desk",
        what: "build the page of an office into bindings/wasm/desk/dist, and test it in a browser, after `wasm`",
        help: Help::Listed,
        run: |_| {
            if !wasm::desk()? {
                println!("not tested: {}", wasm::NO_BROWSER);
            }
            Ok(ExitCode::SUCCESS)
        },
    },
    Command {
        name: "dist",
        usage: "dist [FOLDER] [--only PARTS]",
        what: "make all that is handed out, with its sums, into target/dist; --twice: see that it comes out the same; --help: how",
        help: Help::More(dist::HELP),
        run: dist::run,
    },
    Command {
        name: "bench",
        usage: "bench [worst|store|--peers|--papers]",
        what: "measure, and print one table of ratios; store: the stores under load, --peers: Python and JavaScript, --papers: the papers, against others",
        help: Help::Listed,
        run: bench::run,
    },
    Command {
        name: "fleet",
        usage: "fleet [BODIES|--test]",
        what: "audit a million bodies, or so many, beside bare JSON and Spark with an empty function, and print what it took; --test: test the wheel and the recipes",
        help: Help::Listed,
        run: fleet::run,
    },
    Command {
        name: "counts",
        usage: "counts [--write]",
        what: "count instructions, by valgrind, and fail where there are more than were kept; --write: keep these",
        help: Help::Listed,
        run: bench::counts,
    },
    Command {
        name: "torture",
        usage: "torture [--minutes N] [--keep] [NAME…]",
        what: "try to break the doors by fuzzing, and run the long forms of tests; --help: how",
        help: Help::More(torture::HELP),
        run: torture::run,
    },
    Command {
        name: "mutants",
        usage: "mutants [arguments]",
        what: "break the rules one expression at a time, and see whether the vectors notice; --help: how",
        help: Help::Program,
        run: mutants::run,
    },
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let name = match args.next() {
        Some(it) if !matches!(it.as_str(), "-h" | "--help") => it,
        _ => {
            println!("{}", usage());
            return ExitCode::SUCCESS;
        }
    };
    let Some(command) = COMMANDS.iter().find(|it| it.name == name) else {
        eprintln!("there is no command `{name}`\n\n{}", usage());
        return ExitCode::from(2);
    };
    let args: Vec<String> = args.collect();
    let asks = args.iter().any(|it| it == "-h" || it == "--help");
    match command.help {
        Help::Listed if asks => println!("{}", line(command)),
        Help::More(more) if asks => println!("{}\n\n{more}", line(command)),
        _ => return ran(command, &args),
    }
    ExitCode::SUCCESS
}

fn ran(command: &Command, args: &[String]) -> ExitCode {
    match (command.run)(args) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("cargo xtask {}: {why}", command.name);
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let lines = COMMANDS.iter().map(|it| format!("\n  {}", line(it)));
    format!("Commands, each with --help:{}", lines.collect::<String>())
}

fn line(it: &Command) -> String {
    format!("cargo xtask {:<20} {}", it.usage, it.what)
}

/// Whether the one flag a command knows was given; anything else is an error.
fn flag(args: &[String], known: &str) -> Result<bool, String> {
    match args.iter().find(|it| *it != known) {
        Some(other) => Err(format!("unknown argument `{other}`; the only one is `{known}`")),
        None => Ok(!args.is_empty()),
    }
}
