//! What ends by the clock: holds, requests that nobody answered, visits that are over, polls.
//!
//! Each is a unit of work of its own that looks again under the lock, so several nodes may do the
//! same at once, and one that fails holds up no other.

use super::booking::change::{complete, lapse};
use super::{App, Error, poll, seats};
use crate::domain::event::EventKind;
use crate::domain::id::SlotId;
use crate::domain::person::Actor;
use crate::storage;

/// Most things of a kind that are ended at once; what is left is next time's.
const BATCH: i64 = 200;

/// Ends what has run out; says how much.
///
/// # Errors
/// Where the database cannot be used.
pub async fn run(app: &App) -> Result<usize, Error> {
    let now = app.now();
    let due = app.db.read(move |view| {
        Ok::<_, Error>((
            storage::hold::slots_to_sweep(view, now, BATCH)?,
            storage::waiting::slots_begun(view, now, BATCH)?,
            storage::booking::overdue(view, now, BATCH)?,
            storage::booking::ended(view, now, BATCH)?,
            storage::poll::overdue(view, now, BATCH)?,
        ))
    });
    let (to_sweep, begun, overdue, ended, polls) = due.await?;
    let done = to_sweep.len() + begun.len() + overdue.len() + ended.len() + polls.len();
    for slot in to_sweep {
        sweep(app, slot, false).await?;
    }
    for slot in begun {
        sweep(app, slot, true).await?;
    }
    for booking in overdue {
        lapse(app, booking).await?;
    }
    for booking in ended {
        complete(app, booking).await?;
    }
    for id in polls {
        poll::lapse(app, id).await?;
    }
    Ok(done)
}

async fn sweep(app: &App, slot: SlotId, begun: bool) -> Result<(), Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        seats::open(&app, tx, &[slot])?;
        if begun {
            seats::end_all(tx, slot)?;
        }
        seats::settle(&app, tx, &Actor::System, slot, EventKind::SlotReleased)
    })
    .await
}
