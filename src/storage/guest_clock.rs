//! What the guests' clock shows at each visit to come, so that new rules of that clock are noticed
//! though the instant stays.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{booking, guest_clock, slot};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::booking::BookingStatus;
use crate::domain::id::{BookingId, CityId};

/// A booking to come whose guests' clock was told by other zone data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToldOtherwise {
    /// The booking.
    pub booking: BookingId,
    /// The guests' city.
    pub city: CityId,
    /// When the visit begins.
    pub starts_at: DateTime<Utc>,
    /// The offset from UTC that was told, in seconds; `None` where none was kept yet.
    pub offset_seconds: Option<i32>,
}

/// Keeps what the guests' clock shows, in seconds from UTC, by this version of the zone data.
///
/// # Errors
/// Where the database cannot be used.
pub fn keep(
    tx: &mut Tx<'_>,
    booking: BookingId,
    offset_seconds: i32,
    version: &str,
) -> Result<(), StorageError> {
    let told = (
        guest_clock::offset_seconds.eq(offset_seconds),
        guest_clock::tzdb_version.eq(version),
    );
    let id = booking.to_string();
    let changed = diesel::update(guest_clock::table.filter(guest_clock::booking_id.eq(&id)))
        .set(told)
        .execute(tx.conn)?;
    if changed == 0 {
        diesel::insert_into(guest_clock::table)
            .values((guest_clock::booking_id.eq(&id), told))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// The offset from UTC, in seconds, that was kept for a booking.
///
/// # Errors
/// Where the database cannot be used.
pub fn offset(view: &mut View<'_>, booking: BookingId) -> Result<Option<i32>, StorageError> {
    Ok(guest_clock::table
        .filter(guest_clock::booking_id.eq(booking.to_string()))
        .select(guest_clock::offset_seconds)
        .first(view.conn)
        .optional()?)
}

/// Bookings that hold seats of slots beginning after `from` whose guests' clock was not told by this
/// `version`, in the order of their ids, those after `after` only.
///
/// # Errors
/// Where the database cannot be used.
pub fn told_otherwise(
    view: &mut View<'_>,
    version: &str,
    from: DateTime<Utc>,
    after: Option<BookingId>,
    limit: i64,
) -> Result<Vec<ToldOtherwise>, StorageError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let standing = [BookingStatus::Requested, BookingStatus::Confirmed];
    type Row = (AsText<BookingId>, AsText<CityId>, At, Option<i32>);
    let rows: Vec<Row> = booking::table
        .inner_join(slot::table)
        .left_join(guest_clock::table)
        .filter(booking::id.gt(after))
        .filter(booking::status.eq_any(standing.map(|status| status.as_str())))
        .filter(slot::starts_at.gt(from.naive_utc()))
        .filter(
            guest_clock::tzdb_version
                .is_null()
                .or(guest_clock::tzdb_version.ne(version)),
        )
        .order(booking::id)
        .limit(limit)
        .select((
            booking::id,
            booking::city_id,
            slot::starts_at,
            guest_clock::offset_seconds.nullable(),
        ))
        .load(view.conn)?;
    let one = |(booking, city, starts_at, offset_seconds): Row| ToldOtherwise {
        booking: booking.0,
        city: city.0,
        starts_at: starts_at.0,
        offset_seconds,
    };
    Ok(rows.into_iter().map(one).collect())
}
