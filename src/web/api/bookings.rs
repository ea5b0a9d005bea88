//! Bookings.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::LiveFrom;
use super::slots::{Reason, SlotDto};
use crate::app::booking::{self, BookingView};
use crate::domain::booking::{AttendeeInput, BookingInput, Part};
use crate::domain::event::Topic;
use crate::domain::id::BookingId;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(create).service(get_one).service(cancel);
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
}

/// A booking.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Booking)]
pub struct BookingDto {
    /// Its id.
    pub id: String,
    /// confirmed or cancelled.
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
    /// Why it was cancelled.
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
        let booking = view.booking;
        let attendees = view.attendees.into_iter().map(|attendee| AttendeeDto {
            email: (for_host || attendee.part != Part::Host).then_some(attendee.email),
            part: attendee.part.to_string(),
            name: attendee.name,
            locale: attendee.locale.tag().to_owned(),
            zone: attendee.zone,
        });
        Self {
            id: booking.id.to_string(),
            status: booking.status.to_string(),
            slot: SlotDto::from(&view.slot),
            seats: booking.seats,
            city: view.city.slug,
            organization: booking.organization,
            attendees: attendees.collect(),
            note: booking.note,
            meeting_url: view.slot.offer.meeting_url,
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
}

/// The key of a manage link.
#[derive(Debug, Deserialize, IntoParams)]
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
    let booking = booking::cancel(&state.app, &who.subject, id, reason).await?;
    Ok(HttpResponse::Ok().json(BookingDto::new(
        &state,
        &who,
        booking,
        holds_link(&state, &who, id),
    )))
}

fn holds_link(state: &State, who: &Who, booking: BookingId) -> bool {
    let key = who.subject.manage_key.as_deref();
    key.is_some_and(|key| state.app.link_key.may_manage(booking, key))
}
