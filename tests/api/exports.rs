//! `/api/v1/exports/bookings`: who gets which bookings, as what, and how many at once.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::world::{HOST_EMAIL, World, booking_of, id, managed};
use crate::support::{Answer, Engine, TestApp};

/// An answer's status, the total it names and its text.
async fn get(app: &TestApp, token: &str, query: &str) -> (u16, Option<i64>, String) {
    let path = format!("/api/v1/exports/bookings{query}");
    let request = app.request(Method::GET, &path).bearer_auth(token);
    let answer = request.send().await.unwrap();
    let total = answer.headers().get("x-total-count");
    let total = total.map(|total| total.to_str().unwrap().parse().unwrap());
    (
        answer.status().as_u16(),
        total,
        answer.text().await.unwrap(),
    )
}

/// The rows of a CSV by column, read by another reader than ours.
fn rows(text: &str) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>();
    rows.map(|row| json!(row.unwrap())).collect()
}

async fn json_of(app: &TestApp, token: &str, query: &str) -> Value {
    let (status, _, text) = get(app, token, query).await;
    assert_eq!(status, 200, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// Books a slot with a note, and its bookings' id and key.
async fn book(app: &TestApp, slot: &str, email: &str, note: &str) -> (String, String) {
    let mut request = booking_of(slot, email);
    request["note"] = json!(note);
    request["organization"] = json!("=cmd|calc");
    request["attendees"] = json!([{ "name": "Ben | Ode", "email": "ben@example.org" }]);
    let booked = app.post("/api/v1/bookings", &request).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    managed(&booked.body)
}

#[rstest]
#[actix_web::test]
async fn everybody_gets_theirs_and_no_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 5).await;
    let elsewhere =
        json!({ "slug": "leeds", "name": "Leeds", "country": "GB", "zone": "Europe/London" });
    app.create("/api/v1/cities", &elsewhere).await;
    let soon = id(&world.slot(&app, 7).await);
    let later = id(&world.slot(&app, 20).await);
    let note = "Two lines,\n\"quoted\"; secret-note";
    let (first, _) = book(&app, &soon, "ann@example.org", note).await;
    let (second, key) = book(&app, &later, "cy@example.org", "").await;
    let cancel = format!("/api/v1/bookings/{second}/cancel?key={key}");
    let reason = json!({ "reason": "-ill" });
    assert_eq!(app.post(&cancel, &reason).await.status, 200);

    let member = crate::partnerships::token_of(&app, HOST_EMAIL).await;
    let guests = app
        .token_of("s@example.org", "coordinator", json!({ "city": "seattle" }))
        .await;
    let others = app
        .token_of("l@example.org", "coordinator", json!({ "city": "leeds" }))
        .await;
    for token in [&app.admin, &member, &guests] {
        let (status, total, text) = get(&app, token, "").await;
        assert_eq!((status, total), (200, Some(2)), "{text}");
        let rows = rows(&text);
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (&rows[0]["booking_id"], &rows[1]["booking_id"]),
            (&json!(first), &json!(second))
        );
        let whole = *token != guests;
        assert_eq!(text.contains("secret-note"), whole, "{text}");
        assert_eq!(text.contains("@example.org"), whole, "{text}");
        assert_eq!(rows[0]["note"], if whole { note } else { "" });
        assert_eq!(
            rows[0]["guests"],
            if whole {
                "Ben \\| Ode <ben@example.org>"
            } else {
                "Ben \\| Ode"
            }
        );
        // A spreadsheet reads no formula.
        assert_eq!(
            (&rows[0]["organization"], &rows[1]["cancel_reason"]),
            (&json!("'=cmd|calc"), &json!("'-ill"))
        );
        assert_eq!(
            (&rows[0]["host_city"], &rows[0]["guest_city"]),
            (&json!("kaohsiung"), &json!("seattle"))
        );
        assert!(
            rows[0]["local_start"]
                .as_str()
                .unwrap()
                .ends_with("T09:00:00+08:00"),
            "{text}"
        );
        assert!(
            !text.contains("meet.example.org"),
            "where it takes place is told: {text}"
        );

        let as_json = json_of(&app, token, "?format=json").await;
        assert_eq!(
            (
                &as_json["total"],
                as_json["items"].as_array().unwrap().len()
            ),
            (&json!(2), 2)
        );
        assert_eq!(
            as_json["items"][0]["note"],
            if whole { json!(note) } else { Value::Null }
        );
        let email = &as_json["items"][0]["attendees"][0]["email"];
        assert_eq!(
            *email,
            if whole {
                json!("ann@example.org")
            } else {
                Value::Null
            }
        );

        let (_, _, ics) = get(&app, token, "?format=ics").await;
        assert_eq!(ics.matches("BEGIN:VEVENT\r\n").count(), 2, "{ics}");
        assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
        assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("STATUS:CONFIRMED\r\n"));
        assert!(
            !ics.contains("meet.example.org") && !ics.contains("secret-note"),
            "{ics}"
        );
    }
    let (_, total, text) = get(&app, &others, "").await;
    assert_eq!((total, rows(&text).len()), (Some(0), 0), "{text}");
    let empty = json_of(&app, &others, "?format=json").await;
    assert_eq!(empty, json!({ "total": 0, "items": [] }));

    for (token, query, status, code) in [
        (&guests, "?city=kaohsiung".to_owned(), 403, "forbidden"),
        (&member, "?city=kaohsiung".to_owned(), 403, "forbidden"),
        (&guests, format!("?host={}", world.host), 404, "not_found"),
        (&member, "?city=atlantis".to_owned(), 404, "not_found"),
        (&app.admin, "?host=nobody".to_owned(), 404, "not_found"),
        (&app.admin, "?format=xls".to_owned(), 422, "invalid_input"),
        (
            &app.admin,
            "?from=yesterday".to_owned(),
            422,
            "invalid_input",
        ),
    ] {
        let path = format!("/api/v1/exports/bookings{query}");
        let refused = app.send_as(token, Method::GET, &path, &json!({})).await;
        refused.assert_problem(status, code);
    }
    let guest = app
        .request(Method::GET, "/api/v1/exports/bookings")
        .send()
        .await
        .unwrap();
    Answer::of(guest)
        .await
        .assert_problem(401, "sign_in_required");
}

#[rstest]
#[actix_web::test]
async fn filters_are_read_on_the_clock_of_the_city(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 5).await;
    let slot = world.slot(&app, 7).await;
    book(&app, &id(&slot), "ann@example.org", "").await;
    let later = world.slot(&app, 9).await;
    book(&app, &id(&later), "cy@example.org", "").await;
    // Nine in the morning in Kaohsiung is one of UTC: the date there and in Seattle differ.
    let there = &slot["local_start"].as_str().unwrap()[..10];
    let day: chrono::NaiveDate = there.parse().unwrap();
    let before = day.pred_opt().unwrap();
    let starts_at = slot["starts_at"].as_str().unwrap();
    for (query, expected) in [
        (String::new(), 2),
        ("?city=&host=&from=&to=&format=".to_owned(), 2),
        (format!("?city=kaohsiung&from={there}&to={there}"), 1),
        (format!("?city=seattle&from={there}&to={there}"), 0),
        (format!("?city=seattle&from={before}&to={before}"), 1),
        (format!("?host={}&from={there}&to={there}", world.host), 1),
        (format!("?from={starts_at}"), 2),
        (format!("?to={starts_at}"), 0),
        (format!("?from={there}&to={there}"), 1),
    ] {
        let (status, total, text) = get(&app, &app.admin, &query).await;
        assert_eq!(
            (status, total, rows(&text).len()),
            (200, Some(expected as i64), expected),
            "{query}"
        );
    }
}

#[rstest]
#[actix_web::test]
async fn many_come_in_pages_each_once_and_in_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 600).await;
    // Two pages of one slot and a part of the next: places within one beginning count too.
    let slot = id(&world.slot(&app, 7).await);
    for number in 0..503 {
        let email = format!("guest{number}@example.org");
        let booked = crate::support::world::book(&app, &slot, &email).await;
        assert_eq!(booked.status, 201);
    }
    let (_, total, text) = get(&app, &app.admin, "").await;
    let mut ids: Vec<String> = rows(&text)
        .iter()
        .map(|row| row["booking_id"].to_string())
        .collect();
    assert_eq!((total, ids.len()), (Some(503), 503));
    assert!(ids.is_sorted());
    ids.dedup();
    assert_eq!(ids.len(), 503);
    let as_json = json_of(&app, &app.admin, "?format=json").await;
    assert_eq!(as_json["items"].as_array().unwrap().len(), 503);
    let (_, _, raw) = get(&app, &app.admin, "?format=json").await;
    assert_eq!(raw.lines().count(), 503 + 2, "one booking a line");
    let (_, _, ics) = get(&app, &app.admin, "?format=ics").await;
    assert_eq!(ics.matches("END:VEVENT\r\n").count(), 503);
}
