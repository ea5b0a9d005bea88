//! Who asks: from what a request carries to the actor that every use case is given.

use chrono::Duration;

use super::links::token_hash;
use super::{App, Error};
use crate::domain::person::{Actor, Person};
use crate::storage::{self, View};

/// How long a session lasts.
pub const SESSION: Duration = Duration::days(30);

/// Who asks, and what else they hold that may let them in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub actor: Actor,
    /// The key of a booking's manage link, where they came by one.
    pub manage_key: Option<String>,
}

impl Subject {
    /// Somebody without an account who came by no link.
    pub fn guest() -> Self {
        Actor::Guest.into()
    }
}

/// Who came by no link.
impl From<Actor> for Subject {
    fn from(actor: Actor) -> Self {
        Self {
            actor,
            manage_key: None,
        }
    }
}

/// What a request may carry to say who asks.
#[derive(Debug, Clone)]
pub enum Credential {
    /// A session's token, from the cookie.
    Session(String),
    /// A program's token, from the Authorization header.
    Token(String),
}

/// Who holds a credential; a guest where a session has ended, an error where a token is none.
///
/// # Errors
/// [`Error::SignInRequired`] for an unknown token, or where the database cannot be used.
pub async fn actor(app: &App, credential: Credential) -> Result<Actor, Error> {
    let now = app.now();
    app.db
        .read(move |view| match credential {
            Credential::Session(token) => {
                match storage::person::by_session(view, &token_hash(&token), now)? {
                    Some(person) => with_roles(view, person),
                    None => Ok(Actor::Guest),
                }
            }
            Credential::Token(token) => {
                match storage::person::by_token(view, &token_hash(&token))? {
                    Some(person) => with_roles(view, person),
                    None => Err(Error::SignInRequired),
                }
            }
        })
        .await
}

fn with_roles(view: &mut View<'_>, person: Person) -> Result<Actor, Error> {
    let roles = storage::person::roles(view, person.id)?;
    Ok(Actor::Person { person, roles })
}

/// Refuses everybody but admins, with `why`.
///
/// # Errors
/// Where `actor` is none.
pub fn require_admin(actor: &Actor, why: &'static str) -> Result<(), Error> {
    require(actor, actor.is_admin(), why)
}

/// Refuses guests with a word to sign in, others with `why`, unless `allowed`.
pub(super) fn require(actor: &Actor, allowed: bool, why: &'static str) -> Result<(), Error> {
    match actor {
        _ if allowed => Ok(()),
        Actor::Guest => Err(Error::SignInRequired),
        Actor::Person { .. } | Actor::System => Err(Error::Forbidden(why)),
    }
}
