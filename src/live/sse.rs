//! Carries conversations as server-sent events (the HTML standard, section 9.2), for clients whose
//! way to us lets no WebSocket through. The messages and the promises are the same.
//!
//! What is sent is made when the connection has room for it, so a client that does not read costs
//! no memory.

use std::collections::HashMap;
use std::time::Duration;

use actix_web::http::header::ContentEncoding;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use serde_json::json;
use tokio::sync::watch;
use tokio::time::timeout;

use super::conversation::{Answer, Conversation};
use super::handshake::{HandshakeRefused, admit};
use super::protocol::{Frame, TOPICS};
use super::{Live, Visitor, stopped};
use crate::domain::event::Head;

/// When clients connect again that lost the connection, in milliseconds.
const RETRY: u64 = 2_000;

/// Turns a request into a stream of events of `topics`, behind the places in `last`, which is what
/// a client has read in `Last-Event-ID`.
///
/// # Errors
/// [`HandshakeRefused`], where the client may not connect or follow anything it names.
pub async fn events(
    request: &HttpRequest,
    live: &Live,
    visitor: Visitor,
    topics: &[String],
    last: Option<&str>,
) -> actix_web::Result<HttpResponse> {
    admit(request, live)?;
    if topics.is_empty() || topics.len() > TOPICS {
        return Err(HandshakeRefused::NoTopics.into());
    }
    let ping = live.inner.options.ping;
    let stopping = live.inner.stopping.subscribe();
    let mut conversation = live.converse(visitor)?;
    let answers = conversation
        .receive(&subscription(topics, last))
        .await
        .map_err(|_| HandshakeRefused::Away)?;
    let mut frames = Vec::new();
    for answer in answers {
        match answer {
            Answer::Say(frame) => frames.push(frame),
            Answer::Close(_) => return Err(HandshakeRefused::TooMuch.into()),
        }
    }
    if conversation.places().next().is_none() {
        return Err(HandshakeRefused::NotAllowed.into());
    }
    let first = format!("retry: {RETRY}\n\n") + &batch(&frames, &conversation);
    let feed = Feed {
        conversation,
        stopping,
        ping,
        first: Some(first),
        is_over: false,
    };
    let body = stream::unfold(feed, |mut feed| async move {
        let text = feed.next().await?;
        Some((Ok::<_, actix_web::Error>(Bytes::from(text)), feed))
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        // Compressed, an event would wait for others; a proxy must not collect them either.
        .insert_header(ContentEncoding::Identity)
        .insert_header(("x-accel-buffering", "no"))
        .streaming(body))
}

/// The message that a client of the WebSocket would send.
fn subscription(topics: &[String], last: Option<&str>) -> String {
    let seen = last.and_then(read_places).unwrap_or_default();
    let wish = |topic: &String| match seen.get(topic.as_str()) {
        Some(place) => json!({ "topic": topic, "epoch": place.epoch, "seq": place.seq }),
        None => json!({ "topic": topic }),
    };
    let topics: Vec<_> = topics.iter().map(wish).collect();
    json!({ "op": "subscribe", "topics": topics }).to_string()
}

/// The places of several topics in one line: `EPOCH:city/seattle@41,offer/ID@7`.
fn write_places<'p>(places: impl Iterator<Item = (String, &'p Head)>) -> String {
    let mut text = String::new();
    for (topic, place) in places {
        let mark = if text.is_empty() {
            text.push_str(&place.epoch);
            ':'
        } else {
            ','
        };
        text.push_str(&format!("{mark}{topic}@{}", place.seq));
    }
    text
}

fn read_places(text: &str) -> Option<HashMap<String, Head>> {
    let (epoch, places) = text.split_once(':')?;
    let place = |place: &str| {
        let (topic, seq) = place.split_once('@')?;
        let head = Head {
            epoch: epoch.to_owned(),
            seq: seq.parse().ok().filter(|seq| *seq >= 0)?,
        };
        Some((topic.to_owned(), head))
    };
    places.split(',').map(place).collect()
}

/// Messages, the last with the places that the client is brought to by them.
fn batch(frames: &[Frame], conversation: &Conversation) -> String {
    let mut text = String::new();
    for (number, frame) in frames.iter().enumerate() {
        if number + 1 == frames.len() {
            let places = write_places(conversation.places());
            text.push_str(&format!("id: {places}\n"));
        }
        text.push_str(&format!("data: {frame}\n\n"));
    }
    text
}

struct Feed {
    conversation: Conversation,
    stopping: watch::Receiver<bool>,
    ping: Duration,
    first: Option<String>,
    is_over: bool,
}

impl Feed {
    /// What to send next; none once it is over.
    async fn next(&mut self) -> Option<String> {
        if self.is_over {
            return None;
        }
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let frames = self.conversation.due().await.ok()?;
            if !frames.is_empty() {
                return Some(batch(&frames, &self.conversation));
            }
            tokio::select! {
                biased;
                () = stopped(&mut self.stopping) => {
                    self.is_over = true;
                    let after = self.conversation.reconnect_after();
                    return Some(format!("retry: {}\n\n", after.as_millis()));
                }
                woken = timeout(self.ping, self.conversation.woken()) => if woken.is_err() {
                    self.conversation.look_again();
                    return Some(": still here\n\n".to_owned());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_they_are_written() {
        let head = |seq| Head {
            epoch: "e".into(),
            seq,
        };
        let (one, two) = (head(41), head(0));
        let places = [
            ("city/seattle".to_owned(), &one),
            ("offer/1".to_owned(), &two),
        ];
        let text = write_places(places.into_iter());
        assert_eq!(text, "e:city/seattle@41,offer/1@0");
        let read = read_places(&text).unwrap();
        assert_eq!((&read["city/seattle"], &read["offer/1"]), (&one, &two));
        for wrong in ["", "e", "e:", "e:city", "e:city@x", "e:city@-1"] {
            assert!(read_places(wrong).is_none(), "{wrong}");
        }
    }
}
