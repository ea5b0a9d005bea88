//! Requests: asked for, approved by one side or both, declined, lapsed.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{expiry, outbox};

use crate::support::world::{HOST_EMAIL, World, book, id, managed};
use crate::support::{Answer, Engine, TestApp};

async fn seats_left(app: &TestApp, slot: &str) -> i64 {
    let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    slot["seats_left"].as_i64().unwrap()
}

async fn act(app: &TestApp, token: &str, booking: &str, action: &str, body: Value) -> Answer {
    let path = format!("/api/v1/bookings/{booking}/{action}");
    app.send_as(token, Method::POST, &path, &body).await
}

/// What somebody was written about bookings, sorted: the clock of a test stands still.
async fn kinds_to(app: &TestApp, email: &str) -> Vec<String> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let of = letters.into_iter().map(|stored| stored.letter);
    let of = of.filter(|letter| letter.recipient.email == email && letter.booking_id.is_some());
    let mut kinds: Vec<String> = of.map(|letter| letter.kind.to_string()).collect();
    kinds.sort();
    kinds
}

/// A request keeps its seat, so a second one for the last seat is refused at once.
#[rstest]
#[actix_web::test]
async fn the_host_answers_and_the_seat_is_kept_meanwhile(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world.policy(&app, json!({ "approval": "host" })).await;
    let slot = id(&world.slot(&app, 7).await);
    let asked = book(&app, &slot, "ann@example.org").await;
    assert_eq!(
        (asked.status, &asked.body["status"]),
        (201, &json!("requested"))
    );
    assert!(asked.body["respond_by"].is_string());
    book(&app, &slot, "bo@example.org")
        .await
        .assert_problem(409, "slot_full");
    app.letters_sent().await;
    assert_eq!(kinds_to(&app, "ann@example.org").await, ["visit_requested"]);
    assert_eq!(kinds_to(&app, HOST_EMAIL).await, ["visit_to_approve"]);

    let (of, key) = managed(&asked.body);
    // Guests do not answer their own request.
    let path = format!("/api/v1/bookings/{of}/confirm?key={key}");
    app.post(&path, &json!({}))
        .await
        .assert_problem(401, "sign_in_required");
    for _ in 0..2 {
        let done = act(&app, &app.admin, &of, "confirm", json!({})).await;
        assert_eq!(
            (done.status, &done.body["status"]),
            (200, &json!("confirmed"))
        );
        assert_eq!(done.body["respond_by"], Value::Null);
    }
    app.letters_sent().await;
    assert_eq!(
        kinds_to(&app, "ann@example.org").await,
        ["visit_confirmed", "visit_requested"]
    );
    assert_eq!(
        kinds_to(&app, HOST_EMAIL).await,
        ["visit_confirmed", "visit_to_approve"]
    );
    act(&app, &app.admin, &of, "decline", json!({}))
        .await
        .assert_problem(409, "booking_state");
    assert_eq!(seats_left(&app, &slot).await, 0);
}

#[rstest]
#[actix_web::test]
async fn both_cities_answer_in_any_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] guests_first: bool,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world.policy(&app, json!({ "approval": "both" })).await;
    let slot = id(&world.slot(&app, 7).await);
    let city = |slug: &str| json!({ "city": slug });
    let host = app
        .token_of("kao@example.org", "coordinator", city("kaohsiung"))
        .await;
    let guest = app
        .token_of("sea@example.org", "coordinator", city("seattle"))
        .await;
    let member = app
        .token_of("m@example.org", "member", json!({ "host_id": world.host }))
        .await;
    let asked = book(&app, &slot, "ann@example.org").await.body;
    let (of, _) = managed(&asked);
    app.letters_sent().await;
    for email in ["kao@example.org", "sea@example.org"] {
        assert_eq!(kinds_to(&app, email).await, ["visit_to_approve"], "{email}");
    }
    act(&app, &member, &of, "confirm", json!({}))
        .await
        .assert_problem(403, "forbidden");

    let (first, second) = if guests_first {
        (&guest, &host)
    } else {
        (&host, &guest)
    };
    for _ in 0..2 {
        let half = act(&app, first, &of, "confirm", json!({})).await;
        assert_eq!(
            (half.status, &half.body["status"]),
            (200, &json!("requested")),
            "{}",
            half.body
        );
        assert_eq!(half.body["guest_approved"], json!(guests_first));
        assert_eq!(half.body["host_approved"], json!(!guests_first));
    }
    let whole = act(&app, second, &of, "confirm", json!({})).await;
    assert_eq!(
        (whole.status, &whole.body["status"]),
        (200, &json!("confirmed"))
    );
}

#[rstest]
#[actix_web::test]
async fn a_declined_request_gives_its_seat_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world.policy(&app, json!({ "approval": "host" })).await;
    let slot = id(&world.slot(&app, 7).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    for _ in 0..2 {
        let done = act(
            &app,
            &app.admin,
            &of,
            "decline",
            json!({ "reason": "Away." }),
        )
        .await;
        assert_eq!(
            (done.status, &done.body["status"]),
            (200, &json!("declined"))
        );
        assert_eq!(done.body["cancel_reason"], "Away.");
    }
    assert_eq!(seats_left(&app, &slot).await, 1);
    act(&app, &app.admin, &of, "confirm", json!({}))
        .await
        .assert_problem(409, "booking_state");
    let off = format!("/api/v1/bookings/{of}/cancel?key={key}");
    app.post(&off, &json!({}))
        .await
        .assert_problem(409, "booking_state");
    app.letters_sent().await;
    let told = kinds_to(&app, "ann@example.org").await;
    assert!(told.contains(&"visit_declined".to_owned()), "{told:?}");
}

#[rstest]
#[actix_web::test]
async fn a_request_without_an_answer_lapses(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world
        .policy(&app, json!({ "approval": "host", "approval_hours": 24 }))
        .await;
    let slot = id(&world.slot(&app, 7).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    app.letters_sent().await;
    app.clock.advance(Duration::hours(25));
    // Too late, also before the job has come by.
    let late = act(&app, &app.admin, &of, "confirm", json!({})).await;
    late.assert_problem(409, "booking_state");
    expiry::run(&app.server.app).await.unwrap();
    let seen = app
        .get(&format!("/api/v1/bookings/{of}?key={key}"))
        .await
        .body;
    assert_eq!(seen["status"], "lapsed");
    assert_eq!(seats_left(&app, &slot).await, 1);
    assert_eq!(
        kinds_to(&app, "ann@example.org").await,
        ["visit_lapsed", "visit_requested"]
    );
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(
        kinds_to(&app, "ann@example.org").await.len(),
        2,
        "told once"
    );
}

/// Guests who move a visit that was approved ask again; their calendar is told that it is not
/// certain, and a decline takes it out.
#[rstest]
#[actix_web::test]
async fn an_approved_visit_that_guests_move_has_to_be_approved_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    world.policy(&app, json!({ "approval": "host" })).await;
    let slot = id(&world.slot(&app, 7).await);
    let other = id(&world.slot(&app, 8).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    act(&app, &app.admin, &of, "confirm", json!({})).await;
    app.letters_sent().await;
    let path = format!("/api/v1/bookings/{of}/reschedule?key={key}");
    let moved = app.post(&path, &json!({ "slot_id": other })).await;
    assert_eq!(
        (moved.status, &moved.body["status"]),
        (200, &json!("requested"))
    );
    assert_eq!(
        (
            seats_left(&app, &slot).await,
            seats_left(&app, &other).await
        ),
        (1, 0)
    );
    app.letters_sent().await;
    let declined = act(&app, &app.admin, &of, "decline", json!({})).await;
    assert_eq!(declined.body["status"], "declined");
    app.letters_sent().await;
    assert_eq!(
        kinds_to(&app, HOST_EMAIL).await,
        [
            "visit_confirmed",
            "visit_declined",
            "visit_rescheduled",
            "visit_to_approve",
            "visit_to_approve"
        ]
    );
    // A host who moves a visit has thereby agreed to it.
    let (of, _) = managed(&book(&app, &slot, "bo@example.org").await.body);
    act(&app, &app.admin, &of, "confirm", json!({})).await;
    let moved = act(
        &app,
        &app.admin,
        &of,
        "reschedule",
        json!({ "slot_id": other }),
    )
    .await;
    assert_eq!(moved.body["status"], "confirmed", "{}", moved.body);
}

#[rstest]
#[actix_web::test]
async fn a_visit_that_is_over_is_completed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 2).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    app.clock.advance(Duration::days(3));
    expiry::run(&app.server.app).await.unwrap();
    let seen = app
        .get(&format!("/api/v1/bookings/{of}?key={key}"))
        .await
        .body;
    assert_eq!(seen["status"], "completed");
    let off = format!("/api/v1/bookings/{of}/cancel?key={key}");
    app.post(&off, &json!({}))
        .await
        .assert_problem(409, "visit_started");
}
