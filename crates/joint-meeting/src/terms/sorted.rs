//! Maps and sets that are kept in lists, in the order of their keys.
//!
//! They have the face of the standard library's trees as far as it is used. A [`Map`] and a [`Set`] are one list, for what is
//! small or is put in at the end; a [`LongMap`] is many, for what grows with the life of a body.

mod long;
mod map;
mod pairs;
mod set;

use crate::terms::order;
use std::{
    borrow::Borrow,
    cmp::Ordering,
    ops::{Bound, Range, RangeBounds},
};

pub(crate) use self::long::{LongMap, LongMapPairs};
pub use self::{
    map::{Map, MapEntry},
    pairs::Pairs,
    set::Set,
};

/// The place of a key in a list, or the place where it would stand. Other than the standard library's, it ends where it finds.
fn place<T, K: Borrow<Q>, Q: Ord + ?Sized>(
    all: &[T],
    key: impl Fn(&T) -> &K,
    of: &Q,
) -> Result<usize, usize> {
    let (mut low, mut high) = (0_usize, all.len());
    while low < high {
        let middle = low.midpoint(high);
        match all.get(middle).map_or(Ordering::Greater, |it| key(it).borrow().cmp(of)) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Ok(middle),
        }
    }
    Err(low)
}

/// The places of the keys within bounds.
fn places<T, K: Ord>(all: &[T], key: impl Fn(&T) -> &K, bounds: &impl RangeBounds<K>) -> Range<usize> {
    let first = |is_before: &dyn Fn(Ordering) -> bool, bound: &K| {
        all.partition_point(|it| is_before(key(it).cmp(bound)))
    };
    let from = match bounds.start_bound() {
        Bound::Included(it) => first(&Ordering::is_lt, it),
        Bound::Excluded(it) => first(&Ordering::is_le, it),
        Bound::Unbounded => 0,
    };
    let to = match bounds.end_bound() {
        Bound::Included(it) => first(&Ordering::is_le, it),
        Bound::Excluded(it) => first(&Ordering::is_lt, it),
        Bound::Unbounded => all.len(),
    };
    from..to.max(from)
}

/// Puts a list in order; of those with one key the last is kept.
fn put_in_order<T, K: Ord>(all: &mut Vec<T>, key: impl Fn(&T) -> &K) {
    if all.is_sorted_by(|one, next| key(one) < key(next)) {
        return;
    }
    order::sort_by(all, |one, other| key(one).cmp(key(other)));
    // The one that is looked at goes; the one before it, which stays, takes what is in it.
    all.dedup_by(|next, kept| {
        let is_same = key(next) == key(kept);
        if is_same {
            std::mem::swap(next, kept);
        }
        is_same
    });
}
