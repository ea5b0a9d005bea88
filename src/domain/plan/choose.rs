//! Which way each block of a series is held: leximax over the cities' sums.
//!
//! A good choice is found by walking from several starts; a bounded search then tries to prove
//! that there is none better. Any weighted mean of the sums is at most the largest of them, so the
//! weighted best that is left to come bounds what a half-made choice can become. Where the search
//! ends before its bound, the choice is proven; else it is the best that was found.

mod search;

use std::collections::BTreeMap;

/// A way to hold a block that no other one beats for every city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// What it costs each city.
    pub(super) costs: Vec<u64>,
    /// The wall clocks at which it costs just that, as bits.
    pub(super) clocks: u128,
}

/// A way for each block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    picks: Vec<usize>,
    /// Whether no other choice is fairer.
    pub(super) proven: bool,
}

/// Most pairs of changes that are tried on the walks to better choices, together.
const PAIRS_MAX: usize = 60_000;
/// Rounds in which the weights of the bound are made better.
const WEIGHING_ROUNDS: usize = 60;
/// What the weights add up to, about.
const WEIGHT_SCALE: f64 = 4_096.0;

/// How unfair sums are: the largest first. Less is fairer; the same means the same total.
pub(super) fn worth(sums: &[u64]) -> Vec<u64> {
    let mut sums = sums.to_vec();
    sums.sort_unstable_by(|a, b| b.cmp(a));
    sums
}

/// The ways that are not worse than another one for every city.
pub(super) fn undominated(ways: BTreeMap<Vec<u64>, u128>) -> Vec<Way> {
    let mut kept: Vec<Way> = Vec::new();
    // In lexical order nothing is beaten by what comes after it.
    for (costs, clocks) in ways {
        let beats = |way: &Way| way.costs.iter().zip(&costs).all(|(a, b)| a <= b);
        if !kept.iter().any(beats) {
            kept.push(Way { costs, clocks });
        }
    }
    kept
}

/// The choice of the least sum over all cities; of equal ones the fairest of each block. `None`
/// where a block has no way at all.
pub(super) fn least_total(blocks: &[Vec<Way>], sequence: &[usize]) -> Option<Chosen> {
    let least = |ways: &Vec<Way>| {
        let sum = |way: &Way| way.costs.iter().sum::<u64>();
        let indices = 0..ways.len();
        indices.min_by_key(|index| (sum(&ways[*index]), worth(&ways[*index].costs)))
    };
    let picks = blocks.iter().map(least).collect::<Option<Vec<usize>>>()?;
    let chosen = Chosen {
        picks,
        proven: true,
    };
    Some(chosen.with_fewer_changes(blocks, sequence))
}

/// The fair choice, on top of what was carried over. `None` where a block has no way at all.
pub(super) fn fair(carried: &[u64], blocks: &[Vec<Way>], sequence: &[usize]) -> Option<Chosen> {
    if blocks.is_empty() || blocks.iter().any(Vec::is_empty) {
        return None;
    }
    let game = Game::new(carried, blocks);
    let (weights, starts) = game.weigh();
    let mut pairs = PAIRS_MAX;
    let walked = starts.into_iter().map(|start| game.walk(start, &mut pairs));
    let best = walked.min_by_key(|picks| worth(&game.sums(picks)))?;
    let (best, proven) = search::best(&game, weights, best);
    let chosen = Chosen {
        picks: game.in_given_order(&best),
        proven,
    };
    Some(chosen.with_fewer_changes(blocks, sequence))
}

/// The blocks in the order in which they are searched: equal ones side by side.
struct Game<'a> {
    carried: &'a [u64],
    blocks: Vec<&'a [Way]>,
    /// The given index of each block.
    given: Vec<usize>,
}

impl<'a> Game<'a> {
    fn new(carried: &'a [u64], blocks: &'a [Vec<Way>]) -> Self {
        let mut given: Vec<usize> = (0..blocks.len()).collect();
        let size = |index: usize| -> (std::cmp::Reverse<u64>, Vec<&[u64]>) {
            let ways = &blocks[index];
            let costs = ways.iter().map(|way| way.costs.as_slice()).collect();
            let largest = ways.iter().flat_map(|way| &way.costs).max();
            (std::cmp::Reverse(largest.copied().unwrap_or(0)), costs)
        };
        given.sort_by_cached_key(|index| size(*index));
        Self {
            carried,
            blocks: given
                .iter()
                .map(|index| blocks[*index].as_slice())
                .collect(),
            given,
        }
    }

    fn in_given_order(&self, picks: &[usize]) -> Vec<usize> {
        let mut given = vec![0; picks.len()];
        for (pick, index) in picks.iter().zip(&self.given) {
            given[*index] = *pick;
        }
        given
    }

    fn sums(&self, picks: &[usize]) -> Vec<u64> {
        let mut sums = self.carried.to_vec();
        for (ways, pick) in self.blocks.iter().zip(picks) {
            add(&mut sums, &ways[*pick].costs);
        }
        sums
    }

    /// Weights of the cities that bound the largest sum well, and choices to walk from.
    ///
    /// Each round takes the ways that are best by the weights and then weighs those cities more
    /// that bear more than the mean.
    fn weigh(&self) -> (Vec<u64>, Vec<Vec<usize>>) {
        let cities = self.carried.len();
        let mut weights = vec![1.0 / cities as f64; cities];
        let (mut best_bound, mut best_weights) = (f64::MIN, weights.clone());
        let mut starts: Vec<(Vec<u64>, Vec<usize>)> = Vec::new();
        for round in 0..WEIGHING_ROUNDS {
            let best = |ways: &&[Way]| {
                let weighed = ways.iter().map(|way| dot(&weights, &way.costs)).enumerate();
                let least = weighed.min_by(|(_, a), (_, b)| a.total_cmp(b));
                least.map_or(0, |(index, _)| index)
            };
            let picks: Vec<usize> = self.blocks.iter().map(best).collect();
            let sums = self.sums(&picks);
            let bound = dot(&weights, &sums);
            if bound > best_bound {
                (best_bound, best_weights) = (bound, weights.clone());
            }
            starts.push((worth(&sums), picks));
            let mean = sums.iter().sum::<u64>() as f64 / cities as f64;
            let rate = 1.0 / (1.0 + round as f64).sqrt();
            for (weight, sum) in weights.iter_mut().zip(&sums) {
                let excess = (*sum as f64 - mean) / (mean + 1.0);
                *weight *= (1.0 + rate * excess.clamp(-0.9, 4.0)).max(0.05);
            }
            let whole: f64 = weights.iter().sum();
            weights.iter_mut().for_each(|weight| *weight /= whole);
        }
        starts.sort();
        starts.dedup_by(|a, b| a.1 == b.1);
        starts.truncate(4);
        let mut starts: Vec<Vec<usize>> = starts.into_iter().map(|(_, picks)| picks).collect();
        starts.push(self.one_by_one());
        let whole = |weight: f64| (weight * WEIGHT_SCALE).round() as u64;
        (best_weights.into_iter().map(whole).collect(), starts)
    }

    /// Takes for one block after the other the way that leaves the sums so far the fairest.
    fn one_by_one(&self) -> Vec<usize> {
        let mut sums = self.carried.to_vec();
        let mut picks = Vec::with_capacity(self.blocks.len());
        for ways in &self.blocks {
            let after = |index: &usize| {
                let mut after = sums.clone();
                add(&mut after, &ways[*index].costs);
                worth(&after)
            };
            let pick = (0..ways.len()).min_by_key(after).unwrap_or(0);
            add(&mut sums, &ways[pick].costs);
            picks.push(pick);
        }
        picks
    }

    /// Changes one block, or two at once, as long as that makes the choice fairer.
    fn walk(&self, mut picks: Vec<usize>, pairs: &mut usize) -> Vec<usize> {
        let mut sums = self.sums(&picks);
        let mut now = worth(&sums);
        loop {
            if self.change_one(&mut picks, &mut sums, &mut now) {
                continue;
            }
            if !self.change_two(&mut picks, &mut sums, &mut now, pairs) {
                return picks;
            }
        }
    }

    fn change_one(&self, picks: &mut [usize], sums: &mut [u64], now: &mut Vec<u64>) -> bool {
        let mut better = false;
        let mut after = Vec::with_capacity(sums.len());
        for (block, ways) in self.blocks.iter().enumerate() {
            for way in 0..ways.len() {
                change(&mut after, sums, &ways[picks[block]], &ways[way]);
                if is_fairer(&after, now) {
                    *now = worth(&after);
                    sums.copy_from_slice(&after);
                    picks[block] = way;
                    better = true;
                }
            }
        }
        better
    }

    fn change_two(
        &self,
        picks: &mut [usize],
        sums: &mut [u64],
        now: &mut Vec<u64>,
        pairs: &mut usize,
    ) -> bool {
        let (mut half, mut whole) = (Vec::new(), Vec::new());
        for one in 0..self.blocks.len() {
            for first in self.blocks[one] {
                change(&mut half, sums, &self.blocks[one][picks[one]], first);
                for (other, ways) in self.blocks.iter().enumerate().skip(one + 1) {
                    for (way, second) in ways.iter().enumerate() {
                        if *pairs == 0 {
                            return false;
                        }
                        *pairs -= 1;
                        change(&mut whole, &half, &ways[picks[other]], second);
                        if is_fairer(&whole, now) {
                            let found = self.blocks[one].iter().position(|way| way == first);
                            picks[one] = found.unwrap_or(picks[one]);
                            picks[other] = way;
                            sums.copy_from_slice(&whole);
                            *now = worth(&whole);
                            return true;
                        }
                    }
                }
            }
        }
        false
    }
}

fn add(sums: &mut [u64], costs: &[u64]) {
    for (sum, cost) in sums.iter_mut().zip(costs) {
        *sum = sum.saturating_add(*cost);
    }
}

/// Makes `after` what `sums` become when a block is held in another way.
fn change(after: &mut Vec<u64>, sums: &[u64], from: &Way, to: &Way) {
    let costs = from.costs.iter().zip(&to.costs);
    let one = |(sum, (from, to)): (&u64, (&u64, &u64))| (sum - from).saturating_add(*to);
    after.clear();
    after.extend(sums.iter().zip(costs).map(one));
}

/// Whether sums are fairer than those of this worth.
fn is_fairer(sums: &[u64], than: &[u64]) -> bool {
    let largest = sums.iter().max();
    largest <= than.first() && worth(sums).as_slice() < than
}

fn dot(weights: &[f64], sums: &[u64]) -> f64 {
    let one = |(weight, sum): (&f64, &u64)| weight * *sum as f64;
    weights.iter().zip(sums).map(one).sum()
}

impl Chosen {
    /// Exchanges the ways of equal blocks where that lets the clock change less often.
    fn with_fewer_changes(mut self, blocks: &[Vec<Way>], sequence: &[usize]) -> Self {
        let mut least = self.changes(blocks, sequence);
        for one in 0..blocks.len() {
            for other in one + 1..blocks.len() {
                let equal = self.picks[one] != self.picks[other] && {
                    let costs = |index: usize| blocks[index].iter().map(|way| &way.costs);
                    costs(one).eq(costs(other))
                };
                if equal && least > 0 {
                    self.picks.swap(one, other);
                    let changes = self.changes(blocks, sequence);
                    if changes < least {
                        least = changes;
                    } else {
                        self.picks.swap(one, other);
                    }
                }
            }
        }
        self
    }

    /// How often the clock changes over a sequence of visits, each in its block.
    fn changes(&self, blocks: &[Vec<Way>], sequence: &[usize]) -> usize {
        let clocks = self.clocks(blocks, sequence);
        let pairs = sequence.windows(2);
        pairs
            .filter(|pair| clocks[pair[0]] != clocks[pair[1]])
            .count()
    }

    /// The wall clocks left to each block, as bits: those that cost the same and go on from the
    /// block before, as long as there are any. Blocks that share a clock have the same bits.
    pub(super) fn clocks(&self, blocks: &[Vec<Way>], sequence: &[usize]) -> Vec<u128> {
        let own = |block: usize| blocks[block][self.picks[block]].clocks;
        let mut order: Vec<usize> = Vec::new();
        for block in sequence {
            // Numbered by first appearance.
            if *block == order.len() {
                order.push(*block);
            }
        }
        let mut clocks = vec![0; blocks.len()];
        let mut run: Vec<usize> = Vec::new();
        let mut shared = u128::MAX;
        for block in order {
            if shared & own(block) == 0 {
                run.drain(..).for_each(|member| clocks[member] = shared);
                shared = u128::MAX;
            }
            shared &= own(block);
            run.push(block);
        }
        run.into_iter().for_each(|member| clocks[member] = shared);
        clocks
    }
}

#[cfg(test)]
mod tests;
