//! What the zone names of a calendar file mean.
//!
//! Programs write IANA names, IANA names behind a path, Windows names, or names of their own with
//! the rules beside them (VTIMEZONE). A known name counts before the file's rules, which are often
//! years old. Where neither is known, a busy calendar is read by the clock of its home ([`Zones`]),
//! and an answer to an invite not at all ([`exact`]).

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use super::line::ContentLine;
use super::repeat::Expansion;
use super::stamp::Stamp;
use super::windows;
use crate::domain::recurrence::foreign::{Budget, Foreign};
use crate::domain::zone::{Resolution, Resolved, Zone, ZoneData};

/// Most changes of a clock around the time that is looked at: some three a year are known of any.
const CHANGES_MAX: usize = 1_000;
/// Most zones of a file that are asked.
const ZONES_MAX: usize = 200;
/// Most days that the rules of a file may be asked about for a single time.
const DAYS_MAX: u64 = 1_000_000;

/// A part of a VTIMEZONE: what the clock shows from an onset on.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Observance {
    start: Option<NaiveDateTime>,
    before: Option<i32>,
    offset: Option<i32>,
    rules: Vec<Foreign>,
    dates: Vec<NaiveDateTime>,
    /// Something about it was not understood, so that nobody knows when it holds.
    is_unread: bool,
}

impl Observance {
    fn take(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "DTSTART" => self.start = Stamp::of(line).and_then(clock),
            "TZOFFSETFROM" => self.before = offset(&line.value),
            "TZOFFSETTO" => self.offset = offset(&line.value),
            "RRULE" => match Foreign::read(&line.value) {
                Ok(rule) => self.rules.push(rule),
                Err(_) => self.is_unread = true,
            },
            "RDATE" => {
                let named = Stamp::all(line).into_iter().filter_map(clock);
                // One more than may be, which tells that there were too many.
                let room = (CHANGES_MAX + 1).saturating_sub(self.dates.len());
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
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct OwnZone {
    name: String,
    place: Option<String>,
    observances: Vec<Observance>,
}

/// The VTIMEZONEs of a file, collected while its lines come.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct OwnZones(Vec<OwnZone>);

impl OwnZones {
    /// A component begins within another one.
    pub fn begin(&mut self, component: &str, within: Option<&str>) {
        match (component, within) {
            ("VTIMEZONE", Some("VCALENDAR")) => self.0.push(OwnZone::default()),
            ("STANDARD" | "DAYLIGHT", Some("VTIMEZONE")) => {
                if let Some(zone) = self.0.last_mut() {
                    zone.observances.push(Observance::default());
                }
            }
            _ => {}
        }
    }

    /// A line of a component.
    pub fn take(&mut self, line: &ContentLine, of: Option<&str>) {
        let Some(zone) = self.0.last_mut() else {
            return;
        };
        match (of, line.name.as_str()) {
            (Some("VTIMEZONE"), "TZID") => {
                zone.name = line.value.trim().trim_matches('"').to_owned();
            }
            (Some("VTIMEZONE"), "X-LIC-LOCATION") => zone.place = Some(line.value.clone()),
            (Some("STANDARD" | "DAYLIGHT"), _) => {
                if let Some(last) = zone.observances.last_mut() {
                    last.take(line);
                }
            }
            _ => {}
        }
    }

    /// What a name means: a zone that is known, or the file's own rules; nothing where it is known
    /// neither here nor there.
    fn meaning(&self, name: &str, data: &ZoneData, seen: &mut Expansion) -> Option<Meaning> {
        let few = (self.0.len() <= ZONES_MAX).then_some(&self.0);
        let own = few.and_then(|own| own.iter().rfind(|own| own.name == name));
        let place = own.and_then(|own| own.place.as_deref());
        let mut names = [Some(name), place].into_iter().flatten();
        match names.find_map(|name| known(data, name)) {
            Some(zone) => Some(Meaning::Zone(zone)),
            None => Changes::of(own?, seen).map(Meaning::Own),
        }
    }
}

/// The zone of this name, of the end of this path, or of this Windows name.
fn known(data: &ZoneData, name: &str) -> Option<Zone> {
    let name = name.trim();
    let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    let ends = (1..=3)
        .rev()
        .filter_map(|n| parts.get(parts.len().checked_sub(n)?..));
    let mut ends = ends.map(|end| end.join("/"));
    let iana = |name: &str| data.zone(name).ok();
    iana(name)
        .or_else(|| iana(windows::iana(name)?))
        .or_else(|| ends.find_map(|end| if end == name { None } else { iana(&end) }))
}

/// A clock that a name turned out to mean.
enum Meaning {
    Zone(Zone),
    Own(Changes),
}

impl Meaning {
    /// The instant at which it shows this, or the one that comes nearest; none on a day that it
    /// skips.
    fn instant(&self, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Zone(zone) => in_zone(zone, clock),
            Self::Own(changes) => at(clock, changes.shown_from(clock)),
        }
    }

    /// The only instant at which it shows this; none where it never does, or twice.
    fn exact(&self, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self {
            Self::Zone(zone) => match zone.resolve(clock) {
                Resolved::Exact(at) => Some(at.to_utc()),
                Resolved::Gap { .. } | Resolved::Fold { .. } | Resolved::DayMissing => None,
            },
            Self::Own(changes) => changes.exact(clock),
        }
    }
}

/// The clocks of one file, of which something is made whatever it says.
pub(super) struct Zones<'a> {
    data: &'a ZoneData,
    home: &'a Zone,
    own: OwnZones,
    meant: HashMap<String, Meaning>,
    /// Names that nothing was known of.
    pub unknown: usize,
}

impl<'a> Zones<'a> {
    pub fn new(data: &'a ZoneData, home: &'a Zone, own: OwnZones) -> Self {
        Self {
            data,
            home,
            own,
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
                    let meaning = self.own.meaning(name, self.data, seen);
                    self.unknown += usize::from(meaning.is_none());
                    let meaning = meaning.unwrap_or_else(|| Meaning::Zone(self.home.clone()));
                    self.meant.insert(name.clone(), meaning);
                }
                self.meant.get(name)?.instant(*clock)
            }
        }
    }
}

/// The one instant that a stamp means by the clocks of its own file. None where nothing is known of
/// its zone, where its clock is skipped or comes twice, and where it is no time of any zone.
pub fn exact(stamp: &Stamp, own: &OwnZones, data: &ZoneData) -> Option<DateTime<Utc>> {
    match stamp {
        Stamp::Utc(clock) => Some(clock.and_utc()),
        Stamp::Day(_) | Stamp::Clock(_, None) => None,
        Stamp::Clock(clock, Some(name)) => {
            let mut seen = Expansion {
                from: clock.date(),
                to: clock.date(),
                budget: Budget(DAYS_MAX),
                skipped: 0,
            };
            own.meaning(name, data, &mut seen)?.exact(*clock)
        }
    }
}

fn in_zone(zone: &Zone, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
    let (at, _) = zone.resolve(clock).as_before(Resolution::Exact)?;
    Some(at.to_utc())
}

fn at(clock: NaiveDateTime, offset: i32) -> Option<DateTime<Utc>> {
    let instant = clock.checked_sub_signed(Duration::seconds(offset.into()))?;
    Some(instant.and_utc())
}

/// The changes of a file's own clock around the window that is looked at.
struct Changes {
    /// The seconds east of UTC before the first of them.
    first: i32,
    /// Where each begins, by the clock before it, and the seconds from then on.
    changes: Vec<(NaiveDateTime, i32)>,
}

impl Changes {
    /// None where a part was not understood, or more changes are named than any clock has.
    fn of(own: &OwnZone, seen: &mut Expansion) -> Option<Self> {
        let to = seen.to + Duration::days(2);
        let mut changes: Vec<(NaiveDateTime, i32)> = Vec::new();
        let mut first = None;
        for observance in &own.observances {
            let (Some(start), Some(offset), false) =
                (observance.start, observance.offset, observance.is_unread)
            else {
                return None;
            };
            if first.is_none_or(|(earliest, _)| start < earliest) {
                first = Some((start, observance.before.unwrap_or(offset)));
            }
            changes.push((start, offset));
            changes.extend(observance.dates.iter().map(|date| (*date, offset)));
            for rule in &observance.rules {
                let window = (rule.last_before(start.date(), seen.from), to);
                let dates: Vec<NaiveDate> = rule.dates(start.date(), window, &mut seen.budget)?;
                let onsets = dates.into_iter().map(|date| date.and_time(start.time()));
                changes.extend(onsets.map(|onset| (onset, offset)));
            }
            if changes.len() > CHANGES_MAX {
                return None;
            }
        }
        changes.sort_unstable();
        let (_, first) = first?;
        Some(Self { first, changes })
    }

    /// The offset when the clock shows this: the later one where it skips it, the earlier one where
    /// it shows it twice.
    fn shown_from(&self, clock: NaiveDateTime) -> i32 {
        let behind = self.changes.partition_point(|(onset, _)| *onset <= clock);
        let last = behind
            .checked_sub(1)
            .and_then(|last| self.changes.get(last));
        last.map_or(self.first, |(_, offset)| *offset)
    }

    /// The only instant at which the clock shows this.
    fn exact(&self, clock: NaiveDateTime) -> Option<DateTime<Utc>> {
        let offsets: BTreeSet<i32> = self.changes.iter().map(|(_, offset)| *offset).collect();
        let mut found = offsets
            .into_iter()
            .chain([self.first])
            .filter_map(|offset| at(clock, offset).filter(|at| self.offset_at(*at) == offset));
        let one = found.next()?;
        found.all(|other| other == one).then_some(one)
    }

    fn offset_at(&self, instant: DateTime<Utc>) -> i32 {
        let mut offset = self.first;
        for (onset, after) in &self.changes {
            // An onset is told by the clock before it.
            match at(*onset, offset) {
                Some(begins) if begins <= instant => offset = *after,
                _ => break,
            }
        }
        offset
    }
}
