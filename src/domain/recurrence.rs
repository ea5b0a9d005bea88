//! How often a visit comes again: a part of RFC 5545's recurrence rules, with an end.
//!
//! A rule is about dates. It is expanded without a zone, so that no clock change can swallow a
//! date or make one twice; each date's wall clock is resolved afterwards, on its own
//! ([`series`](super::series)). Daily to yearly, `INTERVAL`, `BYDAY` (with ordinals in a month or
//! year), `BYMONTHDAY`, `BYMONTH`, `WKST`, and `COUNT` or `UNTIL`; nothing else is understood, and
//! what is not understood is refused rather than left out.

mod expand;
pub mod foreign;

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Most occurrences of a series.
pub const COUNT_MAX: u32 = 520;
/// Most years from a series' first date to its last.
pub const YEARS_MAX: u32 = 10;
/// Largest `INTERVAL`.
pub const INTERVAL_MAX: u16 = 1_000;
/// Longest text that is read as a rule, in bytes.
const TEXT_MAX: usize = 400;

/// How long a rule's period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frequency {
    /// A day.
    Daily,
    /// A week, which begins on the rule's `week_start`.
    Weekly,
    /// A month.
    Monthly,
    /// A year.
    Yearly,
}

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

/// A day of the week, or one of those of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByDay {
    /// Which one: 2 is the second, -1 the last; `None` means every one.
    pub ordinal: Option<i8>,
    /// The day of the week.
    pub day: Weekday,
}

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

/// Where a rule ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// After so many occurrences.
    Count(u32),
    /// With this local date, which still counts.
    Until(NaiveDate),
}

/// A recurrence rule. Written and read as RFC 5545 3.3.10 does: `FREQ=WEEKLY;BYDAY=TU;COUNT=52`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Rule {
    /// Its period.
    pub frequency: Frequency,
    /// Every how many periods.
    pub interval: u16,
    /// Only in these months, 1 to 12; empty means no such limit.
    pub by_month: Vec<u8>,
    /// On these days of the month, from its end where negative; empty means no such limit.
    pub by_month_day: Vec<i8>,
    /// On these days of the week; empty means no such limit.
    pub by_day: Vec<ByDay>,
    /// Where it ends.
    pub end: End,
    /// The first day of a week, which matters every second week and rarer.
    pub week_start: Weekday,
}

/// Why a text is no rule, or a rule no series.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Not of the form `NAME=value;...`, or longer than any rule.
    #[error("write the rule as FREQ=WEEKLY;BYDAY=TU;COUNT=52, in at most {TEXT_MAX} bytes")]
    Malformed,
    /// A part that is not understood, or is given twice.
    #[error("{0} is not supported here, or given twice")]
    Part(String),
    /// A part's value that is none, or does not go with the frequency.
    #[error("the value of {0} cannot be used with this rule")]
    Value(&'static str),
    /// Neither `COUNT` nor `UNTIL`, or both.
    #[error("say where the series ends, by either COUNT (at most {COUNT_MAX}) or UNTIL (a date)")]
    End,
    /// More occurrences than are planned.
    #[error("a series has at most {COUNT_MAX} occurrences")]
    TooMany,
    /// A longer time than is planned.
    #[error("a series spans at most {YEARS_MAX} years")]
    TooLong,
    /// No date at all.
    #[error("the rule names no date between its start and its end")]
    Empty,
}

impl Rule {
    /// A plain rule: every so many periods on the day that the first one is on.
    pub fn every(interval: u16, frequency: Frequency, end: End) -> Self {
        Self {
            frequency,
            interval,
            by_month: Vec::new(),
            by_month_day: Vec::new(),
            by_day: Vec::new(),
            end,
            week_start: Weekday::Mon,
        }
    }

    /// Whether its occurrences are so far apart that people can follow a change from one to the
    /// next: a month or more.
    pub fn is_monthly_or_rarer(&self) -> bool {
        match self.frequency {
            Frequency::Daily => self.interval >= 28,
            Frequency::Weekly => self.interval >= 4 && self.by_day.len() <= 1,
            Frequency::Monthly => self.by_day.len() + self.by_month_day.len() <= 1,
            Frequency::Yearly => {
                let months = self.by_month.len().max(1);
                let plain = self.by_day.iter().any(|by| by.ordinal.is_none());
                months <= 12 && self.by_day.len() + self.by_month_day.len() <= 1 && !plain
            }
        }
    }

    /// Whether its parts go together.
    ///
    /// # Errors
    /// The first that does not.
    fn check(self) -> Result<Self, RuleError> {
        let ordinals = self.by_day.iter().any(|by| by.ordinal.is_some());
        let in_periods = matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
        if self.interval == 0 || self.interval > INTERVAL_MAX {
            return Err(RuleError::Value("INTERVAL"));
        }
        if ordinals && (!in_periods || !self.by_month_day.is_empty()) {
            return Err(RuleError::Value("BYDAY"));
        }
        if self.frequency == Frequency::Weekly && !self.by_month_day.is_empty() {
            return Err(RuleError::Value("BYMONTHDAY"));
        }
        match self.end {
            End::Count(0) => Err(RuleError::Empty),
            End::Count(count) if count > COUNT_MAX => Err(RuleError::TooMany),
            _ => Ok(self),
        }
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let text = text.trim();
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        if text.len() > TEXT_MAX {
            return Err(RuleError::Malformed);
        }
        let mut parts = Parts::default();
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or(RuleError::Malformed)?;
            parts.read(name, value)?;
        }
        parts.rule()?.check()
    }
}

/// A rule's parts as far as they have been read.
#[derive(Default)]
struct Parts {
    frequency: Option<Frequency>,
    interval: Option<u16>,
    by_month: Option<Vec<u8>>,
    by_month_day: Option<Vec<i8>>,
    by_day: Option<Vec<ByDay>>,
    count: Option<u32>,
    until: Option<NaiveDate>,
    week_start: Option<Weekday>,
}

impl Parts {
    fn read(&mut self, name: &str, value: &str) -> Result<(), RuleError> {
        let twice = || RuleError::Part(name.chars().take(20).collect());
        /// Keeps a value in its place, which has to be free.
        fn keep<T>(
            place: &mut Option<T>,
            value: Option<T>,
            name: &'static str,
        ) -> Result<bool, RuleError> {
            let value = value.ok_or(RuleError::Value(name))?;
            Ok(place.replace(value).is_none())
        }
        let fresh = match name {
            "FREQ" => keep(&mut self.frequency, word(&FREQUENCIES, value), "FREQ")?,
            "INTERVAL" => keep(&mut self.interval, value.parse().ok(), "INTERVAL")?,
            "BYMONTH" => keep(&mut self.by_month, list(value, month), "BYMONTH")?,
            "BYMONTHDAY" => keep(&mut self.by_month_day, list(value, month_day), "BYMONTHDAY")?,
            "BYDAY" => keep(&mut self.by_day, list(value, by_day), "BYDAY")?,
            "COUNT" => keep(&mut self.count, value.parse().ok(), "COUNT")?,
            "UNTIL" => keep(&mut self.until, date(value), "UNTIL")?,
            "WKST" => keep(&mut self.week_start, word(&DAYS, value), "WKST")?,
            _ => return Err(twice()),
        };
        if fresh { Ok(()) } else { Err(twice()) }
    }

    fn rule(self) -> Result<Rule, RuleError> {
        let end = match (self.count, self.until) {
            (Some(count), None) => End::Count(count),
            (None, Some(until)) => End::Until(until),
            _ => return Err(RuleError::End),
        };
        Ok(Rule {
            frequency: self.frequency.ok_or(RuleError::Value("FREQ"))?,
            interval: self.interval.unwrap_or(1),
            by_month: self.by_month.unwrap_or_default(),
            by_month_day: self.by_month_day.unwrap_or_default(),
            by_day: self.by_day.unwrap_or_default(),
            end,
            week_start: self.week_start.unwrap_or(Weekday::Mon),
        })
    }
}

fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    words
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, meant)| *meant)
}

fn list<T>(text: &str, one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(one).collect()
}

fn month(text: &str) -> Option<u8> {
    text.parse().ok().filter(|month| (1..=12).contains(month))
}

fn month_day(text: &str) -> Option<i8> {
    let day: i8 = text.parse().ok()?;
    (1..=31).contains(&day.unsigned_abs()).then_some(day)
}

fn by_day(text: &str) -> Option<ByDay> {
    let (ordinal, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let ordinal = match ordinal {
        "" => None,
        number => Some(number.parse::<i8>().ok()?),
    };
    let fits = ordinal.is_none_or(|number| (1..=53).contains(&number.unsigned_abs()));
    fits.then_some(ByDay {
        ordinal,
        day: word(&DAYS, day)?,
    })
}

/// A date, `20271231`. A moment with a zone would be another date elsewhere and is not taken.
fn date(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok())?
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", name(&FREQUENCIES, self.frequency))?;
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        write_list(f, "BYMONTH", &self.by_month)?;
        write_list(f, "BYMONTHDAY", &self.by_month_day)?;
        write_list(f, "BYDAY", &self.by_day)?;
        match self.end {
            End::Count(count) => write!(f, ";COUNT={count}")?,
            End::Until(date) => write!(f, ";UNTIL={}", date.format("%Y%m%d"))?,
        }
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", name(&DAYS, self.week_start))?;
        }
        Ok(())
    }
}

impl fmt::Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(ordinal) = self.ordinal {
            write!(f, "{ordinal}")?;
        }
        f.write_str(name(&DAYS, self.day))
    }
}

fn write_list<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    part: &str,
    values: &[T],
) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        match index {
            0 => write!(f, ";{part}={value}")?,
            _ => write!(f, ",{value}")?,
        }
    }
    Ok(())
}

fn name<T: Copy + PartialEq>(words: &[(&'static str, T)], meant: T) -> &'static str {
    let found = words.iter().find(|(_, value)| *value == meant);
    found.map_or("", |(word, _)| *word)
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}

impl TryFrom<String> for Rule {
    type Error = RuleError;

    fn try_from(text: String) -> Result<Self, RuleError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests;
