//! Bookings and their attendees.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{attendee, attendee_answer, booking, slot};
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::booking::{Attendee, Booking, BookingStatus, Part};
use crate::domain::id::{AttendeeId, BookingId, CityId, HostId, OfferId, PartnershipId, SlotId};
use crate::domain::locale::Locale;
use crate::domain::policy::Wishes;

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
    group_size: i32,
    details: AsJson<Wishes>,
    respond_by: Option<At>,
    host_approved: bool,
    guest_approved: bool,
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
            group_size: row.group_size,
            wishes: row.details.0,
            respond_by: row.respond_by.map(|at| at.0),
            host_approved: row.host_approved,
            guest_approved: row.guest_approved,
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

/// The attendees of these bookings, each with the booking's id, in the order of their naming.
///
/// # Errors
/// Where the database cannot be used.
pub fn attendees_of(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<Vec<(BookingId, Attendee)>, StorageError> {
    let bookings: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<AttendeeRow> = attendee::table
        .filter(attendee::booking_id.eq_any(bookings))
        .order((attendee::booking_id, attendee::position))
        .load(view.conn)?;
    let one = |row: AttendeeRow| (row.booking_id.0, Attendee::from(row));
    Ok(rows.into_iter().map(one).collect())
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
            booking::group_size.eq(new.group_size),
            booking::details.eq(json(&new.wishes)?),
            booking::respond_by.eq(new.respond_by.map(|at| at.naive_utc())),
            booking::host_approved.eq(new.host_approved),
            booking::guest_approved.eq(new.guest_approved),
        ))
        .execute(tx.conn)?;
    add_attendees(tx, new.id, 0, who)
}

/// Adds attendees to a booking, at positions from `first` on.
///
/// # Errors
/// Where the database cannot be used.
pub fn add_attendees(
    tx: &mut Tx<'_>,
    id: BookingId,
    first: i32,
    who: &[Attendee],
) -> Result<(), StorageError> {
    for (position, person) in (first..).zip(who) {
        diesel::insert_into(attendee::table)
            .values((
                attendee::id.eq(person.id.to_string()),
                attendee::booking_id.eq(id.to_string()),
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

/// Removes an attendee.
///
/// # Errors
/// Where the database cannot be used.
pub fn remove_attendee(tx: &mut Tx<'_>, id: AttendeeId) -> Result<(), StorageError> {
    let answers = attendee_answer::table.filter(attendee_answer::attendee_id.eq(id.to_string()));
    diesel::delete(answers).execute(tx.conn)?;
    diesel::delete(attendee::table.filter(attendee::id.eq(id.to_string()))).execute(tx.conn)?;
    Ok(())
}

/// The position behind the last attendee.
///
/// # Errors
/// Where the database cannot be used.
pub fn next_position(view: &mut View<'_>, id: BookingId) -> Result<i32, StorageError> {
    let last: Option<i32> = attendee::table
        .filter(attendee::booking_id.eq(id.to_string()))
        .select(diesel::dsl::max(attendee::position))
        .first(view.conn)?;
    Ok(last.map_or(0, |last| last + 1))
}

/// Turns a booking from what it was into what it is now, with the next version, if nobody has
/// changed it meanwhile; says whether it did.
///
/// # Errors
/// Where the database cannot be used.
pub fn save(tx: &mut Tx<'_>, before: &Booking, after: &Booking) -> Result<bool, StorageError> {
    let unchanged = booking::id
        .eq(before.id.to_string())
        .and(booking::version.eq(before.version))
        .and(booking::status.eq(before.status.as_str()));
    let rows = diesel::update(booking::table.filter(unchanged))
        .set((
            booking::slot_id.eq(after.slot_id.to_string()),
            booking::status.eq(after.status.as_str()),
            booking::sequence.eq(after.sequence),
            booking::cancel_reason.eq(&after.cancel_reason),
            booking::respond_by.eq(after.respond_by.map(|at| at.naive_utc())),
            booking::host_approved.eq(after.host_approved),
            booking::guest_approved.eq(after.guest_approved),
            booking::version.eq(before.version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// How many bookings of an offer are requested or confirmed: by a contact of this address, and of
/// this city.
///
/// # Errors
/// Where the database cannot be used.
pub fn count_open(
    view: &mut View<'_>,
    offer: OfferId,
    email: &str,
    city: CityId,
) -> Result<(i64, i64), StorageError> {
    let open = [BookingStatus::Requested, BookingStatus::Confirmed];
    let open = open.map(BookingStatus::as_str);
    let of_city: i64 = booking::table
        .inner_join(slot::table)
        .filter(slot::offer_id.eq(offer.to_string()))
        .filter(booking::status.eq_any(open))
        .filter(booking::city_id.eq(city.to_string()))
        .count()
        .get_result(view.conn)?;
    // Neither engine's `lower` knows more than what its locale says, so case is folded here.
    let contacts: Vec<String> = booking::table
        .inner_join(slot::table)
        .inner_join(attendee::table)
        .filter(slot::offer_id.eq(offer.to_string()))
        .filter(booking::status.eq_any(open))
        .filter(attendee::part.eq(Part::Contact.as_str()))
        .select(attendee::email)
        .load(view.conn)?;
    let email = email.to_lowercase();
    let of_party = contacts
        .iter()
        .filter(|c| c.to_lowercase() == email)
        .count();
    Ok((i64::try_from(of_party).unwrap_or(i64::MAX), of_city))
}

/// Requests whose deadline has passed at `now`.
///
/// # Errors
/// Where the database cannot be used.
pub fn overdue(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<BookingId>, StorageError> {
    let ids: Vec<AsText<BookingId>> = booking::table
        .filter(booking::status.eq(BookingStatus::Requested.as_str()))
        .filter(booking::respond_by.le(now.naive_utc()))
        .order(booking::respond_by)
        .select(booking::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Confirmed bookings whose visit is over at `now`.
///
/// # Errors
/// Where the database cannot be used.
pub fn ended(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<BookingId>, StorageError> {
    let ids: Vec<AsText<BookingId>> = booking::table
        .inner_join(slot::table)
        .filter(booking::status.eq(BookingStatus::Confirmed.as_str()))
        .filter(slot::ends_at.le(now.naive_utc()))
        .select(booking::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Requests for these hosts and of these cities' guests, by their deadline.
///
/// # Errors
/// Where the database cannot be used.
pub fn requests(
    view: &mut View<'_>,
    hosts: &[HostId],
    cities: &[CityId],
    limit: i64,
) -> Result<Vec<Booking>, StorageError> {
    let hosts: Vec<String> = hosts.iter().map(HostId::to_string).collect();
    let cities: Vec<String> = cities.iter().map(CityId::to_string).collect();
    let concerned = slot::host_id
        .eq_any(hosts)
        .or(booking::city_id.eq_any(cities));
    let rows: Vec<BookingRow> = booking::table
        .inner_join(slot::table)
        .filter(booking::status.eq(BookingStatus::Requested.as_str()))
        .filter(concerned)
        .order((booking::respond_by, booking::id))
        .select(booking::all_columns)
        .limit(limit)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Booking::from).collect())
}
