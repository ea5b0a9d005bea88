//! Finds times for several cities: every start at which a meeting fits all of them, ranked by what
//! it costs them, and the least bad ones with the reason where none does.
//!
//! What an hour costs is [`burden`](super::burden)'s business; every figure here is exactly what
//! [`CityTime::burden`] says. A year in quarter-hours takes milliseconds, because a meeting's
//! burden depends only on the city, the local time of its start and whether that day and the next
//! are days off: [`column`] tables it and walks the calendar; [`rank`] orders and spreads what is
//! left; [`nothing`] explains an empty answer.

mod column;
mod nothing;
mod rank;

use chrono::{DateTime, Utc};

use super::burden::{Burden, CityTime};
use super::words::words;
use column::{Column, Grid, INFEASIBLE};
pub use nothing::{Blocked, LeastBad, Nothing};
use rank::Ranking;

/// Fewest cities that a time is sought for.
pub const CITIES_MIN: usize = 2;
/// Most cities that a time is sought for.
pub const CITIES_MAX: usize = 20;
/// Most days that are searched.
pub const DAYS_MAX: i64 = 400;
/// Shortest meeting, in minutes.
pub const DURATION_MIN: u32 = 5;
/// Longest meeting, in minutes.
pub const DURATION_MAX: u32 = 480;
/// What may lie between two starts, in minutes.
pub const STEPS: [u32; 4] = [5, 15, 30, 60];
/// Most times that are answered.
pub const LIMIT_MAX: usize = 200;

words! {
    /// What makes one time better than another.
    Order {
        /// The city that bears most bears less; where it is the same, the next one (leximax).
        WorstOff = "worst_off",
        /// All cities together bear less.
        Total = "total",
    }
}

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Search {
    /// The cities; the days are the first one's.
    pub cities: Vec<CityTime>,
    /// No meeting begins earlier.
    pub from: DateTime<Utc>,
    /// No meeting ends later.
    pub to: DateTime<Utc>,
    /// How long it takes.
    pub duration_minutes: u32,
    /// Starts are multiples of this on the clock of UTC.
    pub step_minutes: u32,
    /// What is better.
    pub order: Order,
    /// Whether a day off in any city rules a time out instead of costing it something.
    pub working_days_only: bool,
    /// Whether the best time of each day comes before any second one, and no two overlap.
    pub spread: bool,
    /// Most times to answer.
    pub limit: usize,
}

/// A time at which the cities may meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Its beginning.
    pub start: DateTime<Utc>,
    /// By how many minutes it may begin later on the same day without any city bearing other than
    /// it does now.
    pub flexible_minutes: u32,
    /// What each city bears, in the order of the search.
    pub burdens: Vec<Burden>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best times, best first; those equally good by time.
    pub windows: Vec<Window>,
    /// How many starts fit all cities, those beyond the limit included.
    pub feasible: usize,
    /// At how many of these nobody bears anything.
    pub easy: usize,
    /// On how many days of the first city there is one.
    pub days: usize,
    /// Why there is none, and what to do; present where there is none.
    pub nothing: Option<Nothing>,
}

/// Every start that fits all cities, ranked.
///
/// The work is bounded by the number of starts times that of cities, some ten times where nothing
/// fits; the limits above are the callers' to keep.
pub fn find(search: &Search) -> Found {
    let grid = Grid::new(search);
    let columns = columns(search, grid, true, search.working_days_only);
    let ranking = Ranking::new(search.order, &columns, grid.len);
    let fits = |at: &usize| ranking.total[*at] < INFEASIBLE;
    let feasible = (0..grid.len).filter(fits).count();
    let days = match columns.first() {
        Some(first) => rank::days(first, grid.len),
        None => Vec::new(),
    };
    let chosen = if search.spread {
        ranking.spread(search, &days)
    } else {
        ranking.first(search.limit)
    };
    let window = |at: usize| window(&columns, grid, at, &days);
    Found {
        windows: chosen.into_iter().map(window).collect(),
        feasible,
        easy: ranking.total.iter().filter(|total| **total == 0).count(),
        days: days
            .iter()
            .filter(|day| (**day).clone().any(|at| fits(&at)))
            .count(),
        nothing: (feasible == 0).then(|| nothing::explain(search, grid, &columns, &days)),
    }
}

/// The cities' columns. With `nights` they keep their nights, else every hour may be taken.
fn columns(search: &Search, grid: Grid, nights: bool, working_days_only: bool) -> Vec<Column<'_>> {
    let column = |city| {
        Column::new(
            city,
            grid,
            search.duration_minutes,
            nights,
            working_days_only,
        )
    };
    search.cities.iter().map(column).collect()
}

/// The window of a start that fits.
fn window(
    columns: &[Column<'_>],
    grid: Grid,
    at: usize,
    days: &[std::ops::Range<usize>],
) -> Window {
    let day = days.iter().find(|day| day.contains(&at));
    let end = day.map_or(at + 1, |day| day.end);
    let same = |later: &usize| {
        columns
            .iter()
            .all(|column| column.at(*later) == column.at(at))
    };
    let later = (at + 1..end).take_while(same).count();
    Window {
        start: grid.start(at),
        flexible_minutes: u32::try_from(later).unwrap_or(0) * grid.step_minutes,
        burdens: columns
            .iter()
            .map(|column| Burden::from_parts(column.at(at)))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
