//! A series that lasts over a change of clocks: each visit's invite, as calendars read it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use serde_json::{Value, json};
use sisterline::app::{Clock, person};
use sisterline::domain::zone::ZoneData;

use crate::PATIENCE;
use crate::khal::{Khal, calendar_file};
use crate::sink::{Sink, all_validated, header, read_by_ical_js};
use crate::support::world::{HOST_EMAIL, World};
use crate::support::{Engine, TestApp};

const ANN: &str = "ann@school.example.org";
const SEATTLE: &str = "America/Los_Angeles";
const KAOHSIUNG: &str = "Asia/Taipei";

/// A Tuesday in Seattle after which its clocks change, with as many Tuesdays before as after.
fn before_a_change(now: DateTime<Utc>) -> NaiveDate {
    let zone = ZoneData::bundled().zone(SEATTLE).unwrap();
    let from = now + TimeDelta::days(40);
    let changes = zone.changes(from, from + TimeDelta::days(400));
    let change = zone.at(changes[0]).date_naive();
    let days_after = |day: &NaiveDate| day.weekday() == Weekday::Tue;
    let last = change.iter_days().rev().find(days_after).unwrap();
    last - TimeDelta::days(7)
}

/// Ann's and the host's mails with a calendar, as soon as there are so many of each.
async fn invites(sink: &Sink, count: usize) -> [Vec<PathBuf>; 2] {
    let begun = Instant::now();
    loop {
        let mut mails = sink.mails();
        mails.retain(|mail| calendar_file(mail).is_some());
        let of = |who: &str| -> Vec<PathBuf> {
            let theirs = mails.iter().filter(|mail| header(mail, "To").contains(who));
            theirs.cloned().collect()
        };
        let both = [of(ANN), of(HOST_EMAIL)];
        if both.iter().all(|mails| mails.len() >= count) {
            return both;
        }
        assert!(begun.elapsed() < PATIENCE, "{both:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn time(of: &Value, field: &str) -> DateTime<Utc> {
    of[field].as_str().unwrap().parse().unwrap()
}

#[actix_web::test]
async fn every_visit_is_at_the_hour_that_was_agreed_in_every_calendar() {
    let sink = Sink::start(&[]);
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\nfrom = \"Sisterline <visits@example.org>\"\n",
        sink.url()
    );
    let app = TestApp::spawn_with(Engine::Sqlite, &mail).await;
    let world = World::new(&app, 3).await;
    let today = app.clock.now().date_naive();
    let start = before_a_change(app.clock.now());
    let plan = json!({ "cities": ["seattle", "kaohsiung"], "calendar": 0, "start": start.to_string(),
        "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=4", "at": "17:00", "duration_minutes": 45,
        "holidays": "keep" });
    let plans = app.post("/api/v1/series/plan", &plan).await.body;
    let mut plans = plans["items"].as_array().unwrap().iter();
    let asked = plans.find(|plan| plan["kind"] == "asked").unwrap();
    let new = json!({ "plan": plan, "kind": "asked", "clock": 0,
        "fingerprint": asked["fingerprint"], "offer_id": world.offer, "city": "seattle",
        "organization": "Garfield High School",
        "contact": { "name": "Ann Lee", "email": ANN, "locale": "en" } });
    let series = app.create("/api/v1/series", &new).await;
    let visits = series["occurrences"].as_array().unwrap();
    assert_eq!(visits.len(), 4);

    // The first visit's invite comes at once, the others' two weeks before.
    invites(&sink, 1).await;
    for (n, visit) in visits.iter().enumerate() {
        let due = time(visit, "starts_at") - TimeDelta::days(13);
        let ahead = (due - app.clock.now()).max(TimeDelta::zero());
        app.clock.advance(ahead);
        // Another letter, whose bell the worker hears: it sleeps by the real clock.
        person::request_link(&app.server.app, HOST_EMAIL)
            .await
            .unwrap();
        invites(&sink, n + 1).await;
    }
    app.letters_sent().await;
    let both = invites(&sink, 4).await;
    let starts: Vec<DateTime<Utc>> = visits
        .iter()
        .map(|visit| time(visit, "starts_at"))
        .collect();
    let there = ["09:00", "09:00", "08:00", "08:00"];
    let there = match starts[3] - starts[0] > TimeDelta::weeks(3) {
        // Clocks go back: Seattle is an hour further from Kaohsiung.
        true => ["08:00", "08:00", "09:00", "09:00"],
        false => there,
    };
    let clocks = [(SEATTLE, ["17:00"; 4]), (KAOHSIUNG, there)];
    for (mails, (zone, hours)) in both.iter().zip(clocks) {
        let read = all_validated(mails);
        assert_eq!(read, read_by_ical_js(mails));
        let mut uids: Vec<&str> = read
            .iter()
            .map(|event| event["uid"].as_str().unwrap())
            .collect();
        uids.sort_unstable();
        let mut bookings: Vec<String> = visits
            .iter()
            .map(|visit| format!("{}@sisterline", visit["booking_id"].as_str().unwrap()))
            .collect();
        bookings.sort_unstable();
        assert_eq!(uids, bookings, "one event a visit, each by its own name");
        let told: Vec<DateTime<Utc>> = read.iter().map(|event| time(event, "start")).collect();
        assert_eq!(told, starts);

        let mut calendar = Khal::new(zone);
        for mail in mails {
            calendar.import(&calendar_file(mail).unwrap()).await;
        }
        let shown = calendar.shows(today).await;
        let at = |event: &Value| {
            let at = event["start-long"].as_str().unwrap();
            NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap()
        };
        let next_day = TimeDelta::days(i64::from(zone == KAOHSIUNG));
        let agreed = (0..)
            .map(|n| start + TimeDelta::weeks(n) + next_day)
            .zip(hours);
        let agreed: Vec<NaiveDateTime> = agreed
            .map(|(day, hour)| day.and_time(hour.parse().unwrap()))
            .collect();
        assert_eq!(shown.iter().map(at).collect::<Vec<_>>(), agreed, "{zone}");
    }
    app.stop().await;
}
