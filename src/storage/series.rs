//! Series and their visits, and what the ledger of a partnership is reckoned from.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{booking, host, offer, series, series_occurrence, slot};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::booking::BookingStatus;
use crate::domain::id::{BookingId, CityId, OfferId, PartnershipId, SeriesId, SlotId};
use crate::domain::plan::PlanKind;
use crate::domain::recurrence::Rule;
use crate::domain::series::{OccurrenceState, Series, SeriesStatus, SeriesVisit};

#[derive(Queryable)]
struct SeriesRow {
    id: AsText<SeriesId>,
    offer_id: AsText<OfferId>,
    city_id: AsText<CityId>,
    partnership_id: Option<AsText<PartnershipId>>,
    cities: String,
    organization: String,
    zone: String,
    rule: AsText<Rule>,
    start_date: AsText<chrono::NaiveDate>,
    plan: AsText<PlanKind>,
    status: AsText<SeriesStatus>,
    predecessor: Option<AsText<SeriesId>>,
    version: i64,
    created_at: At,
}

impl From<SeriesRow> for Series {
    fn from(row: SeriesRow) -> Self {
        Self {
            id: row.id.0,
            offer_id: row.offer_id.0,
            city_id: row.city_id.0,
            partnership_id: row.partnership_id.map(|id| id.0),
            cities: ids(&row.cities),
            organization: row.organization,
            zone: row.zone,
            rule: row.rule.0,
            start: row.start_date.0,
            plan: row.plan.0,
            status: row.status.0,
            predecessor: row.predecessor.map(|id| id.0),
            version: row.version,
            created_at: row.created_at.0,
        }
    }
}

/// The ids of a list with commas between.
fn ids(text: &str) -> Vec<CityId> {
    text.split(',').filter_map(|id| id.parse().ok()).collect()
}

/// Adds a series without visits.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Series) -> Result<(), StorageError> {
    let cities: Vec<String> = new.cities.iter().map(CityId::to_string).collect();
    diesel::insert_into(series::table)
        .values((
            series::id.eq(new.id.to_string()),
            series::offer_id.eq(new.offer_id.to_string()),
            series::city_id.eq(new.city_id.to_string()),
            series::partnership_id.eq(new.partnership_id.map(|id| id.to_string())),
            series::cities.eq(cities.join(",")),
            series::organization.eq(&new.organization),
            series::zone.eq(&new.zone),
            series::rule.eq(new.rule.to_string()),
            series::start_date.eq(new.start.to_string()),
            series::plan.eq(new.plan.as_str()),
            series::status.eq(new.status.as_str()),
            series::predecessor.eq(new.predecessor.map(|id| id.to_string())),
            series::version.eq(new.version),
            series::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Adds a visit to a series.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert_visit(
    tx: &mut Tx<'_>,
    series: SeriesId,
    visit: &SeriesVisit,
) -> Result<(), StorageError> {
    diesel::insert_into(series_occurrence::table)
        .values((
            series_occurrence::series_id.eq(series.to_string()),
            series_occurrence::original_start.eq(visit.original),
            series_occurrence::state.eq(visit.state.as_str()),
            series_occurrence::slot_id.eq(visit.slot_id.map(|id| id.to_string())),
            series_occurrence::booking_id.eq(visit.booking_id.map(|id| id.to_string())),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The series of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: SeriesId) -> Result<Option<Series>, StorageError> {
    let row: Option<SeriesRow> = series::table
        .filter(series::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    Ok(row.map(Series::from))
}

/// The series of a partnership, the newest first.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_partnership(
    view: &mut View<'_>,
    partnership: PartnershipId,
) -> Result<Vec<Series>, StorageError> {
    let rows: Vec<SeriesRow> = series::table
        .filter(series::partnership_id.eq(partnership.to_string()))
        .order(series::id.desc())
        .limit(100)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Series::from).collect())
}

type VisitRow = (
    NaiveDateTime,
    AsText<OccurrenceState>,
    Option<AsText<SlotId>>,
    Option<AsText<BookingId>>,
    Option<At>,
    Option<At>,
    Option<AsText<BookingStatus>>,
);

/// The visits of a series, by the local start that the rule meant. One whose booking was called
/// off by itself counts as called off.
///
/// # Errors
/// Where the database cannot be used.
pub fn visits(view: &mut View<'_>, id: SeriesId) -> Result<Vec<SeriesVisit>, StorageError> {
    let rows: Vec<VisitRow> = series_occurrence::table
        .left_join(slot::table)
        .left_join(booking::table)
        .filter(series_occurrence::series_id.eq(id.to_string()))
        .order(series_occurrence::original_start)
        .select((
            series_occurrence::original_start,
            series_occurrence::state,
            series_occurrence::slot_id,
            series_occurrence::booking_id,
            slot::starts_at.nullable(),
            slot::ends_at.nullable(),
            booking::status.nullable(),
        ))
        .load(view.conn)?;
    let one = |(original, state, slot_id, booking_id, from, to, status): VisitRow| {
        let called_off = status.is_some_and(|status| status.0 == BookingStatus::Cancelled);
        SeriesVisit {
            original,
            state: match state.0 {
                OccurrenceState::Standing if called_off => OccurrenceState::Cancelled,
                state => state,
            },
            slot_id: slot_id.map(|id| id.0),
            booking_id: booking_id.map(|id| id.0),
            starts_at: from.map(|at| at.0),
            ends_at: to.map(|at| at.0),
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Notes what became of a visit.
///
/// # Errors
/// Where the database cannot be used.
pub fn set_visit(
    tx: &mut Tx<'_>,
    series: SeriesId,
    visit: &SeriesVisit,
) -> Result<(), StorageError> {
    let one = series_occurrence::series_id
        .eq(series.to_string())
        .and(series_occurrence::original_start.eq(visit.original));
    diesel::update(series_occurrence::table.filter(one))
        .set((
            series_occurrence::state.eq(visit.state.as_str()),
            series_occurrence::slot_id.eq(visit.slot_id.map(|id| id.to_string())),
            series_occurrence::booking_id.eq(visit.booking_id.map(|id| id.to_string())),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Notes that a series was changed, and what it has become; `rule` where that ends earlier now.
/// Says whether it still was of this version.
///
/// # Errors
/// Where the database cannot be used.
pub fn change(
    tx: &mut Tx<'_>,
    id: SeriesId,
    version: i64,
    status: SeriesStatus,
    rule: &Rule,
) -> Result<bool, StorageError> {
    let this = series::id
        .eq(id.to_string())
        .and(series::version.eq(version));
    let rows = diesel::update(series::table.filter(this))
        .set((
            series::status.eq(status.as_str()),
            series::rule.eq(rule.to_string()),
            series::version.eq(series::version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// A visit of a partnership that has begun: when, and which cities met.
#[derive(Debug, Clone)]
pub struct PastVisit {
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// Its length.
    pub duration_minutes: i32,
    /// The cities that met.
    pub cities: Vec<CityId>,
}

type PastRow = (At, i32, AsText<CityId>, AsText<CityId>, Option<String>);

/// The visits of a partnership that have begun and were not called off. Guests of several
/// organizations in one slot count once.
///
/// # Errors
/// Where the database cannot be used.
pub fn past_visits(
    view: &mut View<'_>,
    partnership: PartnershipId,
    now: DateTime<Utc>,
) -> Result<Vec<PastVisit>, StorageError> {
    let rows: Vec<PastRow> = booking::table
        .inner_join(slot::table.inner_join(offer::table.inner_join(host::table)))
        .left_join(series_occurrence::table.inner_join(series::table))
        .filter(booking::partnership_id.eq(partnership.to_string()))
        .filter(
            booking::status
                .eq(BookingStatus::Confirmed.as_str())
                .or(booking::status.eq(BookingStatus::Completed.as_str())),
        )
        .filter(slot::starts_at.le(now.naive_utc()))
        .select((
            slot::starts_at,
            slot::duration_minutes,
            host::city_id,
            booking::city_id,
            series::cities.nullable(),
        ))
        .distinct()
        .order((slot::starts_at, host::city_id, booking::city_id))
        .load(view.conn)?;
    let one = |(at, minutes, host, guest, cities): PastRow| PastVisit {
        starts_at: at.0,
        duration_minutes: minutes,
        cities: match cities {
            Some(cities) => ids(&cities),
            None => vec![host.0, guest.0],
        },
    };
    Ok(rows.into_iter().map(one).collect())
}
