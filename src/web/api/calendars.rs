//! Hosts' own calendars, which say when a host is busy. Their addresses go in and never come out.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, delete, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::busy::{self, CalendarView};
use crate::domain::id::HostId;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(show)
        .service(put)
        .service(remove)
        .service(check);
}

/// A host's own calendar. Its address is a secret and is not told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HostCalendar)]
pub struct CalendarDto {
    /// The name of the server that it is on.
    #[schema(example = "calendar.google.com")]
    pub server: String,
    /// When it was last looked at.
    pub checked_at: Option<DateTime<Utc>>,
    /// When that last worked.
    pub succeeded_at: Option<DateTime<Utc>>,
    /// Why the last look failed: address, connect, slow, refused, gone, too_large, too_many,
    /// not_a_calendar or sealed.
    pub fault: Option<String>,
    /// Rules and zones in it that were not understood.
    pub skipped: i32,
    /// When it is looked at next.
    pub due_at: DateTime<Utc>,
}

impl From<CalendarView> for CalendarDto {
    fn from(view: CalendarView) -> Self {
        Self {
            server: view.server,
            checked_at: view.checked_at,
            succeeded_at: view.succeeded_at,
            fault: view.fault.map(|fault| fault.to_string()),
            skipped: view.skipped,
            due_at: view.due_at,
        }
    }
}

/// Where a host's own calendar is.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct CalendarAddress {
    /// Its secret address in iCal format: https://, or webcal:// which means the same.
    #[schema(example = "https://calendar.example.org/private-1f2e/basic.ics")]
    address: String,
}

fn host_id(path: &str) -> Result<HostId, Problem> {
    path.parse().map_err(|_| Problem::not_found("host"))
}

/// Tells what is known of a host's own calendar. For who manages the host.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = CalendarDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[get("/hosts/{id}/calendar")]
pub(super) async fn show(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let (_, calendar) = busy::get(&state.app, who.actor(), host_id(&path)?).await?;
    let calendar = calendar.ok_or_else(|| Problem::not_found("calendar"))?;
    Ok(HttpResponse::Ok().json(CalendarDto::from(calendar)))
}

/// Enters a host's own calendar, or another one in its place: while it says busy, the host's slots
/// take no bookings. For who manages the host.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", params(("id" = String, Path)),
    request_body = CalendarAddress,
    responses((status = 200, body = CalendarDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[put("/hosts/{id}/calendar")]
pub(super) async fn put(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<CalendarAddress>,
) -> Result<HttpResponse, Problem> {
    let (host, address) = (host_id(&path)?, &body.value.address);
    let calendar = busy::set(&state.app, who.actor(), host, address).await?;
    Ok(HttpResponse::Ok().json(CalendarDto::from(calendar)))
}

/// Forgets a host's own calendar; its slots open again. For who manages the host.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
#[delete("/hosts/{id}/calendar")]
pub(super) async fn remove(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    busy::remove(&state.app, who.actor(), host_id(&path)?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Has a host's own calendar looked at now, at most once a minute. For who manages the host.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 202, body = CalendarDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[post("/hosts/{id}/calendar/check")]
pub(super) async fn check(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let calendar = busy::check_now(&state.app, who.actor(), host_id(&path)?).await?;
    Ok(HttpResponse::Accepted().json(CalendarDto::from(calendar)))
}
