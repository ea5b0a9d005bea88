use chrono::TimeDelta;
use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn invite(method: Method) -> Invite {
    let at = |text: &str| text.parse().unwrap();
    Invite {
        method,
        uid: "0193b2f0-0000-7000-8000-000000000001@sisterline.example".into(),
        sequence: if method == Method::Cancel { 1 } else { 0 },
        dtstamp: at("2026-11-24T03:00:00Z"),
        starts_at: at("2026-12-16T01:00:00Z"),
        ends_at: at("2026-12-16T01:45:00Z"),
        summary: "港口參訪; \"Harbor\", a visit".into(),
        description: "西雅圖:2026年12月15日週二 下午5:00 GMT-8\n高雄:2026年12月16日週三 上午9:00 GMT+8\n\nC:\\answer".into(),
        location: "https://meet.example/harbor?room=1,2;x".into(),
        url: Some("https://meet.example/harbor?room=1,2;x".into()),
        organizer: Mailbox { name: "Sisterline".into(), email: "visits@sisterline.example".into() },
        attendee: Mailbox {
            name: "林美玲 \"Mei\" ^_^".into(),
            email: "mei+visits@example.tw".into(),
        },
        participation: Participation::NeedsAction,
        reads_replies: true,
        language: Locale::ZhTw,
        status: Status::Confirmed,
    }
}

/// A property as an independent reader sees it: name, parameters, raw value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Property {
    name: String,
    params: Vec<(String, String)>,
    value: String,
}

/// Reads content lines as RFC 5545 3.1 says, checking their outer form on the way.
fn read(ics: &str) -> Vec<Property> {
    assert!(ics.ends_with("\r\n"));
    let lines: Vec<_> = ics.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert_eq!(line.lines().count(), 1, "{line:?}");
    }
    let unfolded = ics.replace("\r\n ", "");
    unfolded
        .strip_suffix("\r\n")
        .unwrap()
        .split("\r\n")
        .map(read_line)
        .collect()
}

fn read_line(line: &str) -> Property {
    let end = line.find([';', ':']).unwrap();
    let (name, mut rest) = line.split_at(end);
    let mut params = vec![];
    while let Some(param) = rest.strip_prefix(';') {
        let (key, tail) = param.split_once('=').unwrap();
        let (value, tail) = match tail.strip_prefix('"') {
            Some(tail) => tail.split_once('"').unwrap(),
            None => tail.split_at(tail.find([';', ':']).unwrap()),
        };
        let value = value
            .replace("^^", "\u{1}")
            .replace("^'", "\"")
            .replace("^n", "\n");
        params.push((key.to_owned(), value.replace('\u{1}', "^")));
        rest = tail;
    }
    let value = rest.strip_prefix(':').unwrap().to_owned();
    Property {
        name: name.to_owned(),
        params,
        value,
    }
}

fn unescape(text: &str) -> String {
    let mut chars = text.chars();
    let mut read = String::new();
    while let Some(c) = chars.next() {
        assert!(c != ',' && c != ';', "not escaped: {text}");
        match c {
            '\\' => match chars.next().unwrap() {
                'n' => read.push('\n'),
                c @ ('\\' | ',' | ';') => read.push(c),
                c => panic!("\\{c} in {text}"),
            },
            c => read.push(c),
        }
    }
    read
}

fn get<'a>(properties: &'a [Property], name: &str) -> &'a Property {
    let mut found = properties.iter().filter(|property| property.name == name);
    let property = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "two of {name}");
    property
}

#[test]
fn the_whole_of_an_invite() {
    let expected = include_str!("request.ics").replace('\n', "\r\n");
    assert_eq!(invite(Method::Request).to_ics(), expected);
}

#[test]
fn a_withdrawal_names_the_same_event_and_people() {
    let (invited, withdrawn) = (invite(Method::Request), invite(Method::Cancel));
    let (invited, withdrawn) = (read(&invited.to_ics()), read(&withdrawn.to_ics()));
    for name in ["UID", "DTSTART", "DTEND", "ORGANIZER"] {
        assert_eq!(get(&invited, name), get(&withdrawn, name));
    }
    assert_eq!(
        get(&invited, "ATTENDEE").value,
        get(&withdrawn, "ATTENDEE").value
    );
    for (name, request, cancel) in [
        ("METHOD", "REQUEST", "CANCEL"),
        ("STATUS", "CONFIRMED", "CANCELLED"),
        ("SEQUENCE", "0", "1"),
        ("TRANSP", "OPAQUE", "TRANSPARENT"),
    ] {
        assert_eq!(get(&invited, name).value, request);
        assert_eq!(get(&withdrawn, name).value, cancel);
    }
    let asks = |properties: &[Property]| {
        get(properties, "ATTENDEE")
            .params
            .contains(&("RSVP".into(), "TRUE".into()))
    };
    assert!(asks(&invited) && !asks(&withdrawn));
}

#[test]
fn an_approval_is_awaited() {
    let tentative = Invite {
        status: Status::Tentative,
        ..invite(Method::Request)
    };
    assert_eq!(get(&read(&tentative.to_ics()), "STATUS").value, "TENTATIVE");
    let withdrawn = Invite {
        status: Status::Tentative,
        ..invite(Method::Cancel)
    };
    assert_eq!(get(&read(&withdrawn.to_ics()), "STATUS").value, "CANCELLED");
}

#[test]
fn what_is_empty_is_left_out() {
    let mut invite = invite(Method::Request);
    invite.description.clear();
    invite.location.clear();
    invite.url = None;
    invite.attendee.name.clear();
    let properties = read(&invite.to_ics());
    for name in ["DESCRIPTION", "LOCATION", "URL", "CONFERENCE"] {
        assert!(
            !properties.iter().any(|property| property.name == name),
            "{name}"
        );
    }
    assert!(
        !get(&properties, "ATTENDEE")
            .params
            .iter()
            .any(|(key, _)| key == "CN")
    );
}

#[rstest]
#[case("plain", "plain")]
#[case("a,b;c\\d", "a\\,b\\;c\\\\d")]
#[case("one\ntwo", "one\\ntwo")]
#[case("one\r\ntwo\rthree\n\nfour", "one\\ntwo\\nthree\\n\\nfour")]
#[case("\r\nATTENDEE:mailto:x@y", "\\nATTENDEE:mailto:x@y")]
#[case("a\u{0}b\u{7}c\u{7f}d\u{9b}e", "abcde")]
#[case("a\tb", "a b")]
#[case("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a\\nb\\nc\\nd\\ne\\nf")]
#[case("\"quotes\": kept", "\"quotes\": kept")]
#[case("訪問 🚢", "訪問 🚢")]
#[case("\\n", "\\\\n")]
fn texts(#[case] given: &str, #[case] written: &str) {
    assert_eq!(text(given), written);
}

#[rstest]
#[case("Mei-Ling Lin", "\"Mei-Ling Lin\"")]
#[case("Lin, Mei; x:y", "\"Lin, Mei; x:y\"")]
#[case("\"Mei\"", "\"^'Mei^'\"")]
#[case("^_^", "\"^^_^^\"")]
#[case("^n", "\"^^n\"")]
#[case("a\r\nATTENDEE:b", "\"a^nATTENDEE:b\"")]
#[case("a\u{0}\u{1b}b", "\"ab\"")]
#[case("back\\slash", "\"back\\slash\"")]
fn parameters(#[case] given: &str, #[case] written: &str) {
    assert_eq!(quoted(given), written);
}

#[rstest]
#[case("mei@example.tw", "mailto:mei@example.tw")]
#[case("o'brien+visits@example.org", "mailto:o'brien+visits@example.org")]
#[case(
    "a?b&c=d#e%f/g@example.org",
    "mailto:a%3Fb%26c%3Dd%23e%25f%2Fg@example.org"
)]
#[case("a\r\nX:y@example.org", "mailto:aX:y@example.org")]
#[case("美玲@example.tw", "mailto:%E7%BE%8E%E7%8E%B2@example.tw")]
fn addresses(#[case] email: &str, #[case] written: &str) {
    let mailbox = Mailbox {
        name: String::new(),
        email: email.into(),
    };
    assert_eq!(address(&mailbox), format!(":{written}"));
}

#[rstest]
#[case(
    "https://meet.example/a?b=c,d;e#f",
    Some("https://meet.example/a?b=c,d;e#f")
)]
#[case("HTTP://[::1]:8080/~x%20y", Some("HTTP://[::1]:8080/~x%20y"))]
#[case(
    "https://x.example/a b\"<>\\^",
    Some("https://x.example/a%20b%22%3C%3E%5C%5E")
)]
#[case(
    "https://x.example/\r\nATTENDEE:y",
    Some("https://x.example/ATTENDEE:y")
)]
#[case("https://x.example/訪", Some("https://x.example/%E8%A8%AA"))]
#[case("javascript:alert(1)", None)]
#[case("javascript://x/%0aalert(1)", None)]
#[case("meet.example/harbor", None)]
#[case("", None)]
fn web_addresses(#[case] url: &str, #[case] written: Option<&str>) {
    assert_eq!(web_uri(url).as_deref(), written);
}

#[rstest]
#[case::fits(75, &[75])]
#[case::one_over(76, &[75, 2])]
#[case::two_full(75 + 74, &[75, 75])]
#[case::three(75 + 74 + 1, &[75, 75, 2])]
fn folds(#[case] length: usize, #[case] lines: &[usize]) {
    let mut writer = Writer::default();
    writer.line(&"x".repeat(length));
    let lengths: Vec<_> = writer.0.split_terminator("\r\n").map(str::len).collect();
    assert_eq!(lengths, lines);
}

#[test]
fn folds_never_split_a_character() {
    for lead in 0..4 {
        let line = format!("{}{}", "x".repeat(lead), "🚢".repeat(60));
        let mut writer = Writer::default();
        writer.line(&line);
        assert!(
            writer
                .0
                .split_terminator("\r\n")
                .all(|line| line.len() <= 75)
        );
        assert_eq!(writer.0.replace("\r\n ", "").trim_end(), line);
    }
}

/// Texts full of what breaks calendars.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<String>(),
        Just("\r\n".to_owned()),
        Just("\r\nATTENDEE;CN=x:mailto:evil@example.org".to_owned()),
        Just("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n ".to_owned()),
        Just("\u{2028}\u{85}\u{b}\n\r".to_owned()),
        Just("\";:,^'^n^^\\\\n\\".to_owned()),
        Just("參訪🚢".repeat(9)),
    ];
    prop::collection::vec(pieces, 0..5).prop_map(|pieces| pieces.concat())
}

/// A text as a reader should get it back, computed another way than the writer does.
fn expected(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.replace(breaks, "\n")
        .replace(|c: char| c.is_control() && c != '\n', "")
}

proptest! {
    #[test]
    fn nothing_gets_in_and_nothing_is_lost(
        uid in nasty(),
        summary in nasty(),
        description in nasty(),
        location in nasty(),
        link in nasty(),
        names in (nasty(), nasty()),
        emails in (nasty(), nasty()),
        sequence in any::<u32>(),
        starts in 0_i64..253_402_300_799,
        cancel in any::<bool>(),
        (has_url, tentative) in any::<(bool, bool)>(),
    ) {
        let starts_at = DateTime::from_timestamp(starts, 0).unwrap();
        let invite = Invite {
            method: if cancel { Method::Cancel } else { Method::Request },
            uid, sequence, summary, description, location,
            dtstamp: starts_at - TimeDelta::days(1),
            starts_at,
            ends_at: starts_at,
            url: has_url.then(|| format!("https://{link}")),
            organizer: Mailbox { name: names.0, email: emails.0 },
            attendee: Mailbox { name: names.1, email: emails.1 },
            participation: Participation::Declined,
            reads_replies: false,
            language: Locale::En,
            status: if tentative { Status::Tentative } else { Status::Confirmed },
        };
        let properties = read(&invite.to_ics());

        let mut names = vec![
            "BEGIN", "PRODID", "VERSION", "CALSCALE", "METHOD", "BEGIN", "UID", "DTSTAMP",
            "SEQUENCE", "DTSTART", "DTEND", "SUMMARY",
        ];
        names.extend((!invite.description.is_empty()).then_some("DESCRIPTION"));
        names.extend((!invite.location.is_empty()).then_some("LOCATION"));
        names.extend(has_url.then_some(["URL", "CONFERENCE"]).into_iter().flatten());
        names.extend(["ORGANIZER", "ATTENDEE", "STATUS", "TRANSP", "END", "END"]);
        let found: Vec<_> = properties.iter().map(|property| property.name.as_str()).collect();
        prop_assert_eq!(found, names);

        let texts = [
            ("UID", &invite.uid),
            ("SUMMARY", &invite.summary),
            ("DESCRIPTION", &invite.description),
            ("LOCATION", &invite.location),
        ];
        for (name, given) in texts.iter().filter(|(_, given)| !given.is_empty()) {
            prop_assert_eq!(unescape(&get(&properties, name).value), expected(given));
        }
        for (name, mailbox) in [("ORGANIZER", &invite.organizer), ("ATTENDEE", &invite.attendee)] {
            let property = get(&properties, name);
            let cn: Vec<_> = property.params.iter().filter(|(key, _)| key == "CN").collect();
            let wanted = Some(expected(&mailbox.name)).filter(|_| !mailbox.name.is_empty());
            prop_assert_eq!(cn.into_iter().map(|(_, value)| value).next(), wanted.as_ref());
            let fixed = property.params.iter().filter(|(key, _)| key != "CN").count();
            prop_assert_eq!(fixed, match (name, cancel) {
                ("ORGANIZER", _) => 0,
                (_, true) => 2,
                (_, false) => 4,
            });
            prop_assert!(property.value.starts_with("mailto:") && property.value.is_ascii());
        }
        let read_back = chrono::NaiveDateTime::parse_from_str(
            &get(&properties, "DTSTART").value, "%Y%m%dT%H%M%SZ",
        ).unwrap();
        prop_assert_eq!(read_back.and_utc(), starts_at);
        prop_assert_eq!(get(&properties, "SEQUENCE").value.parse(), Ok(sequence));
    }
}
