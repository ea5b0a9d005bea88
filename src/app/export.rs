//! Bookings taken out, page by page, so that however many there are little is held at once.
//!
//! Who asks is looked at once, at the beginning. Each page is read for itself: a booking that is
//! moved to another time meanwhile may be met twice or not at all, which is said in docs/IMPORT.md.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::access::require;
use super::local_time::zone_of;
use super::{App, Error};
use crate::domain::booking::{Attendee, Booking};
use crate::domain::city::City;
use crate::domain::host::Host;
use crate::domain::id::{BookingId, CityId, HostId};
use crate::domain::input::Invalid;
use crate::domain::offer::Offer;
use crate::domain::person::{Actor, Role};
use crate::domain::slot::Slot;
use crate::domain::zone::Resolved;
pub use crate::storage::export::Place;
use crate::storage::export::Wanted;
use crate::storage::{self, View};

/// Bookings of a page.
pub const PAGE: i64 = 250;

/// Where a span of time begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// At an instant.
    Instant(DateTime<Utc>),
    /// With a date on the clock of the city or host that was named, else of UTC.
    Date(NaiveDate),
}

/// Which bookings somebody wants to take out; an absent part asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct ExportQuery {
    /// Those that this city's hosts receive and those of its guests, by its slug.
    pub city: Option<String>,
    /// Those that this host receives.
    pub host: Option<HostId>,
    /// Visits that begin then or later.
    pub from: Option<Bound>,
    /// Visits that begin before this instant, or on this date at the latest.
    pub to: Option<Bound>,
}

/// Bookings that somebody may take out.
#[derive(Debug, Clone)]
pub struct Export {
    actor: Actor,
    wanted: Wanted,
    /// How many they were at the beginning.
    pub total: i64,
}

/// A booking as it is taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The booking.
    pub booking: Booking,
    /// Its slot.
    pub slot: Slot,
    /// Its offer.
    pub offer: Offer,
    /// Who receives it.
    pub host: Host,
    /// Where.
    pub host_city: City,
    /// Where its guests are.
    pub guest_city: City,
    /// Who comes. Without addresses, and the booking without what the guests wrote, for those who
    /// do not manage the host.
    pub attendees: Vec<Attendee>,
    /// Whether all of it is told.
    pub whole: bool,
}

/// Bookings that `actor` may take out: an admin all of them, a coordinator those that the hosts of
/// their city receive and those of its guests, others those of their hosts.
///
/// # Errors
/// Where `actor` has no such role, or names a city or host that is not theirs.
pub async fn begin(app: &App, actor: &Actor, query: ExportQuery) -> Result<Export, Error> {
    let has_role = actor.is_admin() || !roles(actor).is_empty();
    require(
        actor,
        has_role,
        "only hosts, coordinators and admins take bookings out",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let (of, clock) = scope(view, &actor, &query)?;
        let at = |bound: Bound, days: u64| match bound {
            Bound::Instant(at) => Ok(at),
            Bound::Date(date) => beginning(&app, clock.as_ref(), date, days),
        };
        let wanted = Wanted {
            of,
            from: query.from.map(|bound| at(bound, 0)).transpose()?,
            to: query.to.map(|bound| at(bound, 1)).transpose()?,
        };
        let total = storage::export::count(view, &wanted)?;
        Ok(Export {
            actor: actor.clone(),
            wanted,
            total,
        })
    })
    .await
}

fn roles(actor: &Actor) -> &[Role] {
    match actor {
        Actor::Person { roles, .. } => roles,
        Actor::Guest | Actor::System => &[],
    }
}

/// When a date begins, or the day `days` after it, in a city; where none is named, in UTC.
fn beginning(
    app: &App,
    clock: Option<&City>,
    date: NaiveDate,
    days: u64,
) -> Result<DateTime<Utc>, Error> {
    let out_of_range = || Invalid::one("to", "out_of_range", "Give a date of this millennium.");
    let date = date
        .checked_add_days(Days::new(days))
        .ok_or_else(out_of_range)?;
    let Some(city) = clock else {
        return Ok(date.and_time(NaiveTime::MIN).and_utc());
    };
    let zone = zone_of(&app.zones, &city.zone)?;
    Ok(match zone.resolve(date.and_time(NaiveTime::MIN)) {
        Resolved::Exact(at) | Resolved::Gap { shifted: at } | Resolved::Fold { first: at, .. } => {
            at.to_utc()
        }
        Resolved::DayMissing => date.and_time(NaiveTime::MIN).and_utc(),
    })
}

/// The hosts and the guests' cities whose bookings are wanted; nothing for all of them.
type Scope = Option<(Vec<HostId>, Vec<CityId>)>;

/// Whose bookings are wanted, and on which city's clock.
fn scope(
    view: &mut View<'_>,
    actor: &Actor,
    query: &ExportQuery,
) -> Result<(Scope, Option<City>), Error> {
    if let Some(id) = query.host {
        let host = storage::host::by_id(view, id)?;
        let host = host.filter(|host| actor.manages(host));
        let host = host.ok_or(Error::NotFound("host"))?;
        let city = storage::city::by_ids(view, &[host.city_id])?.pop();
        return Ok((Some((vec![host.id], Vec::new())), city));
    }
    if let Some(slug) = &query.city {
        let city = storage::city::by_slug(view, slug)?.ok_or(Error::NotFound("city"))?;
        let why = "only its coordinators take a city's bookings out";
        require(actor, actor.coordinates(city.id), why)?;
        let hosts = storage::host::list(view, Some(city.id))?;
        let hosts = hosts.into_iter().map(|host| host.id).collect();
        return Ok((Some((hosts, vec![city.id])), Some(city)));
    }
    if actor.is_admin() {
        return Ok((None, None));
    }
    let managed = storage::host::list(view, None)?.into_iter();
    let managed = managed.filter(|host| actor.manages(host));
    let cities = roles(actor).iter().filter_map(|role| match role {
        Role::Coordinator(city) => Some(*city),
        Role::Admin | Role::Member(..) => None,
    });
    let managed = managed.map(|host| host.id).collect();
    Ok((Some((managed, cities.collect())), None))
}

/// The next bookings behind `after`, at most [`PAGE`].
///
/// # Errors
/// Where the database cannot be used.
pub async fn page(app: &App, of: &Export, after: Option<Place>) -> Result<Vec<Exported>, Error> {
    let of = of.clone();
    app.db
        .read(move |view| {
            let found = storage::export::page(view, &of.wanted, after, PAGE)?;
            let ids: Vec<BookingId> = found.iter().map(|(booking, _)| booking.id).collect();
            let mut people: HashMap<BookingId, Vec<Attendee>> = HashMap::new();
            for (booking, person) in storage::booking::attendees_of(view, &ids)? {
                people.entry(booking).or_default().push(person);
            }
            let concerned = found
                .iter()
                .flat_map(|(booking, (_, _, host))| [booking.city_id, host.city_id]);
            let mut concerned: Vec<CityId> = concerned.collect();
            concerned.sort_unstable();
            concerned.dedup();
            let cities = storage::city::by_ids(view, &concerned)?;
            let city = |id| {
                let found = cities.iter().find(|city| city.id == id);
                found.cloned().ok_or(Error::NotFound("city"))
            };
            let whole = |(booking, (slot, offer, host)): (Booking, (Slot, Offer, Host))| {
                let exported = Exported {
                    host_city: city(host.city_id)?,
                    guest_city: city(booking.city_id)?,
                    attendees: people.remove(&booking.id).unwrap_or_default(),
                    whole: of.actor.manages(&host),
                    booking,
                    slot,
                    offer,
                    host,
                };
                Ok(exported.for_whom_it_may())
            };
            found.into_iter().map(whole).collect()
        })
        .await
}

impl Exported {
    /// Without what only the host's people see, for others.
    fn for_whom_it_may(mut self) -> Self {
        if !self.whole {
            self.booking.note = String::new();
            self.booking.wishes = Default::default();
            for person in &mut self.attendees {
                person.email = String::new();
            }
        }
        self
    }

    /// Where it stands in the order of pages.
    pub fn place(&self) -> Place {
        (self.slot.starts_at, self.booking.id)
    }
}
