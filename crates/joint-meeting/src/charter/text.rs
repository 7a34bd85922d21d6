//! Comparing a charter with an official Chinese text: whether every key phrase stands there, at its heading.
//!
//! The text itself is never part of this library; a host that has it hands it in. How its headings are read is in
//! `outline`.

use std::fmt;

use serde::Serialize;

use crate::{
    charter::{
        Charter,
        file::Clause,
        outline::{Outline, Paragraph, TextPart, outline},
    },
    terms::{id::ClauseId, language::Language, record::words},
};

words! {
    /// What is the matter with a key phrase.
    pub enum Misplacement {
        /// Nothing like it is in the text.
        Missing "原文没有" "missing",
        /// The text says nearly the same.
        Reworded "文字不同" "worded otherwise",
        /// It stands under another heading.
        Elsewhere "在别处" "elsewhere",
        /// It stands in another paragraph under the heading.
        OtherParagraph "段次不同" "in another paragraph",
    }
}

impl Misplacement {
    /// What is wrong and what to do, with `{}` for the phrase, for what the text has, or for where it stands.
    pub(crate) const fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::Missing => language.of(
                "原文中没有“{}”：核对原文；原文没有写的，这一条改为沉默",
                "“{}” is not in the text: look it up; where the text does not say it, the clause is a silence",
            ),
            Self::Reworded => language.of(
                "原文的文字是“{}”：照原文改短语",
                "the text has “{}”: word the key phrase as the text does",
            ),
            Self::Elsewhere => language.of(
                "短语不在所引之处，而在 {}：改引这一处，或者另选短语",
                "the phrase is not where the clause cites it, but at {}: cite that, or choose another phrase",
            ),
            Self::OtherParagraph => {
                language.of("短语在 {}：改段次", "the phrase is at {}: cite that paragraph")
            }
        }
    }
}

/// A key phrase that was not found where it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Misplaced {
    /// The clause.
    pub clause: ClauseId,
    /// Its key phrase.
    pub key: String,
    /// Where the charter says it stands.
    pub at: String,
    /// What is the matter.
    pub what: Misplacement,
    /// The heading under which it was found, if anywhere, or the paragraph where only that differs; `P` and `N` are before
    /// the first heading.
    pub found_at: Option<String>,
    /// What the text says that is most like it, where the phrase itself is nowhere.
    pub nearest: Option<NearestPassage>,
    /// What is wrong and what to do, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// A passage of an official text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NearestPassage {
    /// The heading under which it stands.
    pub at: String,
    /// Its words, without white space.
    pub text: String,
}

impl Misplaced {
    fn new(clause: &Clause, key: String, what: Misplacement, found: FoundIn) -> Self {
        let about = match &found {
            FoundIn::Nowhere => key.clone(),
            FoundIn::At(at) => at.clone(),
            FoundIn::Nearly(nearest) => nearest.text.clone(),
        };
        let sentence = |language| what.sentence(language).replace("{}", &about);
        let (zh, en) = (sentence(Language::Zh), sentence(Language::En));
        let (found_at, nearest) = match found {
            FoundIn::Nowhere => (None, None),
            FoundIn::At(at) => (Some(at), None),
            FoundIn::Nearly(nearest) => (None, Some(nearest)),
        };
        Self { clause: clause.id.clone(), key, at: clause.at.to_string(), what, found_at, nearest, zh, en }
    }

    /// What the finding is about: the phrase, where it stands, or what the text has instead.
    pub(crate) fn about(&self) -> &str {
        let nearest = self.nearest.as_ref().map(|it| it.text.as_str());
        self.found_at.as_deref().or(nearest).unwrap_or(&self.key)
    }
}

impl fmt::Display for Misplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "clause `{}`, `{}` at {}: {}", self.clause, self.key, self.at, self.en)
    }
}

impl Charter {
    /// Looks for the key phrase of every clause of its own in the official text, under the heading of its locator.
    ///
    /// Names every clause whose phrase is missing or stands elsewhere, and says what to do. White space is not compared.
    /// Of the parts of a text, the charter is the one in which most of its phrases stand; locators are read from there, so that the
    /// letter with which it was sent out and other annexes may number their headings anew.
    /// Where a locator numbers its paragraph and the phrase stands whole in others only, they are named; a phrase over
    /// the end of a line is not held against its number, for a text that was copied breaks its lines anywhere. The letter, what stands
    /// before the first heading and what closes the text (locators `N` and `P`) are one; a last paragraph under no heading has a locator
    /// that ends in 末.
    pub fn check_text(&self, text: &str) -> Vec<Misplaced> {
        let places = CitedText::of(&outline(text), self);
        self.keys().filter_map(|(clause, key)| places.misplaced(clause, key)).collect()
    }

    /// The part of a text that is the charter itself, by its number: of those with most of the key phrases the last, for a letter may quote
    /// what it sends out.
    pub(crate) fn own_part(&self, outline: &Outline<'_>) -> usize {
        if outline.parts.len() < 2 {
            return 0;
        }
        let holds = |part: &TextPart<'_>| {
            let text = without_space(part.pieces());
            self.keys().filter(|(_, key)| text.contains(key.as_str())).count()
        };
        let held = outline.parts.iter().map(holds).enumerate();
        held.max_by_key(|(_, count)| *count).map_or(0, |(ix, _)| ix)
    }

    /// The clauses with a key phrase, and it without white space.
    fn keys(&self) -> impl Iterator<Item = (&Clause, String)> {
        let keyed = self.file().clauses.iter().filter_map(|it| Some((it, it.key.as_ref()?.as_str())));
        keyed.map(|(clause, key)| (clause, without_space(std::iter::once(key))))
    }
}

/// Where the phrase of a clause was found that is not in its place.
enum FoundIn {
    Nowhere,
    At(String),
    Nearly(NearestPassage),
}

/// A run of text under one heading.
struct CitedRun {
    /// Its locator, as the clauses of the charter have it.
    at: String,
    text: String,
    /// Each paragraph with its locator.
    paragraphs: Vec<(String, String)>,
    /// Whether it is what goes with a charter: the letter, what stands before the first heading, what closes the text.
    is_around: bool,
}

/// A text as the clauses of a charter cite it.
struct CitedText {
    /// What the locators of the charter's own part begin with in the outline.
    part: String,
    all: Vec<CitedRun>,
}

impl CitedText {
    fn of(outline: &Outline<'_>, charter: &Charter) -> Self {
        let own = charter.own_part(outline);
        let part = outline.parts.get(own).map_or_else(String::new, |it| it.at.clone());
        let mut all = Vec::new();
        for (ix, it) in outline.parts.iter().enumerate() {
            let own_part = if ix == own { part.as_str() } else { "" };
            let around = ix <= own;
            let before = if ix == own {
                "P"
            } else if it.at.is_empty() {
                "N"
            } else {
                &it.at
            };
            all.push(CitedRun::of(before, "", it.before.iter().map(|it| it.text), &it.before, around));
            for node in it.nodes() {
                all.push(CitedRun::of(&node.at, own_part, node.pieces(), &node.paragraphs, ix < own));
            }
            let closing = format!("{}末", it.at);
            all.push(CitedRun::of(
                &closing,
                own_part,
                it.closing.iter().map(|it| it.text),
                &it.closing,
                around,
            ));
        }
        all.retain(|it| !it.text.is_empty());
        Self { part, all }
    }

    fn misplaced(&self, clause: &Clause, key: String) -> Option<Misplaced> {
        let at = clause.at.as_str();
        let holding: Vec<&CitedRun> = self.all.iter().filter(|it| it.text.contains(&key)).collect();
        let (what, found) = match holding.iter().find(|it| self.is_cited(it, at)) {
            Some(place) => {
                (Misplacement::OtherParagraph, FoundIn::At(self.other_paragraph(place, at, &key)?))
            }
            None => match holding.first() {
                Some(place) => (Misplacement::Elsewhere, FoundIn::At(place.at.clone())),
                None => match self.nearest(&key) {
                    Some(nearest) => (Misplacement::Reworded, FoundIn::Nearly(nearest)),
                    None => (Misplacement::Missing, FoundIn::Nowhere),
                },
            },
        };
        Some(Misplaced::new(clause, key, what, found))
    }

    /// A locator without the part that all locators of the charter are read from.
    fn cited_in_part<'a>(&self, at: &'a str) -> &'a str {
        at.strip_prefix(self.part.as_str()).filter(|it| !it.is_empty()).unwrap_or(at)
    }

    fn is_cited(&self, place: &CitedRun, at: &str) -> bool {
        headings(at).any(|heading| {
            let heading = self.cited_in_part(heading);
            place.at == heading
                || (heading == "P" && place.is_around)
                || (at.ends_with('末') && place.at.starts_with(heading))
        })
    }

    /// The paragraph in which a phrase stands whole, where a locator has the number of another. The notice and the preamble
    /// are numbered by each charter as it likes.
    fn other_paragraph(&self, place: &CitedRun, at: &str, key: &str) -> Option<String> {
        let (heading, number) = self.cited_in_part(at).split_once('¶')?;
        let number: usize = number.parse().ok()?;
        if heading != place.at || place.is_around {
            return None;
        }
        let wanted = format!("{heading}¶{number}");
        let mut whole = place.paragraphs.iter().filter(|(_, text)| text.contains(key)).map(|(at, _)| at);
        let first = whole.next()?;
        (*first != wanted && whole.all(|it| *it != wanted)).then(|| first.clone())
    }

    /// The passage that has half of a phrase in one piece, cut to the phrase's length.
    fn nearest(&self, key: &str) -> Option<NearestPassage> {
        let signs: Vec<char> = key.chars().collect();
        let half = signs.len().div_ceil(2).max(NEAREST_MIN);
        let piece = |from: usize| signs.get(from..from + half).map(|it| it.iter().collect::<String>());
        let pieces = (0..signs.len()).filter_map(|from| Some((from, piece(from)?)));
        pieces.into_iter().find_map(|(from, piece)| {
            let (place, found) = self.all.iter().find_map(|it| Some((it, it.text.find(&piece)?)))?;
            let before = place.text.get(..found)?.chars().count();
            let text = place.text.chars().skip(before.saturating_sub(from)).take(signs.len()).collect();
            Some(NearestPassage { at: place.at.clone(), text })
        })
    }
}

/// The least number of signs in a row by which a passage is like a phrase.
const NEAREST_MIN: usize = 3;

impl CitedRun {
    fn of<'t>(
        at: &str,
        part: &str,
        pieces: impl Iterator<Item = &'t str>,
        paragraphs: &[Paragraph<'_>],
        is_around: bool,
    ) -> Self {
        let own = |at: &str| at.strip_prefix(part).unwrap_or(at).to_owned();
        let paragraphs = paragraphs.iter();
        Self {
            at: own(at),
            text: without_space(pieces),
            paragraphs: paragraphs.map(|it| (own(&it.at), without_space(std::iter::once(it.text)))).collect(),
            is_around,
        }
    }
}

fn without_space<'t>(pieces: impl Iterator<Item = &'t str>) -> String {
    pieces.flat_map(str::chars).filter(|it| !it.is_whitespace()).collect()
}

/// The headings of a locator, of which `+` joins several. What follows a `¶` or a `·` says where under its heading something
/// stands; `N` and `P` stand for what comes before the first heading.
pub(crate) fn headings(at: &str) -> impl Iterator<Item = &str> {
    at.split('+').map(|it| {
        let end = it.find(['¶', '·']).unwrap_or(it.len());
        let heading = it.get(..end).unwrap_or(it);
        if heading.starts_with(['N', 'P']) { "P" } else { heading }
    })
}
