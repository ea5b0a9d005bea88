//! Cities, hosts and offers to test with, made over HTTP.

use chrono::{Duration, Timelike};
use reqwest::Method;
use serde_json::{Value, json};
use sisterline::app::Clock;

use super::{Answer, TestApp};

/// Kaohsiung and Seattle, partners; a host in Kaohsiung with a member, and its offer.
pub struct World {
    pub partnership: String,
    pub host: String,
    pub offer: String,
    pub topic: String,
}

/// The host's member, who receives visits.
pub const HOST_EMAIL: &str = "hosts@kaohsiung.example";

impl World {
    /// An offer of `capacity` seats.
    pub async fn new(app: &TestApp, capacity: i32) -> Self {
        Self::with_visibility(app, capacity, "public").await
    }

    pub async fn with_visibility(app: &TestApp, capacity: i32, visibility: &str) -> Self {
        app.create("/api/v1/cities", &kaohsiung()).await;
        app.create("/api/v1/cities", &seattle()).await;
        let cities = json!({ "cities": ["kaohsiung", "seattle"], "stage": "official" });
        let partnership = app.create("/api/v1/partnerships", &cities).await;
        let host = json!({ "city": "kaohsiung", "name": "International Affairs",
            "kind": "office", "track": "official" });
        let host = id(&app.create("/api/v1/hosts", &host).await);
        let member = json!({ "email": HOST_EMAIL, "name": "林美玲", "locale": "zh-TW",
            "role": "member", "host_id": host });
        app.create("/api/v1/roles", &member).await;
        let offer = offer_of(&host, capacity, visibility);
        let offer = id(&app.create("/api/v1/offers", &offer).await);
        let topic = format!("offer/{offer}");
        Self {
            partnership: id(&partnership),
            host,
            offer,
            topic,
        }
    }

    /// Changes how the offer is booked; what is absent has its default.
    pub async fn policy(&self, app: &TestApp, policy: Value) {
        let path = format!("/api/v1/offers/{}/policy", self.offer);
        let answer = app.send_as(&app.admin, Method::PUT, &path, &policy).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// A slot that starts in `days` days at nine in the morning, Kaohsiung time.
    pub async fn slot(&self, app: &TestApp, days: i64) -> Value {
        app.create("/api/v1/slots", &slot_of(app, &self.offer, days, 9))
            .await
    }
}

/// The id of something that was answered.
pub fn id(of: &Value) -> String {
    of["id"].as_str().unwrap_or_default().to_owned()
}

/// The id of a booking and the key of its manage link.
pub fn managed(booking: &Value) -> (String, String) {
    let url = booking["manage_url"].as_str().unwrap();
    let (_, key) = url.split_once("?key=").unwrap();
    (id(booking), key.to_owned())
}

pub fn kaohsiung() -> Value {
    json!({ "slug": "kaohsiung", "name": "Kaohsiung", "native_name": "高雄", "country": "TW",
        "zone": "Asia/Taipei", "languages": ["zh-TW", "en"] })
}

pub fn seattle() -> Value {
    json!({ "slug": "seattle", "name": "Seattle", "country": "US",
        "zone": "America/Los_Angeles", "languages": ["en"] })
}

pub fn offer_of(host: &str, capacity: i32, visibility: &str) -> Value {
    json!({ "host_id": host, "title": "City hall tour", "description": "A look behind the doors.",
        "duration_minutes": 45, "capacity": capacity, "visibility": visibility,
        "languages": ["en", "zh-TW"], "topics": ["government"],
        "meeting_url": "https://meet.example.org/tour" })
}

pub fn slot_of(app: &TestApp, offer: &str, days: i64, hour: u32) -> Value {
    let day = (app.clock.now() + Duration::days(days))
        .naive_utc()
        .with_hour(hour)
        .unwrap();
    json!({ "offer_id": offer, "local_start": day.format("%Y-%m-%dT%H:00").to_string() })
}

/// A booking from Seattle by somebody of this address.
pub fn booking_of(slot: &str, email: &str) -> Value {
    json!({ "slot_id": slot, "city": "seattle", "organization": "Garfield High School",
        "contact": { "name": "Ann Lee", "email": email, "locale": "en" } })
}

/// Books a slot over HTTP.
pub async fn book(app: &TestApp, slot: &str, email: &str) -> Answer {
    app.post("/api/v1/bookings", &booking_of(slot, email)).await
}
