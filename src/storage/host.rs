//! Hosts.

use diesel::prelude::*;

use super::schema::host;
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::host::{Host, HostKind, Track};
use crate::domain::id::{CityId, HostId};

#[derive(Queryable)]
pub(super) struct HostRow {
    id: AsText<HostId>,
    city_id: AsText<CityId>,
    name: String,
    kind: AsText<HostKind>,
    track: AsText<Track>,
    #[allow(dead_code, reason = "only ever raised, to make changes queue")]
    slot_changes: i64,
    created_at: At,
}

impl From<HostRow> for Host {
    fn from(row: HostRow) -> Self {
        Self {
            id: row.id.0,
            city_id: row.city_id.0,
            name: row.name,
            kind: row.kind.0,
            track: row.track.0,
            created_at: row.created_at.0,
        }
    }
}

/// Every host, by name; those of one city where one is named.
///
/// # Errors
/// Where the database cannot be used.
pub fn list(view: &mut View<'_>, of: Option<CityId>) -> Result<Vec<Host>, StorageError> {
    let mut query = host::table.order((host::name, host::id)).into_boxed();
    if let Some(city) = of {
        query = query.filter(host::city_id.eq(city.to_string()));
    }
    let rows: Vec<HostRow> = query.load(view.conn)?;
    Ok(rows.into_iter().map(Host::from).collect())
}

/// The host of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: HostId) -> Result<Option<Host>, StorageError> {
    let row: Option<HostRow> = host::table
        .filter(host::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Host::from))
}

/// Adds a host.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Host) -> Result<(), StorageError> {
    diesel::insert_into(host::table)
        .values((
            host::id.eq(new.id.to_string()),
            host::city_id.eq(new.city_id.to_string()),
            host::name.eq(&new.name),
            host::kind.eq(new.kind.as_str()),
            host::track.eq(new.track.as_str()),
            host::slot_changes.eq(0),
            host::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes an edited host.
///
/// # Errors
/// Where the database cannot be used.
pub fn update(tx: &mut Tx<'_>, edited: &Host) -> Result<(), StorageError> {
    diesel::update(host::table.filter(host::id.eq(edited.id.to_string())))
        .set((
            host::kind.eq(edited.kind.as_str()),
            host::track.eq(edited.track.as_str()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Makes changes of a host's slots queue until this transaction ends: what is read afterwards
/// cannot be changed by another one.
///
/// An update rather than a `SELECT FOR UPDATE`, because it means the same on both engines.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock_slots(tx: &mut Tx<'_>, id: HostId) -> Result<(), StorageError> {
    diesel::update(host::table.filter(host::id.eq(id.to_string())))
        .set(host::slot_changes.eq(host::slot_changes + 1))
        .execute(tx.conn)?;
    Ok(())
}
