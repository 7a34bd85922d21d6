//! The characters that a paper can show.
//!
//! How each format escapes what it shows is settled by its writer.

/// A text without the characters that no paper shows.
pub fn printable(text: &str) -> String {
    text.chars().filter(|it| is_printable(*it)).collect()
}

/// Whether a paper can show a character: no control character but tabulator and line end, nothing that is none by Unicode or that
/// XML cannot hold, and nothing that turns the order of what is around it, by which a text would read otherwise than it is.
pub(crate) fn is_printable(it: char) -> bool {
    let turns = matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_none = matches!(u32::from(it) & 0xFFFF, 0xFFFE | 0xFFFF) || matches!(it, '\u{FDD0}'..='\u{FDEF}');
    !turns && !is_none && (!it.is_control() || matches!(it, '\t' | '\n' | '\r'))
}
