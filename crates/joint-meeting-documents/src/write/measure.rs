//! How wide text is: counted in halves of a Chinese character, as far as that can be known without a font.

/// The width of a text in half characters: two for what is printed as wide as a Chinese character, one for the rest.
pub(super) fn cells(text: &str) -> u32 {
    text.chars().map(|it| if is_wide(it) { 2 } else { 1 }).sum()
}

fn is_wide(it: char) -> bool {
    it >= '\u{2E80}' || matches!(it, '—' | '…' | '“' | '”' | '‘' | '’')
}

/// How far from the right edge, in half characters, an issuer stands above its date: centred on it, and not nearer than two characters.
pub(super) fn beside_date(issuer: &str, date: &str) -> u32 {
    ((2 * DATE_INSET + cells(date)).saturating_sub(cells(issuer)) / 2).max(4)
}

/// How far from the right edge a date stands: four characters.
pub(super) const DATE_INSET: u32 = 8;

/// The widest type of a mark, in half points; the narrowest; and what a line holds.
const WIDEST: u32 = 104;
const NARROWEST: u32 = 44;
const LINE: u32 = 864;

/// The size of the type in which a mark fits into one line, in half points, and how far its characters must be condensed, in
/// per cent.
pub(super) fn mark_size(mark: &str) -> (u32, u32) {
    let halves = cells(mark).max(1);
    // Half points are wide enough for one half of a character.
    let size = (LINE * 2 / halves).clamp(NARROWEST, WIDEST) / 2 * 2;
    let scale = (LINE * 200 / (halves * size)).clamp(20, 100);
    (size, scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_fits_into_one_line() {
        for length in 1..80_u32 {
            let mark = "公".repeat(length as usize);
            let (size, scale) = mark_size(&mark);
            assert!(size * length * scale / 100 <= LINE, "{length} characters of {size}, {scale} %");
        }
        assert_eq!(mark_size("公安南开分局文件"), (104, 100));
    }

    #[test]
    fn an_issuer_is_centred_on_its_date() {
        assert_eq!(beside_date("区级联席会议办公室", "2022年12月22日"), 6);
        assert_eq!(beside_date("某局", "2022年5月9日"), 12);
        assert_eq!(beside_date(&"长".repeat(20), "2022年5月9日"), 4);
    }

    #[test]
    fn digits_are_half_as_wide() {
        assert_eq!(cells("2022年5月19日"), 13);
    }
}
