//! Plans of a series: at which clock times it can be held, and what each plan costs each city.
//!
//! A series' dates are those of one city, the calendar. A plan gives each date a wall clock: one
//! city's for all of it, one for each combination of clock changes, or another in each block of
//! dates. What cannot be held is left out first; of the rest, the fair plan makes the burden of
//! the city that bears most least, then that of the next (leximax), past visits included, then
//! the number of times that the clock changes. Times are tried on a grid. The dates are
//! [`recurrence`](super::recurrence)'s, the measure is [`burden`](super::burden)'s.

mod choose;
mod costs;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{
    DateTime, Datelike, Days, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc,
};

use self::choose::{Chosen, Way, fair, least_total, worth};
use self::costs::Costs;
use super::burden::{Burden, CityTime};
use super::hours::{Tier, day_offset, tier};
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

/// A way to hold all visits on one city's clock.
struct FixedWay {
    /// Days from the calendar's date to that on the clock.
    shift: i64,
    minute: u32,
    costs: Vec<u64>,
}

struct Planner<'a> {
    input: &'a PlanInput<'a>,
    costs: &'a Costs<'a>,
    dates: &'a [PlanDate],
}

impl Planner<'_> {
    fn all(&self) -> Vec<Alternative> {
        let calendar = self.input.calendar;
        let mut all = Vec::new();
        let rotation = self.blocks(|_, planned| self.block_of(planned.date));
        let seasons = self.blocks(|index, _| self.costs.offsets(index));
        let carried = self.carried();
        for (kind, blocks) in [
            (PlanKind::Rotating, &rotation),
            (PlanKind::Seasonal, &seasons),
        ] {
            let chosen = fair(&carried, &blocks.ways, &blocks.of);
            all.extend(chosen.and_then(|chosen| self.in_blocks(kind, blocks, &chosen)));
        }
        let fixed: Vec<Vec<FixedWay>> = (0..self.input.cities.len())
            .map(|clock| self.fixed_ways(clock))
            .collect();
        for (clock, ways) in fixed.iter().enumerate() {
            let best = ways.iter().min_by_key(|way| self.fair_key(way));
            all.extend(best.and_then(|way| self.fixed(PlanKind::Fixed, clock, way)));
        }
        let least = least_total(&rotation.ways, &rotation.of);
        all.extend(least.and_then(|least| self.in_blocks(PlanKind::LeastTotal, &rotation, &least)));
        for (clock, ways) in fixed.iter().enumerate() {
            let own = |way: &&FixedWay| (way.costs[clock], self.fair_key(way));
            let best = ways.iter().min_by_key(own);
            all.extend(best.and_then(|way| self.fixed(PlanKind::OneSided, clock, way)));
        }
        if let Some(asked) = self.input.at {
            let minute = asked.signed_duration_since(NaiveTime::MIN).num_minutes();
            let way = self.fixed_way(calendar, 0, minute as u32);
            all.extend(way.and_then(|way| self.fixed(PlanKind::Asked, calendar, &way)));
        }
        all
    }

    fn carried(&self) -> Vec<u64> {
        self.input
            .carried
            .iter()
            .map(|borne| borne.parts())
            .collect()
    }

    /// Orders ways on one clock from fair to unfair.
    fn fair_key(&self, way: &FixedWay) -> (Vec<u64>, u32) {
        let totals: Vec<u64> = self
            .carried()
            .iter()
            .zip(&way.costs)
            .map(|(carried, cost)| carried.saturating_add(*cost))
            .collect();
        (worth(&totals), way.minute.abs_diff(self.preferred()))
    }

    /// The wall clock preferred among those that cost the same.
    fn preferred(&self) -> u32 {
        let asked = self.input.at;
        asked.map_or(PREFERRED_MINUTE, |at| {
            at.signed_duration_since(NaiveTime::MIN).num_minutes() as u32
        })
    }

    /// Names the block of a rotating plan that a date belongs to.
    fn block_of(&self, date: NaiveDate) -> Vec<i32> {
        let months = 12 * date.year() + date.month0() as i32;
        match self.input.block {
            Block::Season => vec![(months + 1).div_euclid(3)],
            Block::Quarter => vec![months.div_euclid(3)],
            Block::Meeting => vec![date.num_days_from_ce()],
        }
    }

    /// Parts the dates into blocks by a name and finds each block's ways on the calendar's clock.
    fn blocks(&self, name: impl Fn(usize, &PlanDate) -> Vec<i32>) -> Blocks {
        let mut names = BTreeMap::new();
        let mut of = Vec::with_capacity(self.dates.len());
        for (index, planned) in self.dates.iter().enumerate() {
            let next = names.len();
            of.push(*names.entry(name(index, planned)).or_insert(next));
        }
        let mut members = vec![Vec::new(); names.len()];
        for (index, block) in of.iter().enumerate() {
            members[*block].push(index);
        }
        let ways = members.iter().map(|members| self.ways(members)).collect();
        Blocks { of, ways }
    }

    /// The ways to hold these visits at one wall clock of the calendar that are not worse than
    /// another one for every city.
    fn ways(&self, members: &[usize]) -> Vec<Way> {
        let mut ways: BTreeMap<Vec<u64>, u128> = BTreeMap::new();
        for (bit, minute) in self.minutes().enumerate() {
            if let Some(costs) = self.costs.sum(members, minute) {
                *ways.entry(costs).or_default() |= 1 << bit;
            }
        }
        choose::undominated(ways)
    }

    fn minutes(&self) -> impl Iterator<Item = u32> + use<> {
        (0..24 * 60).step_by(self.input.step_minutes.max(15) as usize)
    }

    /// The plan that holds each block in the way that was chosen for it.
    fn in_blocks(&self, kind: PlanKind, blocks: &Blocks, chosen: &Chosen) -> Option<Alternative> {
        let minutes: Vec<u32> = self.minutes().collect();
        let masks = chosen.clocks(&blocks.ways, &blocks.of);
        let preferred = self.preferred();
        let minute_of = |mask: u128| {
            let possible = minutes
                .iter()
                .enumerate()
                .filter(|(bit, _)| mask & (1 << bit) != 0);
            possible
                .map(|(_, minute)| *minute)
                .min_by_key(|minute| minute.abs_diff(preferred))
        };
        let clocks: Option<Vec<u32>> = masks.into_iter().map(minute_of).collect();
        let clocks = clocks?;
        let minutes = blocks.of.iter().map(|block| (0, clocks[*block])).collect();
        self.told(kind, self.input.calendar, minutes, chosen.proven)
    }

    fn fixed(&self, kind: PlanKind, clock: usize, way: &FixedWay) -> Option<Alternative> {
        let everywhere = vec![(way.shift, way.minute); self.dates.len()];
        self.told(kind, clock, everywhere, true)
    }

    /// Every way to hold all visits at one wall clock of a city.
    fn fixed_ways(&self, clock: usize) -> Vec<FixedWay> {
        let shifts = if clock == self.input.calendar {
            0..=0
        } else {
            -1..=1
        };
        let tried = shifts.flat_map(|shift| self.minutes().map(move |minute| (shift, minute)));
        tried
            .filter_map(|(shift, minute)| self.fixed_way(clock, shift, minute))
            .collect()
    }

    /// What it costs to hold all visits at this wall clock of a city; `None` where one of them
    /// would be in somebody's night, or on another date of the calendar.
    fn fixed_way(&self, clock: usize, shift: i64, minute: u32) -> Option<FixedWay> {
        let mut costs = vec![0_u64; self.input.cities.len()];
        for (index, planned) in self.dates.iter().enumerate() {
            let (start, _) = self.costs.start(clock, planned.date, shift, minute)?;
            self.costs.add(&mut costs, index, start.to_utc())?;
        }
        Some(FixedWay {
            shift,
            minute,
            costs,
        })
    }

    /// Tells a plan: for each date the days to that on the clock, and the minute of that day.
    fn told(
        &self,
        kind: PlanKind,
        clock: usize,
        times: Vec<(i64, u32)>,
        proven: bool,
    ) -> Option<Alternative> {
        let mut visits: Vec<Visit> = Vec::with_capacity(times.len());
        for (index, (planned, (shift, minute))) in self.dates.iter().zip(&times).enumerate() {
            let (start, resolution) = self.costs.start(clock, planned.date, *shift, *minute)?;
            let mut costs = vec![0; self.input.cities.len()];
            self.costs.add(&mut costs, index, start.to_utc())?;
            let visit = Visit {
                original: local(planned.original, *shift, *minute)?,
                local_start: local(planned.date, *shift, *minute)?,
                starts_at: start.to_utc(),
                resolution,
                cities: self.in_cities(start.to_utc(), &costs, visits.last()),
            };
            visits.push(visit);
        }
        let sum = |city: usize| visits.iter().map(|visit| visit.cities[city].burden).sum();
        let burden: Vec<Burden> = (0..self.input.cities.len()).map(sum).collect();
        let with_carried = burden.iter().zip(self.input.carried).map(|(a, b)| *a + *b);
        let changes = times.windows(2).filter(|pair| pair[0] != pair[1]).count();
        Some(Alternative {
            kind,
            clock,
            with_carried: with_carried.collect(),
            burden,
            visits,
            clock_changes: changes,
            proven,
        })
    }

    fn in_cities(
        &self,
        at: DateTime<Utc>,
        costs: &[u64],
        before: Option<&Visit>,
    ) -> Vec<CityVisit> {
        let calendar = self.input.cities.get(self.input.calendar);
        let date = calendar.map_or(at.date_naive(), |city| city.zone.at(at).date_naive());
        let length = Duration::minutes(self.input.duration_minutes.into());
        let one = |(index, (city, cost)): (usize, (&CityTime, &u64))| {
            let (start, end) = (city.zone.at(at), city.zone.at(at + length));
            let local = start.date_naive();
            let before = before.map(|visit| *visit.cities[index].start.offset());
            let by_clock = tier(&city.hours, start.naive_local(), end.naive_local());
            let at_office = by_clock == Tier::Office && !city.workdays.is_day_off(local);
            CityVisit {
                start,
                tier: if at_office {
                    Tier::Office
                } else {
                    by_clock.max(Tier::Reachable)
                },
                holiday: city.workdays.is_holiday(local),
                burden: Burden::from_parts(*cost),
                day_offset: day_offset(local, date),
                clock_moved: before.is_some_and(|before| before != *start.offset()),
            }
        };
        self.input
            .cities
            .iter()
            .zip(costs)
            .enumerate()
            .map(one)
            .collect()
    }
}

/// The dates in blocks, and each block's ways.
struct Blocks {
    /// The block of each date, numbered by first appearance.
    of: Vec<usize>,
    ways: Vec<Vec<Way>>,
}

/// The wall clock so many days and minutes from a date's midnight.
fn local(date: NaiveDate, days: i64, minute: u32) -> Option<NaiveDateTime> {
    let date = date.checked_add_signed(Duration::days(days))?;
    Some(date.and_time(NaiveTime::MIN) + Duration::minutes(minute.into()))
}

#[cfg(test)]
mod tests;
