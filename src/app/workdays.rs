//! The working days of cities, and all else that says how their hours feel.

use std::sync::Arc;

use super::local_time::zone_of;
use super::{App, Error};
use crate::domain::burden::{CityTime, Weights};
use crate::domain::city::City;
use crate::domain::workdays::Workdays;
use crate::storage::View;

/// The working days of a city: its weekend and its holidays.
///
/// # Errors
/// Where the database cannot be used.
pub(super) fn workdays(
    _app: &App,
    _view: &mut View<'_>,
    city: &City,
) -> Result<Arc<Workdays>, Error> {
    Ok(Arc::new(Workdays::new(city.hours.weekend, [])))
}

/// All that says how a moment feels in a city.
///
/// # Errors
/// Where the database cannot be used, or the zone data no longer know the city's zone.
pub(super) fn city_time(app: &App, view: &mut View<'_>, city: &City) -> Result<CityTime, Error> {
    Ok(CityTime {
        zone: zone_of(&app.zones, &city.zone)?,
        hours: city.hours,
        workdays: workdays(app, view, city)?,
        weights: Weights::default(),
    })
}
