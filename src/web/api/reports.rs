//! What is left of a visit: who came, and what each side learned.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bookings::ManageKey;
use crate::app::report::{self, ReportView};
use crate::domain::report::{AttendanceInput, Outcome, OutcomeInput};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, if_match};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(get_one)
        .service(mark)
        .service(write)
        .service(publish);
}

/// What one side of a visit learned.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outcome)]
pub struct OutcomeDto {
    /// hosts or guests.
    pub side: String,
    /// The words.
    pub text: String,
    /// The language they are in.
    pub locale: String,
    /// Whether their writer lets them be shown publicly.
    pub offered: bool,
    /// Whether they are shown publicly.
    pub public: bool,
    /// Send it as If-Match with an edit.
    pub version: i64,
    /// When they were written.
    pub written_at: DateTime<Utc>,
}

impl From<Outcome> for OutcomeDto {
    fn from(outcome: Outcome) -> Self {
        Self {
            side: outcome.side.to_string(),
            text: outcome.text,
            locale: outcome.locale.tag().to_owned(),
            offered: outcome.offered,
            public: outcome.public,
            version: outcome.version,
            written_at: outcome.written_at,
        }
    }
}

/// Somebody who was on a visit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Came)]
pub struct CameDto {
    /// Their id.
    pub id: String,
    /// contact, guest or host.
    pub part: String,
    /// Their name.
    pub name: String,
    /// Whether they came; null where nobody has marked it.
    pub came: Option<bool>,
}

/// What is left of a visit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Report)]
pub struct ReportDto {
    /// The booking.
    pub booking_id: String,
    /// For which side you speak: hosts or guests.
    pub side: String,
    /// How many guests came in all, where somebody has counted.
    pub headcount: Option<i32>,
    /// Those who were named.
    pub people: Vec<CameDto>,
    /// What the sides learned.
    pub outcomes: Vec<OutcomeDto>,
}

impl From<ReportView> for ReportDto {
    fn from(view: ReportView) -> Self {
        let attendance = view.attendance.unwrap_or_default();
        let people = view.attendees.into_iter().map(|person| CameDto {
            came: attendance.people.get(&person.id).copied(),
            id: person.id.to_string(),
            part: person.part.to_string(),
            name: person.name,
        });
        Self {
            booking_id: view.booking.id.to_string(),
            side: view.side.to_string(),
            headcount: attendance.headcount,
            people: people.collect(),
            outcomes: view.outcomes.into_iter().map(Into::into).collect(),
        }
    }
}

fn answer(view: ReportView) -> HttpResponse {
    let own = view.outcomes.iter().find(|own| own.side == view.side);
    let version = own.map_or(0, |own| own.version);
    HttpResponse::Ok()
        .insert_header((ETAG, format!("\"{version}\"")))
        .json(ReportDto::from(view))
}

/// Answers what is left of a visit that has begun. For the bearer of its manage link, its hosts and
/// the coordinators of both cities. The ETag is the version of your side's outcome.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = ReportDto), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[get("/bookings/{id}/report")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    Ok(answer(report::get(&state.app, &who.subject, id).await?))
}

/// Who came to a visit.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewAttendance {
    /// How many guests came in all, those without names too.
    headcount: Option<i32>,
    /// Those who were named; who is left out is not marked.
    people: Vec<NewCame>,
}

/// Whether somebody came.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct NewCame {
    /// The attendee's id.
    id: String,
    /// Whether they came.
    came: bool,
}

/// Marks who came, in place of what was marked. For hosts and coordinators.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = NewAttendance,
    params(("id" = String, Path)),
    responses((status = 200, body = ReportDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[put("/bookings/{id}/attendance")]
pub(super) async fn mark(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewAttendance>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "booking")?;
    let people = body.value.people.into_iter().map(|one| (one.id, one.came));
    let input = AttendanceInput {
        headcount: body.value.headcount,
        people: people.collect(),
    };
    Ok(answer(
        report::mark(&state.app, &who.subject, id, input).await?,
    ))
}

/// What your side of a visit learned.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewOutcome {
    /// At most 2,000 characters; empty takes the words back.
    text: String,
    /// The tag of the language they are in.
    locale: String,
    /// Whether they may be shown on the partnership's page. What guests write is shown there once
    /// the hosts' side publishes it.
    public: bool,
}

/// Writes what your side learned. Send the version written over as If-Match, "0" for the first time.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = NewOutcome,
    params(("id" = String, Path), ManageKey, ("If-Match" = String, Header)),
    responses((status = 200, body = ReportDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
#[put("/bookings/{id}/outcome")]
pub(super) async fn write(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewOutcome>,
) -> Result<HttpResponse, Problem> {
    let (id, version) = (id(&path, "booking")?, if_match(&request)?);
    let input = OutcomeInput {
        text: body.value.text,
        locale: body.value.locale,
        public: body.value.public,
    };
    let view = report::write(&state.app, &who.subject, id, version, input).await?;
    Ok(answer(view))
}

/// Whether the guests' words are shown publicly.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct Publication {
    /// Whether they are shown.
    public: bool,
}

/// Shows what the guests have offered publicly, or does so no longer. For hosts and coordinators; send
/// the version that you have read as If-Match.
#[utoipa::path(tag = "Bookings", context_path = "/api/v1", request_body = Publication,
    params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = ReportDto), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 428, body = Problem)))]
#[post("/bookings/{id}/outcome/publish")]
pub(super) async fn publish(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<Publication>,
) -> Result<HttpResponse, Problem> {
    let (id, version) = (id(&path, "booking")?, if_match(&request)?);
    let public = body.value.public;
    let view = report::publish(&state.app, &who.subject, id, version, public).await?;
    Ok(answer(view))
}
