//! The nearest of the names that are known, for one that is not: a slip of the hand, or a short form.

use crate::terms::{order, sorted::Map};

/// The most names that are suggested.
pub(crate) const SUGGESTED: usize = 3;

/// The most pairs of characters that are compared for one text. What is known beyond that is not looked at: a body has to
/// hold far more names than any office can oversee before it comes to that.
const WORK: usize = 20_000_000;

/// The most characters that a name has which is looked for or suggested. What is longer is a text, which is like no name.
const LONGEST: usize = 128;

/// Of what is known, what is like a text, the nearest first: for whoever asks for a name that is not known.
///
/// ```
/// use joint_meeting::words::nearest;
///
/// let known = [("区市场监管局", 1), ("区卫生健康委", 2)];
/// assert_eq!(nearest("区卫健委", known).collect::<Vec<_>>(), [2]);
/// ```
pub fn nearest<'k, T>(text: &str, known: impl IntoIterator<Item = (&'k str, T)>) -> impl Iterator<Item = T> {
    let mut search = Nearest::to(text);
    known.into_iter().for_each(|(name, it)| search.look(name, it));
    search.found()
}

/// A search for what is like a text, to which names are shown one after the other.
pub(crate) struct Nearest<T> {
    sought: Vec<char>,
    /// For each letter of it the places where it stands, a bit for each.
    places: Map<char, u128>,
    /// With more letters than these no name is like it; none where the name may be one of which it is a short form.
    most: Option<usize>,
    /// How many pairs may still be compared; none once the search has come to an end.
    left: Option<usize>,
    letters: Vec<char>,
    like: Vec<(usize, T)>,
}

impl<T> Nearest<T> {
    pub(crate) fn to(text: &str) -> Self {
        let mut sought = Vec::new();
        // What is too long to be a name is like nothing.
        let left = plain(text, &mut sought).then_some(WORK);
        let mut places = Map::new();
        for (at, letter) in sought.iter().enumerate() {
            *places.entry(*letter).or_insert(0) |= 1_u128 << at;
        }
        let is_ascii = sought.iter().all(char::is_ascii);
        let may_have = |it: &usize| may_be_as_long(sought.len(), *it);
        let most = is_ascii.then(|| (0..=LONGEST).rev().find(may_have).unwrap_or(0));
        Self { sought, places, most, left, letters: Vec::new(), like: Vec::new() }
    }

    /// Looks whether a name is like the text; more pairs than may be compared end the search.
    pub(crate) fn look(&mut self, name: &str, it: T) {
        let Some(left) = self.left else { return };
        let is_too_long = self.most.is_some_and(|most| has_more_letters(name, most));
        if !is_too_long && !plain(name, &mut self.letters) {
            return;
        }
        let may_be_like = !is_too_long && may_be_like(&self.sought, &self.letters);
        let work = if may_be_like { self.sought.len().saturating_mul(self.letters.len()) } else { 1 };
        self.left = left.checked_sub(work);
        if may_be_like && self.left.is_some() {
            self.like.extend(self.likeness().map(|likeness| (likeness, it)));
        }
    }

    /// What is like the text, the nearest first.
    pub(crate) fn found(mut self) -> impl Iterator<Item = T> {
        order::sort_by_key(&mut self.like, |(likeness, _)| std::cmp::Reverse(*likeness));
        self.like.into_iter().map(|(_, it)| it)
    }

    /// How like the text and the letters are, in percent; none where they are not. The characters that both have in the same
    /// order count twice among those of both; a Chinese short form is like a name that has all of its characters in order.
    fn likeness(&self) -> Option<usize> {
        let (a, b) = (self.sought.len(), self.letters.len());
        let shared = in_order(&self.places, &self.letters);
        let short = a.min(b);
        let shortens = short > 1 && shared == short && self.most.is_none();
        let likeness = (shared * 200).checked_div(a + b)?;
        (shortens || likeness >= enough(a, b)).then_some(likeness)
    }
}

/// Puts the letters of a name in a list, without what is only another way to write it. False where it is too long for a name.
fn plain(name: &str, letters: &mut Vec<char>) -> bool {
    if name.chars().nth(LONGEST).is_some() {
        return false;
    }
    letters.clear();
    let is_letter = |it: &char| !it.is_whitespace() && !matches!(it, '-' | '_' | '.');
    letters.extend(name.chars().filter(is_letter).map(|it| it.to_ascii_lowercase()));
    true
}

/// How like two texts of so many letters must be. In a name of a letter and a number each letter counts.
fn enough(a: usize, b: usize) -> usize {
    if a + b < 8 { 90 } else { 70 }
}

/// Whether a text of so many letters can be like one of so many, if it has all letters of the shorter.
fn may_be_as_long(a: usize, b: usize) -> bool {
    (a.min(b) * 200).checked_div(a + b).is_some_and(|it| it >= enough(a, b))
}

/// Whether two texts can be like each other, which their lengths alone may rule out.
fn may_be_like(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    may_be_as_long(a.len(), b.len()) || (!a.iter().all(char::is_ascii) && has_in_order(long, short))
}

/// Whether a name has more letters than so many for sure, as far as its bytes say before they are read as characters.
fn has_more_letters(name: &str, than: usize) -> bool {
    // The other bytes begin no character, or may begin a space.
    let begins_letter = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, 0xE4..=0xEC);
    name.len() <= LONGEST && name.bytes().filter(begins_letter).nth(than).is_some()
}

/// Whether a text has all characters of another in their order, with gaps.
fn has_in_order(text: &[char], other: &[char]) -> bool {
    let mut rest = text.iter();
    other.iter().all(|it| rest.any(|of_text| of_text == it))
}

/// The number of characters of the longest run, with gaps, that a text has and another, of which it is known where each letter
/// stands. A bit is zero where a run ends that is one longer than those that end before it (H. Hyyrö, 2004).
fn in_order(places: &Map<char, u128>, letters: &[char]) -> usize {
    let mut row = u128::MAX;
    for letter in letters {
        let here = places.get(letter).copied().unwrap_or(0);
        row = row.wrapping_add(row & here) | (row & !here);
    }
    row.count_zeros() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::dice::Dice;

    fn found(text: &str, known: &[&'static str]) -> Vec<&'static str> {
        nearest(text, known.iter().map(|it| (*it, *it))).collect()
    }

    #[test]
    fn a_slip_and_a_short_form_are_near() {
        let units = ["区委网信办", "公安南开分局", "区卫生健康委", "区城市管理委", "区市场监管局"];
        assert_eq!(found("区卫健委", &units), ["区卫生健康委"]);
        assert_eq!(found("公安分局", &units), ["公安南开分局"]);
        assert_eq!(found("市监局", &units), ["区市场监管局"]);
        assert_eq!(found("天津市南开区市场监管局", &units), ["区市场监管局"]);
        assert_eq!(found("区教育局", &units), [""; 0]);
        let acts = ["submit_report", "supplement_report", "issue_document"];
        assert_eq!(found("submit_reprot", &acts), ["submit_report"]);
        assert_eq!(found("submitReport", &acts), ["submit_report", "supplement_report"]);
        assert_eq!(found("p21", &["p1", "p2"]), [""; 0]);
        assert_eq!(found("m1", &["M-1", "M-10"]), ["M-1"]);
        assert_eq!(found("", &["p1", ""]), [""; 0]);
    }

    /// The longest run, with gaps, by a table of all pairs.
    fn by_pairs(a: &[char], b: &[char]) -> usize {
        let mut row = vec![0; b.len()];
        for of_a in a {
            let (mut before, mut left) = (0, 0);
            for (of_b, cell) in b.iter().zip(&mut row) {
                let above = std::mem::replace(cell, if of_a == of_b { before + 1 } else { left.max(*cell) });
                (before, left) = (above, *cell);
            }
        }
        row.last().copied().unwrap_or(0)
    }

    #[test]
    fn what_is_like_is_found_as_by_comparing_all_pairs() {
        let parts = [
            "a",
            "b",
            "B",
            "-",
            " ",
            "\u{3000}",
            "1",
            "i-",
            "国",
            "卫",
            "健委",
            "é",
            "abcdefgh",
            "0123456789",
        ];
        for seed in 0..20_000 {
            let mut dice = Dice::new(seed);
            let [one, other] = [(); 2].map(|()| {
                let parts = (0..dice.below(9)).map(|_| *dice.one_of(&parts));
                parts.collect::<String>()
            });
            let (mut a, mut b) = (Vec::new(), Vec::new());
            assert!(plain(&one, &mut a) && plain(&other, &mut b));
            let shared = by_pairs(&a, &b);
            assert_eq!(in_order(&Nearest::<()>::to(&one).places, &b), shared, "{one:?}, {other:?}");
            let likeness = (shared * 200).checked_div(a.len() + b.len());
            let is_like = likeness.is_some_and(|it| it >= enough(a.len(), b.len()));
            let short = a.len().min(b.len());
            let shortens = short > 1 && shared == short && !a.iter().all(char::is_ascii);
            let found = nearest(&one, [(other.as_str(), ())]).count() == 1;
            assert_eq!(found, is_like || shortens, "{one:?}, {other:?}");
        }
    }

    #[test]
    fn a_text_of_the_greatest_length_is_like_itself() {
        let long: String = (0..LONGEST as u32).filter_map(|it| char::from_u32(0x4E00 + it)).collect();
        assert_eq!(nearest(&long, [(long.as_str(), 1)]).next(), Some(1));
    }

    fn many(name: &str) -> impl Iterator<Item = (&str, ())> {
        std::iter::repeat_n((name, ()), 1_000_000)
    }

    #[test]
    fn among_very_many_names_the_search_comes_to_an_end() {
        let names: Vec<String> = (0..10_000).map(|it| format!("u-{it:05}")).collect();
        let known = || names.iter().map(|it| (it.as_str(), it.as_str()));
        assert_eq!(nearest("u-1234", known()).next(), Some("u-01234"));
        let long = "x".repeat(LONGEST);
        assert_eq!(nearest(&long, many(&long)).count(), WORK / (LONGEST * LONGEST));
        let longer = "x".repeat(LONGEST + 1);
        assert_eq!(nearest(&longer, many(&longer)).count(), 0);
    }
}
