//! From availability to times.

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::Criterion;
use sisterline::domain::availability::generate::{Shape, generate};
use sisterline::domain::availability::input::{
    AvailabilityInput, SpanInput, WEEKDAYS, WindowInput,
};
use sisterline::domain::workdays::Workdays;
use sisterline::domain::zone::ZoneData;

fn rules(from: &str, to: &str, step_minutes: i32) -> AvailabilityInput {
    let window = |(day, _): &(&str, _)| WindowInput {
        weekday: (*day).to_owned(),
        span: SpanInput {
            from: from.to_owned(),
            to: to.to_owned(),
        },
        ..WindowInput::default()
    };
    AvailabilityInput {
        windows: WEEKDAYS.iter().map(window).collect(),
        step_minutes: Some(step_minutes),
        ..AvailabilityInput::default()
    }
}

/// A year of a hundred offers in as many zones, sixteen half hours a day; and the widest rules that
/// anybody can enter, every five minutes of four hundred days.
pub fn bench(criterion: &mut Criterion) {
    let zones = ZoneData::bundled();
    let names = zones.names();
    let zones: Vec<_> = names
        .iter()
        .step_by(names.len() / 100)
        .take(100)
        .map(|name| zones.zone(name).unwrap())
        .collect();
    assert_eq!(zones.len(), 100);
    let workdays = Workdays::default();
    let from = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    let shape = |duration_minutes: i32, overlap_allowed| Shape {
        duration_minutes,
        overlap_allowed,
    };

    let (year, _) = rules("09:00", "17:00", 30).check().unwrap();
    let to = from + Days::new(364);
    criterion.bench_function("generate a year of slots for 100 offers", |bencher| {
        bencher.iter(|| {
            for zone in &zones {
                let made = generate(&year, shape(30, false), zone, &workdays, from, to);
                assert!(black_box(made).len() > 5_800);
            }
        });
    });

    let (widest, _) = rules("00:00", "24:00", 5).check().unwrap();
    let to = from + Days::new(400);
    criterion.bench_function("generate the widest rules of one offer", |bencher| {
        bencher.iter(|| {
            let made = generate(&widest, shape(5, true), &zones[50], &workdays, from, to);
            black_box(made)
        });
    });
}
