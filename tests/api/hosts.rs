//! `/api/v1/hosts` and `/api/v1/offers`: entering them.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{World, offer_of};
use crate::support::{Engine, TestApp};

async fn refused(app: &TestApp, path: &str, good: &Value, change: &Value, field: &str, code: &str) {
    let mut body = good.clone();
    body.as_object_mut()
        .unwrap()
        .extend(change.as_object().unwrap().clone());
    let answer = app.send_as(&app.admin, Method::POST, path, &body).await;
    assert_eq!(answer.status, 422, "{path} {change}: {}", answer.body);
    answer.assert_field(field, code);
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let long = "x".repeat(10_000);
    let host = json!({ "city": "kaohsiung", "name": "X", "kind": "office", "track": "civic" });
    let table = [
        (json!({ "city": "atlantis" }), "city", "unknown_city"),
        (json!({ "city": "a\u{0}" }), "city", "unknown_city"),
        (json!({ "name": "" }), "name", "required"),
        (json!({ "name": long }), "name", "too_long"),
        (json!({ "name": "a\r\nb" }), "name", "control_characters"),
        (json!({ "kind": "castle" }), "kind", "unknown_kind"),
        (json!({ "track": "" }), "track", "unknown_track"),
        (json!({ "track": [] }), "track", "wrong_type"),
    ];
    for (change, field, code) in table {
        refused(&app, "/api/v1/hosts", &host, &change, field, code).await;
    }
    let offer = offer_of(&world.host, 1, "public");
    let table = [
        (json!({ "host_id": "x" }), "host_id", "unknown_host"),
        (json!({ "title": "" }), "title", "required"),
        (json!({ "title": long }), "title", "too_long"),
        (
            json!({ "title": "T\r\nBcc: x@example.org" }),
            "title",
            "control_characters",
        ),
        (json!({ "description": long }), "description", "too_long"),
        (
            json!({ "description": "nul\u{0}" }),
            "description",
            "control_characters",
        ),
        (json!({ "topics": vec!["a"; 11] }), "topics", "too_many"),
        (json!({ "topics": ["a", ""] }), "topics[1]", "required"),
        (json!({ "topics": ["a", long] }), "topics[1]", "too_long"),
        (
            json!({ "languages": ["klingon language"] }),
            "languages",
            "invalid_language",
        ),
        (
            json!({ "duration_minutes": 4 }),
            "duration_minutes",
            "out_of_range",
        ),
        (
            json!({ "duration_minutes": 481 }),
            "duration_minutes",
            "out_of_range",
        ),
        (
            json!({ "duration_minutes": -45 }),
            "duration_minutes",
            "out_of_range",
        ),
        (
            json!({ "duration_minutes": "45" }),
            "duration_minutes",
            "wrong_type",
        ),
        (json!({ "capacity": 0 }), "capacity", "out_of_range"),
        (json!({ "capacity": 10_001 }), "capacity", "out_of_range"),
        (
            json!({ "visibility": "secret" }),
            "visibility",
            "unknown_visibility",
        ),
        (
            json!({ "overlap_allowed": "yes" }),
            "overlap_allowed",
            "wrong_type",
        ),
        (
            json!({ "meeting_url": "http://meet.example.org" }),
            "meeting_url",
            "invalid_url",
        ),
        (
            json!({ "meeting_url": "javascript:alert(1)" }),
            "meeting_url",
            "invalid_url",
        ),
        (
            json!({ "meeting_url": "https://a\r\nb" }),
            "meeting_url",
            "invalid_url",
        ),
        (
            json!({ "meeting_url": format!("https://a/{long}") }),
            "meeting_url",
            "invalid_url",
        ),
    ];
    for (change, field, code) in table {
        refused(&app, "/api/v1/offers", &offer, &change, field, code).await;
    }
    // Where visits take place is told to attendees only.
    let offers = app.get("/api/v1/offers").await;
    assert_eq!(offers.body["items"].as_array().unwrap().len(), 1);
    assert!(!offers.body.to_string().contains("meet.example.org"));
    app.get("/api/v1/hosts")
        .await
        .assert_field("city", "required");
}
