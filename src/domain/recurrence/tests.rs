use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn dates(start: &str, rule: &str) -> Result<Vec<NaiveDate>, RuleError> {
    rule.parse::<Rule>()?.dates(date(start))
}

// What python-dateutil 2.9.0 makes of the same rules.
#[rstest]
#[case(
    "2027-01-05",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
    "2027-01-05 2027-01-12 2027-01-19 2027-01-26"
)]
#[case(
    "2027-01-05",
    "FREQ=DAILY;INTERVAL=10;COUNT=4",
    "2027-01-05 2027-01-15 2027-01-25 2027-02-04"
)]
#[case(
    "2027-01-05",
    "FREQ=DAILY;BYDAY=SA,SU;COUNT=5",
    "2027-01-09 2027-01-10 2027-01-16 2027-01-17 2027-01-23"
)]
#[case(
    "2027-01-31",
    "FREQ=MONTHLY;COUNT=5",
    "2027-01-31 2027-03-31 2027-05-31 2027-07-31 2027-08-31"
)]
#[case(
    "2027-01-31",
    "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4",
    "2027-01-31 2027-02-28 2027-03-31 2027-04-30"
)]
#[case(
    "2027-01-01",
    "FREQ=MONTHLY;BYDAY=2WE;COUNT=4",
    "2027-01-13 2027-02-10 2027-03-10 2027-04-14"
)]
#[case(
    "2027-01-01",
    "FREQ=MONTHLY;BYDAY=-1FR,1MO;COUNT=6",
    "2027-01-04 2027-01-29 2027-02-01 2027-02-26 2027-03-01 2027-03-26"
)]
#[case(
    "2027-01-01",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
    "2027-08-13 2028-10-13 2029-04-13"
)]
#[case(
    "2027-01-01",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=5TU;COUNT=3",
    "2027-03-30 2027-11-30 2028-05-30"
)]
#[case(
    "2028-02-29",
    "FREQ=YEARLY;COUNT=3",
    "2028-02-29 2032-02-29 2036-02-29"
)]
#[case(
    "2027-01-01",
    "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
    "2027-05-17 2028-05-15 2029-05-14"
)]
#[case(
    "2027-01-01",
    "FREQ=YEARLY;BYDAY=-1SU;COUNT=3",
    "2027-12-26 2028-12-31 2029-12-30"
)]
#[case(
    "2027-01-01",
    "FREQ=YEARLY;BYMONTH=3,11;BYDAY=2SU;COUNT=4",
    "2027-03-14 2027-11-14 2028-03-12 2028-11-12"
)]
#[case(
    "2027-01-01",
    "FREQ=YEARLY;BYMONTHDAY=15;COUNT=3",
    "2027-01-15 2027-02-15 2027-03-15"
)]
#[case(
    "2027-08-05",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=MO",
    "2027-08-08 2027-08-17 2027-08-22 2027-08-31"
)]
#[case(
    "2027-08-05",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU",
    "2027-08-15 2027-08-17 2027-08-29 2027-08-31"
)]
#[case(
    "2027-01-05",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270119",
    "2027-01-05 2027-01-12 2027-01-19"
)]
#[case("2027-01-06", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "2027-01-12 2027-01-19")]
#[case(
    "2027-01-01",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=28,29;COUNT=4",
    "2027-02-28 2028-02-28 2028-02-29 2029-02-28"
)]
#[case(
    "2027-03-10",
    "FREQ=YEARLY;BYMONTH=1,6;COUNT=3",
    "2027-06-10 2028-01-10 2028-06-10"
)]
#[case(
    "2027-01-01",
    "FREQ=WEEKLY;BYMONTH=5;BYDAY=MO;COUNT=6",
    "2027-05-03 2027-05-10 2027-05-17 2027-05-24 2027-05-31 2028-05-01"
)]
fn a_rule_names_its_dates(#[case] start: &str, #[case] rule: &str, #[case] expected: &str) {
    let found = dates(start, rule).unwrap();
    let expected: Vec<NaiveDate> = expected.split(' ').map(date).collect();
    assert_eq!(found, expected);
}

#[rstest]
#[case::endless("FREQ=WEEKLY", RuleError::End)]
#[case::two_ends("FREQ=WEEKLY;COUNT=2;UNTIL=20270201", RuleError::End)]
#[case::cap("FREQ=DAILY;COUNT=521", RuleError::TooMany)]
#[case::cap_by_date("FREQ=DAILY;UNTIL=20290101", RuleError::TooMany)]
#[case::far_date("FREQ=YEARLY;UNTIL=20380101", RuleError::TooLong)]
#[case::far_count("FREQ=MONTHLY;COUNT=130", RuleError::TooLong)]
#[case::never("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", RuleError::Empty)]
#[case::none("FREQ=DAILY;COUNT=0", RuleError::Empty)]
#[case::before_start("FREQ=DAILY;UNTIL=20261231", RuleError::Empty)]
#[case::hourly("FREQ=HOURLY;COUNT=2", RuleError::Value("FREQ"))]
#[case::no_interval("FREQ=DAILY;INTERVAL=0;COUNT=2", RuleError::Value("INTERVAL"))]
#[case::instant("FREQ=DAILY;UNTIL=20270131T000000Z", RuleError::Value("UNTIL"))]
#[case::weekly_ordinal("FREQ=WEEKLY;BYDAY=1TU;COUNT=2", RuleError::Value("BYDAY"))]
#[case::no_day("FREQ=WEEKLY;BYDAY=\u{e9};COUNT=2", RuleError::Value("BYDAY"))]
#[case::setpos("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=2", RuleError::Part("BYSETPOS".into()))]
#[case::twice("FREQ=DAILY;COUNT=2;COUNT=3", RuleError::Part("COUNT".into()))]
#[case::text("every week", RuleError::Malformed)]
fn a_rule_is_refused(#[case] rule: &str, #[case] expected: RuleError) {
    assert_eq!(dates("2027-01-05", rule), Err(expected));
}

#[test]
fn a_rule_that_names_nothing_for_long_ends_soon() {
    let rule: Rule = "FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30;COUNT=520"
        .parse()
        .unwrap();
    assert_eq!(rule.dates(date("2027-01-01")), Err(RuleError::Empty));
    assert_eq!(rule.dates(NaiveDate::MAX), Err(RuleError::TooLong));
}

#[rstest]
#[case("FREQ=WEEKLY;COUNT=9", false)]
#[case("FREQ=WEEKLY;INTERVAL=4;COUNT=9", true)]
#[case("FREQ=MONTHLY;BYDAY=2WE;COUNT=12", true)]
#[case("FREQ=MONTHLY;BYDAY=2WE,4WE;COUNT=12", false)]
#[case("FREQ=YEARLY;COUNT=9", true)]
fn rare_enough_to_change_each_time(#[case] rule: &str, #[case] expected: bool) {
    let rule: Rule = rule.parse().unwrap();
    assert_eq!(rule.is_monthly_or_rarer(), expected);
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let frequency = prop::sample::select(vec![0_usize, 1, 2, 3]);
    let days = prop::collection::vec((prop::option::of(-2_i8..=4), 0_usize..7), 0..3);
    let month_days = prop::collection::vec(-31_i8..=31, 0..3);
    let months = prop::collection::vec(1_u8..=12, 0..3);
    (
        frequency,
        1_u16..5,
        days,
        month_days,
        months,
        1_u32..60,
        0_usize..7,
    )
        .prop_filter_map(
            "parts that do not go together",
            |(frequency, interval, days, month_days, by_month, count, week_start)| {
                let by_day = days.into_iter().map(|(ordinal, day)| ByDay {
                    ordinal: ordinal.filter(|ordinal| *ordinal != 0),
                    day: DAYS[day].1,
                });
                let rule = Rule {
                    frequency: FREQUENCIES[frequency].1,
                    interval,
                    by_month,
                    by_month_day: month_days.into_iter().filter(|day| *day != 0).collect(),
                    by_day: by_day.collect(),
                    end: End::Count(count),
                    week_start: DAYS[week_start].1,
                };
                rule.check().ok()
            },
        )
}

proptest! {
    #[test]
    fn a_rule_reads_what_it_writes(rule in any_rule()) {
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
    }

    #[test]
    fn dates_rise_and_stay_within_the_limits(rule in any_rule(), day in 0_u64..800) {
        let start = date("2027-01-01") + chrono::Days::new(day);
        if let Ok(dates) = rule.dates(start) {
            prop_assert!(dates.is_sorted_by(|a, b| a < b));
            prop_assert!(dates[0] >= start && dates.len() <= COUNT_MAX as usize);
        }
    }
}
