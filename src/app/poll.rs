//! Polls: opening one, calling it off. What its readers see of it is in [`view`], answering in [`vote`], choosing
//! a time in [`close`].
//!
//! Whatever changes a poll or its answers changes its row first, so that of two that collide the
//! second sees what the first has left.

mod close;
mod view;
mod vote;

pub use close::{CloseInput, close};
pub(super) use view::may_look;
pub use view::{PollView, Standing, TimeView, get};
pub use vote::{VoteAsked, Voted, vote};

use chrono::{DateTime, Duration, Utc};

use super::access::{Subject, require};
use super::idempotency::{IdempotencyKey, once};
use super::letters::{place, write_poll};
use super::slot::host_first;
use super::{App, Conflict, Error, offer, partnership};
use crate::domain::city::City;
use crate::domain::event::{EventKind, NewEvent, Topic, poll_data};
use crate::domain::host::Host;
use crate::domain::id::{CityId, OfferId, PollId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::{PollFacts, VisitTime};
use crate::domain::offer::{CAPACITY_MAX, Offer, OfferVisibility};
use crate::domain::partnership::Partnership;
use crate::domain::person::{Actor, Role};
use crate::domain::poll::{Poll, PollInput, PollState};
use crate::storage::{self, Tx, View};
use view::{load, standing};

/// Most polls that one look answers.
const LIST_MAX: i64 = 100;

/// What a coordinator opens a poll with.
#[derive(Debug, Clone, Default)]
pub struct PollAsked {
    /// Id of the partnership.
    pub partnership: String,
    /// Id of the offer.
    pub offer_id: String,
    /// Slug of the guests' city; empty means the only partner.
    pub city: String,
    /// Seats that the visit takes.
    pub seats: i32,
    /// The rest.
    pub poll: PollInput,
}

/// A partnership whose cities `actor` may ask, with what can be visited in them.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The partnership.
    pub partnership: Partnership,
    /// What its cities offer.
    pub offers: Vec<(Offer, Host)>,
}

/// Where `actor` may open polls.
///
/// # Errors
/// Where the database cannot be used.
pub async fn desks(app: &App, actor: &Actor) -> Result<Vec<Desk>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let mut desks = Vec::new();
            for partnership in storage::partnership::all(view)? {
                if !keeps(&actor, &partnership) || !partnership.takes_bookings() {
                    continue;
                }
                let cities: Vec<CityId> = partnership.cities.iter().map(|city| city.id).collect();
                let mut offers = storage::offer::list(view, Some(&cities))?;
                offers.retain(|(offer, host)| {
                    offer.visibility != OfferVisibility::Unlisted || actor.manages(host)
                });
                desks.push(Desk {
                    partnership,
                    offers,
                });
            }
            Ok(desks)
        })
        .await
}

/// The polls of the partnerships that `actor` keeps a city of, the newest first, each with its
/// partnership.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<(Poll, Partnership)>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let mut kept = storage::partnership::all(view)?;
            kept.retain(|partnership| keeps(&actor, partnership));
            let ids: Vec<_> = kept.iter().map(|partnership| partnership.id).collect();
            let polls = storage::poll::of_partnerships(view, &ids, LIST_MAX)?;
            let with = |poll: Poll| {
                let of = kept.iter().find(|known| known.id == poll.partnership_id);
                Some((poll.clone(), of?.clone()))
            };
            Ok(polls.into_iter().filter_map(with).collect())
        })
        .await
}

/// Opens a poll; who keeps one of the partnership's cities does. The coordinators of the others
/// are written to.
///
/// # Errors
/// Where `actor` may not, a field is wrong, or the partnership is not agreed or at rest.
pub async fn create(
    app: &App,
    actor: &Actor,
    asked: PollAsked,
    key: Option<IdempotencyKey>,
) -> Result<PollView, Error> {
    require(
        actor,
        *actor != Actor::Guest,
        "only coordinators open polls",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let id = once(&app, tx, key.as_ref(), |tx| open(&app, tx, &actor, &asked))?;
        load(&app, tx, &actor.clone().into(), id, None)
    })
    .await
}

fn open(app: &App, tx: &mut Tx<'_>, actor: &Actor, asked: &PollAsked) -> Result<PollId, Error> {
    let unknown = || {
        let detail = "Name a partnership by its id.";
        Invalid::one("partnership", "unknown_partnership", detail)
    };
    let id = asked.partnership.trim().parse().map_err(|_| unknown())?;
    let partnership = partnership::visible(tx, actor, id)?.ok_or_else(unknown)?;
    require(
        actor,
        keeps(actor, &partnership),
        "only who keeps one of the cities opens a poll",
    )?;
    if !partnership.takes_bookings() {
        return Err(Error::Forbidden(
            "not all of the cities have agreed to this partnership, or it is at rest",
        ));
    }
    let (offer, host) = offer_of(tx, actor, asked, &partnership)?;
    let cities = host_first(host.city_id, partnership.cities.clone());
    let host_city = cities.first().ok_or(Error::NotFound("city"))?;
    let mut check = Checker::default();
    let guests = match (asked.city.trim(), cities.as_slice()) {
        // There is but one that it can be.
        ("", [_, partner]) => Some(partner),
        (slug, _) => cities.iter().skip(1).find(|city| city.slug == slug),
    };
    if guests.is_none() {
        let detail = "Choose the guests' city among the partners of the host's.";
        check.wrong("city", "unknown_city", detail);
    }
    let seats = check.number("seats", asked.seats, 1, CAPACITY_MAX);
    let new = asked.poll.check(&app.zones, &host_city.zone, app.now());
    let (new, guests) = match (new, guests, check.finish(())) {
        (Ok(new), Some(guests), Ok(())) => (new, guests),
        (new, _, faults) => return Err(all_faults(faults, new.map(drop)).into()),
    };
    let poll = Poll {
        id: app.id(),
        partnership_id: partnership.id,
        offer_id: offer.id,
        city_id: guests.id,
        title: match new.title.is_empty() {
            true => offer.title.clone(),
            false => new.title,
        },
        note: new.note,
        organization: new.organization,
        seats,
        state: PollState::Open,
        deadline: new.deadline,
        candidates: new.candidates,
        chosen: None,
        booking_id: None,
        voters: 0,
        version: 1,
        created_at: app.now(),
    };
    storage::poll::insert(tx, &poll)?;
    publish(app, tx, actor, EventKind::PollOpened, &poll);
    invite(app, tx, actor, (&poll, &offer, &host), &cities)?;
    Ok(poll.id)
}

/// What is wrong in two checks of one input.
fn all_faults(one: Result<(), Invalid>, other: Result<(), Invalid>) -> Invalid {
    let mut all = Invalid(Vec::new());
    for faults in [one, other].into_iter().filter_map(Result::err) {
        all.add(faults);
    }
    all
}

fn offer_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asked: &PollAsked,
    partnership: &Partnership,
) -> Result<(Offer, Host), Error> {
    let unknown = || {
        let detail = "Choose an offer of one of the partnership's cities.";
        Invalid::one("offer_id", "unknown_offer", detail)
    };
    let id: OfferId = asked.offer_id.trim().parse().map_err(|_| unknown())?;
    let (offer, host) = storage::offer::by_id(tx, id)?.ok_or_else(unknown)?;
    if !partnership.includes(host.city_id) || !offer::visible(tx, actor, &offer, &host)? {
        return Err(unknown().into());
    }
    Ok((offer, host))
}

/// Writes to the coordinators of the cities that whoever opens the poll does not keep.
fn invite(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    (poll, offer, host): (&Poll, &Offer, &Host),
    cities: &[City],
) -> Result<(), Error> {
    let own = |city: CityId| match actor {
        Actor::Person { roles, .. } => roles.contains(&Role::Coordinator(city)),
        Actor::Guest | Actor::System => false,
    };
    let time = |starts_at: &DateTime<Utc>| VisitTime {
        starts_at: *starts_at,
        ends_at: *starts_at + Duration::minutes(offer.duration_minutes.into()),
    };
    let place_of = |id: CityId| {
        let found = cities.iter().find(|city| city.id == id);
        found.map(place).ok_or(Error::NotFound("city"))
    };
    for city in cities.iter().filter(|city| !own(city.id)) {
        for person in storage::person::coordinators(tx, city.id)? {
            if actor.person().is_some_and(|known| known.id == person.id) {
                continue;
            }
            let facts = PollFacts {
                poll_id: poll.id,
                city_id: city.id,
                city: place(city),
                title: poll.title.clone(),
                note: poll.note.clone(),
                host: host.name.clone(),
                host_city: place_of(host.city_id)?,
                organization: poll.organization.clone(),
                guest_city: place_of(poll.city_id)?,
                times: poll.candidates.iter().map(time).collect(),
                deadline: poll.deadline,
            };
            write_poll(app, tx, &person, facts)?;
        }
    }
    Ok(())
}

/// Calls a poll off; who keeps one of its cities does. Doing it again changes nothing.
///
/// # Errors
/// Where there is none that `subject` may see, they may not, or it is closed or lapsed.
pub async fn cancel(app: &App, subject: &Subject, id: PollId) -> Result<PollView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        keepers(&app, tx, &subject, id)?;
        if storage::poll::end(tx, id, PollState::Cancelled)? {
            let poll = stored(tx, id)?;
            publish(&app, tx, &subject.actor, EventKind::PollCancelled, &poll);
        }
        let found = load(&app, tx, &subject.actor.clone().into(), id, None)?;
        match found.poll.state {
            PollState::Cancelled => Ok(found),
            state => Err(Conflict::PollIs(state).into()),
        }
    })
    .await
}

/// Ends a poll whose time is over.
pub(super) async fn lapse(app: &App, id: PollId) -> Result<(), Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let poll = stored(tx, id)?;
        if poll.deadline <= app.now() && storage::poll::end(tx, id, PollState::Lapsed)? {
            let poll = stored(tx, id)?;
            publish(&app, tx, &Actor::System, EventKind::PollLapsed, &poll);
        }
        Ok(())
    })
    .await
}

fn keeps(actor: &Actor, partnership: &Partnership) -> bool {
    let mut cities = partnership.cities.iter();
    cities.any(|city| actor.coordinates(city.id))
}

fn stored(view: &mut View<'_>, id: PollId) -> Result<Poll, Error> {
    storage::poll::by_id(view, id)?.ok_or(Error::NotFound("poll"))
}

fn partnership_of(view: &mut View<'_>, poll: &Poll) -> Result<Partnership, Error> {
    let found = storage::partnership::by_id(view, poll.partnership_id)?;
    found.ok_or(Error::NotFound("partnership"))
}

/// The poll, where `subject` keeps one of its cities.
fn keepers(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: PollId,
) -> Result<(Poll, Partnership), Error> {
    let poll = stored(view, id)?;
    let partnership = partnership_of(view, &poll)?;
    if standing(&app.link_key, subject, &poll, &partnership).is_none() {
        return Err(Error::NotFound("poll"));
    }
    require(
        &subject.actor,
        keeps(&subject.actor, &partnership),
        "only who keeps one of the cities may do this",
    )?;
    Ok((poll, partnership))
}

fn publish(app: &App, tx: &mut Tx<'_>, actor: &Actor, kind: EventKind, poll: &Poll) {
    tx.publish(NewEvent {
        kind,
        topics: vec![Topic::Poll(poll.id)],
        data: poll_data(poll),
        at: app.now(),
        actor: actor.label(),
    });
}
