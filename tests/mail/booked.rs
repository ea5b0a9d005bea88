//! From a booking over HTTP to the mail servers of those concerned, and back out of their
//! calendars, on both engines.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::domain::locale::Locale;

use crate::PATIENCE;
use crate::sink::{Sink, all_validated, header, read_by_ical_js, validated};
use crate::support::world::{HOST_EMAIL, World, booking_of, id};
use crate::support::{Engine, TestApp};

const CONTACT: &str = "ann@school.example.org";
const GUEST: &str = "ben@school.example.org";

/// The mails in the sink, as soon as there are so many.
async fn mails(sink: &Sink, count: usize) -> Vec<PathBuf> {
    let begun = Instant::now();
    while sink.mails().len() < count {
        assert!(begun.elapsed() < PATIENCE, "only {:?}", sink.mails());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    sink.mails()
}

/// The events in mails, by the address that they went to.
fn events(mails: &[PathBuf]) -> BTreeMap<String, (PathBuf, Value)> {
    let read = |mail: &PathBuf| {
        let event = validated(mail);
        let to = event["attendees"][0].as_str().unwrap().to_owned();
        (to, (mail.clone(), event))
    };
    mails.iter().map(read).collect()
}

#[rstest]
#[actix_web::test]
async fn everybody_is_invited_and_everybody_is_told_that_it_is_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sink = Sink::start(&[]);
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\nfrom = \"Sisterline <visits@example.org>\"\n",
        sink.url()
    );
    let app = TestApp::spawn_with(engine, &mail).await;
    let world = World::new(&app, 5).await;
    let slot = world.slot(&app, 7).await;
    let mut request = booking_of(&id(&slot), CONTACT);
    request["seats"] = json!(2);
    request["attendees"] = json!([{ "name": "Ben Ode", "email": GUEST, "locale": "zh-TW" }]);
    let booked = app.post("/api/v1/bookings", &request).await;
    assert_eq!(booked.status, 201, "{}", booked.body);

    let invites = events(&mails(&sink, 3).await);
    let everybody = [CONTACT, GUEST, HOST_EMAIL];
    assert_eq!(
        invites.keys().map(String::as_str).collect::<Vec<_>>(),
        everybody
    );
    for (_, event) in invites.values() {
        assert_eq!(event["method"], "REQUEST");
        assert_eq!(event["start"], slot["starts_at"]);
        assert_eq!(event["end"], slot["ends_at"]);
        assert_eq!(event["sequence"], 0);
        for place in ["location", "url", "conference"] {
            assert_eq!(event[place], "https://meet.example.org/tour", "{place}");
        }
    }

    // The city's feed is read by the same programs.
    let feed = app.get("/cities/kaohsiung/visits.ics").await.body;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.ics");
    std::fs::write(&file, feed.as_str().unwrap()).unwrap();
    let files = [file];
    let read = all_validated(&files);
    assert_eq!(read, read_by_ical_js(&files));
    assert_eq!(read.len(), 1);
    assert_eq!(read[0]["start"], slot["starts_at"]);

    let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked.body));
    let reason = json!({ "reason": "A typhoon is coming." });
    let cancelled = app
        .send_as(&app.admin, Method::POST, &cancel, &reason)
        .await;
    assert_eq!(cancelled.status, 200, "{}", cancelled.body);

    let cancellations = events(&mails(&sink, 6).await[3..]);
    assert_eq!(
        cancellations.keys().map(String::as_str).collect::<Vec<_>>(),
        everybody
    );
    for (to, (mail, event)) in &cancellations {
        let (invite, invited) = &invites[to];
        assert_eq!(event["method"], "CANCEL");
        assert_eq!(event["status"], "CANCELLED");
        assert_eq!(event["uid"], invited["uid"]);
        assert_eq!(event["organizer"], invited["organizer"]);
        assert_eq!(event["sequence"], 1);
        assert_eq!(header(mail, "In-Reply-To"), header(invite, "Message-ID"));
    }
    app.stop().await;
    assert_eq!(sink.mails().len(), 6);
}

/// Each guest reads their own language, and every calendar reads all of them.
#[actix_web::test]
async fn invites_in_every_language_are_read_by_every_calendar() {
    let sink = Sink::start(&[]);
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\nfrom = \"Sisterline <visits@example.org>\"\n",
        sink.url()
    );
    let app = TestApp::spawn_with(Engine::Sqlite, &mail).await;
    let world = World::new(&app, 10).await;
    let slot = world.slot(&app, 7).await;
    let guests: Vec<Value> = Locale::all()
        .iter()
        .map(|locale| {
            let email = format!("{locale}@school.example.org").to_lowercase();
            json!({ "name": locale.own_name(), "email": email, "locale": locale.tag() })
        })
        .collect();
    let mut request = booking_of(&id(&slot), CONTACT);
    request["seats"] = json!(guests.len() + 1);
    request["attendees"] = json!(guests);
    let booked = app.post("/api/v1/bookings", &request).await;
    assert_eq!(booked.status, 201, "{}", booked.body);

    // Theirs, the contact's and the host's.
    let mails = mails(&sink, guests.len() + 2).await;
    let (invites, others) = (events(&mails), read_by_ical_js(&mails));
    let mut subjects = BTreeSet::new();
    for guest in &guests {
        let (mail, event) = &invites[guest["email"].as_str().unwrap()];
        assert_eq!(event["start"], slot["starts_at"]);
        assert_eq!(event["method"], "REQUEST");
        assert!(others.contains(event), "{event}");
        subjects.insert(header(mail, "Subject"));
    }
    assert_eq!(subjects.len(), guests.len(), "each is in its own words");
    app.stop().await;
}

#[rstest]
#[actix_web::test]
async fn an_invite_that_was_not_sent_in_time_is_never_sent_after_its_cancellation(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let port = crate::scripted::free_port();
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"smtp://127.0.0.1:{port}\"\nfrom = \"visits@example.org\"\n"
    );
    let app = TestApp::spawn_with(engine, &mail).await;
    let world = World::new(&app, 5).await;
    let slot = id(&world.slot(&app, 7).await);
    let booked = app
        .post("/api/v1/bookings", &booking_of(&slot, CONTACT))
        .await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    let cancel = format!("/api/v1/bookings/{}/cancel", id(&booked.body));
    let cancelled = app
        .send_as(&app.admin, Method::POST, &cancel, &json!({}))
        .await;
    assert_eq!(cancelled.status, 200, "{}", cancelled.body);

    let sink = Sink::start(&["--port", &port.to_string()]);
    // Past every back-off.
    app.clock.advance(chrono::Duration::hours(2));
    let begun = Instant::now();
    let cancelled_for = |mails: &[PathBuf]| {
        let all = mails.iter().map(|mail| validated(mail));
        all.filter(|event| event["method"] == "CANCEL").count()
    };
    while cancelled_for(&sink.mails()) < 2 {
        assert!(begun.elapsed() < PATIENCE, "only {:?}", sink.mails());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut off = vec![];
    for mail in sink.mails() {
        let event = validated(&mail);
        let to = event["attendees"][0].clone();
        assert!(!off.contains(&to), "{event} after its cancellation");
        if event["method"] == "CANCEL" {
            off.push(to);
        }
    }
    app.stop().await;
}
