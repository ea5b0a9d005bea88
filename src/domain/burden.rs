//! What an unsocial hour costs a city: the one measure by which times are ranked and the plans of
//! a series are compared.
//!
//! The rate at a moment is `d² + 16 at the edges of the day + 9 on a day off`, d being the hours
//! between that moment and the city's office hours; every term has a weight of its own for each
//! city. A meeting's burden is the rate's integral over it, in hours, by the midpoint rule in
//! steps of [`STEP_MINUTES`]. Integers throughout, so that equal plans compare equal and a sum
//! does not depend on its order. Who should bear it does not live here.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDateTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::hours::OfficeHours;
use super::workdays::Workdays;
use super::zone::Zone;

/// Length of a step of the integral, in minutes from the meeting's start.
pub const STEP_MINUTES: u32 = 5;

/// Minutes of the local day, in halves: the middle of a step may lie between two minutes.
const HALF_MINUTES_OF_DAY: u32 = 2 * 24 * 60;
/// From here to 07:00, and from 22:00 to [`NIGHT_FROM`], the edge's surcharge is due.
const NIGHT_UNTIL: u32 = 2 * 6 * 60;
/// From here on it is night: nobody meets then who has not agreed to it.
const NIGHT_FROM: u32 = 2 * 23 * 60;
const MORNING_EDGE_UNTIL: u32 = 2 * 7 * 60;
const EVENING_EDGE_FROM: u32 = 2 * 22 * 60;
/// Squared half-minutes of a squared hour.
const SQUARED_HOUR: u64 = 120 * 120;
/// Parts of a burden of 1: percent, squared half-minutes in a squared hour, minutes in an hour.
const PARTS: u64 = 100 * SQUARED_HOUR * 60;

/// How much of an unsocial hour one city, or several, bear. Ordered and exact.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Burden(u64);

impl Burden {
    /// No burden.
    pub const ZERO: Self = Self(0);

    /// A burden of so many exact parts, as [`Burden::parts`] gave them.
    pub fn from_parts(parts: u64) -> Self {
        Self(parts)
    }

    /// Its exact parts, for keeping.
    pub fn parts(self) -> u64 {
        self.0
    }

    /// As a number for people and programs: an hour two hours outside office hours is about 2.33.
    #[allow(clippy::cast_precision_loss, reason = "what is shown has two decimals")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }
}

impl fmt::Display for Burden {
    /// With two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.as_f64())
    }
}

impl Add for Burden {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Burden {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Burden {
    fn sum<I: Iterator<Item = Self>>(burdens: I) -> Self {
        burdens.fold(Self::ZERO, Add::add)
    }
}

/// How one city weighs its hours, in percent of the usual, and whether it meets at night at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// Of the hours before office hours.
    pub early: u16,
    /// Of the hours after office hours.
    pub late: u16,
    /// Of the surcharge from 06:00 to 07:00 and from 22:00 to 23:00 (usual: 16), which is due at
    /// night too.
    pub edge: u16,
    /// Of the surcharge on a weekend or holiday (usual: 9).
    pub day_off: u16,
    /// Whether times from 23:00 to 06:00 may be taken.
    pub night: bool,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            early: 100,
            late: 100,
            edge: 100,
            day_off: 100,
            night: false,
        }
    }
}

/// All that says how a moment feels in one city.
#[derive(Debug, Clone)]
pub struct CityTime {
    /// Its clock.
    pub zone: Zone,
    /// Its office hours.
    pub hours: OfficeHours,
    /// Its working days.
    pub workdays: Arc<Workdays>,
    /// How it weighs the rest.
    pub weights: Weights,
}

impl CityTime {
    /// What a meeting costs this city; `None` where part of it lies in a night that the city has
    /// not agreed to.
    pub fn burden(&self, start: DateTime<Utc>, duration_minutes: u32) -> Option<Burden> {
        let mut parts = 0;
        let mut minute = 0;
        while minute < duration_minutes {
            let step = STEP_MINUTES.min(duration_minutes - minute);
            let middle = start + Duration::seconds(i64::from(60 * minute + 30 * step));
            let rate = self.rate_at(self.zone.at(middle).naive_local())?;
            parts += rate * u64::from(step);
            minute += step;
        }
        Some(Burden(parts))
    }

    /// The parts of a burden that a minute costs at this moment of the local clock.
    fn rate_at(&self, local: NaiveDateTime) -> Option<u64> {
        let time = local.time();
        let half_minute = 2 * (time.hour() * 60 + time.minute()) + time.second() / 30;
        let day_off = self.workdays.is_day_off(local.date());
        rate(&self.hours, &self.weights, half_minute, day_off)
    }
}

/// The parts of a [`Burden`] that a minute costs at a moment of the local day, counted in half
/// minutes from midnight; `None` in a night that the city has not agreed to.
pub fn rate(
    hours: &OfficeHours,
    weights: &Weights,
    half_minute: u32,
    day_off: bool,
) -> Option<u64> {
    let night = !(NIGHT_UNTIL..NIGHT_FROM).contains(&half_minute);
    if night && !weights.night {
        return None;
    }
    let edge = !(MORNING_EDGE_UNTIL..EVENING_EDGE_FROM).contains(&half_minute);
    let surcharge = |due: bool, usual: u64, weight: u16| {
        if due {
            usual * u64::from(weight) * SQUARED_HOUR
        } else {
            0
        }
    };
    Some(
        distance(hours, weights, half_minute)
            + surcharge(edge, 16, weights.edge)
            + surcharge(day_off, 9, weights.day_off),
    )
}

/// The weighted square of the way to the office hours, back to their end or on to their next
/// beginning, whichever costs less.
fn distance(hours: &OfficeHours, weights: &Weights, half_minute: u32) -> u64 {
    let (start, end) = (
        2 * u32::from(hours.start_minute),
        2 * u32::from(hours.end_minute),
    );
    if start < end && (start..end).contains(&half_minute) {
        return 0;
    }
    let round = |way: u32| u64::from(way % HALF_MINUTES_OF_DAY);
    let early = round(start + HALF_MINUTES_OF_DAY - half_minute);
    let late = round(half_minute + HALF_MINUTES_OF_DAY - end % HALF_MINUTES_OF_DAY);
    (early * early * u64::from(weights.early)).min(late * late * u64::from(weights.late))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::zone::ZoneData;

    fn city(zone: &str) -> CityTime {
        CityTime {
            zone: ZoneData::bundled().zone(zone).unwrap(),
            hours: OfficeHours::default(),
            workdays: Arc::default(),
            weights: Weights::default(),
        }
    }

    fn burden(city: &CityTime, at: &str) -> Option<String> {
        let start = DateTime::parse_from_rfc3339(at).unwrap().to_utc();
        city.burden(start, 60).map(|burden| burden.to_string())
    }

    // Tuesdays in Los Angeles, PST unless said otherwise.
    #[rstest]
    #[case::office("2027-01-12T16:00:00-08:00", Some("0.00"))]
    #[case::half_an_hour_over("2027-01-12T16:30:00-08:00", Some("0.04"))]
    #[case::first_hour_over("2027-01-12T17:00:00-08:00", Some("0.33"))]
    #[case::second_hour_before("2027-01-12T07:00:00-08:00", Some("2.33"))]
    #[case::evening_edge("2027-01-12T22:00:00-08:00", Some("46.33"))]
    #[case::morning_edge("2027-01-12T06:00:00-08:00", Some("22.33"))]
    #[case::into_the_night("2027-01-12T22:05:00-08:00", None)]
    #[case::night("2027-01-12T03:00:00-08:00", None)]
    #[case::saturday("2027-01-16T10:00:00-08:00", Some("9.00"))]
    #[case::summer("2027-07-13T17:00:00-07:00", Some("0.33"))]
    fn an_hour_costs(#[case] at: &str, #[case] expected: Option<&str>) {
        let city = city("America/Los_Angeles");
        assert_eq!(burden(&city, at).as_deref(), expected);
    }

    #[test]
    fn each_city_weighs_for_itself() {
        let mut city = city("Asia/Taipei");
        city.weights.early = 200;
        city.weights.night = true;
        assert_eq!(
            burden(&city, "2027-01-12T07:00:00+08:00").as_deref(),
            Some("4.67")
        );
        assert_eq!(
            burden(&city, "2027-01-12T17:00:00+08:00").as_deref(),
            Some("0.33")
        );
        // Half past midnight is 7.5 hours after the office closes and 8.5 before it opens.
        assert_eq!(
            burden(&city, "2027-01-12T00:00:00+08:00").as_deref(),
            Some("72.33")
        );
    }

    #[test]
    fn a_meeting_that_is_no_whole_number_of_steps() {
        let city = city("Asia/Taipei");
        let at = DateTime::parse_from_rfc3339("2027-01-16T10:00:00+08:00").unwrap();
        let cost = city.burden(at.to_utc(), 7).unwrap();
        assert_eq!(cost.parts(), 9 * PARTS * 7 / 60);
    }
}
