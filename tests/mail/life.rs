//! Letters about partnerships and after visits over SMTP: two written forms, and nothing that a calendar
//! would ask its owner about.

use std::time::{Duration, Instant};

use rstest::rstest;
use serde_json::json;
use sisterline::app::{expiry, partnership::remind, person};

use crate::PATIENCE;
use crate::sink::{Sink, header};
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

const COORDINATOR: &str = "coordinator@seattle.example";

#[rstest]
#[actix_web::test]
async fn they_arrive_without_a_calendar(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let sink = Sink::start(&[]);
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\nfrom = \"Sisterline <visits@example.org>\"\n\
         [booking]\nexpiry_seconds = 3600\n",
        sink.url()
    );
    let app = TestApp::spawn_with(engine, &mail).await;
    let world = World::new(&app, 5).await;
    let role = json!({ "email": COORDINATOR, "name": "Jordan", "role": "coordinator",
        "city": "seattle" });
    app.create("/api/v1/roles", &role).await;
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(
        book(&app, &slot, "ann@school.example.org").await.status,
        201
    );
    app.letters_sent().await;
    let invites = sink.mails().len();

    // A day after the visit, and half a year later.
    app.clock.advance(chrono::Duration::days(8));
    expiry::run(&app.server.app).await.unwrap();
    app.clock.advance(chrono::Duration::days(1));
    // Another letter, whose bell the worker hears: it sleeps by the real clock.
    person::request_link(&app.server.app, COORDINATOR)
        .await
        .unwrap();
    let mut expected = invites + 3;
    wait(&sink, expected).await;
    app.clock.advance(chrono::Duration::days(200));
    assert_eq!(remind::run(&app.server.app).await.unwrap(), 1);
    expected += 1;
    wait(&sink, expected).await;

    let mut to = Vec::new();
    for mail in &sink.mails()[invites..] {
        let raw = std::fs::read_to_string(mail).unwrap();
        assert!(raw.contains("multipart/alternative"), "{raw}");
        assert!(raw.contains("text/plain") && raw.contains("text/html"));
        assert!(!raw.contains("text/calendar"), "{raw}");
        assert_eq!(header(mail, "Auto-Submitted"), "auto-generated");
        to.push(header(mail, "To"));
    }
    for reader in ["ann@school.example.org", HOST_EMAIL, COORDINATOR] {
        assert!(
            to.iter().any(|line| line.contains(reader)),
            "{reader}: {to:?}"
        );
    }
    app.stop().await;
    assert_eq!(sink.mails().len(), expected);
}

/// Until the sink has so many mails.
async fn wait(sink: &Sink, count: usize) {
    let begun = Instant::now();
    while sink.mails().len() < count {
        assert!(begun.elapsed() < PATIENCE, "only {:?}", sink.mails());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
