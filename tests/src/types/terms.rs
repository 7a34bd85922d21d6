//! The Chinese terms of the words that cross the border, as the Rust documentation has them.

use std::collections::BTreeMap;

use super::model::{Is, Shape, Type};

/// By type and word: `{"ActName": {"countersign": "会签"}}`.
pub(super) fn write(types: &[Type]) -> String {
    let mut terms: BTreeMap<&str, BTreeMap<String, &str>> = BTreeMap::new();
    for it in types {
        let Is::Union(variants) = &it.is else { continue };
        for (shape, doc) in variants {
            let found = match shape {
                Shape::Word(word) => Some((it.name.as_str(), word.clone(), doc.as_str())),
                Shape::Named(act) if it.name == "Act" => {
                    let doc = types.iter().find(|it| it.name == *act).map_or("", |it| &it.doc);
                    Some(("ActName", super::schema::file_name(act).replace('-', "_"), doc))
                }
                _ => None,
            };
            if let Some((of, word, term)) = found.and_then(|(of, word, doc)| Some((of, word, term(doc)?))) {
                terms.entry(of).or_default().insert(word, term);
            }
        }
    }
    serde_json::to_string_pretty(&terms).expect("words are JSON") + "\n"
}

/// The term: in brackets, or at the beginning.
fn term(doc: &str) -> Option<&str> {
    let is_chinese = |it: &&str| {
        it.starts_with(|it: char| ('\u{4e00}'..='\u{9fff}').contains(&it))
            && !it.contains(|it: char| it.is_ascii_alphabetic())
    };
    doc.split(['(', ')', ':']).find(is_chinese)
}
