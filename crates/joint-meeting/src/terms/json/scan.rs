//! JSON text from its beginning to its end, token by token, and what is wrong with it at which line and column.
//!
//! What tokens mean is settled in [`super::read`].

use std::{borrow::Cow, collections::BTreeSet};

use crate::terms::{bytes, json::read_error::ReadError};

/// How far a text was read.
pub(crate) struct Scanner<'j> {
    text: &'j str,
    at: usize,
}

/// The beginning of a value: all of it, unless it is a list or an object.
pub(crate) enum Token<'j> {
    Null,
    Bool(bool),
    Whole(u64),
    Negative(i64),
    Word(Cow<'j, str>),
    List,
    Object,
}

impl<'j> Scanner<'j> {
    pub(crate) fn new(text: &'j str) -> Self {
        Self { text, at: 0 }
    }

    /// Where it stands, to come back to.
    pub(crate) fn place(&self) -> usize {
        self.at
    }

    /// Goes to where it stood before.
    pub(crate) fn go_to(&mut self, place: usize) {
        self.at = place;
    }

    /// Whether nothing but the bracket before it was passed.
    pub(crate) fn is_in_nothing(&self) -> bool {
        self.text.get(..self.at).is_some_and(|it| it.trim_ascii().len() == 1)
    }

    fn rest(&self) -> &'j [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space. It stays the next one.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                it => return it,
            }
        }
    }

    /// The beginning of the next value.
    pub(crate) fn token(&mut self) -> Result<Token<'j>, ReadError> {
        match self.peek() {
            Some(b'"') => self.word().map(Token::Word),
            Some(b'{') => Ok(self.passed(Token::Object)),
            Some(b'[') => Ok(self.passed(Token::List)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.literal("null", Token::Null),
            Some(b't') => self.literal("true", Token::Bool(true)),
            Some(b'f') => self.literal("false", Token::Bool(false)),
            Some(_) => Err(self.wrong("expected value")),
            None => Err(self.wrong("EOF while parsing a value")),
        }
    }

    /// Steps to the next element of a list; whether there is one.
    pub(crate) fn element(&mut self, is_first: bool) -> Result<bool, ReadError> {
        self.step(b']', is_first)
    }

    /// Steps to the value of the next key of an object; none at its end.
    #[inline]
    pub(crate) fn key(&mut self, is_first: bool) -> Result<Option<Cow<'j, str>>, ReadError> {
        // So it is spelled without white space.
        if !is_first && self.rest().starts_with(b",\"") {
            self.at += 1;
        } else if !self.step(b'}', is_first)? {
            return Ok(None);
        } else if self.byte() != Some(b'"') {
            return Err(self.wrong("key must be a string"));
        }
        let key = self.word()?;
        match self.peek() {
            Some(b':') => Ok(Some(self.passed(key))),
            Some(_) => Err(self.wrong("expected `:`")),
            None => Err(self.wrong("EOF while parsing an object")),
        }
    }

    /// Whether another element or key follows in what ends with this bracket.
    #[inline]
    fn step(&mut self, end: u8, is_first: bool) -> Result<bool, ReadError> {
        let next = self.peek();
        if next == Some(end) {
            return Ok(self.passed(false));
        }
        if is_first {
            return if next.is_some() { Ok(true) } else { Err(self.wrong_in(end)) };
        }
        if next != Some(b',') {
            return Err(self.wrong_in(end));
        }
        self.at += 1;
        match self.peek() {
            Some(it) if it != end => Ok(true),
            Some(_) => Err(self.wrong("trailing comma")),
            None => Err(self.wrong("EOF while parsing a value")),
        }
    }

    #[cold]
    fn wrong_in(&self, end: u8) -> ReadError {
        self.wrong(match (self.byte(), end) {
            (None, b']') => "EOF while parsing a list",
            (None, _) => "EOF while parsing an object",
            (Some(_), b']') => "expected `,` or `]`",
            (Some(_), _) => "expected `,` or `}`",
        })
    }

    /// The key that was read from there on.
    pub(crate) fn key_at(&self, place: usize) -> Option<Cow<'j, str>> {
        let mut before = Scanner { text: self.text, at: place };
        if before.peek() == Some(b',') {
            before.at += 1;
        }
        before.key(true).ok().flatten()
    }

    /// Passes a value, in which no key may stand twice in one object.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        match self.token()? {
            Token::List => {
                let mut ix = 0;
                while self.element(ix == 0)? {
                    self.skip().map_err(|why| why.under_place(ix))?;
                    ix += 1;
                }
            }
            Token::Object => {
                let mut keys = Keys::default();
                while let Some(key) = self.key(keys.is_empty())? {
                    keys.add(&key, self)?;
                    self.skip().map_err(|why| why.under(&key))?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), ReadError> {
        if self.peek().is_none() { Ok(()) } else { Err(self.wrong("trailing characters")) }
    }

    fn passed<T>(&mut self, it: T) -> T {
        self.at += 1;
        it
    }

    fn literal(&mut self, literal: &str, it: Token<'j>) -> Result<Token<'j>, ReadError> {
        for letter in literal.bytes() {
            match self.byte() {
                Some(it) if it == letter => self.at += 1,
                Some(_) => return Err(self.wrong("expected ident")),
                None => return Err(self.wrong("EOF while parsing a value")),
            }
        }
        Ok(it)
    }

    fn number(&mut self) -> Result<Token<'j>, ReadError> {
        let (begin, is_negative) = (self.at, self.byte() == Some(b'-'));
        self.at += usize::from(is_negative);
        let digits = self.rest().iter().take_while(|it| it.is_ascii_digit()).count();
        let begins_with_zero = digits > 1 && self.byte() == Some(b'0');
        self.at += if begins_with_zero { 1 } else { digits };
        let number = self.text.get(begin..self.at).unwrap_or_default();
        match self.byte() {
            None if digits == 0 => return Err(self.wrong("EOF while parsing a value")),
            _ if digits == 0 || begins_with_zero => return Err(self.wrong("invalid number")),
            Some(b'.' | b'e' | b'E') => return Err(self.wrong("not a whole number")),
            _ if number == "-0" => return Err(self.wrong("not a whole number")),
            _ => {}
        }
        let read = match is_negative {
            true => number.parse().map(Token::Negative),
            false => number.parse().map(Token::Whole),
        };
        read.map_err(|_| {
            self.at -= 1;
            self.wrong("number out of range")
        })
    }

    /// A string, of which the first quotation mark is next.
    pub(crate) fn word(&mut self) -> Result<Cow<'j, str>, ReadError> {
        self.at += 1;
        let plain = self.plain()?;
        match self.byte() {
            Some(b'"') => Ok(self.passed(Cow::Borrowed(plain))),
            _ => self.with_escapes(plain.to_owned()).map(Cow::Owned),
        }
    }

    #[cold]
    fn with_escapes(&mut self, mut word: String) -> Result<String, ReadError> {
        while self.byte() == Some(b'\\') {
            self.at += 1;
            word.push(self.escaped()?);
            word.push_str(self.plain()?);
        }
        Ok(self.passed(word))
    }

    /// What stands for itself in a string, up to a quotation mark or a backslash.
    #[inline]
    fn plain(&mut self) -> Result<&'j str, ReadError> {
        let begin = self.at;
        self.at += bytes::plain(self.rest());
        match self.byte() {
            Some(b'"' | b'\\') => Ok(self.text.get(begin..self.at).unwrap_or_default()),
            Some(_) => Err(self.wrong("control character (\\u0000-\\u001F) found while parsing a string")),
            None => Err(self.wrong("EOF while parsing a string")),
        }
    }

    /// The character for which stands what follows a backslash.
    fn escaped(&mut self) -> Result<char, ReadError> {
        let it = match self.byte() {
            Some(it @ (b'"' | b'\\' | b'/')) => char::from(it),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.coded();
            }
            Some(_) => return Err(self.wrong("invalid escape")),
            None => return Err(self.wrong("EOF while parsing a string")),
        };
        Ok(self.passed(it))
    }

    /// The character of a code in four digits, or of two such codes.
    fn coded(&mut self) -> Result<char, ReadError> {
        let mut code = self.four_digits()?;
        if let 0xD800..=0xDBFF = code {
            for it in *b"\\u" {
                match self.byte() {
                    Some(next) if next == it => self.at += 1,
                    Some(_) => return Err(self.wrong("unexpected end of hex escape")),
                    None => return Err(self.wrong("EOF while parsing a string")),
                }
            }
            let low = self.four_digits()?;
            code = match low {
                0xDC00..=0xDFFF => 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00),
                _ => 0xD800,
            };
        }
        char::from_u32(code).ok_or_else(|| {
            self.at -= 1;
            self.wrong("lone leading surrogate in hex escape")
        })
    }

    fn four_digits(&mut self) -> Result<u32, ReadError> {
        let Some((digits, _)) = self.rest().split_first_chunk::<4>() else {
            self.at = self.text.len();
            return Err(self.wrong("EOF while parsing a string"));
        };
        let value = |it: &u8| char::from(*it).to_digit(16);
        let code = digits.iter().try_fold(0, |code, it| Some(code << 4 | value(it)?));
        self.at += digits.len();
        code.ok_or_else(|| {
            self.at -= 1;
            self.wrong("invalid escape")
        })
    }

    /// That the next byte is wrong, with its line and column.
    #[cold]
    #[inline(never)]
    fn wrong(&self, problem: &str) -> ReadError {
        let before = self.text.as_bytes().get(..=self.at).unwrap_or(self.text.as_bytes());
        let line = 1 + before.iter().filter(|it| **it == b'\n').count();
        let column = before.iter().rev().take_while(|it| **it != b'\n').count();
        ReadError::new(format!("{problem} at line {line} column {column}"))
    }
}

/// The keys of an object that were passed.
#[derive(Default)]
pub(crate) struct Keys(BTreeSet<String>);

impl Keys {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a key, which may not be there yet.
    pub(crate) fn add(&mut self, key: &str, scanner: &Scanner<'_>) -> Result<(), ReadError> {
        if self.0.insert(key.to_owned()) {
            return Ok(());
        }
        Err(scanner.wrong(&format!("duplicate field `{key}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a text by this scanner, if anything is.
    fn wrong(text: &str) -> Option<String> {
        let mut scanner = Scanner::new(text);
        scanner.skip().and_then(|()| scanner.end()).err().map(|it| it.to_string())
    }

    /// The same by serde_json.
    fn known(text: &str) -> Option<String> {
        serde_json::from_str::<serde_json::Value>(text).err().map(|it| it.to_string())
    }

    #[test]
    fn what_is_wrong_is_what_serde_json_finds_at_the_same_place() {
        let samples = [
            r#" {"a" : [1, -20, true ,false,null],"b":{"c":"x\n\u4e2d\ud83d\ude00\"\\\/ 中","":[[]] , "d":{}}} "#,
            "[\n\n 18446744073709551615,\r\n\t-9223372036854775808]",
            r#""\ud800\ud800" "#,
            r#"{"a": 01}"#,
        ];
        let letters =
            ["", "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "0", "1", "-", "t", "u", "d", "中"];
        for sample in samples {
            for (at, letter) in sample.char_indices() {
                for other in letters {
                    let (before, after) = (&sample[..at], &sample[at + letter.len_utf8()..]);
                    for text in [format!("{before}{other}"), format!("{before}{other}{after}")] {
                        let (wrong, known) = (wrong(&text), known(&text));
                        // None of these is wrong by serde_json.
                        let ours = ["duplicate field `", "not a whole number", "number out of range"];
                        let is_ours = |it: &String| ours.iter().any(|ours| it.starts_with(ours));
                        if !wrong.as_ref().is_some_and(is_ours) {
                            assert_eq!(wrong, known, "{text:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_are_whole() {
        for (text, problem) in [
            ("1.0", "not a whole number at line 1 column 2"),
            ("[-1e3]", "not a whole number at line 1 column 4"),
            ("-0", "not a whole number at line 1 column 2"),
            ("18446744073709551616", "number out of range at line 1 column 20"),
            ("-9223372036854775809", "number out of range at line 1 column 20"),
        ] {
            assert_eq!(wrong(text).as_deref(), Some(problem), "{text}");
        }
    }

    #[test]
    fn no_key_stands_twice() {
        assert_eq!(wrong(r#"{"a":{"b":1},"b":{"a":1}}"#), None);
        assert_eq!(
            wrong("{\"a\":1,\n\"\\u0061\":1}").as_deref(),
            Some("duplicate field `a` at line 2 column 10")
        );
    }
}
