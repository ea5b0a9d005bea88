//! The waiting list of a slot: parties in the order in which they joined.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{CityId, SlotId, WaitingId};
use super::locale::Locale;
use super::words::words;

/// Most parties that wait for one slot.
pub const WAITING_MAX: i32 = 200;

words! {
    /// Where a party that joined a waiting list stands.
    WaitingState {
        /// It waits for its turn.
        Waiting = "waiting",
        /// Seats are kept for it for a limited time.
        Offered = "offered",
        /// It has booked.
        Booked = "booked",
        /// It let its turn pass.
        Passed = "passed",
        /// It left.
        Left = "left",
        /// The slot does not take place, or has begun.
        Ended = "ended",
    }
}

/// A party on a waiting list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its id.
    pub id: WaitingId,
    /// The slot that it waits for.
    pub slot_id: SlotId,
    /// Its place among all that ever joined, from 1.
    pub place: i64,
    /// The guests' city.
    pub city_id: CityId,
    /// Whom the guests come from.
    pub organization: String,
    /// The contact's name.
    pub name: String,
    /// The contact's address.
    pub email: String,
    /// The contact's language.
    pub locale: Locale,
    /// IANA name of the contact's zone.
    pub zone: String,
    /// Seats it needs.
    pub seats: i32,
    /// Where it stands.
    pub state: WaitingState,
    /// Until when seats are kept for it, while it is offered some.
    pub offered_until: Option<DateTime<Utc>>,
    /// When it joined.
    pub created_at: DateTime<Utc>,
}
