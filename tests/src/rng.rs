//! A seeded source of choices: the same seed chooses the same, on every machine.

use proptest::test_runner::{RngAlgorithm, TestRng};

/// A seeded source of choices.
#[derive(Debug)]
pub struct Rng(TestRng);

impl Rng {
    /// The same seed chooses the same.
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
    }

    /// Below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        use proptest::prelude::Rng;
        usize::try_from(self.0.next_u64() % bound.max(1) as u64).unwrap_or(0)
    }

    /// Once in so many.
    pub fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    /// One of a list that is not empty.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// One of a list.
    pub fn maybe_one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { Some(self.one_of(all)) }
    }
}
