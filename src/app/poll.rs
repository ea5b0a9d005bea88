//! Polls: opening one, looking at it, calling it off. Answering is in [`vote`], choosing a time in
//! [`close`].
//!
//! Whatever changes a poll or its answers changes its row first, so that of two that collide the
//! second sees what the first has left.

mod close;
mod vote;

pub use close::{CloseInput, close};
pub use vote::{VoteAsked, Voted, vote};

use chrono::{DateTime, Duration, Utc};

use super::access::{Subject, require};
use super::idempotency::{IdempotencyKey, once};
use super::letters::{place, write_poll};
use super::links::LinkKey;
use super::local_time::{LocalTime, local_times};
use super::slot::host_first;
use super::workdays::city_time;
use super::{App, Conflict, Error, offer, partnership};
use crate::domain::booking::Booking;
use crate::domain::burden::{Burden, CityTime, Weights};
use crate::domain::city::City;
use crate::domain::event::{EventKind, Head, NewEvent, Topic, poll_data};
use crate::domain::host::Host;
use crate::domain::id::{CityId, OfferId, PollId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::letter::{PollFacts, VisitTime};
use crate::domain::offer::{CAPACITY_MAX, Offer, OfferVisibility};
use crate::domain::partnership::Partnership;
use crate::domain::person::{Actor, Role};
use crate::domain::poll::tally::{Ballot, TimeTally, rank, tally};
use crate::domain::poll::{Poll, PollInput, PollState, Vote};
use crate::storage::{self, Tx, View, event_log};

/// Most polls that one look answers.
const LIST_MAX: i64 = 100;

/// As what somebody looks at a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They keep one of its cities: they see who answered what, and close it.
    Coordinator,
    /// They came by the link of this city.
    Citizen(CityId),
}

/// A time of a poll, as everybody sees it.
#[derive(Debug, Clone)]
pub struct TimeView {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTime>,
    /// What each city bears.
    pub burdens: Vec<Burden>,
    /// What each city says.
    pub tally: TimeTally,
    /// Its place, from 1.
    pub rank: usize,
}

/// A poll with all that its readers are told of it.
#[derive(Debug, Clone)]
pub struct PollView {
    /// The poll.
    pub poll: Poll,
    /// What is to be visited.
    pub offer: Offer,
    /// Who receives the visit.
    pub host: Host,
    /// The cities that are asked, the host's first.
    pub cities: Vec<City>,
    /// Its times, by start.
    pub times: Vec<TimeView>,
    /// Who answered what; for coordinators alone.
    pub votes: Vec<Vote>,
    /// How many have answered for each city.
    pub voters: Vec<usize>,
    /// What whoever looks has answered.
    pub own: Option<Vote>,
    /// As what they look.
    pub standing: Standing,
    /// The visit that was booked; for coordinators alone.
    pub booking: Option<Booking>,
    /// Where the poll's log stands.
    pub head: Head,
}

impl PollView {
    /// The city that whoever looks speaks for.
    pub fn city(&self) -> Option<&City> {
        match self.standing {
            Standing::Citizen(id) => self.cities.iter().find(|city| city.id == id),
            Standing::Coordinator => None,
        }
    }

    /// Whether it takes answers at `now`; the job that ends it may come a little later.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.poll.state == PollState::Open && now < self.poll.deadline
    }
}

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

/// The poll of this id, for who keeps one of its cities and for the bearer of a city's link;
/// `voter` is the token of their answer, where they have one.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(
    app: &App,
    subject: &Subject,
    id: PollId,
    voter: Option<&str>,
) -> Result<PollView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let voter = voter.map(str::to_owned);
    let db = app.db.clone();
    db.read(move |view| load(&app, view, &subject, id, voter.as_deref()))
        .await
}

/// Whether `subject` may follow what happens to a poll.
pub(super) fn may_look(
    view: &mut View<'_>,
    key: &LinkKey,
    subject: &Subject,
    id: PollId,
) -> Result<bool, Error> {
    let Some(poll) = storage::poll::by_id(view, id)? else {
        return Ok(false);
    };
    let partnership = partnership_of(view, &poll)?;
    Ok(standing(key, subject, &poll, &partnership).is_some())
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

/// As what `subject` looks at a poll. A city's link counts first: who keeps a city and follows its
/// link wants to answer.
fn standing(
    key: &LinkKey,
    subject: &Subject,
    poll: &Poll,
    partnership: &Partnership,
) -> Option<Standing> {
    let given = subject.manage_key.as_deref();
    let city = given.and_then(|given| {
        let mut cities = partnership.cities.iter();
        cities.find(|city| key.may_vote(poll.id, city.id, given))
    });
    let keeps = keeps(&subject.actor, partnership).then_some(Standing::Coordinator);
    city.map(|city| Standing::Citizen(city.id)).or(keeps)
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

fn load(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: PollId,
    voter: Option<&str>,
) -> Result<PollView, Error> {
    let poll = stored(view, id)?;
    let partnership = partnership_of(view, &poll)?;
    let standing = standing(&app.link_key, subject, &poll, &partnership);
    let standing = standing.ok_or(Error::NotFound("poll"))?;
    let found = storage::offer::by_id(view, poll.offer_id)?;
    let (offer, host) = found.ok_or(Error::NotFound("offer"))?;
    let cities = host_first(host.city_id, partnership.cities);
    let mut votes = storage::poll::votes(view, id)?;
    let own = voter.and_then(|token| app.link_key.voter(token));
    let own = own.and_then(|id| votes.iter().find(|vote| vote.id == id).cloned());
    let heads = |city: &City| votes.iter().filter(|vote| vote.city_id == city.id).count();
    let voters = cities.iter().map(heads).collect();
    let times = times(app, &poll, &offer, &cities, &votes)?;
    let mut booking = None;
    match standing {
        Standing::Citizen(_) => votes.clear(),
        Standing::Coordinator => {
            if let Some(id) = poll.booking_id {
                booking = storage::booking::by_id(view, id)?;
            }
        }
    }
    Ok(PollView {
        head: event_log::head(view, &Topic::Poll(id))?,
        poll,
        offer,
        host,
        cities,
        times,
        votes,
        voters,
        own,
        standing,
        booking,
    })
}

fn times(
    app: &App,
    poll: &Poll,
    offer: &Offer,
    cities: &[City],
    votes: &[Vote],
) -> Result<Vec<TimeView>, Error> {
    let ballot = |vote: &'_ Vote| {
        let city = cities.iter().position(|city| city.id == vote.city_id);
        (city.unwrap_or(usize::MAX), vote.answers.clone())
    };
    let answers: Vec<_> = votes.iter().map(ballot).collect();
    let ballots: Vec<_> = answers
        .iter()
        .map(|(city, answers)| Ballot {
            city: *city,
            answers,
        })
        .collect();
    let tallies = tally(cities.len(), poll.candidates.len(), &ballots);
    // A poll may ask about a night: what it costs is told, not hidden.
    let weights = Weights {
        night: true,
        ..Weights::default()
    };
    let clocks = cities.iter().map(|city| {
        let time = city_time(app, city)?;
        Ok(CityTime { weights, ..time })
    });
    let clocks = clocks.collect::<Result<Vec<_>, Error>>()?;
    let minutes = u32::try_from(offer.duration_minutes).unwrap_or_default();
    let bears = |at: &DateTime<Utc>| -> Vec<Burden> {
        let all = clocks.iter();
        all.map(|clock| clock.burden(*at, minutes).unwrap_or_default())
            .collect()
    };
    let burdens: Vec<Vec<Burden>> = poll.candidates.iter().map(bears).collect();
    let order = rank(&tallies, &burdens);
    let mut views = Vec::with_capacity(tallies.len());
    for (index, (tally, burdens)) in tallies.into_iter().zip(burdens).enumerate() {
        let starts_at = poll.candidates.get(index).copied();
        let starts_at = starts_at.ok_or(Error::NotFound("time"))?;
        let ends_at = starts_at + Duration::minutes(minutes.into());
        views.push(TimeView {
            starts_at,
            ends_at,
            local: local_times(app, cities, starts_at, ends_at)?,
            burdens,
            tally,
            rank: order
                .iter()
                .position(|time| *time == index)
                .unwrap_or(index)
                + 1,
        });
    }
    Ok(views)
}
