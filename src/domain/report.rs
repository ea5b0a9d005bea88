//! What is left of a visit: who came, and what each side learned.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::booking::Attendee;
use super::id::{AttendeeId, BookingId};
use super::input::{Checker, Invalid};
use super::locale::Locale;
use super::offer::CAPACITY_MAX;
use super::words::words;

words! {
    /// Whose words an outcome is.
    Side {
        /// Those who received the visit, and the coordinators of both cities.
        Hosts = "hosts",
        /// Those who came.
        Guests = "guests",
    }
}

/// Who came to a visit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// How many guests came in all, where somebody has counted.
    pub headcount: Option<i32>,
    /// Of those who were named, who came and who did not; who is missing was not marked.
    pub people: BTreeMap<AttendeeId, bool>,
}

impl Attendance {
    /// How many guests came, where somebody has counted them or marked one of those who are named.
    pub fn guests_came(&self, named: impl IntoIterator<Item = AttendeeId>) -> Option<i32> {
        let marked = named.into_iter().filter_map(|id| self.people.get(&id));
        let marked: Vec<&bool> = marked.collect();
        let came = || i32::try_from(marked.iter().filter(|came| ***came).count()).ok();
        self.headcount
            .or_else(|| (!marked.is_empty()).then(came).flatten())
    }
}

/// Who came, as somebody marks it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttendanceInput {
    /// How many guests came in all.
    pub headcount: Option<i32>,
    /// Ids of attendees, and whether they came.
    pub people: Vec<(String, bool)>,
}

impl AttendanceInput {
    /// Checks it against those who are on the booking.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(&self, named: &[Attendee]) -> Result<Attendance, Invalid> {
        let mut check = Checker::default();
        if let Some(count) = self.headcount {
            check.number("headcount", count, 0, CAPACITY_MAX);
        }
        if self.people.len() > named.len() {
            check.wrong("people", "too_many", "Mark each attendee once.");
        }
        let mut people = BTreeMap::new();
        for (index, (id, came)) in self.people.iter().take(named.len()).enumerate() {
            let known = named.iter().find(|person| person.id.to_string() == *id);
            match known {
                Some(person) => {
                    people.insert(person.id, *came);
                }
                None => check.wrong(
                    &format!("people[{index}].id"),
                    "unknown_attendee",
                    "Name an attendee of this booking.",
                ),
            }
        }
        check.finish(Attendance {
            headcount: self.headcount,
            people,
        })
    }
}

/// What one side of a visit learned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The visit.
    pub booking_id: BookingId,
    /// Whose words these are.
    pub side: Side,
    /// The words, at most 2,000 characters.
    pub text: String,
    /// The language they are in.
    pub locale: Locale,
    /// Whether their writer lets them be shown publicly.
    pub offered: bool,
    /// Whether they are shown publicly.
    pub public: bool,
    /// Raised by each change.
    pub version: i64,
    /// When they were written last.
    pub written_at: DateTime<Utc>,
}

/// What one side learned, as somebody writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeInput {
    /// The words; empty takes them back.
    pub text: String,
    /// The tag of the language they are in.
    pub locale: String,
    /// Whether they may be shown publicly.
    pub public: bool,
}

impl OutcomeInput {
    /// Checks it.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn check(&self) -> Result<(String, Locale), Invalid> {
        let mut check = Checker::default();
        let text = check.text("text", &self.text);
        let locale = check.parse("locale", "unknown_locale", &self.locale);
        check.finish((text, locale.unwrap_or_default()))
    }
}
