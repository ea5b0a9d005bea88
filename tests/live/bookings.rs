//! Bookings to be told of, made by the use cases.

use serde_json::json;
use sisterline::app::{App, booking, host, offer, slot};
use sisterline::domain::booking::BookingInput;
use sisterline::domain::id::{BookingId, SlotId};
use sisterline::domain::offer::Offer;
use sisterline::domain::person::Actor;

/// A booking of a visit next year, at this hour.
pub async fn at(app: &App, hour: u32) -> BookingId {
    let slot = slot(app, hour).await;
    book(app, slot).await
}

/// An offer of a walk by an office of this city.
pub async fn offer(app: &App, city: &str) -> Offer {
    let system = Actor::System;
    let input = json!({ "city": city, "name": "Office", "kind": "office", "track": "official" });
    let (host, _) = host::create(app, &system, serde_json::from_value(input).unwrap(), None)
        .await
        .unwrap();
    let input = json!({
        "host_id": host.id, "title": "A walk", "description": "", "topics": [], "languages": ["en"],
        "duration_minutes": 30, "capacity": 1, "visibility": "public",
        "overlap_allowed": false, "meeting_url": null,
    });
    let made = offer::create(app, &system, serde_json::from_value(input).unwrap(), None)
        .await
        .unwrap();
    made.offer
}

/// A slot of next year, at this hour.
pub async fn slot(app: &App, hour: u32) -> SlotId {
    let offer = offer(app, "seattle").await;
    let year = chrono::Datelike::year(&app.now()) + 1;
    let input = slot::SlotInput {
        offer_id: offer.id.to_string(),
        local_start: format!("{year}-06-01T{hour}:00"),
        ..slot::SlotInput::default()
    };
    slot::create(app, &Actor::System, input, None)
        .await
        .unwrap()
        .slot
        .id
}

/// Books a slot.
pub async fn book(app: &App, slot: SlotId) -> BookingId {
    let input = BookingInput {
        city: "seattle".into(),
        organization: "School".into(),
        contact: sisterline::domain::booking::AttendeeInput {
            name: "Ann".into(),
            email: "ann@example.org".into(),
            ..Default::default()
        },
        seats: 1,
        ..BookingInput::default()
    };
    booking::create(app, &Actor::System, slot, input, None)
        .await
        .unwrap()
        .booking
        .id
}
