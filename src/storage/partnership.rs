//! Partnerships and their cities.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::schema::{partnership, partnership_change, partnership_city, partnership_reminder};
use super::types::{AsText, At};
use super::{StorageError, Tx, View, city, unsubscribed};
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
    pilot_ends: Option<AsText<NaiveDate>>,
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
    let members: Vec<(AsText<PartnershipId>, AsText<CityId>, Option<At>)> = partnership_city::table
        .filter(partnership_city::partnership_id.eq_any(ids))
        .order((partnership_city::partnership_id, partnership_city::position))
        .select((
            partnership_city::partnership_id,
            partnership_city::city_id,
            partnership_city::agreed_at,
        ))
        .load(view.conn)?;
    let city_ids: Vec<CityId> = members.iter().map(|(_, city, _)| city.0).collect();
    let cities: HashMap<CityId, City> = city::by_ids(view, &city_ids)?
        .into_iter()
        .map(|city| (city.id, city))
        .collect();
    let mut of: HashMap<PartnershipId, (Vec<City>, Vec<CityId>)> = HashMap::new();
    for (partnership, city, agreed_at) in members {
        let (members, awaiting) = of.entry(partnership.0).or_default();
        members.extend(cities.get(&city.0).cloned());
        if agreed_at.is_none() {
            awaiting.push(city.0);
        }
    }
    let partnerships = rows.into_iter().map(|row| {
        let (cities, awaiting) = of.remove(&row.id.0).unwrap_or_default();
        Partnership {
            id: row.id.0,
            stage: row.stage.0,
            visibility: row.visibility.0,
            since: row.since,
            cities,
            awaiting,
            version: row.version,
            created_at: row.created_at.0,
            pilot_ends: row.pilot_ends.map(|date| date.0),
        }
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
            partnership::pilot_ends.eq(new.pilot_ends.map(|date| date.to_string())),
        ))
        .execute(tx.conn)?;
    for (position, city) in (0..).zip(&new.cities) {
        let awaited = new.awaiting.contains(&city.id);
        let agreed_at = (!awaited).then(|| new.created_at.naive_utc());
        diesel::insert_into(partnership_city::table)
            .values((
                partnership_city::partnership_id.eq(new.id.to_string()),
                partnership_city::city_id.eq(city.id.to_string()),
                partnership_city::position.eq(position),
                partnership_city::agreed_at.eq(agreed_at),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Turns a partnership of the version before `edited`'s into it; says whether it still was that one.
///
/// # Errors
/// Where the database cannot be used.
pub fn update(tx: &mut Tx<'_>, edited: &Partnership) -> Result<bool, StorageError> {
    let unchanged = partnership::id
        .eq(edited.id.to_string())
        .and(partnership::version.eq(edited.version - 1));
    let rows = diesel::update(partnership::table.filter(unchanged))
        .set((
            partnership::stage.eq(edited.stage.as_str()),
            partnership::visibility.eq(edited.visibility.as_str()),
            partnership::since.eq(edited.since),
            partnership::pilot_ends.eq(edited.pilot_ends.map(|date| date.to_string())),
            partnership::version.eq(edited.version),
        ))
        .execute(tx.conn)?;
    // Who sees what of it hangs on its stage and its visibility.
    tx.changed_rights();
    Ok(rows == 1)
}

/// Notes that `city` agrees to a partnership; says whether that changed anything.
///
/// # Errors
/// Where the database cannot be used.
pub fn agree(
    tx: &mut Tx<'_>,
    id: PartnershipId,
    city: CityId,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let awaited = partnership_city::partnership_id
        .eq(id.to_string())
        .and(partnership_city::city_id.eq(city.to_string()))
        .and(partnership_city::agreed_at.is_null());
    let rows = diesel::update(partnership_city::table.filter(awaited))
        .set(partnership_city::agreed_at.eq(now.naive_utc()))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Takes back a partnership that one of its cities has not agreed to, so that nothing hangs on it
/// yet; says whether it was such a one.
///
/// # Errors
/// Where the database cannot be used.
pub fn withdraw(tx: &mut Tx<'_>, id: PartnershipId) -> Result<bool, StorageError> {
    let of_it = || partnership_city::partnership_id.eq(id.to_string());
    // The rows are locked by a change that changes nothing, so that nobody agrees meanwhile.
    diesel::update(partnership_city::table.filter(of_it()))
        .set(partnership_city::position.eq(partnership_city::position))
        .execute(tx.conn)?;
    let awaiting: i64 = partnership_city::table
        .filter(of_it().and(partnership_city::agreed_at.is_null()))
        .count()
        .get_result(tx.conn)?;
    if awaiting == 0 {
        return Ok(false);
    }
    diesel::delete(partnership_city::table.filter(of_it())).execute(tx.conn)?;
    unsubscribed::forget(tx, id)?;
    let id = id.to_string();
    diesel::delete(partnership_change::table.filter(partnership_change::partnership_id.eq(&id)))
        .execute(tx.conn)?;
    diesel::delete(
        partnership_reminder::table.filter(partnership_reminder::partnership_id.eq(&id)),
    )
    .execute(tx.conn)?;
    tx.changed_rights();
    diesel::delete(partnership::table.filter(partnership::id.eq(id))).execute(tx.conn)?;
    Ok(true)
}
