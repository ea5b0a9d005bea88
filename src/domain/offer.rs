//! An offer: what a host offers, from which bookable slots are made.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{HostId, OfferId};
use super::policy::Policy;
use super::words::words;

words! {
    /// Who may see and book an offer.
    OfferVisibility {
        /// Everybody sees it; any member city may book.
        Public = "public",
        /// Shown on the pages of the host city's partnerships; only partner cities may book.
        Partners = "partners",
        /// Shown nowhere; whoever has the link may book for a member city.
        Unlisted = "unlisted",
    }
}

/// Shortest visit, in minutes.
pub const DURATION_MIN: i32 = 5;
/// Longest visit, in minutes: a working day.
pub const DURATION_MAX: i32 = 8 * 60;
/// Most seats of a slot.
pub const CAPACITY_MAX: i32 = 10_000;

/// What a host offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Who offers it.
    pub host_id: HostId,
    /// Its title.
    pub title: String,
    /// A description of several lines, maybe empty.
    pub description: String,
    /// What it is about, a few words each.
    pub topics: Vec<String>,
    /// BCP 47 tags of the languages it can be held in.
    pub languages: Vec<String>,
    /// Length of a visit, in minutes.
    pub duration_minutes: i32,
    /// Seats of a new slot.
    pub capacity: i32,
    /// Who may see and book it.
    pub visibility: OfferVisibility,
    /// Whether its slots may overlap other slots of the same host.
    pub overlap_allowed: bool,
    /// Where the visit takes place, an `https://` address; told to attendees only.
    pub meeting_url: Option<String>,
    /// How it is booked.
    pub policy: Policy,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}
