//! Plans of a series.

use std::hint::black_box;
use std::sync::Arc;

use chrono::NaiveDate;
use criterion::Criterion;
use sisterline::domain::burden::{Burden, CityTime, Weights};
use sisterline::domain::hours::OfficeHours;
use sisterline::domain::plan::{Block, HolidayRule, PlanInput, plans};
use sisterline::domain::recurrence::Rule;
use sisterline::domain::workdays::Workdays;
use sisterline::domain::zone::ZoneData;

const ZONES: [&str; 20] = [
    "America/Los_Angeles",
    "Asia/Taipei",
    "Europe/Prague",
    "Europe/London",
    "Asia/Tokyo",
    "America/New_York",
    "Asia/Kolkata",
    "America/Mexico_City",
    "Asia/Kathmandu",
    "Europe/Madrid",
    "Asia/Seoul",
    "America/Chicago",
    "Europe/Berlin",
    "Australia/Hobart",
    "America/Sao_Paulo",
    "Europe/Paris",
    "America/Vancouver",
    "Asia/Jakarta",
    "Europe/Dublin",
    "Africa/Cairo",
];

fn cities(count: usize) -> Vec<CityTime> {
    let zones = ZoneData::bundled();
    let city = |name: &&str| CityTime {
        zone: zones.zone(name).unwrap(),
        hours: OfficeHours::default(),
        workdays: Arc::new(Workdays::default()),
        // Around the world no hour is day for everybody: all take turns at night.
        weights: Weights {
            night: true,
            ..Weights::default()
        },
    };
    ZONES.iter().take(count).map(city).collect()
}

fn run(criterion: &mut Criterion, name: &str, count: usize, rule: &str, block: Block) {
    let cities = cities(count);
    let rule: Rule = rule.parse().unwrap();
    let start: NaiveDate = "2027-01-05".parse().unwrap();
    let dates = rule.dates(start).unwrap();
    let carried = vec![Burden::ZERO; count];
    let input = PlanInput {
        cities: &cities,
        carried: &carried,
        calendar: 0,
        dates: &dates,
        at: None,
        duration_minutes: 60,
        step_minutes: 15,
        holidays: HolidayRule::Keep,
        block,
    };
    criterion.bench_function(name, |bencher| bencher.iter(|| plans(black_box(&input))));
}

/// The fair plan of five years of months for ten cities, and the most that may be asked.
pub fn bench(criterion: &mut Criterion) {
    run(
        criterion,
        "plan 60 monthly visits, 10 cities",
        10,
        "FREQ=MONTHLY;BYDAY=1TU;COUNT=60",
        Block::Meeting,
    );
    run(
        criterion,
        "plan 60 weekly visits, 10 cities",
        10,
        "FREQ=WEEKLY;BYDAY=TU;COUNT=60",
        Block::Season,
    );
    run(
        criterion,
        "plan 120 monthly visits, 20 cities",
        20,
        "FREQ=MONTHLY;BYDAY=1TU;COUNT=120",
        Block::Meeting,
    );
    run(
        criterion,
        "plan 520 weekly visits, 5 cities",
        5,
        "FREQ=WEEKLY;BYDAY=TU;COUNT=520",
        Block::Season,
    );
}
