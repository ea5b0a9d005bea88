//! `kill -9` of whoever sends, fifty times while hundreds of letters go out: none is lost, none is two
//! different mails, and none goes out after something newer was decided.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::Duration;
use rstest::rstest;
use sisterline::app::access::Subject;
use sisterline::app::booking::{self, BookingView, change};
use sisterline::app::outbox::StoredLetter;
use sisterline::app::slot::{self, SlotInput};
use sisterline::app::{App, Clock, SystemClock, SystemRandom, outbox};
use sisterline::domain::booking::{AttendeeInput, BookingInput};
use sisterline::domain::id::{BookingId, SlotId};
use sisterline::domain::letter::{LetterKind, LetterState};
use sisterline::domain::person::Actor;
use sisterline::domain::policy::Policy;
use sisterline::settings::Settings;

use crate::killed::end_leases;
use crate::post::Post;
use crate::program::{Place, eventually};
use crate::support::tour::tour;
use crate::support::{Engine, TestDatabase};

/// How often somebody is killed.
const KILLS: usize = 50;

const BOOKINGS: usize = 50;
const GUESTS: usize = 10;

/// Two slots of a public offer.
async fn slots(app: &App) -> [SlotId; 2] {
    let system = Actor::System;
    let offer = tour(app, 1_000, Policy::default()).await;
    let mut slots = Vec::new();
    for days in [20, 30] {
        let start = SystemClock.now() + Duration::days(days);
        let slot = SlotInput {
            offer_id: offer.id.to_string(),
            local_start: start.format("%Y-%m-%dT09:00").to_string(),
            ..SlotInput::default()
        };
        slots.push(
            slot::create(app, &system, slot, None)
                .await
                .unwrap()
                .slot
                .id,
        );
    }
    [slots[0], slots[1]]
}

async fn book(app: &App, slot: SlotId, number: usize) -> BookingView {
    let person = |n: usize| AttendeeInput {
        name: format!("Guest {n}"),
        email: format!("guest{n}of{number}@school.example.org"),
        ..AttendeeInput::default()
    };
    let input = BookingInput {
        city: "kaohsiung".into(),
        organization: "Club".into(),
        contact: person(0),
        attendees: (1..GUESTS).map(person).collect(),
        seats: 10,
        ..BookingInput::default()
    };
    let booked = booking::create(app, &Actor::Guest, slot, input, None).await;
    booked.unwrap()
}

/// Calls a visit off or moves it, in turns.
async fn change_mind(app: &App, id: BookingId, to: Option<SlotId>) {
    let subject = Subject {
        actor: Actor::Guest,
        manage_key: Some(app.link_key.manage_key(id)),
    };
    let changed = match to {
        Some(slot) => change::reschedule(app, &subject, id, slot).await,
        None => booking::cancel(app, &subject, id, None).await,
    };
    changed.unwrap();
}

/// The id of the letter that a mail is of.
fn letter_of(mail: &str) -> String {
    let id = mail
        .lines()
        .find_map(|line| line.strip_prefix("Message-ID: <"));
    id.unwrap().split('@').next().unwrap().to_owned()
}

async fn all_letters(app: &App) -> HashMap<String, StoredLetter> {
    let letters = outbox::newest(app, 10_000).await.unwrap();
    letters
        .into_iter()
        .map(|stored| (stored.letter.id.to_string(), stored))
        .collect()
}

#[rstest]
#[actix_web::test]
async fn no_letter_is_lost_or_late_however_often_its_sender_is_killed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine);
    let overlay = format!("[database]\nurl = \"{}\"\n", database.url);
    let settings = Settings::load(&[&overlay], None).unwrap();
    let app = sisterline::server::open(&settings, Arc::new(SystemClock), Arc::new(SystemRandom));
    let app = app.await.unwrap();
    let [slot, later] = slots(&app).await;
    let mut bookings = Vec::new();
    for number in 0..BOOKINGS {
        bookings.push(book(&app, slot, number).await.booking.id);
    }
    let post = Post::open();
    let place = Place::posting(&database.url, &post.url());
    // An embedded database has one program; on PostgreSQL two send at once.
    let nodes = match engine {
        Engine::Sqlite => 1,
        Engine::Postgres => 2,
    };

    // From which mail on nothing older about a booking may arrive.
    let mut silent_from: Vec<(usize, BookingId, i32)> = Vec::new();
    for round in 0..KILLS / nodes {
        let programs: Vec<_> = (0..nodes).map(|_| place.serve()).collect();
        let before = post.count();
        post.answer(8 * nodes);
        post.received(before + 8 * nodes + 2);
        // Some of its letters are sent, some wait, and maybe one is on its way.
        let changed = (round % 2 == 0).then(|| bookings[round * BOOKINGS / (KILLS / nodes)]);
        if let Some(id) = changed {
            change_mind(&app, id, (round % 4 == 0).then_some(later)).await;
        }
        for program in programs {
            program.kill();
        }
        post.fall_silent();
        end_leases(&database);
        let mails = post.mails().len();
        silent_from.extend(changed.map(|id| (mails, id, 1)));
    }
    let last: Vec<_> = (0..nodes).map(|_| place.serve()).collect();
    post.answer(usize::MAX / 2);
    eventually("every letter is sent", || async {
        let letters = all_letters(&app).await;
        let waits = |state| matches!(state, LetterState::Queued | LetterState::Sending);
        !letters.values().any(|stored| waits(stored.state))
    })
    .await;
    for program in last {
        program.terminate();
    }

    let (mails, letters) = (post.mails(), all_letters(&app).await);
    let mut copies: BTreeMap<String, &String> = BTreeMap::new();
    for mail in &mails {
        let id = letter_of(mail);
        // Message-ID, UID, SEQUENCE, DTSTAMP and all else.
        let first = copies.entry(id.clone()).or_insert(mail);
        assert!(*first == mail, "two different mails of the letter {id}");
    }
    assert!(
        mails.len() > copies.len(),
        "nobody was killed over a letter"
    );
    let invites = letters.values().filter(|stored| {
        stored.letter.kind == LetterKind::VisitConfirmed && stored.letter.revision == 0
    });
    assert_eq!(invites.count(), BOOKINGS * GUESTS);
    for (id, stored) in &letters {
        match stored.state {
            LetterState::Sent => assert!(copies.contains_key(id), "lost: {stored:?}"),
            LetterState::Superseded => {}
            _ => panic!("{stored:?}"),
        }
    }

    // Nobody hears of an older state after a newer one, nor after it was decided.
    let mut heard: HashMap<(String, BookingId), i32> = HashMap::new();
    for (n, mail) in mails.iter().enumerate() {
        let letter = &letters[&letter_of(mail)].letter;
        let booking = letter.booking_id.unwrap();
        let known = heard
            .entry((letter.recipient.email.clone(), booking))
            .or_default();
        assert!(letter.revision >= *known, "{letter:?} after {known}");
        *known = letter.revision;
        let late = silent_from.iter().find(|(from, of, revision)| {
            *of == booking && n >= *from && letter.revision < *revision
        });
        assert_eq!(late, None, "mail {n}: {letter:?}");
    }
}
