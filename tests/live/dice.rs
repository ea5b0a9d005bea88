//! Chance that comes out the same each time for the same seed.

/// Splitmix64 (Steele, Lea and Flood 2014): enough to choose what to do.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `sides` - 1.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    /// So many others, each with a course of its own.
    pub fn split(&mut self, count: usize) -> Vec<Self> {
        let seeds = (0..count).map(|_| Self(self.below(usize::MAX) as u64));
        seeds.collect()
    }
}
