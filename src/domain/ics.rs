//! iCalendar files (RFC 5545): here, what a coordinator uploads as a city's own days; in [`busy`],
//! the busy times of anybody's calendar. What calendars answer to invites is `itip`'s.
//!
//! Small on purpose. Here are days, not appointments: all-day events, alone or on one date every
//! year. Whatever else a file holds is refused with its line and why, never guessed at.

pub mod busy;
pub(super) mod line;
mod repeat;
pub(super) mod stamp;
mod windows;
pub(super) mod zones;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::input::{Invalid, LINE_MAX, is_blank, is_forbidden};
use super::workdays::{DayKind, OwnDay};
use line::{ContentLine, lines};

/// Largest file, in bytes.
pub const FILE_MAX: usize = 256 * 1024;
/// Most days that one file may mean.
pub const DAYS_MAX: usize = 1_000;
/// Most days that one event may last.
const EVENT_DAYS_MAX: u64 = 60;
/// Longest UID that is kept, in characters; an event with a longer one is known by its date alone.
const UID_MAX: usize = 120;

/// The days that a file means from `from` to `to`, both included, by date.
///
/// What lies outside is left out. Where two events fall on a date, the first names its kind and
/// both its name. The kind is `holiday` unless a `CATEGORIES` names another one.
///
/// # Errors
/// Where the file is too large, is no calendar, or holds something that is no day; every error
/// names its line.
pub fn days(file: &[u8], from: NaiveDate, to: NaiveDate) -> Result<Vec<OwnDay>, Invalid> {
    if file.len() > FILE_MAX {
        let detail = format!("Send a file of at most {} KiB.", FILE_MAX / 1024);
        return Err(Invalid::one(FIELD, "too_large", detail));
    }
    let text = std::str::from_utf8(file)
        .map_err(|_| Invalid::one(FIELD, "not_utf8", "Save the file in UTF-8."))?;
    let (mut days, mut named) = (BTreeMap::<NaiveDate, OwnDay>::new(), 0);
    for event in events(text)? {
        for date in event.dates(from, to)? {
            days.entry(date)
                .and_modify(|day| join(&mut day.name, &event.name))
                .or_insert_with(|| event.day(date));
            named += 1;
            // Many events on few days are as much work as many days.
            if days.len() > DAYS_MAX || named > 10 * DAYS_MAX {
                let detail = format!("A file may name at most {DAYS_MAX} days.");
                return Err(Invalid::one(FIELD, "too_many_days", detail));
            }
        }
    }
    Ok(days.into_values().collect())
}

/// The field that faults of the file are told of.
const FIELD: &str = "file";

fn wrong(line: usize, code: &str, detail: &str) -> Invalid {
    Invalid::one(FIELD, code, format!("Line {line}: {detail}"))
}

/// Adds a second name to a day, as far as there is room for it.
fn join(name: &mut String, other: &str) {
    let known = name.split(" / ").any(|known| known == other);
    if !other.is_empty() && !known && name.chars().count() + other.chars().count() + 3 <= LINE_MAX {
        if !name.is_empty() {
            name.push_str(" / ");
        }
        name.push_str(other);
    }
}

/// An all-day event.
#[derive(Default)]
struct Event {
    line: usize,
    uid: Option<String>,
    name: String,
    kind: Option<DayKind>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    length: Option<u64>,
    yearly: Option<Yearly>,
    except: Vec<NaiveDate>,
    cancelled: bool,
}

/// Every so many years, on the same date.
#[derive(Default)]
struct Yearly {
    interval: Option<u32>,
    count: Option<u32>,
    until: Option<NaiveDate>,
}

/// The events of a file.
fn events(text: &str) -> Result<Vec<Event>, Invalid> {
    let (mut events, mut open) = (Vec::new(), None::<Event>);
    // Components inside an event (alarms) and beside it (time zones) say nothing about days.
    let (mut calendar, mut inside) = (false, Vec::<String>::new());
    for line in lines(text) {
        match (line.name.as_str(), open.as_mut()) {
            ("BEGIN", _) => {
                let component = line.value.to_ascii_uppercase();
                calendar |= component == "VCALENDAR";
                if component == "VEVENT" && open.is_none() {
                    open = Some(Event {
                        line: line.number,
                        ..Event::default()
                    });
                }
                inside.push(component);
            }
            ("END", _) => {
                let component = line.value.to_ascii_uppercase();
                if inside.pop().as_ref() != Some(&component) {
                    let detail = "this END has no BEGIN; the file may be cut off.";
                    return Err(wrong(line.number, "not_a_calendar", detail));
                }
                if component == "VEVENT" && !inside.iter().any(|of| of == "VEVENT") {
                    events.extend(open.take());
                }
            }
            (_, Some(event)) if inside.last().is_some_and(|of| of == "VEVENT") => {
                event.take(&line)?;
            }
            _ => {}
        }
    }
    if !calendar || !inside.is_empty() {
        let detail = "Send a whole iCalendar file: it begins with BEGIN:VCALENDAR and ends with \
                      END:VCALENDAR.";
        return Err(Invalid::one(FIELD, "not_a_calendar", detail));
    }
    events.retain(|event: &Event| !event.cancelled);
    Ok(events)
}

impl Event {
    fn take(&mut self, line: &ContentLine) -> Result<(), Invalid> {
        let number = line.number;
        match line.name.as_str() {
            "UID" => {
                let kept = !line.value.is_empty() && line.value.chars().count() <= UID_MAX;
                self.uid = kept.then(|| plain(&line.value));
            }
            "SUMMARY" => self.name = plain(&unescaped(&line.value)),
            "CATEGORIES" => {
                let mut words = line.value.split(',').map(str::trim);
                self.kind = words
                    .find_map(|word| word.to_ascii_lowercase().parse().ok())
                    .or(self.kind);
            }
            "STATUS" => self.cancelled = line.value.eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.start = Some(date_of(line)?),
            "DTEND" => self.end = Some(date_of(line)?),
            "DURATION" => self.length = Some(length_of(line)?),
            "EXDATE" => {
                for value in line.value.split(',') {
                    self.except.push(date(value).ok_or_else(|| timed(number))?);
                }
            }
            "RRULE" => self.yearly = Some(Yearly::of(line)?),
            "RDATE" | "RECURRENCE-ID" | "EXRULE" => {
                let detail = "write each day as an event of its own; this way of repeating one \
                              is not understood.";
                return Err(wrong(number, "unsupported_recurrence", detail));
            }
            _ => {}
        }
        Ok(())
    }

    fn day(&self, date: NaiveDate) -> OwnDay {
        OwnDay {
            date,
            kind: self.kind.unwrap_or(DayKind::Holiday),
            name: self.name.clone(),
            uid: self.uid.clone(),
        }
    }

    /// The dates on which it falls within a span.
    fn dates(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<NaiveDate>, Invalid> {
        let start = self.start.ok_or_else(|| {
            let detail = "this event has no DTSTART.";
            wrong(self.line, "no_start", detail)
        })?;
        let length = self.days(start)?;
        let mut dates = Vec::new();
        // What ended before the span is not walked through day by day.
        let ends_late = |begin: &NaiveDate| {
            from.signed_duration_since(*begin).num_days() < i64::try_from(length).unwrap_or(0)
        };
        for begin in self.begins(start, to).into_iter().filter(ends_late) {
            let of_it = begin.iter_days().take(usize::try_from(length).unwrap_or(1));
            dates.extend(of_it.filter(|date| from <= *date && *date <= to));
        }
        Ok(dates)
    }

    /// How many days it lasts.
    fn days(&self, start: NaiveDate) -> Result<u64, Invalid> {
        let length = match self.end {
            // Programs that write the last day itself as the end mean one day.
            Some(end) if end == start => 1,
            Some(end) => u64::try_from(end.signed_duration_since(start).num_days()).unwrap_or(0),
            None => self.length.unwrap_or(1),
        };
        match length {
            0 => Err(wrong(
                self.line,
                "end_before_start",
                "this event ends before it begins.",
            )),
            1..=EVENT_DAYS_MAX => Ok(length),
            _ => {
                let detail = format!("this event lasts more than {EVENT_DAYS_MAX} days.");
                Err(wrong(self.line, "too_long", &detail))
            }
        }
    }

    /// The dates on which it begins, up to `to`.
    fn begins(&self, start: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let Some(yearly) = &self.yearly else {
            return Vec::from_iter((!self.except.contains(&start)).then_some(start));
        };
        let interval = usize::try_from(yearly.interval.unwrap_or(1)).unwrap_or(usize::MAX);
        let until = yearly.until.unwrap_or(to).min(to);
        // A year without 29 February has none, and none that counts.
        (start.year()..=until.year())
            .step_by(interval)
            .filter_map(|year| start.with_year(year))
            .take_while(|date| *date <= until)
            .take(yearly.count.map_or(usize::MAX, |count| count as usize))
            .filter(|date| !self.except.contains(date))
            .collect()
    }
}

impl Yearly {
    fn of(line: &ContentLine) -> Result<Self, Invalid> {
        let refused = || {
            let detail = "only rules such as RRULE:FREQ=YEARLY, with INTERVAL, COUNT or UNTIL, \
                          are understood; write other days out one by one.";
            wrong(line.number, "unsupported_recurrence", detail)
        };
        let (mut yearly, mut rule) = (false, Self::default());
        for part in line.value.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or_else(refused)?;
            let number = || value.parse().ok().filter(|n| (1..=1000).contains(n));
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => rule.interval = Some(number().ok_or_else(refused)?),
                "COUNT" => rule.count = Some(number().ok_or_else(refused)?),
                "UNTIL" => {
                    let day = value.get(..8).and_then(date);
                    rule.until = Some(day.ok_or_else(refused)?);
                }
                "WKST" => {}
                _ => return Err(refused()),
            }
        }
        if yearly { Ok(rule) } else { Err(refused()) }
    }
}

fn timed(line: usize) -> Invalid {
    let detail = "this is not a whole day. Only all-day events are taken: \
                  DTSTART;VALUE=DATE:20270101.";
    wrong(line, "not_all_day", detail)
}

fn date_of(line: &ContentLine) -> Result<NaiveDate, Invalid> {
    let parameters = line.parameters.to_ascii_uppercase();
    let other = parameters.contains("VALUE=") && !parameters.contains("VALUE=DATE");
    let date = date(&line.value).filter(|_| !other);
    date.ok_or_else(|| timed(line.number))
}

/// `YYYYMMDD`, in the years that anybody may mean.
fn date(text: &str) -> Option<NaiveDate> {
    let digits = text.trim();
    let number: i32 = digits.parse().ok()?;
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (month, day) = (number / 100 % 100, number % 100);
    let date = NaiveDate::from_ymd_opt(
        number / 10_000,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )?;
    (1900..=2200).contains(&date.year()).then_some(date)
}

/// `P1D` or `P1W`.
fn length_of(line: &ContentLine) -> Result<u64, Invalid> {
    let value = line.value.to_ascii_uppercase();
    let number =
        |unit| -> Option<u64> { value.strip_prefix('P')?.strip_suffix(unit)?.parse().ok() };
    let days = number('D').or_else(|| number('W').and_then(|weeks| weeks.checked_mul(7)));
    days.ok_or_else(|| timed(line.number))
}

/// The text that RFC 5545 3.3.11 writes with backslashes.
pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            _ => text.push(c),
        }
    }
    text
}

/// One line of at most [`LINE_MAX`] characters with nothing invisible in it.
fn plain(text: &str) -> String {
    let visible = text.chars().map(|c| if is_forbidden(c) { ' ' } else { c });
    let words: String = visible.take(LINE_MAX * 2).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().all(|c| c == ' ' || is_blank(c)) {
        true => String::new(),
        false => words
            .chars()
            .take(LINE_MAX)
            .collect::<String>()
            .trim()
            .to_owned(),
    }
}

#[cfg(test)]
mod tests;
