//! The patterns, texts with fields: `{unit}` is filled, `[（{post}）]` left out where a field in it is missing.
//!
//! `{{`, `[[` and `]]` stand for the characters themselves. There is nothing else to it: no conditions, no loops, no code.

use serde::Deserialize;

use super::fields::Fields;
use crate::terms::error::PaperError;

/// A text with fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(String),
    Optional(Vec<Piece>),
}

/// Why a text with fields cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// There is a `{` without its `}`, or with nothing in between.
    #[error("a field `{{…}}` that does not end or has no name in `{0}`")]
    Field(String),
    /// There is a `[` without its `]`, a `]` without its `[`, or one pair within another.
    #[error("a part `[…]` that does not begin, does not end or is within another in `{0}`")]
    Part(String),
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(text: String) -> Result<Self, PatternError> {
        let mut pieces = Vec::new();
        let mut optional: Option<Vec<Piece>> = None;
        let mut plain = String::new();
        let mut rest = text.chars().peekable();
        while let Some(it) = rest.next() {
            match it {
                '{' | '[' | ']' if rest.next_if_eq(&it).is_some() => plain.push(it),
                '{' => {
                    let mut name = String::new();
                    let ends = loop {
                        match rest.next() {
                            Some('}') => break true,
                            Some(it) => name.push(it),
                            None => break false,
                        }
                    };
                    if !ends || name.is_empty() {
                        return Err(PatternError::Field(text));
                    }
                    let into = optional.as_mut().unwrap_or(&mut pieces);
                    flush(&mut plain, into);
                    into.push(Piece::Field(name));
                }
                '[' if optional.is_none() => {
                    flush(&mut plain, &mut pieces);
                    optional = Some(Vec::new());
                }
                ']' => {
                    let Some(mut part) = optional.take() else { return Err(PatternError::Part(text)) };
                    flush(&mut plain, &mut part);
                    pieces.push(Piece::Optional(part));
                }
                '[' => return Err(PatternError::Part(text)),
                it => plain.push(it),
            }
        }
        if optional.is_some() {
            return Err(PatternError::Part(text));
        }
        flush(&mut plain, &mut pieces);
        Ok(Self(pieces))
    }
}

fn flush(plain: &mut String, into: &mut Vec<Piece>) {
    if !plain.is_empty() {
        into.push(Piece::Text(std::mem::take(plain)));
    }
}

impl Pattern {
    /// The text, with its fields filled.
    pub(crate) fn fill(&self, place: &str, fields: &Fields) -> Result<String, PaperError> {
        self.fill_from(place, &|name| fields.text(name))
    }

    /// The text, with its fields found by `find`.
    pub(crate) fn fill_from<'f>(
        &self,
        place: &str,
        find: &dyn Fn(&str) -> Option<&'f str>,
    ) -> Result<String, PaperError> {
        let mut text = String::new();
        let place = place.to_owned();
        match write(&self.0, find, &mut text) {
            Ok(()) => Ok(text),
            Err(FillError::Missing(field)) => {
                Err(PaperError::MissingField { place, field: field.to_owned() })
            }
            Err(FillError::TooLong) => Err(PaperError::TooLong { place }),
        }
    }
}

/// The longest text that comes of a pattern, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

enum FillError<'p> {
    /// The name of the field that is missing.
    Missing(&'p str),
    TooLong,
}

fn write<'p, 'f>(
    pieces: &'p [Piece],
    find: &dyn Fn(&str) -> Option<&'f str>,
    text: &mut String,
) -> Result<(), FillError<'p>> {
    for piece in pieces {
        match piece {
            Piece::Text(it) => text.push_str(it),
            Piece::Field(name) => text.push_str(find(name).ok_or(FillError::Missing(name))?),
            Piece::Optional(part) => {
                let before = text.len();
                match write(part, find, text) {
                    Err(FillError::Missing(_)) => text.truncate(before),
                    written => written?,
                }
            }
        }
        if text.len() > LONGEST {
            return Err(FillError::TooLong);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Result<Pattern, PatternError> {
        Pattern::try_from(text.to_owned())
    }

    #[test]
    fn a_missing_field_is_named_and_an_optional_part_is_left_out() {
        let mut fields = Fields::default();
        fields.set("unit", "区卫生健康委");
        let filled = |text: &str| pattern(text).unwrap().fill("t", &fields);
        assert_eq!(filled("{unit}[（{post}）]：[[{{").unwrap(), "区卫生健康委：[{");
        assert_eq!(
            filled("{unit}{post}").unwrap_err(),
            PaperError::MissingField { place: "t".into(), field: "post".into() }
        );
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for bad in ["{unit", "{}", "a{", "{a}{a"] {
            assert_eq!(pattern(bad), Err(PatternError::Field(bad.to_owned())), "{bad}");
        }
        for bad in ["[a", "a]", "[a[b]]"] {
            assert_eq!(pattern(bad), Err(PatternError::Part(bad.to_owned())), "{bad}");
        }
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let mut fields = Fields::default();
        fields.set("unit", "{post}[x]");
        assert_eq!(pattern("{unit}").unwrap().fill("t", &fields).unwrap(), "{post}[x]");
    }
}
