//! Who wants no more letters of a list, by their address.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::unsubscribed;
use super::{StorageError, Tx, View};
use crate::domain::letter::MailingList;

/// Whether an address wants no more letters of a list.
///
/// # Errors
/// Where the database cannot be used.
pub fn has_left(view: &mut View<'_>, list: MailingList, email: &str) -> Result<bool, StorageError> {
    let left: i64 = unsubscribed::table
        .filter(unsubscribed::list.eq(list.as_str()))
        .filter(unsubscribed::email_key.eq(email.to_lowercase()))
        .count()
        .get_result(view.conn)?;
    Ok(left > 0)
}

/// Notes that an address wants no more letters of a list.
///
/// # Errors
/// Where the database cannot be used.
pub fn leave(
    tx: &mut Tx<'_>,
    list: MailingList,
    email: &str,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    if has_left(tx, list, email)? {
        return Ok(());
    }
    diesel::insert_into(unsubscribed::table)
        .values((
            unsubscribed::list.eq(list.as_str()),
            unsubscribed::email_key.eq(email.to_lowercase()),
            unsubscribed::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that an address wants letters of a list again.
///
/// # Errors
/// Where the database cannot be used.
pub fn join(tx: &mut Tx<'_>, list: MailingList, email: &str) -> Result<(), StorageError> {
    diesel::delete(unsubscribed::table)
        .filter(unsubscribed::list.eq(list.as_str()))
        .filter(unsubscribed::email_key.eq(email.to_lowercase()))
        .execute(tx.conn)?;
    Ok(())
}
