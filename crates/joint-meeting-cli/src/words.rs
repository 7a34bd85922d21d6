//! What the command says, in both languages, from the one list in `words.json`.

use std::{collections::BTreeMap, sync::OnceLock};

use joint_meeting::Language;

/// A sentence in both languages, Chinese first.
type InBothLanguages = [String; 2];

fn all() -> &'static BTreeMap<String, InBothLanguages> {
    static ALL: OnceLock<BTreeMap<String, InBothLanguages>> = OnceLock::new();
    // The file is part of the program, and a test reads it.
    ALL.get_or_init(|| serde_json::from_str(include_str!("words.json")).unwrap_or_default())
}

/// The sentence of a key, with its holes filled in their order.
pub(crate) fn say(language: Language, key: &str, holes: &[&str]) -> String {
    let found = all().get(key).map(|[zh, en]| language.of(zh, en));
    let Some(sentence) = found else { return key.to_owned() };
    let mut holes = holes.iter();
    let mut said = String::new();
    for (ix, piece) in sentence.split("{}").enumerate() {
        if ix > 0 {
            said += holes.next().copied().unwrap_or_default();
        }
        said += piece;
    }
    said
}

/// What joins words in a list.
pub(crate) fn joined<T: AsRef<str>>(language: Language, words: impl IntoIterator<Item = T>) -> String {
    let words: Vec<String> = words.into_iter().map(|it| it.as_ref().to_owned()).collect();
    words.join(language.of("、", ", "))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        assert!(all().len() > 100);
        for (key, [zh, en]) in all() {
            assert!(!zh.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{key}");
            let same = zh == en || !zh.chars().any(|it| ('\u{4e00}'..'\u{9fff}').contains(&it));
            assert!(!same || ["bad.json", "verify.bad", "arg.shell"].contains(&key.as_str()), "{key}");
        }
    }

    #[test]
    fn every_sentence_is_said_somewhere_and_what_is_said_is_there() {
        let mut sources = String::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for it in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
                if it.is_dir() {
                    folders.push(it);
                } else if it.extension().is_some_and(|it| it == "rs") {
                    sources += &fs::read_to_string(it).unwrap();
                }
            }
        }
        for key in all().keys() {
            // Those of commands and their arguments are found by the names of these.
            let name = ["arg.", "value.", "cmd.charter.", "cmd.fleet.", "cmd."]
                .iter()
                .find_map(|it| key.strip_prefix(it));
            assert!(sources.contains(&format!("\"{}\"", name.unwrap_or(key))), "nobody says {key}");
        }
        for said in
            sources.split(concat!("s", "ay(")).skip(1).filter_map(|it| it.trim_start().strip_prefix('\u{22}'))
        {
            let key = said.split('\u{22}').next().unwrap();
            assert!(all().contains_key(key), "there is no {key}");
        }
        for command in ["store", "on", "proof"] {
            assert!(all().contains_key(&format!("arg.{command}")));
        }
    }
}
