//! Local times to instants.

use std::hint::black_box;

use chrono::{Duration, NaiveDate};
use criterion::Criterion;
use sisterline::domain::zone::ZoneData;

/// A million of them, the quarter-hours of a year in each of some thirty zones.
pub fn bench(criterion: &mut Criterion) {
    let zones = ZoneData::bundled();
    let names = zones.names();
    let zones: Vec<_> = names
        .iter()
        .step_by(names.len() / 29)
        .map(|name| zones.zone(name).unwrap())
        .collect();
    let start = NaiveDate::from_ymd_opt(2027, 1, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap();
    criterion.bench_function("resolve one million local times", |bencher| {
        bencher.iter(|| {
            for n in 0..1_000_000_i64 {
                let zone = &zones[usize::try_from(n / 35_040).unwrap() % zones.len()];
                let local = start + Duration::minutes(15 * (n % 35_040));
                black_box(zone.resolve(black_box(local)));
            }
        });
    });
}
