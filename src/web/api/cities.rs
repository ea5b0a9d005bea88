//! Cities.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::List;
use crate::app::city::{self, CityEdit, CityInput};
use crate::domain::city::City;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, idempotency_key, if_match};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(get_one)
        .service(create)
        .service(edit);
}

/// A city.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = City)]
pub struct CityDto {
    /// Its name in URLs.
    #[schema(example = "kaohsiung")]
    pub slug: String,
    /// Its name in English.
    pub name: String,
    /// Its name as its own people write it.
    pub native_name: String,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "TW")]
    pub country: String,
    /// The part of the country whose holidays it keeps (ISO 3166-2 without the country); may be empty.
    #[schema(example = "WA")]
    pub subdivision: String,
    /// IANA zone.
    #[schema(example = "Asia/Taipei")]
    pub zone: String,
    /// When its offices open, minutes after local midnight.
    pub office_start_minute: u16,
    /// When its offices close, minutes after local midnight.
    pub office_end_minute: u16,
    /// Its weekend.
    #[schema(example = "sat,sun")]
    pub weekend: String,
    /// BCP 47.
    pub languages: Vec<String>,
    /// Send it as If-Match with an edit.
    pub version: i64,
}

impl From<City> for CityDto {
    fn from(city: City) -> Self {
        Self {
            slug: city.slug,
            name: city.name,
            native_name: city.native_name,
            country: city.country,
            subdivision: city.subdivision,
            zone: city.zone,
            office_start_minute: city.hours.start_minute,
            office_end_minute: city.hours.end_minute,
            weekend: city.hours.weekend.to_string(),
            languages: city.languages,
            version: city.version,
        }
    }
}

/// A city to add.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewCity {
    slug: String,
    name: String,
    native_name: String,
    country: String,
    /// Absent means the whole country.
    subdivision: String,
    zone: String,
    /// Absent means 540, nine o'clock.
    office_start_minute: Option<u16>,
    /// Absent means 1020, five o'clock in the afternoon.
    office_end_minute: Option<u16>,
    /// Absent means sat,sun.
    weekend: Option<String>,
    languages: Vec<String>,
}

/// What to change of a city; absent fields stay.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct CityChange {
    name: Option<String>,
    native_name: Option<String>,
    country: Option<String>,
    subdivision: Option<String>,
    zone: Option<String>,
    office_start_minute: Option<u16>,
    office_end_minute: Option<u16>,
    weekend: Option<String>,
    languages: Option<Vec<String>>,
}

/// Lists every city.
#[utoipa::path(tag = "Cities", context_path = "/api/v1",
    responses((status = 200, body = List<CityDto>)))]
#[get("/cities")]
pub(super) async fn list(state: Data<State>) -> Result<HttpResponse, Problem> {
    let cities = city::list(&state.app).await?;
    Ok(HttpResponse::Ok().json(List::<CityDto>::whole(cities)))
}

/// Answers one city.
#[utoipa::path(tag = "Cities", context_path = "/api/v1", params(("slug" = String, Path)),
    responses((status = 200, body = CityDto), (status = 404, body = Problem)))]
#[get("/cities/{slug}")]
pub(super) async fn get_one(
    state: Data<State>,
    slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let city = city::get(&state.app, &slug).await?;
    Ok(answer(HttpResponse::Ok(), city))
}

/// Adds a city. For admins.
#[utoipa::path(tag = "Cities", context_path = "/api/v1", request_body = NewCity,
    responses((status = 201, body = CityDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[post("/cities")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewCity>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "city", &who, &body.bytes)?;
    let new = body.value;
    let input = CityInput {
        slug: new.slug,
        name: new.name,
        native_name: new.native_name,
        country: new.country,
        subdivision: new.subdivision,
        zone: new.zone,
        office_start_minute: new.office_start_minute.unwrap_or(9 * 60),
        office_end_minute: new.office_end_minute.unwrap_or(17 * 60),
        weekend: new.weekend.unwrap_or_else(|| "sat,sun".to_owned()),
        languages: new.languages,
    };
    let city = city::create(&state.app, who.actor(), input, key).await?;
    Ok(answer(HttpResponse::Created(), city))
}

/// Edits a city. For its coordinators; send the version edited as If-Match.
#[utoipa::path(tag = "Cities", context_path = "/api/v1", request_body = CityChange,
    params(("slug" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = CityDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
#[patch("/cities/{slug}")]
pub(super) async fn edit(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    slug: Path<String>,
    body: Body<CityChange>,
) -> Result<HttpResponse, Problem> {
    let version = if_match(&request)?;
    let change = body.value;
    let edit = CityEdit {
        name: change.name,
        native_name: change.native_name,
        country: change.country,
        subdivision: change.subdivision,
        zone: change.zone,
        office_start_minute: change.office_start_minute,
        office_end_minute: change.office_end_minute,
        weekend: change.weekend,
        languages: change.languages,
    };
    let city = city::edit(&state.app, who.actor(), &slug, version, edit).await?;
    Ok(answer(HttpResponse::Ok(), city))
}

fn answer(mut response: HttpResponseBuilder, city: City) -> HttpResponse {
    response
        .insert_header((ETAG, format!("\"{}\"", city.version)))
        .json(CityDto::from(city))
}
