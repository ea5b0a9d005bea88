//! Partnerships.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::List;
use super::cities::CityDto;
use super::series::rounded;
use crate::app::ledger::{Account, get as read_ledger};
use crate::app::partnership::{self, PartnershipInput};
use crate::domain::partnership::Partnership;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(get_one)
        .service(create)
        .service(agree)
        .service(withdraw)
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
}

impl From<Partnership> for PartnershipDto {
    fn from(partnership: Partnership) -> Self {
        Self {
            id: partnership.id.to_string(),
            name: partnership.name(),
            stage: partnership.stage.to_string(),
            visibility: partnership.visibility.to_string(),
            since: partnership.since,
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
    Ok(HttpResponse::Ok().json(PartnershipDto::from(partnership)))
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
