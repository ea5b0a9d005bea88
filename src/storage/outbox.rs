//! The outbox: letters from the transaction that wrote them to the mail server's acceptance.
//!
//! A worker claims a letter with a lease and a claim token, and finishes it only while the token
//! still matches; a worker that dies leaves a lease that runs out. Leases are told by the
//! database's clock, because nodes' clocks differ. Sending is at-least-once: a letter is frozen, so
//! that a second copy is the same mail.

mod ration;
mod supersede;
mod worker;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::letter;
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::id::{BookingId, LetterId};
use crate::domain::letter::{Content, Letter, LetterKind, LetterState, Recipient};
use crate::domain::locale::Locale;

pub use supersede::{
    supersede, supersede_all, supersede_answers, supersede_left, supersede_reminders,
};
pub(super) use worker::database_clock;
pub use worker::{Outcome, claim, finish, release_all};

#[derive(Queryable)]
struct LetterRow {
    id: AsText<LetterId>,
    kind: AsText<LetterKind>,
    recipient_name: String,
    recipient_email: String,
    locale: AsText<Locale>,
    zone: String,
    booking_id: Option<AsText<BookingId>>,
    revision: i32,
    content: AsJson<Content>,
    state: AsText<LetterState>,
    attempts: i32,
    due_at: At,
    #[allow(dead_code, reason = "compared in the database only")]
    claim: Option<String>,
    #[allow(dead_code, reason = "compared in the database only")]
    lease_until: Option<At>,
    last_error: Option<String>,
    created_at: At,
    expires_at: At,
    sent_at: Option<At>,
    #[allow(dead_code, reason = "compared in the database only")]
    domain: String,
    #[allow(dead_code, reason = "compared in the database only")]
    withdrawn: bool,
    #[allow(dead_code, reason = "compared in the database only")]
    minutes_before: i32,
    #[allow(dead_code, reason = "compared in the database only")]
    answers_of: Option<String>,
}

/// A letter and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredLetter {
    /// The letter.
    pub letter: Letter,
    /// Where it stands.
    pub state: LetterState,
    /// How often a worker has tried to send it, this time included.
    pub attempts: i32,
    /// When it may be tried next.
    pub due_at: DateTime<Utc>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When the mail server took it.
    pub sent_at: Option<DateTime<Utc>>,
}

impl From<LetterRow> for StoredLetter {
    fn from(row: LetterRow) -> Self {
        Self {
            letter: Letter {
                id: row.id.0,
                kind: row.kind.0,
                recipient: Recipient {
                    name: row.recipient_name,
                    email: row.recipient_email,
                    locale: row.locale.0,
                    zone: row.zone,
                },
                booking_id: row.booking_id.map(|id| id.0),
                revision: row.revision,
                content: row.content.0,
                created_at: row.created_at.0,
                expires_at: row.expires_at.0,
            },
            state: row.state.0,
            attempts: row.attempts,
            due_at: row.due_at.0,
            last_error: row.last_error,
            sent_at: row.sent_at.map(|at| at.0),
        }
    }
}

/// Adds a letter, due at once.
///
/// # Errors
/// [`StorageError::Taken`] where the recipient has a letter of this kind about this revision.
pub fn insert(tx: &mut Tx<'_>, new: &Letter) -> Result<(), StorageError> {
    add(tx, new, new.created_at, 0)
}

/// Adds a letter that is sent no earlier than `due_at`.
///
/// # Errors
/// As [`insert`].
pub fn insert_due(
    tx: &mut Tx<'_>,
    new: &Letter,
    due_at: DateTime<Utc>,
) -> Result<(), StorageError> {
    add(tx, new, due_at, 0)
}

/// Adds a reminder, due at once, that is written so many minutes before its visit.
///
/// # Errors
/// [`StorageError::Taken`] where the recipient has that reminder of this revision.
pub fn insert_reminder(
    tx: &mut Tx<'_>,
    new: &Letter,
    minutes_before: i32,
) -> Result<(), StorageError> {
    add(tx, new, new.created_at, minutes_before)
}

fn add(
    tx: &mut Tx<'_>,
    new: &Letter,
    due_at: DateTime<Utc>,
    minutes_before: i32,
) -> Result<(), StorageError> {
    diesel::insert_into(letter::table)
        .values((
            letter::id.eq(new.id.to_string()),
            letter::kind.eq(new.kind.as_str()),
            letter::recipient_name.eq(&new.recipient.name),
            letter::recipient_email.eq(&new.recipient.email),
            letter::locale.eq(new.recipient.locale.tag()),
            letter::zone.eq(&new.recipient.zone),
            letter::booking_id.eq(new.booking_id.map(|id| id.to_string())),
            letter::revision.eq(new.revision),
            letter::content.eq(json(&new.content)?),
            letter::state.eq(LetterState::Queued.as_str()),
            letter::attempts.eq(0),
            letter::due_at.eq(due_at.naive_utc()),
            letter::created_at.eq(new.created_at.naive_utc()),
            letter::expires_at.eq(new.expires_at.naive_utc()),
            letter::domain.eq(domain_of(&new.recipient.email)),
            letter::minutes_before.eq(minutes_before),
            letter::answers_of.eq(new.answers_of().map(|id| id.to_string())),
        ))
        .execute(tx.conn)?;
    tx.wrote_letter();
    Ok(())
}

/// The part of an address after its `@`, in lower case.
fn domain_of(email: &str) -> String {
    let (_, domain) = email.rsplit_once('@').unwrap_or_default();
    domain.to_lowercase()
}

/// Has the letters about a booking that wait sent no earlier than `due_at`.
///
/// # Errors
/// Where the database cannot be used.
pub fn postpone(
    tx: &mut Tx<'_>,
    booking: BookingId,
    due_at: DateTime<Utc>,
) -> Result<(), StorageError> {
    let waiting = letter::booking_id
        .eq(booking.to_string())
        .and(letter::state.eq(LetterState::Queued.as_str()));
    diesel::update(letter::table.filter(waiting))
        .set(letter::due_at.eq(due_at.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}

/// When the last of the letters about a booking that wait is due, where there are any.
///
/// # Errors
/// Where the database cannot be used.
pub fn queued_until(
    view: &mut View<'_>,
    booking: BookingId,
) -> Result<Option<DateTime<Utc>>, StorageError> {
    let due: Option<At> = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::state.eq(LetterState::Queued.as_str()))
        .order(letter::due_at.desc())
        .select(letter::due_at)
        .first(view.conn)
        .optional()?;
    Ok(due.map(|at| at.0))
}

/// When a recipient was last written a letter of one of these kinds about a booking.
///
/// # Errors
/// Where the database cannot be used.
pub fn last_written(
    view: &mut View<'_>,
    booking: BookingId,
    recipient_email: &str,
    kinds: &[LetterKind],
) -> Result<Option<DateTime<Utc>>, StorageError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let last: Option<At> = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::kind.eq_any(kinds))
        .order(letter::created_at.desc())
        .select(letter::created_at)
        .first(view.conn)
        .optional()?;
    Ok(last.map(|at| at.0))
}

/// Whether a worker has tried to send a recipient a letter of one of these kinds about a booking:
/// then they may have it, whatever became of the attempt.
///
/// # Errors
/// Where the database cannot be used.
pub fn was_tried(
    view: &mut View<'_>,
    booking: BookingId,
    recipient_email: &str,
    kinds: &[LetterKind],
) -> Result<bool, StorageError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let tried: i64 = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::kind.eq_any(kinds))
        .filter(letter::attempts.gt(0))
        .count()
        .get_result(view.conn)?;
    Ok(tried > 0)
}

/// The first letter of a kind that a recipient was written about a booking.
///
/// # Errors
/// Where the database cannot be used.
pub fn first_of(
    view: &mut View<'_>,
    booking: BookingId,
    recipient_email: &str,
    kind: LetterKind,
) -> Result<Option<LetterId>, StorageError> {
    let found: Option<AsText<LetterId>> = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::kind.eq(kind.as_str()))
        .order((letter::revision, letter::id))
        .select(letter::id)
        .first(view.conn)
        .optional()?;
    Ok(found.map(|id| id.0))
}

/// The newest letter to a recipient about a booking that says how it stands: reminders and what looks
/// back on it do not.
///
/// # Errors
/// Where the database cannot be used.
pub fn newest_about(
    view: &mut View<'_>,
    booking: BookingId,
    recipient_email: &str,
) -> Result<Option<StoredLetter>, StorageError> {
    let kinds = LetterKind::ALL.iter().filter(|kind| kind.is_aside());
    let aside: Vec<&str> = kinds.map(|kind| kind.as_str()).collect();
    let row: Option<LetterRow> = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::kind.ne_all(aside))
        .order((letter::revision.desc(), letter::id.desc()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(StoredLetter::from))
}

/// Writes down what a report says of a letter, in place of why the last attempt failed.
///
/// # Errors
/// Where the database cannot be used.
pub fn note(tx: &mut Tx<'_>, id: LetterId, note: &str) -> Result<(), StorageError> {
    diesel::update(letter::table.filter(letter::id.eq(id.to_string())))
        .set(letter::last_error.eq(note))
        .execute(tx.conn)?;
    Ok(())
}

/// When the next waiting letter is due, where one waits.
///
/// # Errors
/// Where the database cannot be used.
pub fn next_due(view: &mut View<'_>) -> Result<Option<DateTime<Utc>>, StorageError> {
    let next: Option<At> = letter::table
        .filter(letter::state.eq(LetterState::Queued.as_str()))
        .order(letter::due_at)
        .select(letter::due_at)
        .first(view.conn)
        .optional()?;
    Ok(next.map(|at| at.0))
}

/// The newest letters first.
///
/// # Errors
/// Where the database cannot be used.
pub fn newest(view: &mut View<'_>, limit: i64) -> Result<Vec<StoredLetter>, StorageError> {
    let rows: Vec<LetterRow> = letter::table
        .order((letter::created_at.desc(), letter::id.desc()))
        .limit(limit)
        .load(view.conn)?;
    Ok(rows.into_iter().map(StoredLetter::from).collect())
}

/// The letter of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: LetterId) -> Result<Option<StoredLetter>, StorageError> {
    let row: Option<LetterRow> = letter::table
        .filter(letter::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(StoredLetter::from))
}

/// How many letters are in each state, words and numbers.
///
/// # Errors
/// Where the database cannot be used.
pub fn counts(view: &mut View<'_>) -> Result<Vec<(LetterState, i64)>, StorageError> {
    let counts: Vec<(AsText<LetterState>, i64)> = letter::table
        .group_by(letter::state)
        .select((letter::state, diesel::dsl::count(letter::id)))
        .load(view.conn)?;
    let plain = counts.into_iter().map(|(state, count)| (state.0, count));
    Ok(plain.collect())
}

/// The newest letters in this state.
///
/// # Errors
/// Where the database cannot be used.
pub fn in_state(
    view: &mut View<'_>,
    state: LetterState,
    limit: i64,
) -> Result<Vec<StoredLetter>, StorageError> {
    let rows: Vec<LetterRow> = letter::table
        .filter(letter::state.eq(state.as_str()))
        .order((letter::created_at.desc(), letter::id.desc()))
        .limit(limit)
        .load(view.conn)?;
    Ok(rows.into_iter().map(StoredLetter::from).collect())
}

/// Whether the recipient of a letter has been written a newer one about the same booking.
///
/// # Errors
/// Where the database cannot be used.
pub fn is_overtaken(view: &mut View<'_>, of: &Letter) -> Result<bool, StorageError> {
    let Some(booking) = of.booking_id else {
        return Ok(false);
    };
    let newer = letter::booking_id
        .eq(booking.to_string())
        .and(letter::recipient_email.eq(&of.recipient.email))
        .and(letter::revision.gt(of.revision))
        .assume_not_null();
    let withdrawn = letter::id
        .eq(of.id.to_string())
        .and(letter::withdrawn.eq(true));
    let newer: i64 = letter::table
        .filter(newer.or(withdrawn))
        .count()
        .get_result(view.conn)?;
    Ok(newer > 0)
}

/// Takes a dead letter to another state, due at `now` with all its attempts before it; says
/// whether it was dead.
///
/// # Errors
/// Where the database cannot be used.
pub fn settle_dead(
    tx: &mut Tx<'_>,
    id: LetterId,
    state: LetterState,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let dead = letter::id
        .eq(id.to_string())
        .and(letter::state.eq(LetterState::Dead.as_str()));
    let rows = diesel::update(letter::table.filter(dead))
        .set((
            letter::state.eq(state.as_str()),
            letter::attempts.eq(0),
            letter::due_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    if rows == 1 && state == LetterState::Queued {
        tx.wrote_letter();
    }
    Ok(rows == 1)
}
