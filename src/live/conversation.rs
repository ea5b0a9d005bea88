//! One client's conversation: what it follows and what it is owed, apart from how it is carried.
//!
//! A conversation has a place in each topic it follows. It is asked what is due, and answers one
//! batch at a time from the topic's ring or from the log, so that a client is owed any amount
//! without any of it waiting in memory, and none of its topics keeps the others waiting.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::Visitor;
use super::hub::{Attending, Hub, News, Page, Status, Subscription};
use super::limits::Pass;
use super::outlet::{Listener, Outlet};
use super::packet::Packet;
use super::presence::Onlooker;
use super::protocol::{self, Action, Closing, Frame, Protocol, Refused, Start, Wish};
use crate::app::access::{self, Subject};
use crate::app::{App, Error, events};
use crate::domain::event::{Head, Topic};
use crate::domain::person::Actor;

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
    visitor: Visitor,
    pass: Pass,
    protocol: Protocol,
    following: Vec<Following>,
    /// Whose turn it is among `following`.
    turn: usize,
    wake: Arc<Notify>,
    outlet: Option<Arc<Outlet>>,
    _attending: Attending,
    /// How often the node's status had changed when it was looked at last.
    changes: u64,
    /// What the client was told of the node's status, and its rights were looked at for.
    known: Status,
    /// The client's rights are to be looked at again though nobody has said that they changed.
    is_doubted: bool,
    onlooker: Onlooker,
    /// Nothing more is due, unless somebody wakes us.
    is_served: bool,
    /// When to come back, should the node stop.
    reconnect_after: Duration,
}

/// A followed topic.
struct Following {
    subscription: Subscription,
    /// Up to where the client has been sent the log.
    place: Head,
    /// Where the log ended when the client asked; none once it has been told that it is there.
    announce_at: Option<i64>,
    /// The key of a manage link that it was asked for with.
    key: Option<String>,
}

impl Conversation {
    /// A conversation with somebody who follows nothing yet.
    pub fn new(app: App, hub: Hub, visitor: Visitor, pass: Pass) -> Self {
        let wake = Arc::new(Notify::new());
        let attending = hub.attend(wake.clone());
        let changes = hub.changes();
        let now = hub.status();
        let known = Status {
            is_stale: false,
            terms: now.terms,
        };
        if now.is_stale {
            wake.notify_one();
        }
        let person = visitor.subject.actor.person().map(|person| person.id);
        let onlooker = hub.presence().onlooker(person, wake.clone());
        Self {
            app,
            hub,
            visitor,
            pass,
            protocol: Protocol::default(),
            following: Vec::new(),
            turn: 0,
            wake,
            outlet: None,
            _attending: attending,
            changes,
            known,
            // What is stale already has to be told.
            is_doubted: now.is_stale,
            onlooker,
            is_served: false,
            reconnect_after: Duration::ZERO,
        }
    }

    /// Sets the socket that carries it, before anything is followed.
    pub fn set_outlet(&mut self, outlet: Arc<Outlet>) {
        self.outlet = Some(outlet);
    }

    /// Sets when to come back, should the node stop.
    pub fn set_reconnect_after(&mut self, after: Duration) {
        self.reconnect_after = after;
    }

    /// When to come back, should the node stop.
    pub fn reconnect_after(&self) -> Duration {
        self.reconnect_after
    }

    /// The topics that are followed, and up to where the client has been sent each.
    pub fn places(&self) -> impl Iterator<Item = (String, &Head)> {
        let following = self.following.iter();
        following.map(|one| (one.subscription.topic().to_string(), &one.place))
    }

    /// Takes something that the client sent from what it may send; whether that was left.
    pub fn count(&self) -> bool {
        self.pass.spend(1)
    }

    /// Has the rights of a client that has signed in looked at again: sessions end by the clock too.
    pub fn look_again(&mut self) {
        if self.visitor.credential.is_some() {
            self.is_doubted = true;
            self.wake.notify_one();
        }
    }

    /// Answers a message of the client. What it asks to follow becomes due.
    ///
    /// # Errors
    /// Where the database cannot be used.
    pub async fn receive(&mut self, text: &str) -> Result<Vec<Answer>, Error> {
        let mut answers = Vec::new();
        let actions = self.protocol.receive(text);
        let wishes = actions.iter();
        let wishes = wishes.filter(|action| matches!(action, Action::Follow(_) | Action::Look(_)));
        if !self
            .pass
            .spend(1 + u32::try_from(wishes.count()).unwrap_or(u32::MAX - 1))
        {
            return Ok(vec![Answer::Close(Closing::TooMuch)]);
        }
        for action in actions {
            match action {
                Action::Look(slots) => {
                    let mut seen = Vec::new();
                    for slot in slots {
                        if events::may_look(&self.app, &self.visitor.subject, slot).await? {
                            seen.push(slot);
                        }
                    }
                    self.onlooker.look(seen);
                }
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
        self.is_served = false;
        let mut news = self.status_news().await?;
        let looks = self.onlooker.news().into_iter();
        news.extend(looks.map(|(slot, people)| protocol::looking(slot, people)));
        if !news.is_empty() {
            return Ok(news);
        }
        for _ in 0..self.following.len() {
            let turn = self.turn % self.following.len();
            self.turn = turn + 1;
            if self.following.len() == 1
                && let Some(frames) = self.following[turn].newest()
            {
                self.is_served = true;
                return Ok(frames);
            }
            let frames = self.following[turn].due(&self.app).await?;
            if !frames.is_empty() {
                return Ok(frames);
            }
        }
        Ok(Vec::new())
    }

    /// Whether nothing more was due after the last batch: there is no need to ask before
    /// [`Conversation::woken`] says so.
    pub fn is_served(&self) -> bool {
        self.is_served
    }

    /// Waits until something may be due.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Lends the socket that carries this, so that events may go to it while this waits and nothing is
    /// due. Until [`Conversation::take_back`], nothing else may be asked of this but to wait.
    pub fn lend(&self) {
        let Some(outlet) = &self.outlet else {
            return;
        };
        for one in &self.following {
            let is_announced = one.announce_at.is_none();
            one.subscription.lend(is_announced.then_some(one.place.seq));
        }
        outlet.lend(self.changes);
    }

    /// Takes the socket back, and the places that the client was brought to; what has to be sent
    /// before anything else: the end of a packet, from this byte.
    pub fn take_back(&mut self) -> Option<(Arc<Packet>, usize)> {
        let rest = self.outlet.as_ref()?.take_back();
        for one in &mut self.following {
            if let Some(seq) = one.subscription.take_back() {
                one.place.seq = seq;
            }
        }
        rest
    }

    fn listener(&self) -> Listener {
        Listener {
            wake: self.wake.clone(),
            outlet: self.outlet.clone(),
        }
    }

    /// What the client is told because the node's status has changed: that it is cut off or back,
    /// topics that are another life's now, or not for this client any more.
    async fn status_news(&mut self) -> Result<Vec<Frame>, Error> {
        let changes = self.hub.changes();
        if changes == self.changes && !self.is_doubted {
            return Ok(Vec::new());
        }
        let now = self.hub.status();
        let mut news = Vec::new();
        if now.terms != self.known.terms || self.is_doubted {
            news.extend(self.other_life(&now).await?);
            news.extend(self.look_at_rights(&now).await?);
            self.is_doubted = false;
        }
        if now.is_stale != self.known.is_stale {
            news.push(if now.is_stale {
                protocol::stale()
            } else {
                protocol::current()
            });
        }
        (self.known, self.changes) = (now, changes);
        Ok(news)
    }

    async fn other_life(&mut self, now: &Status) -> Result<Vec<Frame>, Error> {
        let mut news = Vec::new();
        let epoch = now.terms.as_ref().map(|terms| &terms.epoch);
        for following in &mut self.following {
            if epoch.is_some_and(|epoch| *epoch != following.place.epoch) {
                let topic = following.subscription.topic().clone();
                following.place = events::head(&self.app, &topic).await?;
                following.announce_at = None;
                news.push(protocol::reset(&topic, &following.place));
            }
        }
        Ok(news)
    }

    /// Lets go of topics that are not for this client any more.
    async fn look_at_rights(&mut self, now: &Status) -> Result<Vec<Frame>, Error> {
        if let Some(credential) = self.visitor.credential.clone() {
            let actor = match access::actor(&self.app, credential).await {
                // A token that was taken back.
                Err(Error::SignInRequired) => Actor::Guest,
                other => other?,
            };
            if actor.person().is_none() {
                let wake = self.wake.clone();
                let looks = self.hub.presence().onlooker(None, wake);
                self.onlooker = looks;
                self.visitor.credential = None;
            }
            self.visitor.subject.actor = actor;
        }
        let rights = now.terms.as_ref().map_or(-1, |terms| terms.rights);
        let mut news = Vec::new();
        let topics: Vec<(Topic, Option<String>)> = self
            .following
            .iter()
            .map(|one| (one.subscription.topic().clone(), one.key.clone()))
            .collect();
        for (topic, key) in topics {
            if !self.may_follow(&topic, key, rights).await? {
                self.leave(&topic);
                self.protocol.forget(&topic);
                news.push(protocol::refused(&topic.to_string(), Refused::NotAllowed));
            }
        }
        Ok(news)
    }

    /// Whether the client may follow a topic; for guests, of whom there may be many, it is asked
    /// once for all.
    async fn may_follow(
        &self,
        topic: &Topic,
        manage_key: Option<String>,
        rights: i64,
    ) -> Result<bool, Error> {
        let is_guest = self.visitor.subject.actor == Actor::Guest && manage_key.is_none();
        let known = self.hub.known_for_guests(rights, topic);
        if let (true, Some(may)) = (is_guest, known) {
            return Ok(may);
        }
        let subject = Subject {
            actor: self.visitor.subject.actor.clone(),
            manage_key,
        };
        let may = events::may_follow(&self.app, &subject, topic).await?;
        if is_guest {
            self.hub.note_for_guests(rights, topic, may);
        }
        Ok(may)
    }

    async fn follow(&mut self, wish: Wish) -> Result<Option<Frame>, Error> {
        // Asked again: from the place that is named now.
        self.leave(&wish.topic);
        let key = wish.key.or_else(|| self.visitor.subject.manage_key.clone());
        let subject = Subject {
            actor: self.visitor.subject.actor.clone(),
            manage_key: key.clone(),
        };
        if !events::may_follow(&self.app, &subject, &wish.topic).await? {
            self.protocol.forget(&wish.topic);
            let name = wish.topic.to_string();
            return Ok(Some(protocol::refused(&name, Refused::NotAllowed)));
        }
        // Look first, join after: what is committed between the two, the follower finds.
        let head = events::head(&self.app, &wish.topic).await?;
        let subscription = self.hub.subscribe(&wish.topic, head.seq, self.listener());
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
            key,
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
    /// All that lies behind the client's place, where the ring has it and nothing else is to be said.
    fn newest(&mut self) -> Option<Vec<Frame>> {
        if self.announce_at.is_some() {
            return None;
        }
        let News::Frames { frames, last } = self.subscription.behind(self.place.seq) else {
            return None;
        };
        self.place.seq = last;
        Some(frames)
    }

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
        let _turn = self.subscription.turn_to_read().await;
        if let Some(page) = self.subscription.page(&self.place) {
            self.place.seq = page.last;
            return Ok(page.frames.to_vec());
        }
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
        let behind = self.place.clone();
        if let Some(last) = stretch.events.last() {
            self.place.seq = last.seq;
        }
        let events = stretch.events.iter();
        let frames: Vec<Frame> = events.map(|event| protocol::event(topic, event)).collect();
        if i64::try_from(frames.len()).is_ok_and(|count| count == events::PAGE) {
            self.subscription.keep(Page {
                behind,
                frames: frames.as_slice().into(),
                last: self.place.seq,
            });
        }
        Ok(frames)
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
    use crate::live::limits::{Gate, LiveLimits};
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
        let _other = hub.subscribe(&seattle(), 1, Listener::new(Arc::new(Notify::new())));
        happen(&app, 2).await;

        let pass = Gate::new(LiveLimits::default()).enter(None, None).unwrap();
        let visitor = Visitor::guest();
        let mut conversation = Conversation::new(app.clone(), hub.clone(), visitor, pass);
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
