//! Bookings and their attendees.

use diesel::prelude::*;

use super::schema::{attendee, booking};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::booking::{Attendee, Booking, BookingStatus, Part};
use crate::domain::id::{AttendeeId, BookingId, CityId, PartnershipId, SlotId};
use crate::domain::locale::Locale;

#[derive(Queryable)]
pub(super) struct BookingRow {
    id: AsText<BookingId>,
    slot_id: AsText<SlotId>,
    city_id: AsText<CityId>,
    partnership_id: Option<AsText<PartnershipId>>,
    organization: String,
    seats: i32,
    note: String,
    status: AsText<BookingStatus>,
    sequence: i32,
    cancel_reason: Option<String>,
    created_at: At,
    version: i64,
}

impl From<BookingRow> for Booking {
    fn from(row: BookingRow) -> Self {
        Self {
            id: row.id.0,
            slot_id: row.slot_id.0,
            city_id: row.city_id.0,
            partnership_id: row.partnership_id.map(|id| id.0),
            organization: row.organization,
            seats: row.seats,
            note: row.note,
            status: row.status.0,
            sequence: row.sequence,
            cancel_reason: row.cancel_reason,
            created_at: row.created_at.0,
            version: row.version,
        }
    }
}

#[derive(Queryable)]
struct AttendeeRow {
    id: AsText<AttendeeId>,
    booking_id: AsText<BookingId>,
    #[allow(dead_code, reason = "the rows are ordered by it")]
    position: i32,
    part: AsText<Part>,
    name: String,
    email: String,
    locale: AsText<Locale>,
    zone: String,
}

impl From<AttendeeRow> for Attendee {
    fn from(row: AttendeeRow) -> Self {
        Self {
            id: row.id.0,
            part: row.part.0,
            name: row.name,
            email: row.email,
            locale: row.locale.0,
            zone: row.zone,
        }
    }
}

/// The booking of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: BookingId) -> Result<Option<Booking>, StorageError> {
    let row: Option<BookingRow> = booking::table
        .filter(booking::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Booking::from))
}

/// The bookings of these slots, in the order of their making.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_slots(view: &mut View<'_>, slots: &[SlotId]) -> Result<Vec<Booking>, StorageError> {
    let slots: Vec<String> = slots.iter().map(SlotId::to_string).collect();
    let rows: Vec<BookingRow> = booking::table
        .filter(booking::slot_id.eq_any(slots))
        .order((booking::created_at, booking::id))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Booking::from).collect())
}

/// The attendees of a booking, in the order of their naming.
///
/// # Errors
/// Where the database cannot be used.
pub fn attendees(view: &mut View<'_>, id: BookingId) -> Result<Vec<Attendee>, StorageError> {
    let rows: Vec<AttendeeRow> = attendee::table
        .filter(attendee::booking_id.eq(id.to_string()))
        .order(attendee::position)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Attendee::from).collect())
}

/// Who made these bookings, each with the booking's id.
///
/// # Errors
/// Where the database cannot be used.
pub fn contacts(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<Vec<(BookingId, Attendee)>, StorageError> {
    let bookings: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<AttendeeRow> = attendee::table
        .filter(attendee::booking_id.eq_any(bookings))
        .filter(attendee::part.eq(Part::Contact.as_str()))
        .load(view.conn)?;
    let one = |row: AttendeeRow| (row.booking_id.0, Attendee::from(row));
    Ok(rows.into_iter().map(one).collect())
}

/// Adds a booking with its attendees.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Booking, who: &[Attendee]) -> Result<(), StorageError> {
    diesel::insert_into(booking::table)
        .values((
            booking::id.eq(new.id.to_string()),
            booking::slot_id.eq(new.slot_id.to_string()),
            booking::city_id.eq(new.city_id.to_string()),
            booking::partnership_id.eq(new.partnership_id.map(|id| id.to_string())),
            booking::organization.eq(&new.organization),
            booking::seats.eq(new.seats),
            booking::note.eq(&new.note),
            booking::status.eq(new.status.as_str()),
            booking::sequence.eq(new.sequence),
            booking::cancel_reason.eq(&new.cancel_reason),
            booking::created_at.eq(new.created_at.naive_utc()),
            booking::version.eq(new.version),
        ))
        .execute(tx.conn)?;
    for (position, person) in (0_i32..).zip(who) {
        diesel::insert_into(attendee::table)
            .values((
                attendee::id.eq(person.id.to_string()),
                attendee::booking_id.eq(new.id.to_string()),
                attendee::position.eq(position),
                attendee::part.eq(person.part.as_str()),
                attendee::name.eq(&person.name),
                attendee::email.eq(&person.email),
                attendee::locale.eq(person.locale.tag()),
                attendee::zone.eq(&person.zone),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Cancels a confirmed booking and raises its sequence; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn cancel(tx: &mut Tx<'_>, id: BookingId, reason: Option<&str>) -> Result<bool, StorageError> {
    let confirmed = booking::id
        .eq(id.to_string())
        .and(booking::status.eq(BookingStatus::Confirmed.as_str()));
    let rows = diesel::update(booking::table.filter(confirmed))
        .set((
            booking::status.eq(BookingStatus::Cancelled.as_str()),
            booking::cancel_reason.eq(reason),
            booking::sequence.eq(booking::sequence + 1),
            booking::version.eq(booking::version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Raises the sequence of a confirmed booking, because its time is another; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn raise_sequence(tx: &mut Tx<'_>, id: BookingId) -> Result<bool, StorageError> {
    let confirmed = booking::id
        .eq(id.to_string())
        .and(booking::status.eq(BookingStatus::Confirmed.as_str()));
    let rows = diesel::update(booking::table.filter(confirmed))
        .set((
            booking::sequence.eq(booking::sequence + 1),
            booking::version.eq(booking::version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}
