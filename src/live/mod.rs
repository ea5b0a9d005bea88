//! Live updates: everybody who looks sees a change at once.
//!
//! After a commit nothing is pushed from where it happened. The [`follower`] reads the log that
//! the commit wrote, and hands what is new to the [`hub`]; each [`conversation`] takes from there
//! what its client is owed, by the rules of the [`protocol`]; the [`socket`] carries it. Whoever has
//! all and waits is sent the newest by the [`relay`] of their thread, without being woken. So what
//! a client sees is the log, in its order, whichever node wrote it.
//!
//! Nothing here changes anything, or knows what the events mean.

pub mod conversation;
mod follower;
pub mod frames;
pub mod handshake;
pub mod hub;
pub mod limits;
pub mod origin;
mod outlet;
mod packet;
pub mod presence;
pub mod protocol;
mod relay;
pub mod socket;
pub mod sse;
#[cfg(test)]
mod testing;
mod wire;

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::app::App;
use crate::app::access::{Credential, Subject};
use crate::app::links::token_hash;
use crate::domain::id::PersonId;
use conversation::Conversation;
use handshake::HandshakeRefused;
use hub::Hub;
use limits::{Closed, Gate, LiveLimits};

/// How long [`Live::stop`] waits for the connections to end.
const STOP_WAIT: Duration = Duration::from_secs(5);

/// How live updates are to behave.
#[derive(Debug, Clone)]
pub struct LiveOptions {
    /// The address that visitors use, such as `https://visits.example.org`.
    pub public_url: String,
    /// The time between two pings to a client.
    pub ping: Duration,
    /// How long a client may take to answer a ping.
    pub pong: Duration,
    /// How long a client may take nothing of what it is sent.
    pub send: Duration,
    /// The longest time between two looks at the log: how soon other nodes' events are seen.
    pub poll: Duration,
    /// How much is taken on, of all and of one address or session.
    pub limits: LiveLimits,
}

/// Who wants to be told.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who, when they connected.
    pub subject: Subject,
    /// What said so; looked at again when rights change.
    pub credential: Option<Credential>,
    /// Where they come from.
    pub address: Option<IpAddr>,
}

impl Visitor {
    /// Somebody without an account, from nowhere.
    pub fn guest() -> Self {
        Self {
            subject: Subject::guest(),
            credential: None,
            address: None,
        }
    }
}

impl Default for LiveOptions {
    fn default() -> Self {
        Self {
            public_url: String::new(),
            ping: Duration::from_secs(25),
            pong: Duration::from_secs(10),
            send: Duration::from_secs(10),
            poll: Duration::from_millis(500),
            limits: LiveLimits::default(),
        }
    }
}

/// The live updates of one node. Cheap to clone.
#[derive(Clone)]
pub struct Live {
    inner: Arc<Inner>,
}

struct Inner {
    app: App,
    hub: Hub,
    options: LiveOptions,
    /// Whoever has to end when the node stops holds a receiver.
    stopping: watch::Sender<bool>,
    connections: AtomicU64,
    gate: Gate,
}

impl Live {
    /// Starts following the log, on the tokio runtime that this is called on.
    pub fn start(app: App, options: LiveOptions) -> Self {
        let (hub, stopping) = (Hub::default(), watch::Sender::new(false));
        tokio::spawn(follower::follow(
            app.clone(),
            hub.clone(),
            options.poll,
            stopping.subscribe(),
        ));
        Self {
            inner: Arc::new(Inner {
                app,
                hub,
                gate: Gate::new(options.limits),
                options,
                stopping,
                connections: AtomicU64::new(0),
            }),
        }
    }

    /// Ends every connection with close code 1001, and the following of the log.
    ///
    /// Comes before the HTTP server's own stop, which ends their tasks without a word. Returns when they have ended, or after five seconds with how many have not.
    pub async fn stop(&self) -> usize {
        self.inner.stopping.send_replace(true);
        if timeout(STOP_WAIT, self.inner.stopping.closed())
            .await
            .is_ok()
        {
            return 0;
        }
        let left = self.inner.stopping.receiver_count();
        tracing::warn!(left, "live connections did not end in time");
        left
    }

    /// Whether [`Live::stop`] has been called.
    fn is_stopping(&self) -> bool {
        *self.inner.stopping.borrow()
    }

    /// Which of `people` have a live connection to this node.
    pub fn online(&self, people: impl IntoIterator<Item = PersonId>) -> BTreeSet<PersonId> {
        self.inner.hub.presence().online(people)
    }

    /// Begins a conversation, where `visitor` may have one more.
    fn converse(&self, visitor: Visitor) -> Result<Conversation, HandshakeRefused> {
        let holder = visitor.credential.as_ref().map(|credential| {
            let (Credential::Session(token) | Credential::Token(token)) = credential;
            token_hash(token)
        });
        let pass = self.inner.gate.enter(visitor.address, holder);
        let pass = pass.map_err(|closed| match closed {
            Closed::Full => HandshakeRefused::Full,
            Closed::TooMuch => HandshakeRefused::TooMuch,
        })?;
        let (app, hub) = (self.inner.app.clone(), self.inner.hub.clone());
        let mut conversation = Conversation::new(app, hub, visitor, pass);
        conversation.set_reconnect_after(self.spread());
        Ok(conversation)
    }

    /// When a connection comes back after a stop: spread out, so that the other nodes, or this one
    /// when it is back, take some two hundred a second.
    fn spread(&self) -> Duration {
        #[allow(
            clippy::cast_precision_loss,
            reason = "there are not so many connections"
        )]
        let seconds = (self.inner.stopping.receiver_count() as f64 / 200.0).clamp(1.0, 15.0);
        Duration::from_secs_f64(seconds * self.part())
    }

    /// When a new connection is pinged first: at another part of the interval for each, so that
    /// clients that came all at once (after a restart) are not pinged all at once.
    fn first_ping(&self) -> Duration {
        self.inner.options.ping.mul_f64(self.part())
    }

    /// A part of an interval, from 0 to 1, that is another one each time.
    fn part(&self) -> f64 {
        // Multiples of the golden ratio, modulo 1, spread evenly however many there are.
        const GOLDEN: f64 = 0.618_033_988_749_895;
        let number = self.inner.connections.fetch_add(1, Ordering::Relaxed) % (1 << 32);
        #[allow(clippy::cast_precision_loss, reason = "32 bits fit")]
        (number as f64 * GOLDEN).fract()
    }
}

/// Waits until the node is being stopped.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    // An error means that the sender is gone, and the node with it.
    let _gone = stopping.wait_for(|stopping| *stopping).await.is_err();
}
