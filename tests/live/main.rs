//! Live updates on real parts: a database file, an HTTP server, WebSockets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

#[path = "../support/mod.rs"]
mod support;

mod asyncapi;
mod bookings;
mod client;
mod dice;
mod doorbell;
mod ends;
mod handshake;
mod misuse;
mod node;
mod oracle;
mod outage;
mod polls;
#[path = "../crash/program.rs"]
mod program;
mod resume;
mod rights;
mod rolling;
mod stream;
mod told;
mod whole;
