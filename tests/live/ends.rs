//! Heartbeats, and how connections end.

use std::time::Duration;

use serde_json::json;
use sisterline::live::LiveOptions;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;

use crate::client::{Client, shake_hands};
use crate::node::{EPOCH, Node, options, place};
use crate::support::Engine;

#[actix_web::test]
async fn a_ping_is_answered_and_so_is_a_close() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::connect(node.address).await;
    client.send(Message::Ping(vec![1, 2, 3].into())).await;
    loop {
        match client.next().await {
            Message::Pong(bytes) => break assert_eq!(&bytes[..], [1, 2, 3]),
            // The first ping may come at once.
            Message::Ping(_) => {}
            other => panic!("not a pong: {other:?}"),
        }
    }
    let done = CloseFrame {
        code: 1000.into(),
        reason: "".into(),
    };
    client.send(Message::Close(Some(done))).await;
    assert_eq!(client.hear_close().await, 1000);
}

#[actix_web::test]
async fn who_answers_pings_stays() {
    let place = place(Engine::Sqlite);
    let quick = LiveOptions {
        ping: Duration::from_millis(20),
        ..options()
    };
    let node = Node::start_with(&place, quick).await;
    let mut client = Client::connect(node.address).await;
    // The library answers each one when it reads on.
    for _ in 0..5 {
        assert!(matches!(client.next().await, Message::Ping(_)));
    }
    client.subscribe(json!({ "topic": "city/seattle" })).await;
    assert_eq!(client.hear().await["op"], "subscribed");
}

#[actix_web::test]
async fn who_answers_no_ping_is_let_go() {
    let place = place(Engine::Sqlite);
    let quick = LiveOptions {
        ping: Duration::from_millis(20),
        pong: Duration::from_millis(20),
        ..options()
    };
    let node = Node::start_with(&place, quick).await;
    // No library: it would answer.
    let mut stream = TcpStream::connect(node.address).await.unwrap();
    let request = "GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n\
        Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
        Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.unwrap();

    let head = heard
        .windows(4)
        .position(|bytes| bytes == b"\r\n\r\n")
        .unwrap();
    let reason = b"heartbeat lost";
    let mut expected = vec![0x89, 0, 0x88, u8::try_from(2 + reason.len()).unwrap()];
    expected.extend(4000_u16.to_be_bytes());
    expected.extend(reason);
    assert_eq!(&heard[head + 4..], expected, "a ping, then the close");
}

#[actix_web::test]
async fn stopping_says_goodbye_to_everybody() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut idle = Client::connect(node.address).await;
    let mut following = Client::following(node.address).await;
    let (address, live) = (node.address, node.live.clone());

    assert_eq!(live.stop().await, 0);
    for client in [&mut idle, &mut following] {
        // When to come back: at another moment each.
        assert_eq!(client.hear().await["op"], "goodbye");
        assert_eq!(client.hear_close().await, 1001);
    }
    assert!(
        shake_hands(address, &[]).await.is_err(),
        "nobody is let in any more"
    );
    node.stop().await;
}

#[actix_web::test]
async fn a_client_that_does_not_read_holds_up_nobody() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    // More than the buffers of two sockets hold.
    let long = "x".repeat(64 * 1024);
    let count = 400;
    node.happen_all(vec![json!({ "long": long }); count]).await;

    let mut stalled = Client::resuming(node.address, EPOCH, 0).await;
    assert_eq!(stalled.hear_events(1).await, [1]);
    // From here on it reads nothing. The others are served, and the stop is not kept waiting.
    let mut reader = Client::following(node.address).await;
    node.happen(0).await;
    assert_eq!(
        reader.hear_events(1).await,
        [i64::try_from(count).unwrap() + 1]
    );
    assert_eq!(node.stop().await, 0);
}

#[actix_web::test]
async fn who_pauses_gets_all_in_order_when_reading_on() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    // One by one, as they happen, until no buffer takes more, and beyond.
    let (long, count) = ("x".repeat(64 * 1024), 200);
    for _ in 0..count {
        node.happen_all(vec![json!({ "long": long })]).await;
    }
    let all: Vec<i64> = (1..=i64::from(count)).collect();
    assert_eq!(client.hear_events(all.len()).await, all);
}
