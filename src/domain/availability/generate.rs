//! From rules to times: which visits begin when, for a stretch of dates.
//!
//! What is made for a date depends on the rules and on the two dates before it, never on where
//! the stretch begins or what was made before: that is what makes a rolling horizon stand still.

use chrono::{
    DateTime, Datelike, Days, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc,
};

use super::{Availability, DAY, HolidayRule, Span, monday_of, union};
use crate::domain::slot::end_of;
use crate::domain::workdays::Workdays;
use crate::domain::zone::{Resolution, Resolved, Zone};

/// What an offer's visits are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Length, in minutes of real time.
    pub duration_minutes: i32,
    /// Whether visits may overlap others of the host.
    pub overlap_allowed: bool,
}

/// A time that the rules mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedSlot {
    /// What the host's clock is to show.
    pub local_start: NaiveDateTime,
    /// The instant that this is.
    pub start: DateTime<FixedOffset>,
    /// The end.
    pub ends_at: DateTime<Utc>,
    /// How the wall clock was resolved.
    pub resolution: Resolution,
}

impl PlannedSlot {
    /// The beginning.
    pub fn starts_at(&self) -> DateTime<Utc> {
        self.start.to_utc()
    }
}

/// The times from one local date to another, both included, by their start.
///
/// A wall clock that is skipped moves forward by the gap, one that comes twice is the first, one of
/// a day that does not exist is left out. Of a date's times that would collide, those that need no
/// moving come first, then the earlier; no two are at one instant.
pub fn generate(
    rules: &Availability,
    shape: Shape,
    zone: &Zone,
    workdays: &Workdays,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<PlannedSlot> {
    if rules.is_empty() {
        return Vec::new();
    }
    // A week's limit counts from its Monday, whose first times may follow Friday's last.
    let first = monday_of(from)
        .checked_sub_days(Days::new(3))
        .unwrap_or(from);
    let maker = Maker::new(rules, shape, zone, workdays);
    let mut before: [Vec<PlannedSlot>; 2] = [Vec::new(), Vec::new()];
    let mut all: Vec<PlannedSlot> = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= to) {
        let of_date = maker.of_date(date);
        // Whether an earlier date's time was itself taken away does not matter: else each date
        // would depend on all before it.
        let free = |time: &&PlannedSlot| !before.iter().any(|one| maker.is_taken(one, time));
        all.extend(of_date.iter().filter(free));
        let [_, last] = before;
        before = [last, of_date];
    }
    all.sort_by_key(|time| time.start);
    limited(rules, all)
        .into_iter()
        .filter(|time| (from..=to).contains(&time.local_start.date()))
        .collect()
}

/// The first times of each date and week, as many as the limits let.
fn limited(rules: &Availability, times: Vec<PlannedSlot>) -> Vec<PlannedSlot> {
    let (per_day, per_week) = (rules.slots_per_day, rules.slots_per_week);
    if per_day.is_none() && per_week.is_none() {
        return times;
    }
    let (mut day, mut week) = ((NaiveDate::MIN, 0_u16), (NaiveDate::MIN, 0_u16));
    let mut kept = times;
    kept.sort_by_key(|time| time.local_start);
    kept.retain(|time| {
        let date = time.local_start.date();
        for (count, of) in [(&mut day, date), (&mut week, monday_of(date))] {
            if count.0 != of {
                *count = (of, 0);
            }
        }
        let fits =
            per_day.is_none_or(|most| day.1 < most) && per_week.is_none_or(|most| week.1 < most);
        if fits {
            day.1 += 1;
            week.1 += 1;
        }
        fits
    });
    kept.sort_by_key(|time| time.start);
    kept
}

struct Maker<'a> {
    rules: &'a Availability,
    shape: Shape,
    zone: &'a Zone,
    workdays: &'a Workdays,
    /// Between two starts that are tried.
    step: u16,
    /// Between the end of one visit and the beginning of the next.
    pause: Duration,
}

impl<'a> Maker<'a> {
    fn new(rules: &'a Availability, shape: Shape, zone: &'a Zone, workdays: &'a Workdays) -> Self {
        let pause = rules.buffer_before_minutes + rules.buffer_after_minutes;
        let whole = u16::try_from(shape.duration_minutes).unwrap_or(DAY) + pause;
        Self {
            rules,
            shape,
            zone,
            workdays,
            step: rules.step_minutes.unwrap_or(whole).max(1),
            pause: Duration::minutes(pause.into()),
        }
    }

    /// The times of the windows that begin on a date by their start, as if there were no other
    /// date.
    fn of_date(&self, date: NaiveDate) -> Vec<PlannedSlot> {
        let (mut kept, mut moved) = (Vec::new(), Vec::new());
        for span in self.spans(date) {
            self.try_starts(date, span, &mut kept, &mut moved);
        }
        // On the day of a clock change the ordinary times stay; what is moved finds room or not.
        for time in moved {
            if !self.is_taken(&kept, &time) {
                let place = kept.partition_point(|one| one.start < time.start);
                kept.insert(place, time);
            }
        }
        kept
    }

    /// The stretches of a date in order, apart from each other.
    fn spans(&self, date: NaiveDate) -> Vec<Span> {
        if let Some(spans) = self.rules.overrides.get(&date) {
            return union(spans.clone());
        }
        if self.rules.holidays == HolidayRule::Skip && self.workdays.is_holiday(date) {
            return Vec::new();
        }
        let make_up = self.workdays.is_make_up_workday(date);
        let open = self.rules.windows.iter().filter(|window| {
            (window.weekday == date.weekday() || (make_up && window.make_up_workdays))
                && window.season.is_none_or(|season| season.contains(date))
        });
        union(open.map(|window| window.span).collect())
    }

    fn try_starts(
        &self,
        date: NaiveDate,
        span: Span,
        kept: &mut Vec<PlannedSlot>,
        moved: &mut Vec<PlannedSlot>,
    ) {
        let midnight = date.and_time(NaiveTime::MIN);
        let at = |minute: u16| midnight + Duration::minutes(minute.into());
        let closes = self.last_instant(at(span.to));
        let duration = u16::try_from(self.shape.duration_minutes).unwrap_or(u16::MAX);
        let Some(last) = span.to.checked_sub(duration) else {
            return;
        };
        for minute in (span.from..=last).step_by(self.step.into()) {
            let Some(time) = self.resolve(at(minute)) else {
                continue;
            };
            // What the clock skips is moved as it is, even past the window's end.
            if time.resolution == Resolution::GapShifted {
                moved.push(time);
            } else if closes.is_some_and(|closes| closes < time.ends_at) {
                continue;
            } else if !kept.last().is_some_and(|last| self.collide(last, &time)) {
                kept.push(time);
            }
        }
    }

    fn resolve(&self, local_start: NaiveDateTime) -> Option<PlannedSlot> {
        let (start, resolution) = match self.zone.resolve(local_start) {
            Resolved::Exact(at) => (at, Resolution::Exact),
            Resolved::Gap { shifted } => (shifted, Resolution::GapShifted),
            Resolved::Fold { first, .. } => (first, Resolution::FoldFirst),
            Resolved::DayMissing => return None,
        };
        Some(PlannedSlot {
            local_start,
            start,
            ends_at: end_of(start, self.shape.duration_minutes),
            resolution,
        })
    }

    /// When a window that ends at this wall clock is over.
    fn last_instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self.zone.resolve(local) {
            Resolved::Exact(at) | Resolved::Gap { shifted: at } => Some(at.to_utc()),
            Resolved::Fold { second, .. } => Some(second.to_utc()),
            Resolved::DayMissing => None,
        }
    }

    /// Whether one of these times, which do not collide and are in order, is in the way.
    fn is_taken(&self, times: &[PlannedSlot], time: &PlannedSlot) -> bool {
        let place = times.partition_point(|one| one.start < time.start);
        let neighbours = [place.checked_sub(1), Some(place)].into_iter().flatten();
        neighbours
            .filter_map(|place| times.get(place))
            .any(|one| self.collide(one, time))
    }

    /// Whether the host cannot receive both.
    fn collide(&self, one: &PlannedSlot, other: &PlannedSlot) -> bool {
        if one.start == other.start {
            return true;
        }
        !self.shape.overlap_allowed
            && one.starts_at() < other.ends_at + self.pause
            && other.starts_at() < one.ends_at + self.pause
    }
}
