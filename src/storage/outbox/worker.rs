//! What a worker does with letters: claims those that are due, sends them, and says how it went.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::{LetterRow, StoredLetter, ration};
use crate::domain::id::LetterId;
use crate::domain::letter::LetterState;
use crate::storage::connect::Conn;
use crate::storage::schema::letter;
use crate::storage::{StorageError, Tx};

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    domain: String,
}

/// Claims up to `limit` letters that are due at `now`, for `lease`.
///
/// A recipient gets the letters about one booking in their order: none is due while an earlier
/// one is under way. Reminders come last. Letters whose time has passed are expired on the way. No
/// domain gets more letters than `per_minute`, where that is not 0, whoever claims them.
///
/// # Errors
/// Where the database cannot be used.
pub fn claim(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
    claim: &str,
    lease: Duration,
    limit: i64,
    per_minute: u32,
) -> Result<Vec<StoredLetter>, StorageError> {
    let clock = database_clock(tx)?;
    expire(tx, now, clock)?;
    // SQLite numbers parameters by where they first stand.
    let due: Vec<Due> = diesel::sql_query(
        "SELECT id, domain FROM letter WHERE \
         ((state = 'queued' AND due_at <= $1) OR (state = 'sending' AND lease_until <= $2)) \
         AND NOT EXISTS (SELECT 1 FROM letter AS earlier \
             WHERE earlier.booking_id = letter.booking_id \
             AND earlier.recipient_email = letter.recipient_email \
             AND earlier.state IN ('queued', 'sending') \
             AND (earlier.revision < letter.revision \
                 OR (earlier.revision = letter.revision AND earlier.id < letter.id))) \
         AND NOT EXISTS (SELECT 1 FROM mail_domain WHERE mail_domain.domain = letter.domain \
             AND mail_domain.next_at > $2 AND $3 > 0) \
         ORDER BY CASE WHEN kind IN ('visit_reminder', 'visit_soon') THEN 1 ELSE 0 END, \
             due_at, id LIMIT $4",
    )
    .bind::<Timestamp, _>(now.naive_utc())
    .bind::<Timestamp, _>(clock)
    .bind::<BigInt, _>(i64::from(per_minute))
    .bind::<BigInt, _>(limit)
    .load(tx.conn)?;

    let mut wanted = BTreeMap::new();
    for letter in &due {
        *wanted.entry(letter.domain.clone()).or_default() += 1;
    }
    let mut turns = ration::admitted(tx, wanted, per_minute, clock)?;
    let mut claimed = Vec::new();
    for Due { id, domain } in due {
        match turns.get_mut(&domain) {
            Some(left) if *left > 0 => *left -= 1,
            _ => continue,
        }
        // Again the condition: another worker may have been quicker.
        let rows = diesel::update(letter::table)
            .filter(letter::id.eq(&id))
            .filter(is_free(clock))
            .set((
                letter::state.eq(LetterState::Sending.as_str()),
                letter::attempts.eq(letter::attempts + 1),
                letter::claim.eq(claim),
                letter::lease_until.eq(clock + lease),
            ))
            .execute(tx.conn)?;
        if rows == 1 {
            let row: LetterRow = letter::table.filter(letter::id.eq(&id)).first(tx.conn)?;
            claimed.push(row.into());
        }
    }
    Ok(claimed)
}

/// Letters that nobody is sending: they wait, or the lease of who was sending them has run out by the
/// database's clock.
#[diesel::dsl::auto_type]
fn is_free(clock: NaiveDateTime) -> _ {
    let queued: &'static str = LetterState::Queued.as_str();
    let sending: &'static str = LetterState::Sending.as_str();
    letter::state.eq(queued).or(letter::state
        .eq(sending)
        .and(letter::lease_until.le(clock))
        .assume_not_null())
}

/// Takes out what nobody needs any more, also of what a worker has died over: late letters, and those
/// that newer ones have overtaken while they were under way.
fn expire(tx: &mut Tx<'_>, now: DateTime<Utc>, clock: NaiveDateTime) -> Result<(), StorageError> {
    let late = letter::expires_at.le(now.naive_utc()).and(is_free(clock));
    diesel::update(letter::table.filter(late))
        .set(letter::state.eq(LetterState::Expired.as_str()))
        .execute(tx.conn)?;
    let withdrawn = letter::withdrawn.eq(true).and(is_free(clock));
    diesel::update(letter::table.filter(withdrawn))
        .set(letter::state.eq(LetterState::Superseded.as_str()))
        .execute(tx.conn)?;
    Ok(())
}

/// Gives every claimed letter back to the queue; says how many. For a database that only this process
/// uses, at its start: whoever held them is gone.
///
/// # Errors
/// Where the database cannot be used.
pub fn release_all(tx: &mut Tx<'_>) -> Result<usize, StorageError> {
    let held = letter::state.eq(LetterState::Sending.as_str());
    Ok(diesel::update(letter::table.filter(held))
        .set((
            letter::state.eq(LetterState::Queued.as_str()),
            letter::claim.eq(None::<String>),
            letter::lease_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx.conn)?)
}

/// How an attempt to send a letter ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took it.
    Sent,
    /// It failed for now; try again then.
    Retry {
        /// When.
        at: DateTime<Utc>,
        /// Why, without personal data.
        error: String,
    },
    /// It cannot be sent.
    Dead {
        /// Why, without personal data.
        error: String,
    },
}

/// Ends an attempt, where `claim` still holds the letter; says whether it does.
///
/// # Errors
/// Where the database cannot be used.
pub fn finish(
    tx: &mut Tx<'_>,
    id: LetterId,
    claim: &str,
    outcome: &Outcome,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let mine = letter::id
        .eq(id.to_string())
        .and(letter::claim.eq(claim))
        .assume_not_null();
    let (state, due_at, error, sent_at) = match outcome {
        Outcome::Sent => (LetterState::Sent, now, None, Some(now)),
        Outcome::Retry { at, error } => (LetterState::Queued, *at, Some(error), None),
        Outcome::Dead { error } => (LetterState::Dead, now, Some(error), None),
    };
    let rows = diesel::update(letter::table.filter(mine))
        .set((
            letter::state.eq(state.as_str()),
            letter::due_at.eq(due_at.naive_utc()),
            letter::last_error.eq(error),
            letter::sent_at.eq(sent_at.map(|at| at.naive_utc())),
            letter::claim.eq(None::<String>),
            letter::lease_until.eq(None::<NaiveDateTime>),
        ))
        .execute(tx.conn)?;
    if state == LetterState::Queued {
        // Something newer was written while it was under way: it is not tried again.
        let overtaken = letter::id
            .eq(id.to_string())
            .and(letter::withdrawn.eq(true))
            .and(letter::state.eq(LetterState::Queued.as_str()));
        diesel::update(letter::table.filter(overtaken))
            .set(letter::state.eq(LetterState::Superseded.as_str()))
            .execute(tx.conn)?;
    }
    Ok(rows == 1)
}

#[derive(QueryableByName)]
struct Clock {
    #[diesel(sql_type = Timestamp)]
    now: NaiveDateTime,
}

pub(in crate::storage) fn database_clock(tx: &mut Tx<'_>) -> Result<NaiveDateTime, StorageError> {
    let sql = match tx.conn {
        Conn::Postgres(_) => {
            "SELECT CAST(clock_timestamp() AT TIME ZONE 'UTC' AS TIMESTAMP) AS now"
        }
        Conn::Sqlite(_) => "SELECT strftime('%Y-%m-%d %H:%M:%f', 'now') AS now",
    };
    let clock: Clock = diesel::sql_query(sql).get_result(tx.conn)?;
    Ok(clock.now)
}
