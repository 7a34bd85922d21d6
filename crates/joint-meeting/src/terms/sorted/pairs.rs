//! Going through what is kept as pairs, as keys with their values.

/// Keys with their values, in the order of the keys.
#[derive(Clone, Debug)]
pub struct Pairs<I>(pub(super) I);

impl<'m, K: 'm, V: 'm, I: Iterator<Item = &'m (K, V)>> Iterator for Pairs<I> {
    type Item = (&'m K, &'m V);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'m, K: 'm, V: 'm, I: DoubleEndedIterator<Item = &'m (K, V)>> DoubleEndedIterator for Pairs<I> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key, value))
    }
}

impl<'m, K: 'm, V: 'm, I: ExactSizeIterator<Item = &'m (K, V)>> ExactSizeIterator for Pairs<I> {}
