//! `/api/v1/partnerships`, and what a private one hides.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{
    HOST_EMAIL, World, booking_of, id, kaohsiung, offer_of, seattle, slot_of,
};
use crate::support::{Engine, TestApp};
use sisterline::app::person;

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    app.create("/api/v1/cities", &seattle()).await;
    let both = json!(["kaohsiung", "seattle"]);
    let table = [
        (
            json!({ "cities": both, "stage": "" }),
            "stage",
            "unknown_stage",
        ),
        (json!({ "cities": both, "stage": 1 }), "stage", "wrong_type"),
        (
            json!({ "cities": both, "visibility": "secret" }),
            "visibility",
            "unknown_visibility",
        ),
        (
            json!({ "cities": both, "since": 1492 }),
            "since",
            "out_of_range",
        ),
        (
            json!({ "cities": both, "since": 9999 }),
            "since",
            "out_of_range",
        ),
        (json!({ "cities": [] }), "cities", "out_of_range"),
        (json!({ "cities": ["seattle"] }), "cities", "out_of_range"),
        (
            json!({ "cities": vec!["seattle"; 21] }),
            "cities",
            "out_of_range",
        ),
        (
            json!({ "cities": ["seattle", "atlantis"] }),
            "cities[1]",
            "unknown_city",
        ),
        (
            json!({ "cities": ["seattle", "a\u{0}b"] }),
            "cities[1]",
            "unknown_city",
        ),
        (
            json!({ "cities": ["seattle", "seattle"] }),
            "cities[1]",
            "duplicate_city",
        ),
        (
            json!({ "cities": ["seattle", null] }),
            "cities[1]",
            "wrong_type",
        ),
    ];
    for (change, field, code) in table {
        let mut body = json!({ "stage": "pilot" });
        body.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app
            .send_as(&app.admin, Method::POST, "/api/v1/partnerships", &body)
            .await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
}

/// Nothing that a stranger can ask tells that a private partnership, its partner offers or their
/// slots exist; members of its cities find all of it.
#[rstest]
#[actix_web::test]
async fn a_private_partnership_is_nobodys_business(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    app.create("/api/v1/cities", &seattle()).await;
    let partnership = id(&app
        .create(
            "/api/v1/partnerships",
            &json!({ "cities": ["kaohsiung", "seattle"], "stage": "pilot",
                "visibility": "private" }),
        )
        .await);
    let host = id(&app
        .create(
            "/api/v1/hosts",
            &json!({ "city": "kaohsiung", "name": "Office", "kind": "office",
                "track": "official" }),
        )
        .await);
    let member = json!({ "email": HOST_EMAIL, "name": "Lin", "role": "member", "host_id": host });
    app.create("/api/v1/roles", &member).await;
    let offer = id(&app
        .create("/api/v1/offers", &offer_of(&host, 2, "partners"))
        .await);
    let slot = id(&app
        .create("/api/v1/slots", &slot_of(&app, &offer, 7, 9))
        .await);
    let public = id(&app
        .create("/api/v1/offers", &offer_of(&host, 2, "public"))
        .await);
    let public_slot = id(&app
        .create("/api/v1/slots", &slot_of(&app, &public, 8, 9))
        .await);

    let hidden = [
        format!("/api/v1/partnerships/{partnership}"),
        format!("/api/v1/slots?partnership={partnership}"),
        format!("/api/v1/slots?offer={offer}"),
        format!("/api/v1/slots/{slot}"),
        format!("/api/v1/offers/{offer}"),
        format!("/api/v1/events?topic=partnership/{partnership}&after=0"),
        format!("/api/v1/events?topic=offer/{offer}&after=0"),
    ];
    for path in &hidden {
        let (theirs, unknown) = (
            app.get(path).await,
            app.get(&path.replace(&partnership, "0193f8a0-0000-7000-8000-000000000001"))
                .await,
        );
        theirs.assert_problem(404, "not_found");
        if path.contains(&partnership) {
            assert_eq!(theirs, unknown, "{path}: the same as for an unknown one");
        }
    }
    let refused = app
        .post("/api/v1/bookings", &booking_of(&slot, "a@example.org"))
        .await;
    refused.assert_problem(404, "not_found");
    let refused = app
        .send_as(
            "",
            Method::DELETE,
            &format!("/api/v1/slots/{slot}"),
            &json!({}),
        )
        .await;
    assert!([401, 404].contains(&refused.status));

    for path in [
        "/api/v1/partnerships",
        "/api/v1/slots",
        "/api/v1/slots?city=kaohsiung",
        "/api/v1/offers",
        "/api/v1/offers?city=kaohsiung",
        "/api/v1/events?topic=city/kaohsiung&after=0",
    ] {
        let text = app.get(path).await.body.to_string();
        assert!(!text.contains(&partnership) && !text.contains(&offer) && !text.contains(&slot));
    }
    // The clocks of a public slot do not tell who the partners are.
    let seen = app.get(&format!("/api/v1/slots/{public_slot}")).await.body;
    assert!(!seen.to_string().contains("seattle"), "{seen}");

    // A member of one of its cities finds it.
    let token = token_of(&app, HOST_EMAIL).await;
    for path in &hidden {
        let answer = app.send_as(&token, Method::GET, path, &json!({})).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    }
    let list = app
        .send_as(&token, Method::GET, "/api/v1/partnerships", &json!({}))
        .await;
    assert_eq!(list.body["items"][0]["id"], Value::String(partnership));
    let booked = app
        .send_as(
            &token,
            Method::POST,
            "/api/v1/bookings",
            &booking_of(&slot, "a@example.org"),
        )
        .await;
    assert_eq!(booked.status, 201, "{}", booked.body);
}

/// A token of somebody who has signed in by a mailed link.
pub async fn token_of(app: &TestApp, email: &str) -> String {
    app.clock.advance(chrono::Duration::milliseconds(1));
    let answer = app
        .post("/api/v1/sign-in", &json!({ "email": email }))
        .await;
    assert_eq!(answer.status, 202);
    let link = crate::people::newest_link(app, email).await.unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    let request = app
        .request(Method::POST, "/api/v1/tokens")
        .header("cookie", format!("sisterline={}", session.token))
        .json(&json!({ "label": "test" }));
    let token = crate::support::Answer::of(request.send().await.unwrap()).await;
    token.body["token"].as_str().unwrap().to_owned()
}

/// What one city alone proposes is known to its cities only and opens nothing, until the others
/// have agreed to it.
#[rstest]
#[actix_web::test]
async fn a_partnership_takes_two(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::with_visibility(&app, 2, "partners").await;
    let slot = id(&world.slot(&app, 7).await);
    let mut prague = seattle();
    prague["slug"] = json!("prague");
    app.create("/api/v1/cities", &prague).await;
    let coordinator = |email: &str, city: &str| json!({ "email": email, "name": "C", "role": "coordinator", "city": city });
    app.create("/api/v1/roles", &coordinator("c@prague.example", "prague"))
        .await;
    app.create(
        "/api/v1/roles",
        &coordinator("c@kaohsiung.example", "kaohsiung"),
    )
    .await;
    let prague = token_of(&app, "c@prague.example").await;
    let kaohsiung = token_of(&app, "c@kaohsiung.example").await;
    let propose = || async {
        let cities = json!({ "cities": ["prague", "kaohsiung"], "stage": "official" });
        let answer = app
            .send_as(&prague, Method::POST, "/api/v1/partnerships", &cities)
            .await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(answer.body["awaiting"], json!(["kaohsiung"]));
        format!("/api/v1/partnerships/{}", id(&answer.body))
    };
    let mut party = booking_of(&slot, "a@example.org");
    party["city"] = json!("prague");

    let proposal = propose().await;
    app.get(&proposal).await.assert_problem(404, "not_found");
    let listed = app.get("/api/v1/partnerships").await.body;
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let slots = format!("/api/v1/slots?partnership={}", &proposal[21..]);
    let seen = app.send_as(&prague, Method::GET, &slots, &json!({})).await;
    assert_eq!(seen.body["items"], json!([]), "{}", seen.body);
    let booked = app
        .send_as(&prague, Method::POST, "/api/v1/bookings", &party)
        .await;
    booked.assert_problem(403, "forbidden");

    // A stranger finds nothing to agree to, and who has proposed cannot agree for the other.
    let agree = format!("{proposal}/agree");
    app.post(&agree, &json!({}))
        .await
        .assert_problem(404, "not_found");
    let again = app.send_as(&prague, Method::POST, &agree, &json!({})).await;
    assert_eq!(again.body["awaiting"], json!(["kaohsiung"]));

    // Turned down, it is gone; agreed to, it cannot be taken back.
    let gone = app
        .send_as(&kaohsiung, Method::DELETE, &proposal, &json!({}))
        .await;
    assert_eq!(gone.status, 204, "{}", gone.body);
    let proposal = propose().await;
    let agreed = app
        .send_as(
            &kaohsiung,
            Method::POST,
            &format!("{proposal}/agree"),
            &json!({}),
        )
        .await;
    assert_eq!(agreed.body["awaiting"], json!([]), "{}", agreed.body);
    app.send_as(&prague, Method::DELETE, &proposal, &json!({}))
        .await
        .assert_problem(409, "partnership_agreed");
    assert_eq!(app.get(&proposal).await.status, 200);
    let booked = app.post("/api/v1/bookings", &party).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
}

/// At rest or over, a partnership lets nobody book partner offers; once over, nobody sees them.
#[rstest]
#[actix_web::test]
async fn a_paused_partnership_books_nothing(
    #[values(Engine::Sqlite)] engine: Engine,
    #[values(("paused", 403, "forbidden"), ("ended", 404, "not_found"))] expected: (
        &str,
        u16,
        &str,
    ),
) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    app.create("/api/v1/cities", &seattle()).await;
    let (stage, status, code) = expected;
    let cities = json!({ "cities": ["kaohsiung", "seattle"], "stage": stage });
    app.create("/api/v1/partnerships", &cities).await;
    let host = id(&app
        .create(
            "/api/v1/hosts",
            &json!({ "city": "kaohsiung", "name": "Office", "kind": "office",
                "track": "official" }),
        )
        .await);
    let offer = offer_of(&host, 2, "partners");
    let offer = id(&app.create("/api/v1/offers", &offer).await);
    let slot = slot_of(&app, &offer, 7, 9);
    let slot = id(&app.create("/api/v1/slots", &slot).await);
    app.post("/api/v1/bookings", &booking_of(&slot, "a@example.org"))
        .await
        .assert_problem(status, code);
}

/// Each of a public partnership's cities is told in its own clock.
#[rstest]
#[actix_web::test]
async fn a_public_partnership_is_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let found = app
        .get(&format!("/api/v1/partnerships/{}", world.partnership))
        .await;
    assert_eq!(found.status, 200);
    assert_eq!(found.body["name"], "Kaohsiung – Seattle");
    assert_eq!(found.body["cities"][0]["slug"], "kaohsiung");
    assert_eq!(found.body["cities"][1]["slug"], "seattle");
}
