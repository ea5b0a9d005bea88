//! The outbox worker: claims letters, sends them, and says how it ended.
//!
//! It wakes when this process commits a letter, when one is due again, and every few seconds for
//! those of other nodes. It outlives a database or a mail server that is away. Who gets a letter
//! when is the claim query's business (`storage::outbox`): it never gives out two letters to one
//! recipient about one booking, so whatever has been claimed may be sent at the same time.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::{JoinError, JoinHandle, JoinSet};

use super::letters::LetterContext;
use super::message::compose;
use super::transport::{SendError, Transport};
use crate::app::App;
use crate::app::outbox::{LEASE, Outcome, StoredLetter, claim, finish, next_due};
use crate::domain::id::LetterId;

/// How many letters are claimed at once.
const BATCH: i64 = 20;

/// How many letters are sent at the same time.
const CONCURRENT: usize = 4;

/// How many more may be sent and not recorded yet. The mail server need not wait for the disk, and a
/// commit takes all that have come meanwhile; after a crash, or where the database stays away for longer
/// than their lease, these are sent once more.
const UNRECORDED: usize = 8;

/// How long stopping may take.
const STOP_TIMEOUT: Duration = Duration::from_secs(10);

/// How long until a letter is looked for again that is due but was not given out, because an
/// earlier one to the same reader is under way.
const BLOCKED: Duration = Duration::from_secs(1);

/// How long to wait before the database is told again what it could not take.
const DATABASE_RETRY: Duration = Duration::from_secs(1);

/// How patient the worker is.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// How often to look for the letters of other nodes.
    pub poll: Duration,
    /// How long to wait before one letter is tried on a server that refuses us.
    pub pause: Duration,
    /// The longest wait after a first failure; each further one doubles it.
    pub retry_base: Duration,
    /// The longest wait after any failure.
    pub retry_cap: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            poll: Duration::from_secs(5),
            pause: Duration::from_secs(30),
            retry_base: Duration::from_secs(10),
            retry_cap: Duration::from_secs(3600),
        }
    }
}

impl Pace {
    /// How long to wait after `attempts` failures: a `fraction` (0 to 1) of an exponential
    /// back-off, so that letters that failed together do not come back together.
    fn retry_after(&self, attempts: i32, fraction: f64) -> Duration {
        let doublings = u32::try_from(attempts.saturating_sub(1))
            .unwrap_or_default()
            .min(30);
        self.retry_base
            .saturating_mul(1 << doublings)
            .min(self.retry_cap)
            .mul_f64(fraction)
    }
}

/// A running worker.
pub struct Outbox {
    status: OutboxStatus,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// How a worker is doing. Cheap to clone.
#[derive(Debug, Clone)]
pub struct OutboxStatus {
    paused: watch::Receiver<Option<String>>,
}

impl OutboxStatus {
    /// Why nothing is sent, where the mail server refuses us: by login or by TLS.
    pub fn paused(&self) -> Option<String> {
        self.paused.borrow().clone()
    }
}

impl Outbox {
    /// Starts a worker on the current tokio runtime.
    pub fn start(app: App, context: LetterContext, transport: Transport, pace: Pace) -> Self {
        let (paused, status) = watch::channel(None);
        let (stop, stopping) = watch::channel(false);
        let sender = Sender {
            app,
            context: Arc::new(context),
            transport,
            pace,
        };
        let worker = Worker {
            sender,
            paused,
            stopping,
            waiting: VecDeque::new(),
            sending: JoinSet::new(),
            recording: JoinSet::new(),
        };
        Self {
            status: OutboxStatus { paused: status },
            stop,
            task: tokio::spawn(worker.run()),
        }
    }

    /// How it is doing.
    pub fn status(&self) -> OutboxStatus {
        self.status.clone()
    }

    /// Stops it: what is being sent is finished, within ten seconds; the rest stays queued.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the outbox worker did not end well");
        }
    }
}

/// How long after its claim a letter may still be begun: its lease has to last until the database knows.
const BEGUN_WITHIN: Duration = Duration::from_secs(180);

/// A letter that this worker holds.
struct Held {
    claim: String,
    claimed: Instant,
    stored: StoredLetter,
}

/// How an attempt went, as far as its letter is concerned.
struct Ended {
    letter: LetterId,
    claim: String,
    outcome: Outcome,
}

/// How an attempt went, as far as the other letters are concerned.
enum Verdict {
    /// The server is there and took or refused the letter.
    Reached,
    /// It could not be told.
    Unclear,
    /// The server refuses us.
    Paused(String),
}

struct Worker {
    sender: Sender,
    paused: watch::Sender<Option<String>>,
    stopping: watch::Receiver<bool>,
    /// Claimed and not yet being sent.
    waiting: VecDeque<Held>,
    sending: JoinSet<(Ended, Verdict)>,
    /// What the database is being told.
    recording: JoinSet<()>,
}

impl Worker {
    async fn run(mut self) {
        let mut written = self.sender.app.db.signals().letters();
        let mut look = true;
        loop {
            if look && self.waiting.is_empty() && self.has_room() {
                self.claim().await;
                look = false;
            }
            while self.has_room()
                && let Some(held) = self.waiting.pop_front()
            {
                // What has waited too long for its turn is left to whoever claims it next.
                if held.claimed.elapsed() < BEGUN_WITHIN {
                    self.sending.spawn(self.sender.clone().deliver(held));
                }
            }
            let nap = self.nap().await;
            let paused = self.paused.borrow().is_some();
            tokio::select! {
                biased;
                () = asked_to_stop(&mut self.stopping) => break,
                Some(ended) = self.sending.join_next() => {
                    self.judge(ended).await;
                    look &= self.paused.borrow().is_none();
                }
                Some(recorded) = self.recording.join_next() => {
                    log_panic(recorded);
                    look |= !paused;
                }
                Ok(()) = written.changed(), if !paused => look = true,
                () = tokio::time::sleep(nap) => look = true,
            }
        }
        if tokio::time::timeout(STOP_TIMEOUT, self.wind_up())
            .await
            .is_err()
        {
            tracing::warn!("stopped while letters were being sent; their leases run out");
        }
    }

    /// Whether another letter may be sent now.
    fn has_room(&self) -> bool {
        self.sending.len() < CONCURRENT && self.recording.len() < UNRECORDED
    }

    /// Claims letters. While the server refuses us, one is enough to find out whether it still
    /// does.
    async fn claim(&mut self) {
        let limit = if self.paused.borrow().is_some() {
            1
        } else {
            BATCH
        };
        let now = Instant::now();
        match claim(&self.sender.app, limit).await {
            Ok(claimed) => {
                let held = |stored| Held {
                    claim: claimed.claim.clone(),
                    claimed: now,
                    stored,
                };
                self.waiting.extend(claimed.letters.into_iter().map(held));
            }
            Err(error) => tracing::warn!(%error, "letters cannot be claimed; trying again soon"),
        }
    }

    /// How long to sleep where nothing happens.
    async fn nap(&self) -> Duration {
        if self.paused.borrow().is_some() {
            return self.sender.pace.pause;
        }
        let poll = self.sender.pace.poll;
        if !self.waiting.is_empty() {
            return poll;
        }
        match next_due(&self.sender.app).await {
            Ok(Some(due)) => {
                let ahead = (due - self.sender.app.now()).to_std();
                ahead.unwrap_or(BLOCKED).min(poll)
            }
            Ok(None) => poll,
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read; trying again soon");
                poll
            }
        }
    }

    /// Takes note of an attempt that ended.
    async fn judge(&mut self, ended: Result<(Ended, Verdict), JoinError>) {
        let Some((ended, verdict)) = log_panic(ended) else {
            return;
        };
        self.recording.spawn(self.sender.clone().record(ended));
        match verdict {
            Verdict::Reached => {
                if self.paused.send_replace(None).is_some() {
                    tracing::info!("the mail server takes letters again");
                }
            }
            Verdict::Unclear => {}
            Verdict::Paused(reason) => {
                tracing::error!(reason, "the mail server refuses us; letters wait");
                self.paused.send_replace(Some(reason));
                self.release().await;
            }
        }
    }

    /// Gives back what is not being sent yet.
    async fn release(&mut self) {
        while let Some(Held { claim, stored, .. }) = self.waiting.pop_front() {
            let app = &self.sender.app;
            let outcome = Outcome::Retry {
                at: app.now(),
                error: "not tried".to_owned(),
            };
            if let Err(error) = finish(app, stored.letter.id, &claim, outcome).await {
                let letter = stored.letter.id;
                tracing::warn!(%letter, %error, "a letter is not given back; its lease runs out");
            }
        }
    }

    async fn wind_up(&mut self) {
        self.release().await;
        while let Some(ended) = self.sending.join_next().await {
            self.judge(ended).await;
        }
        while let Some(recorded) = self.recording.join_next().await {
            log_panic(recorded);
        }
        self.sender.transport.close().await;
    }
}

/// What an attempt or its record came to, where it came to an end.
fn log_panic<T>(ended: Result<T, JoinError>) -> Option<T> {
    let log = |error: &JoinError| tracing::error!(%error, "a letter's task did not end; its lease runs out");
    ended.inspect_err(log).ok()
}

/// Returns when the worker is to stop: it was told so, or nobody holds it any more.
async fn asked_to_stop(stopping: &mut watch::Receiver<bool>) {
    let told = stopping.wait_for(|stop| *stop).await;
    drop(told);
}

/// What sends one letter.
#[derive(Clone)]
struct Sender {
    app: App,
    context: Arc<LetterContext>,
    transport: Transport,
    pace: Pace,
}

impl Sender {
    async fn deliver(self, held: Held) -> (Ended, Verdict) {
        let Held { claim, stored, .. } = held;
        let letter = stored.letter.id;
        let (outcome, verdict) = match compose(&stored.letter, &self.context) {
            Ok(message) => self.judged(&stored, self.transport.send(message).await),
            Err(error) => {
                tracing::error!(%letter, %error, "a letter cannot be written");
                (
                    Outcome::Dead {
                        error: error.to_string(),
                    },
                    Verdict::Unclear,
                )
            }
        };
        let ended = Ended {
            letter,
            claim,
            outcome,
        };
        (ended, verdict)
    }

    /// What the end of an attempt means for the letter and for the others.
    fn judged(&self, stored: &StoredLetter, sent: Result<(), SendError>) -> (Outcome, Verdict) {
        let (letter, attempts) = (stored.letter.id, stored.attempts);
        match sent {
            Ok(()) => {
                tracing::info!(%letter, attempts, "sent a letter");
                (Outcome::Sent, Verdict::Reached)
            }
            Err(SendError::Transient(error)) => {
                tracing::warn!(%letter, attempts, error, "a letter has to wait");
                (
                    Outcome::Retry {
                        at: self.next_attempt(attempts),
                        error,
                    },
                    Verdict::Unclear,
                )
            }
            Err(SendError::Permanent(error)) => {
                tracing::error!(%letter, attempts, error, "a letter cannot be sent");
                (Outcome::Dead { error }, Verdict::Reached)
            }
            Err(SendError::Paused(error)) => {
                let outcome = Outcome::Retry {
                    at: self.app.now(),
                    error: error.clone(),
                };
                (outcome, Verdict::Paused(error))
            }
        }
    }

    fn next_attempt(&self, attempts: i32) -> chrono::DateTime<chrono::Utc> {
        // The application's only source of randomness gives text.
        let digits = self.app.secret();
        let random = digits
            .get(..8)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let fraction = f64::from(random.unwrap_or(u32::MAX)) / f64::from(u32::MAX);
        let wait = chrono::Duration::from_std(self.pace.retry_after(attempts, fraction));
        self.app.now() + wait.unwrap_or(LEASE)
    }

    /// Tells the database how it ended, for as long as nobody else can have the letter: what was
    /// sent and is not recorded is sent twice.
    async fn record(self, ended: Ended) {
        let Ended {
            letter,
            claim,
            outcome,
        } = ended;
        let until = self.app.now() + LEASE;
        loop {
            match finish(&self.app, letter, &claim, outcome.clone()).await {
                Ok(true) => return,
                Ok(false) => {
                    tracing::warn!(%letter, "another worker has taken the letter over");
                    return;
                }
                Err(error) if self.app.now() < until => {
                    tracing::warn!(%letter, %error, "the end of an attempt is not recorded yet");
                    tokio::time::sleep(DATABASE_RETRY).await;
                }
                Err(error) => {
                    tracing::error!(%letter, %error, "the end of an attempt is not recorded");
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_cap_and_are_spread() {
        let pace = Pace::default();
        let longest: Vec<u64> = (0..12)
            .map(|attempts| pace.retry_after(attempts, 1.0).as_secs())
            .collect();
        assert_eq!(
            longest,
            [10, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]
        );
        assert_eq!(pace.retry_after(i32::MAX, 1.0), pace.retry_cap);
        assert_eq!(pace.retry_after(3, 0.5).as_secs(), 20);
        assert_eq!(pace.retry_after(3, 0.0), Duration::ZERO);
    }
}
