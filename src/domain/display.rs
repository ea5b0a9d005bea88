//! Local times in words: the only place that writes a date or a time for people.
//!
//! By the Unicode locale data (ICU4X). Zones are written as offsets, `GMT+8`: abbreviations
//! mislead, since Taipei, Shanghai and Chicago all print CST. Spaces are plain ones, so that a
//! text can be searched and sent by mail. Where the locale data fail, ISO 8601 is written.

use std::sync::LazyLock;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::zone::LocalizedOffsetShort;
use icu_datetime::fieldsets::{Combo, MDE, T, YMD, YMDE, YMDET};
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
        let locale = match locale {
            Locale::En => locale!("en-US"),
            Locale::ZhTw => locale!("zh-TW"),
        };
        let complete = YMDE::medium()
            .with_time_hm()
            .with_zone(LocalizedOffsetShort);
        Ok(Self {
            weekday_date_time: DateFormatter::try_new((&locale).into(), complete)?,
            date: DateFormatter::try_new((&locale).into(), YMD::medium())?,
            weekday_date: DateFormatter::try_new((&locale).into(), MDE::medium())?,
            long_date: DateFormatter::try_new((&locale).into(), YMDE::long())?,
            time: NoCalendarFormatter::try_new((&locale).into(), T::hm())?,
            offset: NoCalendarFormatter::try_new((&locale).into(), LocalizedOffsetShort)?,
        })
    }

    /// `None` where the compiled-in locale data lack something, which a test rules out.
    fn of(locale: Locale) -> Option<&'static Self> {
        static EN: LazyLock<Option<Formatters>> =
            LazyLock::new(|| Formatters::load(Locale::En).ok());
        static ZH_TW: LazyLock<Option<Formatters>> =
            LazyLock::new(|| Formatters::load(Locale::ZhTw).ok());
        match locale {
            Locale::En => EN.as_ref(),
            Locale::ZhTw => ZH_TW.as_ref(),
        }
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
mod tests {
    use chrono::{TimeDelta, Utc};
    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn the_locale_data_are_complete() {
        for locale in Locale::all() {
            assert!(Formatters::load(*locale).is_ok(), "{locale}");
        }
    }

    #[rstest]
    #[case(
        "2026-12-15T17:00:00-08:00",
        "Tue, Dec 15, 2026, 5:00 PM GMT-8",
        "2026年12月15日週二 下午5:00 GMT-8"
    )]
    #[case(
        "2026-12-16T09:00:00+08:00",
        "Wed, Dec 16, 2026, 9:00 AM GMT+8",
        "2026年12月16日週三 上午9:00 GMT+8"
    )]
    #[case(
        "2027-01-01T00:00:00+05:45",
        "Fri, Jan 1, 2027, 12:00 AM GMT+5:45",
        "2027年1月1日週五 凌晨12:00 GMT+5:45"
    )]
    #[case(
        "2027-07-01T12:05:59-02:30",
        "Thu, Jul 1, 2027, 12:05 PM GMT-2:30",
        "2027年7月1日週四 中午12:05 GMT-2:30"
    )]
    fn moments(#[case] moment: &str, #[case] en: &str, #[case] zh: &str) {
        assert_eq!(weekday_date_time(Locale::En, at(moment)), en);
        assert_eq!(weekday_date_time(Locale::ZhTw, at(moment)), zh);
    }

    #[test]
    fn dates() {
        let day = at("2026-12-15T23:59:59-08:00");
        assert_eq!(date(Locale::En, day), "Dec 15, 2026");
        assert_eq!(date(Locale::ZhTw, day), "2026年12月15日");
        assert_eq!(weekday_date(Locale::En, day), "Tue, Dec 15");
        assert_eq!(weekday_date(Locale::ZhTw, day), "12月15日週二");
        assert_eq!(long_date(Locale::En, day), "Tuesday, December 15, 2026");
        assert_eq!(long_date(Locale::ZhTw, day), "2026年12月15日星期二");
        assert_eq!(date(Locale::En, day.date_naive()), date(Locale::En, day));
    }

    #[rstest]
    #[case("00:00", "12:00 AM", "凌晨12:00")]
    #[case("06:30", "6:30 AM", "清晨6:30")]
    #[case("09:05", "9:05 AM", "上午9:05")]
    #[case("12:00", "12:00 PM", "中午12:00")]
    #[case("17:00", "5:00 PM", "下午5:00")]
    #[case("23:59", "11:59 PM", "晚上11:59")]
    fn times(#[case] clock: &str, #[case] en: &str, #[case] zh: &str) {
        let moment = at(&format!("2026-12-15T{clock}:00+08:00"));
        assert_eq!(time(Locale::En, moment), en);
        assert_eq!(time(Locale::ZhTw, moment), zh);
        assert_eq!(time(Locale::En, moment.time()), en);
    }

    #[rstest]
    #[case("17:00", 60, "5:00 PM – 6:00 PM", "下午5:00 – 下午6:00")]
    #[case(
        "23:30",
        60,
        "11:30 PM – 12:30 AM (+1 day)",
        "晚上11:30 – 凌晨12:30（+1 天）"
    )]
    #[case(
        "23:30",
        1500,
        "11:30 PM – 12:30 AM (+2 days)",
        "晚上11:30 – 凌晨12:30（+2 天）"
    )]
    fn ranges(#[case] clock: &str, #[case] minutes: i64, #[case] en: &str, #[case] zh: &str) {
        let start = at(&format!("2026-12-15T{clock}:00+08:00"));
        let end = start + TimeDelta::minutes(minutes);
        assert_eq!(time_range(Locale::En, start, end), en);
        assert_eq!(time_range(Locale::ZhTw, start, end), zh);
    }

    #[rstest]
    #[case("+08:00", "GMT+8")]
    #[case("-08:00", "GMT-8")]
    #[case("+05:45", "GMT+5:45")]
    #[case("-03:30", "GMT-3:30")]
    #[case("+14:00", "GMT+14")]
    #[case("+00:00", "GMT+0")]
    fn offsets(#[case] given: &str, #[case] expected: &str) {
        let moment = at(&format!("2026-12-15T12:00:00{given}"));
        assert_eq!(offset(Locale::En, moment), expected);
        assert_eq!(offset(Locale::ZhTw, moment), expected);
    }

    #[rstest]
    #[case(0, "", "")]
    #[case(1, "+1 day", "+1 天")]
    #[case(2, "+2 days", "+2 天")]
    #[case(-1, "-1 day", "-1 天")]
    #[case(-3, "-3 days", "-3 天")]
    fn day_shifts(#[case] days: i64, #[case] en: &str, #[case] zh: &str) {
        assert_eq!(day_shift(Locale::En, days), en);
        assert_eq!(day_shift(Locale::ZhTw, days), zh);
    }

    #[test]
    fn what_the_locale_data_cannot_write_is_iso() {
        let far = DateTime::<Utc>::MAX_UTC.fixed_offset();
        assert_eq!(date(Locale::En, far), "262142-12-31");
        assert_eq!(
            weekday_date_time(Locale::ZhTw, far),
            "+262142-12-31 23:59 +00:00"
        );
        let odd = FixedOffset::east_opt(19 * 3600).unwrap();
        assert_eq!(
            offset(Locale::En, at("2026-12-15T12:00:00Z").with_timezone(&odd)),
            "+19:00"
        );
    }
}
