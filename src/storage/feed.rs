//! Calendar feeds: how often their secret addresses were changed, and the visits they tell of.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::booking::BookingRow;
use super::host::HostRow;
use super::offer::OfferRow;
use super::schema::{attendee, booking, event, feed, host, letter, offer, slot};
use super::slot::{SlotOfOffer, SlotRow};
use super::types::At;
use super::{StorageError, Tx, View};
use crate::domain::booking::{Booking, BookingStatus};
use crate::domain::event::Topic;
use crate::domain::id::{BookingId, HostId, PartnershipId};
use crate::domain::letter::LetterKind;

/// How often the address of a feed was changed.
///
/// # Errors
/// Where the database cannot be used.
pub fn generation(view: &mut View<'_>, kind: &str, owner: &str) -> Result<i64, StorageError> {
    let found: Option<i64> = feed::table
        .filter(feed::kind.eq(kind).and(feed::owner.eq(owner)))
        .select(feed::generation)
        .first(view.conn)
        .optional()?;
    Ok(found.unwrap_or(0))
}

/// Changes the address of a feed: the one before is worth nothing any more.
///
/// # Errors
/// Where the database cannot be used.
pub fn rotate(tx: &mut Tx<'_>, kind: &str, owner: &str) -> Result<i64, StorageError> {
    #[derive(QueryableByName)]
    struct Raised {
        #[diesel(sql_type = BigInt)]
        generation: i64,
    }
    let raised: Raised = diesel::sql_query(
        "INSERT INTO feed (kind, owner, generation) VALUES ($1, $2, 1) \
         ON CONFLICT (kind, owner) DO UPDATE SET generation = feed.generation + 1 \
         RETURNING generation",
    )
    .bind::<Text, _>(kind)
    .bind::<Text, _>(owner)
    .get_result(tx.conn)?;
    Ok(raised.generation)
}

/// When these bookings were last changed, as far as the log still tells it.
///
/// # Errors
/// Where the database cannot be used.
pub fn changed(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, DateTime<Utc>>, StorageError> {
    let topics: HashMap<String, BookingId> = bookings
        .iter()
        .map(|id| (Topic::Booking(*id).to_string(), *id))
        .collect();
    let named: Vec<&String> = topics.keys().collect();
    let last: Vec<(String, Option<At>)> = event::table
        .filter(event::topic.eq_any(named))
        .group_by(event::topic)
        .select((event::topic, diesel::dsl::max(event::at)))
        .load(view.conn)?;
    let one = |(topic, at): (String, Option<At>)| Some((*topics.get(&topic)?, at?.0));
    Ok(last.into_iter().filter_map(one).collect())
}

/// Whose visits a feed tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visits {
    /// Those that this mail address is invited to.
    Attendee(String),
    /// Those that this host receives.
    Host(HostId),
    /// Those that were booked under this partnership.
    Partnership(PartnershipId),
}

/// The bookings of `whose` that end after `from`, by start: those that stand, took place or were
/// cancelled, and those that wait for approval anew or did not get it, where a worker has taken one of
/// `invites` before: to the attendee themselves, in their feed.
///
/// # Errors
/// Where the database cannot be used.
pub fn visits(
    view: &mut View<'_>,
    whose: &Visits,
    from: DateTime<Utc>,
    invites: &[LetterKind],
    limit: i64,
) -> Result<Vec<(Booking, SlotOfOffer)>, StorageError> {
    let settled = [
        BookingStatus::Confirmed.as_str(),
        BookingStatus::Completed.as_str(),
        BookingStatus::Cancelled.as_str(),
    ];
    let invites: Vec<&str> = invites.iter().map(|kind| kind.as_str()).collect();
    let invited = letter::table
        .filter(letter::booking_id.eq(booking::id.nullable()))
        .filter(letter::kind.eq_any(invites))
        .filter(letter::attempts.gt(0));
    let is_settled = booking::status.eq_any(settled);
    let query = booking::table
        .inner_join(slot::table.inner_join(offer::table.inner_join(host::table)))
        .filter(slot::ends_at.gt(from.naive_utc()))
        .order((slot::starts_at, booking::id))
        .limit(limit)
        .select((
            booking::all_columns,
            slot::all_columns,
            offer::all_columns,
            host::all_columns,
        ))
        .into_boxed();
    let query = match whose {
        Visits::Attendee(email) => {
            let on_it = attendee::table
                .filter(attendee::email.eq(email))
                .select(attendee::booking_id);
            let invited = invited.filter(letter::recipient_email.eq(email));
            query
                .filter(booking::id.eq_any(on_it))
                .filter(is_settled.or(exists(invited)))
        }
        Visits::Host(id) => query
            .filter(slot::host_id.eq(id.to_string()))
            .filter(is_settled.or(exists(invited))),
        Visits::Partnership(id) => query
            .filter(booking::partnership_id.eq(id.to_string()))
            .filter(is_settled.or(exists(invited))),
    };
    let rows: Vec<(BookingRow, SlotRow, OfferRow, HostRow)> = query.load(view.conn)?;
    let parts = |(booking, slot, offer, host): (BookingRow, SlotRow, OfferRow, HostRow)| {
        (booking.into(), (slot.into(), offer.into(), host.into()))
    };
    Ok(rows.into_iter().map(parts).collect())
}
