//! When an offer is to be had: the rules from which its slots are made.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::slots::LocalTimeDto;
use crate::app::availability::{self, AvailabilityView, Fate, Outcome, PlannedTime, Preview};
use crate::app::idempotency::IdempotencyKey;
use crate::domain::availability::input::{
    AvailabilityInput, OverrideInput, SeasonInput, SpanInput, WindowInput,
};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key, if_match};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(get_one)
        .service(replace)
        .service(enter)
        .service(preview);
}

/// When in the year a window applies: two dates for once, either of which may be absent, or two
/// days such as 03-01 for every year.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct SeasonDto {
    /// The first day.
    #[schema(example = "03-01")]
    pub from: Option<String>,
    /// The last day.
    #[schema(example = "10-31")]
    pub until: Option<String>,
}

/// A window of every week, in the host's wall clock.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct WindowDto {
    /// mon, tue, wed, thu, fri, sat or sun.
    pub weekday: String,
    /// When it begins, HH:MM.
    #[schema(example = "09:00")]
    pub from: String,
    /// When it ends, HH:MM up to 24:00; not after `from` means on the next day.
    #[schema(example = "12:00")]
    pub to: String,
    /// Absent means always.
    pub season: Option<SeasonDto>,
    /// Whether it is open on make-up workdays too, whatever day of the week they are.
    pub make_up_workdays: bool,
}

/// Hours of a date.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct HoursDto {
    /// When they begin, HH:MM.
    pub from: String,
    /// When they end, HH:MM; not after `from` means on the next day.
    pub to: String,
}

/// A date with hours of its own instead of the week's.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct OverrideDto {
    /// YYYY-MM-DD.
    #[schema(example = "2027-03-14")]
    pub date: String,
    /// At most 12; none means that nobody is received. Holidays do not close them.
    pub windows: Vec<HoursDto>,
}

/// When an offer is to be had. Slots are made from it over a rolling horizon.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = Availability)]
pub struct AvailabilityDto {
    /// At most 100; windows of one day and season that overlap are made one.
    pub windows: Vec<WindowDto>,
    /// At most 500.
    pub overrides: Vec<OverrideDto>,
    /// Minutes between the starts that are tried, 5 to 1440; absent means the offer's duration
    /// with both buffers.
    pub step_minutes: Option<i32>,
    /// Minutes kept free before each visit, 0 to 240.
    pub buffer_before_minutes: i32,
    /// Minutes kept free after each visit, 0 to 240.
    pub buffer_after_minutes: i32,
    /// A slot that begins in fewer minutes than this cannot be booked; 0 to 86400.
    pub notice_minutes: i32,
    /// Days from today on for which slots are made and can be booked, 1 to 400; absent means 60.
    pub horizon_days: Option<i32>,
    /// Most slots made for a local date.
    pub slots_per_day: Option<i32>,
    /// Most slots made for an ISO week.
    pub slots_per_week: Option<i32>,
    /// Most bookings of a local date.
    pub bookings_per_day: Option<i32>,
    /// Most bookings of an ISO week.
    pub bookings_per_week: Option<i32>,
    /// What the city's holidays mean: skip (the default) or offer.
    pub holidays: String,
}

/// An offer's rules, as they are.
#[derive(Debug, Serialize, ToSchema)]
pub struct AvailabilityOfOffer {
    /// The offer.
    pub offer_id: String,
    /// IANA zone of the host's wall clock.
    pub zone: String,
    /// 0 while nobody has entered any rules; send it as If-Match to change them.
    pub version: i64,
    /// The rules.
    #[serde(flatten)]
    pub rules: AvailabilityDto,
}

/// Windows that overlapped and were made one.
#[derive(Debug, Serialize, ToSchema)]
pub struct MergedDto {
    /// The day of the week, or a date.
    pub day: String,
    /// When they begin now.
    pub from: String,
    /// When they end now.
    pub to: String,
    /// How many there were.
    pub windows: usize,
}

/// What a change of rules did, or would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeDto {
    /// The rules' version afterwards.
    pub version: i64,
    /// Slots added.
    pub added: usize,
    /// Slots withdrawn, which nobody had booked.
    pub withdrawn: usize,
    /// Slots that stay although the rules no longer mean them, because they are booked.
    pub kept_booked: usize,
    /// Slots that stay as they are.
    pub unchanged: usize,
    /// Slots that the rules mean and a person has cancelled; they stay cancelled.
    pub called_off: usize,
    /// Times left out because the host has another slot then, buffers included.
    pub skipped_overlaps: usize,
    /// Windows that overlapped and were made one.
    pub merged_windows: Vec<MergedDto>,
}

/// A time that the rules mean.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlannedTimeDto {
    /// What the host's clock is to show.
    #[schema(value_type = String, example = "2027-03-14T17:00:00")]
    pub local_start: NaiveDateTime,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// new, unchanged, overlaps or called_off.
    pub outcome: String,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTimeDto>,
}

/// What saving rules would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewDto {
    /// In numbers.
    #[serde(flatten)]
    pub outcome: OutcomeDto,
    /// The times of the first two weeks, at most 100.
    pub times: Vec<PlannedTimeDto>,
}

/// Answers an offer's rules. For those who manage its host.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = AvailabilityOfOffer), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[get("/offers/{id}/availability")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let found = availability::get(&state.app, who.actor(), id(&path, "offer")?).await?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, format!("\"{}\"", found.version)))
        .json(AvailabilityOfOffer::from(found)))
}

/// Replaces an offer's rules and makes its slots what they mean. Booked slots stay, and so do those
/// that a person has cancelled. Send the version edited as If-Match, "0" for the first time.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = AvailabilityDto,
    params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = OutcomeDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
#[put("/offers/{id}/availability")]
pub(super) async fn replace(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<AvailabilityDto>,
) -> Result<HttpResponse, Problem> {
    set(&request, &state, &who, &path, body.value, None).await
}

/// The same by POST, with an Idempotency-Key.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = AvailabilityDto,
    params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = OutcomeDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
#[post("/offers/{id}/availability")]
pub(super) async fn enter(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<AvailabilityDto>,
) -> Result<HttpResponse, Problem> {
    let scope = format!("availability of {}", path.as_str());
    let key = idempotency_key(&request, &scope, &who, &body.bytes)?;
    set(&request, &state, &who, &path, body.value, key).await
}

async fn set(
    request: &HttpRequest,
    state: &State,
    who: &Who,
    path: &str,
    rules: AvailabilityDto,
    key: Option<IdempotencyKey>,
) -> Result<HttpResponse, Problem> {
    let (id, version) = (id(path, "offer")?, if_match(request)?);
    let app = &state.app;
    let done = availability::set(app, who.actor(), id, version, rules.into(), key).await?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, format!("\"{}\"", done.version)))
        .json(OutcomeDto::from(done)))
}

/// Says what replacing an offer's rules would do, and does not do it.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = AvailabilityDto,
    params(("id" = String, Path)),
    responses((status = 200, body = PreviewDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[post("/offers/{id}/availability/preview")]
pub(super) async fn preview(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<AvailabilityDto>,
) -> Result<HttpResponse, Problem> {
    let (id, rules) = (id(&path, "offer")?, body.value.into());
    let seen = availability::preview(&state.app, who.actor(), id, rules).await?;
    Ok(HttpResponse::Ok().json(PreviewDto::from(seen)))
}

impl From<AvailabilityDto> for AvailabilityInput {
    fn from(dto: AvailabilityDto) -> Self {
        let window = |window: WindowDto| WindowInput {
            weekday: window.weekday,
            span: SpanInput {
                from: window.from,
                to: window.to,
            },
            season: window.season.map(|season| SeasonInput {
                from: season.from,
                until: season.until,
            }),
            make_up_workdays: window.make_up_workdays,
        };
        let hours = |hours: HoursDto| SpanInput {
            from: hours.from,
            to: hours.to,
        };
        let of_date = |one: OverrideDto| OverrideInput {
            date: one.date,
            windows: one.windows.into_iter().map(hours).collect(),
        };
        Self {
            windows: dto.windows.into_iter().map(window).collect(),
            overrides: dto.overrides.into_iter().map(of_date).collect(),
            step_minutes: dto.step_minutes,
            buffer_before_minutes: dto.buffer_before_minutes,
            buffer_after_minutes: dto.buffer_after_minutes,
            notice_minutes: dto.notice_minutes,
            horizon_days: dto.horizon_days,
            slots_per_day: dto.slots_per_day,
            slots_per_week: dto.slots_per_week,
            bookings_per_day: dto.bookings_per_day,
            bookings_per_week: dto.bookings_per_week,
            holidays: dto.holidays,
        }
    }
}

impl From<AvailabilityInput> for AvailabilityDto {
    fn from(input: AvailabilityInput) -> Self {
        let window = |window: WindowInput| WindowDto {
            weekday: window.weekday,
            from: window.span.from,
            to: window.span.to,
            season: window.season.map(|season| SeasonDto {
                from: season.from,
                until: season.until,
            }),
            make_up_workdays: window.make_up_workdays,
        };
        let hours = |span: SpanInput| HoursDto {
            from: span.from,
            to: span.to,
        };
        let of_date = |one: OverrideInput| OverrideDto {
            date: one.date,
            windows: one.windows.into_iter().map(hours).collect(),
        };
        Self {
            windows: input.windows.into_iter().map(window).collect(),
            overrides: input.overrides.into_iter().map(of_date).collect(),
            step_minutes: input.step_minutes,
            buffer_before_minutes: input.buffer_before_minutes,
            buffer_after_minutes: input.buffer_after_minutes,
            notice_minutes: input.notice_minutes,
            horizon_days: input.horizon_days,
            slots_per_day: input.slots_per_day,
            slots_per_week: input.slots_per_week,
            bookings_per_day: input.bookings_per_day,
            bookings_per_week: input.bookings_per_week,
            holidays: input.holidays,
        }
    }
}

impl From<AvailabilityView> for AvailabilityOfOffer {
    fn from(view: AvailabilityView) -> Self {
        Self {
            offer_id: view.offer.id.to_string(),
            zone: view.city.zone,
            version: view.version,
            rules: AvailabilityInput::from(&view.rules).into(),
        }
    }
}

impl From<Outcome> for OutcomeDto {
    fn from(done: Outcome) -> Self {
        let merged = done.merged.into_iter().map(|merged| MergedDto {
            day: merged.day,
            from: merged.span.from,
            to: merged.span.to,
            windows: merged.windows,
        });
        Self {
            version: done.version,
            added: done.added,
            withdrawn: done.withdrawn,
            kept_booked: done.kept_booked,
            unchanged: done.unchanged,
            called_off: done.called_off,
            skipped_overlaps: done.skipped_overlaps,
            merged_windows: merged.collect(),
        }
    }
}

impl From<Preview> for PreviewDto {
    fn from(seen: Preview) -> Self {
        let time = |time: PlannedTime| PlannedTimeDto {
            local_start: time.local_start,
            starts_at: time.starts_at,
            ends_at: time.ends_at,
            outcome: match time.fate {
                Fate::New => "new",
                Fate::Stands => "unchanged",
                Fate::Overlaps => "overlaps",
                Fate::CalledOff => "called_off",
            }
            .to_owned(),
            local: time.local.iter().map(LocalTimeDto::from).collect(),
        };
        Self {
            times: seen.times.into_iter().map(time).collect(),
            outcome: seen.outcome.into(),
        }
    }
}
