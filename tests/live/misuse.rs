//! Clients that do what they should not: told why, and ended where it cannot go on.

use std::time::Duration;

use serde_json::{Value, json};
use sisterline::live::LiveOptions;
use sisterline::live::protocol::{MESSAGE_BYTES, TOPICS};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::MaybeTlsStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

use crate::client::{Client, SEATTLE};
use crate::node::{EPOCH, Node, options, place};
use crate::program::eventually;
use crate::support::Engine;

#[actix_web::test]
async fn what_cannot_be_read_is_answered_and_ends_it() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    for (text, code) in [("{", "not_json"), (r#"{"op":7}"#, "malformed")] {
        let mut client = Client::connect(node.address).await;
        client.send(Message::text(text)).await;
        assert_eq!(client.hear().await, json!({ "op": "error", "code": code }));
        assert_eq!(client.hear_close().await, 1007);
    }
}

#[actix_web::test]
async fn text_that_is_not_utf_8_and_binary_messages_end_it() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let text = |payload: &'static [u8], opcode, last| {
        Message::Frame(Frame::message(payload, OpCode::Data(opcode), last))
    };
    let whole = vec![text(b"\xff\xfe", Data::Text, true)];
    let fragments = vec![
        text(b"\xff", Data::Text, false),
        text(b"\xfe", Data::Continue, true),
    ];
    let binary = vec![Message::binary(&b"{}"[..])];
    let orphan = vec![text(b"{}", Data::Continue, true)];
    for (messages, code) in [
        (whole, 1007),
        (fragments, 1007),
        (binary, 1003),
        (orphan, 1002),
    ] {
        let mut client = Client::connect(node.address).await;
        for message in messages {
            client.send(message).await;
        }
        assert_eq!(client.hear_close().await, code);
    }
}

#[actix_web::test]
async fn a_message_may_come_in_fragments_and_fill_the_limit() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::connect(node.address).await;
    let mut text = json!({ "op": "subscribe", "topics": [{ "topic": SEATTLE }] }).to_string();
    text.push_str(&" ".repeat(MESSAGE_BYTES - text.len()));
    let (first, rest) = text.split_at(20);
    let fragment = |text: &str, opcode, last| {
        Message::Frame(Frame::message(text.to_owned(), OpCode::Data(opcode), last))
    };
    client.send(fragment(first, Data::Text, false)).await;
    client.send(Message::Ping(vec![1].into())).await;
    client.send(fragment(rest, Data::Continue, true)).await;
    assert_eq!(client.hear().await["op"], "subscribed");
}

#[actix_web::test]
async fn a_message_that_is_too_big_ends_it() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let fragment = |length, opcode, last| {
        Message::Frame(Frame::message(
            vec![b' '; length],
            OpCode::Data(opcode),
            last,
        ))
    };
    let whole = vec![Message::text(" ".repeat(MESSAGE_BYTES + 1))];
    let fragments = vec![
        fragment(MESSAGE_BYTES, Data::Text, false),
        fragment(1, Data::Continue, false),
    ];
    for messages in [whole, fragments] {
        let mut client = Client::connect(node.address).await;
        for message in messages {
            client.send(message).await;
        }
        assert_eq!(client.hear_close().await, 1009);
    }
}

#[actix_web::test]
async fn a_huge_frame_is_refused_before_it_has_come() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::connect(node.address).await;
    let mut header = vec![0x81, 0x80 | 127];
    header.extend((1_u64 << 30).to_be_bytes());
    header.extend([0; 4]);
    client.raw().write_all(&header).await.unwrap();
    // Nothing more is sent: the answer comes for the announcement alone.
    assert_eq!(client.hear_close().await, 1009);
}

#[actix_web::test]
async fn too_many_topics_end_it() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::connect(node.address).await;
    let topics: Vec<Value> = (0..=TOPICS)
        .map(|number| json!({ "topic": format!("city/c{number}") }))
        .collect();
    client
        .say(json!({ "op": "subscribe", "topics": topics }))
        .await;
    assert_eq!(client.hear().await["code"], "too_many_topics");
    assert_eq!(client.hear_close().await, 1008);
}

#[actix_web::test]
async fn an_unknown_op_does_no_harm() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    client.say(json!({ "op": "dance", "with": "me" })).await;
    assert_eq!(
        client.hear().await,
        json!({ "op": "error", "code": "unknown_op" })
    );
    node.happen(1).await;
    assert_eq!(client.hear_events(1).await, [1]);
}

#[actix_web::test]
async fn a_frame_without_a_mask_ends_it() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::connect(node.address).await;
    client.raw().write_all(b"\x81\x02{}").await.unwrap();
    assert_eq!(client.hear_close().await, 1002);
}

#[actix_web::test]
async fn a_connection_of_which_one_half_is_closed_is_let_go() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    client.raw().shutdown().await.unwrap();
    let mut rest = Vec::new();
    let ended = client.raw().read_to_end(&mut rest);
    let ended = tokio::time::timeout(Duration::from_secs(30), ended).await;
    ended.expect("the other half stays open").unwrap();
}

/// Most memory that this process has had, in bytes.
#[cfg(target_os = "linux")]
fn most_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    kilobytes.unwrap().parse::<usize>().unwrap() * 1024
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn a_huge_frame_that_is_really_sent_costs_no_memory_and_ends_soon() {
    const MANY: usize = 512;
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut client = Client::following(node.address).await;
    let before = most_memory();
    let mut header = vec![0x81, 0x80 | 127];
    header.extend((1_u64 << 30).to_be_bytes());
    header.extend([0; 4]);
    client.raw().write_all(&header).await.unwrap();
    let piece = vec![b' '; 256 * 1024];
    let mut sent = 0;
    while sent < MANY && client.raw().write_all(&piece).await.is_ok() {
        sent += 1;
    }
    assert!(sent < MANY, "128 MiB were taken of what was refused");
    let grown = most_memory() - before;
    assert!(grown < 16 << 20, "{grown} bytes more");
}

/// Whether the system still has this node's end of a connection.
#[cfg(target_os = "linux")]
fn is_kept(node: std::net::SocketAddr, client: std::net::SocketAddr) -> bool {
    let table = std::fs::read_to_string("/proc/net/tcp").unwrap();
    let ends = format!(":{:04X} 0100007F:{:04X}", node.port(), client.port());
    table.lines().any(|line| line.contains(&ends))
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn who_never_reads_is_cut_and_the_socket_is_really_gone() {
    let place = place(Engine::Sqlite);
    let impatient = LiveOptions {
        send: Duration::from_millis(300),
        ..options()
    };
    let node = Node::start_with(&place, impatient).await;
    // More than the buffers of two sockets hold.
    let long = "x".repeat(64 * 1024);
    node.happen_all(vec![json!({ "long": long }); 400]).await;
    let mut client = Client::resuming(node.address, EPOCH, 0).await;
    assert_eq!(client.hear_events(1).await, [1]);
    let own = match client.raw() {
        MaybeTlsStream::Plain(stream) => stream.local_addr().unwrap(),
        _ => panic!("not a plain socket"),
    };
    assert!(is_kept(node.address, own));
    // Not closed and waiting for the client to read what was sent before: gone.
    eventually("the socket is gone", || async {
        !is_kept(node.address, own)
    })
    .await;
}
