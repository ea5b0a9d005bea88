//! Hosts' own calendars, the busy times they say, and what these do to slots.
//!
//! `slot.busy` is derived from `busy_time`: whoever adds a slot, moves one or replaces the times has
//! it [`mark`]ed, so that taking seats asks the slot alone.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connect::Conn;
use super::outbox::database_clock;
use super::schema::{booking, busy_clash, busy_time, host_calendar, series, slot};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::busy::{BusyTime, CalendarFault};
use crate::domain::id::{HostId, OfferId, SlotId};
use crate::domain::slot::SlotState;

/// Most times that are written at once.
const AT_ONCE: usize = 200;

/// A host's own calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostCalendar {
    /// Whose it is.
    pub host_id: HostId,
    /// Its address, encrypted.
    pub sealed: String,
    /// The name of the server that it is on: all that is shown of the address.
    pub server: String,
    /// The tag that the server gave what was read last.
    pub etag: Option<String>,
    /// When the server says that it was changed, as it says it.
    pub last_modified: Option<String>,
    /// What it was read with: another zone data may mean other times.
    pub read_with: String,
    /// Until when its times are known.
    pub known_until: Option<DateTime<Utc>>,
    /// When it is looked at again.
    pub due_at: DateTime<Utc>,
    /// Failures in a row.
    pub failures: i32,
    /// Why the last look failed.
    pub fault: Option<CalendarFault>,
    /// When somebody last asked for a look.
    pub asked_at: Option<DateTime<Utc>>,
    /// When it was last looked at.
    pub checked_at: Option<DateTime<Utc>>,
    /// When it was last read, or known not to have changed.
    pub succeeded_at: Option<DateTime<Utc>>,
    /// Rules and zones in it that were not understood.
    pub skipped: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

#[derive(Queryable)]
struct CalendarRow {
    host_id: AsText<HostId>,
    sealed: String,
    server: String,
    etag: Option<String>,
    last_modified: Option<String>,
    read_with: String,
    known_until: Option<At>,
    due_at: At,
    #[allow(dead_code, reason = "compared in the database")]
    claim: Option<String>,
    #[allow(dead_code, reason = "compared in the database")]
    lease_until: Option<At>,
    failures: i32,
    fault: Option<AsText<CalendarFault>>,
    asked_at: Option<At>,
    checked_at: Option<At>,
    succeeded_at: Option<At>,
    skipped: i32,
    created_at: At,
}

impl From<CalendarRow> for HostCalendar {
    fn from(row: CalendarRow) -> Self {
        Self {
            host_id: row.host_id.0,
            sealed: row.sealed,
            server: row.server,
            etag: row.etag,
            last_modified: row.last_modified,
            read_with: row.read_with,
            known_until: row.known_until.map(|at| at.0),
            due_at: row.due_at.0,
            failures: row.failures,
            fault: row.fault.map(|fault| fault.0),
            asked_at: row.asked_at.map(|at| at.0),
            checked_at: row.checked_at.map(|at| at.0),
            succeeded_at: row.succeeded_at.map(|at| at.0),
            skipped: row.skipped,
            created_at: row.created_at.0,
        }
    }
}

/// The calendar of a host.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_host(view: &mut View<'_>, host: HostId) -> Result<Option<HostCalendar>, StorageError> {
    let row: Option<CalendarRow> = host_calendar::table
        .filter(host_calendar::host_id.eq(host.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(HostCalendar::from))
}

/// Enters a host's calendar in the place of the one before. Whoever looks at that one just now
/// finds its claim gone.
///
/// # Errors
/// Where the database cannot be used.
pub fn set(tx: &mut Tx<'_>, new: &HostCalendar) -> Result<(), StorageError> {
    remove(tx, new.host_id)?;
    diesel::insert_into(host_calendar::table)
        .values((
            host_calendar::host_id.eq(new.host_id.to_string()),
            host_calendar::sealed.eq(&new.sealed),
            host_calendar::server.eq(&new.server),
            host_calendar::read_with.eq(&new.read_with),
            host_calendar::due_at.eq(new.due_at.naive_utc()),
            host_calendar::failures.eq(0),
            host_calendar::asked_at.eq(new.asked_at.map(|at| at.naive_utc())),
            host_calendar::skipped.eq(0),
            host_calendar::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets a host's calendar; says whether there was one.
///
/// # Errors
/// Where the database cannot be used.
pub fn remove(tx: &mut Tx<'_>, host: HostId) -> Result<bool, StorageError> {
    let of_host = host_calendar::host_id.eq(host.to_string());
    let rows = diesel::delete(host_calendar::table.filter(of_host)).execute(tx.conn)?;
    Ok(rows == 1)
}

/// Has a host's calendar looked at now; says whether there is one that was not asked for since
/// `since`.
///
/// # Errors
/// Where the database cannot be used.
pub fn ask(
    tx: &mut Tx<'_>,
    host: HostId,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let quiet = host_calendar::asked_at
        .le(since.naive_utc())
        .assume_not_null()
        .or(host_calendar::asked_at.is_null());
    let of_host = host_calendar::host_id.eq(host.to_string());
    let rows = diesel::update(host_calendar::table.filter(of_host.and(quiet)))
        .set((
            host_calendar::due_at.eq(now.naive_utc()),
            host_calendar::asked_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Claims one calendar that is due at `now` for `lease`, longest due first. Leases are told by the
/// database's clock, which all nodes share.
///
/// # Errors
/// Where the database cannot be used.
pub fn claim(
    tx: &mut Tx<'_>,
    now: DateTime<Utc>,
    claim: &str,
    lease: Duration,
) -> Result<Option<HostCalendar>, StorageError> {
    let clock = database_clock(tx)?;
    let free = || {
        let over = host_calendar::lease_until.le(clock).assume_not_null();
        host_calendar::lease_until.is_null().or(over)
    };
    let due = || host_calendar::due_at.le(now.naive_utc());
    let found: Option<String> = host_calendar::table
        .filter(due())
        .filter(free())
        .order((host_calendar::due_at, host_calendar::host_id))
        .select(host_calendar::host_id)
        .first(tx.conn)
        .optional()?;
    let Some(id) = found else { return Ok(None) };
    // Again the condition: another node may have been quicker.
    let still = host_calendar::host_id.eq(&id).and(due()).and(free());
    let rows = diesel::update(host_calendar::table.filter(still))
        .set((
            host_calendar::claim.eq(claim),
            host_calendar::lease_until.eq(clock + lease),
        ))
        .execute(tx.conn)?;
    if rows == 0 {
        return Ok(None);
    }
    let row: CalendarRow = host_calendar::table
        .filter(host_calendar::host_id.eq(&id))
        .first(tx.conn)?;
    Ok(Some(row.into()))
}

/// Writes what a look found, if the claim still holds; says whether it does.
///
/// # Errors
/// Where the database cannot be used.
pub fn finish(tx: &mut Tx<'_>, found: &HostCalendar, claim: &str) -> Result<bool, StorageError> {
    let naive = |at: Option<DateTime<Utc>>| at.map(|at| at.naive_utc());
    let held = host_calendar::host_id
        .eq(found.host_id.to_string())
        .and(host_calendar::claim.eq(claim).assume_not_null());
    let rows = diesel::update(host_calendar::table.filter(held))
        .set((
            host_calendar::etag.eq(&found.etag),
            host_calendar::last_modified.eq(&found.last_modified),
            host_calendar::read_with.eq(&found.read_with),
            host_calendar::known_until.eq(naive(found.known_until)),
            host_calendar::due_at.eq(found.due_at.naive_utc()),
            host_calendar::claim.eq(None::<String>),
            host_calendar::lease_until.eq(None::<NaiveDateTime>),
            host_calendar::failures.eq(found.failures),
            host_calendar::fault.eq(found.fault.map(CalendarFault::as_str)),
            host_calendar::checked_at.eq(naive(found.checked_at)),
            host_calendar::succeeded_at.eq(naive(found.succeeded_at)),
            host_calendar::skipped.eq(found.skipped),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// When a host is busy, by start.
///
/// # Errors
/// Where the database cannot be used.
pub fn times(view: &mut View<'_>, host: HostId) -> Result<Vec<BusyTime>, StorageError> {
    let rows: Vec<(At, At)> = busy_time::table
        .filter(busy_time::host_id.eq(host.to_string()))
        .order(busy_time::starts_at)
        .select((busy_time::starts_at, busy_time::ends_at))
        .load(view.conn)?;
    let time = |(from, to): (At, At)| BusyTime {
        starts_at: from.0,
        ends_at: to.0,
    };
    Ok(rows.into_iter().map(time).collect())
}

#[derive(Insertable)]
#[diesel(table_name = busy_time)]
struct NewTime<'a> {
    host_id: &'a str,
    starts_at: NaiveDateTime,
    ends_at: NaiveDateTime,
}

/// Replaces when a host is busy by `times`, which touch nowhere: only what differs is written.
///
/// # Errors
/// Where the database cannot be used.
pub fn replace(tx: &mut Tx<'_>, host: HostId, new: &[BusyTime]) -> Result<(), StorageError> {
    let before = times(tx, host)?;
    let id = host.to_string();
    let gone = before
        .iter()
        .filter(|time| new.binary_search(time).is_err());
    let gone: Vec<NaiveDateTime> = gone.map(|time| time.starts_at.naive_utc()).collect();
    for batch in gone.chunks(AT_ONCE) {
        let of_host = busy_time::host_id.eq(&id);
        let those = of_host.and(busy_time::starts_at.eq_any(batch.to_vec()));
        diesel::delete(busy_time::table.filter(those)).execute(tx.conn)?;
    }
    let added = new
        .iter()
        .filter(|time| before.binary_search(time).is_err());
    let added: Vec<NewTime<'_>> = added
        .map(|time| NewTime {
            host_id: &id,
            starts_at: time.starts_at.naive_utc(),
            ends_at: time.ends_at.naive_utc(),
        })
        .collect();
    for batch in added.chunks(AT_ONCE) {
        let insert = diesel::insert_into(busy_time::table).values(batch);
        // Diesel writes many rows at once to an engine that it knows, not to either.
        match &mut *tx.conn {
            Conn::Postgres(pg) => insert.execute(pg)?,
            Conn::Sqlite(sqlite) => insert.execute(sqlite)?,
        };
    }
    Ok(())
}

const OVERLAPPED: &str = "EXISTS (SELECT 1 FROM busy_time AS b WHERE b.host_id = slot.host_id \
    AND b.starts_at < slot.ends_at AND b.ends_at > slot.starts_at)";

/// Looks up whether the host of a slot is busy then, after it was added or moved.
///
/// # Errors
/// Where the database cannot be used.
pub fn mark(tx: &mut Tx<'_>, id: SlotId) -> Result<(), StorageError> {
    diesel::sql_query(format!(
        "UPDATE slot SET busy = {OVERLAPPED} WHERE id = $1 AND busy <> {OVERLAPPED}"
    ))
    .bind::<Text, _>(id.to_string())
    .execute(tx.conn)?;
    Ok(())
}

/// The same for all slots of a host, after some were added or took place again.
///
/// # Errors
/// Where the database cannot be used.
pub fn mark_all(tx: &mut Tx<'_>, host: HostId) -> Result<(), StorageError> {
    diesel::sql_query(format!(
        "UPDATE slot SET busy = {OVERLAPPED} WHERE host_id = $1 AND busy <> {OVERLAPPED}"
    ))
    .bind::<Text, _>(host.to_string())
    .execute(tx.conn)?;
    Ok(())
}

/// A slot as far as it matters whether its host is busy then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Which.
    pub id: SlotId,
    /// Its offer.
    pub offer_id: OfferId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// What its host has decided.
    pub state: SlotState,
    /// Seats that bookings have taken.
    pub taken: i32,
    /// What it says now.
    pub busy: bool,
}

/// A host's slots that begin after `now`, and those of others' time that say busy, by id.
///
/// # Errors
/// Where the database cannot be used.
pub fn ahead(
    view: &mut View<'_>,
    host: HostId,
    now: DateTime<Utc>,
) -> Result<Vec<Ahead>, StorageError> {
    type Row = (
        AsText<SlotId>,
        AsText<OfferId>,
        At,
        At,
        AsText<SlotState>,
        i32,
        bool,
    );
    let rows: Vec<Row> = slot::table
        .filter(slot::host_id.eq(host.to_string()))
        .filter(slot::starts_at.gt(now.naive_utc()))
        .filter(slot::state.ne(SlotState::Cancelled.as_str()))
        .order(slot::id)
        .select((
            slot::id,
            slot::offer_id,
            slot::starts_at,
            slot::ends_at,
            slot::state,
            slot::seats_taken,
            slot::busy,
        ))
        .load(view.conn)?;
    let one = |(id, offer_id, from, to, state, taken, busy): Row| Ahead {
        id: id.0,
        offer_id: offer_id.0,
        starts_at: from.0,
        ends_at: to.0,
        state: state.0,
        taken,
        busy,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Writes whether the host of a slot is busy then.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_busy(tx: &mut Tx<'_>, id: SlotId, busy: bool) -> Result<(), StorageError> {
    diesel::update(slot::table.filter(slot::id.eq(id.to_string())))
        .set(slot::busy.eq(busy))
        .execute(tx.conn)?;
    Ok(())
}

/// The ids by which visits of a host may come back in its own calendar: of bookings, slots and
/// series that are not long over.
///
/// # Errors
/// Where the database cannot be used.
pub fn own_ids(
    view: &mut View<'_>,
    host: HostId,
    from: DateTime<Utc>,
) -> Result<Vec<String>, StorageError> {
    let of_host = || slot::host_id.eq(host.to_string());
    let not_over = || slot::ends_at.gt(from.naive_utc());
    let mut ids: Vec<String> = slot::table
        .filter(of_host())
        .filter(not_over())
        .select(slot::id)
        .load(view.conn)?;
    let bookings: Vec<String> = booking::table
        .inner_join(slot::table)
        .filter(of_host())
        .filter(not_over())
        .select(booking::id)
        .load(view.conn)?;
    let offers = slot::table.filter(of_host()).select(slot::offer_id);
    let series: Vec<String> = series::table
        .filter(series::offer_id.eq_any(offers))
        .select(series::id)
        .load(view.conn)?;
    ids.extend(bookings);
    ids.extend(series);
    Ok(ids)
}

/// A booked visit at a time that became busy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The visit's slot.
    pub slot_id: SlotId,
    /// Whether somebody has seen it.
    pub seen: bool,
}

/// The clashes of these hosts, oldest first.
///
/// # Errors
/// Where the database cannot be used.
pub fn clashes(view: &mut View<'_>, hosts: &[HostId]) -> Result<Vec<Clash>, StorageError> {
    let hosts: Vec<String> = hosts.iter().map(HostId::to_string).collect();
    let rows: Vec<(AsText<SlotId>, Option<At>)> = busy_clash::table
        .filter(busy_clash::host_id.eq_any(hosts))
        .order((busy_clash::found_at, busy_clash::slot_id))
        .select((busy_clash::slot_id, busy_clash::seen_at))
        .load(view.conn)?;
    let clash = |(slot, seen): (AsText<SlotId>, Option<At>)| Clash {
        slot_id: slot.0,
        seen: seen.is_some(),
    };
    Ok(rows.into_iter().map(clash).collect())
}

/// Notes a clash that nobody knows of.
///
/// # Errors
/// Where the database cannot be used.
pub fn add_clash(
    tx: &mut Tx<'_>,
    host: HostId,
    slot: SlotId,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::insert_into(busy_clash::table)
        .values((
            busy_clash::slot_id.eq(slot.to_string()),
            busy_clash::host_id.eq(host.to_string()),
            busy_clash::found_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Forgets a clash that is none any more: should it come back, it is news again.
///
/// # Errors
/// Where the database cannot be used.
pub fn end_clash(tx: &mut Tx<'_>, slot: SlotId) -> Result<(), StorageError> {
    let of_slot = busy_clash::slot_id.eq(slot.to_string());
    diesel::delete(busy_clash::table.filter(of_slot)).execute(tx.conn)?;
    Ok(())
}

/// Notes that somebody has seen the clash of a slot of this host; says whether there was one.
///
/// # Errors
/// Where the database cannot be used.
pub fn saw_clash(tx: &mut Tx<'_>, slot: SlotId, now: DateTime<Utc>) -> Result<(), StorageError> {
    let of_slot = busy_clash::slot_id.eq(slot.to_string());
    diesel::update(busy_clash::table.filter(of_slot))
        .set(busy_clash::seen_at.eq(now.naive_utc()))
        .execute(tx.conn)?;
    Ok(())
}
