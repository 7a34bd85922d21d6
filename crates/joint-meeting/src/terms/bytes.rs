//! The finding of bytes in a text, eight at a time.

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// How many of some bytes go before the first that is marked. Marks are in the highest bits of the bytes of a number; those
/// after the first may be wrong.
#[inline]
pub(crate) fn before(bytes: &[u8], marks: impl Fn(u64) -> u64) -> usize {
    let (mut passed, mut rest) = (0, bytes);
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        let marked = marks(u64::from_le_bytes(*eight));
        if marked != 0 {
            return passed + marked.trailing_zeros() as usize / 8;
        }
        (passed, rest) = (passed + 8, after);
    }
    let is_marked = |it: &u8| marks((*it).into()) & 0x80 != 0;
    passed + rest.iter().position(is_marked).unwrap_or(rest.len())
}

/// Marks the bytes that are less than one of ASCII.
#[inline]
pub(crate) const fn less(bytes: u64, than: u8) -> u64 {
    bytes.wrapping_sub(ONES * than as u64) & !bytes & (ONES << 7)
}

/// Marks the bytes that are this one.
#[inline]
pub(crate) const fn equal(bytes: u64, to: u8) -> u64 {
    less(bytes ^ (ONES * to as u64), 1)
}

/// How much of a text stands for itself in a string of JSON.
#[inline]
pub(crate) fn plain(text: &[u8]) -> usize {
    // A quotation mark and a space change places, and all that is less than the mark is not plain.
    before(text, |it| less(it ^ (ONES * 2), b'!') | equal(it, b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        for it in (0..0x90).filter_map(char::from_u32) {
            for len in 0..20 {
                let text = format!("{}{it}\n中\"\\", "é!".repeat(len).chars().take(len).collect::<String>());
                let slow = text.bytes().position(|it| matches!(it, b'"' | b'\\' | ..=0x1F));
                assert_eq!(Some(plain(text.as_bytes())), slow, "{text:?}");
                let slow = text.bytes().position(|it| it == b'\n');
                assert_eq!(Some(before(text.as_bytes(), |it| equal(it, b'\n'))), slow, "{text:?}");
            }
        }
        assert_eq!(plain("中文 and more of it".as_bytes()), "中文 and more of it".len());
    }
}
