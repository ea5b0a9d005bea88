//! Approving and declining a request, by whom the offer's policy says.

use super::change::{edit, save};
use super::{BookingView, concerned, load, stored, tell};
use crate::app::access::{Subject, require};
use crate::app::{App, Conflict, Error, seats};
use crate::domain::booking::{Booking, BookingAct, BookingStatus};
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::host::Host;
use crate::domain::id::{BookingId, CityId};
use crate::domain::input::Checker;
use crate::domain::offer::Offer;
use crate::domain::person::{Actor, Person};
use crate::domain::policy::Approval;
use crate::storage::{self, View};

/// What `actor` approves by booking themselves: for the host's side and for the guests'.
pub(super) fn given(actor: &Actor, offer: &Offer, host: &Host, city: &City) -> (bool, bool) {
    match offer.policy.approval {
        Approval::Instant => (true, true),
        Approval::Host => (actor.manages(host), true),
        Approval::Both => (actor.coordinates(host.city_id), actor.coordinates(city.id)),
    }
}

/// For which sides of a request `actor` answers: the host's and the guests'.
fn sides(actor: &Actor, offer: &Offer, host: &Host, guests: CityId) -> (bool, bool) {
    match offer.policy.approval {
        // A policy that was changed after the request leaves the answer to the host.
        Approval::Instant | Approval::Host => (actor.manages(host), false),
        Approval::Both => (actor.coordinates(host.city_id), actor.coordinates(guests)),
    }
}

/// Whether a request waits for the answer of `actor`.
pub(in crate::app) fn awaits(
    view: &mut View<'_>,
    actor: &Actor,
    booking: &Booking,
) -> Result<bool, Error> {
    let Some((_, offer, host)) = storage::slot::by_id(view, booking.slot_id)? else {
        return Ok(false);
    };
    let (for_host, for_guests) = sides(actor, &offer, &host, booking.city_id);
    let unsaid = (for_host && !booking.host_approved) || (for_guests && !booking.guest_approved);
    Ok(unsaid && booking.status == BookingStatus::Requested)
}

/// Who is asked to approve.
pub(super) fn approvers(
    view: &mut View<'_>,
    offer: &Offer,
    host: &Host,
    guests: CityId,
) -> Result<Vec<Person>, Error> {
    if offer.policy.approval != Approval::Both {
        return Ok(storage::person::receiving(view, host.id, host.city_id)?);
    }
    let mut people = storage::person::coordinators(view, host.city_id)?;
    for person in storage::person::coordinators(view, guests)? {
        if !people.iter().any(|known| known.id == person.id) {
            people.push(person);
        }
    }
    Ok(people)
}

/// Approves a request for the side or sides that `subject` answers for; the last side confirms it.
/// Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` answers for, it is no request any more or its time is over.
pub async fn approve(app: &App, subject: &Subject, id: BookingId) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        concerned(&app, tx, &subject, id)?;
        let actor = &subject.actor;
        let (booking, _, offer, host) = edit(tx, id)?;
        let (for_host, for_guests) = sides(actor, &offer, &host, booking.city_id);
        require(
            actor,
            for_host || for_guests,
            "only who answers for it approves",
        )?;
        let after = Booking {
            host_approved: booking.host_approved || for_host,
            // Where only the host decides, the guests' side has nothing to say.
            guest_approved: booking.guest_approved
                || for_guests
                || offer.policy.approval != Approval::Both,
            ..booking.clone()
        };
        match booking.status {
            BookingStatus::Requested => {}
            BookingStatus::Confirmed => return load(&app, tx, &subject, booking),
            other => return Err(Conflict::BookingIs(other).into()),
        }
        if booking.respond_by.is_some_and(|by| by <= app.now()) {
            return Err(Conflict::BookingIs(BookingStatus::Lapsed).into());
        }
        let said_before = (booking.host_approved, booking.guest_approved)
            == (after.host_approved, after.guest_approved);
        if !said_before {
            let act = match after.host_approved && after.guest_approved {
                true => BookingAct::Approve,
                false => BookingAct::ApproveOneSide,
            };
            let after = save(tx, &booking, act, after)?;
            tell::changed(&app, tx, actor, act, &after)?;
        }
        let booking = stored(tx, id)?;
        load(&app, tx, &subject, booking)
    })
    .await
}

/// Declines a request, for whichever side: its seats are free again. Doing it again changes
/// nothing.
///
/// # Errors
/// Where there is none that `subject` answers for, or it is no request any more.
pub async fn decline(
    app: &App,
    subject: &Subject,
    id: BookingId,
    reason: Option<String>,
) -> Result<BookingView, Error> {
    let mut check = Checker::default();
    let reason = reason.map(|reason| check.text("reason", &reason));
    check.finish(())?;
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let slot = concerned(&app, tx, &subject, id)?.slot_id;
        let actor = &subject.actor;
        seats::open(&app, tx, &[slot])?;
        let (booking, _, offer, host) = edit(tx, id)?;
        let (for_host, for_guests) = sides(actor, &offer, &host, booking.city_id);
        require(
            actor,
            for_host || for_guests,
            "only who answers for it declines",
        )?;
        match booking.status {
            BookingStatus::Requested => {
                let after = Booking {
                    cancel_reason: reason.clone().filter(|reason| !reason.is_empty()),
                    ..booking.clone()
                };
                let after = save(tx, &booking, BookingAct::Decline, after)?;
                storage::seats::give_back(tx, after.slot_id, after.seats)?;
                tell::changed(&app, tx, actor, BookingAct::Decline, &after)?;
            }
            BookingStatus::Declined => {}
            other => return Err(Conflict::BookingIs(other).into()),
        }
        seats::settle(&app, tx, actor, slot, EventKind::SlotReleased)?;
        let booking = stored(tx, id)?;
        load(&app, tx, &subject, booking)
    })
    .await
}

/// Confirms again, for the cities that `subject` coordinates, a visit that new rules of a clock took
/// out of their reachable hours. Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` may see, or they coordinate neither of its cities.
pub async fn confirm_again(
    app: &App,
    subject: &Subject,
    id: BookingId,
) -> Result<BookingView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let actor = &subject.actor;
        let (booking, _, _, host) = edit(tx, id)?;
        let cities = [host.city_id, booking.city_id];
        let theirs: Vec<CityId> = cities
            .into_iter()
            .filter(|city| actor.coordinates(*city))
            .collect();
        if theirs.is_empty() {
            // Whoever may see it is told that they may not; to others there is none.
            concerned(&app, tx, &subject, id)?;
            let reason = "only who coordinates the city confirms again";
            require(actor, false, reason)?;
        }
        storage::confirm_again::forget(tx, id, &theirs)?;
        load(&app, tx, &subject, booking)
    })
    .await
}
