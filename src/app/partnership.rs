//! Partnerships: listing those that may be known of, and entering them.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::{App, Conflict, Error};
use crate::domain::city::City;
use crate::domain::id::PartnershipId;
use crate::domain::input::Checker;
use crate::domain::partnership::{
    CITIES_MAX, CITIES_MIN, Partnership, PartnershipVisibility, Stage,
};
use crate::domain::person::Actor;
use crate::storage::{self, View};

/// A partnership as somebody enters it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartnershipInput {
    /// Slugs of its cities, in the order they are named.
    pub cities: Vec<String>,
    /// A [`Stage`]'s word.
    pub stage: String,
    /// A [`PartnershipVisibility`]'s word.
    pub visibility: String,
    /// The year it was signed.
    pub since: Option<i32>,
}

/// The partnerships that `actor` may know of.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Partnership>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let mut all = storage::partnership::all(view)?;
            all.retain(|partnership| actor.may_see(partnership));
            Ok(all)
        })
        .await
}

/// The partnership of this id.
///
/// # Errors
/// Where there is none that `actor` may know of.
pub async fn get(app: &App, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| visible(view, &actor, id)?.ok_or(Error::NotFound("partnership")))
        .await
}

/// The partnership of this id, where `actor` may know of it.
pub(super) fn visible(
    view: &mut View<'_>,
    actor: &Actor,
    id: PartnershipId,
) -> Result<Option<Partnership>, Error> {
    let found = storage::partnership::by_id(view, id)?;
    Ok(found.filter(|partnership| actor.may_see(partnership)))
}

/// Enters a partnership; a coordinator of one of its cities or an admin does. It is a proposal,
/// known to its cities alone, until the coordinators of the others [`agree`] to it.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: PartnershipInput,
    key: Option<IdempotencyKey>,
) -> Result<Partnership, Error> {
    require(
        actor,
        *actor != Actor::Guest,
        "only coordinators enter partnerships",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let mut new = check(&app, |slug| Ok(storage::city::by_slug(tx, slug)?), &input)?;
            let allowed = new.cities.iter().any(|city| actor.coordinates(city.id));
            require(
                &actor,
                allowed,
                "only a coordinator of one of the cities may do this",
            )?;
            let others = new.cities.iter().map(|city| city.id);
            new.awaiting = others.filter(|city| !actor.coordinates(*city)).collect();
            storage::partnership::insert(tx, &new)?;
            Ok(new)
        })
    })
    .await
}

/// Agrees to a proposed partnership for all of its cities that `actor` coordinates. Agreeing
/// again changes nothing.
///
/// # Errors
/// Where there is none that `actor` may know of, or they coordinate none of its cities.
pub async fn agree(app: &App, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let proposal = kept_by(tx, &actor, id)?;
        for city in proposal.awaiting {
            if actor.coordinates(city) {
                storage::partnership::agree(tx, id, city, app.now())?;
            }
        }
        visible(tx, &actor, id)?.ok_or(Error::NotFound("partnership"))
    })
    .await
}

/// Takes back a proposed partnership, or turns it down: a coordinator of any of its cities does.
///
/// # Errors
/// Where there is none that `actor` may know of, they coordinate none of its cities, or all of
/// them have agreed to it: then it is ended, not taken back.
pub async fn withdraw(app: &App, actor: &Actor, id: PartnershipId) -> Result<(), Error> {
    let actor = actor.clone();
    app.db
        .write(move |tx| {
            kept_by(tx, &actor, id)?;
            match storage::partnership::withdraw(tx, id)? {
                true => Ok(()),
                false => Err(Conflict::PartnershipAgreed.into()),
            }
        })
        .await
}

/// The partnership of this id, where `actor` coordinates one of its cities.
fn kept_by(view: &mut View<'_>, actor: &Actor, id: PartnershipId) -> Result<Partnership, Error> {
    let found = visible(view, actor, id)?.ok_or(Error::NotFound("partnership"))?;
    let keeps = found.cities.iter().any(|city| actor.coordinates(city.id));
    require(
        actor,
        keeps,
        "only a coordinator of one of the cities may do this",
    )?;
    Ok(found)
}

/// The partnership that an input means, as a new one; `find` finds cities by their slugs.
pub(super) fn check(
    app: &App,
    mut find: impl FnMut(&str) -> Result<Option<City>, Error>,
    input: &PartnershipInput,
) -> Result<Partnership, Error> {
    let mut check = Checker::default();
    let stage = check.parse("stage", "unknown_stage", &input.stage);
    let visibility = check.parse("visibility", "unknown_visibility", &input.visibility);
    if let Some(year) = input.since {
        check.number("since", year, 1800, app.now().year());
    }
    if !(CITIES_MIN..=CITIES_MAX).contains(&input.cities.len()) {
        let detail = format!("Name {CITIES_MIN} to {CITIES_MAX} cities.");
        check.wrong("cities", "out_of_range", detail);
    }
    let mut cities = Vec::new();
    for (index, slug) in input.cities.iter().take(CITIES_MAX).enumerate() {
        let field = format!("cities[{index}]");
        match find(slug)? {
            None => check.wrong(&field, "unknown_city", "Name a city by its slug."),
            Some(city) if cities.contains(&city) => {
                check.wrong(&field, "duplicate_city", "Name each city once.");
            }
            Some(city) => cities.push(city),
        }
    }
    check.finish(())?;
    Ok(Partnership {
        id: app.id(),
        stage: stage.unwrap_or(Stage::Prospective),
        visibility: visibility.unwrap_or(PartnershipVisibility::Private),
        since: input.since,
        cities,
        awaiting: Vec::new(),
        version: 1,
        created_at: app.now(),
    })
}
