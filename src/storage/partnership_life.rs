//! What became of partnerships: their history, the visits under them, when they were reminded of.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{
    attendance, attendee, booking, host, offer, partnership, partnership_change,
    partnership_reminder, slot, visit_outcome,
};
use super::types::{AsJson, AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::booking::{BookingStatus, Part};
use crate::domain::host::Track;
use crate::domain::id::{AttendeeId, BookingId, CityId, PartnershipId, SlotId};
use crate::domain::offer::OfferVisibility;
use crate::domain::partnership::Stage;
use crate::domain::partnership::numbers::Party;
use crate::domain::partnership::stages::{Change, ChangeKind, PilotOutcome};
use crate::domain::report::Attendance;

#[derive(Queryable)]
struct ChangeRow {
    #[allow(dead_code, reason = "only looked up by")]
    partnership_id: String,
    number: i64,
    kind: AsText<ChangeKind>,
    stage: AsText<Stage>,
    outcome: Option<AsText<PilotOutcome>>,
    pilot_ends: Option<AsText<NaiveDate>>,
    city_id: Option<AsText<CityId>>,
    actor: String,
    why: String,
    at: At,
}

impl From<ChangeRow> for Change {
    fn from(row: ChangeRow) -> Self {
        Self {
            number: row.number,
            kind: row.kind.0,
            stage: row.stage.0,
            outcome: row.outcome.map(|outcome| outcome.0),
            pilot_ends: row.pilot_ends.map(|date| date.0),
            city: row.city_id.map(|id| id.0),
            actor: row.actor,
            why: row.why,
            at: row.at.0,
        }
    }
}

/// A partnership's history, the first line first.
///
/// # Errors
/// Where the database cannot be used.
pub fn history(view: &mut View<'_>, id: PartnershipId) -> Result<Vec<Change>, StorageError> {
    let rows: Vec<ChangeRow> = partnership_change::table
        .filter(partnership_change::partnership_id.eq(id.to_string()))
        .order(partnership_change::number)
        .load(view.conn)?;
    Ok(rows.into_iter().map(Change::from).collect())
}

/// Adds a line to a partnership's history, behind the last; its own number is not looked at.
///
/// # Errors
/// Where the database cannot be used.
pub fn note(tx: &mut Tx<'_>, id: PartnershipId, new: &Change) -> Result<(), StorageError> {
    // Lines are numbered under the partnership's lock: a change that changes nothing.
    diesel::update(partnership::table.filter(partnership::id.eq(id.to_string())))
        .set(partnership::version.eq(partnership::version))
        .execute(tx.conn)?;
    let last: Option<i64> = partnership_change::table
        .filter(partnership_change::partnership_id.eq(id.to_string()))
        .select(diesel::dsl::max(partnership_change::number))
        .first(tx.conn)?;
    diesel::insert_into(partnership_change::table)
        .values((
            partnership_change::partnership_id.eq(id.to_string()),
            partnership_change::number.eq(last.unwrap_or(0) + 1),
            partnership_change::kind.eq(new.kind.as_str()),
            partnership_change::stage.eq(new.stage.as_str()),
            partnership_change::outcome.eq(new.outcome.map(|outcome| outcome.as_str())),
            partnership_change::pilot_ends.eq(new.pilot_ends.map(|date| date.to_string())),
            partnership_change::city_id.eq(new.city.map(|city| city.to_string())),
            partnership_change::actor.eq(&new.actor),
            partnership_change::why.eq(&new.why),
            partnership_change::at.eq(new.at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// A party's part in a visit of a partnership, and what may be told of it to whom.
#[derive(Debug, Clone)]
pub struct VisitOf {
    /// The partnership.
    pub partnership: PartnershipId,
    /// The booking.
    pub booking: BookingId,
    /// Where it stands: requested, confirmed or completed.
    pub status: BookingStatus,
    /// The visit.
    pub party: Party,
    /// When the visit ends.
    pub ends_at: DateTime<Utc>,
    /// The zone of the host's city.
    pub zone: String,
    /// The offer's title.
    pub title: String,
    /// Who may know of the offer.
    pub visibility: OfferVisibility,
}

type VisitRow = (
    (
        AsText<PartnershipId>,
        AsText<BookingId>,
        AsText<BookingStatus>,
        i32,
    ),
    (AsText<SlotId>, At, At, NaiveDateTime, String),
    (String, AsText<OfferVisibility>),
    AsText<Track>,
    Option<(Option<i32>, AsJson<BTreeMap<AttendeeId, bool>>)>,
);

/// The visits of these partnerships that are requested, confirmed or over, by their beginning.
///
/// # Errors
/// Where the database cannot be used.
pub fn visits(
    view: &mut View<'_>,
    partnerships: &[PartnershipId],
) -> Result<Vec<VisitOf>, StorageError> {
    let ids: Vec<String> = partnerships.iter().map(PartnershipId::to_string).collect();
    let counted = [
        BookingStatus::Requested,
        BookingStatus::Confirmed,
        BookingStatus::Completed,
    ];
    let rows: Vec<VisitRow> = booking::table
        .inner_join(slot::table.inner_join(offer::table.inner_join(host::table)))
        .left_join(attendance::table)
        .filter(booking::partnership_id.eq_any(ids))
        .filter(booking::status.eq_any(counted.map(BookingStatus::as_str)))
        .order((slot::starts_at, booking::id))
        .select((
            (
                booking::partnership_id.assume_not_null(),
                booking::id,
                booking::status,
                booking::group_size,
            ),
            (
                slot::id,
                slot::starts_at,
                slot::ends_at,
                slot::local_start,
                slot::zone,
            ),
            (offer::title, offer::visibility),
            host::track,
            (attendance::headcount, attendance::people).nullable(),
        ))
        .load(view.conn)?;
    let marked: Vec<BookingId> = rows
        .iter()
        .filter(|(.., counted)| matches!(counted, Some((None, _))))
        .map(|((_, booking, ..), ..)| booking.0)
        .collect();
    let guests = guests(view, &marked)?;
    let one = |row: VisitRow| {
        let ((partnership, booking, status, group_size), slot, offer, track, counted) = row;
        let (id, starts_at, ends_at, local_start, zone) = slot;
        let named = || guests.get(&booking.0).into_iter().flatten().copied();
        let came = counted.and_then(|(headcount, people)| {
            let people = people.0;
            Attendance { headcount, people }.guests_came(named())
        });
        VisitOf {
            partnership: partnership.0,
            booking: booking.0,
            status: status.0,
            party: Party {
                slot: id.0,
                starts_at: starts_at.0,
                local_start,
                track: track.0,
                group_size,
                came,
            },
            ends_at: ends_at.0,
            zone,
            title: offer.0,
            visibility: offer.1.0,
        }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// The guests who are named on these bookings.
fn guests(
    view: &mut View<'_>,
    bookings: &[BookingId],
) -> Result<HashMap<BookingId, Vec<AttendeeId>>, StorageError> {
    let ids: Vec<String> = bookings.iter().map(BookingId::to_string).collect();
    let rows: Vec<(AsText<BookingId>, AsText<AttendeeId>)> = attendee::table
        .filter(attendee::booking_id.eq_any(ids))
        .filter(attendee::part.ne(Part::Host.as_str()))
        .select((attendee::booking_id, attendee::id))
        .load(view.conn)?;
    let mut found: HashMap<BookingId, Vec<AttendeeId>> = HashMap::new();
    for (booking, person) in rows {
        found.entry(booking.0).or_default().push(person.0);
    }
    Ok(found)
}

/// The bookings under a partnership with an outcome that is shown publicly, the newest first.
///
/// # Errors
/// Where the database cannot be used.
pub fn with_public_outcome(
    view: &mut View<'_>,
    id: PartnershipId,
    limit: i64,
) -> Result<Vec<BookingId>, StorageError> {
    let rows: Vec<(AsText<BookingId>, NaiveDateTime)> = visit_outcome::table
        .inner_join(booking::table.inner_join(slot::table))
        .filter(booking::partnership_id.eq(id.to_string()))
        .filter(visit_outcome::public.eq(true))
        .select((booking::id, slot::starts_at))
        .distinct()
        .order((slot::starts_at.desc(), booking::id))
        .limit(limit)
        .load(view.conn)?;
    Ok(rows.into_iter().map(|(id, _)| id.0).collect())
}

/// Whether a partnership's coordinators were reminded in a month, `YYYY-MM`, or since an instant.
///
/// # Errors
/// Where the database cannot be used.
pub fn is_reminded(
    view: &mut View<'_>,
    id: PartnershipId,
    month: &str,
    since: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let of_late = partnership_reminder::written_at.gt(since.naive_utc());
    let rows: i64 = partnership_reminder::table
        .filter(partnership_reminder::partnership_id.eq(id.to_string()))
        .filter(partnership_reminder::month.eq(month).or(of_late))
        .count()
        .get_result(view.conn)?;
    Ok(rows > 0)
}

/// Notes that a partnership's coordinators are reminded in a month; says whether they were not yet.
/// Whoever does the same at the same moment waits for this transaction, and is then told no.
///
/// # Errors
/// Where the database cannot be used.
pub fn begin_reminder(
    tx: &mut Tx<'_>,
    id: PartnershipId,
    month: &str,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let sql = "INSERT INTO partnership_reminder (partnership_id, month, written_at) \
               VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let rows = diesel::sql_query(sql)
        .bind::<diesel::sql_types::Text, _>(id.to_string())
        .bind::<diesel::sql_types::Text, _>(month.to_owned())
        .bind::<diesel::sql_types::Timestamp, _>(now.naive_utc())
        .execute(tx.conn)?;
    Ok(rows == 1)
}
