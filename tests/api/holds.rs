//! Holds and waiting lists: seats kept for a while, in order, and no way past those who wait.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{expiry, outbox};

use crate::support::world::{World, book, booking_of, id, managed};
use crate::support::{Answer, Engine, TestApp};

async fn slot_now(app: &TestApp, slot: &str) -> Value {
    app.get(&format!("/api/v1/slots/{slot}")).await.body
}

async fn hold(app: &TestApp, slot: &str, seats: i32) -> Answer {
    app.post(
        &format!("/api/v1/slots/{slot}/holds"),
        &json!({ "seats": seats }),
    )
    .await
}

fn token(held: &Answer) -> String {
    assert_eq!(held.status, 201, "{}", held.body);
    held.body["token"].as_str().unwrap().to_owned()
}

async fn book_with(app: &TestApp, slot: &str, email: &str, token: &str) -> Answer {
    let mut body = booking_of(slot, email);
    body["hold_token"] = token.into();
    app.post("/api/v1/bookings", &body).await
}

async fn wait(app: &TestApp, slot: &str, email: &str, seats: i32) -> Answer {
    let body = json!({ "city": "seattle", "organization": "Club", "seats": seats,
        "contact": { "name": "W", "email": email } });
    app.post(&format!("/api/v1/slots/{slot}/waitlist"), &body)
        .await
}

/// Path and query of a place on a waiting list.
fn place(joined: &Answer) -> String {
    assert_eq!(joined.status, 201, "{}", joined.body);
    let url = joined.body["manage_url"].as_str().unwrap();
    let (_, place) = url.split_once("/waiting/").unwrap();
    format!("/api/v1/waiting/{place}")
}

#[rstest]
#[actix_web::test]
async fn a_hold_keeps_its_seats_for_its_holder(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let slot = id(&world.slot(&app, 7).await);
    let held = token(&hold(&app, &slot, 2).await);
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_left"], &seen["seats_held"], &seen["status"]),
        (&json!(0), &json!(2), &json!("full"))
    );
    book(&app, &slot, "b@example.org")
        .await
        .assert_problem(409, "slot_full");
    hold(&app, &slot, 1).await.assert_problem(409, "slot_full");
    // A host who closes the slot takes nothing from who holds seats of it.
    let path = format!("/api/v1/slots/{slot}");
    app.send_as(
        &app.admin,
        Method::PATCH,
        &path,
        &json!({ "status": "closed" }),
    )
    .await;
    app.send_as(&app.admin, Method::PATCH, &path, &json!({ "capacity": 1 }))
        .await
        .assert_problem(409, "seats_taken");
    assert_eq!(
        book_with(&app, &slot, "a@example.org", &held).await.status,
        201
    );
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_left"], &seen["seats_held"]),
        (&json!(1), &json!(0))
    );
    // A hold is used once.
    book_with(&app, &slot, "c@example.org", &held)
        .await
        .assert_problem(409, "hold_expired");
}

#[rstest]
#[actix_web::test]
async fn a_hold_is_renewed_released_and_expires(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let other = id(&world.slot(&app, 8).await);
    let held = token(&hold(&app, &slot, 1).await);
    let path = format!("/api/v1/holds/{held}");
    app.clock.advance(Duration::minutes(4));
    let renewed = app.put(&path, &json!({ "seats": 3 })).await;
    assert_eq!(
        (renewed.status, &renewed.body["seats"]),
        (200, &json!(3)),
        "{}",
        renewed.body
    );
    app.clock.advance(Duration::minutes(4));
    assert_eq!(slot_now(&app, &slot).await["seats_left"], 0, "still kept");
    app.put(&path, &json!({ "seats": 4 }))
        .await
        .assert_problem(409, "slot_full");
    let foreign = book_with(&app, &other, "a@example.org", &held).await;
    foreign.assert_field("hold_token", "other_slot");
    // Expired, and nobody has swept it yet: it blocks nobody, and is worth nothing.
    app.clock.advance(Duration::minutes(2));
    book_with(&app, &slot, "a@example.org", &held)
        .await
        .assert_problem(409, "hold_expired");
    app.put(&path, &json!({}))
        .await
        .assert_problem(409, "hold_expired");
    assert_eq!(book(&app, &slot, "a@example.org").await.status, 201);
    assert_eq!(slot_now(&app, &slot).await["seats_left"], 2);
    for unknown in ["x", &"f".repeat(64)] {
        book_with(&app, &slot, "z@example.org", unknown)
            .await
            .assert_problem(409, "hold_expired");
        assert_eq!(
            app.delete(&format!("/api/v1/holds/{unknown}")).await.status,
            204
        );
    }
    let held = token(&hold(&app, &slot, 2).await);
    for _ in 0..2 {
        assert_eq!(
            app.delete(&format!("/api/v1/holds/{held}")).await.status,
            204
        );
        assert_eq!(slot_now(&app, &slot).await["seats_left"], 2);
    }
    let held = token(&hold(&app, &slot, 2).await);
    let beacon = app
        .post(&format!("/api/v1/holds/{held}/release"), &json!({}))
        .await;
    assert_eq!(
        (beacon.status, &slot_now(&app, &slot).await["seats_left"]),
        (204, &json!(2))
    );
    // By the clock alone.
    hold(&app, &slot, 2).await;
    app.clock.advance(Duration::minutes(6));
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(slot_now(&app, &slot).await["seats_left"], 2);
    // However often it is renewed, it ends.
    let held = token(&hold(&app, &slot, 2).await);
    for _ in 0..8 {
        app.clock.advance(Duration::minutes(4));
        app.put(&format!("/api/v1/holds/{held}"), &json!({})).await;
    }
    assert_eq!(book(&app, &slot, "b@example.org").await.status, 201);
}

#[rstest]
#[actix_web::test]
async fn holds_are_not_hoarded_and_a_repeated_request_gets_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn_with(
        engine,
        "[booking]\nholds_per_address = 4\nseats_per_address = 6",
    )
    .await;
    let world = World::new(&app, 50).await;
    let slot = id(&world.slot(&app, 7).await);
    let mut cookie = String::new();
    for n in 0..4 {
        let request = app.request(Method::POST, &format!("/api/v1/slots/{slot}/holds"));
        let request = request.header("cookie", cookie.clone()).json(&json!({}));
        let response = request.send().await.unwrap();
        if let Some(set) = response.headers().get("set-cookie") {
            cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        let answer = Answer::of(response).await;
        if n < 3 {
            assert_eq!(answer.status, 201)
        } else {
            answer.assert_problem(409, "too_many_holds")
        }
    }
    // Another browser at the same address: one more hold, and three more seats.
    hold(&app, &slot, 4)
        .await
        .assert_problem(409, "too_many_holds");
    let keyed = |key: &str| {
        let request = app.request(Method::POST, &format!("/api/v1/slots/{slot}/holds"));
        request
            .header("idempotency-key", key)
            .json(&json!({ "seats": 2 }))
    };
    let first = Answer::of(keyed("k").send().await.unwrap()).await;
    let again = Answer::of(keyed("k").send().await.unwrap()).await;
    assert_eq!((first.status, &first), (201, &again));
    hold(&app, &slot, 1)
        .await
        .assert_problem(409, "too_many_holds");
    for seats in [0, -1, 20_000] {
        assert_eq!(hold(&app, &slot, seats).await.status, 422);
    }
    hold(&app, "0193f8a0-0000-7000-8000-000000000001", 1)
        .await
        .assert_problem(404, "not_found");
}

#[rstest]
#[actix_web::test]
async fn freed_seats_go_to_those_who_wait_in_their_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let slot = id(&world.slot(&app, 7).await);
    wait(&app, &slot, "early@example.org", 1)
        .await
        .assert_problem(409, "seats_left");
    let mut body = booking_of(&slot, "ann@example.org");
    body["seats"] = 2.into();
    let (of, key) = managed(&app.post("/api/v1/bookings", &body).await.body);
    let first = wait(&app, &slot, "w1@example.org", 1).await;
    let second = wait(&app, &slot, "w2@example.org", 1).await;
    let third = wait(&app, &slot, "w3@example.org", 1).await;
    assert_eq!(third.body["ahead"], 2);
    wait(&app, &slot, "W1@example.org", 1)
        .await
        .assert_problem(409, "already_waiting");
    wait(&app, &slot, "big@example.org", 3)
        .await
        .assert_field("seats", "out_of_range");

    let off = format!("/api/v1/bookings/{of}/cancel?key={key}");
    assert_eq!(app.post(&off, &json!({})).await.status, 200);
    // Two seats are free, and kept: nobody else gets them.
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_held"], &seen["waiting"], &seen["status"]),
        (&json!(2), &json!(1), &json!("full"))
    );
    book(&app, &slot, "x@example.org")
        .await
        .assert_problem(409, "slot_full");
    hold(&app, &slot, 1).await.assert_problem(409, "slot_full");
    let (one, two, three) = (place(&first), place(&second), place(&third));
    let offered = app.get(&one).await.body;
    assert_eq!(offered["status"], "offered");
    let letters = outbox::newest(&app.server.app, 100).await.unwrap();
    let told = letters
        .iter()
        .filter(|l| l.letter.kind.as_str() == "waiting_offered")
        .count();
    assert_eq!(told, 2);

    let kept = offered["hold_token"].as_str().unwrap().to_owned();
    assert_eq!(
        book_with(&app, &slot, "w1@example.org", &kept).await.status,
        201
    );
    assert_eq!(app.get(&one).await.body["status"], "booked");
    // The second lets the day pass, and it is the third's turn.
    app.clock.advance(Duration::hours(25));
    expiry::run(&app.server.app).await.unwrap();
    assert_eq!(app.get(&two).await.body["status"], "passed");
    assert_eq!(app.get(&three).await.body["status"], "offered");
    // Who leaves gives their seat to everybody, as nobody waits any more.
    for _ in 0..2 {
        assert_eq!(app.delete(&three).await.body["status"], "left");
    }
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_left"], &seen["waiting"]),
        (&json!(1), &json!(0))
    );
    let forged = format!("{}0", &three[..three.len() - 1]);
    if forged != three {
        app.get(&forged).await.assert_problem(404, "not_found");
        app.delete(&forged).await.assert_problem(404, "not_found");
    }
}

/// A seat that is too little for the first waits for them: a smaller party does not overtake.
#[rstest]
#[actix_web::test]
async fn nobody_gets_past_the_queue(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    world.policy(&app, json!({ "approval": "host" })).await;
    let slot = id(&world.slot(&app, 7).await);
    let (a, key) = managed(&book(&app, &slot, "a@example.org").await.body);
    let (b, _) = managed(&book(&app, &slot, "b@example.org").await.body);
    let two = place(&wait(&app, &slot, "two@example.org", 2).await);
    let one = place(&wait(&app, &slot, "one@example.org", 1).await);
    app.post(
        &format!("/api/v1/bookings/{a}/cancel?key={key}"),
        &json!({}),
    )
    .await;
    assert_eq!(app.get(&two).await.body["status"], "waiting");
    assert_eq!(app.get(&one).await.body["status"], "waiting");
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_left"], &seen["status"]),
        (&json!(0), &json!("full"))
    );
    book(&app, &slot, "x@example.org")
        .await
        .assert_problem(409, "slot_full");
    // A declined request frees the other seat: now the first fits.
    let decline = format!("/api/v1/bookings/{b}/decline");
    app.send_as(&app.admin, Method::POST, &decline, &json!({}))
        .await;
    let offered = app.get(&two).await.body;
    assert_eq!(offered["status"], "offered");
    let kept = offered["hold_token"].as_str().unwrap();
    let mut body = booking_of(&slot, "two@example.org");
    (body["seats"], body["hold_token"]) = (2.into(), kept.into());
    let asked = app.post("/api/v1/bookings", &body).await;
    assert_eq!(
        (asked.status, &asked.body["status"]),
        (201, &json!("requested")),
        "approval still counts"
    );
    // More seats serve who still waits; a slot that is cancelled ends the waiting.
    let path = format!("/api/v1/slots/{slot}");
    app.send_as(&app.admin, Method::PATCH, &path, &json!({ "capacity": 3 }))
        .await;
    assert_eq!(app.get(&one).await.body["status"], "offered");
    let late = place(&wait(&app, &slot, "late@example.org", 1).await);
    app.send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await;
    for place in [&one, &late] {
        assert_eq!(app.get(place).await.body["status"], "ended");
    }
    let seen = slot_now(&app, &slot).await;
    assert_eq!(
        (&seen["seats_held"], &seen["waiting"]),
        (&json!(0), &json!(0))
    );
    world.policy(&app, json!({ "waiting_list": false })).await;
    let other = id(&world.slot(&app, 8).await);
    wait(&app, &other, "w@example.org", 1)
        .await
        .assert_problem(409, "no_waiting_list");
}
