//! What people do on the pages, as a browser without JavaScript does it: by links and forms.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::let_underscore_must_use,
    reason = "a test that fails says so by panicking, its helpers too"
)]

#[path = "../support/mod.rs"]
mod support;

mod availability;
mod booking;
mod browser;
mod console;
mod docs;
mod files;
mod holidays;
mod letters;
mod partnership;
mod setups;
mod sign_in;
