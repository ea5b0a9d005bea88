//! `/api/v1/cities`: adding and editing them, with versions.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{kaohsiung, seattle};
use crate::support::{Answer, Engine, TestApp};

async fn patch(app: &TestApp, version: Option<&str>, change: &Value) -> Answer {
    let mut request = app
        .request(Method::PATCH, "/api/v1/cities/kaohsiung")
        .bearer_auth(&app.admin)
        .json(change);
    if let Some(version) = version {
        request = request.header("if-match", version);
    }
    Answer::of(request.send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let long = "x".repeat(10_000);
    let table = [
        (json!({ "slug": "" }), "slug", "invalid_slug"),
        (json!({ "slug": "New Taipei" }), "slug", "invalid_slug"),
        (json!({ "slug": "../etc" }), "slug", "invalid_slug"),
        (json!({ "slug": long }), "slug", "invalid_slug"),
        (json!({ "slug": "a\u{0}b" }), "slug", "invalid_slug"),
        (json!({ "slug": 7 }), "slug", "wrong_type"),
        (json!({ "name": " " }), "name", "required"),
        (json!({ "name": long }), "name", "too_long"),
        (json!({ "name": "K\r\nX: y" }), "name", "control_characters"),
        (
            json!({ "native_name": "\u{202e}x" }),
            "native_name",
            "control_characters",
        ),
        (json!({ "native_name": long }), "native_name", "too_long"),
        (json!({ "country": "tw" }), "country", "invalid_country"),
        (json!({ "country": "TWN" }), "country", "invalid_country"),
        (json!({ "zone": "Asia/Atlantis" }), "zone", "unknown_zone"),
        (json!({ "zone": "" }), "zone", "unknown_zone"),
        (json!({ "zone": "EST" }), "zone", "unknown_zone"),
        (json!({ "zone": "EST5EDT" }), "zone", "unknown_zone"),
        (json!({ "zone": "Etc/GMT+8" }), "zone", "unknown_zone"),
        (json!({ "zone": "+08:00" }), "zone", "unknown_zone"),
        (
            json!({ "zone": "../../etc/passwd" }),
            "zone",
            "unknown_zone",
        ),
        (json!({ "zone": null }), "zone", "wrong_type"),
        (
            json!({ "office_start_minute": 1440 }),
            "office_start_minute",
            "out_of_range",
        ),
        (
            json!({ "office_start_minute": 65535 }),
            "office_start_minute",
            "out_of_range",
        ),
        (
            json!({ "office_start_minute": 65536 }),
            "office_start_minute",
            "wrong_type",
        ),
        (
            json!({ "office_start_minute": -1 }),
            "office_start_minute",
            "wrong_type",
        ),
        (
            json!({ "office_end_minute": 540 }),
            "office_end_minute",
            "end_before_start",
        ),
        (
            json!({ "office_end_minute": 1441 }),
            "office_end_minute",
            "end_before_start",
        ),
        (
            json!({ "weekend": "sun,funday" }),
            "weekend",
            "invalid_weekend",
        ),
        (json!({ "weekend": long }), "weekend", "invalid_weekend"),
        (
            json!({ "languages": ["en", "not a tag"] }),
            "languages",
            "invalid_language",
        ),
        (
            json!({ "languages": vec!["en"; 21] }),
            "languages",
            "too_many",
        ),
        (
            json!({ "languages": ["en", 7] }),
            "languages[1]",
            "wrong_type",
        ),
    ];
    for (change, field, code) in &table {
        let mut city = kaohsiung();
        city.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app
            .send_as(&app.admin, Method::POST, "/api/v1/cities", &city)
            .await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    assert_eq!(app.get("/api/v1/cities").await.body["items"], json!([]));

    // The same of an edit, but for the slug, which stays.
    app.create("/api/v1/cities", &kaohsiung()).await;
    for (change, field, code) in table.iter().filter(|(_, field, _)| *field != "slug") {
        // An absent part stays, and null is absent.
        if change.as_object().unwrap().values().any(Value::is_null) {
            continue;
        }
        // An empty native name means the same as the name.
        let answer = patch(&app, Some("\"1\""), change).await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    let city = app.get("/api/v1/cities/kaohsiung").await.body;
    assert_eq!(city["version"], 1);
}

#[rstest]
#[actix_web::test]
async fn an_edit_names_the_version_it_was_made_from(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    let response = app
        .request(Method::GET, "/api/v1/cities/kaohsiung")
        .send()
        .await
        .unwrap();
    assert_eq!(response.headers()["etag"], "\"1\"");

    let change = json!({ "office_start_minute": 480 });
    for missing in [None, Some("one"), Some("")] {
        patch(&app, missing, &change)
            .await
            .assert_problem(428, "version_required");
    }
    let edited = patch(&app, Some("\"1\""), &change).await;
    assert_eq!(edited.status, 200, "{}", edited.body);
    assert_eq!(edited.body["version"], 2);
    assert_eq!(edited.body["office_start_minute"], 480);
    assert_eq!(edited.body["name"], "Kaohsiung", "what was not named stays");
    patch(&app, Some("\"1\""), &change)
        .await
        .assert_problem(412, "version_mismatch");

    // Of many who edit the same version at once, one does.
    let names: Vec<Value> = (0..10)
        .map(|n| json!({ "name": format!("K{n}") }))
        .collect();
    let edits = names
        .iter()
        .map(|change| patch(&app, Some("\"2\""), change));
    let answers = futures_util::future::join_all(edits).await;
    let won: Vec<_> = answers.iter().filter(|a| a.status == 200).collect();
    assert_eq!(won.len(), 1);
    for lost in answers.iter().filter(|a| a.status != 200) {
        lost.assert_problem(412, "version_mismatch");
    }
    let now = app.get("/api/v1/cities/kaohsiung").await.body;
    assert_eq!(now["name"], won[0].body["name"]);
}

#[rstest]
#[actix_web::test]
async fn a_slug_is_taken_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &seattle()).await;
    let again = app
        .send_as(&app.admin, Method::POST, "/api/v1/cities", &seattle())
        .await;
    again.assert_problem(409, "slug_taken");
    let city = kaohsiung();
    let adding = (0..10).map(|_| app.send_as(&app.admin, Method::POST, "/api/v1/cities", &city));
    let mut statuses: Vec<u16> = futures_util::future::join_all(adding)
        .await
        .iter()
        .map(|a| a.status)
        .collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![201], vec![409; 9]].concat());
}

/// With a key, whoever comes second gets the first one's answer instead.
#[rstest]
#[actix_web::test]
async fn a_repeated_request_adds_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let city = kaohsiung();
    let post = || async {
        let request = app
            .request(Method::POST, "/api/v1/cities")
            .bearer_auth(&app.admin)
            .header("idempotency-key", "k")
            .json(&city);
        Answer::of(request.send().await.unwrap()).await
    };
    let answers = futures_util::future::join_all((0..20).map(|_| post())).await;
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(answers[0].status, 201);
}

#[rstest]
#[actix_web::test]
async fn unknown_cities_are_404(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    for path in [
        "/api/v1/cities/atlantis",
        "/api/v1/cities/a%00b",
        "/api/v1/cities/%FF",
        "/api/v1/cities/%2e%2e",
        "/api/v1/hosts?city=atlantis",
        "/api/v1/hosts?city=a%00b",
        "/api/v1/offers?city=a%00b",
        "/api/v1/slots?city=a%00b",
        "/api/v1/slots?city=atlantis",
        "/api/v1/events?topic=city/a%00b&after=0",
        "/api/v1/events?topic=city/atlantis",
    ] {
        let answer = app.get(path).await;
        assert_eq!(
            (answer.status, answer.code()),
            (404, "not_found"),
            "{path}: {}",
            answer.body
        );
    }
}
