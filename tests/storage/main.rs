//! The database on both engines: one schema, the rules of the outbox and of the event log, units
//! of work that fail.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::let_underscore_must_use,
    reason = "a test that fails says so by panicking, its helpers too"
)]

#[path = "../support/mod.rs"]
mod support;

mod booked;
mod events;
mod model;
mod outbox;
mod races;
mod schema;
mod upgrade;
mod work;

use std::sync::Arc;

use sisterline::app::{App, SystemRandom};
use sisterline::settings::Settings;
use support::{Engine, TestClock, TestDatabase};

/// An application on a fresh database, with nobody who serves or sends.
async fn app_on(engine: Engine) -> (App, TestClock, TestDatabase) {
    let database = TestDatabase::new(engine);
    let clock = TestClock::new();
    let overlay = format!("[database]\nurl = \"{}\"\n", database.url);
    let settings = Settings::load(&[&overlay], None).unwrap();
    let app = sisterline::server::open(&settings, Arc::new(clock.clone()), Arc::new(SystemRandom))
        .await
        .unwrap();
    (app, clock, database)
}
