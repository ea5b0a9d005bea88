//! Which of the starts that fit come first.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use super::column::{Column, INFEASIBLE};
use super::{CITIES_MAX, Order, Search};

/// What the starts cost all cities.
pub(super) struct Ranking<'a> {
    order: Order,
    columns: &'a [Column<'a>],
    /// Together; [`INFEASIBLE`] or more where a start does not fit all.
    pub(super) total: Vec<u64>,
    /// The city that bears most.
    worst: Vec<u64>,
}

/// What the cities bear at one start, most first.
type Profile = [u64; CITIES_MAX];

impl<'a> Ranking<'a> {
    pub(super) fn new(order: Order, columns: &'a [Column<'a>], len: usize) -> Self {
        let (mut total, mut worst) = (vec![0_u64; len], vec![0_u64; len]);
        for column in columns {
            column.each_run(|at, costs| {
                let end = at + costs.len();
                for (sum, cost) in total[at..end].iter_mut().zip(costs) {
                    *sum += cost;
                }
                for (most, cost) in worst[at..end].iter_mut().zip(costs) {
                    *most = (*most).max(*cost);
                }
            });
        }
        Self {
            order,
            columns,
            total,
            worst,
        }
    }

    fn fits(&self, at: usize) -> bool {
        self.total.get(at).is_some_and(|total| *total < INFEASIBLE)
    }

    fn profile(&self, at: usize) -> Profile {
        let mut profile = [0; CITIES_MAX];
        for (place, column) in profile.iter_mut().zip(self.columns) {
            *place = column.at(at);
        }
        profile.sort_unstable_by_key(|parts| Reverse(*parts));
        profile
    }

    /// What is compared first; it decides nearly always.
    fn key(&self, at: usize) -> (u64, u64) {
        match self.order {
            Order::WorstOff => (self.worst[at], 0),
            Order::Total => (self.total[at], self.worst[at]),
        }
    }

    /// Better first; what is equally good by time.
    fn compare(&self, one: usize, other: usize) -> Ordering {
        let profiles = || match self.worst[one] {
            0 => Ordering::Equal,
            _ => self.profile(one).cmp(&self.profile(other)),
        };
        let keys = self.key(one).cmp(&self.key(other));
        keys.then_with(profiles).then(one.cmp(&other))
    }

    /// The first ones of all that fit.
    pub(super) fn first(&self, limit: usize) -> Vec<usize> {
        let mut starts: Vec<usize> = (0..self.total.len()).filter(|at| self.fits(*at)).collect();
        if limit == 0 || starts.is_empty() {
            return Vec::new();
        }
        // Only what is no worse by its key than the last one wanted is compared to the end.
        let last = limit.min(starts.len()) - 1;
        let (_, at, _) = starts.select_nth_unstable_by_key(last, |at| self.key(*at));
        let bound = self.key(*at);
        starts.retain(|at| self.key(*at) <= bound);
        starts.sort_by_cached_key(|at| (self.key(*at), self.profile(*at), *at));
        starts.truncate(limit);
        starts
    }

    /// The best one of each day before any second one, and so on; none overlaps another.
    pub(super) fn spread(&self, search: &Search, days: &[Range<usize>]) -> Vec<usize> {
        let length = search.duration_minutes.div_ceil(search.step_minutes.max(1));
        let length = usize::try_from(length).unwrap_or(1).max(1);
        let mut days: Vec<(Range<usize>, Vec<usize>)> =
            days.iter().map(|day| (day.clone(), Vec::new())).collect();
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < search.limit && !days.is_empty() {
            let mut round = Vec::new();
            days.retain_mut(|(day, taken)| {
                let clear = |at: &usize| taken.iter().all(|other| at.abs_diff(*other) >= length);
                let best = self.best(day.clone().filter(clear));
                round.extend(best);
                taken.extend(best);
                best.is_some()
            });
            round.sort_by(|one, other| self.compare(*one, *other));
            chosen.extend(round);
        }
        chosen.truncate(search.limit);
        chosen
    }

    /// The best one that fits.
    fn best(&self, starts: impl Iterator<Item = usize>) -> Option<usize> {
        let mut starts = starts.filter(|at| self.fits(*at));
        let mut best = starts.next()?;
        // Most that cost the worst-off city the same cost all the same: the best one's profile is
        // worked out once.
        let mut profile = None;
        for at in starts {
            let better = match self.key(at).cmp(&self.key(best)) {
                Ordering::Less => true,
                Ordering::Equal if self.worst[at] > 0 => {
                    self.profile(at) < *profile.get_or_insert_with(|| self.profile(best))
                }
                _ => false,
            };
            if better {
                (best, profile) = (at, None);
            }
        }
        Some(best)
    }

    /// Leaves out the starts that are not `kept`.
    pub(super) fn keep(&mut self, kept: impl Fn(usize) -> bool) {
        for (at, total) in self.total.iter_mut().enumerate() {
            if !kept(at) {
                *total = INFEASIBLE;
            }
        }
    }
}

/// The starts of each local day of a city.
pub(super) fn days(city: &Column<'_>, len: usize) -> Vec<Range<usize>> {
    let mut days: Vec<Range<usize>> = Vec::new();
    let mut today = None;
    for at in 0..len {
        let day = city.day(at);
        match days.last_mut() {
            Some(last) if today == Some(day) => last.end = at + 1,
            _ => days.push(at..at + 1),
        }
        today = Some(day);
    }
    days
}
