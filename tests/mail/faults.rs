//! What mail servers and networks do wrong: no letter is lost of it, and none dies that should not.

use std::time::Duration;

use rstest::rstest;
use sisterline::domain::letter::LetterState;
use sisterline::mail::tls::Authorities;
use sisterline::mail::transport::Transport;
use sisterline::mail::transport::smtp::Smtp;

use crate::scripted::{Fault, Script, Scripted};
use crate::{World, smtp};

/// What passes: the letter arrives on the third attempt.
#[rstest]
#[case::busy(Fault::Greeting("421 4.3.2 come back later\r\n"), "421")]
#[case::grey(Fault::Recipient("450 4.2.0 greylisted\r\n"), "450")]
#[case::full(Fault::Message("451 4.3.0 no room\r\n"), "451")]
#[case::leaving(Fault::Message("421 4.3.2 shutting down\r\n"), "421")]
#[case::dropped(Fault::Dropped, "")]
#[case::silent(Fault::Silent, "did not answer in time")]
#[tokio::test]
async fn what_passes_delays_a_letter(#[case] fault: Fault, #[case] said: &str) {
    let world = World::new();
    let server = Scripted::start(Script {
        fault: Some((fault, 2)),
        ..Script::default()
    });
    let patient = Smtp::new(&server.url().as_str().into(), &Authorities::default()).unwrap();
    let hasty = patient.with_patience(Duration::from_millis(300));
    let worker = world.worker(Transport::Smtp(hasty.into()));
    let letter = world.write("ada@school.example.org").await;
    let waiting = world
        .when(&letter, |stored| stored.last_error.is_some())
        .await;
    assert!(waiting.last_error.unwrap().contains(said));
    assert_eq!(worker.status().paused(), None);
    let sent = world.when_in(&letter, LetterState::Sent).await;
    assert_eq!(sent.attempts, 3);
    worker.stop().await;
    // Whether a dropped line took the message nobody knows: it comes again, as the same mail.
    let before = if fault == Fault::Dropped { 2 } else { 0 };
    assert_eq!(server.messages(), before + 1);
}

#[tokio::test]
async fn a_line_that_is_reset_while_tls_begins_costs_no_letter() {
    let world = World::new();
    let server = Scripted::start(Script {
        fault: Some((Fault::Reset, usize::MAX)),
        ..Script::default()
    });
    let worker = world.worker(smtp(&format!("{}?tls=required", server.url())));
    let letter = world.write("ada@school.example.org").await;
    let waiting = world.when(&letter, |stored| stored.attempts >= 3).await;
    assert!(
        matches!(waiting.state, LetterState::Queued | LetterState::Sending),
        "{waiting:?}"
    );
    assert_eq!(worker.status().paused(), None);
    worker.stop().await;
    assert_eq!(server.messages(), 0);
}

/// Letters to one domain are rationed and hold up no other domain; none is lost.
#[tokio::test]
async fn a_rationed_domain_holds_up_nobody_else() {
    let mut world = World::new();
    world.app.mail.per_domain = 60;
    let server = Scripted::start(Script::default());
    let mut slow = Vec::new();
    for n in 0..40 {
        slow.push(world.write(&format!("guest{n}@slow.example.org")).await);
    }
    let other = world.write("ada@school.example.org").await;
    // Two workers share the ration.
    let workers = [
        world.worker(smtp(&server.url())),
        world.worker(smtp(&server.url())),
    ];
    world.when_in(&other, LetterState::Sent).await;
    world.when_in(&slow[5], LetterState::Sent).await;
    let mut sent = 0;
    for letter in &slow {
        sent += usize::from(world.stored(letter).await.state == LetterState::Sent);
    }
    // Five seconds' worth at once and one, then one a second.
    assert!((6..30).contains(&sent), "{sent}");
    for worker in workers {
        worker.stop().await;
    }
}
