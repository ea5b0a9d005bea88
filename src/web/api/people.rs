//! Signing in and out, tokens for programs, roles.

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::person::{self, RoleInput};
use crate::domain::person::Actor;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, cookie_of, idempotency_key};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(sign_in)
        .service(sign_out)
        .service(create_token)
        .service(grant);
}

/// Who wants to sign in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct SignIn {
    email: String,
}

/// A token to make.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewToken {
    /// What it is for, to tell it from others.
    label: String,
}

/// A token, told once.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenDto {
    /// Send it as `Authorization: Bearer …`.
    pub token: String,
}

/// A role to give.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewRole {
    /// Whom; they are entered where they are new.
    email: String,
    /// Their name, where they are new.
    name: String,
    /// Language tag; absent means English.
    locale: Option<String>,
    /// IANA zone; absent means the city's.
    zone: Option<String>,
    /// admin, coordinator or member.
    role: String,
    /// Slug of the city, for a coordinator.
    city: Option<String>,
    /// Id of the host, for a member.
    host_id: Option<String>,
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person)]
pub struct PersonDto {
    /// Their id.
    pub id: String,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
}

/// Sends a sign-in link to an address, where it is somebody's; answers the same where not.
#[utoipa::path(tag = "People", context_path = "/api/v1", request_body = SignIn,
    responses((status = 202, description = "If the address is known, a link is on its way."),
        (status = 422, body = Problem), (status = 429, body = Problem)))]
#[post("/sign-in")]
pub(super) async fn sign_in(
    request: HttpRequest,
    state: Data<State>,
    body: Body<SignIn>,
) -> Result<HttpResponse, Problem> {
    state
        .limits
        .letters(&request, &Actor::Guest, 1, state.app.now())?;
    person::request_link(&state.app, &body.value.email).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Signs out.
#[utoipa::path(tag = "People", context_path = "/api/v1", responses((status = 204)))]
#[delete("/session")]
pub(super) async fn sign_out(state: Data<State>, who: Who) -> Result<HttpResponse, Problem> {
    if let Some(token) = &who.session {
        person::sign_out(&state.app, token).await?;
    }
    // With the attributes it was set with: a browser drops a `__Host-` cookie for no other.
    let mut gone = cookie_of(state.site.is_secure(), "");
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

/// Makes a token with which programs act for you.
#[utoipa::path(tag = "People", context_path = "/api/v1", request_body = NewToken,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = TokenDto), (status = 401, body = Problem),
        (status = 422, body = Problem)))]
#[post("/tokens")]
pub(super) async fn create_token(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewToken>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "token", &who, &body.bytes)?;
    let token = person::create_token(&state.app, who.actor(), &body.value.label, key).await?;
    Ok(HttpResponse::Created().json(TokenDto { token }))
}

/// Gives somebody a role. For admins, and for coordinators within their city.
#[utoipa::path(tag = "People", context_path = "/api/v1", request_body = NewRole,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = PersonDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
#[post("/roles")]
pub(super) async fn grant(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewRole>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "role", &who, &body.bytes)?;
    let new = body.value;
    let input = RoleInput {
        email: new.email,
        name: new.name,
        locale: new.locale,
        zone: new.zone,
        role: new.role,
        city: new.city,
        host_id: new.host_id,
    };
    let person = person::grant(&state.app, who.actor(), input, key).await?;
    Ok(HttpResponse::Created().json(PersonDto {
        id: person.id.to_string(),
        email: person.email,
        name: person.name,
    }))
}
