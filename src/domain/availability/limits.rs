//! What the rules say at the moment of booking: not too late, not too early, not too many.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, Utc};

use super::{Availability, monday_of};
use crate::domain::slot::Refusal;
use crate::domain::zone::Zone;

/// Bookings that an offer has in the local day and in the ISO week of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Booked {
    /// On its local date.
    pub day: i64,
    /// In its week.
    pub week: i64,
}

impl Booked {
    /// Counts for the slot that begins at `local_start` among what is booked, told as the local
    /// starts of the slots with the number of each one's bookings.
    pub fn of(local_start: NaiveDateTime, booked: &[(NaiveDateTime, i64)]) -> Self {
        let date = local_start.date();
        let count = |same: &dyn Fn(NaiveDate) -> bool| {
            let those = booked.iter().filter(|(start, _)| same(start.date()));
            those.map(|(_, bookings)| bookings).sum()
        };
        Self {
            day: count(&|other| other == date),
            week: count(&|other| monday_of(other) == monday_of(date)),
        }
    }
}

/// The wall clocks between which a week's slots begin, the second one excluded.
pub fn week_of(local_start: NaiveDateTime) -> (NaiveDateTime, NaiveDateTime) {
    let monday = monday_of(local_start.date());
    let next = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
    (monday.into(), next.into())
}

/// The last local date whose slots can be booked today.
pub fn furthest_day(rules: &Availability, zone: &Zone, now: DateTime<Utc>) -> NaiveDate {
    let today = zone.at(now).date_naive();
    let days = Days::new(rules.horizon_days.into());
    today.checked_add_days(days).unwrap_or(today)
}

/// Why the rules do not let a slot be booked now, if they do not.
pub fn refusal(
    rules: &Availability,
    zone: &Zone,
    starts_at: DateTime<Utc>,
    local_start: NaiveDateTime,
    booked: Booked,
    now: DateTime<Utc>,
) -> Option<Refusal> {
    let reached = |limit: Option<u16>, count: i64| limit.is_some_and(|most| count >= most.into());
    if starts_at < now + Duration::minutes(rules.notice_minutes.into()) {
        Some(Refusal::Notice)
    } else if local_start.date() > furthest_day(rules, zone, now) {
        Some(Refusal::TooEarly)
    } else if reached(rules.bookings_per_day, booked.day) {
        Some(Refusal::DayLimit)
    } else if reached(rules.bookings_per_week, booked.week) {
        Some(Refusal::WeekLimit)
    } else {
        None
    }
}
