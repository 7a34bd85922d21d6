//! The sorting of lists, compiled once for all types.
//!
//! The standard library's sorting is compiled anew for each type that is sorted, at several kilobytes each; here only
//! moving an element is. Lists of this library are short, and most are in order already.

use std::cmp::Ordering;

/// The longest list that is sorted by moving each element to its place at once.
const SHORT: usize = 16;

/// Sorts a list. What is equal stays in the order in which it stood.
pub(crate) fn sort<T: Ord>(all: &mut [T]) {
    sort_by(all, T::cmp);
}

/// Sorts a list by a key of each element.
pub(crate) fn sort_by_key<T, K: Ord>(all: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(all, |one, other| key(one).cmp(&key(other)));
}

/// Sorts a list by a comparison of its elements.
pub(crate) fn sort_by<T>(all: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if all.len() <= SHORT {
        return insert_each(all, &compare);
    }
    if all.is_sorted_by(|one, next| compare(one, next).is_le()) {
        return;
    }
    let mut from = in_order(all.len(), &|one, other| match (all.get(one), all.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    move_each(&mut from, &mut |one, other| all.swap(one, other));
}

/// Lets each element sink past those that belong behind it.
fn insert_each<T>(all: &mut [T], compare: &impl Fn(&T, &T) -> Ordering) {
    for sorted in 1..all.len() {
        for at in (1..=sorted).rev() {
            match all.get(at - 1..=at) {
                Some([before, it]) if compare(before, it).is_gt() => all.swap(at - 1, at),
                _ => break,
            }
        }
    }
}

/// The places of so many elements, in their order.
fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Moves to each place what shall stand there, circle by circle, until each place names itself.
fn move_each(from: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut at = start;
        while let Some(next) = from.get_mut(at).map(|it| std::mem::replace(it, at)) {
            if next == start {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::dice::Dice;

    #[test]
    fn lists_of_every_length_are_sorted_as_the_standard_library_does() {
        for seed in 0..200 {
            let mut dice = Dice::new(seed.into());
            // Keys come twice, so that what is equal can be seen to keep its order.
            let mut all: Vec<(u32, u32)> = (0..seed).map(|it| (dice.below(40), it)).collect();
            let mut expected = all.clone();
            expected.sort_by_key(|it| it.0);
            sort_by_key(&mut all, |it| it.0);
            assert_eq!(all, expected, "{seed}");
            sort_by(&mut all, |one, other| other.cmp(one));
            expected.sort_by(|one, other| other.cmp(one));
            assert_eq!(all, expected, "{seed}");
            sort(&mut all);
            assert!(all.is_sorted());
        }
    }
}
