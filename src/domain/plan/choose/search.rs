//! The search that proves a choice to be the fairest, or finds a fairer one, as far as its steps go.

use super::{Game, add, worth};

/// Most steps of the search for a proof.
const STEPS_MAX: usize = 60_000;

/// The fairest choice found, starting from a good one, and whether it is proven that there is none
/// fairer. `weights` bound what half-made choices can become.
pub(super) fn best(game: &Game<'_>, weights: Vec<u64>, start: Vec<usize>) -> (Vec<usize>, bool) {
    let mut search = Search {
        rest: Rest::of_each_depth(game, &weights),
        whole: weights.iter().map(|weight| u128::from(*weight)).sum(),
        weights,
        best_worth: worth(&game.sums(&start)),
        picks: vec![0; start.len()],
        sums: vec![game.carried.to_vec(); start.len() + 1],
        best: start,
        steps: 0,
        game,
    };
    let proven = search.descend(0);
    (search.best, proven)
}

/// A search through all choices that cannot be ruled out.
struct Search<'a> {
    game: &'a Game<'a>,
    weights: Vec<u64>,
    /// What the weights add up to.
    whole: u128,
    rest: Vec<Rest>,
    best: Vec<usize>,
    best_worth: Vec<u64>,
    picks: Vec<usize>,
    /// What the choices made so far add up to, for each depth.
    sums: Vec<Vec<u64>>,
    steps: usize,
}

impl Search<'_> {
    /// Whether the search below came to its end.
    fn descend(&mut self, depth: usize) -> bool {
        let Some(&ways) = self.game.blocks.get(depth) else {
            let found = worth(&self.sums[depth]);
            if found < self.best_worth {
                self.best_worth = found;
                self.best = self.picks.clone();
            }
            return true;
        };
        // Of equal blocks the order does not matter: take the ways in rising order only.
        let like_before = depth > 0 && self.game.blocks[depth - 1] == ways;
        let from = if like_before {
            self.picks[depth - 1]
        } else {
            0
        };
        for (pick, way) in ways.iter().enumerate().skip(from) {
            self.steps += 1;
            if self.steps > STEPS_MAX {
                return false;
            }
            self.picks[depth] = pick;
            let (so_far, next) = self.sums.split_at_mut(depth + 1);
            next[0].copy_from_slice(&so_far[depth]);
            add(&mut next[0], &way.costs);
            if !self.is_hopeless(depth + 1) && !self.descend(depth + 1) {
                return false;
            }
        }
        true
    }

    /// Whether what is left to choose cannot make these sums fairer than the best.
    fn is_hopeless(&self, depth: usize) -> bool {
        let sums = &self.sums[depth];
        let most = self.best_worth.first().copied().unwrap_or(u64::MAX);
        let rest = &self.rest[depth];
        let mut least = sums.iter().zip(&rest.least);
        least.any(|(sum, least)| sum.saturating_add(*least) > most)
            || weighed(&self.weights, sums) + rest.weighed > self.whole * u128::from(most)
    }
}

/// The least that the blocks from some depth on can add.
struct Rest {
    /// To each city's sum, taken by itself.
    least: Vec<u64>,
    /// To the weighted sum of all.
    weighed: u128,
}

impl Rest {
    /// For each depth, the one behind the last block included.
    fn of_each_depth(game: &Game<'_>, weights: &[u64]) -> Vec<Self> {
        let cities = game.carried.len();
        let mut rests = vec![Self {
            least: vec![0; cities],
            weighed: 0,
        }];
        for ways in game.blocks.iter().rev() {
            let behind = &rests[rests.len() - 1];
            let least = |city: usize| {
                let own = ways.iter().map(|way| way.costs[city]).min();
                behind.least[city].saturating_add(own.unwrap_or(0))
            };
            let own = ways.iter().map(|way| weighed(weights, &way.costs)).min();
            let rest = Self {
                least: (0..cities).map(least).collect(),
                weighed: behind.weighed + own.unwrap_or(0),
            };
            rests.push(rest);
        }
        rests.reverse();
        rests
    }
}

fn weighed(weights: &[u64], costs: &[u64]) -> u128 {
    let one = |(weight, cost): (&u64, &u64)| u128::from(*weight) * u128::from(*cost);
    weights.iter().zip(costs).map(one).sum()
}
