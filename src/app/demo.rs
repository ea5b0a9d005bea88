//! Demo data: an empty installation filled with cities, hosts and visits to play with.
//!
//! All of it goes through the use cases, so it has the events and the letters that anybody's
//! would have. What is filled in stands in the files of `demo/`; here is only how.
//!
//! The cities are real, and so are the partnerships with a year, which are the official ones.
//! Every other relation, and every host, person and visit, is invented; all mail addresses are in
//! the domain `.example`, which nobody can own (RFC 2606).

mod data;
mod past;
mod polls;

use std::collections::HashMap;

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::availability;
use super::booking;
use super::city;
use super::host::{self, HostInput};
use super::local_time::zone_of;
use super::offer::{self, OfferInput};
use super::person::{self, RoleInput};
use super::slot::{self, PAGE_MAX, SlotInput, SlotQuery};
use super::{App, Error};
use crate::domain::availability::input::{
    AvailabilityInput, OverrideInput, SpanInput, WindowInput,
};
use crate::domain::id::SlotId;
use crate::domain::person::{Actor, RoleKind};
use crate::domain::zone::{Resolution, Resolved, Zone};
use data::{DemoCity, DemoHost, DemoOffer, DemoPerson};

/// Mail address of the demo's admin.
pub const ADMIN: &str = "admin@demo.example";
/// Slots are made for this many days, from the host's tomorrow on, and go on rolling.
pub const DAYS: u64 = 8 * 7;
/// Use cases under way at once: enough for many to share a commit.
const AT_ONCE: usize = 64;

/// What [`fill`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// The database was empty and now holds so many of each.
    Filled {
        /// Cities.
        cities: usize,
        /// Partnerships.
        partnerships: usize,
        /// Hosts.
        hosts: usize,
        /// Offers.
        offers: usize,
        /// Slots.
        slots: usize,
        /// Bookings.
        bookings: usize,
    },
    /// There are cities already, so nothing was done.
    NotEmpty,
}

/// Fills a database without cities with demo data; leaves any other alone.
///
/// What it makes depends on nothing but the time. The installation must have been made, as the
/// server does when it starts. It is many transactions: where one fails, what
/// came before it stays, and the next call finds the database not empty.
///
/// # Errors
/// Where the database cannot be used.
pub async fn fill(app: &App) -> Result<Filled, Error> {
    if !city::list(app).await?.is_empty() {
        return Ok(Filled::NotEmpty);
    }
    add_admin(app).await?;

    let cities = data::cities()?;
    let zones: HashMap<String, String> = cities
        .iter()
        .map(|city| (city.input.slug.clone(), city.input.zone.clone()))
        .collect();
    let cities = done(cities, |city| add_city(app, city)).await?;

    let partnerships = done(data::partnerships()?, |known| {
        past::add_partnership(app, known)
    })
    .await?;

    let hosts = done(data::hosts()?, |host| add_host(app, host)).await?;
    let offers: Vec<AddedOffer> = hosts.iter().flatten().cloned().collect();

    let times = offers.iter().map(|offer| {
        let zone = zones.get(&offer.city).ok_or(Error::NotFound("city"))?;
        Ok((offer, zone_of(&app.zones, zone)?))
    });
    let times = times.collect::<Result<Vec<_>, Error>>()?;
    let slots = done(times, |(offer, zone)| add_times(app, offer, zone)).await?;
    let slot_count = slots.iter().map(Vec::len).sum();
    let titles = offers.iter().map(|offer| offer.plan.title.clone());
    let by_offer: HashMap<String, Vec<SlotId>> = titles.zip(slots).collect();

    for visit in data::past()? {
        past::add_visit(app, &offers, &zones, visit).await?;
    }
    let bookings = done(data::bookings()?, |visit| {
        let slots = by_offer.get(&visit.offer);
        let slot = slots.and_then(|slots| slots.get(visit.nth)).copied();
        async move {
            let slot = slot.ok_or(Error::NotFound("slot"))?;
            booking::create(app, &Actor::System, slot, visit.party, None).await
        }
    })
    .await?;
    for poll in data::polls()? {
        polls::add(app, &partnerships, &offers, poll).await?;
    }

    Ok(Filled::Filled {
        cities: cities.len(),
        partnerships: partnerships.len(),
        hosts: hosts.len(),
        offers: offers.len(),
        slots: slot_count,
        bookings: bookings.len(),
    })
}

/// The answers to `work` on each of `items`, in their order, many at a time.
async fn done<I, T, F>(items: Vec<I>, work: impl FnMut(I) -> F) -> Result<Vec<T>, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    stream::iter(items)
        .map(work)
        .buffered(AT_ONCE)
        .try_collect()
        .await
}

async fn add_admin(app: &App) -> Result<(), Error> {
    let input = RoleInput {
        email: ADMIN.to_owned(),
        name: "Demo admin".to_owned(),
        role: RoleKind::Admin.to_string(),
        ..RoleInput::default()
    };
    person::grant(app, &Actor::System, input, None).await?;
    Ok(())
}

async fn add_city(app: &App, city: DemoCity) -> Result<(), Error> {
    let slug = city.input.slug.clone();
    city::create(app, &Actor::System, city.input, None).await?;
    let coordinator = RoleInput {
        city: Some(slug),
        ..role(city.coordinator, RoleKind::Coordinator)
    };
    person::grant(app, &Actor::System, coordinator, None).await?;
    Ok(())
}

fn role(person: DemoPerson, kind: RoleKind) -> RoleInput {
    RoleInput {
        email: person.email,
        name: person.name,
        locale: Some(person.locale),
        role: kind.to_string(),
        ..RoleInput::default()
    }
}

/// An offer that was entered, with what its slots are made from.
#[derive(Debug, Clone)]
struct AddedOffer {
    /// Slug of its city.
    city: String,
    id: String,
    plan: DemoOffer,
}

/// The offer of this title.
fn titled<'o>(offers: &'o [AddedOffer], title: &str) -> Result<&'o AddedOffer, Error> {
    let mut offers = offers.iter();
    let found = offers.find(|offer| offer.plan.title == title);
    found.ok_or(Error::NotFound("offer"))
}

/// A wall clock as people enter it.
fn entered(clock: NaiveDateTime) -> String {
    clock.format("%Y-%m-%dT%H:%M").to_string()
}

async fn add_host(app: &App, host: DemoHost) -> Result<Vec<AddedOffer>, Error> {
    let input = HostInput {
        city: host.city.clone(),
        name: host.name,
        kind: host.kind,
        track: host.track,
    };
    let (entered, _) = host::create(app, &Actor::System, input, None).await?;
    let host_id = entered.id.to_string();
    for member in host.members {
        let member = RoleInput {
            host_id: Some(host_id.clone()),
            ..role(member, RoleKind::Member)
        };
        person::grant(app, &Actor::System, member, None).await?;
    }
    let mut offers = Vec::new();
    for plan in host.offers {
        let input = OfferInput {
            host_id: host_id.clone(),
            title: plan.title.clone(),
            description: plan.description.clone(),
            topics: plan.topics.clone(),
            languages: plan.languages.clone(),
            duration_minutes: plan.duration_minutes,
            capacity: plan.capacity,
            visibility: plan.visibility.clone(),
            overlap_allowed: plan.overlap_allowed,
            meeting_url: Some(plan.meeting_url.clone()),
            policy: plan.policy.clone(),
        };
        let added = offer::create(app, &Actor::System, input, None).await?;
        offers.push(AddedOffer {
            city: host.city.clone(),
            id: added.offer.id.to_string(),
            plan,
        });
    }
    Ok(offers)
}

/// Makes the coming slots of an offer, and answers them by their start.
async fn add_times(app: &App, offer: &AddedOffer, zone: Zone) -> Result<Vec<SlotId>, Error> {
    let today = zone.at(app.now()).date_naive();
    if offer.plan.by_hand {
        let mut added = Vec::new();
        for input in slots_of(offer, &zone, today) {
            added.push(
                slot::create(app, &Actor::System, input, None)
                    .await?
                    .slot
                    .id,
            );
        }
        return Ok(added);
    }
    let id = offer.id.parse().map_err(|_| Error::NotFound("offer"))?;
    let rules = rules_of(&offer.plan, today);
    availability::set(app, &Actor::System, id, 0, rules, None).await?;
    let made = SlotQuery {
        offer: Some(id),
        limit: PAGE_MAX,
        ..SlotQuery::default()
    };
    let made = slot::list(app, &Actor::System, made).await?.slots;
    Ok(made.iter().map(|view| view.slot.id).collect())
}

/// The weekly hours of an offer. Today nobody is received, so that no visit begins while somebody
/// has only just begun to look around.
fn rules_of(plan: &DemoOffer, today: NaiveDate) -> AvailabilityInput {
    let duration = Duration::minutes(plan.duration_minutes.into());
    let window = |day: &Weekday, at: NaiveTime| WindowInput {
        weekday: day.to_string().to_lowercase(),
        span: SpanInput {
            from: at.format("%H:%M").to_string(),
            to: (at + duration).format("%H:%M").to_string(),
        },
        ..WindowInput::default()
    };
    let windows = plan.weekly.iter();
    let windows = windows.flat_map(|weekly| weekly.days.iter().map(|day| window(day, weekly.at)));
    AvailabilityInput {
        windows: windows.collect(),
        overrides: vec![OverrideInput {
            date: today.to_string(),
            windows: Vec::new(),
        }],
        horizon_days: i32::try_from(DAYS).ok(),
        ..AvailabilityInput::default()
    }
}

/// The coming slots of an offer by their start, for one whose slots are added by hand.
fn slots_of(offer: &AddedOffer, zone: &Zone, today: NaiveDate) -> Vec<SlotInput> {
    let dates = (1..=DAYS).filter_map(|day| today.checked_add_days(Days::new(day)));
    let mut starts: Vec<NaiveDateTime> = dates
        .flat_map(|date| offer.plan.starts_on(date))
        // Nobody keeps an appointment at a time that the clock skips.
        .filter(|start| {
            let resolved = zone.resolve(*start);
            matches!(resolved, Resolved::Exact(_) | Resolved::Fold { .. })
        })
        .collect();
    starts.sort_unstable();
    let slot = |start: NaiveDateTime| SlotInput {
        offer_id: offer.id.clone(),
        local_start: entered(start),
        resolution: Some(Resolution::FoldFirst.to_string()),
        ..SlotInput::default()
    };
    starts.into_iter().map(slot).collect()
}

#[cfg(test)]
mod tests;
