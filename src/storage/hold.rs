//! Holds: seats that are kept for minutes while somebody fills in a form, or for hours for the
//! first of a waiting list. The numbers at the slot are `seats`'s.

use chrono::{DateTime, Utc};
use diesel::dsl::sum;
use diesel::prelude::*;

use super::schema::hold;
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::id::{SlotId, WaitingId};

/// Seats that are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The hash of its token, which is told to its holder alone.
    pub token_hash: String,
    /// The slot.
    pub slot_id: SlotId,
    /// How many seats.
    pub seats: i32,
    /// The hash of the holder's browser session.
    pub session: String,
    /// The hash of the holder's network address.
    pub address: String,
    /// The party of the waiting list that it is kept for, where it is.
    pub waiting_id: Option<WaitingId>,
    /// When it ends unless it is renewed.
    pub expires_at: DateTime<Utc>,
    /// Until when it can be renewed.
    pub renewable_until: DateTime<Utc>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

#[derive(Queryable)]
struct HoldRow {
    token_hash: String,
    slot_id: AsText<SlotId>,
    seats: i32,
    session: String,
    address: String,
    waiting_id: Option<AsText<WaitingId>>,
    expires_at: At,
    renewable_until: At,
    created_at: At,
}

impl From<HoldRow> for Hold {
    fn from(row: HoldRow) -> Self {
        Self {
            token_hash: row.token_hash,
            slot_id: row.slot_id.0,
            seats: row.seats,
            session: row.session,
            address: row.address,
            waiting_id: row.waiting_id.map(|id| id.0),
            expires_at: row.expires_at.0,
            renewable_until: row.renewable_until.0,
            created_at: row.created_at.0,
        }
    }
}

/// The hold of this token, also one that has just expired and was not swept yet.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_token(view: &mut View<'_>, token_hash: &str) -> Result<Option<Hold>, StorageError> {
    let row: Option<HoldRow> = hold::table
        .filter(hold::token_hash.eq(token_hash))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Hold::from))
}

/// Adds a hold.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Hold) -> Result<(), StorageError> {
    diesel::insert_into(hold::table)
        .values((
            hold::token_hash.eq(&new.token_hash),
            hold::slot_id.eq(new.slot_id.to_string()),
            hold::seats.eq(new.seats),
            hold::session.eq(&new.session),
            hold::address.eq(&new.address),
            hold::waiting_id.eq(new.waiting_id.map(|id| id.to_string())),
            hold::expires_at.eq(new.expires_at.naive_utc()),
            hold::renewable_until.eq(new.renewable_until.naive_utc()),
            hold::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Changes until when a hold keeps its seats, and how many.
///
/// # Errors
/// Where the database cannot be used.
pub fn renew(
    tx: &mut Tx<'_>,
    token_hash: &str,
    seats: i32,
    expires_at: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::update(hold::table.filter(hold::token_hash.eq(token_hash)))
        .set((
            hold::seats.eq(seats),
            hold::expires_at.eq(expires_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Removes a hold; says whether it was there.
///
/// # Errors
/// Where the database cannot be used.
pub fn remove(tx: &mut Tx<'_>, token_hash: &str) -> Result<bool, StorageError> {
    let rows = diesel::delete(hold::table.filter(hold::token_hash.eq(token_hash)));
    Ok(rows.execute(tx.conn)? == 1)
}

/// The holds of a slot that have expired.
///
/// # Errors
/// Where the database cannot be used.
pub fn expired(
    view: &mut View<'_>,
    slot: SlotId,
    now: DateTime<Utc>,
) -> Result<Vec<Hold>, StorageError> {
    let rows: Vec<HoldRow> = hold::table
        .filter(hold::slot_id.eq(slot.to_string()))
        .filter(hold::expires_at.le(now.naive_utc()))
        .order((hold::expires_at, hold::token_hash))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Hold::from).collect())
}

/// Every hold of a slot.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_slot(view: &mut View<'_>, slot: SlotId) -> Result<Vec<Hold>, StorageError> {
    let rows: Vec<HoldRow> = hold::table
        .filter(hold::slot_id.eq(slot.to_string()))
        .order((hold::expires_at, hold::token_hash))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Hold::from).collect())
}

/// The hold that is kept for a party of the waiting list.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_waiting(view: &mut View<'_>, id: WaitingId) -> Result<Option<Hold>, StorageError> {
    let row: Option<HoldRow> = hold::table
        .filter(hold::waiting_id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Hold::from))
}

/// How many holds a session and an address keep at `now`, and how many seats the address keeps.
///
/// # Errors
/// Where the database cannot be used.
pub fn kept(
    view: &mut View<'_>,
    session: &str,
    address: &str,
    now: DateTime<Utc>,
) -> Result<(i64, i64, i64), StorageError> {
    let alive = hold::expires_at
        .gt(now.naive_utc())
        .and(hold::waiting_id.is_null());
    let of_session: i64 = hold::table
        .filter(hold::session.eq(session))
        .filter(alive)
        .count()
        .get_result(view.conn)?;
    let of_address: i64 = hold::table
        .filter(hold::address.eq(address))
        .filter(alive)
        .count()
        .get_result(view.conn)?;
    let seats: Option<i64> = hold::table
        .filter(hold::address.eq(address))
        .filter(alive)
        .select(sum(hold::seats))
        .first(view.conn)?;
    Ok((of_session, of_address, seats.unwrap_or(0)))
}

/// Slots with holds that have expired.
///
/// # Errors
/// Where the database cannot be used.
pub fn slots_to_sweep(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<SlotId>, StorageError> {
    let slots: Vec<AsText<SlotId>> = hold::table
        .filter(hold::expires_at.le(now.naive_utc()))
        .select(hold::slot_id)
        .distinct()
        .limit(limit)
        .load(view.conn)?;
    Ok(slots.into_iter().map(|id| id.0).collect())
}
