//! A visit in the clock of each city concerned: the one place that makes `local` values.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

use super::{App, Error};
use crate::domain::city::City;
use crate::domain::hours::{Tier, day_offset, tier};
use crate::domain::zone::{Zone, ZoneData};
use crate::storage::StorageError;

/// An interval as one city's clock shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalTime {
    /// The city.
    pub city: City,
    /// Its beginning there.
    pub start: DateTime<FixedOffset>,
    /// Its end there.
    pub end: DateTime<FixedOffset>,
    /// How the least pleasant minute of it feels there.
    pub tier: Tier,
    /// Days between the local date there and the one in the first city: 1 means the next day.
    pub day_offset: i64,
}

/// The interval in the clock of each city, the first of which is the one that others are told
/// relative to.
///
/// # Errors
/// Where a stored zone name is unknown to the zone data.
pub fn local_times(
    app: &App,
    cities: &[City],
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<Vec<LocalTime>, Error> {
    let mut first_date = None;
    let local = |city: &City| {
        let zone = zone_of(&app.zones, &city.zone)?;
        let (start, end) = (zone.at(starts_at), zone.at(ends_at));
        let date = start.date_naive();
        Ok(LocalTime {
            city: city.clone(),
            start,
            end,
            tier: tier(
                &city.hours,
                &city.workdays(),
                start.naive_local(),
                end.naive_local(),
            ),
            day_offset: day_offset(date, *first_date.get_or_insert(date)),
        })
    };
    cities.iter().map(local).collect()
}

/// The zone of a stored name.
///
/// # Errors
/// Where the zone data does not know it: it was entered under other data.
pub fn zone_of(zones: &ZoneData, name: &str) -> Result<Zone, Error> {
    Ok(zones
        .zone(name)
        .map_err(|error| StorageError::Unreadable(Box::new(error)))?)
}
