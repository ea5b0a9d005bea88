//! Waiting lists.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bookings::{ManageKey, NewAttendee};
use super::slots::SlotDto;
use crate::app::waiting::{self, WaitingInput, WaitingView};
use crate::domain::waiting::WaitingState;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(join).service(get_one).service(leave);
}

/// A party that wants to wait.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewWaiting {
    /// Slug of the guests' city.
    city: String,
    /// Whom the guests come from.
    organization: String,
    /// Who books when it is their turn.
    contact: NewAttendee,
    /// Seats they need; absent means 1.
    seats: Option<i32>,
}

/// A place on a waiting list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Waiting)]
pub struct WaitingDto {
    /// Its id.
    pub id: String,
    /// waiting, offered, booked, passed, left or ended.
    pub status: String,
    /// The slot that the party waits for.
    pub slot: SlotDto,
    /// Seats it needs.
    pub seats: i32,
    /// How many parties wait before it.
    pub ahead: i64,
    /// Until when seats are kept for it, while they are.
    pub offered_until: Option<DateTime<Utc>>,
    /// What to send as `hold_token` to book these seats, while they are kept.
    pub hold_token: Option<String>,
    /// The page of this place; whoever has it may leave and book.
    pub manage_url: String,
}

impl WaitingDto {
    fn new(state: &State, view: &WaitingView) -> Self {
        let (party, keys) = (&view.waiting, &state.app.link_key);
        let offered = party.state == WaitingState::Offered;
        Self {
            id: party.id.to_string(),
            status: party.state.to_string(),
            slot: SlotDto::from(&view.slot),
            seats: party.seats,
            ahead: view.ahead,
            offered_until: party.offered_until,
            hold_token: offered.then(|| keys.hold_token(&party.id.to_string())),
            manage_url: keys.waiting_url(&state.site.public_url, party.id),
        }
    }
}

/// Joins the waiting list of a slot that is full. Nobody needs an account for that.
#[utoipa::path(tag = "Waiting lists", context_path = "/api/v1", request_body = NewWaiting,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = WaitingDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
#[post("/slots/{id}/waitlist")]
pub(super) async fn join(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewWaiting>,
) -> Result<HttpResponse, Problem> {
    let slot = id(&path, "slot")?;
    let key = idempotency_key(&request, &format!("wait {slot}"), &who, &body.bytes)?;
    let new = body.value;
    let input = WaitingInput {
        city: new.city,
        organization: new.organization,
        contact: new.contact.into(),
        seats: new.seats.unwrap_or(1),
    };
    // One that says so, and one when it is their turn.
    state
        .limits
        .letters(&request, who.actor(), 2, state.app.now())?;
    let view = waiting::join(&state.app, who.actor(), slot, input, key).await?;
    let location = format!("/api/v1/waiting/{}", view.waiting.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, location))
        .json(WaitingDto::new(&state, &view)))
}

/// Answers a place on a waiting list. For the bearer of its link.
#[utoipa::path(tag = "Waiting lists", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = WaitingDto), (status = 404, body = Problem)))]
#[get("/waiting/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = waiting::get(&state.app, &who.subject, id(&path, "place")?).await?;
    Ok(HttpResponse::Ok().json(WaitingDto::new(&state, &view)))
}

/// Leaves a waiting list. For the bearer of the place's link. Doing it again changes nothing.
#[utoipa::path(tag = "Waiting lists", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = WaitingDto), (status = 404, body = Problem)))]
#[delete("/waiting/{id}")]
pub(super) async fn leave(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = waiting::leave(&state.app, &who.subject, id(&path, "place")?).await?;
    Ok(HttpResponse::Ok().json(WaitingDto::new(&state, &view)))
}
