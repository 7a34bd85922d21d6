//! A map for what grows with the life of a body, kept in runs of a bounded length, in the order of its keys.

use std::{borrow::Borrow, fmt, hash, iter::Flatten, slice};

use crate::terms::sorted::{pairs::Pairs, place};

/// The longest run. Putting something in moves no more than a run, and once in a while the list of the runs.
const RUN: usize = 64;

/// The keys of a [`LongMap`] with their values.
pub(crate) type LongMapPairs<'m, K, V> = Pairs<Flatten<slice::Iter<'m, Vec<(K, V)>>>>;

/// Values by their keys, in the order of the keys. Nothing is ever taken out.
#[derive(Clone)]
pub(crate) struct LongMap<K, V>(Vec<Vec<(K, V)>>);

impl<K, V> LongMap<K, V> {
    /// A map with nothing in it.
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    /// All keys with their values, in the order of the keys.
    pub(crate) fn iter(&self) -> LongMapPairs<'_, K, V> {
        Pairs(self.0.iter().flatten())
    }

    /// The same, with the values to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().flatten().map(|(key, value)| (&*key, value))
    }

    /// The keys, in their order.
    pub(crate) fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.0.iter().flatten().map(|(key, _)| key)
    }

    /// The values, in the order of the keys.
    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.0.iter().flatten().map(|(_, value)| value)
    }
}

impl<K: Ord, V> LongMap<K, V> {
    /// The run in which a key stands, or would stand.
    fn run<Q: Ord + ?Sized>(&self, key: &Q) -> usize
    where
        K: Borrow<Q>,
    {
        let begins_by = |run: &Vec<(K, V)>| run.first().is_some_and(|(first, _)| first.borrow() <= key);
        match self.0.as_slice() {
            [] | [_] => 0,
            [_, later @ ..] => later.partition_point(begins_by),
        }
    }

    /// The run and the place in it at which a key stands.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(usize, usize)>
    where
        K: Borrow<Q>,
    {
        let run = self.run(key);
        Some((run, place(self.0.get(run)?, |(key, _)| key, key).ok()?))
    }

    /// A key as it is kept, with its value.
    pub(crate) fn get_key_value<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        let (run, place) = self.find(key)?;
        self.0.get(run)?.get(place).map(|(key, value)| (key, value))
    }

    /// The value of a key.
    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let (run, place) = self.find(key)?;
        self.0.get_mut(run)?.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a key.
    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_some()
    }

    /// Sets the value of a key.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.get_mut(&key) {
            Some(kept) => *kept = value,
            None => {
                self.put(key, value);
            }
        }
    }

    /// The value of a key, to be changed; where there is none, it is made.
    #[expect(clippy::indexing_slicing, reason = "it was found there, or put there")]
    pub(crate) fn get_or_insert_with(&mut self, key: &K, make: impl FnOnce() -> V) -> &mut V
    where
        K: Clone,
    {
        let (run, place) = self.find(key).unwrap_or_else(|| self.put(key.clone(), make()));
        &mut self.0[run][place].1
    }

    /// Puts in a key that is not there; the run and the place in it at which it stands now.
    fn put(&mut self, key: K, value: V) -> (usize, usize) {
        let (at, last) = (self.run(&key), self.0.len().saturating_sub(1));
        let Some(run) = self.0.get_mut(at) else {
            self.0.push(vec![(key, value)]);
            return (at, 0);
        };
        let place = run.partition_point(|(it, _)| *it < key);
        if run.len() < RUN {
            run.insert(place, (key, value));
            return (at, place);
        }
        // Names often come in order: then the runs before stay full.
        if place == RUN && at == last {
            self.0.push(vec![(key, value)]);
            return (at + 1, 0);
        }
        let later = run.split_off(RUN / 2);
        self.0.insert(at + 1, later);
        self.put(key, value)
    }
}

impl<K, V> Default for LongMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for LongMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// Where runs begin depends on the order in which keys came, and says nothing.
impl<K: PartialEq, V: PartialEq> PartialEq for LongMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<K: Eq, V: Eq> Eq for LongMap<K, V> {}

impl<K: hash::Hash, V: hash::Hash> hash::Hash for LongMap<K, V> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.iter().map(Vec::len).sum::<usize>().hash(state);
        self.iter().for_each(|it| it.hash(state));
    }
}

impl<'m, K, V> IntoIterator for &'m LongMap<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = LongMapPairs<'m, K, V>;

    fn into_iter(self) -> LongMapPairs<'m, K, V> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeMap,
        hash::{DefaultHasher, Hash, Hasher},
    };

    use super::*;
    use crate::terms::dice::Dice;

    fn hashed(it: &impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        it.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn a_long_map_answers_as_a_tree_does() {
        for seed in 0..60 {
            let (mut dice, mut long, mut tree) = (Dice::new(seed), LongMap::new(), BTreeMap::new());
            for step in 0..600 {
                // Some come in order, some do not, some come again.
                let key = if seed % 3 == 0 { step } else { dice.below(1000) };
                if dice.below(2) == 0 {
                    long.insert(key, step);
                    tree.insert(key, step);
                } else {
                    *long.get_or_insert_with(&key, || 0) += 1;
                    *tree.entry(key).or_insert(0) += 1;
                }
                let other = dice.below(1000);
                assert_eq!(long.get(&other), tree.get(&other), "{seed}");
                assert_eq!(long.contains_key(&other), tree.contains_key(&other));
                assert_eq!(long.last_key_value(), tree.last_key_value());
            }
            long.iter_mut().filter(|(key, _)| **key % 2 == 0).for_each(|(_, it)| *it += 1);
            tree.iter_mut().filter(|(key, _)| **key % 2 == 0).for_each(|(_, it)| *it += 1);
            assert!(long.iter().eq(&tree) && long.iter().rev().eq(tree.iter().rev()), "{seed}");
            assert!(long.keys().eq(tree.keys()) && long.values().eq(tree.values()), "{seed}");
            let longest = long.0.iter().map(Vec::len).max();
            assert!(longest <= Some(RUN) && long.0.iter().all(|it| !it.is_empty()), "{seed}");

            let mut in_order = LongMap::new();
            tree.iter().for_each(|(key, value)| in_order.insert(*key, *value));
            assert_eq!((&in_order, hashed(&in_order)), (&long, hashed(&long)), "{seed}");
        }
    }
}
