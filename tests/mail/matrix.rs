//! Each letter about a visit in each language and around each kind of day, and hostile texts everywhere: what
//! goes over the wire is read by three other programs, all of it in one run of each.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use sisterline::domain::booking::Part;
use sisterline::domain::letter::{Content, Letter, LetterKind, Recipient, Visit};
use sisterline::domain::locale::Locale;
use sisterline::mail::message::compose;

use crate::sink::{all_validated, read_by_ical_js};
use crate::{World, context};

/// When the visit begins, and what that is in Seattle and Kaohsiung.
const STARTS: [&str; 4] = [
    // The next day there.
    "2026-12-16T01:00:00Z",
    // The same day.
    "2026-12-16T15:00:00Z",
    // While Seattle's clocks go back, and when they go forward.
    "2026-11-01T08:30:00Z",
    "2027-03-14T09:30:00Z",
];

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A letter of this kind about the visit of an hour that begins then.
fn letter(world: &World, kind: LetterKind, locale: Locale, starts_at: &str) -> Letter {
    let base = world.invite("ada@school.example.org", at("2027-06-01T00:00:00Z"));
    let Content::Visit(visit) = base.content.clone() else {
        unreachable!()
    };
    let asked = matches!(
        kind,
        LetterKind::VisitRequested | LetterKind::VisitToApprove
    );
    let moved = matches!(kind, LetterKind::VisitMoved | LetterKind::ConfirmAgain);
    let starts_at = at(starts_at);
    let visit = Visit {
        sequence: 3,
        starts_at,
        ends_at: starts_at + TimeDelta::hours(1),
        reason: Some("A typhoon is coming.".to_owned()),
        moved_from: moved.then(|| starts_at - TimeDelta::hours(1)),
        respond_by: asked.then(|| starts_at - TimeDelta::days(2)),
        in_reply_to: Some(world.app.id()),
        ..*visit
    };
    Letter {
        kind,
        revision: 3,
        recipient: Recipient {
            locale,
            ..base.recipient.clone()
        },
        content: Content::Visit(Box::new(visit)),
        ..base
    }
}

/// Whether letters of this kind tell of one visit, and what they ask of a calendar.
fn of_visit(kind: LetterKind) -> Option<Option<&'static str>> {
    use LetterKind as K;
    match kind {
        K::VisitConfirmed | K::VisitRescheduled | K::VisitMoved | K::VisitMeeting => {
            Some(Some("REQUEST"))
        }
        K::VisitDeclined | K::VisitLapsed | K::VisitLeft | K::VisitCancelled => {
            Some(Some("CANCEL"))
        }
        K::VisitRequested
        | K::VisitToApprove
        | K::ConfirmAgain
        | K::VisitReminder
        | K::VisitSoon => Some(None),
        _ => None,
    }
}

/// Has three programs read these letters' mails and holds what they read to the letters.
fn read_by_others(world: &World, letters: &[Letter]) {
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for (n, letter) in letters.iter().enumerate() {
        let file = folder.path().join(format!("{n:04}.eml"));
        std::fs::write(&file, compose(letter, &context(world, None)).unwrap().raw).unwrap();
        files.push(file);
    }
    let read = all_validated(&files);
    assert_eq!(read, read_by_ical_js(&files));
    assert_eq!(read.len(), letters.len());
    for (letter, event) in letters.iter().zip(&read) {
        let Content::Visit(visit) = &letter.content else {
            unreachable!()
        };
        let instant = |at: DateTime<Utc>| Value::from(at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        assert_eq!(event["start"], instant(visit.starts_at), "{letter:?}");
        assert_eq!(event["end"], instant(visit.ends_at), "{letter:?}");
        assert_eq!(event["uid"], format!("{}@sisterline", visit.booking_id));
        assert_eq!(event["sequence"], letter.revision);
        assert_eq!(event["stamp"], instant(letter.created_at), "{letter:?}");
        // Where it takes place is told in each of the ways that some calendar makes a button of.
        let told = ["location", "url", "conference"].map(|field| &event[field]);
        assert!(told.iter().all(|place| place.is_string()), "{event}");
        assert_eq!(
            Some(event["method"].as_str()),
            of_visit(letter.kind),
            "{letter:?}"
        );
        assert_eq!(event["attendees"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn every_letter_in_every_language_on_every_kind_of_day() {
    let world = World::new();
    let mut carrying = Vec::new();
    let mut kinds: HashMap<LetterKind, usize> = HashMap::new();
    for kind in LetterKind::ALL.iter().copied() {
        let Some(method) = of_visit(kind) else {
            continue;
        };
        for (locale, starts_at) in Locale::all().iter().flat_map(|l| STARTS.map(|s| (*l, s))) {
            let letter = letter(&world, kind, locale, starts_at);
            let raw = compose(&letter, &context(&world, None)).unwrap().raw;
            let raw = String::from_utf8(raw).unwrap();
            let (head, _) = raw.split_once("\r\n\r\n").unwrap();
            for header in [
                "From: ",
                "Reply-To: ",
                "To: ",
                "Subject: ",
                "Date: ",
                "Message-ID: ",
            ] {
                let found = head.lines().filter(|line| line.starts_with(header)).count();
                assert_eq!(found, 1, "{header} in {kind}/{locale}");
            }
            assert!(head.contains("\r\nAuto-Submitted: auto-generated\r\n"));
            let listed = head.contains("\r\nList-Unsubscribe: ");
            assert_eq!(listed, kind.list().is_some(), "{kind}");
            assert!(head.contains("\r\nReferences: "), "{kind}");
            assert_eq!(
                raw.contains("Content-Type: text/calendar"),
                method.is_some(),
                "{kind}"
            );
            *kinds.entry(kind).or_default() += 1;
            if method.is_some() {
                carrying.push(letter);
            }
        }
    }
    assert_eq!(kinds.len(), 13);
    assert_eq!(carrying.len(), 8 * Locale::all().len() * STARTS.len());
    read_by_others(&world, &carrying);
}

/// What people may type: pieces that mean something to mail or calendars, and any others.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\nBcc: all@example.org\r\n".to_owned()),
        Just("\nATTENDEE:mailto:eve@example.org\n".to_owned()),
        Just("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n".to_owned()),
        Just("\";CN=\"x^n^'^^".to_owned()),
        Just("\\;,:=?UTF-8?B?=\t\u{b}\u{85}\u{2028}".to_owned()),
        Just("👩‍👩‍👧‍👦 \u{202e}עברית العربية\u{200f}".to_owned()),
        Just("長".repeat(1_700)),
        "\\PC{1,40}",
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| format!("x{}", pieces.concat()))
}

#[tokio::test]
async fn hostile_text_gets_into_nothing() {
    let world = World::new();
    let mut runner = TestRunner::deterministic();
    let mut any = || hostile().new_tree(&mut runner).unwrap().current();
    let mut letters = Vec::new();
    for n in 0..48 {
        let kind = [LetterKind::VisitConfirmed, LetterKind::VisitCancelled][n % 2];
        let locale = Locale::all()[n % Locale::all().len()];
        let mut letter = letter(&world, kind, locale, STARTS[n % STARTS.len()]);
        letter.recipient.name = any();
        if let Content::Visit(visit) = &mut letter.content {
            visit.part = [Part::Host, Part::Contact, Part::Guest][n % 3];
            visit.title = any();
            visit.description = any();
            visit.host = any();
            visit.organization = any();
            visit.note = any();
            visit.reason = Some(any());
            visit.host_city.native_name = any();
            visit.meeting_url = Some(format!("https://meet.example.org/{}", any()));
        }
        letters.push(letter);
    }
    read_by_others(&world, &letters);
}
