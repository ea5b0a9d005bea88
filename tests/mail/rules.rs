//! What is not mailed: what changes nothing, what is over, and who else comes.

use std::path::Path;
use std::time::{Duration, Instant};

use mail_parser::{MessageParser, PartType};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{outbox, person};
use sisterline::domain::letter::LetterState;

use crate::PATIENCE;
use crate::scripted::free_port;
use crate::sink::{Sink, header};
use crate::support::world::{HOST_EMAIL, World, book, booking_of, id, managed};
use crate::support::{Engine, TestApp};

const ANN: &str = "ann@school.example.org";
const BEN: &str = "ben@school.example.org";

fn settings(smtp_url: &str) -> String {
    format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{smtp_url}\"\n\
         from = \"Sisterline <visits@example.org>\"\n"
    )
}

/// A booking of Ann's and Ben's.
fn party(slot: &Value) -> Value {
    let mut request = booking_of(&id(slot), ANN);
    request["attendees"] = json!([{ "name": "Ben Ode", "email": BEN }]);
    request
}

/// To whom the mails in a sink went, in order.
fn readers(sink: &Sink) -> Vec<String> {
    let mails = sink.mails();
    let to = mails.iter().map(|mail| header(mail, "To"));
    let address = |to: String| {
        let (_, address) = to.rsplit_once('<').unwrap_or(("", &to));
        address.trim_end_matches('>').to_owned()
    };
    to.map(address).collect()
}

/// Every text in a mail, decoded: its headers, both written forms, both copies of the calendar.
fn texts(mail: &Path) -> String {
    let raw = std::fs::read(mail).unwrap();
    let message = MessageParser::default().parse(&raw).unwrap();
    let mut texts: Vec<String> = message
        .headers()
        .iter()
        .map(|header| format!("{:?}", header.value))
        .collect();
    for part in &message.parts {
        texts.push(match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                String::from_utf8(bytes.to_vec()).unwrap()
            }
            PartType::Message(_) | PartType::Multipart(_) => String::new(),
        });
    }
    assert_eq!(
        texts
            .iter()
            .filter(|text| text.contains("BEGIN:VCALENDAR"))
            .count(),
        2
    );
    // Folded lines of the calendar would hide what they break.
    texts.concat().replace("\r\n ", "")
}

#[rstest]
#[actix_web::test]
async fn no_part_of_a_mail_names_another_guest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sink = Sink::start(&[]);
    let app = TestApp::spawn_with(engine, &settings(&sink.url())).await;
    let world = World::new(&app, 9).await;
    let slot = world.slot(&app, 7).await;
    let booked = app.post("/api/v1/bookings", &party(&slot)).await.body;
    assert_eq!(
        book(&app, &id(&slot), "cy@elsewhere.example").await.status,
        201
    );
    app.letters_sent().await;
    let (of, key) = managed(&booked);
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    assert_eq!(app.post(&cancel, &json!({})).await.status, 200);
    app.letters_sent().await;
    app.stop().await;

    let guests = [
        (ANN, "Ann Lee"),
        (BEN, "Ben Ode"),
        ("cy@elsewhere.example", "Ann Lee"),
    ];
    let mails = sink.mails();
    assert_eq!(mails.len(), 3 + 2 + 3);
    for (mail, reader) in mails.iter().zip(readers(&sink)) {
        let text = texts(mail);
        assert!(text.contains(&reader));
        let own = guests
            .iter()
            .find(|(email, _)| *email == reader)
            .map(|(_, name)| *name);
        for (email, name) in guests {
            assert!(
                email == reader || !text.contains(email),
                "{email} to {reader}: {text}"
            );
            let is_theirs = own == Some(name);
            assert!(
                is_theirs || !text.contains(name),
                "{name} to {reader}: {text}"
            );
        }
    }
}

#[rstest]
#[actix_web::test]
async fn what_changes_nothing_of_a_visit_is_mailed_to_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sink = Sink::start(&[]);
    let app = TestApp::spawn_with(engine, &settings(&sink.url())).await;
    let world = World::new(&app, 5).await;
    let slot = world.slot(&app, 7).await;
    let booked = app.post("/api/v1/bookings", &party(&slot)).await.body;
    app.letters_sent().await;
    let (slot_path, booking) = (
        format!("/api/v1/slots/{}", id(&slot)),
        format!("/api/v1/bookings/{}", id(&booked)),
    );
    for (method, path, body) in [
        (Method::PATCH, slot_path.clone(), json!({ "capacity": 9 })),
        (
            Method::PATCH,
            slot_path.clone(),
            json!({ "status": "closed" }),
        ),
        (
            Method::PATCH,
            slot_path.clone(),
            json!({ "status": "open" }),
        ),
        (
            Method::PUT,
            format!("/api/v1/offers/{}/policy", world.offer),
            json!({ "approval": "host" }),
        ),
        (
            Method::PUT,
            format!("/api/v1/offers/{}/meeting", world.offer),
            json!({ "meeting_url": "https://meet.example.org/tour" }),
        ),
        (
            Method::PUT,
            format!("{slot_path}/meeting"),
            json!({ "meeting_url": "https://meet.example.org/tour" }),
        ),
        (
            Method::PUT,
            format!("{booking}/attendees"),
            json!({ "attendees": [{ "name": "Benedict Ode", "email": BEN }] }),
        ),
        (
            Method::POST,
            format!("{booking}/reschedule"),
            json!({ "slot_id": id(&slot) }),
        ),
    ] {
        let answer = app.send_as(&app.admin, method, &path, &body).await;
        assert_eq!(answer.status, 200, "{path} {body}: {}", answer.body);
    }
    // Another party of the same time is news to its own people alone.
    assert_eq!(
        book(&app, &id(&slot), "cy@elsewhere.example").await.status,
        201
    );
    app.letters_sent().await;
    app.stop().await;
    let mut told = readers(&sink);
    told.sort();
    assert_eq!(
        told,
        [ANN, BEN, "cy@elsewhere.example", HOST_EMAIL, HOST_EMAIL]
    );
}

#[rstest]
#[actix_web::test]
async fn nothing_is_mailed_about_a_visit_that_has_begun(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sink = Sink::start(&[]);
    let app = TestApp::spawn_with(engine, &settings(&sink.url())).await;
    let world = World::new(&app, 5).await;
    let (slot, later) = (world.slot(&app, 7).await, world.slot(&app, 20).await);
    let booked = app.post("/api/v1/bookings", &party(&slot)).await.body;
    app.letters_sent().await;
    let before = sink.mails().len();
    app.clock.advance(chrono::Duration::days(8));
    let (slot, booking) = (
        format!("/api/v1/slots/{}", id(&slot)),
        format!("/api/v1/bookings/{}", id(&booked)),
    );
    for (method, path, body) in [
        (Method::POST, format!("{booking}/cancel"), json!({})),
        (
            Method::POST,
            format!("{booking}/reschedule"),
            json!({ "slot_id": id(&later) }),
        ),
        (
            Method::PUT,
            format!("{booking}/attendees"),
            json!({ "attendees": [] }),
        ),
        (
            Method::PUT,
            format!("{slot}/meeting"),
            json!({ "meeting_url": "https://rooms.example.org/own" }),
        ),
        (Method::DELETE, slot, json!({})),
    ] {
        let answer = app.send_as(&app.admin, method, &path, &body).await;
        assert_eq!(answer.status, 409, "{path}: {}", answer.body);
    }
    // The offer's next visits may take place elsewhere.
    let room = format!("/api/v1/offers/{}/meeting", world.offer);
    let elsewhere = json!({ "meeting_url": "https://rooms.example.org/all" });
    let moved = app
        .send_as(&app.admin, Method::PUT, &room, &elsewhere)
        .await;
    assert_eq!((moved.status, &moved.body["told"]), (200, &json!(0)));
    app.letters_sent().await;
    app.stop().await;
    assert_eq!(sink.mails().len(), before);
}

/// A mail server that was away until the visit had begun gets nothing about it any more.
#[rstest]
#[actix_web::test]
async fn what_could_not_be_sent_in_time_is_never_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let port = free_port();
    let app = TestApp::spawn_with(engine, &settings(&format!("smtp://127.0.0.1:{port}"))).await;
    let world = World::new(&app, 5).await;
    let slot = world.slot(&app, 7).await;
    assert_eq!(
        app.post("/api/v1/bookings", &party(&slot)).await.status,
        201
    );
    // Each has been tried in vain, and waits for a while that does not pass.
    let begun = Instant::now();
    let waits = |stored: &outbox::StoredLetter| {
        stored.state == LetterState::Queued && stored.last_error.is_some()
    };
    while !outbox::newest(&app.server.app, 100)
        .await
        .unwrap()
        .iter()
        .all(waits)
    {
        assert!(begun.elapsed() < PATIENCE, "not tried");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    app.clock.advance(chrono::Duration::days(8));
    let sink = Sink::start(&["--port", &port.to_string()]);
    person::request_link(&app.server.app, HOST_EMAIL)
        .await
        .unwrap();
    let begun = Instant::now();
    while sink.mails().is_empty() {
        assert!(begun.elapsed() < PATIENCE, "no mail");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    app.letters_sent().await;
    app.stop().await;
    assert_eq!(
        readers(&sink),
        [HOST_EMAIL],
        "the link to sign in, and no invite"
    );
}
