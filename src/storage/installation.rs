//! The one row that says what this database is: its log's epoch, its key, its zone data.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::installation;
use super::{StorageError, Tx, View};

/// What the database knows of itself.
#[derive(Debug, Clone)]
pub struct Installation {
    /// Names the life of the event log; another one means that the past is another one.
    pub epoch: String,
    /// Key of the links' signatures, used where none is configured; hexadecimal.
    pub secret_key: String,
    /// Whether the demo made it.
    pub is_demo: bool,
    /// Whether this call has made it, so that this is the database's first start.
    pub is_new: bool,
}

/// The installation's row, made with these values where there is none.
///
/// # Errors
/// Where the database cannot be used.
pub fn load_or_create(
    tx: &mut Tx<'_>,
    epoch: &str,
    secret_key: &str,
    tzdb_version: &str,
    now: DateTime<Utc>,
) -> Result<Installation, StorageError> {
    let columns = (
        installation::epoch,
        installation::secret_key,
        installation::is_demo,
    );
    let found: Option<(String, String, bool)> = installation::table
        .select(columns)
        .first(tx.conn)
        .optional()?;
    if let Some((epoch, secret_key, is_demo)) = found {
        return Ok(Installation {
            epoch,
            secret_key,
            is_demo,
            is_new: false,
        });
    }
    diesel::insert_into(installation::table)
        .values((
            installation::id.eq(1),
            installation::epoch.eq(epoch),
            installation::secret_key.eq(secret_key),
            installation::tzdb_version.eq(tzdb_version),
            installation::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(Installation {
        epoch: epoch.into(),
        secret_key: secret_key.into(),
        is_demo: false,
        is_new: true,
    })
}

/// The newest zone data that this database has been used with.
///
/// # Errors
/// Where the database cannot be used.
pub fn tzdb_version(view: &mut View<'_>) -> Result<String, StorageError> {
    Ok(installation::table
        .select(installation::tzdb_version)
        .first(view.conn)?)
}

/// The same, keeping every other node from asking until the end of this transaction.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock_tzdb_version(tx: &mut Tx<'_>) -> Result<String, StorageError> {
    // A write that changes nothing holds the row on either engine.
    diesel::update(installation::table)
        .set(installation::tzdb_version.eq(installation::tzdb_version))
        .execute(tx.conn)?;
    tzdb_version(tx)
}

/// Makes others who ask the same wait until this transaction ends.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock(tx: &mut Tx<'_>) -> Result<(), StorageError> {
    lock_tzdb_version(tx).map(drop)
}

/// Remembers newer zone data.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_tzdb_version(tx: &mut Tx<'_>, version: &str) -> Result<(), StorageError> {
    diesel::update(installation::table)
        .set(installation::tzdb_version.eq(version))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that the demo made this database.
///
/// # Errors
/// Where the database cannot be used.
pub fn mark_demo(tx: &mut Tx<'_>) -> Result<(), StorageError> {
    diesel::update(installation::table)
        .set(installation::is_demo.eq(true))
        .execute(tx.conn)?;
    Ok(())
}

/// Begins another life of the event log: places in it that were given out before mean nothing.
///
/// # Errors
/// Where the database cannot be used.
pub fn raise_epoch(tx: &mut Tx<'_>, epoch: &str) -> Result<(), StorageError> {
    diesel::update(installation::table)
        .set((
            installation::epoch.eq(epoch),
            installation::rights.eq(installation::rights + 1),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// What may change under open connections.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Terms {
    /// The log's epoch.
    pub epoch: String,
    /// Grows whenever who may see what may have changed.
    pub rights: i64,
}

/// What holds for open connections now.
///
/// # Errors
/// Where the database cannot be used.
pub fn terms(view: &mut View<'_>) -> Result<Terms, StorageError> {
    Ok(installation::table
        .select((installation::epoch, installation::rights))
        .first(view.conn)?)
}

/// Notes that who may see what may have changed.
pub(super) fn raise_rights(tx: &mut Tx<'_>) -> Result<(), StorageError> {
    diesel::update(installation::table)
        .set(installation::rights.eq(installation::rights + 1))
        .execute(tx.conn)?;
    Ok(())
}
