//! No double booking, by construction: crowds on one slot.

use std::collections::HashMap;

use futures_util::future::join_all;
use rstest::rstest;

use crate::support::world::{World, book, booking_of, id};
use crate::support::{Engine, TestApp};

/// `crowd` people book a slot of `capacity` at the same time: exactly so many are confirmed, all
/// others are told that it is full, and the seats and the log say the same.
#[rstest]
#[case(200, 1)]
#[case(500, 50)]
#[actix_web::test]
async fn a_crowd_takes_exactly_the_seats_there_are(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] crowd: usize,
    #[case] capacity: i32,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, capacity).await;
    let slot = id(&world.slot(&app, 7).await);

    let emails: Vec<String> = (0..crowd)
        .map(|n| format!("guest{n}@example.org"))
        .collect();
    let answers = join_all(emails.iter().map(|email| book(&app, &slot, email))).await;

    let mut count: HashMap<(u16, String), usize> = HashMap::new();
    for answer in &answers {
        *count
            .entry((answer.status, answer.code().to_owned()))
            .or_default() += 1;
    }
    let seats = usize::try_from(capacity).unwrap();
    assert_eq!(count.remove(&(201, String::new())), Some(seats));
    assert_eq!(
        count.remove(&(409, "slot_full".to_owned())),
        Some(crowd - seats)
    );
    assert!(count.is_empty(), "{count:?}");

    let seen = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    assert_eq!(
        (seen["seats_left"].as_i64(), seen["status"].as_str()),
        (Some(0), Some("full"))
    );

    let log = app
        .get(&format!("/api/v1/events?topic={}&after=0", world.topic))
        .await
        .body;
    let booked = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "slot.booked");
    let left: Vec<i64> = booked
        .map(|e| e["data"]["seats_left"].as_i64().unwrap())
        .collect();
    let expected: Vec<i64> = (0..i64::from(capacity)).rev().collect();
    assert_eq!(
        left, expected,
        "each booking took one seat, one after the other"
    );
}

/// Parties of several seats never get more than there are, and a smaller one still fits.
#[rstest]
#[actix_web::test]
async fn a_party_that_does_not_fit_leaves_the_seats_to_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let party = |email, seats| {
        let mut booking = booking_of(&slot, email);
        booking["seats"] = seats;
        booking
    };
    assert_eq!(
        app.post("/api/v1/bookings", &party("a@example.org", 2.into()))
            .await
            .status,
        201
    );
    let answer = app
        .post("/api/v1/bookings", &party("b@example.org", 2.into()))
        .await;
    answer.assert_problem(409, "slot_full");
    assert_eq!(
        app.post("/api/v1/bookings", &party("c@example.org", 1.into()))
            .await
            .status,
        201
    );
    let answer = app
        .post("/api/v1/bookings", &party("d@example.org", 0.into()))
        .await;
    answer.assert_field("seats", "out_of_range");
}

/// Two slots of one host that overlap are refused however many try at once.
#[rstest]
#[actix_web::test]
async fn a_host_is_never_in_two_slots_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let starts: Vec<String> = (0..12)
        .map(|n| format!("2030-03-04T09:{:02}", n * 5))
        .collect();
    let adding = starts.iter().map(|start| {
        let slot = serde_json::json!({ "offer_id": world.offer, "local_start": start });
        let app = &app;
        async move {
            app.send_as(&app.admin, reqwest::Method::POST, "/api/v1/slots", &slot)
                .await
        }
    });
    let answers = join_all(adding).await;
    let added: Vec<_> = answers.iter().filter(|a| a.status == 201).collect();
    let refused = answers
        .iter()
        .filter(|a| a.code() == "slot_overlaps")
        .count();
    assert_eq!(added.len() + refused, starts.len(), "{answers:?}");

    let mut times: Vec<(String, String)> = added
        .iter()
        .map(|a| {
            (
                a.body["starts_at"].to_string(),
                a.body["ends_at"].to_string(),
            )
        })
        .collect();
    times.sort();
    assert!(!times.is_empty());
    assert!(
        times.windows(2).all(|pair| pair[0].1 <= pair[1].0),
        "{times:?}"
    );
}
