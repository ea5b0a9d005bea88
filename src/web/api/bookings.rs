//! Bookings.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::LiveFrom;
use super::slots::{Reason, SlotDto};
use crate::app::booking::{self, BookingView, approval, change};
use crate::domain::booking::{ATTENDEES_MAX, Attendee, AttendeeInput, BookingInput, Part};
use crate::domain::event::Topic;
use crate::domain::id::BookingId;
use crate::domain::policy::{Answer, AnswerInput, WishesInput};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(create)
        .service(get_one)
        .service(cancel)
        .service(confirm)
        .service(decline)
        .service(reschedule)
        .service(set_attendees)
        .service(confirm_again);
}

/// Somebody on a booking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attendee)]
pub struct AttendeeDto {
    /// contact, guest or host.
    pub part: String,
    /// Their name.
    pub name: String,
    /// Their address; hosts' are not told to guests.
    pub email: Option<String>,
    /// The language they are written to in.
    pub locale: String,
    /// The zone they are told times in.
    pub zone: String,
    /// Whether they come: needs-action, accepted, tentative or declined.
    pub answer: String,
    /// When they said so.
    pub answered_at: Option<DateTime<Utc>>,
    /// By which way: link or mail.
    pub answer_source: Option<String>,
    /// What they wrote beside.
    pub answer_note: String,
    /// Whether letters to their address come back.
    pub mail_comes_back: bool,
}

impl AttendeeDto {
    fn new(view: &BookingView, of: &Attendee, for_host: bool) -> Self {
        let answered = view.answer_of(of.id);
        Self {
            part: of.part.to_string(),
            name: of.name.clone(),
            email: (for_host || of.part != Part::Host).then(|| of.email.clone()),
            locale: of.locale.tag().to_owned(),
            zone: of.zone.clone(),
            answer: answered.participation.to_string(),
            answered_at: answered.at,
            answer_source: answered.source.map(|source| source.to_string()),
            answer_note: answered.note,
            mail_comes_back: view.failing.contains(&of.email.to_lowercase()),
        }
    }
}

/// A booking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Booking)]
pub struct BookingDto {
    /// Its id.
    pub id: String,
    /// requested, confirmed, declined, lapsed, cancelled or completed.
    pub status: String,
    /// The slot it claims.
    pub slot: SlotDto,
    /// Seats it takes.
    pub seats: i32,
    /// Slug of the guests' city.
    pub city: String,
    /// Whom the guests come from.
    pub organization: String,
    /// Everybody on it.
    pub attendees: Vec<AttendeeDto>,
    /// What the guests wrote to the host.
    pub note: String,
    /// Where the visit takes place.
    pub meeting_url: Option<String>,
    /// How many people come.
    pub group_size: i32,
    /// Answers to the offer's questions.
    pub answers: Vec<AnswerDto>,
    /// The language that the guests would like.
    pub language: Option<String>,
    /// Whether they would like an interpreter.
    pub interpreter: bool,
    /// What they need to take part.
    pub accessibility: String,
    /// When a request lapses without an answer.
    pub respond_by: Option<DateTime<Utc>>,
    /// Whether the host's side has approved it.
    pub host_approved: bool,
    /// Whether the guests' side has approved it.
    pub guest_approved: bool,
    /// Slugs of the cities that have to confirm it again, because a clock's new rules took it out
    /// of their reachable hours.
    pub confirm_again: Vec<String>,
    /// Why it was cancelled or declined.
    pub cancel_reason: Option<String>,
    /// SEQUENCE of its calendar object.
    pub sequence: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// The link that lets its bearer manage it; told to the contact only.
    pub manage_url: Option<String>,
    /// Where to subscribe from for what happens to it.
    pub live: LiveFrom,
}

impl BookingDto {
    fn new(state: &State, who: &Who, view: BookingView, is_contact: bool) -> Self {
        let for_host = who.actor().manages(&view.slot.host);
        let attendees: Vec<AttendeeDto> = view
            .attendees
            .iter()
            .map(|attendee| AttendeeDto::new(&view, attendee, for_host))
            .collect();
        let booking = view.booking;
        Self {
            id: booking.id.to_string(),
            status: booking.status.to_string(),
            slot: SlotDto::from(&view.slot),
            seats: booking.seats,
            city: view.city.slug,
            organization: booking.organization,
            attendees,
            note: booking.note,
            meeting_url: view.meeting_url,
            group_size: booking.group_size,
            answers: booking.wishes.answers.into_iter().map(Into::into).collect(),
            language: booking.wishes.language,
            interpreter: booking.wishes.interpreter,
            accessibility: booking.wishes.accessibility,
            respond_by: booking.respond_by,
            host_approved: booking.host_approved,
            guest_approved: booking.guest_approved,
            confirm_again: view.confirm_again.into_iter().map(|c| c.slug).collect(),
            cancel_reason: booking.cancel_reason,
            sequence: booking.sequence,
            created_at: booking.created_at,
            manage_url: is_contact.then(|| {
                state
                    .app
                    .link_key
                    .manage_url(&state.site.public_url, booking.id)
            }),
            live: (Topic::Booking(booking.id), view.head).into(),
        }
    }
}

/// Somebody to name on a booking.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct NewAttendee {
    name: String,
    email: String,
    /// Language tag; absent means the contact's, and English for the contact.
    locale: Option<String>,
    /// IANA zone; absent means the contact's, and the guest city's for the contact.
    zone: Option<String>,
}

impl From<NewAttendee> for AttendeeInput {
    fn from(new: NewAttendee) -> Self {
        Self {
            name: new.name,
            email: new.email,
            locale: new.locale,
            zone: new.zone,
        }
    }
}

/// A booking to make.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewBooking {
    slot_id: String,
    /// Slug of the guests' city.
    city: String,
    /// Whom the guests come from.
    organization: String,
    /// Who books.
    contact: NewAttendee,
    /// Who else comes.
    attendees: Vec<NewAttendee>,
    /// Seats to take; absent means 1.
    seats: Option<i32>,
    /// A note to the host.
    note: String,
    /// How many people come; absent means as many as seats.
    group_size: Option<i32>,
    /// Answers to the offer's questions.
    answers: Vec<NewAnswer>,
    /// One of the offer's languages that the guests would like, where the offer asks.
    language: Option<String>,
    /// Whether they would like an interpreter, where the offer asks.
    interpreter: bool,
    /// What they need to take part, where the offer asks.
    accessibility: String,
    /// Whether they agree to the offer's consent text.
    consent: bool,
    /// The token of a hold, whose seats the booking then takes.
    hold_token: Option<String>,
}

/// An answer to one of the offer's questions.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct NewAnswer {
    /// The question's id.
    question: String,
    /// yes or no, one of the choices, or a text.
    answer: String,
}

impl From<NewAnswer> for AnswerInput {
    fn from(new: NewAnswer) -> Self {
        Self {
            question: new.question,
            answer: new.answer,
        }
    }
}

/// An answer, with the question as it was asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Answer)]
pub struct AnswerDto {
    /// The question's id.
    pub question: String,
    /// The question.
    pub text: String,
    /// The answer.
    pub answer: String,
}

impl From<Answer> for AnswerDto {
    fn from(answer: Answer) -> Self {
        Self {
            question: answer.question,
            text: answer.text,
            answer: answer.answer,
        }
    }
}

/// The key of a manage link.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(
    dead_code,
    reason = "read by the extractor of who asks; here for the documentation"
)]
pub struct ManageKey {
    /// From the manage link; hosts who are signed in need none.
    key: Option<String>,
}

/// Books a slot. Nobody needs an account for that.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = NewBooking,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = BookingDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
#[post("/bookings")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewBooking>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "booking", &who, &body.bytes)?;
    let new = body.value;
    let slot = id(&new.slot_id, "slot")?;
    let input = BookingInput {
        city: new.city,
        organization: new.organization,
        contact: new.contact.into(),
        attendees: new.attendees.into_iter().map(Into::into).collect(),
        seats: new.seats.unwrap_or(1),
        note: new.note,
        wishes: WishesInput {
            group_size: new.group_size,
            answers: new.answers.into_iter().map(Into::into).collect(),
            language: new.language,
            interpreter: new.interpreter,
            accessibility: new.accessibility,
            consent: new.consent,
        },
        hold_token: new.hold_token,
    };
    let letters = 1 + input.attendees.len();
    state
        .limits
        .letters(&request, who.actor(), letters, state.app.now())?;
    let booking = booking::create(&state.app, who.actor(), slot, input, key).await?;
    let location = format!("/api/v1/bookings/{}", booking.booking.id);
    let booking = BookingDto::new(&state, &who, booking, true);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, location))
        .json(booking))
}

/// Answers a booking. For the bearer of its manage link and its hosts.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = BookingDto), (status = 404, body = Problem)))]
#[get("/bookings/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let booking = booking::get(&state.app, &who.subject, id).await?;
    Ok(HttpResponse::Ok().json(BookingDto::new(
        &state,
        &who,
        booking,
        holds_link(&state, &who, id),
    )))
}

/// Calls a booking off and tells everybody. For the bearer of its manage link and its hosts.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = Reason,
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = BookingDto), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/bookings/{id}/cancel")]
pub(super) async fn cancel(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<Reason>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let reason = body.value.reason;
    let booking = change::cancel(&state.app, &who.subject, id, reason).await?;
    Ok(HttpResponse::Ok().json(BookingDto::new(
        &state,
        &who,
        booking,
        holds_link(&state, &who, id),
    )))
}

/// Approves a request for the side or sides that you answer for. For hosts, and where the offer
/// wants both sides for the coordinators of both cities.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = BookingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/bookings/{id}/confirm")]
pub(super) async fn confirm(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let booking = approval::approve(&state.app, &who.subject, id).await?;
    answer(&state, &who, booking)
}

/// Confirms again a visit that a clock's new rules took out of a city's reachable hours. For the
/// city's coordinators.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = BookingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[post("/bookings/{id}/confirm-again")]
pub(super) async fn confirm_again(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let booking = approval::confirm_again(&state.app, &who.subject, id).await?;
    answer(&state, &who, booking)
}

/// Declines a request. For those who may approve it.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = Reason,
    params(("id" = String, Path)),
    responses((status = 200, body = BookingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/bookings/{id}/decline")]
pub(super) async fn decline(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<Reason>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let reason = body.value.reason;
    let booking = approval::decline(&state.app, &who.subject, id, reason).await?;
    answer(&state, &who, booking)
}

/// Another time.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct OtherTime {
    /// Id of another slot of the same offer.
    slot_id: String,
}

/// Moves a booking to another slot of its offer. For the bearer of its manage link and its hosts.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = OtherTime,
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = BookingDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/bookings/{id}/reschedule")]
pub(super) async fn reschedule(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<OtherTime>,
) -> Result<HttpResponse, Problem> {
    let booking = id(&path, "booking")?;
    let slot = id(&body.value.slot_id, "slot")?;
    let booking = change::reschedule(&state.app, &who.subject, booking, slot).await?;
    answer(&state, &who, booking)
}

/// Who comes beside the contact.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewAttendees {
    /// All of them: who is new is invited, who is missing is taken off.
    attendees: Vec<NewAttendee>,
}

/// Says who comes beside the contact. For the bearer of the manage link and the hosts.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = NewAttendees,
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = BookingDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
#[put("/bookings/{id}/attendees")]
pub(super) async fn set_attendees(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewAttendees>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let people: Vec<AttendeeInput> = body.value.attendees.into_iter().map(Into::into).collect();
    let letters = people.len().min(ATTENDEES_MAX);
    state
        .limits
        .letters(&request, who.actor(), letters, state.app.now())?;
    let booking = change::set_attendees(&state.app, &who.subject, id, people).await?;
    answer(&state, &who, booking)
}

fn answer(state: &State, who: &Who, booking: BookingView) -> Result<HttpResponse, Problem> {
    let is_contact = holds_link(state, who, booking.booking.id);
    Ok(HttpResponse::Ok().json(BookingDto::new(state, who, booking, is_contact)))
}

fn holds_link(state: &State, who: &Who, booking: BookingId) -> bool {
    let key = who.subject.manage_key.as_deref();
    key.is_some_and(|key| state.app.link_key.may_manage(booking, key))
}
