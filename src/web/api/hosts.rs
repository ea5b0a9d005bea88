//! Hosts.

use actix_web::web::{Data, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::List;
use crate::app::{city, host};
use crate::domain::host::Host;
use crate::domain::input::Invalid;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list).service(create);
}

/// A host.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Host)]
pub struct HostDto {
    /// Its id.
    pub id: String,
    /// Slug of its city.
    #[schema(example = "kaohsiung")]
    pub city: String,
    /// Its name.
    pub name: String,
    /// office, school, university, association or company.
    pub kind: String,
    /// official, civic, education, culture or business.
    pub track: String,
}

impl HostDto {
    /// A host of the city of this slug.
    pub fn new(host: &Host, city: &str) -> Self {
        Self {
            id: host.id.to_string(),
            city: city.to_owned(),
            name: host.name.clone(),
            kind: host.kind.to_string(),
            track: host.track.to_string(),
        }
    }
}

/// A host to enter.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewHost {
    /// Slug of its city.
    city: String,
    name: String,
    /// office, school, university, association or company.
    kind: String,
    /// official, civic, education, culture or business.
    track: String,
}

/// Which hosts.
#[derive(Debug, Deserialize, IntoParams)]
pub struct HostsOf {
    /// Slug of their city.
    #[param(required)]
    #[serde(default)]
    city: String,
}

/// Lists a city's hosts.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", params(HostsOf),
    responses((status = 200, body = List<HostDto>), (status = 404, body = Problem)))]
#[get("/hosts")]
pub(super) async fn list(
    state: Data<State>,
    query: Query<HostsOf>,
) -> Result<HttpResponse, Problem> {
    if query.city.is_empty() {
        return Err(Invalid::one("city", "required", "Name a city by its slug.").into());
    }
    let city = city::get(&state.app, &query.city).await?;
    let hosts = host::list(&state.app, Some(city.id)).await?;
    let items = hosts.iter().map(|host| HostDto::new(host, &city.slug));
    Ok(HttpResponse::Ok().json(List::<HostDto>::whole(items)))
}

/// Enters a host. For its city's coordinators.
#[utoipa::path(tag = "Hosts", context_path = "/api/v1", request_body = NewHost,
    responses((status = 201, body = HostDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
#[post("/hosts")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewHost>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "host", &who, &body.bytes)?;
    let new = body.value;
    let input = host::HostInput {
        city: new.city,
        name: new.name,
        kind: new.kind,
        track: new.track,
    };
    let (host, city) = host::create(&state.app, who.actor(), input, key).await?;
    Ok(HttpResponse::Created().json(HostDto::new(&host, &city.slug)))
}
