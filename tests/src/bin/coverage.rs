//! Writes `docs/coverage.md`, or with `--check` fails when it is stale or something is missing.

use conformance::coverage;

fn main() {
    let check = std::env::args().any(|it| it == "--check");
    let path = conformance::folder("../docs/coverage.md");
    let shown = coverage::shown();
    let table = coverage::table(&shown);
    println!("{}", coverage::summary(&shown));
    let missing = coverage::missing(&shown);
    for it in &missing {
        println!("missing: {it}");
    }
    if !check {
        std::fs::write(&path, table).expect("docs/coverage.md can be written");
    } else if std::fs::read_to_string(&path).ok().as_deref() != Some(&table) {
        eprintln!("docs/coverage.md is stale: run `cargo xtask generate`");
        std::process::exit(1);
    } else if !missing.is_empty() {
        std::process::exit(1);
    }
}
