//! What the crates offer, and under which names: the listings in `docs/api` are fresh, and no two types share a name.

use std::collections::BTreeMap;

use conformance::{
    api,
    expand::{modules, written},
};
use syn::{Attribute, Item};

#[test]
fn the_listings_of_public_items_are_fresh() {
    for (krate, sources) in api::CRATES {
        let changes = api::changes(krate, sources);
        assert!(
            changes.is_empty(),
            "docs/api/{krate}.txt is stale; if the change is meant, run `cargo xtask generate`:\n{}",
            changes.join("\n")
        );
    }
}

/// The crates that are used as libraries, those of the bindings among them.
const LIBRARIES: [&str; 9] = [
    "crates/joint-meeting/src",
    "crates/joint-meeting-cli/src",
    "crates/joint-meeting-documents/src",
    "crates/joint-meeting-fleet/src",
    "crates/joint-meeting-store/src",
    "crates/joint-meeting-tables/src",
    "bindings/python/src",
    "bindings/python-fleet/src",
    "bindings/wasm/src",
];

#[test]
fn errors_end_in_error() {
    let mut errors = Vec::new();
    for sources in LIBRARIES {
        for item in modules(&conformance::folder("..").join(sources)).into_values().flatten() {
            match item {
                Item::Struct(it) if derives_error(&it.attrs) => errors.push(it.ident.to_string()),
                Item::Enum(it) if derives_error(&it.attrs) => errors.push(it.ident.to_string()),
                Item::Impl(it) => {
                    let of = it.trait_.iter().find_map(|(_, path, _)| path.segments.last());
                    if of.is_some_and(|it| it.ident == "Error" && it.arguments.is_none()) {
                        errors.push(written(&it.self_ty));
                    }
                }
                _ => {}
            }
        }
    }
    assert!(errors.len() > 15, "the errors of all crates are read: {errors:?}");
    // A refusal is an answer, and an error only to `?`.
    errors.retain(|it| !it.ends_with("Error") && !it.ends_with("Errors") && it != "Refusal");
    assert!(errors.is_empty(), "errors under other names: {errors:?}");
}

fn derives_error(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| it.path().is_ident("derive") && written(it).contains("thiserror::Error"))
}

/// Types within functions are not looked at: nobody else sees them.
#[test]
fn no_two_types_share_a_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sources in LIBRARIES {
        for (module, items) in modules(&conformance::folder("..").join(sources)) {
            let names = items.iter().filter_map(|it| match it {
                Item::Struct(it) => Some(&it.ident),
                Item::Enum(it) => Some(&it.ident),
                Item::Trait(it) => Some(&it.ident),
                Item::Type(it) => Some(&it.ident),
                _ => None,
            });
            for name in names {
                let place = format!("{sources}: {}", module.join("::"));
                places.entry(name.to_string()).or_default().push(place);
            }
        }
    }
    assert!(places.len() > 500, "the types of all crates are read");
    places.retain(|_, places| places.len() > 1);
    assert!(places.is_empty(), "types that share a name: {places:#?}");
}
