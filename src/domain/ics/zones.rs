//! What the zone names of a calendar file mean.
//!
//! Programs write IANA names, IANA names behind a path, Windows names, or names of their own with
//! the rules beside them (VTIMEZONE). A known name counts before the file's rules, which are often
//! years old; who knows neither gets the clock of the calendar's home.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use super::line::ContentLine;
use super::repeat::Expansion;
use super::stamp::Stamp;
use super::windows;
use crate::domain::recurrence::foreign::Foreign;
use crate::domain::zone::{Resolution, Zone, ZoneData};

/// Most changes of a clock that one file's rules may name.
const CHANGES_MAX: usize = 400;

/// A part of a VTIMEZONE: what the clock shows from an onset on.
#[derive(Debug, Default, Clone)]
pub(super) struct Observance {
    start: Option<NaiveDateTime>,
    before: Option<i32>,
    offset: Option<i32>,
    rules: Vec<Foreign>,
    dates: Vec<NaiveDateTime>,
}

impl Observance {
    pub fn take(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "DTSTART" => self.start = Stamp::of(line).and_then(clock),
            "TZOFFSETFROM" => self.before = offset(&line.value),
            "TZOFFSETTO" => self.offset = offset(&line.value),
            "RRULE" => self.rules.extend(Foreign::read(&line.value)),
            "RDATE" => {
                let room = CHANGES_MAX.saturating_sub(self.dates.len());
                let named = Stamp::all(line).into_iter().filter_map(clock);
                self.dates.extend(named.take(room));
            }
            _ => {}
        }
    }
}

fn clock(stamp: Stamp) -> Option<NaiveDateTime> {
    match stamp {
        Stamp::Utc(clock) | Stamp::Clock(clock, _) => Some(clock),
        Stamp::Day(_) => None,
    }
}

/// `+0800`, `-033000`, in seconds.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => (1, text),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| {
        digits
            .get(at..at + 2)
            .map_or(Some(0), |two| two.parse().ok())
    };
    let seconds: i32 = part(0)? * 3_600 + part(2)? * 60 + part(4)?;
    (seconds <= 26 * 3_600).then_some(sign * seconds)
}

/// A VTIMEZONE of the file.
#[derive(Debug, Default, Clone)]
pub(super) struct OwnZone {
    pub name: String,
    pub place: Option<String>,
    pub observances: Vec<Observance>,
}

/// A clock that a name turned out to mean.
enum Meaning {
    Zone(Zone),
    /// Where each change of the clock begins, by it, and the seconds east of UTC from then on.
    Changes(i32, Vec<(NaiveDateTime, i32)>),
}

/// The clocks of one file.
pub(super) struct Zones<'a> {
    data: &'a ZoneData,
    home: &'a Zone,
    own: HashMap<String, OwnZone>,
    meant: HashMap<String, Meaning>,
    /// Names that nothing was known of.
    pub unknown: usize,
}

impl<'a> Zones<'a> {
    pub fn new(data: &'a ZoneData, home: &'a Zone, own: Vec<OwnZone>) -> Self {
        Self {
            data,
            home,
            own: own
                .into_iter()
                .map(|zone| (zone.name.clone(), zone))
                .collect(),
            meant: HashMap::new(),
            unknown: 0,
        }
    }

    /// The instant that a stamp means; none on a day that its zone skips.
    pub fn instant(&mut self, stamp: &Stamp, seen: &mut Expansion) -> Option<DateTime<Utc>> {
        match stamp {
            Stamp::Utc(clock) => Some(clock.and_utc()),
            Stamp::Day(day) => in_zone(self.home, day.and_hms_opt(0, 0, 0)?),
            Stamp::Clock(clock, None) => in_zone(self.home, *clock),
            Stamp::Clock(clock, Some(name)) => {
                if !self.meant.contains_key(name) {
                    let meaning = self.meaning(name, seen);
                    self.meant.insert(name.clone(), meaning);
                }
                match self.meant.get(name)? {
                    Meaning::Zone(zone) => in_zone(zone, *clock),
                    Meaning::Changes(first, changes) => {
                        let at = changes.partition_point(|(onset, _)| onset <= clock);
                        let offset = match at.checked_sub(1) {
                            Some(last) => changes.get(last).map_or(*first, |(_, offset)| *offset),
                            None => *first,
                        };
                        let instant = clock.checked_sub_signed(Duration::seconds(offset.into()))?;
                        Some(instant.and_utc())
                    }
                }
            }
        }
    }

    fn meaning(&mut self, name: &str, seen: &mut Expansion) -> Meaning {
        let place = self.own.get(name).and_then(|own| own.place.as_deref());
        let known = [Some(name), place].into_iter().flatten();
        if let Some(zone) = known.filter_map(|name| self.known(name)).next() {
            return Meaning::Zone(zone);
        }
        let own = self.own.get(name).and_then(|own| changes(own, seen));
        own.unwrap_or_else(|| {
            self.unknown += 1;
            Meaning::Zone(self.home.clone())
        })
    }

    /// The zone of this name, of the end of this path, or of this Windows name.
    fn known(&self, name: &str) -> Option<Zone> {
        let name = name.trim();
        let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
        let ends = (1..=3)
            .rev()
            .filter_map(|n| parts.get(parts.len().checked_sub(n)?..));
        let mut ends = ends.map(|end| end.join("/"));
        let iana = |name: &str| self.data.zone(name).ok();
        iana(name)
            .or_else(|| iana(windows::iana(name)?))
            .or_else(|| ends.find_map(|end| if end == name { None } else { iana(&end) }))
    }
}

fn in_zone(zone: &Zone, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
    let (at, _) = zone.resolve(clock).as_before(Resolution::Exact)?;
    Some(at.to_utc())
}

/// The changes of a file's own clock around the window that is looked at.
fn changes(own: &OwnZone, seen: &mut Expansion) -> Option<Meaning> {
    let window = (seen.from - Duration::days(800), seen.to + Duration::days(2));
    let mut changes: Vec<(NaiveDateTime, i32)> = Vec::new();
    let mut first = None;
    for observance in &own.observances {
        let (Some(start), Some(offset)) = (observance.start, observance.offset) else {
            continue;
        };
        if first.is_none_or(|(earliest, _)| start < earliest) {
            first = Some((start, observance.before.unwrap_or(offset)));
        }
        changes.push((start, offset));
        changes.extend(observance.dates.iter().map(|date| (*date, offset)));
        for rule in &observance.rules {
            let dates: Vec<NaiveDate> = rule.dates(start.date(), window, &mut seen.budget)?;
            let onsets = dates.into_iter().map(|date| date.and_time(start.time()));
            changes.extend(onsets.map(|onset| (onset, offset)));
        }
    }
    changes.sort_unstable();
    Some(Meaning::Changes(first?.1, changes))
}
