//! Answering a poll, without an account.

use super::{PollView, Standing, load, partnership_of, publish, standing, stored};
use crate::app::access::Subject;
use crate::app::idempotency::{IdempotencyKey, once};
use crate::app::{App, Conflict, Error};
use crate::domain::city::City;
use crate::domain::event::EventKind;
use crate::domain::id::{PollId, VoterId};
use crate::domain::input::Invalid;
use crate::domain::poll::{NewVote, Poll, PollState, Vote, VoteInput};
use crate::storage::{self, Tx};

/// What somebody answers, and who they are in the poll.
#[derive(Debug, Clone, Default)]
pub struct VoteAsked {
    /// The token of the answer that is changed; absent means a new one.
    pub voter: Option<String>,
    /// Slug of the city that they speak for; empty means that of their link.
    pub city: String,
    /// The rest.
    pub vote: VoteInput,
}

/// An answer that was taken.
#[derive(Debug, Clone)]
pub struct Voted {
    /// What its bearer changes it with.
    pub token: String,
    /// The poll as it is now.
    pub view: PollView,
}

/// Takes somebody's answer, or another one from who has answered before. The bearer of a city's
/// link answers for it, and who keeps a city.
///
/// # Errors
/// Where there is no poll that `subject` may see, a field is wrong, the poll takes no answers any
/// more, or as many have answered as may.
pub async fn vote(
    app: &App,
    subject: &Subject,
    id: PollId,
    asked: VoteAsked,
    key: Option<IdempotencyKey>,
) -> Result<Voted, Error> {
    let (app, subject) = (app.clone(), subject.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let voter = once(&app, tx, key.as_ref(), |tx| {
            take(&app, tx, &subject, id, &asked)
        })?;
        let token = app.link_key.voter_token(voter);
        let view = load(&app, tx, &subject, id, Some(&token))?;
        Ok(Voted { token, view })
    })
    .await
}

fn take(
    app: &App,
    tx: &mut Tx<'_>,
    subject: &Subject,
    id: PollId,
    asked: &VoteAsked,
) -> Result<VoterId, Error> {
    let poll = stored(tx, id)?;
    let city = city(app, tx, subject, &poll, asked)?;
    let new = asked
        .vote
        .check(&app.zones, &city.zone, poll.candidates.len())?;
    let known = match asked.voter.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(token) => Some(known(app, tx, id, token)?),
    };
    let more = i32::from(known.is_none());
    if !storage::poll::hold_open(tx, id, more, app.now())? {
        return Err(refusal(app, &stored(tx, id)?));
    }
    let vote = answer(app, id, &city, new, known.as_ref());
    match known {
        Some(_) => drop(storage::poll::change_vote(tx, &vote)?),
        None => storage::poll::insert_vote(tx, &vote)?,
    }
    let poll = stored(tx, id)?;
    publish(app, tx, &subject.actor, EventKind::PollVoted, &poll);
    Ok(vote.id)
}

/// Why a poll took no answer.
pub(super) fn refusal(app: &App, poll: &Poll) -> Error {
    let state = match poll.state {
        // The job that ends it has not come by yet.
        PollState::Open if poll.deadline <= app.now() => PollState::Lapsed,
        PollState::Open => return Conflict::PollFull.into(),
        state => state,
    };
    Conflict::PollIs(state).into()
}

/// The city that `subject` answers for.
fn city(
    app: &App,
    tx: &mut Tx<'_>,
    subject: &Subject,
    poll: &Poll,
    asked: &VoteAsked,
) -> Result<City, Error> {
    let partnership = partnership_of(tx, poll)?;
    let named = asked.city.trim();
    let standing = standing(&app.link_key, subject, poll, &partnership);
    let allowed = |city: &&City| match standing {
        Some(Standing::Citizen(of)) => city.id == of,
        _ => subject.actor.coordinates(city.id),
    };
    let mut cities = partnership.cities.iter().filter(allowed);
    let found = cities.clone().find(|city| city.slug == named);
    match (found, named.is_empty(), cities.next()) {
        (_, _, None) => Err(Error::NotFound("poll")),
        (Some(city), ..) | (None, true, Some(city)) => Ok(city.clone()),
        (None, false, Some(_)) => {
            let detail = "This link is another city's. Ask your own coordinator for yours.";
            Err(Invalid::one("city", "other_city", detail).into())
        }
    }
}

/// The answer that a token names.
fn known(app: &App, tx: &mut Tx<'_>, id: PollId, token: &str) -> Result<Vote, Error> {
    let voter = app.link_key.voter(token);
    let votes = storage::poll::votes(tx, id)?;
    let mut votes = votes.into_iter();
    voter
        .and_then(|voter| votes.find(|vote| vote.id == voter))
        .ok_or_else(|| {
            let detail = "There is no such answer in this poll.";
            Invalid::one("voter", "unknown_voter", detail).into()
        })
}

fn answer(app: &App, poll: PollId, city: &City, new: NewVote, known: Option<&Vote>) -> Vote {
    Vote {
        id: known.map_or_else(|| app.id(), |known| known.id),
        poll_id: poll,
        // Whoever answered for a city goes on doing so.
        city_id: known.map_or(city.id, |known| known.city_id),
        name: new.name,
        email: new.email,
        locale: new.locale,
        zone: new.zone,
        answers: new.answers,
        created_at: known.map_or_else(|| app.now(), |known| known.created_at),
    }
}
