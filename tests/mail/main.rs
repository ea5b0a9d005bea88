//! The outbox worker against real mail servers: aiosmtpd, and for what that cannot be made to do,
//! a server that follows a script.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests may fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod booked;
mod dovecot;
mod faults;
mod free_busy;
mod khal;
mod life;
mod matrix;
mod rules;
mod samples;
mod scripted;
mod series;
mod signed;
mod sink;
mod tls;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use sisterline::app::links::LinkKey;
use sisterline::app::outbox::StoredLetter;
use sisterline::app::{App, SystemClock, SystemRandom, outbox as letters};
use sisterline::domain::letter::{Content, Letter, LetterKind, LetterState, Recipient, Visit};
use sisterline::domain::locale::Locale;
use sisterline::domain::zone::ZoneData;
use sisterline::mail::calendar::Mailbox;
use sisterline::mail::dkim::Signer;
use sisterline::mail::letters::LetterContext;
use sisterline::mail::outbox::{Outbox, Pace};
use sisterline::mail::samples::{SampleDay, letter as sample};
use sisterline::mail::tls::Authorities;
use sisterline::mail::transport::smtp::Smtp;
use sisterline::mail::transport::{Memory, Transport};
use sisterline::storage::{DatabaseUrl, Db, StorageError};

use scripted::{Script, Scripted};
use sink::Sink;

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// An impatient worker, so that tests need not be patient.
const PACE: Pace = Pace {
    poll: Duration::from_millis(50),
    pause: Duration::from_millis(50),
    retry_base: Duration::from_millis(20),
    retry_cap: Duration::from_millis(100),
};

/// An application on a database of its own.
struct World {
    app: App,
    _directory: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::Sqlite(directory.path().join("test.db"));
        let app = App::new(
            Db::open(&url, 4).unwrap(),
            ZoneData::bundled(),
            LinkKey::new("a key".into()),
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
        );
        Self {
            app,
            _directory: directory,
        }
    }

    fn worker(&self, transport: Transport) -> Outbox {
        self.signing_worker(transport, None)
    }

    fn signing_worker(&self, transport: Transport, signer: Option<Arc<Signer>>) -> Outbox {
        let context = context(self, signer);
        Outbox::start(self.app.clone(), context, transport, PACE)
    }

    /// Writes an invite to this address into the outbox, as the booking's transaction would.
    async fn write(&self, email: &str) -> Letter {
        let letter = self.invite(email, self.app.now() + TimeDelta::days(1));
        self.insert(&letter).await;
        letter
    }

    async fn insert(&self, letter: &Letter) {
        let letter = letter.clone();
        let written = self.app.db.write(move |tx| -> Result<(), StorageError> {
            sisterline::storage::outbox::insert(tx, &letter)
        });
        written.await.unwrap();
    }

    /// The sample invite as a letter of its own, to this address.
    fn invite(&self, email: &str, expires_at: DateTime<Utc>) -> Letter {
        let starts_at = SampleDay::NextDay.starts_at();
        let sample = sample(LetterKind::VisitConfirmed, Locale::En, starts_at);
        let Content::Visit(visit) = sample.content else {
            unreachable!()
        };
        let visit = Visit {
            booking_id: self.app.id(),
            title: "港邊一小時".to_owned(),
            host: "高雄港".to_owned(),
            ..*visit
        };
        Letter {
            id: self.app.id(),
            recipient: Recipient {
                email: email.to_owned(),
                ..sample.recipient
            },
            // No booking of the database.
            booking_id: None,
            content: Content::Visit(Box::new(visit)),
            created_at: self.app.now(),
            expires_at,
            ..sample
        }
    }

    async fn stored(&self, letter: &Letter) -> StoredLetter {
        letters::letter(&self.app, letter.id).await.unwrap()
    }

    /// The letter as soon as `is_so` of it.
    async fn when(&self, letter: &Letter, is_so: impl Fn(&StoredLetter) -> bool) -> StoredLetter {
        let begun = Instant::now();
        loop {
            let stored = self.stored(letter).await;
            if is_so(&stored) {
                return stored;
            }
            assert!(begun.elapsed() < PATIENCE, "still {stored:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn when_in(&self, letter: &Letter, state: LetterState) -> StoredLetter {
        self.when(letter, |stored| stored.state == state).await
    }
}

fn context(world: &World, signer: Option<Arc<Signer>>) -> LetterContext {
    LetterContext {
        public_url: "https://visits.example.org".to_owned(),
        from: Mailbox {
            name: "Sisterline 姊妹線".to_owned(),
            email: "visits@example.org".to_owned(),
        },
        replies: None,
        link_key: world.app.link_key.clone(),
        zones: world.app.zones.clone(),
        signer,
    }
}

fn smtp(url: &str) -> Transport {
    let smtp = Smtp::new(&url.into(), &Authorities::default());
    Transport::Smtp(smtp.unwrap().into())
}

#[tokio::test]
async fn an_invite_arrives_and_other_programs_read_it() {
    let world = World::new();
    let sink = Sink::start(&[]);
    let worker = world.worker(smtp(&sink.url()));
    let letter = world.write("ada@school.example.org").await;
    let sent = world.when_in(&letter, LetterState::Sent).await;
    assert_eq!(sent.attempts, 1);
    assert!(sent.sent_at.is_some() && sent.last_error.is_none());
    worker.stop().await;

    let mails = sink.mails();
    let [mail] = mails.as_slice() else {
        panic!("{mails:?}")
    };
    let Content::Visit(visit) = &letter.content else {
        unreachable!()
    };
    let event = sink::validated(mail);
    assert_eq!(event["method"], "REQUEST");
    assert_eq!(event["uid"], format!("{}@sisterline", visit.booking_id));
    assert_eq!(event["start"], "2026-12-16T01:00:00Z");
    assert_eq!(event["end"], "2026-12-16T02:00:00Z");
    assert_eq!(event["organizer"], "visits@example.org");
    assert_eq!(
        event["attendees"],
        serde_json::json!(["ada@school.example.org"])
    );
    assert_eq!(event["summary"], "港邊一小時 – 高雄港");
}

#[tokio::test]
async fn a_server_that_is_down_delays_a_letter() {
    let world = World::new();
    let port = scripted::free_port();
    let worker = world.worker(smtp(&format!("smtp://127.0.0.1:{port}")));
    let letter = world.write("ada@school.example.org").await;
    let waiting = world
        .when(&letter, |stored| stored.last_error.is_some())
        .await;
    assert!(
        matches!(waiting.state, LetterState::Queued | LetterState::Sending),
        "{waiting:?}"
    );
    assert_eq!(worker.status().paused(), None);

    let sink = Sink::start(&["--port", &port.to_string()]);
    world.when_in(&letter, LetterState::Sent).await;
    assert_eq!(sink.mails().len(), 1);
    worker.stop().await;
}

#[tokio::test]
async fn a_server_that_asks_to_wait_gets_the_letter_later() {
    let world = World::new();
    let sink = Sink::start(&["--fail-first", "2"]);
    let worker = world.worker(smtp(&sink.url()));
    let letter = world.write("ada@school.example.org").await;
    let sent = world.when_in(&letter, LetterState::Sent).await;
    assert_eq!(sent.attempts, 3);
    assert_eq!(sink.mails().len(), 1);
    worker.stop().await;
}

#[tokio::test]
async fn a_refused_letter_is_dead_with_its_reason_and_holds_nobody_up() {
    let world = World::new();
    let server = Scripted::start(Script {
        recipient: |line| match line.contains("nobody@") {
            true => "550 5.1.1 <nobody@school.example.org> is not here\r\n",
            false => "250 ok\r\n",
        },
        ..Script::default()
    });
    let worker = world.worker(smtp(&server.url()));
    let refused = world.write("nobody@school.example.org").await;
    let other = world.write("ada@school.example.org").await;
    let dead = world.when_in(&refused, LetterState::Dead).await;
    assert_eq!(dead.attempts, 1);
    let reason = dead.last_error.unwrap();
    assert!(
        reason.contains("550") && reason.contains("is not here"),
        "{reason}"
    );
    assert!(!reason.contains('@'), "{reason}");
    world.when_in(&other, LetterState::Sent).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_refused_login_pauses_everything_and_loses_nothing() {
    let world = World::new();
    let mut sink = Sink::start(&["--auth", "visits:another"]);
    let worker = world.worker(smtp(
        &sink.url().replace("smtp://", "smtp://visits:secret@"),
    ));
    let letter = world.write("ada@school.example.org").await;
    world.when(&letter, |stored| stored.attempts >= 2).await;
    let reason = worker.status().paused().unwrap();
    assert!(
        reason.contains("535") && !reason.contains("secret"),
        "{reason}"
    );

    sink = sink.restart(&["--auth", "visits:secret"]);
    world.when_in(&letter, LetterState::Sent).await;
    assert_eq!(sink.mails().len(), 1);
    worker.stop().await;
}

/// A server that does not take mail from us at all concerns every letter: none of them dies of it.
#[tokio::test]
async fn a_refused_sender_pauses_everything_and_loses_nothing() {
    let world = World::new();
    let server = Scripted::start(Script {
        sender: |_| "550 5.7.1 not from you\r\n",
        ..Script::default()
    });
    let worker = world.worker(smtp(&server.url()));
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 2).await;
    assert_ne!(waiting.state, LetterState::Dead);
    let reason = worker.status().paused().unwrap();
    assert!(reason.contains("550"), "{reason}");
    worker.stop().await;
}

#[tokio::test]
async fn without_the_tls_it_was_promised_nothing_is_sent() {
    let world = World::new();
    let server = Scripted::start(Script::default());
    let worker = world.worker(smtp(&format!("{}?tls=required", server.url())));
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 2).await;
    assert_ne!(waiting.state, LetterState::Dead);
    let reason = worker.status().paused().unwrap();
    assert!(reason.contains("STARTTLS"), "{reason}");
    worker.stop().await;
    assert_eq!(server.messages(), 0);
}

#[tokio::test]
async fn a_connection_that_went_stale_costs_no_attempt() {
    let world = World::new();
    let server = Scripted::start(Script {
        hang_up_after_message: true,
        ..Script::default()
    });
    let worker = world.worker(smtp(&server.url()));
    for email in ["ada@school.example.org", "grace@school.example.org"] {
        let letter = world.write(email).await;
        assert_eq!(world.when_in(&letter, LetterState::Sent).await.attempts, 1);
    }
    worker.stop().await;
    assert_eq!(server.connections(), 2);
}

#[tokio::test]
async fn a_connection_is_used_again() {
    let world = World::new();
    let server = Scripted::start(Script::default());
    let worker = world.worker(smtp(&server.url()));
    for email in ["ada@school.example.org", "grace@school.example.org"] {
        let letter = world.write(email).await;
        world.when_in(&letter, LetterState::Sent).await;
    }
    worker.stop().await;
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn stopping_finishes_what_is_being_sent() {
    let world = World::new();
    let server = Scripted::start(Script {
        waits_for_release: true,
        ..Script::default()
    });
    let worker = world.worker(smtp(&server.url()));
    let letter = world.write("ada@school.example.org").await;
    world.when_in(&letter, LetterState::Sending).await;
    let stopped = tokio::spawn(worker.stop());
    server.release();
    stopped.await.unwrap();
    assert_eq!(world.stored(&letter).await.state, LetterState::Sent);
}

#[tokio::test]
async fn every_letter_is_sent_once_and_an_expired_one_never() {
    let world = World::new();
    let memory = Memory::default();
    let mut written = vec![];
    for n in 0..50 {
        written.push(world.write(&format!("guest{n}@school.example.org")).await);
    }
    let late = world.invite("late@school.example.org", world.app.now());
    world.insert(&late).await;

    let worker = world.worker(Transport::Memory(memory.clone()));
    for letter in &written {
        assert_eq!(world.when_in(letter, LetterState::Sent).await.attempts, 1);
    }
    world.when_in(&late, LetterState::Expired).await;
    worker.stop().await;
    assert_eq!(memory.newest().len(), written.len());
    assert!(memory.of(late.id).is_none());
}

#[tokio::test]
async fn a_letter_that_cannot_be_written_is_dead_with_its_reason() {
    let world = World::new();
    let worker = world.worker(Transport::Memory(Memory::default()));
    let mut letter = world.invite(
        "ada@school.example.org",
        world.app.now() + TimeDelta::days(1),
    );
    letter.recipient.zone = "Mars/Olympus_Mons".to_owned();
    world.insert(&letter).await;
    let dead = world.when_in(&letter, LetterState::Dead).await;
    assert_eq!(
        dead.last_error.as_deref(),
        Some("the zone \"Mars/Olympus_Mons\" is not known")
    );
    worker.stop().await;
}

/// The repository's file of this path.
fn in_repository(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
