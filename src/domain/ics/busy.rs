//! The busy times of anybody's calendar (RFC 5545): when, and nothing else.
//!
//! Unlike an upload, a calendar is read as it comes: what is not understood is passed over and
//! counted, since its owner cannot change what their program writes. Whatever the bytes are, it
//! answers within bounds of size, events, days looked at and times found.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::line::{ContentLine, lines};
use super::repeat::{Event, Except, Expansion, TooMuch};
use super::stamp::{Length, Stamp, period};
use super::zones::{OwnZones, Zones};
use crate::domain::busy::{BusyTime, merged};
use crate::domain::recurrence::foreign::Budget;
use crate::domain::zone::{Zone, ZoneData};

/// Largest calendar, in bytes.
pub const FILE_MAX: usize = 5 * 1024 * 1024;
/// Most events of a calendar.
pub const EVENTS_MAX: usize = 20_000;
/// Most times that its events may mean within the window.
pub const TIMES_MAX: usize = 200_000;
/// Most busy times that are left when those that touch are one.
pub const BUSY_MAX: usize = 10_000;
/// Most days that rules may be asked about.
const DAYS_MAX: u64 = 20_000_000;

/// How a calendar is to be read.
pub struct Frame<'a> {
    /// The world's clocks.
    pub zones: &'a ZoneData,
    /// The clock of its owner: what whole days and times without a zone mean.
    pub home: &'a Zone,
    /// What ends before this is left out.
    pub from: DateTime<Utc>,
    /// What begins after this is left out.
    pub to: DateTime<Utc>,
    /// Whether a UID is of a visit or of busy times of ours, which block no time.
    pub is_own: &'a dyn Fn(&str) -> bool,
}

/// What a calendar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The busy times, by start; none touches another.
    pub times: Vec<BusyTime>,
    /// Rules and zones that were not understood.
    pub skipped: usize,
}

/// Why a calendar cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is larger than [`FILE_MAX`].
    #[error("the calendar is too large")]
    TooLarge,
    /// It is no iCalendar file, or a part of one.
    #[error("this is no whole calendar")]
    NotACalendar,
    /// It has more events or times than are followed.
    #[error("the calendar has too many events")]
    TooMany,
}

impl From<TooMuch> for Unreadable {
    fn from(_: TooMuch) -> Self {
        Self::TooMany
    }
}

/// The busy times of a calendar.
///
/// # Errors
/// Where it is too large, holds too much, or is no calendar.
pub fn busy_times(file: &[u8], frame: &Frame<'_>) -> Result<Reading, Unreadable> {
    if file.len() > FILE_MAX {
        return Err(Unreadable::TooLarge);
    }
    let text = String::from_utf8_lossy(file);
    let Contents {
        events,
        told,
        zones,
    } = Contents::of(&text)?;
    let mut zones = Zones::new(frame.zones, frame.home, zones);
    let mut seen = Expansion {
        from: frame.from.date_naive().pred_opt().unwrap_or_default(),
        to: frame.to.date_naive().succ_opt().unwrap_or_default(),
        budget: Budget(DAYS_MAX),
        skipped: 0,
    };
    let events: Vec<Event> = events
        .into_iter()
        .filter(|event| !(frame.is_own)(&event.uid))
        .collect();
    let told = told.into_iter().filter(|told| !(frame.is_own)(&told.uid));
    let mut times: Vec<_> = told.flat_map(|told| told.times).collect();
    if times.len() > TIMES_MAX {
        return Err(Unreadable::TooMany);
    }
    let mut replaced: HashMap<&str, Vec<&Stamp>> = HashMap::new();
    for event in &events {
        if let Some(stamp) = event.instead.as_ref().filter(|_| !event.uid.is_empty()) {
            replaced.entry(&event.uid).or_default().push(stamp);
        }
    }
    for event in &events {
        if event.free || event.cancelled {
            continue;
        }
        let mut except = Except::default();
        let others = replaced
            .get(event.uid.as_str())
            .map_or(&[][..], Vec::as_slice);
        if event.instead.is_none() {
            for stamp in others {
                except.add(stamp, &mut zones, &mut seen);
            }
        }
        let found = event.times(&mut zones, &mut seen, except)?;
        times.extend(found);
        if times.len() > TIMES_MAX {
            return Err(Unreadable::TooMany);
        }
    }
    let within = times.into_iter().filter_map(|(start, end)| {
        let (start, end) = (start.max(frame.from), end.min(frame.to));
        (start < end).then_some(BusyTime {
            starts_at: start,
            ends_at: end,
        })
    });
    let times = merged(within.collect());
    if times.len() > BUSY_MAX {
        return Err(Unreadable::TooMany);
    }
    Ok(Reading {
        times,
        skipped: seen.skipped + zones.unknown,
    })
}

/// What a file holds, as far as it matters.
#[derive(Default)]
struct Contents {
    events: Vec<Event>,
    told: Vec<FreeBusy>,
    zones: OwnZones,
}

impl Contents {
    fn of(text: &str) -> Result<Self, Unreadable> {
        let (mut found, mut inside) = (Self::default(), Vec::<String>::new());
        let (mut calendars, mut others) = (0, 0);
        for line in lines(text) {
            match line.name.as_str() {
                "BEGIN" => {
                    let component = line.value.to_ascii_uppercase();
                    calendars += usize::from(component == "VCALENDAR");
                    found.begin(&component, &inside);
                    inside.push(component);
                    others += 1;
                    // Parts within parts within parts are no calendar.
                    if inside.len() > 16 || others > 20 * EVENTS_MAX {
                        return Err(Unreadable::TooMany);
                    }
                }
                "END" => {
                    let component = line.value.to_ascii_uppercase();
                    if inside.pop() != Some(component) {
                        return Err(Unreadable::NotACalendar);
                    }
                }
                _ => found.take(&line, &inside),
            }
            if found.events.len() + found.told.len() > EVENTS_MAX {
                return Err(Unreadable::TooMany);
            }
        }
        // Half of a calendar would open what the other half keeps busy.
        match calendars > 0 && inside.is_empty() {
            true => Ok(found),
            false => Err(Unreadable::NotACalendar),
        }
    }

    fn begin(&mut self, component: &str, inside: &[String]) {
        let within = inside.last().map(String::as_str);
        match (component, within) {
            ("VEVENT", Some("VCALENDAR")) => self.events.push(Event::default()),
            ("VFREEBUSY", Some("VCALENDAR")) => self.told.push(FreeBusy::default()),
            _ => self.zones.begin(component, within),
        }
    }

    fn take(&mut self, line: &ContentLine, inside: &[String]) {
        match inside.last().map(String::as_str) {
            Some("VEVENT") => {
                if let Some(event) = self.events.last_mut() {
                    event.take(line);
                }
            }
            Some("VFREEBUSY") => {
                if let Some(told) = self.told.last_mut() {
                    told.take(line);
                }
            }
            other => self.zones.take(line, other),
        }
    }
}

/// Busy times that somebody else has made of a calendar (VFREEBUSY).
#[derive(Default)]
struct FreeBusy {
    uid: String,
    times: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

impl FreeBusy {
    fn take(&mut self, line: &ContentLine) {
        let kind = line.parameter("FBTYPE").unwrap_or("BUSY");
        match line.name.as_str() {
            "UID" => self.uid = line.value.trim().to_owned(),
            "FREEBUSY" if !kind.eq_ignore_ascii_case("FREE") => {
                self.times.extend(line.value.split(',').filter_map(period));
            }
            _ => {}
        }
    }
}

impl Event {
    fn take(&mut self, line: &ContentLine) {
        let says = |word: &str| line.value.trim().eq_ignore_ascii_case(word);
        match line.name.as_str() {
            "UID" => self.uid = line.value.trim().to_owned(),
            "DTSTART" => self.start = Stamp::of(line),
            "DTEND" => self.end = Stamp::of(line),
            "DURATION" => self.length = Length::read(&line.value),
            "RRULE" => self.rules.push(line.value.clone()),
            "RDATE" => self.also.extend(dates(line)),
            "EXDATE" => self.except.extend(Stamp::all(line)),
            "RECURRENCE-ID" => self.instead = Stamp::of(line),
            "STATUS" => self.cancelled = says("CANCELLED"),
            "TRANSP" => self.free |= says("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => self.free |= says("FREE"),
            _ => {}
        }
    }
}

/// The starts that an RDATE names; those of periods are as long as the event.
fn dates(line: &ContentLine) -> Vec<Stamp> {
    let zone = line.parameter("TZID");
    let starts = line
        .value
        .split(',')
        .filter_map(|text| text.split('/').next());
    starts
        .filter_map(|text| Stamp::read(text.trim(), zone))
        .collect()
}

#[cfg(test)]
mod tests;
