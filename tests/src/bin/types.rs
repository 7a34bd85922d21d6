//! Writes the JSON Schemas and the types of other languages, or with `--check` fails when one is stale.

use conformance::types;

fn main() {
    if !std::env::args().any(|it| it == "--check") {
        return types::write().expect("the files can be written");
    }
    let stale = types::stale();
    for path in &stale {
        eprintln!("{} is stale: run `cargo xtask generate`", path.display());
    }
    if !stale.is_empty() {
        std::process::exit(1);
    }
}
