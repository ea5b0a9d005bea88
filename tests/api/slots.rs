//! `/api/v1/slots`: wall clocks and instants, lists and their pages, calling off.

use chrono::{DateTime, Duration, Utc};
use futures_util::future::join_all;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, outbox};

use crate::support::world::{World, book, booking_of, id, offer_of, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// A server whose clock stands at this instant, so that the dates of these tests stay to come.
async fn at(engine: Engine, instant: &str) -> TestApp {
    let app = TestApp::spawn(engine).await;
    let instant: DateTime<Utc> = instant.parse().unwrap();
    app.clock.advance(instant - app.clock.now());
    app
}

async fn add(app: &TestApp, slot: &Value) -> Answer {
    app.send_as(&app.admin, Method::POST, "/api/v1/slots", slot)
        .await
}

fn items(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["items"].as_array().unwrap().clone()
}

fn ids(answer: &Answer) -> Vec<String> {
    items(answer).iter().map(id).collect()
}

/// A host with an offer in a city of this zone, partner of Seattle.
async fn offer_in(app: &TestApp, slug: &str, zone: &str) -> String {
    let city = json!({ "slug": slug, "name": slug, "country": "ZZ", "zone": zone,
        "languages": ["en"] });
    app.create("/api/v1/cities", &city).await;
    let cities = json!({ "cities": [slug, "seattle"], "stage": "official" });
    app.create("/api/v1/partnerships", &cities).await;
    let host = json!({ "city": slug, "name": "Office", "kind": "office", "track": "official" });
    let host = id(&app.create("/api/v1/hosts", &host).await);
    let mut offer = offer_of(&host, 1, "public");
    offer["overlap_allowed"] = true.into();
    id(&app.create("/api/v1/offers", &offer).await)
}

/// Where a city stands in a slot's clocks: start, tier, days from the host's date.
fn local<'a>(slot: &'a Value, city: &str) -> (&'a str, &'a str, i64) {
    let local = slot["local"].as_array().unwrap();
    let local = local.iter().find(|local| local["city"] == city).unwrap();
    (
        local["start"].as_str().unwrap(),
        local["tier"].as_str().unwrap(),
        local["day_offset"].as_i64().unwrap(),
    )
}

#[rstest]
#[actix_web::test]
async fn wall_clocks_mean_what_both_cities_clocks_show(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = at(engine, "2026-11-24T00:00:00Z").await;
    let world = World::new(&app, 1).await;
    let kathmandu = offer_in(&app, "kathmandu", "Asia/Kathmandu").await;
    let vancouver = offer_in(&app, "vancouver", "America/Vancouver").await;
    let kiritimati = offer_in(&app, "kiritimati", "Pacific/Kiritimati").await;
    // Zone data 2026f: British Columbia keeps UTC-7 in winter.
    let table = [
        // Before and after the clocks go forward in Seattle (2027-03-14) and back (2027-11-07).
        (
            &world.offer,
            "2027-03-12T09:00",
            "2027-03-12T01:00:00Z",
            "2027-03-12T09:00:00+08:00",
            ("2027-03-11T17:00:00-08:00", "reachable", -1),
        ),
        (
            &world.offer,
            "2027-03-15T09:00",
            "2027-03-15T01:00:00Z",
            "2027-03-15T09:00:00+08:00",
            ("2027-03-14T18:00:00-07:00", "reachable", -1),
        ),
        (
            &world.offer,
            "2027-11-05T09:00",
            "2027-11-05T01:00:00Z",
            "2027-11-05T09:00:00+08:00",
            ("2027-11-04T18:00:00-07:00", "reachable", -1),
        ),
        (
            &world.offer,
            "2027-11-08T09:00",
            "2027-11-08T01:00:00Z",
            "2027-11-08T09:00:00+08:00",
            ("2027-11-07T17:00:00-08:00", "reachable", -1),
        ),
        (
            &world.offer,
            "2027-06-02T17:00",
            "2027-06-02T09:00:00Z",
            "2027-06-02T17:00:00+08:00",
            ("2027-06-02T02:00:00-07:00", "unsocial", 0),
        ),
        (
            &kathmandu,
            "2027-01-01T08:00",
            "2027-01-01T02:15:00Z",
            "2027-01-01T08:00:00+05:45",
            ("2026-12-31T18:15:00-08:00", "reachable", -1),
        ),
        (
            &vancouver,
            "2026-12-15T17:00",
            "2026-12-16T00:00:00Z",
            "2026-12-15T17:00:00-07:00",
            ("2026-12-15T16:00:00-08:00", "office", 0),
        ),
        (
            &kiritimati,
            "2027-01-01T00:30",
            "2026-12-31T10:30:00Z",
            "2027-01-01T00:30:00+14:00",
            ("2026-12-31T02:30:00-08:00", "unsocial", -1),
        ),
    ];
    for (offer, wall, starts_at, local_start, seattle) in table {
        let slot = add(&app, &json!({ "offer_id": offer, "local_start": wall })).await;
        assert_eq!(slot.status, 201, "{wall}: {}", slot.body);
        let slot = app
            .get(&format!("/api/v1/slots/{}", id(&slot.body)))
            .await
            .body;
        assert_eq!(slot["starts_at"], starts_at, "{wall}");
        assert_eq!(slot["local_start"], local_start, "{wall}");
        assert_eq!(slot["resolution"], "exact");
        assert_eq!(local(&slot, "seattle"), seattle, "{wall}");
        assert_eq!(
            slot["local"][0]["start"], local_start,
            "the host's clock comes first"
        );
    }
}

#[rstest]
#[actix_web::test]
async fn skipped_and_doubled_wall_clocks_are_chosen_not_guessed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = at(engine, "2026-09-01T00:00:00Z").await;
    let world = World::new(&app, 1).await;
    let offer = offer_in(&app, "elsewhere", "America/Los_Angeles").await;
    let _ = world;
    let gap = "local_time_in_gap";
    let fold = "local_time_ambiguous";
    let table = [
        (
            "America/Los_Angeles",
            "2027-03-14T02:30",
            gap,
            vec![(
                "gap_shifted",
                "2027-03-14T03:30:00-07:00",
                "2027-03-14T10:30:00Z",
            )],
        ),
        (
            "America/Los_Angeles",
            "2027-11-07T01:30",
            fold,
            vec![
                (
                    "fold_first",
                    "2027-11-07T01:30:00-07:00",
                    "2027-11-07T08:30:00Z",
                ),
                (
                    "fold_second",
                    "2027-11-07T01:30:00-08:00",
                    "2027-11-07T09:30:00Z",
                ),
            ],
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-04T02:15",
            gap,
            vec![(
                "gap_shifted",
                "2026-10-04T02:45:00+11:00",
                "2026-10-03T15:45:00Z",
            )],
        ),
        (
            "Africa/Cairo",
            "2027-04-30T00:30",
            gap,
            vec![(
                "gap_shifted",
                "2027-04-30T01:30:00+03:00",
                "2027-04-29T22:30:00Z",
            )],
        ),
        (
            "America/Nuuk",
            "2027-03-27T23:30",
            gap,
            vec![(
                "gap_shifted",
                "2027-03-28T00:30:00-01:00",
                "2027-03-28T01:30:00Z",
            )],
        ),
    ];
    for (zone, wall, code, choices) in table {
        let slot = json!({ "offer_id": offer, "local_start": wall, "zone": zone });
        let refused = add(&app, &slot).await;
        assert_eq!(refused.status, 422, "{zone} {wall}");
        refused.assert_field("local_start", code);
        let offered: Vec<_> = refused.body["choices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| {
                (
                    c["resolution"].as_str().unwrap(),
                    c["local_start"].as_str().unwrap(),
                )
            })
            .collect();
        let expected: Vec<_> = choices.iter().map(|(r, l, _)| (*r, *l)).collect();
        assert_eq!(offered, expected, "{zone} {wall}");
        for (resolution, local_start, starts_at) in choices {
            let mut slot = slot.clone();
            slot["resolution"] = resolution.into();
            let added = add(&app, &slot).await;
            assert_eq!(
                added.status, 201,
                "{zone} {wall} {resolution}: {}",
                added.body
            );
            assert_eq!(added.body["resolution"], resolution);
            assert_eq!(added.body["local_start"], local_start);
            assert_eq!(added.body["starts_at"], starts_at);
        }
        // A choice that is not on offer is none.
        let mut wrong = slot.clone();
        wrong["resolution"] = if code == gap {
            "fold_first"
        } else {
            "gap_shifted"
        }
        .into();
        add(&app, &wrong).await.assert_field("local_start", code);
    }
}

#[rstest]
#[actix_web::test]
async fn a_day_that_the_calendar_skips_does_not_exist(#[values(Engine::Sqlite)] engine: Engine) {
    let app = at(engine, "2011-12-01T00:00:00Z").await;
    let world = World::new(&app, 1).await;
    let slot = json!({ "offer_id": world.offer, "local_start": "2011-12-30T09:00",
        "zone": "Pacific/Apia" });
    for resolution in [Value::Null, "gap_shifted".into(), "fold_first".into()] {
        let mut slot = slot.clone();
        slot["resolution"] = resolution;
        let refused = add(&app, &slot).await;
        assert_eq!(refused.status, 422);
        refused.assert_field("local_start", "local_day_missing");
        assert_eq!(refused.body.get("choices"), None);
    }
}

#[rstest]
#[actix_web::test]
async fn every_wrong_field_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = at(engine, "2026-11-24T00:00:00Z").await;
    let world = World::new(&app, 1).await;
    let table = [
        (json!({ "offer_id": "x" }), "offer_id", "unknown_offer"),
        (json!({ "offer_id": "a\u{0}" }), "offer_id", "unknown_offer"),
        (
            json!({ "offer_id": "0193f8a0-0000-7000-8000-000000000001" }),
            "offer_id",
            "unknown_offer",
        ),
        (json!({ "offer_id": 7 }), "offer_id", "wrong_type"),
        (
            json!({ "local_start": "" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "tomorrow" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2027-02-30T09:00" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2027-02-03T25:00" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2027-02-03T09:00:60" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2027-02-03T09:00Z" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2027-02-03T09:00+08:00" }),
            "local_start",
            "invalid_local_time",
        ),
        (
            json!({ "local_start": "2026-11-24T08:00" }),
            "local_start",
            "in_past",
        ),
        (
            json!({ "local_start": "2020-01-01T09:00" }),
            "local_start",
            "in_past",
        ),
        (
            json!({ "local_start": "-9999-01-01T09:00" }),
            "local_start",
            "in_past",
        ),
        (
            json!({ "local_start": "2040-01-01T09:00" }),
            "local_start",
            "too_far",
        ),
        (
            json!({ "local_start": "9999-12-31T23:59" }),
            "local_start",
            "too_far",
        ),
        (
            json!({ "local_start": "+262142-12-31T23:59" }),
            "local_start",
            "too_far",
        ),
        (json!({ "zone": "Mars/Olympus" }), "zone", "unknown_zone"),
        (json!({ "zone": "EST" }), "zone", "unknown_zone"),
        (json!({ "zone": "+08:00" }), "zone", "unknown_zone"),
        (
            json!({ "resolution": "guess" }),
            "resolution",
            "unknown_resolution",
        ),
        (json!({ "capacity": 0 }), "capacity", "out_of_range"),
        (json!({ "capacity": -5 }), "capacity", "out_of_range"),
        (json!({ "capacity": 1_000_000 }), "capacity", "out_of_range"),
        (json!({ "capacity": "many" }), "capacity", "wrong_type"),
    ];
    for (change, field, code) in table {
        let mut slot = json!({ "offer_id": world.offer, "local_start": "2027-02-03T09:00" });
        slot.as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        let answer = add(&app, &slot).await;
        assert_eq!(answer.status, 422, "{change}: {}", answer.body);
        answer.assert_field(field, code);
    }
    assert_eq!(ids(&app.get("/api/v1/slots").await), [""; 0]);
}

#[rstest]
#[actix_web::test]
async fn every_wrong_query_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    for (query, field, code) in [
        ("limit=0", "limit", "out_of_range"),
        ("limit=501", "limit", "out_of_range"),
        ("limit=-1", "limit", "out_of_range"),
        ("limit=many", "limit", "wrong_type"),
        ("limit=99999999999999999999", "limit", "wrong_type"),
        ("from=tomorrow", "from", "invalid_instant"),
        ("to=2027-02-30T00:00:00Z", "to", "invalid_instant"),
        ("from=2027-02-03", "from", "invalid_instant"),
        ("status=happy", "status", "unknown_status"),
        ("cursor=nonsense", "cursor", "invalid_cursor"),
        ("cursor=%00", "cursor", "invalid_cursor"),
    ] {
        let answer = app.get(&format!("/api/v1/slots?{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {}", answer.body);
        answer.assert_field(field, code);
    }
    for query in [
        "partnership=x",
        "offer=x",
        "offer=0193f8a0-0000-7000-8000-000000000001",
    ] {
        let answer = app.get(&format!("/api/v1/slots?{query}")).await;
        answer.assert_problem(404, "not_found");
    }
    app.get("/api/v1/slots?limit=5&limit=6")
        .await
        .assert_problem(400, "malformed_query");
    // The edges of time are instants like others.
    for query in [
        "from=0000-01-01T00:00:00Z",
        "to=9999-12-31T23:59:59.999999999Z",
    ] {
        assert_eq!(
            ids(&app.get(&format!("/api/v1/slots?{query}")).await),
            [""; 0]
        );
    }
}

/// Pages follow each other without gaps or doubles, also where many slots start at once.
#[rstest]
#[actix_web::test]
async fn pages_have_no_gaps_and_no_doubles(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let mut offer = offer_of(&world.host, 1, "public");
    offer["overlap_allowed"] = true.into();
    let offer = id(&app.create("/api/v1/offers", &offer).await);
    let mut made = Vec::new();
    for n in 0..23 {
        let slot = slot_of(&app, &offer, 3 + n / 8, 9);
        made.push(id(&app.create("/api/v1/slots", &slot).await));
    }
    let mut seen = Vec::new();
    let mut path = "/api/v1/slots?limit=5".to_owned();
    loop {
        let page = app.get(&path).await;
        seen.extend(ids(&page));
        let Some(cursor) = page.body["next"].as_str() else {
            break;
        };
        assert_eq!(items(&page).len(), 5);
        path = format!("/api/v1/slots?limit=5&cursor={cursor}");
    }
    assert_eq!(seen.len(), made.len());
    let mut sorted = (seen.clone(), made);
    sorted.0.sort();
    sorted.1.sort();
    assert_eq!(sorted.0, sorted.1);
    // A page that is just full has no next one.
    let whole = app.get("/api/v1/slots?limit=23").await;
    assert_eq!((ids(&whole), &whole.body["next"]), (seen, &Value::Null));
}

#[rstest]
#[actix_web::test]
async fn filters_narrow_the_list(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let other = offer_in(&app, "brisbane", "Australia/Brisbane").await;
    let soon = id(&world.slot(&app, 3).await);
    let full = id(&world.slot(&app, 5).await);
    let off = id(&world.slot(&app, 7).await);
    let there = id(&app
        .create("/api/v1/slots", &slot_of(&app, &other, 9, 9))
        .await);
    assert_eq!(book(&app, &full, "a@example.org").await.status, 201);
    let path = format!("/api/v1/slots/{off}");
    let gone = app
        .send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await;
    assert_eq!(gone.status, 200);

    let stamp = |days| {
        let at = app.clock.now() + Duration::days(days);
        at.format("%Y-%m-%dT00:00:00Z").to_string()
    };
    let all = vec![soon.clone(), full.clone(), off.clone(), there.clone()];
    let table = [
        (String::new(), all.clone()),
        (
            "city=kaohsiung".into(),
            vec![soon.clone(), full.clone(), off.clone()],
        ),
        ("city=brisbane".into(), vec![there.clone()]),
        ("city=seattle".into(), vec![]),
        (format!("offer={other}"), vec![there.clone()]),
        (
            format!("partnership={}", world.partnership),
            vec![soon.clone(), full.clone(), off.clone()],
        ),
        (
            format!("partnership={}&city=brisbane", world.partnership),
            vec![],
        ),
        (format!("offer={other}&city=kaohsiung"), vec![]),
        ("status=open".into(), vec![soon.clone(), there.clone()]),
        ("status=full".into(), vec![full.clone()]),
        ("status=cancelled".into(), vec![off.clone()]),
        ("status=closed".into(), vec![]),
        (
            format!("from={}&to={}", stamp(4), stamp(8)),
            vec![full.clone(), off.clone()],
        ),
    ];
    for (query, expected) in table {
        let found = ids(&app.get(&format!("/api/v1/slots?{query}")).await);
        assert_eq!(found, expected, "{query}");
    }
    // What has begun is in the past, unless one asks for it.
    app.clock.advance(Duration::days(4));
    assert_eq!(ids(&app.get("/api/v1/slots").await), all[1..]);
    let past = format!("/api/v1/slots?from={}", stamp(-5));
    assert_eq!(ids(&app.get(&past).await), all);
}

/// Calling a slot off frees nothing to book, tells each attendee of each booking once, and may be
/// repeated.
#[rstest]
#[actix_web::test]
async fn calling_a_slot_off_tells_everybody_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 5).await;
    let slot = id(&world.slot(&app, 7).await);
    for n in 0..3 {
        assert_eq!(
            book(&app, &slot, &format!("g{n}@example.org")).await.status,
            201
        );
    }
    let mut party = booking_of(&slot, "party@example.org");
    party["attendees"] = json!([{ "name": "Bo", "email": "bo@example.org" }]);
    assert_eq!(app.post("/api/v1/bookings", &party).await.status, 201);

    app.letters_sent().await;
    let path = format!("/api/v1/slots/{slot}?reason=Typhoon");
    let (calling, nothing) = (0..6, json!({}));
    let calling = calling.map(|_| app.send_as(&app.admin, Method::DELETE, &path, &nothing));
    // Somebody books meanwhile: either in time, and is told, or not.
    let (answers, late) =
        futures_util::future::join(join_all(calling), book(&app, &slot, "late@example.org")).await;
    for answer in answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.body["status"], "cancelled");
    }
    assert!(
        late.status == 201 || late.code() == "slot_closed",
        "{}",
        late.body
    );

    let told = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let mut off: Vec<(String, String)> = told
        .iter()
        .filter(|stored| stored.letter.kind.as_str() == "visit_cancelled")
        .map(|stored| {
            let booking = stored.letter.booking_id.unwrap();
            (stored.letter.recipient.email.clone(), booking.to_string())
        })
        .collect();
    off.sort();
    let letters = off.len();
    off.dedup();
    assert_eq!(off.len(), letters, "nobody is told twice");
    // Four bookings with a contact and a host each, one further guest, and who came late: their
    // host, unless the invite had not gone out yet.
    let late = if late.status == 201 { 10..=11 } else { 9..=9 };
    assert!(late.contains(&letters), "{letters}");

    let log = app
        .get(&format!("/api/v1/events?topic={}&after=0", world.topic))
        .await
        .body;
    let off = log["items"].as_array().unwrap();
    let off = off.iter().filter(|e| e["kind"] == "slot.cancelled");
    assert_eq!(off.count(), 1);
    let path = format!("/api/v1/slots/{slot}?reason={}", "x".repeat(5_000));
    app.send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await
        .assert_field("reason", "too_long");
}

#[rstest]
#[actix_web::test]
async fn what_has_begun_is_not_called_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 5).await;
    let slot = id(&world.slot(&app, 7).await);
    let path = format!("/api/v1/slots/{slot}");
    let answer = app
        .send_as(
            &app.admin,
            Method::DELETE,
            "/api/v1/slots/nonsense",
            &json!({}),
        )
        .await;
    answer.assert_problem(404, "not_found");
    app.clock.advance(Duration::days(8));
    app.send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await
        .assert_problem(409, "visit_started");
}

/// The same host is never in two places; a slot that is off, or of an offer that allows it, is
/// in nobody's way.
#[rstest]
#[actix_web::test]
async fn overlaps_are_refused_unless_allowed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = at(engine, "2026-11-24T00:00:00Z").await;
    let world = World::new(&app, 1).await;
    let slot = |time: &str| json!({ "offer_id": world.offer, "local_start": time });
    let first = add(&app, &slot("2027-02-03T09:00")).await;
    assert_eq!(first.status, 201);
    for time in ["2027-02-03T09:00", "2027-02-03T09:44", "2027-02-03T08:16"] {
        add(&app, &slot(time))
            .await
            .assert_problem(409, "slot_overlaps");
    }
    // Ends touch.
    assert_eq!(add(&app, &slot("2027-02-03T09:45")).await.status, 201);
    assert_eq!(add(&app, &slot("2027-02-03T08:15")).await.status, 201);

    let path = format!("/api/v1/slots/{}", id(&first.body));
    app.send_as(&app.admin, Method::DELETE, &path, &json!({}))
        .await;
    assert_eq!(add(&app, &slot("2027-02-03T09:00")).await.status, 201);
    let mut parallel = offer_of(&world.host, 1, "public");
    parallel["overlap_allowed"] = true.into();
    let parallel = id(&app.create("/api/v1/offers", &parallel).await);
    let slot = json!({ "offer_id": parallel, "local_start": "2027-02-03T09:00" });
    assert_eq!(add(&app, &slot).await.status, 201);
}
