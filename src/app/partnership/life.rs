//! How partnerships are doing: when their cities meet, what came of it, what needs attention.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::visible;
use crate::app::access::require;
use crate::app::local_time::zone_of;
use crate::app::{App, Error};
use crate::domain::booking::BookingStatus;
use crate::domain::event::{Head, Topic};
use crate::domain::id::{BookingId, PartnershipId, PersonId};
use crate::domain::offer::OfferVisibility;
use crate::domain::partnership::Partnership;
use crate::domain::partnership::health::{Attention, Health, Meetings, attention, health};
use crate::domain::partnership::numbers::{Party, Year, by_year};
use crate::domain::partnership::stages::{Change, ChangeKind};
use crate::domain::person::Actor;
use crate::domain::report::Outcome;
use crate::storage::partnership_life::VisitOf;
use crate::storage::{self, View, event_log};

/// Most past visits that their keepers are shown.
const RECENT_MAX: usize = 10;
/// Most outcomes that a partnership's page shows.
const OUTCOMES_MAX: i64 = 20;

/// A visit as it is told beside a partnership.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitTold {
    /// Its booking.
    pub booking: BookingId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The zone of the host's city.
    pub zone: String,
    /// The offer's title; told where the offer may be known of.
    pub title: Option<String>,
}

/// What one visit brought, as it is shown publicly.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeTold {
    /// The visit.
    pub visit: VisitTold,
    /// What its sides learned, those of the hosts first.
    pub outcomes: Vec<Outcome>,
}

/// A line of a partnership's history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    /// The line; why is left out for who may not read it.
    pub change: Change,
    /// Who it was, by name; told to those who belong to one of the cities.
    pub who: Option<String>,
    /// The city that agreed, as its index among the partnership's.
    pub city: Option<usize>,
}

/// How a partnership is doing.
#[derive(Debug, Clone)]
pub struct Life {
    /// The partnership.
    pub partnership: Partnership,
    /// Whether the reader belongs to one of its cities.
    pub belongs: bool,
    /// Whether the reader may edit it.
    pub keeps: bool,
    /// Whether it is alive.
    pub health: Health,
    /// What of it needs attention.
    pub attention: Vec<Attention>,
    /// The last visit that the reader may know of.
    pub last: Option<VisitTold>,
    /// The next one, confirmed.
    pub next: Option<VisitTold>,
    /// Its latest visits, for those who keep it: they may write down what came of them.
    pub recent: Vec<VisitTold>,
    /// Visits and people a year, the latest first.
    pub years: Vec<Year>,
    /// What its visits brought, the latest first.
    pub outcomes: Vec<OutcomeTold>,
    /// What became of it, the first line first.
    pub history: Vec<HistoryLine>,
    /// Where the partnership's log stands.
    pub head: Head,
}

/// A partnership among those that somebody keeps.
#[derive(Debug, Clone)]
pub struct Overviewed {
    /// The partnership.
    pub partnership: Partnership,
    /// Whether it is alive.
    pub health: Health,
    /// What of it needs attention, the most pressing first.
    pub attention: Vec<Attention>,
    /// When its cities met last and meet next.
    pub meetings: Meetings,
    /// Its years with a visit, the latest first.
    pub years: Vec<Year>,
}

/// How a partnership is doing, as far as `actor` may know.
///
/// # Errors
/// Where there is none that `actor` may know of.
pub async fn get(app: &App, actor: &Actor, id: PartnershipId) -> Result<Life, Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let partnership = visible(view, &actor, id)?.ok_or(Error::NotFound("partnership"))?;
        look(&app, view, &actor, partnership)
    })
    .await
}

fn look(
    app: &App,
    view: &mut View<'_>,
    actor: &Actor,
    partnership: Partnership,
) -> Result<Life, Error> {
    let (now, id) = (app.now(), partnership.id);
    let cities = &partnership.cities;
    let belongs = cities.iter().any(|city| actor.belongs_to(city.id));
    let keeps = cities.iter().any(|city| actor.coordinates(city.id));
    let visits = storage::partnership_life::visits(view, &[id])?;
    let health = health(&partnership, meetings(&visits, now), now, &app.partnerships);
    let today = today(app, &partnership);
    let known = |visit: &&VisitOf| belongs || visit.visibility == OfferVisibility::Public;
    let mut known_visits = visits.iter().filter(known);
    let last = known_visits.rfind(|visit| visit.party.took_place(now) && visit.status.is_visit());
    let next = visits
        .iter()
        .filter(known)
        .find(|visit| visit.party.starts_at > now && visit.status == BookingStatus::Confirmed);
    Ok(Life {
        belongs,
        keeps,
        attention: attention(&partnership, health, today, &app.partnerships),
        health,
        last: last.map(|visit| told(visit, belongs)),
        next: next.map(|visit| told(visit, belongs)),
        recent: recent(&visits, now, keeps),
        years: by_year(&parties(&visits), now),
        outcomes: outcomes(view, id, &visits, belongs)?,
        history: history(view, &partnership, belongs)?,
        head: event_log::head(view, &Topic::Partnership(id))?,
        partnership,
    })
}

/// The partnerships of the cities that `actor` keeps, those that need attention first.
///
/// # Errors
/// Where nobody is signed in, or they keep no city.
pub async fn overview(app: &App, actor: &Actor) -> Result<Vec<Overviewed>, Error> {
    let why = "only coordinators look after partnerships";
    require(actor, actor.keeps_a_city(), why)?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.read(move |view| {
        let mut kept = storage::partnership::all(view)?;
        kept.retain(|known| known.cities.iter().any(|city| actor.coordinates(city.id)));
        overviewed(&app, view, kept)
    })
    .await
}

/// How these partnerships are doing, those that need attention first.
pub(super) fn overviewed(
    app: &App,
    view: &mut View<'_>,
    partnerships: Vec<Partnership>,
) -> Result<Vec<Overviewed>, Error> {
    let now = app.now();
    let ids: Vec<PartnershipId> = partnerships.iter().map(|known| known.id).collect();
    let mut visits: HashMap<PartnershipId, Vec<VisitOf>> = HashMap::new();
    for visit in storage::partnership_life::visits(view, &ids)? {
        visits.entry(visit.partnership).or_default().push(visit);
    }
    let one = |partnership: Partnership| {
        let visits = visits.remove(&partnership.id).unwrap_or_default();
        let meetings = meetings(&visits, now);
        let health = health(&partnership, meetings, now, &app.partnerships);
        let today = today(app, &partnership);
        Overviewed {
            attention: attention(&partnership, health, today, &app.partnerships),
            health,
            meetings,
            years: by_year(&parties(&visits), now),
            partnership,
        }
    };
    let mut all: Vec<Overviewed> = partnerships.into_iter().map(one).collect();
    all.sort_by_cached_key(|one| {
        let pressing = one.attention.first().copied();
        let next = one.meetings.next;
        let ends = one.partnership.pilot_ends;
        // None is less than some, and goes last here.
        (
            pressing.is_none(),
            pressing,
            ends,
            next.is_none(),
            next,
            one.partnership.id,
        )
    });
    Ok(all)
}

/// When the cities of these visits met last, and meet next; a visit that is only asked for counts
/// as one ahead.
pub(super) fn meetings(visits: &[VisitOf], now: DateTime<Utc>) -> Meetings {
    let begins = |visit: &VisitOf| visit.party.starts_at;
    let been = |visit: &&VisitOf| visit.party.took_place(now) && visit.status.is_visit();
    Meetings {
        last: visits.iter().filter(been).map(begins).max(),
        next: visits.iter().map(begins).filter(|at| *at > now).min(),
    }
}

/// The date in a partnership's first city.
pub(super) fn today(app: &App, partnership: &Partnership) -> NaiveDate {
    let first = partnership.cities.first();
    let zone = first.and_then(|city| zone_of(&app.zones, &city.zone).ok());
    zone.map_or_else(
        || app.now().date_naive(),
        |zone| zone.at(app.now()).date_naive(),
    )
}

/// The person whom the audit trail names so.
pub(super) fn person_of(actor: &str) -> Option<PersonId> {
    actor.strip_prefix("person:")?.parse().ok()
}

fn parties(visits: &[VisitOf]) -> Vec<Party> {
    let counted = visits.iter().filter(|visit| visit.status.is_visit());
    counted.map(|visit| visit.party.clone()).collect()
}

fn recent(visits: &[VisitOf], now: DateTime<Utc>, keeps: bool) -> Vec<VisitTold> {
    let begun = |visit: &&VisitOf| visit.party.starts_at <= now && visit.status.is_visit();
    let latest = visits.iter().rev().filter(|_| keeps).filter(begun);
    latest
        .take(RECENT_MAX)
        .map(|visit| told(visit, true))
        .collect()
}

fn told(visit: &VisitOf, belongs: bool) -> VisitTold {
    let known = belongs || visit.visibility == OfferVisibility::Public;
    VisitTold {
        booking: visit.booking,
        starts_at: visit.party.starts_at,
        ends_at: visit.ends_at,
        zone: visit.zone.clone(),
        title: known.then(|| visit.title.clone()),
    }
}

fn outcomes(
    view: &mut View<'_>,
    id: PartnershipId,
    visits: &[VisitOf],
    belongs: bool,
) -> Result<Vec<OutcomeTold>, Error> {
    let bookings = storage::partnership_life::with_public_outcome(view, id, OUTCOMES_MAX)?;
    let mut outcomes = storage::report::outcomes(view, &bookings)?;
    outcomes.retain(|outcome| outcome.public);
    let one = |booking: &BookingId| {
        let visit = visits.iter().find(|visit| visit.booking == *booking)?;
        let of_it = outcomes.iter().filter(|one| one.booking_id == *booking);
        Some(OutcomeTold {
            visit: told(visit, belongs),
            outcomes: of_it.cloned().collect(),
        })
    };
    Ok(bookings.iter().filter_map(one).collect())
}

/// The history as it is told: who and why stay among the cities, but for how a pilot came out.
fn history(
    view: &mut View<'_>,
    partnership: &Partnership,
    belongs: bool,
) -> Result<Vec<HistoryLine>, Error> {
    let mut lines = Vec::new();
    for mut change in storage::partnership_life::history(view, partnership.id)? {
        if !belongs && change.kind == ChangeKind::Facts {
            continue;
        }
        let who = person_of(&change.actor).filter(|_| belongs);
        let who = match who {
            Some(id) => storage::person::by_id(view, id)?.map(|person| person.name),
            None => None,
        };
        if !belongs && change.outcome.is_none() {
            change.why.clear();
        }
        let of = |id| partnership.cities.iter().position(|city| city.id == id);
        lines.push(HistoryLine {
            city: change.city.and_then(of),
            who,
            change,
        });
    }
    Ok(lines)
}
