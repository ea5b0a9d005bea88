//! `/api/v1/cities/{slug}/holidays`: the table, what coordinators say instead, calendar files.

use chrono::Datelike;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::Clock;

use crate::partnerships::token_of;
use crate::support::world::{World, id, seattle};
use crate::support::{Answer, Engine, TestApp};

const URL: &str = "/api/v1/cities/kaohsiung/holidays";

/// A token of somebody who coordinates a city.
async fn coordinator_of(app: &TestApp, city: &str) -> String {
    let email = format!("coordinator@{city}.example");
    let role = json!({ "email": email, "name": "C", "role": "coordinator", "city": city });
    app.create("/api/v1/roles", &role).await;
    token_of(app, &email).await
}

/// A day of the next year: the table ends, and so would dates of one year.
fn next(app: &TestApp, day: &str) -> String {
    format!("{}-{day}", app.clock.now().year() + 1)
}

fn ics(app: &TestApp, day: &str) -> String {
    next(app, day).replace('-', "")
}

/// The day of a date, as the API lists it.
async fn day(app: &TestApp, date: &str) -> Option<Value> {
    let found = app.get(&format!("{URL}?from={date}&to={date}")).await;
    assert_eq!(found.status, 200, "{}", found.body);
    found.body["items"].as_array().unwrap().first().cloned()
}

async fn upload(app: &TestApp, token: &str, query: &str, file: impl Into<Vec<u8>>) -> Answer {
    let request = app
        .request(Method::POST, &format!("{URL}/import{query}"))
        .bearer_auth(token)
        .header("content-type", "text/calendar")
        .body(file.into());
    Answer::of(request.send().await.unwrap()).await
}

fn calendar(events: &[(&str, &str, &str)]) -> String {
    let event = |(uid, date, name): &(&str, &str, &str)| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;VALUE=DATE:{date}\r\nSUMMARY:{name}\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

#[rstest]
#[actix_web::test]
async fn coordinators_change_the_days_of_their_city(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let coordinator = coordinator_of(&app, "kaohsiung").await;

    let public = day(&app, next(&app, "10-10").as_str()).await.unwrap();
    assert_eq!(
        (&public["kind"], &public["source"], &public["english"]),
        (&json!("holiday"), &json!("public"), &json!("National Day"))
    );
    let list = app.get(URL).await.body;
    assert_eq!(list["known_until"], "2030-12-31");
    assert!(list["source"].as_str().unwrap().contains("holidays 0.109"));

    let open =
        json!({ "date": next(&app, "10-10").as_str(), "kind": "workday", "name": "Open house" });
    let entered = app.send_as(&coordinator, Method::POST, URL, &open).await;
    assert_eq!(entered.status, 201, "{}", entered.body);
    let own = day(&app, next(&app, "10-10").as_str()).await.unwrap();
    assert_eq!(
        (&own["kind"], &own["source"]),
        (&json!("workday"), &json!("own"))
    );
    assert_eq!(own["instead_of"]["kind"], "holiday");

    // Entered again it is replaced, taken back the table counts again.
    let fair = json!({ "date": next(&app, "10-10").as_str(), "kind": "holiday", "name": "" });
    app.send_as(&coordinator, Method::POST, URL, &fair).await;
    let own = day(&app, next(&app, "10-10").as_str()).await.unwrap();
    assert_eq!(
        (&own["kind"], &own["name"]),
        (&json!("holiday"), &public["name"])
    );
    let of_day = format!("{URL}/{}", next(&app, "10-10"));
    let gone = app
        .send_as(&coordinator, Method::DELETE, &of_day, &json!({}))
        .await;
    assert_eq!(gone.status, 204);
    assert_eq!(
        day(&app, next(&app, "10-10").as_str()).await.unwrap(),
        public
    );
    let again = app
        .send_as(&coordinator, Method::DELETE, &of_day, &json!({}))
        .await;
    again.assert_problem(404, "not_found");
}

#[rstest]
#[actix_web::test]
async fn a_holiday_is_no_office_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = world.slot(&app, 7).await;
    let (id, date) = (id(&slot), &slot["local_start"].as_str().unwrap()[..10]);
    let tier =
        async || app.get(&format!("/api/v1/slots/{id}")).await.body["local"][0]["tier"].clone();
    // Whatever day of the week it is, the city's word decides.
    for (kind, expected) in [("make_up_workday", "office"), ("holiday", "reachable")] {
        let input = json!({ "date": date, "kind": kind, "name": "Harbour day" });
        let answer = app.send_as(&app.admin, Method::POST, URL, &input).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(tier().await, expected, "{kind}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_calendar_is_entered_once_and_moves_along(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let file = calendar(&[
        ("a@x", ics(&app, "05-05").as_str(), "Harbour day"),
        ("b@x", ics(&app, "05-06").as_str(), "Fair"),
    ]);
    let dry = upload(&app, &app.admin, "?dry_run=true", file.clone()).await;
    assert_eq!(dry.status, 200, "{}", dry.body);
    assert_eq!(dry.body["added"].as_array().unwrap().len(), 2);
    assert_eq!(
        day(&app, next(&app, "05-05").as_str()).await,
        None,
        "only tried"
    );

    let done = upload(&app, &app.admin, "", file.clone()).await;
    assert_eq!(
        (&done.body["added"], &done.body["dry_run"]),
        (&dry.body["added"], &json!(false))
    );
    assert_eq!(
        day(&app, next(&app, "05-05").as_str()).await.unwrap()["name"],
        "Harbour day"
    );
    let again = upload(&app, &app.admin, "", file).await;
    assert_eq!(
        (&again.body["added"], &again.body["unchanged"]),
        (&json!([]), &json!(2))
    );

    let moved = calendar(&[
        ("a@x", ics(&app, "05-07").as_str(), "Harbour day"),
        ("b@x", ics(&app, "05-06").as_str(), "Big fair"),
    ]);
    let moved = upload(&app, &app.admin, "", moved).await.body;
    assert_eq!(moved["added"][0]["date"], next(&app, "05-07").as_str());
    assert_eq!(moved["removed"][0]["date"], next(&app, "05-05").as_str());
    assert_eq!(moved["changed"][0]["name"], "Big fair");
    assert_eq!(day(&app, next(&app, "05-05").as_str()).await, None);

    // One bad event and nothing is entered.
    let half = calendar(&[
        ("c@x", ics(&app, "06-01").as_str(), "Good"),
        ("d@x", ics(&app, "06-02T0900").as_str(), "Timed"),
    ]);
    let refused = upload(&app, &app.admin, "", half).await;
    refused.assert_field("file", "not_all_day");
    assert_eq!(day(&app, next(&app, "06-01").as_str()).await, None);
    let large = upload(&app, &app.admin, "", vec![b'x'; 256 * 1024 + 1]).await;
    large.assert_problem(413, "too_large");
}

#[rstest]
#[actix_web::test]
async fn only_coordinators_of_the_city_change_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let other = coordinator_of(&app, "seattle").await;
    let input = json!({ "date": next(&app, "05-05").as_str(), "kind": "holiday", "name": "x" });
    let of_day = format!("{URL}/{}", next(&app, "10-10"));
    let file = calendar(&[("a@x", ics(&app, "05-05").as_str(), "x")]);
    assert_eq!(app.post(URL, &input).await.status, 401);
    app.send_as(&other, Method::POST, URL, &input)
        .await
        .assert_problem(403, "forbidden");
    app.send_as(&other, Method::DELETE, &of_day, &json!({}))
        .await
        .assert_problem(403, "forbidden");
    upload(&app, &other, "", file.clone())
        .await
        .assert_problem(403, "forbidden");
    upload(&app, &other, "?dry_run=true", file)
        .await
        .assert_problem(403, "forbidden");
    assert_eq!(day(&app, next(&app, "05-05").as_str()).await, None);
    assert_eq!(app.get("/api/v1/cities/nowhere/holidays").await.status, 404);
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let table = [
        (json!({ "date": "" }), "date", "invalid_date"),
        (json!({ "date": "2027-02-30" }), "date", "invalid_date"),
        (json!({ "date": "1999-01-01" }), "date", "invalid_date"),
        (json!({ "date": "9999-12-31" }), "date", "invalid_date"),
        (json!({ "date": 7 }), "date", "wrong_type"),
        (json!({ "kind": "feast" }), "kind", "unknown_kind"),
        (json!({ "name": "x".repeat(121) }), "name", "too_long"),
        (json!({ "name": "a\u{0}b" }), "name", "control_characters"),
    ];
    for (change, field, code) in &table {
        let mut input =
            json!({ "date": next(&app, "05-05").as_str(), "kind": "holiday", "name": "Fair" });
        input
            .as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = app.send_as(&app.admin, Method::POST, URL, &input).await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    for (query, field, code) in [
        ("?from=yesterday", "from", "invalid_date"),
        ("?from=2027-01-02&to=2027-01-01", "to", "end_before_start"),
        ("?from=2027-01-01&to=2029-01-01", "to", "too_long"),
    ] {
        app.get(&format!("{URL}{query}"))
            .await
            .assert_field(field, code);
    }
    upload(&app, &app.admin, "?dry_run=perhaps", "")
        .await
        .assert_field("dry_run", "wrong_type");
    let mut nowhere = seattle();
    nowhere["slug"] = json!("elsewhere");
    nowhere["subdivision"] = json!("XX");
    let answer = app
        .send_as(&app.admin, Method::POST, "/api/v1/cities", &nowhere)
        .await;
    answer.assert_field("subdivision", "unknown_subdivision");
}
