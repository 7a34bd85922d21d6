//! What a finding of the lints is about, in words: settings, rules, acts, roles and the things that a charter names.

use crate::{
    charter::{Charter, readings::ReadingKey, settings::SettingKey},
    code::skeleton::words,
    registry::rules,
    terms::{
        act_kind::ActKind,
        language::Language,
        record::Word,
        words::{MeetingKind, Role, Step},
    },
};

/// What it is about, with every word of a charter file in the words of a language.
pub(crate) fn said(charter: &Charter, about: &str, language: Language) -> String {
    let whole = one(charter, about, language);
    let parts = || {
        let parts = about.split(' ').map(|it| one(charter, it, language).unwrap_or_else(|| it.to_owned()));
        parts.collect::<Vec<_>>().join(language.of("，", ", "))
    };
    whole.unwrap_or_else(parts)
}

fn one(charter: &Charter, word: &str, language: Language) -> Option<String> {
    let setting = |key: SettingKey| match language {
        Language::Zh => words::setting(key).to_owned(),
        Language::En => key.doc().trim().trim_end_matches('.').to_owned(),
    };
    if let Some(key) = SettingKey::named(word) {
        return Some(setting(key));
    }
    // A setting that speaks of several kinds of meeting, and one of them.
    if let Some((key, kind)) = word.rsplit_once('.')
        && let (Some(key), Some(kind)) = (SettingKey::named(key), listed::<MeetingKind>(kind, language))
    {
        return Some(format!("{}{}{kind}", setting(key), language.of("：", ": ")));
    }
    if let Some(key) = ReadingKey::named(word) {
        return Some(key.question_text(language).to_owned());
    }
    let rule = rules::find(word).map(|it| it.sentence(language).to_owned());
    let act = || ActKind::named(word).map(|it| it.title(language).to_owned());
    let named = || {
        listed::<MeetingKind>(word, language)
            .or_else(|| listed::<Role>(word, language))
            .or_else(|| listed::<Step>(word, language))
            .map(str::to_owned)
    };
    let unit = || charter.units().iter().find(|it| it.id.as_str() == word).map(|it| (&it.zh, &it.en));
    let post = || charter.posts().iter().find(|it| it.id.as_str() == word).map(|it| (&it.zh, &it.en));
    let thing = || unit().or_else(post).map(|(zh, en)| language.of(zh, en).to_string());
    rule.or_else(act).or_else(named).or_else(thing)
}

fn listed<W: Word>(word: &str, language: Language) -> Option<&'static str> {
    W::LIST.iter().find(|it| it.word() == word).map(|it| it.text(language))
}
