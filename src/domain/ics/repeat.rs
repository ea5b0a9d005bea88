//! When an event takes place within a window: alone, by rules, without what was left out.

use std::collections::HashSet;

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use super::stamp::{Length, Stamp};
use super::zones::Zones;
use crate::domain::recurrence::foreign::{Budget, Foreign, Until};

/// The window that is looked at, in dates of any clock, and the work that may be put into it.
pub(super) struct Expansion {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub budget: Budget,
    /// Rules that were not understood: of their events only the first is known.
    pub skipped: usize,
}

/// An event as a file has it.
#[derive(Debug, Default)]
pub(super) struct Event {
    pub uid: String,
    pub start: Option<Stamp>,
    pub end: Option<Stamp>,
    pub length: Option<Length>,
    pub rules: Vec<String>,
    pub also: Vec<Stamp>,
    pub except: Vec<Stamp>,
    /// Which of a repeating event it stands for.
    pub instead: Option<Stamp>,
    pub free: bool,
    pub cancelled: bool,
}

/// From when until when something lasts.
type Span = (DateTime<Utc>, DateTime<Utc>);

/// Work that is too much for one calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch;

/// What is left out of an event that repeats.
#[derive(Default)]
pub(super) struct Except {
    instants: HashSet<DateTime<Utc>>,
    days: HashSet<NaiveDate>,
}

impl Except {
    pub fn add(&mut self, stamp: &Stamp, zones: &mut Zones<'_>, seen: &mut Expansion) {
        match stamp {
            Stamp::Day(day) => {
                self.days.insert(*day);
            }
            other => self.instants.extend(zones.instant(other, seen)),
        }
    }
}

impl Event {
    /// The times that it takes up within the window, with `except` left out.
    pub fn times(
        &self,
        zones: &mut Zones<'_>,
        seen: &mut Expansion,
        mut except: Except,
    ) -> Result<Vec<Span>, TooMuch> {
        let Some(start) = &self.start else {
            return Ok(Vec::new());
        };
        for stamp in &self.except {
            except.add(stamp, zones, seen);
        }
        let real = self.real_length(start, zones, seen);
        // What began before the window may reach into it.
        let days = u64::try_from(real.num_days().max(0)).unwrap_or(0) + 2;
        let window = (
            seen.from
                .checked_sub_days(Days::new(days))
                .unwrap_or(seen.from),
            seen.to,
        );
        let mut stamps: Vec<(Stamp, Option<Until>)> = vec![(start.clone(), None)];
        for rule in &self.rules {
            let Ok(rule) = Foreign::read(rule) else {
                seen.skipped += 1;
                continue;
            };
            let dates = rule.dates(start.date(), window, &mut seen.budget);
            let later = dates.ok_or(TooMuch)?.into_iter();
            let later = later.filter(|date| *date != start.date());
            stamps.extend(later.map(|date| (start.on(date), rule.until)));
        }
        stamps.extend(self.also.iter().map(|stamp| (stamp.clone(), None)));
        let mut times = Vec::new();
        for (stamp, until) in stamps {
            let date = stamp.date();
            let outside = !(window.0..=window.1).contains(&date);
            if outside || except.days.contains(&date) {
                continue;
            }
            let Some(at) = zones.instant(&stamp, seen) else {
                continue;
            };
            let over = until.is_some_and(|until| is_past(until, &stamp, at));
            if over || except.instants.contains(&at) {
                continue;
            }
            let end = self.end_of(&stamp, at, real, zones, seen);
            if at < end {
                times.push((at, end));
            }
        }
        Ok(times)
    }

    /// How long it takes in real time, at its first time.
    fn real_length(&self, start: &Stamp, zones: &mut Zones<'_>, seen: &mut Expansion) -> Duration {
        if let Some(length) = self.length {
            return length.real();
        }
        let one_day = Duration::days(1);
        match (start, &self.end) {
            (Stamp::Day(_), None) => one_day,
            (Stamp::Day(from), Some(to)) => {
                // Programs that write the last day itself as the end mean one day.
                to.date().signed_duration_since(*from).max(one_day)
            }
            (_, None) => Duration::zero(),
            (from, Some(to)) => match (zones.instant(from, seen), zones.instant(to, seen)) {
                (Some(from), Some(to)) => to - from,
                _ => Duration::zero(),
            },
        }
    }

    /// Where the time that begins at `at` ends: a whole day with its day, however long that is.
    fn end_of(
        &self,
        stamp: &Stamp,
        at: DateTime<Utc>,
        real: Duration,
        zones: &mut Zones<'_>,
        seen: &mut Expansion,
    ) -> DateTime<Utc> {
        let nominal = matches!(stamp, Stamp::Day(_)) || self.length.is_some();
        let rest = self.length.map_or(0, |length| length.seconds);
        let days = u64::try_from(real.num_days() - rest / 86_400).unwrap_or(0);
        let last = stamp.date().checked_add_days(Days::new(days));
        let end = match last.filter(|_| nominal) {
            Some(last) => zones.instant(&stamp.on(last), seen).and_then(|end| {
                let rest = self.length.map_or(0, |length| length.seconds);
                end.checked_add_signed(Duration::seconds(rest))
            }),
            None => None,
        };
        end.or_else(|| at.checked_add_signed(real)).unwrap_or(at)
    }
}

/// Whether a time lies behind its rule's end.
fn is_past(until: Until, stamp: &Stamp, at: DateTime<Utc>) -> bool {
    match until {
        Until::Date(date) => stamp.date() > date,
        Until::At { clock, utc: true } => match stamp {
            Stamp::Day(day) => *day > clock.date(),
            Stamp::Utc(_) | Stamp::Clock(..) => at.naive_utc() > clock,
        },
        Until::At { clock, utc: false } => match stamp {
            Stamp::Day(day) => *day > clock.date(),
            Stamp::Utc(own) | Stamp::Clock(own, _) => *own > clock,
        },
    }
}
