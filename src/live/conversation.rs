//! One client's conversation: what it follows and what it is owed, apart from how it is carried.
//!
//! A conversation has a place in each topic it follows. It is asked what is due, and answers one
//! batch at a time from the topic's ring or from the log, so that a client is owed any amount
//! without any of it waiting in memory, and none of its topics keeps the others waiting.

use std::sync::Arc;

use tokio::sync::Notify;

use super::hub::{Hub, News, Subscription};
use super::protocol::{self, Action, Closing, Frame, Protocol, Refused, Start, Wish};
use crate::app::access::Subject;
use crate::app::{App, Error, events};
use crate::domain::event::{Head, Topic};

/// What to answer at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Say this.
    Say(Frame),
    /// End the connection.
    Close(Closing),
}

/// One client's conversation.
pub struct Conversation {
    app: App,
    hub: Hub,
    subject: Subject,
    protocol: Protocol,
    following: Vec<Following>,
    /// Whose turn it is among `following`.
    turn: usize,
    wake: Arc<Notify>,
}

/// A followed topic.
struct Following {
    subscription: Subscription,
    /// Up to where the client has been sent the log.
    place: Head,
    /// Where the log ended when the client asked; none once it has been told that it is there.
    announce_at: Option<i64>,
}

impl Conversation {
    /// A conversation with somebody who follows nothing yet.
    pub fn new(app: App, hub: Hub, subject: Subject) -> Self {
        Self {
            app,
            hub,
            subject,
            protocol: Protocol::default(),
            following: Vec::new(),
            turn: 0,
            wake: Arc::new(Notify::new()),
        }
    }

    /// Answers a message of the client. What it asks to follow becomes due.
    ///
    /// # Errors
    /// Where the database cannot be used.
    pub async fn receive(&mut self, text: &str) -> Result<Vec<Answer>, Error> {
        let mut answers = Vec::new();
        for action in self.protocol.receive(text) {
            match action {
                Action::Say(frame) => answers.push(Answer::Say(frame)),
                Action::Close(closing) => answers.push(Answer::Close(closing)),
                Action::Leave(topic) => self.leave(&topic),
                Action::Follow(wish) => answers.extend(self.follow(wish).await?.map(Answer::Say)),
            }
        }
        Ok(answers)
    }

    /// The next batch that the client is owed; empty where nothing is due.
    ///
    /// # Errors
    /// Where the database cannot be used.
    pub async fn due(&mut self) -> Result<Vec<Frame>, Error> {
        for _ in 0..self.following.len() {
            let turn = self.turn % self.following.len();
            self.turn = turn + 1;
            let frames = self.following[turn].due(&self.app).await?;
            if !frames.is_empty() {
                return Ok(frames);
            }
        }
        Ok(Vec::new())
    }

    /// Waits until something may be due.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    async fn follow(&mut self, wish: Wish) -> Result<Option<Frame>, Error> {
        // Asked again: from the place that is named now.
        self.leave(&wish.topic);
        let key = wish.key.or_else(|| self.subject.manage_key.clone());
        let subject = Subject {
            actor: self.subject.actor.clone(),
            manage_key: key,
        };
        if !events::may_follow(&self.app, &subject, &wish.topic).await? {
            self.protocol.forget(&wish.topic);
            let name = wish.topic.to_string();
            return Ok(Some(protocol::refused(&name, Refused::NotAllowed)));
        }
        // Look first, join after: what is committed between the two, the follower finds.
        let head = events::head(&self.app, &wish.topic).await?;
        let subscription = self.hub.subscribe(&wish.topic, head.seq, self.wake.clone());
        let (place, announce_at, answer) = match protocol::start(wish.seen.as_ref(), &head) {
            Start::Behind(seq) => {
                let announce_at = Some(head.seq);
                (Head { seq, ..head }, announce_at, None)
            }
            Start::Reset => {
                let answer = protocol::reset(&wish.topic, &head);
                (head, None, Some(answer))
            }
        };
        self.following.push(Following {
            subscription,
            place,
            announce_at,
        });
        self.wake.notify_one();
        Ok(answer)
    }

    fn leave(&mut self, topic: &Topic) {
        self.following
            .retain(|following| following.subscription.topic() != topic);
    }
}

impl Following {
    async fn due(&mut self, app: &App) -> Result<Vec<Frame>, Error> {
        match self.subscription.behind(self.place.seq) {
            News::Frames { frames, last } => {
                self.place.seq = last;
                Ok(frames)
            }
            News::InTheLog => self.read_log(app).await,
            News::None => Ok(self.announcement().into_iter().collect()),
        }
    }

    /// The next page of the log; a reset where it does not go on from the client's place.
    async fn read_log(&mut self, app: &App) -> Result<Vec<Frame>, Error> {
        let topic = self.subscription.topic();
        let stretch = events::after(app, topic, self.place.seq).await?;
        let goes_on = stretch.head.epoch == self.place.epoch
            && !stretch.events.is_empty()
            && stretch.goes_on_from(self.place.seq);
        if !goes_on {
            let frame = protocol::reset(topic, &stretch.head);
            self.place = stretch.head;
            self.announce_at = None;
            return Ok(vec![frame]);
        }
        if let Some(last) = stretch.events.last() {
            self.place.seq = last.seq;
        }
        let events = stretch.events.iter();
        Ok(events.map(|event| protocol::event(topic, event)).collect())
    }

    /// That the client has been sent what it had missed, once that is so.
    fn announcement(&mut self) -> Option<Frame> {
        let reached = self.announce_at.is_some_and(|at| self.place.seq >= at);
        reached.then(|| {
            self.announce_at = None;
            protocol::subscribed(self.subscription.topic(), &self.place)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::testing::{app, happen, seattle};
    use serde_json::{Value, json};

    async fn due(conversation: &mut Conversation) -> Vec<Value> {
        let frames = conversation.due().await.unwrap();
        let read = |frame: &Frame| serde_json::from_str(frame).unwrap();
        frames.iter().map(read).collect()
    }

    #[tokio::test]
    async fn nobody_is_told_to_have_all_while_the_node_lags_behind_its_log() {
        let place = tempfile::tempdir().unwrap();
        let (app, hub) = (app(&place).await, Hub::default());
        happen(&app, 1).await;
        // Somebody else follows already; nobody has read the log since.
        let _other = hub.subscribe(&seattle(), 1, Arc::new(Notify::new()));
        happen(&app, 2).await;

        let mut conversation = Conversation::new(app.clone(), hub.clone(), Subject::guest());
        let topics = json!([{ "topic": "city/seattle", "epoch": "first", "seq": 0 }]);
        let subscribe = json!({ "op": "subscribe", "topics": topics });
        let answers = conversation.receive(&subscribe.to_string()).await.unwrap();
        assert_eq!(answers, []);

        // What the ring does not hold is read from the log, whose end the node has not seen yet.
        let replayed = due(&mut conversation).await;
        let seqs: Vec<&Value> = replayed.iter().map(|event| &event["seq"]).collect();
        assert_eq!(seqs, [1, 2, 3]);
        // Ahead of the ring now: what it gets later is not said twice.
        for channel in hub.channels() {
            let news = events::after(&app, channel.topic(), channel.last()).await;
            channel.push(&news.unwrap().events);
        }
        assert_eq!(due(&mut conversation).await[0]["op"], "subscribed");
        assert!(due(&mut conversation).await.is_empty());

        // One whose place is where the node is waits for what the node has not read.
        happen(&app, 1).await;
        let topics = json!([{ "topic": "city/seattle", "epoch": "first", "seq": 3 }]);
        let subscribe = json!({ "op": "subscribe", "topics": topics });
        conversation.receive(&subscribe.to_string()).await.unwrap();
        assert!(due(&mut conversation).await.is_empty());
        for channel in hub.channels() {
            let news = events::after(&app, channel.topic(), channel.last()).await;
            channel.push(&news.unwrap().events);
        }
        assert_eq!(due(&mut conversation).await[0]["seq"], 4);
        assert_eq!(due(&mut conversation).await[0]["op"], "subscribed");
    }
}
