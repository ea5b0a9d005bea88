//! Reminders of visits that come up: each attendee once for each time that the settings name, but for
//! those who have declined.
//!
//! They are written when they are due and not with the booking, so that they tell of the visit as it is
//! and nothing has to be called back for months. One transaction a visit notes that a reminder is
//! decided and writes its letters; several nodes may do it at once, whoever comes second finds the note.

use chrono::Duration;

use super::booking::change::edit;
use super::booking::tell::Scene;
use super::letters::{self, INVITES};
use super::{App, Error};
use crate::domain::answer::Participation;
use crate::domain::booking::{Attendee, BookingStatus};
use crate::domain::id::BookingId;
use crate::domain::letter::Subscription;
use crate::storage;

/// Most visits that are looked at for one of the times at once; what is left is next time's.
const BATCH: i64 = 100;

/// Writes the reminders that are due; says of how many visits it decided.
///
/// # Errors
/// Where the database cannot be used.
pub async fn run(app: &App) -> Result<usize, Error> {
    let mut decided = 0;
    for ahead in app.mail.reminders.clone() {
        let now = app.now();
        let due = app
            .db
            .read(move |view| Ok::<_, Error>(storage::reminder::due(view, now, ahead, BATCH)?));
        for booking in due.await? {
            decided += usize::from(remind(app, booking).await?);
        }
    }
    Ok(decided)
}

/// Decides the reminders of one visit whose time has come; says whether there was one. Of several
/// that are late together only the last one is written.
async fn remind(app: &App, id: BookingId) -> Result<bool, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let (booking, slot, ..) = edit(tx, id)?;
        let now = app.now();
        if booking.status != BookingStatus::Confirmed || slot.starts_at <= now {
            return Ok(false);
        }
        let mut last = None;
        for ahead in &app.mail.reminders {
            let has_come = slot.starts_at - *ahead <= now;
            if has_come && storage::reminder::decide(tx, id, slot.starts_at, *ahead)? {
                last = Some(last.map_or(*ahead, |other: Duration| other.min(*ahead)));
            }
        }
        let Some(ahead) = last else {
            return Ok(false);
        };
        let scene = Scene::of(&app, tx, &booking)?;
        let answers = storage::answer::of_bookings(tx, &[id])?;
        let declines = |person: &Attendee| {
            let of = answers.iter().find(|(who, _)| *who == person.id);
            of.is_some_and(|(_, said)| said.participation == Participation::Declined)
        };
        for person in storage::booking::attendees(tx, id)? {
            let told = storage::outbox::last_written(tx, id, &person.email, &INVITES)?;
            let knows = told.is_some_and(|at| at > slot.starts_at - ahead);
            let refuses =
                storage::unsubscribed::has_left(tx, &Subscription::REMINDERS, &person.email)?;
            // Who changes their mind is reminded by the next one.
            if !knows && !refuses && !declines(&person) {
                letters::remind(&app, tx, ahead, &scene.facts(&booking), &person)?;
            }
        }
        Ok(true)
    })
    .await
}
