//! Bookings: making one and looking at it. What happens to it later is in [`change`], who has to
//! approve it in [`approval`].
//!
//! [`create`] is the whole idea in one function: it takes the seats by one conditional update and
//! writes the booking, its events and its letters in the same transaction.

pub mod approval;
pub mod change;
pub(super) mod clocks;
pub(super) mod tell;

pub use change::cancel;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::access::Subject;
use super::idempotency::{IdempotencyKey, once};
use super::links::token_hash;
use super::local_time::local_times;
use super::slot::{SlotView, reload};
use super::{App, Conflict, Error, availability, offer, room, seats, slot};
use crate::domain::booking::{
    Attendee, Booking, BookingAct, BookingInput, BookingStatus, NewAttendee, NewBooking, Part,
};
use crate::domain::city::City;
use crate::domain::event::{EventKind, Topic};
use crate::domain::host::Host;
use crate::domain::id::{BookingId, CityId, PartnershipId, SlotId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::Letter;
use crate::domain::offer::{Offer, OfferVisibility};
use crate::domain::person::Actor;
use crate::domain::policy::{Approval, Policy, Wishes};
use crate::domain::slot::{Refusal, Slot};
use crate::domain::waiting::WaitingState;
use crate::storage::seats::By;
use crate::storage::slot::SlotOfOffer;
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
    /// The cities that have to confirm it again, because a clock's new rules took it out of their
    /// reachable hours.
    #[serde(default)]
    pub confirm_again: Vec<City>,
    /// The slot it claims.
    pub slot: SlotView,
    /// Where it takes place, told to those who come and to the host's people.
    #[serde(default)]
    pub meeting_url: Option<String>,
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
            let booking = create_in(&app, tx, &actor, slot_id, &input)?;
            // Whoever books comes.
            load_for(&app, tx, &actor, booking, true)
        })
    })
    .await
}

/// [`create`] within a transaction, for those who book several slots in one: they lock all of them
/// first, by `storage::seats::lock`.
pub(super) fn create_in(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    slot_id: SlotId,
    input: &BookingInput,
) -> Result<Booking, Error> {
    let (slot, offer, host) = storage::slot::by_id(tx, slot_id)?.ok_or(Error::NotFound("slot"))?;
    if !offer::visible(tx, actor, &offer, &host)? {
        return Err(Error::NotFound("slot"));
    }
    let guests = guests(app, tx, actor, &offer, &host, input)?;
    if offer.policy.party_limit > 0 || offer.policy.city_limit > 0 {
        storage::offer::lock(tx, offer.id)?;
    }
    availability::require_bookable(app, tx, &slot)?;
    seats::open(app, tx, &[slot_id])?;
    within_limits(tx, &offer, &guests)?;
    take_seats(app, tx, slot_id, input, guests.new.seats)?;

    let approvals = approval::given(actor, &offer, &host, &guests.city);
    let booking = record(app, &slot, &offer.policy, &guests, approvals);
    let attendees = attendees(app, tx, &guests.new, &host)?;
    storage::booking::insert(tx, &booking, &attendees)?;
    let act = match booking.status {
        BookingStatus::Requested => BookingAct::Request,
        _ => BookingAct::Book,
    };
    tell::changed(app, tx, actor, act, &booking)?;
    seats::settle(app, tx, actor, slot_id, EventKind::SlotBooked)?;
    Ok(booking)
}

/// Books a slot that this transaction has made for a visit of a series, by its host's decision:
/// what the offer says of notice, limits and approval has been decided with the series.
pub(super) fn create_agreed(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    what: (&Slot, &Offer, &Host),
    guests: &Guests,
) -> Result<Booking, Error> {
    create_decided(app, tx, actor, what, guests, (true, true))
}

/// Books a slot for guests who were found outside of its form: past the offer's notice and limits,
/// approved for the host's side and for the guests' as `approvals` says.
pub(super) fn create_decided(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (slot, offer, host): (&Slot, &Offer, &Host),
    guests: &Guests,
    approvals: (bool, bool),
) -> Result<Booking, Error> {
    seats::open(app, tx, &[slot.id])?;
    if !storage::seats::take(tx, slot.id, guests.new.seats, By::Host, app.now())? {
        let refusal = reload(tx, slot.id)?.refusal(guests.new.seats, app.now());
        return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
    }
    let booking = record(app, slot, &offer.policy, guests, approvals);
    let attendees = attendees(app, tx, &guests.new, host)?;
    storage::booking::insert(tx, &booking, &attendees)?;
    let act = match booking.status {
        BookingStatus::Requested => BookingAct::Request,
        _ => BookingAct::Book,
    };
    tell::changed(app, tx, actor, act, &booking)?;
    seats::settle(app, tx, actor, slot.id, EventKind::SlotBooked)?;
    Ok(booking)
}

/// Who wants to book, checked against what the offer asks of them.
pub(super) struct Guests {
    pub city: City,
    pub new: NewBooking,
    pub group_size: i32,
    pub wishes: Wishes,
    pub partnership: Option<PartnershipId>,
}

/// Checks who wants to book an offer, and whether their city may.
pub(super) fn guests(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    offer: &Offer,
    host: &Host,
    input: &BookingInput,
) -> Result<Guests, Error> {
    let city = storage::city::by_slug(view, input.city.trim())?;
    let city = city.ok_or_else(|| unknown_city(app, input))?;
    let mut check = Checker::default();
    let policy = &offer.policy;
    let (group_size, wishes) =
        policy.wishes(&mut check, &input.wishes, input.seats, &offer.languages);
    let wishes = check.finish(wishes);
    let (new, wishes) = match (input.check(&app.zones, &city.zone), wishes) {
        (Ok(new), Ok(wishes)) => (new, wishes),
        (Err(mut invalid), Err(others)) => {
            invalid.add(others);
            return Err(invalid.into());
        }
        (Err(invalid), _) | (_, Err(invalid)) => return Err(invalid.into()),
    };
    Ok(Guests {
        partnership: partnership(view, actor, offer, host, &city)?,
        city,
        new,
        group_size,
        wishes,
    })
}

/// Refuses one booking more than a party or a city may have. Under the offer's lock.
fn within_limits(view: &mut View<'_>, offer: &Offer, guests: &Guests) -> Result<(), Error> {
    let (of_party, of_city) = (offer.policy.party_limit, offer.policy.city_limit);
    if of_party == 0 && of_city == 0 {
        return Ok(());
    }
    let contact = guests.new.guests.first();
    let email = contact
        .map(|guest| guest.email.as_str())
        .unwrap_or_default();
    let (party, city) = storage::booking::count_open(view, offer.id, email, guests.city.id)?;
    if of_party > 0 && party >= of_party.into() {
        return Err(Conflict::PartyLimit.into());
    }
    if of_city > 0 && city >= of_city.into() {
        return Err(Conflict::CityLimit.into());
    }
    Ok(())
}

/// Takes the seats of a slot that is open to this transaction: those held for the guests, else of
/// those that are left.
fn take_seats(
    app: &App,
    tx: &mut Tx<'_>,
    slot: SlotId,
    input: &BookingInput,
    seats: i32,
) -> Result<(), Error> {
    let by = match input
        .hold_token
        .as_deref()
        .filter(|token| !token.is_empty())
    {
        None => By::Openly,
        Some(token) => By::Hold(use_hold(tx, slot, token)?),
    };
    if !storage::seats::take(tx, slot, seats, by, app.now())? {
        // Somebody was quicker, or it was never to be had: read again to say which.
        let refusal = reload(tx, slot)?.refusal(seats, app.now());
        return Err(Conflict::Slot(refusal.unwrap_or(Refusal::Full)).into());
    }
    Ok(())
}

/// Gives a hold up for the booking that it was made for; says how many seats it kept.
fn use_hold(tx: &mut Tx<'_>, slot: SlotId, token: &str) -> Result<i32, Error> {
    let hold = storage::hold::by_token(tx, &token_hash(token))?.ok_or(Conflict::HoldExpired)?;
    if hold.slot_id != slot {
        let detail = "This hold keeps seats of another slot.";
        return Err(Invalid::one("hold_token", "other_slot", detail).into());
    }
    storage::hold::remove(tx, &hold.token_hash)?;
    if let Some(id) = hold.waiting_id {
        let (from, to) = (WaitingState::Offered, WaitingState::Booked);
        storage::waiting::set_state(tx, id, from, to, None)?;
    }
    Ok(hold.seats)
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
    slot: &Slot,
    policy: &Policy,
    guests: &Guests,
    (host_approved, guest_approved): (bool, bool),
) -> Booking {
    let confirmed = host_approved && guest_approved;
    Booking {
        id: app.id(),
        slot_id: slot.id,
        city_id: guests.city.id,
        partnership_id: guests.partnership,
        organization: guests.new.organization.clone(),
        seats: guests.new.seats,
        group_size: guests.group_size,
        wishes: guests.wishes.clone(),
        note: guests.new.note.clone(),
        status: match confirmed {
            true => BookingStatus::Confirmed,
            false => BookingStatus::Requested,
        },
        respond_by: (!confirmed).then(|| policy.answer_by(app.now(), slot.starts_at)),
        host_approved,
        guest_approved,
        sequence: 0,
        cancel_reason: None,
        created_at: app.now(),
        version: 1,
    }
}

/// The guests, and whoever receives them for the host; nobody twice.
pub(super) fn attendees(
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
    Ok(people
        .into_iter()
        .map(|person| named(app, person))
        .collect())
}

fn named(app: &App, person: NewAttendee) -> Attendee {
    Attendee {
        id: app.id(),
        part: person.part,
        name: person.name,
        email: person.email,
        locale: person.locale,
        zone: person.zone,
    }
}

/// The booking of this id, for those concerned: the bearer of its manage link and its hosts.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(app: &App, subject: &Subject, id: BookingId) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let booking = seen(&app, view, &subject, id)?;
        load(&app, view, &subject, booking)
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
        let booking = concerned(&app, view, &subject, id)?;
        // It tells where the visit takes place, which who only approves is not told.
        if !holds_link(&app, &subject, id) && !hosts(view, &subject.actor, &booking)? {
            return Err(Error::NotFound("letter"));
        }
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

/// The booking of this id, for those concerned and for who is asked to confirm it again.
fn seen(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: BookingId,
) -> Result<Booking, Error> {
    let asked = storage::confirm_again::of_booking(view, id)?;
    if asked.iter().any(|city| subject.actor.coordinates(*city)) {
        return stored(view, id);
    }
    concerned(app, view, subject, id)
}

/// The booking of this id, where `subject` is one of those concerned.
pub(super) fn concerned(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: BookingId,
) -> Result<Booking, Error> {
    let booking = stored(view, id)?;
    if holds_link(app, subject, id) || answers_for(view, &subject.actor, &booking)? {
        Ok(booking)
    } else {
        Err(Error::NotFound("booking"))
    }
}

/// Whether `subject` came by the manage link of a booking.
fn holds_link(app: &App, subject: &Subject, id: BookingId) -> bool {
    let key = subject.manage_key.as_deref();
    key.is_some_and(|key| app.link_key.may_manage(id, key))
}

pub(super) fn stored(view: &mut View<'_>, id: BookingId) -> Result<Booking, Error> {
    storage::booking::by_id(view, id)?.ok_or(Error::NotFound("booking"))
}

/// Whether `actor` manages the host that a booking visits, or approves it for the guests' city.
fn answers_for(view: &mut View<'_>, actor: &Actor, booking: &Booking) -> Result<bool, Error> {
    let Some((_, offer, host)) = storage::slot::by_id(view, booking.slot_id)? else {
        return Ok(false);
    };
    let both = offer.policy.approval == Approval::Both;
    Ok(actor.manages(&host) || (both && actor.coordinates(booking.city_id)))
}

/// Whether `actor` manages the host that a booking visits.
pub(super) fn hosts(view: &mut View<'_>, actor: &Actor, booking: &Booking) -> Result<bool, Error> {
    let found = storage::slot::by_id(view, booking.slot_id)?;
    Ok(found.is_some_and(|(_, _, host)| actor.manages(&host)))
}

pub(super) fn load(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    booking: Booking,
) -> Result<BookingView, Error> {
    let comes = holds_link(app, subject, booking.id);
    load_for(app, view, &subject.actor, booking, comes)
}

/// [`load`] for somebody who comes, or does not, as far as that is known without looking.
fn load_for(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    booking: Booking,
    comes: bool,
) -> Result<BookingView, Error> {
    let found = storage::slot::by_id(view, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
    let city = storage::city::by_ids(view, &[booking.city_id])?.pop();
    let city = city.ok_or(Error::NotFound("city"))?;
    let takes_place = matches!(
        booking.status,
        BookingStatus::Confirmed | BookingStatus::Completed
    );
    let meeting_url = match actor.manages(&found.2) || (comes && takes_place) {
        true => room::address(view, found.0.id, &found.1)?,
        false => None,
    };
    let slot = slot_for(app, view, actor, found, city.id)?;
    let asked = storage::confirm_again::of_booking(view, booking.id)?;
    Ok(BookingView {
        confirm_again: storage::city::by_ids(view, &asked)?,
        attendees: storage::booking::attendees(view, booking.id)?,
        city,
        slot,
        meeting_url,
        head: event_log::head(view, &Topic::Booking(booking.id))?,
        booking,
    })
}

/// A slot in the clocks that `actor` may see and in that of the guests' city, which need not be a
/// partner.
pub(super) fn slot_for(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    found: SlotOfOffer,
    guests: CityId,
) -> Result<SlotView, Error> {
    let mut slot = slot::load(app, view, actor, found)?;
    if slot.local.iter().any(|local| local.city.id == guests) {
        return Ok(slot);
    }
    let host_city = slot.local.first().map(|local| local.city.clone());
    let guest_city = storage::city::by_ids(view, &[guests])?.pop();
    let cities: Vec<City> = host_city.into_iter().chain(guest_city).collect();
    let local = local_times(app, &cities, slot.slot.starts_at, slot.slot.ends_at)?;
    slot.local.extend(local.into_iter().skip(1));
    Ok(slot)
}
