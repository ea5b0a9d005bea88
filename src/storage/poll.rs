//! Polls and the answers to them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::{poll, poll_candidate, poll_vote};
use super::types::{AsText, At};
use super::{StorageError, Tx, View};
use crate::domain::id::{BookingId, CityId, OfferId, PartnershipId, PollId, VoterId};
use crate::domain::locale::Locale;
use crate::domain::poll::{Answer, Poll, PollState, VOTERS_MAX, Vote};

#[derive(Queryable)]
struct PollRow {
    id: AsText<PollId>,
    partnership_id: AsText<PartnershipId>,
    offer_id: AsText<OfferId>,
    city_id: AsText<CityId>,
    title: String,
    note: String,
    organization: String,
    seats: i32,
    state: AsText<PollState>,
    deadline: At,
    chosen: Option<i32>,
    booking_id: Option<AsText<BookingId>>,
    voters: i32,
    version: i64,
    created_at: At,
}

impl PollRow {
    fn with(self, candidates: Vec<DateTime<Utc>>) -> Poll {
        Poll {
            id: self.id.0,
            partnership_id: self.partnership_id.0,
            offer_id: self.offer_id.0,
            city_id: self.city_id.0,
            title: self.title,
            note: self.note,
            organization: self.organization,
            seats: self.seats,
            state: self.state.0,
            deadline: self.deadline.0,
            candidates,
            chosen: self.chosen.and_then(|chosen| usize::try_from(chosen).ok()),
            booking_id: self.booking_id.map(|id| id.0),
            voters: self.voters,
            version: self.version,
            created_at: self.created_at.0,
        }
    }
}

#[derive(Queryable)]
struct VoteRow {
    id: AsText<VoterId>,
    poll_id: AsText<PollId>,
    city_id: AsText<CityId>,
    name: String,
    email: Option<String>,
    locale: AsText<Locale>,
    zone: String,
    answers: String,
    created_at: At,
}

impl From<VoteRow> for Vote {
    fn from(row: VoteRow) -> Self {
        let answers = row.answers.split(',');
        Self {
            id: row.id.0,
            poll_id: row.poll_id.0,
            city_id: row.city_id.0,
            name: row.name,
            email: row.email,
            locale: row.locale.0,
            zone: row.zone,
            answers: answers.filter_map(|word| word.parse().ok()).collect(),
            created_at: row.created_at.0,
        }
    }
}

/// Adds a poll that nobody has answered.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert(tx: &mut Tx<'_>, new: &Poll) -> Result<(), StorageError> {
    diesel::insert_into(poll::table)
        .values((
            poll::id.eq(new.id.to_string()),
            poll::partnership_id.eq(new.partnership_id.to_string()),
            poll::offer_id.eq(new.offer_id.to_string()),
            poll::city_id.eq(new.city_id.to_string()),
            poll::title.eq(&new.title),
            poll::note.eq(&new.note),
            poll::organization.eq(&new.organization),
            poll::seats.eq(new.seats),
            poll::state.eq(new.state.as_str()),
            poll::deadline.eq(new.deadline.naive_utc()),
            poll::voters.eq(new.voters),
            poll::version.eq(new.version),
            poll::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    for (position, starts_at) in (0i32..).zip(&new.candidates) {
        diesel::insert_into(poll_candidate::table)
            .values((
                poll_candidate::poll_id.eq(new.id.to_string()),
                poll_candidate::position.eq(position),
                poll_candidate::starts_at.eq(starts_at.naive_utc()),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// The poll of this id.
///
/// # Errors
/// Where the database cannot be used.
pub fn by_id(view: &mut View<'_>, id: PollId) -> Result<Option<Poll>, StorageError> {
    let row: Option<PollRow> = poll::table
        .filter(poll::id.eq(id.to_string()))
        .first(view.conn)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let candidates = candidates(view, id)?;
    Ok(Some(row.with(candidates)))
}

fn candidates(view: &mut View<'_>, id: PollId) -> Result<Vec<DateTime<Utc>>, StorageError> {
    let times: Vec<At> = poll_candidate::table
        .filter(poll_candidate::poll_id.eq(id.to_string()))
        .order(poll_candidate::position)
        .select(poll_candidate::starts_at)
        .load(view.conn)?;
    Ok(times.into_iter().map(|at| at.0).collect())
}

/// The polls of these partnerships, the newest first, at most `limit`.
///
/// # Errors
/// Where the database cannot be used.
pub fn of_partnerships(
    view: &mut View<'_>,
    partnerships: &[PartnershipId],
    limit: i64,
) -> Result<Vec<Poll>, StorageError> {
    let ids: Vec<String> = partnerships.iter().map(PartnershipId::to_string).collect();
    let rows: Vec<PollRow> = poll::table
        .filter(poll::partnership_id.eq_any(ids))
        .order(poll::id.desc())
        .limit(limit)
        .load(view.conn)?;
    let mut polls = Vec::with_capacity(rows.len());
    for row in rows {
        let candidates = candidates(view, row.id.0)?;
        polls.push(row.with(candidates));
    }
    Ok(polls)
}

/// Polls that are open although their deadline has come.
///
/// # Errors
/// Where the database cannot be used.
pub fn overdue(
    view: &mut View<'_>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<PollId>, StorageError> {
    let ids: Vec<AsText<PollId>> = poll::table
        .filter(poll::state.eq(PollState::Open.as_str()))
        .filter(poll::deadline.le(now.naive_utc()))
        .order(poll::deadline)
        .select(poll::id)
        .limit(limit)
        .load(view.conn)?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// Keeps a poll for this transaction, so that nobody answers or ends it meanwhile, and counts
/// `more` voters; says whether it was open, its deadline yet to come and room for them left.
///
/// # Errors
/// Where the database cannot be used.
pub fn hold_open(
    tx: &mut Tx<'_>,
    id: PollId,
    more: i32,
    now: DateTime<Utc>,
) -> Result<bool, StorageError> {
    let open = poll::id
        .eq(id.to_string())
        .and(poll::state.eq(PollState::Open.as_str()))
        .and(poll::deadline.gt(now.naive_utc()))
        .and(poll::voters.le(VOTERS_MAX - more));
    let rows = diesel::update(poll::table.filter(open))
        .set((
            poll::voters.eq(poll::voters + more),
            poll::version.eq(poll::version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Ends a poll that is open; says whether it was.
///
/// # Errors
/// Where the database cannot be used.
pub fn end(tx: &mut Tx<'_>, id: PollId, to: PollState) -> Result<bool, StorageError> {
    let open = poll::id
        .eq(id.to_string())
        .and(poll::state.eq(PollState::Open.as_str()));
    let rows = diesel::update(poll::table.filter(open))
        .set((
            poll::state.eq(to.as_str()),
            poll::version.eq(poll::version + 1),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

/// Notes which time was chosen and what was booked.
///
/// # Errors
/// Where the database cannot be used.
pub fn choose(
    tx: &mut Tx<'_>,
    id: PollId,
    chosen: usize,
    booking: BookingId,
) -> Result<(), StorageError> {
    diesel::update(poll::table.filter(poll::id.eq(id.to_string())))
        .set((
            poll::chosen.eq(i32::try_from(chosen).ok()),
            poll::booking_id.eq(booking.to_string()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// The answers to a poll, in the order of their coming.
///
/// # Errors
/// Where the database cannot be used.
pub fn votes(view: &mut View<'_>, id: PollId) -> Result<Vec<Vote>, StorageError> {
    let rows: Vec<VoteRow> = poll_vote::table
        .filter(poll_vote::poll_id.eq(id.to_string()))
        .order((poll_vote::created_at, poll_vote::id))
        .load(view.conn)?;
    Ok(rows.into_iter().map(Vote::from).collect())
}

/// Adds somebody's answer.
///
/// # Errors
/// Where the database cannot be used.
pub fn insert_vote(tx: &mut Tx<'_>, new: &Vote) -> Result<(), StorageError> {
    diesel::insert_into(poll_vote::table)
        .values((
            poll_vote::id.eq(new.id.to_string()),
            poll_vote::poll_id.eq(new.poll_id.to_string()),
            poll_vote::city_id.eq(new.city_id.to_string()),
            poll_vote::name.eq(&new.name),
            poll_vote::email.eq(new.email.as_deref()),
            poll_vote::locale.eq(new.locale.tag()),
            poll_vote::zone.eq(&new.zone),
            poll_vote::answers.eq(words(&new.answers)),
            poll_vote::created_at.eq(new.created_at.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Changes what somebody answered; says whether they had.
///
/// # Errors
/// Where the database cannot be used.
pub fn change_vote(tx: &mut Tx<'_>, vote: &Vote) -> Result<bool, StorageError> {
    let own = poll_vote::id
        .eq(vote.id.to_string())
        .and(poll_vote::poll_id.eq(vote.poll_id.to_string()));
    let rows = diesel::update(poll_vote::table.filter(own))
        .set((
            poll_vote::name.eq(&vote.name),
            poll_vote::email.eq(vote.email.as_deref()),
            poll_vote::locale.eq(vote.locale.tag()),
            poll_vote::zone.eq(&vote.zone),
            poll_vote::answers.eq(words(&vote.answers)),
        ))
        .execute(tx.conn)?;
    Ok(rows == 1)
}

fn words(answers: &[Answer]) -> String {
    let words: Vec<&str> = answers.iter().map(|answer| answer.as_str()).collect();
    words.join(",")
}

/// Forgets who answered polls that ended their time before `before`; says how many.
///
/// # Errors
/// Where the database cannot be used.
pub fn forget_votes(tx: &mut Tx<'_>, before: DateTime<Utc>) -> Result<usize, StorageError> {
    let over = poll::table
        .filter(poll::state.ne(PollState::Open.as_str()))
        .filter(poll::deadline.lt(before.naive_utc()))
        .select(poll::id);
    Ok(
        diesel::delete(poll_vote::table.filter(poll_vote::poll_id.eq_any(over)))
            .execute(tx.conn)?,
    )
}
