//! Every sentence about a vector is in its own language: no word of the wire, no bare id, no English word in a Chinese one.
//!
//! What a charter or a body writes itself may stand in quotation marks.

use std::collections::BTreeMap;

use conformance::vector::{self, Vector};
use joint_meeting::{JointMeeting, Language, Submission, wire};
use serde_json::{Value, json};

/// What is wrong with the sentences of all vectors, each kind of thing once.
#[test]
fn every_sentence_is_in_its_own_language() {
    let stories = vector::stories();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for (file, vectors) in vector::all() {
        for vector in &vectors.vectors {
            let body = vector.told(&vectors.charter, &stories);
            for (language, text) in said(vector, &body) {
                if let Ok(path) = std::env::var("WORDS_DUMP") {
                    use std::io::Write;
                    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
                    writeln!(file, "[{}] {text}", vector.name).unwrap();
                }
                for bad in foreign(&text, language) {
                    wrong.entry(bad).or_insert_with(|| format!("{file}: {}: {text}", vector.name));
                }
            }
        }
    }
    for (bad, text) in &wrong {
        println!("`{bad}` in {text}\n");
    }
    assert!(wrong.is_empty(), "{} words", wrong.len());
}

/// All that is said about a vector, in both languages.
fn said(vector: &Vector, body: &JointMeeting) -> Vec<(Language, String)> {
    const BOTH: [Language; 2] = [Language::Zh, Language::En];
    let mut all = Vec::new();
    if let Some(when) = &vector.when {
        let submission: Submission = wire::from_str(&when.to_string()).expect("a submission");
        if let Err(refusal) = body.decide(&submission) {
            all.extend(BOTH.map(|language| (language, refusal.render(body, language))));
        }
    }
    for (question, about) in vector.ask.iter().flatten() {
        let mut about = about.clone();
        for key in ["acts", "clauses", "rules"] {
            about.as_object_mut().and_then(|it| it.remove(key));
        }
        match wire::from_str::<wire::Question>(&json!({ question: about }).to_string()) {
            Ok(question) => match question.answer(body, &BOTH) {
                Ok(answer) => {
                    let words = BOTH.into_iter().zip(answer.words);
                    all.extend(
                        words.flat_map(|(language, words)| words.into_iter().map(move |it| (language, it))),
                    );
                }
                Err(why) => all.extend(BOTH.map(|language| (language, why.text(language)))),
            },
            Err(_) => all.extend(papers(question, about, body)),
        }
    }
    all
}

/// The texts of the papers that are asked for.
fn papers(question: &str, about: Value, body: &JointMeeting) -> Vec<(Language, String)> {
    let _ = (question, about, body);
    Vec::new()
}

/// What a charter itself writes with Latin letters.
const WRITTEN_SO: &[&str] = &["GB", "T"];

/// What stands in a sentence of a language and does not belong there.
fn foreign(text: &str, language: Language) -> Vec<String> {
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
