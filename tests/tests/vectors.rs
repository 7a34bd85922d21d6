//! Every vector gives exactly its answer, and together they cover every clause, rule, act and reading.

use conformance::{coverage, files, layout::lay_out, vector};

#[test]
fn every_vector_gives_its_answer() {
    let stories = vector::stories();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (file, content) in vector::all() {
        for it in content.vectors {
            count += 1;
            let found = it.run(&content.charter, &stories);
            if found != it.then {
                wrong.push(format!("{file}: {}\n  expected {}\n  found    {found}", it.name, it.then));
            }
        }
    }
    println!("{count} vectors");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn vectors_have_names_of_their_own() {
    for (file, content) in vector::all() {
        let mut names: Vec<&str> = content.vectors.iter().map(|it| it.name.as_str()).collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1], "{file}");
        }
    }
}

#[test]
fn files_are_written_as_the_formatter_writes_them() {
    let stories = vector::stories();
    let of_vectors = files("vectors", ".json").into_iter().map(|path| {
        let file: vector::File = vector::read(&path);
        (path, file.text(&stories))
    });
    let of_stories = files("vectors/given", ".json").into_iter().map(|path| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, lay_out(&text))
    });
    for (path, text) in of_vectors.chain(of_stories) {
        let as_it_is = std::fs::read_to_string(&path).unwrap();
        assert!(as_it_is == text, "{}: run `cargo run -p conformance --bin bless`", path.display());
    }
}

#[test]
fn nothing_is_uncovered() {
    let missing = coverage::missing(&coverage::shown());
    assert!(missing.is_empty(), "{} missing:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn the_coverage_table_is_fresh() {
    let path = conformance::folder("../docs/coverage.md");
    let table = coverage::table(&coverage::shown());
    assert!(std::fs::read_to_string(path).is_ok_and(|it| it == table), "stale: run `cargo xtask generate`");
}

#[test]
fn the_page_of_charters_is_fresh() {
    let path = conformance::folder("../docs/charters.md");
    let page = conformance::side_by_side::page();
    assert!(std::fs::read_to_string(path).is_ok_and(|it| it == page), "stale: run `cargo xtask generate`");
}
