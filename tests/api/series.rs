//! `/api/v1/series`: plans side by side, agreeing to one, calling visits off; and the ledger.

use chrono::{DateTime, Duration, Utc};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::Clock;

use crate::partnerships::token_of;
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Answer, Engine, TestApp};

/// Posts JSON as an admin.
async fn send(app: &TestApp, path: &str, body: &Value) -> Answer {
    app.send_as(&app.admin, Method::POST, path, body).await
}

/// What an admin sees.
async fn seen(app: &TestApp, path: &str) -> Value {
    app.send_as(&app.admin, Method::GET, path, &json!({}))
        .await
        .body
}

/// Weekly Tuesdays of Seattle from the first one in two weeks or more on.
fn plan(app: &TestApp, count: u32) -> Value {
    let start = (app.clock.now() + Duration::days(14)).date_naive();
    json!({ "cities": ["seattle", "kaohsiung"], "start": start.to_string(),
        "rule": format!("FREQ=WEEKLY;BYDAY=TU;COUNT={count}"), "duration_minutes": 45,
        "holidays": "keep" })
}

async fn plans(app: &TestApp, plan: &Value) -> Vec<Value> {
    let answer = app.post("/api/v1/series/plan", plan).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["items"].as_array().unwrap().clone()
}

fn of_kind(plans: &[Value], kind: &str) -> Value {
    let found = plans.iter().find(|plan| plan["kind"] == kind);
    found.unwrap().clone()
}

async fn seasonal(app: &TestApp, world: &World, count: u32) -> Value {
    let plan = plan(app, count);
    let chosen = of_kind(&plans(app, &plan).await, "seasonal");
    json!({ "plan": plan, "kind": "seasonal", "clock": 0, "fingerprint": chosen["fingerprint"],
        "offer_id": world.offer, "city": "seattle", "organization": "Garfield High School",
        "contact": { "name": "Ann Lee", "email": "ann@example.org", "locale": "en" } })
}

fn starts(series: &Value) -> Vec<DateTime<Utc>> {
    let occurrences = series["occurrences"].as_array().unwrap().iter();
    occurrences
        .map(|one| one["starts_at"].as_str().unwrap().parse().unwrap())
        .collect()
}

fn states(series: &Value) -> Vec<&str> {
    let occurrences = series["occurrences"].as_array().unwrap().iter();
    occurrences
        .map(|one| one["state"].as_str().unwrap())
        .collect()
}

#[rstest]
#[actix_web::test]
async fn an_agreed_plan_is_slots_and_bookings(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let new = seasonal(&app, &world, 4).await;
    let series = app.create("/api/v1/series", &new).await;
    assert_eq!(states(&series), ["standing"; 4]);
    for occurrence in series["occurrences"].as_array().unwrap() {
        let slot = occurrence["slot_id"].as_str().unwrap();
        let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
        assert_eq!(slot["seats_left"], 2);
        assert_eq!(slot["starts_at"], occurrence["starts_at"]);
        assert_eq!(slot["zone"], "America/Los_Angeles");
    }
    // The same again is in the way of itself, all of it, and nothing is written.
    let again = send(&app, "/api/v1/series", &new).await;
    assert_eq!(
        (again.status, &again.body["code"]),
        (409, &"series_conflicts".into())
    );
    assert_eq!(again.body["errors"].as_array().unwrap().len(), 4);

    // One of them, all after another, the rest.
    let path = format!("/api/v1/series/{}", id(&series));
    let name = |index: usize| {
        let name = series["occurrences"][index]["original_local_start"].as_str();
        name.unwrap().to_owned()
    };
    let off = format!("{path}/occurrences/{}/cancel", name(1));
    let answer = send(&app, &off, &json!({ "reason": "School trip" })).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(
        states(&answer.body),
        ["standing", "cancelled", "standing", "standing"]
    );
    let following = json!({ "from": name(2) });
    let answer = send(&app, &format!("{path}/cancel"), &following).await;
    assert_eq!(
        states(&answer.body),
        ["standing", "cancelled", "cancelled", "cancelled"]
    );
    assert_eq!(answer.body["status"], "ended");
    let slot = series["occurrences"][3]["slot_id"].as_str().unwrap();
    let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    assert_eq!(slot["status"], "cancelled");
}

#[rstest]
#[actix_web::test]
async fn what_conflicts_is_listed_and_may_be_left_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let mut new = seasonal(&app, &world, 3).await;
    let chosen = of_kind(&plans(&app, &new["plan"]).await, "seasonal");
    let second = &chosen["visits"][1];
    let at: DateTime<Utc> = second["starts_at"].as_str().unwrap().parse().unwrap();
    let in_taipei = (at + Duration::hours(8)).naive_utc();
    let own = json!({ "offer_id": world.offer,
        "local_start": in_taipei.format("%Y-%m-%dT%H:%M").to_string() });
    app.create("/api/v1/slots", &own).await;
    let listed = |app: &TestApp| {
        let path = format!("/api/v1/slots?offer={}", world.offer);
        let request = app.request(Method::GET, &path);
        async move { request.send().await.unwrap().json::<Value>().await.unwrap() }
    };

    let refused = send(&app, "/api/v1/series", &new).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (409, &"series_conflicts".into())
    );
    let field = refused.body["errors"][0]["field"]
        .as_str()
        .unwrap()
        .to_owned();
    let original = second["original_local_start"].as_str().unwrap();
    assert!(original.starts_with(&field), "{field}");
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 1);
    assert_eq!(
        listed(&app).await["items"].as_array().unwrap().len(),
        1,
        "nothing was written"
    );

    new["leave_out"] = json!([field]);
    let series = app.create("/api/v1/series", &new).await;
    assert_eq!(states(&series), ["standing", "left_out", "standing"]);
    assert_eq!(listed(&app).await["items"].as_array().unwrap().len(), 3);
}

#[actix_web::test]
async fn a_moved_visit_keeps_its_name_and_a_new_series_takes_over() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let mut new = seasonal(&app, &world, 3).await;
    let series = app.create("/api/v1/series", &new).await;
    let name = series["occurrences"][0]["original_local_start"]
        .as_str()
        .unwrap();
    let next_day: chrono::NaiveDateTime = name.parse().unwrap();
    let to = next_day + Duration::days(1);
    let path = format!("/api/v1/series/{}/occurrences/{name}/move", id(&series));
    let to = json!({ "local_start": to.format("%Y-%m-%dT%H:%M").to_string() });
    let moved = send(&app, &path, &to).await;
    assert_eq!(moved.status, 200, "{}", moved.body);
    assert_eq!(moved.body["occurrences"][0]["original_local_start"], name);
    assert_eq!(
        starts(&moved.body)[0],
        starts(&series)[0] + Duration::days(1)
    );
    let old = series["occurrences"][0]["slot_id"].as_str().unwrap();
    let old = app.get(&format!("/api/v1/slots/{old}")).await.body;
    assert_eq!(old["status"], "cancelled");

    // The times of the old series are free for the one that takes its place.
    new["predecessor"] = json!(id(&series));
    let next = app.create("/api/v1/series", &new).await;
    assert_eq!(next["predecessor"], json!(id(&series)));
    assert_eq!(states(&next), ["standing"; 3]);
    let old = seen(&app, &format!("/api/v1/series/{}", id(&series))).await;
    assert_eq!(states(&old), ["cancelled"; 3]);
}

#[actix_web::test]
async fn the_same_key_agrees_once_and_strangers_see_nothing() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let new = seasonal(&app, &world, 2).await;
    let host = token_of(&app, HOST_EMAIL).await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let request = app.request(Method::POST, "/api/v1/series");
        let request = request.header("idempotency-key", "once").bearer_auth(&host);
        let answer = request.json(&new).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        ids.push(id(&answer.json::<Value>().await.unwrap()));
    }
    assert_eq!(ids[0], ids[1]);
    let path = format!("/api/v1/series/{}", ids[0]);
    let stranger = app.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(stranger.status(), 404);
    let key = app.server.app.link_key.series_key(ids[0].parse().unwrap());
    let path = format!("{path}?key={key}");
    let bearer = app.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(bearer.status(), 200);
    let guest = app.request(Method::POST, "/api/v1/series");
    assert_eq!(guest.json(&new).send().await.unwrap().status(), 401);

    let mut other = new.clone();
    other["fingerprint"] = json!("another");
    let answer = send(&app, "/api/v1/series", &other).await;
    assert_eq!(
        (answer.status, &answer.body["code"]),
        (409, &"plan_changed".into())
    );
}

#[actix_web::test]
async fn past_visits_are_in_the_ledger_and_in_the_next_plan() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 3).await);
    let booked = book(&app, &slot, "ann@example.org").await;
    assert_eq!(booked.status, 201);
    let path = format!("/api/v1/partnerships/{}/ledger", world.partnership);
    let ledger = app.get(&path).await.body;
    assert_eq!(
        ledger["items"][1],
        json!({ "city": "seattle", "visits": 0, "burden": 0.0,
        "nights": 0 })
    );
    app.clock.advance(Duration::days(4));
    let ledger = app.get(&path).await.body;
    let seattle = &ledger["items"][1];
    assert_eq!(
        (&seattle["city"], &seattle["visits"]),
        (&"seattle".into(), &1.into())
    );
    assert!(seattle["burden"].as_f64().unwrap() > 0.0, "{ledger}");

    let mut asked = plan(&app, 2);
    asked["cities"] = json!([]);
    asked["partnership"] = json!(world.partnership);
    let answer = app.post("/api/v1/series/plan", &asked).await;
    assert_eq!(
        answer.body["carried"][1], seattle["burden"],
        "{}",
        answer.body
    );
}

#[rstest]
#[case("rule", json!("FREQ=WEEKLY"), "rule", "endless_rule")]
#[case("rule", json!("FREQ=DAILY;COUNT=521"), "rule", "too_many")]
#[case("rule", json!("FREQ=YEARLY;UNTIL=20990101"), "rule", "range_too_long")]
#[case("rule", json!("FREQ=SECONDLY;COUNT=2"), "rule", "invalid_rule")]
#[case("start", json!("soon"), "start", "invalid_date")]
#[case("cities", json!(vec!["seattle"; 21]), "cities", "too_many")]
#[case("cities", json!(["seattle", "atlantis"]), "cities[1].slug", "unknown_city")]
#[case("except", json!(vec!["2027-01-01"; 521]), "except", "too_many")]
#[case("block", json!("meeting"), "block", "rotates_too_often")]
#[case("duration_minutes", json!(481), "duration_minutes", "out_of_range")]
#[case("at", json!("25:00"), "at", "invalid_time")]
#[case("calendar", json!(2), "calendar", "out_of_range")]
#[actix_web::test]
async fn a_plan_is_refused(
    #[case] field: &str,
    #[case] value: Value,
    #[case] at: &str,
    #[case] code: &str,
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 1).await;
    let mut asked = plan(&app, 4);
    asked[field] = value;
    let answer = app.post("/api/v1/series/plan", &asked).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    let errors = answer.body["errors"].as_array().unwrap();
    let told = errors
        .iter()
        .any(|error| error["field"] == at && error["code"] == code);
    assert!(told, "{}", answer.body);
}

/// A series and a single time of the same host that overlaps one of its visits come at once: one of
/// them is written, whole, and the other is told why not.
#[rstest]
#[actix_web::test]
async fn a_series_and_a_single_time_race(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let first = app.clock.now() + Duration::days(14);
    for round in 0..6 {
        let mut asked = plan(&app, 3);
        asked["start"] = json!(
            (first + Duration::weeks(4 * round))
                .date_naive()
                .to_string()
        );
        let chosen = of_kind(&plans(&app, &asked).await, "seasonal");
        let mut new = seasonal(&app, &world, 3).await;
        new["fingerprint"] = chosen["fingerprint"].clone();
        new["plan"] = asked;
        let second = chosen["visits"][1]["starts_at"].as_str().unwrap();
        let at = second.parse::<DateTime<Utc>>().unwrap() + Duration::minutes(15);
        let in_taipei = (at + Duration::hours(8)).naive_utc();
        let single = json!({ "offer_id": world.offer,
            "local_start": in_taipei.format("%Y-%m-%dT%H:%M").to_string() });

        let both = [("/api/v1/series", &new), ("/api/v1/slots", &single)];
        let sent = both.map(|(path, body)| send(&app, path, body));
        let answers = futures_util::future::join_all(sent).await;
        let told = (answers[0].status, answers[1].status);
        assert!(matches!(told, (201, 409) | (409, 201)), "{told:?}");
        let refused = answers.iter().find(|answer| answer.status == 409).unwrap();
        assert!(
            ["series_conflicts", "slot_overlaps"].contains(&refused.code()),
            "{}",
            refused.body
        );
        let path = format!("/api/v1/slots?offer={}", world.offer);
        let slots = app.get(&path).await.body["items"].clone();
        let mut times: Vec<[DateTime<Utc>; 2]> = slots
            .as_array()
            .unwrap()
            .iter()
            .map(|slot| {
                ["starts_at", "ends_at"].map(|key| slot[key].as_str().unwrap().parse().unwrap())
            })
            .collect();
        times.sort();
        assert!(times.windows(2).all(|pair| pair[0][1] <= pair[1][0]));
    }
}
