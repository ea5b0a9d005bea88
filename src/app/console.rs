//! What hosts look at when they work: whom they act for, what is offered, the times to come and
//! who has booked them. Changing any of it is the use case of its noun.

use std::collections::HashMap;

use chrono::Duration;

use super::booking::approval;
use super::busy::{Clash, clashes};
use super::slot::{SlotView, complete};
use super::{App, Error};
use crate::domain::answer::Participation;
use crate::domain::booking::{Attendee, Booking, BookingStatus};
use crate::domain::city::City;
use crate::domain::event::{Head, Topic};
use crate::domain::host::Host;
use crate::domain::id::{BookingId, CityId, HostId, OfferId, SlotId};
use crate::domain::offer::{DURATION_MAX, Offer};
use crate::domain::partnership::Partnership;
use crate::domain::person::{Actor, Person};
use crate::storage::slot::SlotFilter;
use crate::storage::{self, View, event_log};

/// Most times of one offer that are shown.
pub const SLOTS_MAX: i64 = 100;
/// Most hosts that are shown at once without being asked for one.
const HOSTS_MAX: usize = 3;
/// Most topics that one page follows.
const TOPICS_MAX: usize = 50;

/// What somebody's console shows, read in one moment.
#[derive(Debug)]
pub struct Console {
    /// Every city, by name.
    pub cities: Vec<City>,
    /// The hosts they manage, by name.
    pub hosts: Vec<Host>,
    /// What these hosts offer, by title.
    pub offers: Vec<Offer>,
    /// Whether they may know of any partnership.
    pub has_partnership: bool,
    /// Partnerships of cities they coordinate that not all cities have agreed to.
    pub proposals: Vec<Partnership>,
    /// Bookings that cities they coordinate have to confirm again, each with its offer's title.
    pub confirm_again: Vec<(Booking, String)>,
    /// Booked visits at times when their own calendars say that they are busy.
    pub clashes: Vec<Clash>,
    /// The hosts that are shown: all where they are few, else the one asked for or the first that
    /// offers something.
    pub shown: Vec<HostId>,
    /// Who receives visits for the hosts shown.
    pub people: HashMap<HostId, Vec<Person>>,
    /// The times to come of the offers shown, at most [`SLOTS_MAX`] each, by start.
    pub times: HashMap<OfferId, Times>,
    /// Requests that wait for their answer, by the deadline.
    pub requests: Vec<Request>,
    /// The topics that tell what happens to these times, each with its log's head.
    pub live: Vec<(Topic, Head)>,
}

/// The times of an offer that are not over.
#[derive(Debug, Default)]
pub struct Times {
    /// The times, by start, each with the parties that come.
    pub slots: Vec<(SlotView, Vec<Party>)>,
    /// Whether more follow.
    pub more: bool,
}

/// A party that comes.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its booking.
    pub booking: Booking,
    /// Who booked.
    pub contact: Option<Attendee>,
    /// What those on it have answered who have.
    pub answers: Vec<Participation>,
    /// How many are on it.
    pub people: usize,
}

/// A request that waits for somebody's answer.
#[derive(Debug, Clone)]
pub struct Request {
    /// The party and its booking.
    pub party: Party,
    /// The slot that it asks for.
    pub slot: SlotView,
}

/// Most requests that are shown.
const REQUESTS_MAX: i64 = 50;

/// The requests that wait for `actor`, by their deadline.
fn requests(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    hosts: &[Host],
) -> Result<Vec<Request>, Error> {
    let hosts: Vec<HostId> = hosts.iter().map(|host| host.id).collect();
    let cities = storage::city::all(view)?.into_iter().map(|city| city.id);
    let cities: Vec<CityId> = cities.filter(|city| actor.coordinates(*city)).collect();
    let found = storage::booking::requests(view, &hosts, &cities, REQUESTS_MAX)?;
    let ids: Vec<BookingId> = found.iter().map(|booking| booking.id).collect();
    let mut contacts: HashMap<BookingId, Attendee> = storage::booking::contacts(view, &ids)?
        .into_iter()
        .collect();
    let mut requests = Vec::new();
    for booking in found {
        if !approval::awaits(view, actor, &booking)? {
            continue;
        }
        let slot = storage::slot::by_id(view, booking.slot_id)?.ok_or(Error::NotFound("slot"))?;
        let contact = contacts.remove(&booking.id);
        requests.push(Request {
            slot: super::booking::slot_for(app, view, actor, slot, booking.city_id)?,
            party: Party {
                booking,
                contact,
                answers: Vec::new(),
                people: 0,
            },
        });
    }
    Ok(requests)
}

/// What the console of `actor` shows; of one host where they manage many, maybe of the one
/// asked for.
///
/// # Errors
/// Where nobody is signed in, or the database cannot be used.
pub async fn look(app: &App, actor: &Actor, host: Option<HostId>) -> Result<Console, Error> {
    if *actor == Actor::Guest {
        return Err(Error::SignInRequired);
    }
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let mut hosts = storage::host::list(view, None)?;
        hosts.retain(|host| actor.manages(host));
        let offers = storage::offer::list(view, None)?.into_iter();
        let offers = offers.filter(|(_, host)| actor.manages(host));
        let offers: Vec<Offer> = offers.map(|(offer, _)| offer).collect();
        let shown = shown(&hosts, &offers, host);
        let on_desk = offers.iter().filter(|offer| shown.contains(&offer.host_id));
        let on_desk: Vec<OfferId> = on_desk.map(|offer| offer.id).collect();
        let mut people = HashMap::new();
        for host in hosts.iter().filter(|host| shown.contains(&host.id)) {
            let receiving = storage::person::receiving(view, host.id, host.city_id)?;
            people.insert(host.id, receiving);
        }
        let mut live = Vec::new();
        for topic in on_desk.iter().take(TOPICS_MAX).map(|id| Topic::Offer(*id)) {
            let head = event_log::head(view, &topic)?;
            live.push((topic, head));
        }
        let times = times(&app, view, &actor, &on_desk)?;
        let parties = times.values().flat_map(|times| &times.slots);
        let bookings = parties.flat_map(|(_, parties)| parties.iter().map(|p| p.booking.id));
        let mut bookings: Vec<BookingId> = bookings.collect();
        bookings.sort();
        let left = TOPICS_MAX.saturating_sub(live.len());
        for topic in bookings.into_iter().take(left).map(Topic::Booking) {
            let head = event_log::head(view, &topic)?;
            live.push((topic, head));
        }
        let mut partnerships = storage::partnership::all(view)?;
        let has_partnership = partnerships.iter().any(|known| actor.may_see(known));
        partnerships.retain(|known| {
            let keeps = |city: &City| actor.coordinates(city.id);
            !known.is_agreed() && known.cities.iter().any(keeps)
        });
        Ok(Console {
            requests: requests(&app, view, &actor, &hosts)?,
            has_partnership,
            proposals: partnerships,
            confirm_again: confirm_again(view, &actor)?,
            clashes: clashes(&app, view, &actor, &hosts)?,
            cities: storage::city::all(view)?,
            times,
            hosts,
            offers,
            shown,
            people,
            live,
        })
    })
    .await
}

/// The bookings that the cities of `actor` have to confirm again.
fn confirm_again(view: &mut View<'_>, actor: &Actor) -> Result<Vec<(Booking, String)>, Error> {
    let cities = storage::city::all(view)?.into_iter();
    let cities: Vec<_> = cities.map(|city| city.id).collect();
    let theirs: Vec<_> = cities
        .into_iter()
        .filter(|city| actor.coordinates(*city))
        .collect();
    let mut found = Vec::new();
    for id in storage::confirm_again::of_cities(view, &theirs, SLOTS_MAX)? {
        if let Some(booking) = storage::booking::by_id(view, id)?
            && let Some((_, offer, _)) = storage::slot::by_id(view, booking.slot_id)?
        {
            found.push((booking, offer.title));
        }
    }
    Ok(found)
}

fn shown(hosts: &[Host], offers: &[Offer], asked: Option<HostId>) -> Vec<HostId> {
    let ids = || hosts.iter().map(|host| host.id);
    if hosts.len() <= HOSTS_MAX {
        return ids().collect();
    }
    if let Some(id) = ids().find(|id| Some(*id) == asked) {
        return vec![id];
    }
    let offers_something = |id: &HostId| offers.iter().any(|offer| offer.host_id == *id);
    let first = ids().find(offers_something).or_else(|| ids().next());
    first.into_iter().collect()
}

fn times(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    offers: &[OfferId],
) -> Result<HashMap<OfferId, Times>, Error> {
    let mut times: HashMap<OfferId, Times> = HashMap::new();
    let mut found = Vec::new();
    for offer in offers {
        let filter = SlotFilter {
            offer: Some(*offer),
            // A visit under way is not over yet.
            from: Some(app.now() - Duration::minutes(DURATION_MAX.into())),
            ..SlotFilter::default()
        };
        let mut slots = storage::slot::list(view, &filter, SLOTS_MAX + 1)?;
        let more = slots.len() as i64 > SLOTS_MAX;
        slots.truncate(SLOTS_MAX as usize);
        slots.retain(|(slot, ..)| slot.ends_at > app.now());
        times.entry(*offer).or_default().more = more;
        found.extend(slots);
    }
    let slots = complete(app, view, actor, found, None)?;
    let ids: Vec<SlotId> = slots.iter().map(|slot| slot.slot.id).collect();
    let mut parties = parties(view, &ids)?;
    for slot in slots {
        let parties = parties.remove(&slot.slot.id).unwrap_or_default();
        let of_offer = times.entry(slot.offer.id).or_default();
        of_offer.slots.push((slot, parties));
    }
    Ok(times)
}

/// The parties that come, by slot, in the order of their booking.
fn parties(view: &mut View<'_>, slots: &[SlotId]) -> Result<HashMap<SlotId, Vec<Party>>, Error> {
    let mut bookings = storage::booking::of_slots(view, slots)?;
    bookings.retain(|booking| booking.status == BookingStatus::Confirmed);
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let mut contacts: HashMap<BookingId, Attendee> = storage::booking::contacts(view, &ids)?
        .into_iter()
        .collect();
    let mut answers = storage::answer::by_booking(view, &ids)?;
    let mut parties: HashMap<SlotId, Vec<Party>> = HashMap::new();
    for booking in bookings {
        let contact = contacts.remove(&booking.id);
        let (people, answers) = answers.remove(&booking.id).unwrap_or_default();
        let of_slot = parties.entry(booking.slot_id).or_default();
        of_slot.push(Party {
            booking,
            contact,
            answers,
            people,
        });
    }
    Ok(parties)
}
