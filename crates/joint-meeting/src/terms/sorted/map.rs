//! A map that is kept in one list, in the order of its keys.

use std::{borrow::Borrow, fmt, marker::PhantomData, ops::RangeBounds, slice, vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::terms::sorted::{pairs::Pairs, place, places, put_in_order};

/// Values by their keys, in the order of the keys: a [`BTreeMap`](std::collections::BTreeMap) for what is small.
///
/// ```
/// use joint_meeting::sorted::Map;
///
/// let days = Map::from([("plenary", 5), ("liaison", 2)]);
/// assert_eq!(days.get("liaison"), Some(&2));
/// assert!(days.keys().eq(&["liaison", "plenary"]));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K, V> Map<K, V> {
    /// A map with nothing in it.
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

    /// The first key with its value.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }

    /// The last key with its value.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    /// All keys with their values, in the order of the keys.
    pub fn iter(&self) -> Pairs<slice::Iter<'_, (K, V)>> {
        Pairs(self.0.iter())
    }

    /// The same, with the values to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of the keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values to be changed, in the order of the keys.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The keys alone, in their order.
    pub fn into_keys(self) -> impl DoubleEndedIterator<Item = K> {
        self.0.into_iter().map(|(key, _)| key)
    }

    /// The values alone, in the order of the keys.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = place(&self.0, |(key, _)| key, key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = place(&self.0, |(key, _)| key, key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        place(&self.0, |(key, _)| key, key).is_ok()
    }

    /// Sets the value of a key, and gives back the one before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match place(&self.0, |(key, _)| key, &key) {
            Ok(place) => self.0.get_mut(place).map(|(_, before)| std::mem::replace(before, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// The value of a key, which may be missing yet.
    pub fn entry(&mut self, key: K) -> MapEntry<'_, K, V> {
        let place = place(&self.0, |(key, _)| key, &key);
        MapEntry { map: self, key, place }
    }

    /// Takes out a key, and gives back its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = place(&self.0, |(key, _)| key, key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// The keys within bounds with their values.
    pub fn range(&self, bounds: impl RangeBounds<K>) -> Pairs<slice::Iter<'_, (K, V)>> {
        let places = places(&self.0, |(key, _)| key, &bounds);
        Pairs(self.0.get(places).unwrap_or_default().iter())
    }

    /// Takes out all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps those of which it holds.
    pub fn retain(&mut self, mut holds: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| holds(key, value));
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Self {
        let mut all: Vec<(K, V)> = all.into_iter().collect();
        put_in_order(&mut all, |(key, _)| key);
        Self(all)
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(all: [(K, V); N]) -> Self {
        all.into_iter().collect()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, more: I) {
        self.0.extend(more);
        put_in_order(&mut self.0, |(key, _)| key);
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Pairs<slice::Iter<'m, (K, V)>>;

    fn into_iter(self) -> Pairs<slice::Iter<'m, (K, V)>> {
        self.iter()
    }
}

/// The value of a key in a [`Map`], which may be missing yet.
#[derive(Debug)]
pub struct MapEntry<'m, K, V> {
    map: &'m mut Map<K, V>,
    key: K,
    place: Result<usize, usize>,
}

impl<'m, K, V> MapEntry<'m, K, V> {
    /// The value, to be changed; where there is none, it is made.
    #[expect(clippy::indexing_slicing, reason = "there is one at the place by then")]
    pub fn or_insert_with(self, make: impl FnOnce() -> V) -> &'m mut V {
        let Self { map: Map(all), key, place } = self;
        let place = place.unwrap_or_else(|place| {
            all.insert(place, (key, make()));
            place
        });
        &mut all[place].1
    }

    /// The same, where what is put in is at hand.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// The same, where the default is put in.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// Of keys that stand twice the last is kept, as a tree would; `terms::json` refuses them before.
impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> de::Visitor<'de> for Visitor<K, V> {
            type Value = Map<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Map<K, V>, A::Error> {
                std::iter::from_fn(|| map.next_entry().transpose()).collect()
            }
        }

        deserializer.deserialize_map(Visitor(PhantomData))
    }
}

#[cfg(feature = "schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::terms::dice::Dice;

    #[test]
    fn a_map_answers_as_a_tree_does() {
        for seed in 0..300 {
            let (mut dice, mut map, mut tree) = (Dice::new(seed), Map::new(), BTreeMap::new());
            for step in 0..30 {
                let (key, other) = (dice.below(12), dice.below(12));
                match dice.below(6) {
                    0 => assert_eq!(map.remove(&key), tree.remove(&key)),
                    1 => {
                        *map.entry(key).or_default() += 1;
                        *tree.entry(key).or_default() += 1;
                    }
                    2 => {
                        map.extend([(key, step), (other, step), (key, step + 1)]);
                        tree.extend([(key, step), (other, step), (key, step + 1)]);
                    }
                    3 => {
                        map.retain(|it, value| *it != key && *value != 3);
                        tree.retain(|it, value| *it != key && *value != 3);
                    }
                    4 => {
                        map.iter_mut().filter(|(it, _)| **it < key).for_each(|(_, it)| *it += 1);
                        tree.iter_mut().filter(|(it, _)| **it < key).for_each(|(_, it)| *it += 1);
                    }
                    _ => assert_eq!(map.insert(key, step), tree.insert(key, step)),
                }
                assert_eq!(map.len(), tree.len());
                assert!(map.iter().eq(&tree) && map.iter().rev().eq(tree.iter().rev()), "{seed}");
                let (low, high) = (key.min(other), key.max(other));
                assert!(map.range(low..).eq(tree.range(low..)) && map.range(..=low).eq(tree.range(..=low)));
                assert!(map.range(low..high).eq(tree.range(low..high)), "{seed}: {low}, {high}");
                assert_eq!(map.get(&other), tree.get(&other));
                assert_eq!(map.contains_key(&key), tree.contains_key(&key));
            }
        }
    }

    #[test]
    fn of_values_with_one_key_the_last_is_kept() {
        let pairs = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (2, 'e')];
        assert_eq!(Map::from(pairs), Map::from([(1, 'd'), (2, 'e')]));
        assert!(Map::from(pairs).iter().eq(&BTreeMap::from(pairs)));
    }
}
