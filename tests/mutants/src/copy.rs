//! The copy of the workspace in which the core has its switches, and what is built of it.

use std::{
    collections::BTreeMap,
    env, fs,
    ops::Range,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{
    find::{self, Mutant},
    site::{self, Rewritten, Site},
};

const CORE: &str = "crates/joint-meeting/src";
/// What is copied as it is.
const COPIED: &[&str] = &[
    "Cargo.lock",
    "clippy.toml",
    "bindings/README.md",
    "crates/joint-meeting",
    "crates/joint-meeting-documents",
    "docs",
    "tests",
    "README.md",
    "README.zh.md",
];
/// What is left out of what is copied.
const LEFT_OUT: &[&str] = &["target", "mutants"];

/// The crate that runs the vectors.
const RUNNER: &str = r#"[package]
name = "mutant"
version = "0.0.0"
edition.workspace = true
publish = false

[dependencies]
joint-meeting.workspace = true
joint-meeting-documents.workspace = true
serde.workspace = true
serde_json.workspace = true
"#;

/// The core with its switches.
pub(crate) struct Copy {
    pub(crate) folder: PathBuf,
    pub(crate) files: BTreeMap<String, Source>,
}

/// A source with what can be changed in it.
pub(crate) struct Source {
    text: String,
    pub(crate) first: usize,
    pub(crate) sites: Vec<Site>,
    pub(crate) mutants: Vec<Mutant>,
}

/// The top of the workspace.
pub(crate) fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

fn copy_all(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder can be made");
        for it in fs::read_dir(from).expect("a folder can be read") {
            let name = it.expect("a folder can be read").file_name();
            if !LEFT_OUT.iter().any(|it| name == *it) {
                copy_all(&from.join(&name), &to.join(&name));
            }
        }
    } else if let Ok(text) = fs::read(from) {
        write(to, &text);
    }
}

/// Writes a file unless it is like that, so that nothing is built again for it.
fn write(path: &Path, text: &[u8]) {
    if fs::read(path).is_ok_and(|it| it == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
    fs::write(path, text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
}

/// The sources of the core under these places.
fn sources(places: &[String]) -> Vec<(String, String)> {
    let top = top().join(CORE);
    let (mut folders, mut files) = (vec![top.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for it in fs::read_dir(folder).expect("the core can be read") {
            let path = it.expect("the core can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&top).expect("it is of the core").to_string_lossy();
                let name = name.replace('\\', "/");
                let text = fs::read_to_string(&path).expect("the core can be read");
                files.push((name, text));
            }
        }
    }
    files.retain(|(name, _)| places.iter().any(|it| name.starts_with(it.as_str())));
    files.sort();
    files
}

impl Copy {
    /// Copies the workspace and finds what can be changed in the core under some places.
    pub(crate) fn new(places: &[String]) -> Self {
        let folder = top().join("target/mutants/copy");
        let all = sources(&[String::new()]);
        let bool_fns = find::bool_fns(all.iter().map(|(_, text)| text.as_str()));
        let mut files = BTreeMap::new();
        let mut first = 1;
        for (name, text) in sources(places) {
            let found = find::find(&text, first, &bool_fns);
            let next = first + found.mutants.len();
            files.insert(name, Source { text, first, sites: found.sites, mutants: found.mutants });
            first = next;
        }
        let copy = Self { folder, files };
        for place in COPIED.iter().filter(|it| **it != "crates/joint-meeting") {
            copy_all(&top().join(place), &copy.folder.join(place));
        }
        for place in ["Cargo.toml", "README.md", "charters", "data", "examples"] {
            let place = format!("crates/joint-meeting/{place}");
            copy_all(&top().join(&place), &copy.folder.join(&place));
        }
        for (name, text) in all.iter().filter(|(it, _)| !copy.files.contains_key(it) && it != "lib.rs") {
            copy.put(&format!("{CORE}/{name}"), text);
        }
        let (_, lib) = all.iter().find(|(it, _)| it == "lib.rs").expect("the core has a lib.rs");
        copy.put(
            &format!("{CORE}/lib.rs"),
            &lib.replacen("\nmod body;", "\n#[doc(hidden)] pub mod mutant; mod body;", 1),
        );
        let count = format!("COUNT: usize = {first}");
        copy.put(
            &format!("{CORE}/mutant.rs"),
            &include_str!("switch.rs").replacen("COUNT: usize = 0", &count, 1),
        );
        copy.put("runner/Cargo.toml", RUNNER);
        copy.put("runner/src/main.rs", include_str!("harness.rs"));
        let manifest = fs::read_to_string(top().join("Cargo.toml")).expect("the workspace can be read");
        let lines =
            manifest.lines().filter(|it| !it.starts_with("exclude") && !it.starts_with("default-members"));
        let lines = lines.map(|it| match it.starts_with("members") {
            true => {
                r#"members = ["crates/joint-meeting", "crates/joint-meeting-documents", "runner", "tests"]"#
            }
            false => it,
        });
        let manifest = lines.collect::<Vec<_>>().join("\n");
        // Thousands of processes run what is built once.
        let ours = ["joint-meeting", "joint-meeting-documents", "mutant", "conformance"];
        let ours = ours.map(|it| format!("[profile.mutants.package.{it}]\nopt-level = 1\n"));
        let fast = format!(
            "\n[profile.mutants]\ninherits = \"release\"\nopt-level = 2\ncodegen-units = 16\n{}",
            ours.concat()
        );
        copy.put("Cargo.toml", &format!("{manifest}{fast}"));
        copy
    }

    fn put(&self, name: &str, text: &str) {
        write(&self.folder.join(name), text.as_bytes());
    }

    /// Every mutant that compiles, with its number and file.
    pub(crate) fn mutants(&self) -> Vec<(usize, &str, &Mutant)> {
        let mut all = Vec::new();
        for (name, source) in &self.files {
            let compiles = |(_, it): &(usize, &Mutant)| !source.sites[it.site].is_dropped;
            let of_file = (source.first..).zip(&source.mutants).filter(compiles);
            all.extend(of_file.map(|(no, it)| (no, name.as_str(), it)));
        }
        all
    }

    /// Writes the core with its switches, and drops those with which it does not compile.
    pub(crate) fn settle(&mut self) -> Result<(), String> {
        self.remember();
        for round in 1.. {
            let mut rewritten: BTreeMap<String, Rewritten> = BTreeMap::new();
            for (name, it) in &self.files {
                let new = site::rewrite(&it.text, &it.sites);
                self.put(&format!("{CORE}/{name}"), &new.text);
                rewritten.insert(name.clone(), new);
            }
            let errors = self.check()?;
            self.keep();
            if errors.is_empty() {
                return Ok(());
            }
            let mut dropped = 0;
            for error in &errors {
                dropped += self.drop(error, &rewritten);
            }
            eprintln!("round {round}: {} errors, {dropped} places dropped", errors.len());
            if dropped == 0 {
                return Err(format!("the core does not compile: {}", errors[0].message));
            }
        }
        Ok(())
    }

    fn drop(&mut self, error: &Error, rewritten: &BTreeMap<String, Rewritten>) -> usize {
        let mut best: Option<(usize, String, Vec<usize>)> = None;
        for (name, range) in &error.spans {
            let (Some(source), Some(new)) = (self.files.get(name), rewritten.get(name)) else { continue };
            let sites = new.sites_of(range, &source.sites);
            let Some(size) = sites.iter().map(|it| source.sites[*it].range.len()).min() else { continue };
            if best.as_ref().is_none_or(|(least, ..)| size < *least) {
                best = Some((size, name.clone(), sites));
            }
        }
        let Some((_, name, sites)) = best else { return 0 };
        let source = self.files.get_mut(&name).expect("it was found there");
        for it in &sites {
            source.sites[*it].is_dropped = true;
        }
        sites.len()
    }

    fn cargo(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(args).args(["--offline", "--target-dir"]).arg(top().join("target/mutants/build"));
        command.current_dir(&self.folder).env("RUSTFLAGS", "-Awarnings").stderr(Stdio::inherit());
        command
    }

    /// What the compiler says of the core.
    fn check(&self) -> Result<Vec<Error>, String> {
        let args = ["check", "--quiet", "-p", "joint-meeting", "--message-format", "json"];
        let run = self.cargo(&args).env("CARGO_INCREMENTAL", "1").stderr(Stdio::null()).output();
        let run = run.map_err(|why| why.to_string())?;
        let text = String::from_utf8_lossy(&run.stdout);
        let errors: Vec<Error> = text.lines().filter_map(Error::read).collect();
        if errors.is_empty() && !run.status.success() {
            return Err(format!("the core cannot be checked: {}", String::from_utf8_lossy(&run.stderr)));
        }
        Ok(errors)
    }

    /// Builds what runs the vectors and, if asked for, the tests; gives the paths of both.
    pub(crate) fn build(&self, tests: bool) -> Result<(PathBuf, Vec<PathBuf>), String> {
        let mut args = vec!["build", "--quiet", "--profile", "mutants", "-p", "mutant"];
        self.built(&args)?;
        let runner = top().join("target/mutants/build/mutants/mutant");
        if !tests {
            return Ok((runner, Vec::new()));
        }
        args = vec![
            "test",
            "--quiet",
            "--no-run",
            "--profile",
            "mutants",
            "-p",
            "conformance",
            "-p",
            "joint-meeting",
        ];
        args.extend(["--lib", "--tests", "--features", "joint-meeting/schema", "--message-format", "json"]);
        let text = self.built(&args)?;
        let tests = text.lines().filter_map(|it| {
            let it: Value = serde_json::from_str(it).ok()?;
            let is_test = it["profile"]["test"].as_bool() == Some(true);
            is_test.then(|| it["executable"].as_str().map(PathBuf::from))?
        });
        Ok((runner, tests.collect()))
    }

    fn built(&self, args: &[&str]) -> Result<String, String> {
        let run = self.cargo(args).output().map_err(|why| why.to_string())?;
        match run.status.success() {
            true => Ok(String::from_utf8_lossy(&run.stdout).into_owned()),
            false => Err(format!("`cargo {}` ended with {}", args.join(" "), run.status)),
        }
    }
}

/// An error of the compiler, with the places in the core that it names.
struct Error {
    message: String,
    spans: Vec<(String, Range<usize>)>,
}

impl Error {
    fn read(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let message = &line["message"];
        if message["level"] != "error" {
            return None;
        }
        let children = message["children"].as_array().into_iter().flatten();
        let all = std::iter::once(message).chain(children);
        let spans = all.flat_map(|it| it["spans"].as_array().into_iter().flatten());
        let span = |it: &Value| {
            let name = it["file_name"].as_str()?.split_once("joint-meeting/src/")?.1.to_owned();
            let at = |key: &str| it[key].as_u64().and_then(|it| usize::try_from(it).ok());
            Some((name, at("byte_start")?..at("byte_end")?))
        };
        let spans: Vec<_> = spans.filter_map(span).collect();
        // That there were errors is one too.
        (!spans.is_empty()).then(|| Self { message: message["rendered"].to_string(), spans })
    }
}

/// What did not compile when this was run before, by file: the sites, and how the source was then.
#[derive(Default, serde::Serialize, serde::Deserialize)]
struct Dropped(BTreeMap<String, (u64, usize, Vec<usize>)>);

impl Copy {
    /// Where it is kept what does not compile.
    fn dropped(&self) -> PathBuf {
        self.folder.with_file_name("dropped.json")
    }

    /// Drops what did not compile before, in files that are as they were.
    fn remember(&mut self) {
        let text = fs::read_to_string(self.dropped()).unwrap_or_default();
        let Dropped(before) = serde_json::from_str(&text).unwrap_or_default();
        for (name, (hash, count, sites)) in before {
            let Some(source) = self.files.get_mut(&name) else { continue };
            if hash == self::hash(&source.text) && count == source.sites.len() {
                for it in sites {
                    source.sites[it].is_dropped = true;
                }
            }
        }
    }

    fn keep(&self) {
        let of = |it: &Source| {
            let sites = it.sites.iter().enumerate().filter(|(_, it)| it.is_dropped).map(|(ix, _)| ix);
            (hash(&it.text), it.sites.len(), sites.collect())
        };
        let dropped = Dropped(self.files.iter().map(|(name, it)| (name.clone(), of(it))).collect());
        let text = serde_json::to_string(&dropped).expect("it is JSON");
        write(&self.dropped(), text.as_bytes());
    }
}

/// A number that stands for a text (FNV-1a).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |it, byte| (it ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
