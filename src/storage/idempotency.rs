//! What was answered to a request that carried an `Idempotency-Key`, so that a repeated request
//! gets the same answer and does nothing again.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::idempotency_key;
use super::{StorageError, Tx, View};

/// What was kept under a key.
#[derive(Debug, Queryable)]
pub struct Kept {
    /// Hash of the request's body.
    pub body_hash: String,
    /// What the use case answered, as JSON.
    pub outcome: String,
}

/// What was kept under `key` of `scope`.
///
/// # Errors
/// Where the database cannot be used.
pub fn find(view: &mut View<'_>, scope: &str, key: &str) -> Result<Option<Kept>, StorageError> {
    Ok(idempotency_key::table
        .filter(idempotency_key::scope.eq(scope))
        .filter(idempotency_key::key.eq(key))
        .select((idempotency_key::body_hash, idempotency_key::outcome))
        .first(view.conn)
        .optional()?)
}

/// Takes a key before the work is done, so that whoever comes at the same time with the same key
/// waits here for the end of this transaction, and not behind what the work itself locks.
///
/// # Errors
/// [`StorageError::Taken`] where another request has just used the key.
pub fn take(
    tx: &mut Tx<'_>,
    scope: &str,
    key: &str,
    body_hash: &str,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::insert_into(idempotency_key::table)
        .values((
            idempotency_key::scope.eq(scope),
            idempotency_key::key.eq(key),
            idempotency_key::body_hash.eq(body_hash),
            idempotency_key::outcome.eq(""),
            idempotency_key::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Keeps what was answered under a key that this transaction has taken.
///
/// # Errors
/// Where the database cannot be used.
pub fn keep(tx: &mut Tx<'_>, scope: &str, key: &str, outcome: &str) -> Result<(), StorageError> {
    let taken = idempotency_key::scope
        .eq(scope)
        .and(idempotency_key::key.eq(key));
    diesel::update(idempotency_key::table.filter(taken))
        .set(idempotency_key::outcome.eq(outcome))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets what was kept before an instant; says how many.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize, StorageError> {
    let old = idempotency_key::created_at.lt(before.naive_utc());
    Ok(diesel::delete(idempotency_key::table.filter(old)).execute(tx.conn)?)
}
