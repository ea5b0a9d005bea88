//! What attendees have answered, and addresses from which letters come back.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{attendee, attendee_answer, failing_address};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::answer::{AnswerSource, Answered, Participation};
use crate::domain::id::{AttendeeId, BookingId};

#[derive(Queryable)]
struct AnswerRow {
    attendee_id: AsText<AttendeeId>,
    answer: AsText<Participation>,
    answered_at: Option<At>,
    source: Option<AsText<AnswerSource>>,
    note: String,
    sequence: i32,
    stamp: Option<At>,
}

impl From<AnswerRow> for (AttendeeId, Answered) {
    fn from(row: AnswerRow) -> Self {
        let answered = Answered {
            participation: row.answer.0,
            at: row.answered_at.map(|at| at.0),
            source: row.source.map(|source| source.0),
            note: row.note,
            sequence: row.sequence,
            stamp: row.stamp.map(|at| at.0),
        };
        (row.attendee_id.0, answered)
    }
}

/// What the attendees of these bookings have answered; who has not is left out.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_bookings(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<Vec<(AttendeeId, Answered)>, StorageError> {
    let bookings: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<AnswerRow> = attendee_answer::table
        .inner_join(attendee::table)
        .filter(attendee::booking_id.eq_any(bookings))
        .order(attendee::position)
        .select(attendee_answer::all_columns)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// How many are on each of these bookings, and what those have answered who have.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_booking(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, (usize, Vec<Participation>)>, StorageError> {
    let ids: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<(AsText<BookingId>, Option<AsText<Participation>>)> = attendee::table
        .left_join(attendee_answer::table)
        .filter(attendee::booking_id.eq_any(ids))
        .select((attendee::booking_id, attendee_answer::answer.nullable()))
        .load(view.conn)?;
    let mut found: HashMap<BookingId, (usize, Vec<Participation>)> = HashMap::new();
    for (booking, answer) in rows {
        let (people, answers) = found.entry(booking.0).or_default();
        *people += 1;
        answers.extend(answer.map(|answer| answer.0));
    }
    Ok(found)
}

/// What one attendee has answered; nothing yet where there is no row.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_attendee(view: &mut View<'_>, id: AttendeeId) -> Result<Answered, StorageError> {
    let row: Option<AnswerRow> = attendee_answer::table
        .filter(attendee_answer::attendee_id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    let answered = row.map(|row| <(AttendeeId, Answered)>::from(row).1);
    Ok(answered.unwrap_or_else(|| Answered::nothing(0)))
}

/// The booking that an attendee is on.
///
/// # Errors
/// Where the database cannot be used.
pub fn booking_of(view: &mut View<'_>, id: AttendeeId) -> Result<Option<BookingId>, StorageError> {
    let booking: Option<AsText<BookingId>> = attendee::table
        .filter(attendee::id.eq(id.to_string()))
        .select(attendee::booking_id)
        .first(view.conn)
        .optional()?;
    Ok(booking.map(|id| id.0))
}

/// Writes down what an attendee has answered, in place of what they had.
///
/// # Errors
/// Where the database cannot be used.
pub fn save(tx: &mut Tx<'_>, id: AttendeeId, answered: &Answered) -> Result<(), StorageError> {
    let values = (
        attendee_answer::answer.eq(answered.participation.as_str()),
        attendee_answer::answered_at.eq(answered.at.map(|at| at.naive_utc())),
        attendee_answer::source.eq(answered.source.map(AnswerSource::as_str)),
        attendee_answer::note.eq(&answered.note),
        attendee_answer::sequence.eq(answered.sequence),
        attendee_answer::stamp.eq(answered.stamp.map(|at| at.naive_utc())),
    );
    let known = attendee_answer::table.filter(attendee_answer::attendee_id.eq(id.to_string()));
    // Whoever writes an answer holds the booking's lock, so nobody comes between the two.
    if diesel::update(known).set(values).execute(tx.conn)? == 0 {
        diesel::insert_into(attendee_answer::table)
            .values((attendee_answer::attendee_id.eq(id.to_string()), values))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Marks an address from which a letter about this booking, or about none, came back; says whether
/// that is new.
///
/// # Errors
/// Where the database cannot be used.
pub fn mark_failing(
    tx: &mut Tx<'_>,
    email: &str,
    booking: Option<BookingId>,
    status: &str,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let booking = booking.map(|id| id.to_string()).unwrap_or_default();
    let email = email.to_lowercase();
    let known: i64 = failing_address::table
        .filter(failing_address::email_key.eq(&email))
        .filter(failing_address::booking_id.eq(&booking))
        .count()
        .get_result(tx.conn)?;
    if known > 0 {
        return Ok(false);
    }
    diesel::insert_into(failing_address::table)
        .values((
            failing_address::email_key.eq(email),
            failing_address::booking_id.eq(booking),
            failing_address::status.eq(status),
            failing_address::since.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(true)
}

/// Takes the mark from an address whose owner has been heard of.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget_failing(tx: &mut Tx<'_>, email: &str) -> Result<(), StorageError> {
    diesel::delete(failing_address::table)
        .filter(failing_address::email_key.eq(email.to_lowercase()))
        .execute(tx.conn)?;
    Ok(())
}

/// Which of these addresses are marked as failing, in lower case.
///
/// # Errors
/// Where the database cannot be used.
pub fn failing(view: &mut View<'_>, emails: &[String]) -> Result<Vec<String>, StorageError> {
    let keys: Vec<String> = emails.iter().map(|email| email.to_lowercase()).collect();
    let failing: Vec<String> = failing_address::table
        .filter(failing_address::email_key.eq_any(keys))
        .select(failing_address::email_key)
        .distinct()
        .load(view.conn)?;
    Ok(failing)
}
