//! Which days a city works: its weekend, its holidays, and the Saturdays that make up for them.
//!
//! Only the answer for one date lives here. Where the days come from (the generated table, what a
//! coordinator has overridden) is the table's and the use case's business.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

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
        /// An ordinary day by a coordinator's word, whatever the table says of it.
        Workday = "workday",
    }
}

impl DayKind {
    /// Whether offices are closed on such a day.
    pub fn is_day_off(self) -> bool {
        matches!(self, Self::Holiday | Self::Substitute)
    }
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workdays {
    weekend: Weekend,
    special: BTreeMap<NaiveDate, DayKind>,
}

impl Workdays {
    /// A city's weekend and its special days; of two on one date the later one counts.
    pub fn new(weekend: Weekend, special: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Self {
        Self {
            weekend,
            special: special.into_iter().collect(),
        }
    }

    /// Whether offices are closed all day.
    pub fn is_day_off(&self, date: NaiveDate) -> bool {
        match self.special.get(&date) {
            Some(kind) => kind.is_day_off(),
            None => self.weekend.contains(date.weekday()),
        }
    }

    /// Whether a holiday or its substitute falls on the date, weekend or not.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.special
            .get(&date)
            .is_some_and(|kind| kind.is_day_off())
    }

    /// Whether people work on this day of the weekend, to make up for another one.
    pub fn is_make_up_workday(&self, date: NaiveDate) -> bool {
        self.special.get(&date) == Some(&DayKind::MakeUpWorkday)
    }
}
