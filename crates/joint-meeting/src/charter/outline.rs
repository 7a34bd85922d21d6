//! The outline of an official Chinese text: its headings by level, what stands under each, and where.
//!
//! Only the form is read here. What a clause means, and whether a charter fits a text, is not asked: for the latter see
//! `text`.

use serde::Serialize;

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
    }
}

/// The outline of a text. All of the text is in it but white space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outline<'t> {
    /// What stands before the first heading: the notice, the title, the preamble. Their locators begin with `P`.
    pub before: Vec<Paragraph<'t>>,
    /// The headings of the outermost level.
    pub nodes: Vec<Node<'t>>,
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

/// The longest title, in characters: what is longer is the text of an item.
const TITLE_MAX: usize = 40;

/// The longest title on one line with what follows it.
const RUN_IN_MAX: usize = 20;

/// The most characters of a heading's number.
const NUMBER_MAX: usize = 6;

/// Reads the outline of an official text by its headings: 第一章, 第一节, 第一条, 一、 （一） 1. and （1）.
///
/// Digits and signs may be full or half width. What only looks like a heading is none: a decimal, a date, a list such as
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
        match heading(line).filter(|_| !quoted) {
            Some(found) => building.open(found),
            None => building.paragraph(line),
        }
    }
    building.finish()
}

impl<'t> Outline<'t> {
    /// Every heading, in the order of the text.
    pub fn nodes(&self) -> impl Iterator<Item = &Node<'t>> {
        let mut waiting: Vec<&Node<'t>> = self.nodes.iter().rev().collect();
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(next.children.iter().rev());
            Some(next)
        })
    }

    /// The pieces of the text in their order: marks, titles and paragraphs. Nothing but white space is missing.
    pub fn pieces(&self) -> impl Iterator<Item = &'t str> {
        self.before.iter().map(|it| it.text).chain(self.nodes().flat_map(Node::pieces))
    }
}

impl<'t> Node<'t> {
    /// The pieces of its own text, without the headings under it.
    pub fn pieces(&self) -> impl Iterator<Item = &'t str> + use<'t, '_> {
        [self.mark, self.heading].into_iter().chain(self.paragraphs.iter().map(|it| it.text))
    }
}

/// An outline on its way: the headings that are open, the outermost first. There is at most one of each level.
#[derive(Default)]
struct Building<'t> {
    before: Vec<Paragraph<'t>>,
    nodes: Vec<Node<'t>>,
    open: Vec<Node<'t>>,
}

impl<'t> Building<'t> {
    fn open(&mut self, found: Heading<'t>) {
        let same = self.open.iter().position(|it| it.level == found.level);
        let depth = same.unwrap_or_else(|| {
            let holds = |it: &&Node<'_>| {
                it.level < found.level || (it.level, found.level) == (Level::First, Level::Article)
            };
            self.open.iter().take_while(holds).count()
        });
        self.close(depth);
        // Articles are counted through the chapters, so they are cited without them.
        let above = match found.level {
            Level::Chapter | Level::Article => "",
            _ => self.open.last().map_or("", |it| &it.at),
        };
        let (heading, rest) = title(found.level, found.rest);
        let at = format!("{above}{}", found.number);
        let (level, mark) = (found.level, found.mark);
        self.open.push(Node { at, level, mark, heading, paragraphs: Vec::new(), children: Vec::new() });
        self.paragraph(rest);
    }

    fn paragraph(&mut self, text: &'t str) {
        let (above, list) = match self.open.last_mut() {
            Some(node) => (node.at.as_str(), &mut node.paragraphs),
            None => ("P", &mut self.before),
        };
        if !text.is_empty() {
            list.push(Paragraph { at: format!("{above}¶{}", list.len() + 1), text });
        }
    }

    fn close(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(node) = self.open.pop()
        {
            let siblings = self.open.last_mut().map_or(&mut self.nodes, |it| &mut it.children);
            siblings.push(node);
        }
    }

    fn finish(mut self) -> Outline<'t> {
        self.close(0);
        Outline { before: self.before, nodes: self.nodes }
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

/// What was found at the beginning of a line.
struct Heading<'t> {
    level: Level,
    mark: &'t str,
    /// Its number as a locator has it: 一, （一）, 1., 第一条.
    number: String,
    rest: &'t str,
}

fn heading(line: &str) -> Option<Heading<'_>> {
    let first = line.chars().next()?;
    let (level, number, rest) = match first {
        '第' => article(line)?,
        '（' | '(' => bracketed(line)?,
        _ => numbered(line)?,
    };
    let mark = line.strip_suffix(rest)?;
    Some(Heading { level, mark, number, rest: rest.trim_start() })
}

/// 第一条, 第2章: not where a sentence begins with it.
fn article(line: &str) -> Option<(Level, String, &str)> {
    let (number, rest) = number(line.strip_prefix('第')?)?;
    let unit = rest.chars().next()?;
    let level = match unit {
        '章' => Level::Chapter,
        '节' => Level::Section,
        '条' => Level::Article,
        _ => return None,
    };
    let rest = rest.strip_prefix(unit)?;
    let goes_on = [
        "第", "、", "，", "。", "；", "和", "及", "或", "与", "至", "所", "的", "中", "之", "规定", "款",
        "项", "以",
    ];
    if goes_on.iter().any(|it| rest.starts_with(it)) {
        return None;
    }
    Some((level, format!("第{}{unit}", number.text), rest))
}

/// （一）, （1）: not the year in （2022）.
fn bracketed(line: &str) -> Option<(Level, String, &str)> {
    let (number, rest) = number(line.strip_prefix(['（', '('])?)?;
    let rest = rest.strip_prefix(['）', ')'])?;
    let level = if number.chinese { Level::Second } else { Level::Fourth };
    (number.value < 1000).then(|| (level, format!("（{}）", number.text), rest))
}

/// 一、 and 1.: not 一、二级 nor 1.5.
fn numbered(line: &str) -> Option<(Level, String, &str)> {
    let (found, rest) = number(line)?;
    let signs: &[char] = if found.chinese { &['、'] } else { &['.', '．', '、'] };
    let rest = rest.strip_prefix(signs)?;
    let next = number(rest.trim_start()).map(|(it, _)| it);
    let goes_on = next.is_some_and(|it| match found.chinese || it.chinese {
        true => it.value == found.value + 1,
        false => it.text.len() < 4,
    });
    if goes_on || found.value >= 1000 {
        return None;
    }
    let level = if found.chinese { Level::First } else { Level::Third };
    Some((level, if found.chinese { found.text } else { format!("{}.", found.text) }, rest))
}

/// A number as a heading has it.
struct Number {
    chinese: bool,
    /// Its digits, all of half width.
    text: String,
    value: u32,
}

/// The number with which a text begins, and what follows; none that is longer than a heading's.
fn number(text: &str) -> Option<(Number, &str)> {
    let chinese = text.chars().next().is_some_and(|it| CHINESE.contains(it));
    let belongs = |it: &char| if chinese { CHINESE.contains(*it) } else { digit(*it).is_some() };
    let signs: Vec<char> = text.chars().take(NUMBER_MAX + 1).take_while(belongs).collect();
    if signs.is_empty() || signs.len() > NUMBER_MAX {
        return None;
    }
    let rest = text.get(signs.iter().map(|it| it.len_utf8()).sum()..)?;
    let (text, value) = if chinese {
        (signs.iter().collect(), chinese_value(&signs)?)
    } else {
        let digits: String = signs.iter().filter_map(|it| digit(*it)).collect();
        let value = digits.parse().ok()?;
        (digits, value)
    };
    (value > 0).then_some((Number { chinese, text, value }, rest))
}

/// Zero, one to nine, ten, a hundred.
const CHINESE: &str = "〇一二三四五六七八九十百零";

/// A digit of either width, as one of half width.
fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_digit(u32::from(sign) - u32::from('０'), 10),
        _ => None,
    }
}

/// 十二, 二十, 一百零三, and digits in a row: 一二.
fn chinese_value(signs: &[char]) -> Option<u32> {
    let value =
        |sign: &char| CHINESE.chars().position(|it| it == *sign).and_then(|it| u32::try_from(it).ok());
    let (mut sum, mut digit, mut unit) = (0u32, 0u32, 1000u32);
    let positional = !signs.iter().any(|it| matches!(it, '十' | '百'));
    for sign in signs {
        match (sign, positional) {
            ('十' | '百', _) => {
                let size = if *sign == '十' { 10 } else { 100 };
                // Each unit once, the greater first.
                if size >= unit {
                    return None;
                }
                sum += digit.max(u32::from(digit == 0)) * size;
                (digit, unit) = (0, size);
            }
            ('零', _) => digit *= 10,
            (_, true) => digit = digit * 10 + value(sign)?,
            (_, false) if digit == 0 => digit = value(sign)?,
            _ => return None,
        }
    }
    Some(sum + digit)
}

/// The title with which a heading's line begins, and the text that follows on the same line.
fn title(level: Level, line: &str) -> (&str, &str) {
    let sentence_ends = ['。', '；', ';', '！', '？', '：'];
    let short = |it: &str, most: usize| it.chars().take(most + 1).count() <= most;
    if !line.ends_with(sentence_ends) && !line.contains('。') && short(line, TITLE_MAX) {
        return (line, "");
    }
    let Some((first, rest)) = line.split_once('。') else { return ("", line) };
    if level == Level::Article
        || rest.is_empty()
        || !short(first, RUN_IN_MAX)
        || first.contains(sentence_ends)
    {
        return ("", line);
    }
    let heading = line.strip_suffix(rest).unwrap_or_default();
    (heading, rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<u32> {
        number(text).filter(|(_, rest)| rest.is_empty()).map(|(it, _)| it.value)
    }

    #[test]
    fn numbers_are_read() {
        for (text, expected) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("九十九", 99),
            ("一百零三", 103),
            ("１２", 12),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        for text in ["", "〇", "十十", "十百", "0", "1234567", "一二三四五六七"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
