//! Which reminders of a visit have been decided.

use chrono::{DateTime, Duration, Utc};
use diesel::prelude::*;

use super::schema::{booking, reminder, slot};
use super::types::AsText;
use super::{StorageError, Tx, View};
use crate::domain::booking::BookingStatus;
use crate::domain::id::BookingId;

/// Visits that take place and begin after `now`, no later than `ahead` from it, and whose reminder so
/// long before has not been decided; the next one first.
///
/// # Errors
/// Where the database cannot be used.
pub fn due(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    ahead: Duration,
    limit: i64,
) -> Result<Vec<BookingId>, StorageError> {
    let decided = reminder::table
        .filter(reminder::booking_id.eq(booking::id))
        .filter(reminder::starts_at.eq(slot::starts_at))
        .filter(reminder::minutes_before.eq(minutes(ahead)))
        .select(reminder::booking_id);
    let ids: Vec<AsText<BookingId>> = booking::table
        .inner_join(slot::table)
        .filter(booking::status.eq(BookingStatus::Confirmed.as_str()))
        .filter(slot::starts_at.gt(now.naive_utc()))
        .filter(slot::starts_at.le((now + ahead).naive_utc()))
        .filter(diesel::dsl::not(diesel::dsl::exists(decided)))
        .order((slot::starts_at, booking::id))
        .select(booking::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Notes that a visit's reminder so long before its beginning has been decided; says whether that is
/// new. Another beginning is another reminder.
///
/// # Errors
/// Where the database cannot be used.
pub fn decide(
    tx: &mut Tx<'_>,
    id: BookingId,
    starts_at: DateTime<Utc>,
    ahead: Duration,
) -> Result<bool, StorageError> {
    let known: i64 = reminder::table
        .filter(reminder::booking_id.eq(id.to_string()))
        .filter(reminder::starts_at.eq(starts_at.naive_utc()))
        .filter(reminder::minutes_before.eq(minutes(ahead)))
        .count()
        .get_result(tx.conn)?;
    if known > 0 {
        return Ok(false);
    }
    diesel::insert_into(reminder::table)
        .values((
            reminder::booking_id.eq(id.to_string()),
            reminder::starts_at.eq(starts_at.naive_utc()),
            reminder::minutes_before.eq(minutes(ahead)),
        ))
        .execute(tx.conn)?;
    Ok(true)
}

/// How long before a visit a reminder is, as it is kept.
pub fn minutes(ahead: Duration) -> i32 {
    i32::try_from(ahead.num_minutes()).unwrap_or(i32::MAX)
}
