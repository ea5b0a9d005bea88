//! A host's own calendar: entering its address, and keeping the host's slots shut while it says
//! busy.
//!
//! The address is a secret. It is stored sealed and opened only for whoever asks the calendar
//! (`jobs::calendars`); of what the calendar says, only times are kept.

mod looking;
mod shut;

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use tokio::sync::watch;
use url::{Host as UrlHost, Url};

use super::access::require;
use super::{App, Conflict, Error, seal};
use crate::domain::busy::CalendarFault;
use crate::domain::host::Host;
use crate::domain::id::{HostId, SlotId};
use crate::domain::input::{Invalid, URL_MAX, is_forbidden};
use crate::domain::person::Actor;
use crate::storage::busy::HostCalendar;
use crate::storage::{self, View};

pub use looking::{Found, Look, claim, done};
pub use shut::{Clash, clashes};

/// How long somebody waits until they may have a calendar looked at again.
const ASK_AGAIN: Duration = Duration::minutes(1);
/// What the key is derived for.
const PURPOSE: &str = "host-calendar";

/// How calendars are asked. Cheap to clone.
#[derive(Debug, Clone)]
pub struct CalendarRules {
    /// How often each is looked at.
    pub every: Duration,
    /// Whether `http://` may be given too: for tests, and for networks of one's own.
    pub plain_http: bool,
    /// The ports that may be asked; none means any.
    pub ports: Vec<u16>,
    /// Rings when one is to be looked at now.
    bell: Arc<watch::Sender<()>>,
}

impl Default for CalendarRules {
    fn default() -> Self {
        Self {
            every: Duration::minutes(15),
            plain_http: false,
            ports: vec![443],
            bell: Arc::new(watch::Sender::new(())),
        }
    }
}

impl CalendarRules {
    /// Wakes whoever waits for something to look at.
    fn ring(&self) {
        self.bell.send_replace(());
    }

    /// Changes whenever one is to be looked at now.
    pub fn bell(&self) -> watch::Receiver<()> {
        self.bell.subscribe()
    }

    /// Whether an address may be asked, by how it is written: where its name leads is found out
    /// when it is.
    pub fn allows(&self, address: &Url) -> bool {
        let scheme = match address.scheme() {
            "https" => true,
            "http" => self.plain_http,
            _ => false,
        };
        let named = match address.host() {
            Some(UrlHost::Domain(name)) => !name.is_empty(),
            Some(UrlHost::Ipv4(_) | UrlHost::Ipv6(_)) => true,
            None => false,
        };
        let port = address.port_or_known_default();
        let open = address.username().is_empty() && address.password().is_none();
        let may = |port: u16| self.ports.is_empty() || self.ports.contains(&port);
        scheme && named && open && port.is_some_and(may)
    }
}

/// A host's own calendar as its people are told of it: never its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarView {
    /// The name of the server that it is on.
    pub server: String,
    /// When it was last looked at.
    pub checked_at: Option<DateTime<Utc>>,
    /// When that last worked.
    pub succeeded_at: Option<DateTime<Utc>>,
    /// Why the last look failed.
    pub fault: Option<CalendarFault>,
    /// Rules and zones in it that were not understood.
    pub skipped: i32,
    /// When it is looked at next.
    pub due_at: DateTime<Utc>,
}

impl From<HostCalendar> for CalendarView {
    fn from(of: HostCalendar) -> Self {
        Self {
            server: of.server,
            checked_at: of.checked_at,
            succeeded_at: of.succeeded_at,
            fault: of.fault,
            skipped: of.skipped,
            due_at: of.due_at,
        }
    }
}

fn managed(view: &mut View<'_>, actor: &Actor, id: HostId) -> Result<Host, Error> {
    let host = storage::host::by_id(view, id)?.ok_or(Error::NotFound("host"))?;
    let why = "only who manages the host may see and change its calendar";
    require(actor, actor.manages(&host), why)?;
    Ok(host)
}

/// A host that `actor` manages, and its own calendar where it has given one.
///
/// # Errors
/// Where there is no such host, or it is not theirs.
pub async fn get(
    app: &App,
    actor: &Actor,
    host: HostId,
) -> Result<(Host, Option<CalendarView>), Error> {
    let actor = actor.clone();
    app.db
        .read(move |view| {
            let host = managed(view, &actor, host)?;
            let calendar = storage::busy::of_host(view, host.id)?;
            Ok((host, calendar.map(CalendarView::from)))
        })
        .await
}

/// Enters the address of a host's own calendar in the place of the one before, and has it looked
/// at.
///
/// # Errors
/// Where the address is none that may be asked, or the host is not theirs.
pub async fn set(
    app: &App,
    actor: &Actor,
    host: HostId,
    address: &str,
) -> Result<CalendarView, Error> {
    let (app, actor, address) = (app.clone(), actor.clone(), address.to_owned());
    let db = app.db.clone();
    let work = app.clone();
    let view = db
        .write(move |tx| {
            let app = &work;
            let host = managed(tx, &actor, host)?;
            let address = check(app, &address)?;
            let mut nonce = [0; 12];
            app.random.fill(&mut nonce);
            let owner = host.id.to_string();
            let sealed = seal::seal(&app.link_key, PURPOSE, &owner, nonce, address.as_str());
            let sealed = sealed.map_err(|_| wrong("invalid_url"))?;
            let now = app.now();
            let calendar = HostCalendar {
                host_id: host.id,
                sealed,
                server: address.host_str().unwrap_or_default().to_owned(),
                etag: None,
                last_modified: None,
                read_with: String::new(),
                known_until: None,
                due_at: now,
                failures: 0,
                fault: None,
                asked_at: Some(now),
                checked_at: None,
                succeeded_at: None,
                skipped: 0,
                created_at: now,
            };
            // What the calendar before said is true until this one is read.
            storage::host::lock_slots(tx, host.id)?;
            storage::busy::set(tx, &calendar)?;
            Ok::<_, Error>(calendar.into())
        })
        .await?;
    app.calendars.ring();
    Ok(view)
}

fn wrong(code: &str) -> Error {
    let detail =
        "Give the secret address of your calendar in iCal format: it begins with https://.";
    Invalid::one("address", code, detail).into()
}

/// Reads an address. `webcal://` is how programs write `https://` for calendars.
fn check(app: &App, text: &str) -> Result<Url, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(wrong("required"));
    }
    if text.len() > URL_MAX || text.chars().any(|c| is_forbidden(c) || c.is_whitespace()) {
        return Err(wrong("invalid_url"));
    }
    let lower = text.to_ascii_lowercase();
    let plain = match ["webcal://", "webcals://"]
        .iter()
        .find(|scheme| lower.starts_with(**scheme))
    {
        Some(scheme) => format!("https://{}", text.get(scheme.len()..).unwrap_or_default()),
        None => text.to_owned(),
    };
    let mut address = Url::parse(&plain).map_err(|_| wrong("invalid_url"))?;
    address.set_fragment(None);
    match app.calendars.allows(&address) {
        true => Ok(address),
        false => Err(wrong("not_allowed")),
    }
}

/// Forgets a host's own calendar and all it said; its slots open again. Doing it again changes
/// nothing.
///
/// # Errors
/// Where there is no such host, or it is not theirs.
pub async fn remove(app: &App, actor: &Actor, host: HostId) -> Result<(), Error> {
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let host = managed(tx, &actor, host)?;
        storage::host::lock_slots(tx, host.id)?;
        storage::busy::remove(tx, host.id)?;
        storage::busy::replace(tx, host.id, &[])?;
        shut::refresh(&app, tx, &actor, host.id)
    })
    .await
}

/// Has a host's calendar looked at now instead of later.
///
/// # Errors
/// Where the host is not theirs or has given none, or somebody has asked a moment ago.
pub async fn check_now(app: &App, actor: &Actor, host: HostId) -> Result<CalendarView, Error> {
    let (now, actor) = (app.now(), actor.clone());
    let view = app
        .db
        .write(move |tx| {
            let host = managed(tx, &actor, host)?;
            let known = storage::busy::of_host(tx, host.id)?;
            known.ok_or(Error::NotFound("calendar"))?;
            if !storage::busy::ask(tx, host.id, now - ASK_AGAIN, now)? {
                return Err(Conflict::CalendarAsked.into());
            }
            let calendar = storage::busy::of_host(tx, host.id)?;
            let calendar = calendar.ok_or(Error::NotFound("calendar"))?;
            Ok::<_, Error>(CalendarView::from(calendar))
        })
        .await?;
    app.calendars.ring();
    Ok(view)
}

/// Notes that the host's people have seen that a booked visit is at a busy time.
///
/// # Errors
/// Where there is no such slot, or it is not theirs.
pub async fn saw_clash(app: &App, actor: &Actor, slot: SlotId) -> Result<(), Error> {
    let (now, actor) = (app.now(), actor.clone());
    app.db
        .write(move |tx| {
            let found = storage::slot::by_id(tx, slot)?.ok_or(Error::NotFound("slot"))?;
            let why = "only who manages the host may do this";
            require(&actor, actor.manages(&found.2), why)?;
            Ok(storage::busy::saw_clash(tx, slot, now)?)
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_allowed_by_how_it_is_written() {
        let rules = CalendarRules::default();
        let intranet = CalendarRules {
            plain_http: true,
            ports: vec![80, 443, 8443],
            ..CalendarRules::default()
        };
        for (address, strict, loose) in [
            ("https://calendar.example.org/x.ics", true, true),
            ("https://calendar.example.org:443/x.ics?key=1", true, true),
            ("https://calendar.example.org:8443/x.ics", false, true),
            ("http://calendar.example.org/x.ics", false, true),
            ("https://me:secret@example.org/x.ics", false, false),
            ("https://me@example.org/x.ics", false, false),
            ("ftp://example.org/x.ics", false, false),
            ("file:///etc/passwd", false, false),
            ("data:text/calendar,BEGIN", false, false),
            ("https://example.org:22/", false, false),
        ] {
            let url = Url::parse(address).unwrap();
            assert_eq!(
                (rules.allows(&url), intranet.allows(&url)),
                (strict, loose),
                "{address}"
            );
        }
    }
}
