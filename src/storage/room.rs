//! Where the visits of a slot take place, as far as it is the slot's own: what its host gave, and
//! the room that was made for it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{meeting_room, slot};
use super::types::AsText;
use super::{StorageError, Tx, View};
use crate::domain::id::{OfferId, SlotId};
use crate::domain::slot::SlotState;

/// A slot's own addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// What its host gave.
    pub given: Option<String>,
    /// The room that was made for it.
    pub made: Option<String>,
}

/// The slots' own addresses; one that has none is left out.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_slots(
    view: &mut View<'_>,
    slots: &[SlotId],
) -> Result<Vec<(SlotId, Room)>, StorageError> {
    type Row = (AsText<SlotId>, Option<String>, Option<String>);
    let mut found = Vec::new();
    // Databases bound how many values a statement has.
    for slots in slots.chunks(500) {
        let ids: Vec<String> = slots.iter().map(SlotId::to_string).collect();
        let rows: Vec<Row> = meeting_room::table
            .filter(meeting_room::slot_id.eq_any(ids))
            .load(view.conn)?;
        let room = |(id, given, made): Row| (id.0, Room { given, made });
        found.extend(rows.into_iter().map(room));
    }
    Ok(found)
}

/// A slot's own addresses.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_slot(view: &mut View<'_>, id: SlotId) -> Result<Room, StorageError> {
    let found = of_slots(view, &[id])?.pop();
    Ok(found.map(|(_, room)| room).unwrap_or_default())
}

/// Writes a slot's own addresses. Under its lock.
///
/// # Errors
/// Where the database cannot be used.
pub fn set(tx: &mut Tx<'_>, id: SlotId, room: &Room) -> Result<(), StorageError> {
    let columns = (
        meeting_room::given.eq(&room.given),
        meeting_room::made.eq(&room.made),
    );
    let known = meeting_room::table.filter(meeting_room::slot_id.eq(id.to_string()));
    if diesel::update(known).set(columns).execute(tx.conn)? == 0 {
        diesel::insert_into(meeting_room::table)
            .values((
                meeting_room::slot_id.eq(id.to_string()),
                meeting_room::given.eq(&room.given),
                meeting_room::made.eq(&room.made),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// The slots of an offer that are not over at `now` and not cancelled.
///
/// # Errors
/// Where the database cannot be used.
pub fn slots_to_come(
    view: &mut View<'_>,
    offer: OfferId,
    now: DateTime<Utc>,
) -> Result<Vec<SlotId>, StorageError> {
    let found: Vec<AsText<SlotId>> = slot::table
        .filter(slot::offer_id.eq(offer.to_string()))
        .filter(slot::ends_at.gt(now.naive_utc()))
        .filter(slot::state.ne(SlotState::Cancelled.as_str()))
        .order(slot::id)
        .select(slot::id)
        .load(view.conn)?;
    Ok(found.into_iter().map(|id| id.0).collect())
}
