use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rstest::rstest;

use super::*;
use crate::domain::booking::Part;
use crate::domain::id::{Id, LetterId};
use crate::domain::letter::LetterKind;
use crate::domain::letter::Visit;
use crate::domain::locale::Locale;
use crate::mail::fixtures::*;

/// A part of a message as a reader sees it.
#[derive(Debug)]
struct Parsed {
    headers: Vec<(String, String)>,
    body: String,
    parts: Vec<Parsed>,
}

impl Parsed {
    /// Reads a message by RFC 5322 2 and RFC 2046 5.1.1, strictly.
    fn read(raw: &str) -> Self {
        assert!(
            !raw.replace("\r\n", "").contains(['\r', '\n']),
            "a line break of half"
        );
        let (head, body) = raw.split_once("\r\n\r\n").unwrap();
        let unfolded = head.replace("\r\n ", " ");
        let headers: Vec<_> = unfolded
            .split("\r\n")
            .map(|line| {
                line.split_once(": ")
                    .unwrap_or_else(|| panic!("no header: {line}"))
            })
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut part = Self {
            headers,
            body: body.to_owned(),
            parts: vec![],
        };
        if let Some(boundary) = part.header("Content-Type").split("boundary=\"").nth(1) {
            let delimiter = format!("--{}", boundary.strip_suffix('"').unwrap());
            let inner = body.strip_prefix(&format!("{delimiter}\r\n")).unwrap();
            let (inner, _) = inner.split_once(&format!("{delimiter}--")).unwrap();
            let inner = inner.strip_suffix("\r\n").unwrap();
            part.parts = inner
                .split(&format!("\r\n{delimiter}\r\n"))
                .map(Self::read)
                .collect();
        }
        part
    }

    fn all(&self, name: &str) -> Vec<&str> {
        let named = self
            .headers
            .iter()
            .filter(|(n, _)| n.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.as_str()).collect()
    }

    fn header(&self, name: &str) -> &str {
        self.all(name).first().copied().unwrap_or_default()
    }

    fn kind(&self) -> &str {
        self.header("Content-Type").split(';').next().unwrap()
    }

    fn decoded(&self) -> String {
        assert_eq!(self.header("Content-Transfer-Encoding"), "base64");
        let bytes = STANDARD.decode(self.body.replace("\r\n", "")).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}

/// RFC 8058: on reminders, and never on what everybody has to get.
#[test]
fn a_list_is_left_with_one_click() {
    for kind in LetterKind::ALL {
        if !matches!(
            kind.as_str(),
            "visit_confirmed" | "visit_cancelled" | "visit_reminder" | "visit_soon"
        ) {
            continue;
        }
        let reader = reader(Part::Contact, Locale::En, "America/Los_Angeles");
        let letter = letter(*kind, reader, visit());
        let mail = parse(&letter);
        let listed = matches!(kind, LetterKind::VisitReminder | LetterKind::VisitSoon);
        let url = context()
            .link_key
            .unsubscribe_url(&context().public_url, letter.id);
        let expected = match listed {
            true => vec![format!("<{url}>")],
            false => vec![],
        };
        assert_eq!(mail.all("List-Unsubscribe"), expected);
        assert_eq!(mail.all("List-Unsubscribe-Post").len(), expected.len());
        if listed {
            assert_eq!(
                mail.header("List-Unsubscribe-Post"),
                "List-Unsubscribe=One-Click"
            );
            assert_eq!(mail.kind(), "multipart/alternative", "no invitation");
            let rendered = render(&letter, &context()).unwrap();
            assert!(rendered.text.contains(&url) && rendered.calendar.is_none());
        }
        // Nobody posts over a line that others read.
        let open = LetterContext {
            public_url: "http://127.0.0.1".to_owned(),
            ..context()
        };
        let raw = String::from_utf8(compose(&letter, &open).unwrap().raw).unwrap();
        assert_eq!(raw.contains("List-Unsubscribe:"), listed);
        assert!(!raw.contains("List-Unsubscribe-Post"));
    }
}

fn parse(letter: &Letter) -> Parsed {
    let raw = compose(letter, &context()).unwrap().raw;
    Parsed::read(&String::from_utf8(raw).unwrap())
}

#[test]
fn an_invite_has_the_tree_that_calendars_want() {
    let message = parse(&invite());
    assert_eq!(message.kind(), "multipart/mixed");
    let [alternative, attached] = message.parts.as_slice() else {
        panic!("{message:?}")
    };
    assert_eq!(alternative.kind(), "multipart/alternative");
    let kinds: Vec<_> = alternative.parts.iter().map(Parsed::kind).collect();
    assert_eq!(kinds, ["text/plain", "text/html", "text/calendar"]);

    let inline = &alternative.parts[2];
    assert_eq!(
        inline.header("Content-Type"),
        "text/calendar; method=REQUEST; charset=utf-8"
    );
    assert!(inline.all("Content-Disposition").is_empty());
    assert_eq!(attached.kind(), "application/ics");
    assert_eq!(
        attached.header("Content-Disposition"),
        "attachment; filename=\"invite.ics\""
    );
    let rendered = render(&invite(), &context()).unwrap();
    assert_eq!(inline.decoded(), rendered.calendar.unwrap());
    assert_eq!(attached.body, inline.body);
    assert!(inline.decoded().contains("\r\nMETHOD:REQUEST\r\n"));
}

#[test]
fn a_cancellation_says_so_and_answers_the_invite() {
    let first = LetterId::new(at("2026-11-20T00:00:00Z"), [9; 10]);
    let visit = Visit {
        sequence: 1,
        in_reply_to: Some(first),
        ..visit()
    };
    let reader = reader(Part::Contact, Locale::ZhTw, "America/Los_Angeles");
    let message = parse(&letter(LetterKind::VisitCancelled, reader, visit));
    let inline = &message.parts[0].parts[2];
    assert_eq!(
        inline.header("Content-Type"),
        "text/calendar; method=CANCEL; charset=utf-8"
    );
    assert!(inline.decoded().contains("\r\nMETHOD:CANCEL\r\n"));
    for name in ["In-Reply-To", "References"] {
        assert_eq!(message.header(name), format!("<{first}@example.org>"));
    }
}

#[test]
fn the_headers_of_an_invite() {
    let message = parse(&invite());
    assert_eq!(
        message.header("Message-ID"),
        format!("<{}@example.org>", invite().id)
    );
    assert_eq!(message.header("Auto-Submitted"), "auto-generated");
    assert_eq!(message.header("Date"), "Wed, 25 Nov 2026 01:00:00 +0000");
    assert_eq!(message.header("To"), "\"Ann Lee\" <ann@school.example.org>");
    assert_eq!(
        message.header("From"),
        "=?utf-8?b?U2lzdGVybGluZSDlp4rlprnnt5o=?= <visits@example.org>"
    );
    assert_eq!(message.header("Reply-To"), message.header("From"));
    assert!(message.all("In-Reply-To").is_empty() && message.all("References").is_empty());
}

#[test]
fn a_letter_without_an_event_is_the_alternative_alone() {
    let message = parse(&sample(LetterKind::SignIn, Locale::En));
    assert_eq!(message.kind(), "multipart/alternative");
    let kinds: Vec<_> = message.parts.iter().map(Parsed::kind).collect();
    assert_eq!(kinds, ["text/plain", "text/html"]);
}

#[test]
fn a_second_attempt_is_the_same_mail() {
    let raw = || compose(&invite(), &context()).unwrap().raw;
    assert_eq!(raw(), raw());
}

#[rstest]
#[case("Ann\r\nBcc: all@example.org")]
#[case("Ann\nBcc: all@example.org")]
#[case("Ann\rBcc: all@example.org")]
#[case("Ann\u{85}\u{2028}\0Bcc: all@example.org")]
#[case("Ann\" <all@example.org>, \"B")]
#[case("all@example.org, Ann")]
#[case("=?utf-8?q?=0D=0ABcc:_all@example.org?=")]
#[case("林美玲\r\n\r\n<script>")]
#[case(&"長".repeat(120))]
#[case("")]
fn nothing_typed_becomes_a_header(#[case] typed: &str) {
    let mut reader = reader(Part::Contact, Locale::En, "America/Los_Angeles");
    reader.name = typed.to_owned();
    let visit = Visit {
        title: typed.to_owned(),
        organization: typed.to_owned(),
        host: typed.to_owned(),
        ..visit()
    };
    let hostile = letter(LetterKind::VisitConfirmed, reader, visit);
    let mut context = context();
    context.from.name = typed.to_owned();
    let outgoing = compose(&hostile, &context).unwrap();
    assert_eq!(outgoing.to, "ann@school.example.org");
    let message = Parsed::read(&String::from_utf8(outgoing.raw).unwrap());

    let names = |message: &Parsed| -> Vec<String> {
        message
            .headers
            .iter()
            .map(|(name, _)| name.clone())
            .collect()
    };
    assert_eq!(names(&message), names(&parse(&invite())));
    assert!(message.header("To").ends_with("<ann@school.example.org>") || typed.is_empty());
    assert_eq!(message.parts[0].parts.len(), 3);
}

#[rstest]
#[case("ann@example.org\r\nBcc: all@example.org")]
#[case("ann@example.org, all@example.org")]
#[case("ann")]
#[case("")]
fn an_address_that_is_none_is_an_error_without_it(#[case] email: &str) {
    let mut letter = invite();
    letter.recipient.email = email.to_owned();
    let error = compose(&letter, &context()).err().unwrap();
    assert_eq!(error.to_string(), "the recipient's address cannot be used");
}

/// A header's text after RFC 2047: encoded words are put together, the rest is as it stands.
fn unencoded(value: &str) -> String {
    let (mut text, mut bytes) = (vec![], vec![]);
    for word in value.split(' ') {
        let inner = word.strip_prefix("=?utf-8?b?");
        if let Some(encoded) = inner.and_then(|inner| inner.strip_suffix("?=")) {
            bytes.extend(STANDARD.decode(encoded).unwrap());
        } else {
            if !bytes.is_empty() {
                text.push(String::from_utf8(std::mem::take(&mut bytes)).unwrap());
            }
            text.push(word.to_owned());
        }
    }
    if !bytes.is_empty() {
        text.push(String::from_utf8(bytes).unwrap());
    }
    text.join(" ")
}

#[test]
fn every_locale_has_headers_that_any_server_takes() {
    for locale in Locale::all() {
        for kind in [LetterKind::VisitConfirmed, LetterKind::VisitCancelled] {
            let reader = reader(Part::Host, *locale, "Asia/Taipei");
            let letter = letter(kind, reader, visit());
            let raw = String::from_utf8(compose(&letter, &context()).unwrap().raw).unwrap();
            // RFC 5322 2.1.1 and RFC 2047 2: lines of 78, words of 75 characters, ASCII alone.
            let (head, _) = raw.split_once("\r\n\r\n").unwrap();
            for line in head.split("\r\n") {
                assert!(line.is_ascii() && line.len() <= 78, "{locale}: {line}");
                let words = line.split(' ').filter(|word| word.starts_with("=?"));
                assert!(words.into_iter().all(|w| w.len() <= 75), "{locale}: {line}");
            }
            let message = Parsed::read(&raw);
            let subject = render(&letter, &context()).unwrap().subject;
            assert_eq!(unencoded(message.header("Subject")), subject);
            assert!(unencoded(message.header("To")).starts_with("林美玲 <"));
        }
    }
}
