//! Writes the answer into every vector whose `then` is null; with `--all`, into every vector. Read what it wrote.
//!
//! Lays the files out as well, those of the stories too. A journal that is kept for ever gets what follows from it, once.

use std::path::Path;

use conformance::{
    golden,
    layout::lay_out,
    vector::{self, File},
};

fn main() {
    let all = std::env::args().any(|it| it == "--all");
    let only: Vec<String> = std::env::args().skip(1).filter(|it| it != "--all").collect();
    let stories = vector::stories();
    for path in conformance::files("vectors", ".json") {
        let name = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        if !(only.is_empty() || only.contains(&name)) {
            continue;
        }
        let mut file: File = vector::read(&path);
        for vector in file.vectors.iter_mut().filter(|it| all || it.then.is_null()) {
            vector.then = vector.run(&file.charter, &stories);
            println!("{name}: {}: {}", vector.name, gist(&vector.then));
        }
        write(&path, &file.text(&stories));
    }
    for path in conformance::files("vectors/given", ".json") {
        write(&path, &lay_out(&std::fs::read_to_string(&path).expect("the stories can be read")));
    }
    for name in golden::names() {
        let path = conformance::folder("journals").join(format!("{name}.state.json"));
        if !path.exists() {
            write(&path, &golden::written(&golden::body(&name, false)));
        }
    }
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("the file can be written");
}

/// The short of an answer.
fn gist(then: &serde_json::Value) -> String {
    if then.get("accepted").is_some() {
        return "accepted".to_owned();
    }
    let refused = &then["refused"];
    if let Some(grounds) = refused["grounds"].as_array() {
        let rules: Vec<&str> = grounds.iter().filter_map(|it| it["rule"].as_str()).collect();
        return format!("refused by {}", rules.join(", "));
    }
    if !refused.is_null() {
        return format!("refused by name: unknown {} taken {}", refused["unknown"], refused["taken"]);
    }
    let clauses = then["clauses"].as_array().into_iter().flatten();
    let verdicts: Vec<String> = clauses.map(|it| format!("{} {}", it["clause"], it["verdict"])).collect();
    if verdicts.is_empty() { format!("{} bytes", then.to_string().len()) } else { verdicts.join(", ") }
}
