//! Nodes that wake each other on PostgreSQL, and what happens where the bell is lost.

use std::time::Duration;

use diesel::{Connection, PgConnection, RunQueryDsl};
use sisterline::live::LiveOptions;

use crate::client::Client;
use crate::node::{Node, options, place};
use crate::support::Engine;

/// Cuts the connections that listen for the bell, of this database's nodes; how many there were.
#[allow(
    clippy::disallowed_methods,
    reason = "a plain connection, to cut others"
)]
fn cut_bells(url: &str) -> usize {
    let mut conn = PgConnection::establish(url).unwrap();
    diesel::sql_query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
         WHERE application_name = 'sisterline-doorbell' AND datname = current_database()",
    )
    .execute(&mut conn)
    .unwrap()
}

#[actix_web::test]
async fn nodes_ring_at_each_other() {
    let place = place(Engine::Postgres);
    // Nobody looks at the log by itself here: what is seen was rung for.
    let (here, there) = (Node::start(&place).await, Node::start(&place).await);
    let mut client = Client::following(here.address).await;
    for number in 1..=3 {
        there.happen(number).await;
        assert_eq!(client.hear_events(1).await, [number]);
    }
    // Cut once, they listen again, and look at once for what they have missed.
    assert_eq!(cut_bells(&place.url), 2);
    there.happen(4).await;
    assert_eq!(client.hear_events(1).await, [4]);
}

#[actix_web::test]
async fn what_nobody_rang_for_is_seen_within_the_poll() {
    let place = place(Engine::Postgres);
    let poll = LiveOptions {
        poll: Duration::from_millis(100),
        ..options()
    };
    let here = Node::start_with(&place, poll).await;
    let there = Node::start(&place).await;
    let mut client = Client::following(here.address).await;
    for number in 1..=20 {
        // Killed again and again, the bell is hardly ever there.
        cut_bells(&place.url);
        there.happen(number).await;
        let heard = tokio::time::timeout(Duration::from_secs(5), client.hear_events(1)).await;
        assert_eq!(heard.expect("the poll finds it"), [number]);
    }
}
