//! What is no journal and not damaged either: something that another program made of one.

use std::fmt;

/// What a file is, or what a program has done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Disguise {
    /// It is empty.
    Empty,
    /// A byte order mark stands before the first line; the journal can be read without it.
    Bom,
    /// Lines end as they do on Windows; the journal can be read with the ends of lines put right.
    Crlf,
    /// It is text of two bytes a character, as some editors save it.
    Wide,
    /// It is a table of a spreadsheet program.
    Spreadsheet,
    /// It is a database.
    Database,
}

impl Disguise {
    /// What it is, if it shows at the beginning or in the ends of lines.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[&[u8]]| with.iter().any(|it| bytes.starts_with(it));
        let plain = without_mark(bytes);
        // Each line of a journal is an object; what begins otherwise, with separators in its first line, was a table.
        let first = plain.split(|it| matches!(it, b'\n' | b'\r')).next().unwrap_or_default();
        let is_table = !first.starts_with(b"{") && first.iter().any(|it| matches!(it, b',' | b';' | b'\t'));
        match bytes {
            [] => Some(Self::Empty),
            _ if begins(&[b"\xFF\xFE", b"\xFE\xFF"]) => Some(Self::Wide),
            _ if begins(&[b"PK\x03\x04", b"\xD0\xCF\x11\xE0"]) || is_table => Some(Self::Spreadsheet),
            _ if begins(&[b"SQLite format 3\0"]) => Some(Self::Database),
            _ if ends_are_crlf(plain) => Some(Self::Crlf),
            _ if plain.len() < bytes.len() => Some(Self::Bom),
            _ => None,
        }
    }

    /// The journal that it was, where nothing is lost: without the mark, with the ends of lines put right.
    pub(crate) fn lifted(self, bytes: &[u8]) -> Option<Vec<u8>> {
        let plain = without_mark(bytes);
        match self {
            Self::Bom => Some(plain.to_vec()),
            Self::Crlf => {
                let lines = plain.split_inclusive(|it| *it == b'\n');
                let right = |it: &[u8]| it.strip_suffix(b"\r\n").map(|it| [it, b"\n"].concat());
                Some(lines.flat_map(|it| right(it).unwrap_or_else(|| it.to_vec())).collect())
            }
            _ => None,
        }
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Whether every line that ends does so with two characters. One such line among others is damage.
fn ends_are_crlf(bytes: &[u8]) -> bool {
    let mut ends = bytes.split_inclusive(|it| *it == b'\n').filter(|it| it.ends_with(b"\n")).peekable();
    ends.peek().is_some() && ends.all(|it| it.ends_with(b"\r\n"))
}

impl fmt::Display for Disguise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an empty file",
            Self::Bom => "a journal with a byte order mark before it",
            Self::Crlf => "a journal whose lines end as on Windows",
            Self::Wide => "text of two bytes a character",
            Self::Spreadsheet => "a table of a spreadsheet program",
            Self::Database => "a database",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_make_of_a_journal_is_told_from_damage() {
        let journal: &[u8] = b"{\"a\":1}\n{\"b\":2}\n";
        let crlf: &[u8] = b"{\"a\":1}\r\n{\"b\":2}\r\n";
        for (bytes, is) in [
            (journal.to_vec(), None),
            (b"{\"a\":1}\r\n{\"b\":2}\n".to_vec(), None),
            (b"{\"a\":1,\"b".to_vec(), None),
            (vec![0; 9], None),
            (Vec::new(), Some(Disguise::Empty)),
            ([b"\xEF\xBB\xBF", journal].concat(), Some(Disguise::Bom)),
            (crlf.to_vec(), Some(Disguise::Crlf)),
            ([b"\xEF\xBB\xBF", crlf].concat(), Some(Disguise::Crlf)),
            (b"\xFF\xFE{\0".to_vec(), Some(Disguise::Wide)),
            (b"\"{\"\"a\"\":1}\",\n".to_vec(), Some(Disguise::Spreadsheet)),
            (b"PK\x03\x04rest".to_vec(), Some(Disguise::Spreadsheet)),
            (b"SQLite format 3\0".to_vec(), Some(Disguise::Database)),
        ] {
            let found = Disguise::of(&bytes);
            assert_eq!(found, is, "{}", String::from_utf8_lossy(&bytes));
            if matches!(is, Some(Disguise::Bom | Disguise::Crlf)) {
                assert_eq!(found.unwrap().lifted(&bytes).unwrap(), journal);
            }
        }
    }
}
