//! The seats of a slot: taken by bookings, held for people who are booking, waited for.
//!
//! Whatever changes them locks the slot's row first, several of them by their ids, so that no two
//! transactions wait for each other crosswise; then one conditional update says whether it could.
//! The table's own checks refuse what would be too much even if all this were wrong.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::slot;
use super::{StorageError, Tx};
use crate::domain::id::SlotId;
use crate::domain::slot::SlotState;

/// Makes changes of these slots and of their bookings, holds and queues wait until this
/// transaction ends: what is read afterwards cannot be changed by another one.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock(tx: &mut Tx<'_>, slots: &[SlotId]) -> Result<(), StorageError> {
    let mut slots = slots.to_vec();
    slots.sort_unstable();
    slots.dedup();
    for id in slots {
        diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
            .set(slot::version.eq(slot::version + 1))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// How a booking may take its seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// As anybody: of an open slot whose host is not busy, while nobody waits.
    Openly,
    /// With seats that were held for it and are given up by this: those it gets for certain.
    Hold(i32),
    /// By the host's decision: also while others wait, or the host's calendar says busy.
    Host,
}

/// Takes `seats` of a slot that has not begun, if so many are left; says whether it did.
///
/// One conditional update: whoever comes second waits for the first's row lock and is then counted
/// against what the first has left.
///
/// # Errors
/// Where the database cannot be used.
pub fn take(
    tx: &mut Tx<'_>,
    id: SlotId,
    seats: i32,
    by: By,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let held = match by {
        By::Hold(held) => held,
        By::Openly | By::Host => 0,
    };
    let open = slot::state.eq(SlotState::Open.as_str());
    let closed = slot::state.eq(SlotState::Closed.as_str());
    let mut bookable = slot::table
        .filter(slot::id.eq(id.to_string()))
        .filter(slot::starts_at.gt(now.naive_utc()))
        .filter((slot::seats_taken + slot::seats_held + (seats - held)).le(slot::capacity))
        .select(slot::id)
        .into_boxed();
    // What is held is kept for its holder even if the host takes no further bookings or has become
    // busy.
    bookable = match by {
        By::Hold(held) if seats <= held => bookable.filter(open.or(closed)),
        By::Host => bookable.filter(open),
        By::Hold(_) | By::Openly => bookable
            .filter(open)
            .filter(slot::waiting.eq(0))
            .filter(slot::busy.eq(false)),
    };
    let found: Option<String> = bookable.first(tx.conn).optional()?;
    if found.is_none() {
        return Ok(false);
    }
    // Under the slot's lock nothing has changed since; the condition stands here again so that
    // even without it no seat is sold twice.
    let room = slot::id
        .eq(id.to_string())
        .and((slot::seats_taken + slot::seats_held + (seats - held)).le(slot::capacity));
    let rows = diesel::update(slot::table.filter(room))
        .set((
            slot::seats_taken.eq(slot::seats_taken + seats),
            slot::seats_held.eq(slot::seats_held - held),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Gives `seats` of a booking back.
///
/// # Errors
/// Where the database cannot be used, or fewer were taken.
pub fn give_back(tx: &mut Tx<'_>, id: SlotId, seats: i32) -> Result<(), StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
        .set(slot::seats_taken.eq(slot::seats_taken - seats))
        .execute(tx.conn)?;
    Ok(())
}

/// Keeps `seats` of an open slot that has not begun and whose host is not busy, if so many are left
/// and, unless it is for the first of the queue, nobody waits; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn hold(
    tx: &mut Tx<'_>,
    id: SlotId,
    seats: i32,
    for_queue: bool,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let most_waiting = if for_queue { i32::MAX } else { 0 };
    let holdable = slot::id
        .eq(id.to_string())
        .and(slot::state.eq(SlotState::Open.as_str()))
        .and(slot::busy.eq(false))
        .and(slot::starts_at.gt(now.naive_utc()))
        .and(slot::waiting.le(most_waiting))
        .and((slot::seats_taken + slot::seats_held + seats).le(slot::capacity));
    let rows = diesel::update(slot::table.filter(holdable))
        .set(slot::seats_held.eq(slot::seats_held + seats))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Keeps `seats` no longer.
///
/// # Errors
/// Where the database cannot be used, or fewer were held.
pub fn unhold(tx: &mut Tx<'_>, id: SlotId, seats: i32) -> Result<(), StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
        .set(slot::seats_held.eq(slot::seats_held - seats))
        .execute(tx.conn)?;
    Ok(())
}

/// Changes the number of seats, if no fewer than are taken or held; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn resize(tx: &mut Tx<'_>, id: SlotId, capacity: i32) -> Result<bool, StorageError> {
    let enough = slot::id
        .eq(id.to_string())
        .and((slot::seats_taken + slot::seats_held).le(capacity));
    let rows = diesel::update(slot::table.filter(enough))
        .set(slot::capacity.eq(capacity))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Moves a slot from one state to another; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_state(
    tx: &mut Tx<'_>,
    id: SlotId,
    from: &[SlotState],
    to: SlotState,
) -> Result<bool, StorageError> {
    let from: Vec<&str> = from.iter().map(|state| state.as_str()).collect();
    let there = slot::id.eq(id.to_string()).and(slot::state.eq_any(from));
    let rows = diesel::update(slot::table.filter(there))
        .set(slot::state.eq(to.as_str()))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Gives the next place of a slot's waiting list to one more party.
///
/// # Errors
/// Where the database cannot be used.
pub fn enqueue(tx: &mut Tx<'_>, id: SlotId) -> Result<i64, StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
        .set((
            slot::waiting.eq(slot::waiting + 1),
            slot::waited.eq(slot::waited + 1),
        ))
        .execute(tx.conn)?;
    Ok(slot::table
        .filter(slot::id.eq(id.to_string()))
        .select(slot::waited)
        .first(tx.conn)?)
}

/// Notes that parties wait no longer.
///
/// # Errors
/// Where the database cannot be used, or fewer waited.
pub fn dequeue(tx: &mut Tx<'_>, id: SlotId, parties: i32) -> Result<(), StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
        .set(slot::waiting.eq(slot::waiting - parties))
        .execute(tx.conn)?;
    Ok(())
}
