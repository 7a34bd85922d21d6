//! `xtask-wasm MODULE FOLDER`: splits a compiled wasm module in files, and makes the JavaScript around the first.
//! `cargo xtask wasm` calls it.
//!
//! The module must have been linked with `--emit-relocs`: by these it is known which functions and data each part needs.
//! What only papers need goes into `papers.wasm`, what papers and tables share into `papers-tables.wasm`; all files share memory and
//! table with the first. `parts.txt` has a line for each part, with its name and then its files.
//!
//! A crate with a lock file of its own, so that nothing else in the workspace waits for its dependencies.

use std::{collections::BTreeMap, path::Path, process::ExitCode};

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
    let main = folder.join("main.wasm");
    split(module, folder, &main)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&main).out_name("raw").typescript(true);
    bindgen.web(true).map_err(|it| format!("{it:#}"))?;
    // The other files import the table.
    bindgen.keep_lld_exports(true);
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder).map_err(|it| format!("{it:#}"))
}

fn split(module: &Path, folder: &Path, main: &Path) -> Result<(), String> {
    let bytes = std::fs::read(module).map_err(|it| format!("{}: {it}", module.display()))?;
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = main;
    let made = wasm_split_cli_support::transform(options).map_err(|it| format!("{it:#}"))?;
    named(&made.prefetch_map.into_iter().collect(), folder)
}

/// Gives each file the names of the parts that need it, and lists the files of each part.
fn named(needs: &BTreeMap<String, Vec<String>>, folder: &Path) -> Result<(), String> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (part, needed) in needs {
        needed.iter().for_each(|it| files.entry(it).or_default().push(part));
    }
    let mut parts: BTreeMap<&str, String> = BTreeMap::new();
    for (file, by) in files {
        let name = by.join("-");
        let to = folder.join(format!("{name}.wasm"));
        std::fs::rename(folder.join(format!("{file}.wasm")), &to)
            .map_err(|it| format!("{}: {it}", to.display()))?;
        by.into_iter().for_each(|it| *parts.entry(it).or_default() += &format!(" {name}"));
    }
    let list: String = parts.iter().map(|(part, files)| format!("{part}{files}\n")).collect();
    let to = folder.join("parts.txt");
    std::fs::write(&to, list).map_err(|it| format!("{}: {it}", to.display()))
}
