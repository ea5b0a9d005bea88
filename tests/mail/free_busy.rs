//! A host's busy times as other programs read them.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, expiry};

use crate::sink::{all_validated, read_by_ical_js};
use crate::support::world::{World, book, id, managed};
use crate::support::{Engine, TestApp};

/// What icalendar, vobject and ical.js read of the host's busy times, and the bytes.
async fn read(app: &TestApp) -> (Value, String) {
    let token = app.host_feed().await;
    let busy = app.get(&format!("/calendar/{token}/busy.ics")).await;
    let text = busy.body.as_str().unwrap().to_owned();
    let folder = tempfile::tempdir().unwrap();
    let files: [PathBuf; 1] = [folder.path().join("busy.ics")];
    std::fs::write(&files[0], &text).unwrap();
    let mut read = all_validated(&files);
    assert_eq!(read, read_by_ical_js(&files));
    assert_eq!(read.len(), 1);
    (read.remove(0), text)
}

fn at(of: &Value) -> DateTime<Utc> {
    of.as_str().unwrap().parse().unwrap()
}

#[rstest]
#[actix_web::test]
async fn busy_times_name_their_host_and_the_range_they_speak_of(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let (busy, text) = read(&app).await;
    assert_eq!(busy["uid"], format!("{}@sisterline", world.host));
    assert_eq!(busy["busy"], json!([]));
    let now = app.clock.now();
    assert!(at(&busy["start"]) < now && now < at(&busy["end"]), "{busy}");
    assert!(at(&busy["stamp"]) <= now, "{busy}");
    // A calendar that asks again on the same day is told that nothing has changed.
    assert_eq!(read(&app).await.1, text);

    // Two parties of one slot take it up once; a slot that nobody has booked is free.
    let (first, second) = (world.slot(&app, 7).await, world.slot(&app, 8).await);
    world.slot(&app, 9).await;
    for email in ["ann@example.org", "ben@example.org"] {
        assert_eq!(book(&app, &id(&first), email).await.status, 201);
    }
    let (of, key) = managed(&book(&app, &id(&second), "ann@example.org").await.body);
    let taken = |slot: &Value| json!([slot["starts_at"], slot["ends_at"]]);
    let (told, text) = read(&app).await;
    assert_eq!(told["busy"], json!([taken(&first), taken(&second)]));
    assert_eq!(told["uid"], busy["uid"]);
    assert!(
        !text.contains("example.org") && !text.contains("tour"),
        "{text}"
    );

    // What is called off is free again, and newer than what said otherwise.
    app.clock.advance(chrono::Duration::minutes(5));
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    assert_eq!(app.post(&cancel, &json!({})).await.status, 200);
    let (freed, _) = read(&app).await;
    assert_eq!(freed["busy"], json!([taken(&first)]));
    assert!(
        at(&freed["stamp"]) > at(&told["stamp"]),
        "{freed} after {told}"
    );

    // A visit that is over was busy for a month.
    app.clock.advance(chrono::Duration::days(8));
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(read(&app).await.0["busy"], json!([taken(&first)]));
    app.clock.advance(chrono::Duration::days(32));
    assert_eq!(read(&app).await.0["busy"], json!([]));
}
