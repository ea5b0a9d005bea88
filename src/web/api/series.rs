//! Series: planning one, agreeing to a plan, calling visits off, moving one.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bookings::{ManageKey, NewAttendee};
use super::overlap::Participant;
use super::slots::Reason;
use crate::app::overlap::Place;
use crate::app::plan::{self, PlanAsked, Planned};
use crate::app::series::{self, SeriesInput, SeriesView, fingerprint};
use crate::domain::booking::BookingInput;
use crate::domain::burden::Burden;
use crate::domain::plan::{Alternative, CityVisit, Visit};
use crate::domain::series::{Reach, SeriesVisit};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(plans)
        .service(create)
        .service(get_one)
        .service(cancel)
        .service(cancel_visit)
        .service(move_visit);
}

/// A series to plan.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct PlanRequest {
    /// From 2 to 20, each a slug or an object; absent means those of the partnership.
    #[schema(example = json!(["seattle", "kaohsiung"]))]
    cities: Vec<Participant>,
    /// Id of a partnership, whose past visits count then.
    partnership: Option<String>,
    /// The first date that may be one of the series.
    #[schema(example = "2027-01-05")]
    start: String,
    /// A recurrence rule (RFC 5545 3.3.10) with FREQ from DAILY to YEARLY, INTERVAL, BYDAY,
    /// BYMONTHDAY, BYMONTH, WKST, and COUNT (at most 520) or UNTIL (a local date, which counts).
    /// At most ten years; dates times cities at most 3000.
    #[schema(example = "FREQ=WEEKLY;BYDAY=TU;COUNT=52")]
    rule: String,
    /// Which city's dates and clock are meant, counted from 0; absent means the first.
    calendar: i64,
    /// A wall clock there, to be shown beside the other plans.
    #[schema(example = "16:00")]
    at: Option<String>,
    /// Dates to leave out; at most 520.
    except: Vec<String>,
    /// From 5 to 480.
    #[schema(example = 60)]
    duration_minutes: i64,
    /// Between the wall clocks that are tried: 15, 30 or 60; absent means 15.
    step_minutes: Option<i64>,
    /// What is done with a date that is a holiday in one of the cities: skip, move (to the next day on
    /// which all work, within two weeks) or keep; absent means skip.
    holidays: Option<String>,
    /// How long a rotating plan keeps a clock: season, quarter, or meeting, which only goes with what
    /// comes monthly or rarer; absent means meeting there and season otherwise.
    block: Option<String>,
}

impl From<PlanRequest> for PlanAsked {
    fn from(asked: PlanRequest) -> Self {
        Self {
            cities: asked.cities.into_iter().map(Into::into).collect(),
            partnership: asked.partnership,
            start: asked.start,
            rule: asked.rule,
            calendar: asked.calendar,
            at: asked.at,
            except: asked.except,
            duration_minutes: asked.duration_minutes,
            step_minutes: asked.step_minutes,
            holidays: asked.holidays,
            block: asked.block,
        }
    }
}

/// Plans side by side.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanAnswer {
    /// The rule as it was understood.
    rule: String,
    /// How long a rotating plan keeps a clock.
    block: String,
    /// What each city has borne before, in the order asked for.
    carried: Vec<f64>,
    /// Dates left out, because of a holiday or because the day does not exist.
    left_out: Vec<LeftOutDto>,
    /// The plans, fair ones first. A kind that cannot be held is missing.
    items: Vec<AlternativeDto>,
    /// Always null: all plans are in one answer.
    next: Option<String>,
    /// Where there is no plan: for each city, on how many dates it would be night there at the clock
    /// that hurts the fewest.
    nights: Vec<usize>,
}

/// A date that is left out.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeftOutDto {
    /// In the city whose calendar is meant.
    date: NaiveDate,
    /// The cities, counted from 0, that have a holiday; empty where the day does not exist.
    cities: Vec<usize>,
}

/// One plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct AlternativeDto {
    /// rotating, seasonal, fixed, least_total, one_sided or asked.
    kind: String,
    /// On which city's clock its visits are named, counted from 0.
    clock: usize,
    /// Names what the plan says: send it with POST /series to agree to this plan and no other.
    fingerprint: String,
    /// What each city bears.
    burden: Vec<f64>,
    /// The same with what was borne before.
    with_carried: Vec<f64>,
    /// How often the clock differs from that of the visit before.
    clock_changes: usize,
    /// Whether no fairer plan of its kind exists; else it is the best that was found.
    proven: bool,
    /// Its visits, by date.
    visits: Vec<VisitDto>,
}

/// A visit of a plan.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlannedVisit)]
pub struct VisitDto {
    /// Its name for good: the local start on the plan's clock that the rule means.
    original_local_start: NaiveDateTime,
    /// The wall clock on the plan's clock.
    local_start: NaiveDateTime,
    /// When it begins.
    starts_at: DateTime<Utc>,
    /// How the wall clock was resolved.
    resolution: String,
    /// In each city's clock.
    local: Vec<VisitLocal>,
}

/// A visit in one city's clock.
#[derive(Debug, Serialize, ToSchema)]
pub struct VisitLocal {
    /// The city's slug; null for a clock alone.
    city: Option<String>,
    /// IANA zone.
    zone: String,
    /// With the zone's offset.
    start: DateTime<FixedOffset>,
    /// How its least pleasant minute feels.
    tier: String,
    /// Whether it falls on a holiday there.
    holiday: bool,
    /// What it costs this city.
    burden: f64,
    /// Days between the date there and the calendar's.
    day_offset: i64,
    /// Whether this city's clock was moved since the visit before.
    clock_moved: bool,
}

/// A plan to agree to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewSeries {
    /// What was planned.
    plan: PlanRequest,
    /// Which of the plans.
    #[schema(example = "seasonal")]
    kind: String,
    /// On which city's clock.
    clock: i64,
    /// The plan's fingerprint; empty means whatever it is by now.
    fingerprint: String,
    /// The offer whose host receives the visits; you manage the host.
    offer_id: String,
    /// The series that this one takes the place of: its visits from this one's first date on are
    /// called off in the same step.
    predecessor: Option<String>,
    /// Original local starts of visits that are left out, because they conflict.
    leave_out: Vec<String>,
    /// Slug of the guests' city.
    city: String,
    /// Whom the guests come from.
    organization: String,
    /// Who books.
    contact: NewAttendee,
    /// Who else comes.
    attendees: Vec<NewAttendee>,
    /// Seats to take each time; absent means 1.
    seats: Option<i32>,
    /// A note to the host.
    note: String,
}

/// A series.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Series)]
pub struct SeriesDto {
    /// Its id.
    id: String,
    /// agreed or ended.
    status: String,
    /// By what its times were chosen.
    plan: String,
    /// IANA zone of the clock that its visits are named on.
    zone: String,
    /// Its recurrence rule.
    rule: String,
    /// The first date that the rule may name.
    start: NaiveDate,
    /// Id of its offer.
    offer_id: String,
    /// Slugs of the cities that meet.
    cities: Vec<String>,
    /// Whom the guests come from.
    organization: String,
    /// The partnership that it is of.
    partnership: Option<String>,
    /// The series that it goes on from.
    predecessor: Option<String>,
    /// Its visits.
    occurrences: Vec<OccurrenceDto>,
    /// Raised by each change.
    version: i64,
    /// When it was agreed.
    created_at: DateTime<Utc>,
}

/// A visit of a series.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Occurrence)]
pub struct OccurrenceDto {
    /// Its name for good.
    original_local_start: NaiveDateTime,
    /// standing, cancelled or left_out.
    state: String,
    /// When it begins; null where it was left out.
    starts_at: Option<DateTime<Utc>>,
    /// Its slot.
    slot_id: Option<String>,
    /// Its booking.
    booking_id: Option<String>,
}

/// Which visits to call off.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct CancelSeries {
    /// The original local start of the first one; absent means all that are yet to come.
    from: Option<String>,
    /// Told to everybody concerned.
    reason: Option<String>,
}

/// Where to move a visit.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct MoveVisit {
    /// The wall clock in the series' zone.
    #[schema(example = "2027-03-15T17:00")]
    local_start: String,
}

/// Plans a series in every way, without writing anything.
#[utoipa::path(tag = "Series", context_path = "/api/v1", request_body = PlanRequest,
    responses((status = 200, body = PlanAnswer), (status = 404, body = Problem),
        (status = 422, body = Problem), (status = 503, body = Problem)))]
#[post("/series/plan")]
pub(super) async fn plans(
    state: Data<State>,
    who: Who,
    body: Body<PlanRequest>,
) -> Result<HttpResponse, Problem> {
    let planned = plan::plan(&state.app, who.actor(), body.value.into()).await?;
    let plans = planned.plans.alternatives.iter();
    let left_out = planned.plans.left_out.iter().map(|left| LeftOutDto {
        date: left.date,
        cities: left.cities.clone(),
    });
    Ok(HttpResponse::Ok().json(PlanAnswer {
        rule: planned.rule.to_string(),
        block: planned.block.to_string(),
        carried: planned
            .carried
            .iter()
            .map(|borne| rounded(*borne))
            .collect(),
        left_out: left_out.collect(),
        items: plans.map(|plan| alternative(&planned, plan)).collect(),
        next: None,
        nights: planned.plans.nights.clone(),
    }))
}

fn alternative(planned: &Planned, plan: &Alternative) -> AlternativeDto {
    let numbers = |all: &[Burden]| all.iter().map(|one| rounded(*one)).collect();
    AlternativeDto {
        kind: plan.kind.to_string(),
        clock: plan.clock,
        fingerprint: fingerprint(plan),
        burden: numbers(&plan.burden),
        with_carried: numbers(&plan.with_carried),
        clock_changes: plan.clock_changes,
        proven: plan.proven,
        visits: plan
            .visits
            .iter()
            .map(|one| visit(&planned.places, one))
            .collect(),
    }
}

fn visit(places: &[Place], visit: &Visit) -> VisitDto {
    let local = |(place, city): (&Place, &CityVisit)| VisitLocal {
        city: place.city.as_ref().map(|city| city.slug.clone()),
        zone: place.time.zone.name().to_owned(),
        start: city.start,
        tier: city.tier.to_string(),
        holiday: city.holiday,
        burden: rounded(city.burden),
        day_offset: city.day_offset,
        clock_moved: city.clock_moved,
    };
    VisitDto {
        original_local_start: visit.original,
        local_start: visit.local_start,
        starts_at: visit.starts_at,
        resolution: visit.resolution.to_string(),
        local: places.iter().zip(&visit.cities).map(local).collect(),
    }
}

/// To three decimals, which is as much as says something.
pub(super) fn rounded(burden: Burden) -> f64 {
    (burden.as_f64() * 1000.0).round() / 1000.0
}

impl From<SeriesView> for SeriesDto {
    fn from(view: SeriesView) -> Self {
        let series = view.series;
        Self {
            id: series.id.to_string(),
            status: series.status.to_string(),
            plan: series.plan.to_string(),
            zone: series.zone,
            rule: series.rule.to_string(),
            start: series.start,
            offer_id: series.offer_id.to_string(),
            cities: view.cities.into_iter().map(|city| city.slug).collect(),
            organization: series.organization,
            partnership: series.partnership_id.map(|id| id.to_string()),
            predecessor: series.predecessor.map(|id| id.to_string()),
            occurrences: view.visits.into_iter().map(Into::into).collect(),
            version: series.version,
            created_at: series.created_at,
        }
    }
}

impl From<SeriesVisit> for OccurrenceDto {
    fn from(visit: SeriesVisit) -> Self {
        Self {
            original_local_start: visit.original,
            state: visit.state.to_string(),
            starts_at: visit.starts_at,
            slot_id: visit.slot_id.map(|id| id.to_string()),
            booking_id: visit.booking_id.map(|id| id.to_string()),
        }
    }
}

/// Agrees to a plan: makes a slot and a booking for every visit, or answers which conflict and does
/// nothing. For those who manage the offer's host.
#[utoipa::path(tag = "Series", context_path = "/api/v1", request_body = NewSeries,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = SeriesDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[post("/series")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewSeries>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "series", &who, &body.bytes)?;
    let new = body.value;
    let input = SeriesInput {
        plan: new.plan.into(),
        kind: new.kind,
        clock: new.clock,
        fingerprint: new.fingerprint,
        offer_id: new.offer_id,
        predecessor: new.predecessor,
        leave_out: new.leave_out,
        booking: BookingInput {
            city: new.city,
            organization: new.organization,
            contact: new.contact.into(),
            attendees: new.attendees.into_iter().map(Into::into).collect(),
            seats: new.seats.unwrap_or(1),
            note: new.note,
            ..BookingInput::default()
        },
    };
    let series = series::create(&state.app, who.actor(), input, key).await?;
    let location = format!("/api/v1/series/{}", series.series.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, location))
        .json(SeriesDto::from(series)))
}

/// Answers a series. For those who manage its host or keep one of its cities, and the bearer of the
/// link in its letter.
#[utoipa::path(tag = "Series", context_path = "/api/v1",
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = SeriesDto), (status = 404, body = Problem)))]
#[get("/series/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let series = series::get(&state.app, &who.subject, id(&path, "series")?).await?;
    Ok(HttpResponse::Ok().json(SeriesDto::from(series)))
}

/// Calls off a visit and all that follow, or all that are yet to come, and tells everybody.
#[utoipa::path(tag = "Series", context_path = "/api/v1", request_body = CancelSeries,
    params(("id" = String, Path), ManageKey),
    responses((status = 200, body = SeriesDto), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[post("/series/{id}/cancel")]
pub(super) async fn cancel(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<CancelSeries>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "series")?;
    let CancelSeries { from, reason } = body.value;
    let (reach, from) = match from {
        Some(from) => (Reach::Following, Some(original(&from)?)),
        None => (Reach::All, None),
    };
    let series = series::cancel(&state.app, &who.subject, id, from, reach, reason).await?;
    Ok(HttpResponse::Ok().json(SeriesDto::from(series)))
}

/// Calls off one visit and tells everybody. Doing it again changes nothing.
#[utoipa::path(tag = "Series", context_path = "/api/v1", request_body = Reason,
    params(("id" = String, Path), ("original_local_start" = String, Path), ManageKey),
    responses((status = 200, body = SeriesDto), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[post("/series/{id}/occurrences/{original_local_start}/cancel")]
pub(super) async fn cancel_visit(
    state: Data<State>,
    who: Who,
    path: Path<(String, String)>,
    body: Body<Reason>,
) -> Result<HttpResponse, Problem> {
    let (series, visit) = path.into_inner();
    let (id, visit) = (id(&series, "series")?, original(&visit)?);
    let reason = body.value.reason;
    let series = series::cancel(
        &state.app,
        &who.subject,
        id,
        Some(visit),
        Reach::This,
        reason,
    )
    .await?;
    Ok(HttpResponse::Ok().json(SeriesDto::from(series)))
}

/// Moves one visit to another wall clock in the series' zone and tells everybody. It keeps its name.
#[utoipa::path(tag = "Series", context_path = "/api/v1", request_body = MoveVisit,
    params(("id" = String, Path), ("original_local_start" = String, Path), ManageKey),
    responses((status = 200, body = SeriesDto), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/series/{id}/occurrences/{original_local_start}/move")]
pub(super) async fn move_visit(
    state: Data<State>,
    who: Who,
    path: Path<(String, String)>,
    body: Body<MoveVisit>,
) -> Result<HttpResponse, Problem> {
    let (series, visit) = path.into_inner();
    let (id, visit) = (id(&series, "series")?, original(&visit)?);
    let to = body.value.local_start;
    let series = series::move_visit(&state.app, &who.subject, id, visit, to).await?;
    Ok(HttpResponse::Ok().json(SeriesDto::from(series)))
}

/// The name of a visit; a text that is none names nothing.
fn original(text: &str) -> Result<NaiveDateTime, Problem> {
    series::local_start(text).ok_or_else(|| Problem::not_found("visit"))
}
