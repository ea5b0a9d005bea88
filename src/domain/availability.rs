//! When a host receives visits: weekly windows on the host's wall clock, and what bends them.
//!
//! [`Availability`] is the rules, checked by [`input`]; [`generate`](generate::generate) makes the
//! times that they mean, [`change`](change::change) compares these with the slots that stand, and
//! [`limits`] says what may be booked when. All of it is about wall clocks: which instants they
//! are is [`zone`](super::zone)'s business.

pub mod change;
pub mod generate;
pub mod input;
pub mod limits;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::words::words;

/// Minutes in a day of the wall clock.
pub const DAY: u16 = 24 * 60;
/// Most weekly windows.
pub const WINDOWS_MAX: usize = 100;
/// Most dates with hours of their own.
pub const OVERRIDES_MAX: usize = 500;
/// Most windows of one such date.
pub const WINDOWS_OF_DATE_MAX: usize = 12;
/// Fewest and most minutes between two starts.
pub const STEP: (i32, i32) = (5, DAY as i32);
/// Most minutes that are kept free before or after a visit.
pub const BUFFER_MAX: i32 = 4 * 60;
/// Most minutes between a booking and its visit: sixty days.
pub const NOTICE_MAX: i32 = 60 * DAY as i32;
/// Fewest and most days ahead that times are offered.
pub const HORIZON: (i32, i32) = (1, 400);
/// How many days ahead times are offered unless somebody says otherwise.
pub const HORIZON_DEFAULT: i32 = 60;
/// Most visits that a daily or weekly limit may name.
pub const LIMIT_MAX: i32 = 1_000;
/// Most times that the rules of one offer may mean at once.
pub const TIMES_MAX: usize = 5_000;

words! {
    /// What a host's windows mean on a public holiday.
    HolidayRule {
        /// Nobody is received, make-up for a holiday included.
        Skip = "skip",
        /// The day is like any other of its day of the week.
        Offer = "offer",
    }
}

/// A stretch of the wall clock that begins on some date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Minutes after midnight at which it begins, before 1440.
    pub from: u16,
    /// Minutes after that same midnight at which it ends: later than `from`, at most a day later,
    /// beyond 1440 on the next date.
    pub to: u16,
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// When in the year, or in history, a window applies; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// Once, from a date, until a date; an absent end is open.
    Dates {
        /// The first date.
        from: Option<NaiveDate>,
        /// The last date.
        until: Option<NaiveDate>,
    },
    /// Every year; one that ends before it begins goes over the new year.
    Yearly {
        /// The first day.
        from: MonthDay,
        /// The last day.
        until: MonthDay,
    },
}

impl Season {
    /// Whether a date belongs to it.
    pub fn contains(&self, date: NaiveDate) -> bool {
        match self {
            Self::Dates { from, until } => {
                from.is_none_or(|from| from <= date) && until.is_none_or(|until| date <= until)
            }
            Self::Yearly { from, until } => {
                let day = MonthDay {
                    month: date.month(),
                    day: date.day(),
                };
                match from <= until {
                    true => *from <= day && day <= *until,
                    false => *from <= day || day <= *until,
                }
            }
        }
    }
}

/// A stretch of every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The day of the week on which it begins.
    pub weekday: Weekday,
    /// When on that day.
    pub span: Span,
    /// When in the year; absent means always.
    pub season: Option<Season>,
    /// Whether it is open on make-up workdays too, whatever day of the week these are. No source
    /// says which day a make-up workday stands for, so the host does.
    pub make_up_workdays: bool,
}

/// When a host receives visits of one offer, and what may be booked when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// The week; none means that no times are made.
    pub windows: Vec<Window>,
    /// Dates with hours of their own instead of the week's; none means nobody is received. They
    /// are meant, so no holiday closes them.
    pub overrides: BTreeMap<NaiveDate, Vec<Span>>,
    /// Minutes between the starts that are tried from each window's beginning; absent means the
    /// duration with both buffers.
    pub step_minutes: Option<u16>,
    /// Minutes that are kept free before each visit.
    pub buffer_before_minutes: u16,
    /// Minutes that are kept free after each visit.
    pub buffer_after_minutes: u16,
    /// Minutes before a visit until which it can be booked.
    pub notice_minutes: u32,
    /// How many days from today on times are made and can be booked.
    pub horizon_days: u16,
    /// Most times of a local date.
    pub slots_per_day: Option<u16>,
    /// Most times of an ISO week, which begins on a Monday.
    pub slots_per_week: Option<u16>,
    /// Most bookings of a local date.
    pub bookings_per_day: Option<u16>,
    /// Most bookings of an ISO week.
    pub bookings_per_week: Option<u16>,
    /// What holidays mean.
    pub holidays: HolidayRule,
}

impl Default for Availability {
    fn default() -> Self {
        Self {
            windows: Vec::new(),
            overrides: BTreeMap::new(),
            step_minutes: None,
            buffer_before_minutes: 0,
            buffer_after_minutes: 0,
            notice_minutes: 0,
            horizon_days: HORIZON_DEFAULT as u16,
            slots_per_day: None,
            slots_per_week: None,
            bookings_per_day: None,
            bookings_per_week: None,
            holidays: HolidayRule::Skip,
        }
    }
}

impl Availability {
    /// Whether it means no times at all.
    pub fn is_empty(&self) -> bool {
        self.windows.is_empty() && self.overrides.values().all(Vec::is_empty)
    }

    /// Whether bookings are counted.
    pub fn limits_bookings(&self) -> bool {
        self.bookings_per_day.is_some() || self.bookings_per_week.is_some()
    }
}

/// Stretches in order, those that overlap or touch made one.
pub fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => merged.push(span),
        }
    }
    merged
}

/// The Monday of a date's week.
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    let days = chrono::Days::new(date.weekday().num_days_from_monday().into());
    date.checked_sub_days(days).unwrap_or(date)
}

#[cfg(test)]
mod tests;
