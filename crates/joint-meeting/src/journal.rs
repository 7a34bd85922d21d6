//! The journal: a header and entries as lines of JSON, each with the digest of the line before.
//!
//! Here are the bytes, the chain and what can be wrong with it. Storing them is the host's business; what an entry means
//! is settled where it is folded into the state.

pub use crate::terms::act_kind::FORMAT;
pub use crate::terms::digest::digest;
pub use crate::terms::limits::ENTRIES_MAX;

mod line;

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

pub(crate) use self::line::Line;
use self::line::LineOut;
use crate::{
    charter::Charter,
    registry::entry::Entry,
    terms::{
        bytes,
        cancel::is_cancelled,
        id::CharterId,
        json::{self, MalformedError, canonical},
        time::as_kept,
    },
};

/// The most lines that a journal has.
const LINES_MAX: usize = ENTRIES_MAX as usize + 1;

/// The formats of journals that are read.
const FORMATS: std::ops::RangeInclusive<u32> = 1..=FORMAT;

/// The first line of a journal: under which charter it was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Header {
    /// The version of the format: [`FORMAT`], or an older one.
    pub format: u32,
    /// The charter.
    pub charter: CharterId,
    /// Its version at the beginning.
    pub version: u32,
    /// The digest of its file.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::Digest"))]
    pub digest: String,
    /// The end of the journal of an older format that this one goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Head>,
}

/// How far a journal reaches. Kept elsewhere, it shows when the end was cut off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// The number of entries.
    pub count: u32,
    /// The digest of the last line.
    #[cfg_attr(feature = "schema", schemars(with = "crate::terms::schema::Digest"))]
    pub digest: String,
}

/// Writes a journal line by line, and keeps its head.
///
/// ```
/// use joint_meeting::{Charter, journal::{self, Journal}};
///
/// let charter = Charter::bundled("nankai-dog-2022")?;
/// let (journal, header) = Journal::begin(&charter);
/// assert_eq!(journal.head().count, 0);
/// assert_eq!(journal::verify(&header, Some(journal.head())).unwrap(), *journal.head());
/// # Ok::<(), joint_meeting::BundledError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    head: Head,
}

impl Journal {
    /// A new journal, and its first line.
    pub fn begin(charter: &Charter) -> (Self, String) {
        Self::begin_as(charter, FORMAT, None)
    }

    /// The same of a format, from the end of a journal of an older one.
    pub(crate) fn begin_as(charter: &Charter, format: u32, before: Option<Head>) -> (Self, String) {
        let header = Header {
            format,
            charter: charter.id().clone(),
            version: charter.version(),
            digest: charter.digest().to_owned(),
            before,
        };
        let line = canonical(&header);
        (Self { head: Head { count: 0, digest: digest(line.as_bytes()) } }, line + "\n")
    }

    /// A journal that reaches as far as this head.
    pub fn resume(head: Head) -> Self {
        Self { head }
    }

    /// The line for the next entry.
    pub fn write(&mut self, entry: &Entry) -> String {
        let line = canonical(&LineOut { entry, prev: &self.head.digest });
        self.head = Head { count: entry.no, digest: digest(line.as_bytes()) };
        line + "\n"
    }

    /// Reads the next line, which somebody else has written, and goes on behind it.
    ///
    /// That it has the next number and names the digest of the line before is checked. How it is spelled, and what it says,
    /// is trusted; [`verify`] looks at the spelling.
    ///
    /// ```
    /// # use joint_meeting::{JointMeeting, Submission, act::{AdoptCharter, FirstHolder}, id, journal::Journal, time};
    /// let mut body = JointMeeting::bundled("nankai-dog-2022")?;
    /// let mut ours = Journal::resume(body.head(None));
    /// # let founding = AdoptCharter::new(id!("nankai-dog-2022"), 1, [FirstHolder::new(id!("deputy-head"), id!("p1"))]);
    /// # let founding = Submission::new(founding, id!("p1"), time!("2022-04-21T09:00:00+08:00"));
    /// let entry = body.perform(founding)?;
    /// let line = ours.clone().write(entry);
    /// assert_eq!(&ours.follow(line.as_bytes())?, entry);
    /// assert_eq!(*ours.head(), body.head(None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Why it is not the next line; the journal stays where it was.
    pub fn follow(&mut self, line: &[u8]) -> Result<Entry, JournalError> {
        let raw = line.strip_suffix(b"\n").unwrap_or(line);
        let ix = self.head.count as usize + 1;
        let line = parse(ix, raw)?;
        match line.no.cmp(&number(ix)) {
            Ordering::Less => Err(fault(ix, LineError::Swapped(number(ix)))),
            Ordering::Greater => Err(fault(ix, LineError::Missing(number(ix)))),
            Ordering::Equal if line.prev != self.head.digest => Err(fault(ix, LineError::Changed)),
            Ordering::Equal => {
                self.head = Head { count: line.no, digest: digest(raw) };
                Ok(line.into_entry())
            }
        }
    }

    /// The head of the journal: how far it reaches.
    pub fn head(&self) -> &Head {
        &self.head
    }
}

/// The first bad line of a journal, and why it is bad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("line {line} of the journal: {fault}")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct JournalError {
    /// The number of the line, counted from one; the header is line one.
    pub line: usize,
    /// What is wrong.
    pub fault: LineError,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum LineError {
    /// The journal has not even a header.
    #[error("there is no header")]
    Empty,
    /// The line is not one of this format.
    #[error("{0}")]
    Malformed(MalformedError),
    /// The header names a format that this library does not read.
    #[error("format {0} is not known")]
    Format(u32),
    /// The header names a charter that was not given, or another version of its file.
    #[error("the charter is not the one the journal was begun under")]
    Charter,
    /// The line is not as it was written.
    #[error("changed")]
    Changed,
    /// The times of the line do not stand at the offset of the charter, at which entries are written.
    #[error("not at the offset of the charter")]
    Offset,
    /// One or more lines before this one are gone.
    #[error("missing: entry {0} should stand here")]
    Missing(u32),
    /// The line stands in another place than it was written.
    #[error("swapped: entry {0} should stand here")]
    Swapped(u32),
    /// The line does not end.
    #[error("torn: the line has no end")]
    Torn,
    /// Lines at the end are gone, or were added: the head says otherwise.
    #[error("the head tells of {0} entries")]
    Head(u32),
    /// The journal has more than [`ENTRIES_MAX`] entries.
    #[error("more than {ENTRIES_MAX} entries")]
    TooMany,
}

fn fault(ix: usize, fault: LineError) -> JournalError {
    JournalError { line: ix + 1, fault }
}

/// Checks that every line is, byte for byte, what this library writes, and the chain from line to line and to a head if one
/// was kept. Whatever bytes there are can be asked about; bytes that are no text are named by their line as any damage is.
///
/// Without a head, a change confined to the last line and the loss of whole lines at the end cannot be seen.
///
/// # Errors
/// The first bad line and why.
pub fn verify(journal: impl AsRef<[u8]>, kept: Option<&Head>) -> Result<Head, JournalError> {
    verified(journal.as_ref(), kept, |_| {}).map(|(_, head)| head)
}

/// The lines of a journal that end, and how far they reach: what is left when a process was killed, or a disk full, in the
/// middle of a line. What stands after the last end of a line nobody was told is kept; a host cuts it off and goes on.
///
/// ```
/// use joint_meeting::{Charter, journal::{self, Journal}};
///
/// let (_, header) = Journal::begin(&Charter::bundled("nankai-dog-2022")?);
/// let torn = format!("{header}{{\"act\":{{\"ty");
/// let (whole, head) = journal::intact(torn.as_bytes()).unwrap();
/// assert_eq!((whole, head.count), (header.as_bytes(), 0));
/// # Ok::<(), joint_meeting::BundledError>(())
/// ```
///
/// # Errors
/// The first bad line among those that end, as [`verify`] names it without a head: damage is not mended.
pub fn intact(journal: &[u8]) -> Result<(&[u8], Head), JournalError> {
    let end = journal.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
    let (whole, _) = journal.split_at_checked(end).unwrap_or_default();
    Ok((whole, verify(whole, None)?))
}

/// Checks a journal as [`verify`] does, and hands its entries over on the way.
pub(crate) fn verified(
    journal: &[u8],
    kept: Option<&Head>,
    mut take: impl FnMut(Entry),
) -> Result<(Header, Head), JournalError> {
    let lines = lines(journal)?;
    let (header, head) = begin(&lines)?;
    let mut written = Journal::resume(head);
    for (ix, raw) in lines.iter().enumerate().skip(1).take_while(|_| !is_cancelled()) {
        let line = parse(ix, raw)?;
        chain(&lines, ix, &line, written.head(), kept)?;
        let entry = line.into_entry();
        if written.write(&entry).strip_suffix('\n').map(str::as_bytes) != Some(*raw) {
            return Err(fault(ix, LineError::Changed));
        }
        take(entry);
    }
    against(&lines, written.head(), kept)?;
    Ok((header, written.head))
}

/// Reads a journal: its header and its entries.
///
/// What the lines say is trusted, however it is spelled; that they parse and are numbered in order is checked. [`verify`]
/// checks the chain and the spelling.
///
/// # Errors
/// The first bad line and why.
pub fn read(text: &str) -> Result<(Header, Vec<Entry>), JournalError> {
    let lines = lines(text.as_bytes())?;
    let (header, _) = begin(&lines)?;
    let mut entries = Vec::with_capacity(lines.len().saturating_sub(1));
    for (ix, raw) in lines.iter().enumerate().skip(1).take_while(|_| !is_cancelled()) {
        let line = parse(ix, raw)?;
        let expected = number(ix);
        if line.no != expected {
            return Err(fault(ix, LineError::Missing(expected)));
        }
        entries.push(line.into_entry());
    }
    Ok((header, entries))
}

fn lines(journal: &[u8]) -> Result<Vec<&[u8]>, JournalError> {
    let (mut lines, mut rest) = (Vec::new(), journal);
    while !rest.is_empty() {
        let end = bytes::before(rest, |it| bytes::equal(it, b'\n'));
        let (line, after) = rest.split_at_checked(end).unwrap_or_default();
        rest = after.strip_prefix(b"\n").ok_or_else(|| fault(lines.len(), LineError::Torn))?;
        lines.push(line);
    }
    match lines.len() {
        0 => Err(fault(0, LineError::Empty)),
        1..=LINES_MAX => Ok(lines),
        _ => Err(fault(LINES_MAX, LineError::TooMany)),
    }
}

fn begin(lines: &[&[u8]]) -> Result<(Header, Head), JournalError> {
    let Some(raw) = lines.first() else { return Err(fault(0, LineError::Empty)) };
    let header: Header = json::from_slice(raw).map_err(|it| fault(0, LineError::Malformed(it)))?;
    if !FORMATS.contains(&header.format) {
        return Err(fault(0, LineError::Format(header.format)));
    }
    if canonical(&header).as_bytes() != *raw {
        return Err(fault(0, LineError::Changed));
    }
    Ok((header, Head { count: 0, digest: digest(raw) }))
}

fn parse(ix: usize, raw: &[u8]) -> Result<Line<'_>, JournalError> {
    line_of(raw).map_err(|it| fault(ix, LineError::Malformed(it)))
}

fn line_of(raw: &[u8]) -> Result<Line<'_>, MalformedError> {
    as_kept(|| json::from_slice(raw))
}

/// The number of the entry that belongs on a line.
fn number(ix: usize) -> u32 {
    u32::try_from(ix).unwrap_or(u32::MAX)
}

/// Whether a line follows the one before; if not, which of the two is to blame.
fn chain(
    lines: &[&[u8]],
    ix: usize,
    line: &Line<'_>,
    head: &Head,
    kept: Option<&Head>,
) -> Result<(), JournalError> {
    let expected = number(ix);
    if line.no != expected {
        let elsewhere = |raw: &&[u8]| line_of(raw).is_ok_and(|it| it.no == expected);
        let swapped = line.no < expected || lines.iter().skip(ix + 1).any(elsewhere);
        return Err(fault(
            ix,
            if swapped { LineError::Swapped(expected) } else { LineError::Missing(expected) },
        ));
    }
    if line.prev == head.digest {
        return Ok(());
    }
    // Where the link is broken, this line is to blame if the next one, or the head, does not know it either.
    let own = lines.get(ix).map(|raw| digest(raw));
    let next = lines.get(ix + 1).and_then(|raw| line_of(raw).ok());
    let known = match (&next, kept) {
        (Some(next), _) => own.as_deref() == Some(&*next.prev),
        (None, Some(kept)) => own.as_ref() == Some(&kept.digest),
        (None, None) => true,
    };
    Err(fault(if known { ix - 1 } else { ix }, LineError::Changed))
}

fn against(lines: &[&[u8]], head: &Head, kept: Option<&Head>) -> Result<(), JournalError> {
    match kept {
        Some(kept) if kept.count != head.count => Err(fault(lines.len() - 1, LineError::Head(kept.count))),
        Some(kept) if kept.digest != head.digest => Err(fault(lines.len() - 1, LineError::Changed)),
        _ => Ok(()),
    }
}

crate::terms::chinese::in_words! { JournalError LineError }

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn one_spelling() {
        let value: Value =
            serde_json::from_str(r#"{ "b": [1, {"z": "\u4e2d\n", "type": "x"}], "a": true }"#).unwrap();
        assert_eq!(canonical(&value), "{\"a\":true,\"b\":[1,{\"type\":\"x\",\"z\":\"中\\n\"}]}");
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
