//! Bookings in pages, for those who take them out.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::booking::BookingRow;
use super::host::HostRow;
use super::offer::OfferRow;
use super::schema::{booking, host, offer, slot};
use super::slot::{SlotOfOffer, SlotRow};
use super::{StorageError, View};
use crate::domain::booking::Booking;
use crate::domain::id::{BookingId, CityId, HostId};

/// Which bookings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those that these hosts receive and those of these cities' guests; absent means all.
    pub of: Option<(Vec<HostId>, Vec<CityId>)>,
    /// Visits that begin at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Visits that begin before this instant.
    pub to: Option<DateTime<Utc>>,
}

/// Where a page ended: the beginning of its last visit, and its booking.
pub type Place = (DateTime<Utc>, BookingId);

macro_rules! wanted {
    ($query:expr, $wanted:expr) => {{
        let mut query = $query;
        if let Some((hosts, cities)) = &$wanted.of {
            let hosts: Vec<String> = hosts.iter().map(HostId::to_string).collect();
            let cities: Vec<String> = cities.iter().map(CityId::to_string).collect();
            let theirs = slot::host_id
                .eq_any(hosts)
                .or(booking::city_id.eq_any(cities));
            query = query.filter(theirs);
        }
        if let Some(from) = $wanted.from {
            query = query.filter(slot::starts_at.ge(from.naive_utc()));
        }
        if let Some(to) = $wanted.to {
            query = query.filter(slot::starts_at.lt(to.naive_utc()));
        }
        query
    }};
}

/// How many bookings are wanted.
///
/// # Errors
/// Where the database cannot be used.
pub fn count(view: &mut View<'_>, wanted: &Wanted) -> Result<i64, StorageError> {
    let query = booking::table
        .inner_join(slot::table)
        .select(diesel::dsl::count(booking::id))
        .into_boxed();
    Ok(wanted!(query, wanted).first(view.conn)?)
}

/// The first `limit` bookings that are wanted behind `after`, by the beginning of their visits.
///
/// # Errors
/// Where the database cannot be used.
pub fn page(
    view: &mut View<'_>,
    wanted: &Wanted,
    after: Option<Place>,
    limit: i64,
) -> Result<Vec<(Booking, SlotOfOffer)>, StorageError> {
    let query = booking::table
        .inner_join(slot::table.inner_join(offer::table.inner_join(host::table)))
        .order((slot::starts_at, booking::id))
        .limit(limit)
        .select((
            booking::all_columns,
            slot::all_columns,
            offer::all_columns,
            host::all_columns,
        ))
        .into_boxed();
    let mut query = wanted!(query, wanted);
    if let Some((starts_at, id)) = after {
        let at = starts_at.naive_utc();
        let later = slot::starts_at.gt(at);
        let same = slot::starts_at.eq(at).and(booking::id.gt(id.to_string()));
        query = query.filter(later.or(same));
    }
    let rows: Vec<(BookingRow, SlotRow, OfferRow, HostRow)> = query.load(view.conn)?;
    let parts = |(booking, slot, offer, host): (BookingRow, SlotRow, OfferRow, HostRow)| {
        (booking.into(), (slot.into(), offer.into(), host.into()))
    };
    Ok(rows.into_iter().map(parts).collect())
}
