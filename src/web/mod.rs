//! HTTP: from requests to use cases and back. Decides nothing.
//!
//! [`request`] reads what a request carries, [`problem`] is the one error, [`protect`] are the
//! headers and checks around every request, [`limits`] what a stranger may cause; [`api`] is JSON for programs, [`pages`] HTML for people.

pub mod api;
mod assets;
mod calendars;
mod inbound;
pub mod limits;
mod live;
mod methods;
pub mod pages;
pub mod problem;
pub mod protect;
pub mod request;

use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};
use secrecy::SecretString;

use crate::app::App;
use crate::live::Live;
use crate::mail::letters::LetterContext;
use crate::mail::outbox::OutboxStatus;

pub use problem::Problem;

/// What every handler is given.
#[derive(Clone)]
pub struct State {
    /// The use cases.
    pub app: App,
    /// How this installation is reached.
    pub site: Site,
    /// How long a request's body may take to arrive, all of it.
    pub body_wait: Duration,
    /// Live updates.
    pub live: Live,
    /// How much a stranger may make us do.
    pub limits: Arc<limits::Limits>,
    /// How the sending of letters is doing.
    pub outbox: OutboxStatus,
    /// The key with which a mail server signs what it hands over, where one does.
    pub inbound_secret: Option<SecretString>,
    /// What letters are rendered with, for the demo to show them.
    pub letters: Arc<LetterContext>,
}

/// How this installation is reached.
#[derive(Debug, Clone)]
pub struct Site {
    /// The address that visitors use, without a slash at its end.
    pub public_url: String,
    /// Whether this is the demo, which shows its letters to everybody.
    pub demo: bool,
}

impl Site {
    /// Whether visitors come over TLS, so that cookies must.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Largest request body, in bytes.
pub const BODY_MAX: usize = 64 * 1024;

/// Every route.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .app_data(web::PayloadConfig::new(BODY_MAX))
        .app_data(web::FormConfig::default().limit(BODY_MAX))
        .app_data(web::QueryConfig::default().error_handler(request::malformed_query))
        .service(web::scope("/api/v1").configure(api::routes))
        .configure(api::health::routes)
        .configure(live::routes)
        .configure(calendars::routes)
        .configure(inbound::routes)
        .configure(assets::routes)
        .configure(pages::routes)
        .default_service(web::to(not_found));
}

/// What no route takes: no such page, or one that is not for this method.
async fn not_found(request: HttpRequest) -> Result<HttpResponse, Problem> {
    match methods::of(&request) {
        Some(allowed) => Err(Problem::method_not_allowed(allowed)),
        None => Err(Problem::not_found("page")),
    }
}
