//! Who wants no more of which letters, by their address.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::unsubscribed;
use super::{StorageError, Tx, View};
use crate::domain::id::PartnershipId;
use crate::domain::letter::{MailingList, Subscription};

/// What a row is about; nothing where it is about all of a list.
fn about(of: &Subscription) -> String {
    of.partnership.map(|id| id.to_string()).unwrap_or_default()
}

/// Whether an address wants no more of these letters.
///
/// # Errors
/// Where the database cannot be used.
pub fn has_left(view: &mut View<'_>, of: &Subscription, email: &str) -> Result<bool, StorageError> {
    let left: i64 = unsubscribed::table
        .filter(unsubscribed::list.eq(of.list.as_str()))
        .filter(unsubscribed::email_key.eq(email.to_lowercase()))
        .filter(unsubscribed::about.eq(about(of)))
        .count()
        .get_result(view.conn)?;
    Ok(left > 0)
}

/// Notes that an address wants no more of these letters. A mail program and a reader may say so at the
/// same moment.
///
/// # Errors
/// Where the database cannot be used.
pub fn leave(
    tx: &mut Tx<'_>,
    of: &Subscription,
    email: &str,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    use diesel::sql_types::{Text, Timestamp};
    let sql = "INSERT INTO unsubscribed (list, email_key, about, created_at) \
               VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    diesel::sql_query(sql)
        .bind::<Text, _>(of.list.as_str())
        .bind::<Text, _>(email.to_lowercase())
        .bind::<Text, _>(about(of))
        .bind::<Timestamp, _>(now.naive_utc())
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that an address wants these letters again.
///
/// # Errors
/// Where the database cannot be used.
pub fn join(tx: &mut Tx<'_>, of: &Subscription, email: &str) -> Result<(), StorageError> {
    diesel::delete(unsubscribed::table)
        .filter(unsubscribed::list.eq(of.list.as_str()))
        .filter(unsubscribed::email_key.eq(email.to_lowercase()))
        .filter(unsubscribed::about.eq(about(of)))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets who left the letters about a partnership, because it is no more.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget(tx: &mut Tx<'_>, id: PartnershipId) -> Result<(), StorageError> {
    diesel::delete(unsubscribed::table)
        .filter(unsubscribed::list.eq(MailingList::QuietPartnerships.as_str()))
        .filter(unsubscribed::about.eq(id.to_string()))
        .execute(tx.conn)?;
    Ok(())
}
