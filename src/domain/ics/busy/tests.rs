use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::domain::busy::is_busy;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn whole(parts: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{parts}\r\nEND:VCALENDAR\r\n")
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\r\nUID:1@example.org\r\n{lines}\r\nEND:VEVENT")
}

/// How Taipei reads a calendar from December 2026 to April 2027.
fn read(file: &[u8]) -> Result<Reading, Unreadable> {
    let zones = ZoneData::bundled();
    let home = zones.zone("Asia/Taipei").unwrap();
    let frame = Frame {
        zones: &zones,
        home: &home,
        from: at("2026-12-01T00:00:00Z"),
        to: at("2027-04-30T00:00:00Z"),
        is_own: &|uid| uid.ends_with("@sisterline"),
    };
    busy_times(file, &frame)
}

/// The busy times of these parts, as `start/end` without years and seconds, and what was skipped.
fn told(parts: &str) -> (Vec<String>, usize) {
    let reading = read(whole(parts).as_bytes()).unwrap();
    let short = |at: DateTime<Utc>| at.format("%m-%dT%H:%M").to_string();
    let one = |time: &BusyTime| format!("{}/{}", short(time.starts_at), short(time.ends_at));
    (reading.times.iter().map(one).collect(), reading.skipped)
}

#[rstest]
#[case::utc("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z", &["01-05T09:00/01-05T10:00"])]
#[case::zone("DTSTART;TZID=Asia/Tokyo:20270105T090000\r\nDTEND;TZID=Asia/Tokyo:20270105T100000",
    &["01-05T00:00/01-05T01:00"])]
#[case::quoted_zone("DTSTART;TZID=\"Europe/Berlin\":20270105T090000\r\nDURATION:PT90M",
    &["01-05T08:00/01-05T09:30"])]
#[case::windows_zone("DTSTART;TZID=W. Europe Standard Time:20270705T090000\r\n\
    RDATE;TZID=W. Europe Standard Time:20270105T090000\r\nDURATION:PT1H",
    &["01-05T08:00/01-05T09:00"])]
#[case::zone_behind_a_path(
    "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Prague:20270105T090000\r\nDURATION:PT1H",
    &["01-05T08:00/01-05T09:00"])]
#[case::floating_is_home("DTSTART:20270105T090000\r\nDTEND:20270105T100000",
    &["01-05T01:00/01-05T02:00"])]
#[case::whole_day_is_home("DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270107",
    &["01-04T16:00/01-06T16:00"])]
#[case::day_without_end("DTSTART;VALUE=DATE:20270105", &["01-04T16:00/01-05T16:00"])]
#[case::day_that_ends_itself("DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270105",
    &["01-04T16:00/01-05T16:00"])]
#[case::moment("DTSTART:20270105T090000Z", &[])]
#[case::backwards("DTSTART:20270105T090000Z\r\nDTEND:20270105T080000Z", &[])]
#[case::free("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\nTRANSP:TRANSPARENT", &[])]
#[case::free_for_outlook("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\n\
    X-MICROSOFT-CDO-BUSYSTATUS:FREE", &[])]
#[case::cancelled("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\nSTATUS:CANCELLED", &[])]
#[case::tentative("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\nSTATUS:TENTATIVE",
    &["01-05T09:00/01-05T10:00"])]
#[case::began_before_the_window("DTSTART:20261115T000000Z\r\nDTEND:20261203T120000Z",
    &["12-01T00:00/12-03T12:00"])]
#[case::weekly_since_long("DTSTART;TZID=America/Los_Angeles:20050104T090000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T170000Z",
    &["12-01T17:00/12-01T18:00", "12-08T17:00/12-08T18:00", "12-15T17:00/12-15T18:00"])]
#[case::counts_from_its_start("DTSTART:20261128T090000Z\r\nDTEND:20261128T100000Z\r\n\
    RRULE:FREQ=DAILY;COUNT=5", &["12-01T09:00/12-01T10:00", "12-02T09:00/12-02T10:00"])]
#[case::across_a_clock_change("DTSTART;TZID=Europe/Berlin:20270321T090000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=WEEKLY;COUNT=2", &["03-21T08:00/03-21T09:00", "03-28T07:00/03-28T08:00"])]
#[case::without_some("DTSTART;TZID=Asia/Taipei:20270104T090000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=Asia/Taipei:20270105T090000,20270106T090000",
    &["01-04T01:00/01-04T02:00", "01-07T01:00/01-07T02:00"])]
#[case::outlooks_first_monday("DTSTART:20261207T090000Z\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=3",
    &["12-07T09:00/12-07T10:00", "01-04T09:00/01-04T10:00", "02-01T09:00/02-01T10:00"])]
#[case::last_workday("DTSTART:20261231T090000Z\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20270131",
    &["12-31T09:00/12-31T10:00", "01-29T09:00/01-29T10:00"])]
#[case::until_by_the_clock("DTSTART;TZID=Asia/Taipei:20270104T090000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=DAILY;UNTIL=20270105T090000",
    &["01-04T01:00/01-04T02:00", "01-05T01:00/01-05T02:00"])]
#[case::also("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\n\
    RDATE;VALUE=PERIOD:20270107T090000Z/PT1H", 
    &["01-05T09:00/01-05T10:00", "01-07T09:00/01-07T10:00"])]
#[case::alarms_are_no_events("DTSTART:20270105T090000Z\r\nDTEND:20270105T100000Z\r\n\
    BEGIN:VALARM\r\nDURATION:PT9H\r\nEND:VALARM", &["01-05T09:00/01-05T10:00"])]
#[case::out_of_the_window("DTSTART:20290105T090000Z\r\nDTEND:20290105T100000Z", &[])]
fn an_event_is_busy(#[case] lines: &str, #[case] expected: &[&str]) {
    assert_eq!(
        told(&event(lines)),
        (expected.iter().map(|s| (*s).to_owned()).collect(), 0)
    );
}

/// As Google writes a repeating event of which one was moved and one called off.
#[test]
fn google() {
    let parts = "PRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nX-WR-TIMEZONE:Asia/Taipei\r\n\
        BEGIN:VEVENT\r\nDTSTART;TZID=Asia/Taipei:20270104T100000\r\n\
        DTEND;TZID=Asia/Taipei:20270104T110000\r\nRRULE:FREQ=WEEKLY;WKST=SU;COUNT=4;BYDAY=MO\r\n\
        DTSTAMP:20261120T000000Z\r\nUID:abc@google.com\r\nSUMMARY:Secret\r\nTRANSP:OPAQUE\r\n\
        END:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART;TZID=Asia/Taipei:20270112T150000\r\n\
        DTEND;TZID=Asia/Taipei:20270112T160000\r\nUID:abc@google.com\r\n\
        RECURRENCE-ID;TZID=Asia/Taipei:20270111T100000\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTART:20270118T020000Z\r\nDTEND:20270118T030000Z\r\nUID:abc@google.com\r\n\
        RECURRENCE-ID:20270118T020000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT";
    let times = [
        "01-04T02:00/01-04T03:00",
        "01-12T07:00/01-12T08:00",
        "01-25T02:00/01-25T03:00",
    ];
    assert_eq!(told(parts), (times.map(str::to_owned).into(), 0));
}

/// As Outlook writes it: a zone of its own name with rules beside it, folded lines, an all-day
/// event that is free.
#[test]
fn outlook() {
    let parts = "METHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n\
        BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E008\r\nSUMMARY:Bus\r\n y\r\n\
        DTSTART;TZID=Customized Time Zone:20270326T0900\r\n 00\r\n\
        DTEND;TZID=Customized Time Zone:20270326T100000\r\nRRULE:FREQ=DAILY;COUNT=4\r\n\
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270329\r\nDTEND;VALUE=DATE:20270330\r\n\
        TRANSP:TRANSPARENT\r\nEND:VEVENT";
    let (times, skipped) = told(parts);
    let expected = [
        "03-26T08:00/03-26T09:00",
        "03-27T08:00/03-27T09:00",
        "03-28T07:00/03-28T08:00",
        "03-29T07:00/03-29T08:00",
    ];
    assert_eq!((times, skipped), (expected.map(str::to_owned).into(), 0));
}

/// As iCloud writes it: a known zone with a VTIMEZONE that is believed less than what we know.
#[test]
fn icloud() {
    let parts = "PRODID:-//Apple Inc.//iCloud//EN\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\n\
        X-LIC-LOCATION:Asia/Seoul\r\nBEGIN:STANDARD\r\nDTSTART:19880101T000000\r\n\
        TZOFFSETFROM:+1000\r\nTZOFFSETTO:+1000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:E1\r\nDTSTART;TZID=Asia/Seoul:20270301T090000\r\n\
        DTEND;TZID=Asia/Seoul:20270301T093000\r\nEND:VEVENT";
    assert_eq!(told(parts), (vec!["03-01T00:00/03-01T00:30".to_owned()], 0));
}

#[test]
fn free_busy_components() {
    let parts = "BEGIN:VFREEBUSY\r\nDTSTART:20270101T000000Z\r\n\
        FREEBUSY;FBTYPE=BUSY:20270105T090000Z/20270105T100000Z,20270105T100000Z/PT30M\r\n\
        FREEBUSY;FBTYPE=FREE:20270106T090000Z/PT1H\r\n\
        FREEBUSY:20270107T090000Z/PT1H\r\nEND:VFREEBUSY";
    let expected = ["01-05T09:00/01-05T10:30", "01-07T09:00/01-07T10:00"];
    assert_eq!(told(parts), (expected.map(str::to_owned).into(), 0));
}

#[test]
fn our_own_visits_block_nothing() {
    let own = "BEGIN:VEVENT\r\nUID:0193f8a0@sisterline\r\nDTSTART:20270105T090000Z\r\n\
        DTEND:20270105T100000Z\r\nEND:VEVENT";
    assert_eq!(told(own), (vec![], 0));
}

/// Busy times of ours, whose name may come behind what it names, beside somebody else's.
#[test]
fn our_own_busy_times_block_nothing() {
    let part = |from: &str, uid: &str| {
        format!("BEGIN:VFREEBUSY\r\nFREEBUSY:{from}/PT1H\r\nUID:{uid}\r\nEND:VFREEBUSY\r\n")
    };
    let both = part("20270105T090000Z", "0193f8a0@sisterline")
        + &part("20270106T090000Z", "1@example.org");
    assert_eq!(told(&both), (vec!["01-06T09:00/01-06T10:00".to_owned()], 0));
}

#[test]
fn what_is_not_understood_is_counted_and_its_first_time_counts() {
    let odd = event(
        "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=SECONDLY;BYWEEKNO=3\r\n\
         EXDATE:rubbish",
    );
    assert_eq!(told(&odd), (vec!["01-05T09:00/01-05T10:00".to_owned()], 1));
    let nowhere = event("DTSTART;TZID=Middle Earth:20270105T090000\r\nDURATION:PT1H");
    assert_eq!(
        told(&nowhere),
        (vec!["01-05T01:00/01-05T02:00".to_owned()], 1)
    );
}

#[rstest]
#[case::nothing("", Unreadable::NotACalendar)]
#[case::a_page("<html><body>Sign in</body></html>", Unreadable::NotACalendar)]
#[case::cut_off(
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2027",
    Unreadable::NotACalendar
)]
#[case::crossed(
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT",
    Unreadable::NotACalendar
)]
fn no_calendar(#[case] file: &str, #[case] why: Unreadable) {
    assert_eq!(read(file.as_bytes()), Err(why));
}

#[test]
fn what_is_too_much_is_refused_in_time() {
    let daily = event("DTSTART:19000101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;COUNT=20000");
    let many = whole(&daily.replace("END:VEVENT", "END:VEVENT\r\n").repeat(3_000));
    let answer = read(many.as_bytes());
    assert_eq!(answer, Err(Unreadable::TooMany));
    let events = whole(&"BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(EVENTS_MAX + 1));
    assert_eq!(read(events.as_bytes()), Err(Unreadable::TooMany));
    let deep = format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:X\r\n".repeat(20));
    assert_eq!(read(deep.as_bytes()), Err(Unreadable::TooMany));
    assert_eq!(read(&vec![b'x'; FILE_MAX + 1]), Err(Unreadable::TooLarge));
}

const SEED: &str = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\n\
    DTSTART:20001029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
    BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=X:20270105T090000\r\nDURATION:P1DT2H\r\n\
    RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;BYSETPOS=-1;COUNT=9\r\n\
    EXDATE;TZID=X:20270301T090000\r\nRDATE;VALUE=DATE:20270202\r\nEND:VEVENT\r\n\
    BEGIN:VFREEBUSY\r\nFREEBUSY:20270107T090000Z/PT1H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_the_bytes_are_it_answers(
        changes in prop::collection::vec((0..SEED.len(), any::<u8>(), 0_u8..3), 0..12),
    ) {
        let mut bytes = SEED.as_bytes().to_vec();
        for (place, byte, how) in changes {
            let place = place.min(bytes.len() - 1);
            match how {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, b"0123456789;:=,-TZP\r\n"[usize::from(byte) % 20]),
                _ => { bytes.remove(place); }
            }
        }
        if let Ok(reading) = read(&bytes) {
            let times = reading.times;
            prop_assert!(times.iter().all(|time| time.starts_at < time.ends_at));
            prop_assert!(times.windows(2).all(|two| two[0].ends_at < two[1].starts_at));
        }
    }

    #[test]
    fn slots_are_busy_where_some_event_overlaps(
        events in prop::collection::vec((0_i64..2_000, 1_i64..300), 0..15),
        slot in 0_i64..2_300,
    ) {
        let minute = |m: i64| at("2027-01-01T00:00:00Z") + chrono::Duration::minutes(m);
        let written = |m: i64| minute(m).format("%Y%m%dT%H%M%SZ").to_string();
        let parts: String = events.iter().map(|(start, long)| {
            let (from, to) = (written(*start), written(start + long));
            format!("BEGIN:VEVENT\r\nDTSTART:{from}\r\nDTEND:{to}\r\nEND:VEVENT\r\n")
        }).collect();
        let times = read(whole(&parts).as_bytes()).unwrap().times;
        let (from, to) = (minute(slot), minute(slot + 45));
        let brute = events.iter().any(|(start, long)| minute(*start) < to && minute(start + long) > from);
        prop_assert_eq!(is_busy(&times, from, to), brute);
    }
}
