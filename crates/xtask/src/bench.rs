//! `cargo xtask bench`: measures, and prints one table. What is measured is said in the conformance crate; `bench worst` grows bodies
//! of very many things, for every kind of thing, and prints how what they are asked grows with them; `bench store` loads the stores; with `--peers` the
//! doors are held against what somebody would take instead, by the harness of each language in `bindings/*/bench`; with
//! `--papers` the writer of .docx is, by those in `crates/joint-meeting-documents/bench`.

use std::{collections::BTreeMap, fs, process::ExitCode};

use crate::{
    process::{cargo, cargo_quietly, program_quietly, target},
    programs, python, wasm,
};

/// Builds what measures, optimised, and hands every argument on to the bench, which runs the others.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    match args {
        [flag] if flag == "--peers" => return peers().map(|()| ExitCode::SUCCESS),
        [flag] if flag == "--papers" => return papers().map(|()| ExitCode::SUCCESS),
        [what, args @ ..] if what == "worst" => return measure(what, args),
        [what, args @ ..] if what == "store" => return stores(args),
        _ => {}
    }
    measure("bench", args)
}

/// Loads the stores for a stated time, beside raw inserts of the same durability.
fn stores(args: &[String]) -> Result<ExitCode, String> {
    programs::install(&[programs::POSTGRESQL]);
    let of = ["run", "--quiet", "--release", "-p", "joint-meeting-store"];
    let what = ["--features", "postgres", "--example", "load", "--"];
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    cargo(&[&of[..], &what, &args].concat()).map(|()| ExitCode::SUCCESS)
}

/// Counts instructions, and fails where there are more than were kept: `cargo xtask counts [--write]`.
pub(crate) fn counts(args: &[String]) -> Result<ExitCode, String> {
    optimised("counts", args)
}

/// Runs what prints a table and asks `memory` for rows of it.
fn measure(bin: &str, args: &[String]) -> Result<ExitCode, String> {
    cargo(&["build", "--quiet", "--release", "-p", "conformance", "--bin", bin, "--bin", "memory"])?;
    optimised(bin, args)
}

/// Runs a program of the conformance crate, optimised.
fn optimised(bin: &str, args: &[String]) -> Result<ExitCode, String> {
    let mut command = vec!["run", "--quiet", "--release", "-p", "conformance", "--bin", bin, "--"];
    command.extend(args.iter().map(String::as_str));
    cargo(&command).map(|()| ExitCode::SUCCESS)
}

/// Builds and installs everything first, so that nothing else runs while it is timed. What a machine does not have is left out.
fn peers() -> Result<(), String> {
    const PYTHON: &str = "bindings/python/bench";
    const NODE: &str = "bindings/wasm/bench";
    let bin = ["run", "--quiet", "--release", "-p", "conformance", "--bin", "peers", "--"];
    let peers = |args: &[&str]| cargo_quietly(&[&bin[..], args].concat());
    let folder = target().join("peers");
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let write = |name: &str, text: String| {
        let path = folder.join(name).to_string_lossy().into_owned();
        fs::write(&path, text).map_err(|why| format!("{path}: {why}")).map(|()| path)
    };

    let year = write("year.jsonl", peers(&["year"])?)?;
    let python = match python::find() {
        Some(found) => {
            let python = python::environment(found, "bench", "bindings/python/bench/requirements.txt")?;
            let wheel = python::wheel(&python)?;
            Some((python, wheel))
        }
        None => None,
    };
    let node = wasm::is_possible();
    if node {
        wasm::build()?;
        wasm::install(NODE)?;
    }

    let deciders =
        ["run", "--quiet", "--release", "--locked", "--manifest-path", "tests/deciders/Cargo.toml"];
    let built = target().join("deciders");
    let mut rows = peers(&["core"])?;
    rows += &cargo_quietly(&[&deciders[..], &["--target-dir", &built.to_string_lossy()]].concat())?;
    match python {
        Some((python, wheel)) => rows += &program_quietly(&python, &["run.py", &year, &wheel], PYTHON)?,
        None => println!("no rows about Python: {}", python::MISSING),
    }
    match node {
        true => {
            rows += &program_quietly("node", &["run.js", &year], NODE)?;
            rows += &program_quietly("node", &["run.js", &year, "--page"], NODE)?;
            rows += &program_quietly("node", &["bench/loading.js"], wasm::PACKAGE)?;
        }
        false => println!("no rows about JavaScript: {}", wasm::MISSING),
    }
    print!("{}", peers(&["table", &write("rows.tsv", rows)?])?);
    Ok(())
}

/// Times papers, then holds the writer of .docx against others, each in a process of its own, by turns. Unless all have written the
/// same text there is no table.
fn papers() -> Result<(), String> {
    const OTHERS: &str = "crates/joint-meeting-documents/bench";
    const TURNS: usize = 5;
    let (built, manifest) = (target().join("docx-bench"), format!("{OTHERS}/Cargo.toml"));
    let run = ["run", "--quiet", "--release"];
    let ours = [&run[..], &["-p", "conformance", "--bin", "bench_papers", "--"]].concat();
    let ours = |args: &[&str]| cargo_quietly(&[&ours, args].concat());
    let built = ["--manifest-path", &manifest, "--target-dir", &built.to_string_lossy(), "--"];
    let docx_rs = |args: &[&str]| cargo_quietly(&[&run[..], &["--locked"], &built, args].concat());
    let python = match python::find() {
        Some(found) => Some(python::environment(found, "papers", &format!("{OTHERS}/requirements.txt"))?),
        None => None,
    };
    if python.is_none() {
        println!("no rows about python-docx: {}", python::MISSING);
    }
    let folder = target().join("peers").join("papers");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let paper = path("minutes.json");
    fs::write(&paper, ours(&["minutes"])?).map_err(|why| format!("{paper}: {why}"))?;

    println!("{}", ours(&[])?);
    let mut written: BTreeMap<&str, Written> = BTreeMap::new();
    for turn in 0..TURNS {
        let mut note = |writer: &'static str, write: &dyn Fn(&str) -> Result<String, String>| {
            let out = path(&format!("{writer}-{turn}"));
            written.entry(writer).or_default().note(&write(&out)?, &out)
        };
        note("this library", &|out| ours(&["write", &paper, out]))?;
        note("docx-rs", &|out| docx_rs(&["write", &paper, out]))?;
        if let Some(python) = &python {
            note("python-docx", &|out| {
                program_quietly(python, &["with_python_docx.py", &paper, out], OTHERS)
            })?;
        }
    }

    let mut text: Option<String> = None;
    for (writer, file) in
        written.iter().flat_map(|(writer, it)| it.files.values().map(move |file| (writer, file)))
    {
        let found = docx_rs(&["text", file])?;
        if text.get_or_insert_with(|| found.clone()) != &found {
            return Err(format!("{writer} has written another text: {file}"));
        }
    }
    let rows: String = written.iter().map(|(writer, it)| it.rows(writer)).collect();
    let file = path("rows.tsv");
    fs::write(&file, rows).map_err(|why| format!("{file}: {why}"))?;
    print!(
        "{}",
        cargo_quietly(&[&run[..], &["-p", "conformance", "--bin", "peers", "--", "table", &file]].concat())?
    );
    Ok(())
}

/// What somebody has written.
#[derive(Default)]
struct Written {
    /// Its times, in microseconds.
    times: Vec<f64>,
    /// Its files, those with equal bytes once.
    files: BTreeMap<Vec<u8>, String>,
}

impl Written {
    /// A writer prints its best time, and leaves the first and the last file it wrote.
    fn note(&mut self, printed: &str, out: &str) -> Result<(), String> {
        let time = printed.trim().parse().map_err(|why| format!("`{printed}`: {why}"))?;
        self.times.push(time);
        for which in ["first", "last"] {
            let file = format!("{out}.{which}.docx");
            let bytes = fs::read(&file).map_err(|why| format!("{file}: {why}"))?;
            self.files.insert(bytes, file);
        }
        Ok(())
    }

    fn rows(&self, writer: &str) -> String {
        let best = self.times.iter().copied().fold(f64::INFINITY, f64::min);
        let kilobytes = self.files.keys().map(Vec::len).max().unwrap_or_default() as f64 / 1e3;
        let files = self.files.len();
        format!(
            "docx: {writer}, us\t{best}\ndocx: {writer}, kB\t{kilobytes}\ndocx: {writer}, files\t{files}\n"
        )
    }
}
