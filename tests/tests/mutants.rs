//! The list of what can be broken unnoticed speaks of the core as it is. What is noticed is found out by `cargo xtask mutants`.

use std::{collections::BTreeSet, fs};

use conformance::unnoticed::Unnoticed;
use joint_meeting::{ActKind, rule};

const CORE: &str = "../crates/joint-meeting/src";

fn known() -> Unnoticed {
    let text = fs::read_to_string(conformance::folder("mutants.json")).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("mutants.json: {why}"))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn survivors_stand_in_the_core() {
    for it in known().survivors {
        let path = conformance::folder(CORE).join(&it.file);
        assert!(it.reason.ends_with('.'), "{}: a reason is a sentence", it.file);
        if path.is_dir() {
            assert!(it.within.is_some() && it.text.is_none(), "{}: a folder has many of them", it.file);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", it.file));
        let source = words(&source);
        let name = it.within.as_ref().and_then(|it| it.rsplit("::").next());
        let declared = |name: &str| ["fn", "const", "static"].map(|it| format!("{it} {name}"));
        assert!(
            name.is_none_or(|it| declared(it).iter().any(|it| source.contains(it.as_str()))),
            "{}: there is no `{}`",
            it.file,
            name.unwrap_or_default()
        );
        let text = it.text.as_deref().map(words).unwrap_or_default();
        assert!(source.contains(&text), "{}: nowhere stands `{text}`", it.file);
        assert!(it.within.is_some() || it.operator.is_some() || it.text.is_some(), "{}: too many", it.file);
    }
}

#[test]
fn rules_that_go_unnoticed_are_rules() {
    let of_acts =
        ActKind::ALL.iter().flat_map(|act| act.rules().into_iter().map(move |it| format!("{it}@{act:?}")));
    let common = rule::guards().map(|it| it.id.to_owned());
    let duties = rule::duties().flat_map(|(id, _)| [id.to_owned(), format!("!{id}")]);
    let all: BTreeSet<String> = of_acts.chain(common).chain(duties).collect();
    for it in known().rules {
        assert!(all.contains(&it.rule), "there is no rule `{}`", it.rule);
        assert!(it.reason.ends_with('.'), "{}: a reason is a sentence", it.rule);
    }
}
