//! `xtask-wasm MODULE FOLDER`: makes the JavaScript around a compiled wasm module. `cargo xtask wasm` calls it.
//!
//! A crate with a lock file of its own, so that nothing else in the workspace waits for its dependencies.

use std::{path::Path, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = args.as_slice() else {
        eprintln!("xtask-wasm MODULE FOLDER");
        return ExitCode::from(2);
    };
    match make(Path::new(module), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn make(module: &Path, folder: &Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("raw").typescript(true);
    bindgen.web(true).map_err(|it| format!("{it:#}"))?;
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).map_err(|it| format!("{it:#}"))
}
