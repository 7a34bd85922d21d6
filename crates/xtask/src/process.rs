//! Running other programs, always from the top of the workspace.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Runs cargo; what it prints goes straight through.
pub(crate) fn cargo(args: &[&str]) -> Result<(), String> {
    run(command(&cargo_path(), args))
}

/// Runs cargo with one environment variable set.
pub(crate) fn cargo_with(variable: (&str, &str), args: &[&str]) -> Result<(), String> {
    let mut command = command(&cargo_path(), args);
    command.env(variable.0, variable.1);
    run(command)
}

/// Runs cargo and gives what it printed; shows it only when it fails.
pub(crate) fn cargo_quietly(args: &[&str]) -> Result<String, String> {
    quietly(command(&cargo_path(), args))
}

/// The same from a folder that may be outside of the workspace.
pub(crate) fn cargo_quietly_in(folder: &Path, args: &[&str]) -> Result<String, String> {
    let mut command = command(&cargo_path(), args);
    command.current_dir(folder);
    quietly(command)
}

/// Where the compiler is installed.
pub(crate) fn sysroot() -> Result<PathBuf, String> {
    quietly(command(&rustc(), &["--print", "sysroot"])).map(|it| PathBuf::from(it.trim()))
}

/// Whether cargo has a subcommand.
pub(crate) fn has_cargo(subcommand: &str) -> bool {
    let mut command = command(&cargo_path(), &[subcommand, "--version"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// Sees to it that the standard library for a target is installed.
pub(crate) fn ensure_target(target: &str) -> Result<(), String> {
    let libraries = quietly(command(&rustc(), &["--print", "target-libdir", "--target", target]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    run(command(&"rustup".into(), &["target", "add", target]))
}

/// The machine for which rustc builds where nobody says so.
pub(crate) fn host() -> Result<String, String> {
    let said = quietly(command(&rustc(), &["-vV"]))?;
    let host = said.lines().find_map(|it| it.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say for which machine it builds".to_owned())
}

/// Runs any program from a folder of the workspace, with variables set.
pub(crate) fn program(
    name: &str,
    args: &[&str],
    folder: &str,
    variables: &[(&str, &str)],
) -> Result<(), String> {
    let mut command = command(&name.into(), args);
    command.current_dir(top().join(folder)).envs(variables.iter().copied());
    run(command)
}

/// Runs any program from a folder of the workspace and gives what it printed; shows it only when it fails.
pub(crate) fn program_quietly(name: &str, args: &[&str], folder: &str) -> Result<String, String> {
    let mut command = command(&name.into(), args);
    command.current_dir(top().join(folder));
    quietly(command)
}

/// Whether a program ends well; nothing where it has to be stopped, because its time is over.
pub(crate) fn ends_within(mut command: Command, limit: Duration) -> Result<Option<bool>, String> {
    let failed = |why, command: &Command| format!("`{}`: {why}", line(command));
    let mut child = command.spawn().map_err(|why| failed(why, &command))?;
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(|why| failed(why, &command))? {
            Some(status) => return Ok(Some(status.success())),
            None if start.elapsed() < limit => thread::sleep(Duration::from_millis(50)),
            None => {
                child.kill().and_then(|()| child.wait()).map_err(|why| failed(why, &command))?;
                return Ok(None);
            }
        }
    }
}

/// Whether a program is there and ends well.
pub(crate) fn starts(name: &str, args: &[&str]) -> bool {
    let mut command = command(&name.into(), args);
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// The top of the workspace.
pub(crate) fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The folder into which cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| top().join("target"), |it| top().join(it))
}

/// The cargo that runs us.
fn cargo_path() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

fn command(program: &OsString, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(top());
    command
}

fn run(mut command: Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` ended with {status}", line(&command))),
        Err(why) => Err(format!("`{}` could not be started: {why}", line(&command))),
    }
}

fn quietly(mut command: Command) -> Result<String, String> {
    let Output { status, stdout, stderr } = command
        .stdin(Stdio::null())
        .output()
        .map_err(|why| format!("`{}` could not be started: {why}", line(&command)))?;
    let stdout = String::from_utf8_lossy(&stdout).into_owned();
    if status.success() {
        return Ok(stdout);
    }
    print!("{stdout}");
    eprint!("{}", String::from_utf8_lossy(&stderr));
    Err(format!("`{}` ended with {status}", line(&command)))
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
