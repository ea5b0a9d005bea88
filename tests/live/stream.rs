//! The same as server-sent events: promises, places and the end.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, Url};
use rstest::rstest;
use serde_json::{Value, json};

use crate::client::SEATTLE;
use crate::node::{EPOCH, Node, place};
use crate::support::world::{World, book, id};
use crate::support::{Engine, TestApp};

struct Stream {
    response: Response,
    text: String,
    last: Option<String>,
}

impl Stream {
    async fn open(node: &Node, last: Option<&str>) -> Self {
        let mut request = Client::new().get(format!("http://{}/live/sse", node.address));
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        Self::begin(request).await
    }

    async fn begin(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            text: String::new(),
            last: None,
        }
    }

    /// The next block; none at the end.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(block);
            }
            let chunk = tokio::time::timeout(Duration::from_secs(30), self.response.chunk());
            let bytes = chunk.await.expect("nothing comes").unwrap()?;
            self.text.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    async fn hear(&mut self) -> Value {
        loop {
            let block = self.block().await.expect("it has ended");
            let mut data = None;
            for line in block.lines() {
                match line.split_once(": ") {
                    Some(("id", id)) => self.last = Some(id.to_owned()),
                    Some(("data", text)) => data = Some(serde_json::from_str(text).unwrap()),
                    _ => {}
                }
            }
            if let Some(data) = data {
                return data;
            }
        }
    }
}

#[rstest]
#[actix_web::test]
async fn a_stream_resumes_where_it_was(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let place = place(engine);
    let node = Node::start(&place).await;
    let mut stream = Stream::open(&node, None).await;
    assert_eq!(stream.hear().await["op"], "subscribed");
    for number in 1..=3 {
        node.happen(number).await;
        assert_eq!(stream.hear().await["seq"], number);
    }
    let last = stream.last.take().unwrap();
    assert_eq!(last, format!("{EPOCH}:{SEATTLE}@3"));
    drop(stream);
    node.happen_all(vec![json!({}); 600]).await;
    let mut stream = Stream::open(&node, Some(&last)).await;
    for seq in 4..=603 {
        assert_eq!(stream.hear().await["seq"], seq);
    }
    assert_eq!(stream.hear().await["op"], "subscribed");
    let mut lost = Stream::open(&node, Some("other:city/seattle@3")).await;
    assert_eq!(lost.hear().await["op"], "reset");
    // Who is told so once is not told again when the stream breaks before the next event.
    assert_eq!(lost.last, Some(format!("{EPOCH}:{SEATTLE}@603")));
}

#[actix_web::test]
async fn who_cannot_set_headers_names_their_place_in_the_query() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 1).await;
    let slot = world.slot(&app, 10).await;
    let stream = format!("http://{}/live/sse", app.server.address);
    let ask = |last: &str| {
        let query = [("topic", world.topic.as_str()), ("last_event_id", last)];
        Client::new().get(Url::parse_with_params(&stream, query).unwrap())
    };
    let mut first = Stream::begin(ask("")).await;
    assert_eq!(first.hear().await["op"], "subscribed");
    let last = first.last.take().unwrap();
    drop(first);
    assert_eq!(book(&app, &id(&slot), "ann@example.org").await.status, 201);
    let mut again = Stream::begin(ask(&last)).await;
    assert_eq!(again.hear().await["kind"], "slot.booked");
    assert_eq!(again.hear().await["op"], "subscribed");
}

#[actix_web::test]
async fn a_stream_ends_with_a_word_when_to_come_back() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let mut stream = Stream::open(&node, None).await;
    assert_eq!(stream.hear().await["op"], "subscribed");
    assert_eq!(node.live.stop().await, 0);
    let goodbye = stream.block().await.unwrap();
    assert!(goodbye.starts_with("retry: "), "{goodbye}");
    assert_eq!(stream.block().await, None);
}
