//! Who follows what on this node, and the newest events of each followed topic.
//!
//! A topic that somebody follows has a channel: a ring of its newest events, encoded once and
//! shared. Each reader keeps its own place and takes from the ring what lies behind it; nothing
//! waits in a queue per connection. A reader that has fallen out of the ring reads the log
//! instead, so a slow one costs no memory and holds up nobody.
//!
//! Nothing here reads the database or a socket.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use tokio::sync::Notify;

use super::outlet::{Handle, Listener};
use super::packet::Packet;
use super::presence::Presence;
use super::protocol::{self, Frame};
use super::relay::Relays;
use crate::app::events::Terms;
use crate::domain::event::{Event, Head, Topic};

/// How many events of a topic its ring holds.
pub const RING: usize = 256;

/// How many of the newest events a packet for those who wait holds at most.
const PACKET: usize = 32;

/// After so many events the pages kept for laggards are let go.
const RING_SEQS: i64 = 256;

/// How many pages of the log a topic keeps for laggards.
const PAGES: usize = 8;

/// Who follows what on this node. Cheap to clone.
#[derive(Clone, Default)]
pub struct Hub {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    // Locked before a channel's state, never while one is held.
    channels: Mutex<HashMap<Topic, Arc<Channel>>>,
    joined: Notify,
    relays: Arc<Relays>,
    status: Mutex<Status>,
    /// How often the status has changed.
    changes: AtomicU64,
    /// Whom to wake when it does.
    attending: Mutex<BTreeMap<u64, Arc<Notify>>>,
    next_attending: AtomicU64,
    /// What guests without a key may follow, as long as rights stay as they are.
    guests: Mutex<(i64, HashMap<Topic, bool>)>,
    presence: Presence,
}

/// How this node stands to the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Status {
    /// The log cannot be read just now.
    pub is_stale: bool,
    /// What holds for open connections; none before the log was read first.
    pub terms: Option<Terms>,
}

/// A followed topic.
pub struct Channel {
    topic: Topic,
    relays: Arc<Relays>,
    state: Mutex<State>,
    /// Held by who reads the log for this topic: who waits finds the page read.
    reading: tokio::sync::Mutex<()>,
}

struct State {
    /// The events up to `last`, without gaps.
    ring: VecDeque<Frame>,
    /// The seq of the newest event that this node has read.
    last: i64,
    /// In the order in which they came, which is how they lie in memory.
    readers: BTreeMap<u64, Reader>,
    next_reader: u64,
    /// Whole pages of the log that laggards have read of late: after a restart many come back to the
    /// same places.
    pages: VecDeque<Page>,
}

/// Who is told when there is news.
struct Reader {
    handle: Arc<Handle>,
    /// The thread whose relay tells it, where one does.
    thread: Option<ThreadId>,
}

/// A whole page of the log, encoded. What is written in the log does not change, so it can be kept.
#[derive(Debug, Clone)]
pub struct Page {
    /// The place that it lies behind.
    pub behind: Head,
    /// Its events.
    pub frames: Arc<[Frame]>,
    /// The seq of the last of them.
    pub last: i64,
}

/// What lies behind a reader's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Nothing that this node knows of.
    None,
    /// These events, in order.
    Frames {
        /// The events.
        frames: Vec<Frame>,
        /// The seq of the last of them.
        last: i64,
    },
    /// More than the ring holds: the log has it.
    InTheLog,
}

impl Hub {
    /// Follows `topic`, whose log ended at `head` when it was last looked at; `listener` is told
    /// whenever there is news.
    pub fn subscribe(&self, topic: &Topic, head: i64, listener: Listener) -> Subscription {
        let mut channels = lock(&self.inner.channels);
        let channel = match channels.entry(topic.clone()) {
            Entry::Occupied(channel) => channel.get().clone(),
            Entry::Vacant(vacant) => {
                // An event may have been committed between the look at the log and now, and its
                // sign come too early for this topic: the follower has to look.
                self.inner.joined.notify_one();
                let relays = self.inner.relays.clone();
                vacant
                    .insert(Arc::new(Channel::new(topic, head, relays)))
                    .clone()
            }
        };
        let handle = Arc::new(Handle::new(listener));
        let reader = channel.join(handle.clone());
        drop(channels);
        Subscription {
            hub: self.clone(),
            channel,
            handle,
            reader,
        }
    }

    /// The followed topics.
    pub fn channels(&self) -> Vec<Arc<Channel>> {
        lock(&self.inner.channels).values().cloned().collect()
    }

    /// Whether nobody follows anything.
    pub fn is_idle(&self) -> bool {
        lock(&self.inner.channels).is_empty()
    }

    /// How this node stands to the log.
    pub fn status(&self) -> Status {
        lock(&self.inner.status).clone()
    }

    /// How often that has changed: cheaper to ask than whether it is the same.
    pub fn changes(&self) -> u64 {
        self.inner.changes.load(Ordering::Acquire)
    }

    /// Changes how this node stands to the log, and wakes everybody who attends.
    pub fn set_status(&self, change: impl FnOnce(&mut Status)) {
        let mut status = lock(&self.inner.status);
        let before = status.clone();
        change(&mut status);
        let is_other = *status != before;
        drop(status);
        if is_other {
            self.inner.changes.fetch_add(1, Ordering::AcqRel);
            let attending = lock(&self.inner.attending);
            attending.values().for_each(|wake| wake.notify_one());
        }
    }

    /// Has `wake` notified whenever this node stands differently to the log.
    pub fn attend(&self, wake: Arc<Notify>) -> Attending {
        let number = self.inner.next_attending.fetch_add(1, Ordering::Relaxed);
        lock(&self.inner.attending).insert(number, wake);
        Attending {
            hub: self.clone(),
            number,
        }
    }

    /// The threads that tell their own readers.
    pub fn relays(&self) -> &Relays {
        &self.inner.relays
    }

    /// What guests may follow, where that was found out since rights changed last.
    pub fn known_for_guests(&self, rights: i64, topic: &Topic) -> Option<bool> {
        let known = lock(&self.inner.guests);
        (known.0 == rights).then(|| known.1.get(topic).copied())?
    }

    /// Notes what guests may follow. Only asked for topics that are followed, so there are few.
    pub fn note_for_guests(&self, rights: i64, topic: &Topic, may: bool) {
        let mut known = lock(&self.inner.guests);
        if known.0 != rights {
            *known = (rights, HashMap::new());
        }
        known.1.insert(topic.clone(), may);
    }

    /// Who looks at what.
    pub fn presence(&self) -> &Presence {
        &self.inner.presence
    }

    /// Waits until a topic is followed that was not.
    pub async fn joined(&self) {
        self.inner.joined.notified().await;
    }
}

impl Channel {
    fn new(topic: &Topic, last: i64, relays: Arc<Relays>) -> Self {
        Self {
            topic: topic.clone(),
            relays,
            reading: tokio::sync::Mutex::default(),
            state: Mutex::new(State {
                ring: VecDeque::new(),
                last,
                readers: BTreeMap::new(),
                next_reader: 0,
                pages: VecDeque::new(),
            }),
        }
    }

    /// What is followed.
    pub fn topic(&self) -> &Topic {
        &self.topic
    }

    /// The seq of the newest event that this node has read.
    pub fn last(&self) -> i64 {
        lock(&self.state).last
    }

    /// Adds what the log has behind [`Channel::last`], and wakes the readers.
    pub fn push(self: &Arc<Self>, events: &[Event]) {
        // Encoded before the lock is taken: readers of all threads want it.
        let frames: Vec<(i64, Frame)> = events
            .iter()
            .map(|event| (event.seq, protocol::event(&self.topic, event)))
            .collect();
        let mut state = lock(&self.state);
        for (seq, frame) in frames {
            state.add(seq, frame);
        }
        let threads: HashSet<ThreadId> = state.readers.values().filter_map(|r| r.thread).collect();
        drop(state);
        let told = self.relays.tell(threads, self);
        let others = self.handles(|reader| !reader.thread.is_some_and(|here| told.contains(&here)));
        others.iter().for_each(|handle| handle.wake());
    }

    /// The newest events, and the readers that the relay of a thread tells.
    pub fn newest(&self, thread: ThreadId) -> (Arc<Packet>, Vec<Arc<Handle>>) {
        let handles = self.handles(|reader| reader.thread == Some(thread));
        let state = lock(&self.state);
        let from = state.ring.len().saturating_sub(PACKET);
        let frames: Vec<Frame> = state.ring.range(from..).cloned().collect();
        (Arc::new(Packet::new(&frames, state.last)), handles)
    }

    /// These readers, to be told without the lock: whoever is woken wants it.
    fn handles(&self, which: impl Fn(&Reader) -> bool) -> Vec<Arc<Handle>> {
        let state = lock(&self.state);
        let readers = state.readers.values().filter(|reader| which(reader));
        readers.map(|reader| reader.handle.clone()).collect()
    }

    /// Goes on from `head` in another life of the log.
    pub fn restart(&self, head: i64) {
        let mut state = lock(&self.state);
        state.ring.clear();
        state.pages.clear();
        state.last = head;
    }

    fn join(&self, handle: Arc<Handle>) -> u64 {
        let thread = self.relays.is_here().then(|| thread::current().id());
        let mut state = lock(&self.state);
        let reader = state.next_reader;
        state.next_reader += 1;
        state.readers.insert(reader, Reader { handle, thread });
        reader
    }

    /// Takes a reader off; whether it was the last one.
    fn leave(&self, reader: u64) -> bool {
        let mut state = lock(&self.state);
        state.readers.remove(&reader);
        state.readers.is_empty()
    }
}

impl State {
    fn add(&mut self, seq: i64, frame: Frame) {
        if seq <= self.last {
            return;
        }
        if seq != self.last + 1 {
            // The log has a hole here, which readers find out for themselves when they read it.
            self.ring.clear();
        }
        if self.ring.len() == RING {
            self.ring.pop_front();
        }
        self.ring.push_back(frame);
        self.last = seq;
        // Whoever was catching up has come far since; what is kept for long is the ring.
        if seq % RING_SEQS == 0 {
            self.pages.clear();
        }
    }

    fn behind(&self, seen: i64) -> News {
        if seen >= self.last {
            return News::None;
        }
        // Not longer than RING, so both conversions hold.
        let missing = usize::try_from(self.last - seen).unwrap_or(usize::MAX);
        match self.ring.len().checked_sub(missing) {
            None => News::InTheLog,
            Some(known) => News::Frames {
                frames: self.ring.range(known..).cloned().collect(),
                last: self.last,
            },
        }
    }
}

/// Somebody who is woken when this node stands differently to the log, until this is dropped.
pub struct Attending {
    hub: Hub,
    number: u64,
}

impl Drop for Attending {
    fn drop(&mut self) {
        lock(&self.hub.inner.attending).remove(&self.number);
    }
}

/// One reader of a topic; it leaves by being dropped.
pub struct Subscription {
    hub: Hub,
    channel: Arc<Channel>,
    handle: Arc<Handle>,
    reader: u64,
}

impl Subscription {
    /// Lets the relay send what follows `seq`; none: nothing without the reader's own task.
    pub fn lend(&self, seq: Option<i64>) {
        self.handle.lend(seq);
    }

    /// The place that the reader was brought to meanwhile, where it was lent.
    pub fn take_back(&self) -> Option<i64> {
        self.handle.take_back()
    }

    /// What is followed.
    pub fn topic(&self) -> &Topic {
        &self.channel.topic
    }

    /// Waits for the turn to read the log for this topic, which ends when the answer is dropped.
    pub async fn turn_to_read(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.channel.reading.lock().await
    }

    /// The page of the log behind `place`, where somebody has read it of late.
    pub fn page(&self, place: &Head) -> Option<Page> {
        let state = lock(&self.channel.state);
        let mut pages = state.pages.iter();
        pages.find(|page| page.behind == *place).cloned()
    }

    /// Keeps a whole page of the log for others.
    pub fn keep(&self, page: Page) {
        let mut state = lock(&self.channel.state);
        if state.pages.len() == PAGES {
            state.pages.pop_front();
        }
        state.pages.push_back(page);
    }

    /// What lies behind the event `seen`.
    pub fn behind(&self, seen: i64) -> News {
        lock(&self.channel.state).behind(seen)
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        // Under the lock that `subscribe` takes, so that nobody joins a channel being removed.
        let mut channels = lock(&self.hub.inner.channels);
        if self.channel.leave(self.reader) {
            channels.remove(&self.channel.topic);
        }
    }
}

/// A thread that panicked has left no change half made: each is a single step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::RangeInclusive;

    fn topic() -> Topic {
        Topic::City("seattle".into())
    }

    fn events(seqs: RangeInclusive<i64>) -> Vec<Event> {
        let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        seqs.map(|seq| Event {
            seq,
            kind: "slot.booked".into(),
            at,
            data: serde_json::json!({}),
        })
        .collect()
    }

    fn seqs(news: &News) -> Vec<i64> {
        match news {
            News::Frames { frames, .. } => frames
                .iter()
                .map(|frame| {
                    serde_json::from_str::<serde_json::Value>(frame).unwrap()["seq"]
                        .as_i64()
                        .unwrap()
                })
                .collect(),
            News::None | News::InTheLog => panic!("no frames: {news:?}"),
        }
    }

    /// A hub on which the topic is followed from seq 10 on.
    fn followed() -> (Hub, Subscription, Arc<Notify>) {
        let (hub, wake) = (Hub::default(), Arc::new(Notify::new()));
        let subscription = hub.subscribe(&topic(), 10, Listener::new(wake.clone()));
        (hub, subscription, wake)
    }

    fn push(hub: &Hub, events: &[Event]) {
        for channel in hub.channels() {
            channel.push(events);
        }
    }

    #[test]
    fn a_reader_gets_what_lies_behind_its_place() {
        let (hub, subscription, _) = followed();
        assert_eq!(subscription.behind(10), News::None);
        push(&hub, &events(11..=13));
        assert_eq!(seqs(&subscription.behind(10)), [11, 12, 13]);
        assert_eq!(seqs(&subscription.behind(12)), [13]);
        assert_eq!(subscription.behind(13), News::None);
        // One that read the log after the follower did is ahead of the ring.
        assert_eq!(subscription.behind(14), News::None);
        assert_eq!(subscription.behind(9), News::InTheLog);
    }

    #[test]
    fn events_read_twice_are_kept_once() {
        let (hub, subscription, _) = followed();
        push(&hub, &events(9..=12));
        push(&hub, &events(11..=13));
        assert_eq!(seqs(&subscription.behind(10)), [11, 12, 13]);
    }

    #[test]
    fn a_laggard_is_sent_to_the_log_and_the_ring_stays_small() {
        let (hub, subscription, _) = followed();
        let ring = i64::try_from(RING).unwrap();
        push(&hub, &events(11..=11 + ring));
        assert_eq!(subscription.behind(10), News::InTheLog);
        let all: Vec<i64> = (12..=11 + ring).collect();
        assert_eq!(seqs(&subscription.behind(11)), all);
        assert_eq!(lock(&subscription.channel.state).ring.len(), RING);
    }

    #[test]
    fn a_hole_in_the_log_is_not_papered_over() {
        let (hub, subscription, _) = followed();
        push(&hub, &events(11..=12));
        push(&hub, &events(20..=21));
        assert_eq!(subscription.behind(12), News::InTheLog);
        assert_eq!(seqs(&subscription.behind(19)), [20, 21]);
    }

    #[test]
    fn a_topic_goes_with_its_last_reader() {
        let (hub, first, wake) = followed();
        let second = hub.subscribe(&topic(), 12, Listener::new(wake));
        assert_eq!(
            hub.channels()[0].last(),
            10,
            "the second joins where the first is"
        );
        drop(first);
        assert!(!hub.is_idle());
        drop(second);
        assert!(hub.is_idle());
    }

    #[tokio::test]
    async fn every_reader_is_woken_and_a_new_topic_wakes_the_follower() {
        let (hub, _first, first_wake) = followed();
        let second_wake = Arc::new(Notify::new());
        let _second = hub.subscribe(&topic(), 10, Listener::new(second_wake.clone()));
        push(&hub, &events(11..=11));
        first_wake.notified().await;
        second_wake.notified().await;
        hub.joined().await;
    }
}
