//! How an hour feels in a city: office hours, hours at which people can be reached, and the rest.
//!
//! Local wall-clock times only; which instants they are is [`zone`](super::zone)'s business. What
//! an unsocial hour costs, and who should bear it, does not live here.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Timelike, Utc, Weekday, WeekdaySet};
use serde::{Deserialize, Serialize};

use super::words::words;
use super::workdays::Workdays;
use super::zone::{Resolved, Zone};

/// From this minute of the local day on people can be reached: 07:00.
const REACHABLE_FROM: u16 = 7 * 60;
/// Until this minute of the local day people can be reached: 22:00.
const REACHABLE_UNTIL: u16 = 22 * 60;
/// Minutes in a day of the wall clock.
const DAY: u16 = 24 * 60;

words! {
    /// How an hour feels in a city, from good to bad.
    Tier {
        /// Inside office hours on a working day.
        Office = "office",
        /// From 07:00 to 22:00 otherwise, weekends included.
        Reachable = "reachable",
        /// The rest: night.
        Unsocial = "unsocial",
    }
}

/// The days of the week on which a city's offices are closed; maybe none.
///
/// Written as a list in the week's order from Monday, such as `sat,sun` or `fri,sat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Weekend(WeekdaySet);

/// A text that is no list of weekdays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("List the days as mon, tue, wed, thu, fri, sat, sun with commas between, such as sat,sun.")]
pub struct NotAWeekend;

const DAY_WORDS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

impl Weekend {
    /// A weekend of these days.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self(days.into_iter().collect())
    }

    /// Whether offices are closed on this day of the week.
    pub fn contains(self, day: Weekday) -> bool {
        self.0.contains(day)
    }
}

impl Default for Weekend {
    /// Saturday and Sunday.
    fn default() -> Self {
        Self::new([Weekday::Sat, Weekday::Sun])
    }
}

impl fmt::Display for Weekend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = DAY_WORDS.iter().filter(|(_, day)| self.contains(*day));
        f.write_str(&days.map(|(word, _)| *word).collect::<Vec<_>>().join(","))
    }
}

impl FromStr for Weekend {
    type Err = NotAWeekend;

    fn from_str(text: &str) -> Result<Self, NotAWeekend> {
        if text.trim().is_empty() {
            return Ok(Self::new([]));
        }
        let day = |word: &str| {
            let word = word.trim();
            DAY_WORDS
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(word))
                .map(|(_, day)| *day)
        };
        text.split(',')
            .map(day)
            .collect::<Option<WeekdaySet>>()
            .map(Self)
            .ok_or(NotAWeekend)
    }
}

impl From<Weekend> for String {
    fn from(weekend: Weekend) -> Self {
        weekend.to_string()
    }
}

impl TryFrom<String> for Weekend {
    type Error = NotAWeekend;

    fn try_from(text: String) -> Result<Self, NotAWeekend> {
        text.parse()
    }
}

/// When a city's offices are open, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// Minutes after local midnight at which offices open.
    pub start_minute: u16,
    /// Minutes after local midnight at which they close; at most 1440. Not after the start means
    /// that there are no office hours.
    pub end_minute: u16,
    /// The days on which they stay closed.
    pub weekend: Weekend,
}

impl Default for OfficeHours {
    /// 09:00 to 17:00 from Monday to Friday.
    fn default() -> Self {
        Self {
            start_minute: 9 * 60,
            end_minute: 17 * 60,
            weekend: Weekend::default(),
        }
    }
}

impl OfficeHours {
    /// Whether the hours can be meant: they open before they close, within one day.
    pub fn is_valid(&self) -> bool {
        self.start_minute < self.end_minute && self.end_minute <= DAY
    }

    /// How this moment of the wall clock feels, given the days on which the city works.
    pub fn tier_at(&self, workdays: &Workdays, local: NaiveDateTime) -> Tier {
        let time = local.time();
        let minute = u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(DAY);
        let open = (self.start_minute..self.end_minute).contains(&minute);
        if open && !workdays.is_day_off(local.date()) {
            Tier::Office
        } else if (REACHABLE_FROM..REACHABLE_UNTIL).contains(&minute) {
            Tier::Reachable
        } else {
            Tier::Unsocial
        }
    }

    /// The minutes of a local day at which the tier may change, midnight among them.
    fn edges(&self) -> [u16; 5] {
        [
            0,
            REACHABLE_FROM,
            REACHABLE_UNTIL,
            self.start_minute,
            self.end_minute,
        ]
    }

    /// The moments of one local date at which the tier may change.
    fn edges_on(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        let edges = self.edges().into_iter().filter(|minute| *minute < DAY);
        edges.filter_map(move |minute| {
            date.and_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
        })
    }
}

/// The worst tier that a meeting from `start` to before `end` touches, both on the local clock.
///
/// A meeting without length is judged by its start.
pub fn tier(
    hours: &OfficeHours,
    workdays: &Workdays,
    start: NaiveDateTime,
    end: NaiveDateTime,
) -> Tier {
    // Every hour of the week comes by within eight days; no visit lasts as long.
    let last = start.checked_add_days(Days::new(8)).unwrap_or(end).min(end);
    let later = start
        .date()
        .iter_days()
        .take_while(|date| *date <= last.date())
        .flat_map(|date| hours.edges_on(date))
        .filter(|edge| start < *edge && *edge < last);
    later
        .map(|edge| hours.tier_at(workdays, edge))
        .fold(hours.tier_at(workdays, start), Tier::max)
}

/// How many days `of` lies after `relative_to`: 1 for the next day, -1 for the day before.
pub fn day_offset(of: NaiveDate, relative_to: NaiveDate) -> i64 {
    of.signed_duration_since(relative_to).num_days()
}

/// A stretch of time that feels the same throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Its beginning.
    pub start: DateTime<Utc>,
    /// Its end, at which the next one begins.
    pub end: DateTime<Utc>,
    /// How it feels.
    pub tier: Tier,
}

/// Cuts the time from `from` to `to` into bands of one tier, without holes, neighbours differing.
///
/// Meant for days and weeks: the work grows with the number of days.
pub fn day_bands(
    zone: &Zone,
    hours: &OfficeHours,
    workdays: &Workdays,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Vec<Band> {
    let mut cuts = zone.changes(from, to);
    // A day more on either side: a clock change may move an edge over midnight.
    let (first, last) = (zone.at(from).date_naive(), zone.at(to).date_naive());
    let (first, last) = (
        first.pred_opt().unwrap_or(first),
        last.succ_opt().unwrap_or(last),
    );
    for date in first.iter_days().take_while(|date| *date <= last) {
        for edge in hours.edges_on(date) {
            match zone.resolve(edge) {
                Resolved::Exact(at) => cuts.push(at.to_utc()),
                Resolved::Fold { first, second } => cuts.extend([first.to_utc(), second.to_utc()]),
                // Passed at the moment of the clock change, which is among the cuts.
                Resolved::Gap { .. } | Resolved::DayMissing => {}
            }
        }
    }
    cuts.retain(|cut| from < *cut && *cut < to);
    cuts.sort_unstable();
    let mut bands: Vec<Band> = Vec::new();
    let mut start = from;
    for end in cuts.into_iter().chain([to]).filter(|end| *end > from) {
        let tier = hours.tier_at(workdays, zone.at(start).naive_local());
        match bands.last_mut() {
            Some(band) if band.tier == tier => band.end = end,
            _ => bands.push(Band { start, end, tier }),
        }
        start = end;
    }
    bands
}

#[cfg(test)]
mod tests;
