//! The letters that could not be sent, as admins see them: why, and once more or never.

use super::access::require_admin;
use super::{App, Conflict, Error};
use crate::domain::id::LetterId;
use crate::domain::letter::LetterState;
use crate::domain::person::Actor;
use crate::storage;
use crate::storage::outbox::StoredLetter;

/// Most dead letters that are shown.
pub const LETTERS_MAX: i64 = 200;

const ADMINS: &str = "only admins see the outbox";

/// How the outbox is doing.
#[derive(Debug, Clone)]
pub struct OutboxView {
    /// How many letters are in each state.
    pub counts: Vec<(LetterState, i64)>,
    /// The newest of those that were given up, at most [`LETTERS_MAX`].
    pub dead: Vec<StoredLetter>,
}

/// How the outbox is doing; admins may know.
///
/// # Errors
/// Where `actor` may not, or the database cannot be used.
pub async fn look(app: &App, actor: &Actor) -> Result<OutboxView, Error> {
    require_admin(actor, ADMINS)?;
    app.db
        .read(|view| {
            Ok(OutboxView {
                counts: storage::outbox::counts(view)?,
                dead: storage::outbox::in_state(view, LetterState::Dead, LETTERS_MAX)?,
            })
        })
        .await
}

/// Puts a dead letter back into the queue. Doing it again changes nothing.
///
/// # Errors
/// Where `actor` may not, there is no such letter, it is not dead, its time has passed, or its
/// reader was written something newer about the visit: an old invite must not follow a cancellation.
pub async fn requeue(app: &App, actor: &Actor, id: LetterId) -> Result<StoredLetter, Error> {
    settle(app, actor, id, LetterState::Queued).await
}

/// Gives a dead letter up for good. Doing it again changes nothing.
///
/// # Errors
/// Where `actor` may not, there is no such letter, or it is not dead.
pub async fn discard(app: &App, actor: &Actor, id: LetterId) -> Result<StoredLetter, Error> {
    settle(app, actor, id, LetterState::Discarded).await
}

async fn settle(
    app: &App,
    actor: &Actor,
    id: LetterId,
    state: LetterState,
) -> Result<StoredLetter, Error> {
    require_admin(actor, ADMINS)?;
    let now = app.now();
    app.db
        .write(move |tx| {
            let stored = storage::outbox::by_id(tx, id)?.ok_or(Error::NotFound("letter"))?;
            if stored.state == state {
                return Ok(stored);
            }
            let sends = state == LetterState::Queued;
            if sends && stored.letter.expires_at <= now {
                return Err(Conflict::LetterExpired.into());
            }
            if sends && storage::outbox::is_overtaken(tx, &stored.letter)? {
                return Err(Conflict::LetterOvertaken.into());
            }
            if !storage::outbox::settle_dead(tx, id, state, now)? {
                return Err(Conflict::LetterNotDead.into());
            }
            storage::outbox::by_id(tx, id)?.ok_or(Error::NotFound("letter"))
        })
        .await
}
