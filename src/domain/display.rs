//! Local times in words: the only place that writes a date or a time for people.
//!
//! By the Unicode locale data (ICU4X). Zones are written as offsets, `GMT+8`: abbreviations
//! mislead, since Taipei, Shanghai and Chicago all print CST. Spaces are plain ones, so that a
//! text can be searched and sent by mail. Where the locale data fail, ISO 8601 is written.

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::zone::LocalizedOffsetShort;
use icu_datetime::fieldsets::{Combo, MDE, T, YMD, YMDE, YMDET};
use icu_datetime::options::Length;
use icu_datetime::{
    DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter as DateFormatter,
    NoCalendarFormatter,
};
use icu_locale_core::locale;
use icu_time::zone::UtcOffset;
use icu_time::{Time, ZonedDateTime};

use super::hours::day_offset;
use super::locale::{Locale, Localizer};

/// The patterns of one locale; dear to load, cheap to use.
struct Formatters {
    weekday_date_time: DateFormatter<Gregorian, Combo<YMDET, LocalizedOffsetShort>>,
    date: DateFormatter<Gregorian, YMD>,
    weekday_date: DateFormatter<Gregorian, MDE>,
    long_date: DateFormatter<Gregorian, YMDE>,
    time: NoCalendarFormatter<T>,
    offset: NoCalendarFormatter<LocalizedOffsetShort>,
}

impl Formatters {
    fn load(locale: Locale) -> Result<Self, DateTimeFormatterLoadError> {
        // The medium Korean date is all digits and slashes, which reads like a form.
        let length = match locale {
            Locale::Ko => Length::Long,
            _ => Length::Medium,
        };
        let locale = match locale {
            Locale::En => locale!("en-US"),
            Locale::ZhTw => locale!("zh-TW"),
            Locale::Ja => locale!("ja-JP"),
            Locale::Ko => locale!("ko-KR"),
            Locale::Cs => locale!("cs-CZ"),
            Locale::De => locale!("de-DE"),
            Locale::Es => locale!("es-ES"),
            Locale::Fr => locale!("fr-FR"),
        };
        let complete = YMDE::for_length(length)
            .with_time_hm()
            .with_zone(LocalizedOffsetShort);
        Ok(Self {
            weekday_date_time: DateFormatter::try_new((&locale).into(), complete)?,
            date: DateFormatter::try_new((&locale).into(), YMD::for_length(length))?,
            weekday_date: DateFormatter::try_new((&locale).into(), MDE::medium())?,
            long_date: DateFormatter::try_new((&locale).into(), YMDE::long())?,
            time: NoCalendarFormatter::try_new((&locale).into(), T::hm())?,
            offset: NoCalendarFormatter::try_new((&locale).into(), LocalizedOffsetShort)?,
        })
    }

    /// Loaded when they are first asked for; `None` where the compiled-in locale data lack
    /// something, which a test rules out.
    fn of(locale: Locale) -> Option<&'static Self> {
        static FORMATTERS: [OnceLock<Option<Formatters>>; Locale::COUNT] =
            [const { OnceLock::new() }; Locale::COUNT];
        let place = FORMATTERS.get(locale.index())?;
        place.get_or_init(|| Self::load(locale).ok()).as_ref()
    }
}

/// Everything about a moment: `Tue, Dec 15, 2026, 5:00 PM GMT-8`.
pub fn weekday_date_time(locale: Locale, at: DateTime<FixedOffset>) -> String {
    let written = || {
        let moment = ZonedDateTime {
            date: icu_date(at)?,
            time: icu_time(at)?,
            zone: icu_offset(at)?,
        };
        Some(
            Formatters::of(locale)?
                .weekday_date_time
                .format(&moment)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| at.format("%Y-%m-%d %H:%M %:z").to_string()))
}

/// A date: `Dec 15, 2026`. The date may be part of a date and time.
pub fn date(locale: Locale, date: impl Datelike + Copy) -> String {
    let written = || {
        Some(
            Formatters::of(locale)?
                .date
                .format(&icu_date(date)?)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| iso_date(date)))
}

/// A date of these weeks, short: `Tue, Dec 15`. The date may be part of a date and time.
pub fn weekday_date(locale: Locale, date: impl Datelike + Copy) -> String {
    let written = || {
        Some(
            Formatters::of(locale)?
                .weekday_date
                .format(&icu_date(date)?)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| iso_date(date)))
}

/// A date with its day of the week: `Tuesday, December 15, 2026`.
pub fn long_date(locale: Locale, date: impl Datelike + Copy) -> String {
    let written = || {
        Some(
            Formatters::of(locale)?
                .long_date
                .format(&icu_date(date)?)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| iso_date(date)))
}

/// A time of the day: `5:00 PM`. The time may be part of a date and time.
pub fn time(locale: Locale, time: impl Timelike + Copy) -> String {
    let written = || {
        Some(
            Formatters::of(locale)?
                .time
                .format(&icu_time(time)?)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| format!("{:02}:{:02}", time.hour(), time.minute())))
}

/// From one time of the day to another, `5:00 PM – 6:00 PM`, with the shift of the date where
/// the end is on another day: `11:30 PM – 12:30 AM (+1 day)`.
pub fn time_range(
    locale: Locale,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
) -> String {
    let words = Localizer::of(locale);
    let shift = day_shift(locale, day_offset(end.date_naive(), start.date_naive()));
    let (start, end) = (time(locale, start), time(locale, end));
    if shift.is_empty() {
        words.args("time-range", &[("start", &start), ("end", &end)])
    } else {
        let args = [("start", start.as_str()), ("end", &end), ("shift", &shift)];
        words.args("time-range-shifted", &args)
    }
}

/// The offset from UTC: `GMT+8`, `GMT+5:45`, `GMT`.
pub fn offset(locale: Locale, at: DateTime<FixedOffset>) -> String {
    let written = || {
        Some(
            Formatters::of(locale)?
                .offset
                .format(&icu_offset(at)?)
                .to_string(),
        )
    };
    plain(written().unwrap_or_else(|| at.format("%:z").to_string()))
}

/// By how many days a local date differs from the reader's, `+1 day`; nothing where it does not.
pub fn day_shift(locale: Locale, days: i64) -> String {
    match days {
        0 => String::new(),
        1.. => Localizer::of(locale).count("day-shift-later", days),
        _ => Localizer::of(locale).count("day-shift-earlier", days.saturating_neg()),
    }
}

fn icu_date(date: impl Datelike + Copy) -> Option<Date<Gregorian>> {
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    Date::try_new_gregorian(date.year(), month, day).ok()
}

fn icu_time(time: impl Timelike + Copy) -> Option<Time> {
    let (hour, minute) = (
        u8::try_from(time.hour()).ok()?,
        u8::try_from(time.minute()).ok()?,
    );
    Time::try_new(hour, minute, 0, 0).ok()
}

fn icu_offset(at: DateTime<FixedOffset>) -> Option<UtcOffset> {
    UtcOffset::try_from_seconds(at.offset().local_minus_utc()).ok()
}

fn iso_date(date: impl Datelike + Copy) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The locale data put narrow and unbreakable spaces between a time and its "PM".
fn plain(text: String) -> String {
    text.replace(['\u{202f}', '\u{a0}', '\u{2009}'], " ")
}

#[cfg(test)]
mod tests;
