//! Subcommands of cargo that few have: where one is missing it is built once, into the target folder.

use std::env;

use crate::process::{cargo_with, has_cargo, target};

/// The folders in which programs are looked for, with a subcommand in one of them; `package` says of which version.
pub(crate) fn path_with(subcommand: &str, package: &str) -> Result<String, String> {
    let tools = target().join("tools");
    let bin = tools.join("bin");
    let built = bin.join(format!("cargo-{subcommand}{}", env::consts::EXE_SUFFIX));
    if !has_cargo(subcommand) && !built.is_file() {
        // Unoptimised it is built in a third of the time, and runs for a second.
        let install =
            ["install", "--quiet", "--locked", "--debug", package, "--root", &tools.to_string_lossy()];
        cargo_with(("CARGO_PROFILE_DEV_DEBUG", "0"), &install)?;
    }
    // Cargo looks for its subcommands there as well.
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(env::split_paths(&path).chain([bin])).map_err(|why| why.to_string())?;
    Ok(path.to_string_lossy().into_owned())
}
