//! How much a stranger may cause.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{World, booking_of, id};
use crate::support::{Answer, Engine, TestApp};

async fn book_from(app: &TestApp, address: &str, body: &Value) -> Answer {
    let request = app
        .request(Method::POST, "/api/v1/bookings")
        .header("x-forwarded-for", address)
        .json(body);
    Answer::of(request.send().await.unwrap()).await
}

/// One address has so many letters an hour; another one, and whoever is signed in, is not
/// concerned.
#[rstest]
#[actix_web::test]
async fn letters_are_rationed_by_address(#[values(Engine::Sqlite)] engine: Engine) {
    let app = TestApp::spawn_with(engine, "[limits]\nguest_letters_per_hour = 4\n").await;
    let world = World::new(&app, 9).await;
    let slot = id(&world.slot(&app, 7).await);
    let party = |n: u32| {
        let mut party = booking_of(&slot, &format!("ann{n}@example.org"));
        party["attendees"] = json!([{ "name": "Bo", "email": format!("bo{n}@example.org") }]);
        party
    };

    for n in 0..2 {
        let booked = book_from(&app, "203.0.113.9", &party(n)).await;
        assert_eq!(booked.status, 201, "{}", booked.body);
    }
    let refused = book_from(&app, "203.0.113.9", &party(2)).await;
    refused.assert_problem(429, "too_many_requests");
    let invented = book_from(&app, "192.0.2.1, 203.0.113.9", &party(2)).await;
    invented.assert_problem(429, "too_many_requests");
    let other = book_from(&app, "203.0.113.10", &party(3)).await;
    assert_eq!(other.status, 201, "{}", other.body);
    let known = app
        .send_as(&app.admin, Method::POST, "/api/v1/bookings", &party(4))
        .await;
    assert_eq!(known.status, 201, "{}", known.body);

    app.clock.advance(Duration::minutes(30));
    let later = book_from(&app, "203.0.113.9", &party(5)).await;
    assert_eq!(later.status, 201, "two are there again: {}", later.body);
    let request = app
        .request(Method::POST, "/api/v1/sign-in")
        .header("x-forwarded-for", "203.0.113.9")
        .json(&json!({ "email": "ann@example.org" }));
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 429);
    assert_eq!(answer.headers()["retry-after"], "900");
}
