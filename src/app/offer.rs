//! Offers: who sees which, and entering them.

use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::{App, Error};
use crate::domain::city::{City, check_languages};
use crate::domain::host::Host;
use crate::domain::id::{CityId, HostId, OfferId};
use crate::domain::input::{Checker, Invalid};
use crate::domain::offer::{CAPACITY_MAX, DURATION_MAX, DURATION_MIN, Offer, OfferVisibility};
use crate::domain::person::Actor;
use crate::domain::policy::{Policy, checked};
use crate::storage::{self, View};

/// Most topics of an offer.
const TOPICS_MAX: usize = 10;

/// An offer with its host and the host's city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferView {
    /// The offer.
    pub offer: Offer,
    /// Its host.
    pub host: Host,
    /// The host's city.
    pub city: City,
}

/// An offer as somebody enters it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OfferInput {
    /// Id of its host.
    pub host_id: String,
    /// Its title.
    pub title: String,
    /// A description, maybe empty.
    pub description: String,
    /// What it is about.
    pub topics: Vec<String>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Length of a visit, in minutes.
    pub duration_minutes: i32,
    /// Seats of a new slot.
    pub capacity: i32,
    /// An [`OfferVisibility`]'s word.
    pub visibility: String,
    /// Whether its slots may overlap others of the host.
    pub overlap_allowed: bool,
    /// Where visits take place, an `https://` address.
    pub meeting_url: Option<String>,
    /// How it is booked.
    #[serde(default)]
    pub policy: Policy,
}

/// The offers that `actor` finds listed: public ones, and those of the hosts they manage.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App, actor: &Actor, of: Option<CityId>) -> Result<Vec<OfferView>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let cities = of.map(|city| vec![city]);
            let mut offers = storage::offer::list(view, cities.as_deref())?;
            offers.retain(|(offer, host)| {
                offer.visibility == OfferVisibility::Public || actor.manages(host)
            });
            with_cities(view, offers)
        })
        .await
}

/// The offer of this id.
///
/// # Errors
/// Where there is none that `actor` may see.
pub async fn get(app: &App, actor: &Actor, id: OfferId) -> Result<OfferView, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let found = storage::offer::by_id(view, id)?.ok_or(Error::NotFound("offer"))?;
            if !visible(view, &actor, &found.0, &found.1)? {
                return Err(Error::NotFound("offer"));
            }
            with_cities(view, vec![found])?
                .pop()
                .ok_or(Error::NotFound("offer"))
        })
        .await
}

fn with_cities(view: &mut View<'_>, offers: Vec<(Offer, Host)>) -> Result<Vec<OfferView>, Error> {
    let ids: Vec<CityId> = offers.iter().map(|(_, host)| host.city_id).collect();
    let cities = storage::city::by_ids(view, &ids)?;
    let complete = |(offer, host): (Offer, Host)| {
        let city = cities.iter().find(|city| city.id == host.city_id)?.clone();
        Some(OfferView { offer, host, city })
    };
    Ok(offers.into_iter().filter_map(complete).collect())
}

/// Whether `actor` may see an offer whose id they know.
///
/// One for partners is seen by whoever may know of a partnership of its city that shows offers.
pub(super) fn visible(
    view: &mut View<'_>,
    actor: &Actor,
    offer: &Offer,
    host: &Host,
) -> Result<bool, Error> {
    if offer.visibility != OfferVisibility::Partners || actor.manages(host) {
        return Ok(true);
    }
    let partnerships = storage::partnership::of_city(view, host.city_id)?;
    Ok(partnerships
        .iter()
        .any(|partnership| partnership.shows_offers() && actor.may_see(partnership)))
}

/// Enters an offer; who manages the host does.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: OfferInput,
    key: Option<IdempotencyKey>,
) -> Result<OfferView, Error> {
    require(actor, *actor != Actor::Guest, "only hosts enter offers")?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let unknown = || Invalid::one("host_id", "unknown_host", "Name a host by its id.");
            let host_id = input.host_id.parse().map_err(|_| unknown())?;
            let host = storage::host::by_id(tx, host_id)?.ok_or_else(unknown)?;
            require(
                &actor,
                actor.manages(&host),
                "only who manages the host may do this",
            )?;
            let offer = check(&app, &input, Some(host.id))?;
            storage::offer::insert(tx, &offer)?;
            with_cities(tx, vec![(offer, host)])?
                .pop()
                .ok_or(Error::NotFound("city"))
        })
    })
    .await
}

/// Changes how an offer is booked from now on; who manages the host does.
///
/// # Errors
/// Where there is none that `actor` may manage, or a field is wrong.
pub async fn set_policy(
    app: &App,
    actor: &Actor,
    id: OfferId,
    policy: Policy,
) -> Result<OfferView, Error> {
    let policy = checked(policy)?;
    let actor = actor.clone();
    app.db
        .write(move |tx| {
            let (mut offer, host) =
                storage::offer::by_id(tx, id)?.ok_or(Error::NotFound("offer"))?;
            if !visible(tx, &actor, &offer, &host)? {
                return Err(Error::NotFound("offer"));
            }
            let why = "only who manages the host may do this";
            require(&actor, actor.manages(&host), why)?;
            storage::offer::set_policy(tx, id, &policy)?;
            offer.policy = policy.clone();
            with_cities(tx, vec![(offer, host)])?
                .pop()
                .ok_or(Error::NotFound("city"))
        })
        .await
}

/// The offer that an input means, as a new one; without a host, only what is wrong with it is right.
pub(super) fn check(app: &App, input: &OfferInput, host: Option<HostId>) -> Result<Offer, Invalid> {
    let mut check = Checker::default();
    if input.topics.len() > TOPICS_MAX {
        check.wrong(
            "topics",
            "too_many",
            format!("Name at most {TOPICS_MAX} topics."),
        );
    }
    let topics = (0..).zip(input.topics.iter().take(TOPICS_MAX));
    let topics = topics.map(|(n, topic): (usize, _)| check.line(&format!("topics[{n}]"), topic));
    let topics: Vec<String> = topics.collect();
    let visibility = check.parse("visibility", "unknown_visibility", &input.visibility);
    let offer = Offer {
        id: app.id(),
        host_id: host.unwrap_or_else(|| app.id()),
        title: check.line("title", &input.title),
        description: check.text("description", &input.description),
        topics,
        languages: check_languages(&mut check, "languages", &input.languages),
        duration_minutes: check.number(
            "duration_minutes",
            input.duration_minutes,
            DURATION_MIN,
            DURATION_MAX,
        ),
        capacity: check.number("capacity", input.capacity, 1, CAPACITY_MAX),
        visibility: visibility.unwrap_or(OfferVisibility::Unlisted),
        overlap_allowed: input.overlap_allowed,
        meeting_url: check.https_url("meeting_url", input.meeting_url.as_deref()),
        policy: input.policy.clone().check(&mut check),
        created_at: app.now(),
    };
    check.finish(offer)
}
