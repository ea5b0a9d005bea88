//! A client as a stranger would write it.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Response;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How long a test waits for what never comes before it fails.
const PATIENCE: Duration = Duration::from_secs(30);

pub const SEATTLE: &str = "city/seattle";

pub struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// Shakes hands with these headers added.
pub async fn shake_hands(
    address: SocketAddr,
    headers: &[(&'static str, &str)],
) -> Result<(Client, Response), Error> {
    let mut request = format!("ws://{address}/live").into_client_request()?;
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    let (socket, response) = connect_async(request).await?;
    Ok((Client { socket }, response))
}

impl Client {
    pub async fn connect(address: SocketAddr) -> Self {
        let headers = [("Sec-WebSocket-Protocol", "sisterline.v1")];
        shake_hands(address, &headers).await.unwrap().0
    }

    /// A client that follows Seattle from now on.
    pub async fn following(address: SocketAddr) -> Self {
        let mut client = Self::connect(address).await;
        client.subscribe(json!({ "topic": SEATTLE })).await;
        assert_eq!(client.hear().await["op"], "subscribed");
        client
    }

    /// A client that follows Seattle from behind `seq` on.
    pub async fn resuming(address: SocketAddr, epoch: &str, seq: i64) -> Self {
        let mut client = Self::connect(address).await;
        client
            .subscribe(json!({ "topic": SEATTLE, "epoch": epoch, "seq": seq }))
            .await;
        client
    }

    pub async fn subscribe(&mut self, topic: Value) {
        self.say(json!({ "op": "subscribe", "topics": [topic] }))
            .await;
    }

    pub async fn say(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    /// Whether the message could be sent.
    pub async fn is_heard(&mut self, message: Value) -> bool {
        let message = Message::text(message.to_string());
        self.socket.send(message).await.is_ok()
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }

    /// The next message, pings and pongs too.
    pub async fn next(&mut self) -> Message {
        let next = timeout(PATIENCE, self.socket.next()).await;
        next.expect("nothing is heard").expect("it ended").unwrap()
    }

    /// The next message that says something.
    pub async fn hear(&mut self) -> Value {
        loop {
            match self.next().await {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("not a text: {other:?}"),
            }
        }
    }

    /// The seqs of the next `count` messages, which have to be events of Seattle.
    pub async fn hear_events(&mut self, count: usize) -> Vec<i64> {
        let mut seqs = Vec::new();
        for _ in 0..count {
            let event = self.hear().await;
            assert_eq!(
                (&event["op"], &event["topic"]),
                (&json!("event"), &json!(SEATTLE))
            );
            seqs.push(event["seq"].as_i64().unwrap());
        }
        seqs
    }

    /// The close code that comes next, the texts before it aside.
    pub async fn hear_close(&mut self) -> u16 {
        loop {
            match self.next().await {
                Message::Close(frame) => return frame.expect("a close without a code").code.into(),
                Message::Text(_) | Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("not a close: {other:?}"),
            }
        }
    }

    /// The connection beneath, to misuse it.
    pub fn raw(&mut self) -> &mut MaybeTlsStream<TcpStream> {
        self.socket.get_mut()
    }
}
