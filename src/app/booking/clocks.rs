//! What new rules of a clock do to bookings: who is told that a visit moved, and which city has to
//! confirm one again because it left its reachable hours.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDateTime, Utc};

use super::stored;
use super::tell::{Scene, ask, publish, reader, request};
use crate::app::letters::{self, VisitFacts};
use crate::app::local_time::zone_of;
use crate::app::{App, Error};
use crate::domain::booking::{Booking, BookingStatus};
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::hours::{Tier, tier};
use crate::domain::id::{CityId, SlotId};
use crate::domain::letter::LetterKind;
use crate::domain::person::{Actor, Person};
use crate::storage::guest_clock::{self, ToldOtherwise};
use crate::storage::{self, Tx};

/// Bookings that are read at once.
const CHUNK: i64 = 1000;

/// Keeps what the guests' clock shows at a visit: what its rules are compared with when they change.
pub(super) fn keep(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    scene: &Scene,
) -> Result<(), Error> {
    let zone = zone_of(&app.zones, &scene.guest_city.zone)?;
    let offset = zone.at(scene.slot.starts_at).offset().local_minus_utc();
    guest_clock::keep(tx, booking.id, offset, app.zones.version())?;
    Ok(())
}

/// Tells everybody concerned by the bookings of a slot that it begins at another instant than
/// `was`; says how many bookings those are. The slot's own event is not told here.
pub(in crate::app) fn slot_moved(
    app: &App,
    tx: &mut Tx<'_>,
    slot: SlotId,
    was: DateTime<Utc>,
) -> Result<usize, Error> {
    let mut told = 0;
    for before in storage::booking::of_slots(tx, &[slot])? {
        if !matches!(
            before.status,
            BookingStatus::Requested | BookingStatus::Confirmed
        ) {
            continue;
        }
        let after = Booking {
            sequence: before.sequence + 1,
            ..before.clone()
        };
        if storage::booking::save(tx, &before, &after)? {
            let booking = stored(tx, before.id)?;
            tell_moved(app, tx, &booking, was)?;
            told += 1;
        }
    }
    Ok(told)
}

/// Tells those concerned by a booking that its slot begins at another instant than `was`. Whoever
/// waits for an answer is told anew what was asked for.
fn tell_moved(
    app: &App,
    tx: &mut Tx<'_>,
    booking: &Booking,
    was: DateTime<Utc>,
) -> Result<(), Error> {
    publish(app, tx, &Actor::System, EventKind::BookingMoved, booking);
    let scene = Scene::of(app, tx, booking)?;
    let facts = VisitFacts {
        moved_from: Some(was),
        ..scene.facts(booking)
    };
    let everybody = storage::booking::attendees(tx, booking.id)?;
    letters::take_back(tx, booking.id)?;
    if booking.status == BookingStatus::Confirmed {
        letters::invite(app, tx, LetterKind::VisitMoved, &facts, &everybody)?;
    } else {
        request(app, tx, &facts, &everybody)?;
        ask(app, tx, &scene, booking)?;
    }
    let known = guest_clock::offset(tx, booking.id)?;
    let (host, guest) = (&scene.host_city, &scene.guest_city);
    confirm_again(app, tx, &facts, &[(host, was, None), (guest, was, known)])?;
    keep(app, tx, booking, &scene)
}

/// Asks the guests' cities to confirm those visits again that new rules of their own clock took out
/// of their reachable hours, though their instant stays; says how many visits moved on it.
pub(in crate::app) fn guests_clocks(
    app: &App,
    tx: &mut Tx<'_>,
    from: DateTime<Utc>,
) -> Result<usize, Error> {
    let mut cities: HashMap<CityId, Option<City>> = HashMap::new();
    let (mut moved, mut after) = (0, None);
    loop {
        let version = app.zones.version();
        let told = guest_clock::told_otherwise(tx, version, from, after, CHUNK)?;
        let Some(last) = told.last() else { break };
        after = Some(last.booking);
        for one in told {
            let city = match cities.get(&one.city) {
                Some(city) => city.clone(),
                None => storage::city::by_ids(tx, &[one.city])?.pop(),
            };
            if let Some(city) = &city {
                moved += usize::from(guests_clock(app, tx, &one, city)?);
            }
            cities.insert(one.city, city);
        }
    }
    Ok(moved)
}

/// One of them; says whether it moved.
fn guests_clock(
    app: &App,
    tx: &mut Tx<'_>,
    told: &ToldOtherwise,
    city: &City,
) -> Result<bool, Error> {
    let now = zone_of(&app.zones, &city.zone)?.at(told.starts_at);
    let offset = now.offset().local_minus_utc();
    let moved = told.offset_seconds.is_some_and(|before| before != offset);
    if moved {
        let booking = stored(tx, told.booking)?;
        let scene = Scene::of(app, tx, &booking)?;
        let asked = (city, told.starts_at, told.offset_seconds);
        confirm_again(app, tx, &scene.facts(&booking), &[asked])?;
    }
    guest_clock::keep(tx, told.booking, offset, app.zones.version())?;
    Ok(moved)
}

/// Asks the coordinators of the cities whose reachable hours the visit has left to confirm it
/// again; a city into whose hours it came back has nothing to confirm any more.
///
/// Each city comes with when the visit began and, where that is known, the offset in seconds that
/// its clock had then.
fn confirm_again(
    app: &App,
    tx: &mut Tx<'_>,
    facts: &VisitFacts<'_>,
    cities: &[(&City, DateTime<Utc>, Option<i32>)],
) -> Result<(), Error> {
    let (slot, booking) = (facts.slot, facts.booking);
    let mut people: Vec<Person> = Vec::new();
    for &(city, was, known) in cities {
        let Ok(zone) = zone_of(&app.zones, &city.zone) else {
            continue;
        };
        let workdays = city.workdays();
        let unsocial = |start: NaiveDateTime| {
            let end = start + (slot.ends_at - slot.starts_at);
            tier(&city.hours, &workdays, start, end) == Tier::Unsocial
        };
        let before = match known {
            Some(offset) => (was + Duration::seconds(offset.into())).naive_utc(),
            // On the clock of the promise itself nothing has moved.
            None if app.zones.same(&slot.zone, &city.zone) => slot.local_start,
            None => zone.at(was).naive_local(),
        };
        let after = zone.at(slot.starts_at).naive_local();
        if !unsocial(after) {
            storage::confirm_again::forget(tx, booking.id, &[city.id])?;
        } else if !unsocial(before)
            && storage::confirm_again::ask(tx, booking.id, city.id, app.now())?
        {
            people.extend(storage::person::coordinators(tx, city.id)?);
        }
    }
    let mut told = HashSet::new();
    people.retain(|person| told.insert(person.id));
    for person in people {
        let reader = reader(app, person);
        letters::write(app, tx, LetterKind::ConfirmAgain, facts, &reader)?;
    }
    Ok(())
}
