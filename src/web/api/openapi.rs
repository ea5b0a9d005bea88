//! The API told to programs: OpenAPI 3.1, generated from the handlers.

use actix_web::web::ServiceConfig;
use actix_web::{HttpResponse, get};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;

use super::{
    availability, bookings, calendars, cities, events, exports, holds, holidays, hosts, imports,
    letters, offers, overlap, partnership_life, partnerships, people, polls, reports, rooms,
    series, slots, waiting,
};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(whole).service(live);
}

/// What is said on `/live`, as an AsyncAPI document.
#[get("/asyncapi.json")]
async fn live() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .body(include_str!("../../../docs/asyncapi.json"))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sisterline",
        description = "Sister cities offer times for virtual visits; a partner books one. \
            Times are RFC 3339, instants end in Z. Errors are application/problem+json with a \
            stable code. Every POST that creates takes an Idempotency-Key. People sign in with a \
            mailed link; programs send a token as Authorization: Bearer."
    ),
    paths(
        cities::list,
        cities::get_one,
        cities::create,
        cities::edit,
        holidays::list,
        holidays::enter,
        holidays::remove,
        holidays::import,
        partnerships::list,
        partnerships::get_one,
        partnerships::create,
        partnerships::agree,
        partnerships::withdraw,
        partnerships::ledger,
        partnerships::edit,
        partnership_life::get_one,
        partnership_life::overview,
        hosts::list,
        hosts::create,
        calendars::show,
        calendars::put,
        calendars::remove,
        calendars::check,
        offers::list,
        offers::get_one,
        offers::create,
        offers::set_policy,
        availability::get_one,
        availability::replace,
        availability::enter,
        availability::preview,
        overlap::find,
        series::plans,
        series::create,
        series::get_one,
        series::cancel,
        series::cancel_visit,
        series::move_visit,
        slots::list,
        slots::get_one,
        slots::create,
        slots::change,
        slots::cancel,
        rooms::of_slot,
        rooms::set_of_slot,
        rooms::of_offer,
        rooms::set_of_offer,
        holds::create,
        holds::renew,
        holds::release,
        holds::release_by_post,
        waiting::join,
        waiting::get_one,
        waiting::leave,
        bookings::create,
        bookings::get_one,
        bookings::cancel,
        bookings::confirm,
        bookings::confirm_again,
        bookings::decline,
        bookings::reschedule,
        bookings::set_attendees,
        polls::list,
        polls::create,
        polls::get_one,
        polls::vote,
        polls::close,
        polls::cancel,
        reports::get_one,
        reports::mark,
        reports::write,
        reports::publish,
        events::list,
        imports::create,
        imports::template,
        imports::whole_table,
        exports::bookings,
        letters::look,
        letters::requeue,
        letters::discard,
        people::sign_in,
        people::sign_out,
        people::create_token,
        people::grant,
    )
)]
struct Api;

/// The whole document.
pub fn document() -> Document {
    Api::openapi()
}

/// Answers the document.
#[get("/openapi.json")]
async fn whole() -> HttpResponse {
    HttpResponse::Ok().json(document())
}
