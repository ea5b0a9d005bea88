//! All that says how the hours of a city feel, put together for the rules that ask.

use std::sync::Arc;

use super::local_time::zone_of;
use super::{App, Error};
use crate::domain::burden::{CityTime, Weights};
use crate::domain::city::City;

/// All that says how a moment feels in a city that weighs its hours as usual.
///
/// # Errors
/// Where the zone data no longer know the city's zone.
pub(super) fn city_time(app: &App, city: &City) -> Result<CityTime, Error> {
    Ok(CityTime {
        zone: zone_of(&app.zones, &city.zone)?,
        hours: city.hours,
        workdays: Arc::new(city.workdays()),
        weights: Weights::default(),
    })
}
