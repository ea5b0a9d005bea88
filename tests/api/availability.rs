//! `/api/v1/offers/{id}/availability`: rules become slots, edits never touch what is booked, and
//! what the rules say is said to whoever books.

use chrono::{DateTime, Duration, Utc};
use futures_util::future::{join, join_all};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, outbox};
use sisterline::jobs::horizon::{Filled, fill_all};

use crate::support::world::{World, book, id, offer_of, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// A Tuesday, 14:00 in Kaohsiung.
const NOW: &str = "2026-11-24T06:00:00Z";

async fn start(engine: Engine) -> (TestApp, World) {
    let app = TestApp::spawn(engine).await;
    let instant: DateTime<Utc> = NOW.parse().unwrap();
    app.clock.advance(instant - app.clock.now());
    let world = World::new(&app, 1).await;
    (app, world)
}

fn window(weekday: &str, from: &str, to: &str) -> Value {
    json!({ "weekday": weekday, "from": from, "to": to })
}

/// Every day from nine to twelve: with the offer's 45 minutes four times a day.
fn mornings(horizon_days: i32) -> Value {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let windows: Vec<Value> = days
        .iter()
        .map(|day| window(day, "09:00", "12:00"))
        .collect();
    json!({ "windows": windows, "horizon_days": horizon_days })
}

async fn put(app: &TestApp, offer: &str, version: i64, rules: &Value) -> Answer {
    let path = format!("/api/v1/offers/{offer}/availability");
    let request = app.request(Method::PUT, &path).bearer_auth(&app.admin);
    let request = request.header("if-match", format!("\"{version}\""));
    Answer::of(request.json(rules).send().await.unwrap()).await
}

async fn set(app: &TestApp, offer: &str, version: i64, rules: &Value) -> Value {
    let answer = put(app, offer, version, rules).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

/// Added, withdrawn, kept because booked, unchanged.
fn counts(done: &Value) -> [i64; 4] {
    ["added", "withdrawn", "kept_booked", "unchanged"].map(|name| done[name].as_i64().unwrap())
}

async fn slots(app: &TestApp, offer: &str, status: &str) -> Vec<Value> {
    let path = format!("/api/v1/slots?offer={offer}&status={status}&limit=500");
    let answer = app.get(&path).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["items"].as_array().unwrap().clone()
}

fn starts(slots: &[Value]) -> Vec<&str> {
    slots
        .iter()
        .map(|slot| slot["local_start"].as_str().unwrap())
        .collect()
}

async fn kinds(app: &TestApp, world: &World) -> Vec<Value> {
    let path = format!("/api/v1/events?topic={}&after=0", world.topic);
    let log = app.get(&path).await.body;
    log["items"].as_array().unwrap().clone()
}

#[rstest]
#[actix_web::test]
async fn rules_become_slots_and_edits_leave_alone_what_is_booked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let path = format!("/api/v1/offers/{}/availability", world.offer);
    let none = app
        .send_as(&app.admin, Method::GET, &path, &json!({}))
        .await;
    assert_eq!((none.status, &none.body["version"]), (200, &json!(0)));
    assert_eq!(none.body["zone"], "Asia/Taipei");

    // Today's morning is over; two whole days follow.
    let done = set(&app, &world.offer, 0, &mornings(2)).await;
    assert_eq!((counts(&done), &done["version"]), ([8, 0, 0, 0], &json!(1)));
    let made = slots(&app, &world.offer, "open").await;
    assert_eq!(
        starts(&made)[..2],
        ["2026-11-25T09:00:00+08:00", "2026-11-25T09:45:00+08:00"]
    );
    // The same again changes nothing, and says nothing.
    let again = set(&app, &world.offer, 1, &mornings(2)).await;
    assert_eq!(counts(&again), [0, 0, 0, 8]);
    put(&app, &world.offer, 1, &mornings(2))
        .await
        .assert_problem(412, "version_mismatch");
    put(&app, &world.offer, 0, &mornings(2))
        .await
        .assert_problem(412, "version_mismatch");

    let booked = id(&made[0]);
    assert_eq!(book(&app, &booked, "ann@example.org").await.status, 201);
    let called_off = format!("/api/v1/slots/{}", id(&made[2]));
    app.send_as(&app.admin, Method::DELETE, &called_off, &json!({}))
        .await;

    // Afternoons instead: what is booked stays, what was called off stays so.
    let letters = outbox::newest(&app.server.app, 100).await.unwrap().len();
    let wednesday = json!({ "windows": [window("wed", "14:00", "15:30")], "horizon_days": 2 });
    let edited = set(&app, &world.offer, 2, &wednesday).await;
    assert_eq!(counts(&edited), [2, 6, 1, 0]);
    assert_eq!(
        app.get(&format!("/api/v1/slots/{booked}")).await.body["status"],
        "full"
    );
    let after = slots(&app, &world.offer, "open").await;
    assert_eq!(
        starts(&after),
        ["2026-11-25T14:00:00+08:00", "2026-11-25T14:45:00+08:00"]
    );

    // And back: what the rules had taken away comes back under its old address.
    let back = set(&app, &world.offer, 3, &mornings(2)).await;
    assert_eq!(
        (counts(&back), &back["called_off"]),
        ([6, 2, 0, 1], &json!(1))
    );
    let revived = slots(&app, &world.offer, "open").await;
    assert_eq!(id(&revived[0]), id(&made[1]));
    assert_eq!(app.get(&called_off).await.body["status"], "cancelled");
    assert_eq!(
        outbox::newest(&app.server.app, 100).await.unwrap().len(),
        letters
    );

    let events = kinds(&app, &world).await;
    let changed: Vec<&Value> = events
        .iter()
        .filter(|e| e["kind"] == "slots.changed")
        .collect();
    assert_eq!(
        changed.len(),
        3,
        "one an edit that changed something: {events:?}"
    );
    let data = json!({ "offer_id": world.offer, "added": 2, "withdrawn": 6 });
    assert_eq!(changed[1]["data"], data);

    // Without windows nothing is offered but what is booked.
    let nothing = set(&app, &world.offer, 4, &json!({})).await;
    assert_eq!(counts(&nothing), [0, 6, 1, 0]);
}

#[rstest]
#[actix_web::test]
async fn a_preview_says_what_saving_does_and_writes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let manual = slot_of(&app, &world.offer, 1, 9);
    app.create("/api/v1/slots", &manual).await;
    let mut rules = mornings(3);
    rules["windows"][1]["to"] = "10:30".into();
    rules["windows"]
        .as_array_mut()
        .unwrap()
        .push(window("wed", "10:00", "13:00"));
    let path = format!("/api/v1/offers/{}/availability/preview", world.offer);
    let seen = app.send_as(&app.admin, Method::POST, &path, &rules).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(kinds(&app, &world).await.len(), 1, "the slot by hand alone");
    let times = seen.body["times"].as_array().unwrap();
    assert_eq!(
        (times.len(), &times[0]["outcome"]),
        (13, &json!("overlaps"))
    );
    assert_eq!(times[1]["outcome"], "new");
    let local = times[1]["local"].as_array().unwrap();
    assert_eq!(
        (&local[0]["city"], &local[1]["city"]),
        (&json!("kaohsiung"), &json!("seattle"))
    );
    assert_eq!(
        (&local[1]["tier"], &local[1]["day_offset"]),
        (&json!("reachable"), &json!(-1))
    );
    let merged = json!([{ "day": "wed", "from": "09:00", "to": "13:00", "windows": 2 }]);
    assert_eq!(seen.body["merged_windows"], merged);

    let done = set(&app, &world.offer, 0, &rules).await;
    for name in [
        "added",
        "withdrawn",
        "unchanged",
        "skipped_overlaps",
        "merged_windows",
    ] {
        assert_eq!(done[name], seen.body[name], "{name}");
    }
    assert_eq!(
        (&done["added"], &done["skipped_overlaps"]),
        (&json!(12), &json!(1))
    );
}

/// The rolling horizon: time goes on, the job adds what is new, and nothing twice.
#[rstest]
#[actix_web::test]
async fn the_horizon_is_kept_filled(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (app, world) = start(engine).await;
    set(&app, &world.offer, 0, &mornings(10)).await;
    let idle = fill_all(&app.server.app).await.unwrap();
    assert_eq!(idle, Filled::default());
    let events = kinds(&app, &world).await.len();

    app.clock.advance(Duration::days(3));
    // Several nodes at once.
    let node = app.server.app.clone();
    let done = join_all((0..5).map(|_| fill_all(&node))).await;
    let added: usize = done
        .iter()
        .map(|filled| filled.as_ref().unwrap().added)
        .sum();
    assert_eq!(added, 12);
    assert_eq!(fill_all(&node).await.unwrap(), Filled::default());
    assert_eq!(kinds(&app, &world).await.len(), events + 1);
    let all = slots(&app, &world.offer, "open").await;
    let mut distinct: Vec<&str> = starts(&all);
    distinct.dedup();
    assert_eq!((all.len(), distinct.len()), (40, 40));
}

#[rstest]
#[actix_web::test]
async fn rules_are_told_when_somebody_books(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let mut rules = mornings(3);
    rules["notice_minutes"] = (24 * 60).into();
    rules["bookings_per_day"] = 1.into();
    set(&app, &world.offer, 0, &rules).await;
    let path = format!("/api/v1/slots?offer={}", world.offer);
    let all = app.get(&path).await.body["items"]
        .as_array()
        .unwrap()
        .clone();
    let too_soon: Vec<&Value> = all
        .iter()
        .filter(|s| s["refusal"] == "slot_notice")
        .collect();
    assert_eq!((all.len(), too_soon.len()), (12, 4));
    assert_eq!(too_soon[0]["status"], "closed");
    assert_eq!(slots(&app, &world.offer, "open").await.len(), 8);
    let refused = book(&app, &id(too_soon[0]), "ann@example.org").await;
    refused.assert_problem(409, "slot_notice");

    // Added by hand beyond the furthest day.
    let far = app
        .create("/api/v1/slots", &slot_of(&app, &world.offer, 20, 9))
        .await;
    assert_eq!(far["refusal"], "slot_too_early");
    book(&app, &id(&far), "ann@example.org")
        .await
        .assert_problem(409, "slot_too_early");

    // One booking a day, however many ask at once for whichever time.
    let day: Vec<String> = all[4..8].iter().map(id).collect();
    let emails: Vec<String> = (0..12).map(|n| format!("guest{n}@example.org")).collect();
    let ask = |(n, email): (usize, &String)| {
        let slot = day[n % day.len()].clone();
        let (app, email) = (&app, email.clone());
        async move { book(app, &slot, &email).await }
    };
    let answers = join_all(emails.iter().enumerate().map(ask)).await;
    let taken = answers.iter().filter(|answer| answer.status == 201).count();
    let codes: Vec<&str> = answers
        .iter()
        .map(Answer::code)
        .filter(|c| !c.is_empty())
        .collect();
    assert_eq!((taken, codes.len()), (1, 11));
    assert!(
        codes
            .iter()
            .all(|c| ["slot_day_limit", "slot_full"].contains(c)),
        "{codes:?}"
    );
    let closed = app.get(&path).await.body["items"]
        .as_array()
        .unwrap()
        .clone();
    let closed = closed
        .iter()
        .filter(|slot| slot["refusal"] == "slot_day_limit")
        .count();
    assert_eq!(closed, 3, "the day's other times");
    assert_eq!(
        book(&app, &id(&all[8]), "bob@example.org").await.status,
        201
    );
}

/// The rules are edited while guests book: whoever was told that they have a seat keeps it.
#[rstest]
#[actix_web::test]
async fn an_edit_never_takes_away_what_is_being_booked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let (other, mine) = (json!({ "windows": [], "horizon_days": 8 }), mornings(8));
    set(&app, &world.offer, 0, &mine).await;
    let made: Vec<String> = slots(&app, &world.offer, "open")
        .await
        .iter()
        .map(id)
        .collect();
    assert_eq!(made.len(), 32);
    let editing = async {
        for version in (1..13).step_by(2) {
            set(&app, &world.offer, version, &other).await;
            set(&app, &world.offer, version + 1, &mine).await;
        }
    };
    let booking = join_all(made.iter().enumerate().map(|(n, slot)| {
        let app = &app;
        async move {
            let email = format!("guest{n}@example.org");
            // Again while it is withdrawn, as people do.
            for _ in 0..40 {
                let answer = book(app, slot, &email).await;
                if answer.status == 201 {
                    return true;
                }
                answer.assert_problem(409, "slot_closed");
            }
            false
        }
    }));
    let ((), booked) = join(editing, booking).await;
    let booked: Vec<&String> = made
        .iter()
        .zip(&booked)
        .filter(|(_, b)| **b)
        .map(|(s, _)| s)
        .collect();
    assert!(!booked.is_empty());
    for slot in &booked {
        let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
        assert_eq!(
            (&slot["status"], &slot["seats_left"]),
            (&json!("full"), &json!(0))
        );
    }
    // Nothing was made twice, and no two overlap.
    let path = format!("/api/v1/slots?offer={}&limit=500", world.offer);
    let all = app.get(&path).await.body["items"]
        .as_array()
        .unwrap()
        .clone();
    let standing: Vec<&Value> = all.iter().filter(|s| s["status"] != "cancelled").collect();
    assert_eq!(standing.len(), 32);
    for pair in standing.windows(2) {
        assert!(pair[0]["ends_at"].as_str() <= pair[1]["starts_at"].as_str());
    }
}

/// A host has one pair of hands: other offers, slots by hand, and the buffers around all of them.
#[rstest]
#[actix_web::test]
async fn buffers_hold_between_everything_that_a_host_does(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let second = id(&app
        .create("/api/v1/offers", &offer_of(&world.host, 1, "public"))
        .await);
    let rules = |from: &str, before: i32, after: i32| {
        json!({ "windows": [window("wed", from, "12:00")], "horizon_days": 1,
            "buffer_before_minutes": before, "buffer_after_minutes": after })
    };
    let first = set(&app, &world.offer, 0, &rules("11:00", 10, 5)).await;
    assert_eq!(counts(&first), [1, 0, 0, 0]);
    // 09:00, 09:45 and 10:30 with nothing between: the last reaches into the first offer's buffer.
    let other = set(&app, &second, 0, &rules("09:00", 0, 0)).await;
    assert_eq!(
        (counts(&other), &other["skipped_overlaps"]),
        ([2, 0, 0, 0], &json!(2))
    );
    // By hand the same holds: the first offer's visit ends at 11:45 and keeps five minutes free.
    let by_hand = |minute: u32| {
        let start = format!("2026-11-25T11:{minute}");
        json!({ "offer_id": second, "local_start": start })
    };
    let path = "/api/v1/slots";
    let close = app
        .send_as(&app.admin, Method::POST, path, &by_hand(49))
        .await;
    close.assert_problem(409, "slot_overlaps");
    app.create(path, &by_hand(50)).await;
}

#[rstest]
#[actix_web::test]
async fn bad_rules_are_told_with_field_and_limit(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let windows = vec![window("mon", "09:00", "10:00"); 101];
    let dates: Vec<Value> = (0..501).map(|_| json!({ "date": "2027-01-01" })).collect();
    let table = [
        (json!({ "windows": windows }), "windows", "too_many"),
        (json!({ "overrides": dates }), "overrides", "too_many"),
        (
            json!({ "windows": [window("someday", "1", "2")] }),
            "windows[0].weekday",
            "unknown_weekday",
        ),
        (json!({ "step_minutes": 0 }), "step_minutes", "out_of_range"),
    ];
    for (rules, field, code) in table {
        let answer = put(&app, &world.offer, 0, &rules).await;
        answer.assert_problem(422, "invalid_input");
        answer.assert_field(field, code);
    }
    // Night and day for a year: told how many that would be, and quickly.
    let mut widest = mornings(400);
    widest["holidays"] = "offer".into();
    for day in widest["windows"].as_array_mut().unwrap() {
        (day["from"], day["to"]) = ("00:00".into(), "24:00".into());
    }
    let refused = put(&app, &world.offer, 0, &widest).await;
    refused.assert_field("windows", "too_many_times");
    let said = refused.body["errors"][0]["detail"].as_str().unwrap();
    assert!(
        said.contains("12813 times") && said.contains("5000"),
        "{said}"
    );
    let no_version = format!("/api/v1/offers/{}/availability", world.offer);
    let missing = app
        .send_as(&app.admin, Method::PUT, &no_version, &mornings(1))
        .await;
    missing.assert_problem(428, "version_required");
    // Twelve times a day for four hundred days is a lot, and fits.
    widest["step_minutes"] = 120.into();
    let done = set(&app, &world.offer, 0, &widest).await;
    assert_eq!(done["added"], 4_804);
}

/// By POST a repeated request is answered once more, not done again.
#[rstest]
#[actix_web::test]
async fn a_key_makes_a_post_happen_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = start(engine).await;
    let path = format!("/api/v1/offers/{}/availability", world.offer);
    let send = async || {
        let request = app.request(Method::POST, &path).bearer_auth(&app.admin);
        let request = request
            .header("if-match", "\"0\"")
            .header("idempotency-key", "k1");
        Answer::of(request.json(&mornings(2)).send().await.unwrap()).await
    };
    let (first, second) = (send().await, send().await);
    assert_eq!((first.status, counts(&first.body)), (200, [8, 0, 0, 0]));
    assert_eq!(first, second);
}
