//! Waiting lists. How many wait is counted at the slot, by `seats`.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{slot, waiting};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::id::{CityId, SlotId, WaitingId};
use crate::domain::locale::Locale;
use crate::domain::waiting::{Waiting, WaitingState};

#[derive(Queryable)]
struct WaitingRow {
    id: AsText<WaitingId>,
    slot_id: AsText<SlotId>,
    place: i64,
    city_id: AsText<CityId>,
    organization: String,
    name: String,
    email: String,
    locale: AsText<Locale>,
    zone: String,
    seats: i32,
    state: AsText<WaitingState>,
    offered_until: Option<At>,
    created_at: At,
}

impl From<WaitingRow> for Waiting {
    fn from(row: WaitingRow) -> Self {
        Self {
            id: row.id.0,
            slot_id: row.slot_id.0,
            place: row.place,
            city_id: row.city_id.0,
            organization: row.organization,
            name: row.name,
            email: row.email,
            locale: row.locale.0,
            zone: row.zone,
            seats: row.seats,
            state: row.state.0,
            offered_until: row.offered_until.map(|at| at.0),
            created_at: row.created_at.0,
        }
    }
}

/// The party of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: WaitingId) -> Result<Option<Waiting>, StorageError> {
    let row: Option<WaitingRow> = waiting::table
        .filter(waiting::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Waiting::from))
}

/// The parties of a slot that stand in one of `states`, in the order of their joining.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_slot(
    view: &mut View<'_>,
    slot: SlotId,
    states: &[WaitingState],
) -> Result<Vec<Waiting>, StorageError> {
    let states: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
    let rows: Vec<WaitingRow> = waiting::table
        .filter(waiting::slot_id.eq(slot.to_string()))
        .filter(waiting::state.eq_any(states))
        .order(waiting::place)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Waiting::from).collect())
}

/// The first party that waits for a slot.
///
/// # Errors
/// Where the database cannot be used.
pub fn first(view: &mut View<'_>, slot: SlotId) -> Result<Option<Waiting>, StorageError> {
    let row: Option<WaitingRow> = waiting::table
        .filter(waiting::slot_id.eq(slot.to_string()))
        .filter(waiting::state.eq(WaitingState::Waiting.as_str()))
        .order(waiting::place)
        .first(view.conn)
        .optional()?;
    Ok(row.map(Waiting::from))
}

/// How many parties wait before this place.
///
/// # Errors
/// Where the database cannot be used.
pub fn before(view: &mut View<'_>, slot: SlotId, place: i64) -> Result<i64, StorageError> {
    Ok(waiting::table
        .filter(waiting::slot_id.eq(slot.to_string()))
        .filter(waiting::state.eq(WaitingState::Waiting.as_str()))
        .filter(waiting::place.lt(place))
        .count()
        .get_result(view.conn)?)
}

/// Adds a party.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Waiting) -> Result<(), StorageError> {
    diesel::insert_into(waiting::table)
        .values((
            waiting::id.eq(new.id.to_string()),
            waiting::slot_id.eq(new.slot_id.to_string()),
            waiting::place.eq(new.place),
            waiting::city_id.eq(new.city_id.to_string()),
            waiting::organization.eq(&new.organization),
            waiting::name.eq(&new.name),
            waiting::email.eq(&new.email),
            waiting::locale.eq(new.locale.tag()),
            waiting::zone.eq(&new.zone),
            waiting::seats.eq(new.seats),
            waiting::state.eq(new.state.as_str()),
            waiting::offered_until.eq(new.offered_until.map(|at| at.naive_utc())),
            waiting::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Moves a party from one state to another; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_state(
    tx: &mut Tx<'_>,
    id: WaitingId,
    from: WaitingState,
    to: WaitingState,
    offered_until: Option<DateTime<Utc>>,
) -> Result<bool, StorageError> {
    let there = waiting::id
        .eq(id.to_string())
        .and(waiting::state.eq(from.as_str()));
    let rows = diesel::update(waiting::table.filter(there))
        .set((
            waiting::state.eq(to.as_str()),
            waiting::offered_until.eq(offered_until.map(|at| at.naive_utc())),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Slots that have begun while parties still wait for them.
///
/// # Errors
/// Where the database cannot be used.
pub fn slots_begun(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<SlotId>, StorageError> {
    let slots: Vec<AsText<SlotId>> = slot::table
        .filter(slot::waiting.gt(0))
        .filter(slot::starts_at.le(now.naive_utc()))
        .select(slot::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(slots.into_iter().map(|id| id.0).collect())
}
