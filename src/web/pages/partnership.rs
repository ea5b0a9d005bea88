//! `/partnerships/{id}`: the cities' clocks and days over the same real time, and the slots across them.

use askama::Template;

use super::day::{Clock, Day};
use super::parts::Frame;
use crate::domain::locale::Localizer;
use crate::domain::partnership::Stage;

/// A partnership's week.
#[derive(Template)]
#[template(path = "pages/partnership.html")]
pub struct PartnershipPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// Two or more clocks; the first city's day is the one the ribbons follow.
    pub clocks: Vec<Clock>,
    /// Where the partnership stands.
    pub stage: Stage,
    /// Year it was signed, if it was.
    pub since: Option<String>,
    /// How far apart the clocks are now, such as `16 hours`; empty for more than two cities.
    pub apart: String,
    /// The week in words, such as `23 – 29 November 2026`.
    pub week: String,
    /// First day of the week before, `YYYY-MM-DD`; none where it is all past.
    pub previous: Option<String>,
    /// First day of the week after, `YYYY-MM-DD`.
    pub next: String,
    /// Seven days.
    pub days: Vec<Day>,
    /// First day of the next week that has a slot, if this one has none.
    pub next_with_slots: Option<String>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
}

impl PartnershipPage {
    /// Whether the week has no slot at all.
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(|day| day.slots.is_empty())
    }

    /// The cities' names as a heading.
    pub fn names(&self) -> String {
        self.clocks
            .iter()
            .map(|clock| clock.city.as_str())
            .collect::<Vec<_>>()
            .join(" – ")
    }
}
