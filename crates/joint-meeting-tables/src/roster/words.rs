//! The words that a roster is read by: headings, yes and no, and other words for what the charter and the core name.
//!
//! They all stand in `words.json`; what units and posts are called comes from the charter.

use std::{collections::BTreeMap, sync::LazyLock};

use joint_meeting::Language;
use serde::Deserialize;

use super::plain::plain;

/// A word in both languages.
#[derive(Debug, Deserialize)]
pub(super) struct Both {
    zh: String,
    en: String,
}

/// A column of a roster: what it is called, and what else it may be called.
#[derive(Debug, Deserialize)]
pub(super) struct HeadWords {
    name: Column,
    zh: String,
    en: String,
    also: Vec<String>,
}

/// The columns of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Column {
    Unit,
    As,
    Person,
    Code,
    Post,
    Rank,
    Portfolio,
    SectionHead,
    KnowsDuties,
    MastersTrade,
    From,
    To,
    Acting,
    Kind,
    Former,
    Note,
}

#[derive(Debug, Deserialize)]
pub(super) struct RosterWords {
    sheet: Both,
    words_sheet: Both,
    basis: String,
    columns: Vec<HeadWords>,
    capacities: BTreeMap<String, Vec<String>>,
    kinds: BTreeMap<String, Vec<String>>,
    ranks: BTreeMap<String, Vec<String>>,
    yes: Vec<String>,
    no: Vec<String>,
    remarks: Vec<String>,
    vacant: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the file is a part of the program, and a test reads it")]
static WORDS: LazyLock<RosterWords> =
    LazyLock::new(|| serde_json::from_str(include_str!("words.json")).expect("the words of a roster"));

pub(super) fn words() -> &'static RosterWords {
    &WORDS
}

impl Both {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

impl Column {
    /// Its name for programs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::As => "as",
            Self::Person => "person",
            Self::Code => "code",
            Self::Post => "post",
            Self::Rank => "rank",
            Self::Portfolio => "portfolio",
            Self::SectionHead => "section_head",
            Self::KnowsDuties => "knows_duties",
            Self::MastersTrade => "masters_trade",
            Self::From => "from",
            Self::To => "to",
            Self::Acting => "acting",
            Self::Kind => "kind",
            Self::Former => "former",
            Self::Note => "note",
        }
    }

    /// Whether it says something of the row, also where several persons stand side by side in it.
    pub(super) fn is_of_row(self) -> bool {
        matches!(self, Self::Unit | Self::As | Self::Kind | Self::Former | Self::Note)
    }

    /// Its heading.
    pub(super) fn head(self, language: Language) -> &'static str {
        let of = words().columns.iter().find(|it| it.name == self);
        of.map_or("", |it| match language {
            Language::Zh => &it.zh,
            Language::En => &it.en,
        })
    }

    /// The column that a heading means.
    pub(super) fn named(heading: &str) -> Option<Self> {
        // No heading is so long, and whoever asks of every cell of a sheet must not wait.
        if heading.len() > HEAD_MAX { None } else { HEADS.get(&plain(heading)).copied() }
    }
}

/// The longest text that is looked at as a heading, in bytes.
const HEAD_MAX: usize = 120;

static HEADS: LazyLock<BTreeMap<String, Column>> = LazyLock::new(|| {
    let words = |it: &HeadWords| {
        [&it.zh, &it.en].into_iter().chain(&it.also).map(|it| plain(it)).collect::<Vec<String>>()
    };
    WORDS.columns.iter().flat_map(|it| words(it).into_iter().map(|word| (word, it.name))).collect()
});

impl RosterWords {
    pub(super) fn sheet(&self, language: Language) -> &str {
        self.sheet.of(language)
    }

    pub(super) fn words_sheet(&self, language: Language) -> &str {
        self.words_sheet.of(language)
    }

    /// On what a change rests of which nobody says on what it rests.
    pub(super) fn basis(&self) -> &str {
        &self.basis
    }

    /// Other words for a role.
    pub(super) fn capacity(&self, role: &str) -> &[String] {
        self.capacities.get(role).map_or(&[], Vec::as_slice)
    }

    /// Other words for a kind of unit.
    pub(super) fn kind(&self, kind: &str) -> &[String] {
        self.kinds.get(kind).map_or(&[], Vec::as_slice)
    }

    /// Other words for a rank.
    pub(super) fn rank(&self, rank: &str) -> &[String] {
        self.ranks.get(rank).map_or(&[], Vec::as_slice)
    }

    /// Whether a word says yes or no.
    pub(super) fn yes_or_no(&self, text: &str) -> Option<bool> {
        let text = plain(text);
        let is_among = |all: &[String]| all.iter().any(|it| plain(it) == text);
        match (is_among(&self.yes), is_among(&self.no)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The words for yes and no that a template offers.
    pub(super) fn yes_and_no(&self, language: Language) -> [&'static str; 2] {
        match language {
            Language::Zh => ["是", "否"],
            Language::En => ["yes", "no"],
        }
    }

    /// Whether a text below a roster is a remark on it, and no row of it.
    pub(super) fn is_remark(&self, text: &str) -> bool {
        let text = text.trim().to_lowercase();
        self.remarks.iter().any(|it| text.starts_with(it.as_str()))
    }

    /// Whether a word where a name is expected says that there is nobody.
    pub(super) fn is_vacant(&self, text: &str) -> bool {
        let text = plain(text);
        self.vacant.iter().any(|it| plain(it) == text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use joint_meeting::words::{Rank, Role, UnitKind};

    use super::*;

    /// No heading means two columns, and no word two ranks or two kinds of unit.
    #[test]
    fn no_word_means_two_things() {
        let mut heads: BTreeMap<String, Column> = BTreeMap::new();
        for column in &words().columns {
            for word in [&column.zh, &column.en].into_iter().chain(&column.also) {
                let before = heads.insert(plain(word), column.name);
                assert!(before.is_none_or(|it| it == column.name), "{word}");
            }
        }
        for lists in [&words().kinds, &words().ranks] {
            let mut means: BTreeMap<String, &String> = BTreeMap::new();
            for (what, all) in lists {
                for word in all {
                    assert!(means.insert(plain(word), what).is_none_or(|it| it == what), "{word}");
                }
            }
        }
        for word in words().yes.iter().map(|it| plain(it)) {
            assert!(words().no.iter().all(|it| plain(it) != word), "{word}");
        }
    }

    /// What the file names is what the core names.
    #[test]
    fn every_list_belongs_to_something() {
        let roles: Vec<&str> = Role::ALL.iter().map(|it| it.word()).collect();
        assert!(words().capacities.keys().all(|it| roles.contains(&it.as_str())));
        let kinds: Vec<&str> = UnitKind::ALL.iter().map(|it| it.word()).collect();
        assert!(words().kinds.keys().all(|it| kinds.contains(&it.as_str())));
        let ranks: Vec<&str> = Rank::ALL.iter().map(|it| it.word()).collect();
        assert!(words().ranks.keys().all(|it| ranks.contains(&it.as_str())));
    }
}
