//! Hands news to the connections of a thread, from within it.
//!
//! What comes from another thread would go through a lock that all tasks of the thread share, for
//! each connection. So a topic tells each thread once, and the thread's relay does the rest: it
//! writes to those who have lent their socket ([`super::outlet`]) and wakes the others.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use tokio::sync::mpsc;
use tokio::task::yield_now;

use super::hub::{Channel, Hub};
use super::outlet::Offered;

/// After so many connections the thread's other tasks get their turn.
const AT_ONCE: usize = 64;

/// The threads that hand news to their own connections, each with the way to its relay.
#[derive(Default)]
pub struct Relays {
    threads: Mutex<HashMap<ThreadId, mpsc::UnboundedSender<Arc<Channel>>>>,
}

impl Relays {
    /// Whether this thread has a relay.
    pub fn is_here(&self) -> bool {
        self.lock().contains_key(&thread::current().id())
    }

    /// Tells these threads that a topic has news; those that have been told.
    pub fn tell(&self, threads: HashSet<ThreadId>, channel: &Arc<Channel>) -> HashSet<ThreadId> {
        let relays = self.lock();
        let is_told = |thread: &ThreadId| {
            let relay = relays.get(thread);
            relay.is_some_and(|relay| relay.send(channel.clone()).is_ok())
        };
        threads.into_iter().filter(is_told).collect()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ThreadId, mpsc::UnboundedSender<Arc<Channel>>>> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The relay of this thread, to be run as one of its tasks; none where it has one already.
pub fn relay(hub: &Hub) -> Option<impl Future<Output = ()> + 'static> {
    let here = thread::current().id();
    let mut relays = hub.relays().lock();
    if relays.get(&here).is_some_and(|relay| !relay.is_closed()) {
        return None;
    }
    let (relay, mut news) = mpsc::unbounded_channel::<Arc<Channel>>();
    relays.insert(here, relay);
    let hub = hub.clone();
    Some(async move {
        while let Some(channel) = news.recv().await {
            hand_out(&hub, &channel, here).await;
        }
    })
}

async fn hand_out(hub: &Hub, channel: &Channel, here: ThreadId) {
    let (packet, handles) = channel.newest(here);
    for some in handles.chunks(AT_ONCE) {
        // Asked each time: what follows a change of rights waits until each task has looked at its own.
        let changes = hub.changes();
        for handle in some {
            if handle.offer(&packet, changes) == Offered::Left {
                handle.wake();
            }
        }
        yield_now().await;
    }
}
