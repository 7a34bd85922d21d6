//! The nearest of the names that are known, for one that is not: a slip of the hand, or a short form.

use crate::terms::order;

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
    let (mut sought, mut letters) = (Vec::new(), Vec::new());
    let is_name = plain(text, &mut sought);
    let mut left = WORK;
    let mut like: Vec<(usize, T)> = Vec::new();
    for (name, it) in known {
        if !is_name || !plain(name, &mut letters) {
            continue;
        }
        let may_be_like = may_be_like(&sought, &letters);
        let work = if may_be_like { sought.len().saturating_mul(letters.len()) } else { 1 };
        match left.checked_sub(work) {
            Some(rest) => left = rest,
            None => break,
        }
        if may_be_like {
            like.extend(likeness(&sought, &letters).map(|likeness| (likeness, it)));
        }
    }
    order::sort_by_key(&mut like, |(likeness, _)| std::cmp::Reverse(*likeness));
    like.into_iter().map(|(_, it)| it)
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

/// How like two texts are, in percent; none where they are not. The characters that both have in the same order count
/// twice among those of both; a Chinese short form is like a name that has all of its characters in order.
fn likeness(a: &[char], b: &[char]) -> Option<usize> {
    let shared = in_order(a, b);
    let short = a.len().min(b.len());
    let shortens = short > 1 && shared == short && !a.iter().all(char::is_ascii);
    let likeness = (shared * 200).checked_div(a.len() + b.len())?;
    (shortens || likeness >= enough(a, b)).then_some(likeness)
}

/// How like two texts must be. In a name of a letter and a number each letter counts.
fn enough(a: &[char], b: &[char]) -> usize {
    if a.len() + b.len() < 8 { 90 } else { 70 }
}

/// Whether two texts can be like each other, which their lengths alone may rule out.
fn may_be_like(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let at_best = (short.len() * 200).checked_div(a.len() + b.len());
    at_best.is_some_and(|it| it >= enough(a, b))
        || (!a.iter().all(char::is_ascii) && has_in_order(long, short))
}

/// Whether a text has all characters of another in their order, with gaps.
fn has_in_order(text: &[char], other: &[char]) -> bool {
    let mut rest = text.iter();
    other.iter().all(|it| rest.any(|of_text| of_text == it))
}

/// The number of characters of the longest run, with gaps, that both texts have.
fn in_order(a: &[char], b: &[char]) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

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
