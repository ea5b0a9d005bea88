//! Calendar feeds over HTTP: `/calendar/…`, whose address is a secret, and a city's public one.

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, ETAG, EntityTag, Header as _, IfNoneMatch,
};
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};

use super::{Problem, State};
use crate::app::feed;
use crate::app::links::token_hash;
use crate::mail::feed::{to_free_busy, to_ics};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(busy).service(secret).service(public);
}

#[get("/calendar/{token}/busy.ics")]
async fn busy(
    request: HttpRequest,
    state: Data<State>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = feed::busy(&state.app, &token).await?;
    Ok(answer(&request, to_free_busy(&view), "private, no-cache"))
}

#[get("/calendar/{token}.ics")]
async fn secret(
    request: HttpRequest,
    state: Data<State>,
    token: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = feed::read(&state.app, &token).await?;
    let body = to_ics(&view, &state.site.public_url);
    Ok(answer(&request, body, "private, no-cache"))
}

#[get("/cities/{slug}/visits.ics")]
async fn public(
    request: HttpRequest,
    state: Data<State>,
    slug: Path<String>,
) -> Result<HttpResponse, Problem> {
    let view = feed::public(&state.app, &slug).await?;
    let body = to_ics(&view, &state.site.public_url);
    Ok(answer(&request, body, "public, max-age=300"))
}

/// The calendar, or that the asker has it already (RFC 9110 13.1.2).
fn answer(request: &HttpRequest, body: String, cache: &'static str) -> HttpResponse {
    let tag = EntityTag::new_strong(token_hash(&body));
    let known = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Err(_) => false,
    };
    let mut response = match known {
        true => HttpResponse::NotModified(),
        false => HttpResponse::Ok(),
    };
    response.insert_header((ETAG, tag.to_string()));
    response.insert_header((CACHE_CONTROL, cache));
    if known {
        return response.finish();
    }
    response
        .insert_header((CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .body(body)
}
