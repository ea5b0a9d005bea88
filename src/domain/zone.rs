//! Wall clocks and instants: the only place that knows a time zone database.
//!
//! A future visit is a promise about a wall clock, so a local time has to be resolved to an
//! instant, and twice a year that has no answer or two. [`Zone::resolve`] says which; nothing is
//! chosen in silence. Which local times are good hours is [`hours`](super::hours)' business, how
//! they are written is [`display`](super::display)'s.

mod data;

use std::sync::Arc;

use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, Timelike,
    Utc,
};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

pub use data::{Candidate, CityZoneError, UnknownZone, ZoneData, ZoneDataError};

use super::words::words;

/// The rules of one place's clock; cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone {
    name: Arc<str>,
    rules: TimeZone,
}

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Zone({})", self.name)
    }
}

/// What a local time means in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// It happens once.
    Exact(DateTime<FixedOffset>),
    /// It does not happen, because the clock is put forward across it.
    Gap {
        /// The local time moved forward by the gap's length (RFC 5545 3.3.5).
        shifted: DateTime<FixedOffset>,
    },
    /// It happens twice, because the clock is put back.
    Fold {
        /// The earlier instant, before the clock is put back.
        first: DateTime<FixedOffset>,
        /// The later instant.
        second: DateTime<FixedOffset>,
    },
    /// Its whole day does not happen: the zone moved across the date line.
    DayMissing,
}

words! {
    /// How a local time was resolved to an instant.
    Resolution {
        /// It happens once.
        Exact = "exact",
        /// It does not happen; the time moved forward by the gap's length was taken.
        GapShifted = "gap_shifted",
        /// It happens twice; the earlier was taken.
        FoldFirst = "fold_first",
        /// It happens twice; the later was taken.
        FoldSecond = "fold_second",
    }
}

/// A local time that has no single instant, with what a person may choose from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.advice())]
pub struct MustChoose {
    /// What can be chosen, earliest first; empty where the whole day does not happen.
    pub candidates: Vec<(Resolution, DateTime<FixedOffset>)>,
}

impl MustChoose {
    fn advice(&self) -> &'static str {
        match self.candidates.len() {
            0 => "That day does not exist there: the calendar skips it. Choose another day.",
            1 => "The clock is put forward then and skips that time. Choose another.",
            _ => "The clock is put back then, so that time comes twice. Say which one is meant.",
        }
    }
}

impl Resolved {
    /// The instant to use, given what a person chose.
    ///
    /// A time that happens once needs no choice and ignores one, which may be left over from
    /// another time in the same form.
    ///
    /// # Errors
    /// Where a choice is needed and was not made, or is none that is on offer.
    pub fn choose(
        self,
        choice: Option<Resolution>,
    ) -> Result<(DateTime<FixedOffset>, Resolution), MustChoose> {
        let candidates = match self {
            Self::Exact(at) => return Ok((at, Resolution::Exact)),
            Self::Gap { shifted } => vec![(Resolution::GapShifted, shifted)],
            Self::Fold { first, second } => {
                vec![
                    (Resolution::FoldFirst, first),
                    (Resolution::FoldSecond, second),
                ]
            }
            Self::DayMissing => vec![],
        };
        match candidates
            .iter()
            .find(|(resolution, _)| Some(*resolution) == choice)
        {
            Some(&(resolution, at)) => Ok((at, resolution)),
            None => Err(MustChoose { candidates }),
        }
    }
}

impl Resolved {
    /// The instant and how it was found, where nobody can be asked: what was chosen `before` is
    /// chosen again, and where there was nothing to choose the shifted time or the first one is
    /// taken (RFC 5545 3.3.5). `None` where the whole day does not happen.
    pub fn as_before(self, before: Resolution) -> Option<(DateTime<FixedOffset>, Resolution)> {
        match self {
            Self::Exact(at) => Some((at, Resolution::Exact)),
            Self::Gap { shifted } => Some((shifted, Resolution::GapShifted)),
            Self::Fold { second, .. } if before == Resolution::FoldSecond => {
                Some((second, Resolution::FoldSecond))
            }
            Self::Fold { first, .. } => Some((first, Resolution::FoldFirst)),
            Self::DayMissing => None,
        }
    }
}

impl Zone {
    fn new(name: &str, rules: TimeZone) -> Self {
        Self {
            name: name.into(),
            rules,
        }
    }

    /// Its IANA name, as it was asked for, in the database's spelling.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name to compare zones by, which is the same for a zone and all the links to it.
    ///
    /// It is the primary name by the rules of ECMA-402, from the list that jiff carries; a zone too
    /// new for that list is its own.
    pub fn canonical_name(&self) -> &str {
        self.rules.primary_iana_name().unwrap_or(&self.name)
    }

    /// Whether its name is kept for old programs while another one is preferred today. A zone too
    /// new to be in that list is no old link.
    fn is_old_link(&self) -> bool {
        self.rules
            .primary_iana_name()
            .is_some_and(|primary| primary != self.name())
    }

    /// What the clock shows at an instant.
    ///
    /// Beyond the years -9999 to 9999 it goes on with the offset at their edge.
    pub fn at(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        let offset = self.offset_at(instant);
        match instant.naive_utc().checked_add_offset(offset) {
            Some(_) => instant.with_timezone(&offset),
            // The last hours that chrono can count: their local time cannot be written.
            None => instant.fixed_offset(),
        }
    }

    /// The instant, or instants, at which the clock shows `local`.
    pub fn resolve(&self, local: NaiveDateTime) -> Resolved {
        match self.offsets(local) {
            AmbiguousOffset::Unambiguous { offset } => Resolved::Exact(pin(local, offset)),
            AmbiguousOffset::Gap { .. } if self.lacks(local.date()) => Resolved::DayMissing,
            AmbiguousOffset::Gap { before, .. } => Resolved::Gap {
                shifted: self.at(pin(local, before).to_utc()),
            },
            AmbiguousOffset::Fold { before, after } => {
                let (first, second) = (pin(local, before), pin(local, after));
                // Where rules change on the very day of a change of clocks, some readings of the
                // data see a fold that is none (Nuuk, 2023-10-28). The way back from the instant
                // has only one answer and decides.
                match (self.shows(first), self.shows(second)) {
                    (true, false) => Resolved::Exact(first),
                    (false, true) => Resolved::Exact(second),
                    _ => Resolved::Fold { first, second },
                }
            }
        }
    }

    /// The instants after `from` and before `to` at which the clock jumps.
    pub fn changes(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let second = chrono::Duration::seconds(1);
        self.rules
            .following(timestamp(from))
            .filter_map(|change| DateTime::from_timestamp(change.timestamp().as_second(), 0))
            .take_while(|change| *change < to)
            // Some entries only rename the zone's abbreviation.
            .filter(|change| {
                let before = change.checked_sub_signed(second).unwrap_or(*change);
                self.offset_at(before) != self.offset_at(*change)
            })
            .collect()
    }

    fn offset_at(&self, instant: DateTime<Utc>) -> FixedOffset {
        fixed(self.rules.to_offset(timestamp(instant)))
    }

    fn offsets(&self, local: NaiveDateTime) -> AmbiguousOffset {
        self.rules.to_ambiguous_timestamp(civil(local)).offset()
    }

    fn shows(&self, local: DateTime<FixedOffset>) -> bool {
        self.offset_at(local.to_utc()) == *local.offset()
    }

    /// Whether one gap swallows the whole of `date`.
    fn lacks(&self, date: NaiveDate) -> bool {
        let midnight = date.and_time(NaiveTime::MIN);
        let last_second = midnight + chrono::TimeDelta::seconds(86_399);
        let (start, end) = (self.offsets(midnight), self.offsets(last_second));
        matches!(start, AmbiguousOffset::Gap { .. }) && start == end
    }
}

/// `local` at this offset.
fn pin(local: NaiveDateTime, offset: Offset) -> DateTime<FixedOffset> {
    match local.and_local_timezone(fixed(offset)) {
        chrono::LocalResult::Single(at) => at,
        // The first or last hours that chrono can count: their instant cannot be written.
        _ => local.and_utc().fixed_offset(),
    }
}

fn fixed(offset: Offset) -> FixedOffset {
    // Zone files can hold offsets of a day and more, which no place has ever had.
    FixedOffset::east_opt(offset.seconds()).unwrap_or(Utc.fix())
}

/// The instant for jiff, whole seconds, kept within the years it knows.
fn timestamp(instant: DateTime<Utc>) -> Timestamp {
    let edge = if instant.timestamp() < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_second(instant.timestamp()).unwrap_or(edge)
}

/// The local time for jiff, whole seconds, kept within the years it knows.
fn civil(local: NaiveDateTime) -> jiff::civil::DateTime {
    let edge = match local.year() {
        ..0 => jiff::civil::DateTime::MIN,
        _ => jiff::civil::DateTime::MAX,
    };
    let narrow = |part: u32| i8::try_from(part).unwrap_or(i8::MAX);
    let Ok(year) = i16::try_from(local.year()) else {
        return edge;
    };
    jiff::civil::DateTime::new(
        year,
        narrow(local.month()),
        narrow(local.day()),
        narrow(local.hour()),
        narrow(local.minute()),
        narrow(local.second()),
        0,
    )
    .unwrap_or(edge)
}

#[cfg(test)]
mod tests;
