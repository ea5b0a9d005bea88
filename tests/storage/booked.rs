//! A city hall with an offer that needs approval, what guests and hosts do with it, and what must be
//! true of it whatever they do.

use std::collections::HashMap;

use chrono::Duration;
use sisterline::app::access::Subject;
use sisterline::app::booking;
use sisterline::app::slot::{self, SlotInput};
use sisterline::app::{App, Error, outbox};
use sisterline::domain::booking::{
    AttendeeInput, Booking, BookingInput, BookingStatus, Part, TRANSITIONS,
};
use sisterline::domain::event::Topic;
use sisterline::domain::id::{BookingId, OfferId, SlotId};
use sisterline::domain::letter::{LetterKind, LetterState};
use sisterline::domain::person::Actor;
use sisterline::domain::policy::{Approval, Policy};
use sisterline::domain::waiting::WaitingState;
use sisterline::storage::outbox::Outcome;
use sisterline::storage::{self, event_log};

use crate::support::tour::tour;

pub struct Hall {
    pub app: App,
    pub offer: OfferId,
    pub slots: Vec<SlotId>,
}

impl Hall {
    /// An offer with so many slots of these seats.
    pub async fn new(app: App, slots: usize, capacity: i32, approval: Approval) -> Self {
        let system = Actor::System;
        let policy = Policy {
            approval,
            approval_hours: 48,
            ..Policy::default()
        };
        let offer = tour(&app, capacity, policy).await.id;
        let mut hall = Self {
            app,
            offer,
            slots: Vec::new(),
        };
        for n in 0..slots {
            let start = hall.app.now() + Duration::days(30 + i64::try_from(n).unwrap());
            let input = SlotInput {
                offer_id: offer.to_string(),
                local_start: start.format("%Y-%m-%dT09:00").to_string(),
                ..SlotInput::default()
            };
            let made = slot::create(&hall.app, &system, input, None).await.unwrap();
            hall.slots.push(made.slot.id);
        }
        hall
    }

    pub async fn book(
        &self,
        slot: SlotId,
        who: &str,
        seats: i32,
        hold: Option<String>,
    ) -> Result<Booking, Error> {
        let input = BookingInput {
            city: "kaohsiung".into(),
            organization: "Club".into(),
            contact: AttendeeInput {
                name: who.into(),
                email: format!("{who}@example.org"),
                ..AttendeeInput::default()
            },
            seats,
            hold_token: hold,
            ..BookingInput::default()
        };
        let made = booking::create(&self.app, &Actor::Guest, slot, input, None).await;
        made.map(|view| view.booking)
    }

    /// The bearer of a booking's link.
    pub fn guest(&self, booking: BookingId) -> Subject {
        Subject {
            actor: Actor::Guest,
            manage_key: Some(self.app.link_key.manage_key(booking)),
        }
    }

    /// Sends what is due.
    pub async fn send_letters(&self) {
        loop {
            let claimed = outbox::claim(&self.app, 100).await.unwrap();
            if claimed.letters.is_empty() {
                return;
            }
            for stored in claimed.letters {
                let id = stored.letter.id;
                outbox::finish(&self.app, id, &claimed.claim, Outcome::Sent)
                    .await
                    .unwrap();
            }
        }
    }

    /// Every booking there is, and that everything fits together: seats, holds, queues, transitions
    /// and the log.
    pub async fn check(&self) -> Vec<Booking> {
        let (offer, slots) = (self.offer, self.slots.clone());
        let read = self.app.db.read(move |view| {
            let bookings = storage::booking::of_slots(view, &slots)?;
            let mut rows = Vec::new();
            for slot in &slots {
                let holds = storage::hold::of_slot(view, *slot)?;
                let waits = [WaitingState::Waiting];
                let waiting = storage::waiting::of_slot(view, *slot, &waits)?.len();
                let (row, ..) = storage::slot::by_id(view, *slot)?.unwrap();
                rows.push((row, holds, waiting));
            }
            let mut logs = HashMap::new();
            for booking in &bookings {
                let topic = Topic::Booking(booking.id);
                logs.insert(booking.id, event_log::after(view, &topic, 0, 1_000)?);
            }
            let log = event_log::after(view, &Topic::Offer(offer), 0, 1_000_000)?;
            Ok::<_, Error>((bookings, rows, logs, log))
        });
        let (bookings, rows, logs, log) = read.await.unwrap();
        for (slot, holds, waiting) in rows {
            let of_slot = bookings.iter().filter(|b| b.slot_id == slot.id);
            let kept = of_slot.filter(|b| b.status.keeps_seats());
            let taken: i32 = kept.map(|b| b.seats).sum();
            let held: i32 = holds.iter().map(|hold| hold.seats).sum();
            assert_eq!(
                (slot.seats_taken, slot.seats_held),
                (taken, held),
                "{slot:?} {holds:?}"
            );
            assert!(taken + held <= slot.capacity, "{slot:?}");
            assert_eq!(usize::try_from(slot.waiting).unwrap(), waiting, "{slot:?}");
            // The log, replayed, is the table.
            let mut of_slot = log
                .iter()
                .filter(|e| e.data["slot_id"] == slot.id.to_string());
            let last = &of_slot.next_back().expect("a slot was created").data;
            for (name, number) in [
                ("capacity", slot.capacity),
                ("seats_taken", slot.seats_taken),
                ("seats_held", slot.seats_held),
                ("waiting", slot.waiting),
            ] {
                assert_eq!(last[name], number, "{name} of {last} and {slot:?}");
            }
        }
        for booking in &bookings {
            let mut at: Option<BookingStatus> = None;
            let events = &logs[&booking.id];
            for event in events {
                let to: BookingStatus = event.data["status"].as_str().unwrap().parse().unwrap();
                let allowed = TRANSITIONS
                    .iter()
                    .any(|(from, _, then)| (*from, *then) == (at, to));
                assert!(allowed, "{at:?} to {to} by {event:?}");
                at = Some(to);
            }
            let last = events.last().unwrap();
            assert_eq!(last.data["status"], booking.status.as_str());
            assert_eq!(last.data["slot_id"], booking.slot_id.to_string());
        }
        bookings
    }

    /// That the last letter to each contact tells what became of their booking. After
    /// [`Self::send_letters`].
    pub async fn check_letters(&self, bookings: &[Booking]) {
        use LetterKind::{
            VisitCancelled, VisitConfirmed, VisitDeclined, VisitLapsed, VisitRequested,
            VisitRescheduled,
        };
        let letters = outbox::newest(&self.app, 1_000_000).await.unwrap();
        let mut contacts: HashMap<BookingId, String> = HashMap::new();
        let ids: Vec<BookingId> = bookings.iter().map(|b| b.id).collect();
        let read = self
            .app
            .db
            .read(move |view| Ok::<_, Error>(storage::booking::contacts(view, &ids)?));
        for (id, person) in read.await.unwrap() {
            assert_eq!(person.part, Part::Contact);
            contacts.insert(id, person.email);
        }
        for booking in bookings {
            let told = letters.iter().filter(|stored| {
                stored.letter.booking_id == Some(booking.id)
                    && stored.letter.recipient.email == contacts[&booking.id]
                    && stored.state == LetterState::Sent
            });
            let last = told.max_by_key(|stored| stored.letter.revision);
            let kind = last.map(|stored| stored.letter.kind);
            let fits = match booking.status {
                BookingStatus::Confirmed | BookingStatus::Completed => {
                    matches!(kind, Some(VisitConfirmed | VisitRescheduled))
                }
                BookingStatus::Requested => matches!(kind, Some(VisitRequested | VisitRescheduled)),
                BookingStatus::Declined => kind == Some(VisitDeclined),
                BookingStatus::Lapsed => kind == Some(VisitLapsed),
                BookingStatus::Cancelled => matches!(kind, None | Some(VisitCancelled)),
            };
            assert!(fits, "{} was told {kind:?}", booking.status);
        }
    }
}

/// The use case answered, or said no; anything else is a defect.
pub fn answered<T>(outcome: Result<T, Error>) -> Option<T> {
    match outcome {
        Ok(value) => Some(value),
        Err(Error::Conflict(_) | Error::Invalid(_)) => None,
        Err(other) => panic!("{other:?}"),
    }
}
