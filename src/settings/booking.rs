//! How long seats are kept for people who are booking, and how many.

use std::num::{NonZeroU32, NonZeroU64};

use serde::Deserialize;

/// How long seats are kept, and how many.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookingSettings {
    /// Minutes that a hold lasts without being renewed.
    pub hold_minutes: NonZeroU32,
    /// Minutes for which a hold can be renewed at all.
    pub hold_longest_minutes: NonZeroU32,
    /// Most holds of one browser.
    pub holds_per_session: NonZeroU32,
    /// Most holds of one network address.
    pub holds_per_address: NonZeroU32,
    /// Most seats that one network address holds.
    pub seats_per_address: NonZeroU32,
    /// Hours for which freed seats are kept for the first of a waiting list.
    pub waiting_offer_hours: NonZeroU32,
    /// Seconds between two looks for what has run out.
    pub expiry_seconds: NonZeroU64,
}
