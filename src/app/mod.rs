//! The use cases: one function each that authorises, loads, decides and writes, in one
//! transaction that holds the state, the events and the letters.
//!
//! In reading order: [`App`] (what every use case is given), [`error`], [`access`] (who asks),
//! [`idempotency`]; then the use cases, one file a noun: [`city`], [`partnership`], [`host`],
//! [`offer`], [`availability`], [`slot`], [`capacity`], [`hold`], [`waiting`], [`booking`], [`expiry`],
//! [`poll`], [`room`], [`import`], [`export`], [`person`], [`feed`], [`overlap`], which finds times, and [`console`], which shows hosts all of
//! theirs; then what the followers of a commit need:
//! [`events`] and [`outbox`], whose failures are [`dead_letters`]; [`reminders`] are written by the clock, and
//! [`unsubscribe`] is for who wants none. [`zones`] derives
//! all that lies ahead again when the time-zone data changes. [`demo`] fills an empty database
//! through the use cases.
//!
//! Nothing here knows HTTP, sockets or SMTP.

pub mod access;
pub mod availability;
pub mod booking;
pub mod capacity;
pub mod city;
pub mod clock;
pub mod compute;
pub mod console;
pub mod dead_letters;
pub mod demo;
pub mod error;
pub mod events;
pub mod expiry;
pub mod export;
pub mod feed;
pub mod hold;
pub mod holidays;
pub mod host;
pub mod idempotency;
pub mod import;
pub mod ledger;
mod letters;
pub mod links;
pub mod local_time;
pub mod offer;
pub mod outbox;
pub mod overlap;
pub mod partnership;
pub mod person;
pub mod plan;
pub mod poll;
pub mod reminders;
pub mod report;
pub mod room;
mod seats;
pub mod series;
pub mod slot;
pub mod unsubscribe;
pub mod waiting;
pub mod workdays;
pub mod zones;

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

pub use clock::{Clock, Random, SystemClock, SystemRandom};
pub use error::{Conflict, Error};

use crate::domain::id::Id;
use crate::domain::partnership::health::Thresholds;
use crate::domain::room::{RoomTemplate, room_name};
use crate::domain::zone::ZoneData;
use crate::storage::Db;
use compute::Compute;
use links::LinkKey;

/// What every use case is given: the database, the clocks, the keys. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The time-zone database.
    pub zones: ZoneData,
    /// Signs the links that let people in.
    pub link_key: LinkKey,
    /// How long seats are kept, and how many.
    pub booking: BookingLimits,
    /// When letters are written, and how many are sent.
    pub mail: MailLimits,
    /// When a partnership is said to be quiet.
    pub partnerships: Thresholds,
    /// How rooms for visits are made, where they are.
    pub rooms: Option<RoomTemplate>,
    /// Where long sums are done.
    pub compute: Compute,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

/// How long seats are kept for people who are booking, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingLimits {
    /// How long a hold lasts without being renewed.
    pub hold: Duration,
    /// How long a hold can be renewed at all.
    pub hold_longest: Duration,
    /// Most holds of one browser session.
    pub holds_of_session: i64,
    /// Most holds of one network address.
    pub holds_of_address: i64,
    /// Most seats that one network address holds.
    pub seats_of_address: i64,
    /// How long freed seats are kept for the first of a waiting list.
    pub waiting_offer: Duration,
}

impl Default for BookingLimits {
    fn default() -> Self {
        Self {
            hold: Duration::minutes(5),
            hold_longest: Duration::minutes(30),
            holds_of_session: 3,
            holds_of_address: 30,
            seats_of_address: 200,
            waiting_offer: Duration::hours(24),
        }
    }
}

/// When letters are written, and how many are sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailLimits {
    /// How long before a visit its attendees are reminded of it.
    pub reminders: Vec<Duration>,
    /// Most letters to one domain in a minute; 0 means any number.
    pub per_domain: u32,
}

impl App {
    /// An application on `db` that takes time and randomness from what it is given.
    pub fn new(
        db: Db,
        zones: ZoneData,
        link_key: LinkKey,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Self {
        Self {
            db,
            zones,
            link_key,
            booking: BookingLimits::default(),
            mail: MailLimits::default(),
            partnerships: Thresholds::default(),
            rooms: None,
            compute: Compute::default(),
            clock,
            random,
        }
    }

    /// The time, to the microsecond, which is what both engines keep.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new id.
    pub fn id<T: Id>(&self) -> T {
        let mut random = [0; 10];
        self.random.fill(&mut random);
        T::new(self.now(), random)
    }

    /// A new secret of 256 bits, in hexadecimal.
    pub fn secret(&self) -> String {
        clock::secret(&*self.random)
    }

    /// The address of a new room that nobody can guess, where the installation makes rooms.
    fn new_room(&self) -> Option<String> {
        let template = self.rooms.as_ref()?;
        let mut random = [0; 28];
        self.random.fill(&mut random);
        Some(template.address(&room_name(random)))
    }
}
