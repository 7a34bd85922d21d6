//! Where those stand who sign a paper: beside the date, one below the other, in rows for their seals, at the top of what goes up.
//!
//! Widths are counted in half characters, as in `measure`.

use super::measure::{DATE_INSET, cells};
use crate::paper::PaperSignature;

/// The half characters of a line.
const LINE: u32 = 56;
/// The distance from the right edge of what stands there without a seal: two characters.
const UNSEALED_INSET: u32 = 4;

/// The pitch of seals beside each other in millimetres, for names of at most so many half characters, and how many a row has. A
/// seal is 42 mm wide, and no two touch.
const PITCHES: [(u32, u32, usize); 2] = [(46, 14, 3), (75, u32::MAX, 2)];
/// The height of a row of seals, in millimetres.
pub(super) const SEAL_ROW: u32 = 45;
/// A half character, in thousandths of a millimetre.
const HALF: u32 = 2786;

/// How the issuers of a joint document stand in rows, each with room for its seal.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SealRows<'s> {
    /// The rows from above; `None` leaves a place free. The last issuer stands at the right of the last row, above the date.
    pub(super) rows: Vec<Vec<Option<&'s str>>>,
    /// How wide a place is, in millimetres.
    pub(super) pitch: u32,
    /// What is free to the right of the rows, in millimetres.
    pub(super) right: u32,
}

/// The rows in which the issuers stand; none unless there are several with seals.
pub(super) fn seal_rows(signature: &PaperSignature) -> Option<SealRows<'_>> {
    let by = &signature.by;
    if by.len() < 2 || signature.unsealed {
        return None;
    }
    let widest = by.iter().map(|it| cells(it)).max().unwrap_or(0);
    let (pitch, _, most) = PITCHES.into_iter().find(|(_, most, _)| widest <= *most)?;
    let most = most.min(by.len());
    let mut rows: Vec<Vec<Option<&str>>> =
        by.chunks(most).map(|it| it.iter().map(|it| Some(it.as_str())).collect()).collect();
    if let Some(last) = rows.last_mut() {
        let free = most - last.len();
        last.splice(0..0, std::iter::repeat_n(None, free));
    }
    // The date stands four characters from the right edge, and the last issuer above its middle.
    let middle = (2 * DATE_INSET + cells(&signature.date)) * HALF / 2000;
    Some(SealRows { rows, pitch, right: middle.saturating_sub(pitch / 2) })
}

/// How far from the left edge the issuers and the date stand where there is no seal: the issuers below each other, the date two
/// characters further to the right.
pub(super) fn unsealed(signature: &PaperSignature) -> (u32, u32) {
    let widest = signature.by.iter().map(|it| cells(it)).max().unwrap_or(0);
    let date = LINE.saturating_sub((UNSEALED_INSET + cells(&signature.date)).max(widest)).max(UNSEALED_INSET);
    (date - UNSEALED_INSET, date)
}

/// How the names of several who signed stand at the top: two in a line, below each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SignerLines<'s> {
    /// The names of each line.
    pub(super) lines: Vec<Vec<&'s str>>,
    /// Where the word before them stands, and the first and the second name of a line.
    pub(super) at: [u32; 3],
    /// Whether the number has room beside the last line.
    pub(super) with_number: bool,
}

/// The lines of several names; none of one name, which stands at the right edge.
pub(super) fn signer_lines<'s>(number: &str, word: &str, names: &[&'s str]) -> Option<SignerLines<'s>> {
    if names.len() < 2 {
        return None;
    }
    let widest = names.iter().map(|it| cells(it)).max().unwrap_or(0);
    // One character is free at the right edge, and one between two names.
    let second = LINE.saturating_sub(2 + widest);
    let first = second.saturating_sub(2 + widest);
    let at = [first.saturating_sub(cells(word)), first, second];
    let lines: Vec<Vec<&str>> = names.chunks(2).map(<[&str]>::to_vec).collect();
    let begins = if lines.len() == 1 { at[0] } else { first };
    Some(SignerLines { lines, at, with_number: 2 + cells(number) < begins })
}

#[cfg(test)]
mod tests {
    use joint_meeting::time::Date;

    use super::*;

    fn signature(by: &[&str]) -> PaperSignature {
        let on: Date = "2022-12-22".parse().unwrap();
        let by = by.iter().map(ToString::to_string).collect();
        PaperSignature { by, on, date: "2022年12月22日".to_owned(), unsealed: false }
    }

    #[test]
    fn the_last_of_several_issuers_stands_above_the_date_in_the_last_row() {
        let rows = |by: &[&str]| {
            let it = signature(by);
            let it = seal_rows(&it).unwrap();
            let width = it.pitch * u32::try_from(it.rows[0].len()).unwrap();
            assert!(width + it.right <= 156, "{it:?} is no wider than what is printed");
            it.rows
                .iter()
                .map(|it| it.iter().map(|it| it.unwrap_or("").to_owned()).collect())
                .collect::<Vec<Vec<String>>>()
        };
        assert_eq!(rows(&["甲局", "乙局"]), [["甲局", "乙局"]]);
        assert_eq!(rows(&["甲局", "乙局", "丙局", "丁局"]), [["甲局", "乙局", "丙局"], ["", "", "丁局"]]);
        assert_eq!(rows(&["甲", "乙", "丙", "丁", "戊", "己"]), [["甲", "乙", "丙"], ["丁", "戊", "己"]]);
        let long = "某区精神文明建设委员会办公室";
        assert_eq!(rows(&["甲局", "乙局", long]), [["甲局", "乙局"], ["", long]]);
        assert_eq!(seal_rows(&signature(&["甲局"])), None);
    }

    #[test]
    fn without_a_seal_the_date_begins_two_characters_further() {
        // A short name above a longer date, which stands two characters from the edge; a long name, which does.
        assert_eq!(unsealed(&signature(&["某局"])), (34, 38));
        assert_eq!(unsealed(&signature(&["某局", &"长".repeat(12)])), (28, 32));
        assert_eq!(unsealed(&signature(&[&"长".repeat(40)])), (0, 4));
    }

    #[test]
    fn two_names_stand_in_a_line_and_the_number_beside_the_last() {
        let names = ["甲某某", "乙某某", "丙某某"];
        let it = signer_lines("某报〔2022〕1号", "签发人：", &names).unwrap();
        assert_eq!(
            (it.lines, it.at, it.with_number),
            (vec![vec!["甲某某", "乙某某"], vec!["丙某某"]], [32, 40, 48], true)
        );
        assert!(!signer_lines(&"长".repeat(20), "签发人：", &names).unwrap().with_number);
        assert_eq!(signer_lines("", "", &names[..1]), None);
    }
}
