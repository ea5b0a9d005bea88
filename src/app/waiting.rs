//! Waiting lists: joining one, looking, leaving, and offering seats that have become free.
//!
//! Strictly in order: what is free is kept for the first party until it fits, and nobody books past
//! those who wait.

use serde::{Deserialize, Serialize};

use super::access::Subject;
use super::idempotency::{IdempotencyKey, once};
use super::links::token_hash;
use super::slot::{SlotView, load, reload};
use super::{App, Conflict, Error, booking, letters, offer, seats};
use crate::domain::booking::{AttendeeInput, BookingInput};
use crate::domain::event::EventKind;
use crate::domain::id::{SlotId, WaitingId};
use crate::domain::input::Invalid;
use crate::domain::letter::LetterKind;
use crate::domain::person::Actor;
use crate::domain::slot::{Refusal, Slot, SlotState};
use crate::domain::waiting::{WAITING_MAX, Waiting, WaitingState};
use crate::storage::hold::Hold;
use crate::storage::{self, Tx, View};

/// A party that wants to wait, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingInput {
    /// Slug of the guests' city.
    pub city: String,
    /// Whom the guests come from.
    pub organization: String,
    /// Who books when it is their turn.
    pub contact: AttendeeInput,
    /// Seats they need.
    pub seats: i32,
}

/// A place on a waiting list with all that its party is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaitingView {
    /// The party.
    pub waiting: Waiting,
    /// How many parties wait before it.
    pub ahead: i64,
    /// The slot that it waits for.
    pub slot: SlotView,
}

/// Joins the waiting list of a slot that is full.
///
/// # Errors
/// Where a field is wrong, the city may not book this offer, or there is nothing to wait for.
pub async fn join(
    app: &App,
    actor: &Actor,
    slot: SlotId,
    input: WaitingInput,
    key: Option<IdempotencyKey>,
) -> Result<WaitingView, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let found = storage::slot::by_id(tx, slot)?.ok_or(Error::NotFound("slot"))?;
            let (_, offer, host) = &found;
            if !offer::visible(tx, &actor, offer, host)? {
                return Err(Error::NotFound("slot"));
            }
            let booking = BookingInput {
                city: input.city.clone(),
                organization: input.organization.clone(),
                contact: input.contact.clone(),
                seats: input.seats,
                ..BookingInput::default()
            };
            let guests = booking::guests(&app, tx, &actor, offer, host, &booking)?;
            if !offer.policy.waiting_list {
                return Err(Conflict::NoWaitingList.into());
            }
            seats::open(&app, tx, &[slot])?;
            let now = reload(tx, slot)?;
            may_wait(&app, &now, input.seats)?;
            let contact = guests.new.guests.into_iter().next();
            let contact = contact.ok_or(Error::NotFound("contact"))?;
            let party = Waiting {
                id: app.id(),
                slot_id: slot,
                place: 0,
                city_id: guests.city.id,
                organization: guests.new.organization,
                name: contact.name,
                email: contact.email,
                locale: contact.locale,
                zone: contact.zone,
                seats: guests.new.seats,
                state: WaitingState::Waiting,
                offered_until: None,
                created_at: app.now(),
            };
            enqueue(&app, tx, &actor, party)
        })
    })
    .await
}

fn may_wait(app: &App, slot: &Slot, seats: i32) -> Result<(), Error> {
    if seats > slot.capacity {
        let detail = "There are not so many seats altogether.";
        return Err(Invalid::one("seats", "out_of_range", detail).into());
    }
    match slot.refusal(seats, app.now()) {
        None => Err(Conflict::SeatsLeft.into()),
        Some(Refusal::Full) if slot.waiting >= WAITING_MAX => Err(Conflict::WaitingListFull.into()),
        Some(Refusal::Full) => Ok(()),
        Some(refusal) => Err(Conflict::Slot(refusal).into()),
    }
}

fn enqueue(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    party: Waiting,
) -> Result<WaitingView, Error> {
    let standing = [WaitingState::Waiting, WaitingState::Offered];
    let others = storage::waiting::of_slot(tx, party.slot_id, &standing)?;
    let email = party.email.to_lowercase();
    if others
        .iter()
        .any(|other| other.email.to_lowercase() == email)
    {
        return Err(Conflict::AlreadyWaiting.into());
    }
    let place = storage::seats::enqueue(tx, party.slot_id)?;
    let party = Waiting { place, ..party };
    storage::waiting::insert(tx, &party)?;
    letters::write_waiting(app, tx, LetterKind::WaitingJoined, &party)?;
    seats::settle(app, tx, actor, party.slot_id, EventKind::SlotQueued)?;
    view(app, tx, actor, party.id)
}

fn view(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    id: WaitingId,
) -> Result<WaitingView, Error> {
    let waiting = storage::waiting::by_id(view, id)?.ok_or(Error::NotFound("place"))?;
    let found = storage::slot::by_id(view, waiting.slot_id)?.ok_or(Error::NotFound("slot"))?;
    Ok(WaitingView {
        ahead: storage::waiting::before(view, waiting.slot_id, waiting.place)?,
        slot: load(app, view, actor, found)?,
        waiting,
    })
}

fn check_link(app: &App, subject: &Subject, id: WaitingId) -> Result<(), Error> {
    let key = subject.manage_key.as_deref().unwrap_or_default();
    match app.link_key.may_wait(id, key) {
        true => Ok(()),
        false => Err(Error::NotFound("place")),
    }
}

/// A place on a waiting list, for the bearer of its link.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(app: &App, subject: &Subject, id: WaitingId) -> Result<WaitingView, Error> {
    check_link(app, subject, id)?;
    let (app, actor) = (app.clone(), subject.actor.clone());
    let db = app.db.clone();
    db.read(move |tx| view(&app, tx, &actor, id)).await
}

/// Leaves a waiting list, also while seats are kept. Doing it again changes nothing.
///
/// # Errors
/// Where there is no place that `subject` may see.
pub async fn leave(app: &App, subject: &Subject, id: WaitingId) -> Result<WaitingView, Error> {
    check_link(app, subject, id)?;
    let (app, actor) = (app.clone(), subject.actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let party = storage::waiting::by_id(tx, id)?.ok_or(Error::NotFound("place"))?;
        let slot = party.slot_id;
        seats::open(&app, tx, &[slot])?;
        let (from, to) = (WaitingState::Waiting, WaitingState::Left);
        if storage::waiting::set_state(tx, id, from, to, None)? {
            storage::seats::dequeue(tx, slot, 1)?;
        } else if let Some(hold) = storage::hold::of_waiting(tx, id)? {
            seats::end(tx, &hold, WaitingState::Left)?;
        }
        seats::settle(&app, tx, &actor, slot, EventKind::SlotQueued)?;
        view(&app, tx, &actor, id)
    })
    .await
}

/// Keeps free seats for the first of those who wait, as long as there are some. Under the slot's
/// lock.
pub(super) fn offer_free_seats(app: &App, tx: &mut Tx<'_>, slot: SlotId) -> Result<(), Error> {
    loop {
        let now = reload(tx, slot)?;
        let offers = now.state == SlotState::Open && now.starts_at > app.now();
        let Some(party) = storage::waiting::first(tx, slot)?.filter(|_| offers) else {
            return Ok(());
        };
        let (from, offered) = (WaitingState::Waiting, WaitingState::Offered);
        if party.seats > now.capacity {
            // The slot has become smaller than the party: its turn would never come.
            storage::waiting::set_state(tx, party.id, from, WaitingState::Ended, None)?;
            storage::seats::dequeue(tx, slot, 1)?;
            continue;
        }
        if !storage::seats::hold(tx, slot, party.seats, true, app.now())? {
            return Ok(());
        }
        let until = (app.now() + app.booking.waiting_offer).min(now.starts_at);
        storage::waiting::set_state(tx, party.id, from, offered, Some(until))?;
        storage::seats::dequeue(tx, slot, 1)?;
        let token = app.link_key.hold_token(&party.id.to_string());
        let hold = Hold {
            token_hash: token_hash(&token),
            slot_id: slot,
            seats: party.seats,
            session: String::new(),
            address: String::new(),
            waiting_id: Some(party.id),
            expires_at: until,
            renewable_until: until,
            created_at: app.now(),
        };
        storage::hold::insert(tx, &hold)?;
        let party = Waiting {
            state: offered,
            offered_until: Some(until),
            ..party
        };
        letters::write_waiting(app, tx, LetterKind::WaitingOffered, &party)?;
    }
}
