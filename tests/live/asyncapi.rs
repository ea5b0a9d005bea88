//! Real traffic in both directions, held to docs/asyncapi.json; and the examples at work.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use sisterline::live::LiveOptions;

use crate::bookings;
use crate::client::{Client, SEATTLE};
use crate::node::{EPOCH, Node, options, place};
use crate::outage::Outage;
use crate::support::Engine;

/// Remembers what was said and heard.
struct Recorder {
    client: Client,
    lines: Vec<String>,
}

impl Recorder {
    async fn say(&mut self, message: Value) {
        self.lines
            .push(json!({ "way": "hear", "message": message }).to_string());
        self.client.say(message).await;
    }

    async fn hear(&mut self) -> Value {
        let message = self.client.hear().await;
        self.lines
            .push(json!({ "way": "say", "message": message }).to_string());
        message
    }

    async fn hear_until(&mut self, op: &str) {
        while self.hear().await["op"] != op {}
    }
}

#[actix_web::test]
async fn the_document_tells_what_is_really_said() {
    let place = place(Engine::Postgres);
    let looking = LiveOptions {
        poll: Duration::from_millis(50),
        ..options()
    };
    let node = Node::start_with(&place, looking).await;
    let slot = bookings::slot(&node.app, 17).await;
    let mut talk = Recorder {
        client: Client::connect(node.address).await,
        lines: Vec::new(),
    };
    node.happen_all(vec![json!({ "seats_left": 1 }); 2]).await;
    let head = node.head().await.seq;
    let topic = |topic: &str, seq: i64| json!({ "topic": topic, "epoch": EPOCH, "seq": seq });
    let subscribe = |topic: Value| json!({ "op": "subscribe", "topics": [topic] });
    talk.say(subscribe(topic(SEATTLE, head - 1))).await;
    talk.hear_until("subscribed").await;
    talk.say(subscribe(topic(SEATTLE, head + 9))).await;
    talk.hear_until("reset").await;
    talk.say(subscribe(json!({ "topic": "weather", "key": "k" })))
        .await;
    talk.hear_until("refused").await;
    talk.say(json!({ "op": "look", "slots": [slot.to_string()] }))
        .await;
    talk.hear_until("looking").await;
    bookings::book(&node.app, slot).await;
    talk.hear_until("event").await;
    talk.client.say(json!({ "op": "dance" })).await;
    talk.hear_until("error").await;
    let outage = Outage::begin(&place);
    talk.hear_until("stale").await;
    outage.end();
    talk.hear_until("current").await;
    talk.say(json!({ "op": "unsubscribe", "topics": [SEATTLE] }))
        .await;
    let live = node.live.clone();
    let stopping = tokio::spawn(async move { live.stop().await });
    talk.hear_until("goodbye").await;
    stopping.await.unwrap();

    let python = std::env::var("SISTERLINE_TEST_PYTHON").expect("run ./scripts/test");
    let root = env!("CARGO_MANIFEST_DIR");
    let mut validating = Command::new(python)
        .arg(format!("{root}/tests/live/validate.py"))
        .arg(format!("{root}/docs/asyncapi.json"))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = validating.stdin.take().unwrap();
    input.write_all(talk.lines.join("\n").as_bytes()).unwrap();
    drop(input);
    let output = validating.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

/// What an example prints, as events.
async fn events_of(mut command: Command) -> Vec<Value> {
    let output = tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap();
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{err}");
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[actix_web::test]
async fn the_examples_follow() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    for number in 1..=5 {
        node.happen(number).await;
    }
    let base = format!("http://{}", node.address);
    let root = env!("CARGO_MANIFEST_DIR");
    let python = std::env::var("SISTERLINE_TEST_PYTHON").expect("run ./scripts/test");
    let mut follow = Command::new(python);
    let last = format!("{EPOCH}:{SEATTLE}@2");
    follow
        .arg(format!("{root}/examples/follow.py"))
        .args([&base, SEATTLE, "--count", "3", "--last", &last]);
    let seqs = |events: Vec<Value>| -> Vec<i64> {
        events
            .iter()
            .map(|event| event["seq"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(seqs(events_of(follow).await), [3, 4, 5]);

    // Cargo builds examples beside the tests.
    let mut built = std::env::current_exe().unwrap();
    built.pop();
    built.pop();
    let mut follow = Command::new(built.join("examples/follow"));
    follow.args([&base, SEATTLE, "3", EPOCH, "2"]);
    assert_eq!(seqs(events_of(follow).await), [3, 4, 5]);
}
