//! Partnerships and their cities.

use std::collections::HashMap;

use diesel::prelude::*;

use super::schema::{partnership, partnership_city};
use super::types::{AsText, At};
use super::{StorageError, Tx, View, city};
use crate::domain::city::City;
use crate::domain::id::{CityId, PartnershipId};
use crate::domain::partnership::{Partnership, PartnershipVisibility, Stage};

#[derive(Queryable)]
struct PartnershipRow {
    id: AsText<PartnershipId>,
    stage: AsText<Stage>,
    visibility: AsText<PartnershipVisibility>,
    since: Option<i32>,
    version: i64,
    created_at: At,
}

/// Every partnership, in the order of their entry.
///
/// # Errors
/// Where the database cannot be used.
pub fn all(view: &mut View<'_>) -> Result<Vec<Partnership>, StorageError> {
    let rows = partnership::table.order(partnership::id).load(view.conn)?;
    with_cities(view, rows)
}

/// The partnership of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: PartnershipId) -> Result<Option<Partnership>, StorageError> {
    let rows = partnership::table
        .filter(partnership::id.eq(id.to_string()))
        .load(view.conn)?;
    Ok(with_cities(view, rows)?.pop())
}

/// The partnerships that a city belongs to, in the order of their entry.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_city(view: &mut View<'_>, city: CityId) -> Result<Vec<Partnership>, StorageError> {
    let mine = partnership_city::table
        .filter(partnership_city::city_id.eq(city.to_string()))
        .select(partnership_city::partnership_id);
    let rows = partnership::table
        .filter(partnership::id.eq_any(mine))
        .order(partnership::id)
        .load(view.conn)?;
    with_cities(view, rows)
}

fn with_cities(
    view: &mut View<'_>,
    rows: Vec<PartnershipRow>,
) -> Result<Vec<Partnership>, StorageError> {
    let ids: Vec<String> = rows.iter().map(|row| row.id.0.to_string()).collect();
    let members: Vec<(AsText<PartnershipId>, AsText<CityId>)> = partnership_city::table
        .filter(partnership_city::partnership_id.eq_any(ids))
        .order((partnership_city::partnership_id, partnership_city::position))
        .select((partnership_city::partnership_id, partnership_city::city_id))
        .load(view.conn)?;
    let city_ids: Vec<CityId> = members.iter().map(|(_, city)| city.0).collect();
    let cities: HashMap<CityId, City> = city::by_ids(view, &city_ids)?
        .into_iter()
        .map(|city| (city.id, city))
        .collect();
    let mut of: HashMap<PartnershipId, Vec<City>> = HashMap::new();
    for (partnership, city) in members {
        of.entry(partnership.0)
            .or_default()
            .extend(cities.get(&city.0).cloned());
    }
    let partnerships = rows.into_iter().map(|row| Partnership {
        id: row.id.0,
        stage: row.stage.0,
        visibility: row.visibility.0,
        since: row.since,
        cities: of.remove(&row.id.0).unwrap_or_default(),
        version: row.version,
        created_at: row.created_at.0,
    });
    Ok(partnerships.collect())
}

/// Adds a partnership.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Partnership) -> Result<(), StorageError> {
    diesel::insert_into(partnership::table)
        .values((
            partnership::id.eq(new.id.to_string()),
            partnership::stage.eq(new.stage.as_str()),
            partnership::visibility.eq(new.visibility.as_str()),
            partnership::since.eq(new.since),
            partnership::version.eq(new.version),
            partnership::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    for (position, city) in (0..).zip(&new.cities) {
        diesel::insert_into(partnership_city::table)
            .values((
                partnership_city::partnership_id.eq(new.id.to_string()),
                partnership_city::city_id.eq(city.id.to_string()),
                partnership_city::position.eq(position),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
