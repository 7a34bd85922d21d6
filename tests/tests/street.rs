//! The street's charter of the guide: its key phrases stand in its text, and it takes nothing from the charter above it.
//!
//! What it says itself is in the vectors.

use std::collections::BTreeSet;

use joint_meeting::Charter;

fn charter(name: &str) -> Charter {
    Charter::bundled(name).unwrap()
}

#[test]
fn every_key_phrase_stands_in_the_text_of_the_guide() {
    let text = std::fs::read_to_string(conformance::folder("../docs/guide/street-charter.zh.txt")).unwrap();
    let misplaced = charter("nankai-street-dog").check_text(&text);
    assert!(misplaced.is_empty(), "{misplaced:?}");
}

#[test]
fn the_charter_above_gives_no_clause() {
    let (street, district) = (charter("nankai-street-dog"), charter("nankai-dog-2022"));
    assert_eq!(street.file().parent.as_ref(), Some(district.id()));
    let written: BTreeSet<&str> = street.file().clauses.iter().map(|it| it.id.as_str()).collect();
    for clause in street.clauses() {
        let id = clause.id.as_str();
        assert!(written.contains(id) || id.starts_with("official-documents-2012/"), "{id}");
    }
    assert!(
        street.settings().report_due.fixed().is_none() && district.settings().report_due.fixed().is_some()
    );
}
