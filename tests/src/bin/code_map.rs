//! Writes the code map in `docs/architecture.md`, or with `--check` fails when it is stale.

use conformance::code_map;

fn main() {
    let check = std::env::args().any(|it| it == "--check");
    let path = code_map::path();
    let text = std::fs::read_to_string(&path).expect("docs/architecture.md can be read");
    let renewed = code_map::renewed(&text).unwrap_or_else(|wrong| {
        eprintln!("{}", wrong.join("\n"));
        std::process::exit(1);
    });
    if !check {
        std::fs::write(&path, renewed).expect("docs/architecture.md can be written");
    } else if renewed != text {
        eprintln!("docs/architecture.md is stale: run `cargo xtask generate`");
        std::process::exit(1);
    }
}
