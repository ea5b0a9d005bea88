//! Hosts: listing and entering them.

use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::{App, Error};
use crate::domain::city::City;
use crate::domain::host::{Host, HostKind, Track};
use crate::domain::id::CityId;
use crate::domain::input::{Checker, Invalid};
use crate::domain::person::Actor;
use crate::storage;

/// A host as somebody enters it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HostInput {
    /// Slug of its city.
    pub city: String,
    /// Its name.
    pub name: String,
    /// A [`HostKind`]'s word.
    pub kind: String,
    /// A [`Track`]'s word.
    pub track: String,
}

/// Every host, by name; those of one city where one is named.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App, city: Option<CityId>) -> Result<Vec<Host>, Error> {
    app.db
        .read(move |view| Ok(storage::host::list(view, city)?))
        .await
}

/// Enters a host; a coordinator of its city or an admin does.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: HostInput,
    key: Option<IdempotencyKey>,
) -> Result<(Host, City), Error> {
    require(
        actor,
        *actor != Actor::Guest,
        "only coordinators enter hosts",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let city = storage::city::by_slug(tx, &input.city)?;
            let host = check(&app, &input, city.as_ref())?;
            let Some(city) = city else {
                return Err(Invalid::one("city", "unknown_city", "Name a city.").into());
            };
            require(
                &actor,
                actor.coordinates(city.id),
                "only a coordinator of the city may",
            )?;
            storage::host::insert(tx, &host)?;
            Ok((host, city))
        })
    })
    .await
}

/// The host that an input means, as a new one; `city` is the one it names, where there is one.
pub(super) fn check(app: &App, input: &HostInput, city: Option<&City>) -> Result<Host, Invalid> {
    let mut check = Checker::default();
    let name = check.line("name", &input.name);
    let kind = check.parse("kind", "unknown_kind", &input.kind);
    let track = check.parse("track", "unknown_track", &input.track);
    if city.is_none() {
        check.wrong("city", "unknown_city", "Name a city by its slug.");
    }
    check.finish(Host {
        id: app.id(),
        city_id: city.map_or_else(|| app.id(), |city| city.id),
        name,
        kind: kind.unwrap_or(HostKind::Office),
        track: track.unwrap_or(Track::Official),
        created_at: app.now(),
    })
}
