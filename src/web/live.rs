//! The way to `live`: who asks is found out here, the rest is over there.

use actix_web::web::{Data, Payload, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};

use super::State;
use super::request::Who;
use crate::live::{Visitor, socket, sse};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(connect).service(events);
}

/// Opens a WebSocket: `docs/LIVE.md` says what is spoken on it.
#[get("/live")]
async fn connect(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
    who: Who,
) -> actix_web::Result<HttpResponse> {
    let visitor = visitor(&request, &state, who);
    socket::live(&request, payload, &state.live, visitor).await
}

/// Opens a stream of server-sent events, of the topics that the query names.
#[get("/live/sse")]
async fn events(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
) -> actix_web::Result<HttpResponse> {
    let query = Query::<Vec<(String, String)>>::from_query(request.query_string())?.into_inner();
    let named = |name: &'static str| query.iter().filter(move |(key, _)| key == name);
    let topics: Vec<String> = named("topic").map(|(_, topic)| topic.clone()).collect();
    let header = request.headers().get("last-event-id");
    let last = header
        .and_then(|value| value.to_str().ok())
        .or_else(|| named("last_event_id").next().map(|(_, last)| last.as_str()));
    let visitor = visitor(&request, &state, who);
    sse::events(&request, &state.live, visitor, &topics, last).await
}

fn visitor(request: &HttpRequest, state: &State, who: Who) -> Visitor {
    Visitor {
        address: state.limits.sender(request),
        subject: who.subject,
        credential: who.credential,
    }
}
