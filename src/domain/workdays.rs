//! Which days a city works: its weekend, its holidays, and the Saturdays that make up for them.
//!
//! The public holidays are [`holiday`](super::holiday)'s; what a city's coordinators have entered
//! themselves goes over them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::holiday::Days;
use super::hours::Weekend;
use super::words::words;

words! {
    /// What makes a date other than its day of the week says.
    DayKind {
        /// A public holiday.
        Holiday = "holiday",
        /// A day off because a holiday fell on a weekend, or to bridge to one.
        Substitute = "substitute",
        /// A day of the weekend on which people work, to make up for a bridge day.
        MakeUpWorkday = "make_up_workday",
        /// As its day of the week, by a coordinator's word, whatever the table says of it.
        Workday = "workday",
    }
}

impl DayKind {
    /// Whether offices are closed on such a day.
    pub fn is_day_off(self) -> bool {
        matches!(self, Self::Holiday | Self::Substitute)
    }
}

/// Most days that a city enters itself.
pub const OWN_DAYS_MAX: usize = 1_000;

/// A day that a city's coordinators have entered themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnDay {
    /// Which day, on the city's calendar.
    pub date: NaiveDate,
    /// What it is there.
    pub kind: DayKind,
    /// What it is called, maybe empty.
    pub name: String,
    /// The event of an uploaded calendar that it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
}

/// The working days of one city.
///
/// ```
/// use sisterline::domain::hours::Weekend;
/// use sisterline::domain::workdays::{DayKind, Workdays};
///
/// let date = |text: &str| text.parse().unwrap();
/// let taipei = Workdays::new(Weekend::default(), [(date("2027-01-01"), DayKind::Holiday)]);
/// assert!(taipei.is_day_off(date("2027-01-01")), "a Friday, but New Year");
/// assert!(taipei.is_day_off(date("2027-01-02")), "a Saturday");
/// assert!(!taipei.is_day_off(date("2027-01-04")));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Workdays {
    weekend: Weekend,
    public: Option<&'static Days>,
    own: BTreeMap<NaiveDate, DayKind>,
}

impl Workdays {
    /// A city's weekend and its special days; of two on one date the later one counts.
    pub fn new(weekend: Weekend, special: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Self {
        Self {
            weekend,
            public: None,
            own: special.into_iter().collect(),
        }
    }

    /// The same with the public holidays of an area below the special days.
    pub fn with_public(self, public: Option<&'static Days>) -> Self {
        Self { public, ..self }
    }

    /// Whether offices are closed all day.
    pub fn is_day_off(&self, date: NaiveDate) -> bool {
        match self.kind(date) {
            Some(DayKind::Holiday | DayKind::Substitute) => true,
            Some(DayKind::MakeUpWorkday) => false,
            Some(DayKind::Workday) | None => self.weekend.contains(date.weekday()),
        }
    }

    /// Whether a holiday or its substitute falls on the date, weekend or not.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.kind(date).is_some_and(DayKind::is_day_off)
    }

    /// Whether people work on the date to make up for a bridge day.
    pub fn is_make_up_workday(&self, date: NaiveDate) -> bool {
        self.kind(date) == Some(DayKind::MakeUpWorkday)
    }

    /// What makes the date other than its day of the week says.
    pub fn kind(&self, date: NaiveDate) -> Option<DayKind> {
        let own = self.own.get(&date).copied();
        own.or_else(|| Some(self.public?.get(&date)?.kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holiday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_a_city_has_entered_goes_over_the_table() {
        let own = [
            (date("2027-10-11"), DayKind::Workday),
            (date("2027-05-27"), DayKind::Holiday),
        ];
        let kaohsiung = Workdays::new(Weekend::default(), own).with_public(holiday::of("TW", ""));
        assert!(
            !kaohsiung.is_day_off(date("2027-10-11")),
            "open by its own word"
        );
        assert!(kaohsiung.is_day_off(date("2027-05-27")), "its own day");
        assert!(kaohsiung.is_holiday(date("2027-10-10")), "on a Sunday");
        assert!(
            !kaohsiung.is_holiday(date("2027-10-09")),
            "a Saturday is none"
        );
        assert!(
            !kaohsiung.is_day_off(date("2025-02-08")),
            "a Saturday made up for"
        );
        let ordinary = [(date("2027-10-10"), DayKind::Workday)];
        let kaohsiung = Workdays::new(Weekend::default(), ordinary);
        assert!(
            kaohsiung.is_day_off(date("2027-10-10")),
            "no holiday, yet a Sunday"
        );
    }
}
