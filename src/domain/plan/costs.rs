//! What each visit costs each city at each time of its date, looked up rather than reckoned.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime, Timelike, Utc};

use super::{CityTime, PlanDate, PlanInput, local, settle};
use crate::domain::burden::{Burden, STEP_MINUTES, rate};
use crate::domain::zone::Resolution;

/// Minutes between the instants whose costs are kept. Every zone's offset is a multiple of it
/// today; a time between two of them is no candidate.
const SLOT_MINUTES: i64 = 15;
const DAY_MINUTES: usize = 24 * 60;
/// Stands for a time in the night of a city that has not agreed to it.
const NIGHT: u64 = u64::MAX;

/// The costs of a plan's visits, kept by date and time.
pub(super) struct Costs<'a> {
    cities: &'a [CityTime],
    calendar: usize,
    duration_minutes: u32,
    tellers: Vec<Teller<'a>>,
    days: Vec<Day>,
}

/// One date of the calendar.
struct Day {
    /// Its first instant; `None` where the day does not exist.
    begins_at: Option<DateTime<Utc>>,
    /// The next date's first instant.
    ends_at: DateTime<Utc>,
    /// Minutes from its first instant to midnight of this date on each city's clock, where that
    /// does not change near this date: then its wall clocks can be counted instead of resolved.
    steady: Vec<Option<i64>>,
    date: NaiveDate,
    slots: usize,
    /// For each slot, each city's cost.
    costs: Vec<u64>,
    /// Each city's offset at noon, in seconds.
    offsets: Vec<i32>,
}

impl<'a> Costs<'a> {
    pub(super) fn new(input: &PlanInput<'a>) -> Self {
        let margin = Duration::days(20);
        let instant =
            |date: Option<&NaiveDate>| date.map(|date| date.and_time(NaiveTime::MIN).and_utc());
        let first = instant(input.dates.first()).unwrap_or_default() - margin;
        let last = instant(input.dates.last()).unwrap_or_default() + margin;
        let teller = |city: &'a CityTime| Teller::new(city, input.duration_minutes, first, last);
        Self {
            cities: input.cities,
            calendar: input.calendar,
            duration_minutes: input.duration_minutes,
            tellers: input.cities.iter().map(teller).collect(),
            days: Vec::new(),
        }
    }

    /// Reckons the costs of these dates.
    pub(super) fn set_dates(&mut self, dates: &[PlanDate]) {
        let mut kept = std::mem::take(&mut self.days).into_iter().peekable();
        for planned in dates {
            while kept.peek().is_some_and(|day| day.date < planned.date) {
                kept.next();
            }
            let day = match kept.next_if(|day| day.date == planned.date) {
                Some(day) => day,
                None => self.day(planned.date),
            };
            self.days.push(day);
        }
    }

    fn day(&mut self, date: NaiveDate) -> Day {
        let zone = &self.cities[self.calendar].zone;
        let midnight =
            |date: NaiveDate| Some(settle(zone, date.and_time(NaiveTime::MIN))?.0.to_utc());
        let begins_at = midnight(date);
        let ends_at = date.succ_opt().and_then(midnight);
        let (Some(from), Some(to)) = (begins_at, ends_at) else {
            return Day::missing(date);
        };
        let slots = usize::try_from((to - from).num_minutes() / SLOT_MINUTES).unwrap_or(0);
        let mut costs = Vec::with_capacity(slots * self.cities.len());
        for slot in 0..slots {
            let at = from + Duration::minutes(SLOT_MINUTES * slot as i64);
            costs.extend(self.tellers.iter_mut().map(|teller| teller.cost(at)));
        }
        let midnight = date.and_time(NaiveTime::MIN).and_utc();
        let steady = |teller: &Teller<'_>| {
            let offset = teller.steady(from, to).filter(|offset| offset % 60 == 0)?;
            Some((midnight - Duration::seconds(offset.into()) - from).num_minutes())
        };
        let noon = from + (to - from) / 2;
        let offsets = self.tellers.iter().map(|teller| teller.offset_at(noon).1);
        Day {
            begins_at,
            ends_at: to,
            steady: self.tellers.iter().map(steady).collect(),
            date,
            slots,
            costs,
            offsets: offsets.collect(),
        }
    }

    /// When the visit of a date begins that is at so many minutes of a city's clock, so many days
    /// from the calendar's date; `None` where that is no time, or another date there.
    pub(super) fn start(
        &self,
        clock: usize,
        index: usize,
        shift: i64,
        minute: u32,
    ) -> Option<(DateTime<Utc>, Resolution)> {
        let day = &self.days[index];
        if let Some(midnight) = *day.steady.get(clock)? {
            let into = day.holds(minutes_into(midnight, shift, minute))?;
            let at = day.begins_at? + Duration::minutes(into);
            return Some((at, Resolution::Exact));
        }
        let (start, resolution) =
            settle(&self.cities[clock].zone, local(day.date, shift, minute)?)?;
        let at = start.to_utc();
        let within = day.begins_at? <= at && at < day.ends_at;
        within.then_some((at, resolution))
    }

    /// Adds to each city what the visit of a date costs at this wall clock; `None` where it is no
    /// such time, or in a night.
    pub(super) fn add_at(
        &self,
        sums: &mut [u64],
        clock: usize,
        index: usize,
        shift: i64,
        minute: u32,
    ) -> Option<()> {
        let day = &self.days[index];
        match *day.steady.get(clock)? {
            Some(midnight) => {
                let into = day.holds(minutes_into(midnight, shift, minute))?;
                self.add_into(sums, day, into)
            }
            None => {
                let (at, _) = self.start(clock, index, shift, minute)?;
                self.add(sums, index, at)
            }
        }
    }

    /// Adds to each city what the visit of a date costs at an instant; `None` in a night.
    pub(super) fn add(&self, sums: &mut [u64], index: usize, at: DateTime<Utc>) -> Option<()> {
        let day = &self.days[index];
        let into = (at - day.begins_at?).num_minutes();
        self.add_into(sums, day, into)
    }

    /// The same at so many minutes into a day.
    fn add_into(&self, sums: &mut [u64], day: &Day, into: i64) -> Option<()> {
        if into % SLOT_MINUTES != 0 {
            // A clock that shows other quarters of an hour than the calendar's: reckon.
            let at = day.begins_at? + Duration::minutes(into);
            for (sum, city) in sums.iter_mut().zip(self.cities) {
                *sum += city.burden(at, self.duration_minutes)?.parts();
            }
            return Some(());
        }
        let costs = day.at(
            usize::try_from(into / SLOT_MINUTES).ok()?,
            self.cities.len(),
        )?;
        for (sum, cost) in sums.iter_mut().zip(costs) {
            if *cost == NIGHT {
                return None;
            }
            *sum = sum.saturating_add(*cost);
        }
        Some(())
    }

    /// What it costs each city to hold these visits at a wall clock of the calendar; `None` where
    /// one of them would be in somebody's night.
    pub(super) fn sum(&self, members: &[usize], minute: u32) -> Option<Vec<u64>> {
        let mut sums = vec![0; self.cities.len()];
        for index in members {
            self.add_at(&mut sums, self.calendar, *index, 0, minute)?;
        }
        Some(sums)
    }

    /// The instant of a wall clock of the calendar on a date.
    fn on_calendar(&self, index: usize, minute: u32) -> Option<DateTime<Utc>> {
        Some(self.start(self.calendar, index, 0, minute)?.0)
    }

    /// For each city the number of dates on which it is night there at a wall clock of the
    /// calendar.
    pub(super) fn nights_at(&self, minute: u32) -> Vec<usize> {
        let mut nights = vec![0; self.cities.len()];
        self.each_at(minute, |city, cost| {
            nights[city] += usize::from(cost == NIGHT)
        });
        nights
    }

    /// What each city bears at a wall clock of the calendar on those dates where it is not night.
    pub(super) fn sum_where_possible(&self, minute: u32) -> Vec<u64> {
        let mut sums = vec![0_u64; self.cities.len()];
        self.each_at(minute, |city, cost| {
            if cost != NIGHT {
                sums[city] = sums[city].saturating_add(cost);
            }
        });
        sums
    }

    fn each_at(&self, minute: u32, mut told: impl FnMut(usize, u64)) {
        for (index, day) in self.days.iter().enumerate() {
            let slot = self.on_calendar(index, minute).zip(day.begins_at);
            let slot = slot.map(|(at, from)| (at - from).num_minutes() / SLOT_MINUTES);
            let slot = slot.and_then(|slot| usize::try_from(slot).ok());
            let costs = slot.and_then(|slot| day.at(slot, self.cities.len()));
            for (city, cost) in costs.unwrap_or_default().iter().enumerate() {
                told(city, *cost);
            }
        }
    }

    /// The date in each city when the calendar shows this date and time.
    pub(super) fn dates_on(&self, date: NaiveDate, minute: u32) -> Option<Vec<NaiveDate>> {
        let (at, _) = settle(&self.cities[self.calendar].zone, local(date, 0, minute)?)?;
        let there = |city: &CityTime| city.zone.at(at.to_utc()).date_naive();
        Some(self.cities.iter().map(there).collect())
    }

    /// What a city's clock shows when a visit of these dates begins or ends.
    pub(super) fn told(&self, city: usize, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let (_, offset) = self.tellers[city].offset_at(at);
        match FixedOffset::east_opt(offset) {
            Some(offset) => at.with_timezone(&offset),
            None => self.cities[city].zone.at(at),
        }
    }

    /// Each city's offset on a date, which names the combination of clock changes.
    pub(super) fn offsets(&self, index: usize) -> Vec<i32> {
        self.days[index].offsets.clone()
    }
}

impl Day {
    fn missing(date: NaiveDate) -> Self {
        Self {
            begins_at: None,
            ends_at: DateTime::UNIX_EPOCH,
            steady: Vec::new(),
            date,
            slots: 0,
            costs: Vec::new(),
            offsets: Vec::new(),
        }
    }

    /// These minutes from its first instant on, where they are before its end.
    fn holds(&self, into: i64) -> Option<i64> {
        let minutes = SLOT_MINUTES * i64::try_from(self.slots).ok()?;
        (0..minutes).contains(&into).then_some(into)
    }

    fn at(&self, slot: usize, cities: usize) -> Option<&[u64]> {
        let from = slot * cities;
        (slot < self.slots).then(|| self.costs.get(from..from + cities))?
    }
}

/// Minutes into a day at which a clock that is steady shows so many days and minutes after its
/// midnight.
fn minutes_into(midnight: i64, shift: i64, minute: u32) -> i64 {
    midnight + shift * DAY_MINUTES as i64 + i64::from(minute)
}

/// Tells one city's cost of a visit that begins at an instant.
struct Teller<'a> {
    city: &'a CityTime,
    duration_minutes: u32,
    /// From each of these instants on, this offset in seconds.
    offsets: Vec<(DateTime<Utc>, i32)>,
    /// Costs by minute of the local day and by whether its date and the next are days off.
    known: Vec<Option<u64>>,
}

impl<'a> Teller<'a> {
    fn new(
        city: &'a CityTime,
        duration_minutes: u32,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Self {
        let changes = city.zone.changes(from, to);
        let offset = |at: DateTime<Utc>| (at, city.zone.at(at).offset().local_minus_utc());
        Self {
            city,
            duration_minutes,
            offsets: [from].into_iter().chain(changes).map(offset).collect(),
            known: vec![None; 4 * DAY_MINUTES],
        }
    }

    /// The number of clock changes before an instant, and the offset then.
    fn offset_at(&self, at: DateTime<Utc>) -> (usize, i32) {
        let index = self.offsets.partition_point(|(from, _)| *from <= at);
        let index = index.saturating_sub(1);
        (index, self.offsets[index].1)
    }

    /// The offset between these instants, where the clock changes neither meanwhile nor so close
    /// before or behind that a local time of that stretch could come twice.
    fn steady(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Option<i32> {
        let margin = Duration::hours(60);
        let (first, last) = (self.offset_at(from - margin), self.offset_at(to + margin));
        (first.0 == last.0).then_some(first.1)
    }

    fn cost(&mut self, start: DateTime<Utc>) -> u64 {
        let (index, offset) = self.offset_at(start);
        let end = start + Duration::minutes(self.duration_minutes.into());
        if index != self.offset_at(end).0 || offset % 60 != 0 {
            // The clock changes meanwhile, or its minutes are not ours.
            let burden = self.city.burden(start, self.duration_minutes);
            return burden.map_or(NIGHT, Burden::parts);
        }
        let begins = start.naive_utc() + Duration::seconds(offset.into());
        let off =
            |date: Option<NaiveDate>| date.is_some_and(|date| self.city.workdays.is_day_off(date));
        let (today, next) = (off(Some(begins.date())), off(begins.date().succ_opt()));
        let minute = begins.time().hour() * 60 + begins.time().minute();
        let key = (2 * usize::from(today) + usize::from(next)) * DAY_MINUTES + minute as usize;
        *self.known[key].get_or_insert_with(|| {
            reckon(self.city, self.duration_minutes, minute, [today, next]).unwrap_or(NIGHT)
        })
    }
}

/// The cost of a visit from this minute of the local day on, while the clock does not change: the
/// same sum as [`CityTime::burden`].
fn reckon(city: &CityTime, duration_minutes: u32, minute: u32, off: [bool; 2]) -> Option<u64> {
    let day = 2 * DAY_MINUTES as u32;
    let (mut parts, mut into) = (0, 0);
    while into < duration_minutes {
        let step = STEP_MINUTES.min(duration_minutes - into);
        let middle = 2 * (minute + into) + step;
        let day_off = off[usize::from(middle >= day)];
        parts += rate(&city.hours, &city.weights, middle % day, day_off)? * u64::from(step);
        into += step;
    }
    Some(parts)
}
