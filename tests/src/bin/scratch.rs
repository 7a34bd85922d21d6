use conformance::vector::{self, File};
use serde_json::Value;
fn strip(v: &Value) -> Value {
    match v {
        Value::Object(m) => Value::Object(m.iter().filter(|(k, _)| !["digest","counts","cures","also","nearest","only_by"].contains(&k.as_str())).map(|(k, x)| (k.clone(), strip(x))).collect()),
        Value::Array(a) => Value::Array(a.iter().map(strip).collect()),
        x => x.clone(),
    }
}
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let stories = vector::stories();
    for path in conformance::files("vectors", ".json") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file: File = vector::read(&path);
        for v in &file.vectors {
            let got = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| v.run(&file.charter, &stories)));
            match got {
                Err(e) => {
                    let m = e.downcast_ref::<String>().cloned().unwrap_or_default();
                    println!("PANIC\t{name}\t{}\t{}", v.name, m.chars().take(600).collect::<String>());
                }
                Ok(got) => {
                    if got == v.then { continue; }
                    if strip(&got) == strip(&v.then) { println!("MINOR\t{name}\t{}", v.name); continue; }
                    println!("DIFF\t{name}\t{}\nWANT {}\nGOT  {}", v.name, strip(&v.then), strip(&got));
                }
            }
        }
    }
}
