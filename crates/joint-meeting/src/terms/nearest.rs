//! The nearest of the names that are known, for one that is not: a slip of the hand, or a short form.

/// The most names that are suggested.
pub(crate) const SUGGESTED: usize = 3;

/// Of what is known, what is like a text, the nearest first.
pub(crate) fn nearest<'k, T>(
    text: &str,
    known: impl IntoIterator<Item = (&'k str, T)>,
) -> impl Iterator<Item = T> {
    let text = plain(text);
    let likeness = |(name, it): (&str, T)| Some((likeness(&text, &plain(name))?, it));
    let mut like: Vec<(usize, T)> = known.into_iter().filter_map(likeness).collect();
    like.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    like.into_iter().map(|(_, it)| it)
}

/// The letters of a text, without what is only another way to write it.
fn plain(text: &str) -> Vec<char> {
    let letters = text.chars().filter(|it| !it.is_whitespace() && !matches!(it, '-' | '_' | '.'));
    letters.map(|it| it.to_ascii_lowercase()).collect()
}

/// How like two texts are, in percent; none where they are not. The characters that both have in the same order count
/// twice among those of both; a Chinese short form is like a name that has all of its characters in order.
fn likeness(a: &[char], b: &[char]) -> Option<usize> {
    let both = a.len() + b.len();
    let shared = in_order(a, b);
    let short = a.len().min(b.len());
    let shortens = short > 1 && shared == short && !a.iter().all(char::is_ascii);
    let likeness = (shared * 200).checked_div(both)?;
    // In a name of a letter and a number each letter counts.
    let enough = if both < 8 { 90 } else { 70 };
    (shortens || likeness >= enough).then_some(likeness)
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
        assert_eq!(found("submit_reprot", &acts), ["submit_report", "supplement_report"]);
        assert_eq!(found("submitReport", &acts), ["submit_report"]);
        assert_eq!(found("p21", &["p1", "p2"]), [""; 0]);
        assert_eq!(found("m1", &["M-1", "M-10"]), ["M-1"]);
        assert_eq!(found("", &["p1", ""]), [""; 0]);
    }
}
