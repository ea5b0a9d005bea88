//! `kill -9` right after an answer: what was answered is kept, and what follows from it follows.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use reqwest::{Client, Method};
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, SystemClock};

use crate::program::{Place, Program, eventually};
use crate::support::world::{kaohsiung, seattle};
use crate::support::{Answer, Engine, TestDatabase};

async fn send(program: &Program, token: &str, method: Method, path: &str, body: &Value) -> Answer {
    let request = Client::new()
        .request(method, format!("{}{path}", program.url))
        .json(body);
    let request = if token.is_empty() {
        request
    } else {
        request.bearer_auth(token)
    };
    Answer::of(request.send().await.unwrap()).await
}

async fn create(program: &Program, token: &str, path: &str, body: &Value) -> String {
    let answer = send(program, token, Method::POST, path, body).await;
    assert_eq!(answer.status, 201, "{path}: {}", answer.body);
    answer.body["id"].as_str().unwrap_or_default().to_owned()
}

/// Lets the leases of the dead worker run out now, not after the minutes that they are given. An
/// embedded database needs no such help: nobody else can hold its letters.
#[allow(
    clippy::disallowed_methods,
    reason = "a plain connection, to let time pass"
)]
pub fn end_leases(database: &TestDatabase) {
    if database.url.starts_with("postgres") {
        PgConnection::establish(&database.url)
            .unwrap()
            .batch_execute("UPDATE letter SET lease_until = created_at WHERE state = 'sending'")
            .unwrap();
    }
}

#[rstest]
#[actix_web::test]
async fn what_was_answered_survives_a_kill(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let place = Place::new(&database.url);
    let mut program = place.serve();
    let token = place.says(&["admin", "token", "admin@example.org"]);
    create(&program, &token, "/api/v1/cities", &kaohsiung()).await;
    create(&program, &token, "/api/v1/cities", &seattle()).await;
    let host = json!({ "city": "kaohsiung", "name": "Office", "kind": "office",
        "track": "official" });
    let host = create(&program, &token, "/api/v1/hosts", &host).await;
    let offer = json!({ "host_id": host, "title": "Tour", "duration_minutes": 45,
        "capacity": 9, "visibility": "public" });
    let offer = create(&program, &token, "/api/v1/offers", &offer).await;
    let day = SystemClock.now() + Duration::days(7);
    let slot = json!({ "offer_id": offer,
        "local_start": day.format("%Y-%m-%dT09:00").to_string() });
    let slot = create(&program, &token, "/api/v1/slots", &slot).await;

    for round in 0..4 {
        let email = format!("guest{round}@example.org");
        let body = json!({ "slot_id": slot, "city": "seattle", "organization": "School",
            "contact": { "name": "Ann Lee", "email": email } });
        let booked = send(&program, "", Method::POST, "/api/v1/bookings", &body).await;
        program.kill();
        assert_eq!(booked.status, 201, "{}", booked.body);
        end_leases(&database);
        program = place.serve();

        let id = booked.body["id"].as_str().unwrap();
        let (_, key) = booked.body["manage_url"]
            .as_str()
            .unwrap()
            .split_once("key=")
            .unwrap();
        let path = format!("/api/v1/bookings/{id}?key={key}");
        let seen = send(&program, "", Method::GET, &path, &json!({})).await;
        assert_eq!(
            (seen.status, &seen.body["status"]),
            (200, &"confirmed".into())
        );
        assert_eq!(seen.body["slot"]["seats_left"], 8 - round);

        for (topic, last) in [
            (format!("booking/{id}&key={key}"), "booking.confirmed"),
            (format!("offer/{offer}"), "slot.booked"),
        ] {
            let path = format!("/api/v1/events?topic={topic}&after=0");
            let log = send(&program, "", Method::GET, &path, &json!({})).await;
            let events = log.body["items"].as_array().unwrap();
            assert_eq!(events.last().unwrap()["kind"], last);
            let count = if last == "slot.booked" { round + 2 } else { 1 };
            assert_eq!(events.len(), usize::try_from(count).unwrap());
        }
        eventually("the letter is sent", || async {
            let sent = place.letters();
            sent.iter().any(|letter| letter.contains(&email))
        })
        .await;
    }
    // A letter is one file, however often it was tried.
    assert_eq!(place.letters().len(), 4);
}
