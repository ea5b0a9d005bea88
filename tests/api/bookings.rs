//! `/api/v1/bookings`: booking, looking, calling off, and all that is refused.

use chrono::Duration;
use futures_util::future::join_all;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::outbox;

use crate::support::world::{HOST_EMAIL, World, book, booking_of, id, offer_of, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// Path and query of a booking's manage link.
fn managed(booking: &Value) -> (String, String) {
    let url = booking["manage_url"].as_str().unwrap();
    let (_, key) = url.split_once("?key=").unwrap();
    (id(booking), key.to_owned())
}

async fn seats_left(app: &TestApp, slot: &str) -> i64 {
    let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    slot["seats_left"].as_i64().unwrap()
}

/// Who was written what kind of letter, sorted.
async fn letters(app: &TestApp) -> Vec<(String, String)> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let mut letters: Vec<_> = letters
        .into_iter()
        .map(|stored| {
            (
                stored.letter.recipient.email,
                stored.letter.kind.to_string(),
            )
        })
        .collect();
    letters.sort();
    letters
}

async fn post_with_key(app: &TestApp, key: &str, body: &Value) -> Answer {
    let request = app
        .request(Method::POST, "/api/v1/bookings")
        .header("idempotency-key", key)
        .json(body);
    Answer::of(request.send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn a_booking_says_all_that_its_contact_needs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let mut body = booking_of(&slot, "ann@example.org");
    body["seats"] = 2.into();
    body["note"] = "Two of us.\r\nOne by wheelchair.".into();
    body["no_such_field"] = json!({ "is": "ignored" });
    body["attendees"] = json!([{ "name": "Bo", "email": "bo@example.org", "locale": "zh-TW",
        "zone": "Asia/Taipei" }]);
    let booking = app.post("/api/v1/bookings", &body).await;
    assert_eq!(booking.status, 201, "{}", booking.body);
    let booking = booking.body;
    assert_eq!(booking["status"], "confirmed");
    assert_eq!(booking["seats"], 2);
    assert_eq!(booking["slot"]["seats_left"], 1);
    assert_eq!(booking["note"], "Two of us.\nOne by wheelchair.");
    assert_eq!(booking["meeting_url"], "https://meet.example.org/tour");
    let people: Vec<_> = booking["attendees"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| {
            (
                a["part"].as_str().unwrap(),
                a["email"].as_str(),
                a["zone"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            ("contact", Some("ann@example.org"), "America/Los_Angeles"),
            ("guest", Some("bo@example.org"), "Asia/Taipei"),
            ("host", None, "Asia/Taipei"),
        ],
        "a host's address is not told to guests"
    );
    assert_eq!(
        letters(&app).await,
        [
            ("ann@example.org".into(), "visit_confirmed".into()),
            ("bo@example.org".into(), "visit_confirmed".into()),
            (HOST_EMAIL.into(), "visit_confirmed".into()),
        ]
    );
    let (of, key) = managed(&booking);
    let mut seen = app
        .get(&format!("/api/v1/bookings/{of}?key={key}"))
        .await
        .body;
    // The log's place in the first answer is the one before the booking's own event.
    seen["live"] = booking["live"].clone();
    assert_eq!(seen, booking);
    // Hosts see the guests' side, and are not handed the guests' link.
    let seen = app
        .send_as(
            &app.admin,
            Method::GET,
            &format!("/api/v1/bookings/{of}"),
            &json!({}),
        )
        .await;
    assert_eq!(seen.status, 200);
    assert_eq!(seen.body["manage_url"], Value::Null);
}

/// People are told in the order in which they were named, however many there are.
#[rstest]
#[actix_web::test]
async fn attendees_keep_their_order(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 30).await;
    let slot = id(&world.slot(&app, 7).await);
    let mut body = booking_of(&slot, "ann@example.org");
    let named: Vec<String> = (0..20).map(|n| format!("guest{n}@example.org")).collect();
    body["attendees"] = named
        .iter()
        .map(|email| json!({ "name": "Guest", "email": email }))
        .collect();
    let booking = app.post("/api/v1/bookings", &body).await.body;
    let told: Vec<&str> = booking["attendees"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|a| a["part"] == "guest")
        .map(|a| a["email"].as_str().unwrap())
        .collect();
    assert_eq!(told, named);
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    let long = "x".repeat(10_000);
    let table = [
        (json!({ "city": "atlantis" }), "city", "unknown_city"),
        (json!({ "city": "sea\u{0}ttle" }), "city", "unknown_city"),
        (json!({ "city": "" }), "city", "unknown_city"),
        (json!({ "organization": "" }), "organization", "required"),
        (json!({ "organization": long }), "organization", "too_long"),
        (
            json!({ "organization": "A\r\nBcc: x@example.org" }),
            "organization",
            "control_characters",
        ),
        (json!({ "seats": 0 }), "seats", "out_of_range"),
        (json!({ "seats": -1 }), "seats", "out_of_range"),
        (json!({ "seats": 2_000_000_000 }), "seats", "out_of_range"),
        (json!({ "seats": "two" }), "seats", "wrong_type"),
        (json!({ "seats": 1.5 }), "seats", "wrong_type"),
        (
            json!({ "seats": 99_999_999_999_u64 }),
            "seats",
            "wrong_type",
        ),
        (json!({ "note": long }), "note", "too_long"),
        (json!({ "note": "nul\u{0}" }), "note", "control_characters"),
        (json!({ "note": 7 }), "note", "wrong_type"),
        (json!({ "contact": {} }), "contact.name", "required"),
        (json!({ "contact": {} }), "contact.email", "invalid_email"),
        (json!({ "contact": null }), "contact", "wrong_type"),
        (
            json!({ "contact": { "name": "A\nB", "email": "a@example.org" } }),
            "contact.name",
            "control_characters",
        ),
        (
            json!({ "contact": { "name": "\u{200b}\u{feff}", "email": "a@example.org" } }),
            "contact.name",
            "required",
        ),
        (
            json!({ "contact": { "name": long, "email": "a@example.org" } }),
            "contact.name",
            "too_long",
        ),
        (
            json!({ "contact": { "name": "A", "email": "a@example.org\r\nBcc: b@example.org" } }),
            "contact.email",
            "invalid_email",
        ),
        (
            json!({ "contact": { "name": "A", "email": format!("a@{long}.org") } }),
            "contact.email",
            "invalid_email",
        ),
        (
            json!({ "contact": { "name": "A", "email": "a@example.org", "zone": "Mars/Olympus" } }),
            "contact.zone",
            "unknown_zone",
        ),
        (
            json!({ "attendees": [{ "name": "B", "email": "b" }] }),
            "attendees[0].email",
            "invalid_email",
        ),
        (
            json!({ "attendees": [{ "name": "B", "email": 7 }] }),
            "attendees[0].email",
            "wrong_type",
        ),
        (
            json!({ "attendees": [{ "name": "B", "email": "ANN@example.org" }] }),
            "attendees[0].email",
            "duplicate_email",
        ),
        (json!({ "attendees": "B" }), "attendees", "wrong_type"),
    ];
    for (change, field, code) in table {
        let mut body = booking_of(&slot, "ann@example.org");
        body.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app.post("/api/v1/bookings", &body).await;
        assert_eq!(answer.code(), "invalid_input", "{change}: {}", answer.body);
        assert_eq!(answer.status, 422, "{change}");
        answer.assert_field(field, code);
    }
    assert_eq!(seats_left(&app, &slot).await, 1, "nothing was booked");
    assert_eq!(letters(&app).await, []);
}

#[rstest]
#[actix_web::test]
async fn full_closed_and_begun_slots_are_refused_by_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let full = id(&world.slot(&app, 7).await);
    assert_eq!(book(&app, &full, "a@example.org").await.status, 201);
    book(&app, &full, "b@example.org")
        .await
        .assert_problem(409, "slot_full");

    let cancelled = id(&world.slot(&app, 8).await);
    let gone = app
        .send_as(
            &app.admin,
            Method::DELETE,
            &format!("/api/v1/slots/{cancelled}"),
            &json!({}),
        )
        .await;
    assert_eq!(gone.status, 200);
    book(&app, &cancelled, "b@example.org")
        .await
        .assert_problem(409, "slot_closed");

    let begun = id(&world.slot(&app, 2).await);
    app.clock.advance(Duration::days(3));
    book(&app, &begun, "b@example.org")
        .await
        .assert_problem(409, "slot_started");
}

#[rstest]
#[actix_web::test]
async fn unknown_slots_and_bookings_are_404(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    for unknown in ["", "x", "0193f8a0-0000-7000-8000-000000000001", "\u{0}"] {
        let answer = book(&app, unknown, "a@example.org").await;
        answer.assert_problem(404, "not_found");
    }
    let booking = book(&app, &slot, "a@example.org").await.body;
    let other = World::slot(&world, &app, 9).await;
    let other = book(&app, &id(&other), "a@example.org").await.body;
    let (of, key) = managed(&booking);
    let (_, foreign_key) = managed(&other);
    let flipped = format!(
        "{}{}",
        if key.starts_with('0') { '1' } else { '0' },
        &key[1..]
    );
    let forged = [
        format!("/api/v1/bookings/{of}"),
        format!("/api/v1/bookings/{of}?key="),
        format!("/api/v1/bookings/{of}?key={foreign_key}"),
        format!("/api/v1/bookings/{of}?key={flipped}"),
        format!("/api/v1/bookings/{of}?key={}", key.to_uppercase()),
        format!("/api/v1/bookings/{of}?key={flipped}&key={key}"),
        format!("/api/v1/bookings/{of}?key={key}%00"),
        format!("/api/v1/bookings/0193f8a0-0000-7000-8000-000000000001?key={key}"),
        format!("/api/v1/bookings/nonsense?key={key}"),
        format!("/api/v1/bookings/%FF%00?key={key}"),
    ];
    for path in forged {
        app.get(&path).await.assert_problem(404, "not_found");
        let cancel = path.replacen("?", "/cancel?", 1);
        let cancel = if cancel == path {
            format!("{path}/cancel")
        } else {
            cancel
        };
        app.post(&cancel, &json!({}))
            .await
            .assert_problem(404, "not_found");
    }
    assert_eq!(seats_left(&app, &slot).await, 0);
}

#[rstest]
#[actix_web::test]
async fn partner_offers_are_booked_by_partners_only(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::with_visibility(&app, 3, "partners").await;
    let slot = id(&world.slot(&app, 7).await);
    app.create(
        "/api/v1/cities",
        &json!({ "slug": "kathmandu", "name": "Kathmandu", "country": "NP",
            "zone": "Asia/Kathmandu", "languages": ["ne"] }),
    )
    .await;
    let mut body = booking_of(&slot, "a@example.org");
    body["city"] = "kathmandu".into();
    app.post("/api/v1/bookings", &body)
        .await
        .assert_problem(403, "forbidden");
    assert_eq!(book(&app, &slot, "a@example.org").await.status, 201);
}

/// The same key and body give the same answer and book once; another body is refused; a failure
/// is not kept.
#[rstest]
#[actix_web::test]
async fn a_repeated_request_books_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let body = booking_of(&slot, "ann@example.org");

    let first = post_with_key(&app, "key-1", &body).await;
    let second = post_with_key(&app, "key-1", &body).await;
    assert_eq!(first.status, 201);
    assert_eq!(first, second);
    assert_eq!(seats_left(&app, &slot).await, 2);
    assert_eq!(letters(&app).await.len(), 2);

    post_with_key(&app, "key-1", &booking_of(&slot, "bo@example.org"))
        .await
        .assert_problem(422, "idempotency_key_reused");
    let mut wrong = body.clone();
    wrong["seats"] = 0.into();
    assert_eq!(post_with_key(&app, "key-2", &wrong).await.status, 422);
    assert_eq!(post_with_key(&app, "key-2", &body).await.status, 201);
    for key in ["", " ", &"k".repeat(256)] {
        let answer = post_with_key(&app, key, &body).await;
        assert_eq!(answer.status, 422, "{key:?}");
    }
    // Somebody who is signed in has keys of their own.
    let own = app
        .request(Method::POST, "/api/v1/bookings")
        .bearer_auth(&app.admin)
        .header("idempotency-key", "key-1")
        .json(&body);
    let own = Answer::of(own.send().await.unwrap()).await;
    assert_eq!(own.status, 201);
    assert_ne!(id(&own.body), id(&first.body));
}

/// Strangers who choose the same key are not in each other's way, and who repeats a request from
/// another network is answered the same.
#[rstest]
#[actix_web::test]
async fn guests_have_keys_of_their_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 5).await;
    let slot = id(&world.slot(&app, 7).await);
    let from = |address: &str, email: &str| {
        let request = app.request(Method::POST, "/api/v1/bookings");
        let request = request.header("x-forwarded-for", address);
        let request = request.header("idempotency-key", "1");
        request.json(&booking_of(&slot, email)).send()
    };
    let ann = Answer::of(from("198.51.100.1", "ann@example.org").await.unwrap()).await;
    let moved = Answer::of(from("203.0.113.9", "ann@example.org").await.unwrap()).await;
    assert_eq!((ann.status, &ann), (201, &moved));
    let bo = Answer::of(from("192.0.2.7", "bo@example.org").await.unwrap()).await;
    assert_eq!(bo.status, 201, "{}", bo.body);
    Answer::of(from("192.0.2.7", "cy@example.org").await.unwrap())
        .await
        .assert_problem(422, "idempotency_key_reused");
    assert_eq!(seats_left(&app, &slot).await, 3);
}

/// However many come at once with one key, for however few seats, all get the one answer.
#[rstest]
#[actix_web::test]
async fn identical_requests_at_once_book_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(1, 30)] capacity: i32,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, capacity).await;
    let slot = id(&world.slot(&app, 7).await);
    let body = booking_of(&slot, "ann@example.org");
    let answers = join_all((0..20).map(|_| post_with_key(&app, "once", &body))).await;
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(answers[0].status, 201, "{}", answers[0].body);
    assert_eq!(seats_left(&app, &slot).await, i64::from(capacity) - 1);
    assert_eq!(letters(&app).await.len(), 2);
}

#[rstest]
#[actix_web::test]
async fn the_link_calls_a_booking_off_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    let booking = book(&app, &slot, "ann@example.org").await.body;
    let (of, key) = managed(&booking);
    app.letters_sent().await;
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    let reason = json!({ "reason": "Snow." });
    let answers = join_all((0..8).map(|_| app.post(&cancel, &reason))).await;
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.body["status"], "cancelled");
        assert_eq!(answer.body["cancel_reason"], "Snow.");
        assert_eq!(answer.body["sequence"], 1);
    }
    assert_eq!(seats_left(&app, &slot).await, 1);
    let told = letters(&app).await;
    let cancelled = |(_, kind): &&(String, String)| kind == "visit_cancelled";
    assert_eq!(told.iter().filter(cancelled).count(), 2, "{told:?}");

    let again = book(&app, &slot, "bo@example.org").await;
    assert_eq!(again.status, 201, "the seat is free again");
    let events = app
        .get(&format!(
            "/api/v1/events?topic=booking/{of}&after=0&key={key}"
        ))
        .await;
    let kinds: Vec<_> = events.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["booking.confirmed", "booking.cancelled"]);

    app.clock.advance(Duration::days(8));
    let (late, key) = managed(&again.body);
    app.post(
        &format!("/api/v1/bookings/{late}/cancel?key={key}"),
        &json!({}),
    )
    .await
    .assert_problem(409, "visit_started");
    // What is off stays off, also later.
    let off = app.post(&cancel, &json!({})).await;
    assert_eq!(
        (off.status, &off.body["cancel_reason"]),
        (200, &"Snow.".into())
    );
}

#[rstest]
#[actix_web::test]
async fn a_reason_is_checked(#[values(Engine::Sqlite)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    let (of, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    for (reason, code) in [
        (json!("x".repeat(10_000)), "too_long"),
        (json!("a\u{0}b"), "control_characters"),
        (json!(["a"]), "wrong_type"),
    ] {
        let answer = app.post(&cancel, &json!({ "reason": reason })).await;
        answer.assert_field("reason", code);
    }
    assert_eq!(seats_left(&app, &slot).await, 0);
}

/// Unlisted offers are booked by whoever has their link, and are told of on no public topic.
#[rstest]
#[actix_web::test]
async fn unlisted_offers_stay_unlisted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let offer = id(&app
        .create("/api/v1/offers", &offer_of(&world.host, 1, "unlisted"))
        .await);
    let slot = id(&app
        .create("/api/v1/slots", &slot_of(&app, &offer, 7, 9))
        .await);
    assert_eq!(book(&app, &slot, "a@example.org").await.status, 201);
    for path in [
        "/api/v1/slots".to_owned(),
        "/api/v1/slots?city=kaohsiung".to_owned(),
        format!("/api/v1/slots?partnership={}", world.partnership),
        "/api/v1/offers".to_owned(),
        "/api/v1/events?topic=city/kaohsiung&after=0".to_owned(),
        format!(
            "/api/v1/events?topic=partnership/{}&after=0",
            world.partnership
        ),
    ] {
        let answer = app.get(&path).await;
        assert_eq!(answer.status, 200);
        assert!(!answer.body.to_string().contains(&offer), "{path}");
        assert!(!answer.body.to_string().contains(&slot), "{path}");
    }
}
