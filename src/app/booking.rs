//! Bookings: making one, looking at it, calling it off.
//!
//! [`create`] is the whole idea in one function: it takes the seats by one conditional update and
//! writes the booking, its events and its letters in the same transaction.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::access::Subject;
use super::idempotency::{IdempotencyKey, once};
use super::letters::{VisitFacts, write_to_attendees};
use super::slot::{SlotView, publish, reload};
use super::{App, Conflict, Error, availability, offer, slot};
use crate::domain::booking::{
    Attendee, Booking, BookingInput, BookingStatus, NewAttendee, NewBooking, Part,
};
use crate::domain::city::City;
use crate::domain::event::{EventKind, NewEvent, Topic, booking_data};
use crate::domain::host::Host;
use crate::domain::id::{BookingId, PartnershipId, SlotId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::offer::{Offer, OfferVisibility};
use crate::domain::person::Actor;
use crate::domain::slot::Refusal;
use crate::storage::{self, Tx, View, event_log};

/// A booking with all that those concerned are told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BookingView {
    /// The booking.
    pub booking: Booking,
    /// The guests' city.
    pub city: City,
    /// Everybody on it, the hosts' side too.
    pub attendees: Vec<Attendee>,
    /// The slot it claims.
    pub slot: SlotView,
    /// Where the booking's log stands.
    pub head: crate::domain::event::Head,
}

/// Books a slot for a guest party. Nobody needs an account for that.
///
/// # Errors
/// Where a field is wrong, the city may not book this offer, or the slot is full, closed or begun.
pub async fn create(
    app: &App,
    actor: &Actor,
    slot_id: SlotId,
    input: BookingInput,
    key: Option<IdempotencyKey>,
) -> Result<BookingView, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let (slot, offer, host) =
                storage::slot::by_id(tx, slot_id)?.ok_or(Error::NotFound("slot"))?;
            if !offer::visible(tx, &actor, &offer, &host)? {
                return Err(Error::NotFound("slot"));
            }
            let city = storage::city::by_slug(tx, input.city.trim())?;
            let city = city.ok_or_else(|| unknown_city(&app, &input))?;
            let new = input.check(&app.zones, &city.zone)?;
            let partnership_id = partnership(tx, &actor, &offer, &host, &city)?;

            availability::require_bookable(&app, tx, &slot)?;
            if !storage::slot::take_seats(tx, slot_id, new.seats, app.now())? {
                // Somebody was quicker, or it was never to be had: read again to say which.
                let refusal = reload(tx, slot_id)?.refusal(new.seats, app.now());
                return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
            }
            let booking = record(&app, slot_id, &city, partnership_id, &new);
            let attendees = attendees(&app, tx, &new, &host)?;
            storage::booking::insert(tx, &booking, &attendees)?;
            tell(&app, tx, &actor, &booking, &attendees, Told::Confirmed)?;
            load(&app, tx, &actor, booking)
        })
    })
    .await
}

/// The cities whose guests may book an offer of this host: its partners first.
///
/// # Errors
/// Where the database cannot be used.
pub async fn guest_cities(app: &App, actor: &Actor, slot: &SlotView) -> Result<Vec<City>, Error> {
    let (actor, visibility) = (actor.clone(), slot.offer.visibility);
    let host_city = slot.host.city_id;
    app.db
        .read(move |view| {
            let mut cities: Vec<City> = Vec::new();
            for partnership in storage::partnership::of_city(view, host_city)? {
                if partnership.takes_bookings() && actor.may_see(&partnership) {
                    cities.extend(partnership.cities);
                }
            }
            if visibility != OfferVisibility::Partners {
                cities.extend(storage::city::all(view)?);
            }
            let mut seen = HashSet::from([host_city]);
            cities.retain(|city| seen.insert(city.id));
            Ok(cities)
        })
        .await
}

/// An unknown city is told together with everything else that is wrong with the input.
fn unknown_city(app: &App, input: &BookingInput) -> Error {
    let mut invalid = Invalid::one("city", "unknown_city", "Choose your city.");
    if let Err(others) = input.check(&app.zones, "UTC") {
        invalid.0.extend(others.0);
    }
    invalid.into()
}

/// The partnership under which a city books an offer.
fn partnership(
    view: &mut View<'_>,
    actor: &Actor,
    offer: &Offer,
    host: &Host,
    city: &City,
) -> Result<Option<PartnershipId>, Error> {
    let partnerships = storage::partnership::of_city(view, host.city_id)?;
    let found = partnerships.iter().find(|partnership| {
        partnership.takes_bookings()
            && partnership.includes(city.id)
            && city.id != host.city_id
            && actor.may_see(partnership)
    });
    match (offer.visibility, found) {
        (OfferVisibility::Partners, None) => Err(Error::Forbidden(
            "only partner cities of the host's city book this offer",
        )),
        (_, found) => Ok(found.map(|partnership| partnership.id)),
    }
}

fn record(
    app: &App,
    slot_id: SlotId,
    city: &City,
    partnership_id: Option<PartnershipId>,
    new: &NewBooking,
) -> Booking {
    Booking {
        id: app.id(),
        slot_id,
        city_id: city.id,
        partnership_id,
        organization: new.organization.clone(),
        seats: new.seats,
        note: new.note.clone(),
        status: BookingStatus::Confirmed,
        sequence: 0,
        cancel_reason: None,
        created_at: app.now(),
        version: 1,
    }
}

/// The guests, and whoever receives them for the host; nobody twice.
fn attendees(
    app: &App,
    view: &mut View<'_>,
    new: &NewBooking,
    host: &Host,
) -> Result<Vec<Attendee>, Error> {
    let mut people = new.guests.clone();
    for person in storage::person::receiving(view, host.id, host.city_id)? {
        let comes_already = people
            .iter()
            .any(|guest| guest.email.to_lowercase() == person.email.to_lowercase());
        if !comes_already {
            people.push(NewAttendee {
                part: Part::Host,
                name: person.name,
                email: person.email,
                locale: person.locale,
                zone: person.zone,
            });
        }
    }
    let named = |person: NewAttendee| Attendee {
        id: app.id(),
        part: person.part,
        name: person.name,
        email: person.email,
        locale: person.locale,
        zone: person.zone,
    };
    Ok(people.into_iter().map(named).collect())
}

/// The booking of this id, for those concerned: the bearer of its manage link and its hosts.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(app: &App, subject: &Subject, id: BookingId) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let booking = concerned(&app, view, &subject, id)?;
        load(&app, view, &subject.actor, booking)
    })
    .await
}

/// The newest letter to the contact of a booking, from which its calendar file is made.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn letter(app: &App, subject: &Subject, id: BookingId) -> Result<Letter, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| {
        concerned(&app, view, &subject, id)?;
        let attendees = storage::booking::attendees(view, id)?;
        let contact = attendees
            .iter()
            .find(|attendee| attendee.part == Part::Contact);
        let contact = contact.ok_or(Error::NotFound("letter"))?;
        let letter = storage::outbox::newest_about(view, id, &contact.email)?;
        Ok(letter.ok_or(Error::NotFound("letter"))?.letter)
    })
    .await
}

/// Calls a booking off, frees its seats and tells everybody. Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` may see, or the visit has begun.
pub async fn cancel(
    app: &App,
    subject: &Subject,
    id: BookingId,
    reason: Option<String>,
) -> Result<BookingView, Error> {
    let mut checker = Checker::default();
    let reason = reason
        .map(|reason| checker.text("reason", &reason))
        .filter(|r| !r.is_empty());
    checker.finish(())?;
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let booking = concerned(&app, tx, &subject, id)?;
        let slot = reload(tx, booking.slot_id)?;
        if booking.status == BookingStatus::Confirmed && slot.starts_at <= app.now() {
            return Err(Conflict::VisitStarted.into());
        }
        if storage::booking::cancel(tx, id, reason.as_deref())? {
            storage::slot::release_seats(tx, booking.slot_id, booking.seats)?;
            let cancelled = stored(tx, id)?;
            let attendees = storage::booking::attendees(tx, id)?;
            tell(
                &app,
                tx,
                &subject.actor,
                &cancelled,
                &attendees,
                Told::Cancelled,
            )?;
        }
        let booking = stored(tx, id)?;
        load(&app, tx, &subject.actor, booking)
    })
    .await
}

/// Calls off every booking of a slot that will not take place. The seats go with the slot.
pub(super) fn cancel_all(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot: SlotId,
    reason: Option<&str>,
) -> Result<(), Error> {
    for booking in storage::booking::of_slots(tx, &[slot])? {
        if storage::booking::cancel(tx, booking.id, reason)? {
            storage::slot::release_seats(tx, slot, booking.seats)?;
            let cancelled = stored(tx, booking.id)?;
            let attendees = storage::booking::attendees(tx, booking.id)?;
            tell(app, tx, actor, &cancelled, &attendees, Told::SlotCancelled)?;
        }
    }
    Ok(())
}

/// What a change of a booking tells.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Confirmed,
    Cancelled,
    /// The slot's own event tells that its seats are gone.
    SlotCancelled,
    /// It was to begin then; the slot's own event tells that it moved.
    Moved(DateTime<Utc>),
}

/// Tells everybody concerned by the confirmed bookings of a slot that it begins at another
/// instant than `was`; says how many bookings those are. The slot's own event is not told here.
pub(super) fn move_all(
    app: &App,
    tx: &mut Tx<'_>,
    slot: SlotId,
    was: DateTime<Utc>,
) -> Result<usize, Error> {
    let mut moved = 0;
    for booking in storage::booking::of_slots(tx, &[slot])? {
        if storage::booking::raise_sequence(tx, booking.id)? {
            let booking = stored(tx, booking.id)?;
            let attendees = storage::booking::attendees(tx, booking.id)?;
            tell(
                app,
                tx,
                &Actor::System,
                &booking,
                &attendees,
                Told::Moved(was),
            )?;
            moved += 1;
        }
    }
    Ok(moved)
}

/// Publishes the events of a booking's change and writes its letters.
fn tell(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    attendees: &[Attendee],
    told: Told,
) -> Result<(), Error> {
    let (slot, offer, host) =
        storage::slot::by_id(tx, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
    let cities = storage::city::by_ids(tx, &[host.city_id, booking.city_id])?;
    let city = |id| {
        cities
            .iter()
            .find(|city| city.id == id)
            .ok_or(Error::NotFound("city"))
    };
    let (host_city, guest_city) = (city(host.city_id)?, city(booking.city_id)?);

    let (slot_event, booking_event, letter) = match told {
        Told::Confirmed => {
            let events = (Some(EventKind::SlotBooked), EventKind::BookingConfirmed);
            (events.0, events.1, LetterKind::VisitConfirmed)
        }
        Told::Cancelled => {
            let events = (Some(EventKind::SlotReleased), EventKind::BookingCancelled);
            (events.0, events.1, LetterKind::VisitCancelled)
        }
        Told::SlotCancelled => (
            None,
            EventKind::BookingCancelled,
            LetterKind::VisitCancelled,
        ),
        Told::Moved(_) => (None, EventKind::BookingMoved, LetterKind::VisitMoved),
    };
    if let Some(kind) = slot_event {
        publish(app, tx, actor, kind, &slot, &offer, host_city)?;
        availability::tell_counted(app, tx, actor, &offer, host_city)?;
    }
    tx.publish(NewEvent {
        kind: booking_event,
        topics: vec![Topic::Booking(booking.id)],
        data: booking_data(booking),
        at: app.now(),
        actor: actor.label(),
    });

    if letter != LetterKind::VisitConfirmed {
        storage::outbox::supersede(tx, booking.id, LetterKind::VisitConfirmed)?;
        storage::outbox::supersede(tx, booking.id, LetterKind::VisitMoved)?;
    }
    let host = host.name.as_str();
    let facts = VisitFacts {
        slot: &slot,
        offer: &offer,
        host,
        host_city,
        guest_city,
        booking,
        moved_from: match told {
            Told::Moved(was) => Some(was),
            _ => None,
        },
    };
    write_to_attendees(app, tx, letter, &facts, attendees)
}

/// The booking of this id, where `subject` is one of those concerned.
fn concerned(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: BookingId,
) -> Result<Booking, Error> {
    let booking = stored(view, id)?;
    let by_link = subject
        .manage_key
        .as_deref()
        .is_some_and(|k| app.link_key.may_manage(id, k));
    if by_link || hosts(view, &subject.actor, &booking)? {
        Ok(booking)
    } else {
        Err(Error::NotFound("booking"))
    }
}

fn stored(view: &mut View<'_>, id: BookingId) -> Result<Booking, Error> {
    storage::booking::by_id(view, id)?.ok_or(Error::NotFound("booking"))
}

/// Whether `actor` manages the host that a booking visits.
pub(super) fn hosts(view: &mut View<'_>, actor: &Actor, booking: &Booking) -> Result<bool, Error> {
    let found = storage::slot::by_id(view, booking.slot_id)?;
    Ok(found.is_some_and(|(_, _, host)| actor.manages(&host)))
}

fn load(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    booking: Booking,
) -> Result<BookingView, Error> {
    let found = storage::slot::by_id(view, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
    let city = storage::city::by_ids(view, &[booking.city_id])?.pop();
    Ok(BookingView {
        city: city.ok_or(Error::NotFound("city"))?,
        attendees: storage::booking::attendees(view, booking.id)?,
        slot: slot::load(app, view, actor, found)?,
        head: event_log::head(view, &Topic::Booking(booking.id))?,
        booking,
    })
}
