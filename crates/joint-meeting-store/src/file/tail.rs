//! The end of a journal, read from behind: what is appended rests on the last line, however long the journal is.

use std::{io, path::Path};

use joint_meeting::journal::{Head, digest};
use serde::Deserialize;

use crate::file::disk::Disk;

/// So many bytes are read first; a line has about six hundred.
const FIRST: u64 = 8 * 1024;

/// The last lines of a journal, and what stands behind them.
#[derive(Debug)]
pub(super) struct Tail {
    /// The bytes of the last lines that end.
    lines: Vec<u8>,
    /// How many bytes stand behind the last end of a line.
    pub(super) torn: u64,
    /// How long the journal is.
    pub(super) len: u64,
}

#[derive(Deserialize)]
struct Numbered {
    /// The header has none.
    #[serde(default)]
    no: u32,
}

impl Tail {
    /// The last line, and so many before it; fewer, where there are not so many.
    pub(super) fn read(disk: &(impl Disk + ?Sized), path: &Path, more: u32) -> io::Result<Self> {
        let mut wanted = FIRST.max(u64::from(more) * 1024);
        loop {
            let len = disk.len(path)?;
            let from = len.saturating_sub(wanted);
            let bytes = disk.read_from(path, from)?;
            let tail = Self::of(&bytes, more);
            // With another end of a line before it, the first is whole.
            if from == 0 || tail.lines.len() as u64 + tail.torn < bytes.len() as u64 {
                return Ok(Self { len: from + bytes.len() as u64, ..tail });
            }
            wanted *= 4;
        }
    }

    /// The same of bytes that are all.
    pub(super) fn of(bytes: &[u8], more: u32) -> Self {
        let end = bytes.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
        let (whole, torn) = bytes.split_at_checked(end).unwrap_or_default();
        let ends = whole.iter().enumerate().rev().filter(|(_, it)| **it == b'\n').skip(1);
        let begin = { ends }.nth(more as usize).map_or(0, |(ix, _)| ix + 1);
        let lines = whole.get(begin..).unwrap_or_default().to_vec();
        Self { lines, torn: torn.len() as u64, len: bytes.len() as u64 }
    }

    /// The last line, without its end.
    fn last_line(&self) -> &[u8] {
        let whole = self.lines.strip_suffix(b"\n").unwrap_or_default();
        whole.rsplit(|it| *it == b'\n').next().unwrap_or_default()
    }

    /// The number of the last entry; none if the last line is none of a journal.
    pub(super) fn last_number(&self) -> Option<u32> {
        serde_json::from_slice::<Numbered>(self.last_line()).ok().map(|it| it.no)
    }

    /// How far the journal reaches.
    pub(super) fn head(&self) -> Option<Head> {
        Some(Head { count: self.last_number()?, digest: digest(self.last_line()) })
    }

    /// The first of the lines without its end, and the others.
    pub(super) fn first_line(&self) -> Option<(&[u8], &[u8])> {
        let end = self.lines.iter().position(|it| *it == b'\n')?;
        let (line, rest) = self.lines.split_at_checked(end)?;
        Some((line, rest.get(1..)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_found_from_behind() {
        let lines = |bytes: &[u8], more| String::from_utf8(Tail::of(bytes, more).lines).unwrap();
        let journal = b"{\"no\":0}\n{\"no\":1}\n{\"no\":2}\n{\"to";
        assert_eq!(lines(journal, 0), "{\"no\":2}\n");
        assert_eq!(lines(journal, 1), "{\"no\":1}\n{\"no\":2}\n");
        assert_eq!(lines(journal, 9), "{\"no\":0}\n{\"no\":1}\n{\"no\":2}\n");
        let tail = Tail::of(journal, 1);
        assert_eq!((tail.torn, tail.last_number()), (4, Some(2)));
        assert_eq!(tail.head().unwrap().digest, digest(b"{\"no\":2}"));
        assert_eq!(tail.first_line().unwrap().0, b"{\"no\":1}");
        for (bytes, torn) in [(&b""[..], 0), (b"{", 1)] {
            let tail = Tail::of(bytes, 0);
            assert_eq!((tail.torn, tail.last_number(), tail.head()), (torn, None, None));
        }
    }
}
