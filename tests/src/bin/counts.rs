//! Counts instructions, and fails where there are more than were kept. `counts --write` keeps what is counted.
//!
//! It is to be built with `--release`; `cargo xtask counts` does so.

use std::{collections::BTreeMap, env, fs, process::ExitCode};

use conformance::{
    counts::{self, Counts},
    measured::{COUNTED, ready},
    table::{self, Row},
};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => look(false),
        ["--write"] => look(true),
        ["--round", name] => round(name),
        _ => {
            eprintln!("usage: counts [--write | --round NAME]");
            ExitCode::from(2)
        }
    }
}

fn round(name: &str) -> ExitCode {
    ready(name).unwrap_or_else(|| panic!("there is no `{name}` to count")).warmed().count();
    ExitCode::SUCCESS
}

fn look(write: bool) -> ExitCode {
    let Some(compiler) = counts::compiler() else {
        println!("nothing is counted: there is no rustc");
        return ExitCode::SUCCESS;
    };
    let mut now = Counts { compiler, of: BTreeMap::new() };
    for name in COUNTED {
        let work = ready(name).expect("it is in the list");
        let Some(count) = counts::count(name, work.of) else {
            println!("nothing is counted: there is no valgrind");
            return ExitCode::SUCCESS;
        };
        now.of.insert(name.to_owned(), count);
    }
    let kept = if write { now.clone() } else { counts::kept() };
    println!("{}", table::head());
    for name in COUNTED {
        let of = |it: &Counts| it.of.get(name).map_or(f64::NAN, |it| it.instructions as f64);
        let what = format!("instructions for {name}");
        Row::figure(&what, of(&now), "").held_against("kept", of(&kept)).print();
        let bytes = now.of.get(name).map_or(f64::NAN, |it| it.bytes as f64);
        Row::figure(&format!("{what}, for bytes"), bytes, "").print();
    }
    if write {
        let json = serde_json::to_string_pretty(&now).expect("it is written") + "\n";
        fs::write(counts::file(), json).expect("the file can be written");
        return ExitCode::SUCCESS;
    }
    if kept.compiler != now.compiler {
        println!("kept by {}, counted by {}: nothing is compared", kept.compiler, now.compiler);
        return ExitCode::SUCCESS;
    }
    let grown = counts::grown(&kept, &now);
    grown.iter().for_each(|it| println!("{it}"));
    if grown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
