//! The words of sentences: what stands in one and does not belong to its language.

use joint_meeting::Language;

/// What a charter itself writes with Latin letters.
const WRITTEN_SO: &[&str] = &["GB", "T"];

/// What stands in a sentence of a language and does not belong there.
pub fn foreign(text: &str, language: Language) -> Vec<String> {
    let mut own = String::new();
    let (mut quoted, mut number) = (0, 0);
    for it in text.chars() {
        match it {
            '「' | '“' | '《' => quoted += 1,
            '」' | '”' | '》' => quoted -= 1,
            '`' => number ^= 1,
            _ if quoted == 0 && number == 0 => own.push(it),
            _ => {}
        }
    }
    let is_bad = |it: &str| match language {
        Language::Zh => it.chars().any(|it| it.is_ascii_alphabetic() || it == '_'),
        Language::En => {
            let wire = it.contains('_') || it.split('.').filter(|it| it.len() > 1).count() > 1;
            let id =
                it.chars().any(|it| it.is_ascii_alphabetic()) && it.chars().any(|it| it.is_ascii_digit());
            wire || id
        }
    };
    let words = own.split(|it: char| !(it.is_ascii_alphanumeric() || "_-.".contains(it)));
    words
        .map(|it| it.trim_matches(['.', '-']))
        .filter(|it| is_bad(it) && !WRITTEN_SO.contains(it))
        .map(str::to_owned)
        .collect()
}
