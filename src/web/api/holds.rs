//! Holds: seats kept for minutes while somebody fills in the form.

use actix_web::http::header::{LOCATION, SET_COOKIE};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::hold::{self, Held};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, holder, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(create)
        .service(renew)
        .service(release)
        .service(release_by_post);
}

/// Seats to keep.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewHold {
    /// Absent means 1.
    seats: Option<i32>,
}

/// What to change of a hold; an empty object keeps its seats for longer.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct RenewedHold {
    /// Absent means as many as before.
    seats: Option<i32>,
}

/// Seats that are kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Hold)]
pub struct HoldDto {
    /// Lets its bearer book the seats, keep them for longer or give them up.
    pub token: String,
    /// How many seats.
    pub seats: i32,
    /// Until when, unless it is renewed.
    pub expires_at: DateTime<Utc>,
}

impl HoldDto {
    fn new(token: String, held: &Held) -> Self {
        Self {
            token,
            seats: held.seats,
            expires_at: held.expires_at,
        }
    }
}

/// Keeps seats of a slot while somebody is booking. Nobody needs an account for that.
#[utoipa::path(tag = "Holds", context_path = "/api/v1", request_body = NewHold,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = HoldDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/slots/{id}/holds")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewHold>,
) -> Result<HttpResponse, Problem> {
    let slot = id(&path, "slot")?;
    let key = idempotency_key(&request, &format!("hold {slot}"), &who, &body.bytes)?;
    let (holder, cookie) = holder(&request, &state, &who);
    let seats = body.value.seats.unwrap_or(1);
    let held = hold::create(&state.app, who.actor(), slot, seats, holder, key).await?;
    let token = state.app.link_key.hold_token(&held.id);
    let mut answer = HttpResponse::Created();
    answer.insert_header((LOCATION, format!("/api/v1/holds/{token}")));
    if let Some(cookie) = cookie {
        answer.append_header((SET_COOKIE, cookie.to_string()));
    }
    Ok(answer.json(HoldDto::new(token, &held)))
}

/// Keeps the seats of a hold for longer, or another number of them.
#[utoipa::path(tag = "Holds", context_path = "/api/v1", request_body = RenewedHold,
    params(("token" = String, Path)),
    responses((status = 200, body = HoldDto), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[put("/holds/{token}")]
pub(super) async fn renew(
    state: Data<State>,
    path: Path<String>,
    body: Body<RenewedHold>,
) -> Result<HttpResponse, Problem> {
    let token = path.into_inner();
    let held = hold::renew(&state.app, &token, body.value.seats).await?;
    Ok(HttpResponse::Ok().json(HoldDto::new(token, &held)))
}

/// Gives the seats of a hold up. Doing it again changes nothing.
#[utoipa::path(tag = "Holds", context_path = "/api/v1", params(("token" = String, Path)),
    responses((status = 204)))]
#[delete("/holds/{token}")]
pub(super) async fn release(
    state: Data<State>,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    hold::release(&state.app, &path).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The same for a page that is being left, which can only post (`navigator.sendBeacon`).
#[utoipa::path(tag = "Holds", context_path = "/api/v1", params(("token" = String, Path)),
    responses((status = 204)))]
#[post("/holds/{token}/release")]
pub(super) async fn release_by_post(
    state: Data<State>,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    hold::release(&state.app, &path).await?;
    Ok(HttpResponse::NoContent().finish())
}
