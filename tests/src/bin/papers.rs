//! Writes the papers kept in `tests/papers`, or with `--check` fails when one is stale.

use std::fs;

fn main() {
    let check = std::env::args().any(|it| it == "--check");
    let folder = conformance::folder("papers");
    let mut stale = Vec::new();
    for (name, text) in conformance::papers::files() {
        let path = folder.join(&name);
        if !check {
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
            fs::write(&path, text).expect("it can be written");
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            stale.push(name);
        }
    }
    if !stale.is_empty() {
        eprintln!("tests/papers is stale: run `cargo xtask generate`: {}", stale.join(", "));
        std::process::exit(1);
    }
}
