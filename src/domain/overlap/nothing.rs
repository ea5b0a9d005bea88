//! Why no time fits all cities, which would be the least bad, and what would help.

use std::ops::Range;

use super::column::{Column, Grid, INFEASIBLE};
use super::rank::Ranking;
use super::{CITIES_MIN, Search, Window, columns, window};

/// How many of the least bad times are told.
const TOLD: usize = 3;
/// Shorter meetings that are offered, in minutes.
const SHORTER: [u32; 9] = [15, 20, 30, 45, 60, 90, 120, 180, 240];

/// Why nothing fits, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nothing {
    /// The times that the fewest cities cannot take, best first.
    pub least_bad: Vec<LeastBad>,
    /// Cities (by their place in the search), each of which alone would make it possible by
    /// agreeing to meet at night.
    pub opt_in: Vec<usize>,
    /// The fewest cities without which the others can meet; empty where fewer than two would stay.
    pub leave_out: Vec<usize>,
    /// The longest meeting that fits all.
    pub shorten_to: Option<u32>,
    /// Whether weekends and holidays would make it possible.
    pub allow_days_off: bool,
}

/// A time that does not fit, and whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeastBad {
    /// The time, with what each city would bear.
    pub window: Window,
    /// The cities that it does not fit; never empty.
    pub blocked: Vec<Blocked>,
}

/// A city that a time does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocked {
    /// Its place in the search.
    pub city: usize,
    /// Because part of it lies in its night, which it has not agreed to.
    pub night: bool,
    /// Because part of it lies on a day off.
    pub day_off: bool,
}

/// What the cities that a start does not fit are.
struct Barred {
    /// How many.
    count: Vec<u8>,
    /// The sum of their places: where it is one, that one's.
    places: Vec<u8>,
}

impl Barred {
    fn new(columns: &[Column<'_>], len: usize) -> Self {
        let (mut count, mut places) = (vec![0_u8; len], vec![0_u8; len]);
        for (place, column) in (0_u8..).zip(columns) {
            column.each_run(|at, costs| {
                for (offset, cost) in costs.iter().enumerate() {
                    let barred = u8::from(*cost >= INFEASIBLE);
                    count[at + offset] += barred;
                    places[at + offset] += barred * place;
                }
            });
        }
        Self { count, places }
    }

    fn any_fits(&self) -> bool {
        self.count.contains(&0)
    }
}

/// Explains a search that has found nothing; `strict` are its columns.
pub(super) fn explain(
    search: &Search,
    grid: Grid,
    strict: &[Column<'_>],
    days: &[Range<usize>],
) -> Nothing {
    let barred = Barred::new(strict, grid.len);
    let fewest = barred.count.iter().copied().min().unwrap_or(0);
    let least_bad = least_bad(search, grid, strict, days, |at| barred.count[at] == fewest);
    let blocked = least_bad.first().map(|time| time.blocked.as_slice());
    let leave_out: Vec<usize> = blocked.unwrap_or_default().iter().map(|b| b.city).collect();
    let enough = search.cities.len() >= leave_out.len() + CITIES_MIN;
    Nothing {
        least_bad,
        opt_in: opt_in(search, grid, &barred),
        leave_out: if enough { leave_out } else { Vec::new() },
        shorten_to: shorten_to(search),
        allow_days_off: search.working_days_only && {
            let columns = columns(search, grid, true, false);
            Barred::new(&columns, grid.len).any_fits()
        },
    }
}

fn least_bad(
    search: &Search,
    grid: Grid,
    strict: &[Column<'_>],
    days: &[Range<usize>],
    kept: impl Fn(usize) -> bool,
) -> Vec<LeastBad> {
    let open = columns(search, grid, false, false);
    let mut ranking = Ranking::new(search.order, &open, grid.len);
    ranking.keep(kept);
    let told = Search {
        limit: TOLD,
        ..search.clone()
    };
    let one = |at: usize| {
        let window = window(&open, grid, at, days);
        let blocked = |(place, column): (usize, &Column<'_>)| {
            let night = search.cities[place]
                .burden(window.start, search.duration_minutes)
                .is_none();
            (column.at(at) >= INFEASIBLE).then_some(Blocked {
                city: place,
                night,
                day_off: search.working_days_only && column.touches_day_off(at),
            })
        };
        let blocked = strict.iter().enumerate().filter_map(blocked).collect();
        LeastBad { window, blocked }
    };
    ranking.spread(&told, days).into_iter().map(one).collect()
}

/// The cities whose night alone is in the way somewhere.
fn opt_in(search: &Search, grid: Grid, barred: &Barred) -> Vec<usize> {
    let by_night = columns(search, grid, false, search.working_days_only);
    let alone = |place: usize| {
        let here = |at: &usize| barred.count[*at] == 1 && usize::from(barred.places[*at]) == place;
        (0..grid.len)
            .filter(here)
            .any(|at| by_night[place].at(at) < INFEASIBLE)
    };
    let asleep = |place: &usize| !search.cities[*place].weights.night;
    let places = (0..search.cities.len()).filter(asleep);
    places.filter(|place| alone(*place)).collect()
}

/// A shorter meeting fits wherever a longer one does, so the longest is found by halving.
fn shorten_to(search: &Search) -> Option<u32> {
    let fits = |minutes: u32| {
        let shorter = Search {
            duration_minutes: minutes,
            ..search.clone()
        };
        let grid = Grid::new(&shorter);
        let columns = columns(&shorter, grid, true, search.working_days_only);
        Barred::new(&columns, grid.len).any_fits()
    };
    let shorter = SHORTER.partition_point(|minutes| *minutes < search.duration_minutes);
    let shorter = &SHORTER[..shorter];
    let fitting = shorter.partition_point(|minutes| fits(*minutes));
    shorter.get(fitting.checked_sub(1)?).copied()
}
