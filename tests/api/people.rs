//! Signing in by a mailed link, sessions, tokens and roles.

use chrono::Duration;
use futures_util::future::join_all;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{outbox, person};
use sisterline::domain::letter::Content;

use crate::support::world::{HOST_EMAIL, World, id};
use crate::support::{Answer, Engine, TestApp};

/// The token of the newest sign-in link that was written to an address.
pub async fn newest_link(app: &TestApp, email: &str) -> Option<String> {
    links(app, email).await.into_iter().next()
}

/// The tokens of all links that were written to an address, newest first.
async fn links(app: &TestApp, email: &str) -> Vec<String> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    letters
        .iter()
        .filter(|stored| stored.letter.recipient.email == email)
        .filter_map(|stored| match stored.letter.content {
            Content::SignIn { link, .. } => Some(app.server.app.link_key.sign_in_token(link)),
            _ => None,
        })
        .collect()
}

async fn ask(app: &TestApp, email: &str) -> Answer {
    // The clock stands still by itself, and letters are told apart by their time.
    app.clock.advance(Duration::milliseconds(1));
    app.post("/api/v1/sign-in", &json!({ "email": email }))
        .await
}

async fn with_cookie(app: &TestApp, token: &str, method: Method, path: &str) -> Answer {
    let request = app
        .request(method, path)
        .header("cookie", format!("sisterline={token}"))
        .json(&json!({ "label": "laptop" }));
    Answer::of(request.send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn nothing_tells_whether_an_address_is_known(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let (known, unknown) = (
        ask(&app, HOST_EMAIL).await,
        ask(&app, "nobody@example.org").await,
    );
    assert_eq!(known, unknown);
    assert_eq!(known.status, 202);
    assert_eq!(links(&app, HOST_EMAIL).await.len(), 1);
    assert_eq!(links(&app, "nobody@example.org").await.len(), 0);
    // The address is theirs however it is written.
    assert_eq!(ask(&app, &HOST_EMAIL.to_uppercase()).await.status, 202);
    assert_eq!(links(&app, HOST_EMAIL).await.len(), 2);
    for email in [
        "",
        "x",
        "a@b\r\nBcc: c@example.org",
        "a@example.org,b@example.org",
    ] {
        ask(&app, email)
            .await
            .assert_field("email", "invalid_email");
    }
    app.post("/api/v1/sign-in", &json!({ "email": 7 }))
        .await
        .assert_field("email", "wrong_type");
}

#[rstest]
#[actix_web::test]
async fn a_link_works_once_and_for_a_quarter_of_an_hour(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let uses = &app.server.app;
    ask(&app, HOST_EMAIL).await;
    let link = newest_link(&app, HOST_EMAIL).await.unwrap();
    // Scanners of mail look at every link: looking uses nothing up.
    for _ in 0..3 {
        assert!(person::holder_of_link(uses, &link).await.unwrap().is_some());
    }
    for forged in [
        "",
        ".",
        "x",
        &link[1..],
        &link[..link.len() - 1],
        &format!("{link}0"),
    ] {
        assert!(
            person::holder_of_link(uses, forged)
                .await
                .unwrap()
                .is_none(),
            "{forged}"
        );
        assert!(person::sign_in(uses, forged).await.is_err(), "{forged}");
    }
    // Of many who use it at once, one gets in.
    let using = join_all((0..10).map(|_| person::sign_in(uses, &link))).await;
    assert_eq!(using.iter().filter(|used| used.is_ok()).count(), 1);
    assert!(person::holder_of_link(uses, &link).await.unwrap().is_none());
    assert!(person::sign_in(uses, &link).await.is_err());

    ask(&app, HOST_EMAIL).await;
    let link = newest_link(&app, HOST_EMAIL).await.unwrap();
    app.clock
        .advance(Duration::minutes(15) - Duration::seconds(1));
    assert!(person::holder_of_link(uses, &link).await.unwrap().is_some());
    app.clock.advance(Duration::seconds(1));
    assert!(person::holder_of_link(uses, &link).await.unwrap().is_none());
    assert!(person::sign_in(uses, &link).await.is_err());
}

/// Nobody is flooded: five links in a quarter of an hour, however many are asked for at once.
#[rstest]
#[actix_web::test]
async fn nobody_is_flooded_with_links(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let answers = join_all((0..20).map(|_| ask(&app, HOST_EMAIL))).await;
    assert!(answers.iter().all(|answer| answer.status == 202));
    assert_eq!(links(&app, HOST_EMAIL).await.len(), 5);
    app.clock.advance(Duration::minutes(16));
    assert_eq!(ask(&app, HOST_EMAIL).await.status, 202);
    assert_eq!(links(&app, HOST_EMAIL).await.len(), 6);
}

#[rstest]
#[actix_web::test]
async fn sessions_and_tokens_let_in_and_end(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    ask(&app, HOST_EMAIL).await;
    let link = newest_link(&app, HOST_EMAIL).await.unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    assert_eq!(session.person.email, HOST_EMAIL);
    let (cookie, tokens) = (session.token.as_str(), "/api/v1/tokens");

    let made = with_cookie(&app, cookie, Method::POST, tokens).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let token = made.body["token"].as_str().unwrap().to_owned();
    let slot = json!({ "offer_id": world.offer, "local_start": "2031-02-03T09:00" });
    let added = app
        .send_as(&token, Method::POST, "/api/v1/slots", &slot)
        .await;
    assert_eq!(added.status, 201, "{}", added.body);
    for label in [json!(""), json!("x".repeat(10_000)), json!("a\nb")] {
        let body = json!({ "label": label });
        let answer = app.send_as(&token, Method::POST, tokens, &body).await;
        assert_eq!(answer.status, 422);
        assert_eq!(answer.fields()[0].0, "label");
    }

    // A token is no session and a session no token.
    let crossed = with_cookie(&app, &token, Method::POST, tokens).await;
    crossed.assert_problem(401, "sign_in_required");
    let crossed = app
        .send_as(cookie, Method::POST, tokens, &json!({ "label": "x" }))
        .await;
    crossed.assert_problem(401, "sign_in_required");

    let out = app
        .request(Method::DELETE, "/api/v1/session")
        .header("cookie", format!("sisterline={cookie}"));
    let out = out.send().await.unwrap();
    assert_eq!(out.status(), 204);
    let gone = out.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(
        gone.starts_with("sisterline=;") && gone.contains("Max-Age=0"),
        "{gone}"
    );
    with_cookie(&app, cookie, Method::POST, tokens)
        .await
        .assert_problem(401, "sign_in_required");
    let still = app
        .send_as(&token, Method::POST, tokens, &json!({ "label": "x" }))
        .await;
    assert_eq!(still.status, 201, "the program's token goes on");

    // A session ends by itself.
    ask(&app, HOST_EMAIL).await;
    let link = newest_link(&app, HOST_EMAIL).await.unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    app.clock.advance(Duration::days(30) - Duration::seconds(1));
    assert_eq!(
        with_cookie(&app, &session.token, Method::POST, tokens)
            .await
            .status,
        201
    );
    app.clock.advance(Duration::seconds(1));
    assert_eq!(
        with_cookie(&app, &session.token, Method::POST, tokens)
            .await
            .status,
        401
    );
}

/// Over TLS the cookie has the prefix that only a secure one may have, also when it is taken back.
#[actix_web::test]
async fn over_tls_the_cookie_is_secure() {
    let overlay = "[server]\npublic_url = \"https://visits.example.org\"\n";
    let app = TestApp::spawn_with(Engine::Sqlite, overlay).await;
    World::new(&app, 1).await;
    ask(&app, HOST_EMAIL).await;
    let link = newest_link(&app, HOST_EMAIL).await.unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    let label = json!({ "label": "x" });
    for (name, status) in [("__Host-sisterline", 201), ("sisterline", 401)] {
        let request = app
            .request(Method::POST, "/api/v1/tokens")
            .header("cookie", format!("{name}={}", session.token))
            .json(&label);
        assert_eq!(request.send().await.unwrap().status(), status, "{name}");
    }
    let out = app.request(Method::DELETE, "/api/v1/session");
    let out = out.send().await.unwrap();
    let gone = out.headers()["set-cookie"].to_str().unwrap().to_owned();
    for part in [
        "__Host-sisterline=",
        "Secure",
        "Path=/",
        "HttpOnly",
        "SameSite=Lax",
        "Max-Age=0",
    ] {
        assert!(gone.contains(part), "{part} in {gone}");
    }
    assert!(!gone.contains("Domain"));
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_of_a_role_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let good = json!({ "email": "x@example.org", "name": "X", "role": "member",
        "host_id": world.host });
    let table = [
        (json!({ "role": "king" }), "role", "unknown_role"),
        (json!({ "role": 7 }), "role", "wrong_type"),
        (json!({ "email": "x" }), "email", "invalid_email"),
        (
            json!({ "email": "x@example.org\n" , "name": "" }),
            "name",
            "required",
        ),
        (json!({ "name": "x".repeat(10_000) }), "name", "too_long"),
        (json!({ "name": "a\r\nb" }), "name", "control_characters"),
        (json!({ "zone": "Mars/Olympus" }), "zone", "unknown_zone"),
        (json!({ "host_id": "x" }), "host_id", "unknown_host"),
        (json!({ "host_id": null }), "host_id", "unknown_host"),
        (json!({ "role": "coordinator" }), "city", "unknown_city"),
        (
            json!({ "role": "coordinator", "city": "atlantis" }),
            "city",
            "unknown_city",
        ),
        (
            json!({ "role": "coordinator", "city": "a\u{0}" }),
            "city",
            "unknown_city",
        ),
    ];
    for (change, field, code) in table {
        let mut role: Value = good.clone();
        role.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app
            .send_as(&app.admin, Method::POST, "/api/v1/roles", &role)
            .await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    // The same role again, also at once, is the same role of the same person.
    let granting = (0..8).map(|_| app.send_as(&app.admin, Method::POST, "/api/v1/roles", &good));
    let granted = join_all(granting).await;
    for answer in &granted {
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(id(&answer.body), id(&granted[0].body));
    }
}

/// A repeated request makes one token and gives one role.
#[rstest]
#[actix_web::test]
async fn tokens_and_roles_are_made_once_for_one_key(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let role = json!({ "email": "kay@example.org", "name": "Kay", "role": "coordinator",
        "city": "seattle" });
    for (path, body) in [
        ("/api/v1/tokens", json!({ "label": "robot" })),
        ("/api/v1/roles", role),
    ] {
        let send = |body: &Value| {
            let request = app.request(Method::POST, path).bearer_auth(&app.admin);
            request.header("idempotency-key", "k").json(body).send()
        };
        let first = Answer::of(send(&body).await.unwrap()).await;
        let again = Answer::of(send(&body).await.unwrap()).await;
        assert_eq!((first.status, &first), (201, &again), "{path}");
        let other = Answer::of(send(&json!({ "label": "x", "email": "x" })).await.unwrap()).await;
        other.assert_problem(422, "idempotency_key_reused");
        if let Some(token) = first.body["token"].as_str() {
            let (path, label) = ("/api/v1/tokens", json!({ "label": "y" }));
            let made = app.send_as(token, Method::POST, path, &label).await;
            assert_eq!(made.status, 201, "it works");
        }
    }
}
