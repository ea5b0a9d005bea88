//! The outbox as admins see it: what could not be sent, once more or never.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::json;
use sisterline::app::outbox::{self, Outcome};
use sisterline::domain::letter::LetterState;

use crate::partnerships::token_of;
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

/// Has the mail server refuse this many letters for good. The worker of the server itself may hold
/// one just then and put it off, so time passes.
async fn refuse(app: &TestApp, letters: usize) {
    let mut refused = 0;
    for _ in 0..50 {
        app.clock.advance(Duration::hours(2));
        refused += refuse_waiting(app).await;
        if refused == letters {
            return;
        }
    }
    panic!("only {refused} letters could be refused");
}

async fn refuse_waiting(app: &TestApp) -> usize {
    let claimed = outbox::claim(&app.server.app, 100).await.unwrap();
    for stored in &claimed.letters {
        let outcome = Outcome::Dead {
            error: "550 5.1.1 no such mailbox".to_owned(),
        };
        assert!(
            outbox::finish(&app.server.app, stored.letter.id, &claimed.claim, outcome)
                .await
                .unwrap()
        );
    }
    claimed.letters.len()
}

#[rstest]
#[actix_web::test]
async fn a_dead_letter_is_sent_once_more_or_never(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    // A mail server that is away, so that letters wait.
    let smtp = "[mail]\ntransport = \"smtp\"\nsmtp_url = \"smtp://127.0.0.1:9\"\n";
    let app = TestApp::spawn_with(engine, smtp).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 20).await);
    let booked = book(&app, &slot, "ann@example.org").await.body;
    refuse(&app, 2).await;

    let member = token_of(&app, HOST_EMAIL).await;
    for token in ["", &member] {
        let answer = app
            .send_as(token, Method::GET, "/api/v1/outbox", &json!({}))
            .await;
        assert!([401, 403].contains(&answer.status), "{}", answer.body);
    }
    let outbox = app
        .send_as(&app.admin, Method::GET, "/api/v1/outbox", &json!({}))
        .await
        .body;
    let dead = outbox["dead"].as_array().unwrap();
    assert_eq!(dead.len(), 2, "{outbox}");
    assert_eq!(dead[0]["last_error"], "550 5.1.1 no such mailbox");
    let of = |email: &str| {
        let found = dead.iter().find(|letter| letter["email"] == email).unwrap();
        format!("/api/v1/letters/{}", id(found))
    };
    let act = |letter: String, action: &'static str| {
        let app = &app;
        async move {
            app.send_as(
                &app.admin,
                Method::POST,
                &format!("{letter}/{action}"),
                &json!({}),
            )
            .await
        }
    };

    let host = act(of(HOST_EMAIL), "requeue").await;
    assert_eq!(host.body["state"], "queued", "{}", host.body);
    let host = act(of(HOST_EMAIL), "discard").await;
    host.assert_problem(409, "letter_not_dead");

    // The visit is called off: the invite that never left must not follow the cancellation.
    let (path, key) = (
        format!("/api/v1/bookings/{}", id(&booked)),
        &booked["manage_url"],
    );
    let key = key.as_str().unwrap().split_once("?key=").unwrap().1;
    let cancelled = app
        .post(&format!("{path}/cancel?key={key}"), &json!({}))
        .await;
    assert_eq!(cancelled.status, 200, "{}", cancelled.body);
    act(of("ann@example.org"), "requeue")
        .await
        .assert_problem(409, "letter_overtaken");
    let gone = act(of("ann@example.org"), "discard").await;
    assert_eq!(gone.body["state"], "discarded", "{}", gone.body);
    let again = act(of("ann@example.org"), "discard").await;
    assert_eq!(again.status, 200);
    let states = outbox::newest(&app.server.app, 10).await.unwrap();
    assert!(
        !states
            .iter()
            .any(|stored| stored.state == LetterState::Dead)
    );
}
