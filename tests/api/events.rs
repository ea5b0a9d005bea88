//! `/api/v1/events`: catching up over plain HTTP, and being told that the past is gone.

use rstest::rstest;
use serde_json::Value;

use crate::support::world::{World, book, id};
use crate::support::{Engine, TestApp};

fn seqs(body: &Value) -> Vec<i64> {
    let items = body["items"].as_array().unwrap();
    items.iter().map(|e| e["seq"].as_i64().unwrap()).collect()
}

#[rstest]
#[actix_web::test]
async fn a_follower_catches_up_from_where_its_snapshot_stood(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 9).await;
    let slot = world.slot(&app, 7).await;
    let snapshot = app.get(&format!("/api/v1/slots/{}", id(&slot))).await.body;
    let live = &snapshot["live"];
    assert_eq!(live["topic"], world.topic);
    assert_eq!(live["seq"], 1);
    let epoch = live["epoch"].as_str().unwrap().to_owned();
    for n in 0..3 {
        let booked = book(&app, &id(&slot), &format!("g{n}@example.org")).await;
        assert_eq!(booked.status, 201);
    }
    let of = |query: &str| format!("/api/v1/events?topic={}&{query}", world.topic);
    let missed = app.get(&of(&format!("epoch={epoch}&after=1"))).await.body;
    assert_eq!(seqs(&missed), [2, 3, 4]);
    assert_eq!((&missed["seq"], &missed["head"]), (&4.into(), &4.into()));
    assert_eq!(missed["reset"], false);
    let left = missed["items"].as_array().unwrap().iter();
    let left: Vec<i64> = left
        .map(|e| e["data"]["seats_left"].as_i64().unwrap())
        .collect();
    assert_eq!(left, [8, 7, 6]);

    let table = [
        // No `after`: from now on.
        ("", false, 4),
        ("after=4", false, 4),
        ("after=3", false, 4),
        // Beyond the log, before its beginning, of another epoch: fetch the snapshot again.
        ("after=5", true, 4),
        ("after=-1", true, 4),
        ("epoch=other&after=1", true, 4),
        ("after=9223372036854775807", true, 4),
    ];
    for (query, reset, seq) in table {
        let answer = app.get(&of(query)).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
        assert_eq!(answer.body["reset"], reset, "{query}");
        assert_eq!(answer.body["seq"], seq, "{query}");
        assert_eq!(answer.body["epoch"], epoch.as_str());
        if reset {
            assert_eq!(seqs(&answer.body), [0; 0]);
        }
    }
    // No name, no address.
    assert!(!missed.to_string().contains("example.org"));
    assert!(!missed.to_string().contains("Garfield"));
}

/// A topic that nothing has happened on is empty; one that does not exist is not there.
#[rstest]
#[actix_web::test]
async fn topics_that_are_none_are_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let empty = app.get("/api/v1/events?topic=city/seattle&after=0").await;
    assert_eq!((empty.status, &empty.body["head"]), (200, &0.into()));
    assert_eq!(empty.body["reset"], false);
    for (query, field, code) in [
        ("", "topic", "unknown_topic"),
        ("topic=", "topic", "unknown_topic"),
        ("topic=nonsense", "topic", "unknown_topic"),
        ("topic=offer/x", "topic", "unknown_topic"),
        ("topic=person/1", "topic", "unknown_topic"),
        ("topic=city/seattle&after=one", "after", "wrong_type"),
    ] {
        let answer = app.get(&format!("/api/v1/events?{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {}", answer.body);
        answer.assert_field(field, code);
    }
    for noun in ["offer", "partnership", "booking"] {
        let topic = format!("{noun}/0193f8a0-0000-7000-8000-000000000001");
        app.get(&format!("/api/v1/events?topic={topic}&after=0"))
            .await
            .assert_problem(404, "not_found");
    }
}

/// More than one answer holds is fetched in several, without gaps.
#[rstest]
#[actix_web::test]
async fn a_long_log_is_read_in_stretches(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 700).await;
    let slot = id(&world.slot(&app, 7).await);
    let emails: Vec<String> = (0..600).map(|n| format!("g{n}@example.org")).collect();
    futures_util::future::join_all(emails.iter().map(|email| book(&app, &slot, email))).await;
    let (mut after, mut seen) = (0, Vec::new());
    loop {
        let path = format!("/api/v1/events?topic={}&after={after}", world.topic);
        let stretch = app.get(&path).await.body;
        seen.extend(seqs(&stretch));
        after = stretch["seq"].as_i64().unwrap();
        if after == stretch["head"].as_i64().unwrap() {
            break;
        }
        assert_eq!(seqs(&stretch).len(), 500);
    }
    assert_eq!(seen, (1..=601).collect::<Vec<i64>>());
}
