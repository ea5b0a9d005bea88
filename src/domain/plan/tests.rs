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
    let least = the(&plans, PlanKind::LeastTotal, 1);
    assert_eq!(burdens(least), ["243.99", "18.00", "267.99"]);
    let fair = the(&plans, PlanKind::Rotating, 1);
    assert_eq!(burdens(fair), ["186.43", "183.27", "178.66"]);
}

#[test]
fn a_series_that_fits_offices_costs_nobody_anything() {
    let cities = [city("Asia/Taipei", ""), city("Europe/Prague", "")];
    let dates = dates("2027-01-05", "FREQ=WEEKLY;BYDAY=TU;COUNT=52");
    let plans = plans(&input(&cities, &dates));
    let seasonal = the(&plans, PlanKind::Seasonal, 0);
    assert_eq!(burdens(seasonal), ["0.00", "0.00"]);
    // 16:00 is 09:00 in winter and 10:00 in summer: no change is needed, so none is made.
    assert_eq!(clocks(seasonal), ["16:00"]);
    assert!(
        plans
            .dates
            .iter()
            .all(|planned| planned.date == planned.original)
    );
}

#[test]
fn clock_changes_and_dates_elsewhere_are_told() {
    let (cities, dates) = (three(), dates("2027-03-02", "FREQ=WEEKLY;BYDAY=TU;COUNT=6"));
    let plans = plans(&input(&cities[..2], &dates));
    let plan = the(&plans, PlanKind::OneSided, 0);
    let moved = |visit: &Visit| visit.cities.iter().map(|city| city.clock_moved).collect();
    let moved: Vec<Vec<bool>> = plan.visits.iter().map(moved).collect();
    let index = moved.iter().position(|cities| cities[0]).unwrap();
    assert_eq!(
        plan.visits[index].local_start.date().to_string(),
        "2027-03-16"
    );
    assert_eq!(moved.iter().flatten().filter(|moved| **moved).count(), 1);
    assert!(
        plan.visits
            .iter()
            .all(|visit| visit.cities[1].day_offset == 1)
    );
}

#[rstest::rstest]
#[case(HolidayRule::Skip, &["2027-02-16"], &["2027-02-09"])]
// The Wednesday and the Thursday are holidays in Kaohsiung as well; the weekend follows.
#[case(HolidayRule::Move, &["2027-02-09>2027-02-10", "2027-02-16"], &[])]
#[case(HolidayRule::Keep, &["2027-02-09", "2027-02-16"], &[])]
fn holidays_on_either_side(
    #[case] holidays: HolidayRule,
    #[case] kept: &[&str],
    #[case] left_out: &[&str],
) {
    let cities = [
        city("America/Los_Angeles", ""),
        city("Asia/Taipei", "2027-02-10"),
    ];
    let dates = dates("2027-02-09", "FREQ=WEEKLY;BYDAY=TU;COUNT=2");
    let mut input = input(&cities, &dates);
    input.holidays = holidays;
    let plans = plans(&input);
    let told = |planned: &PlanDate| match planned.date == planned.original {
        true => planned.date.to_string(),
        false => format!("{}>{}", planned.original, planned.date),
    };
    assert_eq!(plans.dates.iter().map(told).collect::<Vec<_>>(), kept);
    let left: Vec<String> = plans
        .left_out
        .iter()
        .map(|left| left.date.to_string())
        .collect();
    assert_eq!(left, left_out);
}

#[test]
fn where_nobody_is_awake_it_is_said_who_sleeps() {
    let cities = [
        city("America/Los_Angeles", ""),
        city("Asia/Taipei", ""),
        city("Europe/Prague", ""),
        city("America/Sao_Paulo", ""),
        city("Pacific/Auckland", ""),
    ];
    let dates = dates("2027-01-05", "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
    let plans = plans(&input(&cities, &dates));
    assert!(plans.alternatives.is_empty());
    assert_eq!(plans.nights.iter().sum::<usize>() % 3, 0);
    assert!(plans.nights.iter().sum::<usize>() > 0);
}

#[test]
fn who_bore_more_before_bears_less_now() {
    let (cities, dates) = (
        three(),
        dates("2027-01-05", "FREQ=WEEKLY;BYDAY=TU;COUNT=12"),
    );
    let carried = [
        Burden::ZERO,
        cities[1]
            .burden("2027-01-16T13:00:00Z".parse().unwrap(), 60)
            .unwrap(),
    ];
    let mut input = input(&cities[..2], &dates);
    let even = plans(&input);
    input.carried = &carried;
    let carried_on = plans(&input);
    let of = |plans: &Plans, city: usize| the(plans, PlanKind::Seasonal, 0).burden[city];
    assert!(of(&carried_on, 1) < of(&even, 1));
    assert!(of(&carried_on, 0) > of(&even, 0));
}

/// Every plan has each date that stays once, and costs what its visits cost by themselves.
#[rstest::rstest]
#[case("Australia/Lord_Howe", "2027-09-25", 30)]
#[case("Africa/Cairo", "2027-04-25", 15)]
#[case("America/Nuuk", "2027-03-25", 60)]
fn no_visit_is_lost_or_doubled(#[case] zone: &str, #[case] start: &str, #[case] step: u32) {
    let mut cities = [
        city(zone, ""),
        city("Asia/Kathmandu", ""),
        city("Europe/Prague", ""),
    ];
    for city in &mut cities {
        city.weights.night = true;
    }
    let dates = dates(start, "FREQ=DAILY;COUNT=14");
    let mut input = input(&cities, &dates);
    input.step_minutes = step;
    input.at = Some(NaiveTime::MIN + Duration::minutes(30));
    let plans = plans(&input);
    assert!(plans.alternatives.len() >= 6);
    for plan in &plans.alternatives {
        let mut originals: Vec<NaiveDateTime> = plan.visits.iter().map(|v| v.original).collect();
        originals.sort();
        originals.dedup();
        assert_eq!(originals.len(), 14, "{:?}", plan.kind);
        assert!(plan.visits.is_sorted_by(|a, b| a.starts_at < b.starts_at));
        for (index, city) in cities.iter().enumerate() {
            let own = |visit: &Visit| city.burden(visit.starts_at, 60).unwrap();
            assert_eq!(
                plan.visits.iter().map(own).sum::<Burden>(),
                plan.burden[index]
            );
        }
    }
}
