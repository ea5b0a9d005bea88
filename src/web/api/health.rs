//! Whether the program lives, and whether it can serve.

use std::time::Duration;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpResponse, get};
use serde_json::json;
use tokio::time::timeout;

use crate::app;
use crate::web::State;

/// How long the database may take to answer before it counts as away.
const DATABASE_WAIT: Duration = Duration::from_secs(2);

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
    // Whoever asks wants to know now: a database that lets us wait is as good as away.
    let database = timeout(DATABASE_WAIT, app::city::list(&state.app)).await;
    let answers = match &database {
        Ok(Ok(_)) => true,
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            false
        }
        Err(_) => {
            tracing::warn!("not ready: the database does not answer in time");
            false
        }
    };
    let zones = &state.app.zones;
    let paused = state.outbox.paused();
    let body = json!({
        "status": if answers { "ready" } else { "unavailable" },
        "database": if answers { "reachable" } else { "unreachable" },
        "mail": if paused.is_some() { "paused" } else { "running" },
        "mail_paused_because": paused,
        "zones": { "source": zones.source(), "version": zones.version() },
    });
    if answers {
        HttpResponse::Ok().json(body)
    } else {
        HttpResponse::ServiceUnavailable().json(body)
    }
}
