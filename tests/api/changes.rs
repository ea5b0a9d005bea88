//! What happens to slots and bookings after they were made: seats, moving, attendees.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::outbox;

use crate::support::world::{HOST_EMAIL, World, book, booking_of, id, managed, offer_of, slot_of};
use crate::support::{Answer, Engine, TestApp};

async fn slot_now(app: &TestApp, slot: &str) -> Value {
    app.get(&format!("/api/v1/slots/{slot}")).await.body
}

async fn patch(app: &TestApp, slot: &str, body: Value) -> Answer {
    let path = format!("/api/v1/slots/{slot}");
    app.send_as(&app.admin, Method::PATCH, &path, &body).await
}

/// Who was written what about a booking: address, kind, sequence, state.
async fn told(app: &TestApp, booking: &str) -> Vec<(String, String, i32, String)> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let of = letters.into_iter().rev();
    of.filter(|stored| {
        stored
            .letter
            .booking_id
            .is_some_and(|b| b.to_string() == booking)
    })
    .map(|stored| {
        let letter = stored.letter;
        let kind = letter.kind.to_string();
        (
            letter.recipient.email,
            kind,
            letter.revision,
            stored.state.to_string(),
        )
    })
    .collect()
}

async fn kinds_to(app: &TestApp, booking: &str, email: &str) -> Vec<String> {
    let told = told(app, booking).await.into_iter();
    let mut kinds: Vec<String> = told
        .filter(|(to, ..)| to == email)
        .map(|(_, kind, ..)| kind)
        .collect();
    kinds.sort();
    kinds
}

#[rstest]
#[actix_web::test]
async fn seats_are_raised_and_lowered_but_never_below_what_is_taken(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(book(&app, &slot, "a@example.org").await.status, 201);
    assert_eq!(book(&app, &slot, "b@example.org").await.status, 201);
    patch(&app, &slot, json!({ "capacity": 1 }))
        .await
        .assert_problem(409, "seats_taken");
    let smaller = patch(&app, &slot, json!({ "capacity": 2 })).await;
    assert_eq!(
        (smaller.status, &smaller.body["status"]),
        (200, &json!("full"))
    );
    book(&app, &slot, "c@example.org")
        .await
        .assert_problem(409, "slot_full");
    let larger = patch(&app, &slot, json!({ "capacity": 500 })).await.body;
    assert_eq!(
        (&larger["seats_left"], &larger["status"]),
        (&json!(498), &json!("open"))
    );
    for (wrong, field) in [
        (json!({ "capacity": 0 }), "capacity"),
        (json!({ "status": "full" }), "status"),
    ] {
        let answer = patch(&app, &slot, wrong).await;
        assert_eq!(answer.status, 422);
        assert_eq!(answer.fields()[0].0, field);
    }
    let path = format!("/api/v1/slots/{slot}");
    let stranger = app
        .request(Method::PATCH, &path)
        .json(&json!({ "capacity": 9 }));
    Answer::of(stranger.send().await.unwrap())
        .await
        .assert_problem(401, "sign_in_required");
}

#[rstest]
#[actix_web::test]
async fn a_closed_slot_takes_no_bookings_until_it_is_opened_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    for _ in 0..2 {
        let closed = patch(&app, &slot, json!({ "status": "closed" })).await;
        assert_eq!(
            (closed.status, &closed.body["status"]),
            (200, &json!("closed"))
        );
    }
    book(&app, &slot, "a@example.org")
        .await
        .assert_problem(409, "slot_closed");
    assert_eq!(
        patch(&app, &slot, json!({ "status": "open" })).await.status,
        200
    );
    assert_eq!(book(&app, &slot, "a@example.org").await.status, 201);
    let log = app
        .get(&format!("/api/v1/events?topic={}&after=0", world.topic))
        .await
        .body;
    let kinds: Vec<&str> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"slot.closed") && kinds.contains(&"slot.reopened"),
        "{kinds:?}"
    );
    let path = format!("/api/v1/slots/{slot}");
    app.send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await;
    patch(&app, &slot, json!({ "status": "open" }))
        .await
        .assert_problem(409, "slot_cancelled");
}

/// New seat taken, old one freed, same booking, same UID, SEQUENCE raised; everybody is told once.
#[rstest]
#[actix_web::test]
async fn a_guest_moves_a_booking(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let from = id(&world.slot(&app, 7).await);
    let to = id(&world.slot(&app, 8).await);
    let mut body = booking_of(&from, "ann@example.org");
    body["seats"] = 2.into();
    let booking = app.post("/api/v1/bookings", &body).await.body;
    let (of, key) = managed(&booking);
    app.letters_sent().await;
    let path = format!("/api/v1/bookings/{of}/reschedule?key={key}");
    for _ in 0..2 {
        let moved = app.post(&path, &json!({ "slot_id": to })).await;
        assert_eq!(moved.status, 200, "{}", moved.body);
        assert_eq!(
            (&moved.body["id"], &moved.body["sequence"]),
            (&booking["id"], &json!(1))
        );
        assert_eq!(moved.body["slot"]["id"], json!(to));
        assert_eq!(moved.body["manage_url"], booking["manage_url"]);
    }
    assert_eq!(slot_now(&app, &from).await["seats_left"], 2);
    assert_eq!(slot_now(&app, &to).await["seats_left"], 0);
    app.letters_sent().await;
    let mut moved: Vec<_> = told(&app, &of)
        .await
        .into_iter()
        .filter(|t| t.1 == "visit_rescheduled")
        .collect();
    moved.sort();
    let expected = |email: &str| {
        (
            email.to_owned(),
            "visit_rescheduled".to_owned(),
            1,
            "sent".to_owned(),
        )
    };
    assert_eq!(moved, [expected("ann@example.org"), expected(HOST_EMAIL)]);
    let events = app
        .get(&format!(
            "/api/v1/events?topic=booking/{of}&after=0&key={key}"
        ))
        .await
        .body;
    assert_eq!(events["items"][1]["kind"], "booking.rescheduled");
    assert_eq!(events["items"][1]["data"]["slot_id"], json!(to));
}

#[rstest]
#[actix_web::test]
async fn a_move_that_cannot_be_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let from = id(&world.slot(&app, 7).await);
    let full = id(&world.slot(&app, 8).await);
    assert_eq!(book(&app, &full, "b@example.org").await.status, 201);
    let closed = id(&world.slot(&app, 9).await);
    patch(&app, &closed, json!({ "status": "closed" })).await;
    let other = id(&app
        .create("/api/v1/offers", &offer_of(&world.host, 5, "public"))
        .await);
    let foreign = id(&app
        .create("/api/v1/slots", &slot_of(&app, &other, 10, 9))
        .await);
    let begun = id(&world.slot(&app, 2).await);
    let (of, key) = managed(&book(&app, &from, "ann@example.org").await.body);
    app.clock.advance(Duration::days(3));
    let path = format!("/api/v1/bookings/{of}/reschedule?key={key}");
    let table = [
        (full.as_str(), 409, "slot_full"),
        (&closed, 409, "slot_closed"),
        (&begun, 409, "slot_started"),
        (&foreign, 422, "invalid_input"),
        ("0193f8a0-0000-7000-8000-000000000001", 422, "invalid_input"),
        ("nonsense", 404, "not_found"),
    ];
    for (to, status, code) in table {
        app.post(&path, &json!({ "slot_id": to }))
            .await
            .assert_problem(status, code);
    }
    let forged = format!(
        "/api/v1/bookings/{of}/reschedule?key={}",
        key.replace('a', "b")
    );
    app.post(&forged, &json!({ "slot_id": full }))
        .await
        .assert_problem(404, "not_found");
    let seen = app
        .get(&format!("/api/v1/bookings/{of}?key={key}"))
        .await
        .body;
    assert_eq!(
        (&seen["slot"]["id"], &seen["sequence"]),
        (&json!(from), &json!(0))
    );
    assert_eq!(slot_now(&app, &from).await["seats_left"], 0);
    assert_eq!(slot_now(&app, &foreign).await["seats_left"], 5);
    // What is off cannot be moved.
    app.post(
        &format!("/api/v1/bookings/{of}/cancel?key={key}"),
        &json!({}),
    )
    .await;
    app.post(&path, &json!({ "slot_id": full }))
        .await
        .assert_problem(409, "booking_state");
}

#[rstest]
#[actix_web::test]
async fn guests_may_change_a_visit_until_its_deadline_and_hosts_until_it_begins(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    world.policy(&app, json!({ "change_hours": 48 })).await;
    let slot = id(&world.slot(&app, 4).await);
    let other = id(&world.slot(&app, 9).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    app.clock.advance(Duration::days(3));
    for (action, body) in [
        ("cancel", json!({})),
        ("reschedule", json!({ "slot_id": other })),
    ] {
        let path = format!("/api/v1/bookings/{of}/{action}?key={key}");
        app.post(&path, &body).await.assert_problem(409, "too_late");
    }
    let path = format!("/api/v1/bookings/{of}/cancel");
    let by_host = app
        .send_as(&app.admin, Method::POST, &path, &json!({}))
        .await;
    assert_eq!(
        (by_host.status, &by_host.body["status"]),
        (200, &json!("cancelled"))
    );
}

/// Who is new is invited, who is removed is told alone, who stays hears nothing.
#[rstest]
#[actix_web::test]
async fn attendees_come_and_go(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 9).await;
    let slot = id(&world.slot(&app, 7).await);
    let mut body = booking_of(&slot, "ann@example.org");
    body["attendees"] = json!([{ "name": "Bo", "email": "bo@example.org" },
        { "name": "Cy", "email": "cy@example.org" }]);
    let (of, key) = managed(&app.post("/api/v1/bookings", &body).await.body);
    app.letters_sent().await;
    let path = format!("/api/v1/bookings/{of}/attendees?key={key}");
    let wanted = json!({ "attendees": [{ "name": "Bo", "email": "BO@example.org" },
        { "name": "Di", "email": "di@example.org", "locale": "zh-TW" }] });
    for _ in 0..2 {
        let changed = app.put(&path, &wanted).await;
        assert_eq!(
            (changed.status, &changed.body["sequence"]),
            (200, &json!(1)),
            "{}",
            changed.body
        );
    }
    app.letters_sent().await;
    for (email, kinds) in [
        ("ann@example.org", vec!["visit_confirmed"]),
        ("bo@example.org", vec!["visit_confirmed"]),
        ("cy@example.org", vec!["visit_confirmed", "visit_left"]),
        ("di@example.org", vec!["visit_confirmed"]),
        (HOST_EMAIL, vec!["visit_confirmed"]),
    ] {
        assert_eq!(kinds_to(&app, &of, email).await, kinds, "{email}");
    }
    let many: Vec<Value> = (0..600)
        .map(|n| json!({ "name": "G", "email": format!("g{n}@example.org") }))
        .collect();
    let table = [
        (json!(many), "attendees", "too_many"),
        (
            json!([{ "name": "A", "email": "ANN@example.org" }]),
            "attendees[0].email",
            "duplicate_email",
        ),
        (
            json!([{ "name": "", "email": "x@example.org" }]),
            "attendees[0].name",
            "required",
        ),
    ];
    for (attendees, field, code) in table {
        app.put(&path, &json!({ "attendees": attendees }))
            .await
            .assert_field(field, code);
    }
    let forged = format!("/api/v1/bookings/{of}/attendees?key=x");
    app.put(&forged, &wanted)
        .await
        .assert_problem(404, "not_found");
}
