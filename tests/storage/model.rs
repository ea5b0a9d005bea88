//! Random operations by concurrent clients, and after each handful everything has to fit together.
//!
//! `SISTERLINE_MODEL_SECONDS` sets for how long (8), `SISTERLINE_MODEL_SEED` where to begin.

use std::collections::HashSet;
use std::time::Instant;

use chrono::Duration;
use futures_util::future::join_all;
use rstest::rstest;
use sisterline::app::access::Subject;
use sisterline::app::booking::{approval, change};
use sisterline::app::capacity::{self, SlotChange};
use sisterline::app::expiry;
use sisterline::app::hold::{self, Holder};
use sisterline::app::waiting::{self, WaitingInput};
use sisterline::domain::booking::AttendeeInput;
use sisterline::domain::id::{BookingId, WaitingId};
use sisterline::domain::person::Actor;
use sisterline::domain::policy::Approval;

use crate::app_on;
use crate::booked::{Hall, answered};
use crate::support::Engine;

/// Operations that run at once.
const CLIENTS: usize = 6;

/// A small generator (xorshift64*), so that a seed tells the whole run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap() % n
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| of[self.below(of.len())].clone())
    }
}

/// What the clients know of: by what the use cases answered, not by the tables.
#[derive(Default)]
struct Known {
    bookings: Vec<BookingId>,
    holds: Vec<(usize, String)>,
    places: Vec<WaitingId>,
}

/// What an operation made.
enum Made {
    Nothing,
    Booking(BookingId),
    Hold(usize, String),
    Place(WaitingId),
}

#[derive(Debug, Clone)]
enum Op {
    Book(usize, i32, Option<String>),
    Hold(usize, i32),
    Release(String),
    Approve(BookingId),
    Decline(BookingId),
    Cancel(BookingId, bool),
    Move(BookingId, usize, bool),
    Resize(usize, i32),
    Open(usize, bool),
    Wait(usize, i32),
    Leave(WaitingId),
    Expire,
    Mail,
}

fn choose(dice: &mut Dice, known: &Known, slots: usize) -> Op {
    let slot = dice.below(slots);
    let seats = i32::try_from(1 + dice.below(3)).unwrap();
    let by_host = dice.below(2) == 0;
    let plain = Op::Book(slot, seats, None);
    let booking = dice.one(&known.bookings);
    match (dice.below(24), booking) {
        (0..=3, _) => plain,
        (4..=5, _) => Op::Hold(slot, seats),
        (6..=8, _) => match dice.one(&known.holds) {
            Some((slot, token)) => Op::Book(slot, seats, Some(token)),
            None => plain,
        },
        (9, _) => dice
            .one(&known.holds)
            .map_or(plain, |(_, token)| Op::Release(token)),
        (10..=11, Some(id)) => Op::Approve(id),
        (12, Some(id)) => Op::Decline(id),
        (13..=14, Some(id)) => Op::Cancel(id, by_host),
        (15..=16, Some(id)) => Op::Move(id, slot, by_host),
        (17, _) => Op::Resize(slot, i32::try_from(1 + dice.below(6)).unwrap()),
        (18, _) => Op::Open(slot, dice.below(4) != 0),
        (19..=20, _) => Op::Wait(slot, seats),
        (21, _) => dice.one(&known.places).map_or(plain, Op::Leave),
        (22, _) => Op::Expire,
        _ => Op::Mail,
    }
}

async fn perform(hall: &Hall, op: Op, name: String) -> Made {
    let (app, slots) = (&hall.app, &hall.slots);
    let host = Subject::from(Actor::System);
    let by = |id, by_host| {
        if by_host {
            host.clone()
        } else {
            hall.guest(id)
        }
    };
    match op {
        Op::Book(slot, seats, token) => {
            let made = answered(hall.book(slots[slot], &name, seats, token).await);
            return made.map_or(Made::Nothing, |booking| Made::Booking(booking.id));
        }
        Op::Hold(slot, seats) => {
            let holder = Holder {
                session: name.clone(),
                address: name,
            };
            let held = hold::create(app, &Actor::Guest, slots[slot], seats, holder, None).await;
            let token = answered(held).map(|held| app.link_key.hold_token(&held.id));
            return token.map_or(Made::Nothing, |token| Made::Hold(slot, token));
        }
        Op::Wait(slot, seats) => {
            let input = WaitingInput {
                city: "kaohsiung".into(),
                organization: "Club".into(),
                contact: AttendeeInput {
                    email: format!("{name}@example.org"),
                    name,
                    ..AttendeeInput::default()
                },
                seats,
            };
            let joined = waiting::join(app, &Actor::Guest, slots[slot], input, None).await;
            return answered(joined).map_or(Made::Nothing, |view| Made::Place(view.waiting.id));
        }
        Op::Release(token) => hold::release(app, &token).await.unwrap(),
        Op::Approve(id) => drop(answered(approval::approve(app, &host, id).await)),
        Op::Decline(id) => drop(answered(approval::decline(app, &host, id, None).await)),
        Op::Cancel(id, host) => drop(answered(change::cancel(app, &by(id, host), id, None).await)),
        Op::Move(id, to, host) => {
            drop(answered(
                change::reschedule(app, &by(id, host), id, slots[to]).await,
            ));
        }
        Op::Resize(slot, capacity) => resize(hall, slot, Some(capacity), None).await,
        Op::Open(slot, open) => resize(hall, slot, None, Some(open)).await,
        Op::Leave(place) => {
            let subject = Subject {
                actor: Actor::Guest,
                manage_key: Some(app.link_key.waiting_key(place)),
            };
            waiting::leave(app, &subject, place).await.unwrap();
        }
        Op::Expire => drop(expiry::run(app).await.unwrap()),
        Op::Mail => hall.send_letters().await,
    }
    Made::Nothing
}

async fn resize(hall: &Hall, slot: usize, capacity: Option<i32>, open: Option<bool>) {
    let wanted = SlotChange { capacity, open };
    let done = capacity::change(&hall.app, &Actor::System, hall.slots[slot], wanted).await;
    drop(answered(done));
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap())
}

#[rstest]
#[actix_web::test]
async fn whatever_happens_it_all_fits_together(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, clock, _database) = app_on(engine).await;
    let hall = Hall::new(app, 4, 4, Approval::Host).await;
    let mut dice = Dice(setting("SISTERLINE_MODEL_SEED", 0x5157_e212_1e00_0001));
    let mut known = Known::default();
    let (begun, mut round) = (Instant::now(), 0);
    let long = std::time::Duration::from_secs(setting("SISTERLINE_MODEL_SECONDS", 8));
    while begun.elapsed() < long {
        round += 1;
        let ops: Vec<Op> = (0..CLIENTS)
            .map(|_| choose(&mut dice, &known, hall.slots.len()))
            .collect();
        let told = format!("{ops:?}");
        let named = ops.into_iter().enumerate();
        let running = named.map(|(n, op)| perform(&hall, op, format!("c{round}x{n}")));
        for made in join_all(running).await {
            match made {
                Made::Nothing => {}
                Made::Booking(id) => known.bookings.push(id),
                Made::Hold(slot, token) => known.holds.push((slot, token)),
                Made::Place(id) => known.places.push(id),
            }
        }
        println!("round {round}: {told}");
        let bookings = hall.check().await;
        // Nothing was lost and nothing invented.
        let stored: HashSet<BookingId> = bookings.iter().map(|booking| booking.id).collect();
        assert_eq!(stored, known.bookings.iter().copied().collect());
        if dice.below(8) == 0 {
            clock.advance(Duration::minutes(
                i64::try_from(1 + dice.below(400)).unwrap(),
            ));
        }
    }
    hall.send_letters().await;
    let bookings = hall.check().await;
    hall.check_letters(&bookings).await;
    println!("{round} rounds, {} bookings", bookings.len());
    assert!(bookings.len() > 3, "the run did something");
}
