//! People, their roles, and what lets them in: links, sessions and tokens.
//!
//! Tokens are looked up by their hash; what is handed out is stored nowhere.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{api_token, person, person_role, session, sign_in_link};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::id::{CityId, HostId, PersonId, SignInLinkId};
use crate::domain::locale::Locale;
use crate::domain::person::{Person, Role, RoleKind};

#[derive(Queryable)]
struct PersonRow {
    id: AsText<PersonId>,
    email: String,
    #[allow(dead_code, reason = "only looked up by")]
    email_key: String,
    name: String,
    locale: AsText<Locale>,
    zone: String,
    created_at: At,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self {
            id: row.id.0,
            email: row.email,
            name: row.name,
            locale: row.locale.0,
            zone: row.zone,
            created_at: row.created_at.0,
        }
    }
}

/// Two addresses that differ in case only are one person.
fn email_key(email: &str) -> String {
    email.to_lowercase()
}

/// The person of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: PersonId) -> Result<Option<Person>, StorageError> {
    let row: Option<PersonRow> = person::table
        .filter(person::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Person::from))
}

/// The person of this mail address.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_email(view: &mut View<'_>, email: &str) -> Result<Option<Person>, StorageError> {
    let row: Option<PersonRow> = person::table
        .filter(person::email_key.eq(email_key(email)))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Person::from))
}

/// Adds a person.
///
/// # Errors
/// [`StorageError::Taken`] where their address is.
pub fn insert(tx: &mut Tx<'_>, new: &Person) -> Result<(), StorageError> {
    diesel::insert_into(person::table)
        .values((
            person::id.eq(new.id.to_string()),
            person::email.eq(&new.email),
            person::email_key.eq(email_key(&new.email)),
            person::name.eq(&new.name),
            person::locale.eq(new.locale.tag()),
            person::zone.eq(&new.zone),
            person::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The roles of a person.
///
/// # Errors
/// Where the database cannot be used.
pub fn roles(view: &mut View<'_>, id: PersonId) -> Result<Vec<Role>, StorageError> {
    type Row = (
        AsText<RoleKind>,
        Option<AsText<CityId>>,
        Option<AsText<HostId>>,
    );
    let rows: Vec<Row> = person_role::table
        .filter(person_role::person_id.eq(id.to_string()))
        .order((person_role::kind, person_role::scope))
        .select((
            person_role::kind,
            person_role::city_id,
            person_role::host_id,
        ))
        .load(view.conn)?;
    let role = |(kind, city, host): Row| match (kind.0, city, host) {
        (RoleKind::Admin, ..) => Ok(Role::Admin),
        (RoleKind::Coordinator, Some(city), _) => Ok(Role::Coordinator(city.0)),
        (RoleKind::Member, Some(city), Some(host)) => Ok(Role::Member(host.0, city.0)),
        (kind, ..) => Err(StorageError::Unreadable(
            format!("a {kind} of nothing").into(),
        )),
    };
    rows.into_iter().map(role).collect()
}

/// Gives a person a role; says whether they did not have it.
///
/// # Errors
/// Where the database cannot be used.
pub fn grant(tx: &mut Tx<'_>, id: PersonId, role: Role) -> Result<bool, StorageError> {
    if roles(tx, id)?.contains(&role) {
        return Ok(false);
    }
    let (kind, city, host) = match role {
        Role::Admin => (RoleKind::Admin, None, None),
        Role::Coordinator(city) => (RoleKind::Coordinator, Some(city), None),
        Role::Member(host, city) => (RoleKind::Member, Some(city), Some(host)),
    };
    let (city, host) = (city.map(|id| id.to_string()), host.map(|id| id.to_string()));
    let scope = host.clone().or_else(|| city.clone()).unwrap_or_default();
    diesel::insert_into(person_role::table)
        .values((
            person_role::person_id.eq(id.to_string()),
            person_role::kind.eq(kind.as_str()),
            person_role::scope.eq(scope),
            person_role::city_id.eq(city),
            person_role::host_id.eq(host),
        ))
        .execute(tx.conn)?;
    Ok(true)
}

/// The people who receive visits for a host, or its city's coordinators where there are none.
///
/// # Errors
/// Where the database cannot be used.
pub fn receiving(
    view: &mut View<'_>,
    host: HostId,
    city: CityId,
) -> Result<Vec<Person>, StorageError> {
    let with_role = person_role::table
        .inner_join(person::table)
        .select(person::all_columns)
        .order(person::id);
    let members: Vec<PersonRow> = with_role
        .filter(person_role::kind.eq(RoleKind::Member.as_str()))
        .filter(person_role::host_id.eq(host.to_string()))
        .load(view.conn)?;
    let people = if members.is_empty() {
        with_role
            .filter(person_role::kind.eq(RoleKind::Coordinator.as_str()))
            .filter(person_role::city_id.eq(city.to_string()))
            .load(view.conn)?
    } else {
        members
    };
    Ok(people.into_iter().map(Person::from).collect())
}

/// Who keeps a city.
///
/// # Errors
/// Where the database cannot be used.
pub fn coordinators(view: &mut View<'_>, city: CityId) -> Result<Vec<Person>, StorageError> {
    let people: Vec<PersonRow> = person_role::table
        .inner_join(person::table)
        .filter(person_role::kind.eq(RoleKind::Coordinator.as_str()))
        .filter(person_role::city_id.eq(city.to_string()))
        .select(person::all_columns)
        .order(person::id)
        .load(view.conn)?;
    Ok(people.into_iter().map(Person::from).collect())
}

/// Whether anybody is an admin.
///
/// # Errors
/// Where the database cannot be used.
pub fn has_admin(view: &mut View<'_>) -> Result<bool, StorageError> {
    let admins: i64 = person_role::table
        .filter(person_role::kind.eq(RoleKind::Admin.as_str()))
        .count()
        .get_result(view.conn)?;
    Ok(admins > 0)
}

/// Adds a sign-in link.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert_link(
    tx: &mut Tx<'_>,
    link: SignInLinkId,
    of: PersonId,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::insert_into(sign_in_link::table)
        .values((
            sign_in_link::id.eq(link.to_string()),
            sign_in_link::person_id.eq(of.to_string()),
            sign_in_link::expires_at.eq(expires_at.naive_utc()),
            sign_in_link::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Makes changes of a person's links queue until this transaction ends, so that a count of them
/// stays true. An update that changes nothing, because it means the same on both engines.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock_links(tx: &mut Tx<'_>, of: PersonId) -> Result<(), StorageError> {
    diesel::update(person::table.filter(person::id.eq(of.to_string())))
        .set(person::email_key.eq(person::email_key))
        .execute(tx.conn)?;
    Ok(())
}

/// How many links a person was sent since an instant.
///
/// # Errors
/// Where the database cannot be used.
pub fn links_since(
    view: &mut View<'_>,
    of: PersonId,
    since: DateTime<Utc>,
) -> Result<i64, StorageError> {
    Ok(sign_in_link::table
        .filter(sign_in_link::person_id.eq(of.to_string()))
        .filter(sign_in_link::created_at.ge(since.naive_utc()))
        .count()
        .get_result(view.conn)?)
}

/// Whose link this is, where it still works.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_link(
    view: &mut View<'_>,
    link: SignInLinkId,
    now: DateTime<Utc>,
) -> Result<Option<Person>, StorageError> {
    let row: Option<PersonRow> = sign_in_link::table
        .inner_join(person::table)
        .filter(sign_in_link::id.eq(link.to_string()))
        .filter(sign_in_link::used_at.is_null())
        .filter(sign_in_link::expires_at.gt(now.naive_utc()))
        .select(person::all_columns)
        .first(view.conn)
        .optional()?;
    Ok(row.map(Person::from))
}

/// Uses a link up: whose it was, or nothing where it does not work (any more).
///
/// # Errors
/// Where the database cannot be used.
pub fn use_link(
    tx: &mut Tx<'_>,
    link: SignInLinkId,
    now: DateTime<Utc>,
) -> Result<Option<PersonId>, StorageError> {
    let unused = sign_in_link::id
        .eq(link.to_string())
        .and(sign_in_link::used_at.is_null())
        .and(sign_in_link::expires_at.gt(now.naive_utc()));
    let used = diesel::update(sign_in_link::table.filter(unused))
        .set(sign_in_link::used_at.eq(now.naive_utc()))
        .execute(tx.conn)?;
    if used == 0 {
        return Ok(None);
    }
    let of: AsText<PersonId> = sign_in_link::table
        .filter(sign_in_link::id.eq(link.to_string()))
        .select(sign_in_link::person_id)
        .first(tx.conn)?;
    Ok(Some(of.0))
}

/// Adds a session.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert_session(
    tx: &mut Tx<'_>,
    token_hash: &str,
    of: PersonId,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::insert_into(session::table)
        .values((
            session::token_hash.eq(token_hash),
            session::person_id.eq(of.to_string()),
            session::expires_at.eq(expires_at.naive_utc()),
            session::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Whose session this is, where it has not ended.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_session(
    view: &mut View<'_>,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Person>, StorageError> {
    let row: Option<PersonRow> = session::table
        .inner_join(person::table)
        .filter(session::token_hash.eq(token_hash))
        .filter(session::expires_at.gt(now.naive_utc()))
        .select(person::all_columns)
        .first(view.conn)
        .optional()?;
    Ok(row.map(Person::from))
}

/// Ends a session.
///
/// # Errors
/// Where the database cannot be used.
pub fn delete_session(tx: &mut Tx<'_>, token_hash: &str) -> Result<(), StorageError> {
    diesel::delete(session::table.filter(session::token_hash.eq(token_hash))).execute(tx.conn)?;
    tx.changed_rights();
    Ok(())
}

/// Adds a token for programs.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert_token(
    tx: &mut Tx<'_>,
    token_hash: &str,
    of: PersonId,
    label: &str,
    now: DateTime<Utc>,
) -> Result<(), StorageError> {
    diesel::insert_into(api_token::table)
        .values((
            api_token::token_hash.eq(token_hash),
            api_token::person_id.eq(of.to_string()),
            api_token::label.eq(label),
            api_token::created_at.eq(now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Whose token this is.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_token(view: &mut View<'_>, token_hash: &str) -> Result<Option<Person>, StorageError> {
    let row: Option<PersonRow> = api_token::table
        .inner_join(person::table)
        .filter(api_token::token_hash.eq(token_hash))
        .select(person::all_columns)
        .first(view.conn)
        .optional()?;
    Ok(row.map(Person::from))
}

/// Forgets sessions and links that have ended before an instant; says how many.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget_ended(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize, StorageError> {
    let at = before.naive_utc();
    let sessions =
        diesel::delete(session::table.filter(session::expires_at.lt(at))).execute(tx.conn)?;
    let links = diesel::delete(sign_in_link::table.filter(sign_in_link::expires_at.lt(at)))
        .execute(tx.conn)?;
    Ok(sessions + links)
}
