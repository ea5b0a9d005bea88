//! The demo's data files, and the shapes they have.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::app::Error;
use crate::app::city::CityInput;
use crate::app::partnership::PartnershipInput;
use crate::domain::booking::BookingInput;
use crate::domain::locale::Locale;
use crate::domain::policy::Policy;
use crate::storage::StorageError;

/// A city and who keeps it.
#[derive(Debug, Deserialize)]
pub(super) struct DemoCity {
    #[serde(flatten)]
    pub input: CityInput,
    pub coordinator: DemoPerson,
}

/// A person who gets a role.
#[derive(Debug, Deserialize)]
pub(super) struct DemoPerson {
    pub name: String,
    pub email: String,
    pub locale: String,
}

/// A host, who receives its visits, and what it offers. Without members its city's coordinator
/// receives them.
#[derive(Debug, Deserialize)]
pub(super) struct DemoHost {
    /// Slug.
    pub city: String,
    pub name: String,
    pub kind: String,
    pub track: String,
    pub members: Vec<DemoPerson>,
    pub offers: Vec<DemoOffer>,
}

/// An offer and when it takes place. Its title names it among all offers of the demo.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct DemoOffer {
    pub title: String,
    pub description: String,
    pub topics: Vec<String>,
    pub languages: Vec<String>,
    pub duration_minutes: i32,
    pub capacity: i32,
    pub visibility: String,
    pub overlap_allowed: bool,
    pub meeting_url: String,
    #[serde(default)]
    pub policy: Policy,
    pub weekly: Vec<Weekly>,
    /// Its slots are added one by one, not made from weekly hours.
    #[serde(default)]
    pub by_hand: bool,
}

/// Days of the week with a slot at this time, in the host's local time.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Weekly {
    pub days: Vec<Weekday>,
    pub at: NaiveTime,
}

impl DemoOffer {
    /// When slots begin on a local date.
    pub(super) fn starts_on(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        self.weekly
            .iter()
            .filter(move |weekly| weekly.days.contains(&date.weekday()))
            .map(move |weekly| date.and_time(weekly.at))
    }
}

/// A visit that is booked already.
#[derive(Debug, Deserialize)]
pub(super) struct DemoBooking {
    /// Title of the offer.
    pub offer: String,
    /// Which of the offer's slots, by start, from 0.
    pub nth: usize,
    #[serde(flatten)]
    pub party: BookingInput,
}

/// A partnership, and since when it is here.
#[derive(Debug, Deserialize)]
pub(super) struct DemoPartnership {
    #[serde(flatten)]
    pub input: PartnershipInput,
    /// How many days ago it was entered.
    #[serde(default = "young")]
    pub days_ago: i64,
    /// In how many days its pilot ends.
    #[serde(default)]
    pub pilot_days: Option<i64>,
}

/// Days that a partnership is here: not long enough to have become quiet.
fn young() -> i64 {
    100
}

/// A visit that has taken place.
#[derive(Debug, Deserialize)]
pub(super) struct DemoPast {
    /// Title of the offer.
    pub offer: String,
    /// How many days ago.
    pub days_ago: i64,
    /// When, in the host's local time.
    pub at: NaiveTime,
    /// How many guests came, where somebody has counted.
    pub headcount: Option<i32>,
    /// What the hosts learned.
    pub hosts: Option<DemoOutcome>,
    /// What the guests learned.
    pub guests: Option<DemoOutcome>,
    #[serde(flatten)]
    pub party: BookingInput,
}

/// What somebody learned; it is shown publicly.
#[derive(Debug, Deserialize)]
pub(super) struct DemoOutcome {
    pub text: String,
    pub locale: Locale,
}

/// A poll that is under way.
#[derive(Debug, Deserialize)]
pub(super) struct DemoPoll {
    /// Slugs of the partnership's cities.
    pub cities: Vec<String>,
    /// Title of the offer.
    pub offer: String,
    /// Slug of the guests' city.
    pub guests: String,
    pub organization: String,
    pub title: String,
    pub note: String,
    pub times: Vec<DemoTime>,
    pub votes: Vec<DemoVote>,
}

/// A time of a poll, in the host's local time.
#[derive(Debug, Deserialize)]
pub(super) struct DemoTime {
    pub day: Weekday,
    /// At least so many weeks ahead.
    pub weeks: u64,
    pub at: NaiveTime,
}

impl DemoTime {
    /// When it begins, seen from `today`.
    pub(super) fn start(&self, today: NaiveDate) -> Option<NaiveDateTime> {
        let earliest = today.checked_add_days(Days::new(7 * self.weeks))?;
        let days = self.day.days_since(earliest.weekday());
        let day = earliest.checked_add_days(Days::new(days.into()))?;
        Some(day.and_time(self.at))
    }
}

/// What somebody answers, to each time in their order.
#[derive(Debug, Deserialize)]
pub(super) struct DemoVote {
    /// Slug of the city that they speak for.
    pub city: String,
    pub name: String,
    pub locale: String,
    pub answers: Vec<String>,
}

pub(super) fn cities() -> Result<Vec<DemoCity>, Error> {
    read(include_str!("cities.json"))
}

pub(super) fn partnerships() -> Result<Vec<DemoPartnership>, Error> {
    read(include_str!("partnerships.json"))
}

pub(super) fn hosts() -> Result<Vec<DemoHost>, Error> {
    read(include_str!("hosts.json"))
}

pub(super) fn bookings() -> Result<Vec<DemoBooking>, Error> {
    read(include_str!("bookings.json"))
}

pub(super) fn polls() -> Result<Vec<DemoPoll>, Error> {
    read(include_str!("polls.json"))
}

pub(super) fn past() -> Result<Vec<DemoPast>, Error> {
    read(include_str!("past.json"))
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    let unreadable = |error| StorageError::Unreadable(Box::new(error));
    Ok(serde_json::from_str(json).map_err(unreadable)?)
}
