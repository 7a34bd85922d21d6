//! Every sentence about a vector is in its own language: no word of the wire, no bare id, no English word in a Chinese one.
//!
//! What a charter or a body writes itself may stand in quotation marks.

use std::collections::{BTreeMap, BTreeSet};

use conformance::{
    vector::{self, Vector},
    words::foreign,
};
use joint_meeting::{JointMeeting, Language, Submission, id::PersonId, time::Time, wire};
use joint_meeting_documents::{Desk, Given, PaperFormat, PaperWords, wire::PaperQuestion};
use serde_json::{Value, json};

const BOTH: [Language; 2] = [Language::Zh, Language::En];

/// What is wrong with the sentences of all vectors, each kind of thing once.
#[test]
fn every_sentence_is_in_its_own_language() {
    let stories = vector::stories();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for (file, vectors) in vector::all() {
        for vector in &vectors.vectors {
            let body = vector.told(&vectors.charter, &stories);
            for (language, text) in said(vector, &body) {
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
    let mut all = Vec::new();
    if let Some(when) = &vector.when {
        let submission: Submission = wire::from_str(&when.to_string()).expect("a submission");
        if let Err(refusal) = body.decide(&submission) {
            all.extend(BOTH.map(|language| (language, refusal.render(body, language))));
        }
    }
    for (question, about) in vector.ask.iter().flatten() {
        let mut about = about.clone();
        if let ("papers", Ok(asked)) = (question.as_str(), serde_json::from_value(about["question"].clone()))
        {
            all.extend(papers(&asked, body));
            continue;
        }
        for key in ["acts", "clauses", "rules"] {
            about.as_object_mut().and_then(|it| it.remove(key));
        }
        let asked = json!({ question: about }).to_string();
        let Ok(asked) = wire::from_str::<wire::Question>(&asked) else { continue };
        match asked.answer(body, &BOTH) {
            Ok(answer) => all.extend(in_both(answer.words)),
            Err(why) => all.extend(BOTH.map(|language| (language, why.text(language)))),
        }
    }
    all
}

fn in_both(words: Vec<Vec<String>>) -> impl Iterator<Item = (Language, String)> {
    let of = |(language, words): (Language, Vec<String>)| words.into_iter().map(move |it| (language, it));
    BOTH.into_iter().zip(words).flat_map(of)
}

/// The errors and findings of a desk that is asked for papers. What stands in the papers themselves, the office words.
fn papers(asked: &PaperQuestion, body: &JointMeeting) -> Vec<(Language, String)> {
    let given = Given::default();
    match asked.answer(&Desk::new(body, PaperWords::built_in(Language::Zh), &given), &BOTH) {
        Ok(answer) => in_both(answer.words).collect(),
        Err(why) => BOTH.map(|language| (language, why.text(language))).to_vec(),
    }
}

/// The papers of a year, as text: beside the words of the journal they hold the names that the office gave to persons,
/// the ids of clauses, the names of files and the digest of the journal.
#[test]
fn every_paper_is_in_its_own_language() {
    let body = conformance::papers::body();
    let mut wrong = BTreeMap::new();
    for language in BOTH {
        for (name, paper) in conformance::papers::pack(&body, language) {
            let text =
                String::from_utf8(PaperFormat::Text.write(&paper).expect("it can be written")).expect("text");
            for line in text.lines().filter(|it| !it.starts_with("journal ")) {
                for bad in foreign(line, language).into_iter().filter(|it| !is_given(it)) {
                    wrong.entry(bad).or_insert_with(|| format!("{name}: {line}"));
                }
            }
        }
    }
    for (bad, text) in &wrong {
        println!("`{bad}` in {text}\n");
    }
    assert!(wrong.is_empty(), "{} words", wrong.len());
}

fn is_given(word: &str) -> bool {
    let upper = |it: &str| it.chars().all(|it| it.is_ascii_uppercase());
    let digits = |it: &str| it.chars().all(|it| it.is_ascii_digit());
    let is_person = word.get(1..).is_some_and(|it| !it.is_empty() && digits(it));
    let is_clause = word.split_once('-').is_some_and(|(it, _)| it.len() <= 3 && (upper(it) || digits(it)));
    let is_charter = joint_meeting::charters::get(word).is_some();
    let is_digest = word.len() > 40 && word.chars().all(|it| it.is_ascii_hexdigit());
    is_person || is_clause || is_charter || is_digest
}

/// No two options of one answer that are about the same thing are called the same, and none is called by an id where the
/// thing has a name.
#[test]
fn options_can_be_told_apart() {
    let stories = vector::stories();
    let mut seen = BTreeSet::new();
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for (file, vectors) in vector::all() {
        for vector in &vectors.vectors {
            let Some((by, at)) = whoever_asks(vector) else { continue };
            let place =
                json!([&vectors.charter, vector.settings, vector.readings, vector.given, by]).to_string();
            if !seen.insert(place) {
                continue;
            }
            let body = vector.told(&vectors.charter, &stories);
            let mut labels = BTreeSet::new();
            for row in body.options(&by, at) {
                let about = row.about.as_ref().map(|it| (it.kind, it.name.clone()));
                for (language, label) in [(Language::Zh, &row.label.zh), (Language::En, &row.label.en)] {
                    let here = || format!("{file}: {}: {label}: {}", vector.name, json!(row.draft));
                    if !labels.insert((about.clone(), label.clone())) {
                        wrong.entry(format!("twice: {} {language:?}", row.act.kind())).or_insert_with(here);
                    }
                    for bad in foreign(label, language) {
                        wrong.entry(bad).or_insert_with(here);
                    }
                    let quoted =
                        label.split(['「', '“']).skip(1).filter_map(|it| it.split(['」', '”']).next());
                    for id in quoted.filter(|it| is_named(it, &body)) {
                        wrong.entry(id.to_owned()).or_insert_with(here);
                    }
                }
            }
        }
    }
    for (bad, at) in &wrong {
        println!("`{bad}` in {at}\n");
    }
    assert!(wrong.is_empty(), "{} labels", wrong.len());
}

/// Who acts or asks in a vector, and when.
fn whoever_asks(vector: &Vector) -> Option<(PersonId, Time)> {
    let asked = || vector.ask.as_ref().and_then(|it| it.get("options"));
    let one = vector.when.as_ref().or_else(asked)?;
    Some((one["by"].as_str()?.parse().ok()?, one["at"].as_str()?.parse().ok()?))
}

/// Whether a unit, a post or a series of numbers has the id.
fn is_named(id: &str, body: &JointMeeting) -> bool {
    let charter = body.charters().last().expect("a charter");
    let mut series = charter.settings().series.fixed().into_iter().flatten();
    charter.units().iter().any(|it| it.id.as_str() == id)
        || charter.posts().iter().any(|it| it.id.as_str() == id)
        || series.any(|it| it.id.as_str() == id)
}

#[test]
fn a_title_in_latin_letters_is_set_off_from_the_chinese_around_it() {
    let mut body = JointMeeting::bundled("nankai-dog-2022").unwrap();
    vector::tell(&mut body, "minutes: issued");
    let put = |act: Value| {
        let step = json!({"act": act, "by": "p3", "at": "2022-07-01T09:00:00+08:00"});
        body.check(&vector::submission(&step)).unwrap_err().render(&body, Language::Zh)
    };
    let unit = put(json!({"type": "withdraw_unit", "unit": "healt", "basis": "略", "to": "2022-12-31"}));
    assert!(unit.contains("「health」（区卫生健康委）"), "{unit}");
    let item = put(json!({"type": "discuss", "meeting": "m2", "item": "i-leesh"}));
    assert!(item.contains("「i-leash」（「leashes in parks」）"), "{item}");
}
