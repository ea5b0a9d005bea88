//! The most work that one uploaded file of days can make.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::Criterion;
use sisterline::domain::ics::{FILE_MAX, days};

/// A file of the largest size, with short events of every year that share few dates, each with a
/// name of its own to be joined.
fn widest() -> Vec<u8> {
    let mut file = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n");
    let mut number = 0;
    while file.len() < FILE_MAX - 200 {
        let day = 1 + number % 28;
        file += &format!(
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART;VALUE=DATE:202601{day:02}\r\n\
             RRULE:FREQ=YEARLY\r\nSUMMARY:{number}\r\nEND:VEVENT\r\n"
        );
        number += 1;
    }
    file.push_str("END:VCALENDAR\r\n");
    file.into_bytes()
}

/// Reading the widest file over one year and over all years of the table.
pub fn bench(criterion: &mut Criterion) {
    let file = widest();
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (name, to) in [("1 year", "2026-12-31"), ("5 years", "2030-12-31")] {
        let (from, to) = (date("2026-01-01"), date(to));
        criterion.bench_function(&format!("days of the widest file, {name}"), |bencher| {
            bencher.iter(|| days(black_box(&file), from, to))
        });
    }
}
