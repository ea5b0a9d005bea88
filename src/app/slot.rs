//! Slots: listing them in everybody's clock, adding one, cancelling one.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

use super::access::require;
use super::availability::{self, closed_for_booking};
use super::idempotency::{IdempotencyKey, once};
use super::local_time::{LocalTime, local_times};
use super::{App, Conflict, Error, booking, offer, partnership, seats};
use crate::domain::city::City;
use crate::domain::event::{EventKind, Head, NewEvent, Topic, slot_data};
use crate::domain::host::Host;
use crate::domain::id::{CityId, HostId, OfferId, PartnershipId, SlotId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::offer::{CAPACITY_MAX, Offer, OfferVisibility};
use crate::domain::partnership::Partnership;
use crate::domain::person::Actor;
use crate::domain::slot::{Refusal, Slot, SlotState, SlotStatus, end_of};
use crate::domain::zone::{Resolution, Zone};
use crate::storage::slot::{SlotFilter, SlotOfOffer};
use crate::storage::{self, Tx, View, event_log};

/// Most slots that one look answers.
pub const PAGE_MAX: i64 = 500;
/// How far ahead a slot may be.
const FURTHEST: Duration = Duration::days(10 * 366);
/// Most cities in whose clocks a slot is told.
const CLOCKS_MAX: usize = 20;

/// A slot with all that a visitor is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SlotView {
    /// The slot.
    pub slot: Slot,
    /// Its offer.
    pub offer: Offer,
    /// Its host.
    pub host: Host,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTime>,
    /// Why it cannot be booked although it is open and has seats: what its offer's rules say, or that
    /// its host is busy.
    pub refusal: Option<Refusal>,
}

impl SlotView {
    /// What a visitor sees: a slot that the rules do not let be booked now is closed.
    pub fn status(&self) -> SlotStatus {
        match self.refusal {
            Some(_) => SlotStatus::Closed,
            None => self.slot.status(),
        }
    }
}

/// Which slots to list; an absent part asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct SlotQuery {
    /// Those that the partners of this partnership see.
    pub partnership: Option<PartnershipId>,
    /// Those of this city's hosts, by its slug.
    pub city: Option<String>,
    /// Those of this offer.
    pub offer: Option<OfferId>,
    /// Those of these hosts.
    pub hosts: Option<Vec<HostId>>,
    /// Those that start at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Those that start before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Those in this status.
    pub status: Option<SlotStatus>,
    /// Those behind the last slot of the page before.
    pub after: Option<(DateTime<Utc>, SlotId)>,
    /// How many, at most [`PAGE_MAX`].
    pub limit: i64,
}

/// A page of slots, and where the logs of the topics asked for stood at that moment.
#[derive(Debug, Clone)]
pub struct SlotPage {
    /// The slots, by start.
    pub slots: Vec<SlotView>,
    /// Whether more follow.
    pub more: bool,
    /// The topics that tell what happens to these slots, each with its log's head.
    pub live: Vec<(Topic, Head)>,
}

/// The slots that `query` asks for and `actor` may see.
///
/// # Errors
/// Where a partnership, city or offer is named that `actor` may not know of.
pub async fn list(app: &App, actor: &Actor, query: SlotQuery) -> Result<SlotPage, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let scope = Scope::of(view, &actor, &query)?;
        let limit = query.limit.clamp(1, PAGE_MAX);
        let filter = SlotFilter {
            cities: scope.cities,
            hosts: query.hosts,
            offer: query.offer,
            visibilities: scope.visibilities,
            from: query.from,
            to: query.to,
            status: query.status,
            after: query.after,
        };
        let mut found = storage::slot::list(view, &filter, limit + 1)?;
        let more = found.len() as i64 > limit;
        found.truncate(limit as usize);
        let mut slots = complete(&app, view, &actor, found, scope.partnership.as_ref())?;
        if query.status == Some(SlotStatus::Open) {
            slots.retain(|slot| slot.refusal.is_none());
        }
        let topics = match scope.topics.is_empty() {
            false => scope.topics,
            true => city_topics(&slots),
        };
        let mut live = Vec::new();
        for topic in topics {
            let head = event_log::head(view, &topic)?;
            live.push((topic, head));
        }
        Ok(SlotPage { slots, more, live })
    })
    .await
}

/// The topics of the cities whose hosts' slots these are.
fn city_topics(slots: &[SlotView]) -> Vec<Topic> {
    let hosts = slots.iter().filter_map(|slot| slot.local.first());
    let slugs: BTreeSet<&str> = hosts.map(|local| local.city.slug.as_str()).collect();
    slugs
        .into_iter()
        .map(|slug| Topic::City(slug.to_owned()))
        .collect()
}

/// How many slots of each city can be booked now, unlisted ones left out.
///
/// # Errors
/// Where the database cannot be used.
pub async fn count_open(app: &App) -> Result<HashMap<CityId, i64>, Error> {
    let now = app.now();
    let counts = app
        .db
        .read(move |view| Ok::<_, Error>(storage::slot::count_open(view, now)?));
    Ok(counts.await?.into_iter().collect())
}

/// What a query is about, after its names were looked up and authorised.
#[derive(Default)]
struct Scope {
    cities: Option<Vec<CityId>>,
    visibilities: Option<Vec<OfferVisibility>>,
    partnership: Option<Partnership>,
    topics: Vec<Topic>,
}

impl Scope {
    fn of(view: &mut View<'_>, actor: &Actor, query: &SlotQuery) -> Result<Self, Error> {
        let mut scope = Self::default();
        let public = vec![OfferVisibility::Public];
        if let Some(id) = query.partnership {
            let partnership = partnership::visible(view, actor, id)?;
            let partnership = partnership.ok_or(Error::NotFound("partnership"))?;
            scope.cities = Some(partnership.cities.iter().map(|city| city.id).collect());
            scope.visibilities = Some(match partnership.shows_offers() {
                true => vec![OfferVisibility::Public, OfferVisibility::Partners],
                false => public.clone(),
            });
            scope.partnership = Some(partnership);
            scope.topics.push(Topic::Partnership(id));
        }
        if let Some(slug) = &query.city {
            let city = storage::city::by_slug(view, slug)?.ok_or(Error::NotFound("city"))?;
            let within = scope
                .cities
                .as_ref()
                .is_none_or(|cities| cities.contains(&city.id));
            scope.cities = Some(if within { vec![city.id] } else { Vec::new() });
            if scope.visibilities.is_none() && !actor.coordinates(city.id) {
                scope.visibilities = Some(public.clone());
            }
            scope.topics.push(Topic::City(slug.clone()));
        }
        if let Some(id) = query.offer {
            let (offer, host) = storage::offer::by_id(view, id)?.ok_or(Error::NotFound("offer"))?;
            if !offer::visible(view, actor, &offer, &host)? {
                return Err(Error::NotFound("offer"));
            }
            // Whoever may see the offer may see its slots, unless the rest of the query narrows it.
            scope.visibilities = None;
            scope.topics.push(Topic::Offer(id));
        }
        if let Some(hosts) = &query.hosts {
            for id in hosts {
                let host = storage::host::by_id(view, *id)?;
                if !host.is_some_and(|host| actor.manages(&host)) {
                    return Err(Error::NotFound("host"));
                }
            }
        } else if scope.topics.is_empty() && !actor.is_admin() {
            scope.visibilities = Some(public);
        }
        Ok(scope)
    }
}

/// The slot of this id, with where its offer's log stood at that moment; told in the clocks of
/// `within` where that is one of its city's partnerships, else of every partner city.
///
/// # Errors
/// Where there is none that `actor` may see.
pub async fn get(
    app: &App,
    actor: &Actor,
    id: SlotId,
    within: Option<PartnershipId>,
) -> Result<(SlotView, (Topic, Head)), Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let found = storage::slot::by_id(view, id)?.ok_or(Error::NotFound("slot"))?;
        if !offer::visible(view, &actor, &found.1, &found.2)? {
            return Err(Error::NotFound("slot"));
        }
        let topic = Topic::Offer(found.1.id);
        let head = event_log::head(view, &topic)?;
        let within = match within {
            Some(id) => partnership::visible(view, &actor, id)?,
            None => None,
        };
        let within = within.filter(|partnership| partnership.includes(found.2.city_id));
        let slot = complete(&app, view, &actor, vec![found], within.as_ref())?.pop();
        Ok((slot.ok_or(Error::NotFound("slot"))?, (topic, head)))
    })
    .await
}

/// One slot in the clocks that `actor` may see.
pub(super) fn load(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    found: SlotOfOffer,
) -> Result<SlotView, Error> {
    complete(app, view, actor, vec![found], None)?
        .pop()
        .ok_or(Error::NotFound("slot"))
}

/// Tells slots in everybody's clock: the cities of `within`, else the host's city and those that
/// are its partners as far as `actor` may know.
pub(super) fn complete(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    found: Vec<SlotOfOffer>,
    within: Option<&Partnership>,
) -> Result<Vec<SlotView>, Error> {
    let refusals = closed_for_booking(app, view, found.iter().map(|(slot, ..)| slot))?;
    let mut clocks: HashMap<CityId, Vec<City>> = HashMap::new();
    let mut slots = Vec::with_capacity(found.len());
    for (slot, offer, host) in found {
        let cities = match clocks.entry(host.city_id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(match within {
                Some(partnership) => host_first(host.city_id, partnership.cities.clone()),
                None => partner_cities(view, actor, host.city_id)?,
            }),
        };
        let local = local_times(app, cities, slot.starts_at, slot.ends_at)?;
        slots.push(SlotView {
            refusal: match slot.is_kept_by_busy() && slot.starts_at > app.now() {
                true => Some(Refusal::Busy),
                false => refusals.get(&slot.id).copied(),
            },
            slot,
            offer,
            host,
            local,
        });
    }
    Ok(slots)
}

/// The host's city before its partners.
pub(super) fn host_first(host_city: CityId, mut cities: Vec<City>) -> Vec<City> {
    cities.sort_by_key(|city| city.id != host_city);
    cities
}

/// A city and its partners in active partnerships that `actor` may know of.
pub(super) fn partner_cities(
    view: &mut View<'_>,
    actor: &Actor,
    city: CityId,
) -> Result<Vec<City>, Error> {
    let mut cities = storage::city::by_ids(view, &[city])?;
    for partnership in storage::partnership::of_city(view, city)? {
        if partnership.takes_bookings() && actor.may_see(&partnership) {
            for partner in partnership.cities {
                if !cities.contains(&partner) && cities.len() < CLOCKS_MAX {
                    cities.push(partner);
                }
            }
        }
    }
    Ok(cities)
}

/// A slot as somebody adds it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SlotInput {
    /// Id of its offer.
    pub offer_id: String,
    /// The wall clock when it begins, such as `2027-03-14T17:00`, without an offset.
    pub local_start: String,
    /// IANA name of the zone that the wall clock is in; absent means the host city's.
    pub zone: Option<String>,
    /// How to resolve a wall clock that the zone skips or shows twice: `gap_shifted`,
    /// `fold_first` or `fold_second`.
    pub resolution: Option<String>,
    /// Its seats; absent means the offer's.
    pub capacity: Option<i32>,
}

/// Adds a slot; who manages the host does.
///
/// # Errors
/// Where `actor` may not, a field is wrong, the wall clock is skipped or shown twice and nobody
/// chose, or the host has another slot then.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: SlotInput,
    key: Option<IdempotencyKey>,
) -> Result<SlotView, Error> {
    require(actor, *actor != Actor::Guest, "only hosts add slots")?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let unknown = || Invalid::one("offer_id", "unknown_offer", "Name an offer by its id.");
            let id = input.offer_id.parse().map_err(|_| unknown())?;
            let (offer, host) = storage::offer::by_id(tx, id)?.ok_or_else(unknown)?;
            require(
                &actor,
                actor.manages(&host),
                "only who manages the host may do this",
            )?;
            let city = storage::city::by_ids(tx, &[host.city_id])?.pop();
            let city = city.ok_or(Error::NotFound("city"))?;
            let slot = check(&app, &input, &offer, &city)?;

            storage::host::lock_slots(tx, host.id)?;
            if !offer.overlap_allowed && availability::is_busy(tx, &slot)? {
                return Err(Conflict::SlotOverlaps.into());
            }
            storage::slot::insert(tx, &slot)?;
            let slot = reload(tx, slot.id)?;
            publish(
                &app,
                tx,
                &actor,
                EventKind::SlotCreated,
                &slot,
                &offer,
                &city,
            )?;
            load(&app, tx, &actor, (slot, offer, host))
        })
    })
    .await
}

fn check(app: &App, input: &SlotInput, offer: &Offer, city: &City) -> Result<Slot, Error> {
    let mut check = Checker::default();
    let zone_name = input
        .zone
        .as_deref()
        .map(str::trim)
        .filter(|zone| !zone.is_empty());
    let zone = app.zones.city_zone(zone_name.unwrap_or(&city.zone));
    let zone = check.result("zone", "unknown_zone", zone);
    let chosen = input.resolution.as_deref().filter(|word| !word.is_empty());
    let chosen: Option<Resolution> =
        chosen.and_then(|word| check.parse("resolution", "unknown_resolution", word));
    let capacity = check.number(
        "capacity",
        input.capacity.unwrap_or(offer.capacity),
        1,
        CAPACITY_MAX,
    );
    let local_start = parse_wall_clock(input.local_start.trim());
    if local_start.is_none() {
        let detail = "Give the wall clock as 2027-03-14T17:00, without an offset.";
        check.wrong("local_start", "invalid_local_time", detail);
    }
    check.finish(())?;
    let (Some(zone), Some(local_start)) = (zone, local_start) else {
        return Err(Invalid::one(
            "local_start",
            "invalid_local_time",
            "Give a date and a time.",
        )
        .into());
    };

    let (start, resolution) = zone.resolve(local_start).choose(chosen)?;
    let starts_at = start.to_utc();
    if starts_at <= app.now() {
        return Err(Invalid::one(
            "local_start",
            "in_past",
            "Choose a time that is yet to come.",
        )
        .into());
    }
    if starts_at > app.now() + FURTHEST {
        return Err(
            Invalid::one("local_start", "too_far", "Choose a time within ten years.").into(),
        );
    }
    let at = (start, resolution);
    Ok(opened(app, offer, &zone, local_start, at, capacity))
}

/// A new slot of an offer, open and empty: `local_start` on the clock of `zone`, which came to this
/// instant in this way. Nothing is written.
pub(super) fn opened(
    app: &App,
    offer: &Offer,
    zone: &Zone,
    local_start: NaiveDateTime,
    (start, resolution): (DateTime<FixedOffset>, Resolution),
    capacity: i32,
) -> Slot {
    Slot {
        id: app.id(),
        offer_id: offer.id,
        host_id: offer.host_id,
        local_start,
        zone: zone.name().to_owned(),
        duration_minutes: offer.duration_minutes,
        starts_at: start.to_utc(),
        ends_at: end_of(start, offer.duration_minutes),
        offset_seconds: start.offset().local_minus_utc(),
        resolution,
        tzdb_version: app.zones.version().to_owned(),
        capacity,
        seats_taken: 0,
        seats_held: 0,
        waiting: 0,
        busy: false,
        state: SlotState::Open,
        version: 1,
        created_at: app.now(),
    }
}

/// Reads a wall clock, with or without seconds, as HTML's `datetime-local` sends it.
fn parse_wall_clock(text: &str) -> Option<NaiveDateTime> {
    let with = |format| NaiveDateTime::parse_from_str(text, format).ok();
    let clock = with("%Y-%m-%dT%H:%M").or_else(|| with("%Y-%m-%dT%H:%M:%S"));
    // chrono takes a 60th second and keeps it beside the 59th; no clock on a wall shows it.
    clock.filter(|clock| clock.nanosecond() == 0)
}

/// Cancels a slot and every booking of it, and tells everybody; who manages the host does.
/// Cancelling again changes nothing.
///
/// # Errors
/// Where there is none that `actor` may manage, or it has begun.
pub async fn cancel(
    app: &App,
    actor: &Actor,
    id: SlotId,
    reason: Option<String>,
) -> Result<SlotView, Error> {
    let mut checker = Checker::default();
    let reason = reason
        .map(|reason| checker.text("reason", &reason))
        .filter(|r| !r.is_empty());
    checker.finish(())?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let (slot, offer, host) = storage::slot::by_id(tx, id)?.ok_or(Error::NotFound("slot"))?;
        if !actor.manages(&host) && !offer::visible(tx, &actor, &offer, &host)? {
            return Err(Error::NotFound("slot"));
        }
        require(
            &actor,
            actor.manages(&host),
            "only who manages the host cancels a slot",
        )?;
        seats::open(&app, tx, &[id])?;
        if slot.state != SlotState::Cancelled && slot.starts_at <= app.now() {
            return Err(Conflict::VisitStarted.into());
        }
        let standing = [SlotState::Open, SlotState::Closed];
        if storage::seats::set_state(tx, id, &standing, SlotState::Cancelled)? {
            booking::change::cancel_all(&app, tx, &actor, id, reason.as_deref())?;
            seats::end_all(tx, id)?;
            seats::settle(&app, tx, &actor, id, EventKind::SlotCancelled)?;
        }
        let slot = reload(tx, id)?;
        load(&app, tx, &actor, (slot, offer, host))
    })
    .await
}

/// The slot as this transaction has left it.
pub(super) fn reload(tx: &mut Tx<'_>, id: SlotId) -> Result<Slot, Error> {
    let (slot, ..) = storage::slot::by_id(tx, id)?.ok_or(Error::NotFound("slot"))?;
    Ok(slot)
}

/// Tells the topics concerned what happened to a slot: its offer's, its city's where it is
/// public, and those of the city's partnerships unless it is unlisted.
pub(super) fn publish(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: EventKind,
    slot: &Slot,
    offer: &Offer,
    city: &City,
) -> Result<(), Error> {
    let topics = topics_of(tx, offer, city)?;
    tx.publish(NewEvent {
        kind,
        topics,
        data: slot_data(slot),
        at: app.now(),
        actor: actor.label(),
    });
    Ok(())
}

/// The topics that tell what happens to an offer's slots.
pub(super) fn topics_of(
    view: &mut View<'_>,
    offer: &Offer,
    city: &City,
) -> Result<Vec<Topic>, Error> {
    let mut topics = vec![Topic::Offer(offer.id)];
    if offer.visibility == OfferVisibility::Public {
        topics.push(Topic::City(city.slug.clone()));
    }
    if offer.visibility != OfferVisibility::Unlisted {
        let partnerships = storage::partnership::of_city(view, city.id)?;
        let told = partnerships.iter().filter(|known| known.shows_offers());
        topics.extend(told.map(|known| Topic::Partnership(known.id)));
    }
    Ok(topics)
}
