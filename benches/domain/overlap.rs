//! Finding times for many cities.

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use criterion::Criterion;
use sisterline::domain::burden::{CityTime, Weights};
use sisterline::domain::hours::{OfficeHours, Weekend};
use sisterline::domain::overlap::{Order, Search, find};
use sisterline::domain::workdays::{DayKind, Workdays};
use sisterline::domain::zone::ZoneData;

const ZONES: [&str; 20] = [
    "Europe/Prague",
    "Europe/Dublin",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Europe/Madrid",
    "America/Sao_Paulo",
    "Asia/Taipei",
    "Asia/Seoul",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "America/St_Johns",
    "America/Santiago",
    "Asia/Tokyo",
    "America/Vancouver",
];

fn search(cities: usize, days: i64, night: bool) -> Search {
    let zones = ZoneData::bundled();
    let from: DateTime<Utc> = "2027-01-01T00:00:00Z".parse().unwrap();
    let holidays = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap().iter_days();
    let holidays: Vec<_> = holidays.step_by(23).take(16).collect();
    let city = |zone: &&str| CityTime {
        zone: zones.zone(zone).unwrap(),
        hours: OfficeHours::default(),
        workdays: Arc::new(Workdays::new(
            Weekend::default(),
            holidays.iter().map(|date| (*date, DayKind::Holiday)),
        )),
        weights: Weights {
            night,
            ..Weights::default()
        },
    };
    Search {
        cities: ZONES.iter().take(cities).map(city).collect(),
        from,
        to: from + Duration::days(days),
        duration_minutes: 60,
        step_minutes: 15,
        order: Order::WorstOff,
        working_days_only: false,
        spread: true,
        limit: 20,
    }
}

/// What is promised, then the worst that a request may ask for.
pub fn bench(criterion: &mut Criterion) {
    let mut run = |name: &str, search: &Search| {
        criterion.bench_function(name, |bencher| bencher.iter(|| find(black_box(search))));
    };
    run("overlap of 12 cities over 366 days", &search(12, 366, true));
    run("overlap of 20 cities over 400 days", &search(20, 400, true));
    let long = Search {
        duration_minutes: 480,
        step_minutes: 5,
        limit: 200,
        ..search(20, 400, true)
    };
    run(
        "overlap at its worst, all times",
        &Search {
            spread: false,
            ..long.clone()
        },
    );
    run("overlap at its worst, spread", &long);
    // Costs that are the same all day leave everything to the last comparison.
    let mut alike = long.clone();
    for city in &mut alike.cities {
        city.workdays = Arc::new(Workdays::new(
            "mon,tue,wed,thu,fri,sat,sun".parse().unwrap(),
            [],
        ));
        city.weights = Weights {
            early: 0,
            late: 0,
            edge: 0,
            day_off: 100,
            night: true,
        };
    }
    run("overlap at its worst, all alike, spread", &alike);
    alike.spread = false;
    run("overlap at its worst, all alike, all times", &alike);
    let mut none = long;
    for city in &mut none.cities {
        city.weights.night = false;
    }
    none.working_days_only = true;
    assert_eq!(find(&none).feasible, 0);
    run("overlap at its worst, nothing fits", &none);
}
