//! Fleets: the wheel for them with its recipes, each run by the engine that it is for, and `cargo xtask fleet`, which measures a million bodies.

use std::{fs, process::ExitCode};

use crate::{
    process::{cargo, cargo_quietly, program, program_quietly, starts, target},
    programs, python,
};

/// Where the package is.
const PACKAGE: &str = "bindings/python-fleet";
/// The most that the wheel may have, in kB.
const BUDGET: u64 = 2500;
/// So many bodies the recipes are tested with, by this seed.
const TESTED: [&str; 2] = ["2000", "7"];
/// So many are measured unless another number is said.
const MEASURED: &str = "1000000";
/// The seed of those.
const SEED: &str = "11";

/// What is said where Spark cannot be tried.
const NO_JAVA: &str = "there is no Java: everything but Spark has passed";

/// Builds the wheel, checks its types, and runs its tests on what the Rust library has found of the same bodies. What was not there to
/// be tried with, if anything.
pub(crate) fn test() -> Result<Option<&'static str>, String> {
    let Some(found) = python::find() else { return Ok(Some(python::MISSING)) };
    let tools = environment(found)?;
    let tool = |module: &str, args: &[&str], variables: &[(&str, &str)]| {
        program(&tools, &[&["-m", module], args].concat(), PACKAGE, variables)
    };
    let wheel = python::wheel_of(PACKAGE, "wheels-fleet", &tools)?;
    let kilobytes = fs::metadata(&wheel).map_err(|why| why.to_string())?.len() / 1000;
    println!("{wheel}: {kilobytes} kB; the budget is {BUDGET} kB");
    if kilobytes > BUDGET {
        return Err("the wheel is over the budget".to_owned());
    }
    tool("ruff", &["check", "--quiet", "--no-cache"], &[])?;
    tool("ruff", &["format", "--quiet", "--no-cache", "--check"], &[])?;
    tool("mypy", &["--cache-dir", &python::path("mypy-fleet")], &[])?;
    tool("pyright", &["--pythonpath", &tools], &[("PYRIGHT_PYTHON_CACHE_DIR", &python::path("pyright"))])?;
    tool("mypy.stubtest", &["joint_meeting_fleet._core"], &[])?;

    programs::install(&[programs::JAVA]);
    let (bodies, rows) = (python::path("bodies.parquet"), python::path("rows.parquet"));
    let ours = ["run", "--quiet", "-p", "joint-meeting-fleet", "--example", "fleet", "--"];
    cargo(&[&ours[..], &["make", &bodies], &TESTED].concat())?;
    cargo(&[&ours[..], &["ask", &bodies, &rows]].concat())?;
    let variables =
        [("FLEET_BODIES", bodies.as_str()), ("FLEET_ROWS", &rows), ("PYTHONDONTWRITEBYTECODE", "1")];
    tool("pytest", &[], &variables)?;
    Ok((!has_java()).then_some(NO_JAVA))
}

fn environment(python: &str) -> Result<String, String> {
    python::environment(python, "fleet", &format!("{PACKAGE}/requirements.txt"))
}

fn has_java() -> bool {
    starts("java", &["-version"])
}

/// Makes bodies once, and measures what is done with them, each in a process of its own: bare JSON, the audit by one thread and by as many as
/// there are cores, and Spark with a function that does nothing.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, String> {
    let count = match args {
        [only] if only == "--test" => {
            println!("{}", test()?.unwrap_or("the wheel and the recipes are as they should be"));
            return Ok(ExitCode::SUCCESS);
        }
        [] => MEASURED,
        [count] if count.parse::<u64>().is_ok() => count,
        _ => return Err("say how many bodies, --test, or nothing".to_owned()),
    };
    let built = ["build", "--quiet", "--release", "-p", "joint-meeting-fleet", "--example", "fleet"];
    cargo(&built)?;
    let ours = ["run", "--quiet", "--release", "-p", "joint-meeting-fleet", "--example", "fleet", "--"];
    let ours = |args: &[&str]| cargo_quietly(&[&ours[..], args].concat());
    let folder = target().join("fleet");
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let path = |name: String| folder.join(name).to_string_lossy().into_owned();
    let (bodies, out) = (path(format!("bodies-{count}.parquet")), path("audit.parquet".to_owned()));
    if fs::metadata(&bodies).is_err() {
        let part = format!("{bodies}.part");
        print!("{}", ours(&["make", &part, count, SEED])?);
        fs::rename(&part, &bodies).map_err(|why| format!("{bodies}: {why}"))?;
    }
    print!("{}", ours(&["parse", &bodies])?);
    let cores = std::thread::available_parallelism().map_or(1, usize::from).to_string();
    for threads in ["1", &cores] {
        print!("{}", ours(&["time", &bodies, &out, threads])?);
    }
    match python::find() {
        Some(found) if has_java() => {
            let python = environment(found)?;
            print!(
                "{}",
                program_quietly(&python, &["recipes/empty_with_spark.py", &bodies, &cores], PACKAGE)?
            );
        }
        _ => println!("no row about Spark: there is no Python or no Java"),
    }
    Ok(ExitCode::SUCCESS)
}
