//! What shows that an entry is true: papers and recordings by name and digest.
//!
//! The files themselves are the host's; nothing here opens one.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::terms::{
    id::Text,
    json::shape,
    limits::PROOFS_MAX,
    record::{Mention, record, words},
};

words! {
    /// What kind of thing shows that an entry is true.
    #[non_exhaustive]
    pub enum ProofKind {
        /// A letter of a unit (来函).
        Letter "来函" "letter",
        /// A scanned paper (扫描件).
        Scan "扫描件" "scan",
        /// A photograph (照片).
        Photo "照片" "photograph",
        /// A recording of sound or pictures (录音录像).
        Recording "录音录像" "recording",
        /// A message in writing, such as a mail (信息).
        Message "往来信息" "message",
        /// A note on what was said by telephone or in a room (电话记录).
        Note "电话、当面记录" "note of what was said",
        /// Any other file (文件).
        File "其他文件" "file",
    }
}

record! {
    /// Something that shows that an entry is true (佐证). The library keeps its name and its digest, never the file.
    ///
    /// ```
    /// use joint_meeting::{Proof, text, words::ProofKind};
    ///
    /// let letter = Proof::new(text!("来函.pdf"), ProofKind::Letter).note(text!("kept with the incoming letters"));
    /// assert_eq!(letter.kind, ProofKind::Letter);
    /// ```
    pub struct Proof {
        /// What it is called: the name of its file, where it is one.
        pub name: Text,
        /// What kind of thing it is.
        pub kind: ProofKind,
        /// The SHA-256 of its file, by which it is known again.
        optional pub digest: Option<FileDigest>,
        /// What else there is to say of it.
        optional pub note: Option<Text>,
    }
}

/// The SHA-256 of a file, in lower case hexadecimal.
///
/// ```
/// use joint_meeting::FileDigest;
///
/// let digest: FileDigest = joint_meeting::journal::digest(b"a letter").parse()?;
/// assert_eq!(digest.as_str().len(), 64);
/// assert!("a letter".parse::<FileDigest>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FileDigest(String);

#[cfg(feature = "schema")]
crate::terms::schema::strings! {
    /// The SHA-256 of a file, in lower case hexadecimal.
    FileDigest: digest;
}

/// Why a string is no digest of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the 64 digits and letters from a to f of a SHA-256")]
#[non_exhaustive]
pub struct FileDigestError;

impl FileDigest {
    /// The string itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FileDigest {
    type Err = FileDigestError;

    fn from_str(text: &str) -> Result<Self, FileDigestError> {
        let is_hex = |it: u8| matches!(it, b'0'..=b'9' | b'a'..=b'f');
        let fits = text.len() == 64 && text.bytes().all(is_hex);
        if fits { Ok(Self(text.to_owned())) } else { Err(FileDigestError) }
    }
}

impl fmt::Display for FileDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for FileDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl Mention for FileDigest {
    const KIND: &'static str = "digest";

    fn mention<'a>(&'a self, _: &mut dyn FnMut(&'static str, &'a crate::terms::spelling::Spelling)) {}
}

/// Reads at most [`PROOFS_MAX`] proofs.
pub(crate) fn proofs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Proof>, D::Error> {
    let all: Vec<Proof> = shape::list(deserializer)?;
    if all.len() > PROOFS_MAX {
        return Err(de::Error::custom(format_args!("more than {PROOFS_MAX} in a list")));
    }
    Ok(all)
}

crate::terms::chinese::in_words! { FileDigestError }
