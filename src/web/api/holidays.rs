//! A city's holidays and what its coordinators say of its days.

use actix_web::web::{Data, Path, Payload, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::holidays::{self, CityDay, CityDays, DayInput, Imported};
use crate::domain::holiday;
use crate::domain::input::Invalid;
use crate::domain::workdays::OwnDay;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, file, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(enter)
        .service(remove)
        .service(import);
}

/// A day on which a city's offices do otherwise than its day of the week says.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidayDto {
    /// YYYY-MM-DD, on the city's calendar.
    #[schema(example = "2027-10-10")]
    pub date: String,
    /// holiday, substitute, make_up_workday, or workday: as its day of the week.
    pub kind: String,
    /// Its name there; may be empty.
    #[schema(example = "國慶日")]
    pub name: String,
    /// Its name in English; may be the one above.
    #[schema(example = "National Day")]
    pub english: String,
    /// Who says so: public (the table) or own (the city's coordinators).
    #[schema(example = "public")]
    pub source: String,
    /// What the table says of a day that the coordinators have entered otherwise.
    pub instead_of: Option<PublicHolidayDto>,
}

/// What the table says of a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicHolidayDto {
    /// holiday, substitute or make_up_workday.
    pub kind: String,
    /// Its name there.
    pub name: String,
}

impl From<CityDay> for HolidayDto {
    fn from(day: CityDay) -> Self {
        let instead_of = day.own.as_ref().and(day.public);
        Self {
            date: day.date.to_string(),
            kind: day.kind().map(|kind| kind.to_string()).unwrap_or_default(),
            name: day.name().to_owned(),
            english: day.english().to_owned(),
            source: if day.own.is_some() { "own" } else { "public" }.to_owned(),
            instead_of: instead_of.map(|public| PublicHolidayDto {
                kind: public.kind.to_string(),
                name: public.name.to_owned(),
            }),
        }
    }
}

/// A city's special days.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolidaysDto {
    /// The days, by date.
    pub items: Vec<HolidayDto>,
    /// The last day on which public holidays are known; null where nothing is known of the country.
    #[schema(example = "2030-12-31")]
    pub known_until: Option<String>,
    /// Where the public holidays come from.
    pub source: String,
}

impl From<CityDays> for HolidaysDto {
    fn from(found: CityDays) -> Self {
        Self {
            items: found.days.into_iter().map(HolidayDto::from).collect(),
            known_until: found.known_until.map(|date| date.to_string()),
            source: holiday::source().to_owned(),
        }
    }
}

/// A day to enter.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewHoliday {
    /// YYYY-MM-DD, from the beginning of this year to the end of the tenth after it.
    #[schema(example = "2027-10-11")]
    date: String,
    /// holiday, substitute, make_up_workday, or workday: as its day of the week.
    #[schema(example = "holiday")]
    kind: String,
    /// What it is called; may be empty.
    name: String,
}

/// A day as coordinators have entered it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnDayDto {
    /// YYYY-MM-DD.
    pub date: String,
    /// holiday, substitute, make_up_workday or workday.
    pub kind: String,
    /// What it is called; may be empty.
    pub name: String,
}

impl From<OwnDay> for OwnDayDto {
    fn from(day: OwnDay) -> Self {
        Self {
            date: day.date.to_string(),
            kind: day.kind.to_string(),
            name: day.name,
        }
    }
}

/// What a calendar file did, or would do.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportedDto {
    /// Whether nothing was written.
    pub dry_run: bool,
    /// Days that the city had not entered.
    pub added: Vec<OwnDayDto>,
    /// Days that it had entered otherwise, as they are now.
    pub changed: Vec<OwnDayDto>,
    /// Days that an event of the file had meant before it was moved.
    pub removed: Vec<OwnDayDto>,
    /// Days that were entered so already.
    pub unchanged: usize,
}

fn dto(done: Imported, dry_run: bool) -> ImportedDto {
    let days = |days: Vec<OwnDay>| days.into_iter().map(OwnDayDto::from).collect();
    ImportedDto {
        dry_run,
        added: days(done.added),
        changed: days(done.changed),
        removed: days(done.removed),
        unchanged: done.unchanged,
    }
}

#[derive(Deserialize)]
struct Span {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
struct Dry {
    dry_run: Option<String>,
}

fn date(field: &str, text: Option<&str>) -> Result<Option<NaiveDate>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let date = text.parse::<NaiveDate>().map(Some);
    date.map_err(|_| Invalid::one(field, "invalid_date", "Give a date such as 2027-01-31.").into())
}

/// Lists a city's special days: its public holidays and what its coordinators have entered.
#[utoipa::path(tag = "Cities", context_path = "/api/v1",
    params(("slug" = String, Path),
        ("from" = Option<String>, Query, description = "first day; absent means this year's"),
        ("to" = Option<String>, Query, description = "last day, at most 400 days later")),
    responses((status = 200, body = HolidaysDto), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[get("/cities/{slug}/holidays")]
pub(super) async fn list(
    state: Data<State>,
    slug: Path<String>,
    query: Query<Span>,
) -> Result<HttpResponse, Problem> {
    let from = date("from", query.from.as_deref())?;
    let to = date("to", query.to.as_deref())?;
    let found = holidays::list(&state.app, &slug, from, to).await?;
    Ok(HttpResponse::Ok().json(HolidaysDto::from(found)))
}

/// Enters a day of a city in place of whatever was known of it. For its coordinators.
#[utoipa::path(tag = "Cities", context_path = "/api/v1", request_body = NewHoliday,
    params(("slug" = String, Path)),
    responses((status = 201, body = OwnDayDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[post("/cities/{slug}/holidays")]
pub(super) async fn enter(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    slug: Path<String>,
    body: Body<NewHoliday>,
) -> Result<HttpResponse, Problem> {
    let scope = format!("holiday of {}", slug.as_str());
    let key = idempotency_key(&request, &scope, &who, &body.bytes)?;
    let input = DayInput {
        date: body.value.date,
        kind: body.value.kind,
        name: body.value.name,
    };
    let day = holidays::set(&state.app, who.actor(), &slug, input, key).await?;
    Ok(HttpResponse::Created().json(OwnDayDto::from(day)))
}

/// Takes back what was entered of a day; the public holidays count again. For its coordinators.
#[utoipa::path(tag = "Cities", context_path = "/api/v1",
    params(("slug" = String, Path), ("date" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
#[delete("/cities/{slug}/holidays/{date}")]
pub(super) async fn remove(
    state: Data<State>,
    who: Who,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (slug, date) = path.into_inner();
    let date = date.parse().map_err(|_| Problem::not_found("day"))?;
    holidays::remove(&state.app, who.actor(), &slug, date).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Enters the all-day events of an iCalendar file (RFC 5545), all of them or none. Sending it again
/// changes nothing. `CATEGORIES` may name a kind. For the city's coordinators.
#[utoipa::path(tag = "Cities", context_path = "/api/v1",
    request_body(content = String, content_type = "text/calendar",
        description = "at most 256 KiB and 1000 days"),
    params(("slug" = String, Path),
        ("dry_run" = Option<bool>, Query, description = "true: say what would be done")),
    responses((status = 200, body = ImportedDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 413, body = Problem), (status = 422, body = Problem)))]
#[post("/cities/{slug}/holidays/import")]
pub(super) async fn import(
    state: Data<State>,
    who: Who,
    slug: Path<String>,
    query: Query<Dry>,
    body: Payload,
) -> Result<HttpResponse, Problem> {
    let dry_run = match query.dry_run.as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => {
            return Err(Invalid::one("dry_run", "wrong_type", "Say true or false.").into());
        }
    };
    holidays::may_edit(&state.app, who.actor(), &slug).await?;
    let bytes = file(body, crate::domain::ics::FILE_MAX).await?;
    let done = holidays::import(&state.app, who.actor(), &slug, bytes.to_vec(), dry_run).await?;
    Ok(HttpResponse::Ok().json(dto(done, dry_run)))
}
