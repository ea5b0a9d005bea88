//! People: signing in and out, tokens for programs, roles.

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::access::{SESSION, require};
use super::idempotency::{IdempotencyKey, once};
use super::letters::write_sign_in;
use super::links::token_hash;
use super::{App, Error};
use crate::domain::id::SignInLinkId;
use crate::domain::input::{Checker, Invalid};
use crate::domain::locale::Locale;
use crate::domain::person::{Actor, Person, Role, RoleKind};
use crate::storage::{self, StorageError, Tx};

/// How long a sign-in link works.
pub const LINK_LASTS: Duration = Duration::minutes(15);
/// Most links that one person is sent within [`LINK_LASTS`].
const LINKS_MAX: i64 = 5;

/// Sends a sign-in link to a mail address, where it is somebody's; answers the same where not.
///
/// # Errors
/// Where the address is none, or the database cannot be used.
pub async fn request_link(app: &App, email: &str) -> Result<(), Error> {
    let mut check = Checker::default();
    let email = check.email("email", email);
    check.finish(())?;
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let Some(person) = storage::person::by_email(tx, &email)? else {
            return Ok(());
        };
        storage::person::lock_links(tx, person.id)?;
        let recent = storage::person::links_since(tx, person.id, app.now() - LINK_LASTS)?;
        if recent >= LINKS_MAX {
            tracing::warn!(person = %person.id, "no further sign-in link for now");
            return Ok(());
        }
        let link = make_link(&app, tx, &person)?;
        write_sign_in(&app, tx, &person, link, LINK_LASTS)
    })
    .await
}

fn make_link(app: &App, tx: &mut Tx<'_>, person: &Person) -> Result<SignInLinkId, Error> {
    let link = app.id();
    storage::person::insert_link(tx, link, person.id, app.now(), app.now() + LINK_LASTS)?;
    Ok(link)
}

/// Whose link this token is of, where it still works. Looking does not use it up.
///
/// # Errors
/// Where the database cannot be used.
pub async fn holder_of_link(app: &App, token: &str) -> Result<Option<Person>, Error> {
    let Some(link) = app.link_key.sign_in_link(token) else {
        return Ok(None);
    };
    let now = app.now();
    app.db
        .read(move |view| Ok(storage::person::by_link(view, link, now)?))
        .await
}

/// A session that has begun, and its token for the cookie.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Whose it is.
    pub person: Person,
    /// Its token; only its hash is stored.
    pub token: String,
}

/// Uses a sign-in link up and begins a session.
///
/// # Errors
/// [`Error::NotFound`] where the link does not work (any more).
pub async fn sign_in(app: &App, token: &str) -> Result<NewSession, Error> {
    let link = app
        .link_key
        .sign_in_link(token)
        .ok_or(Error::NotFound("sign-in link"))?;
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let used = storage::person::use_link(tx, link, app.now())?;
        let id = used.ok_or(Error::NotFound("sign-in link"))?;
        let person = storage::person::by_id(tx, id)?.ok_or(Error::NotFound("person"))?;
        let token = app.secret();
        let (now, hash) = (app.now(), token_hash(&token));
        storage::person::insert_session(tx, &hash, person.id, now, now + SESSION)?;
        Ok(NewSession { person, token })
    })
    .await
}

/// Ends the session with this token.
///
/// # Errors
/// Where the database cannot be used.
pub async fn sign_out(app: &App, token: &str) -> Result<(), Error> {
    let hash = token_hash(token);
    app.db
        .write(move |tx| storage::person::delete_session(tx, &hash).map_err(Error::from))
        .await
}

/// Makes a token for programs that act for `actor`; it is told once.
///
/// # Errors
/// Where nobody is signed in, or the label is wrong.
pub async fn create_token(
    app: &App,
    actor: &Actor,
    label: &str,
    key: Option<IdempotencyKey>,
) -> Result<String, Error> {
    let person = actor.person().cloned().ok_or(Error::SignInRequired)?;
    let mut check = Checker::default();
    let label = check.line("label", label);
    check.finish(())?;
    let (app, link_key) = (app.clone(), app.link_key.clone());
    let db = app.db.clone();
    // The token is made from an id, so that a repeated request can be told it again while nothing
    // secret is kept.
    let id = db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            let id = app.secret();
            let hash = token_hash(&app.link_key.api_token(&id));
            storage::person::insert_token(tx, &hash, person.id, &label, app.now())?;
            Ok(id)
        })
    });
    let id: String = id.await?;
    Ok(link_key.api_token(&id))
}

fn store_token(app: &App, tx: &mut Tx<'_>, person: &Person, label: &str) -> Result<String, Error> {
    let token = app.secret();
    storage::person::insert_token(tx, &token_hash(&token), person.id, label, app.now())?;
    Ok(token)
}

/// A role as somebody gives it, and to whom.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RoleInput {
    /// Mail address of the person; they are entered where they are new.
    pub email: String,
    /// Their name, where they are new.
    pub name: String,
    /// Language tag; absent means English.
    pub locale: Option<String>,
    /// IANA zone name; absent means the city's.
    pub zone: Option<String>,
    /// A [`RoleKind`]'s word.
    pub role: String,
    /// Slug of the city, for a coordinator.
    pub city: Option<String>,
    /// Id of the host, for a member.
    pub host_id: Option<String>,
}

/// Gives somebody a role: admins any, a city's coordinators that of coordinator of their city and
/// of member of its hosts. Giving it again changes nothing.
///
/// # Errors
/// Where `actor` may not, or a field is wrong.
pub async fn grant(
    app: &App,
    actor: &Actor,
    input: RoleInput,
    key: Option<IdempotencyKey>,
) -> Result<Person, Error> {
    require(
        actor,
        *actor != Actor::Guest,
        "only coordinators give roles",
    )?;
    let (app, actor) = (app.clone(), actor.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        once(&app, tx, key.as_ref(), |tx| {
            grant_in(&app, tx, &actor, &input)
        })
    })
    .await
}

fn grant_in(app: &App, tx: &mut Tx<'_>, actor: &Actor, input: &RoleInput) -> Result<Person, Error> {
    let (role, zone) = role_of(tx, input)?;
    let allowed = match role {
        Role::Admin => actor.is_admin(),
        Role::Coordinator(city) | Role::Member(_, city) => actor.coordinates(city),
    };
    let why = "only the city's coordinators give this role";
    require(actor, allowed, why)?;

    let mut check = Checker::default();
    let email = check.email("email", &input.email);
    let given = input.zone.as_deref().filter(|zone| !zone.is_empty());
    let zone = app.zones.zone(given.unwrap_or(&zone));
    let zone = check.result("zone", "unknown_zone", zone);
    let person = match storage::person::by_email(tx, &email)? {
        Some(known) => check.finish(known)?,
        None => {
            let locale = input.locale.as_deref();
            let new = Person {
                id: app.id(),
                email,
                name: check.line("name", &input.name),
                locale: locale.map_or(Locale::En, Locale::negotiate),
                zone: zone.map(|zone| zone.name().to_owned()).unwrap_or_default(),
                created_at: app.now(),
            };
            let new = check.finish(new)?;
            storage::person::insert(tx, &new)?;
            new
        }
    };
    storage::person::grant(tx, person.id, role)?;
    Ok(person)
}

/// The role that an input names, and the zone of its city.
fn role_of(tx: &mut Tx<'_>, input: &RoleInput) -> Result<(Role, String), Error> {
    let kind: RoleKind = input
        .role
        .parse()
        .map_err(|error| Invalid::one("role", "unknown_role", format!("The role {error}.")))?;
    match kind {
        RoleKind::Admin => Ok((Role::Admin, "UTC".to_owned())),
        RoleKind::Coordinator => {
            let unknown = || Invalid::one("city", "unknown_city", "Name a city by its slug.");
            let slug = input.city.as_deref().ok_or_else(unknown)?;
            let city = storage::city::by_slug(tx, slug)?.ok_or_else(unknown)?;
            Ok((Role::Coordinator(city.id), city.zone))
        }
        RoleKind::Member => {
            let unknown = || Invalid::one("host_id", "unknown_host", "Name a host by its id.");
            let id = input.host_id.as_deref().and_then(|id| id.parse().ok());
            let host = storage::host::by_id(tx, id.ok_or_else(unknown)?)?.ok_or_else(unknown)?;
            let city = storage::city::by_ids(tx, &[host.city_id])?
                .pop()
                .ok_or_else(unknown)?;
            Ok((Role::Member(host.id, city.id), city.zone))
        }
    }
}

/// For whoever runs the program on its machine: makes `email` an admin where they are not, and
/// answers the token of a fresh sign-in link.
///
/// # Errors
/// Where the address is none, or the database cannot be used.
pub async fn admin_link(app: &App, email: &str) -> Result<String, Error> {
    let link_key = app.link_key.clone();
    let link = as_admin(app, email, make_link).await?;
    Ok(link_key.sign_in_token(link))
}

/// For whoever runs the program on its machine: makes `email` an admin where they are not, and
/// answers a fresh token for programs.
///
/// # Errors
/// Where the address is none, or the database cannot be used.
pub async fn admin_token(app: &App, email: &str) -> Result<String, Error> {
    as_admin(app, email, |app, tx, person| {
        store_token(app, tx, person, "command line")
    })
    .await
}

async fn as_admin<T: Send + 'static>(
    app: &App,
    email: &str,
    then: impl Fn(&App, &mut Tx<'_>, &Person) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let mut check = Checker::default();
    let email = check.email("email", email);
    check.finish(())?;
    let app = app.clone();
    let db = app.db.clone();
    db.write(move |tx| {
        let person = match storage::person::by_email(tx, &email)? {
            Some(known) => known,
            None => {
                let new = Person {
                    id: app.id(),
                    email: email.clone(),
                    name: "Administrator".to_owned(),
                    locale: Locale::En,
                    zone: "UTC".to_owned(),
                    created_at: app.now(),
                };
                storage::person::insert(tx, &new)?;
                new
            }
        };
        storage::person::grant(tx, person.id, Role::Admin)?;
        then(&app, tx, &person)
    })
    .await
}

/// Whether anybody is an admin yet.
///
/// # Errors
/// Where the database cannot be used.
pub async fn has_admin(app: &App) -> Result<bool, Error> {
    app.db
        .read(|view| storage::person::has_admin(view).map_err(Error::from))
        .await
}

/// How long ended sessions and answered idempotency keys are kept.
const KEPT: Duration = Duration::days(2);

/// How long who answered a poll is kept after its deadline.
const VOTES_KEPT: Duration = Duration::days(90);

/// Forgets what has served its time: ended sessions and links, kept answers, who answered polls.
///
/// # Errors
/// Where the database cannot be used.
pub async fn forget_old(app: &App) -> Result<usize, StorageError> {
    let before = app.now() - KEPT;
    app.db
        .write(move |tx| {
            let people = storage::person::forget_ended(tx, before)?;
            let people = people + storage::poll::forget_votes(tx, before + KEPT - VOTES_KEPT)?;
            Ok(people + storage::idempotency::forget(tx, before)?)
        })
        .await
}
