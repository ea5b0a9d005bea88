//! Whether attendees come: the link in their letter, what it changes, and who is told.

use chrono::Duration;
use reqwest::{Method, Response};
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::outbox;
use sisterline::domain::letter::{Content, LetterKind, LetterState};

use crate::support::world::{HOST_EMAIL, World, booking_of, id, managed};
use crate::support::{Answer, Engine, TestApp};

const CONTACT: &str = "ann@school.example.org";

/// A visit of Ann and Ben; the booking as its contact got it.
async fn booked(app: &TestApp) -> (World, Value) {
    let world = World::new(app, 5).await;
    let slot = id(&world.slot(app, 7).await);
    let mut request = booking_of(&slot, CONTACT);
    request["attendees"] = json!([{ "name": "Ben Ode", "email": "ben@school.example.org" }]);
    let booked = app.post("/api/v1/bookings", &request).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    app.letters_sent().await;
    (world, booked.body)
}

/// The path of the link in the newest invite to an address.
pub async fn link_of(app: &TestApp, email: &str) -> String {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let of = letters
        .iter()
        .filter(|stored| stored.letter.recipient.email == email);
    let attendee = of
        .filter_map(|stored| match &stored.letter.content {
            Content::Visit(visit) => visit.attendee_id,
            _ => None,
        })
        .next();
    app.server.app.link_key.answer_url("", attendee.unwrap())
}

/// Sends the form of an answer page as a browser does.
pub async fn send(app: &TestApp, link: &str, answer: &str, note: &str) -> Response {
    // The clock stands still by itself, and letters are told apart by their time.
    app.clock.advance(Duration::milliseconds(1));
    let (path, key) = link.split_once("?key=").unwrap();
    let fields = [
        ("csrf", ""),
        ("key", key),
        ("answer", answer),
        ("note", note),
    ];
    // Not followed: what the form answers is what matters.
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    http.post(app.url(path)).form(&fields).send().await.unwrap()
}

/// What each attendee has answered, as the host sees it.
async fn answers(app: &TestApp, booking: &str) -> Vec<(String, String, String)> {
    let path = format!("/api/v1/bookings/{booking}");
    let seen = app
        .send_as(&app.admin, Method::GET, &path, &json!({}))
        .await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let people = seen.body["attendees"].as_array().unwrap().clone();
    let said = |one: &Value| {
        let fields = ["name", "answer", "answer_note"];
        let [name, answer, note] = fields.map(|field| text(&one[field]));
        (name, answer, note)
    };
    people.iter().map(said).collect()
}

async fn letters_about_answers(app: &TestApp) -> Vec<(String, String, LetterState)> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let of = letters.into_iter().rev();
    of.filter(|stored| stored.letter.kind == LetterKind::AnswerReceived)
        .map(|stored| match stored.letter.content {
            Content::Answers(facts) => (
                stored.letter.recipient.email,
                facts.who.participation.to_string(),
                stored.state,
            ),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[rstest]
#[actix_web::test]
async fn looking_changes_nothing_and_answering_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let (_, booking) = booked(&app).await;
    let link = link_of(&app, CONTACT).await;

    // A program that follows every link, with and without a body, more than once.
    for method in [Method::GET, Method::HEAD, Method::GET] {
        let seen = app.request(method, &link).send().await.unwrap();
        assert_eq!(seen.status(), 200);
    }
    let page = app.get(&link).await.body.as_str().unwrap().to_owned();
    assert!(page.contains("City hall tour") && page.contains("value=\"tentative\""));
    let open = "needs-action".to_owned();
    assert!(
        answers(&app, &id(&booking))
            .await
            .iter()
            .all(|(_, said, _)| *said == open)
    );

    let sent = send(&app, &link, "accepted", "See you!").await;
    assert_eq!(sent.status(), 303);
    let ann = (
        "Ann Lee".to_owned(),
        "accepted".to_owned(),
        "See you!".to_owned(),
    );
    assert!(answers(&app, &id(&booking)).await.contains(&ann));

    let topic = format!("booking/{}", id(&booking));
    let (_, key) = managed(&booking);
    let events = app
        .get(&format!("/api/v1/events?topic={topic}&after=0&key={key}"))
        .await;
    let last = events.body["items"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(last["kind"], "booking.answered", "{}", events.body);
    assert_eq!(last["data"]["answer"], "accepted");
    assert!(
        !last.to_string().contains("Ann"),
        "no personal data: {last}"
    );
    // Nobody but those concerned may follow it.
    let stranger = app
        .get(&format!("/api/v1/events?topic={topic}&after=0"))
        .await;
    assert!(stranger.status >= 400);
}

#[rstest]
#[actix_web::test]
async fn the_host_gets_one_letter_for_what_changed_in_a_minute(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    booked(&app).await;
    let link = link_of(&app, CONTACT).await;
    for answer in ["accepted", "declined", "declined", "tentative"] {
        assert_eq!(send(&app, &link, answer, "").await.status(), 303);
    }
    let written = letters_about_answers(&app).await;
    let states: Vec<(&str, LetterState)> = written
        .iter()
        .map(|(_, said, state)| (said.as_str(), *state))
        .collect();
    assert_eq!(
        states,
        [
            ("accepted", LetterState::Superseded),
            ("declined", LetterState::Superseded),
            ("tentative", LetterState::Queued),
        ],
        "the same answer again is none"
    );
    assert!(written.iter().all(|(to, ..)| to == HOST_EMAIL));

    app.clock.advance(Duration::minutes(2));
    app.letters_sent().await;
    // What was sent stays sent; the next answer is another letter.
    assert_eq!(send(&app, &link, "accepted", "").await.status(), 303);
    let states: Vec<LetterState> = letters_about_answers(&app)
        .await
        .into_iter()
        .map(|(.., state)| state)
        .collect();
    assert_eq!(
        states[2..],
        [LetterState::Sent, LetterState::Queued],
        "{states:?}"
    );
}

#[rstest]
#[actix_web::test]
async fn only_the_bearer_of_the_link_answers_and_only_one_of_three(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let (_, booking) = booked(&app).await;
    let link = link_of(&app, CONTACT).await;
    let other = link_of(&app, "ben@school.example.org").await;
    let (path, _) = link.split_once("?key=").unwrap();
    let (_, key) = other.split_once("?key=").unwrap();
    for wrong in [
        format!("{path}?key={key}"),
        format!("{path}?key="),
        path.to_owned(),
    ] {
        assert_eq!(app.get(&wrong).await.status, 404, "{wrong}");
    }
    assert_eq!(
        send(&app, &format!("{path}?key={key}"), "accepted", "")
            .await
            .status(),
        404
    );
    let long = "x".repeat(501);
    for (answer, note) in [
        ("", ""),
        ("needs-action", ""),
        ("yes", ""),
        ("accepted", &long),
    ] {
        assert_eq!(
            send(&app, &link, answer, note).await.status(),
            422,
            "{answer}"
        );
    }
    let said = answers(&app, &id(&booking)).await;
    assert!(
        said.iter().all(|(_, said, _)| said == "needs-action"),
        "{said:?}"
    );
}

#[rstest]
#[actix_web::test]
async fn moving_a_visit_asks_everybody_anew_and_what_is_over_is_closed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let (world, booking) = booked(&app).await;
    let link = link_of(&app, CONTACT).await;
    assert_eq!(send(&app, &link, "accepted", "").await.status(), 303);
    let to = id(&world.slot(&app, 9).await);
    let path = format!("/api/v1/bookings/{}/reschedule", id(&booking));
    let moved = app
        .send_as(&app.admin, Method::POST, &path, &json!({ "slot_id": to }))
        .await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    let said = answers(&app, &id(&booking)).await;
    assert!(
        said.iter().all(|(_, said, _)| said == "needs-action"),
        "{said:?}"
    );
    // The link of the first letter answers for the new time.
    assert_eq!(send(&app, &link, "declined", "").await.status(), 303);
    assert_eq!(answers(&app, &id(&booking)).await[0].1, "declined");

    let cancel = format!("/api/v1/bookings/{}/cancel", id(&booking));
    let cancelled = app
        .send_as(&app.admin, Method::POST, &cancel, &json!({}))
        .await;
    assert_eq!(cancelled.status, 200);
    assert_eq!(send(&app, &link, "accepted", "").await.status(), 409);
    let page = Answer::of(app.request(Method::GET, &link).send().await.unwrap()).await;
    assert!(!page.body.as_str().unwrap().contains("name=\"answer\""));
}

#[rstest]
#[actix_web::test]
async fn answers_are_taken_until_the_visit_begins(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    booked(&app).await;
    let link = link_of(&app, CONTACT).await;
    app.clock.advance(Duration::days(8));
    assert_eq!(send(&app, &link, "accepted", "").await.status(), 409);
}
