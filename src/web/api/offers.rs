//! Offers.

use actix_web::web::{Data, Path, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post, put};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::List;
use super::hosts::HostDto;
use super::policies::PolicyDto;
use crate::app::city;
use crate::app::offer::{self, OfferInput, OfferView};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(get_one)
        .service(create)
        .service(set_policy);
}

/// An offer. Where its visits take place is told to attendees only.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offer)]
pub struct OfferDto {
    /// Its id.
    pub id: String,
    /// Who offers it.
    pub host: HostDto,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// What it is about.
    pub topics: Vec<String>,
    /// BCP 47.
    pub languages: Vec<String>,
    /// Length of a visit.
    pub duration_minutes: i32,
    /// Seats of a new slot.
    pub capacity: i32,
    /// public, partners or unlisted.
    pub visibility: String,
    /// Whether its slots may overlap others of the host.
    pub overlap_allowed: bool,
    /// How it is booked.
    pub policy: PolicyDto,
}

impl From<OfferView> for OfferDto {
    fn from(view: OfferView) -> Self {
        let offer = view.offer;
        Self {
            id: offer.id.to_string(),
            host: HostDto::new(&view.host, &view.city.slug),
            title: offer.title,
            description: offer.description,
            topics: offer.topics,
            languages: offer.languages,
            duration_minutes: offer.duration_minutes,
            capacity: offer.capacity,
            visibility: offer.visibility.to_string(),
            overlap_allowed: offer.overlap_allowed,
            policy: offer.policy.into(),
        }
    }
}

/// An offer to enter.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewOffer {
    host_id: String,
    title: String,
    description: String,
    topics: Vec<String>,
    languages: Vec<String>,
    /// 5 to 480.
    duration_minutes: i32,
    /// Absent means 1.
    capacity: Option<i32>,
    /// public, partners or unlisted; absent means partners.
    visibility: Option<String>,
    overlap_allowed: bool,
    /// An https:// address, told to attendees only.
    meeting_url: Option<String>,
    /// How it is booked; absent means at once, with no limits and no questions.
    policy: PolicyDto,
}

/// Which offers.
#[derive(Debug, Deserialize, IntoParams)]
pub struct OffersOf {
    /// Slug of their city; absent means every city.
    city: Option<String>,
}

/// Lists public offers, and those of hosts whom you manage.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", params(OffersOf),
    responses((status = 200, body = List<OfferDto>), (status = 404, body = Problem)))]
#[get("/offers")]
pub(super) async fn list(
    state: Data<State>,
    who: Who,
    query: Query<OffersOf>,
) -> Result<HttpResponse, Problem> {
    let city = match &query.city {
        Some(slug) => Some(city::get(&state.app, slug).await?.id),
        None => None,
    };
    let offers = offer::list(&state.app, who.actor(), city).await?;
    Ok(HttpResponse::Ok().json(List::<OfferDto>::whole(offers)))
}

/// Answers one offer.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = OfferDto), (status = 404, body = Problem)))]
#[get("/offers/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let offer = offer::get(&state.app, who.actor(), id(&path, "offer")?).await?;
    Ok(HttpResponse::Ok().json(OfferDto::from(offer)))
}

/// Enters an offer. For those who manage its host.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = NewOffer,
    responses((status = 201, body = OfferDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
#[post("/offers")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewOffer>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "offer", &who, &body.bytes)?;
    let new = body.value;
    let input = OfferInput {
        host_id: new.host_id,
        title: new.title,
        description: new.description,
        topics: new.topics,
        languages: new.languages,
        duration_minutes: new.duration_minutes,
        capacity: new.capacity.unwrap_or(1),
        visibility: new.visibility.unwrap_or_else(|| "partners".to_owned()),
        overlap_allowed: new.overlap_allowed,
        meeting_url: new.meeting_url,
        policy: new.policy.read()?,
    };
    let offer = offer::create(&state.app, who.actor(), input, key).await?;
    Ok(HttpResponse::Created().json(OfferDto::from(offer)))
}

/// Changes how an offer is booked from now on. For those who manage its host.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = PolicyDto,
    params(("id" = String, Path)),
    responses((status = 200, body = OfferDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[put("/offers/{id}/policy")]
pub(super) async fn set_policy(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<PolicyDto>,
) -> Result<HttpResponse, Problem> {
    let policy = body.value.read()?;
    let id = id(&path, "offer")?;
    let offer = offer::set_policy(&state.app, who.actor(), id, policy).await?;
    Ok(HttpResponse::Ok().json(OfferDto::from(offer)))
}
