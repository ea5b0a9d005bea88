use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use proptest::prelude::*;
use rstest::rstest;

use super::change::{Buffers, Change, Generated, Standing, change, key};
use super::generate::{PlannedSlot, Shape, generate};
use super::input::{AvailabilityInput, OverrideInput, SeasonInput, SpanInput, WindowInput};
use super::limits::{Booked, refusal};
use super::*;
use crate::domain::hours::Weekend;
use crate::domain::id::{Id, OfferId, SlotId};
use crate::domain::slot::{Refusal, SlotState};
use crate::domain::workdays::{DayKind, Workdays};
use crate::domain::zone::{Resolution, Zone, ZoneData};

type In = AvailabilityInput;

static ZONES: LazyLock<ZoneData> = LazyLock::new(ZoneData::bundled);

fn zone(name: &str) -> Zone {
    ZONES.zone(name).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> SpanInput {
    SpanInput {
        from: from.into(),
        to: to.into(),
    }
}

fn window(weekday: &str, from: &str, to: &str) -> WindowInput {
    WindowInput {
        weekday: weekday.into(),
        span: span(from, to),
        ..WindowInput::default()
    }
}

fn every_day(from: &str, to: &str) -> AvailabilityInput {
    let days = input::WEEKDAYS.iter();
    AvailabilityInput {
        windows: days.map(|(day, _)| window(day, from, to)).collect(),
        ..AvailabilityInput::default()
    }
}

fn rules(input: &AvailabilityInput) -> Availability {
    input.check().unwrap().0
}

fn of(minutes: i32) -> Shape {
    Shape {
        duration_minutes: minutes,
        overlap_allowed: false,
    }
}

/// The starts that are promised from one date to another, as text.
fn starts(
    input: &AvailabilityInput,
    minutes: i32,
    zone_name: &str,
    from: &str,
    to: &str,
) -> Vec<String> {
    let workdays = Workdays::default();
    let (from, to) = (date(from), date(to));
    generate(
        &rules(input),
        of(minutes),
        &zone(zone_name),
        &workdays,
        from,
        to,
    )
    .iter()
    .map(|time| {
        let at = time.starts_at().format("%dT%H:%MZ");
        format!("{} {at}", time.local_start.format("%m-%dT%H:%M"))
    })
    .collect()
}

#[rstest]
// The clock is put forward from 02:00 to 03:00: what moves gives way to what stands there.
#[case("America/Los_Angeles", "2027-03-14", "01:00", "04:00", 60, &["03-14T01:00 14T09:00Z", "03-14T03:00 14T10:00Z"])]
// Only what is skipped: it moves by the gap.
#[case("America/Los_Angeles", "2027-03-14", "02:30", "03:30", 60, &["03-14T02:30 14T10:30Z"])]
// The clock is put back from 02:00 to 01:00: the first, and no two at once.
#[case("America/Los_Angeles", "2027-11-07", "01:00", "03:00", 60, &["11-07T01:00 07T08:00Z", "11-07T02:00 07T10:00Z"])]
// A visit across the change lasts as long as any other.
#[case("Europe/Prague", "2027-03-28", "01:30", "04:30", 60, &["03-28T01:30 28T00:30Z", "03-28T03:30 28T01:30Z"])]
#[case("Australia/Lord_Howe", "2026-10-04", "02:15", "02:45", 30, &["10-04T02:15 03T15:45Z"])]
#[case("Africa/Cairo", "2027-04-30", "00:30", "01:30", 60, &["04-30T00:30 29T22:30Z"])]
#[case("Pacific/Apia", "2011-12-30", "09:00", "10:00", 60, &[])]
#[case("Asia/Kathmandu", "2027-01-01", "08:00", "09:00", 60, &["01-01T08:00 01T02:15Z"])]
fn clock_changes(
    #[case] zone: &str,
    #[case] day: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] minutes: i32,
    #[case] wanted: &[&str],
) {
    assert_eq!(
        starts(&every_day(from, to), minutes, zone, day, day),
        wanted
    );
}

#[test]
fn windows_cross_midnight_into_the_next_date() {
    let night = AvailabilityInput {
        windows: vec![window("fri", "22:00", "01:00")],
        ..AvailabilityInput::default()
    };
    let wanted = [
        "11-27T22:00 27T22:00Z",
        "11-27T23:00 27T23:00Z",
        "11-28T00:00 28T00:00Z",
    ];
    let utc = |from, to| starts(&night, 60, "Etc/UTC", from, to);
    assert_eq!(utc("2026-11-23", "2026-11-29"), wanted);
    assert_eq!(utc("2026-11-28", "2026-11-28"), wanted[2..]);
    assert_eq!(utc("2026-11-27", "2026-11-27"), wanted[..2]);
}

#[test]
fn steps_buffers_and_limits() {
    let morning = every_day("09:00", "12:00");
    let count = |input: &AvailabilityInput, to| starts(input, 45, "Etc/UTC", "2026-11-23", to);
    let clocks = |input: &AvailabilityInput| -> Vec<String> {
        let of_day = count(input, "2026-11-23").into_iter();
        of_day.map(|start| start[6..11].to_owned()).collect()
    };
    assert_eq!(clocks(&morning), ["09:00", "09:45", "10:30", "11:15"]);
    let buffered = AvailabilityInput {
        buffer_before_minutes: 5,
        buffer_after_minutes: 10,
        ..morning.clone()
    };
    assert_eq!(clocks(&buffered), ["09:00", "10:00", "11:00"]);
    let stepped = AvailabilityInput {
        step_minutes: Some(15),
        buffer_after_minutes: 5,
        ..morning.clone()
    };
    assert_eq!(clocks(&stepped), ["09:00", "10:00", "11:00"]);
    let hourly = AvailabilityInput {
        step_minutes: Some(70),
        ..morning.clone()
    };
    assert_eq!(clocks(&hourly), ["09:00", "10:10"]);
    let limited = AvailabilityInput {
        slots_per_day: Some(2),
        slots_per_week: Some(5),
        ..morning
    };
    let week = count(&limited, "2026-12-06");
    let days: Vec<&str> = week.iter().map(|start| &start[..5]).collect();
    let wanted = [
        "11-23", "11-23", "11-24", "11-24", "11-25", "11-30", "11-30", "12-01", "12-01", "12-02",
    ];
    assert_eq!(days, wanted);
    // A horizon that begins within the week counts from its Monday all the same.
    let from_tuesday = starts(&limited, 45, "Etc/UTC", "2026-11-24", "2026-12-06");
    assert_eq!(from_tuesday, week[2..]);
}

#[test]
fn seasons_overrides_and_holidays() {
    let seasonal = |from: &str, until: &str| WindowInput {
        season: Some(SeasonInput {
            from: Some(from.into()),
            until: Some(until.into()),
        }),
        ..window("fri", "09:00", "10:00")
    };
    let made_up = WindowInput {
        make_up_workdays: true,
        ..window("fri", "14:00", "15:00")
    };
    let input = AvailabilityInput {
        windows: vec![
            seasonal("11-01", "02-28"),
            seasonal("2027-04-02", "2027-04-09"),
            made_up,
        ],
        overrides: vec![
            OverrideInput {
                date: "2027-01-08".into(),
                windows: vec![],
            },
            OverrideInput {
                date: "2027-01-01".into(),
                windows: vec![span("11:00", "12:00")],
            },
        ],
        ..AvailabilityInput::default()
    };
    let workdays = Workdays::new(
        Weekend::default(),
        [
            (date("2027-01-01"), DayKind::Holiday),
            (date("2027-01-15"), DayKind::Substitute),
            (date("2027-01-23"), DayKind::MakeUpWorkday),
        ],
    );
    let made = |input: &AvailabilityInput, from, to| -> Vec<String> {
        let rules = rules(input);
        let (from, to) = (date(from), date(to));
        let made = generate(&rules, of(60), &zone("Asia/Taipei"), &workdays, from, to);
        let text = |time: &PlannedSlot| time.local_start.format("%m-%dT%H").to_string();
        made.iter().map(text).collect()
    };
    let january = made(&input, "2027-01-01", "2027-01-25");
    assert_eq!(january, ["01-01T11", "01-22T09", "01-22T14", "01-23T14"]);
    let open = AvailabilityInput {
        holidays: "offer".into(),
        ..input.clone()
    };
    let open = made(&open, "2027-01-15", "2027-01-15");
    assert_eq!(open, ["01-15T09", "01-15T14"]);
    let april = made(&input, "2027-04-01", "2027-04-20");
    assert_eq!(
        april,
        ["04-02T09", "04-02T14", "04-09T09", "04-09T14", "04-16T14"]
    );
}

#[test]
fn overlapping_windows_are_merged_and_that_is_said() {
    let input = AvailabilityInput {
        windows: vec![
            window("tue", "09:00", "11:00"),
            window("TUE", "10:00", "12:00"),
            window("tue", "12:00", "13:00"),
            window("tue", "22:00", "02:00"),
            window("wed", "09:00", "10:00"),
        ],
        ..AvailabilityInput::default()
    };
    let (rules, merged) = input.check().unwrap();
    let spans: Vec<SpanInput> = rules.windows.iter().map(|w| w.span.into()).collect();
    let wanted = [
        span("09:00", "13:00"),
        span("22:00", "02:00"),
        span("09:00", "10:00"),
    ];
    assert_eq!(spans, wanted);
    let said: Vec<_> = merged.iter().map(|m| (m.day.as_str(), m.windows)).collect();
    assert_eq!(said, [("tue", 3)]);
    // What was merged is entered again without a word.
    let again = AvailabilityInput::from(&rules).check().unwrap();
    assert_eq!(again, (rules, vec![]));
}

#[rstest]
#[case(|i: &mut In| i.windows[0].weekday = "lundi".into(), "windows[0].weekday", "unknown_weekday")]
#[case(|i: &mut In| i.windows[0].span.from = "9".into(), "windows[0].from", "invalid_time")]
#[case(|i: &mut In| i.windows[0].span.to = "24:01".into(), "windows[0].to", "invalid_time")]
#[case(|i: &mut In| i.windows[0].span.to = "09:00".into(), "windows[0].to", "empty_window")]
#[case(|i: &mut In| i.windows[0].season = season("2027-05-01", "2027-04-30"), "windows[0].season.until", "ends_before_start")]
#[case(|i: &mut In| i.windows[0].season = season("2027-05-01", "30-04"), "windows[0].season.until", "invalid_season")]
#[case(|i: &mut In| i.windows = vec![i.windows[0].clone(); 101], "windows", "too_many")]
#[case(|i: &mut In| i.overrides = vec![OverrideInput { date: "x".into(), windows: vec![] }], "overrides[0].date", "invalid_date")]
#[case(|i: &mut In| i.overrides = vec![OverrideInput { date: "2027-01-01".into(), windows: vec![] }; 2], "overrides[1].date", "given_twice")]
#[case(|i: &mut In| i.overrides = vec![OverrideInput { date: "2027-01-01".into(), windows: vec![] }; 501], "overrides", "too_many")]
#[case(|i: &mut In| i.overrides = vec![OverrideInput { date: "2027-01-01".into(), windows: vec![span("1:00", "02:00")] }], "overrides[0].windows[0].from", "invalid_time")]
#[case(|i: &mut In| i.step_minutes = Some(0), "step_minutes", "out_of_range")]
#[case(|i: &mut In| i.horizon_days = Some(401), "horizon_days", "out_of_range")]
#[case(|i: &mut In| i.buffer_before_minutes = -1, "buffer_before_minutes", "out_of_range")]
#[case(|i: &mut In| i.notice_minutes = i32::MAX, "notice_minutes", "out_of_range")]
#[case(|i: &mut In| i.slots_per_day = Some(0), "slots_per_day", "out_of_range")]
#[case(|i: &mut In| i.bookings_per_week = Some(1_001), "bookings_per_week", "out_of_range")]
#[case(|i: &mut In| i.holidays = "maybe".into(), "holidays", "unknown_holidays")]
fn wrong_fields_are_named(
    #[case] spoil: fn(&mut AvailabilityInput),
    #[case] field: &str,
    #[case] code: &str,
) {
    let mut input = every_day("09:00", "17:00");
    spoil(&mut input);
    let wrong = input.check().unwrap_err().0;
    let found = wrong.iter().any(|w| w.field == field && w.code == code);
    assert!(found, "{wrong:?}");
}

fn season(from: &str, until: &str) -> Option<SeasonInput> {
    Some(SeasonInput {
        from: Some(from.into()),
        until: Some(until.into()),
    })
}

#[test]
fn no_input_computes_for_long() {
    let mut widest = every_day("00:00", "24:00");
    for n in 0..93_u32 {
        let from = format!("{:02}:{:02}", n / 4, n % 4 * 15);
        widest.windows.push(WindowInput {
            season: season("01-01", &format!("{:02}-{:02}", 9 + n / 28, n % 28 + 1)),
            ..window("mon", &from, "24:00")
        });
    }
    widest.step_minutes = Some(5);
    let rules = rules(&widest);
    assert!(rules.windows.len() > 90);
    let shape = Shape {
        duration_minutes: 5,
        overlap_allowed: true,
    };
    let from = date("2027-01-01");
    let to = from + Days::new(400);
    let made = generate(
        &rules,
        shape,
        &zone("Europe/Prague"),
        &Workdays::default(),
        from,
        to,
    );
    // What there is to count is bounded; how fast it is, is the bench's business.
    // The hour that spring skips falls upon the next.
    assert_eq!(made.len(), 401 * 288 - 12);
}

#[test]
fn what_may_be_booked_when() {
    let rules = Availability {
        notice_minutes: 120,
        horizon_days: 2,
        bookings_per_day: Some(1),
        bookings_per_week: Some(2),
        ..Availability::default()
    };
    let (taipei, now) = (zone("Asia/Taipei"), at("2026-11-24T02:00:00Z"));
    let said = |start: &str, booked: Booked| {
        let start = at(start);
        let local = taipei.at(start).naive_local();
        refusal(&rules, &taipei, start, local, booked, now)
    };
    let free = Booked::default();
    let booked = |day, week| Booked { day, week };
    assert_eq!(said("2026-11-24T03:59:00Z", free), Some(Refusal::Notice));
    assert_eq!(said("2026-11-24T04:00:00Z", free), None);
    assert_eq!(said("2026-11-26T15:59:00Z", free), None);
    assert_eq!(said("2026-11-26T16:00:00Z", free), Some(Refusal::TooEarly));
    assert_eq!(
        said("2026-11-25T04:00:00Z", booked(1, 1)),
        Some(Refusal::DayLimit)
    );
    assert_eq!(
        said("2026-11-25T04:00:00Z", booked(0, 2)),
        Some(Refusal::WeekLimit)
    );
    let monday = date("2026-11-23").and_time(NaiveTime::MIN);
    let others = [
        (monday, 1),
        (monday + Duration::days(6), 2),
        (monday + Duration::days(7), 4),
    ];
    assert_eq!(
        Booked::of(monday + Duration::hours(9), &others),
        booked(1, 3)
    );
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn offer(n: u8) -> OfferId {
    OfferId::new(at("2026-01-01T00:00:00Z"), [n; 10])
}

fn slot_id(n: u8) -> SlotId {
    SlotId::new(at("2026-01-01T00:00:00Z"), [n; 10])
}

/// The slot that was made for a time.
fn standing(n: u8, time: &PlannedSlot) -> Standing {
    Standing {
        id: slot_id(n),
        offer_id: offer(1),
        starts_at: time.starts_at(),
        ends_at: time.ends_at,
        duration_minutes: 60,
        state: SlotState::Open,
        booked: false,
        generated: Some(Generated {
            key: key(time.local_start, "Asia/Taipei"),
            withdrawn: false,
        }),
        blocks: true,
    }
}

#[test]
fn what_has_to_be_done_to_what_stands() {
    let taipei = zone("Asia/Taipei");
    let made = |from: &str| {
        let rules = rules(&every_day(from, "12:00"));
        let day = date("2026-11-24");
        generate(&rules, of(60), &taipei, &Workdays::default(), day, day)
    };
    let compare = |planned: &[PlannedSlot], slots: &[Standing]| {
        change(
            planned,
            offer(1),
            of(60),
            "Asia/Taipei",
            slots,
            &HashMap::new(),
        )
    };
    let hours = made("09:00");
    let [nine, ten, eleven] = hours[..] else {
        panic!("{hours:?}");
    };
    assert_eq!(compare(&hours, &[]).add, hours);

    let all = [
        standing(9, &nine),
        standing(10, &ten),
        standing(11, &eleven),
    ];
    let nothing = Change {
        unchanged: 3,
        ..Change::default()
    };
    assert_eq!(compare(&hours, &all), nothing);

    // The rules mean other times: what is booked stays and is in the way of one of them.
    let halves = made("09:30");
    let mut some = all.clone();
    some[1].booked = true;
    let moved = compare(&halves, &some);
    assert_eq!(moved.withdraw, [slot_id(9), slot_id(11)]);
    assert_eq!(moved.keep_booked, [slot_id(10)]);
    assert_eq!((moved.add.len(), moved.overlapping.len()), (0, 2));

    // What a person has called off stays so; what the rules took away comes back.
    let mut gone = all.clone();
    gone[0].state = SlotState::Cancelled;
    gone[1].state = SlotState::Cancelled;
    gone[1].generated.as_mut().unwrap().withdrawn = true;
    let back = compare(&hours, &gone);
    assert_eq!((back.called_off.len(), back.unchanged), (1, 1));
    assert_eq!(back.revive, [(slot_id(10), ten)]);
    assert!(back.add.is_empty());

    // Another offer of the host, whose buffers count too.
    let other = Standing {
        offer_id: offer(2),
        generated: None,
        ..standing(1, &eleven)
    };
    let buffers = Buffers {
        before: 10,
        after: 0,
    };
    let buffers = HashMap::from([(offer(2), buffers)]);
    let busy = change(&hours, offer(1), of(60), "Asia/Taipei", &[other], &buffers);
    assert_eq!(
        (busy.add, busy.overlapping),
        (vec![nine], vec![ten, eleven])
    );
}

/// Rules over a few days, in quarter hours, with what a slot is like.
fn small_rules() -> impl Strategy<Value = (Availability, Shape)> {
    let quarter = |n: i32| n * 15;
    let span = (0..96_u16, 1..=96_u16).prop_map(|(from, length)| Span {
        from: from * 15,
        to: (from + length) * 15,
    });
    let window = (0..7_u8, span.clone(), any::<bool>()).prop_map(|(day, span, season)| Window {
        weekday: Weekday::try_from(day).unwrap(),
        span,
        season: season.then_some(Season::Yearly {
            from: MonthDay { month: 3, day: 10 },
            until: MonthDay { month: 11, day: 5 },
        }),
        make_up_workdays: false,
    });
    let windows = prop::collection::vec(window, 0..6);
    let overrides = prop::collection::btree_map(0..14_u64, prop::collection::vec(span, 0..3), 0..3);
    let limits = (prop::option::of(1..4_u16), prop::option::of(1..12_u16));
    let numbers = (
        prop::option::of((1..20).prop_map(quarter)),
        0..3_u16,
        0..3_u16,
        (1..9).prop_map(quarter),
        any::<bool>(),
    );
    (windows, overrides, limits, numbers).prop_map(|(windows, overrides, limits, numbers)| {
        let (step, before, after, duration_minutes, overlap_allowed) = numbers;
        let first = date("2027-03-08");
        let overrides = overrides
            .into_iter()
            .map(|(day, spans)| (first + Days::new(day), union(spans)));
        let rules = Availability {
            windows,
            overrides: overrides.collect(),
            step_minutes: step.map(|step| step as u16),
            buffer_before_minutes: before * 5,
            buffer_after_minutes: after * 10,
            slots_per_day: limits.0,
            slots_per_week: limits.1,
            ..Availability::default()
        };
        let shape = Shape {
            duration_minutes,
            overlap_allowed,
        };
        (rules, shape)
    })
}

/// The same by looking at every minute of the wall clock, where no clock is ever changed.
fn by_brute_force(
    rules: &Availability,
    shape: Shape,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<NaiveDateTime> {
    let pause = i64::from(rules.buffer_before_minutes + rules.buffer_after_minutes);
    let length = i64::from(shape.duration_minutes);
    let step = rules.step_minutes.map_or(length + pause, i64::from);
    let collide = |a: i64, b: i64| match shape.overlap_allowed {
        true => a == b,
        false => (a - b).abs() < length + pause,
    };
    let first = from - Days::new(14);
    let minute_of = |day: i64, minute: i64| day * 1440 + minute;
    let days = to.signed_duration_since(first).num_days();
    let mut of_days: Vec<Vec<i64>> = Vec::new();
    for day in 0..=days {
        let date = first + Days::new(day.try_into().unwrap());
        let open = |minute: i64| match rules.overrides.get(&date) {
            Some(spans) => spans
                .iter()
                .any(|s| i64::from(s.from) <= minute && minute < i64::from(s.to)),
            None => rules.windows.iter().any(|w| {
                w.weekday == date.weekday()
                    && w.season.is_none_or(|season| season.contains(date))
                    && i64::from(w.span.from) <= minute
                    && minute < i64::from(w.span.to)
            }),
        };
        let (mut starts, mut opened) = (Vec::new(), 0);
        for minute in 0..2880 {
            if open(minute) && !(minute > 0 && open(minute - 1)) {
                opened = minute;
            }
            let fits = (minute..minute + length).all(open);
            let free = starts.iter().all(|s| !collide(*s, minute_of(day, minute)));
            if fits && (minute - opened) % step == 0 && free {
                starts.push(minute_of(day, minute));
            }
        }
        of_days.push(starts);
    }
    let mut kept: Vec<i64> = Vec::new();
    for day in 0..of_days.len() {
        let earlier = &of_days[day.saturating_sub(2)..day];
        let free = |s: &&i64| !earlier.iter().flatten().any(|e| collide(*e, **s));
        kept.extend(of_days[day].iter().filter(free));
    }
    kept.sort_unstable();
    let mut told: Vec<NaiveDateTime> = Vec::new();
    for start in kept {
        let local = first.and_time(NaiveTime::MIN) + Duration::minutes(start);
        let count =
            |same: &dyn Fn(NaiveDate) -> bool| told.iter().filter(|t| same(t.date())).count();
        let of_day = count(&|d| d == local.date());
        let of_week = count(&|d| monday_of(d) == monday_of(local.date()));
        let room = rules
            .slots_per_day
            .is_none_or(|most| of_day < usize::from(most))
            && rules
                .slots_per_week
                .is_none_or(|most| of_week < usize::from(most));
        if room {
            told.push(local);
        }
    }
    told.retain(|local| (from..=to).contains(&local.date()));
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn equals_a_search_of_every_minute((rules, shape) in small_rules(), offset in 0..5_u64) {
        let from = date("2027-03-08") + Days::new(offset);
        let to = from + Days::new(6);
        let made = generate(&rules, shape, &zone("Etc/UTC"), &Workdays::default(), from, to);
        let made: Vec<NaiveDateTime> = made.iter().map(|time| time.local_start).collect();
        prop_assert_eq!(made, by_brute_force(&rules, shape, from, to));
    }

    /// In zones and weeks with changes of the clock.
    #[test]
    fn times_are_sound(
        (rules, shape) in small_rules(),
        name in prop::sample::select(vec![
            "America/Los_Angeles", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk",
            "Asia/Taipei", "Europe/Prague",
        ]),
        first in prop::sample::select(vec![
            "2027-03-08", "2027-03-22", "2027-04-26", "2027-10-25", "2027-11-01",
        ]),
        skipped in 0..10_u64,
    ) {
        let (zone, workdays) = (zone(name), Workdays::default());
        let (from, to) = (date(first), date(first) + Days::new(13));
        let made = generate(&rules, shape, &zone, &workdays, from, to);
        let pause = rules.buffer_before_minutes + rules.buffer_after_minutes;
        for pair in made.windows(2) {
            prop_assert!(pair[0].start < pair[1].start, "one after the other, none twice");
            if !shape.overlap_allowed {
                prop_assert!(pair[0].ends_at + Duration::minutes(pause.into()) <= pair[1].starts_at());
            }
        }
        for time in &made {
            prop_assert!((from..=to).contains(&time.local_start.date()));
            prop_assert_eq!(zone.resolve(time.local_start).choose(Some(time.resolution)).unwrap().0, time.start);
            prop_assert_eq!(time.ends_at - time.starts_at(), Duration::minutes(shape.duration_minutes.into()));
            let ends = time.local_start + Duration::minutes(shape.duration_minutes.into());
            prop_assert!(is_open(&rules, time.local_start, ends), "{:?}", time);
            // On the clock as it really runs too, but where a gap swallows the window itself.
            let shown = zone.at(time.ends_at).naive_local();
            if time.resolution != Resolution::GapShifted && shown <= ends {
                prop_assert!(is_open(&rules, time.local_start, shown.max(time.local_start)));
            }
        }
        // A stretch that begins later means the same: the horizon may roll on.
        let later = from + Days::new(skipped);
        let rest = generate(&rules, shape, &zone, &workdays, later, to);
        let wanted: Vec<PlannedSlot> = made.into_iter().filter(|t| t.local_start.date() >= later).collect();
        prop_assert_eq!(&rest, &wanted);

        // What was made once is left as it is.
        let offer = offer(1);
        let stand = |(n, time): (u8, &PlannedSlot)| Standing {
            id: slot_id(n),
            duration_minutes: shape.duration_minutes,
            generated: Some(Generated { key: key(time.local_start, name), withdrawn: false }),
            ..standing(n, time)
        };
        let slots: Vec<Standing> = (0..=255).zip(&wanted).map(stand).collect();
        let again = change(&wanted[..slots.len()], offer, shape, name, &slots, &HashMap::new());
        prop_assert_eq!(again, Change { unchanged: slots.len(), ..Change::default() });
    }
}

/// Whether one date's windows are open throughout.
fn is_open(rules: &Availability, from: NaiveDateTime, to: NaiveDateTime) -> bool {
    let within = |date: NaiveDate| {
        let spans = match rules.overrides.get(&date) {
            Some(spans) => spans.clone(),
            None => {
                let open = rules.windows.iter().filter(|w| {
                    w.weekday == date.weekday() && w.season.is_none_or(|s| s.contains(date))
                });
                union(open.map(|w| w.span).collect())
            }
        };
        let midnight = date.and_time(NaiveTime::MIN);
        let at = |minute: u16| midnight + Duration::minutes(minute.into());
        spans.iter().any(|s| at(s.from) <= from && to <= at(s.to))
    };
    within(from.date()) || within(from.date() - Days::new(1))
}
