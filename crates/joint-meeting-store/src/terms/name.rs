//! The name under which a body is kept, which is a file name on every system and a key in every table.

use std::{fmt, str::FromStr, sync::Arc};

/// The longest name, in bytes.
pub const BODY_NAME_MAX: usize = 120;

/// The name of a body in a store: small letters of any script, digits, `-`, `_` and, but for the beginning, `.`.
///
/// ```
/// use joint_meeting_store::BodyName;
///
/// assert_eq!("nankai-dogs".parse::<BodyName>()?.as_str(), "nankai-dogs");
/// assert!("养犬管理".parse::<BodyName>().is_ok());
/// assert!("../elsewhere".parse::<BodyName>().is_err());
/// # Ok::<(), joint_meeting_store::BodyNameError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyName(Arc<str>);

/// Why a text cannot be the name of a body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BodyNameError {
    /// It is empty.
    #[error("the name of a body is empty")]
    Empty,
    /// It has more than [`BODY_NAME_MAX`] bytes.
    #[error("the name of a body is {0} bytes long, and at most {BODY_NAME_MAX} are allowed")]
    Long(usize),
    /// It has something that cannot stand there.
    #[error("in the name of a body `{0}` cannot stand at place {1}")]
    Character(char, usize),
}

impl BodyName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BodyName {
    type Err = BodyNameError;

    fn from_str(text: &str) -> Result<Self, BodyNameError> {
        if text.is_empty() {
            return Err(BodyNameError::Empty);
        }
        if text.len() > BODY_NAME_MAX {
            return Err(BodyNameError::Long(text.len()));
        }
        // Two names that differ in capitals alone would be one file on some systems.
        let can_stand = |(ix, it): (usize, char)| {
            it.is_alphanumeric() && it.to_lowercase().eq([it]) || "-_".contains(it) || it == '.' && ix > 0
        };
        match text.chars().enumerate().find(|it| !can_stand(*it)) {
            Some((ix, it)) => Err(BodyNameError::Character(it, ix + 1)),
            None => Ok(Self(text.into())),
        }
    }
}

impl fmt::Display for BodyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_file_and_a_key_everywhere() {
        for good in ["a", "nankai-dog-2022", "养犬", "a.b_c", "é", "350100.7"] {
            assert_eq!(good.parse::<BodyName>().unwrap().to_string(), good);
        }
        for (bad, why) in [
            ("", BodyNameError::Empty),
            (".a", BodyNameError::Character('.', 1)),
            ("a/b", BodyNameError::Character('/', 2)),
            ("aB", BodyNameError::Character('B', 2)),
            ("a b", BodyNameError::Character(' ', 2)),
            ("a\0", BodyNameError::Character('\0', 2)),
        ] {
            assert_eq!(bad.parse::<BodyName>(), Err(why), "{bad}");
        }
        assert!("a".repeat(BODY_NAME_MAX).parse::<BodyName>().is_ok());
        assert_eq!("a".repeat(121).parse::<BodyName>(), Err(BodyNameError::Long(121)));
    }
}
