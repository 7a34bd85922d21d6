//! The long forms of tests that are short in every run: what `cargo xtask torture` starts besides the fuzzer.

use std::{
    env, fs,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant, SystemTime},
};

use crate::process::{cargo_quietly, ends_within, target, top};

/// What is set to what.
type Variables = &'static [(&'static str, &'static str)];

/// A test whose long form a variable asks for.
pub(crate) struct LongForm {
    /// By the first of them it is named, in small letters.
    variables: Variables,
    package: &'static str,
    /// The folder of the package, where its tests run.
    folder: &'static str,
    binary: &'static str,
    /// What the names of its tests begin with.
    tests: &'static [&'static str],
    /// What else is built of the package.
    features: &'static [&'static str],
}

/// Those of the conformance crate.
const fn conformance(variables: Variables, binary: &'static str, tests: &'static [&'static str]) -> LongForm {
    LongForm { variables, package: "conformance", folder: "tests", binary, tests, features: &[] }
}

/// Those of the stores.
const fn store(variables: Variables, binary: &'static str, tests: &'static [&'static str]) -> LongForm {
    let (package, folder) = ("joint-meeting-store", "crates/joint-meeting-store");
    LongForm { variables, package, folder, binary, tests, features: &["--features", "postgres"] }
}

/// All of them, the shortest first, so that what one leaves of its time is there for the next.
pub(crate) const ALL: &[LongForm] = &[
    conformance(&[("RACERS", "16")], "durable", &["of_processes_that_race"]),
    conformance(&[("KILLS", "600")], "durable", &["a_process_that_is_killed"]),
    LongForm {
        variables: &[("NEIGHBOURS", "40")],
        package: "doors",
        folder: "tests/doors",
        binary: "corpus",
        tests: &["neighbours_hold"],
        features: &[],
    },
    store(&[("CUTS", "all")], "folder", &["a_journal_cut"]),
    store(&[("RESTARTS", "60")], "postgres", &["a_server_that_is_stopped"]),
    store(&[("DISKS", "100")], "clerks", &["a_disk_that_is_full"]),
    store(&[("KILLS", "300")], "clerks", &["a_process_that_is_killed"]),
    store(&[("RACERS", "16"), ("ENTRIES", "30")], "clerks", &["of_processes_that_race"]),
    store(&[("FAULTS", "all")], "faults", &["whichever_operation"]),
    conformance(&[("CRASHES", "200000")], "durable", &["a_loss_of_power"]),
    conformance(&[("DAMAGE", "all")], "journal", &["every_bit", "lines_dropped", "a_torn_tail"]),
    conformance(&[("KEPT", "all")], "durable", &["a_journal_cut"]),
    conformance(&[("PREFIXES", "all"), ("WALKS", "2000")], "walk", &["whatever_is_accepted"]),
    conformance(&[("WALKS", "5000")], "walk", &["whatever_is_accepted"]),
];

impl LongForm {
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.variables.first().is_some_and(|(it, _)| it.eq_ignore_ascii_case(name))
    }
}

/// Runs them within a time, of which each has an even share of what is left. Gives what each says that fails.
pub(crate) fn run(forms: &[&LongForm], time: Duration) -> Result<Vec<String>, String> {
    let built: Vec<PathBuf> = forms.iter().map(|it| build(it)).collect::<Result<_, _>>()?;
    let seed = env::var("SEED").unwrap_or_else(|_| of_now().to_string());
    let until = Instant::now() + time;
    // What one that is stopped leaves behind.
    let left_behind = target().join("torture").join("left");
    fs::create_dir_all(&left_behind).map_err(|why| format!("{}: {why}", left_behind.display()))?;
    let mut broken = Vec::new();
    for (ix, (form, path)) in forms.iter().zip(&built).enumerate() {
        let limit = until.saturating_duration_since(Instant::now()) / (forms.len() - ix) as u32;
        let LongForm { variables, package, binary, tests, features, .. } = form;
        let set = variables.iter().map(|(name, value)| format!("{name}={value} ")).collect::<String>();
        println!("\n{set}SEED={seed}, for {} s at most", limit.as_secs());
        let mut command = Command::new(path);
        command.args(*tests).current_dir(top().join(form.folder));
        command.envs(variables.iter().copied()).env("SEED", &seed).env("TMPDIR", &left_behind);
        match ends_within(command, limit)? {
            Some(true) => {}
            Some(false) => broken.push(format!(
                "{set}SEED={seed} cargo test --release -p {package} {} --test {binary} -- {}",
                features.join(" "),
                tests.join(" ")
            )),
            None => println!("its time is over, and nothing was found"),
        }
    }
    fs::remove_dir_all(&left_behind).map_err(|why| format!("{}: {why}", left_behind.display()))?;
    Ok(broken)
}

/// Another in each run.
fn of_now() -> u32 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |it| it.subsec_nanos())
}

/// The program of a test, as cargo names it.
fn build(LongForm { package, binary, features, .. }: &LongForm) -> Result<PathBuf, String> {
    let how = [
        "test",
        "--quiet",
        "--release",
        "--no-run",
        "-p",
        package,
        "--test",
        binary,
        "--message-format=json",
    ];
    let said = cargo_quietly(&[&how[..], features].concat())?;
    let path = said.lines().filter_map(executable).next_back();
    path.ok_or_else(|| format!("cargo does not say where the test `{binary}` is"))
}

/// What a line of cargo says was built.
fn executable(line: &str) -> Option<PathBuf> {
    let (_, rest) = line.split_once("\"executable\":\"")?;
    let (path, _) = rest.split_once('"')?;
    line.contains("\"test\":true}").then(|| PathBuf::from(path.replace("\\\\", "\\")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_of_a_test_is_found_in_what_cargo_says() {
        let line =
            r#"{"profile":{"opt_level":"3","test":true},"features":[],"executable":"C:\\a\\walk-1.exe"}"#;
        assert_eq!(executable(line), Some(PathBuf::from(r"C:\a\walk-1.exe")));
        assert_eq!(executable(&line.replace("true", "false")), None);
        assert_eq!(executable(r#"{"profile":{"test":true},"executable":null}"#), None);
    }
}
