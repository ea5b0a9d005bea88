//! Live updates on real parts: a database file, an HTTP server, WebSockets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

#[path = "../support/mod.rs"]
mod support;

mod client;
mod doorbell;
mod ends;
mod handshake;
mod misuse;
mod node;
mod resume;
mod rights;
mod whole;
