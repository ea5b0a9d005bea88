//! What busy times do to slots: those that overlap one are shut and open again by themselves, and
//! booked visits that overlap one are told to their host.
//!
//! Doing it again changes nothing. What is booked or held stays so.

use std::collections::{BTreeMap, HashSet};

use crate::app::availability::publish_changed;
use crate::app::slot::{SlotView, complete};
use crate::app::{App, Error, seats, waiting};
use crate::domain::busy::is_busy;
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::{HostId, OfferId, SlotId};
use crate::domain::person::Actor;
use crate::domain::slot::SlotState;
use crate::storage::busy::Ahead;
use crate::storage::{self, Tx, View};

/// More slots of one offer than this are told as one change.
const TOLD_ONE_BY_ONE: usize = 40;
/// Most clashes that are shown.
const CLASHES_MAX: usize = 20;

/// Shuts and opens a host's slots by its busy times. Under the host's lock.
pub(super) fn refresh(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    host: HostId,
) -> Result<(), Error> {
    let times = storage::busy::times(tx, host)?;
    let mut ahead = storage::busy::ahead(tx, host, app.now())?;
    let mut changed: BTreeMap<OfferId, Vec<Ahead>> = BTreeMap::new();
    for slot in &mut ahead {
        let busy = is_busy(&times, slot.starts_at, slot.ends_at);
        if busy != slot.busy {
            slot.busy = busy;
            changed.entry(slot.offer_id).or_default().push(slot.clone());
        }
    }
    let ids: Vec<SlotId> = changed.values().flatten().map(|slot| slot.id).collect();
    seats::open(app, tx, &ids)?;
    for (offer, slots) in changed {
        for slot in &slots {
            storage::busy::set_busy(tx, slot.id, slot.busy)?;
        }
        tell(app, tx, actor, offer, &slots)?;
    }
    note_clashes(app, tx, host, &ahead)
}

/// Tells that slots of an offer were shut or opened, and offers what has opened to those who wait.
fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    offer: OfferId,
    slots: &[Ahead],
) -> Result<(), Error> {
    if slots.len() <= TOLD_ONE_BY_ONE {
        for slot in slots {
            let kind = match slot.busy {
                true => EventKind::SlotClosed,
                false => EventKind::SlotReopened,
            };
            seats::settle(app, tx, actor, slot.id, kind)?;
        }
        return Ok(());
    }
    for slot in slots.iter().filter(|slot| !slot.busy) {
        waiting::offer_free_seats(app, tx, slot.id)?;
    }
    let (offer, host) = storage::offer::by_id(tx, offer)?.ok_or(Error::NotFound("offer"))?;
    let city = storage::city::by_ids(tx, &[host.city_id])?.pop();
    let city = city.ok_or(Error::NotFound("city"))?;
    publish_changed(app, tx, actor, &offer, &city, (0, 0))
}

/// Notes which booked visits are at busy times now, each once for as long as it is.
fn note_clashes(app: &App, tx: &mut Tx<'_>, host: HostId, ahead: &[Ahead]) -> Result<(), Error> {
    let known = storage::busy::clashes(tx, &[host])?;
    let known: HashSet<SlotId> = known.into_iter().map(|clash| clash.slot_id).collect();
    let clashing = ahead.iter().filter(|slot| slot.busy && slot.taken > 0);
    let clashing: HashSet<SlotId> = clashing.map(|slot| slot.id).collect();
    for slot in known.difference(&clashing) {
        storage::busy::end_clash(tx, *slot)?;
    }
    for slot in clashing.difference(&known) {
        storage::busy::add_clash(tx, host, *slot, app.now())?;
    }
    Ok(())
}

/// A booked visit at a time that became busy, which nobody has said they have seen.
#[derive(Debug, Clone)]
pub struct Clash {
    /// The visit's slot.
    pub slot: SlotView,
}

/// What clashes for these hosts and was not seen.
///
/// # Errors
/// Where the database cannot be used.
pub fn clashes(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    hosts: &[Host],
) -> Result<Vec<Clash>, Error> {
    let hosts: Vec<HostId> = hosts.iter().map(|host| host.id).collect();
    let mut found = Vec::new();
    for clash in storage::busy::clashes(view, &hosts)? {
        if clash.seen || found.len() >= CLASHES_MAX {
            continue;
        }
        let slot = storage::slot::by_id(view, clash.slot_id)?;
        // It may have been called off since.
        let stands = slot.filter(|(slot, ..)| {
            let booked = slot.seats_taken > 0 && slot.state != SlotState::Cancelled;
            booked && slot.busy && slot.starts_at > app.now()
        });
        found.extend(stands);
    }
    let slots = complete(app, view, actor, found, None)?;
    Ok(slots.into_iter().map(|slot| Clash { slot }).collect())
}
