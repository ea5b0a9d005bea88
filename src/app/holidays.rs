//! The days on which a city's offices do otherwise: what the table says, and what its coordinators
//! say instead, one by one or by a calendar file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::access::require;
use super::idempotency::{IdempotencyKey, once};
use super::local_time::zone_of;
use super::{App, Error, availability};
use crate::domain::city::City;
use crate::domain::holiday::{self, Holiday};
use crate::domain::ics;
use crate::domain::id::OfferId;
use crate::domain::input::{Checker, Invalid};
use crate::domain::person::Actor;
use crate::domain::workdays::{DayKind, OWN_DAYS_MAX, OwnDay};
use crate::storage::{self, Tx, View};

/// Years from this one on whose days may be entered.
const YEARS_AHEAD: i32 = 10;
/// Longest time that one look answers, in days.
const SPAN_MAX: i64 = 400;

/// A special day of a city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityDay {
    /// Which day, on the city's calendar.
    pub date: NaiveDate,
    /// What the table says of it.
    pub public: Option<Holiday>,
    /// What its coordinators say instead.
    pub own: Option<OwnDay>,
}

impl CityDay {
    /// What it is there.
    pub fn kind(&self) -> Option<DayKind> {
        let own = self.own.as_ref().map(|own| own.kind);
        own.or(self.public.map(|public| public.kind))
    }

    /// Its name as its own people say it; empty where nobody has named it.
    pub fn name(&self) -> &str {
        self.either(|public| public.name)
    }

    /// Its name in English, where the table knows one.
    pub fn english(&self) -> &str {
        self.either(|public| public.english)
    }

    fn either(&self, of_public: impl Fn(&Holiday) -> &'static str) -> &str {
        let own = self.own.as_ref().map(|own| own.name.as_str());
        let public = self.public.as_ref().map(of_public);
        own.filter(|name| !name.is_empty())
            .or(public)
            .unwrap_or_default()
    }
}

/// The special days of a city in a span.
#[derive(Debug, Clone)]
pub struct CityDays {
    /// The city.
    pub city: City,
    /// The days, by date.
    pub days: Vec<CityDay>,
    /// The last day until which public holidays are known; none where the table knows nothing of
    /// the country.
    pub known_until: Option<NaiveDate>,
}

/// The special days of a city from `from` to `to`, both included; absent means this year. Anybody
/// may ask.
///
/// # Errors
/// Where there is no such city, or the span is turned round or too long.
pub async fn list(
    app: &App,
    slug: &str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<CityDays, Error> {
    let city = super::city::get(app, slug).await?;
    let today = today(app, &city)?;
    let of_year = |month, day| NaiveDate::from_ymd_opt(today.year(), month, day);
    let from = from.or(of_year(1, 1)).unwrap_or(today);
    let last = || {
        from.checked_add_days(chrono::Days::new(365))
            .unwrap_or(from)
    };
    let to = to
        .or(of_year(12, 31).filter(|last| from <= *last))
        .unwrap_or_else(last);
    if to < from {
        return Err(
            Invalid::one("to", "end_before_start", "End no earlier than you begin.").into(),
        );
    }
    if to.signed_duration_since(from).num_days() > SPAN_MAX {
        let detail = format!("Ask for at most {SPAN_MAX} days at once.");
        return Err(Invalid::one("to", "too_long", detail).into());
    }
    let public = city.public_days();
    let mut days: BTreeMap<NaiveDate, CityDay> = BTreeMap::new();
    let blank = |date| CityDay {
        date,
        public: None,
        own: None,
    };
    for (date, holiday) in public.iter().flat_map(|days| days.range(from..=to)) {
        days.entry(*date).or_insert_with(|| blank(*date)).public = Some(*holiday);
    }
    for own in city
        .own_days
        .iter()
        .filter(|own| from <= own.date && own.date <= to)
    {
        days.entry(own.date).or_insert_with(|| blank(own.date)).own = Some(own.clone());
    }
    Ok(CityDays {
        days: days.into_values().collect(),
        known_until: public.and_then(|_| holiday::known_until(&city.country)),
        city,
    })
}

fn today(app: &App, city: &City) -> Result<NaiveDate, Error> {
    Ok(zone_of(&app.zones, &city.zone)?.at(app.now()).date_naive())
}

/// The days that may be entered: from the beginning of this year on.
fn span(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
    let last = NaiveDate::from_ymd_opt(today.year() + YEARS_AHEAD, 12, 31).unwrap_or(today);
    (first, last)
}

/// A day as a coordinator enters it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DayInput {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// One of [`DayKind`]'s words.
    pub kind: String,
    /// What it is called; may be empty.
    pub name: String,
}

impl DayInput {
    fn check(&self, today: NaiveDate) -> Result<OwnDay, Invalid> {
        let mut check = Checker::default();
        let (first, last) = span(today);
        let date = self.date.trim().parse::<NaiveDate>().ok();
        if !date.is_some_and(|date| first <= date && date <= last) {
            let detail = format!("Give a date such as {today}, from {first} to {last}.");
            check.wrong("date", "invalid_date", detail);
        }
        let kind = check.parse::<DayKind>("kind", "unknown_kind", &self.kind);
        let name = match self.name.trim() {
            "" => String::new(),
            name => check.line("name", name),
        };
        check.finish(())?;
        match (date, kind) {
            (Some(date), Some(kind)) => Ok(OwnDay {
                date,
                kind,
                name,
                uid: None,
            }),
            _ => Err(Invalid::one("date", "invalid_date", "Give a date.")),
        }
    }
}

/// Enters a day of a city in place of whatever was known of it; its coordinators and admins do.
///
/// # Errors
/// Where `actor` may not, a field is wrong, or the city has too many days of its own.
pub async fn set(
    app: &App,
    actor: &Actor,
    slug: &str,
    input: DayInput,
    key: Option<IdempotencyKey>,
) -> Result<OwnDay, Error> {
    let (inside, actor, of) = (app.clone(), actor.clone(), slug.to_owned());
    let done = app.db.write(move |tx| {
        once(&inside, tx, key.as_ref(), |tx| {
            let mut city = kept(tx, &actor, &of)?;
            let day = input.check(today(&inside, &city)?)?;
            city.own_days.retain(|own| own.date != day.date);
            city.own_days.push(day.clone());
            save(tx, city)?;
            Ok(day)
        })
    });
    let day = done.await?;
    refill(app, slug).await;
    Ok(day)
}

/// Takes back what was entered of a day, so that the table counts again.
///
/// # Errors
/// Where `actor` may not, or nothing was entered of that day.
pub async fn remove(app: &App, actor: &Actor, slug: &str, date: NaiveDate) -> Result<(), Error> {
    let (actor, of) = (actor.clone(), slug.to_owned());
    let done = app.db.write(move |tx| {
        let mut city = kept(tx, &actor, &of)?;
        let before = city.own_days.len();
        city.own_days.retain(|own| own.date != date);
        if city.own_days.len() == before {
            return Err(Error::NotFound("day"));
        }
        save(tx, city)
    });
    done.await?;
    refill(app, slug).await;
    Ok(())
}

/// What a calendar file did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Days that the city had not entered.
    pub added: Vec<OwnDay>,
    /// Days that it had entered otherwise.
    pub changed: Vec<OwnDay>,
    /// Days that it had entered so.
    pub unchanged: usize,
    /// Days that events of the file had meant before and mean no longer.
    pub removed: Vec<OwnDay>,
}

impl Imported {
    /// What days from a file mean beside those that a city has, and the days it has then.
    fn of(own: &[OwnDay], file: Vec<OwnDay>, from: NaiveDate) -> (Self, Vec<OwnDay>) {
        let uids: BTreeSet<String> = file.iter().filter_map(|day| day.uid.clone()).collect();
        let mut days: BTreeMap<NaiveDate, OwnDay> =
            own.iter().map(|day| (day.date, day.clone())).collect();
        let dates: BTreeSet<NaiveDate> = file.iter().map(|day| day.date).collect();
        let mut done = Self::default();
        for day in own {
            let of_file = day.uid.as_ref().is_some_and(|uid| uids.contains(uid));
            if of_file && from <= day.date && !dates.contains(&day.date) {
                days.remove(&day.date);
                done.removed.push(day.clone());
            }
        }
        for day in file {
            match days.insert(day.date, day.clone()) {
                None => done.added.push(day),
                Some(before) if before == day => done.unchanged += 1,
                Some(_) => done.changed.push(day),
            }
        }
        (done, days.into_values().collect())
    }
}

/// Enters the days of an iCalendar file, all of them or none. What the same file has entered before
/// is entered once; an event that has moved takes its day along. With `dry_run` nothing is written.
///
/// # Errors
/// Where `actor` may not, the file is refused, or the city would have too many days of its own.
pub async fn import(
    app: &App,
    actor: &Actor,
    slug: &str,
    file: Vec<u8>,
    dry_run: bool,
) -> Result<Imported, Error> {
    let (inside, actor, of) = (app.clone(), actor.clone(), slug.to_owned());
    let done = app.db.write(move |tx| {
        let mut city = kept(tx, &actor, &of)?;
        let (from, to) = span(today(&inside, &city)?);
        let days = ics::days(&file, from, to)?;
        let (done, own_days) = Imported::of(&city.own_days, days, from);
        city.own_days = own_days;
        match dry_run {
            true => check_count(&city)?,
            false => save(tx, city)?,
        }
        Ok::<_, Error>(done)
    });
    let done = done.await?;
    if !dry_run {
        refill(app, slug).await;
    }
    Ok(done)
}

/// The city, where `actor` may change its days.
///
/// # Errors
/// Where they may not, or there is no such city.
pub async fn may_edit(app: &App, actor: &Actor, slug: &str) -> Result<City, Error> {
    let (actor, slug) = (actor.clone(), slug.to_owned());
    let city = app.db.read(move |view| kept(view, &actor, &slug));
    city.await
}

/// The city, if `actor` keeps it.
fn kept(view: &mut View<'_>, actor: &Actor, slug: &str) -> Result<City, Error> {
    let city = storage::city::by_slug(view, slug)?.ok_or(Error::NotFound("city"))?;
    let keeps = actor.coordinates(city.id);
    require(actor, keeps, "only its coordinators change a city's days")?;
    Ok(city)
}

fn check_count(city: &City) -> Result<(), Invalid> {
    if city.own_days.len() <= OWN_DAYS_MAX {
        return Ok(());
    }
    let detail =
        format!("A city enters at most {OWN_DAYS_MAX} days; take back some of them first.");
    Err(Invalid::one("date", "too_many_days", detail))
}

fn save(tx: &mut Tx<'_>, mut city: City) -> Result<(), Error> {
    check_count(&city)?;
    city.own_days.sort_by_key(|day| day.date);
    city.version += 1;
    match storage::city::update(tx, &city)? {
        true => Ok(()),
        false => Err(Error::VersionMismatch),
    }
}

/// Makes the slots of the city's offers what their rules mean on its days now. What fails is made
/// up for by the job that keeps the horizon filled.
async fn refill(app: &App, slug: &str) {
    let filled = async {
        for offer in offers_with_rules(app, slug).await? {
            availability::fill(app, offer).await?;
        }
        Ok::<_, Error>(())
    };
    if let Err(error) = filled.await {
        tracing::warn!(%error, city = slug, "its slots are not yet made for its new days");
    }
}

async fn offers_with_rules(app: &App, slug: &str) -> Result<Vec<OfferId>, Error> {
    let slug = slug.to_owned();
    let offers = app.db.read(move |view| {
        let city = storage::city::by_slug(view, &slug)?.ok_or(Error::NotFound("city"))?;
        let mut offers = Vec::new();
        for host in storage::host::list(view, Some(city.id))? {
            let rules = storage::availability::of_host(view, host.id)?;
            offers.extend(rules.into_iter().map(|stored| stored.offer_id));
        }
        Ok::<_, Error>(offers)
    });
    offers.await
}
