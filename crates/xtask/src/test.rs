//! `cargo xtask test`: every test and check, one step after the other, up to the first that fails.

use std::{
    env, fmt, fs,
    io::{self, IsTerminal, stdout},
    path::Path,
    process::{self, ExitCode},
    time::{Duration, Instant},
};

use crate::{
    bench,
    dist::packages::CRATES,
    flag, fleet,
    generate::generate,
    paths,
    process::{
        cargo, cargo_quietly, cargo_quietly_in, cargo_with, ensure_target, has_cargo, program, starts,
        target, top,
    },
    programs::{self, PRINTING},
    python, tools, wasm,
};

/// Without these the published crate could not be built or understood.
const PACKAGED: &[&str] = &[
    "README.md",
    "data/cn-holidays.csv",
    "data/cn-working-days.csv",
    "examples/nankai_2022.rs",
    "src/lib.rs",
];
/// The core as it is packed; all crates have one version.
const PACKAGE: &str = concat!("joint-meeting-", env!("CARGO_PKG_VERSION"));
/// What checks licences, bans and sources, where none is installed.
const CARGO_DENY: &str = "cargo-deny@0.20.2";
/// Where there is a lock file: in the workspace, and in what it leaves out.
const LOCKS: &[&str] = &[
    "",
    "crates/joint-meeting-documents/bench",
    SERVER,
    "crates/xtask-wasm",
    "tests/deciders",
    "tests/mutants",
];
/// The server of the guide for hosts.
const SERVER: &str = "crates/joint-meeting-store/examples/server";
/// What is not built where nobody asks for it, and is tested.
const FEATURES: &str = "--features=joint-meeting-store/postgres";
/// The examples of the core.
const EXAMPLES: &[&str] = &["nankai_2022", "host"];

/// One test or check.
struct Step {
    name: &'static str,
    /// Whether `--fast` leaves it out.
    slow: bool,
    run: fn() -> Result<Passed, String>,
}

/// How a step ends that does not fail.
enum Passed {
    Yes,
    /// Not run, because something it needs is not installed.
    Skipped(&'static str),
}

const STEPS: &[Step] = &[
    Step { name: "formatting", slow: false, run: || passes(&["fmt", "--all", "--check"]) },
    Step {
        name: "lints",
        slow: false,
        run: || passes(&["clippy", "--workspace", "--all-targets", FEATURES, "--", "-D", "warnings"]),
    },
    Step { name: "programs for printing", slow: true, run: printing },
    Step { name: "a server for the stores", slow: true, run: server },
    Step { name: "tests", slow: false, run: tests },
    Step { name: "generated files", slow: false, run: generated },
    Step { name: "instructions", slow: true, run: instructions },
    Step {
        name: "documentation tests",
        slow: true,
        run: || passes(&["test", "--workspace", FEATURES, "--doc"]),
    },
    Step { name: "the oldest Rust", slow: true, run: oldest_rust },
    Step { name: "the core on wasm32", slow: true, run: core_on_wasm },
    Step { name: "the package for JavaScript", slow: true, run: javascript },
    Step { name: "apps of hosts", slow: true, run: hosts },
    Step { name: "the desk", slow: true, run: desk },
    Step { name: "documentation", slow: true, run: documentation },
    Step { name: "examples", slow: true, run: examples },
    Step { name: "the server of the guide", slow: true, run: guide_server },
    Step { name: "Python", slow: true, run: python },
    Step { name: "fleets in Python", slow: true, run: fleets },
    Step { name: "package", slow: true, run: package },
    Step { name: "examples of the package", slow: true, run: packaged_examples },
    Step { name: "licences and sources", slow: true, run: deny },
];

/// Runs the steps and prints a summary; the last line counts them. A step that is skipped has not passed; where
/// everything is said to be installed, by `CI`, it has failed.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let fast = flag(args, "--fast")?;
    let mut report = Report(Vec::new());
    for (ix, step) in STEPS.iter().enumerate() {
        let fate = if fast && step.slow {
            Fate::LeftOut
        } else if report.failed() > 0 {
            Fate::NotRun
        } else {
            println!("\n{}", bold(&format!("[{}/{}] {}", ix + 1, STEPS.len(), step.name)));
            run_step(step)
        };
        report.0.push((step.name, fate));
    }
    println!("{report}");
    Ok(if report.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_step(step: &Step) -> Fate {
    let start = Instant::now();
    let ended = (step.run)();
    let time = Seconds(start.elapsed());
    match ended {
        Ok(Passed::Yes) => {
            println!("passed in {time}");
            Fate::Passed(time)
        }
        Ok(Passed::Skipped(why)) if skipping_fails(env::var("CI").ok().as_deref()) => {
            println!("failed, because it was skipped: {why}");
            Fate::Failed(time)
        }
        Ok(Passed::Skipped(why)) => {
            println!("skipped: {why}");
            Fate::Skipped(why)
        }
        Err(why) => {
            println!("failed after {time}: {why}");
            Fate::Failed(time)
        }
    }
}

/// What the variable `CI` says of that.
fn skipping_fails(ci: Option<&str>) -> bool {
    ci.is_some_and(|it| !it.is_empty() && it != "false" && it != "0")
}

fn passes(args: &[&str]) -> Result<Passed, String> {
    cargo(args).map(|()| Passed::Yes)
}

/// Without them the tests that print say so, and pass.
fn printing() -> Result<Passed, String> {
    let missing = programs::install(PRINTING);
    Ok(if missing.is_empty() {
        Passed::Yes
    } else {
        Passed::Skipped("some are missing; tests say which are not run")
    })
}

/// Without it the tests of stores say so, and pass.
fn server() -> Result<Passed, String> {
    let missing = programs::install(&[programs::POSTGRESQL]);
    Ok(if missing.is_empty() { Passed::Yes } else { Passed::Skipped("there is no PostgreSQL") })
}

fn tests() -> Result<Passed, String> {
    if has_cargo("nextest") {
        passes(&["nextest", "run", "--workspace", FEATURES, "--no-fail-fast"])
    } else {
        passes(&[
            "test",
            "--workspace",
            FEATURES,
            "--no-fail-fast",
            "--lib",
            "--bins",
            "--tests",
            "--examples",
        ])
    }
}

fn generated() -> Result<Passed, String> {
    generate(true).map(|()| Passed::Yes)
}

/// Without valgrind nothing is counted, which is no failure: what a machine is fast at is not what is tested.
fn instructions() -> Result<Passed, String> {
    programs::install(&[programs::VALGRIND]);
    bench::counts(&[]).map(|_| Passed::Yes)
}

/// Builds what is published with the oldest Rust that it says it needs, which rustup fetches.
fn oldest_rust() -> Result<Passed, String> {
    if !starts("rustup", &["--version"]) {
        return Ok(Passed::Skipped("there is no rustup"));
    }
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    program(
        "rustup",
        &["toolchain", "install", oldest, "--profile", "minimal", "--no-self-update"],
        "",
        &[],
    )?;
    let packages = CRATES.iter().flat_map(|it| ["-p", it]);
    let built = target().join("oldest-rust").to_string_lossy().into_owned();
    let check = ["run", oldest, "cargo", "check", "--locked", "--quiet", "--all-features"];
    let args: Vec<&str> = check.into_iter().chain(packages).collect();
    program("rustup", &args, "", &[("CARGO_TARGET_DIR", &built)])?;
    Ok(Passed::Yes)
}

fn core_on_wasm() -> Result<Passed, String> {
    ensure_target(wasm::TARGET)?;
    let check = ["check", "-p", "joint-meeting", "--target", wasm::TARGET];
    cargo(&check)?;
    passes(&[&check[..], &["--features", "schema"]].concat())
}

/// Builds the package for JavaScript and tests it as it would be installed.
fn javascript() -> Result<Passed, String> {
    if !wasm::is_possible() {
        return Ok(Passed::Skipped(wasm::MISSING));
    }
    wasm::build()?;
    Ok(if wasm::test()? { Passed::Yes } else { Passed::Skipped(wasm::NO_BROWSER) })
}

/// With the package that the step before has packed.
fn hosts() -> Result<Passed, String> {
    if !wasm::is_possible() {
        return Ok(Passed::Skipped(wasm::MISSING));
    }
    wasm::hosts().map(|()| Passed::Yes)
}

/// The page of an office, made with the package that was built.
fn desk() -> Result<Passed, String> {
    if !wasm::is_possible() {
        return Ok(Passed::Skipped(wasm::MISSING));
    }
    Ok(if wasm::desk()? { Passed::Yes } else { Passed::Skipped(wasm::NO_BROWSER) })
}

fn documentation() -> Result<Passed, String> {
    cargo_with(("RUSTDOCFLAGS", "-D warnings"), &["doc", "--workspace", FEATURES, "--no-deps"])
        .map(|()| Passed::Yes)
}

fn examples() -> Result<Passed, String> {
    for name in EXAMPLES {
        match printed_here(name)?.lines().count() {
            0 => return Err(format!("{name} printed nothing")),
            lines => println!("lines printed by {name}: {lines}"),
        }
    }
    Ok(Passed::Yes)
}

fn printed_here(example: &str) -> Result<String, String> {
    cargo_quietly(&["run", "--quiet", "-p", "joint-meeting", "--example", example])
}

/// Builds the server of the guide for hosts with a lock file of its own, and tests it.
fn guide_server() -> Result<Passed, String> {
    let manifest = top().join(SERVER).join("Cargo.toml");
    let built = target().join("guide-server");
    let (manifest, built) = (manifest.to_string_lossy(), built.to_string_lossy());
    passes(&["test", "--quiet", "--locked", "--manifest-path", &manifest, "--target-dir", &built])
}

fn python() -> Result<Passed, String> {
    Ok(if python::test()? { Passed::Yes } else { Passed::Skipped(python::MISSING) })
}

/// The wheel for fleets, and whether every engine that the recipes are for says the same.
fn fleets() -> Result<Passed, String> {
    Ok(fleet::test()?.map_or(Passed::Yes, Passed::Skipped))
}

/// Packs the core and looks for what must be in it.
fn package() -> Result<Passed, String> {
    let list = cargo_quietly(&["package", "-p", "joint-meeting", "--allow-dirty", "--list"])?;
    let packed: Vec<String> = list.lines().map(|it| it.replace('\\', "/")).collect();
    let needed = PACKAGED.iter().map(|it| (*it).to_owned()).chain(charters()?);
    let missing: Vec<String> = needed.filter(|it| !packed.contains(it)).collect();
    if !missing.is_empty() {
        return Err(format!("missing in the package: {}", missing.join(", ")));
    }
    passes(&["package", "-p", "joint-meeting", "--allow-dirty", "--no-verify", "--quiet"])
}

/// Builds the core and its examples from the package alone, with the versions of its own lock file. They print what they print
/// here.
fn packaged_examples() -> Result<Passed, String> {
    if !starts("tar", &["--version"]) {
        return Ok(Passed::Skipped("there is no tar"));
    }
    let outside = env::temp_dir().join(format!("joint-meeting-package-{}", process::id()));
    let run = unpack(&outside).and_then(|()| run_packaged(&outside.join(PACKAGE)));
    let removed = fs::remove_dir_all(&outside).map_err(|why| format!("{}: {why}", outside.display()));
    run.and(removed).map(|()| Passed::Yes)
}

fn unpack(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let packed = target().join("package").join(format!("{PACKAGE}.crate"));
    // In a package every file is of 2006; cargo would not see that one has changed.
    program("tar", &["-xmzf", &packed.to_string_lossy()], &folder.to_string_lossy(), &[])?;
    paths::search(&folder.join(PACKAGE))
}

fn run_packaged(folder: &Path) -> Result<(), String> {
    let built = target().join("package-alone");
    for name in EXAMPLES {
        let printed = cargo_quietly_in(
            folder,
            &["run", "--quiet", "--locked", "--example", name, "--target-dir", &built.to_string_lossy()],
        )?;
        if printed != printed_here(name)? {
            return Err(format!("{name} prints something else than in the workspace"));
        }
    }
    Ok(())
}

/// The files of all charters, by their places in the package.
fn charters() -> Result<Vec<String>, String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../joint-meeting/charters");
    let names = fs::read_dir(folder)
        .and_then(|all| all.map(|it| Ok(it?.file_name())).collect::<io::Result<Vec<_>>>());
    let names = names.map_err(|why| format!("{folder}: {why}"))?;
    let names = names.iter().map(|it| it.to_string_lossy());
    Ok(names.filter(|it| it.ends_with(".json")).map(|it| format!("charters/{it}")).collect())
}

/// Checks every lock file by `deny.toml`. Where cargo-deny is not installed, it is built once into the target folder.
fn deny() -> Result<Passed, String> {
    let path = tools::path_with("deny", CARGO_DENY)?;
    let config = top().join("deny.toml");
    for lock in LOCKS {
        let manifest = top().join(lock).join("Cargo.toml");
        let of = ["deny", "--log-level", "error", "--locked", "--manifest-path", &manifest.to_string_lossy()];
        let what = ["--config", &config.to_string_lossy(), "check", "licenses", "bans", "sources"];
        cargo_with(("PATH", &path), &[&of[..], &what].concat())?;
    }
    Ok(Passed::Yes)
}

/// What became of each step.
struct Report(Vec<(&'static str, Fate)>);

enum Fate {
    Passed(Seconds),
    Failed(Seconds),
    Skipped(&'static str),
    LeftOut,
    NotRun,
}

impl Report {
    fn passed(&self) -> usize {
        self.0.iter().filter(|(_, it)| matches!(it, Fate::Passed(_))).count()
    }

    fn failed(&self) -> usize {
        self.0.iter().filter(|(_, it)| matches!(it, Fate::Failed(_))).count()
    }

    fn skipped(&self) -> usize {
        self.0.iter().filter(|(_, it)| matches!(it, Fate::Skipped(_))).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{}", bold("Summary"))?;
        for (name, fate) in &self.0 {
            match fate {
                Fate::Passed(time) => writeln!(f, "  passed   {name:<27}{time}")?,
                Fate::Failed(time) => writeln!(f, "  failed   {name:<27}{time}")?,
                Fate::Skipped(why) => writeln!(f, "  SKIPPED  {name:<27}{why}")?,
                Fate::LeftOut => writeln!(f, "  left out {name:<27}by --fast")?,
                Fate::NotRun => writeln!(f, "  not run  {name}")?,
            }
        }
        write!(f, "{} passed, {} failed, {} skipped", self.passed(), self.failed(), self.skipped())
    }
}

struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.0.as_secs_f64())
    }
}

fn bold(text: &str) -> String {
    let plain = std::env::var_os("CARGO_TERM_COLOR").is_some_and(|it| it == "never");
    if plain || !stdout().is_terminal() { text.to_owned() } else { format!("\x1b[1m{text}\x1b[0m") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_skipped_is_not_passed() {
        let report = Report(vec![
            ("a", Fate::Passed(Seconds(Duration::ZERO))),
            ("b", Fate::Skipped("it is missing")),
            ("c", Fate::LeftOut),
        ]);
        assert!(report.to_string().ends_with("1 passed, 0 failed, 1 skipped"), "{report}");
        for (ci, fails) in [
            (None, false),
            (Some(""), false),
            (Some("false"), false),
            (Some("true"), true),
            (Some("1"), true),
        ] {
            assert_eq!(skipping_fails(ci), fails, "{ci:?}");
        }
    }
}
