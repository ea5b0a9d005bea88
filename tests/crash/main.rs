//! The real program: killed at the worst moment, cut off from its database, and asked by its
//! operator.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::let_underscore_must_use,
    reason = "a test that fails says so by panicking, its helpers too"
)]

#[path = "../support/mod.rs"]
mod support;

mod away;
mod backup;
mod killed;
mod operator;
mod outbox;
mod post;
mod program;
