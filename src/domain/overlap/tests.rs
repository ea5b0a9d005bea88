use std::cmp::Reverse;
use std::sync::Arc;

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::burden::Weights;
use crate::domain::hours::{OfficeHours, Weekend};
use crate::domain::workdays::{DayKind, Workdays};
use crate::domain::zone::ZoneData;

fn city(zone: &str, hours: (u16, u16)) -> CityTime {
    CityTime {
        zone: ZoneData::bundled().zone(zone).unwrap(),
        hours: OfficeHours {
            start_minute: hours.0,
            end_minute: hours.1,
            weekend: Weekend::default(),
        },
        workdays: Arc::new(Workdays::new(Weekend::new([]), [])),
        weights: Weights::default(),
    }
}

const SEATTLE: &str = "America/Los_Angeles";
const KAOHSIUNG: &str = "Asia/Taipei";
const PRAGUE: &str = "Europe/Prague";
const NINE_TO_FIVE: (u16, u16) = (540, 1020);
const REACHABLE: (u16, u16) = (420, 1320);

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn search(cities: Vec<CityTime>, from: &str, to: &str, duration: u32) -> Search {
    Search {
        cities,
        from: instant(from),
        to: instant(to),
        duration_minutes: duration,
        step_minutes: 15,
        order: Order::WorstOff,
        working_days_only: false,
        spread: true,
        limit: 10,
    }
}

/// On how many days of the first city in 2027 how many minutes lie in the hours of all: starts of
/// meetings of five minutes that cost nobody anything, as the finder counts them.
fn common_minutes(cities: &[CityTime], working_days_only: bool) -> Vec<(usize, usize)> {
    let midnight =
        |date: NaiveDate| match cities[0].zone.resolve(date.and_hms_opt(0, 0, 0).unwrap()) {
            crate::domain::zone::Resolved::Exact(at) => at.to_utc(),
            other => panic!("{other:?}"),
        };
    let mut by_minutes = std::collections::BTreeMap::new();
    let first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    for date in first.iter_days().take(365) {
        let day = Search {
            from: midnight(date),
            to: midnight(date.succ_opt().unwrap()),
            step_minutes: 5,
            working_days_only,
            ..search(
                cities.to_vec(),
                "2027-01-01T00:00:00Z",
                "2027-01-01T00:00:00Z",
                5,
            )
        };
        *by_minutes.entry(5 * find(&day).easy).or_default() += 1;
    }
    by_minutes.into_iter().collect()
}

// Figures of the worked example, counted independently of this program.
#[rstest]
#[case::office_hours_never_meet(&[SEATTLE, KAOHSIUNG], NINE_TO_FIVE, &[(0, 365)])]
#[case::sixteen_hours_apart_in_winter_fifteen_in_summer(&[SEATTLE, KAOHSIUNG], REACHABLE, &[(360, 238), (420, 127)])]
#[case::with_prague_never(&[SEATTLE, KAOHSIUNG, PRAGUE], REACHABLE, &[(0, 365)])]
fn the_worked_example(
    #[case] zones: &[&str],
    #[case] hours: (u16, u16),
    #[case] expected: &[(usize, usize)],
) {
    let cities: Vec<CityTime> = zones.iter().map(|zone| city(zone, hours)).collect();
    assert_eq!(common_minutes(&cities, false), expected);
}

#[test]
fn taipei_and_prague_share_an_hour_in_winter_and_two_in_summer() {
    let cities = [PRAGUE, KAOHSIUNG].map(|zone| city(zone, NINE_TO_FIVE));
    let days = common_minutes(&cities, false);
    // From 28 March to 30 October the clocks of Prague are forward.
    assert_eq!(days, [(60, 148), (120, 217)]);
}

#[test]
fn days_on_which_both_sides_work() {
    let works = |zone: &str| CityTime {
        workdays: Arc::new(Workdays::new(Weekend::default(), [])),
        ..city(zone, REACHABLE)
    };
    // Kaohsiung's Tuesdays to Fridays are Seattle's Mondays to Thursdays.
    let days = common_minutes(&[works(KAOHSIUNG), works(SEATTLE)], true);
    let with_some = days.iter().filter(|(minutes, _)| *minutes > 0);
    assert_eq!(with_some.map(|(_, days)| days).sum::<usize>(), 209);
}

#[test]
fn prague_and_seattle_are_an_hour_closer_on_21_days() {
    let (prague, seattle) = (city(PRAGUE, NINE_TO_FIVE), city(SEATTLE, NINE_TO_FIVE));
    let noon = |day: i64| instant("2027-01-01T20:00:00Z") + Duration::days(day);
    let apart = |at| {
        let offset = |city: &CityTime| city.zone.at(at).offset().local_minus_utc();
        offset(&prague) - offset(&seattle)
    };
    let hours: Vec<i32> = (0..365).map(|day| apart(noon(day)) / 3600).collect();
    assert_eq!(hours.iter().filter(|hours| **hours == 8).count(), 21);
    assert_eq!(hours.iter().filter(|hours| **hours == 9).count(), 344);
}

#[test]
fn seattle_and_kaohsiung_meet_halfway() {
    // A Tuesday afternoon in Seattle, in winter: half an hour each is the fairest.
    let pair = vec![city(SEATTLE, NINE_TO_FIVE), city(KAOHSIUNG, NINE_TO_FIVE)];
    let day = search(pair, "2027-01-12T08:00:00Z", "2027-01-13T08:00:00Z", 60);
    let found = find(&day);
    let best = &found.windows[0];
    assert_eq!(best.start, instant("2027-01-13T00:30:00Z"));
    let burdens: Vec<String> = best.burdens.iter().map(Burden::to_string).collect();
    assert_eq!(burdens, ["0.04", "0.04"]);
    assert_eq!(best.flexible_minutes, 0);
    assert!(found.nothing.is_none());
}

#[test]
fn three_cities_without_a_common_waking_hour() {
    let three = [SEATTLE, KAOHSIUNG, PRAGUE].map(|zone| city(zone, NINE_TO_FIVE));
    let week = search(
        three.to_vec(),
        "2027-01-11T00:00:00Z",
        "2027-01-18T00:00:00Z",
        180,
    );
    let found = find(&week);
    assert_eq!((found.windows.len(), found.feasible, found.days), (0, 0, 0));
    let nothing = found.nothing.unwrap();
    let first = &nothing.least_bad[0];
    assert_eq!(first.blocked.len(), 1, "{nothing:?}");
    assert!(first.blocked[0].night && !first.blocked[0].day_off);
    assert_eq!(nothing.leave_out, [first.blocked[0].city]);
    assert_eq!(nothing.opt_in, [0, 1, 2]);
    assert_eq!(
        nothing.shorten_to,
        Some(120),
        "Seattle 21-23, Kaohsiung 13-15, Prague 6-8"
    );
    assert!(!nothing.allow_days_off);

    // Each piece of advice holds.
    for place in nothing.opt_in {
        let mut open = week.clone();
        open.cities[place].weights.night = true;
        assert!(find(&open).feasible > 0);
    }
    let mut without = week.clone();
    without.cities.remove(nothing.leave_out[0]);
    assert!(find(&without).feasible > 0);
    let shorter = Search {
        duration_minutes: 120,
        ..week.clone()
    };
    assert!(find(&shorter).feasible > 0);
    let longer = Search {
        duration_minutes: 125,
        ..week
    };
    assert_eq!(find(&longer).feasible, 0);
}

#[test]
fn days_off_in_the_way_are_told_from_nights() {
    let off = |zone: &str, weekend: &str| CityTime {
        workdays: Arc::new(Workdays::new(weekend.parse().unwrap(), [])),
        ..city(zone, NINE_TO_FIVE)
    };
    let never = vec![
        off(PRAGUE, "mon,tue,wed"),
        off("Europe/Berlin", "thu,fri,sat,sun"),
    ];
    let week = Search {
        working_days_only: true,
        ..search(never, "2027-01-11T00:00:00Z", "2027-01-18T00:00:00Z", 60)
    };
    let nothing = find(&week).nothing.unwrap();
    assert!(nothing.allow_days_off);
    assert!(nothing.opt_in.is_empty());
    assert_eq!(nothing.leave_out, [0; 0], "one city alone does not meet");
    let blocked = nothing.least_bad[0].blocked[0];
    assert!(blocked.day_off && !blocked.night);
}

#[test]
fn the_best_of_each_day_comes_before_any_second() {
    let pair = vec![
        city(PRAGUE, NINE_TO_FIVE),
        city("Europe/Berlin", NINE_TO_FIVE),
    ];
    let days = search(pair, "2027-01-11T00:00:00Z", "2027-01-14T00:00:00Z", 60);
    let starts = |spread| {
        let found = find(&Search {
            spread,
            limit: 5,
            ..days.clone()
        });
        let starts = found.windows.iter().map(|window| window.start.to_rfc3339());
        starts
            .map(|start| start[8..16].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        starts(true),
        ["11T08:00", "12T08:00", "13T08:00", "11T09:00", "12T09:00"]
    );
    assert_eq!(
        starts(false),
        ["11T08:00", "11T08:15", "11T08:30", "11T08:45", "11T09:00"]
    );
    assert_eq!(find(&days).windows[0].flexible_minutes, 420);
}

#[test]
fn a_range_without_room_has_no_starts() {
    let pair = vec![city(PRAGUE, NINE_TO_FIVE), city(SEATTLE, NINE_TO_FIVE)];
    let short = search(pair, "2027-01-11T00:00:00Z", "2027-01-11T00:59:00Z", 60);
    let found = find(&short);
    assert_eq!(found.feasible, 0);
    assert!(found.nothing.unwrap().least_bad.is_empty());
}

/// The search done by hand: every start, every city, by the definition.
fn brute_force(search: &Search) -> Vec<(DateTime<Utc>, Vec<Burden>)> {
    let step = i64::from(60 * search.step_minutes);
    let mut at = search.from;
    while at.timestamp() % step != 0 || at.timestamp_subsec_nanos() != 0 {
        at = DateTime::from_timestamp(at.timestamp() + 1, 0).unwrap();
    }
    let duration = Duration::minutes(search.duration_minutes.into());
    let mut fitting = Vec::new();
    while at + duration <= search.to {
        let works = |city: &CityTime| {
            let mut minutes = (0..search.duration_minutes).map(|minute| {
                city.zone
                    .at(at + Duration::minutes(minute.into()))
                    .date_naive()
            });
            !search.working_days_only || !minutes.any(|date| city.workdays.is_day_off(date))
        };
        let burdens = search.cities.iter().map(|city| {
            works(city)
                .then(|| city.burden(at, search.duration_minutes))
                .flatten()
        });
        if let Some(burdens) = burdens.collect::<Option<Vec<_>>>() {
            fitting.push((at, burdens));
        }
        at += Duration::seconds(step);
    }
    let key = |burdens: &Vec<Burden>| {
        let mut profile = burdens.clone();
        profile.sort_by_key(|burden| Reverse(*burden));
        let total: Burden = match search.order {
            Order::Total => burdens.iter().copied().sum(),
            Order::WorstOff => Burden::ZERO,
        };
        (total, profile)
    };
    fitting.sort_by_key(|(at, burdens)| (key(burdens), *at));
    fitting
}

/// The spread order by its definition, from the plain order.
fn spread_by_hand(search: &Search, plain: &[(DateTime<Utc>, Vec<Burden>)]) -> Vec<DateTime<Utc>> {
    let day = |at: DateTime<Utc>| search.cities[0].zone.at(at).date_naive();
    let duration = Duration::minutes(search.duration_minutes.into());
    let mut chosen: Vec<DateTime<Utc>> = Vec::new();
    loop {
        let mut round: Vec<DateTime<Utc>> = Vec::new();
        for (at, _) in plain {
            let same_day = |other: &&DateTime<Utc>| day(**other) == day(*at);
            let overlaps = |other: &DateTime<Utc>| (*other - *at).abs() < duration;
            if !round.iter().any(|other| same_day(&other))
                && !chosen.iter().filter(same_day).any(overlaps)
            {
                round.push(*at);
            }
        }
        if round.is_empty() || chosen.len() >= search.limit {
            chosen.truncate(search.limit);
            return chosen;
        }
        chosen.extend(round);
    }
}

fn any_city() -> impl Strategy<Value = CityTime> {
    let zones = prop::sample::select(vec![
        SEATTLE,
        KAOHSIUNG,
        PRAGUE,
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "America/Nuuk",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Africa/Cairo",
        "Africa/Monrovia",
        "America/St_Johns",
        "Antarctica/Troll",
    ]);
    let hours = (0_u16..24, 0_u16..=24);
    let weights = (
        0_u16..300,
        0_u16..300,
        0_u16..200,
        0_u16..200,
        prop::bool::weighted(0.7),
    );
    let special = prop::collection::vec((0_u64..9, 0_usize..4), 0..4);
    (zones, hours, weights, special, any::<bool>()).prop_map(
        |(zone, hours, weights, special, friday)| {
            let weekend = if friday { "fri,sat" } else { "sat,sun" }
                .parse::<Weekend>()
                .unwrap();
            // Near the clock changes, below, each of the searches begins.
            let special = special.into_iter().flat_map(|(day, kind)| {
                STARTS.map(|start| {
                    let date = instant(start).date_naive() + chrono::Days::new(day);
                    (date, DayKind::ALL[kind])
                })
            });
            CityTime {
                workdays: Arc::new(Workdays::new(weekend, special.collect::<Vec<_>>())),
                weights: Weights {
                    early: weights.0,
                    late: weights.1,
                    edge: weights.2,
                    day_off: weights.3,
                    night: weights.4,
                },
                ..city(zone, (60 * hours.0, 60 * hours.1))
            }
        },
    )
}

/// Each before clock changes of several of the zones; the date line; an offset that is no whole
/// number of minutes.
const STARTS: [&str; 7] = [
    "2027-03-13T07:20:00Z",
    "2027-03-27T13:00:00Z",
    "2027-10-30T00:00:01Z",
    "2027-11-06T19:00:00Z",
    "2027-04-29T03:00:00Z",
    "2011-12-29T00:00:00Z",
    "1972-01-05T00:00:00Z",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_finder_equals_brute_force(
        cities in prop::collection::vec(any_city(), 2..5),
        from in prop::sample::select(&STARTS[..]),
        hours in 1_i64..60,
        duration in prop_oneof![5_u32..=480, Just(60), Just(90)],
        step in prop::sample::select(&STEPS[..]),
        by_total in any::<bool>(),
        working_days_only in prop::bool::weighted(0.3),
        limit in 1_usize..60,
    ) {
        let from = instant(from);
        let mut search = Search {
            cities,
            from,
            to: from + Duration::hours(hours),
            duration_minutes: duration,
            step_minutes: step,
            order: if by_total { Order::Total } else { Order::WorstOff },
            working_days_only,
            spread: false,
            limit,
        };
        let expected = brute_force(&search);
        let found = find(&search);
        prop_assert_eq!(found.feasible, expected.len());
        prop_assert_eq!(found.nothing.is_some(), expected.is_empty());
        let plain: Vec<_> = found.windows.into_iter().map(|w| (w.start, w.burdens)).collect();
        prop_assert_eq!(&plain[..], &expected[..limit.min(expected.len())]);

        search.spread = true;
        let spread: Vec<_> = find(&search).windows.iter().map(|window| window.start).collect();
        prop_assert_eq!(spread, spread_by_hand(&search, &expected));
    }
}
