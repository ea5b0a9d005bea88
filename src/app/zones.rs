//! What new zone data means for what has been promised: everything that lies ahead is derived again
//! from its wall clock, and whoever is concerned is told where the instant moved.

use std::collections::HashMap;
use std::path::Path;

use chrono::Duration;

use super::slot::topics_of;
use super::{App, Error, booking};
use crate::domain::event::{EventKind, NewEvent, moved_data};
use crate::domain::id::SlotId;
use crate::domain::person::Actor;
use crate::domain::slot::{Slot, end_of};
use crate::domain::zone::{Candidate, Zone, ZoneData};
use crate::storage::{self, Tx, installation};

/// Slots that are read at once. They are all derived in one transaction nevertheless.
const CHUNK: i64 = 1000;

/// How far back is looked, because what began by the old data may lie ahead by the new.
const LOOK_BACK: Duration = Duration::days(1);

/// Why nothing was derived.
#[derive(Debug, thiserror::Error)]
pub enum RederiveError {
    /// The zone data is older than what the database has been used with.
    #[error(
        "the zone data is {using} from {origin}, but this database has been used with {seen}: give \
         it data as new as that, or allow older data (zones.allow_older, --allow-older)"
    )]
    Older {
        /// The version of the data in use.
        using: String,
        /// Where it comes from.
        origin: String,
        /// The newest version that the database has been used with.
        seen: String,
    },
    /// The database.
    #[error(transparent)]
    App(#[from] Error),
}

/// What deriving again did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rederived {
    /// Slots that were derived with other data.
    pub slots: usize,
    /// Those of them that begin at another instant now.
    pub moved: usize,
    /// Bookings whose people were told.
    pub bookings: usize,
    /// Slots that now overlap another of their host. They are kept: both were promised.
    pub overlapping: usize,
    /// Slots that stay as they were, because the data no longer has their zone or their day.
    pub kept: usize,
    /// Bookings whose guests' clock shows another time now, though their instant stays.
    pub guests_moved: usize,
}

/// The database's side of the zone data, for who runs the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The newest version that the database has been used with.
    pub version: String,
    /// Slots ahead that were derived with other data than is in use.
    pub derived_otherwise: i64,
}

/// The copies of the zone data that could be used: a configured directory, the system's, the
/// bundled one.
pub fn candidates(configured: Option<&Path>) -> Vec<Candidate> {
    ZoneData::candidates(configured)
}

/// What the database has seen, and what waits to be derived again.
///
/// # Errors
/// Where the database cannot be used.
pub async fn seen(app: &App) -> Result<Seen, Error> {
    let (version, from) = (app.zones.version().to_owned(), app.now() - LOOK_BACK);
    app.db
        .read(move |view| {
            Ok(Seen {
                version: installation::tzdb_version(view)?,
                derived_otherwise: storage::slot::count_derived_otherwise(view, &version, from)?,
            })
        })
        .await
}

/// Derives again, in one transaction, every slot ahead that was derived with other data than is in
/// use. Doing it twice changes nothing, and of several nodes one does it.
///
/// # Errors
/// Where the data is older than what the database has seen and that is not allowed, or the
/// database cannot be used. Nothing has been changed then.
pub async fn rederive(app: &App, allow_older: bool) -> Result<Rederived, RederiveError> {
    let work = app.clone();
    let done = app
        .db
        .write(move |tx| -> Result<Result<Rederived, String>, Error> {
            let using = work.zones.version();
            let seen = installation::lock_tzdb_version(tx)?;
            if using < seen.as_str() && !allow_older {
                return Ok(Err(seen));
            }
            if using > seen.as_str() {
                installation::set_tzdb_version(tx, using)?;
            }
            rederive_slots(&work, tx).map(Ok)
        })
        .await?;
    done.map_err(|seen| RederiveError::Older {
        using: app.zones.version().to_owned(),
        origin: app.zones.source().to_owned(),
        seen,
    })
}

fn rederive_slots(app: &App, tx: &mut Tx<'_>) -> Result<Rederived, Error> {
    let mut done = Rederived::default();
    let mut zones = HashMap::new();
    let (from, mut after) = (app.now() - LOOK_BACK, None);
    let mut moved = Vec::new();
    loop {
        let version = app.zones.version();
        let slots = storage::slot::derived_otherwise(tx, version, from, after, CHUNK)?;
        let Some(last) = slots.last() else { break };
        after = Some(last.id);
        for slot in slots {
            let known: &Option<Zone> = zones
                .entry(slot.zone.clone())
                .or_insert_with_key(|name| app.zones.zone(name).ok());
            let Some(new) = known.as_ref().and_then(|zone| derive(app, &slot, zone)) else {
                tracing::warn!(slot = %slot.id, zone = slot.zone, "kept: no such zone or day");
                done.kept += 1;
                continue;
            };
            let has_moved = new.starts_at != slot.starts_at;
            if has_moved && slot.starts_at.max(new.starts_at) <= app.now() {
                continue;
            }
            storage::slot::rederive(tx, &new, has_moved)?;
            done.slots += 1;
            if has_moved {
                moved.push((slot.id, slot.starts_at));
            }
        }
    }
    // After all of them: whether two overlap can be said only when both are where they are.
    for (id, was) in moved {
        done.moved += 1;
        done.overlapping += usize::from(overlaps(tx, id)?);
        tell(app, tx, id)?;
        done.bookings += booking::clocks::slot_moved(app, tx, id, was)?;
    }
    done.guests_moved = booking::clocks::guests_clocks(app, tx, from)?;
    Ok(done)
}

/// The slot as the data in use derives it from its wall clock.
fn derive(app: &App, slot: &Slot, zone: &Zone) -> Option<Slot> {
    let (start, resolution) = zone.resolve(slot.local_start).as_before(slot.resolution)?;
    Some(Slot {
        starts_at: start.to_utc(),
        ends_at: end_of(start, slot.duration_minutes),
        offset_seconds: start.offset().local_minus_utc(),
        resolution,
        tzdb_version: app.zones.version().to_owned(),
        ..slot.clone()
    })
}

/// Whether a slot that moved now overlaps another of its host, which is only logged: both were
/// promised to somebody, and which one to call off is for people to say.
fn overlaps(tx: &mut Tx<'_>, id: SlotId) -> Result<bool, Error> {
    let (slot, offer, host) = storage::slot::by_id(tx, id)?.ok_or(Error::NotFound("slot"))?;
    if offer.overlap_allowed {
        return Ok(false);
    }
    let found = storage::slot::overlapping(tx, host.id, slot.starts_at, slot.ends_at)?;
    // It finds itself.
    let overlaps = found.len() > 1;
    if overlaps {
        tracing::warn!(slot = %id, host = %host.id, "a moved slot overlaps another of its host");
    }
    Ok(overlaps)
}

fn tell(app: &App, tx: &mut Tx<'_>, id: SlotId) -> Result<(), Error> {
    let (slot, offer, host) = storage::slot::by_id(tx, id)?.ok_or(Error::NotFound("slot"))?;
    let city = storage::city::by_ids(tx, &[host.city_id])?.pop();
    let city = city.ok_or(Error::NotFound("city"))?;
    let topics = topics_of(tx, &offer, &city)?;
    tx.publish(NewEvent {
        kind: EventKind::SlotMoved,
        topics,
        data: moved_data(&slot),
        at: app.now(),
        actor: Actor::System.label(),
    });
    Ok(())
}
