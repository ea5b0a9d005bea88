//! The database, on either engine: the only part of the crate that knows Diesel.
//!
//! [`Db`] gives out units of work: [`Db::read`] a consistent [`View`], [`Db::write`] a [`Tx`] that
//! commits state, events and letters together or not at all. The other modules hold the queries,
//! one file an aggregate; what they decide is nothing, that is `domain`'s and `app`'s.

mod connect;
mod db;
mod doorbell;
mod error;
mod migrate;
mod postgres;
mod schema;
mod sqlite;
mod types;

pub mod availability;
pub mod backup;
pub mod booking;
pub mod city;
pub mod confirm_again;
pub mod event_log;
pub mod export;
pub mod feed;
pub mod guest_clock;
pub mod hold;
pub mod host;
pub mod idempotency;
pub mod installation;
pub mod offer;
pub mod outbox;
pub mod partnership;
pub mod partnership_life;
pub mod person;
pub mod poll;
pub mod reminder;
pub mod report;
pub mod room;
pub mod seats;
pub mod series;
pub mod slot;
pub mod unsubscribed;
pub mod waiting;

pub use connect::{DatabaseUrl, InvalidDatabaseUrl};
pub use db::{Db, Signals, Tx, View, WorkError};
pub use error::StorageError;
