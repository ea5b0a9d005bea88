//! What the API promises, over HTTP, on both engines. The files mirror the URLs.

#[path = "../support/mod.rs"]
mod support;

mod seats;
