use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What events mean from 2027 to 2029, as `date kind name`.
fn read(events: &str) -> Result<Vec<String>, Invalid> {
    let file = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}\r\nEND:VCALENDAR\r\n");
    let days = days(file.as_bytes(), date("2027-01-01"), date("2029-12-31"))?;
    let told = |day: &OwnDay| format!("{} {} {}", day.date, day.kind, day.name);
    Ok(days.iter().map(told).collect())
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:1@example.org\r\nSUMMARY:Feast\r\n{lines}\r\nEND:VEVENT")
}

#[rstest]
#[case::one("DTSTART;VALUE=DATE:20270505", &["2027-05-05 holiday Feast"])]
#[case::without_value("DTSTART:20270505", &["2027-05-05 holiday Feast"])]
#[case::end_is_exclusive("DTSTART;VALUE=DATE:20270505\r\nDTEND;VALUE=DATE:20270507",
    &["2027-05-05 holiday Feast", "2027-05-06 holiday Feast"])]
#[case::end_on_its_own_day("DTSTART;VALUE=DATE:20270505\r\nDTEND;VALUE=DATE:20270505",
    &["2027-05-05 holiday Feast"])]
#[case::lasts("DTSTART;VALUE=DATE:20270505\r\nDURATION:P2D",
    &["2027-05-05 holiday Feast", "2027-05-06 holiday Feast"])]
#[case::yearly("DTSTART;VALUE=DATE:20200505\r\nRRULE:FREQ=YEARLY",
    &["2027-05-05 holiday Feast", "2028-05-05 holiday Feast", "2029-05-05 holiday Feast"])]
#[case::counted("DTSTART;VALUE=DATE:20260505\r\nRRULE:FREQ=YEARLY;COUNT=3",
    &["2027-05-05 holiday Feast", "2028-05-05 holiday Feast"])]
#[case::until("DTSTART;VALUE=DATE:20260505\r\nRRULE:FREQ=YEARLY;UNTIL=20280504T235959Z",
    &["2027-05-05 holiday Feast"])]
#[case::every_other("DTSTART;VALUE=DATE:20260505\r\nRRULE:FREQ=YEARLY;INTERVAL=2",
    &["2028-05-05 holiday Feast"])]
#[case::leap_day("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY",
    &["2028-02-29 holiday Feast"])]
#[case::but("DTSTART;VALUE=DATE:20270505\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20280505,20290505",
    &["2027-05-05 holiday Feast"])]
#[case::into_the_span("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270103",
    &["2027-01-01 holiday Feast", "2027-01-02 holiday Feast"])]
#[case::make_up("DTSTART;VALUE=DATE:20270508\r\nCATEGORIES:Work,make_up_workday",
    &["2027-05-08 make_up_workday Feast"])]
#[case::called_off("DTSTART;VALUE=DATE:20270505\r\nSTATUS:CANCELLED", &[])]
#[case::folded("DTSTART;VALUE=D\r\n ATE:202705\r\n\t05", &["2027-05-05 holiday Feast"])]
#[case::outside("DTSTART;VALUE=DATE:20300101", &[])]
#[case::alarm("DTSTART;VALUE=DATE:20270505\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\nEND:VALARM",
    &["2027-05-05 holiday Feast"])]
fn days_of_an_event(#[case] lines: &str, #[case] expected: &[&str]) {
    assert_eq!(read(&event(lines)).unwrap(), expected);
}

#[rstest]
#[case::timed("DTSTART:20270505T090000Z", "not_all_day")]
#[case::in_a_zone("DTSTART;TZID=Asia/Taipei:20270505T090000", "not_all_day")]
#[case::hours("DTSTART;VALUE=DATE:20270505\r\nDURATION:PT1H", "not_all_day")]
#[case::no_date("DTSTART;VALUE=DATE:20270230", "not_all_day")]
#[case::no_digits("DTSTART;VALUE=DATE:+2027050", "not_all_day")]
#[case::far_off("DTSTART;VALUE=DATE:99990101", "not_all_day")]
#[case::without_start("DTEND;VALUE=DATE:20270505", "no_start")]
#[case::backwards(
    "DTSTART;VALUE=DATE:20270505\r\nDTEND;VALUE=DATE:20270501",
    "end_before_start"
)]
#[case::no_time("DTSTART;VALUE=DATE:20270505\r\nDURATION:P0D", "end_before_start")]
#[case::ages("DTSTART;VALUE=DATE:20270505\r\nDTEND;VALUE=DATE:20280505", "too_long")]
#[case::ages("DTSTART;VALUE=DATE:20270505\r\nDURATION:P99999999W", "too_long")]
#[case::weekly(
    "DTSTART;VALUE=DATE:20270505\r\nRRULE:FREQ=WEEKLY",
    "unsupported_recurrence"
)]
#[case::by_day(
    "DTSTART;VALUE=DATE:20270505\r\nRRULE:FREQ=YEARLY;BYDAY=1MO",
    "unsupported_recurrence"
)]
#[case::never(
    "DTSTART;VALUE=DATE:20270505\r\nRRULE:FREQ=YEARLY;COUNT=0",
    "unsupported_recurrence"
)]
#[case::more(
    "DTSTART;VALUE=DATE:20270505\r\nRDATE;VALUE=DATE:20270601",
    "unsupported_recurrence"
)]
fn refused(#[case] lines: &str, #[case] code: &str) {
    let fault = &read(&event(lines)).unwrap_err().0[0];
    assert_eq!((fault.field.as_str(), fault.code.as_str()), ("file", code));
    assert!(fault.detail.starts_with("Line "), "{}", fault.detail);
}

#[rstest]
#[case::empty("", "not_a_calendar")]
#[case::html("<!DOCTYPE html>", "not_a_calendar")]
#[case::cut_off(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270505",
    "not_a_calendar"
)]
#[case::crossed(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT",
    "not_a_calendar"
)]
fn no_calendars(#[case] file: &str, #[case] code: &str) {
    let fault = days(file.as_bytes(), date("2027-01-01"), date("2029-12-31")).unwrap_err();
    assert_eq!(fault.0[0].code, code);
}

#[test]
fn texts_are_made_one_visible_line() {
    let lines = "DTSTART;VALUE=DATE:20270505\r\nSUMMARY;LANGUAGE=\"a:b\":Harbour\\, lights\\nand\u{202e} boats\u{7}";
    assert_eq!(
        read(&event(lines)).unwrap(),
        ["2027-05-05 holiday Harbour, lights and boats"]
    );
    let long = format!(
        "DTSTART;VALUE=DATE:20270505\r\nSUMMARY:{}",
        "長".repeat(5_000)
    );
    assert_eq!(
        read(&event(&long)).unwrap()[0].chars().count(),
        19 + LINE_MAX
    );
}

#[test]
fn two_events_of_a_day_are_one_day() {
    let other = event("DTSTART;VALUE=DATE:20270505\r\nSUMMARY:Fair\r\nCATEGORIES:workday");
    let both = format!(
        "{}\r\n{other}\r\n{other}",
        event("DTSTART;VALUE=DATE:20270505")
    );
    assert_eq!(read(&both).unwrap(), ["2027-05-05 holiday Feast / Fair"]);
}

#[test]
fn limits() {
    let code = |file: &[u8]| {
        let span = (date("2027-01-01"), date("2036-12-31"));
        days(file, span.0, span.1).unwrap_err().0[0].code.clone()
    };
    assert_eq!(code(&vec![b'x'; FILE_MAX + 1]), "too_large");
    assert_eq!(
        code(b"BEGIN:VCALENDAR\r\n\xff\r\nEND:VCALENDAR"),
        "not_utf8"
    );
    // As many long events of every year as fit into a file.
    let one = "BEGIN:VEVENT\nDTSTART:19000101\nDURATION:P60D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    let many = one.repeat((FILE_MAX - 40) / one.len());
    let file = format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n");
    let began = std::time::Instant::now();
    assert_eq!(code(file.as_bytes()), "too_many_days");
    assert!(began.elapsed().as_millis() < 1_000, "{:?}", began.elapsed());
}

proptest! {
    #[test]
    fn no_input_breaks_it(file in prop::collection::vec(any::<u8>(), 0..2_000)) {
        if let Ok(days) = days(&file, date("2027-01-01"), date("2029-12-31")) {
            prop_assert!(days.len() <= DAYS_MAX);
        }
    }

    /// Lines of a calendar in any order.
    #[test]
    fn no_calendar_breaks_it(lines in prop::collection::vec(prop::sample::select(vec![
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM",
        "END:VALARM", "UID:1", "SUMMARY:a\\", "SUMMARY:\u{3164}", "DTSTART;VALUE=DATE:20270229",
        "DTSTART:20280229", "DTEND:20280301", "DTEND:20280101", "DURATION:P1D", "DURATION:PW",
        "DURATION:P18446744073709551615W", "RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;INTERVAL=1000",
        "RRULE:", "EXDATE:20280229,", "EXDATE:20280229", " x", "\t", ":", ";:", "\"", "長:長",
    ]), 0..40)) {
        let file = lines.join("\r\n");
        let span = (date("2027-01-01"), date("2029-12-31"));
        if let Ok(days) = days(file.as_bytes(), span.0, span.1) {
            prop_assert!(days.len() <= DAYS_MAX);
            prop_assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
            for day in days {
                prop_assert!(span.0 <= day.date && day.date <= span.1);
                prop_assert!(day.name.chars().count() <= LINE_MAX);
            }
        }
    }
}
