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

/// A Tuesday's afternoon in Seattle: everything, date, short date, long date, time, offset.
#[rstest]
#[case(Locale::En, ["Tue, Dec 15, 2026, 5:00 PM GMT-8", "Dec 15, 2026", "Tue, Dec 15", "Tuesday, December 15, 2026", "5:00 PM", "GMT-8"])]
#[case(Locale::ZhTw, ["2026年12月15日週二 下午5:00 GMT-8", "2026年12月15日", "12月15日週二", "2026年12月15日星期二", "下午5:00", "GMT-8"])]
#[case(Locale::Ja, ["2026/12/15(火) 17:00 GMT-8", "2026/12/15", "12月15日(火)", "2026年12月15日火曜日", "17:00", "GMT-8"])]
#[case(Locale::Ko, ["2026년 12월 15일 화요일 오후 5:00 GMT-8", "2026년 12월 15일", "12월 15일 (화)", "2026년 12월 15일 화요일", "오후 5:00", "GMT-8"])]
#[case(Locale::Cs, ["út 15. 12. 2026 17:00 GMT-8", "15. 12. 2026", "út 15. 12.", "úterý 15. prosince 2026", "17:00", "GMT-8"])]
#[case(Locale::De, ["Di., 15.12.2026, 17:00 GMT-8", "15.12.2026", "Di., 15. Dez.", "Dienstag, 15. Dezember 2026", "17:00", "GMT-8"])]
#[case(Locale::Es, ["mar, 15 dic 2026, 17:00 GMT-8", "15 dic 2026", "mar, 15 dic", "martes, 15 de diciembre de 2026", "17:00", "GMT-8"])]
// What is GMT elsewhere is called UTC in French.
#[case(Locale::Fr, ["mar. 15 déc. 2026, 17:00 UTC-8", "15 déc. 2026", "mar. 15 déc.", "mardi 15 décembre 2026", "17:00", "UTC-8"])]
fn every_language_in_its_own_way(#[case] locale: Locale, #[case] expected: [&str; 6]) {
    let moment = at("2026-12-15T17:00:00-08:00");
    let written = [
        weekday_date_time(locale, moment),
        date(locale, moment),
        weekday_date(locale, moment),
        long_date(locale, moment),
        time(locale, moment),
        offset(locale, moment),
    ];
    assert_eq!(written, expected);
}

#[rstest]
#[case(Locale::Ja, "6:30", "23:30～0:30（+1日）")]
#[case(Locale::Ko, "오전 6:30", "오후 11:30 ~ 오전 12:30 (+1일)")]
#[case(Locale::Cs, "6:30", "23:30 – 0:30 (+1 den)")]
#[case(Locale::De, "06:30", "23:30 – 00:30 (+1 Tag)")]
#[case(Locale::Es, "06:30", "23:30 – 00:30 (+1 día)")]
#[case(Locale::Fr, "06:30", "23:30 – 00:30 (+1 jour)")]
fn mornings_and_midnights(#[case] locale: Locale, #[case] early: &str, #[case] late: &str) {
    assert_eq!(time(locale, at("2026-12-15T06:30:00+01:00")), early);
    let start = at("2026-12-15T23:30:00+01:00");
    let end = start + TimeDelta::minutes(60);
    assert_eq!(time_range(locale, start, end), late);
}

/// Abbreviations mislead: Taipei, Shanghai and Chicago all print CST.
#[test]
fn no_language_abbreviates_a_zone() {
    for locale in Locale::all() {
        for hours in -12..=14 {
            let zone = FixedOffset::east_opt(hours * 3600).unwrap();
            let moment = at("2026-07-01T12:00:00Z").with_timezone(&zone);
            let sign = if hours < 0 { '-' } else { '+' };
            let tail = format!("{sign}{}", hours.abs());
            for written in [offset(*locale, moment), weekday_date_time(*locale, moment)] {
                assert!(
                    written.ends_with(&format!("GMT{tail}"))
                        || written.ends_with(&format!("UTC{tail}")),
                    "{locale}: {written}"
                );
            }
        }
    }
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
