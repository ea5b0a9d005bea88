//! Follows a topic and prints each event once, in order, as one line of JSON; comes back by itself
//! after whatever happens to the connection.
//!
//!     cargo run --example follow -- http://127.0.0.1:8080 city/seattle
//!
//! A third argument ends it after so many events, a fourth and a fifth name the epoch and the seq of
//! the place to begin behind. docs/LIVE.md says what is spoken.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it speaks on the terminal"
)]

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

/// The service pings every 25 seconds; silent for longer, the connection is dead.
const SILENCE: Duration = Duration::from_secs(40);

/// Where we are in the topic's log: keep it on disk to come back to it after a restart of your own.
struct Place {
    epoch: Option<String>,
    seq: i64,
}

struct Follower {
    topic: String,
    place: Place,
    /// Events still to print.
    left: u64,
    /// Failed attempts since we were last `subscribed`.
    failures: u32,
    /// When to come back, where the service has said so.
    come_back: Option<Duration>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let base = arguments
        .next()
        .ok_or("usage: follow URL TOPIC [COUNT [EPOCH SEQ]]")?;
    let topic = arguments
        .next()
        .ok_or("name a topic, such as city/seattle")?;
    let left = arguments
        .next()
        .map_or(Ok(u64::MAX), |count| count.parse())?;
    let epoch = arguments.next();
    let seq = arguments.next().map_or(Ok(0), |seq| seq.parse())?;
    let url = format!(
        "{}/live",
        base.replacen("http", "ws", 1).trim_end_matches('/')
    );
    let mut follower = Follower {
        topic,
        place: Place { epoch, seq },
        left,
        failures: 0,
        come_back: None,
    };
    while follower.left > 0 {
        match follower.follow(&url).await {
            Ok(code @ (1002 | 1003 | 1007 | 1008 | 1009)) => {
                return Err(
                    format!("closed with {code}: the same again would end the same way").into(),
                );
            }
            Ok(code) => eprintln!("closed with {code}"),
            Err(error) => eprintln!("lost: {error}"),
        }
        if follower.left > 0 {
            tokio::time::sleep(follower.pause()).await;
        }
    }
    Ok(())
}

impl Follower {
    /// Follows until the connection ends; the close code, 1006 where there was none.
    async fn follow(&mut self, url: &str) -> Result<u16, Error> {
        let mut request = url.into_client_request()?;
        let protocol = "sisterline.v1"
            .parse()
            .map_err(|_| Error::Utf8("protocol".into()))?;
        request
            .headers_mut()
            .insert("Sec-WebSocket-Protocol", protocol);
        let (mut socket, _) = connect_async(request).await?;
        socket.send(self.subscription()).await?;
        while self.left > 0 {
            let Ok(Some(message)) = tokio::time::timeout(SILENCE, socket.next()).await else {
                return Ok(1006);
            };
            match message? {
                Message::Text(text) => {
                    let message = serde_json::from_str(&text).unwrap_or_default();
                    if self.is_jump(&message) {
                        socket.send(self.subscription()).await?;
                    }
                }
                Message::Close(frame) => return Ok(frame.map_or(1006, |frame| frame.code.into())),
                // Pings are answered by the library.
                _ => {}
            }
        }
        socket.close(None).await?;
        Ok(1000)
    }

    fn subscription(&self) -> Message {
        let mut topic = json!({ "topic": self.topic });
        if let Some(epoch) = &self.place.epoch {
            topic["epoch"] = json!(epoch);
            topic["seq"] = json!(self.place.seq);
        }
        Message::text(json!({ "op": "subscribe", "topics": [topic] }).to_string())
    }

    /// Takes a message in; whether it shows that something was missed.
    fn is_jump(&mut self, message: &Value) -> bool {
        let seq = message["seq"].as_i64().unwrap_or_default();
        match message["op"].as_str().unwrap_or_default() {
            "event" if seq <= self.place.seq => {}
            "event" if seq > self.place.seq + 1 => return true,
            "event" => {
                self.place.seq = seq;
                self.left -= 1;
                println!("{message}");
            }
            "subscribed" => {
                self.failures = 0;
                self.place = place(message);
            }
            // The state has to be fetched anew here, from GET /api/v1/slots?offer=…, say.
            "reset" => {
                self.place = place(message);
                eprintln!("the past is gone; going on from {seq}");
            }
            "refused" => {
                eprintln!("{} is not for us", self.topic);
                self.left = 0;
            }
            "goodbye" => {
                self.come_back = message["reconnect_ms"].as_u64().map(Duration::from_millis);
            }
            // More kinds of messages will come.
            _ => {}
        }
        false
    }

    /// A random time, so that those who were cut off together do not come back together.
    fn pause(&mut self) -> Duration {
        let most = 2_f64.powi(self.failures.min(5).cast_signed()).min(30.0);
        self.failures += 1;
        let random = Duration::from_secs_f64(most * rand::random::<f64>());
        self.come_back.take().unwrap_or(random)
    }
}

fn place(message: &Value) -> Place {
    Place {
        epoch: message["epoch"].as_str().map(str::to_owned),
        seq: message["seq"].as_i64().unwrap_or_default(),
    }
}
