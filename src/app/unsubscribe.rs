//! Leaving a list of letters by the link that each of them carries, and joining it again.
//!
//! The link is signed and names the letter, so it holds no address. It asks for no account: whoever
//! has the letter may say that its reader wants no more of its kind.

use super::{App, Error};
use crate::domain::id::LetterId;
use crate::domain::letter::{LetterKind, MailingList};
use crate::storage::{self, View};

/// What a link is about, and how that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The list.
    pub list: MailingList,
    /// The reader's address.
    pub email: String,
    /// Whether they get its letters.
    pub subscribed: bool,
}

/// What a link is about.
///
/// # Errors
/// Where the link is none of ours, or the database cannot be used.
pub async fn look(app: &App, token: &str) -> Result<Subscription, Error> {
    let letter = letter_of(app, token)?;
    app.db.read(move |view| found(view, letter)).await
}

/// Has the reader get no more letters of the list, or get them again. Doing it again changes nothing.
///
/// # Errors
/// Where the link is none of ours, or the database cannot be used.
pub async fn set(app: &App, token: &str, wanted: bool) -> Result<Subscription, Error> {
    let letter = letter_of(app, token)?;
    let now = app.now();
    app.db
        .write(move |tx| {
            let Subscription { list, email, .. } = found(tx, letter)?;
            if wanted {
                storage::unsubscribed::join(tx, list, &email)?;
            } else {
                storage::unsubscribed::leave(tx, list, &email, now)?;
                let kinds = LetterKind::ALL.iter().copied();
                let kinds: Vec<_> = kinds.filter(|kind| kind.list() == Some(list)).collect();
                storage::outbox::supersede_kinds(tx, &email, &kinds)?;
            }
            found(tx, letter)
        })
        .await
}

fn letter_of(app: &App, token: &str) -> Result<LetterId, Error> {
    let letter = app.link_key.unsubscribed_letter(token);
    letter.ok_or(Error::NotFound("letter"))
}

fn found(view: &mut View<'_>, letter: LetterId) -> Result<Subscription, Error> {
    let stored = storage::outbox::by_id(view, letter)?.ok_or(Error::NotFound("letter"))?;
    let list = stored.letter.kind.list().ok_or(Error::NotFound("letter"))?;
    let email = stored.letter.recipient.email;
    Ok(Subscription {
        list,
        subscribed: !storage::unsubscribed::has_left(view, list, &email)?,
        email,
    })
}
