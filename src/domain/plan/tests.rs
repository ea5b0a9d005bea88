use std::sync::Arc;

use super::*;
use crate::domain::burden::Weights;
use crate::domain::hours::{OfficeHours, Weekend};
use crate::domain::recurrence::Rule;
use crate::domain::workdays::{DayKind, Workdays};
use crate::domain::zone::ZoneData;

// The holidays of 2027 as PyPI holidays 0.109 has them, weekdays only.
const WASHINGTON: &str = "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-11 \
    2027-11-25 2027-11-26 2027-12-24 2027-12-31";
const TAIWAN: &str = "2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-03-01 2027-04-05 \
    2027-04-06 2027-04-30 2027-06-09 2027-09-15 2027-09-28 2027-10-11 2027-10-25 2027-12-24 \
    2027-12-31";
const CZECHIA: &str = "2027-01-01 2027-03-26 2027-03-29 2027-07-05 2027-07-06 2027-09-28 2027-10-28 2027-11-17 \
    2027-12-24";

fn city(zone: &str, holidays: &str) -> CityTime {
    let holidays = holidays
        .split_whitespace()
        .map(|date| (date.parse().unwrap(), DayKind::Holiday));
    CityTime {
        zone: ZoneData::bundled().zone(zone).unwrap(),
        hours: OfficeHours::default(),
        workdays: Arc::new(Workdays::new(Weekend::default(), holidays)),
        weights: Weights::default(),
    }
}

fn three() -> Vec<CityTime> {
    vec![
        city("America/Los_Angeles", WASHINGTON),
        city("Asia/Taipei", TAIWAN),
        city("Europe/Prague", CZECHIA),
    ]
}

fn dates(start: &str, rule: &str) -> Vec<NaiveDate> {
    let rule: Rule = rule.parse().unwrap();
    rule.dates(start.parse().unwrap()).unwrap()
}

fn input<'a>(cities: &'a [CityTime], dates: &'a [NaiveDate]) -> PlanInput<'a> {
    const NONE: [Burden; CITIES_MAX] = [Burden::ZERO; CITIES_MAX];
    PlanInput {
        cities,
        carried: &NONE[..cities.len()],
        calendar: 0,
        dates,
        at: None,
        duration_minutes: 60,
        step_minutes: 15,
        holidays: HolidayRule::Skip,
        block: Block::Season,
    }
}

fn the(plans: &Plans, kind: PlanKind, clock: usize) -> &Alternative {
    let found = plans
        .alternatives
        .iter()
        .find(|plan| plan.kind == kind && plan.clock == clock);
    found.unwrap()
}

fn burdens(plan: &Alternative) -> Vec<String> {
    plan.burden.iter().map(Burden::to_string).collect()
}

/// The wall clocks that a plan uses, each with the first date that has it.
fn clocks(plan: &Alternative) -> Vec<String> {
    let mut clocks: Vec<String> = Vec::new();
    for visit in &plan.visits {
        let clock = visit.local_start.format("%H:%M").to_string();
        if clocks.last() != Some(&clock) {
            clocks.push(clock);
        }
    }
    clocks
}

// The worked example: Tuesdays of 2027 in Seattle, Wednesdays in Kaohsiung.
#[test]
fn a_year_of_tuesdays() {
    let (cities, dates) = (
        three(),
        dates("2027-01-05", "FREQ=WEEKLY;BYDAY=TU;COUNT=52"),
    );
    let mut input = input(&cities[..2], &dates);
    input.step_minutes = 30;
    let plans = plans(&input);
    assert_eq!(plans.dates.len(), 49);

    let one_sided = the(&plans, PlanKind::OneSided, 0);
    assert_eq!(burdens(one_sided), ["0.00", "80.30"]);
    assert_eq!(clocks(one_sided), ["16:00"]);

    let seasonal = the(&plans, PlanKind::Seasonal, 0);
    assert_eq!(burdens(seasonal), ["11.35", "11.35"]);
    assert_eq!(clocks(seasonal), ["16:30", "17:00", "16:30"]);
    assert_eq!(seasonal.clock_changes, 2);
    assert!(seasonal.proven);
    println!(
        "{:#?}",
        plans
            .alternatives
            .iter()
            .map(|p| (p.kind, p.clock, clocks(p), burdens(p), p.proven))
            .collect::<Vec<_>>()
    );
}

// Kaohsiung's second Wednesdays, with Prague; holidays are not skipped.
#[test]
fn twelve_months_with_a_third_city() {
    let (cities, dates) = (
        three(),
        dates("2027-01-01", "FREQ=MONTHLY;BYDAY=2WE;COUNT=12"),
    );
    let mut input = input(&cities, &dates);
    input.calendar = 1;
    input.holidays = HolidayRule::Keep;
    input.block = Block::Meeting;
    let plans = plans(&input);
    println!(
        "{:#?}",
        plans
            .alternatives
            .iter()
            .map(|p| (p.kind, p.clock, clocks(p), burdens(p), p.proven))
            .collect::<Vec<_>>()
    );
    let least = the(&plans, PlanKind::LeastTotal, 1);
    assert_eq!(burdens(least), ["243.99", "18.00", "267.99"]);
    let fair = the(&plans, PlanKind::Rotating, 1);
    assert_eq!(burdens(fair), ["186.43", "183.27", "178.66"]);
}
