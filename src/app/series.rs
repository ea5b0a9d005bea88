//! Series: agreeing to one, looking at it, calling it or one of its visits off, moving a visit.
//!
//! Each visit is a slot and a booking like any other, taken with the same guarantees, all in one
//! transaction: every one of them, or none and a list of those that are in the way.

mod agree;
mod edit;

pub use agree::{SeriesInput, create, fingerprint};
pub use edit::{cancel, move_visit};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::access::{Subject, require};
use super::{App, Error, partnership, slot};
use crate::domain::city::City;
use crate::domain::host::Host;
use crate::domain::id::{CityId, PartnershipId, SeriesId};
use crate::domain::offer::Offer;
use crate::domain::person::Actor;
use crate::domain::plan::Visit;
use crate::domain::series::{Series, SeriesVisit};
use crate::domain::slot::Slot;
use crate::domain::zone::Zone;
use crate::storage::{self, View};

/// A series with all that those concerned are told of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SeriesView {
    /// The series.
    pub series: Series,
    /// What its visits are of.
    pub offer: Offer,
    /// Who receives them.
    pub host: Host,
    /// The cities that meet.
    pub cities: Vec<City>,
    /// Its visits, by original local start.
    pub visits: Vec<SeriesVisit>,
    /// Whether who asks may call off and move.
    pub may_change: bool,
}

/// The name of a visit, as it is written in addresses.
pub fn local_start(text: &str) -> Option<NaiveDateTime> {
    let with = |format| NaiveDateTime::parse_from_str(text.trim(), format).ok();
    with("%Y-%m-%dT%H:%M").or_else(|| with("%Y-%m-%dT%H:%M:%S"))
}

/// The series of this id, for those concerned: who manages the host or keeps one of its cities, and
/// the bearer of the link in its letter.
///
/// # Errors
/// Where there is none that `subject` may see.
pub async fn get(app: &App, subject: &Subject, id: SeriesId) -> Result<SeriesView, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.read(move |view| concerned(&app, view, &subject, id))
        .await
}

/// The series of a partnership, for those who keep or receive in one of its cities; for others
/// none.
///
/// # Errors
/// Where there is no partnership that `actor` may know of.
pub async fn of_partnership(
    app: &App,
    actor: &Actor,
    id: PartnershipId,
) -> Result<Vec<Series>, Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let found = partnership::visible(view, &actor, id)?;
            let found = found.ok_or(Error::NotFound("partnership"))?;
            if !found.cities.iter().any(|city| actor.belongs_to(city.id)) {
                return Ok(Vec::new());
            }
            Ok(storage::series::of_partnership(view, id)?)
        })
        .await
}

/// The slot of a visit, with room for `seats` at least.
fn slot_of(app: &App, offer: &Offer, zone: &Zone, visit: &Visit, seats: i32) -> Slot {
    let at = (zone.at(visit.starts_at), visit.resolution);
    let capacity = offer.capacity.max(seats);
    slot::opened(app, offer, zone, visit.local_start, at, capacity)
}

/// The series of this id, where `subject` may change it.
fn changeable(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: SeriesId,
) -> Result<SeriesView, Error> {
    let found = concerned(app, view, subject, id)?;
    require(
        &subject.actor,
        found.may_change,
        "only who manages the host or keeps one of the cities may do this",
    )?;
    Ok(found)
}

/// The series of this id, where `subject` is one of those concerned.
fn concerned(
    app: &App,
    view: &mut View<'_>,
    subject: &Subject,
    id: SeriesId,
) -> Result<SeriesView, Error> {
    let series = storage::series::by_id(view, id)?.ok_or(Error::NotFound("series"))?;
    let by_link = subject
        .manage_key
        .as_deref()
        .is_some_and(|key| app.link_key.may_manage_series(id, key));
    let mut found = load(view, series, by_link)?;
    let keeps = found
        .cities
        .iter()
        .any(|city| subject.actor.coordinates(city.id));
    found.may_change = by_link || keeps || subject.actor.manages(&found.host);
    match found.may_change {
        true => Ok(found),
        false => Err(Error::NotFound("series")),
    }
}

fn load(view: &mut View<'_>, series: Series, may_change: bool) -> Result<SeriesView, Error> {
    let found = storage::offer::by_id(view, series.offer_id)?;
    let (offer, host) = found.ok_or(Error::NotFound("offer"))?;
    let known = storage::city::by_ids(view, &series.cities)?;
    let of = |id: &CityId| known.iter().find(|city| city.id == *id).cloned();
    Ok(SeriesView {
        cities: series.cities.iter().filter_map(of).collect(),
        visits: storage::series::visits(view, series.id)?,
        series,
        offer,
        host,
        may_change,
    })
}
