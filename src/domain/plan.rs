//! Plans of a series: at which clock times it can be held, and what each plan costs each city.
//!
//! A series' dates are those of one city, the calendar. A plan gives each date a wall clock: one
//! city's for all of it, one for each combination of clock changes, or another in each block of
//! dates. What cannot be held is left out first; of the rest, the fair plan makes the burden of
//! the city that bears most least, then that of the next (leximax), past visits included, then
//! the number of times that the clock changes. Times are tried on a grid. The dates are
//! [`recurrence`](super::recurrence)'s, the measure is [`burden`](super::burden)'s.

mod build;
mod choose;
mod costs;

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use self::build::Planner;
use self::choose::worth;
use self::costs::Costs;
use super::burden::{Burden, CityTime};
use super::hours::Tier;
use super::series::settle;
use super::words::words;
use super::zone::Resolution;

/// Fewest cities of a plan.
pub const CITIES_MIN: usize = 2;
/// Most cities of a plan.
pub const CITIES_MAX: usize = 20;
/// Most dates times cities, which is what the work grows with.
pub const WORK_MAX: usize = 3_000;
/// How long a date may be moved away from holidays, in days.
const MOVE_MAX: u64 = 14;
/// The wall clock preferred among equals, in minutes: people like the morning.
const PREFERRED_MINUTE: u32 = 10 * 60;

words! {
    /// What is done with a date that is a holiday in one of the cities.
    HolidayRule {
        /// It is left out.
        Skip = "skip",
        /// The next day on which all cities work is taken, within two weeks.
        Move = "move",
        /// It is kept, and costs what a day off costs.
        Keep = "keep",
    }
}

words! {
    /// How long one clock is kept in a rotating plan.
    Block {
        /// Three months from March, June, September and December on.
        Season = "season",
        /// Three months from January, April, July and October on.
        Quarter = "quarter",
        /// One date: only for series whose dates are a month apart or more.
        Meeting = "meeting",
    }
}

words! {
    /// By what a plan's clock times were chosen.
    PlanKind {
        /// Fair, another clock in each block.
        Rotating = "rotating",
        /// Fair, one clock for each combination of the cities' clock changes.
        Seasonal = "seasonal",
        /// Fair as far as one city's clock that never moves can be.
        Fixed = "fixed",
        /// The least burden in sum, whoever bears it, in blocks.
        LeastTotal = "least_total",
        /// Best for one city, on its clock; then as fair to the others as that leaves.
        OneSided = "one_sided",
        /// The clock that was asked for.
        Asked = "asked",
    }
}

/// What is to be planned.
#[derive(Debug, Clone)]
pub struct PlanInput<'a> {
    /// The cities.
    pub cities: &'a [CityTime],
    /// What each has borne before.
    pub carried: &'a [Burden],
    /// The index of the city whose dates and clock are meant.
    pub calendar: usize,
    /// The dates there, in order.
    pub dates: &'a [NaiveDate],
    /// A wall clock there that somebody asks for.
    pub at: Option<NaiveTime>,
    /// Length of a visit.
    pub duration_minutes: u32,
    /// Minutes between the wall clocks that are tried: 15, 30 or 60.
    pub step_minutes: u32,
    /// What is done with holidays.
    pub holidays: HolidayRule,
    /// How long a rotating plan keeps a clock.
    pub block: Block,
}

/// A date of a series and the date on which it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanDate {
    /// What the rule named, and what the occurrence is known by.
    pub original: NaiveDate,
    /// Where it was moved to, or the same.
    pub date: NaiveDate,
}

/// A date that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What the rule named.
    pub date: NaiveDate,
    /// The indices of the cities that have a holiday; none where the day does not exist.
    pub cities: Vec<usize>,
}

/// Plans of one series side by side.
#[derive(Debug, Clone)]
pub struct Plans {
    /// The dates on which it takes place.
    pub dates: Vec<PlanDate>,
    /// Those left out.
    pub left_out: Vec<LeftOut>,
    /// The plans, fair ones first. A kind that cannot be held is missing.
    pub alternatives: Vec<Alternative>,
    /// Where there is no plan: for each city the number of dates on which it would be night there
    /// at the clock that hurts the fewest.
    pub nights: Vec<usize>,
}

/// One plan.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// By what it was chosen.
    pub kind: PlanKind,
    /// The index of the city on whose clock it is told.
    pub clock: usize,
    /// Its visits, by date.
    pub visits: Vec<Visit>,
    /// What each city bears in it.
    pub burden: Vec<Burden>,
    /// The same with what was carried over.
    pub with_carried: Vec<Burden>,
    /// How often the clock differs from that of the visit before.
    pub clock_changes: usize,
    /// Whether no fairer plan of its kind exists on the grid; else it is the best that was found.
    pub proven: bool,
}

/// One visit of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Its name for good: the local start on the plan's clock that the rule means.
    pub original: NaiveDateTime,
    /// The wall clock on the plan's clock for which it is booked; differs where it was moved.
    pub local_start: NaiveDateTime,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How the wall clock was resolved.
    pub resolution: Resolution,
    /// In each city.
    pub cities: Vec<CityVisit>,
}

/// A visit as one city has it.
#[derive(Debug, Clone, PartialEq)]
pub struct CityVisit {
    /// Its beginning there.
    pub start: DateTime<FixedOffset>,
    /// How its least pleasant minute feels.
    pub tier: Tier,
    /// Whether it falls on a holiday there.
    pub holiday: bool,
    /// What it costs.
    pub burden: Burden,
    /// Days between the date there and the calendar's.
    pub day_offset: i64,
    /// Whether this city's clock was moved since the visit before.
    pub clock_moved: bool,
}

/// Plans the series in every way.
///
/// Deterministic: equal inputs have equal plans.
pub fn plans(input: &PlanInput<'_>) -> Plans {
    let mut costs = Costs::new(input);
    let rough: Vec<PlanDate> = input
        .dates
        .iter()
        .map(|date| PlanDate {
            original: *date,
            date: *date,
        })
        .collect();
    costs.set_dates(&rough);
    let reference = reference(input, &costs);
    let (dates, left_out) = around_holidays(input, &costs, reference);
    costs.set_dates(&dates);

    let mut plans = Plans {
        nights: Vec::new(),
        alternatives: Vec::new(),
        left_out,
        dates,
    };
    if plans.dates.is_empty() {
        return plans;
    }
    let planner = Planner {
        input,
        costs: &costs,
        dates: &plans.dates,
    };
    let alternatives = planner.all();
    if alternatives.is_empty() {
        plans.nights = costs.nights_at(reference);
    }
    plans.alternatives = alternatives;
    plans
}

/// The wall clock at which the fewest visits are in somebody's night, then the fairest: what
/// date it is elsewhere on a date of the calendar is told by it, the same for every plan.
fn reference(input: &PlanInput<'_>, costs: &Costs<'_>) -> u32 {
    let at = |minute: &u32| {
        let nights = costs.nights_at(*minute).iter().sum::<usize>();
        let day = costs.sum_where_possible(*minute);
        (nights, worth(&day), minute.abs_diff(PREFERRED_MINUTE))
    };
    let minutes = (0..24 * 60).step_by(input.step_minutes.max(1) as usize);
    minutes.min_by_key(at).unwrap_or(PREFERRED_MINUTE)
}

/// What stays of the dates, and where to.
fn around_holidays(
    input: &PlanInput<'_>,
    costs: &Costs<'_>,
    reference: u32,
) -> (Vec<PlanDate>, Vec<LeftOut>) {
    let mut taken: BTreeSet<NaiveDate> = input.dates.iter().copied().collect();
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for &date in input.dates {
        let Some(there) = costs.dates_on(date, reference) else {
            left_out.push(LeftOut {
                date,
                cities: Vec::new(),
            });
            continue;
        };
        let local = || input.cities.iter().zip(&there).enumerate();
        let holidays: Vec<usize> = local()
            .filter(|(_, (city, date))| city.workdays.is_holiday(**date))
            .map(|(index, _)| index)
            .collect();
        let moved = match input.holidays {
            _ if holidays.is_empty() => Some(date),
            HolidayRule::Keep => Some(date),
            HolidayRule::Skip => None,
            HolidayRule::Move => (1..=MOVE_MAX).find_map(|days| {
                let later = date.checked_add_days(Days::new(days))?;
                let there = costs.dates_on(later, reference)?;
                let works =
                    |(city, date): (&CityTime, &NaiveDate)| !city.workdays.is_day_off(*date);
                let free = !taken.contains(&later) && input.cities.iter().zip(&there).all(works);
                free.then_some(later)
            }),
        };
        match moved {
            Some(moved) => {
                taken.insert(moved);
                kept.push(PlanDate {
                    original: date,
                    date: moved,
                });
            }
            None => left_out.push(LeftOut {
                date,
                cities: holidays,
            }),
        }
    }
    kept.sort_by_key(|kept| kept.date);
    (kept, left_out)
}

/// The wall clock so many days and minutes from a date's midnight.
fn local(date: NaiveDate, days: i64, minute: u32) -> Option<NaiveDateTime> {
    let date = date.checked_add_signed(Duration::days(days))?;
    Some(date.and_time(NaiveTime::MIN) + Duration::minutes(minute.into()))
}

#[cfg(test)]
mod tests;
