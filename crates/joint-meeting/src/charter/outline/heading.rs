//! What marks a line of an official text as a heading, and where its title ends.

use crate::charter::outline::Level;

/// The longest title, in characters: what is longer is the text of an item.
const TITLE_MAX: usize = 40;

/// The longest title on one line with what follows it.
const RUN_IN_MAX: usize = 20;

/// The most characters of a heading's number.
const NUMBER_MAX: usize = 6;

/// What was found at the beginning of a line.
pub(super) struct Heading<'t> {
    pub(super) level: Level,
    pub(super) mark: &'t str,
    /// Its number as a locator has it: 一, （一）, 1., 第一条.
    pub(super) number: String,
    pub(super) rest: &'t str,
}

pub(super) fn heading(line: &str) -> Option<Heading<'_>> {
    let text = unblank(line);
    let (level, number, rest) = match text.chars().next()? {
        '第' => article(text)?,
        '（' | '(' => bracketed(text)?,
        sign => enclosed(sign, text).or_else(|| numbered(text))?,
    };
    let mark = line.strip_suffix(rest)?;
    Some(Heading { level, mark, number, rest: rest.trim_start() })
}

/// A line in pieces: headings of the form （一） may stand in one line with the heading that they are under. They count from one,
/// each after a blank or a sentence, and none within quotation marks.
pub(super) fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let starts = inner(line).unwrap_or_default();
    let ends: Vec<usize> = starts.iter().copied().chain([line.len()]).collect();
    std::iter::once(0)
        .chain(starts)
        .zip(ends)
        .filter_map(|(from, to)| line.get(from..to).map(str::trim))
        .filter(|it| !it.is_empty())
}

fn inner(line: &str) -> Option<Vec<usize>> {
    let outer = heading(line).filter(|it| matches!(it.level, Level::First | Level::Article))?;
    let from = line.len() - outer.rest.len();
    let mut starts = Vec::new();
    let (mut before, mut quoted) = (' ', false);
    for (at, sign) in outer.rest.char_indices() {
        match sign {
            '“' => quoted = true,
            '”' => quoted = false,
            '（' | '(' if !quoted && (before.is_whitespace() || SENTENCE_ENDS.contains(&before)) => {
                let text = outer.rest.get(at..)?;
                let value = text.strip_prefix(sign).and_then(|it| number(unblank(it))).map(|it| it.0.value);
                let next = value.and_then(|it| usize::try_from(it).ok()) == Some(starts.len() + 1);
                if next && bracketed(text).is_some_and(|it| it.0 == Level::Second) {
                    starts.push(from + at);
                }
            }
            _ => {}
        }
        before = sign;
    }
    Some(starts)
}

/// Without the blanks at its beginning, those of no width as well.
pub(super) fn unblank(text: &str) -> &str {
    let no_width = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];
    text.trim_start_matches(|it: char| it.is_whitespace() || no_width.contains(&it))
}

/// 第一条, 第2章, 第十一条之一: not where a sentence begins with it.
fn article(line: &str) -> Option<(Level, String, &str)> {
    let (found, rest) = number(unblank(line.strip_prefix('第')?))?;
    let rest = unblank(rest);
    let unit = rest.chars().next()?;
    let level = match unit {
        '章' => Level::Chapter,
        '节' => Level::Section,
        '条' => Level::Article,
        _ => return None,
    };
    let rest = rest.strip_prefix(unit)?;
    let inserted = rest.strip_prefix('之').filter(|_| level == Level::Article).and_then(number);
    if let Some((inserted, rest)) = inserted
        && rest.chars().next().is_none_or(|it| it.is_whitespace() || it == '（')
    {
        return Some((level, format!("第{}{unit}之{}", found.text, inserted.text), rest));
    }
    let goes_on = [
        "第", "、", "，", "。", "；", "和", "及", "或", "与", "至", "所", "的", "中", "之", "规定", "款",
        "项", "以",
    ];
    if goes_on.iter().any(|it| rest.starts_with(it)) {
        return None;
    }
    Some((level, format!("第{}{unit}", found.text), rest))
}

/// （一）, （1）: not the year in （2022）, nor items that a sentence begins with: （一）、（二）项所列.
fn bracketed(line: &str) -> Option<(Level, String, &str)> {
    let (number, rest) = number(unblank(line.strip_prefix(['（', '('])?))?;
    let rest = unblank(rest).strip_prefix(['）', ')'])?;
    let another = rest.strip_prefix(['、', '，', '和', '及', '至', '或', '与']);
    let item = ["项所", "项规定", "项的", "项、", "项和", "项至"];
    if another.is_some_and(|it| unblank(it).starts_with(['（', '(']))
        || item.iter().any(|it| rest.starts_with(it))
    {
        return None;
    }
    let rest = rest.strip_prefix('、').unwrap_or(rest);
    let level = if number.chinese { Level::Second } else { Level::Fourth };
    (number.value < 1000).then(|| (level, format!("（{}）", number.text), rest))
}

/// ㈠, ⑴, ⒈ and ①: one sign for a number and what encloses it.
fn enclosed(sign: char, line: &str) -> Option<(Level, String, &str)> {
    let rest = line.strip_prefix(sign)?;
    let after = |first: char| u32::from(sign).checked_sub(u32::from(first));
    match sign {
        '㈠'..='㈩' => {
            let digit = "一二三四五六七八九十".chars().nth(usize::try_from(after('㈠')?).ok()?)?;
            Some((Level::Second, format!("（{digit}）"), rest))
        }
        '⑴'..='⒇' => Some((Level::Fourth, format!("（{}）", after('⑴')? + 1), rest)),
        '①'..='⑳' => Some((Level::Fifth, sign.to_string(), rest)),
        '⒈'..='⒛' => Some((Level::Third, format!("{}.", after('⒈')? + 1), rest)),
        _ => None,
    }
}

/// 一、 and 1. and 1）: not 一、二级 nor 1.5.
fn numbered(line: &str) -> Option<(Level, String, &str)> {
    let (found, rest) = number(line)?;
    let rest = unblank(rest);
    if let Some(rest) = rest.strip_prefix(['）', ')']).filter(|_| !found.chinese && found.value < 1000) {
        return Some((Level::Fourth, format!("（{}）", found.text), rest));
    }
    let rest = rest.strip_prefix(['.', '．', '、'])?;
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
pub(super) struct Number {
    chinese: bool,
    /// Its digits, all of half width.
    text: String,
    pub(super) value: u32,
}

/// The number with which a text begins, and what follows; none that is longer than a heading's.
pub(super) fn number(text: &str) -> Option<(Number, &str)> {
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

/// What ends a sentence, and what announces a list.
pub(super) const SENTENCE_ENDS: [char; 9] = ['。', '；', ';', '！', '？', '：', ':', '!', '?'];

/// The title with which a heading's line begins, and the text that follows on the same line.
pub(super) fn title(level: Level, line: &str) -> (&str, &str) {
    let short = |it: &str, most: usize| it.chars().take(most + 1).count() <= most;
    if let Some(found) = label(line).filter(|_| level != Level::Article) {
        return found;
    }
    let ends = line.ends_with(SENTENCE_ENDS);
    if !ends && !line.contains('。') && short(line, TITLE_MAX) {
        return (line, "");
    }
    let Some((first, rest)) = line.split_once('。') else { return ("", line) };
    if level == Level::Article
        || rest.is_empty()
        || !short(first, RUN_IN_MAX)
        || first.contains(['；', ';', '！', '？', '：', ':'])
    {
        return ("", line);
    }
    let heading = line.strip_suffix(rest).unwrap_or_default();
    (heading, rest.trim_start())
}

/// A title that a colon ends: 会议机制：每年一次. What announces a list is none, and neither is an hour.
fn label(line: &str) -> Option<(&str, &str)> {
    let (first, rest) = line.split_once(['：', ':'])?;
    let last = first.chars().last()?;
    let announces = ['是', '为', '下', '列', '括', '有', '于'];
    let cut = first.contains(['，', '。', '；', ';', '、', '“', '（', '(']);
    let long = first.chars().take(RUN_IN_MAX + 1).count() > RUN_IN_MAX;
    if rest.is_empty() || announces.contains(&last) || digit(last).is_some() || cut || long {
        return None;
    }
    Some((line.strip_suffix(rest)?, rest.trim_start()))
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
