//! The outbox as the mail worker sees it: claim, finish, sleep until.

use chrono::{DateTime, Duration, Utc};

use super::{App, Error};
use crate::domain::id::LetterId;
pub use crate::storage::outbox::{Outcome, StoredLetter};

/// How long a worker may take to send what it has claimed before another one may.
pub const LEASE: Duration = Duration::minutes(5);

/// Letters that a worker holds, and the token that proves it.
#[derive(Debug)]
pub struct Claimed {
    /// Names the claim.
    pub claim: String,
    /// What was claimed, to be sent in this order.
    pub letters: Vec<StoredLetter>,
}

/// Claims up to `limit` due letters.
///
/// # Errors
/// Where the database cannot be used.
pub async fn claim(app: &App, limit: i64) -> Result<Claimed, Error> {
    let (now, claim) = (app.now(), app.secret());
    let (token, per_domain) = (claim.clone(), app.mail.per_domain);
    let letters = app
        .db
        .write(move |tx| {
            crate::storage::outbox::claim(tx, now, &token, LEASE, limit, per_domain)
                .map_err(Error::from)
        })
        .await?;
    Ok(Claimed { claim, letters })
}

/// Takes back what a worker held that was killed, where no other process can have claimed it: on an
/// embedded database. Elsewhere its lease runs out.
///
/// # Errors
/// Where the database cannot be used.
pub async fn take_back(app: &App) -> Result<(), Error> {
    if !app.db.is_embedded() {
        return Ok(());
    }
    let letters = app
        .db
        .write(|tx| crate::storage::outbox::release_all(tx).map_err(Error::from));
    let letters = letters.await?;
    if letters > 0 {
        tracing::info!(
            letters,
            "letters are sent again that were under way at the last end"
        );
    }
    Ok(())
}

/// Ends an attempt to send a letter; says whether the claim still held.
///
/// # Errors
/// Where the database cannot be used.
pub async fn finish(
    app: &App,
    letter: LetterId,
    claim: &str,
    outcome: Outcome,
) -> Result<bool, Error> {
    let (now, claim) = (app.now(), claim.to_owned());
    app.db
        .write(move |tx| {
            crate::storage::outbox::finish(tx, letter, &claim, &outcome, now).map_err(Error::from)
        })
        .await
}

/// When the next letter is due, where one waits.
///
/// # Errors
/// Where the database cannot be used.
pub async fn next_due(app: &App) -> Result<Option<DateTime<Utc>>, Error> {
    app.db
        .read(|view| Ok(crate::storage::outbox::next_due(view)?))
        .await
}

/// The newest letters first, for the demo's mailbox.
///
/// # Errors
/// Where the database cannot be used.
pub async fn newest(app: &App, limit: i64) -> Result<Vec<StoredLetter>, Error> {
    app.db
        .read(move |view| Ok(crate::storage::outbox::newest(view, limit)?))
        .await
}

/// One letter, for the demo's mailbox.
///
/// # Errors
/// Where there is none, or the database cannot be used.
pub async fn letter(app: &App, id: LetterId) -> Result<StoredLetter, Error> {
    app.db
        .read(move |view| crate::storage::outbox::by_id(view, id)?.ok_or(Error::NotFound("letter")))
        .await
}
