//! Offers.

use diesel::prelude::*;

use super::host::HostRow;
use super::schema::{host, offer};
use super::types::{AsJson, AsText, At, json};
use super::{StorageError, Tx, View};
use crate::domain::host::Host;
use crate::domain::id::{CityId, HostId, OfferId};
use crate::domain::offer::{Offer, OfferVisibility};
use crate::domain::policy::Policy;

#[derive(Queryable)]
pub(super) struct OfferRow {
    id: AsText<OfferId>,
    host_id: AsText<HostId>,
    title: String,
    description: String,
    topics: AsJson<Vec<String>>,
    languages: AsJson<Vec<String>>,
    duration_minutes: i32,
    capacity: i32,
    visibility: AsText<OfferVisibility>,
    overlap_allowed: bool,
    meeting_url: Option<String>,
    created_at: At,
    policy: AsJson<Policy>,
}

impl From<OfferRow> for Offer {
    fn from(row: OfferRow) -> Self {
        Self {
            id: row.id.0,
            host_id: row.host_id.0,
            title: row.title,
            description: row.description,
            topics: row.topics.0,
            languages: row.languages.0,
            duration_minutes: row.duration_minutes,
            capacity: row.capacity,
            visibility: row.visibility.0,
            overlap_allowed: row.overlap_allowed,
            meeting_url: row.meeting_url,
            policy: row.policy.0,
            created_at: row.created_at.0,
        }
    }
}

/// Every offer with its host, by title; those of some cities where they are named.
///
/// # Errors
/// Where the database cannot be used.
pub fn list(
    view: &mut View<'_>,
    cities: Option<&[CityId]>,
) -> Result<Vec<(Offer, Host)>, StorageError> {
    let mut query = offer::table
        .inner_join(host::table)
        .order((offer::title, offer::id))
        .select((offer::all_columns, host::all_columns))
        .into_boxed();
    if let Some(cities) = cities {
        let cities: Vec<String> = cities.iter().map(CityId::to_string).collect();
        query = query.filter(host::city_id.eq_any(cities));
    }
    let rows: Vec<(OfferRow, HostRow)> = query.load(view.conn)?;
    Ok(rows
        .into_iter()
        .map(|(offer, host)| (offer.into(), host.into()))
        .collect())
}

/// The offer of this id, with its host.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: OfferId) -> Result<Option<(Offer, Host)>, StorageError> {
    let row: Option<(OfferRow, HostRow)> = offer::table
        .inner_join(host::table)
        .filter(offer::id.eq(id.to_string()))
        .select((offer::all_columns, host::all_columns))
        .first(view.conn)
        .optional()?;
    Ok(row.map(|(offer, host)| (offer.into(), host.into())))
}

/// Adds an offer.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Offer) -> Result<(), StorageError> {
    diesel::insert_into(offer::table)
        .values((
            offer::id.eq(new.id.to_string()),
            offer::host_id.eq(new.host_id.to_string()),
            offer::title.eq(&new.title),
            offer::description.eq(&new.description),
            offer::topics.eq(json(&new.topics)?),
            offer::languages.eq(json(&new.languages)?),
            offer::duration_minutes.eq(new.duration_minutes),
            offer::capacity.eq(new.capacity),
            offer::visibility.eq(new.visibility.as_str()),
            offer::overlap_allowed.eq(new.overlap_allowed),
            offer::meeting_url.eq(&new.meeting_url),
            offer::policy.eq(json(&new.policy)?),
            offer::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Changes how an offer is booked; bookings that were made keep what they were made under.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_policy(tx: &mut Tx<'_>, id: OfferId, policy: &Policy) -> Result<(), StorageError> {
    diesel::update(offer::table.filter(offer::id.eq(id.to_string())))
        .set(offer::policy.eq(json(policy)?))
        .execute(tx.conn)?;
    Ok(())
}

/// Says where visits of an offer take place.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_meeting_url(
    tx: &mut Tx<'_>,
    id: OfferId,
    meeting_url: Option<&str>,
) -> Result<(), StorageError> {
    diesel::update(offer::table.filter(offer::id.eq(id.to_string())))
        .set(offer::meeting_url.eq(meeting_url.map(str::to_owned)))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes an edited offer: what it says, whom it is for, and what its new slots are like.
///
/// # Errors
/// Where the database cannot be used.
pub fn update(tx: &mut Tx<'_>, edited: &Offer) -> Result<(), StorageError> {
    diesel::update(offer::table.filter(offer::id.eq(edited.id.to_string())))
        .set((
            offer::description.eq(&edited.description),
            offer::topics.eq(json(&edited.topics)?),
            offer::languages.eq(json(&edited.languages)?),
            offer::duration_minutes.eq(edited.duration_minutes),
            offer::capacity.eq(edited.capacity),
            offer::visibility.eq(edited.visibility.as_str()),
        ))
        .execute(tx.conn)?;
    tx.changed_rights();
    Ok(())
}

/// Makes bookings of an offer queue until this transaction ends, so that they can be counted.
/// Lock it before any of its slots.
///
/// # Errors
/// Where the database cannot be used.
pub fn lock(tx: &mut Tx<'_>, id: OfferId) -> Result<(), StorageError> {
    diesel::update(offer::table.filter(offer::id.eq(id.to_string())))
        .set(offer::capacity.eq(offer::capacity))
        .execute(tx.conn)?;
    Ok(())
}
