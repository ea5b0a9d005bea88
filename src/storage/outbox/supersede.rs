//! Taking letters back that something newer has overtaken: a cancellation, a move, an answer, a reader who wants
//! no more of them.

use diesel::prelude::*;

use super::{LetterRow, StoredLetter};
use crate::domain::id::BookingId;
use crate::domain::letter::{LetterKind, LetterState, Subscription};
use crate::storage::schema::letter;
use crate::storage::{StorageError, Tx};

/// The states of letters that may still be sent.
pub(super) const UNDER_WAY: [LetterState; 2] = [LetterState::Queued, LetterState::Sending];

/// Takes letters of this kind about a booking out of the queue, because a newer one says otherwise.
///
/// # Errors
/// Where the database cannot be used.
pub fn supersede(
    tx: &mut Tx<'_>,
    booking: BookingId,
    kind: LetterKind,
) -> Result<usize, StorageError> {
    let waiting = letter::booking_id
        .eq(booking.to_string())
        .and(letter::kind.eq(kind.as_str()))
        .and(letter::state.eq(LetterState::Queued.as_str()));
    Ok(diesel::update(letter::table.filter(waiting))
        .set(letter::state.eq(LetterState::Superseded.as_str()))
        .execute(tx.conn)?)
}

/// Takes the letters to a recipient out of the queue that tell of an answer to this booking, because the
/// next one tells of all answers.
///
/// # Errors
/// Where the database cannot be used.
pub fn supersede_answers(
    tx: &mut Tx<'_>,
    booking: BookingId,
    recipient_email: &str,
) -> Result<usize, StorageError> {
    let waiting = letter::answers_of
        .eq(booking.to_string())
        .and(letter::recipient_email.eq(recipient_email))
        .and(letter::kind.eq(LetterKind::AnswerReceived.as_str()))
        .and(letter::state.eq(LetterState::Queued.as_str()));
    Ok(diesel::update(letter::table.filter(waiting))
        .set(letter::state.eq(LetterState::Superseded.as_str()))
        .execute(tx.conn)?)
}

/// Takes every letter about a booking out of the queue, or those to one recipient. One that is being
/// sent right now may still arrive; if it does not, it is not tried again.
///
/// # Errors
/// Where the database cannot be used.
pub fn supersede_all(
    tx: &mut Tx<'_>,
    booking: BookingId,
    recipient_email: Option<&str>,
) -> Result<(), StorageError> {
    let mut of_booking = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::state.eq_any(UNDER_WAY.map(LetterState::as_str)))
        .select(letter::id)
        .into_boxed();
    if let Some(email) = recipient_email {
        of_booking = of_booking.filter(letter::recipient_email.eq(email));
    }
    let ids = of_booking.load(tx.conn)?;
    withdraw(tx, ids)
}

/// Takes the reminders of a booking's visit to one recipient out of the queue; as [`supersede_all`] does.
///
/// # Errors
/// Where the database cannot be used.
pub fn supersede_reminders(
    tx: &mut Tx<'_>,
    booking: BookingId,
    recipient_email: &str,
) -> Result<(), StorageError> {
    let ids = letter::table
        .filter(letter::booking_id.eq(booking.to_string()))
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::minutes_before.gt(0))
        .filter(letter::state.eq_any(UNDER_WAY.map(LetterState::as_str)))
        .select(letter::id)
        .load(tx.conn)?;
    withdraw(tx, ids)
}

/// Takes the letters to one address out of the queue that are of what its reader leaves; as
/// [`supersede_all`] does.
///
/// # Errors
/// Where the database cannot be used.
pub fn supersede_left(
    tx: &mut Tx<'_>,
    left: &Subscription,
    recipient_email: &str,
) -> Result<(), StorageError> {
    let kinds = LetterKind::ALL.iter();
    let kinds = kinds.filter(|kind| kind.list() == Some(left.list));
    let kinds: Vec<&str> = kinds.map(|kind| kind.as_str()).collect();
    let rows: Vec<LetterRow> = letter::table
        .filter(letter::recipient_email.eq(recipient_email))
        .filter(letter::kind.eq_any(kinds))
        .filter(letter::state.eq_any(UNDER_WAY.map(LetterState::as_str)))
        .load(tx.conn)?;
    let letters = rows.into_iter().map(|row| StoredLetter::from(row).letter);
    let of_it = letters.filter(|letter| letter.subscription().as_ref() == Some(left));
    withdraw(tx, of_it.map(|letter| letter.id.to_string()).collect())
}

/// Has these letters not be sent any more, where they are not under way, nor tried again, where they are.
fn withdraw(tx: &mut Tx<'_>, ids: Vec<String>) -> Result<(), StorageError> {
    if ids.is_empty() {
        return Ok(());
    }
    // All of them first: no worker can take or give back one of these rows after that.
    diesel::update(letter::table)
        .filter(letter::id.eq_any(&ids))
        .filter(letter::state.eq_any(UNDER_WAY.map(LetterState::as_str)))
        .set(letter::withdrawn.eq(true))
        .execute(tx.conn)?;
    diesel::update(letter::table)
        .filter(letter::id.eq_any(&ids))
        .filter(letter::state.eq(LetterState::Queued.as_str()))
        .set(letter::state.eq(LetterState::Superseded.as_str()))
        .execute(tx.conn)?;
    Ok(())
}
