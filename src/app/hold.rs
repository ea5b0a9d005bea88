//! Holds: seats kept for minutes while somebody fills in the form.
//!
//! A token is a signature of the hold's id, so that nothing secret is stored: at rest there is its
//! hash, and a repeated request can be given the same token again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::idempotency::{IdempotencyKey, once};
use super::links::token_hash;
use super::slot::reload;
use super::{App, Conflict, Error, availability, offer, seats};
use crate::domain::event::EventKind;
use crate::domain::id::SlotId;
use crate::domain::input::Checker;
use crate::domain::offer::CAPACITY_MAX;
use crate::domain::person::Actor;
use crate::domain::slot::Refusal;
use crate::domain::waiting::WaitingState;
use crate::storage::hold::Hold;
use crate::storage::{self, Tx};

/// Who holds: hashes that tell one browser and one network address from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Of the browser's session.
    pub session: String,
    /// Of the network address.
    pub address: String,
}

/// Seats that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Names the hold; its token is made from this.
    pub id: String,
    /// How many seats.
    pub seats: i32,
    /// Until when, unless it is renewed.
    pub expires_at: DateTime<Utc>,
}

/// Keeps seats of a slot for somebody who is booking.
///
/// # Errors
/// Where the seats are not to be had, or the holder keeps as much as one may.
pub async fn create(
    app: &App,
    actor: &Actor,
    slot: SlotId,
    seats: i32,
    holder: Holder,
    key: Option<IdempotencyKey>,
) -> Result<Held, Error> {
    let mut check = Checker::default();
    check.number("seats", seats, 1, CAPACITY_MAX);
    check.finish(())?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let (found, offer, host) =
                storage::slot::by_id(tx, slot)?.ok_or(Error::NotFound("slot"))?;
            if !offer::visible(tx, &actor, &offer, &host)? {
                return Err(Error::NotFound("slot"));
            }
            availability::require_bookable(&app, tx, &found)?;
            seats::open(&app, tx, &[slot])?;
            within_limits(&app, tx, &holder, seats)?;
            if !storage::seats::hold(tx, slot, seats, false, app.now())? {
                let refusal = reload(tx, slot)?.refusal(seats, app.now());
                return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
            }
            let held = insert(&app, tx, slot, seats, &holder)?;
            seats::settle(&app, tx, &actor, slot, EventKind::SlotHeld)?;
            Ok(held)
        })
    })
    .await
}

fn insert(
    app: &App,
    tx: &mut Tx<'_>,
    slot: SlotId,
    seats: i32,
    holder: &Holder,
) -> Result<Held, Error> {
    let now = app.now();
    let held = Held {
        id: app.secret(),
        seats,
        expires_at: now + app.booking.hold,
    };
    let hold = Hold {
        token_hash: token_hash(&app.link_key.hold_token(&held.id)),
        slot_id: slot,
        seats,
        session: holder.session.clone(),
        address: holder.address.clone(),
        waiting_id: None,
        expires_at: held.expires_at,
        renewable_until: now + app.booking.hold_longest,
        created_at: now,
    };
    storage::hold::insert(tx, &hold)?;
    Ok(held)
}

fn within_limits(app: &App, tx: &mut Tx<'_>, holder: &Holder, seats: i32) -> Result<(), Error> {
    let (of_session, of_address, kept) =
        storage::hold::kept(tx, &holder.session, &holder.address, app.now())?;
    let limits = &app.booking;
    let allowed = of_session < limits.holds_of_session
        && of_address < limits.holds_of_address
        && kept + i64::from(seats) <= limits.seats_of_address;
    if allowed {
        Ok(())
    } else {
        Err(Conflict::TooManyHolds.into())
    }
}

/// Keeps the seats of a hold for longer, or another number of them.
///
/// # Errors
/// Where the hold has ended, or more seats are not to be had.
pub async fn renew(app: &App, token: &str, seats: Option<i32>) -> Result<Held, Error> {
    let mut check = Checker::default();
    if let Some(seats) = seats {
        check.number("seats", seats, 1, CAPACITY_MAX);
    }
    check.finish(())?;
    let (app, token_hash) = (app.clone(), token_hash(token));
    let db = app.db.clone();
    db.write(move |tx| {
        let hold = storage::hold::by_token(tx, &token_hash)?.ok_or(Conflict::HoldExpired)?;
        let others_ended = seats::open(&app, tx, &[hold.slot_id])?;
        // Only what is read under the lock counts.
        let hold = storage::hold::by_token(tx, &token_hash)?.ok_or(Conflict::HoldExpired)?;
        let seats = match hold.waiting_id {
            Some(_) => hold.seats,
            None => seats.unwrap_or(hold.seats),
        };
        let more = seats - hold.seats;
        if more > 0 {
            let holder = Holder {
                session: String::new(),
                address: hold.address.clone(),
            };
            within_limits(&app, tx, &holder, more)?;
            if !storage::seats::hold(tx, hold.slot_id, more, false, app.now())? {
                let refusal = reload(tx, hold.slot_id)?.refusal(more, app.now());
                return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
            }
        } else if more < 0 {
            storage::seats::unhold(tx, hold.slot_id, -more)?;
        }
        let expires_at = match hold.waiting_id {
            Some(_) => hold.expires_at,
            None => (app.now() + app.booking.hold).min(hold.renewable_until),
        };
        storage::hold::renew(tx, &token_hash, seats, expires_at)?;
        // A form that is merely still open is no news.
        if more != 0 || others_ended {
            let kind = if more > 0 {
                EventKind::SlotHeld
            } else {
                EventKind::SlotReleased
            };
            seats::settle(&app, tx, &Actor::Guest, hold.slot_id, kind)?;
        }
        Ok(Held {
            id: String::new(),
            seats,
            expires_at,
        })
    })
    .await
}

/// How many seats a token keeps of a slot now; nothing where it keeps none.
///
/// # Errors
/// Where the database cannot be used.
pub async fn kept(app: &App, token: &str, slot: SlotId) -> Result<Option<i32>, Error> {
    let (now, token_hash) = (app.now(), token_hash(token));
    app.db
        .read(move |view| {
            let hold = storage::hold::by_token(view, &token_hash)?;
            let hold = hold.filter(|hold| hold.slot_id == slot && hold.expires_at > now);
            Ok(hold.map(|hold| hold.seats))
        })
        .await
}

/// Gives the seats of a hold up. Doing it again changes nothing.
///
/// # Errors
/// Where the database cannot be used.
pub async fn release(app: &App, token: &str) -> Result<(), Error> {
    let (app, token_hash) = (app.clone(), token_hash(token));
    let db = app.db.clone();
    db.write(move |tx| {
        let Some(hold) = storage::hold::by_token(tx, &token_hash)? else {
            return Ok(());
        };
        seats::open(&app, tx, &[hold.slot_id])?;
        if let Some(hold) = storage::hold::by_token(tx, &token_hash)? {
            seats::end(tx, &hold, WaitingState::Passed)?;
        }
        let kind = EventKind::SlotReleased;
        seats::settle(&app, tx, &Actor::Guest, hold.slot_id, kind)
    })
    .await
}
