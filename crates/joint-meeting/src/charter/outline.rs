//! The outline of an official Chinese text: its headings by level, what stands under each, and where.
//!
//! Only the form is read here. What a clause means, and whether a charter fits a text, is not asked: for the latter see
//! `text`.

mod building;
mod heading;
mod part;

use serde::Serialize;

use self::building::Building;
use crate::terms::record::words;

words! {
    /// A level of heading, from the outermost. Articles stand under headings of the form 一、 as well as over them.
    pub enum Level {
        /// 第一章
        Chapter "章" "chapter",
        /// 第一节
        Section "节" "section",
        /// 第一条
        Article "条" "article",
        /// 一、
        First "一级标题" "first level",
        /// （一）
        Second "二级标题" "second level",
        /// 1.
        Third "三级标题" "third level",
        /// （1）
        Fourth "四级标题" "fourth level",
        /// ①
        Fifth "五级标题" "fifth level",
    }
}

words! {
    /// What a part of a text is.
    pub enum PartKind {
        /// The letter with which the text was sent out.
        Notice "印发通知" "notice",
        /// The text itself.
        Text "正文" "text",
        /// What is annexed.
        Annex "附件" "annex",
    }
}

/// The outline of a text. All of the text is in it but white space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outline<'t> {
    /// The parts in their order, each with headings numbered on their own. There is at least one.
    pub parts: Vec<TextPart<'t>>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextPart<'t> {
    /// What its locators begin with: `N` in a notice, 附件2 in an annex, nothing in the text itself.
    pub at: String,
    /// What it is.
    pub kind: PartKind,
    /// What marks it as an annex: 附件2. Empty in any other part.
    pub mark: &'t str,
    /// What stands before its first heading: number, title, addressees, preamble. In the text itself their locators begin with `P`.
    pub before: Vec<Paragraph<'t>>,
    /// The headings of its outermost level.
    pub nodes: Vec<Node<'t>>,
    /// What stands after its last clause and belongs to none: the list of annexes, signatures, date, copies. Their
    /// locators have 末 in the place of a heading.
    pub closing: Vec<Paragraph<'t>>,
}

/// A heading, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node<'t> {
    /// Its locator, as a clause of a charter has it in `at`: the numbers of the headings down to it, in their
    /// brackets. A text that numbers twice has it twice.
    pub at: String,
    /// Its level.
    pub level: Level,
    /// What marks it as a heading: （三）
    pub mark: &'t str,
    /// Its title; empty where the text of an item follows the mark at once.
    pub heading: &'t str,
    /// The paragraphs right under it, before any heading of a lower level.
    pub paragraphs: Vec<Paragraph<'t>>,
    /// The headings under it.
    pub children: Vec<Self>,
}

/// A paragraph: one line of the text, or what follows a title on its line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph<'t> {
    /// Its locator: that of its heading, `¶`, and its number under the heading.
    pub at: String,
    /// Its text.
    pub text: &'t str,
}

/// Reads the outline of an official text by its parts and headings: 第一章, 第一节, 第一条, 一、 （一） 1. （1） and ①.
///
/// A line that says 附件, with or without a number, begins a part. So does the title of what a notice sends out, after the date on
/// which the notice was signed. Digits and signs may be full or half width, with blanks between them; ㈠, ⑴, 1) and 一. are read as well. What only looks like a heading is none: a decimal, a date, a list such as
/// 一、二级, an article that a sentence begins with, a line within quotation marks. Levels may be left out and
/// come in any order. Any text has an outline.
///
/// ```
/// use joint_meeting::charter::outline;
///
/// let text = "总则\n一、组织\n（一）成员。各单位为成员。\n另有规定的除外。";
/// let outline = outline(text);
/// let places: Vec<&str> = outline.nodes().map(|it| it.at.as_str()).collect();
/// assert_eq!(places, ["一", "一（一）"]);
/// let members = outline.nodes().last().unwrap();
/// assert_eq!((members.heading, members.paragraphs[1].at.as_str()), ("成员。", "一（一）¶2"));
/// ```
pub fn outline(text: &str) -> Outline<'_> {
    let mut building = Building::default();
    for (line, quoted) in lines(text) {
        building.line(line, quoted);
    }
    building.finish()
}

impl<'t> Outline<'t> {
    /// Every heading of every part, in the order of the text.
    pub fn nodes(&self) -> impl Iterator<Item = &Node<'t>> {
        self.parts.iter().flat_map(TextPart::nodes)
    }

    /// The pieces of the text in their order: marks, titles and paragraphs. Nothing but white space is missing.
    pub fn pieces(&self) -> impl Iterator<Item = &'t str> {
        self.parts.iter().flat_map(TextPart::pieces)
    }
}

impl<'t> TextPart<'t> {
    /// Every heading, in the order of the text.
    pub fn nodes(&self) -> impl Iterator<Item = &Node<'t>> + use<'t, '_> {
        let mut waiting: Vec<&Node<'t>> = self.nodes.iter().rev().collect();
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(next.children.iter().rev());
            Some(next)
        })
    }

    /// The pieces of its text in their order: marks, titles and paragraphs.
    pub fn pieces(&self) -> impl Iterator<Item = &'t str> + use<'t, '_> {
        let headings = self.nodes().flat_map(Node::pieces);
        let (before, closing) = (self.before.iter().map(|it| it.text), self.closing.iter().map(|it| it.text));
        std::iter::once(self.mark).chain(before).chain(headings).chain(closing)
    }
}

impl<'t> Node<'t> {
    /// The pieces of its own text, without the headings under it.
    pub fn pieces(&self) -> impl Iterator<Item = &'t str> + use<'t, '_> {
        [self.mark, self.heading].into_iter().chain(self.paragraphs.iter().map(|it| it.text))
    }
}

/// The lines that are not blank, each with whether it begins within quotation marks.
fn lines(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut quoted = text.match_indices(['“', '”']).scan(None, |open, (at, sign)| {
        let before = *open;
        *open = (sign == "“").then_some(at);
        Some(before.filter(|_| sign == "”").map(|from| from..at))
    });
    let mut quotation = 0..0;
    let mut start = 0;
    text.split_inclusive(breaks).filter_map(move |line| {
        let from = start;
        start += line.len();
        while quotation.end < from
            && let Some(next) = quoted.next()
        {
            quotation = next.unwrap_or(0..0);
        }
        let line = line.trim_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
        (!line.is_empty()).then_some((line, quotation.contains(&from)))
    })
}
