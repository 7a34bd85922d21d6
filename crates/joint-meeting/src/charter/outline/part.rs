//! What begins a part of an official text, and the lines that close one: the form of official documents (GB/T 9704).

use super::heading::{SENTENCE_ENDS, heading, number, unblank};

/// The longest title or signature, in characters.
const LINE_MAX: usize = 40;

/// What a document can be, as the last word of its title.
const KINDS: [&str; 20] = [
    "制度", "规则", "办法", "规定", "细则", "方案", "意见", "章程", "规程", "公约", "职责", "名单", "清单",
    "分工", "要点", "计划", "守则", "条例", "通知", "纪要",
];

/// With what lines begin that say to whom a document goes, and whom to ask.
const LABELS: [&str; 7] = ["抄送", "抄报", "分送", "主送", "联系人", "联系电话", "公开方式"];

/// What a line is that stands after the last clause.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing but a date.
    Date,
    /// 附件：…
    Annexes,
    /// Copies, contacts, a note in brackets, who printed it and when.
    Note,
}

/// A line that begins an annex.
pub(super) struct Annexed<'t> {
    pub(super) mark: &'t str,
    /// What its locators begin with: 附件, 附件2.
    pub(super) at: String,
    /// Its title, where that stands on the line.
    pub(super) rest: &'t str,
}

/// 附件, 附件2, 附 件 二, alone or with a title. A colon marks an annex only after the date of what it is annexed to: before, it
/// begins the list of annexes.
pub(super) fn annex(line: &str, dated: bool) -> Option<Annexed<'_>> {
    let after = unblank(line.strip_prefix('附')?).strip_prefix('件')?;
    let (count, rest) = match number(unblank(after)) {
        Some((found, rest)) => (found.value.to_string(), rest),
        None => (String::new(), after),
    };
    let (title, is_mark) = match rest.strip_prefix(['：', ':']) {
        Some(title) => (title, dated),
        None => (rest, rest.is_empty() || (rest.starts_with(char::is_whitespace) && is_plain(rest))),
    };
    let mark = line.strip_suffix(title)?;
    is_mark.then(|| Annexed { mark: mark.trim_end(), at: format!("附件{count}"), rest: title.trim() })
}

/// What a line says that may close a part.
pub(super) fn sign(line: &str) -> Option<Sign> {
    let of = |word: &str| line.strip_prefix(word).is_some_and(|it| unblank(it).starts_with(['：', ':']));
    if date(line).is_some_and(|rest| rest.is_empty()) {
        return Some(Sign::Date);
    }
    if line.starts_with('附') && annex(line, true).is_some() && line.contains(['：', ':']) {
        return Some(Sign::Annexes);
    }
    let printed =
        || line.strip_suffix("印发").and_then(|it| it.split_whitespace().next_back()).and_then(date);
    let bracketed = line.starts_with(['（', '(']) && line.ends_with(['）', ')']) && heading(line).is_none();
    let is_note = bracketed || LABELS.iter().any(|it| of(it)) || printed().is_some_and(str::is_empty);
    is_note.then_some(Sign::Note)
}

/// Whether a line may be the name of a unit that signed, or of a person.
pub(super) fn is_signature(line: &str) -> bool {
    is_plain(line) && heading(line).is_none()
}

/// Whether a line is the title of a document, of which a trial is said in brackets.
pub(super) fn is_title(line: &str) -> bool {
    let named =
        line.strip_suffix(['）', ')']).and_then(|it| it.rsplit_once(['（', '('])).map_or(line, |it| it.0);
    is_plain(line) && KINDS.iter().any(|it| named.trim_end().ends_with(it)) && heading(line).is_none()
}

/// Whether a line is short and no sentence.
fn is_plain(line: &str) -> bool {
    line.chars().nth(LINE_MAX).is_none() && !line.contains(SENTENCE_ENDS) && !line.contains(['，', ',', '、'])
}

/// What follows a date: 2022年4月21日, ２０２２年４月２１日, 二〇二二年四月二十一日, with blanks.
fn date(line: &str) -> Option<&str> {
    ["年", "月", "日"].iter().try_fold(line, |rest, unit| {
        let (_, rest) = number(unblank(rest))?;
        unblank(rest).strip_prefix(unit)
    })
}
