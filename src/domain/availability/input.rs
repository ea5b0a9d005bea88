//! Availability as somebody enters it, and what is wrong with it.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{
    Availability, BUFFER_MAX, DAY, HORIZON, HORIZON_DEFAULT, HolidayRule, LIMIT_MAX, MonthDay,
    NOTICE_MAX, OVERRIDES_MAX, STEP, Season, Span, WINDOWS_MAX, WINDOWS_OF_DATE_MAX, Window,
};
use crate::domain::input::{Checker, Invalid};

/// The words for the days of the week, from Monday.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// Two wall clocks, such as 09:00 and 17:00. An end that is not after the beginning is on the next
/// date; 24:00 and 00:00 both end a date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SpanInput {
    /// The beginning, `HH:MM`.
    pub from: String,
    /// The end, `HH:MM`.
    pub to: String,
}

/// A season: two dates for once, either of which may be absent, or two days such as `03-01` for
/// every year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SeasonInput {
    /// Its first day.
    pub from: Option<String>,
    /// Its last day.
    pub until: Option<String>,
}

/// A weekly window.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WindowInput {
    /// `mon` to `sun`.
    pub weekday: String,
    /// When on that day.
    pub span: SpanInput,
    /// Absent means always.
    pub season: Option<SeasonInput>,
    /// Whether it is open on make-up workdays too.
    pub make_up_workdays: bool,
}

/// A date with hours of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OverrideInput {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Its hours; none means nobody is received.
    pub windows: Vec<SpanInput>,
}

/// Availability as somebody enters it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AvailabilityInput {
    /// The week.
    pub windows: Vec<WindowInput>,
    /// Dates with hours of their own.
    pub overrides: Vec<OverrideInput>,
    /// Minutes between starts; absent means the duration with both buffers.
    pub step_minutes: Option<i32>,
    /// Minutes kept free before each visit.
    pub buffer_before_minutes: i32,
    /// Minutes kept free after each visit.
    pub buffer_after_minutes: i32,
    /// Minutes of notice.
    pub notice_minutes: i32,
    /// Days ahead; absent means the usual.
    pub horizon_days: Option<i32>,
    /// Most times a day.
    pub slots_per_day: Option<i32>,
    /// Most times a week.
    pub slots_per_week: Option<i32>,
    /// Most bookings a day.
    pub bookings_per_day: Option<i32>,
    /// Most bookings a week.
    pub bookings_per_week: Option<i32>,
    /// A [`HolidayRule`]'s word; empty means to skip holidays.
    pub holidays: String,
}

/// Windows of one day that overlapped and were made one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The day of the week, or the date of an override.
    pub day: String,
    /// What they are now.
    pub span: SpanInput,
    /// How many there were.
    pub windows: usize,
}

impl AvailabilityInput {
    /// The rules that are meant, overlapping windows made one, and which those were.
    ///
    /// # Errors
    /// Everything that is wrong, each with its field.
    pub fn check(&self) -> Result<(Availability, Vec<Merged>), Invalid> {
        let mut check = Checker::default();
        let mut merged = Vec::new();
        let windows = windows(&mut check, &self.windows, &mut merged);
        let overrides = overrides(&mut check, &self.overrides, &mut merged);
        let mut number = |field: &str, value: i32, (min, max): (i32, i32)| {
            check.number(field, value, min, max).clamp(min, max)
        };
        let buffers = (0, BUFFER_MAX);
        let limits = (1, LIMIT_MAX);
        let step = self.step_minutes.map(|n| number("step_minutes", n, STEP));
        let before = number("buffer_before_minutes", self.buffer_before_minutes, buffers);
        let after = number("buffer_after_minutes", self.buffer_after_minutes, buffers);
        let notice = number("notice_minutes", self.notice_minutes, (0, NOTICE_MAX));
        let horizon = self.horizon_days.unwrap_or(HORIZON_DEFAULT);
        let horizon = number("horizon_days", horizon, HORIZON);
        let mut limit = |field: &str, value: Option<i32>| {
            value.map(|value| small(number(field, value, limits)))
        };
        let slots_per_day = limit("slots_per_day", self.slots_per_day);
        let slots_per_week = limit("slots_per_week", self.slots_per_week);
        let bookings_per_day = limit("bookings_per_day", self.bookings_per_day);
        let bookings_per_week = limit("bookings_per_week", self.bookings_per_week);
        let holidays = match self.holidays.trim() {
            "" => Some(HolidayRule::Skip),
            word => check.parse("holidays", "unknown_holidays", word),
        };
        let rules = Availability {
            windows,
            overrides,
            step_minutes: step.map(small),
            buffer_before_minutes: small(before),
            buffer_after_minutes: small(after),
            notice_minutes: u32::try_from(notice).unwrap_or(0),
            horizon_days: small(horizon),
            slots_per_day,
            slots_per_week,
            bookings_per_day,
            bookings_per_week,
            holidays: holidays.unwrap_or(HolidayRule::Skip),
        };
        check.finish((rules, merged))
    }
}

fn small(number: i32) -> u16 {
    u16::try_from(number).unwrap_or(0)
}

fn windows(check: &mut Checker, given: &[WindowInput], merged: &mut Vec<Merged>) -> Vec<Window> {
    if given.len() > WINDOWS_MAX {
        let detail = format!("Give at most {WINDOWS_MAX} windows.");
        check.wrong("windows", "too_many", detail);
    }
    // By all but the span: windows of another season stay apart.
    let mut groups: BTreeMap<(u8, Option<Season>, bool), Vec<Span>> = BTreeMap::new();
    for (n, window) in given.iter().take(WINDOWS_MAX).enumerate() {
        let field = format!("windows[{n}]");
        let known = |(word, _): &&(&str, Weekday)| word.eq_ignore_ascii_case(window.weekday.trim());
        let weekday = WEEKDAYS.iter().find(known);
        if weekday.is_none() {
            let detail = "Name the day as mon, tue, wed, thu, fri, sat or sun.";
            check.wrong(&format!("{field}.weekday"), "unknown_weekday", detail);
        }
        let span = span(check, &field, &window.span);
        let season = window
            .season
            .as_ref()
            .map(|given| season(check, &field, given));
        if let (Some((_, weekday)), Some(span)) = (weekday, span) {
            let day = u8::try_from(weekday.num_days_from_monday()).unwrap_or(0);
            let group = (day, season.flatten(), window.make_up_workdays);
            groups.entry(group).or_default().push(span);
        }
    }
    let mut windows = Vec::new();
    for ((day, season, make_up_workdays), spans) in groups {
        let (word, weekday) = WEEKDAYS[usize::from(day % 7)];
        for span in merge(word, spans, merged) {
            windows.push(Window {
                weekday,
                span,
                season,
                make_up_workdays,
            });
        }
    }
    windows
}

/// The union of a day's spans, noting which of them it made one. No window is made longer than a
/// day, for nobody could write it down.
fn merge(day: &str, mut spans: Vec<Span>, merged: &mut Vec<Merged>) -> Vec<Span> {
    spans.sort_unstable();
    let mut one: Vec<(Span, usize)> = Vec::with_capacity(spans.len());
    for span in spans {
        match one.last_mut() {
            Some((last, parts)) if span.from <= last.to && span.to <= last.from + DAY => {
                last.to = last.to.max(span.to);
                *parts += 1;
            }
            _ => one.push((span, 1)),
        }
    }
    let several = one.iter().filter(|(_, parts)| *parts > 1);
    merged.extend(several.map(|(span, parts)| Merged {
        day: day.to_owned(),
        span: SpanInput::from(*span),
        windows: *parts,
    }));
    one.into_iter().map(|(span, _)| span).collect()
}

fn overrides(
    check: &mut Checker,
    given: &[OverrideInput],
    merged: &mut Vec<Merged>,
) -> BTreeMap<NaiveDate, Vec<Span>> {
    if given.len() > OVERRIDES_MAX {
        let detail = format!("Give at most {OVERRIDES_MAX} dates.");
        check.wrong("overrides", "too_many", detail);
    }
    let mut overrides = BTreeMap::new();
    for (n, one) in given.iter().take(OVERRIDES_MAX).enumerate() {
        let field = format!("overrides[{n}]");
        if one.windows.len() > WINDOWS_OF_DATE_MAX {
            let detail = format!("Give at most {WINDOWS_OF_DATE_MAX} windows.");
            check.wrong(&format!("{field}.windows"), "too_many", detail);
        }
        let spans = (0..).zip(one.windows.iter().take(WINDOWS_OF_DATE_MAX));
        let spans = spans
            .filter_map(|(m, given): (usize, _)| {
                span(check, &format!("{field}.windows[{m}]"), given)
            })
            .collect();
        let Some(date) = date(&one.date) else {
            let detail = "Give a date such as 2027-03-14.";
            check.wrong(&format!("{field}.date"), "invalid_date", detail);
            continue;
        };
        let spans = merge(&date.to_string(), spans, merged);
        if overrides.insert(date, spans).is_some() {
            let detail = "This date was given before; put all its windows into one.";
            check.wrong(&format!("{field}.date"), "given_twice", detail);
        }
    }
    overrides
}

/// A span, or what is wrong with it, noted at `from` and `to` below `field`.
fn span(check: &mut Checker, field: &str, given: &SpanInput) -> Option<Span> {
    let mut clock = |name: &str, text: &str| {
        let minute = minute(text);
        if minute.is_none() {
            let detail = "Give a time from 00:00 to 24:00, such as 09:30.";
            check.wrong(&format!("{field}.{name}"), "invalid_time", detail);
        }
        minute
    };
    let (from, to) = (clock("from", &given.from), clock("to", &given.to));
    let (from, to) = (from? % DAY, to?);
    let to = if to == 0 { DAY } else { to };
    if from == to {
        let detail = "End it at another time than it begins. A whole day is 00:00 to 24:00.";
        check.wrong(&format!("{field}.to"), "empty_window", detail);
        return None;
    }
    let to = if to < from { to + DAY } else { to };
    Some(Span { from, to })
}

/// Minutes after midnight of `HH:MM`, from 00:00 to 24:00.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    // Browsers may send seconds.
    let (minutes, seconds) = minutes.split_once(':').unwrap_or((minutes, "00"));
    let two = |digits: &str| match digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
        true => digits.parse::<u16>().ok(),
        false => None,
    };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    let minute = hours * 60 + minutes;
    (seconds == "00" && minutes < 60 && minute <= DAY).then_some(minute)
}

/// A date of a year with four digits.
fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::from_str(text.trim()).ok()?;
    (2000..=9999).contains(&date.year()).then_some(date)
}

/// `MM-DD`, February having 29 days.
fn month_day(text: &str) -> Option<MonthDay> {
    let date = NaiveDate::from_str(&format!("2000-{}", text.trim())).ok()?;
    (text.trim().len() == 5).then_some(MonthDay {
        month: date.month(),
        day: date.day(),
    })
}

fn season(check: &mut Checker, field: &str, given: &SeasonInput) -> Option<Season> {
    let text = |given: &Option<String>| {
        let text = given.as_deref().unwrap_or_default().trim().to_owned();
        Some(text).filter(|text| !text.is_empty())
    };
    let (from, until) = (text(&given.from), text(&given.until));
    if let (Some(from), Some(until)) = (&from, &until)
        && let (Some(from), Some(until)) = (month_day(from), month_day(until))
    {
        return Some(Season::Yearly { from, until });
    }
    let mut end = |name: &str, text: Option<String>| {
        let text = text?;
        let found = date(&text);
        if found.is_none() {
            let detail = "Give two dates such as 2027-03-01, or two days such as 03-01 that mean \
                every year.";
            check.wrong(&format!("{field}.season.{name}"), "invalid_season", detail);
        }
        found
    };
    let (from, until) = (end("from", from), end("until", until));
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let detail = "End the season on its first day or later.";
        check.wrong(
            &format!("{field}.season.until"),
            "ends_before_start",
            detail,
        );
    }
    (from.is_some() || until.is_some()).then_some(Season::Dates { from, until })
}

impl From<Span> for SpanInput {
    fn from(span: Span) -> Self {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let to = match span.to {
            ..=DAY => span.to,
            _ => span.to - DAY,
        };
        Self {
            from: clock(span.from),
            to: clock(to),
        }
    }
}

impl From<Season> for SeasonInput {
    fn from(season: Season) -> Self {
        let day = |day: MonthDay| Some(format!("{:02}-{:02}", day.month, day.day));
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
        match season {
            Season::Dates { from, until } => Self {
                from: date(from),
                until: date(until),
            },
            Season::Yearly { from, until } => Self {
                from: day(from),
                until: day(until),
            },
        }
    }
}

impl From<&Availability> for AvailabilityInput {
    /// What would have to be entered to mean these rules.
    fn from(rules: &Availability) -> Self {
        let word = |day: Weekday| WEEKDAYS[day.num_days_from_monday() as usize % 7].0;
        let window = |window: &Window| WindowInput {
            weekday: word(window.weekday).to_owned(),
            span: window.span.into(),
            season: window.season.map(SeasonInput::from),
            make_up_workdays: window.make_up_workdays,
        };
        let of_date = |(date, spans): (&NaiveDate, &Vec<Span>)| OverrideInput {
            date: date.to_string(),
            windows: spans.iter().copied().map(SpanInput::from).collect(),
        };
        let number = |number: Option<u16>| number.map(i32::from);
        Self {
            windows: rules.windows.iter().map(window).collect(),
            overrides: rules.overrides.iter().map(of_date).collect(),
            step_minutes: number(rules.step_minutes),
            buffer_before_minutes: rules.buffer_before_minutes.into(),
            buffer_after_minutes: rules.buffer_after_minutes.into(),
            notice_minutes: i32::try_from(rules.notice_minutes).unwrap_or(i32::MAX),
            horizon_days: Some(rules.horizon_days.into()),
            slots_per_day: number(rules.slots_per_day),
            slots_per_week: number(rules.slots_per_week),
            bookings_per_day: number(rules.bookings_per_day),
            bookings_per_week: number(rules.bookings_per_week),
            holidays: rules.holidays.to_string(),
        }
    }
}
