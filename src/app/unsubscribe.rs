//! Leaving letters that one may do without, and getting them again: by the link that each of them
//! carries, or by the switch on the page of what they are about.
//!
//! The link is signed and names the letter, so it holds no address. It asks for no account: whoever
//! has the letter may say that its reader wants no more of its kind.

use super::access::require;
use super::partnership::visible;
use super::{App, Error};
use crate::domain::id::PartnershipId;
use crate::domain::letter::Subscription;
use crate::domain::partnership::Partnership;
use crate::domain::person::Actor;
use crate::storage::{self, View};

/// Who says which letters they mean.
#[derive(Debug, Clone)]
pub enum Asking {
    /// The reader of a letter, by what its link has behind `/unsubscribe/`.
    ByLink(String),
    /// A coordinator who has signed in, about the letters on a partnership of their city's.
    OwnOf(Actor, PartnershipId),
}

/// Whether somebody gets letters that they may do without.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Which letters.
    pub of: Subscription,
    /// The partnership that they are about, where they are about one.
    pub partnership: Option<Partnership>,
    /// The reader's address.
    pub email: String,
    /// Whether they get them.
    pub subscribed: bool,
}

/// How it stands.
///
/// # Errors
/// Where the link is none of ours, the letters are none of theirs, or the database cannot be used.
pub async fn look(app: &App, asking: Asking) -> Result<Standing, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.read(move |view| standing(&app, view, &asking)).await
}

/// Has the reader get no more of the letters, or get them again. Doing it again changes nothing.
///
/// # Errors
/// As [`look`].
pub async fn set(app: &App, asking: Asking, wanted: bool) -> Result<Standing, Error> {
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let now = standing(&app, tx, &asking)?;
        if wanted {
            storage::unsubscribed::join(tx, &now.of, &now.email)?;
        } else {
            storage::unsubscribed::leave(tx, &now.of, &now.email, app.now())?;
            storage::outbox::supersede_left(tx, &now.of, &now.email)?;
        }
        Ok(Standing {
            subscribed: wanted,
            ..now
        })
    })
    .await
}

fn standing(app: &App, view: &mut View<'_>, asking: &Asking) -> Result<Standing, Error> {
    let (of, email, partnership) = match asking {
        Asking::ByLink(token) => {
            let (of, email) = of_letter(app, view, token)?;
            let about = match of.partnership {
                Some(id) => {
                    let found = storage::partnership::by_id(view, id)?;
                    Some(found.ok_or(Error::NotFound("partnership"))?)
                }
                None => None,
            };
            (of, email, about)
        }
        Asking::OwnOf(actor, id) => {
            let found = visible(view, actor, *id)?.ok_or(Error::NotFound("partnership"))?;
            let why = "only coordinators of its cities get letters about a partnership";
            require(actor, actor.gets_letters_for(&found.cities), why)?;
            let person = actor.person().ok_or(Error::SignInRequired)?;
            let of = Subscription::quiet(found.id);
            (of, person.email.clone(), Some(found))
        }
    };
    Ok(Standing {
        subscribed: !storage::unsubscribed::has_left(view, &of, &email)?,
        of,
        partnership,
        email,
    })
}

/// What the reader of the letter leaves that a link names, and their address.
fn of_letter(app: &App, view: &mut View<'_>, token: &str) -> Result<(Subscription, String), Error> {
    let named = app.link_key.unsubscribed_letter(token);
    let id = named.ok_or(Error::NotFound("letter"))?;
    let stored = storage::outbox::by_id(view, id)?;
    let letter = stored.ok_or(Error::NotFound("letter"))?.letter;
    let of = letter.subscription().ok_or(Error::NotFound("letter"))?;
    Ok((of, letter.recipient.email))
}
