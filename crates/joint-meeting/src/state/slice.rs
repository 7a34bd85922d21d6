//! A slice of the state as it is kept: what it holds, and a stamp by which is known whether it has changed.
//!
//! What rests on a slice and is kept beside the body (`kernel::kept`) holds as long as the stamp is the same.

use std::{
    cell::Cell,
    hash::{Hash, Hasher},
    ops::{Deref, DerefMut},
    sync::atomic::{AtomicU64, Ordering},
};

/// A slice of the state. Whoever may change it draws a new stamp, so that slices of the same stamp hold the same, whichever
/// states they are of.
#[derive(Clone, Default)]
pub(crate) struct Slice<T> {
    held: T,
    stamp: Stamped,
}

/// The mark of what a slice held after one change; zero before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamped(u64);

/// So many stamps are taken at once, so that threads do not wait for each other.
const TAKEN: u64 = 1 << 16;

impl Stamped {
    /// One that nothing else has.
    fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        thread_local! {
            static OWN: Cell<(u64, u64)> = const { Cell::new((0, 0)) };
        }
        OWN.with(|own| {
            let (mut next, mut end) = own.get();
            if next == end {
                next = NEXT.fetch_add(TAKEN, Ordering::Relaxed);
                end = next.wrapping_add(TAKEN);
            }
            own.set((next.wrapping_add(1), end));
            Self(next)
        })
    }
}

impl<T> Slice<T> {
    pub(crate) fn stamp(&self) -> Stamped {
        self.stamp
    }
}

impl<T> Deref for Slice<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.held
    }
}

impl<T> DerefMut for Slice<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.stamp = Stamped::new();
        &mut self.held
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Slice<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.held.fmt(f)
    }
}

/// What they hold is compared, whatever their stamps.
impl<T: PartialEq> PartialEq for Slice<T> {
    fn eq(&self, other: &Self) -> bool {
        self.held == other.held
    }
}

impl<T: Eq> Eq for Slice<T> {}

impl<T: Hash> Hash for Slice<T> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.held.hash(hasher);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_read_leaves_the_stamp_and_to_write_draws_one_that_nothing_else_has() {
        let mut one = Slice::<Vec<u8>>::default();
        assert_eq!((one.len(), one.stamp()), (0, Stamped::default()));
        one.push(1);
        let (copy, first) = (one.clone(), one.stamp());
        assert_eq!((copy.stamp(), copy.first()), (first, Some(&1)));
        one.pop();
        let mut other = copy.clone();
        other.pop();
        assert!(one == other && one != copy, "what they hold is compared");
        let all = [Stamped::default(), first, one.stamp(), other.stamp()];
        let distinct = |at: usize| !all.get(at + 1..).unwrap_or_default().contains(&all[at]);
        assert!((0..all.len()).all(distinct), "{all:?}");
    }

    #[test]
    fn threads_draw_different_stamps() {
        let draw = || std::thread::spawn(|| (0..TAKEN + 2).map(|_| Stamped::new().0).collect::<Vec<u64>>());
        let mut all: Vec<u64> =
            [draw(), draw(), draw()].into_iter().flat_map(|it| it.join().unwrap()).collect();
        let drawn = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), drawn);
    }
}
