//! When a host is busy by their own calendar: times, and nothing of what they are for.

use chrono::{DateTime, Duration, Utc};

use super::ics::busy::Unreadable;
use super::words::words;

/// A time that is taken up elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BusyTime {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

/// Times in order, those that touch or overlap made one.
pub fn merged(mut times: Vec<BusyTime>) -> Vec<BusyTime> {
    times.sort_unstable();
    let mut merged: Vec<BusyTime> = Vec::new();
    for time in times {
        match merged.last_mut() {
            Some(last) if time.starts_at <= last.ends_at => {
                last.ends_at = last.ends_at.max(time.ends_at);
            }
            _ => merged.push(time),
        }
    }
    merged
}

/// Whether one of `times`, which are [`merged`], overlaps the interval. What only touches it does
/// not.
pub fn is_busy(times: &[BusyTime], starts_at: DateTime<Utc>, ends_at: DateTime<Utc>) -> bool {
    let first = times.partition_point(|time| time.ends_at <= starts_at);
    times
        .get(first)
        .is_some_and(|time| time.starts_at < ends_at)
}

words! {
    /// Why a calendar was not read.
    CalendarFault {
        /// Its address leads nowhere, or where we do not go.
        Address = "address",
        /// No connection, or none that can be trusted.
        Connect = "connect",
        /// It took too long.
        Slow = "slow",
        /// The server said no, or sent us on too often.
        Refused = "refused",
        /// There is no calendar at the address any more, or it is not for us.
        Gone = "gone",
        /// It is larger than we read.
        TooLarge = "too_large",
        /// It holds more than we read.
        TooMany = "too_many",
        /// It is no calendar.
        NotACalendar = "not_a_calendar",
        /// Its address cannot be read any more, because the installation's key was changed.
        Sealed = "sealed",
    }
}

impl From<Unreadable> for CalendarFault {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::TooLarge => Self::TooLarge,
            Unreadable::TooMany => Self::TooMany,
            Unreadable::NotACalendar => Self::NotACalendar,
        }
    }
}

/// Longest wait after failures.
const BACK_OFF_MAX: Duration = Duration::hours(6);

/// How long to wait for the next look: `every`, twice as long after each failure in a row, within a
/// tenth by `chance` (0 to 255), so that calendars entered together are not asked together.
pub fn wait(every: Duration, failures: i32, chance: u8) -> Duration {
    let doublings = u32::try_from(failures.clamp(0, 10)).unwrap_or(0);
    let plain = every * i32::try_from(2_u32.pow(doublings)).unwrap_or(i32::MAX);
    let plain = plain.min(BACK_OFF_MAX.max(every));
    plain * (920 + i32::from(chance) * 160 / 255) / 1_000
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).unwrap()
    }

    fn time(from: i64, to: i64) -> BusyTime {
        BusyTime {
            starts_at: at(from),
            ends_at: at(to),
        }
    }

    proptest! {
        #[test]
        fn busy_is_what_overlaps_some_time(
            times in prop::collection::vec((0_i64..200, 1_i64..40), 0..20),
            start in -10_i64..250,
            length in 1_i64..60,
        ) {
            let times: Vec<_> = times.iter().map(|(from, long)| time(*from, from + long)).collect();
            let (from, to) = (at(start), at(start + length));
            let brute = times.iter().any(|t| t.starts_at < to && t.ends_at > from);
            let merged = merged(times);
            prop_assert_eq!(is_busy(&merged, from, to), brute);
            prop_assert!(merged.windows(2).all(|two| two[0].ends_at < two[1].starts_at));
        }

        #[test]
        fn waits_grow_and_have_an_end(failures in -1_i32..100, chance: u8) {
            let every = Duration::minutes(15);
            let waited = wait(every, failures, chance);
            prop_assert!(waited >= every * 9 / 10 && waited <= BACK_OFF_MAX * 11 / 10);
            prop_assert!(wait(every, failures + 1, chance) >= waited);
        }
    }
}
