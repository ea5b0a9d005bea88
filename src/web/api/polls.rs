//! Polls: proposing times, answering, choosing one.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::bookings::{ManageKey, NewAttendee};
use super::hosts::HostDto;
use super::slots::{LocalTimeDto, OfferOfSlot};
use super::{List, LiveFrom};
use crate::app::poll::{self, CloseInput, PollAsked, PollView, Standing, TimeView, VoteAsked};
use crate::domain::event::Topic;
use crate::domain::partnership::Partnership;
use crate::domain::poll::tally::Counts;
use crate::domain::poll::{AnswerInput, CandidateInput, Poll, PollInput, Vote, VoteInput};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(create)
        .service(get_one)
        .service(vote)
        .service(close)
        .service(cancel);
}

/// A time to propose: an instant, or a wall clock in a zone.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewCandidate {
    /// An instant, such as a window of POST /overlap begins at.
    #[schema(example = "2027-01-12T01:00:00Z")]
    starts_at: Option<String>,
    /// A wall clock, where there is no starts_at.
    #[schema(example = "2027-01-12T17:00")]
    local_start: Option<String>,
    /// IANA zone of the wall clock; absent means the host city's.
    zone: Option<String>,
    /// For a wall clock that is skipped or shown twice: gap_shifted, fold_first or fold_second.
    resolution: Option<String>,
}

impl From<NewCandidate> for CandidateInput {
    fn from(new: NewCandidate) -> Self {
        Self {
            starts_at: new.starts_at,
            local_start: new.local_start,
            zone: new.zone,
            resolution: new.resolution,
        }
    }
}

/// A poll to open.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewPoll {
    /// Id of the partnership; you keep one of its cities.
    partnership: String,
    /// The offer that is to be visited, of a host in one of its cities.
    offer_id: String,
    /// Slug of the guests' city.
    city: String,
    /// Whom the guests come from.
    organization: String,
    /// What it is about; absent means the offer's title.
    title: String,
    /// What else to know; also the booking's note.
    note: String,
    /// Seats that the visit takes; absent means 1.
    seats: Option<i32>,
    /// When the poll lapses, RFC 3339; absent means when its last time begins.
    deadline: Option<String>,
    /// From 1 to 20 times.
    candidates: Vec<NewCandidate>,
}

/// An answer to one time.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewAnswer {
    /// Which time, counted from 0.
    candidate: i64,
    /// yes, if_need_be or no.
    #[schema(example = "if_need_be")]
    answer: String,
}

/// Somebody's answers.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewVote {
    /// The token that the first answer brought; absent means a new answer.
    voter: Option<String>,
    /// Slug of the city that you speak for; absent means the link's.
    city: String,
    /// Your name, told to coordinators alone.
    name: String,
    /// Where your invite goes; absent means that you wish for none.
    email: Option<String>,
    /// Language tag; absent means English.
    locale: Option<String>,
    /// IANA zone; absent means your city's.
    zone: Option<String>,
    /// An answer to each time.
    answers: Vec<NewAnswer>,
}

/// Which time is chosen.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ClosePoll {
    /// The time, counted from 0.
    candidate: i64,
    /// Who manages the booking; absent means you.
    contact: Option<NewAttendee>,
    /// Who else is invited; absent means those who can come and left an address, at most 50.
    attendees: Option<Vec<NewAttendee>>,
}

/// A poll.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Poll)]
pub struct PollDto {
    /// Its id.
    id: String,
    /// open, closed, cancelled or lapsed.
    status: String,
    /// What it is about.
    title: String,
    /// What else to know.
    note: String,
    /// Id of the partnership.
    partnership: String,
    /// What is to be visited.
    offer: OfferOfSlot,
    /// Who receives the visit.
    host: HostDto,
    /// Slug of the guests' city.
    city: String,
    /// Whom the guests come from.
    organization: String,
    /// Seats that the visit takes.
    seats: i32,
    /// When it lapses.
    deadline: DateTime<Utc>,
    /// The cities that are asked, the host's first.
    cities: Vec<PollCity>,
    /// The times, by start.
    candidates: Vec<CandidateDto>,
    /// How many have answered.
    voters: i32,
    /// Which time was chosen.
    chosen: Option<usize>,
    /// The visit that was booked; for coordinators.
    booking: Option<PollBooking>,
    /// Who answered what; for coordinators.
    votes: Option<Vec<VoteDto>>,
    /// What you have answered, where you sent your token.
    own: Option<VoteDto>,
    /// Raised by each change and each answer.
    version: i64,
    /// When it was opened.
    created_at: DateTime<Utc>,
    /// Where the poll's log stood.
    live: LiveFrom,
}

/// A city that is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct PollCity {
    /// Its slug.
    city: String,
    /// Its zone.
    zone: String,
    /// How many have answered for it.
    voters: usize,
    /// The page on which its people answer; for coordinators, and the bearer of this very link.
    vote_url: Option<String>,
}

/// A time, what it means in each city and what its people say.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidateDto {
    /// Counted from 0.
    candidate: usize,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// When it ends.
    ends_at: DateTime<Utc>,
    /// Its place, from 1: by the city that likes it least, then by all, then by burden.
    rank: usize,
    /// Whether nobody of some city can come.
    blocked: bool,
    /// The support of the city that likes it least, from 0 to 1.
    least: f64,
    /// The support of all cities together.
    sum: f64,
    /// In each city.
    cities: Vec<CandidateCity>,
}

/// A time in one city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidateCity {
    /// On its clock.
    #[serde(flatten)]
    local: LocalTimeDto,
    /// What it bears.
    burden: f64,
    /// How many can come.
    yes: u32,
    /// How many can if need be.
    if_need_be: u32,
    /// How many cannot.
    no: u32,
}

/// The visit that was booked.
#[derive(Debug, Serialize, ToSchema)]
pub struct PollBooking {
    /// The booking's id.
    id: String,
    /// Where it stands.
    status: String,
    /// Its page; whoever has it may manage the booking.
    manage_url: String,
}

/// What somebody answered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Vote)]
pub struct VoteDto {
    /// Slug of their city.
    city: String,
    /// Their name.
    name: String,
    /// Whether they wish for an invite.
    invite: bool,
    /// Their answers, in the times' order.
    answers: Vec<String>,
}

/// A poll that took an answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct VotedDto {
    /// Send this as `voter` to change the answer. It is yours alone.
    voter: String,
    /// The poll.
    poll: PollDto,
}

/// A poll in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PollLine {
    /// Its id.
    id: String,
    /// open, closed, cancelled or lapsed.
    status: String,
    /// What it is about.
    title: String,
    /// Id of the partnership.
    partnership: String,
    /// How many have answered.
    voters: i32,
    /// When it lapses.
    deadline: DateTime<Utc>,
}

impl From<(Poll, Partnership)> for PollLine {
    fn from((poll, _): (Poll, Partnership)) -> Self {
        Self {
            id: poll.id.to_string(),
            status: poll.state.to_string(),
            title: poll.title,
            partnership: poll.partnership_id.to_string(),
            voters: poll.voters,
            deadline: poll.deadline,
        }
    }
}

impl PollDto {
    fn new(state: &State, view: &PollView) -> Self {
        let (poll, keys) = (&view.poll, &state.app.link_key);
        let coordinator = view.standing == Standing::Coordinator;
        let slug = |id| {
            let found = view.cities.iter().find(|city| city.id == id);
            found.map(|city| city.slug.clone()).unwrap_or_default()
        };
        let cities = view.cities.iter().zip(&view.voters).map(|(city, voters)| {
            let may = coordinator || view.standing == Standing::Citizen(city.id);
            PollCity {
                city: city.slug.clone(),
                zone: city.zone.clone(),
                voters: *voters,
                vote_url: may.then(|| keys.poll_url(&state.site.public_url, poll.id, city.id)),
            }
        });
        let told = |one: &Vote| VoteDto {
            city: slug(one.city_id),
            name: one.name.clone(),
            invite: one.email.is_some(),
            answers: one.answers.iter().map(ToString::to_string).collect(),
        };
        let booking = view.booking.as_ref().map(|booking| PollBooking {
            id: booking.id.to_string(),
            status: booking.status.to_string(),
            manage_url: keys.manage_url(&state.site.public_url, booking.id),
        });
        Self {
            id: poll.id.to_string(),
            status: poll.state.to_string(),
            title: poll.title.clone(),
            note: poll.note.clone(),
            partnership: poll.partnership_id.to_string(),
            offer: OfferOfSlot {
                id: view.offer.id.to_string(),
                title: view.offer.title.clone(),
                duration_minutes: view.offer.duration_minutes,
            },
            host: HostDto::new(&view.host, &slug(view.host.city_id)),
            city: slug(poll.city_id),
            organization: poll.organization.clone(),
            seats: poll.seats,
            deadline: poll.deadline,
            cities: cities.collect(),
            candidates: view
                .times
                .iter()
                .enumerate()
                .map(CandidateDto::from)
                .collect(),
            voters: poll.voters,
            chosen: poll.chosen,
            booking,
            votes: coordinator.then(|| view.votes.iter().map(told).collect()),
            own: view.own.as_ref().map(told),
            version: poll.version,
            created_at: poll.created_at,
            live: (Topic::Poll(poll.id), view.head.clone()).into(),
        }
    }
}

impl From<(usize, &TimeView)> for CandidateDto {
    fn from((candidate, time): (usize, &TimeView)) -> Self {
        let sides = time.local.iter().zip(&time.burdens).zip(&time.tally.cities);
        let side = |((local, burden), counts): ((_, &crate::domain::burden::Burden), &Counts)| {
            CandidateCity {
                local: LocalTimeDto::from(local),
                burden: burden.as_f64(),
                yes: counts.yes,
                if_need_be: counts.if_need_be,
                no: counts.no,
            }
        };
        Self {
            candidate,
            starts_at: time.starts_at,
            ends_at: time.ends_at,
            rank: time.rank,
            blocked: time.tally.is_blocked(),
            least: time.tally.least(),
            sum: time.tally.sum(),
            cities: sides.map(side).collect(),
        }
    }
}

/// Lists the polls of the partnerships that you keep a city of, the newest first.
#[utoipa::path(tag = "Polls", context_path = "/api/v1",
    responses((status = 200, body = List<PollLine>)))]
#[get("/polls")]
pub(super) async fn list(state: Data<State>, who: Who) -> Result<HttpResponse, Problem> {
    let polls = poll::list(&state.app, who.actor()).await?;
    Ok(HttpResponse::Ok().json(List::<PollLine>::whole(polls)))
}

/// Opens a poll. For coordinators of an agreed partnership's cities; those of the others are
/// written to.
#[utoipa::path(tag = "Polls", context_path = "/api/v1", request_body = NewPoll,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = PollDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
#[post("/polls")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewPoll>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "open poll", &who, &body.bytes)?;
    let new = body.value;
    let asked = PollAsked {
        partnership: new.partnership,
        offer_id: new.offer_id,
        city: new.city,
        seats: new.seats.unwrap_or(1),
        poll: PollInput {
            title: new.title,
            note: new.note,
            organization: new.organization,
            deadline: new.deadline,
            candidates: new.candidates.into_iter().map(Into::into).collect(),
        },
    };
    let view = poll::create(&state.app, who.actor(), asked, key).await?;
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("/api/v1/polls/{}", view.poll.id)))
        .json(PollDto::new(&state, &view)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Voter {
    /// The token of your answer, to be told it.
    voter: Option<String>,
}

/// Answers a poll. For coordinators of its cities and the bearers of a city's link.
#[utoipa::path(tag = "Polls", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey, Voter),
    responses((status = 200, body = PollDto), (status = 404, body = Problem)))]
#[get("/polls/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    query: Query<Voter>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    let view = poll::get(&state.app, &who.subject, id, query.voter.as_deref()).await?;
    Ok(HttpResponse::Ok().json(PollDto::new(&state, &view)))
}

/// Says which times suit you, or something else than before. For the bearers of a city's link,
/// without an account.
#[utoipa::path(tag = "Polls", context_path = "/api/v1", request_body = NewVote,
    params(("id" = String, Path), ManageKey, ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = VotedDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
#[put("/polls/{id}/vote")]
pub(super) async fn vote(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewVote>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    let key = idempotency_key(&request, &format!("vote {id}"), &who, &body.bytes)?;
    state.limits.votes(&request, who.actor(), state.app.now())?;
    let new = body.value;
    // The invite, should the poll end in a visit.
    let letters = usize::from(new.email.as_deref().is_some_and(|email| !email.is_empty()));
    state
        .limits
        .letters(&request, who.actor(), letters, state.app.now())?;
    let answer = |new: NewAnswer| AnswerInput {
        candidate: new.candidate,
        answer: new.answer,
    };
    let asked = VoteAsked {
        voter: new.voter,
        city: new.city,
        vote: VoteInput {
            name: new.name,
            email: new.email.unwrap_or_default(),
            locale: new.locale,
            zone: new.zone,
            answers: new.answers.into_iter().map(answer).collect(),
        },
    };
    let voted = poll::vote(&state.app, &who.subject, id, asked, key).await?;
    Ok(HttpResponse::Ok().json(VotedDto {
        voter: voted.token,
        poll: PollDto::new(&state, &voted.view),
    }))
}

/// Chooses a time: books the visit and ends the poll, or neither. For coordinators of the cities;
/// where you do not manage the host, it has to approve. Choosing the same again changes nothing.
#[utoipa::path(tag = "Polls", context_path = "/api/v1", request_body = ClosePoll,
    params(("id" = String, Path)),
    responses((status = 200, body = PollDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[post("/polls/{id}/close")]
pub(super) async fn close(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<ClosePoll>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "poll")?;
    let new = body.value;
    let people = |people: Vec<NewAttendee>| people.into_iter().map(Into::into).collect();
    let input = CloseInput {
        candidate: new.candidate,
        contact: new.contact.map(Into::into),
        attendees: new.attendees.map(people),
    };
    let view = poll::close(&state.app, &who.subject, id, input).await?;
    Ok(HttpResponse::Ok().json(PollDto::new(&state, &view)))
}

/// Calls a poll off. For coordinators of its cities. Doing it again changes nothing.
#[utoipa::path(tag = "Polls", context_path = "/api/v1",
    params(("id" = String, Path)),
    responses((status = 200, body = PollDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
#[post("/polls/{id}/cancel")]
pub(super) async fn cancel(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = poll::cancel(&state.app, &who.subject, id(&path, "poll")?).await?;
    Ok(HttpResponse::Ok().json(PollDto::new(&state, &view)))
}
