//! Cities.

use diesel::prelude::*;

use super::schema::city;
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::city::City;
use crate::domain::hours::{OfficeHours, Weekend};
use crate::domain::id::CityId;
use crate::domain::workdays::OwnDay;

#[derive(Queryable)]
pub(super) struct CityRow {
    id: AsText<CityId>,
    slug: String,
    name: String,
    native_name: String,
    country: String,
    zone: String,
    office_start_minute: i32,
    office_end_minute: i32,
    weekend: AsText<Weekend>,
    languages: AsJson<Vec<String>>,
    version: i64,
    created_at: At,
    subdivision: String,
    own_days: AsJson<Vec<OwnDay>>,
}

impl TryFrom<CityRow> for City {
    type Error = StorageError;

    fn try_from(row: CityRow) -> Result<Self, StorageError> {
        let minute = |m: i32| u16::try_from(m).map_err(|e| StorageError::Unreadable(Box::new(e)));
        Ok(Self {
            id: row.id.0,
            slug: row.slug,
            name: row.name,
            native_name: row.native_name,
            country: row.country,
            zone: row.zone,
            hours: OfficeHours {
                start_minute: minute(row.office_start_minute)?,
                end_minute: minute(row.office_end_minute)?,
                weekend: row.weekend.0,
            },
            languages: row.languages.0,
            subdivision: row.subdivision,
            own_days: row.own_days.0,
            version: row.version,
            created_at: row.created_at.0,
        })
    }
}

/// Every city, by name.
///
/// # Errors
/// Where the database cannot be used.
pub fn all(view: &mut View<'_>) -> Result<Vec<City>, StorageError> {
    let rows: Vec<CityRow> = city::table.order((city::name, city::id)).load(view.conn)?;
    rows.into_iter().map(City::try_from).collect()
}

/// The city of this slug.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_slug(view: &mut View<'_>, slug: &str) -> Result<Option<City>, StorageError> {
    // Strangers send slugs in paths and queries, and PostgreSQL refuses a text with a NUL in it.
    if slug.contains('\0') {
        return Ok(None);
    }
    let row: Option<CityRow> = city::table
        .filter(city::slug.eq(slug))
        .first(view.conn)
        .optional()?;
    row.map(City::try_from).transpose()
}

/// These cities, in no order.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_ids(view: &mut View<'_>, ids: &[CityId]) -> Result<Vec<City>, StorageError> {
    let ids: Vec<String> = ids.iter().map(CityId::to_string).collect();
    let rows: Vec<CityRow> = city::table.filter(city::id.eq_any(ids)).load(view.conn)?;
    rows.into_iter().map(City::try_from).collect()
}

/// Adds a city.
///
/// # Errors
/// [`StorageError::Taken`] where its slug is.
pub fn insert(tx: &mut Tx<'_>, new: &City) -> Result<(), StorageError> {
    diesel::insert_into(city::table)
        .values((
            city::id.eq(new.id.to_string()),
            city::slug.eq(&new.slug),
            city::created_at.eq(new.created_at.naive_utc()),
            city::version.eq(new.version),
            (
                city::name.eq(&new.name),
                city::native_name.eq(&new.native_name),
                city::country.eq(&new.country),
                city::zone.eq(&new.zone),
                city::office_start_minute.eq(i32::from(new.hours.start_minute)),
                city::office_end_minute.eq(i32::from(new.hours.end_minute)),
                city::weekend.eq(new.hours.weekend.to_string()),
                city::languages.eq(json(&new.languages)?),
                city::subdivision.eq(&new.subdivision),
                city::own_days.eq(json(&new.own_days)?),
            ),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes an edited city, where it still has the version before `edited.version`; says whether.
///
/// # Errors
/// Where the database cannot be used.
pub fn update(tx: &mut Tx<'_>, edited: &City) -> Result<bool, StorageError> {
    let unchanged = city::id
        .eq(edited.id.to_string())
        .and(city::version.eq(edited.version - 1));
    let rows = diesel::update(city::table.filter(unchanged))
        .set((
            city::version.eq(edited.version),
            city::name.eq(&edited.name),
            city::native_name.eq(&edited.native_name),
            city::country.eq(&edited.country),
            city::zone.eq(&edited.zone),
            city::office_start_minute.eq(i32::from(edited.hours.start_minute)),
            city::office_end_minute.eq(i32::from(edited.hours.end_minute)),
            city::weekend.eq(edited.hours.weekend.to_string()),
            city::languages.eq(json(&edited.languages)?),
            city::subdivision.eq(&edited.subdivision),
            city::own_days.eq(json(&edited.own_days)?),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}
