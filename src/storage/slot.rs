//! Slots, and the one statement that takes seats.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::host::HostRow;
use super::offer::OfferRow;
use super::schema::{host, offer, slot};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::host::Host;
use crate::domain::id::{CityId, HostId, OfferId, SlotId};
use crate::domain::offer::{Offer, OfferVisibility};
use crate::domain::slot::{Slot, SlotState, SlotStatus};
use crate::domain::zone::Resolution;

#[derive(Queryable)]
pub(super) struct SlotRow {
    id: AsText<SlotId>,
    offer_id: AsText<OfferId>,
    host_id: AsText<HostId>,
    local_start: NaiveDateTime,
    zone: String,
    duration_minutes: i32,
    starts_at: At,
    ends_at: At,
    offset_seconds: i32,
    resolution: AsText<Resolution>,
    tzdb_version: String,
    capacity: i32,
    seats_taken: i32,
    state: AsText<SlotState>,
    version: i64,
    created_at: At,
    seats_held: i32,
    waiting: i32,
    #[allow(dead_code, reason = "numbers the places of the waiting list")]
    waited: i64,
    busy: bool,
}

impl From<SlotRow> for Slot {
    fn from(row: SlotRow) -> Self {
        Self {
            id: row.id.0,
            offer_id: row.offer_id.0,
            host_id: row.host_id.0,
            local_start: row.local_start,
            zone: row.zone,
            duration_minutes: row.duration_minutes,
            starts_at: row.starts_at.0,
            ends_at: row.ends_at.0,
            offset_seconds: row.offset_seconds,
            resolution: row.resolution.0,
            tzdb_version: row.tzdb_version,
            capacity: row.capacity,
            seats_taken: row.seats_taken,
            seats_held: row.seats_held,
            waiting: row.waiting,
            busy: row.busy,
            state: row.state.0,
            version: row.version,
            created_at: row.created_at.0,
        }
    }
}

/// A slot with the offer and the host it belongs to.
pub type SlotOfOffer = (Slot, Offer, Host);

/// A time that is taken: its slot's offer, its beginning and its end.
pub type Taken = (OfferId, DateTime<Utc>, DateTime<Utc>);

/// Which slots to list; an absent part asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct SlotFilter {
    /// Slots of hosts of these cities.
    pub cities: Option<Vec<CityId>>,
    /// Slots of these hosts.
    pub hosts: Option<Vec<HostId>>,
    /// Slots of this offer.
    pub offer: Option<OfferId>,
    /// Slots of offers of these visibilities.
    pub visibilities: Option<Vec<OfferVisibility>>,
    /// Slots that start at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Slots that start before this instant.
    pub to: Option<DateTime<Utc>>,
    /// Slots that a visitor sees in this status.
    pub status: Option<SlotStatus>,
    /// Slots behind this place of the list: start and id of the last slot seen.
    pub after: Option<(DateTime<Utc>, SlotId)>,
}

/// The first `limit` slots that `filter` asks for, by start.
///
/// # Errors
/// Where the database cannot be used.
pub fn list(
    view: &mut View<'_>,
    filter: &SlotFilter,
    limit: i64,
) -> Result<Vec<SlotOfOffer>, StorageError> {
    let mut query = slot::table
        .inner_join(offer::table.inner_join(host::table))
        .select((slot::all_columns, offer::all_columns, host::all_columns))
        .order((slot::starts_at, slot::id))
        .limit(limit)
        .into_boxed();
    if let Some(cities) = &filter.cities {
        query = query.filter(host::city_id.eq_any(texts(cities)));
    }
    if let Some(hosts) = &filter.hosts {
        query = query.filter(slot::host_id.eq_any(texts(hosts)));
    }
    if let Some(offer) = filter.offer {
        query = query.filter(slot::offer_id.eq(offer.to_string()));
    }
    if let Some(visibilities) = &filter.visibilities {
        query = query.filter(offer::visibility.eq_any(texts(visibilities)));
    }
    if let Some(from) = filter.from {
        query = query.filter(slot::starts_at.ge(from.naive_utc()));
    }
    if let Some(to) = filter.to {
        query = query.filter(slot::starts_at.lt(to.naive_utc()));
    }
    if let Some((starts_at, id)) = filter.after {
        let at = starts_at.naive_utc();
        let later = slot::starts_at.gt(at);
        let same = slot::starts_at.eq(at).and(slot::id.gt(id.to_string()));
        query = query.filter(later.or(same));
    }
    let open = slot::state.eq(SlotState::Open.as_str());
    match filter.status {
        None => {}
        Some(SlotStatus::Open) => {
            query = query.filter(open.and(with_seats()).and(slot::busy.eq(false)));
        }
        Some(SlotStatus::Full) => {
            let full = diesel::dsl::not(with_seats());
            query = query.filter(open.and(full).and(slot::busy.eq(false)));
        }
        Some(SlotStatus::Closed) => {
            let closed = slot::state.eq(SlotState::Closed.as_str());
            query = query.filter(closed.or(open.and(slot::busy.eq(true))));
        }
        Some(SlotStatus::Cancelled) => {
            query = query.filter(slot::state.eq(SlotState::Cancelled.as_str()));
        }
    }
    let rows: Vec<(SlotRow, OfferRow, HostRow)> = query.load(view.conn)?;
    let parts = |(slot, offer, host): (SlotRow, OfferRow, HostRow)| {
        (slot.into(), offer.into(), host.into())
    };
    Ok(rows.into_iter().map(parts).collect())
}

/// Slots with seats that anybody can take.
#[diesel::dsl::auto_type]
fn with_seats() -> _ {
    (slot::seats_taken + slot::seats_held)
        .lt(slot::capacity)
        .and(slot::waiting.le(0_i32))
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}

/// How many slots of each city can be booked at `now`, unlisted ones left out.
///
/// # Errors
/// Where the database cannot be used.
pub fn count_open(
    view: &mut View<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<(CityId, i64)>, StorageError> {
    let counts: Vec<(AsText<CityId>, i64)> = slot::table
        .inner_join(offer::table.inner_join(host::table))
        .filter(slot::state.eq(SlotState::Open.as_str()))
        .filter(with_seats())
        .filter(slot::busy.eq(false))
        .filter(slot::starts_at.gt(now.naive_utc()))
        .filter(offer::visibility.ne(OfferVisibility::Unlisted.as_str()))
        .group_by(host::city_id)
        .select((host::city_id, diesel::dsl::count(slot::id)))
        .load(view.conn)?;
    Ok(counts
        .into_iter()
        .map(|(city, count)| (city.0, count))
        .collect())
}

/// The slot of this id, with its offer and host.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: SlotId) -> Result<Option<SlotOfOffer>, StorageError> {
    let row: Option<(SlotRow, OfferRow, HostRow)> = slot::table
        .inner_join(offer::table.inner_join(host::table))
        .filter(slot::id.eq(id.to_string()))
        .select((slot::all_columns, offer::all_columns, host::all_columns))
        .first(view.conn)
        .optional()?;
    Ok(row.map(|(slot, offer, host)| (slot.into(), offer.into(), host.into())))
}

/// Adds a slot; whether its host is busy then is looked up.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Slot) -> Result<(), StorageError> {
    diesel::insert_into(slot::table)
        .values((
            slot::id.eq(new.id.to_string()),
            slot::offer_id.eq(new.offer_id.to_string()),
            slot::host_id.eq(new.host_id.to_string()),
            slot::local_start.eq(new.local_start),
            slot::zone.eq(&new.zone),
            slot::duration_minutes.eq(new.duration_minutes),
            slot::starts_at.eq(new.starts_at.naive_utc()),
            slot::ends_at.eq(new.ends_at.naive_utc()),
            slot::offset_seconds.eq(new.offset_seconds),
            slot::resolution.eq(new.resolution.to_string()),
            slot::tzdb_version.eq(&new.tzdb_version),
            slot::capacity.eq(new.capacity),
            slot::seats_taken.eq(new.seats_taken),
            slot::state.eq(new.state.as_str()),
            slot::version.eq(new.version),
            slot::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    super::busy::mark(tx, new.id)
}

/// The slots of `host` that are not cancelled, overlap the interval and are not of an offer that
/// allows it: each one's offer, beginning and end. Ask it under [`super::host::lock_slots`], else
/// the answer may be old.
///
/// # Errors
/// Where the database cannot be used.
pub fn overlapping(
    view: &mut View<'_>,
    host: HostId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<Vec<Taken>, StorageError> {
    let found: Vec<(AsText<OfferId>, At, At)> = slot::table
        .inner_join(offer::table)
        .filter(slot::host_id.eq(host.to_string()))
        .filter(slot::state.ne(SlotState::Cancelled.as_str()))
        .filter(offer::overlap_allowed.eq(false))
        .filter(slot::starts_at.lt(ends_at.naive_utc()))
        .filter(slot::ends_at.gt(starts_at.naive_utc()))
        .select((slot::offer_id, slot::starts_at, slot::ends_at))
        .load(view.conn)?;
    let one = |(offer, from, to): (AsText<OfferId>, At, At)| (offer.0, from.0, to.0);
    Ok(found.into_iter().map(one).collect())
}

/// The open slot of an offer that begins at this instant, where there is one.
///
/// # Errors
/// Where the database cannot be used.
pub fn offered_at(
    view: &mut View<'_>,
    offer: OfferId,
    starts_at: DateTime<Utc>,
) -> Result<Option<Slot>, StorageError> {
    let row: Option<SlotRow> = slot::table
        .filter(slot::offer_id.eq(offer.to_string()))
        .filter(slot::state.eq(SlotState::Open.as_str()))
        .filter(slot::starts_at.eq(starts_at.naive_utc()))
        .order(slot::id)
        .first(view.conn)
        .optional()?;
    Ok(row.map(Slot::from))
}

/// The first `limit` slots behind `after` by id that are not cancelled, start after `from` and were
/// derived with other zone data than `version`.
///
/// # Errors
/// Where the database cannot be used.
pub fn derived_otherwise(
    view: &mut View<'_>,
    version: &str,
    from: DateTime<Utc>,
    after: Option<SlotId>,
    limit: i64,
) -> Result<Vec<Slot>, StorageError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows: Vec<SlotRow> = slot::table
        .filter(slot::id.gt(after))
        .filter(slot::state.ne(SlotState::Cancelled.as_str()))
        .filter(slot::starts_at.gt(from.naive_utc()))
        .filter(slot::tzdb_version.ne(version))
        .order(slot::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Slot::from).collect())
}

/// How many slots [`derived_otherwise`] would answer.
///
/// # Errors
/// Where the database cannot be used.
pub fn count_derived_otherwise(
    view: &mut View<'_>,
    version: &str,
    from: DateTime<Utc>,
) -> Result<i64, StorageError> {
    Ok(slot::table
        .filter(slot::state.ne(SlotState::Cancelled.as_str()))
        .filter(slot::starts_at.gt(from.naive_utc()))
        .filter(slot::tzdb_version.ne(version))
        .count()
        .get_result(view.conn)?)
}

/// Writes what was derived again from a slot's wall clock. Only a slot that `moved` gets a new
/// version: for everybody who looks, the others are what they were.
///
/// # Errors
/// Where the database cannot be used.
pub fn rederive(tx: &mut Tx<'_>, new: &Slot, moved: bool) -> Result<(), StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(new.id.to_string())))
        .set((
            slot::starts_at.eq(new.starts_at.naive_utc()),
            slot::ends_at.eq(new.ends_at.naive_utc()),
            slot::offset_seconds.eq(new.offset_seconds),
            slot::resolution.eq(new.resolution.to_string()),
            slot::tzdb_version.eq(&new.tzdb_version),
            slot::version.eq(slot::version + i64::from(moved)),
        ))
        .execute(tx.conn)?;
    super::busy::mark(tx, new.id)
}
