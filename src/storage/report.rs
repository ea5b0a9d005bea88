//! What is left of visits: who came, and what each side learned.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{attendance, visit_outcome};
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::id::{AttendeeId, BookingId};
use crate::domain::locale::Locale;
use crate::domain::report::{Attendance, Outcome, Side};

type AttendanceRow = (Option<i32>, AsJson<BTreeMap<AttendeeId, bool>>);

/// Who came to a visit, where somebody has marked it.
///
/// # Errors
/// Where the database cannot be used.
pub fn attendance(
    view: &mut View<'_>,
    booking: BookingId,
) -> Result<Option<Attendance>, StorageError> {
    let row: Option<AttendanceRow> = attendance::table
        .filter(attendance::booking_id.eq(booking.to_string()))
        .select((attendance::headcount, attendance::people))
        .first(view.conn)
        .optional()?;
    Ok(row.map(|(headcount, people)| Attendance {
        headcount,
        people: people.0,
    }))
}

/// Keeps who came to a visit, in place of what was kept.
///
/// # Errors
/// Where the database cannot be used.
pub fn mark(
    tx: &mut Tx<'_>,
    booking: BookingId,
    marked: &Attendance,
    actor: &str,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    let row = attendance::booking_id.eq(booking.to_string());
    diesel::delete(attendance::table.filter(row)).execute(tx.conn)?;
    diesel::insert_into(attendance::table)
        .values((
            attendance::booking_id.eq(booking.to_string()),
            attendance::headcount.eq(marked.headcount),
            attendance::people.eq(json(&marked.people)?),
            attendance::actor.eq(actor),
            attendance::marked_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

#[derive(Queryable)]
struct OutcomeRow {
    booking_id: AsText<BookingId>,
    side: AsText<Side>,
    text: String,
    locale: AsText<Locale>,
    offered: bool,
    public: bool,
    version: i64,
    #[allow(dead_code, reason = "kept for the audit trail")]
    actor: String,
    written_at: At,
}

impl From<OutcomeRow> for Outcome {
    fn from(row: OutcomeRow) -> Self {
        Self {
            booking_id: row.booking_id.0,
            side: row.side.0,
            text: row.text,
            locale: row.locale.0,
            offered: row.offered,
            public: row.public,
            version: row.version,
            written_at: row.written_at.0,
        }
    }
}

/// What the sides of these visits learned.
///
/// # Errors
/// Where the database cannot be used.
pub fn outcomes(view: &mut View<'_>, bookings: &[BookingId]) -> Result<Vec<Outcome>, StorageError> {
    let ids: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<OutcomeRow> = visit_outcome::table
        .filter(visit_outcome::booking_id.eq_any(ids))
        .order((visit_outcome::booking_id, visit_outcome::side.desc()))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Outcome::from).collect())
}

/// Keeps what a side learned, in place of what was kept of the version before.
///
/// # Errors
/// [`StorageError::Taken`] where somebody else wrote the first version at the same moment.
pub fn write(tx: &mut Tx<'_>, new: &Outcome, actor: &str) -> Result<bool, StorageError> {
    if new.version > 1 {
        let known = visit_outcome::booking_id
            .eq(new.booking_id.to_string())
            .and(visit_outcome::side.eq(new.side.as_str()))
            .and(visit_outcome::version.eq(new.version - 1));
        let rows = diesel::update(visit_outcome::table.filter(known))
            .set((
                visit_outcome::text.eq(&new.text),
                visit_outcome::locale.eq(new.locale.tag()),
                visit_outcome::offered.eq(new.offered),
                visit_outcome::public.eq(new.public),
                visit_outcome::version.eq(new.version),
                visit_outcome::actor.eq(actor),
                visit_outcome::written_at.eq(new.written_at.naive_utc()),
            ))
            .execute(tx.conn)?;
        return Ok(rows == 1);
    }
    diesel::insert_into(visit_outcome::table)
        .values((
            visit_outcome::booking_id.eq(new.booking_id.to_string()),
            visit_outcome::side.eq(new.side.as_str()),
            visit_outcome::text.eq(&new.text),
            visit_outcome::locale.eq(new.locale.tag()),
            visit_outcome::offered.eq(new.offered),
            visit_outcome::public.eq(new.public),
            visit_outcome::version.eq(new.version),
            visit_outcome::actor.eq(actor),
            visit_outcome::written_at.eq(new.written_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(true)
}
