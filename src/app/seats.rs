//! The seats of slots as every change of them goes about it: [`open`] them, change them,
//! [`settle`] them.
//!
//! Opening locks the slots in the order of their ids and ends the holds that have expired, so an
//! expired hold never blocks; settling offers what is free to those who wait and tells the world
//! how the slot stands now. In between nobody else can touch these slots or their bookings.

use super::slot::{publish, reload};
use super::{App, Error, waiting};
use crate::domain::event::EventKind;
use crate::domain::id::SlotId;
use crate::domain::person::Actor;
use crate::domain::waiting::WaitingState;
use crate::storage::hold::Hold;
use crate::storage::{self, Tx};

/// Locks these slots until the transaction ends, and ends their expired holds; says whether there
/// were any. Each slot must be settled afterwards.
pub(super) fn open(app: &App, tx: &mut Tx<'_>, slots: &[SlotId]) -> Result<bool, Error> {
    storage::seats::lock(tx, slots)?;
    let mut ended = false;
    for slot in slots {
        for hold in storage::hold::expired(tx, *slot, app.now())? {
            end(tx, &hold, WaitingState::Passed)?;
            ended = true;
        }
    }
    Ok(ended)
}

/// Ends a hold whose seats were not booked; a party that it was kept for stands in `then`.
pub(super) fn end(tx: &mut Tx<'_>, hold: &Hold, then: WaitingState) -> Result<(), Error> {
    if storage::hold::remove(tx, &hold.token_hash)? {
        storage::seats::unhold(tx, hold.slot_id, hold.seats)?;
        if let Some(id) = hold.waiting_id {
            storage::waiting::set_state(tx, id, WaitingState::Offered, then, None)?;
        }
    }
    Ok(())
}

/// Offers the free seats of a slot to those who wait, then tells what happened to it.
pub(super) fn settle(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: SlotId,
    kind: EventKind,
) -> Result<(), Error> {
    waiting::offer_free_seats(app, tx, slot)?;
    let (slot, offer, host) = storage::slot::by_id(tx, slot)?.ok_or(Error::NotFound("slot"))?;
    let city = storage::city::by_ids(tx, &[host.city_id])?.pop();
    let city = city.ok_or(Error::NotFound("city"))?;
    publish(app, tx, actor, kind, &slot, &offer, &city)
}

/// Ends every hold and the waiting list of a slot that takes place no longer or has begun.
pub(super) fn end_all(tx: &mut Tx<'_>, slot: SlotId) -> Result<(), Error> {
    for hold in storage::hold::of_slot(tx, slot)? {
        end(tx, &hold, WaitingState::Ended)?;
    }
    let waiting = storage::waiting::of_slot(tx, slot, &[WaitingState::Waiting])?;
    for party in &waiting {
        let (from, to) = (WaitingState::Waiting, WaitingState::Ended);
        storage::waiting::set_state(tx, party.id, from, to, None)?;
    }
    let parties = reload(tx, slot)?.waiting;
    Ok(storage::seats::dequeue(tx, slot, parties)?)
}
