//! Calendar feeds: addresses that a calendar subscribes to and asks again and again.
//!
//! A feed's address is signed as other links are, and can be changed: whoever holds the one before
//! sees nothing any more. The public feed of a city needs no secret.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveTime, Utc};

use super::access::require;
use super::letters::INVITES;
use super::slot::SlotView;
use super::{App, Error, room, slot};
use crate::domain::booking::{Booking, BookingStatus};
use crate::domain::busy::{BusyTime, merged};
use crate::domain::city::City;
use crate::domain::id::{HostId, PartnershipId, PersonId};
use crate::domain::locale::Locale;
use crate::domain::offer::OfferVisibility;
use crate::domain::person::Actor;
use crate::domain::slot::{Slot, SlotState};
use crate::domain::words::words;
use crate::storage::feed::Visits;
use crate::storage::slot::SlotFilter;
use crate::storage::{self, View};

/// How long visits that are over, or were called off, are still told.
const KEPT: Duration = Duration::days(31);
/// Most visits of a feed.
const VISITS_MAX: i64 = 1_000;
/// How far ahead a host's busy times are told.
const BUSY_AHEAD: Duration = Duration::days(2 * 366);

words! {
    /// Whose feed it is.
    FeedKind {
        /// The visits that a person is invited to or receives.
        Person = "person",
        /// The visits that a host receives.
        Host = "host",
        /// The visits of a partnership.
        Partnership = "partnership",
    }
}

/// A feed, named by what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// The visits that a person is invited to or receives.
    Person(PersonId),
    /// The visits that a host receives.
    Host(HostId),
    /// The visits of a partnership.
    Partnership(PartnershipId),
}

impl Feed {
    /// A feed by its kind and the id of what it belongs to.
    pub fn of(kind: FeedKind, owner: &str) -> Option<Self> {
        match kind {
            FeedKind::Person => owner.parse().ok().map(Self::Person),
            FeedKind::Host => owner.parse().ok().map(Self::Host),
            FeedKind::Partnership => owner.parse().ok().map(Self::Partnership),
        }
    }

    /// Its kind.
    pub fn kind(self) -> FeedKind {
        match self {
            Self::Person(_) => FeedKind::Person,
            Self::Host(_) => FeedKind::Host,
            Self::Partnership(_) => FeedKind::Partnership,
        }
    }

    /// The id of what it belongs to.
    pub fn owner(self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::Host(id) => id.to_string(),
            Self::Partnership(id) => id.to_string(),
        }
    }
}

/// A feed that somebody may subscribe to.
#[derive(Debug, Clone)]
pub struct FeedAddress {
    /// Which.
    pub feed: Feed,
    /// The name of what it belongs to.
    pub name: String,
    /// The last part of its address.
    pub token: String,
}

/// A visit as a feed tells it.
#[derive(Debug, Clone)]
pub struct FeedVisit {
    /// The booking; none where the feed is the public's and tells of a slot.
    pub booking: Option<Booking>,
    /// When and where, told in the clocks of its cities.
    pub slot: SlotView,
    /// The way in, where it may be told.
    pub meeting_url: Option<String>,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

impl FeedVisit {
    /// Whether it does not take place.
    pub fn is_cancelled(&self) -> bool {
        !takes_place(&self.slot.slot, self.booking.as_ref())
    }

    /// Whether it waits for somebody's approval.
    pub fn is_tentative(&self) -> bool {
        let status = self.booking.as_ref().map(|booking| booking.status);
        status == Some(BookingStatus::Requested)
    }
}

/// What a feed tells.
#[derive(Debug, Clone)]
pub struct FeedView {
    /// The name of what it belongs to.
    pub name: String,
    /// The language that suits it.
    pub locale: Locale,
    /// Its visits, by start.
    pub visits: Vec<FeedVisit>,
}

/// What of a host's time its visits take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusyView {
    /// The host.
    pub host: HostId,
    /// From when on it is told.
    pub from: DateTime<Utc>,
    /// Until when: what lies behind is not known, and not free.
    pub to: DateTime<Utc>,
    /// When it came to be so.
    pub changed_at: DateTime<Utc>,
    /// The times, by start; none touches another.
    pub times: Vec<BusyTime>,
}

/// The feeds that `actor` may subscribe to: their own, those of the hosts they manage and of the
/// partnerships of the cities they belong to.
///
/// # Errors
/// Where nobody is signed in, or the database cannot be used.
pub async fn addresses(app: &App, actor: &Actor) -> Result<Vec<FeedAddress>, Error> {
    require(actor, actor.person().is_some(), "sign in first")?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let mut named: Vec<(Feed, String)> = Vec::new();
        if let Some(person) = actor.person() {
            named.push((Feed::Person(person.id), person.name.clone()));
        }
        for host in storage::host::list(view, None)? {
            if actor.manages(&host) {
                named.push((Feed::Host(host.id), host.name));
            }
        }
        for partnership in storage::partnership::all(view)? {
            let is_theirs = partnership.cities.iter().any(|c| actor.belongs_to(c.id));
            if is_theirs && partnership.is_agreed() {
                let name = partnership.name();
                named.push((Feed::Partnership(partnership.id), name));
            }
        }
        let address = |(feed, name)| {
            let token = token_of(&app, view, feed)?;
            Ok(FeedAddress { feed, name, token })
        };
        named.into_iter().map(address).collect()
    })
    .await
}

/// Changes the address of a feed.
///
/// # Errors
/// Where there is none that `actor` may subscribe to.
pub async fn rotate(app: &App, actor: &Actor, feed: Feed) -> Result<(), Error> {
    let theirs = addresses(app, actor).await?;
    if !theirs.iter().any(|address| address.feed == feed) {
        return Err(Error::NotFound("feed"));
    }
    let (kind, owner) = (feed.kind(), feed.owner());
    app.db
        .write(move |tx| {
            storage::feed::rotate(tx, kind.as_str(), &owner)?;
            Ok(())
        })
        .await
}

fn token_of(app: &App, view: &mut View<'_>, feed: Feed) -> Result<String, Error> {
    let (kind, owner) = (feed.kind().as_str(), feed.owner());
    let generation = storage::feed::generation(view, kind, &owner)?;
    Ok(app.link_key.feed_token(kind, &owner, generation))
}

/// What the feed of this address tells, to whoever holds it.
///
/// # Errors
/// Where it is no address, or not any more.
pub async fn read(app: &App, token: &str) -> Result<FeedView, Error> {
    let (app, token) = (app.clone(), token.to_owned());
    let db = app.db.clone();
    db.read(move |view| {
        let feed = opened(&app, view, &token)?;
        let (name, locale, whose) = subject(view, feed)?;
        let from = app.now() - KEPT;
        let found = storage::feed::visits(view, &whose, from, &INVITES, VISITS_MAX)?;
        let (bookings, slots): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let ways_in = match feed {
            Feed::Partnership(_) => HashMap::new(),
            Feed::Person(_) | Feed::Host(_) => room::addresses(view, &slots)?,
        };
        let ids: Vec<_> = bookings.iter().map(|booking| booking.id).collect();
        let changed = storage::feed::changed(view, &ids)?;
        // The clocks that are told are those of the cities concerned, whoever holds the address.
        let slots = slot::complete(&app, view, &Actor::System, slots, None)?;
        let visit = |(booking, slot): (Booking, SlotView)| {
            let slot = between(slot, &booking);
            FeedVisit {
                meeting_url: ways_in.get(&slot.slot.id).cloned(),
                changed_at: *changed.get(&booking.id).unwrap_or(&booking.created_at),
                booking: Some(booking),
                slot,
            }
        };
        Ok(FeedView {
            name,
            locale,
            visits: bookings.into_iter().zip(slots).map(visit).collect(),
        })
    })
    .await
}

/// The feed that a token opens.
fn opened(app: &App, view: &mut View<'_>, token: &str) -> Result<Feed, Error> {
    let not_found = || Error::NotFound("feed");
    let (kind, rest) = token.split_once('.').ok_or_else(not_found)?;
    let (owner, _) = rest.split_once('.').ok_or_else(not_found)?;
    let kind: FeedKind = kind.parse().map_err(|_| not_found())?;
    let feed = Feed::of(kind, owner).ok_or_else(not_found)?;
    let generation = storage::feed::generation(view, kind.as_str(), &feed.owner())?;
    let key = &app.link_key;
    match key.is_feed_token(kind.as_str(), &feed.owner(), generation, token) {
        true => Ok(feed),
        false => Err(not_found()),
    }
}

/// What of a host's time is taken up, to whoever holds the address of its feed. It changes with its
/// visits and with the day.
///
/// # Errors
/// Where it is no address of a host's feed, or not any more.
pub async fn busy(app: &App, token: &str) -> Result<BusyView, Error> {
    let (app, token) = (app.clone(), token.to_owned());
    let db = app.db.clone();
    db.read(move |view| {
        let Feed::Host(host) = opened(&app, view, &token)? else {
            return Err(Error::NotFound("feed"));
        };
        let today = app.now().date_naive().and_time(NaiveTime::MIN).and_utc();
        let (from, mut to) = (today - KEPT, today + BUSY_AHEAD);
        let found = storage::feed::visits(view, &Visits::Host(host), from, &INVITES, VISITS_MAX)?;
        if let Some((_, (last, ..))) = found.last()
            && i64::try_from(found.len()) == Ok(VISITS_MAX)
        {
            to = to.min(last.starts_at);
        }
        let ids: Vec<_> = found.iter().map(|(booking, _)| booking.id).collect();
        let changed = storage::feed::changed(view, &ids)?;
        let made = found.iter().map(|(booking, _)| booking.created_at);
        let changed_at = made.chain(changed.into_values()).max();
        let times = found
            .iter()
            .filter(|(booking, (slot, ..))| takes_place(slot, Some(booking)))
            .map(|(_, (slot, ..))| BusyTime {
                starts_at: slot.starts_at.max(from),
                ends_at: slot.ends_at.min(to),
            })
            .filter(|time| time.starts_at < time.ends_at);
        Ok(BusyView {
            host,
            from,
            to,
            changed_at: changed_at.unwrap_or(today).max(today),
            times: merged(times.collect()),
        })
    })
    .await
}

/// Whether a slot, or a booking of it, was not called off.
fn takes_place(slot: &Slot, booking: Option<&Booking>) -> bool {
    let stands = match booking.map(|booking| booking.status) {
        None => true,
        Some(BookingStatus::Requested | BookingStatus::Confirmed | BookingStatus::Completed) => {
            true
        }
        Some(BookingStatus::Cancelled | BookingStatus::Declined | BookingStatus::Lapsed) => false,
    };
    stands && slot.state != SlotState::Cancelled
}

/// A slot in the clocks of its host's city and of the guests'.
fn between(mut slot: SlotView, booking: &Booking) -> SlotView {
    let host_city = slot.host.city_id;
    slot.local
        .retain(|local| local.city.id == host_city || local.city.id == booking.city_id);
    slot
}

/// The name of what a feed belongs to, its language, and whose visits it tells.
fn subject(view: &mut View<'_>, feed: Feed) -> Result<(String, Locale, Visits), Error> {
    let language = |city: Option<&City>| {
        let tags = city.map(|city| city.languages.as_slice()).unwrap_or(&[]);
        tags.iter()
            .find_map(|tag| tag.parse().ok())
            .unwrap_or_default()
    };
    match feed {
        Feed::Person(id) => {
            let person = storage::person::by_id(view, id)?.ok_or(Error::NotFound("feed"))?;
            Ok((person.name, person.locale, Visits::Attendee(person.email)))
        }
        Feed::Host(id) => {
            let host = storage::host::by_id(view, id)?.ok_or(Error::NotFound("feed"))?;
            let city = storage::city::by_ids(view, &[host.city_id])?;
            Ok((host.name, language(city.first()), Visits::Host(id)))
        }
        Feed::Partnership(id) => {
            let found = storage::partnership::by_id(view, id)?;
            let partnership = found.ok_or(Error::NotFound("feed"))?;
            let locale = language(partnership.cities.first());
            Ok((partnership.name(), locale, Visits::Partnership(id)))
        }
    }
}

/// The public visits of a city, booked or not: no more than its page tells.
///
/// # Errors
/// Where there is no such city.
pub async fn public(app: &App, slug: &str) -> Result<FeedView, Error> {
    let (app, slug) = (app.clone(), slug.to_owned());
    let db = app.db.clone();
    db.read(move |view| {
        let city = storage::city::by_slug(view, &slug)?.ok_or(Error::NotFound("city"))?;
        let from: DateTime<Utc> = app.now() - KEPT;
        let filter = SlotFilter {
            cities: Some(vec![city.id]),
            visibilities: Some(vec![OfferVisibility::Public]),
            from: Some(from),
            ..SlotFilter::default()
        };
        let found = storage::slot::list(view, &filter, VISITS_MAX)?;
        let slots = slot::complete(&app, view, &Actor::Guest, found, None)?;
        let visit = |slot: SlotView| FeedVisit {
            booking: None,
            changed_at: slot.slot.created_at,
            slot,
            meeting_url: None,
        };
        let locale = city.languages.iter().find_map(|tag| tag.parse().ok());
        Ok(FeedView {
            name: city.name,
            locale: locale.unwrap_or_default(),
            visits: slots.into_iter().map(visit).collect(),
        })
    })
    .await
}
