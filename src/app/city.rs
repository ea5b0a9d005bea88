//! Cities: listing, adding and editing them.

use serde::{Deserialize, Serialize};

use super::access::{require, require_admin};
use super::idempotency::{IdempotencyKey, once};
use super::{App, Conflict, Error};
use crate::domain::city::{City, check_country, check_languages, check_slug, check_subdivision};
use crate::domain::hours::{OfficeHours, Weekend};
use crate::domain::input::{Checker, Invalid};
use crate::domain::person::Actor;
use crate::domain::zone::ZoneData;
use crate::storage::{self, StorageError};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A city as somebody enters it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CityInput {
    /// Its name in URLs.
    pub slug: String,
    /// Its name in English.
    pub name: String,
    /// Its name as its own people write it; empty means the same.
    pub native_name: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// The part of the country whose holidays it keeps; empty for the country's.
    pub subdivision: String,
    /// IANA name of its zone.
    pub zone: String,
    /// When its offices open, in minutes after local midnight.
    pub office_start_minute: u16,
    /// When its offices close, in minutes after local midnight.
    pub office_end_minute: u16,
    /// Its weekend: day names such as `sat,sun`.
    pub weekend: String,
    /// BCP 47 tags.
    pub languages: Vec<String>,
}

/// What an edit changes of a city; absent parts stay.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in CityInput")]
pub struct CityEdit {
    pub name: Option<String>,
    pub native_name: Option<String>,
    pub country: Option<String>,
    pub subdivision: Option<String>,
    pub zone: Option<String>,
    pub office_start_minute: Option<u16>,
    pub office_end_minute: Option<u16>,
    pub weekend: Option<String>,
    pub languages: Option<Vec<String>>,
}

struct Checked {
    slug: String,
    name: String,
    native_name: String,
    country: String,
    subdivision: String,
    zone: String,
    hours: OfficeHours,
    languages: Vec<String>,
}

impl CityInput {
    fn check(&self, zones: &ZoneData) -> Result<Checked, Invalid> {
        let mut check = Checker::default();
        let slug = check_slug(&mut check, "slug", &self.slug);
        let name = check.line("name", &self.name);
        let native = if self.native_name.trim().is_empty() {
            &name
        } else {
            &self.native_name
        };
        let native_name = check.line("native_name", native);
        let country = check_country(&mut check, "country", &self.country);
        let subdivision = self.subdivision.trim();
        let subdivision = check_subdivision(&mut check, "subdivision", &country, subdivision);
        let zone = check.result("zone", "unknown_zone", zones.city_zone(self.zone.trim()));
        check.number("office_start_minute", self.office_start_minute, 0, DAY - 1);
        if self.office_end_minute <= self.office_start_minute || self.office_end_minute > DAY {
            let detail = "Close later than you open, at midnight (1440) at the latest.";
            check.wrong("office_end_minute", "end_before_start", detail);
        }
        let weekend = check.parse::<Weekend>("weekend", "invalid_weekend", &self.weekend);
        let languages = check_languages(&mut check, "languages", &self.languages);
        let zone = zone.map(|zone| zone.name().to_owned()).unwrap_or_default();
        let hours = weekend.map(|weekend| OfficeHours {
            start_minute: self.office_start_minute,
            end_minute: self.office_end_minute,
            weekend,
        });
        match (hours, check.finish(())) {
            (_, Err(invalid)) => Err(invalid),
            (None, Ok(())) => Err(Invalid::one("weekend", "invalid_weekend", "Name days.")),
            (Some(hours), Ok(())) => Ok(Checked {
                slug,
                name,
                native_name,
                country,
                subdivision,
                zone,
                hours,
                languages,
            }),
        }
    }
}

/// Every city, by name.
///
/// # Errors
/// Where the database cannot be used.
pub async fn list(app: &App) -> Result<Vec<City>, Error> {
    app.db.read(|view| Ok(storage::city::all(view)?)).await
}

/// The city of this slug.
///
/// # Errors
/// Where there is none.
pub async fn get(app: &App, slug: &str) -> Result<City, Error> {
    let slug = slug.to_owned();
    app.db
        .read(move |view| storage::city::by_slug(view, &slug)?.ok_or(Error::NotFound("city")))
        .await
}

/// Adds a city; admins do.
///
/// # Errors
/// Where `actor` may not, a field is wrong, or the slug is taken.
pub async fn create(
    app: &App,
    actor: &Actor,
    input: CityInput,
    key: Option<IdempotencyKey>,
) -> Result<City, Error> {
    require_admin(actor, "only an admin adds cities")?;
    let app = app.clone();
    let city = check(&app, &input)?;
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            if storage::city::by_slug(tx, &city.slug)?.is_some() {
                return Err(Conflict::SlugTaken.into());
            }
            match storage::city::insert(tx, &city) {
                Err(StorageError::Taken { .. }) => Err(Conflict::SlugTaken.into()),
                other => Ok(other.map(|()| city.clone())?),
            }
        })
    })
    .await
}

/// The city that an input means, as a new one.
pub(super) fn check(app: &App, input: &CityInput) -> Result<City, Invalid> {
    let checked = input.check(&app.zones)?;
    Ok(City {
        id: app.id(),
        slug: checked.slug,
        name: checked.name,
        native_name: checked.native_name,
        country: checked.country,
        subdivision: checked.subdivision,
        own_days: Vec::new(),
        zone: checked.zone,
        hours: checked.hours,
        languages: checked.languages,
        version: 1,
        created_at: app.now(),
    })
}

/// Edits a city; its coordinators and admins do. `version` is the one the edit was made from.
///
/// # Errors
/// Where `actor` may not, a field is wrong, or somebody else has edited it meanwhile.
pub async fn edit(
    app: &App,
    actor: &Actor,
    slug: &str,
    version: i64,
    edit: CityEdit,
) -> Result<City, Error> {
    let (db, zones) = (app.db.clone(), app.zones.clone());
    let (actor, slug) = (actor.clone(), slug.to_owned());
    db.write(move |tx| {
        let city = storage::city::by_slug(tx, &slug)?.ok_or(Error::NotFound("city"))?;
        require(
            &actor,
            actor.coordinates(city.id),
            "only its coordinators edit a city",
        )?;
        if city.version != version {
            return Err(Error::VersionMismatch);
        }
        let edit = edit.clone();
        let input = CityInput {
            slug: city.slug.clone(),
            name: edit.name.unwrap_or(city.name),
            native_name: edit.native_name.unwrap_or(city.native_name),
            // Another country has other parts.
            subdivision: match &edit.country {
                Some(country) if *country != city.country => edit.subdivision.unwrap_or_default(),
                _ => edit.subdivision.unwrap_or(city.subdivision),
            },
            country: edit.country.unwrap_or(city.country),
            zone: edit.zone.unwrap_or(city.zone),
            office_start_minute: edit.office_start_minute.unwrap_or(city.hours.start_minute),
            office_end_minute: edit.office_end_minute.unwrap_or(city.hours.end_minute),
            weekend: edit
                .weekend
                .unwrap_or_else(|| city.hours.weekend.to_string()),
            languages: edit.languages.unwrap_or(city.languages),
        };
        let checked = input.check(&zones)?;
        let edited = City {
            id: city.id,
            slug: checked.slug,
            name: checked.name,
            native_name: checked.native_name,
            country: checked.country,
            subdivision: checked.subdivision,
            own_days: city.own_days,
            zone: checked.zone,
            hours: checked.hours,
            languages: checked.languages,
            version: version + 1,
            created_at: city.created_at,
        };
        if storage::city::update(tx, &edited)? {
            Ok(edited)
        } else {
            Err(Error::VersionMismatch)
        }
    })
    .await
}
