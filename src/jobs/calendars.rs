//! Asks hosts' own calendars when they are due, a few at a time.
//!
//! Several nodes may do it at once: each calendar is claimed with a lease, and only who holds the
//! claim writes what was found.

pub mod fetch;
pub mod guard;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use url::Url;

use crate::app::busy::{self, Found, Look};
use crate::app::{App, Error};
use crate::domain::busy::CalendarFault;
use fetch::{Fetcher, Known};

/// How often to look whether something is due, where nobody rings.
const INTERVAL: Duration = Duration::from_secs(10);
/// Calendars that are asked at once.
const AT_ONCE: usize = 3;

/// Runs until `stopping` says so or its sender is gone.
pub async fn run(app: App, fetcher: Fetcher, stopping: watch::Receiver<bool>) {
    let fetcher = Arc::new(fetcher);
    for _ in 1..AT_ONCE {
        tokio::spawn(ask(app.clone(), fetcher.clone(), stopping.clone()));
    }
    ask(app, fetcher, stopping).await;
}

async fn ask(app: App, fetcher: Arc<Fetcher>, mut stopping: watch::Receiver<bool>) {
    let mut bell = app.calendars.bell();
    loop {
        tokio::select! {
            done = all_due(&app, &fetcher) => if let Err(error) = done {
                tracing::warn!(%error, "calendars cannot be looked at; trying again later");
            },
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        tokio::select! {
            () = tokio::time::sleep(INTERVAL) => {}
            _ = bell.changed() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

/// Looks at every calendar that is due.
///
/// # Errors
/// Where the database cannot be used; what is wrong with one calendar is noted with it.
pub async fn all_due(app: &App, fetcher: &Arc<Fetcher>) -> Result<(), Error> {
    while let Some(look) = busy::claim(app).await? {
        let (host, found) = (look.host(), fetched(fetcher, &look).await);
        if let Err(fault) = &found {
            tracing::info!(%host, %fault, "a host's calendar was not read");
        }
        busy::done(app, look, found).await?;
    }
    Ok(())
}

/// Asks for a calendar on a thread of its own, which nobody waits for longer than it may take: the
/// system's look-up of names knows no limit.
async fn fetched(fetcher: &Arc<Fetcher>, look: &Look) -> Result<Found, CalendarFault> {
    let url = Url::parse(look.address()).map_err(|_| CalendarFault::Address)?;
    let (etag, last_modified) = look.known();
    let known = Known {
        etag: etag.map(str::to_owned),
        last_modified: last_modified.map(str::to_owned),
    };
    let (answer, answered) = oneshot::channel();
    let (asking, limit) = (fetcher.clone(), fetcher.limits.total);
    let thread = std::thread::Builder::new().name("calendar".to_owned());
    let spawned = thread.spawn(move || answer.send(asking.fetch(url, &known)).is_ok());
    if spawned.is_err() {
        return Err(CalendarFault::Slow);
    }
    let waited = tokio::time::timeout(limit + Duration::from_secs(1), answered).await;
    match waited {
        Ok(Ok(found)) => found,
        Ok(Err(_)) => Err(CalendarFault::Connect),
        Err(_) => Err(CalendarFault::Slow),
    }
}
