//! A set that is kept in one list, in order.

use std::{borrow::Borrow, fmt, ops::RangeBounds, slice, vec};

use serde::{Serialize, Serializer};

use crate::terms::sorted::{place, places, put_in_order};

/// Values, each once and in their order: a [`BTreeSet`](std::collections::BTreeSet) for what is small.
///
/// ```
/// use joint_meeting::sorted::Set;
///
/// let units: Set<&str> = ["police", "health", "police"].into_iter().collect();
/// assert!(units.contains("health"));
/// assert!(units.iter().eq(&["health", "police"]));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Set<K>(Vec<K>);

impl<K> Set<K> {
    /// A set with nothing in it.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first.
    pub fn first(&self) -> Option<&K> {
        self.0.first()
    }

    /// The last.
    pub fn last(&self) -> Option<&K> {
        self.0.last()
    }

    /// All of them, in order.
    pub fn iter(&self) -> slice::Iter<'_, K> {
        self.0.iter()
    }
}

impl<K: Ord> Set<K> {
    /// Whether something is among them.
    pub fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        place(&self.0, |it| it, key).is_ok()
    }

    /// Puts something in; false if it was there.
    pub fn insert(&mut self, key: K) -> bool {
        let place = place(&self.0, |it| it, &key);
        if let Err(place) = place {
            self.0.insert(place, key);
        }
        place.is_err()
    }

    /// Takes something out; false if it was not there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        place(&self.0, |it| it, key).map(|place| self.0.remove(place)).is_ok()
    }

    /// Those within bounds.
    pub fn range(&self, bounds: impl RangeBounds<K>) -> slice::Iter<'_, K> {
        let places = places(&self.0, |it| it, &bounds);
        self.0.get(places).unwrap_or_default().iter()
    }

    /// Keeps those of which it holds.
    pub fn retain(&mut self, holds: impl FnMut(&K) -> bool) {
        self.0.retain(holds);
    }

    /// Whether all of them are in another set.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.iter().all(|it| other.contains(it))
    }
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug> fmt::Debug for Set<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(all: I) -> Self {
        let mut all: Vec<K> = all.into_iter().collect();
        put_in_order(&mut all, |it| it);
        Self(all)
    }
}

impl<K: Ord, const N: usize> From<[K; N]> for Set<K> {
    fn from(all: [K; N]) -> Self {
        all.into_iter().collect()
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, more: I) {
        self.0.extend(more);
        put_in_order(&mut self.0, |it| it);
    }
}

impl<K> IntoIterator for Set<K> {
    type Item = K;
    type IntoIter = vec::IntoIter<K>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'s, K> IntoIterator for &'s Set<K> {
    type Item = &'s K;
    type IntoIter = slice::Iter<'s, K>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Serialize> Serialize for Set<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::terms::dice::Dice;

    #[test]
    fn a_set_answers_as_a_tree_does() {
        for seed in 0..300 {
            let (mut dice, mut set, mut tree) = (Dice::new(seed), Set::new(), BTreeSet::new());
            for _ in 0..30 {
                let (key, other) = (dice.below(12), dice.below(12));
                match dice.below(4) {
                    0 => assert_eq!(set.remove(&key), tree.remove(&key)),
                    1 => {
                        set.extend([key, other, key]);
                        tree.extend([key, other, key]);
                    }
                    2 => {
                        set.retain(|it| *it != key);
                        tree.retain(|it| *it != key);
                    }
                    _ => assert_eq!(set.insert(key), tree.insert(key)),
                }
                assert!(set.iter().eq(&tree), "{seed}");
                assert_eq!((set.first(), set.last()), (tree.first(), tree.last()));
                assert_eq!(set.contains(&other), tree.contains(&other));
                assert!(set.range(key..).eq(tree.range(key..)), "{seed}: {key}");
                assert!(set.clone().into_iter().eq(tree.clone()));
            }
        }
    }
}
