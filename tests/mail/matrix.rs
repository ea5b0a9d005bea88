//! Each letter in each language and around each kind of day, and hostile texts everywhere: what goes over the
//! wire is read by other programs, all of it in one run of each.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use sisterline::domain::booking::Part;
use sisterline::domain::letter::{Content, Letter, LetterKind, VisitTime};
use sisterline::domain::locale::Locale;
use sisterline::mail::message::compose;
use sisterline::mail::samples::{self, SampleDay};

use crate::sink::{all_validated, read_by_ical_js, told_rightly};
use crate::{World, context};

/// What letters of this kind ask of a calendar; nothing where they carry no calendar object.
fn method_of(kind: LetterKind) -> Option<&'static str> {
    use LetterKind as K;
    match kind {
        K::VisitConfirmed | K::VisitRescheduled | K::VisitMoved | K::VisitMeeting => {
            Some("REQUEST")
        }
        K::VisitDeclined | K::VisitLapsed | K::VisitLeft | K::VisitCancelled => Some("CANCEL"),
        _ => None,
    }
}

/// The mails of letters, as files in the folder.
fn mails(world: &World, letters: &[Letter], folder: &Path) -> Vec<PathBuf> {
    let context = context(world, None);
    let mail = |(n, letter): (usize, &Letter)| {
        let file = folder.join(format!("{n:04}.eml"));
        std::fs::write(&file, compose(letter, &context).unwrap().raw).unwrap();
        file
    };
    letters.iter().enumerate().map(mail).collect()
}

fn instant(at: DateTime<Utc>) -> Value {
    Value::from(at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Has three programs read the calendars in these letters' mails and holds what they read to the letters.
fn calendars_hold(letters: &[Letter], files: &[PathBuf]) {
    let read = all_validated(files);
    assert_eq!(read, read_by_ical_js(files));
    assert_eq!(read.len(), files.len());
    for (letter, event) in letters.iter().zip(&read) {
        let Content::Visit(visit) = &letter.content else {
            unreachable!()
        };
        assert_eq!(event["start"], instant(visit.starts_at), "{letter:?}");
        assert_eq!(event["end"], instant(visit.ends_at), "{letter:?}");
        assert_eq!(event["uid"], format!("{}@sisterline", visit.booking_id));
        assert_eq!(event["sequence"], letter.revision);
        assert_eq!(event["stamp"], instant(letter.created_at), "{letter:?}");
        // Where it takes place is told in each of the ways that some calendar makes a button of.
        let told = ["location", "url", "conference"].map(|field| &event[field]);
        assert!(told.iter().all(|place| place.is_string()), "{event}");
        assert_eq!(event["method"].as_str(), method_of(letter.kind));
        assert_eq!(event["attendees"].as_array().unwrap().len(), 1);
    }
}

fn span(time: &VisitTime) -> (DateTime<Utc>, DateTime<Utc>) {
    (time.starts_at, time.ends_at)
}

/// What a letter's mail has to tell, for `letters.py` to hold it to.
fn expected(letter: &Letter, file: &Path) -> Value {
    let mut zones = vec![letter.recipient.zone.as_str()];
    let mut times = Vec::new();
    let (mut reader_times, mut deadlines, mut in_reply_to) = (vec![], vec![], None);
    let cities = match &letter.content {
        Content::Visit(visit) => {
            times.push((visit.starts_at, visit.ends_at));
            // On the clock in which it was promised the visit has not moved.
            let was = visit.moved_from;
            let was = was.filter(|_| letter.recipient.zone != visit.host_city.zone);
            reader_times.extend(was.map(|was| (was, was + (visit.ends_at - visit.starts_at))));
            deadlines.extend(visit.respond_by);
            in_reply_to = visit.in_reply_to;
            vec![&visit.host_city, &visit.guest_city]
        }
        Content::Waiting(facts) => {
            times.push((facts.starts_at, facts.ends_at));
            deadlines.extend(facts.offered_until);
            vec![&facts.host_city, &facts.guest_city]
        }
        Content::Series(facts) => {
            times.extend(facts.times.iter().map(span));
            vec![&facts.host_city, &facts.guest_city]
        }
        Content::Poll(facts) => {
            times.extend(facts.times.iter().map(span));
            deadlines.push(facts.deadline);
            vec![&facts.host_city, &facts.guest_city]
        }
        Content::Partnership(facts) => {
            times.extend(facts.times.iter().map(span));
            facts.cities.iter().map(|(_, city)| city).collect()
        }
        Content::Answers(facts) => {
            let told = [Some(facts.time), facts.proposed].into_iter().flatten();
            times.extend(told.map(|time| span(&time)));
            vec![&facts.host_city, &facts.guest_city]
        }
        Content::SignIn { .. } => vec![],
    };
    for city in cities {
        if !zones.contains(&city.zone.as_str()) {
            zones.push(&city.zone);
        }
    }
    let span = |(from, to): (DateTime<Utc>, DateTime<Utc>)| json!([instant(from), instant(to)]);
    json!({
        "file": file.file_name().unwrap().to_str(),
        "kind": letter.kind,
        "language": letter.recipient.locale,
        "from": "visits@example.org",
        "to": letter.recipient.email,
        "written": instant(letter.created_at),
        "in_reply_to": in_reply_to.map(|first| format!("<{first}@example.org>")),
        "list": letter.kind.list().is_some(),
        "calendar": method_of(letter.kind).is_some(),
        "zones": zones,
        "times": times.into_iter().map(span).collect::<Vec<_>>(),
        "reader_times": reader_times.into_iter().map(span).collect::<Vec<_>>(),
        "deadlines": deadlines.into_iter().map(instant).collect::<Vec<_>>(),
    })
}

#[tokio::test]
async fn every_letter_in_every_language_on_every_kind_of_day() {
    let world = World::new();
    let folder = tempfile::tempdir().unwrap();
    let mut letters = Vec::new();
    for kind in LetterKind::ALL {
        for locale in Locale::all() {
            let days = SampleDay::ALL.iter().map(|day| day.starts_at());
            letters.extend(days.map(|starts_at| samples::letter(*kind, *locale, starts_at)));
        }
    }
    let files = mails(&world, &letters, folder.path());
    assert_eq!(files.len(), LetterKind::ALL.len() * 8 * 4);

    let manifest = folder.path().join("manifest.json");
    let all = letters.iter().zip(&files);
    let facts: Vec<_> = all.map(|(letter, file)| expected(letter, file)).collect();
    std::fs::write(&manifest, serde_json::to_vec(&facts).unwrap()).unwrap();
    assert_eq!(told_rightly(&manifest), files.len());

    let all = letters.into_iter().zip(files);
    let carries = |(letter, _): &(Letter, PathBuf)| method_of(letter.kind).is_some();
    let (invites, files): (Vec<_>, Vec<_>) = all.filter(carries).unzip();
    assert_eq!(files.len(), 8 * 8 * 4);
    calendars_hold(&invites, &files);
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
        let day = SampleDay::ALL[n % SampleDay::ALL.len()];
        let mut letter = samples::letter(kind, locale, day.starts_at());
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
    let folder = tempfile::tempdir().unwrap();
    let files = mails(&world, &letters, folder.path());
    calendars_hold(&letters, &files);
}
