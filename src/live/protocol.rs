//! What is said on a live connection: the messages of `sisterline.v1` and the rules of a
//! conversation, as a state machine without I/O. docs/LIVE.md says the same to those who write
//! clients.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};

use super::presence::LOOKS;
use crate::domain::event::{Event, Head, Topic};
use crate::domain::id::SlotId;

/// The subprotocol's name (RFC 6455, section 1.9).
pub const SUBPROTOCOL: &str = "sisterline.v1";

/// Most bytes that one message from a client may have, all its fragments together.
pub const MESSAGE_BYTES: usize = 16 * 1024;

/// Most topics that one connection may follow, and one message may name.
pub const TOPICS: usize = 50;

/// A message to clients: the text of a frame, encoded once for all who get it.
pub type Frame = Arc<str>;

/// What a client asks to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The topic.
    pub topic: Topic,
    /// What the client has seen of it; none means from now.
    pub seen: Option<Head>,
    /// The key of a booking's manage link.
    pub key: Option<String>,
}

/// What is to be done about something that a client said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Follow a topic, or refuse it.
    Follow(Wish),
    /// Follow a topic no longer.
    Leave(Topic),
    /// Look at these slots from now on, and at no others.
    Look(Vec<SlotId>),
    /// Say this.
    Say(Frame),
    /// End the connection.
    Close(Closing),
}

/// Why the server ends a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// The client has closed.
    Answer,
    /// The server is being stopped.
    GoingAway,
    /// The client broke the WebSocket protocol.
    Broken,
    /// The client sent a binary message.
    Binary,
    /// The client sent a message that cannot be understood.
    Malformed,
    /// The client asked for too many topics.
    TooManyTopics,
    /// The client sent too big a message.
    TooBig,
    /// The database cannot be used just now.
    TryAgainLater,
    /// The client has not answered a ping.
    HeartbeatLost,
    /// The client asks more than its share.
    TooMuch,
}

impl Closing {
    /// The close code: of RFC 6455, section 7.4, and from 4000 on our own.
    pub fn code(self) -> u16 {
        match self {
            Self::Answer => 1000,
            Self::GoingAway => 1001,
            Self::Broken => 1002,
            Self::Binary => 1003,
            Self::Malformed => 1007,
            Self::TooManyTopics => 1008,
            Self::TooBig => 1009,
            Self::TryAgainLater => 1013,
            Self::HeartbeatLost => 4000,
            Self::TooMuch => 4001,
        }
    }

    /// The reason in words, for those who look at the wire.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Answer => "",
            Self::GoingAway => "going away",
            Self::Broken => "protocol error",
            Self::Binary => "text messages only",
            Self::Malformed => "not a message of sisterline.v1",
            Self::TooManyTopics => "too many topics",
            Self::TooBig => "message too big",
            Self::TryAgainLater => "try again later",
            Self::HeartbeatLost => "heartbeat lost",
            Self::TooMuch => "too many messages",
        }
    }
}

/// Why a topic is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It does not exist, or is not for this client: which of them is not told.
    NotAllowed,
    /// The text names no topic.
    UnknownTopic,
}

impl Refused {
    fn code(self) -> &'static str {
        match self {
            Self::NotAllowed => "not_allowed",
            Self::UnknownTopic => "unknown_topic",
        }
    }
}

/// Where the following of a topic begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Behind this seq.
    Behind(i64),
    /// What the client has seen is of another past: it is told so and goes on from the head.
    Reset,
}

/// Where to begin for a client that has seen `seen`, with the log at `head`.
pub fn start(seen: Option<&Head>, head: &Head) -> Start {
    match seen {
        None => Start::Behind(head.seq),
        // A seq beyond the head was given out before a backup was restored.
        Some(seen) if seen.epoch != head.epoch || seen.seq > head.seq => Start::Reset,
        Some(seen) => Start::Behind(seen.seq),
    }
}

/// An event, as everybody gets it who follows the topic.
pub fn event(topic: &Topic, event: &Event) -> Frame {
    frame(json!({
        "op": "event",
        "topic": topic.to_string(),
        "seq": event.seq,
        "kind": event.kind,
        "at": event.at,
        "data": event.data,
    }))
}

/// That a topic is followed and everything up to `at` has been sent.
pub fn subscribed(topic: &Topic, at: &Head) -> Frame {
    frame(json!({
        "op": "subscribed", "topic": topic.to_string(), "epoch": at.epoch, "seq": at.seq,
    }))
}

/// That the past is gone, and the topic is followed from `at` on.
pub fn reset(topic: &Topic, at: &Head) -> Frame {
    frame(json!({
        "op": "reset", "topic": topic.to_string(), "epoch": at.epoch, "seq": at.seq,
    }))
}

/// That a topic is not followed; named as the client named it.
pub fn refused(topic: &str, why: Refused) -> Frame {
    frame(json!({ "op": "refused", "topic": topic, "code": why.code() }))
}

/// That this node cannot read the log just now, so that what is shown may be old.
pub fn stale() -> Frame {
    frame(json!({ "op": "stale" }))
}

/// That this node reads the log again, and everything has been sent that came meanwhile or will be.
pub fn current() -> Frame {
    frame(json!({ "op": "current" }))
}

/// That the connection is about to end, and when to connect again.
pub fn goodbye(after: Duration) -> Frame {
    let after = u64::try_from(after.as_millis()).unwrap_or(u64::MAX);
    frame(json!({ "op": "goodbye", "reconnect_ms": after }))
}

/// Roughly how many look at a slot.
pub fn looking(slot: SlotId, people: usize) -> Frame {
    frame(json!({ "op": "looking", "slot": slot, "people": people }))
}

/// That a message was not understood.
fn error(code: &str) -> Frame {
    frame(json!({ "op": "error", "code": code }))
}

fn frame(message: Value) -> Frame {
    message.to_string().into()
}

#[derive(Deserialize)]
struct Subscribe {
    topics: Vec<SubscribeTopic>,
}

#[derive(Deserialize)]
struct SubscribeTopic {
    topic: String,
    epoch: Option<String>,
    seq: Option<u64>,
    key: Option<String>,
}

#[derive(Deserialize)]
struct Look {
    slots: Vec<SlotId>,
}

#[derive(Deserialize)]
struct Unsubscribe {
    topics: Vec<String>,
}

/// One conversation: which topics the client has asked for and not left.
#[derive(Debug, Default)]
pub struct Protocol {
    asked: HashSet<Topic>,
}

impl Protocol {
    /// What to do, in this order, about a message of the client.
    pub fn receive(&mut self, text: &str) -> Vec<Action> {
        let Ok(message) = serde_json::from_str::<Value>(text) else {
            return fail("not_json", Closing::Malformed);
        };
        match message.get("op").and_then(Value::as_str) {
            Some("subscribe") => match Subscribe::deserialize(message) {
                Ok(subscribe) => self.subscribe(subscribe.topics),
                Err(_) => fail("malformed", Closing::Malformed),
            },
            Some("unsubscribe") => match Unsubscribe::deserialize(message) {
                Ok(unsubscribe) => self.unsubscribe(&unsubscribe.topics),
                Err(_) => fail("malformed", Closing::Malformed),
            },
            Some("look") => match Look::deserialize(message) {
                Ok(look) if look.slots.len() <= LOOKS => vec![Action::Look(look.slots)],
                Ok(_) | Err(_) => fail("malformed", Closing::Malformed),
            },
            // Said by a client that is newer than this server: told, and otherwise no harm.
            Some(_) => vec![Action::Say(error("unknown_op"))],
            None => fail("malformed", Closing::Malformed),
        }
    }

    /// Notes that a topic asked for is not followed, so that it does not count.
    pub fn forget(&mut self, topic: &Topic) {
        self.asked.remove(topic);
    }

    fn subscribe(&mut self, wanted: Vec<SubscribeTopic>) -> Vec<Action> {
        if wanted.len() > TOPICS {
            return fail("too_many_topics", Closing::TooManyTopics);
        }
        let actions = wanted.into_iter().map(|wanted| match topic(&wanted.topic) {
            None => Action::Say(refused(&wanted.topic, Refused::UnknownTopic)),
            Some(topic) => {
                self.asked.insert(topic.clone());
                Action::Follow(Wish {
                    topic,
                    seen: seen(wanted.epoch, wanted.seq),
                    key: wanted.key,
                })
            }
        });
        let actions = actions.collect();
        if self.asked.len() > TOPICS {
            return fail("too_many_topics", Closing::TooManyTopics);
        }
        actions
    }

    fn unsubscribe(&mut self, topics: &[String]) -> Vec<Action> {
        let left = topics.iter().filter_map(|text| topic(text));
        left.filter(|topic| self.asked.remove(topic))
            .map(Action::Leave)
            .collect()
    }
}

/// What a client says that it has seen; none where it says nothing of it. Half a place is a place in
/// no log: such a client has seen something, and is told that its past is gone instead of skipping what it
/// has missed.
fn seen(epoch: Option<String>, seq: Option<u64>) -> Option<Head> {
    if epoch.is_none() && seq.is_none() {
        return None;
    }
    Some(Head {
        epoch: epoch.unwrap_or_default(),
        // What no log reaches lies beyond the head all the same.
        seq: seq.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX)),
    })
}

/// The topic of this name, spelt as we spell it: answers name it so, and clients compare texts.
fn topic(text: &str) -> Option<Topic> {
    let topic: Topic = text.parse().ok()?;
    (topic.to_string() == text).then_some(topic)
}

fn fail(code: &str, closing: Closing) -> Vec<Action> {
    vec![Action::Say(error(code)), Action::Close(closing)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFER: &str = "offer/0193f8a0-0000-7000-8000-000000000001";

    fn city(slug: &str) -> Topic {
        Topic::City(slug.into())
    }

    fn head(epoch: &str, seq: i64) -> Head {
        Head {
            epoch: epoch.into(),
            seq,
        }
    }

    fn said(actions: &[Action]) -> Vec<Value> {
        let frames = actions.iter().filter_map(|action| match action {
            Action::Say(frame) => Some(serde_json::from_str(frame).unwrap()),
            _ => None,
        });
        frames.collect()
    }

    #[test]
    fn a_subscription_carries_what_was_seen_and_a_key() {
        let whole = |seen, key: Option<&str>| {
            vec![Action::Follow(Wish {
                topic: OFFER.parse().unwrap(),
                seen,
                key: key.map(str::to_owned),
            })]
        };
        let cases = [
            (json!({"topic": OFFER}), whole(None, None)),
            (
                json!({"topic": OFFER, "epoch": "e", "seq": 41}),
                whole(Some(head("e", 41)), None),
            ),
            (
                json!({"topic": OFFER, "epoch": "e", "seq": 0}),
                whole(Some(head("e", 0)), None),
            ),
            (
                json!({"topic": OFFER, "epoch": null, "seq": null}),
                whole(None, None),
            ),
            // Half a place: of no life, or beyond every head.
            (
                json!({"topic": OFFER, "epoch": "e"}),
                whole(Some(head("e", i64::MAX)), None),
            ),
            (
                json!({"topic": OFFER, "epoch": null, "seq": 41}),
                whole(Some(head("", 41)), None),
            ),
            (json!({"topic": OFFER, "key": "k"}), whole(None, Some("k"))),
            (json!({"topic": OFFER, "colour": "red"}), whole(None, None)),
        ];
        for (wanted, expected) in cases {
            let message = json!({"op": "subscribe", "topics": [wanted]}).to_string();
            assert_eq!(Protocol::default().receive(&message), expected, "{message}");
        }
    }

    #[test]
    fn what_cannot_be_understood_ends_the_connection() {
        let cases = [
            ("", "not_json"),
            ("{", "not_json"),
            ("subscribe", "not_json"),
            ("[]", "malformed"),
            ("{}", "malformed"),
            (r#"{"op":1}"#, "malformed"),
            (r#"{"op":"subscribe"}"#, "malformed"),
            (r#"{"op":"subscribe","topics":"city/a"}"#, "malformed"),
            (r#"{"op":"subscribe","topics":["city/a"]}"#, "malformed"),
            (
                r#"{"op":"subscribe","topics":[{"topic":"city/a","seq":-1}]}"#,
                "malformed",
            ),
            (
                r#"{"op":"subscribe","topics":[{"topic":"city/a","seq":"1"}]}"#,
                "malformed",
            ),
            (r#"{"op":"unsubscribe","topics":[1]}"#, "malformed"),
        ];
        for (text, code) in cases {
            let actions = Protocol::default().receive(text);
            assert_eq!(
                said(&actions),
                [json!({"op": "error", "code": code})],
                "{text}"
            );
            assert_eq!(
                actions.last(),
                Some(&Action::Close(Closing::Malformed)),
                "{text}"
            );
        }
    }

    #[test]
    fn an_unknown_op_is_named_and_the_conversation_goes_on() {
        let mut protocol = Protocol::default();
        let actions = protocol.receive(r#"{"op":"dance"}"#);
        assert_eq!(actions.len(), 1);
        assert_eq!(
            said(&actions),
            [json!({"op": "error", "code": "unknown_op"})]
        );
        let actions = protocol.receive(r#"{"op":"subscribe","topics":[{"topic":"city/a"}]}"#);
        assert!(matches!(actions[..], [Action::Follow(_)]), "{actions:?}");
    }

    #[test]
    fn only_our_own_spelling_names_a_topic() {
        let shouted = OFFER.replace("offer/", "").to_uppercase();
        let wrong = [
            "me".to_owned(),
            "city/".to_owned(),
            "offer/1".to_owned(),
            format!("offer/{shouted}"),
            format!("{OFFER}/x"),
        ];
        for text in wrong {
            let message = json!({"op": "subscribe", "topics": [{"topic": text}]}).to_string();
            let actions = Protocol::default().receive(&message);
            let expected = json!({"op": "refused", "topic": text, "code": "unknown_topic"});
            assert_eq!(said(&actions), [expected]);
            assert_eq!(actions.len(), 1);
        }
    }

    fn subscribe_to(numbers: std::ops::Range<usize>) -> String {
        let topics: Vec<Value> = numbers
            .map(|n| json!({"topic": format!("city/c{n}")}))
            .collect();
        json!({"op": "subscribe", "topics": topics}).to_string()
    }

    #[test]
    fn fifty_topics_are_followed_and_not_one_more() {
        let too_many = fail("too_many_topics", Closing::TooManyTopics);

        let mut protocol = Protocol::default();
        assert_eq!(protocol.receive(&subscribe_to(0..TOPICS)).len(), TOPICS);
        // The same ones again are no more than before.
        assert_eq!(protocol.receive(&subscribe_to(0..TOPICS)).len(), TOPICS);
        assert_eq!(
            protocol.receive(&subscribe_to(TOPICS..TOPICS + 1)),
            too_many
        );

        assert_eq!(
            Protocol::default().receive(&subscribe_to(0..TOPICS + 1)),
            too_many
        );
    }

    #[test]
    fn topics_left_or_refused_do_not_count() {
        let mut protocol = Protocol::default();
        protocol.receive(&subscribe_to(0..TOPICS));

        let unsubscribe = r#"{"op":"unsubscribe","topics":["city/c0","city/never","nonsense"]}"#;
        assert_eq!(protocol.receive(unsubscribe), [Action::Leave(city("c0"))]);
        protocol.forget(&city("c1"));

        let more = protocol.receive(&subscribe_to(TOPICS..TOPICS + 2));
        assert!(
            matches!(more[..], [Action::Follow(_), Action::Follow(_)]),
            "{more:?}"
        );
    }

    #[test]
    fn the_past_is_replayed_or_declared_gone() {
        let now = head("e", 41);
        let cases = [
            (None, Start::Behind(41)),
            (Some(head("e", 0)), Start::Behind(0)),
            (Some(head("e", 40)), Start::Behind(40)),
            (Some(head("e", 41)), Start::Behind(41)),
            (Some(head("e", 42)), Start::Reset),
            (Some(head("f", 40)), Start::Reset),
            (Some(head("", 0)), Start::Reset),
        ];
        for (seen, expected) in cases {
            assert_eq!(start(seen.as_ref(), &now), expected, "{seen:?}");
        }
    }
}
