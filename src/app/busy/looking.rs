//! A look at a calendar, from the claim to what it changes. Asking the server lies between, and is
//! `jobs::calendars`'s.

use std::collections::HashSet;

use chrono::{DateTime, Duration, Utc};
use secrecy::{ExposeSecret, SecretString};

use super::{PURPOSE, shut};
use crate::app::local_time::zone_of;
use crate::app::{App, Error, seal};
use crate::domain::busy::{BusyTime, CalendarFault, wait};
use crate::domain::ics::busy::{Frame, Reading, busy_times};
use crate::domain::id::HostId;
use crate::domain::letter::id_in_uid;
use crate::domain::person::Actor;
use crate::domain::zone::Zone;
use crate::storage::busy::HostCalendar;
use crate::storage::{self, Tx, View};

/// How long a look may take before another node may do it.
const LEASE: Duration = Duration::seconds(90);
/// Times that are over are kept for so long, for visits under way.
const BEHIND: Duration = Duration::days(1);
/// How far ahead times are known at least, and at most.
const AHEAD: Duration = Duration::days(62);
const AHEAD_MAX: Duration = Duration::days(3 * 366);
/// As much further, so that a calendar that has not changed need not be read again every day.
const MARGIN: Duration = Duration::days(31);
/// How calendars are read: another way of reading would find other times in the same bytes.
const READER: &str = "2";

/// A calendar to look at.
#[derive(Debug)]
pub struct Look {
    /// As it stood when it was claimed.
    calendar: HostCalendar,
    /// The token that the claim stands under.
    claim: String,
    /// Where it is.
    address: SecretString,
    /// Whether to ask only for what has changed.
    conditional: bool,
    zone: Zone,
    until: DateTime<Utc>,
    read_with: String,
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It has not changed.
    Same,
    /// A calendar.
    Body {
        /// Its bytes.
        bytes: Vec<u8>,
        /// The server's tag for it.
        etag: Option<String>,
        /// When it was changed, as the server says it.
        last_modified: Option<String>,
    },
}

impl Look {
    /// Whose calendar it is.
    pub fn host(&self) -> HostId {
        self.calendar.host_id
    }

    /// Where it is. A secret.
    pub fn address(&self) -> &str {
        self.address.expose_secret()
    }

    /// The tag and the date of what is known, where that is still enough.
    pub fn known(&self) -> (Option<&str>, Option<&str>) {
        match self.conditional {
            true => (
                self.calendar.etag.as_deref(),
                self.calendar.last_modified.as_deref(),
            ),
            false => (None, None),
        }
    }
}

/// Claims a calendar that is due, so that no other node looks at it.
///
/// # Errors
/// Where the database cannot be used.
pub async fn claim(app: &App) -> Result<Option<Look>, Error> {
    loop {
        let (work, token) = (app.clone(), app.secret());
        let claim = token.clone();
        let claimed = app
            .db
            .write(move |tx| {
                let found = storage::busy::claim(tx, work.now(), &claim, LEASE)?;
                found.map(|found| prepare(&work, tx, found)).transpose()
            })
            .await?;
        let Some((calendar, zone, until)) = claimed else {
            return Ok(None);
        };
        let owner = calendar.host_id.to_string();
        let read_with = format!("{READER}/{}/{}", app.zones.version(), zone.name());
        let enough = calendar.known_until.is_some_and(|known| known >= until);
        let look = Look {
            conditional: enough && calendar.read_with == read_with,
            claim: token,
            zone,
            until,
            read_with,
            address: SecretString::default(),
            calendar,
        };
        match seal::open(&app.link_key, PURPOSE, &owner, &look.calendar.sealed) {
            Ok(address) => {
                return Ok(Some(Look {
                    address: address.into(),
                    ..look
                }));
            }
            Err(_) => done(app, look, Err(CalendarFault::Sealed)).await?,
        };
    }
}

/// The zone of a host's city, and until when its times must be known.
fn prepare(
    app: &App,
    view: &mut View<'_>,
    calendar: HostCalendar,
) -> Result<(HostCalendar, Zone, DateTime<Utc>), Error> {
    let host = storage::host::by_id(view, calendar.host_id)?.ok_or(Error::NotFound("host"))?;
    let city = storage::city::by_ids(view, &[host.city_id])?.pop();
    let zone = zone_of(&app.zones, &city.ok_or(Error::NotFound("city"))?.zone)?;
    let now = app.now();
    let ahead = storage::busy::ahead(view, host.id, now)?;
    let furthest = ahead.iter().map(|slot| slot.ends_at).max();
    let least = now + AHEAD;
    let until = furthest.unwrap_or(least).clamp(least, now + AHEAD_MAX);
    Ok((calendar, zone, until))
}

/// Writes what a look has found and shuts or opens the host's slots accordingly; says whether it
/// counted, which it does not when somebody else has looked or changed the address meanwhile.
///
/// A calendar that cannot be read changes nothing: what it said last stays true.
///
/// # Errors
/// Where the database cannot be used.
pub async fn done(
    app: &App,
    look: Look,
    answer: Result<Found, CalendarFault>,
) -> Result<bool, Error> {
    let (mut calendar, now) = (look.calendar.clone(), app.now());
    let mut new = None;
    let read = match answer {
        Ok(Found::Same) => Ok(()),
        Ok(Found::Body {
            bytes,
            etag,
            last_modified,
        }) => match read(app, &look, bytes).await? {
            Ok(reading) => {
                calendar.skipped = i32::try_from(reading.skipped).unwrap_or(i32::MAX);
                (calendar.etag, calendar.last_modified) = (etag, last_modified);
                calendar.read_with = look.read_with.clone();
                calendar.known_until = Some(look.until + MARGIN);
                new = Some(reading.times);
                Ok(())
            }
            Err(fault) => Err(fault),
        },
        Err(fault) => Err(fault),
    };
    calendar.checked_at = Some(now);
    match read {
        Ok(()) => {
            calendar.succeeded_at = Some(now);
            (calendar.failures, calendar.fault) = (0, None);
        }
        Err(fault) => {
            calendar.failures = calendar.failures.saturating_add(1);
            calendar.fault = Some(fault);
        }
    }
    let mut chance = [0];
    app.random.fill(&mut chance);
    calendar.due_at = now + wait(app.calendars.every, calendar.failures, chance[0]);
    let (work, db) = (app.clone(), app.db.clone());
    db.write(move |tx| write(&work, tx, &calendar, &look.claim, new.as_deref()))
        .await
}

fn write(
    app: &App,
    tx: &mut Tx<'_>,
    calendar: &HostCalendar,
    claim: &str,
    new: Option<&[BusyTime]>,
) -> Result<bool, Error> {
    storage::host::lock_slots(tx, calendar.host_id)?;
    if !storage::busy::finish(tx, calendar, claim)? {
        return Ok(false);
    }
    if let Some(times) = new {
        storage::busy::replace(tx, calendar.host_id, times)?;
    }
    if calendar.fault.is_none() {
        shut::refresh(app, tx, &Actor::System, calendar.host_id)?;
    }
    Ok(true)
}

/// Reads a calendar off the threads that serve requests.
async fn read(
    app: &App,
    look: &Look,
    bytes: Vec<u8>,
) -> Result<Result<Reading, CalendarFault>, Error> {
    let (host, from) = (look.host(), app.now() - BEHIND);
    let own = app
        .db
        .read(move |view| Ok::<_, Error>(storage::busy::own_ids(view, host, from)?));
    let mut own: HashSet<String> = own.await?.into_iter().collect();
    // The busy times that we tell of it ourselves.
    own.insert(host.to_string());
    let (zones, home) = (app.zones.clone(), look.zone.clone());
    let to = look.until + MARGIN;
    let reading = app.compute.run(move || {
        let is_own = |uid: &str| id_in_uid(uid).is_some_and(|id| own.contains(id));
        let frame = Frame {
            zones: &zones,
            home: &home,
            from,
            to,
            is_own: &is_own,
        };
        busy_times(&bytes, &frame)
    });
    match reading.await {
        Ok(reading) => Ok(reading.map_err(CalendarFault::from)),
        Err(Error::Busy) => Ok(Err(CalendarFault::Slow)),
        Err(error) => Err(error),
    }
}
