//! Sisterline: sister cities offer times for virtual visits, a partner books one, everybody who
//! looks sees it at once, and every attendee gets an invite in their own clock and language.
//!
//! In reading order:
//! - [`domain`]: the rules, pure;
//! - [`storage`]: the database, on either engine;
//! - [`app`]: the use cases, each one transaction of state, events and letters;
//! - [`web`], [`live`], [`mail`], [`jobs`]: what translates between them and the world;
//! - [`settings`] and [`server`]: what puts it all together and runs it.
//!
//! Nothing points up that order; `tests/architecture` reads the `use` lines and holds it.
//! `docs/ARCHITECTURE.md` walks through one booking.

pub mod app;
pub mod domain;
pub mod jobs;
pub mod live;
pub mod mail;
pub mod server;
pub mod settings;
pub mod storage;
pub mod web;
