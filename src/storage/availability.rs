//! When offers are to be had: their rules, and the slots that these have made, many at a time.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::connect::Conn;
use super::schema::{availability, booking, generated_slot, offer, slot};
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::availability::Availability;
use crate::domain::availability::change::{Generated, Standing};
use crate::domain::booking::BookingStatus;
use crate::domain::id::{HostId, OfferId, SlotId};
use crate::domain::slot::{Slot, SlotState};

/// Rows that one statement writes or names; engines bound the number of its values.
const AT_ONCE: usize = 500;

/// An offer's rules and their version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The offer.
    pub offer_id: OfferId,
    /// Its rules.
    pub rules: Availability,
    /// Raised by each edit, from 1.
    pub version: i64,
}

type StoredRow = (AsText<OfferId>, AsJson<Availability>, i64);

impl From<StoredRow> for Stored {
    fn from((offer_id, rules, version): StoredRow) -> Self {
        Self {
            offer_id: offer_id.0,
            rules: rules.0,
            version,
        }
    }
}

/// The rules of these offers, as far as they have any.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_offers(view: &mut View<'_>, offers: &[OfferId]) -> Result<Vec<Stored>, StorageError> {
    let offers: Vec<String> = offers.iter().map(OfferId::to_string).collect();
    let rows: Vec<StoredRow> = availability::table
        .filter(availability::offer_id.eq_any(offers))
        .select((
            availability::offer_id,
            availability::rules,
            availability::version,
        ))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// The rules of a host's offers, as far as they have any.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_host(view: &mut View<'_>, host: HostId) -> Result<Vec<Stored>, StorageError> {
    let rows: Vec<StoredRow> = availability::table
        .inner_join(offer::table)
        .filter(offer::host_id.eq(host.to_string()))
        .select((
            availability::offer_id,
            availability::rules,
            availability::version,
        ))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Stored::from).collect())
}

/// The offers that have rules.
///
/// # Errors
/// Where the database cannot be used.
pub fn offers(view: &mut View<'_>) -> Result<Vec<OfferId>, StorageError> {
    let ids: Vec<AsText<OfferId>> = availability::table
        .select(availability::offer_id)
        .order(availability::offer_id)
        .load(view.conn)?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Writes an offer's rules in place of those of `version`, 0 meaning that there are none; says
/// whether it did.
///
/// # Errors
/// Where the database cannot be used, or there are some while `version` is 0.
pub fn replace(
    tx: &mut Tx<'_>,
    offer: OfferId,
    rules: &Availability,
    version: i64,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let rules = json(rules)?;
    if version == 0 {
        let rows = diesel::insert_into(availability::table)
            .values((
                availability::offer_id.eq(offer.to_string()),
                availability::rules.eq(rules),
                availability::version.eq(1_i64),
                availability::edited_at.eq(now.naive_utc()),
            ))
            .execute(tx.conn)?;
        return Ok(rows == 1);
    }
    let edited = availability::offer_id
        .eq(offer.to_string())
        .and(availability::version.eq(version));
    let rows = diesel::update(availability::table.filter(edited))
        .set((
            availability::rules.eq(rules),
            availability::version.eq(availability::version + 1),
            availability::edited_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

#[derive(Queryable)]
struct StandingRow {
    id: AsText<SlotId>,
    offer_id: AsText<OfferId>,
    starts_at: At,
    ends_at: At,
    duration_minutes: i32,
    state: AsText<SlotState>,
    claimed: i32,
    overlap_allowed: bool,
    made_for: Option<String>,
    withdrawn: Option<bool>,
}

impl From<StandingRow> for Standing {
    fn from(row: StandingRow) -> Self {
        let generated = row.made_for.map(|key| Generated {
            key,
            withdrawn: row.withdrawn.unwrap_or(false),
        });
        Self {
            id: row.id.0,
            offer_id: row.offer_id.0,
            starts_at: row.starts_at.0,
            ends_at: row.ends_at.0,
            duration_minutes: row.duration_minutes,
            state: row.state.0,
            booked: row.claimed > 0,
            generated,
            blocks: !row.overlap_allowed,
        }
    }
}

/// A host's slots that begin after `from` or are under way then: those that take place, and all
/// that rules have made.
///
/// # Errors
/// Where the database cannot be used.
pub fn standing(
    view: &mut View<'_>,
    host: HostId,
    from: DateTime<Utc>,
) -> Result<Vec<Standing>, StorageError> {
    let rows: Vec<StandingRow> = slot::table
        .inner_join(offer::table)
        .left_join(generated_slot::table)
        .filter(slot::host_id.eq(host.to_string()))
        .filter(slot::ends_at.gt(from.naive_utc()))
        .filter(
            slot::state
                .ne(SlotState::Cancelled.as_str())
                .or(generated_slot::slot_id.is_not_null()),
        )
        .select((
            slot::id,
            slot::offer_id,
            slot::starts_at,
            slot::ends_at,
            slot::duration_minutes,
            slot::state,
            slot::seats_taken + slot::seats_held + slot::waiting,
            offer::overlap_allowed,
            generated_slot::made_for.nullable(),
            generated_slot::withdrawn.nullable(),
        ))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Standing::from).collect())
}

/// Cancels those of these slots that nobody has booked, as no longer meant by rules, and answers
/// which these were.
///
/// One conditional update for each batch: a booking that comes at the same moment either finds the
/// slot cancelled or keeps it.
///
/// # Errors
/// Where the database cannot be used.
pub fn withdraw(tx: &mut Tx<'_>, slots: &[SlotId]) -> Result<Vec<SlotId>, StorageError> {
    let mut withdrawn = Vec::with_capacity(slots.len());
    for batch in slots.chunks(AT_ONCE) {
        let ids: Vec<String> = batch.iter().map(SlotId::to_string).collect();
        let free = slot::id
            .eq_any(ids)
            .and((slot::seats_taken + slot::seats_held + slot::waiting).eq(0))
            .and(slot::state.ne(SlotState::Cancelled.as_str()));
        let done: Vec<AsText<SlotId>> = diesel::update(slot::table.filter(free))
            .set((
                slot::state.eq(SlotState::Cancelled.as_str()),
                slot::version.eq(slot::version + 1),
            ))
            .returning(slot::id)
            .get_results(tx.conn)?;
        let done: Vec<SlotId> = done.into_iter().map(|id| id.0).collect();
        mark(tx, &done, true)?;
        withdrawn.extend(done);
    }
    Ok(withdrawn)
}

fn mark(tx: &mut Tx<'_>, slots: &[SlotId], withdrawn: bool) -> Result<(), StorageError> {
    let ids: Vec<String> = slots.iter().map(SlotId::to_string).collect();
    diesel::update(generated_slot::table.filter(generated_slot::slot_id.eq_any(ids)))
        .set(generated_slot::withdrawn.eq(withdrawn))
        .execute(tx.conn)?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = slot)]
struct NewSlot<'a> {
    id: String,
    offer_id: String,
    host_id: String,
    local_start: NaiveDateTime,
    zone: &'a str,
    duration_minutes: i32,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
    offset_seconds: i32,
    resolution: &'a str,
    tzdb_version: &'a str,
    capacity: i32,
    seats_taken: i32,
    state: &'a str,
    version: i64,
    created_at: NaiveDateTime,
}

impl<'a> NewSlot<'a> {
    fn of(new: &'a Slot) -> Self {
        Self {
            id: new.id.to_string(),
            offer_id: new.offer_id.to_string(),
            host_id: new.host_id.to_string(),
            local_start: new.local_start,
            zone: &new.zone,
            duration_minutes: new.duration_minutes,
            starts_at: new.starts_at.naive_utc(),
            ends_at: new.ends_at.naive_utc(),
            offset_seconds: new.offset_seconds,
            resolution: new.resolution.as_str(),
            tzdb_version: &new.tzdb_version,
            capacity: new.capacity,
            seats_taken: new.seats_taken,
            state: new.state.as_str(),
            version: new.version,
            created_at: new.created_at.naive_utc(),
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = generated_slot)]
struct NewGenerated<'a> {
    slot_id: String,
    offer_id: String,
    made_for: &'a str,
    withdrawn: bool,
}

/// Adds slots of one host that rules have made, each with what names its time.
///
/// # Errors
/// Where the database cannot be used, or one of the times was made before.
pub fn insert(tx: &mut Tx<'_>, made: &[(Slot, String)]) -> Result<(), StorageError> {
    for batch in made.chunks(AT_ONCE) {
        let slots: Vec<NewSlot<'_>> = batch.iter().map(|(new, _)| NewSlot::of(new)).collect();
        let marks = batch.iter().map(|(new, key)| NewGenerated {
            slot_id: new.id.to_string(),
            offer_id: new.offer_id.to_string(),
            made_for: key,
            withdrawn: false,
        });
        let marks: Vec<NewGenerated<'_>> = marks.collect();
        // Diesel writes many rows at once to an engine that it knows, not to either.
        match &mut *tx.conn {
            Conn::Postgres(pg) => {
                diesel::insert_into(slot::table)
                    .values(&slots)
                    .execute(pg)?;
                diesel::insert_into(generated_slot::table)
                    .values(&marks)
                    .execute(pg)?;
            }
            Conn::Sqlite(sqlite) => {
                diesel::insert_into(slot::table)
                    .values(&slots)
                    .execute(sqlite)?;
                diesel::insert_into(generated_slot::table)
                    .values(&marks)
                    .execute(sqlite)?;
            }
        }
    }
    look_up_busy(tx, made.first().map(|(new, _)| new))
}

/// Looks up when the host of these slots is busy.
fn look_up_busy(tx: &mut Tx<'_>, of: Option<&Slot>) -> Result<(), StorageError> {
    match of {
        Some(slot) => super::busy::mark_all(tx, slot.host_id),
        None => Ok(()),
    }
}

/// Has a withdrawn slot take place again, as `slot` tells it now.
///
/// # Errors
/// Where the database cannot be used.
pub fn revive(tx: &mut Tx<'_>, slots: &[Slot]) -> Result<(), StorageError> {
    for one in slots {
        diesel::update(slot::table.filter(slot::id.eq(one.id.to_string())))
            .set((
                slot::state.eq(SlotState::Open.as_str()),
                slot::duration_minutes.eq(one.duration_minutes),
                slot::starts_at.eq(one.starts_at.naive_utc()),
                slot::ends_at.eq(one.ends_at.naive_utc()),
                slot::offset_seconds.eq(one.offset_seconds),
                slot::resolution.eq(one.resolution.as_str()),
                slot::tzdb_version.eq(&one.tzdb_version),
                slot::capacity.eq(one.capacity),
                slot::version.eq(slot::version + 1),
            ))
            .execute(tx.conn)?;
    }
    for batch in slots.chunks(AT_ONCE) {
        let ids: Vec<SlotId> = batch.iter().map(|slot| slot.id).collect();
        mark(tx, &ids, false)?;
    }
    look_up_busy(tx, slots.first())
}

/// How many parties come to the slots of these offers that begin between two wall clocks of their
/// host: local starts with the number of each one's bookings.
///
/// # Errors
/// Where the database cannot be used.
pub fn booked(
    view: &mut View<'_>,
    offers: &[OfferId],
    from: NaiveDateTime,
    to: NaiveDateTime,
) -> Result<Vec<(OfferId, NaiveDateTime, i64)>, StorageError> {
    let offers: Vec<String> = offers.iter().map(OfferId::to_string).collect();
    let coming = BookingStatus::ALL
        .iter()
        .filter(|status| status.keeps_seats());
    let coming: Vec<&str> = coming.map(|status| status.as_str()).collect();
    let rows: Vec<(AsText<OfferId>, NaiveDateTime, i64)> = booking::table
        .inner_join(slot::table)
        .filter(slot::offer_id.eq_any(offers))
        .filter(slot::local_start.ge(from))
        .filter(slot::local_start.lt(to))
        .filter(booking::status.eq_any(coming))
        .group_by((slot::offer_id, slot::local_start))
        .select((
            slot::offer_id,
            slot::local_start,
            diesel::dsl::sql::<BigInt>("count(*)"),
        ))
        .load(view.conn)?;
    let one = |(offer, start, count): (AsText<OfferId>, _, _)| (offer.0, start, count);
    Ok(rows.into_iter().map(one).collect())
}
