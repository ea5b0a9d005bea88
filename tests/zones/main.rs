//! The clocks of the world: what others make of them (`agreement.rs`), and what follows from new
//! rules (`rederive.rs`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that fails says so by panicking, its helpers too"
)]

#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod rederive;
