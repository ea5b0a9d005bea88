//! A partnership: two or more cities and the stage of their relation. How it changes is in
//! [`stages`], what needs attention in [`health`], what came of it in numbers in [`numbers`].

pub mod health;
pub mod numbers;
pub mod stages;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::city::City;
use super::id::{CityId, PartnershipId};
use super::words::words;

words! {
    /// How far a partnership has come.
    Stage {
        /// The cities are getting to know each other; nothing is agreed.
        Prospective = "prospective",
        /// Visits are tried out before anything is signed.
        Pilot = "pilot",
        /// Signed.
        Official = "official",
        /// At rest for the time being: no new bookings.
        Paused = "paused",
        /// Over: no new bookings.
        Ended = "ended",
    }
}

words! {
    /// Who may know that a partnership exists.
    PartnershipVisibility {
        /// Everybody.
        Public = "public",
        /// People with a role in one of its cities, and admins.
        Private = "private",
    }
}

/// Fewest cities of a partnership.
pub const CITIES_MIN: usize = 2;
/// Most cities of a partnership.
pub const CITIES_MAX: usize = 20;

/// A relation between cities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// How far it has come.
    pub stage: Stage,
    /// Who may know of it.
    pub visibility: PartnershipVisibility,
    /// The year it was signed, where it was.
    pub since: Option<i32>,
    /// Its cities in the order they are named, at least two.
    pub cities: Vec<City>,
    /// Those of its cities that have yet to agree to it; until then it is a proposal.
    pub awaiting: Vec<CityId>,
    /// Raised by each edit.
    pub version: i64,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// The last day of the pilot, where somebody has set it; only while it is one.
    #[serde(default)]
    pub pilot_ends: Option<NaiveDate>,
}

impl Partnership {
    /// Whether `city` belongs to it.
    pub fn includes(&self, city: CityId) -> bool {
        self.cities.iter().any(|member| member.id == city)
    }

    /// Whether each of its cities has agreed to it.
    pub fn is_agreed(&self) -> bool {
        self.awaiting.is_empty()
    }

    /// Those of its cities that have yet to agree to it.
    pub fn awaiting_cities(&self) -> impl Iterator<Item = &City> {
        self.cities
            .iter()
            .filter(|city| self.awaiting.contains(&city.id))
    }

    /// Whether its cities see each other's partner offers: agreed, and not over.
    pub fn shows_offers(&self) -> bool {
        self.is_agreed() && self.stage != Stage::Ended
    }

    /// Whether its cities may book each other's partner offers: neither over nor at rest.
    pub fn takes_bookings(&self) -> bool {
        self.shows_offers() && self.stage != Stage::Paused
    }

    /// Its cities' names, as in "Kaohsiung – Seattle".
    pub fn name(&self) -> String {
        self.cities
            .iter()
            .map(|city| city.name.as_str())
            .collect::<Vec<_>>()
            .join(" – ")
    }
}
