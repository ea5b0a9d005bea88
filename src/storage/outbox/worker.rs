//! What a worker does with letters: claims those that are due, sends them, and says how it went.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};

use super::supersede::UNDER_WAY;
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

/// Letters that are no reminders, and reminders, by how many minutes before a visit they are written.
const IN_TURN: [&str; 2] = ["minutes_before = 0", "minutes_before > 0"];

/// The next letters to send of one half of [`IN_TURN`]. It reads them in the order of the index
/// `letter_by_turn`, without sorting and no further than it has to: past letters of a domain whose turn has not come,
/// behind earlier ones to the same reader, and reminders that are not due again.
fn next_letters(half: &str) -> String {
    // SQLite numbers parameters by where they first stand.
    format!(
        "SELECT id, domain FROM letter WHERE state = 'queued' AND {half} AND due_at <= $1 \
         AND NOT EXISTS (SELECT 1 FROM letter AS earlier \
             WHERE earlier.booking_id = letter.booking_id \
             AND earlier.recipient_email = letter.recipient_email \
             AND earlier.state IN ('queued', 'sending') \
             AND (earlier.revision < letter.revision \
                 OR (earlier.revision = letter.revision AND earlier.id < letter.id))) \
         AND NOT EXISTS (SELECT 1 FROM mail_domain WHERE mail_domain.domain = letter.domain \
             AND mail_domain.next_at > $2 AND $3 > 0) \
         ORDER BY minutes_before, due_at, id LIMIT $4"
    )
}

/// Gives letters back to the queue that nobody is sending any more, but not what newer ones have overtaken
/// meanwhile. The claim stays, so that who is late can still say how it ended, until somebody else has
/// the letter.
const GIVE_BACK: &str = "UPDATE letter \
     SET state = CASE WHEN withdrawn THEN 'superseded' ELSE 'queued' END WHERE state = 'sending'";

/// Takes out letters that nobody needs any more; by the index `letter_by_expiry`.
const EXPIRE: &str =
    "UPDATE letter SET state = 'expired' WHERE state = 'queued' AND expires_at <= $1";

/// Claims up to `limit` letters that are due at `now`, for `lease`.
///
/// A recipient gets the letters about one booking in their order: none is due while an earlier
/// one is under way. Reminders come last, those of visits that begin soon before the others. Letters
/// whose time has passed are expired on the way. No domain gets more letters than `per_minute`, where
/// that is not 0, whoever claims them.
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
    diesel::sql_query(format!("{GIVE_BACK} AND lease_until <= $1"))
        .bind::<Timestamp, _>(clock)
        .execute(tx.conn)?;
    let now = now.naive_utc();
    diesel::sql_query(EXPIRE)
        .bind::<Timestamp, _>(now)
        .execute(tx.conn)?;
    let mut due: Vec<Due> = Vec::new();
    for half in IN_TURN {
        let taken = i64::try_from(due.len()).unwrap_or(limit);
        let next = diesel::sql_query(next_letters(half))
            .bind::<Timestamp, _>(now)
            .bind::<Timestamp, _>(clock)
            .bind::<BigInt, _>(i64::from(per_minute))
            .bind::<BigInt, _>(limit - taken);
        due.extend(next.load::<Due>(tx.conn)?);
    }

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
            .filter(letter::state.eq(LetterState::Queued.as_str()))
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

/// Gives every claimed letter back to the queue; says how many. For a database that only this process
/// uses, at its start: whoever held them is gone.
///
/// # Errors
/// Where the database cannot be used.
pub fn release_all(tx: &mut Tx<'_>) -> Result<usize, StorageError> {
    Ok(diesel::sql_query(GIVE_BACK).execute(tx.conn)?)
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
    // That it was sent is true whatever has come of it since; anything else is told only of letters that may
    // still be sent, as others may have taken it back.
    let standing: &[LetterState] = match outcome {
        Outcome::Sent => LetterState::ALL,
        Outcome::Retry { .. } | Outcome::Dead { .. } => &UNDER_WAY,
    };
    let mine = letter::id
        .eq(id.to_string())
        .and(letter::claim.eq(claim))
        .assume_not_null()
        .and(letter::state.eq_any(standing.iter().map(|state| state.as_str())));
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

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::storage::{DatabaseUrl, Db};

    #[derive(QueryableByName)]
    struct Step {
        #[diesel(sql_type = Text)]
        detail: String,
    }

    /// However many letters wait, a claim finds them in their order.
    #[tokio::test]
    async fn a_claim_goes_by_indexes_and_sorts_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let db = Db::open(&DatabaseUrl::Sqlite(directory.path().join("test.db")), 1).unwrap();
        let steps = db.write(|tx| -> Result<_, StorageError> {
            let now = DateTime::UNIX_EPOCH.naive_utc();
            let mut steps: Vec<Step> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {EXPIRE}"))
                .bind::<Timestamp, _>(now)
                .load(tx.conn)?;
            for half in IN_TURN {
                let query = format!("EXPLAIN QUERY PLAN {}", next_letters(half));
                let query = diesel::sql_query(query)
                    .bind::<Timestamp, _>(now)
                    .bind::<Timestamp, _>(now)
                    .bind::<BigInt, _>(0)
                    .bind::<BigInt, _>(1);
                steps.extend(query.load::<Step>(tx.conn)?);
            }
            Ok(steps
                .into_iter()
                .map(|step| step.detail)
                .collect::<Vec<_>>())
        });
        let steps = steps.await.unwrap();
        let all = steps.join("\n");
        let of_letters = steps
            .iter()
            .filter(|step| step.starts_with("SEARCH letter "));
        let by: Vec<&str> = of_letters
            .filter_map(|step| step.split(' ').nth(4))
            .collect();
        assert_eq!(
            by,
            ["letter_by_expiry", "letter_by_turn", "letter_by_turn"],
            "{all}"
        );
        assert!(
            !all.contains("SCAN") && !all.contains("TEMP B-TREE"),
            "{all}"
        );
    }
}
