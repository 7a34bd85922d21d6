//! What kind of file it is, and whether what is packed in it is of a size that can be read.

use std::io::{self, Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use super::unreadable::UnreadableError;

/// The most bytes that may be packed in a file.
const UNPACKED_MAX: u64 = 128 * 1024 * 1024;

/// The most parts that a file may have.
const PARTS_MAX: usize = 2_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
    Text,
}

pub(super) fn kind(file: &[u8]) -> Result<Kind, UnreadableError> {
    // What is protected by a password is packed as old workbooks are.
    if file.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = file.windows(name.len()).any(|it| it == name);
        return Err(if is_locked { UnreadableError::Password } else { UnreadableError::OldWorkbook });
    }
    if !file.starts_with(b"PK") {
        let is_text = !file.starts_with(b"%PDF") && !file.starts_with(b"{\\rtf");
        return if is_text { Ok(Kind::Text) } else { Err(UnreadableError::NoSpreadsheet) };
    }
    let mut archive = open(file)?;
    if archive.len() > PARTS_MAX {
        return Err(UnreadableError::TooLarge);
    }
    // What a part says of its size need not be true.
    let mut left = UNPACKED_MAX;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(fault)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(UnreadableError::damaged)?;
        left = left.checked_sub(size).ok_or(UnreadableError::TooLarge)?;
    }
    match () {
        () if archive.index_for_name("xl/workbook.xml").is_some() => Ok(Kind::Xlsx),
        () if archive.index_for_name("content.xml").is_some() => Ok(Kind::Ods),
        () => Err(UnreadableError::NoSpreadsheet),
    }
}

fn open(file: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, UnreadableError> {
    ZipArchive::new(Cursor::new(file)).map_err(fault)
}

fn fault(why: ZipError) -> UnreadableError {
    match why {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => UnreadableError::Password,
        other => UnreadableError::damaged(other),
    }
}

/// A part of a file whose parts have been found to be of a size that can be read.
pub(super) fn part(file: &[u8], name: &str) -> Result<String, UnreadableError> {
    let mut archive = open(file)?;
    let mut text = String::new();
    let part = archive.by_name(name).map_err(fault)?;
    part.take(UNPACKED_MAX).read_to_string(&mut text).map_err(UnreadableError::damaged)?;
    Ok(text)
}
