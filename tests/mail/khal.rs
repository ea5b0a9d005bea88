//! What calendars make of the mails: each is imported into khal, a calendar program with zone data of its
//! own (pytz's), as it arrives.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use mail_parser::{MessageParser, MimeHeaders, PartType};
use reqwest::Method;
use serde_json::{Value, json};
use sisterline::app::Clock;

use crate::PATIENCE;
use crate::sink::{Sink, python, validated};
use crate::support::world::{HOST_EMAIL, World, booking_of, id, managed};
use crate::support::{Engine, TestApp};

/// A khal with a calendar of its own, on somebody's clock.
pub struct Khal {
    folder: tempfile::TempDir,
    zone: &'static str,
    imported: usize,
}

impl Khal {
    pub fn new(zone: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display();
        let config = format!(
            "[calendars]\n[[visits]]\npath = {at}/visits\n\
             [locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n\
             timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
             datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n\
             [sqlite]\npath = {at}/khal.db\n"
        );
        std::fs::create_dir(folder.path().join("visits")).unwrap();
        std::fs::write(folder.path().join("config"), config).unwrap();
        Self {
            folder,
            zone,
            imported: 0,
        }
    }

    /// Imports a calendar file.
    pub async fn import(&mut self, ics: &[u8]) {
        self.imported += 1;
        let file = format!("{}.ics", self.imported);
        let file = self.folder.path().join(file);
        std::fs::write(&file, ics).unwrap();
        self.run(&["import", "--batch", file.to_str().unwrap()])
            .await;
    }

    /// The events that it shows in a year from this day on, by its own clock.
    pub async fn shows(&self, from: NaiveDate) -> Vec<Value> {
        let from = from.to_string();
        let mut words = vec!["list", "--once"];
        words.extend(
            ["uid", "start-long", "end-long", "status"]
                .map(|field| ["--json", field])
                .as_flattened(),
        );
        words.extend([from.as_str(), "365d"]);
        // A line for each day.
        let lines = self.run(&words).await;
        let days = lines
            .lines()
            .map(|day| serde_json::from_str::<Vec<Value>>(day).unwrap());
        days.flatten().collect()
    }

    /// Not on the thread of the test, whose connections would not see that they were closed meanwhile.
    async fn run(&self, words: &[&str]) -> String {
        let mut khal = python();
        khal.args(["-m", "khal", "--config"])
            .arg(self.folder.path().join("config"))
            .args(words)
            .env("HOME", self.folder.path())
            .env("TZ", self.zone)
            .env("LC_ALL", "C.UTF-8");
        let output = tokio::task::spawn_blocking(move || khal.output());
        let output = output.await.unwrap().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        assert!(!told.contains("Traceback"), "{told}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// The calendar file that a mail brings, where it brings one.
pub fn calendar_file(mail: &Path) -> Option<Vec<u8>> {
    let raw = std::fs::read(mail).unwrap();
    let message = MessageParser::default().parse(&raw).unwrap();
    let named = |name: Option<&str>| name.is_some_and(|name| name.ends_with(".ics"));
    let file = message
        .attachments()
        .find(|part| named(part.attachment_name()))?;
    match &file.body {
        PartType::Text(text) => Some(text.as_bytes().to_vec()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(bytes.to_vec()),
        other => panic!("{other:?}"),
    }
}

const ANN: &str = "ann@school.example.org";
const BEN: &str = "ben@school.example.org";

/// Everybody's calendar, filled by the mails that they get.
struct Scene {
    sink: Sink,
    read: usize,
    calendars: BTreeMap<&'static str, Khal>,
    /// The last that each was told.
    told: BTreeMap<String, Value>,
    from: NaiveDate,
}

impl Scene {
    fn new(sink: Sink, now: DateTime<Utc>) -> Self {
        // Ben is a guest, too, but lives where the host is.
        let zones = [
            (ANN, "America/Los_Angeles"),
            (BEN, "Asia/Taipei"),
            (HOST_EMAIL, "Asia/Taipei"),
        ];
        Self {
            sink,
            read: 0,
            calendars: zones.map(|(who, zone)| (who, Khal::new(zone))).into(),
            told: BTreeMap::new(),
            from: now.date_naive(),
        }
    }

    /// Imports what has arrived since for calendars, as soon as it is so much; who got it, by name.
    async fn arrive(&mut self, count: usize) -> Vec<String> {
        let begun = Instant::now();
        let mails = loop {
            let all = self.sink.mails();
            let mut mails = all[self.read..].to_vec();
            mails.retain(|mail| calendar_file(mail).is_some());
            if mails.len() >= count {
                self.read = all.len();
                break mails;
            }
            assert!(begun.elapsed() < PATIENCE, "only {mails:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        let mut told = Vec::new();
        for mail in mails {
            let event = validated(&mail);
            let to = event["attendees"][0].as_str().unwrap().to_owned();
            let calendar = self.calendars.get_mut(to.as_str()).unwrap();
            calendar.import(&calendar_file(&mail).unwrap()).await;
            if let Some(before) = self.told.insert(to.clone(), event.clone()) {
                assert_follows(&event, &before);
            }
            told.push(to);
        }
        told.sort();
        told
    }

    /// That somebody's calendar shows one visit, when it is by their clock, and how it stands.
    async fn assert_shows(&self, who: &str, booking: &str, slot: &Value, status: &str) {
        let calendar = &self.calendars[who];
        let shown = calendar.shows(self.from).await;
        assert_eq!(
            shown,
            [entry(booking, slot, calendar.zone, status)],
            "{who}"
        );
    }
}

/// That an object is of the same event as the one before, and newer by both measures (RFC 5546 2.1.4).
fn assert_follows(event: &Value, before: &Value) {
    for same in ["uid", "organizer", "attendees"] {
        assert_eq!(event[same], before[same]);
    }
    // A change that was told to others alone has its number too.
    assert!(
        event["sequence"].as_i64() > before["sequence"].as_i64(),
        "{event} after {before}"
    );
    assert!(
        event["stamp"].as_str() > before["stamp"].as_str(),
        "{event} after {before}"
    );
}

/// A visit as khal shows it on the clock of this zone.
fn entry(booking: &str, slot: &Value, zone: &str, status: &str) -> Value {
    let local = slot["local"].as_array().unwrap();
    let local = local.iter().find(|local| local["zone"] == zone).unwrap();
    let at = |field: &str| {
        let at: DateTime<FixedOffset> = local[field].as_str().unwrap().parse().unwrap();
        at.format("%Y-%m-%d %H:%M").to_string()
    };
    json!({ "uid": format!("{booking}@sisterline"), "start-long": at("start"),
        "end-long": at("end"), "status": status })
}

/// A server, and the calendars of those to whom it mails.
async fn start() -> (TestApp, Scene) {
    let sink = Sink::start(&[]);
    let mail = format!(
        "[mail]\ntransport = \"smtp\"\nsmtp_url = \"{}\"\nfrom = \"Sisterline <visits@example.org>\"\n",
        sink.url()
    );
    let app = TestApp::spawn_with(Engine::Sqlite, &mail).await;
    let scene = Scene::new(sink, app.clock.now());
    (app, scene)
}

#[actix_web::test]
async fn everybodys_calendar_shows_what_is_true_of_a_booking_all_its_life() {
    let (app, mut scene) = start().await;
    let world = World::new(&app, 5).await;
    let mut slots = Vec::new();
    for days in [7, 8, 120] {
        slots.push(world.slot(&app, days).await);
    }
    let mut request = booking_of(&id(&slots[0]), ANN);
    request["attendees"] = json!([{ "name": "Ben Ode", "email": BEN, "zone": "Asia/Taipei" }]);
    let booked = app.post("/api/v1/bookings", &request).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    let booking = id(&booked.body);
    assert_eq!(scene.arrive(3).await, [ANN, BEN, HOST_EMAIL]);
    for who in [ANN, BEN, HOST_EMAIL] {
        scene
            .assert_shows(who, &booking, &slots[0], "CONFIRMED")
            .await;
    }

    let path = |what: &str| format!("/api/v1/bookings/{booking}/{what}");
    let change = async |method: Method, what: &str, body: Value| {
        app.clock.advance(chrono::Duration::minutes(1));
        let answer = app.send_as(&app.admin, method, &path(what), &body).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        app.letters_sent().await;
    };
    for slot in &slots[1..] {
        change(Method::POST, "reschedule", json!({ "slot_id": id(slot) })).await;
        assert_eq!(scene.arrive(3).await, [ANN, BEN, HOST_EMAIL]);
        for who in [ANN, BEN, HOST_EMAIL] {
            scene.assert_shows(who, &booking, slot, "CONFIRMED").await;
        }
    }
    let last = &slots[2];

    // Only who is taken off hears of it.
    change(Method::PUT, "attendees", json!({ "attendees": [] })).await;
    assert_eq!(scene.arrive(1).await, [BEN]);
    scene.assert_shows(BEN, &booking, last, "CANCELLED").await;
    for who in [ANN, HOST_EMAIL] {
        scene.assert_shows(who, &booking, last, "CONFIRMED").await;
    }
    // The calendar that the host subscribes to says the same, alone and beside the mails.
    assert_feed_agrees(&app, &mut scene, &booking, last, "CONFIRMED").await;

    change(
        Method::POST,
        "cancel",
        json!({ "reason": "A typhoon is coming." }),
    )
    .await;
    assert_eq!(scene.arrive(2).await, [ANN, HOST_EMAIL]);
    for who in [ANN, BEN, HOST_EMAIL] {
        scene.assert_shows(who, &booking, last, "CANCELLED").await;
    }
    assert_feed_agrees(&app, &mut scene, &booking, last, "CANCELLED").await;
    app.stop().await;
    assert_eq!(scene.sink.mails().len(), scene.read);
}

/// Guests move a visit that its host had approved, and the host does not approve it again.
#[actix_web::test]
async fn a_visit_that_waits_for_approval_anew_is_tentative_and_then_off() {
    let (app, mut scene) = start().await;
    let world = World::new(&app, 1).await;
    world.policy(&app, json!({ "approval": "host" })).await;
    let (slot, later) = (world.slot(&app, 7).await, world.slot(&app, 8).await);
    let asked = app
        .post("/api/v1/bookings", &booking_of(&id(&slot), ANN))
        .await;
    assert_eq!(asked.body["status"], "requested", "{}", asked.body);
    let (booking, key) = managed(&asked.body);
    let path = |what: &str| format!("/api/v1/bookings/{booking}/{what}?key={key}");
    let answer = async |what: &str| {
        app.clock.advance(chrono::Duration::minutes(1));
        let path = path(what);
        let answer = app
            .send_as(&app.admin, Method::POST, &path, &json!({}))
            .await;
        assert_eq!(answer.status, 200, "{what}: {}", answer.body);
        app.letters_sent().await;
    };
    app.letters_sent().await;
    // What is only asked for is in no calendar.
    assert_eq!(scene.arrive(0).await, [""; 0]);
    assert!(!host_feed(&app).await.contains("BEGIN:VEVENT"));
    answer("confirm").await;
    assert_eq!(scene.arrive(2).await, [ANN, HOST_EMAIL]);

    app.clock.advance(chrono::Duration::minutes(1));
    let to = json!({ "slot_id": id(&later) });
    let moved = app.post(&path("reschedule"), &to).await;
    assert_eq!(moved.body["status"], "requested", "{}", moved.body);
    app.letters_sent().await;
    assert_eq!(scene.arrive(2).await, [ANN, HOST_EMAIL]);
    for who in [ANN, HOST_EMAIL] {
        scene.assert_shows(who, &booking, &later, "TENTATIVE").await;
    }
    assert_feed_agrees(&app, &mut scene, &booking, &later, "TENTATIVE").await;
    answer("decline").await;
    assert_eq!(scene.arrive(2).await, [ANN, HOST_EMAIL]);
    for who in [ANN, HOST_EMAIL] {
        scene.assert_shows(who, &booking, &later, "CANCELLED").await;
    }
    assert_feed_agrees(&app, &mut scene, &booking, &later, "CANCELLED").await;
    app.stop().await;
}

/// The feed of the host.
async fn host_feed(app: &TestApp) -> String {
    let token = app.host_feed().await;
    let feed = app.get(&format!("/calendar/{token}.ics")).await;
    feed.body.as_str().unwrap().to_owned()
}

/// That the feed of the host shows the visit like this, in a calendar of its own and in the one
/// that the mails have filled.
async fn assert_feed_agrees(
    app: &TestApp,
    scene: &mut Scene,
    booking: &str,
    slot: &Value,
    status: &str,
) {
    let feed = host_feed(app).await;
    let mut alone = Khal::new("Asia/Taipei");
    alone.import(feed.as_bytes()).await;
    let shown = alone.shows(scene.from).await;
    assert_eq!(shown, [entry(booking, slot, alone.zone, status)]);
    let beside = scene.calendars.get_mut(HOST_EMAIL).unwrap();
    beside.import(feed.as_bytes()).await;
    scene.assert_shows(HOST_EMAIL, booking, slot, status).await;
}
