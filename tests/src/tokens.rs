//! Rust sources as words and signs: without comments, strings and characters, each with its line.
//!
//! What they mean is not known here.

/// A word or a sign of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'s> {
    /// A keyword or a name.
    Word(&'s str),
    /// `::`
    Join,
    /// Any other sign.
    Sign(char),
}

/// All of them in order, with their lines.
pub(crate) fn tokens(text: &str) -> Vec<(usize, Token<'_>)> {
    let (mut all, mut line, mut rest) = (Vec::new(), 1, text);
    while let Some(first) = rest.chars().next() {
        let (long, token) = match first {
            _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
            _ if rest.starts_with("/*") => (comment(rest), None),
            _ if rest.starts_with("::") => (2, Some(Token::Join)),
            '"' => (string(rest), None),
            '\'' => (character(rest), None),
            _ if first.is_alphanumeric() || first == '_' => {
                let is_part = |it: char| it.is_alphanumeric() || it == '_';
                let long = rest.find(|it| !is_part(it)).unwrap_or(rest.len());
                let (word, after) = rest.split_at(long);
                match raw(word, after) {
                    Some(more) => (long + more, None),
                    // A string may have a prefix.
                    None if matches!(word, "b" | "c") && after.starts_with('"') => {
                        (long + string(after), None)
                    }
                    None if word == "b" && after.starts_with('\'') => (long + character(after), None),
                    None => (long, Some(Token::Word(word))),
                }
            }
            _ => (first.len_utf8(), (!first.is_whitespace()).then_some(Token::Sign(first))),
        };
        all.extend(token.map(|it| (line, it)));
        line += rest[..long].matches('\n').count();
        rest = &rest[long..];
    }
    all
}

/// How long a comment is; one may stand in another.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(next) = text[at..].chars().next() {
        match &text[at..] {
            it if it.starts_with("/*") => (depth, at) = (depth + 1, at + 2),
            it if it.starts_with("*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += next.len_utf8(),
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// How long a string is, with its quotes.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, it) in text.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// How long a character is, with its quotes; of a lifetime, only its mark.
fn character(text: &str) -> usize {
    let mut inside = text.chars().skip(1);
    match (inside.next(), inside.next()) {
        (Some('\\'), Some(it)) => {
            let from = 2 + it.len_utf8();
            text[from..].find('\'').map_or(text.len(), |it| from + it + 1)
        }
        (Some(it), Some('\'')) => it.len_utf8() + 2,
        _ => 1,
    }
}

/// How much of a raw string follows its prefix, if that is one.
fn raw(word: &str, after: &str) -> Option<usize> {
    let marks = after.len() - after.trim_start_matches('#').len();
    let begins = matches!(word, "r" | "br" | "cr") && after[marks..].starts_with('"');
    let end = format!("\"{}", "#".repeat(marks));
    let from = marks + 1;
    begins.then(|| after[from..].find(&end).map_or(after.len(), |it| from + it + end.len()))
}
