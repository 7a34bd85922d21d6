//! Writes the listings of the public items, or with `--check` fails when one is stale and says what a change adds and removes.

use conformance::api::{CRATES, changes, listing, path};

fn main() {
    let only_check = std::env::args().any(|it| it == "--check");
    let mut is_stale = false;
    for (krate, sources) in CRATES {
        for line in changes(krate, sources) {
            is_stale = true;
            println!("{line}");
        }
        if !only_check {
            let path = path(krate);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            std::fs::write(path, listing(krate, sources)).expect("the listing can be written");
        }
    }
    if only_check && is_stale {
        eprintln!("docs/api is stale: run `cargo xtask generate`");
        std::process::exit(1);
    }
}
