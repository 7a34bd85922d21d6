//! Writes `docs/charters.md`, or with `--check` fails when it is stale.

fn main() {
    let check = std::env::args().any(|it| it == "--check");
    let path = conformance::folder("../docs/charters.md");
    let page = conformance::side_by_side::page();
    if !check {
        std::fs::write(&path, page).expect("docs/charters.md can be written");
    } else if std::fs::read_to_string(&path).ok().as_deref() != Some(&page) {
        eprintln!("docs/charters.md is stale: run `cargo xtask generate`");
        std::process::exit(1);
    }
}
