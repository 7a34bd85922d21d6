//! Document numbers (发文字号): reading, checking and writing them.
//!
//! Which number comes next in a series is settled in `law::document`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::terms::{id::from_strings, spelling::Spelling};

/// The highest serial: far above what any organ issues in a year, and low enough to list the gaps below it.
pub const SERIAL_MAX: u32 = 99_999;

/// A document number: organ code, year in full, serial: 津公南开函〔2022〕12号.
///
/// ```
/// use joint_meeting::number::{DocumentNumber, NumberError};
///
/// let number: DocumentNumber = "津公南开函〔2022〕12号".parse()?;
/// assert_eq!((number.code(), number.year(), number.serial()), ("津公南开函", 2022, 12));
/// assert_eq!("津公南开函[2022]12号".parse::<DocumentNumber>(), Err(NumberError::Brackets));
/// # Ok::<(), NumberError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber {
    code: Spelling,
    year: u16,
    serial: u32,
}

/// Why a string is not a document number (党政机关公文处理工作条例 9(5), GB/T 9704—2012 7.2.5).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberError {
    /// The organ code is empty or has characters other than Chinese ones.
    #[error("the organ code must be Chinese characters")]
    Code,
    /// The year does not stand in 〔〕.
    #[error("the year must stand in 〔〕")]
    Brackets,
    /// The year is not four digits, beginning with 1 or 2.
    #[error("the year must be written in full")]
    Year,
    /// The serial has the word 第 before it, a leading zero, or is no number from 1 to [`SERIAL_MAX`].
    #[error("the serial must be a number from 1 to 99999 without 第 and without leading zeros")]
    Serial,
    /// It does not end in 号.
    #[error("it must end in 号")]
    End,
}

impl DocumentNumber {
    /// A number made of its parts.
    pub fn new(code: &str, year: i32, serial: u32) -> Result<Self, NumberError> {
        if code.is_empty() || !code.chars().all(is_han) {
            return Err(NumberError::Code);
        }
        let year =
            u16::try_from(year).ok().filter(|it| (1000..3000).contains(it)).ok_or(NumberError::Year)?;
        if serial == 0 || serial > SERIAL_MAX {
            return Err(NumberError::Serial);
        }
        Ok(Self { code: Spelling::new(code), year, serial })
    }

    /// The organ code (机关代字).
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// The year.
    pub fn year(&self) -> i32 {
        self.year.into()
    }

    /// The serial (序号), counted from one.
    pub fn serial(&self) -> u32 {
        self.serial
    }
}

/// Whether a character is a Han character, by the blocks in use for names.
fn is_han(it: char) -> bool {
    matches!(it, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

impl FromStr for DocumentNumber {
    type Err = NumberError;

    fn from_str(s: &str) -> Result<Self, NumberError> {
        let (code, rest) = s.split_once('〔').ok_or(NumberError::Brackets)?;
        let (year, rest) = rest.split_once('〕').ok_or(NumberError::Brackets)?;
        let serial = rest.strip_suffix('号').ok_or(NumberError::End)?;
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if !digits(year) || year.len() != 4 {
            return Err(NumberError::Year);
        }
        if !digits(serial) || serial.starts_with('0') {
            return Err(NumberError::Serial);
        }
        let year = year.parse().map_err(|_| NumberError::Year)?;
        Self::new(code, year, serial.parse().map_err(|_| NumberError::Serial)?)
    }
}

from_strings! { DocumentNumber }

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.code(), self.year, self.serial)
    }
}

impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for DocumentNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DocumentNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DocumentNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DocumentNumber".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A document number: `津公南开函〔2022〕12号`.", "type": "string",
            "pattern": "^[\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{3134F}]+〔[12][0-9]{3}〕[1-9][0-9]{0,4}号$"
        })
    }
}

crate::terms::chinese::in_words! { NumberError }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        for (text, problem) in [
            ("津公南开函〔2022〕012号", NumberError::Serial),
            ("津公南开函〔2022〕第12号", NumberError::Serial),
            ("津公南开函〔22〕12号", NumberError::Year),
            ("津公南开函（2022）12号", NumberError::Brackets),
            ("津公南开函【2022】12号", NumberError::Brackets),
            ("津公南开函〔2022〕12", NumberError::End),
            ("〔2022〕12号", NumberError::Code),
            ("A〔2022〕12号", NumberError::Code),
            ("津〔3022〕12号", NumberError::Year),
            ("津〔2022〕99999999999号", NumberError::Serial),
            ("津〔2022〕0号", NumberError::Serial),
            ("津〔2022〕100000号", NumberError::Serial),
        ] {
            assert_eq!(text.parse::<DocumentNumber>(), Err(problem), "{text}");
        }
        let text = "津公南开函〔2022〕12号";
        assert_eq!(text.parse::<DocumentNumber>().unwrap().to_string(), text);
    }
}
