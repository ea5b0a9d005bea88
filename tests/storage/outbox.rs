//! Who is given which letter when: order, leases, expiry, and what a newer letter takes back.

use chrono::{DateTime, Duration};
use futures_util::future::join_all;
use rstest::rstest;
use sisterline::app::access::Subject;
use sisterline::app::booking::{self, BookingView};
use sisterline::app::{App, Error, outbox};
use sisterline::domain::letter::{LetterKind, LetterState};
use sisterline::domain::person::Actor;
use sisterline::domain::policy::Policy;
use sisterline::storage::outbox::{Outcome, StoredLetter, claim, insert_reminder, supersede};

use crate::app_on;
use crate::support::Engine;
use crate::support::tour::{self, tour};

/// A booking with `guests` people on it, and so as many letters.
async fn booked(app: &App, guests: usize) -> BookingView {
    let offer = tour(app, 5, Policy::default()).await;
    tour::booked(app, &offer, guests).await
}

async fn cancel(app: &App, booked: &BookingView) {
    let subject = Subject {
        actor: Actor::Guest,
        manage_key: Some(app.link_key.manage_key(booked.booking.id)),
    };
    booking::cancel(app, &subject, booked.booking.id, None)
        .await
        .unwrap();
}

/// Claims with a lease that has run out as soon as it is given.
async fn claim_and_die(app: &App, token: &'static str) -> Vec<StoredLetter> {
    let now = app.now();
    let claiming = app
        .db
        .write(move |tx| claim(tx, now, token, Duration::seconds(-1), 100, 0).map_err(Error::from));
    claiming.await.unwrap()
}

async fn states(app: &App) -> Vec<(LetterKind, LetterState)> {
    let mut all: Vec<_> = outbox::newest(app, 100).await.unwrap();
    all.sort_by_key(|stored| stored.letter.revision);
    all.iter()
        .map(|stored| (stored.letter.kind, stored.state))
        .collect()
}

#[rstest]
#[actix_web::test]
async fn nobody_is_given_what_another_holds(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    booked(&app, 20).await;
    let claims = join_all((0..8).map(|_| outbox::claim(&app, 5))).await;
    let mut given: Vec<_> = claims
        .into_iter()
        .flat_map(|claimed| claimed.unwrap().letters)
        .map(|stored| stored.letter.id)
        .collect();
    given.sort();
    let all = given.len();
    given.dedup();
    assert_eq!(given.len(), all, "none twice");
    // What was not given to those who came at once is given to who comes next.
    let rest = outbox::claim(&app, 100).await.unwrap().letters;
    assert_eq!(all + rest.len(), 20);
    assert_eq!(outbox::claim(&app, 100).await.unwrap().letters, []);
}

/// The cancellation waits for the invite that is under way; neither that one nor one that is not under
/// way is tried after it.
#[rstest]
#[actix_web::test]
async fn a_reader_gets_the_letters_of_a_booking_in_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::{VisitCancelled, VisitConfirmed};
    let (app, _, _database) = app_on(engine).await;
    let booking = booked(&app, 2).await;
    let first = outbox::claim(&app, 1).await.unwrap();
    assert_eq!(first.letters.len(), 1);
    let reader = first.letters[0].letter.recipient.email.clone();
    cancel(&app, &booking).await;

    let next = outbox::claim(&app, 10).await.unwrap();
    assert_eq!(
        next.letters,
        [],
        "the other was never invited and hears nothing"
    );

    let invite = first.letters[0].letter.id;
    let at = app.now();
    let retry = Outcome::Retry {
        at,
        error: "busy".into(),
    };
    assert!(
        outbox::finish(&app, invite, &first.claim, retry)
            .await
            .unwrap()
    );
    // It may have arrived or not; what takes it back comes next, and it never comes after that.
    let last = outbox::claim(&app, 10).await.unwrap();
    assert_eq!(last.letters.len(), 1);
    assert_eq!(last.letters[0].letter.kind, VisitCancelled);
    assert_eq!(last.letters[0].letter.recipient.email, reader);
    let mut states = states(&app).await;
    states.sort();
    assert_eq!(
        states,
        [
            (VisitConfirmed, LetterState::Superseded),
            (VisitConfirmed, LetterState::Superseded),
            (VisitCancelled, LetterState::Sending),
        ]
    );
}

#[rstest]
#[actix_web::test]
async fn a_lease_that_ran_out_is_worth_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    booked(&app, 1).await;
    let dead = claim_and_die(&app, "dead").await;
    assert_eq!(dead.len(), 1);
    let letter = dead[0].letter.id;
    let alive = outbox::claim(&app, 10).await.unwrap();
    assert_eq!(
        (alive.letters[0].letter.id, alive.letters[0].attempts),
        (letter, 2)
    );

    for claim in ["dead", "", "forged"] {
        let finished = outbox::finish(&app, letter, claim, Outcome::Sent)
            .await
            .unwrap();
        assert!(!finished, "{claim:?}");
    }
    assert_eq!(
        states(&app).await,
        [(LetterKind::VisitConfirmed, LetterState::Sending)]
    );
    let refused = Outcome::Dead {
        error: "no such mailbox".into(),
    };
    assert!(
        outbox::finish(&app, letter, &alive.claim, refused.clone())
            .await
            .unwrap()
    );
    // Done is done: the same claim ends nothing twice.
    assert!(
        !outbox::finish(&app, letter, &alive.claim, Outcome::Sent)
            .await
            .unwrap()
    );
    let stored = outbox::letter(&app, letter).await.unwrap();
    assert_eq!(stored.state, LetterState::Dead);
    assert_eq!(stored.last_error.as_deref(), Some("no such mailbox"));
}

/// A lease that ran out lets others have the letter, but as long as none has it, what its worker says
/// holds: a letter that is known to be sent is not sent again.
#[rstest]
#[actix_web::test]
async fn who_is_late_may_say_how_it_ended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    booked(&app, 1).await;
    let late = claim_and_die(&app, "late").await;
    assert_eq!(outbox::claim(&app, 0).await.unwrap().letters, []);
    let (letter, sent) = (late[0].letter.id, Outcome::Sent);
    assert!(outbox::finish(&app, letter, "late", sent).await.unwrap());
    assert_eq!(outbox::claim(&app, 10).await.unwrap().letters, []);
    assert_eq!(
        states(&app).await,
        [(LetterKind::VisitConfirmed, LetterState::Sent)]
    );
}

/// But a letter that was given back and taken out of the queue meanwhile does not come back into it.
#[rstest]
#[case::again(Outcome::Retry { at: DateTime::UNIX_EPOCH, error: "late".into() })]
#[case::given_up(Outcome::Dead { error: "late".into() })]
#[actix_web::test]
async fn who_is_late_brings_nothing_back(
    #[case] outcome: Outcome,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    booked(&app, 1).await;
    let late = claim_and_die(&app, "late").await;
    assert_eq!(outbox::claim(&app, 0).await.unwrap().letters, []);
    let letter = late[0].letter.clone();
    let (id, booking) = (letter.id, letter.booking_id.unwrap());
    let taken_back = app
        .db
        .write(move |tx| supersede(tx, booking, LetterKind::VisitConfirmed).map_err(Error::from));
    taken_back.await.unwrap();
    assert!(!outbox::finish(&app, id, "late", outcome).await.unwrap());
    let superseded = (LetterKind::VisitConfirmed, LetterState::Superseded);
    assert_eq!(states(&app).await, [superseded]);
}

/// What a newer letter has overtaken is not sent after it, also where a worker died over it.
#[rstest]
#[actix_web::test]
async fn a_dead_workers_letter_that_was_overtaken_is_not_tried_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::{VisitCancelled, VisitConfirmed};
    let (app, _, _database) = app_on(engine).await;
    let booking = booked(&app, 1).await;
    assert_eq!(claim_and_die(&app, "dead").await.len(), 1);
    cancel(&app, &booking).await;
    let next = outbox::claim(&app, 10).await.unwrap().letters;
    let kinds: Vec<_> = next.iter().map(|stored| stored.letter.kind).collect();
    assert_eq!(kinds, [VisitCancelled]);
    assert_eq!(
        states(&app).await,
        [
            (VisitConfirmed, LetterState::Superseded),
            (VisitCancelled, LetterState::Sending),
        ]
    );
}

/// Reminders come after everything else, however long they have waited, and what begins soon before the rest.
#[rstest]
#[actix_web::test]
async fn reminders_come_last(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (app, clock, _database) = app_on(engine).await;
    booked(&app, 3).await;
    let held = outbox::claim(&app, 10).await.unwrap();
    let rewritten = held.letters.into_iter().zip([
        (LetterKind::VisitReminder, 1440),
        (LetterKind::VisitSoon, 60),
        (LetterKind::VisitConfirmed, 0),
    ]);
    for (stored, (kind, minutes)) in rewritten {
        clock.advance(Duration::seconds(1));
        let (mut letter, now) = (stored.letter, app.now());
        (letter.id, letter.kind, letter.created_at) = (app.id(), kind, now);
        letter.booking_id = None;
        let written = app
            .db
            .write(move |tx| insert_reminder(tx, &letter, minutes).map_err(Error::from));
        written.await.unwrap();
    }
    let next = outbox::claim(&app, 2).await.unwrap().letters;
    let kinds: Vec<_> = next.iter().map(|stored| stored.letter.kind).collect();
    assert_eq!(kinds, [LetterKind::VisitConfirmed, LetterKind::VisitSoon]);
}

/// What nobody needs any more is not sent, also where a worker died over it.
#[rstest]
#[actix_web::test]
async fn letters_expire(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (app, clock, _database) = app_on(engine).await;
    booked(&app, 2).await;
    let now = app.now();
    let one = app
        .db
        .write(move |tx| claim(tx, now, "dead", Duration::seconds(-1), 1, 0).map_err(Error::from));
    assert_eq!(one.await.unwrap().len(), 1);
    clock.advance(Duration::days(3));
    assert_eq!(outbox::claim(&app, 10).await.unwrap().letters, []);
    let expired = (LetterKind::VisitConfirmed, LetterState::Expired);
    assert_eq!(states(&app).await, [expired, expired]);
    assert_eq!(outbox::next_due(&app).await.unwrap(), None);
}

/// A letter that has to wait is given to nobody before its time.
#[rstest]
#[actix_web::test]
async fn a_letter_waits_for_its_time(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (app, clock, _database) = app_on(engine).await;
    booked(&app, 1).await;
    let held = outbox::claim(&app, 10).await.unwrap();
    let at = app.now() + Duration::minutes(10);
    let retry = Outcome::Retry {
        at,
        error: "busy".into(),
    };
    let letter = held.letters[0].letter.id;
    assert!(
        outbox::finish(&app, letter, &held.claim, retry)
            .await
            .unwrap()
    );
    assert_eq!(outbox::next_due(&app).await.unwrap(), Some(at));
    clock.advance(Duration::minutes(10) - Duration::milliseconds(1));
    assert_eq!(outbox::claim(&app, 10).await.unwrap().letters, []);
    clock.advance(Duration::milliseconds(1));
    assert_eq!(outbox::claim(&app, 10).await.unwrap().letters.len(), 1);
}
