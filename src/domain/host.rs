//! A host: who in a city receives visits.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{CityId, HostId};
use super::words::words;

words! {
    /// What a host is.
    HostKind {
        /// A department of the city's administration.
        Office = "office",
        /// A school.
        School = "school",
        /// A university or college.
        University = "university",
        /// A club, friendship association or other society.
        Association = "association",
        /// A company.
        Company = "company",
    }
}

words! {
    /// Which side of a partnership a host serves.
    Track {
        /// City hall to city hall.
        Official = "official",
        /// People to people.
        Civic = "civic",
        /// Schools and universities.
        Education = "education",
        /// Museums, music, sport.
        Culture = "culture",
        /// Trade.
        Business = "business",
    }
}

/// Who in a city receives visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Its id.
    pub id: HostId,
    /// The city it belongs to; its slots are told in that city's clock.
    pub city_id: CityId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: HostKind,
    /// Which side of a partnership it serves.
    pub track: Track,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}
