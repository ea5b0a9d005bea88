//! Where visits take place: what a host gave for a slot, else for its offer, else a room that is
//! made by the installation's scheme when the first visit of the slot is confirmed.
//!
//! An address is told to attendees and to the host's people, nobody else. It hangs on the slot, not
//! on the booking: parties of one slot visit the same host at the same time.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::access::require;
use super::{App, Conflict, Error, booking, offer};
use crate::domain::host::Host;
use crate::domain::id::{OfferId, SlotId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::slot::{Slot, SlotState};
use crate::storage::room::Room;
use crate::storage::slot::SlotOfOffer;
use crate::storage::{self, Tx, View};

/// What its host is told of where a slot or an offer takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The address that its host gave for it.
    pub given: Option<String>,
    /// Where it takes place: `given`, or what stands where nothing was given. For an offer without
    /// an address, nothing: each of its slots has a room of its own, or none.
    pub address: Option<String>,
    /// Bookings whose attendees were told of a change.
    pub told: usize,
}

/// The address that counts among those there are.
fn chosen(room: &Room, offer: &Offer) -> Option<String> {
    let given = room.given.as_ref().or(offer.meeting_url.as_ref());
    given.or(room.made.as_ref()).cloned()
}

/// Where the visits of a slot take place, as far as that is known yet.
pub(super) fn address(
    view: &mut View<'_>,
    slot: SlotId,
    offer: &Offer,
) -> Result<Option<String>, Error> {
    Ok(chosen(&storage::room::of_slot(view, slot)?, offer))
}

/// The same of many slots; those without an address are left out.
pub(super) fn addresses(
    view: &mut View<'_>,
    slots: &[SlotOfOffer],
) -> Result<HashMap<SlotId, String>, Error> {
    let ids: Vec<SlotId> = slots.iter().map(|(slot, ..)| slot.id).collect();
    let rooms: HashMap<SlotId, Room> = storage::room::of_slots(view, &ids)?.into_iter().collect();
    let none = Room::default();
    let found = slots.iter().filter_map(|(slot, offer, _)| {
        let room = rooms.get(&slot.id).unwrap_or(&none);
        Some((slot.id, chosen(room, offer)?))
    });
    Ok(found.collect())
}

/// Where the confirmed visits of a slot take place: makes a room where the installation has a scheme
/// and there is no address yet. Under the slot's lock.
pub(super) fn ensure(
    app: &App,
    tx: &mut Tx<'_>,
    slot: SlotId,
    offer: &Offer,
) -> Result<Option<String>, Error> {
    let room = storage::room::of_slot(tx, slot)?;
    let known = chosen(&room, offer);
    let Some(made) = app.new_room().filter(|_| known.is_none()) else {
        return Ok(known);
    };
    // It is kept whole: what was mailed stays true when the scheme changes.
    let room = Room {
        made: Some(made.clone()),
        ..room
    };
    storage::room::set(tx, slot, &room)?;
    Ok(Some(made))
}

fn checked(field: &str, address: Option<&str>) -> Result<Option<String>, Invalid> {
    let mut check = Checker::default();
    let address = check.https_url(field, address);
    check.finish(address)
}

/// What stands for a slot; for who manages its host.
///
/// # Errors
/// Where there is none that `actor` may manage.
pub async fn of_slot(app: &App, actor: &Actor, id: SlotId) -> Result<Meeting, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let (_, offer, _) = managed(view, &actor, id)?;
            meeting_of_slot(view, id, &offer, 0)
        })
        .await
}

/// Gives a slot an address of its own, or takes it back, and tells everybody whose visit that
/// changes.
///
/// # Errors
/// Where there is none that `actor` may manage, the address is none, or it is over or cancelled.
pub async fn set_of_slot(
    app: &App,
    actor: &Actor,
    id: SlotId,
    to: Option<String>,
) -> Result<Meeting, Error> {
    let to = checked("meeting_url", to.as_deref())?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        managed(tx, &actor, id)?;
        storage::seats::lock(tx, &[id])?;
        let (slot, offer, _) = managed(tx, &actor, id)?;
        if slot.state == SlotState::Cancelled {
            return Err(Conflict::SlotCancelled.into());
        }
        if slot.ends_at <= app.now() {
            return Err(Conflict::VisitStarted.into());
        }
        let before = address(tx, id, &offer)?;
        let room = Room {
            given: to.clone(),
            ..storage::room::of_slot(tx, id)?
        };
        storage::room::set(tx, id, &room)?;
        let told = tell(&app, tx, &actor, id, &offer, before.as_deref())?;
        meeting_of_slot(tx, id, &offer, told)
    })
    .await
}

fn meeting_of_slot(
    view: &mut View<'_>,
    id: SlotId,
    offer: &Offer,
    told: usize,
) -> Result<Meeting, Error> {
    let room = storage::room::of_slot(view, id)?;
    Ok(Meeting {
        address: chosen(&room, offer),
        given: room.given,
        told,
    })
}

/// A slot, for who manages its host.
fn managed(view: &mut View<'_>, actor: &Actor, id: SlotId) -> Result<SlotOfOffer, Error> {
    let (slot, offer, host) = storage::slot::by_id(view, id)?.ok_or(Error::NotFound("slot"))?;
    require_host(view, actor, (&offer, &host), "slot")?;
    Ok((slot, offer, host))
}

fn require_host(
    view: &mut View<'_>,
    actor: &Actor,
    (offer, host): (&Offer, &Host),
    what: &'static str,
) -> Result<(), Error> {
    if !offer::visible(view, actor, offer, host)? {
        return Err(Error::NotFound(what));
    }
    let why = "only who manages the host is told where visits take place";
    require(actor, actor.manages(host), why)
}

/// What stands for an offer; for who manages its host.
///
/// # Errors
/// Where there is none that `actor` may manage.
pub async fn of_offer(app: &App, actor: &Actor, id: OfferId) -> Result<Meeting, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let (offer, host) = storage::offer::by_id(view, id)?.ok_or(Error::NotFound("offer"))?;
            require_host(view, &actor, (&offer, &host), "offer")?;
            Ok(Meeting {
                given: offer.meeting_url.clone(),
                address: offer.meeting_url,
                told: 0,
            })
        })
        .await
}

/// Gives an offer an address, or takes it back, and tells everybody whose visit that changes.
/// Slots with an address of their own keep it.
///
/// # Errors
/// Where there is none that `actor` may manage, or the address is none.
pub async fn set_of_offer(
    app: &App,
    actor: &Actor,
    id: OfferId,
    to: Option<String>,
) -> Result<Meeting, Error> {
    let to = checked("meeting_url", to.as_deref())?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (offer, host) = storage::offer::by_id(tx, id)?.ok_or(Error::NotFound("offer"))?;
        require_host(tx, &actor, (&offer, &host), "offer")?;
        let told = change_of_offer(&app, tx, &actor, id, to.as_deref())?;
        Ok(Meeting {
            given: to.clone(),
            address: to.clone(),
            told,
        })
    })
    .await
}

/// [`set_of_offer`] within a transaction, after its checks; says how many bookings were told.
pub(super) fn change_of_offer(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: OfferId,
    to: Option<&str>,
) -> Result<usize, Error> {
    storage::offer::lock(tx, id)?;
    let (offer, _) = storage::offer::by_id(tx, id)?.ok_or(Error::NotFound("offer"))?;
    if offer.meeting_url.as_deref() == to {
        return Ok(0);
    }
    // All that may be booked meanwhile, not only what is: whoever books waits for the new address.
    let slots = storage::room::slots_to_come(tx, id, app.now())?;
    storage::seats::lock(tx, &slots)?;
    let rooms: HashMap<SlotId, Room> = storage::room::of_slots(tx, &slots)?.into_iter().collect();
    storage::offer::set_meeting_url(tx, id, to)?;
    let changed = Offer {
        meeting_url: to.map(str::to_owned),
        ..offer.clone()
    };
    let none = Room::default();
    let mut told = 0;
    for slot in slots {
        let before = chosen(rooms.get(&slot).unwrap_or(&none), &offer);
        told += tell(app, tx, actor, slot, &changed, before.as_deref())?;
    }
    Ok(told)
}

/// Tells the attendees of a slot's confirmed visits where they take place now, if that is not where
/// it was `before`; says how many bookings that were.
fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: SlotId,
    offer: &Offer,
    before: Option<&str>,
) -> Result<usize, Error> {
    let after = address(tx, slot, offer)?;
    if after.is_some() && after.as_deref() == before {
        return Ok(0);
    }
    booking::change::meeting_changed(app, tx, actor, slot, before)
}

/// A slot to come, as its host gives addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotMeeting {
    /// The slot.
    pub slot: Slot,
    /// What stands for it.
    pub meeting: Meeting,
}

/// The next slots of an offer that are not over, soonest first, with where each takes place; for who
/// manages its host.
///
/// # Errors
/// Where there is none that `actor` may manage.
pub async fn coming(
    app: &App,
    actor: &Actor,
    id: OfferId,
    limit: i64,
) -> Result<Vec<SlotMeeting>, Error> {
    let (actor, now): (Actor, DateTime<Utc>) = (actor.clone(), app.now());
    app.db
        .read(move |view| {
            let (offer, host) = storage::offer::by_id(view, id)?.ok_or(Error::NotFound("offer"))?;
            require_host(view, &actor, (&offer, &host), "offer")?;
            let filter = storage::slot::SlotFilter {
                offer: Some(id),
                from: Some(now),
                ..Default::default()
            };
            let mut found = storage::slot::list(view, &filter, limit)?;
            found.retain(|(slot, ..)| slot.state != SlotState::Cancelled);
            let mut slots = Vec::with_capacity(found.len());
            for (slot, offer, _) in found {
                let meeting = meeting_of_slot(view, slot.id, &offer, 0)?;
                slots.push(SlotMeeting { slot, meeting });
            }
            Ok(slots)
        })
        .await
}
