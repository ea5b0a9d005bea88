//! `/api/v1/overlap`: times for several cities.

use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{kaohsiung, seattle};
use crate::support::{Engine, TestApp};

fn search(cities: &Value) -> Value {
    json!({ "cities": cities, "from": "2027-01-11", "to": "2027-01-15", "duration_minutes": 60 })
}

async fn two_cities(engine: Engine) -> TestApp {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    app.create("/api/v1/cities", &seattle()).await;
    app
}

#[rstest]
#[actix_web::test]
async fn the_best_times_come_with_every_clock(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = two_cities(engine).await;
    let answer = app
        .post("/api/v1/overlap", &search(&json!(["seattle", "kaohsiung"])))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let best = &answer.body["items"][0];
    let burdens = [0, 1].map(|place| best["local"][place]["burden"].as_f64().unwrap());
    assert!((best["burden"].as_f64().unwrap() - burdens[0] - burdens[1]).abs() < 0.002);
    assert_eq!(best["local"][0]["city"], "seattle");
    assert_eq!(best["local"][1]["zone"], "Asia/Taipei");
    assert_eq!(best["local"][1]["day_offset"], 1);
    let start = best["local"][0]["start"].as_str().unwrap();
    assert!(
        start.starts_with("2027-01-11T16:") && start.ends_with("-08:00"),
        "{best}"
    );
    assert_eq!(answer.body["nothing"], Value::Null);
    assert_eq!(answer.body["days"], 5);

    // One time a day, then more; and of all quarter-hours those that follow each other.
    let days = answer.body["items"].as_array().unwrap();
    let dates: Vec<&str> = days
        .iter()
        .map(|time| &time["local"][0]["start"].as_str().unwrap()[..10])
        .collect();
    let mut first = dates[..5].to_vec();
    first.sort_unstable();
    first.dedup();
    assert_eq!(first.len(), 5, "{dates:?}");
}

#[actix_web::test]
async fn when_nothing_fits_it_says_why_and_what_helps() {
    let app = two_cities(Engine::Sqlite).await;
    let mut asked = search(&json!(["seattle", "kaohsiung", { "zone": "Europe/Prague" }]));
    asked["duration_minutes"] = json!(180);
    let answer = app.post("/api/v1/overlap", &asked).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body["items"], json!([]));
    let nothing = &answer.body["nothing"];
    assert_eq!(nothing["shorten_to"], 120);
    let blocked = &nothing["least_bad"][0]["blocked"];
    assert_eq!(blocked.as_array().unwrap().len(), 1, "{nothing}");
    assert_eq!(blocked[0]["night"], true);

    // Advice that holds: Prague agrees to the night.
    assert!(
        nothing["opt_in"]
            .as_array()
            .unwrap()
            .contains(&json!("Europe/Prague"))
    );
    asked["cities"][2]["night"] = json!(true);
    let again = app.post("/api/v1/overlap", &asked).await;
    assert!(again.body["feasible"].as_u64().unwrap() > 0);
}

#[actix_web::test]
async fn every_wrong_field_is_named() {
    let app = two_cities(Engine::Sqlite).await;
    let zones: Vec<Value> = (0..21).map(|_| json!({ "zone": "Asia/Tokyo" })).collect();
    let weighed = |change: Value| {
        let mut city = json!({ "slug": "kaohsiung" });
        city.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        json!({ "cities": ["seattle", city] })
    };
    let table = [
        (json!({ "cities": [] }), "cities", "too_few"),
        (json!({ "cities": ["seattle"] }), "cities", "too_few"),
        (json!({ "cities": zones }), "cities", "too_many"),
        (
            json!({ "cities": ["seattle", "seattle"] }),
            "cities[1]",
            "twice",
        ),
        (
            json!({ "cities": ["seattle", "atlantis"] }),
            "cities[1].slug",
            "unknown_city",
        ),
        (
            json!({ "cities": ["seattle", "a\u{0}b"] }),
            "cities[1].slug",
            "unknown_city",
        ),
        (
            json!({ "cities": ["seattle", 7] }),
            "cities[1]",
            "wrong_type",
        ),
        (
            json!({ "cities": ["seattle", { "zone": "EST" }] }),
            "cities[1].zone",
            "unknown_zone",
        ),
        (
            weighed(json!({ "zone": "Asia/Tokyo" })),
            "cities[1].zone",
            "city_or_zone",
        ),
        (
            weighed(json!({ "early": 1001 })),
            "cities[1].early",
            "out_of_range",
        ),
        (
            json!({ "cities": ["seattle", { "zone": "Asia/Tokyo", "office_end_minute": 60 }] }),
            "cities[1].office_end_minute",
            "end_before_start",
        ),
        (
            json!({ "cities": ["seattle", { "zone": "Asia/Tokyo", "weekend": "never" }] }),
            "cities[1].weekend",
            "invalid_weekend",
        ),
        (json!({ "from": "" }), "from", "invalid_date"),
        (json!({ "from": "2027-02-30" }), "from", "invalid_date"),
        (json!({ "from": "1999-12-31" }), "from", "invalid_date"),
        (json!({ "to": "9999-12-31" }), "to", "invalid_date"),
        (json!({ "to": "2027-01-10" }), "to", "end_before_start"),
        (json!({ "to": "2028-02-15" }), "to", "range_too_long"),
        (
            json!({ "from": "2027-01-11T00:00:00Z", "to": "2027-01-11T00:30:00Z" }),
            "to",
            "range_too_short",
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
            json!({ "duration_minutes": i64::MAX }),
            "duration_minutes",
            "out_of_range",
        ),
        (json!({ "step_minutes": 1 }), "step_minutes", "out_of_range"),
        (json!({ "order": "best" }), "order", "unknown_word"),
        (json!({ "limit": 0 }), "limit", "out_of_range"),
        (json!({ "limit": 201 }), "limit", "out_of_range"),
    ];
    for (change, field, code) in table {
        let mut asked = search(&json!(["seattle", "kaohsiung"]));
        asked
            .as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app.post("/api/v1/overlap", &asked).await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    // The longest that may be searched.
    let mut most = search(&json!(["seattle", "kaohsiung"]));
    most["to"] = json!("2028-02-14");
    assert_eq!(app.post("/api/v1/overlap", &most).await.status, 200);
}

/// Many at once are answered or told to come again, never left hanging.
#[actix_web::test]
async fn a_crowd_is_answered() {
    let app = two_cities(Engine::Sqlite).await;
    let asked = search(&json!(["seattle", "kaohsiung"]));
    let asking = (0..100).map(|_| app.post("/api/v1/overlap", &asked));
    let answers = futures_util::future::join_all(asking).await;
    assert!(
        answers
            .iter()
            .all(|a| a.status == 200 || a.code() == "busy")
    );
    assert!(answers.iter().any(|answer| answer.status == 200));
}
