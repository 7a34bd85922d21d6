//! Running what was built, in a process of its own each, with a time limit.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What became of something that was changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fate {
    /// A vector gives another answer.
    Vector(String),
    /// A test fails, and no vector.
    Test(String),
    /// It took too long, as nothing does that comes to an end.
    Timeout,
    /// Nothing notices.
    Survived,
}

/// What runs the vectors, and the tests.
pub(crate) struct Runner {
    program: PathBuf,
    /// With their names, the quick ones first.
    tests: Vec<(String, PathBuf)>,
    out: PathBuf,
    limit: Duration,
    /// The vectors that ask for a mutant, by its number.
    reach: BTreeMap<usize, Vec<usize>>,
    /// The vectors in which a rule finds something.
    found: BTreeMap<String, Vec<usize>>,
}

/// How a process ended: whether well, and what it printed; nothing if it took too long.
type Ended = Option<(bool, String)>;

impl Runner {
    /// Runs everything once with nothing switched on.
    pub(crate) fn new(program: PathBuf, tests: &[PathBuf], folder: &Path) -> Result<Self, String> {
        let out = folder.join("out");
        let reach = folder.join("reach");
        let long = Duration::from_secs(600);
        let mut runner = Self {
            program,
            tests: Vec::new(),
            out,
            limit: long,
            reach: BTreeMap::new(),
            found: BTreeMap::new(),
        };
        let trace = runner.run(&["trace", &reach.to_string_lossy()], &[], long);
        if !trace.is_some_and(|it| it.0) {
            return Err("the vectors do not pass with nothing switched on".to_owned());
        }
        let text = fs::read_to_string(&reach).map_err(|why| why.to_string())?;
        for line in text.lines() {
            let Some((first, rest)) = line.split_once(' ') else { continue };
            let numbers = rest.split(' ').filter_map(|it| it.parse::<usize>().ok());
            match first.parse() {
                Ok(vector) => numbers.for_each(|it| runner.reach.entry(it).or_default().push(vector)),
                Err(_) => runner.found.entry(first.to_owned()).or_default().extend(numbers),
            }
        }
        let start = Instant::now();
        if !runner.run(&["run"], &[], long).is_some_and(|it| it.0) {
            return Err("the vectors do not pass with nothing switched on".to_owned());
        }
        runner.limit = Duration::from_secs(10) + start.elapsed() * 8;
        println!("the vectors take {:.1} s", start.elapsed().as_secs_f64());
        let mut timed = Vec::new();
        for path in tests {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let name = file.rsplit_once('-').map_or(file.as_str(), |it| it.0).to_owned();
            let start = Instant::now();
            let passes = runner.test(path, "0", Duration::from_secs(30)).is_some_and(|it| it.0);
            match passes {
                true => timed.push((start.elapsed(), name, path.clone())),
                false => println!("{name} does not pass in the copy, or is slow, and is not run"),
            }
        }
        timed.sort();
        runner.tests = timed.into_iter().map(|(_, name, path)| (name, path)).collect();
        Ok(runner)
    }

    fn run(&self, args: &[&str], variables: &[(&str, &str)], limit: Duration) -> Ended {
        let mut command = Command::new(&self.program);
        command.args(args).envs(variables.iter().copied());
        self.ended(command, limit)
    }

    fn test(&self, path: &Path, no: &str, limit: Duration) -> Ended {
        let copy = self.out.with_file_name("copy");
        let is_of_core = path.to_string_lossy().contains("joint_meeting-");
        let mut command = Command::new(path);
        command.env("MUTANT", no).args(["--test-threads", "1"]);
        command.current_dir(copy.join(if is_of_core { "crates/joint-meeting" } else { "tests" }));
        self.ended(command, limit)
    }

    fn ended(&self, mut command: Command, limit: Duration) -> Ended {
        let out = File::create(&self.out).expect("the output can be written");
        let mut child = command.stdout(out).stderr(Stdio::null()).spawn().expect("it can be started");
        let start = Instant::now();
        let status = loop {
            match child.try_wait().expect("it can be waited for") {
                Some(status) => break status,
                None if start.elapsed() > limit => {
                    let _ = child.kill();
                    let _ = child.wait();
                    return None;
                }
                None => thread::sleep(Duration::from_millis(3)),
            }
        };
        Some((
            status.success(),
            String::from_utf8_lossy(&fs::read(&self.out).unwrap_or_default()).into_owned(),
        ))
    }

    /// What becomes of a mutant: the vectors that reach it come first. A charter is read once for all vectors, so that what is
    /// read in it early may show in others.
    pub(crate) fn mutant(&self, no: usize, file: &str) -> Fate {
        let is_read_late = ["law/", "state/", "views/", "kernel/"].iter().any(|it| file.starts_with(it));
        let number = no.to_string();
        if let Some(reach) = self.reach.get(&no) {
            let mut args = vec![if is_read_late { "only" } else { "run" }.to_owned()];
            args.extend(reach.iter().map(usize::to_string));
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            match self.run(&args, &[("MUTANT", &number)], self.limit) {
                None => return Fate::Timeout,
                Some((false, out)) => return Fate::Vector(out.trim().to_owned()),
                Some((true, _)) => {}
            }
        }
        for (name, path) in &self.tests {
            match self.test(path, &number, self.limit * 2) {
                None => return Fate::Timeout,
                Some((false, out)) => {
                    let failed = out.lines().find_map(|it| {
                        it.strip_prefix("test ")?.strip_suffix(" ... FAILED").map(str::to_owned)
                    });
                    return Fate::Test(format!("{name}: {}", failed.unwrap_or_default()));
                }
                Some((true, _)) => {}
            }
        }
        Fate::Survived
    }

    /// Each rule that can be switched off.
    pub(crate) fn rules(&self) -> Vec<String> {
        let printed = self.run(&["rules"], &[], self.limit);
        let mut all: Vec<String> =
            printed.map(|it| it.1).unwrap_or_default().lines().map(str::to_owned).collect();
        all.sort();
        all.dedup();
        all
    }

    /// What becomes of a rule that is switched off. Only vectors count, and only those in which it finds something can differ.
    pub(crate) fn rule(&self, rule: &str) -> Fate {
        let Some(found) = self.found.get(rule) else { return Fate::Survived };
        let mut args = vec!["only".to_owned()];
        args.extend(found.iter().map(usize::to_string));
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        match self.run(&args, &[("RULE_OFF", rule)], self.limit) {
            None => Fate::Timeout,
            Some((false, out)) => Fate::Vector(out.trim().to_owned()),
            Some((true, _)) => Fate::Survived,
        }
    }
}
