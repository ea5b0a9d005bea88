//! A series: a visit that comes again, as wall clocks in one zone, with what was changed of it.
//!
//! An occurrence is named by its original local start for good: a cancelled or moved one keeps
//! that name. Its instant is resolved from the wall clock it was meant for, never from a shifted
//! one. When visits take place for everybody is [`plan`](super::plan)'s business.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{BookingId, CityId, OfferId, PartnershipId, SeriesId, SlotId};
use super::plan::PlanKind;
use super::recurrence::{End, Rule, RuleError};
use super::words::words;
use super::zone::{Resolution, Resolved, Zone};

/// Most exceptions of a series.
pub const EXCEPTIONS_MAX: usize = super::recurrence::COUNT_MAX as usize;

words! {
    /// How far a series has come.
    SeriesStatus {
        /// Its visits are booked.
        Agreed = "agreed",
        /// Called off from some visit on, or all of it.
        Ended = "ended",
    }
}

words! {
    /// What became of one occurrence.
    OccurrenceState {
        /// It takes place.
        Standing = "standing",
        /// It was called off.
        Cancelled = "cancelled",
        /// It was left out when the series was agreed: its time was taken, or a holiday.
        LeftOut = "left_out",
    }
}

words! {
    /// How much of a series an edit means.
    Reach {
        /// The one occurrence.
        This = "this",
        /// It and all that come after it.
        Following = "following",
        /// All that are yet to come.
        All = "all",
    }
}

/// A series as it was agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// What its visits are of.
    pub offer_id: OfferId,
    /// The guests' city.
    pub city_id: CityId,
    /// Under which partnership it was agreed.
    pub partnership_id: Option<PartnershipId>,
    /// All the cities that meet.
    pub cities: Vec<CityId>,
    /// Whom the guests come from.
    pub organization: String,
    /// IANA name of the zone whose wall clock names its visits.
    pub zone: String,
    /// How often.
    pub rule: Rule,
    /// The first date that the rule may name.
    pub start: NaiveDate,
    /// By what its times were chosen.
    pub plan: PlanKind,
    /// Where it stands.
    pub status: SeriesStatus,
    /// The series that it goes on from.
    pub predecessor: Option<SeriesId>,
    /// Raised by each change.
    pub version: i64,
    /// When it was agreed.
    pub created_at: DateTime<Utc>,
}

/// One visit of a series as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesVisit {
    /// Its name for good: the local start that the rule meant.
    pub original: NaiveDateTime,
    /// What became of it.
    pub state: OccurrenceState,
    /// Its slot, where it has or had one.
    pub slot_id: Option<SlotId>,
    /// Its booking, where it has or had one.
    pub booking_id: Option<BookingId>,
    /// When its slot begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// When its slot ends.
    pub ends_at: Option<DateTime<Utc>>,
}

/// What was changed of one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exception {
    /// It does not take place.
    Cancelled,
    /// It takes place at another local start.
    Moved(NaiveDateTime),
}

/// One time at which a visit takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name for good: the local start that the rule meant.
    pub original: NaiveDateTime,
    /// The instant it begins, with the zone's offset.
    pub start: DateTime<FixedOffset>,
    /// How its wall clock was resolved.
    pub resolution: Resolution,
}

/// The times of a series, and what has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occurrences {
    /// The times, by original local start.
    pub times: Vec<Occurrence>,
    /// Those whose local day does not exist in the zone.
    pub missing: Vec<NaiveDateTime>,
}

/// An instant for a local start: moved forward by a gap's length, the first of two; `None` where
/// the whole day does not exist.
pub fn settle(zone: &Zone, local: NaiveDateTime) -> Option<(DateTime<FixedOffset>, Resolution)> {
    match zone.resolve(local) {
        Resolved::Exact(at) => Some((at, Resolution::Exact)),
        Resolved::Gap { shifted } => Some((shifted, Resolution::GapShifted)),
        Resolved::Fold { first, .. } => Some((first, Resolution::FoldFirst)),
        Resolved::DayMissing => None,
    }
}

/// The times of these local starts, with what was changed of them. An exception for a start that
/// is none of them says nothing.
pub fn occurrences(
    zone: &Zone,
    originals: impl IntoIterator<Item = NaiveDateTime>,
    exceptions: &BTreeMap<NaiveDateTime, Exception>,
) -> Occurrences {
    let mut all = Occurrences::default();
    for original in originals {
        let local = match exceptions.get(&original) {
            Some(Exception::Cancelled) => continue,
            Some(Exception::Moved(local)) => *local,
            None => original,
        };
        match settle(zone, local) {
            Some((start, resolution)) => all.times.push(Occurrence {
                original,
                start,
                resolution,
            }),
            None => all.missing.push(original),
        }
    }
    all
}

/// Cuts a rule in two for an edit of "this and following": what comes before `at`, where there is
/// anything, and a rule that starts with `at` and names what is left.
///
/// # Errors
/// Where the rule does not name `at`.
pub fn split(
    rule: &Rule,
    start: NaiveDate,
    at: NaiveDate,
) -> Result<(Option<Rule>, Rule), RuleError> {
    let dates = rule.dates(start)?;
    let index = dates
        .binary_search(&at)
        .map_err(|_| RuleError::Value("original_local_start"))?;
    let before = index.checked_sub(1).map(|last| Rule {
        end: End::Until(dates[last]),
        ..rule.clone()
    });
    let end = match rule.end {
        End::Count(_) => End::Count(u32::try_from(dates.len() - index).unwrap_or(u32::MAX)),
        until @ End::Until(_) => until,
    };
    let after = Rule {
        end,
        ..rule.clone()
    };
    Ok((before, after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::zone::ZoneData;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn daily(zone: &str, first: &str, count: u32) -> Occurrences {
        let zone = ZoneData::bundled().zone(zone).unwrap();
        let first = local(first);
        let rule: Rule = format!("FREQ=DAILY;COUNT={count}").parse().unwrap();
        let dates = rule.dates(first.date()).unwrap();
        let starts = dates.into_iter().map(|date| date.and_time(first.time()));
        occurrences(&zone, starts, &BTreeMap::new())
    }

    fn starts(found: &Occurrences) -> Vec<String> {
        let times = found.times.iter();
        times.map(|time| time.start.to_rfc3339()).collect()
    }

    #[test]
    fn a_gap_moves_one_occurrence_and_not_the_next() {
        let found = daily("America/Los_Angeles", "2027-03-13T02:30:00", 3);
        let expected = [
            "2027-03-13T02:30:00-08:00",
            "2027-03-14T03:30:00-07:00",
            "2027-03-15T02:30:00-07:00",
        ];
        assert_eq!(starts(&found), expected);
        assert_eq!(found.times[1].original, local("2027-03-14T02:30:00"));
        assert_eq!(found.times[1].resolution, Resolution::GapShifted);
    }

    #[test]
    fn midnight_gaps_lose_no_occurrence() {
        let found = daily("Africa/Cairo", "2027-04-29T00:30:00", 3);
        let expected = [
            "2027-04-29T00:30:00+02:00",
            "2027-04-30T01:30:00+03:00",
            "2027-05-01T00:30:00+03:00",
        ];
        assert_eq!(starts(&found), expected);
    }

    #[test]
    fn of_a_fold_the_first_is_taken() {
        let found = daily("America/Los_Angeles", "2027-11-07T01:30:00", 1);
        assert_eq!(starts(&found), ["2027-11-07T01:30:00-07:00"]);
        assert_eq!(found.times[0].resolution, Resolution::FoldFirst);
    }

    #[test]
    fn a_day_that_does_not_exist_is_said() {
        let found = daily("Pacific/Apia", "2011-12-29T09:00:00", 3);
        assert_eq!(found.times.len(), 2);
        assert_eq!(found.missing, [local("2011-12-30T09:00:00")]);
    }

    #[test]
    fn exceptions_go_by_the_original_start() {
        let zone = ZoneData::bundled().zone("Asia/Taipei").unwrap();
        let originals = [
            "2027-01-05T09:00:00",
            "2027-01-12T09:00:00",
            "2027-01-19T09:00:00",
        ];
        let exceptions = BTreeMap::from([
            (local(originals[0]), Exception::Cancelled),
            (
                local(originals[1]),
                Exception::Moved(local("2027-01-13T10:00:00")),
            ),
            (local("2027-02-01T09:00:00"), Exception::Cancelled),
        ]);
        let found = occurrences(&zone, originals.map(local), &exceptions);
        assert_eq!(
            starts(&found),
            ["2027-01-13T10:00:00+08:00", "2027-01-19T09:00:00+08:00"]
        );
        assert_eq!(found.times[0].original, local(originals[1]));
    }

    proptest! {
        #[test]
        fn cutting_a_series_neither_loses_nor_doubles_a_date(
            rule in prop::sample::select(vec![
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=30",
                "FREQ=MONTHLY;BYDAY=-1FR;COUNT=20",
                "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20310101",
                "FREQ=YEARLY;COUNT=5",
                "FREQ=DAILY;INTERVAL=3;UNTIL=20270601",
            ]),
            at in 0_usize..100,
        ) {
            let (rule, start): (Rule, NaiveDate) = (rule.parse().unwrap(), "2027-01-15".parse().unwrap());
            let dates = rule.dates(start).unwrap();
            let at = dates[at % dates.len()];
            let (before, after) = split(&rule, start, at).unwrap();
            let mut both = match before {
                Some(before) => before.dates(start).unwrap(),
                None => Vec::new(),
            };
            both.extend(after.dates(at).unwrap());
            prop_assert_eq!(both, dates);
        }
    }
}
