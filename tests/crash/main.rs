//! The real program: killed at the worst moment, cut off from its database, and asked by its
//! operator.

#[path = "../support/mod.rs"]
mod support;

mod away;
mod killed;
mod operator;
mod program;
