//! `/`: what this is, who takes part, what can be visited next.

use askama::Template;

use super::day::Clock;
use super::parts::{Frame, PartnershipRow, SlotCard};
use crate::domain::locale::Localizer;

/// The front page.
#[derive(Template)]
#[template(path = "pages/home.html")]
pub struct HomePage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Every city that takes part, from east to west.
    pub cities: Vec<HomeCity>,
    /// Every public partnership.
    pub partnerships: Vec<PartnershipRow>,
    /// Public visits that can still be booked, soonest first.
    pub visits: Vec<SlotCard>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// A city among others.
pub struct HomeCity {
    /// Its clock and name.
    pub clock: Clock,
    /// The country's name.
    pub country: String,
    /// Partnerships it is in.
    pub partnerships: i64,
}
