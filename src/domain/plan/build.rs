//! The plans themselves: which ways there are to hold a series, and each chosen one told.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, Utc};

use super::choose::{self, Chosen, Way, fair, least_total, worth};
use super::costs::Costs;
use super::{
    Alternative, Block, CityVisit, PREFERRED_MINUTE, PlanDate, PlanInput, PlanKind, Visit, local,
};
use crate::domain::burden::{Burden, CityTime};
use crate::domain::hours::{day_offset, tier};

/// A way to hold all visits on one city's clock.
struct FixedWay {
    /// Days from the calendar's date to that on the clock.
    shift: i64,
    minute: u32,
    costs: Vec<u64>,
}

/// Makes the plans of one series.
pub(super) struct Planner<'a> {
    pub(super) input: &'a PlanInput<'a>,
    pub(super) costs: &'a Costs<'a>,
    pub(super) dates: &'a [PlanDate],
}

impl Planner<'_> {
    /// Every plan that can be held, fair ones first.
    pub(super) fn all(&self) -> Vec<Alternative> {
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
        all.sort_by_cached_key(|plan: &Alternative| {
            let sums: Vec<u64> = plan.with_carried.iter().map(|sum| sum.parts()).collect();
            (worth(&sums), plan.clock_changes)
        });
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
        for index in 0..self.dates.len() {
            self.costs.add_at(&mut costs, clock, index, shift, minute)?;
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
            let (start, resolution) = self.costs.start(clock, index, *shift, *minute)?;
            let mut costs = vec![0; self.input.cities.len()];
            self.costs.add(&mut costs, index, start)?;
            let visit = Visit {
                original: local(planned.original, *shift, *minute)?,
                local_start: local(planned.date, *shift, *minute)?,
                starts_at: start,
                resolution,
                cities: self.in_cities(start, &costs, visits.last()),
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
        let date = self.costs.told(self.input.calendar, at).date_naive();
        let length = Duration::minutes(self.input.duration_minutes.into());
        let one = |(index, (city, cost)): (usize, (&CityTime, &u64))| {
            let (start, end) = (
                self.costs.told(index, at),
                self.costs.told(index, at + length),
            );
            let local = start.date_naive();
            let before = before.map(|visit| *visit.cities[index].start.offset());
            CityVisit {
                start,
                tier: tier(
                    &city.hours,
                    &city.workdays,
                    start.naive_local(),
                    end.naive_local(),
                ),
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
