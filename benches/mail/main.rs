//! How fast letters leave: `cargo bench --bench mail`.
//!
//! What one invite costs to write, compose and sign; how many letters a second the outbox hands to a
//! mail server on this machine, which takes everything at once, over its four connections; and what
//! the program costs with nothing to send. On PostgreSQL too where `SISTERLINE_TEST_POSTGRES` names a
//! server, as in the tests. `SISTERLINE_MAIL_LETTERS` (5,000) changes the size.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::let_underscore_must_use,
    missing_docs,
    reason = "a measurement that cannot go on says so"
)]

mod sink;
#[allow(dead_code, reason = "only its idle process is wanted")]
#[path = "../load/subject.rs"]
mod subject;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sisterline::app::{App, SystemClock, SystemRandom, outbox};
use sisterline::domain::letter::{Letter, LetterState};
use sisterline::domain::policy::Policy;
use sisterline::mail::calendar::Mailbox;
use sisterline::mail::dkim::Signer;
use sisterline::mail::letters::LetterContext;
use sisterline::mail::message::compose;
use sisterline::mail::outbox::{Outbox, Pace};
use sisterline::mail::tls::Authorities;
use sisterline::mail::transport::Transport;
use sisterline::mail::transport::smtp::Smtp;
use sisterline::settings::Settings;
use sisterline::storage::StorageError;
use support::tour::{booked, tour};
use support::{Engine, TestDatabase};
use tokio::time::sleep;

/// How many invites are written one after the other.
const WRITTEN: usize = 500;
/// How long the idle program is watched.
const IDLE: Duration = Duration::from_secs(30);

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(measure());
}

async fn measure() {
    let letters = std::env::var("SISTERLINE_MAIL_LETTERS")
        .map_or(5_000, |value| value.parse().expect("a number"));
    let rsa = signer(&["genrsa", "2048"]);
    let ed25519 = signer(&["genpkey", "-algorithm", "ed25519"]);

    let (app, _database) = app_on(Engine::Sqlite).await;
    let invite = invite(&app).await;
    for (name, signer) in [
        ("unsigned", None),
        ("signed with Ed25519", Some(&ed25519)),
        ("signed with RSA-2048", Some(&rsa)),
    ] {
        let spent = writing(&invite, &context(&app, signer.cloned()));
        println!("an invite, {name}: {spent:.2} ms in the median (at most 1)");
    }

    let mut engines = vec![Engine::Sqlite];
    if std::env::var_os("SISTERLINE_TEST_POSTGRES").is_some() {
        engines.push(Engine::Postgres);
    }
    for engine in engines {
        for (name, signer) in [("unsigned", None), ("signed with RSA-2048", Some(&rsa))] {
            let rate = sending(engine, letters, signer.cloned()).await;
            println!("{letters} letters, {engine:?}, {name}: {rate:.0} a second (at least 500)");
        }
    }

    println!(
        "the idle program: {:.0} ms of processor time a minute",
        idle().await
    );
}

/// Signs with a fresh key, made by OpenSSL.
fn signer(openssl: &[&str]) -> Arc<Signer> {
    let directory = tempfile::tempdir().expect("a folder");
    let key = directory.path().join("dkim.pem");
    let pem = Command::new("openssl").args(openssl).output();
    std::fs::write(&key, pem.expect("openssl").stdout).expect("a file");
    Signer::from_file(&key, "example.org", "bench")
        .unwrap()
        .into()
}

async fn app_on(engine: Engine) -> (App, TestDatabase) {
    let database = TestDatabase::new(engine);
    let overlay = format!("[database]\nurl = \"{}\"\n", database.url);
    let settings = Settings::load(&[&overlay], None).unwrap();
    let app = sisterline::server::open(&settings, Arc::new(SystemClock), Arc::new(SystemRandom));
    (app.await.unwrap(), database)
}

fn context(app: &App, signer: Option<Arc<Signer>>) -> LetterContext {
    LetterContext {
        public_url: "https://visits.example.org".to_owned(),
        from: Mailbox {
            name: "Sisterline".to_owned(),
            email: "visits@example.org".to_owned(),
        },
        replies: None,
        link_key: app.link_key.clone(),
        zones: app.zones.clone(),
        signer,
    }
}

/// The letter that a booking has written.
async fn invite(app: &App) -> Letter {
    let offer = tour(app, 5, Policy::default()).await;
    booked(app, &offer, 1).await;
    let mut letters = outbox::newest(app, 1).await.unwrap();
    letters.pop().expect("a letter").letter
}

/// Milliseconds that an invite takes from its facts to its bytes, in the median.
fn writing(invite: &Letter, context: &LetterContext) -> f64 {
    // A language's words are read when it is first written in.
    compose(invite, context).unwrap();
    let mut all: Vec<f64> = Vec::new();
    for _ in 0..WRITTEN {
        let began = Instant::now();
        black_box(compose(black_box(invite), context).unwrap());
        all.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    all.sort_by(f64::total_cmp);
    all[WRITTEN / 2]
}

/// Letters a second from the outbox into the mail server.
async fn sending(engine: Engine, count: usize, signer: Option<Arc<Signer>>) -> f64 {
    let (app, _database) = app_on(engine).await;
    let invite = invite(&app).await;
    let others: Vec<Letter> = (1..count)
        .map(|number| {
            let mut other = invite.clone();
            other.id = app.id();
            other.recipient.email = format!("n{number}@example.org");
            other
        })
        .collect();
    let written = app.db.write(move |tx| -> Result<(), StorageError> {
        let mut others = others.iter();
        others.try_for_each(|other| sisterline::storage::outbox::insert(tx, other))
    });
    written.await.unwrap();

    let sink = sink::Sink::start();
    let smtp = Smtp::new(&sink.url.as_str().into(), &Authorities::default()).unwrap();
    let began = Instant::now();
    let context = context(&app, signer);
    let worker = Outbox::start(
        app.clone(),
        context,
        Transport::Smtp(smtp.into()),
        Pace::default(),
    );
    while sink.counts().0 < count {
        sleep(Duration::from_millis(5)).await;
    }
    // Until the database knows of the last one.
    worker.stop().await;
    let spent = began.elapsed();
    assert_eq!(
        sink.counts(),
        (count, 0, 4),
        "each once, over four connections"
    );
    let all = outbox::newest(&app, i64::MAX).await.unwrap();
    let sent = all
        .iter()
        .filter(|stored| stored.state == LetterState::Sent);
    assert_eq!(sent.count(), count);
    count as f64 / spent.as_secs_f64()
}

/// Milliseconds of processor time that the program takes in a minute with nothing to do.
async fn idle() -> f64 {
    let service = subject::Sisterline::start().await;
    // What it does at its start is over by then.
    sleep(Duration::from_secs(5)).await;
    let before = service.process.cpu();
    sleep(IDLE).await;
    (service.process.cpu() - before) * 1000.0 * 60.0 / IDLE.as_secs_f64()
}
