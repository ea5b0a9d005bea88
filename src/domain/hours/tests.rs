use chrono::TimeDelta;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::zone::ZoneData;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn hours(start: u16, end: u16, weekend: &str) -> OfficeHours {
    OfficeHours {
        start_minute: start,
        end_minute: end,
        weekend: weekend.parse().unwrap(),
    }
}

/// Saturdays and Sundays off, and no holidays.
fn plain() -> Workdays {
    Workdays::new(Weekend::default(), [])
}

#[rstest]
#[case("sat,sun", "sat,sun")]
#[case("sun,sat", "sat,sun")]
#[case(" Fri , SAT ", "fri,sat")]
#[case("fri", "fri")]
#[case("", "")]
#[case("mon,tue,wed,thu,fri,sat,sun", "mon,tue,wed,thu,fri,sat,sun")]
fn weekends(#[case] text: &str, #[case] written: &str) {
    let weekend: Weekend = text.parse().unwrap();
    assert_eq!(weekend.to_string(), written);
    assert_eq!(weekend.to_string().parse(), Ok(weekend));
    let json = serde_json::to_string(&weekend).unwrap();
    assert_eq!(json, format!("\"{written}\""));
    assert_eq!(serde_json::from_str::<Weekend>(&json).unwrap(), weekend);
}

#[rstest]
#[case("saturday")]
#[case("sat;sun")]
#[case("sat,,sun")]
#[case("sat,")]
#[case("6,7")]
fn no_weekends(#[case] text: &str) {
    assert_eq!(text.parse::<Weekend>(), Err(NotAWeekend));
}

#[rstest]
#[case(540, 1020, true)]
#[case(0, 1440, true)]
#[case(540, 540, false)]
#[case(1020, 540, false)]
#[case(540, 1441, false)]
fn hours_that_can_be_meant(#[case] start: u16, #[case] end: u16, #[case] valid: bool) {
    assert_eq!(hours(start, end, "").is_valid(), valid);
}

// 2026-12-15 is a Tuesday.
#[rstest]
#[case("2026-12-15 09:00", "2026-12-15 10:00", Tier::Office)]
#[case("2026-12-15 16:00", "2026-12-15 17:00", Tier::Office)]
#[case("2026-12-15 16:30", "2026-12-15 17:30", Tier::Reachable)]
#[case("2026-12-15 08:59", "2026-12-15 10:00", Tier::Reachable)]
#[case("2026-12-15 07:00", "2026-12-15 08:00", Tier::Reachable)]
#[case("2026-12-15 06:59", "2026-12-15 08:00", Tier::Unsocial)]
#[case("2026-12-15 21:00", "2026-12-15 22:00", Tier::Reachable)]
#[case("2026-12-15 21:00", "2026-12-15 22:01", Tier::Unsocial)]
#[case("2026-12-15 23:30", "2026-12-16 00:30", Tier::Unsocial)]
#[case::all_night_between_good_hours("2026-12-15 21:00", "2026-12-16 09:00", Tier::Unsocial)]
#[case::saturday("2026-12-19 10:00", "2026-12-19 11:00", Tier::Reachable)]
#[case::into_saturday("2026-12-18 16:00", "2026-12-19 16:00", Tier::Unsocial)]
#[case::no_length("2026-12-15 10:00", "2026-12-15 10:00", Tier::Office)]
#[case::backwards("2026-12-15 10:00", "2026-12-15 09:00", Tier::Office)]
#[case::ages("2026-12-15 10:00", "9999-12-15 09:00", Tier::Unsocial)]
fn tiers(#[case] start: &str, #[case] end: &str, #[case] expected: Tier) {
    assert_eq!(
        tier(&OfficeHours::default(), &plain(), local(start), local(end)),
        expected
    );
}

#[rstest]
#[case::friday_in_cairo("fri,sat", "2026-12-18 10:00", Tier::Reachable)]
#[case::sunday_in_cairo("fri,sat", "2026-12-20 10:00", Tier::Office)]
#[case::saturday_in_tehran("fri", "2026-12-19 10:00", Tier::Office)]
#[case::without_a_weekend("", "2026-12-20 10:00", Tier::Office)]
fn tiers_by_weekend(#[case] weekend: &str, #[case] start: &str, #[case] expected: Tier) {
    let start = local(start);
    let hours = hours(540, 1020, weekend);
    assert_eq!(
        tier(
            &hours,
            &Workdays::new(hours.weekend, []),
            start,
            start + TimeDelta::hours(1)
        ),
        expected
    );
}

#[rstest]
#[case::early_office(
    hours(360, 900, ""),
    "2026-12-15 06:00",
    "2026-12-15 08:00",
    Tier::Office
)]
#[case::late_office(
    hours(600, 1440, ""),
    "2026-12-15 23:00",
    "2026-12-16 00:00",
    Tier::Office
)]
#[case::always(
    hours(0, 1440, ""),
    "2026-12-15 23:00",
    "2027-12-16 00:00",
    Tier::Office
)]
#[case::weekend_far_off(
    hours(0, 1440, "sun"),
    "2026-12-14 00:00",
    "2026-12-21 00:00",
    Tier::Unsocial
)]
#[case::no_office(
    hours(1020, 540, ""),
    "2026-12-15 10:00",
    "2026-12-15 11:00",
    Tier::Reachable
)]
fn tiers_by_hours(
    #[case] hours: OfficeHours,
    #[case] start: &str,
    #[case] end: &str,
    #[case] expected: Tier,
) {
    assert_eq!(
        tier(
            &hours,
            &Workdays::new(hours.weekend, []),
            local(start),
            local(end)
        ),
        expected
    );
}

#[rstest]
#[case("2026-12-16", "2026-12-15", 1)]
#[case("2026-12-15", "2026-12-15", 0)]
#[case("2026-12-31", "2027-01-01", -1)]
#[case("2028-03-01", "2028-02-28", 2)]
fn day_offsets(#[case] of: NaiveDate, #[case] relative_to: NaiveDate, #[case] days: i64) {
    assert_eq!(day_offset(of, relative_to), days);
}

fn bands(zone: &str, from: &str, to: &str) -> Vec<String> {
    let zone = ZoneData::bundled().zone(zone).unwrap();
    let utc = |text: &str| zone.resolve(local(text)).choose(None).unwrap().0.to_utc();
    day_bands(&zone, &OfficeHours::default(), &plain(), utc(from), utc(to))
        .iter()
        .map(|band| {
            let minutes = (band.end - band.start).num_minutes();
            format!(
                "{} {} {minutes}",
                zone.at(band.start).format("%H:%M"),
                band.tier
            )
        })
        .collect()
}

#[test]
fn bands_of_plain_days() {
    assert_eq!(
        bands("Asia/Taipei", "2026-12-15 00:00", "2026-12-16 00:00"),
        [
            "00:00 unsocial 420",
            "07:00 reachable 120",
            "09:00 office 480",
            "17:00 reachable 300",
            "22:00 unsocial 120",
        ]
    );
    assert_eq!(
        bands("Asia/Taipei", "2026-12-18 16:15", "2026-12-19 12:00"),
        [
            "16:15 office 45",
            "17:00 reachable 300",
            "22:00 unsocial 540",
            "07:00 reachable 300"
        ]
    );
    assert_eq!(
        bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 10:30"),
        ["10:00 office 30"]
    );
    assert_eq!(
        bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 10:00"),
        [""; 0]
    );
    assert_eq!(
        bands("Asia/Taipei", "2026-12-15 10:00", "2026-12-15 09:00"),
        [""; 0]
    );
}

#[test]
fn bands_of_days_on_which_the_clock_changes() {
    let spring = bands(
        "America/Los_Angeles",
        "2027-03-14 00:00",
        "2027-03-15 00:00",
    );
    assert_eq!(
        spring,
        [
            "00:00 unsocial 360",
            "07:00 reachable 900",
            "22:00 unsocial 120"
        ]
    );
    let autumn = bands(
        "America/Los_Angeles",
        "2027-11-07 00:00",
        "2027-11-08 00:00",
    );
    assert_eq!(
        autumn,
        [
            "00:00 unsocial 480",
            "07:00 reachable 900",
            "22:00 unsocial 120"
        ]
    );
}

#[test]
fn an_edge_inside_a_clock_change_moves_to_it() {
    let zone = ZoneData::bundled().zone("America/Los_Angeles").unwrap();
    let hours = hours(150, 300, "");
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    // Opening at 02:30 falls into the gap: open from the moment of the change, 03:00.
    let spring = day_bands(
        &zone,
        &hours,
        &Workdays::new(hours.weekend, []),
        at("2027-03-14T09:00:00Z"),
        at("2027-03-14T13:00:00Z"),
    );
    assert_eq!(
        spring
            .iter()
            .map(|band| (band.start, band.tier))
            .collect::<Vec<_>>(),
        [
            (at("2027-03-14T09:00:00Z"), Tier::Unsocial),
            (at("2027-03-14T10:00:00Z"), Tier::Office),
            (at("2027-03-14T12:00:00Z"), Tier::Unsocial),
        ]
    );
    // Opening at 01:30 happens twice: open, closed again when the clock is put back, open.
    let hours = self::hours(90, 300, "");
    let autumn = day_bands(
        &zone,
        &hours,
        &Workdays::new(hours.weekend, []),
        at("2027-11-07T08:00:00Z"),
        at("2027-11-07T13:00:00Z"),
    );
    assert_eq!(
        autumn
            .iter()
            .map(|band| (band.start, band.tier))
            .collect::<Vec<_>>(),
        [
            (at("2027-11-07T08:00:00Z"), Tier::Unsocial),
            (at("2027-11-07T08:30:00Z"), Tier::Office),
            (at("2027-11-07T09:00:00Z"), Tier::Unsocial),
            (at("2027-11-07T09:30:00Z"), Tier::Office),
        ]
    );
}

#[test]
fn bands_over_a_day_that_does_not_exist() {
    let apia = bands("Pacific/Apia", "2011-12-29 12:00", "2011-12-31 12:00");
    // Thursday afternoon and night, then Saturday morning: 24 hours.
    assert_eq!(
        apia,
        [
            "12:00 office 300",
            "17:00 reachable 300",
            "22:00 unsocial 540",
            "07:00 reachable 300"
        ]
    );
}

proptest! {
    #[test]
    fn bands_cover_everything_and_tell_the_truth(
        name in prop::sample::select(vec![
            "America/Los_Angeles", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk",
            "Pacific/Apia", "Asia/Kathmandu", "Europe/Prague", "Antarctica/Troll",
        ]),
        start_minute in 0_u16..1500,
        end_minute in 0_u16..1500,
        weekend in prop::sample::select(vec!["sat,sun", "fri", ""]),
        from in 1_262_304_000_i64..2_000_000_000,
        length in 1_i64..400_000,
    ) {
        let zone = ZoneData::bundled().zone(name).unwrap();
        let hours = hours(start_minute, end_minute, weekend);
        let from = DateTime::from_timestamp(from, 0).unwrap();
        let to = from + TimeDelta::seconds(length);
        let bands = day_bands(&zone, &hours, &Workdays::new(hours.weekend, []), from, to);
        prop_assert_eq!(bands[0].start, from);
        prop_assert_eq!(bands[bands.len() - 1].end, to);
        for pair in bands.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
            prop_assert_ne!(pair[0].tier, pair[1].tier);
        }
        for band in bands {
            prop_assert!(band.start < band.end);
            let mut at = band.start;
            while at < band.end {
                prop_assert_eq!(hours.tier_at(&Workdays::new(hours.weekend, []), zone.at(at).naive_local()), band.tier);
                at += TimeDelta::seconds(127);
            }
        }
    }

    #[test]
    fn a_meeting_is_as_bad_as_its_worst_minute(
        start in 0_i64..1_000_000,
        minutes in 1_i64..5_000,
        hours in (0_u16..1440, 0_u16..1440).prop_map(|(from, to)| hours(from, to, "sat,sun")),
    ) {
        let start = DateTime::from_timestamp(start * 60, 0).unwrap().naive_utc();
        let every = |minute| hours.tier_at(&Workdays::new(hours.weekend, []), start + TimeDelta::minutes(minute));
        let worst = (0..minutes).map(every).max().unwrap();
        prop_assert_eq!(tier(&hours, &Workdays::new(hours.weekend, []), start, start + TimeDelta::minutes(minutes)), worst);
    }
}
