//! The way to `live`: who asks is found out here, the rest is over there.

use actix_web::web::{Data, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};

use super::State;
use super::request::Who;
use crate::live::socket;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(connect);
}

/// Opens a WebSocket: `docs/LIVE.md` says what is spoken on it.
#[get("/live")]
async fn connect(
    request: HttpRequest,
    payload: Payload,
    state: Data<State>,
    who: Who,
) -> actix_web::Result<HttpResponse> {
    socket::live(&request, payload, &state.live, who.subject).await
}
