//! What the crates offer, and under which names: the listings in `docs/api` are fresh, and no two types share a name.

use std::collections::BTreeMap;

use conformance::{api, expand::modules};
use syn::Item;

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

/// Types within functions are not looked at: nobody else sees them.
#[test]
fn no_two_types_share_a_name() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sources in [
        "crates/joint-meeting/src",
        "crates/joint-meeting-documents/src",
        "bindings/python/src",
        "bindings/wasm/src",
    ] {
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
