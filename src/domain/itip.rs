//! What a calendar answers to an invite (RFC 5546): a `REPLY`, or a `COUNTER` with another time.
//!
//! Reads one event and nothing else. Whatever a file holds, reading it ends with an answer or with
//! nothing: what calendars send is tolerated as far as it has one meaning.

use chrono::{DateTime, Utc};

use super::answer::{NOTE_MAX, Participation};
use super::ics::line::{ContentLine, lines};
use super::ics::stamp::Stamp;
use super::ics::unescaped;
use super::ics::zones::{OwnZones, exact};
use super::input::is_forbidden;
use super::zone::ZoneData;

/// Largest object that is read, in bytes.
pub const OBJECT_MAX: usize = 256 * 1024;
/// Most attendees of an event that are read.
const ATTENDEES_MAX: usize = 200;

/// What is asked by a calendar object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Somebody says whether they come.
    Reply,
    /// Somebody proposes another time.
    Counter,
}

/// A calendar's answer about one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it is.
    pub method: Method,
    /// The event's UID.
    pub uid: String,
    /// The SEQUENCE that is answered, where it says so.
    pub sequence: Option<i32>,
    /// The DTSTAMP of the answer.
    pub stamp: Option<DateTime<Utc>>,
    /// Who answers what, by mail address; an answer has one, but some calendars send all.
    pub people: Vec<(String, Option<Participation>)>,
    /// The organizer's address, with the token that we gave it.
    pub organizer: String,
    /// What they wrote beside, maybe empty.
    pub note: String,
    /// When it begins, as the calendar writes it.
    pub start: Option<Stamp>,
    /// When it ends.
    pub end: Option<Stamp>,
    /// The rules of its clocks that the calendar sent along.
    zones: OwnZones,
}

/// Reads a calendar object; `method` is what the mail part said, for calendars that leave it out of
/// the object. Nothing where it is no answer.
pub fn read(text: &str, method: Option<&str>) -> Option<Answer> {
    if text.len() > OBJECT_MAX {
        return None;
    }
    let (mut inside, mut said, mut event) = (Vec::<String>::new(), None, None::<Answer>);
    let (mut zones, mut is_over) = (OwnZones::default(), false);
    for line in lines(text) {
        match (line.name.as_str(), inside.last().map(String::as_str)) {
            ("BEGIN", within) => {
                let component = line.value.to_ascii_uppercase();
                zones.begin(&component, within);
                if component == "VEVENT" && event.is_none() {
                    event = Some(empty());
                }
                inside.push(component);
            }
            ("END", last) => {
                // Only the first event counts.
                is_over |= last == Some("VEVENT");
                inside.pop();
            }
            ("METHOD", Some("VCALENDAR")) => said = Some(line.value.clone()),
            (_, Some("VEVENT")) if !is_over => {
                if let Some(event) = event.as_mut() {
                    event.take(&line);
                }
            }
            (_, other) => zones.take(&line, other),
        }
    }
    let method = said.as_deref().or(method)?.trim().to_ascii_uppercase();
    let method = match method.as_str() {
        "REPLY" => Method::Reply,
        "COUNTER" => Method::Counter,
        _ => return None,
    };
    let answer = Answer {
        method,
        zones,
        ..event?
    };
    (!answer.uid.is_empty()).then_some(answer)
}

fn empty() -> Answer {
    Answer {
        method: Method::Reply,
        uid: String::new(),
        sequence: None,
        stamp: None,
        people: Vec::new(),
        organizer: String::new(),
        note: String::new(),
        start: None,
        end: None,
        zones: OwnZones::default(),
    }
}

impl Answer {
    /// When it begins and ends. Nothing where one of them cannot be read: of a zone that is known
    /// neither to us nor to the calendar, and of a clock that is skipped or comes twice, nobody
    /// knows what is meant.
    pub fn times(&self, data: &ZoneData) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let at = |stamp: &Stamp| exact(stamp, &self.zones, data);
        Some((at(self.start.as_ref()?)?, at(self.end.as_ref()?)?))
    }

    fn take(&mut self, line: &ContentLine) {
        match line.name.as_str() {
            "UID" => self.uid = unescaped(&line.value).trim().to_owned(),
            "SEQUENCE" => self.sequence = line.value.parse().ok(),
            "DTSTAMP" => {
                self.stamp = match Stamp::of(line) {
                    Some(Stamp::Utc(clock)) => Some(clock.and_utc()),
                    _ => None,
                };
            }
            "DTSTART" => self.start = Stamp::of(line),
            "DTEND" => self.end = Stamp::of(line),
            "ORGANIZER" => self.organizer = address(&line.value),
            "COMMENT" => self.note = plain(&unescaped(&line.value)),
            "ATTENDEE" if self.people.len() < ATTENDEES_MAX => {
                let answer = line.parameter("PARTSTAT");
                let answer = answer.and_then(|word| word.to_ascii_lowercase().parse().ok());
                self.people.push((address(&line.value), answer));
            }
            _ => {}
        }
    }
}

/// The mail address of a `mailto:` URI, with its plus sign.
fn address(value: &str) -> String {
    let value = value.trim();
    let scheme = value
        .get(..7)
        .is_some_and(|s| s.eq_ignore_ascii_case("mailto:"));
    let address = match scheme {
        true => value.get(7..).unwrap_or_default(),
        false => value,
    };
    let address = address.split('?').next().unwrap_or_default();
    address
        .replace("%2B", "+")
        .replace("%2b", "+")
        .replace("%40", "@")
}

/// One line with nothing invisible in it, and no longer than a note may be.
fn plain(text: &str) -> String {
    let visible = text.chars().map(|c| if is_forbidden(c) { ' ' } else { c });
    let words: String = visible.take(NOTE_MAX * 2).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(NOTE_MAX).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const REPLY: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\n\
        TZID:X\r\nBEGIN:STANDARD\r\nDTSTART:16010101T020000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:1@sisterline\r\nSEQUENCE:2\r\nDTSTAMP:20261201T010203Z\r\n\
        ORGANIZER;CN=\"A: b; c\":MAILTO:visits%2Bxyz@example.org\r\n\
        ATTENDEE;CN=\"Ann; \r\n Lee\";PARTSTAT=DECLINED:MAILTO:Ann@Example.org\r\n\
        COMMENT:Sorry\\, no\\n time\r\nBEGIN:VALARM\r\nUID:other\r\nEND:VALARM\r\n\
        DTSTART;TZID=\"Asia/Taipei\":20261216T090000\r\nDTEND:20261216T020000Z\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:2@sisterline\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    #[test]
    fn an_answer_is_read_whatever_stands_around_it() {
        let answer = read(REPLY, None).unwrap();
        assert_eq!(answer.method, Method::Reply);
        assert_eq!(answer.uid, "1@sisterline");
        assert_eq!(answer.sequence, Some(2));
        assert_eq!(answer.stamp, Some("2026-12-01T01:02:03Z".parse().unwrap()));
        assert_eq!(answer.organizer, "visits+xyz@example.org");
        let ann = ("Ann@Example.org".to_owned(), Some(Participation::Declined));
        assert_eq!(answer.people, [ann]);
        assert_eq!(answer.note, "Sorry, no time");
        assert_eq!(
            answer.times(&ZoneData::bundled()),
            Some((at("2026-12-16T01:00:00Z"), at("2026-12-16T02:00:00Z")))
        );
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// What a proposal from `start` on means, of which the calendar says these `zones`.
    fn proposed(zones: &str, start: &str) -> Option<String> {
        let object = format!(
            "BEGIN:VCALENDAR\r\nMETHOD:COUNTER\r\n{zones}BEGIN:VEVENT\r\nUID:1\r\n\
             DTSTART{start}\r\nDTEND:20301231T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let (from, _) = read(&object, None)?.times(&ZoneData::bundled())?;
        Some(from.format("%m-%dT%H:%M").to_string())
    }

    /// A clock two hours ahead of UTC, and three from the end of March to that of October.
    fn own_zone(name: &str) -> String {
        format!(
            "BEGIN:VTIMEZONE\r\nTZID:{name}\r\n\
             BEGIN:STANDARD\r\nDTSTART:16010101T040000\r\nTZOFFSETFROM:+0300\r\n\
             TZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
             BEGIN:DAYLIGHT\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n\
             TZOFFSETTO:+0300\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n\
             END:VTIMEZONE\r\n"
        )
    }

    #[rstest]
    #[case::utc(":20261216T010000Z", Some("12-16T01:00"))]
    #[case::iana(";TZID=America/Los_Angeles:20261215T170000", Some("12-16T01:00"))]
    #[case::windows(";TZID=\"Pacific Standard Time\":20261215T170000", Some("12-16T01:00"))]
    #[case::windows_in_summer(";TZID=Pacific Standard Time:20260715T170000", Some("07-16T00:00"))]
    #[case::own_rules(";TZID=Customized Time Zone:20261216T030000", Some("12-16T01:00"))]
    #[case::own_rules_in_summer(";TZID=Customized Time Zone:20260716T030000", Some("07-16T00:00"))]
    #[case::around_their_changes(";TZID=Customized Time Zone:20260329T025900", Some("03-29T00:59"))]
    #[case::skipped_by_them(";TZID=Customized Time Zone:20260329T033000", None)]
    #[case::after_it(";TZID=Customized Time Zone:20260329T040000", Some("03-29T01:00"))]
    #[case::before_the_hour(";TZID=Customized Time Zone:20261025T025900", Some("10-24T23:59"))]
    #[case::twice_by_them(";TZID=Customized Time Zone:20261025T033000", None)]
    #[case::after_the_hour(";TZID=Customized Time Zone:20261025T040000", Some("10-25T02:00"))]
    #[case::unknown(";TZID=Middle Earth:20261216T030000", None)]
    #[case::floating(":20261216T030000", None)]
    #[case::whole_day(";VALUE=DATE:20261216", None)]
    #[case::skipped(";TZID=Pacific Standard Time:20260308T023000", None)]
    #[case::twice(";TZID=Pacific Standard Time:20261101T013000", None)]
    fn a_time_is_read_where_it_has_one_meaning(#[case] start: &str, #[case] means: Option<&str>) {
        let zones = own_zone("Customized Time Zone");
        assert_eq!(proposed(&zones, start).as_deref(), means);
    }

    /// A zone that is known counts before what the calendar says of it, which may be years old.
    #[test]
    fn a_name_counts_before_its_rules() {
        let start = ";TZID=Pacific Standard Time:20261215T170000";
        for zones in [String::new(), own_zone("Pacific Standard Time")] {
            assert_eq!(proposed(&zones, start).as_deref(), Some("12-16T01:00"));
        }
    }

    /// A clock of its own, of these parts: whether it is daylight, what else it has, and its offset.
    fn zone_of(parts: &[(bool, &str, &str)]) -> String {
        let parts = parts.iter().map(|(daylight, lines, to)| {
            let kind = if *daylight { "DAYLIGHT" } else { "STANDARD" };
            format!("BEGIN:{kind}\r\n{lines}\r\nTZOFFSETTO:{to}\r\nEND:{kind}\r\n")
        });
        let parts: String = parts.collect();
        format!("BEGIN:VTIMEZONE\r\nTZID:X\r\n{parts}END:VTIMEZONE\r\n")
    }

    #[test]
    fn rules_that_have_ended_hold_on_in_their_order() {
        let zone = zone_of(&[
            (
                false,
                "DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20151025T000000Z",
                "+0200",
            ),
            (
                true,
                "DTSTART:19970330T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20150329T000000Z",
                "+0300",
            ),
        ]);
        let means = proposed(&zone, ";TZID=X:20261216T030000");
        assert_eq!(means.as_deref(), Some("12-16T01:00"));
    }

    #[rstest]
    #[case::a_rule_that_is_not_understood(
        "DTSTART:19970330T020000\r\nRRULE:FREQ=YEARLY;BYWEEKNO=13"
    )]
    #[case::no_start("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")]
    fn what_is_not_understood_is_not_guessed(#[case] daylight: &str) {
        let winter = "DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU";
        let zone = zone_of(&[(false, winter, "+0200"), (true, daylight, "+0300")]);
        assert_eq!(proposed(&zone, ";TZID=X:20260716T030000"), None);
    }

    /// However many changes of how many clocks somebody writes, and with which rules: some thousand steps.
    #[rstest]
    #[case("DTSTART:16010101T020000\r\nRRULE:FREQ=DAILY;COUNT=20000", 1_000)]
    #[case("DTSTART:19700101T020000\r\nRRULE:FREQ=DAILY", 1)]
    #[case("DTSTART:19700101T020000", 1_001)]
    fn a_clock_with_more_changes_than_any_has_is_none(#[case] part: &str, #[case] times: usize) {
        let zone = zone_of(&vec![(false, part, "+0200"); times]);
        assert_eq!(proposed(&zone, ";TZID=X:20261215T170000"), None);
    }

    #[test]
    fn a_file_with_more_zones_than_any_has_is_asked_for_none() {
        let part = [(false, "DTSTART:19700101T020000", "+0200")];
        let start = ";TZID=X:20261216T030000";
        assert!(proposed(&zone_of(&part), start).is_some());
        assert_eq!(proposed(&zone_of(&part).repeat(201), start), None);
    }

    #[test]
    fn the_method_may_come_from_the_mail_and_has_to_be_an_answer() {
        let without = REPLY.replace("METHOD:REPLY\r\n", "");
        assert!(read(&without, None).is_none());
        assert!(read(&without, Some("reply")).is_some());
        let counter = REPLY.replace("METHOD:REPLY", "METHOD:COUNTER");
        assert_eq!(read(&counter, None).unwrap().method, Method::Counter);
        for other in ["REQUEST", "CANCEL", "PUBLISH", ""] {
            let other = REPLY.replace("METHOD:REPLY", &format!("METHOD:{other}"));
            assert!(
                read(&other, Some("REPLY")).is_none(),
                "the object's own word counts"
            );
        }
        assert!(read(&REPLY.replace("UID:1@sisterline", "X:1"), None).is_none());
    }
}
