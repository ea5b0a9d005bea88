//! Dates, times, lengths and periods as iCalendar files write them (RFC 5545 3.3).

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::line::ContentLine;

/// When something is, as a file says it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// A whole day.
    Day(NaiveDate),
    /// An instant.
    Utc(NaiveDateTime),
    /// A wall clock, of the zone of this name or of whoever looks.
    Clock(NaiveDateTime, Option<String>),
}

impl Stamp {
    /// The first value of a line.
    pub fn of(line: &ContentLine) -> Option<Self> {
        Self::read(line.value.trim(), line.parameter("TZID"))
    }

    /// Every value of a line that can be read.
    pub fn all(line: &ContentLine) -> Vec<Self> {
        let zone = line.parameter("TZID");
        let values = line.value.split(',').map(str::trim);
        values.filter_map(|text| Self::read(text, zone)).collect()
    }

    pub fn read(text: &str, zone: Option<&str>) -> Option<Self> {
        let Some((day, time)) = text.split_once(['T', 't']) else {
            return date(text).map(Self::Day);
        };
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let clock = date(day)?.and_time(time_of(time)?);
        match utc {
            true => Some(Self::Utc(clock)),
            false => Some(Self::Clock(clock, zone.map(str::to_owned))),
        }
    }

    /// The date that its own clock shows.
    pub fn date(&self) -> NaiveDate {
        match self {
            Self::Day(day) => *day,
            Self::Utc(clock) | Self::Clock(clock, _) => clock.date(),
        }
    }

    /// The same time of day on another date.
    pub fn on(&self, date: NaiveDate) -> Self {
        match self {
            Self::Day(_) => Self::Day(date),
            Self::Utc(clock) => Self::Utc(date.and_time(clock.time())),
            Self::Clock(clock, zone) => Self::Clock(date.and_time(clock.time()), zone.clone()),
        }
    }
}

/// `YYYYMMDD`, in the years that anybody may mean; Outlook has its clocks begin in 1601.
fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let date = NaiveDate::parse_from_str(text, "%Y%m%d").ok()?;
    (1600..=2200).contains(&date.year()).then_some(date)
}

/// `HHMMSS`; a leap second is the second before it.
fn time_of(text: &str) -> Option<NaiveTime> {
    if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| text.get(at..at + 2)?.parse::<u32>().ok();
    NaiveTime::from_hms_opt(part(0)?, part(2)?, part(4)?.min(59))
}

/// How long something takes: whole days, which a clock change may make longer, and the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    pub days: i64,
    pub seconds: i64,
}

impl Length {
    /// `P1D`, `PT1H30M`, `P2W`; none that is negative.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix('+').unwrap_or(&text);
        let rest = text.strip_prefix('P')?;
        let (mut length, mut number, mut timed, mut any) = (
            Self {
                days: 0,
                seconds: 0,
            },
            None::<i64>,
            false,
            false,
        );
        for c in rest.chars() {
            if let Some(digit) = c.to_digit(10) {
                let before = number.unwrap_or(0).checked_mul(10)?;
                number = Some(before.checked_add(digit.into())?);
                continue;
            }
            if c == 'T' && !timed && number.is_none() {
                timed = true;
                continue;
            }
            let amount = number.take()?;
            let (to, unit) = match (c, timed) {
                ('W', false) => (&mut length.days, 7),
                ('D', false) => (&mut length.days, 1),
                ('H', true) => (&mut length.seconds, 3_600),
                ('M', true) => (&mut length.seconds, 60),
                ('S', true) => (&mut length.seconds, 1),
                _ => return None,
            };
            *to = to.checked_add(amount.checked_mul(unit)?)?;
            any = true;
        }
        let sane = length.days <= 3_660 && length.seconds <= 3_660 * 86_400;
        (any && number.is_none() && sane).then_some(length)
    }

    /// In real time, a day being 24 hours.
    pub fn real(self) -> Duration {
        Duration::days(self.days) + Duration::seconds(self.seconds)
    }
}

/// `start/end` or `start/length` of UTC instants, as VFREEBUSY writes them.
pub(super) fn period(text: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (start, end) = text.trim().split_once('/')?;
    let instant = |text| match Stamp::read(text, None)? {
        Stamp::Utc(at) => Some(at.and_utc()),
        Stamp::Day(_) | Stamp::Clock(..) => None,
    };
    let start = instant(start)?;
    let end = match Length::read(end) {
        Some(length) => start.checked_add_signed(length.real())?,
        None => instant(end)?,
    };
    (start < end).then_some((start, end))
}
