//! The promise: every event of a followed topic, in order, across whatever happens, or a reset.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use rstest::rstest;
use serde_json::json;
use sisterline::app::events::PAGE;
use sisterline::live::LiveOptions;
use sisterline::live::hub::RING;

use crate::client::{Client, SEATTLE};
use crate::node::{EPOCH, Node, options, place};
use crate::support::{Engine, TestDatabase};

/// Removes the events up to `seq`, as a clearing away of old ones would.
#[allow(clippy::disallowed_methods, reason = "the scheme is matched here")]
fn clear_away(database: &TestDatabase, seq: i64) {
    let cleared = format!("DELETE FROM event WHERE seq <= {seq}");
    match database.url.strip_prefix("sqlite://") {
        Some(file) => SqliteConnection::establish(file)
            .unwrap()
            .batch_execute(&cleared),
        None => PgConnection::establish(&database.url)
            .unwrap()
            .batch_execute(&cleared),
    }
    .unwrap();
}

fn all(from: i64, to: i64) -> Vec<i64> {
    (from..=to).collect()
}

#[rstest]
#[actix_web::test]
async fn an_event_is_seen_as_it_happens(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    node.happen(1).await;
    let mut client = Client::connect(node.address).await;
    client.subscribe(json!({ "topic": SEATTLE })).await;
    assert_eq!(
        client.hear().await,
        json!({ "op": "subscribed", "topic": SEATTLE, "epoch": EPOCH, "seq": 1 })
    );

    node.happen(2).await;
    let mut event = client.hear().await;
    let at = event.as_object_mut().unwrap().remove("at").unwrap();
    assert!(at.as_str().unwrap().ends_with('Z'), "{at}");
    assert_eq!(
        event,
        json!({
            "op": "event", "topic": SEATTLE, "seq": 2, "kind": "slot.booked",
            "data": { "number": 2 },
        })
    );
}

#[rstest]
#[actix_web::test]
async fn what_was_missed_comes_before_the_word_that_nothing_is_missing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    node.happen_all(vec![json!({}); 5]).await;
    for seen in 0..=5 {
        let mut client = Client::resuming(node.address, EPOCH, seen).await;
        let missed = usize::try_from(5 - seen).unwrap();
        assert_eq!(client.hear_events(missed).await, all(seen + 1, 5));
        let subscribed = client.hear().await;
        assert_eq!(
            (&subscribed["op"], &subscribed["epoch"], &subscribed["seq"]),
            (&json!("subscribed"), &json!(EPOCH), &json!(5))
        );
    }
}

#[rstest]
#[actix_web::test]
async fn a_past_longer_than_ring_and_page_is_replayed_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    let count = RING + 2 * usize::try_from(PAGE).unwrap() + 7;
    // Somebody who follows already has the ring full of the newest when the other one comes.
    let mut witness = Client::following(node.address).await;
    node.happen_all(vec![json!({}); count]).await;
    let last = i64::try_from(count).unwrap();
    assert_eq!(witness.hear_events(count).await, all(1, last));

    let mut client = Client::resuming(node.address, EPOCH, 0).await;
    assert_eq!(client.hear_events(count).await, all(1, last));
    assert_eq!(client.hear().await["seq"], last);
}

#[rstest]
#[actix_web::test]
async fn another_past_is_declared_gone_and_the_following_goes_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    node.happen_all(vec![json!({}); 3]).await;
    for (epoch, seq) in [("other", 2), (EPOCH, 4), (EPOCH, i64::MAX)] {
        let head = node.head().await;
        let seq = if epoch == EPOCH {
            seq.max(head.seq + 1)
        } else {
            seq
        };
        let mut client = Client::resuming(node.address, epoch, seq).await;
        assert_eq!(
            client.hear().await,
            json!({ "op": "reset", "topic": SEATTLE, "epoch": EPOCH, "seq": head.seq })
        );
        node.happen(0).await;
        assert_eq!(client.hear_events(1).await, [head.seq + 1]);
    }
}

#[rstest]
#[actix_web::test]
async fn a_hole_in_the_log_is_declared_not_skipped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    node.happen_all(vec![json!({}); 4]).await;
    clear_away(&place, 2);

    let mut late = Client::resuming(node.address, EPOCH, 1).await;
    let reset = late.hear().await;
    assert_eq!((&reset["op"], &reset["seq"]), (&json!("reset"), &json!(4)));
    let mut in_time = Client::resuming(node.address, EPOCH, 2).await;
    assert_eq!(in_time.hear_events(2).await, [3, 4]);
}

#[rstest]
#[actix_web::test]
async fn asking_again_goes_back_and_leaving_ends_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    node.happen_all(vec![json!({}); 3]).await;
    assert_eq!(client.hear_events(3).await, [1, 2, 3]);

    client
        .subscribe(json!({ "topic": SEATTLE, "epoch": EPOCH, "seq": 1 }))
        .await;
    assert_eq!(client.hear_events(2).await, [2, 3]);
    assert_eq!(client.hear().await["op"], "subscribed");

    client
        .say(json!({ "op": "unsubscribe", "topics": [SEATTLE] }))
        .await;
    // Answered after the leaving, so that what happens next would be heard before.
    client.say(json!({ "op": "dance" })).await;
    assert_eq!(client.hear().await["code"], "unknown_op");
    node.happen(4).await;
    client
        .subscribe(json!({ "topic": SEATTLE, "epoch": EPOCH, "seq": 4 }))
        .await;
    assert_eq!(client.hear().await["op"], "subscribed");
}

#[rstest]
#[actix_web::test]
async fn everybody_sees_the_same_order_whenever_they_come(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    const EACH: i64 = 60;
    let place = place(engine);
    let node = Node::start(&place).await;
    let (mut one, mut two) = (
        Client::following(node.address).await,
        Client::following(node.address).await,
    );

    let writers = (0..4).map(|writer| {
        let node = &node;
        async move {
            for number in 0..EACH {
                node.happen(writer * EACH + number).await;
            }
        }
    });
    // They come while it happens, each asking from the beginning.
    let latecomers = (0..12).map(|_| async {
        let mut client = Client::resuming(node.address, EPOCH, 0).await;
        let mut seqs = Vec::new();
        while seqs.last() != Some(&(4 * EACH)) {
            let message = client.hear().await;
            if message["op"] == "event" {
                seqs.push(message["seq"].as_i64().unwrap());
            }
        }
        seqs
    });
    let (_, latecomers) = futures_util::future::join(
        futures_util::future::join_all(writers),
        futures_util::future::join_all(latecomers),
    )
    .await;

    let total = usize::try_from(4 * EACH).unwrap();
    for seqs in latecomers {
        assert_eq!(seqs, all(1, 4 * EACH));
    }
    for _ in 0..total {
        assert_eq!(one.hear().await, two.hear().await);
    }
}

#[rstest]
#[actix_web::test]
async fn who_was_away_through_changes_and_a_restart_gets_each_once_in_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    node.happen(1).await;
    assert_eq!(client.hear_events(1).await, [1]);
    drop(client);

    for number in 2..=26 {
        node.happen(number).await;
    }
    node.stop().await;
    let node = Node::start(&place).await;
    for number in 27..=51 {
        node.happen(number).await;
    }

    let mut client = Client::resuming(node.address, EPOCH, 1).await;
    for number in 2..=51 {
        let event = client.hear().await;
        assert_eq!(
            (&event["seq"], &event["data"]["number"]),
            (&json!(number), &json!(number))
        );
    }
    assert_eq!(client.hear().await["op"], "subscribed");
    node.happen(52).await;
    assert_eq!(client.hear_events(1).await, [52]);
}

#[rstest]
#[actix_web::test]
async fn what_another_node_writes_is_seen_here(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let looking = LiveOptions {
        poll: Duration::from_millis(20),
        ..options()
    };
    let here = Node::start_with(&place, looking).await;
    let there = Node::start(&place).await;
    let mut client = Client::following(here.address).await;
    there.happen(1).await;
    here.happen(2).await;
    there.happen(3).await;
    assert_eq!(client.hear_events(3).await, [1, 2, 3]);
}
