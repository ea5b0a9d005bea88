//! A public offer made through the use cases, where a test needs no HTTP.

use chrono::Duration;
use sisterline::app::App;
use sisterline::app::booking::{self, BookingView};
use sisterline::app::city::{self, CityInput};
use sisterline::app::host::{self, HostInput};
use sisterline::app::offer::{self, OfferInput};
use sisterline::app::slot::{self, SlotInput};
use sisterline::domain::booking::{AttendeeInput, BookingInput};
use sisterline::domain::offer::Offer;
use sisterline::domain::person::Actor;
use sisterline::domain::policy::Policy;

/// A tour of 45 minutes by an office of Kaohsiung.
pub async fn tour(app: &App, capacity: i32, policy: Policy) -> Offer {
    let system = Actor::System;
    let city = CityInput {
        slug: "kaohsiung".into(),
        name: "Kaohsiung".into(),
        country: "TW".into(),
        zone: "Asia/Taipei".into(),
        office_start_minute: 540,
        office_end_minute: 1020,
        weekend: "sat,sun".into(),
        ..CityInput::default()
    };
    city::create(app, &system, city, None).await.unwrap();
    let host = HostInput {
        city: "kaohsiung".into(),
        name: "Office".into(),
        kind: "office".into(),
        track: "official".into(),
    };
    let (host, _) = host::create(app, &system, host, None).await.unwrap();
    let offer = OfferInput {
        host_id: host.id.to_string(),
        title: "Tour".into(),
        description: String::new(),
        topics: vec![],
        languages: vec![],
        duration_minutes: 45,
        capacity,
        visibility: "public".into(),
        overlap_allowed: false,
        meeting_url: None,
        policy,
    };
    let made = offer::create(app, &system, offer, None).await.unwrap();
    made.offer
}

/// A booking of the day after tomorrow with `guests` people on it, and so as many letters.
pub async fn booked(app: &App, offer: &Offer, guests: usize) -> BookingView {
    let start = app.now() + Duration::days(2);
    let slot = SlotInput {
        offer_id: offer.id.to_string(),
        local_start: start.format("%Y-%m-%dT09:00").to_string(),
        ..SlotInput::default()
    };
    let slot = slot::create(app, &Actor::System, slot, None).await;
    let person = |n: usize| AttendeeInput {
        name: format!("Guest {n}"),
        email: format!("guest{n}@example.org"),
        ..AttendeeInput::default()
    };
    let input = BookingInput {
        city: "kaohsiung".into(),
        organization: "Club".into(),
        contact: person(0),
        attendees: (1..guests).map(person).collect(),
        seats: 1,
        note: String::new(),
        ..BookingInput::default()
    };
    booking::create(app, &Actor::Guest, slot.unwrap().slot.id, input, None)
        .await
        .unwrap()
}
