//! What a meeting costs one city, for every start of a search.

use std::ops::Range;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};

use super::Search;
use crate::domain::burden::{CityTime, STEP_MINUTES, Weights, rate};

/// What a start costs a city that it does not fit. Twenty of them can be added, and no burden is
/// as large: the rate is below 2^40 and a meeting lasts at most 480 minutes.
pub(super) const INFEASIBLE: u64 = 1 << 57;

const DAY_MINUTES: i64 = 24 * 60;
const DAY_SECONDS: i64 = 60 * DAY_MINUTES;
/// Steps of the integral in a day.
const DAY_STEPS: usize = 24 * 60 / STEP_MINUTES as usize;

/// The starts of a search: instants at equal distances.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    first_minute: i64,
    pub(super) step_minutes: u32,
    pub(super) len: usize,
}

impl Grid {
    pub(super) fn new(search: &Search) -> Self {
        let step = i64::from(search.step_minutes.max(1));
        let ceil = |seconds: i64, unit: i64| {
            seconds.div_euclid(unit) + i64::from(seconds.rem_euclid(unit) > 0)
        };
        let first = ceil(search.from.timestamp(), 60 * step);
        let last =
            (search.to.timestamp() - 60 * i64::from(search.duration_minutes)).div_euclid(60 * step);
        Self {
            first_minute: first * step,
            step_minutes: search.step_minutes.max(1),
            len: usize::try_from(last - first + 1).unwrap_or(0),
        }
    }

    fn minute(self, at: usize) -> i64 {
        self.first_minute + i64::try_from(at).unwrap_or(i64::MAX) * i64::from(self.step_minutes)
    }

    /// The first start not before this second.
    fn index(self, second: i64) -> usize {
        let step = 60 * i64::from(self.step_minutes);
        let way = second - 60 * self.first_minute;
        usize::try_from((way + step - 1).div_euclid(step))
            .unwrap_or(0)
            .min(self.len)
    }

    pub(super) fn start(self, at: usize) -> DateTime<Utc> {
        DateTime::from_timestamp(60 * self.minute(at), 0).unwrap_or_default()
    }
}

/// Starts for which one rule says what a meeting costs.
struct Span {
    starts: Range<usize>,
    rule: Rule,
}

enum Rule {
    /// The clock stands at one offset throughout: by the local time of the start.
    Table {
        /// Minutes east of UTC.
        offset: i64,
        /// The local minutes at which starts lie, modulo the step.
        phase: i64,
        /// By whether that day is off, then the next.
        costs: [Vec<u64>; 4],
    },
    /// The clock changes in the course of the meeting, or stands at an offset of old: step by step.
    Exact,
}

/// One city's costs at every start of a grid.
pub(super) struct Column<'a> {
    city: &'a CityTime,
    weights: Weights,
    working_days_only: bool,
    duration: u32,
    grid: Grid,
    spans: Vec<Span>,
    /// Seconds east of UTC, each from an instant on.
    offsets: Vec<(i64, i64)>,
    /// Whether the local days from `first_day` on are off.
    off: Vec<bool>,
    first_day: i64,
}

impl<'a> Column<'a> {
    pub(super) fn new(
        city: &'a CityTime,
        grid: Grid,
        duration: u32,
        nights: bool,
        working_days_only: bool,
    ) -> Self {
        let (from, to) = (
            grid.start(0),
            grid.start(grid.len) + Duration::minutes(duration.into()),
        );
        let changes = city.zone.changes(from, to);
        let offset = |at: DateTime<Utc>| i64::from(city.zone.at(at).offset().local_minus_utc());
        let offsets: Vec<(i64, i64)> = std::iter::once((i64::MIN, offset(from)))
            .chain(changes.iter().map(|at| (at.timestamp(), offset(*at))))
            .collect();
        // Two days more on either side, for what the offsets and the meeting's end reach.
        let first_date = (from - Duration::days(2)).date_naive();
        let days = (to - from).num_days() + 5;
        let days = usize::try_from(days).unwrap_or(0);
        let off = first_date
            .iter_days()
            .take(days)
            .map(|date| city.workdays.is_day_off(date));
        let mut column = Self {
            city,
            weights: Weights {
                night: city.weights.night || !nights,
                ..city.weights
            },
            working_days_only,
            duration,
            grid,
            spans: Vec::new(),
            offsets,
            off: off.collect(),
            first_day: day_number(first_date),
        };
        column.spans = column.lay_out();
        column
    }

    /// The spans, without holes.
    fn lay_out(&self) -> Vec<Span> {
        let rates = Rates::new(self);
        let mut spans = Vec::new();
        let mut next = 0;
        for (index, (_, offset)) in self.offsets.iter().enumerate() {
            let until = self.offsets.get(index + 1).map_or(i64::MAX, |(at, _)| *at);
            // Meetings that end by the change; after them those that are in progress at it.
            let last = until.saturating_sub(60 * i64::from(self.duration));
            let end = if until == i64::MAX {
                self.grid.len
            } else {
                self.grid.index(last + 1)
            };
            let end = end.max(next);
            let change = if until == i64::MAX {
                end
            } else {
                self.grid.index(until).max(end)
            };
            let rule = self.rule(*offset, &rates);
            spans.push(Span {
                starts: next..end,
                rule,
            });
            spans.push(Span {
                starts: end..change,
                rule: Rule::Exact,
            });
            next = change;
        }
        spans.retain(|span| !span.starts.is_empty());
        spans
    }

    fn rule(&self, offset: i64, rates: &Rates) -> Rule {
        if offset % (60 * i64::from(STEP_MINUTES)) != 0 {
            return Rule::Exact;
        }
        let (offset, step) = (offset / 60, i64::from(self.grid.step_minutes));
        let phase = (self.grid.first_minute + offset).rem_euclid(step);
        let costs = [(false, false), (false, true), (true, false), (true, true)]
            .map(|(today, tomorrow)| rates.costs(self, today, tomorrow, phase));
        Rule::Table {
            offset,
            phase,
            costs,
        }
    }

    /// The parts of a burden that a minute costs, by half-minutes of the day; `None` where it
    /// cannot be taken.
    fn rate(&self, half_minute: u32, day_off: bool) -> Option<u64> {
        if day_off && self.working_days_only {
            return None;
        }
        rate(&self.city.hours, &self.weights, half_minute, day_off)
    }

    fn is_off(&self, day: i64) -> bool {
        let index = usize::try_from(day - self.first_day).unwrap_or(usize::MAX);
        self.off.get(index).copied().unwrap_or(false)
    }

    /// What the meeting at a start costs.
    pub(super) fn at(&self, at: usize) -> u64 {
        let span = self.spans.partition_point(|span| span.starts.end <= at);
        match self.spans.get(span).map(|span| &span.rule) {
            Some(Rule::Table {
                offset,
                phase,
                costs,
            }) => {
                let (day, slot) = self.place(at, *offset, *phase);
                costs[self.kind(day)]
                    .get(slot)
                    .copied()
                    .unwrap_or(INFEASIBLE)
            }
            _ => self.exact(at),
        }
    }

    /// The local day of a start, and its place in that day's table.
    fn place(&self, at: usize, offset: i64, phase: i64) -> (i64, usize) {
        let local = self.grid.minute(at) + offset;
        let slot = (local.rem_euclid(DAY_MINUTES) - phase) / i64::from(self.grid.step_minutes);
        (
            local.div_euclid(DAY_MINUTES),
            usize::try_from(slot).unwrap_or(0),
        )
    }

    /// Which table a day goes by.
    fn kind(&self, day: i64) -> usize {
        2 * usize::from(self.is_off(day)) + usize::from(self.is_off(day + 1))
    }

    /// Hands out the costs of all starts in order, in runs, each with the place of its first.
    pub(super) fn each_run(&self, mut take: impl FnMut(usize, &[u64])) {
        for span in &self.spans {
            match &span.rule {
                Rule::Exact => span
                    .starts
                    .clone()
                    .for_each(|at| take(at, &[self.exact(at)])),
                Rule::Table {
                    offset,
                    phase,
                    costs,
                } => {
                    let mut at = span.starts.start;
                    while at < span.starts.end {
                        let (day, slot) = self.place(at, *offset, *phase);
                        let rest = costs[self.kind(day)].get(slot..).unwrap_or_default();
                        let count = rest.len().min(span.starts.end - at);
                        take(at, &rest[..count]);
                        at += count.max(1);
                    }
                }
            }
        }
    }

    /// Whether part of the meeting at a start lies on a day off.
    pub(super) fn touches_day_off(&self, at: usize) -> bool {
        let start = 60 * self.grid.minute(at);
        let last = start + 60 * i64::from(self.duration) - 1;
        let day = |second: i64| (second + self.offset_at(second)).div_euclid(DAY_SECONDS);
        (day(start)..=day(last)).any(|day| self.is_off(day))
    }

    /// The local day of a start.
    pub(super) fn day(&self, at: usize) -> i64 {
        let second = 60 * self.grid.minute(at);
        (second + self.offset_at(second)).div_euclid(DAY_SECONDS)
    }

    fn offset_at(&self, second: i64) -> i64 {
        let next = self.offsets.partition_point(|(from, _)| *from <= second);
        self.offsets
            .get(next.saturating_sub(1))
            .map_or(0, |(_, offset)| *offset)
    }

    /// The integral itself.
    fn exact(&self, at: usize) -> u64 {
        let start = 60 * self.grid.minute(at);
        let mut parts = 0;
        let mut minute = 0;
        while minute < self.duration {
            let step = STEP_MINUTES.min(self.duration - minute);
            let middle = start + i64::from(60 * minute + 30 * step);
            let local = middle + self.offset_at(middle);
            let half_minute = u32::try_from(local.rem_euclid(DAY_SECONDS) / 30).unwrap_or(0);
            match self.rate(half_minute, self.is_off(local.div_euclid(DAY_SECONDS))) {
                Some(rate) => parts += rate * u64::from(step),
                None => return INFEASIBLE,
            }
            minute += step;
        }
        parts
    }
}

/// Days since 1970.
fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) - i64::from(NaiveDate::default().num_days_from_ce())
}

/// The rates of a day's steps, and those of a last, shorter step at the same places; by whether
/// the day is off.
struct Rates {
    whole: [Vec<Option<u64>>; 2],
    last: [Vec<Option<u64>>; 2],
}

impl Rates {
    fn new(column: &Column<'_>) -> Self {
        let day = |day_off: bool, length: u32| {
            let rate = |step: u32| column.rate(2 * STEP_MINUTES * step + length, day_off);
            (0..).take(DAY_STEPS).map(rate).collect::<Vec<_>>()
        };
        // The middle of a step lies as many half-minutes in as it has minutes.
        let (whole, rest) = (STEP_MINUTES, column.duration % STEP_MINUTES);
        Self {
            whole: [false, true].map(|off| day(off, whole)),
            last: [false, true].map(|off| day(off, rest)),
        }
    }

    /// What a meeting costs that begins at each place of a day, the next day being as said.
    fn costs(&self, column: &Column<'_>, today: bool, tomorrow: bool, phase: i64) -> Vec<u64> {
        let [today, tomorrow] = [usize::from(today), usize::from(tomorrow)];
        let two_days = |rates: &'_ [Vec<Option<u64>>; 2]| {
            rates[today]
                .iter()
                .chain(&rates[tomorrow])
                .copied()
                .collect::<Vec<_>>()
        };
        let (whole, last) = (two_days(&self.whole), two_days(&self.last));
        // Sums from the day's beginning: of the rates, and of the steps that cannot be taken.
        let mut sums = vec![(0_u64, 0_u32)];
        sums.extend(whole.iter().scan((0, 0), |(sum, barred), rate| {
            *sum += rate.unwrap_or(0);
            *barred += u32::from(rate.is_none());
            Some((*sum, *barred))
        }));
        let steps = (column.duration / STEP_MINUTES) as usize;
        let rest = u64::from(column.duration % STEP_MINUTES);
        let cost = |minute: i64| {
            let first = usize::try_from(minute).unwrap_or(0) / STEP_MINUTES as usize;
            let (begin, end) = (sums.get(first)?, sums.get(first + steps)?);
            let rest = match rest {
                0 => 0,
                _ => (*last.get(first + steps)?)? * rest,
            };
            (begin.1 == end.1).then_some((end.0 - begin.0) * u64::from(STEP_MINUTES) + rest)
        };
        let starts = (phase..DAY_MINUTES).step_by(column.grid.step_minutes as usize);
        starts
            .map(|minute| cost(minute).unwrap_or(INFEASIBLE))
            .collect()
    }
}
