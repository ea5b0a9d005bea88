//! How many seats a slot has, and whether it takes bookings: for who manages its host.

use super::access::require;
use super::slot::{SlotView, load, reload};
use super::{App, Conflict, Error, offer, seats};
use crate::domain::event::EventKind;
use crate::domain::id::SlotId;
use crate::domain::input::Checker;
use crate::domain::offer::CAPACITY_MAX;
use crate::domain::person::Actor;
use crate::domain::slot::SlotState;
use crate::storage::{self, Tx};

/// What a host changes of a slot; what is absent stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlotChange {
    /// Its seats: never fewer than are taken or held.
    pub capacity: Option<i32>,
    /// Whether it takes further bookings.
    pub open: Option<bool>,
}

/// Changes the number of a slot's seats, closes it or opens it again.
///
/// # Errors
/// Where there is none that `actor` may manage, it is cancelled or has begun, or more seats are
/// taken.
pub async fn change(
    app: &App,
    actor: &Actor,
    id: SlotId,
    change: SlotChange,
) -> Result<SlotView, Error> {
    let mut check = Checker::default();
    if let Some(capacity) = change.capacity {
        check.number("capacity", capacity, 1, CAPACITY_MAX);
    }
    check.finish(())?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (_, offer, host) = storage::slot::by_id(tx, id)?.ok_or(Error::NotFound("slot"))?;
        if !actor.manages(&host) && !offer::visible(tx, &actor, &offer, &host)? {
            return Err(Error::NotFound("slot"));
        }
        let why = "only who manages the host changes a slot";
        require(&actor, actor.manages(&host), why)?;
        seats::open(&app, tx, &[id])?;
        let slot = reload(tx, id)?;
        if slot.state == SlotState::Cancelled {
            return Err(Conflict::SlotCancelled.into());
        }
        if slot.starts_at <= app.now() {
            return Err(Conflict::VisitStarted.into());
        }
        apply(&app, tx, &actor, id, change)?;
        let slot = reload(tx, id)?;
        load(&app, tx, &actor, (slot, offer, host))
    })
    .await
}

fn apply(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: SlotId,
    change: SlotChange,
) -> Result<(), Error> {
    let mut told = EventKind::SlotReleased;
    if let Some(capacity) = change.capacity {
        if !storage::seats::resize(tx, id, capacity)? {
            return Err(Conflict::SeatsTaken.into());
        }
        told = EventKind::SlotResized;
    }
    let (from, to, kind) = match change.open {
        Some(true) => (SlotState::Closed, SlotState::Open, EventKind::SlotReopened),
        Some(false) => (SlotState::Open, SlotState::Closed, EventKind::SlotClosed),
        None => return seats::settle(app, tx, actor, id, told),
    };
    if storage::seats::set_state(tx, id, &[from], to)? {
        told = kind;
    }
    seats::settle(app, tx, actor, id, told)
}
