//! Which cities have to confirm a booking again, because new rules of a clock took it out of their
//! reachable hours.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::confirm_again;
use super::types::AsText;
use super::{StorageError, Tx, View};
use crate::domain::id::{BookingId, CityId};

/// Notes that a city has to confirm a booking again; says whether that is new.
///
/// # Errors
/// Where the database cannot be used.
pub fn ask(
    tx: &mut Tx<'_>,
    booking: BookingId,
    city: CityId,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    if of_booking(tx, booking)?.contains(&city) {
        return Ok(false);
    }
    diesel::insert_into(confirm_again::table)
        .values((
            confirm_again::booking_id.eq(booking.to_string()),
            confirm_again::city_id.eq(city.to_string()),
            confirm_again::asked_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(true)
}

/// The cities that have to confirm a booking again.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_booking(view: &mut View<'_>, booking: BookingId) -> Result<Vec<CityId>, StorageError> {
    let cities: Vec<AsText<CityId>> = confirm_again::table
        .filter(confirm_again::booking_id.eq(booking.to_string()))
        .order(confirm_again::city_id)
        .select(confirm_again::city_id)
        .load(view.conn)?;
    Ok(cities.into_iter().map(|id| id.0).collect())
}

/// The bookings that one of these cities has to confirm again, longest asked first.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_cities(
    view: &mut View<'_>,
    cities: &[CityId],
    limit: i64,
) -> Result<Vec<BookingId>, StorageError> {
    let cities: Vec<String> = cities.iter().map(CityId::to_string).collect();
    let bookings: Vec<AsText<BookingId>> = confirm_again::table
        .filter(confirm_again::city_id.eq_any(cities))
        .order((confirm_again::asked_at, confirm_again::booking_id))
        .select(confirm_again::booking_id)
        .limit(limit)
        .load(view.conn)?;
    let mut bookings: Vec<BookingId> = bookings.into_iter().map(|id| id.0).collect();
    bookings.dedup();
    Ok(bookings)
}

/// Forgets that these cities have to confirm a booking again.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget(tx: &mut Tx<'_>, booking: BookingId, cities: &[CityId]) -> Result<(), StorageError> {
    let cities: Vec<String> = cities.iter().map(CityId::to_string).collect();
    diesel::delete(confirm_again::table)
        .filter(confirm_again::booking_id.eq(booking.to_string()))
        .filter(confirm_again::city_id.eq_any(cities))
        .execute(tx.conn)?;
    Ok(())
}
