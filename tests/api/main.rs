//! What the API promises, over HTTP, on both engines. The files mirror the URLs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::let_underscore_must_use,
    reason = "a test that fails says so by panicking, its helpers too"
)]

#[path = "../support/mod.rs"]
mod support;

mod approval;
mod availability;
mod bookings;
mod calendars;
mod changes;
mod cities;
mod events;
mod exports;
mod health;
mod holds;
mod holidays;
mod hosts;
mod imports;
mod letters;
mod limits;
mod openapi;
mod overlap;
mod partnership_life;
mod partnerships;
mod people;
mod policies;
mod polls;
mod reminders;
mod rooms;
mod seats;
mod series;
mod slots;
