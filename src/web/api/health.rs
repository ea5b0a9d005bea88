//! Whether the program lives, and whether it can serve.

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, get};
use serde_json::json;

use crate::app;
use crate::web::State;

/// The two routes, outside `/api/v1`.
pub fn routes(config: &mut ServiceConfig) {
    config.service(healthz).service(readyz);
}

/// Lives.
#[get("/healthz")]
async fn healthz() -> HttpResponse {
    HttpResponse::Ok().body("ok\n")
}

/// Serves: 200 while the database answers, else 503; says what else is worth knowing.
#[get("/readyz")]
async fn readyz(state: Data<State>) -> HttpResponse {
    let database = app::city::list(&state.app).await;
    if let Err(error) = &database {
        tracing::warn!(%error, "not ready");
    }
    let zones = &state.app.zones;
    let paused = state.outbox.paused();
    let body = json!({
        "status": if database.is_ok() { "ready" } else { "unavailable" },
        "database": if database.is_ok() { "reachable" } else { "unreachable" },
        "mail": if paused.is_some() { "paused" } else { "running" },
        "mail_paused_because": paused,
        "zones": { "source": zones.source(), "version": zones.version() },
    });
    if database.is_ok() {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}
