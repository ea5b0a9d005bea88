//! What happens to a booking after it was made: it is called off, moved, its attendees change, it
//! lapses, it is over.
//!
//! Every change locks the slot before it reads the booking, so none meets another half-way; what it
//! may lead to is said by the table of the domain alone.

use super::{BookingView, concerned, load, stored, tell};
use crate::app::access::Subject;
use crate::app::slot::reload;
use crate::app::{App, Conflict, Error, availability, room, seats};
use crate::domain::booking::{
    Attendee, AttendeeInput, Booking, BookingAct, BookingStatus, NewAttendee, Part, check_attendees,
};
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::{BookingId, SlotId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::policy::Approval;
use crate::domain::slot::{Refusal, Slot};
use crate::storage::seats::By;
use crate::storage::{self, StorageError, Tx};

/// A booking that nobody else can change until the transaction ends, with its slot, offer and host.
pub(in crate::app) fn edit(
    tx: &mut Tx<'_>,
    id: BookingId,
) -> Result<(Booking, Slot, Offer, Host), Error> {
    let seen = stored(tx, id)?;
    storage::seats::lock(tx, &[seen.slot_id])?;
    let booking = unmoved(tx, &seen)?;
    let (slot, offer, host) =
        storage::slot::by_id(tx, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
    Ok((booking, slot, offer, host))
}

/// The booking as it is now that its slot is locked. Where it was moved to another slot meanwhile,
/// the wrong one is locked: the work is run again.
fn unmoved(tx: &mut Tx<'_>, seen: &Booking) -> Result<Booking, Error> {
    let booking = stored(tx, seen.id)?;
    match booking.slot_id == seen.slot_id {
        true => Ok(booking),
        false => Err(StorageError::overtaken().into()),
    }
}

/// Saves what `act` has made of a booking; its status is what the table says, and its sequence is
/// raised where those who are invited have to be told.
pub(super) fn save(
    tx: &mut Tx<'_>,
    before: &Booking,
    act: BookingAct,
    after: Booking,
) -> Result<Booking, Error> {
    let status = before.status.after(act);
    let status = status.ok_or(Conflict::BookingIs(before.status))?;
    let silent = matches!(act, BookingAct::ApproveOneSide | BookingAct::Complete);
    let after = Booking {
        status,
        sequence: before.sequence + i32::from(!silent),
        respond_by: after
            .respond_by
            .filter(|_| status == BookingStatus::Requested),
        version: before.version + 1,
        ..after
    };
    match storage::booking::save(tx, before, &after)? {
        true => Ok(after),
        false => Err(StorageError::overtaken().into()),
    }
}

/// Whether guests may still change a visit: hosts may until it begins.
fn in_time(app: &App, by_host: bool, offer: &Offer, slot: &Slot) -> Result<(), Error> {
    let now = app.now();
    if slot.starts_at <= now {
        return Err(Conflict::VisitStarted.into());
    }
    if !by_host && offer.policy.changes_until(slot.starts_at) <= now {
        return Err(Conflict::TooLate.into());
    }
    Ok(())
}

fn checked_reason(reason: Option<String>) -> Result<Option<String>, Invalid> {
    let mut check = Checker::default();
    let reason = reason.map(|reason| check.text("reason", &reason));
    check.finish(reason.filter(|reason| !reason.is_empty()))
}

/// Calls a booking off, frees its seats and tells everybody. Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` may see, the visit has begun or it is too late for guests.
pub async fn cancel(
    app: &App,
    subject: &Subject,
    id: BookingId,
    reason: Option<String>,
) -> Result<BookingView, Error> {
    let reason = checked_reason(reason)?;
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let slot = concerned(&app, tx, &subject, id)?.slot_id;
        let actor = &subject.actor;
        seats::open(&app, tx, &[slot])?;
        let (booking, slot, offer, host) = edit(tx, id)?;
        if booking.status != BookingStatus::Cancelled {
            if booking.status == BookingStatus::Completed {
                return Err(Conflict::VisitStarted.into());
            }
            in_time(&app, actor.manages(&host), &offer, &slot)?;
            call_off(&app, tx, actor, &booking, reason.as_deref())?;
        }
        seats::settle(&app, tx, actor, slot.id, EventKind::SlotReleased)?;
        let booking = stored(tx, id)?;
        load(&app, tx, &subject, booking)
    })
    .await
}

fn call_off(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    reason: Option<&str>,
) -> Result<(), Error> {
    let after = Booking {
        cancel_reason: reason.map(str::to_owned),
        ..booking.clone()
    };
    let after = save(tx, booking, BookingAct::Cancel, after)?;
    storage::seats::give_back(tx, after.slot_id, after.seats)?;
    tell::changed(app, tx, actor, BookingAct::Cancel, &after)
}

/// Calls off one visit of a series; its seats are free again.
pub(in crate::app) fn cancel_agreed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    reason: Option<&str>,
) -> Result<Slot, Error> {
    let slot = stored(tx, id)?.slot_id;
    seats::open(app, tx, &[slot])?;
    let (booking, ..) = edit(tx, id)?;
    if booking.status.after(BookingAct::Cancel).is_some() {
        call_off(app, tx, actor, &booking, reason)?;
    }
    seats::settle(app, tx, actor, slot, EventKind::SlotReleased)?;
    reload(tx, slot)
}

/// Calls off every booking of a slot that will not take place. Under the slot's lock.
pub(in crate::app) fn cancel_all(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: SlotId,
    reason: Option<&str>,
) -> Result<(), Error> {
    for booking in storage::booking::of_slots(tx, &[slot])? {
        if booking.status.after(BookingAct::Cancel).is_some() {
            call_off(app, tx, actor, &booking, reason)?;
        }
    }
    Ok(())
}

/// Moves a booking to another slot of its offer: the new seats are taken and the old ones freed in
/// one step. Guests of an offer that needs approval ask for it again. Moving it to where it is
/// changes nothing.
///
/// # Errors
/// Where there is none that `subject` may see, the visit has begun or it is too late for guests, or
/// the other slot is of another offer or not to be had.
pub async fn reschedule(
    app: &App,
    subject: &Subject,
    id: BookingId,
    to: SlotId,
) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let seen = concerned(&app, tx, &subject, id)?;
        reschedule_in(&app, tx, &subject.actor, &seen, to)?;
        let booking = stored(tx, id)?;
        load(&app, tx, &subject, booking)
    })
    .await
}

/// [`reschedule`] within a transaction, of a booking that `actor` may move.
pub(in crate::app) fn reschedule_in(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    seen: &Booking,
    to: SlotId,
) -> Result<(), Error> {
    let from = seen.slot_id;
    if from == to {
        return Ok(());
    }
    let other = || Invalid::one("slot_id", "other_offer", "Choose a time of the same offer.");
    let (there, target, host) = storage::slot::by_id(tx, to)?.ok_or_else(other)?;
    if !actor.manages(&host) {
        availability::require_bookable(app, tx, &there)?;
    }
    seats::open(app, tx, &[from, to])?;
    let booking = unmoved(tx, seen)?;
    let (slot, offer, host) = storage::slot::by_id(tx, from)?.ok_or(Error::NotFound("slot"))?;
    if target.id != offer.id {
        return Err(other().into());
    }
    let by_host = actor.manages(&host);
    if !matches!(
        booking.status,
        BookingStatus::Requested | BookingStatus::Confirmed
    ) {
        return Err(Conflict::BookingIs(booking.status).into());
    }
    in_time(app, by_host, &offer, &slot)?;
    let by = if by_host { By::Host } else { By::Openly };
    if !storage::seats::take(tx, to, booking.seats, by, app.now())? {
        let refusal = reload(tx, to)?.refusal(booking.seats, app.now());
        return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
    }
    storage::seats::give_back(tx, from, booking.seats)?;
    moved(app, tx, actor, &booking, (&offer, to, by_host))?;
    seats::settle(app, tx, actor, from, EventKind::SlotReleased)?;
    seats::settle(app, tx, actor, to, EventKind::SlotBooked)
}

/// Saves and tells that a booking has moved.
fn moved(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    (offer, to, by_host): (&Offer, SlotId, bool),
) -> Result<(), Error> {
    let asks = offer.policy.approval != Approval::Instant && !by_host;
    let act = match booking.status {
        BookingStatus::Confirmed if asks => BookingAct::RequestAgain,
        _ => BookingAct::Reschedule,
    };
    let mut after = Booking {
        slot_id: to,
        ..booking.clone()
    };
    if asks {
        // Whoever had approved did so for another time.
        let slot = reload(tx, to)?;
        after.respond_by = Some(offer.policy.answer_by(app.now(), slot.starts_at));
        after.host_approved = false;
        after.guest_approved = offer.policy.approval != Approval::Both;
    }
    let after = save(tx, booking, act, after)?;
    tell::changed(app, tx, actor, act, &after)
}

/// Makes these the further guests of a booking: who is new is invited, who is missing is told that
/// they are on it no longer, who stays hears nothing. The contact and the hosts stay.
///
/// # Errors
/// Where there is none that `subject` may see, a field is wrong, or it is too late.
pub async fn set_attendees(
    app: &App,
    subject: &Subject,
    id: BookingId,
    people: Vec<AttendeeInput>,
) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let actor = &subject.actor;
        concerned(&app, tx, &subject, id)?;
        let (booking, slot, offer, host) = edit(tx, id)?;
        let known = storage::booking::attendees(tx, id)?;
        let contact = known.iter().find(|person| person.part == Part::Contact);
        let contact = contact.ok_or(Error::NotFound("contact"))?;
        let wanted = check_attendees(&app.zones, &people, contact)?;
        if booking.status.after(BookingAct::ChangeAttendees).is_none() {
            return Err(Conflict::BookingIs(booking.status).into());
        }
        in_time(&app, actor.manages(&host), &offer, &slot)?;
        let (added, removed) = difference(&app, &known, wanted);
        if !(added.is_empty() && removed.is_empty()) {
            let after = save(tx, &booking, BookingAct::ChangeAttendees, booking.clone())?;
            for person in &removed {
                storage::booking::remove_attendee(tx, person.id)?;
            }
            let next = storage::booking::next_position(tx, id)?;
            storage::booking::add_attendees(tx, id, next, &added)?;
            tell::attendees_changed(&app, tx, actor, &after, &added, &removed)?;
        }
        let booking = stored(tx, id)?;
        load(&app, tx, &subject, booking)
    })
    .await
}

/// Who of the wanted guests is new, and who of the known ones is not wanted; nobody is told apart
/// by more than the address. Somebody of the host who is wanted as a guest is on it already.
fn difference(
    app: &App,
    known: &[Attendee],
    wanted: Vec<NewAttendee>,
) -> (Vec<Attendee>, Vec<Attendee>) {
    let key = |email: &str| email.to_lowercase();
    let is_wanted = |person: &&Attendee| wanted.iter().any(|w| key(&w.email) == key(&person.email));
    let guests = known.iter().filter(|person| person.part == Part::Guest);
    let removed = guests
        .filter(|person| !is_wanted(person))
        .cloned()
        .collect();
    let is_known = |new: &NewAttendee| known.iter().any(|p| key(&p.email) == key(&new.email));
    let added = wanted.iter().filter(|new| !is_known(new));
    let added = added.map(|new| super::named(app, new.clone())).collect();
    (added, removed)
}

/// Tells those who come to the confirmed visits of a slot that these take place elsewhere than
/// `before`; says how many bookings that were. Under the slot's lock.
pub(in crate::app) fn meeting_changed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: SlotId,
    was: Option<&str>,
) -> Result<usize, Error> {
    let mut told = 0;
    for before in storage::booking::of_slots(tx, &[slot])? {
        if before.status != BookingStatus::Confirmed {
            continue;
        }
        let (_, offer, _) = storage::slot::by_id(tx, slot)?.ok_or(Error::NotFound("slot"))?;
        if room::ensure(app, tx, slot, &offer)?.as_deref() == was {
            continue;
        }
        let after = Booking {
            sequence: before.sequence + 1,
            version: before.version + 1,
            ..before.clone()
        };
        if !storage::booking::save(tx, &before, &after)? {
            return Err(StorageError::overtaken().into());
        }
        tell::meeting_changed(app, tx, actor, &after)?;
        told += 1;
    }
    Ok(told)
}

/// Lets a request lapse that nobody has answered in time; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub(in crate::app) async fn lapse(app: &App, id: BookingId) -> Result<bool, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let slot = stored(tx, id)?.slot_id;
        seats::open(&app, tx, &[slot])?;
        let (booking, ..) = edit(tx, id)?;
        let overdue = booking.respond_by.is_some_and(|by| by <= app.now());
        let lapses = overdue && booking.status == BookingStatus::Requested;
        if lapses {
            let after = save(tx, &booking, BookingAct::Lapse, booking.clone())?;
            storage::seats::give_back(tx, slot, after.seats)?;
            tell::changed(&app, tx, &Actor::System, BookingAct::Lapse, &after)?;
        }
        seats::settle(&app, tx, &Actor::System, slot, EventKind::SlotReleased)?;
        Ok(lapses)
    })
    .await
}

/// Notes that a visit is over; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub(in crate::app) async fn complete(app: &App, id: BookingId) -> Result<bool, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let (booking, slot, ..) = edit(tx, id)?;
        let over = slot.ends_at <= app.now() && booking.status == BookingStatus::Confirmed;
        if over {
            let after = save(tx, &booking, BookingAct::Complete, booking.clone())?;
            tell::changed(&app, tx, &Actor::System, BookingAct::Complete, &after)?;
        }
        Ok(over)
    })
    .await
}
