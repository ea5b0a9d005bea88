//! Pairs of operations that collide, made to: both wait behind the slot's lock and are let go
//! together.

use std::future::Future;
use std::sync::mpsc::channel;
use std::time::Duration as Wait;

use chrono::Duration;
use rstest::rstest;
use sisterline::app::access::Subject;
use sisterline::app::booking::{approval, change};
use sisterline::app::capacity::{self, SlotChange};
use sisterline::app::hold::{self, Holder};
use sisterline::app::{Error, expiry, slot};
use sisterline::domain::booking::BookingStatus;
use sisterline::domain::id::SlotId;
use sisterline::domain::person::Actor;
use sisterline::domain::policy::Approval;
use sisterline::storage;

use crate::app_on;
use crate::booked::{Hall, answered};
use crate::support::Engine;

fn host() -> Subject {
    Actor::System.into()
}

/// Runs both while the slot is locked by somebody else, and lets them go.
async fn race<A, B>(
    hall: &Hall,
    slot: SlotId,
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    let (locked, is_locked) = channel();
    let (release, released) = channel::<()>();
    let db = hall.app.db.clone();
    let holding = tokio::spawn(async move {
        db.write(move |tx| {
            storage::seats::lock(tx, &[slot])?;
            locked.send(()).ok();
            released.recv_timeout(Wait::from_secs(10)).ok();
            Ok::<_, Error>(())
        })
        .await
    });
    tokio::task::spawn_blocking(move || is_locked.recv())
        .await
        .unwrap()
        .unwrap();
    let let_go = async {
        // Only so that both have most likely come to the lock; nothing depends on it.
        tokio::time::sleep(Wait::from_millis(40)).await;
        release.send(()).ok();
    };
    let (one, other, ()) = futures_util::future::join3(one, other, let_go).await;
    holding.await.unwrap().unwrap();
    (one, other)
}

async fn hall(
    engine: Engine,
    capacity: i32,
    approval: Approval,
) -> (
    Hall,
    crate::support::TestClock,
    crate::support::TestDatabase,
) {
    let (app, clock, database) = app_on(engine).await;
    (Hall::new(app, 2, capacity, approval).await, clock, database)
}

#[rstest]
#[actix_web::test]
async fn two_ask_for_the_last_seat_and_two_approve_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (hall, _, _database) = hall(engine, 1, Approval::Host).await;
    let slot = hall.slots[0];
    let (a, b) = race(
        &hall,
        slot,
        hall.book(slot, "a", 1, None),
        hall.book(slot, "b", 1, None),
    )
    .await;
    let won = [answered(a), answered(b)];
    let won: Vec<_> = won.into_iter().flatten().collect();
    assert_eq!(won.len(), 1);
    let (app, host, id) = (&hall.app, host(), won[0].id);
    let approving = (
        approval::approve(app, &host, id),
        approval::approve(app, &host, id),
    );
    let (one, two) = race(&hall, slot, approving.0, approving.1).await;
    assert_eq!(
        one.unwrap().booking.version,
        two.unwrap().booking.version,
        "approved once"
    );
    assert_eq!(hall.check().await[0].status, BookingStatus::Confirmed);
}

#[rstest]
#[actix_web::test]
async fn approving_against_declining_and_against_cancelling(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (hall, _, _database) = hall(engine, 2, Approval::Host).await;
    let (slot, host) = (hall.slots[0], host());
    let one = hall.book(slot, "a", 1, None).await.unwrap().id;
    let (yes, no) = race(
        &hall,
        slot,
        approval::approve(&hall.app, &host, one),
        approval::decline(&hall.app, &host, one, None),
    )
    .await;
    assert_eq!(
        [answered(yes).is_some(), answered(no).is_some()]
            .iter()
            .filter(|said| **said)
            .count(),
        1
    );
    let two = hall.book(slot, "b", 1, None).await.unwrap().id;
    let guest = hall.guest(two);
    let (_, off) = race(
        &hall,
        slot,
        approval::approve(&hall.app, &host, two),
        change::cancel(&hall.app, &guest, two, None),
    )
    .await;
    off.unwrap();
    let bookings = hall.check().await;
    assert_eq!(
        bookings.iter().find(|b| b.id == two).unwrap().status,
        BookingStatus::Cancelled
    );
}

#[rstest]
#[actix_web::test]
async fn a_valid_hold_wins_against_expiry_and_a_late_one_loses_to_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] late: bool,
) {
    let (hall, clock, _database) = hall(engine, 1, Approval::Instant).await;
    let slot = hall.slots[0];
    let holder = Holder {
        session: "s".into(),
        address: "a".into(),
    };
    let held = hold::create(&hall.app, &Actor::Guest, slot, 1, holder, None)
        .await
        .unwrap();
    let token = hall.app.link_key.hold_token(&held.id);
    let nearly = hall.app.booking.hold - Duration::seconds(1);
    clock.advance(if late { hall.app.booking.hold } else { nearly });
    let (booked, swept) = race(
        &hall,
        slot,
        hall.book(slot, "a", 1, Some(token)),
        expiry::run(&hall.app),
    )
    .await;
    swept.unwrap();
    assert_eq!(answered(booked).is_some(), !late);
    assert_eq!(hall.check().await.len(), usize::from(!late));
    assert_eq!(
        answered(hall.book(slot, "b", 1, None).await).is_some(),
        late
    );
}

#[rstest]
#[actix_web::test]
async fn moving_against_cancelling(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (hall, _, _database) = hall(engine, 1, Approval::Instant).await;
    let (from, to) = (hall.slots[0], hall.slots[1]);
    let id = hall.book(from, "a", 1, None).await.unwrap().id;
    let guest = hall.guest(id);
    let (moved, off) = race(
        &hall,
        from,
        change::reschedule(&hall.app, &guest, id, to),
        change::cancel(&hall.app, &guest, id, None),
    )
    .await;
    answered(moved);
    off.unwrap();
    let bookings = hall.check().await;
    assert_eq!(bookings[0].status, BookingStatus::Cancelled);
    for slot in [from, to] {
        assert!(
            hall.book(slot, "b", 1, None).await.is_ok(),
            "both seats are free"
        );
    }
}

#[rstest]
#[actix_web::test]
async fn two_move_crosswise(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (hall, _, _database) = hall(engine, 2, Approval::Instant).await;
    let (one, two) = (hall.slots[0], hall.slots[1]);
    for round in 0..4 {
        let a = hall
            .book(one, &format!("a{round}"), 1, None)
            .await
            .unwrap()
            .id;
        let b = hall
            .book(two, &format!("b{round}"), 1, None)
            .await
            .unwrap()
            .id;
        let (ga, gb) = (hall.guest(a), hall.guest(b));
        let (x, y) = race(
            &hall,
            one,
            change::reschedule(&hall.app, &ga, a, two),
            change::reschedule(&hall.app, &gb, b, one),
        )
        .await;
        x.unwrap();
        y.unwrap();
        hall.check().await;
        for (id, guest) in [(a, ga), (b, gb)] {
            change::cancel(&hall.app, &guest, id, None).await.unwrap();
        }
    }
}

#[rstest]
#[actix_web::test]
async fn fewer_seats_against_one_more_booking(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (hall, _, _database) = hall(engine, 2, Approval::Instant).await;
    let slot = hall.slots[0];
    hall.book(slot, "a", 1, None).await.unwrap();
    let fewer = SlotChange {
        capacity: Some(1),
        open: None,
    };
    let shrinking = capacity::change(&hall.app, &Actor::System, slot, fewer);
    let (booked, shrunk) = race(&hall, slot, hall.book(slot, "b", 1, None), shrinking).await;
    assert_ne!(answered(booked).is_some(), answered(shrunk).is_some());
    hall.check().await;
}

#[rstest]
#[actix_web::test]
async fn guests_cancel_while_the_host_calls_the_slot_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (hall, _, _database) = hall(engine, 3, Approval::Instant).await;
    let slot = hall.slots[0];
    let id = hall.book(slot, "a", 1, None).await.unwrap().id;
    hall.book(slot, "b", 1, None).await.unwrap();
    let guest = hall.guest(id);
    let (mine, all) = race(
        &hall,
        slot,
        change::cancel(&hall.app, &guest, id, None),
        slot::cancel(&hall.app, &Actor::System, slot, None),
    )
    .await;
    mine.unwrap();
    all.unwrap();
    let bookings = hall.check().await;
    assert!(
        bookings
            .iter()
            .all(|b| b.status == BookingStatus::Cancelled && b.sequence == 1)
    );
}
