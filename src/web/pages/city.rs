//! `/cities/{slug}`: one city, who receives visits there, and when.

use askama::Template;

use super::day::Clock;
use super::parts::{Frame, PartnershipRow, SlotCard};
use crate::domain::host::Track;
use crate::domain::locale::Localizer;

/// A city's page.
#[derive(Template)]
#[template(path = "pages/city.html")]
pub struct CityPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// Its clock and name.
    pub clock: Clock,
    /// The country's name.
    pub country: String,
    /// IANA name of the zone.
    pub zone: String,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// Office hours in words, such as `09:00–17:00`.
    pub office_hours: String,
    /// Its partnerships.
    pub partnerships: Vec<PartnershipRow>,
    /// Its hosts, grouped by track; tracks without a host are left out.
    pub tracks: Vec<TrackHosts>,
    /// Public visits in this city that can still be booked, soonest first.
    pub visits: Vec<SlotCard>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

/// The hosts of one track.
pub struct TrackHosts {
    /// Which.
    pub track: Track,
    /// Who.
    pub hosts: Vec<CityHost>,
}

/// A host and what it offers.
pub struct CityHost {
    /// The host's name.
    pub name: String,
    /// What it is, in a sentence; may be empty.
    pub about: String,
    /// Titles of its public offers.
    pub offers: Vec<String>,
}
