//! Partnerships.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::List;
use super::cities::CityDto;
use super::series::rounded;
use crate::app::ledger::{Account, get as read_ledger};
use crate::app::partnership::edit::edit as edit_partnership;
use crate::app::partnership::{self, PartnershipInput};
use crate::domain::partnership::Partnership;
use crate::domain::partnership::stages::EditInput;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key, if_match};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(get_one)
        .service(create)
        .service(agree)
        .service(withdraw)
        .service(edit)
        .service(ledger);
}

/// A partnership.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Partnership)]
pub struct PartnershipDto {
    /// Its id.
    pub id: String,
    /// Its cities' names.
    #[schema(example = "Kaohsiung – Seattle")]
    pub name: String,
    /// prospective, pilot, official, paused or ended.
    pub stage: String,
    /// public or private.
    pub visibility: String,
    /// The year it was signed.
    pub since: Option<i32>,
    /// Its cities.
    pub cities: Vec<CityDto>,
    /// Slugs of the cities that have yet to agree; until then it is a proposal, known to them alone.
    pub awaiting: Vec<String>,
    /// The last day of a pilot, where it is set.
    #[schema(example = "2027-06-30")]
    pub pilot_ends: Option<String>,
    /// Send it as If-Match with an edit.
    pub version: i64,
}

impl From<Partnership> for PartnershipDto {
    fn from(partnership: Partnership) -> Self {
        Self {
            id: partnership.id.to_string(),
            name: partnership.name(),
            stage: partnership.stage.to_string(),
            visibility: partnership.visibility.to_string(),
            since: partnership.since,
            pilot_ends: partnership.pilot_ends.map(|date| date.to_string()),
            version: partnership.version,
            awaiting: partnership
                .awaiting_cities()
                .map(|city| city.slug.clone())
                .collect(),
            cities: partnership.cities.into_iter().map(Into::into).collect(),
        }
    }
}

/// A partnership to enter.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewPartnership {
    /// Slugs of 2 to 20 cities.
    cities: Vec<String>,
    /// prospective, pilot, official, paused or ended.
    stage: String,
    /// public or private; absent means public.
    visibility: Option<String>,
    /// The year it was signed.
    since: Option<i32>,
}

/// Lists the partnerships that you may know of.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1",
    responses((status = 200, body = List<PartnershipDto>)))]
#[get("/partnerships")]
pub(super) async fn list(state: Data<State>, who: Who) -> Result<HttpResponse, Problem> {
    let partnerships = partnership::list(&state.app, who.actor()).await?;
    Ok(HttpResponse::Ok().json(List::<PartnershipDto>::whole(partnerships)))
}

/// Answers one partnership.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = PartnershipDto), (status = 404, body = Problem)))]
#[get("/partnerships/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "partnership")?;
    let partnership = partnership::get(&state.app, who.actor(), id).await?;
    Ok(answer(HttpResponse::Ok(), partnership))
}

/// Enters a partnership. For coordinators of one of its cities; the others agree to it.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", request_body = NewPartnership,
    responses((status = 201, body = PartnershipDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
#[post("/partnerships")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewPartnership>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "partnership", &who, &body.bytes)?;
    let new = body.value;
    let input = PartnershipInput {
        cities: new.cities,
        stage: new.stage,
        visibility: new.visibility.unwrap_or_else(|| "public".to_owned()),
        since: new.since,
    };
    let partnership = partnership::create(&state.app, who.actor(), input, key).await?;
    Ok(HttpResponse::Created().json(PartnershipDto::from(partnership)))
}

/// Agrees to a proposed partnership, for the cities that you coordinate.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = PartnershipDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[post("/partnerships/{id}/agree")]
pub(super) async fn agree(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "partnership")?;
    let partnership = partnership::agree(&state.app, who.actor(), id).await?;
    Ok(HttpResponse::Ok().json(PartnershipDto::from(partnership)))
}

/// Takes back or turns down a proposed partnership. For coordinators of one of its cities.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)))]
#[delete("/partnerships/{id}")]
pub(super) async fn withdraw(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "partnership")?;
    partnership::withdraw(&state.app, who.actor(), id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An edit of a partnership; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct PartnershipChange {
    /// prospective, pilot, official, paused or ended; docs/partnership-stages.md says what leads where.
    stage: Option<String>,
    /// How a pilot came out: continued, ended or extended; it leads to the stage by itself.
    outcome: Option<String>,
    /// The last day of a pilot.
    pilot_ends: Option<String>,
    /// public or private; making it public takes somebody who speaks for all of its cities.
    visibility: Option<String>,
    /// The year it was signed.
    since: Option<i32>,
    /// Why, for the history; required where a pilot comes out, and then told publicly.
    why: String,
}

/// Edits a partnership. For coordinators of its cities; send the version edited as If-Match.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", request_body = PartnershipChange,
    params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = PartnershipDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem),
        (status = 422, body = Problem), (status = 428, body = Problem)))]
#[patch("/partnerships/{id}")]
pub(super) async fn edit(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<PartnershipChange>,
) -> Result<HttpResponse, Problem> {
    let (id, version) = (id(&path, "partnership")?, if_match(&request)?);
    let change = body.value;
    let input = EditInput {
        stage: change.stage,
        outcome: change.outcome,
        pilot_ends: change.pilot_ends,
        visibility: change.visibility,
        since: change.since,
        why: change.why,
    };
    let edited = edit_partnership(&state.app, who.actor(), id, version, input).await?;
    Ok(answer(HttpResponse::Ok(), edited))
}

fn answer(mut response: HttpResponseBuilder, partnership: Partnership) -> HttpResponse {
    response
        .insert_header((ETAG, format!("\"{}\"", partnership.version)))
        .json(PartnershipDto::from(partnership))
}

/// What one city of a partnership has borne.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountDto {
    /// The city's slug.
    city: String,
    /// Visits that it took part in.
    visits: usize,
    /// What they cost it.
    #[schema(example = 12.33)]
    burden: f64,
    /// Visits that were in its night.
    nights: usize,
}

/// Answers who had the late hours so far: what the visits that have begun cost each city.
#[utoipa::path(tag = "Partnerships", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = List<AccountDto>), (status = 404, body = Problem)))]
#[get("/partnerships/{id}/ledger")]
pub(super) async fn ledger(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let id = id(&path, "partnership")?;
    let (_, accounts) = read_ledger(&state.app, who.actor(), id).await?;
    let account = |account: Account| AccountDto {
        city: account.city.slug,
        visits: account.visits,
        burden: rounded(account.burden),
        nights: account.nights,
    };
    Ok(HttpResponse::Ok().json(List::<AccountDto>::whole(accounts.into_iter().map(account))))
}
