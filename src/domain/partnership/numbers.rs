//! What came of a partnership in numbers: visits and people a year, by track.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDateTime, Utc};

use crate::domain::host::Track;
use crate::domain::id::SlotId;

/// A party's part in a visit of a partnership that was not called off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The slot; parties in one slot are one visit.
    pub slot: SlotId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// The same on the host's clock.
    pub local_start: NaiveDateTime,
    /// The host's track.
    pub track: Track,
    /// How many people were to come.
    pub group_size: i32,
    /// How many came, where somebody has counted or marked them.
    pub came: Option<i32>,
}

impl Party {
    /// How many people it counts for: those who came where that is known, else those announced.
    pub fn people(&self) -> i64 {
        self.came.unwrap_or(self.group_size).max(0).into()
    }

    /// Whether it came, as far as is known.
    pub fn took_place(&self, now: DateTime<Utc>) -> bool {
        self.starts_at <= now && self.people() > 0
    }
}

/// Visits and people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Visits.
    pub visits: i64,
    /// People, over all visits.
    pub people: i64,
}

/// One year's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// The year on the hosts' clocks.
    pub year: i32,
    /// All of it.
    pub total: Count,
    /// By track, those without a visit left out.
    pub tracks: Vec<(Track, Count)>,
}

/// The numbers of each year with a visit until `now`, the latest first.
pub fn by_year(parties: &[Party], now: DateTime<Utc>) -> Vec<Year> {
    let mut years: BTreeMap<i32, BTreeMap<Track, (BTreeSet<SlotId>, i64)>> = BTreeMap::new();
    for party in parties.iter().filter(|party| party.took_place(now)) {
        let tracks = years.entry(party.local_start.year()).or_default();
        let (slots, people) = tracks.entry(party.track).or_default();
        slots.insert(party.slot);
        *people += party.people();
    }
    let count = |(slots, people): &(BTreeSet<SlotId>, i64)| Count {
        visits: i64::try_from(slots.len()).unwrap_or(i64::MAX),
        people: *people,
    };
    let year = |(year, tracks): (i32, BTreeMap<Track, (BTreeSet<SlotId>, i64)>)| {
        let tracks: Vec<(Track, Count)> = tracks
            .iter()
            .map(|(track, of)| (*track, count(of)))
            .collect();
        let total = tracks.iter().fold(Count::default(), |sum, (_, of)| Count {
            visits: sum.visits + of.visits,
            people: sum.people + of.people,
        });
        Year {
            year,
            total,
            tracks,
        }
    };
    years.into_iter().rev().map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;

    fn party(slot: u8, start: &str, track: Track, group: i32, came: Option<i32>) -> Party {
        let local_start: NaiveDateTime = start.parse().unwrap();
        Party {
            slot: SlotId::new(DateTime::UNIX_EPOCH, [slot; 10]),
            starts_at: local_start.and_utc(),
            local_start,
            track,
            group_size: group,
            came,
        }
    }

    #[test]
    fn parties_of_one_slot_are_one_visit_and_who_did_not_come_counts_for_nothing() {
        let now = "2026-11-24T12:00:00Z".parse().unwrap();
        let parties = [
            party(1, "2025-12-31T23:30:00", Track::Culture, 3, None),
            party(2, "2026-01-01T00:30:00", Track::Culture, 3, Some(5)),
            party(2, "2026-01-01T00:30:00", Track::Culture, 4, None),
            party(3, "2026-06-01T09:00:00", Track::Official, 2, Some(0)),
            party(4, "2026-06-02T09:00:00", Track::Education, 20, None),
            party(5, "2026-12-01T09:00:00", Track::Official, 9, None),
        ];
        let years = by_year(&parties, now);
        let count = |visits, people| Count { visits, people };
        assert_eq!(
            years,
            [
                Year {
                    year: 2026,
                    total: count(2, 29),
                    tracks: vec![
                        (Track::Education, count(1, 20)),
                        (Track::Culture, count(1, 9))
                    ],
                },
                Year {
                    year: 2025,
                    total: count(1, 3),
                    tracks: vec![(Track::Culture, count(1, 3))],
                },
            ]
        );
    }
}
