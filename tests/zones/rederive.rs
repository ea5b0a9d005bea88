//! New zone data under a running installation: what was promised stays promised by the wall clock,
//! and who is concerned is told.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{Clock, Error, SystemClock, SystemRandom, zones};
use sisterline::domain::letter::{Content, LetterKind, LetterState, Visit};
use sisterline::server::{Server, StartError};
use sisterline::settings::Settings;
use sisterline::storage::outbox::{self, StoredLetter};

use crate::support::world::{HOST_EMAIL, World, book, id, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// How long a letter may take on a busy machine.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

const COORDINATOR: &str = "cora@seattle.example.org";
const CONTACT: &str = "ann@school.example.org";

/// A zoneinfo directory of this version, in which Taipei's clock is put forward by an hour on
/// `change`, if ever.
fn directory(folder: &Path, version: &str, change: Option<DateTime<Utc>>) -> PathBuf {
    let taipei = change.map(|at| format!("{}\n 9:00 - CDT", at.format("%Y %b %-d")));
    zoneinfo(folder, version, &taipei.unwrap_or_default(), "")
}

/// One in which the rules of Taipei and Los Angeles go on like this.
fn zoneinfo(folder: &Path, version: &str, taipei: &str, los_angeles: &str) -> PathBuf {
    let source = format!(
        "# version {version}\nZone Asia/Taipei 8:00 - CST {taipei}\n\
         Zone America/Los_Angeles -8:00 - PST {los_angeles}\n"
    );
    let directory = folder.join(version);
    std::fs::create_dir(&directory).unwrap();
    let index = directory.join("tzdata.zi");
    std::fs::write(&index, source).unwrap();
    let zic = ["/usr/sbin/zic", "/usr/bin/zic"]
        .into_iter()
        .find(|path| Path::new(path).exists());
    let made = Command::new(zic.expect("zic, of Debian's libc-bin"))
        .arg("-d")
        .args([&directory, &index])
        .status();
    assert!(made.unwrap().success());
    directory
}

fn overlay(directory: &Path) -> String {
    format!("[zones]\ndirectory = \"{}\"\n", directory.display())
}

/// A slot as everybody sees it, without where its log stands.
async fn slot(app: &TestApp, of: &Value) -> Value {
    let mut slot = app.get(&format!("/api/v1/slots/{}", id(of))).await.body;
    slot.as_object_mut().unwrap().remove("live");
    slot
}

fn instant(of: &Value) -> DateTime<Utc> {
    of["starts_at"].as_str().unwrap().parse().unwrap()
}

/// The newest letter to somebody about a booking.
async fn newest(app: &TestApp, booking: &Answer, email: &'static str) -> StoredLetter {
    let booking = id(&booking.body).parse().unwrap();
    let found = app
        .server
        .app
        .db
        .read(move |view| outbox::newest_about(view, booking, email).map_err(Error::from));
    found.await.unwrap().unwrap()
}

/// The same, read.
async fn letter(app: &TestApp, booking: &Answer, email: &'static str) -> (LetterKind, i32, Visit) {
    let found = newest(app, booking, email).await.letter;
    match found.content {
        Content::Visit(visit) => (found.kind, found.revision, *visit),
        other => panic!("{other:?}"),
    }
}

/// Waits until the newest letter has left: whoever never got one is not told of a move.
async fn sent(app: &TestApp, booking: &Answer, email: &'static str) {
    let begun = Instant::now();
    while newest(app, booking, email).await.state != LetterState::Sent {
        assert!(begun.elapsed() < PATIENCE, "{email}'s letter is not sent");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}

async fn kinds(app: &TestApp, topic: &str) -> Vec<Value> {
    let path = format!("/api/v1/events?topic={topic}&after=0");
    let events = app.get(&path).await.body["items"].clone();
    let mut events = events.as_array().unwrap().clone();
    events.retain(|event| event["kind"] == "slot.moved");
    events
}

/// Why a server does not start on this database with these settings.
async fn refusal(url: &str, overlay: &str) -> Option<StartError> {
    let base = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n[database]\nurl = \"{url}\"\n[mail]\ntransport = \"memory\"\n"
    );
    let settings = Settings::load(&[&base, overlay], None).unwrap();
    let clock = Arc::new(SystemClock);
    match Server::start(&settings, false, clock, Arc::new(SystemRandom)).await {
        Ok(server) => {
            server.stop().await;
            None
        }
        Err(error) => Some(error),
    }
}

#[rstest]
#[actix_web::test]
async fn new_rules_move_what_they_move_and_tell_it_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let folder = tempfile::tempdir().unwrap();
    let old = directory(folder.path(), "2097a", None);
    let change = SystemClock.now() + Duration::days(14);
    let new = directory(folder.path(), "2097b", Some(change));

    let app = TestApp::spawn_with(engine, &overlay(&old)).await;
    let world = World::new(&app, 5).await;
    let (near, far) = (world.slot(&app, 7).await, world.slot(&app, 21).await);
    let empty = world.slot(&app, 22).await;
    let staying = book(&app, &id(&near), CONTACT).await;
    let moving = book(&app, &id(&far), CONTACT).await;
    assert_eq!((staying.status, moving.status), (201, 201));
    let called_off = book(&app, &id(&far), "eve@school.example.org").await;
    let path = format!("/api/v1/bookings/{}/cancel", id(&called_off.body));
    let post = reqwest::Method::POST;
    let cancelled = app.send_as(&app.admin, post, &path, &json!({})).await;
    assert_eq!(cancelled.status, 200);
    let (near, far) = (slot(&app, &near).await, slot(&app, &far).await);

    for booking in [&staying, &moving] {
        for email in [CONTACT, HOST_EMAIL] {
            sent(&app, booking, email).await;
        }
    }

    let database = app.stop().await;
    let app = TestApp::on(database, &overlay(&new)).await;

    assert_eq!(
        slot(&app, &near).await,
        near,
        "what does not move is as it was"
    );
    let moved = slot(&app, &far).await;
    let wall_clock = |slot: &Value| slot["local_start"].as_str().unwrap()[..19].to_owned();
    assert_eq!(wall_clock(&moved), wall_clock(&far));
    assert_eq!(instant(&moved), instant(&far) - Duration::hours(1));
    assert_eq!(
        moved["version"].as_i64().unwrap(),
        far["version"].as_i64().unwrap() + 1
    );
    let told = kinds(&app, &world.topic).await;
    assert_eq!(told.len(), 2, "{told:?}");
    let event = told
        .iter()
        .find(|e| e["data"]["slot_id"] == far["id"])
        .unwrap();
    assert_eq!(event["data"]["starts_at"], moved["starts_at"]);
    assert_eq!(event["data"]["ends_at"], moved["ends_at"]);
    assert_eq!(event["data"]["seats_left"], moved["seats_left"]);
    assert_ne!(slot(&app, &empty).await["starts_at"], empty["starts_at"]);

    for email in [CONTACT, HOST_EMAIL] {
        let (kind, revision, visit) = letter(&app, &moving, email).await;
        assert_eq!((kind, revision), (LetterKind::VisitMoved, 1), "{email}");
        assert_eq!(visit.sequence, 1);
        assert_eq!(visit.moved_from, Some(instant(&far)));
        assert_eq!(visit.starts_at, instant(&moved));
        let (kind, revision, _) = letter(&app, &staying, email).await;
        assert_eq!((kind, revision), (LetterKind::VisitConfirmed, 0), "{email}");
    }
    let (kind, ..) = letter(&app, &called_off, "eve@school.example.org").await;
    assert_eq!(kind, LetterKind::VisitCancelled);

    // Again, and by the next start: nothing more.
    let again = zones::rederive(&app.server.app, false).await.unwrap();
    assert_eq!(again, zones::Rederived::default());
    let seen = zones::seen(&app.server.app).await.unwrap();
    assert_eq!(
        (seen.version.as_str(), seen.derived_otherwise),
        ("2097b", 0)
    );

    sent(&app, &moving, CONTACT).await;
    let database = app.stop().await;
    let refused = refusal(&database.url, &overlay(&old)).await;
    let refused = refused.expect("older data is refused").to_string();
    for said in ["2097a", "2097b", "zones.allow_older"] {
        assert!(refused.contains(said), "{refused}");
    }

    let allowed = format!("{}allow_older = true\n", overlay(&old));
    let app = TestApp::on(database, &allowed).await;
    assert_eq!(slot(&app, &far).await["starts_at"], far["starts_at"]);
    let (kind, revision, _) = letter(&app, &moving, CONTACT).await;
    assert_eq!((kind, revision), (LetterKind::VisitMoved, 2));
    let seen = zones::seen(&app.server.app).await.unwrap();
    assert_eq!(seen.version, "2097b", "what was seen stays seen");
}

/// Eleven at night in Kaohsiung is seven in the morning in Seattle; by the new rules it is six.
#[rstest]
#[actix_web::test]
async fn a_city_whose_night_it_became_is_asked_to_confirm_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let folder = tempfile::tempdir().unwrap();
    let old = directory(folder.path(), "2097a", None);
    let new = directory(folder.path(), "2097b", Some(SystemClock.now()));
    let app = TestApp::spawn_with(engine, &overlay(&old)).await;
    let world = World::new(&app, 5).await;
    let at = |hour| slot_of(&app, &world.offer, 7, hour);
    let leaving = app.create("/api/v1/slots", &at(23)).await;
    let staying = app.create("/api/v1/slots", &at(9)).await;
    let coordinator = json!({ "email": COORDINATOR, "name": "Cora", "locale": "en",
        "role": "coordinator", "city": "seattle" });
    app.create("/api/v1/roles", &coordinator).await;
    let leaving = book(&app, &id(&leaving), CONTACT).await;
    let staying = book(&app, &id(&staying), CONTACT).await;
    assert_eq!((leaving.status, staying.status), (201, 201));
    assert_eq!(leaving.body["confirm_again"], json!([]));

    let app = TestApp::on(app.stop().await, &overlay(&new)).await;
    let see = async |booking: &Answer| {
        let path = format!("/api/v1/bookings/{}", id(&booking.body));
        let none = json!({});
        app.send_as(&app.admin, reqwest::Method::GET, &path, &none)
            .await
            .body
    };
    assert_eq!(see(&leaving).await["confirm_again"], json!(["seattle"]));
    assert_eq!(see(&leaving).await["status"], "confirmed");
    assert_eq!(see(&staying).await["confirm_again"], json!([]));
    let (kind, ..) = letter(&app, &leaving, COORDINATOR).await;
    assert_eq!(kind, LetterKind::ConfirmAgain);

    let path = format!("/api/v1/bookings/{}/confirm-again", id(&leaving.body));
    let none = json!({});
    assert_eq!(app.post(&path, &none).await.status, 404, "a stranger");
    for _ in 0..2 {
        let done = app
            .send_as(&app.admin, reqwest::Method::POST, &path, &none)
            .await;
        assert_eq!(
            (done.status, &done.body["confirm_again"]),
            (200, &json!([]))
        );
    }
}

/// The host's clock stays, and so does the instant; by the new rules of Seattle's own clock it is six
/// there instead of seven.
#[rstest]
#[actix_web::test]
async fn guests_whose_own_clock_moved_are_asked_to_confirm_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let folder = tempfile::tempdir().unwrap();
    let back = format!("{}\n -9:00 - AKST", SystemClock.now().format("%Y %b %-d"));
    let old = zoneinfo(folder.path(), "2097a", "", "");
    let new = zoneinfo(folder.path(), "2097b", "", &back);
    let newer = zoneinfo(folder.path(), "2097c", "", "");
    let app = TestApp::spawn_with(engine, &overlay(&old)).await;
    let world = World::new(&app, 5).await;
    let at = |hour| slot_of(&app, &world.offer, 7, hour);
    let early = app.create("/api/v1/slots", &at(23)).await;
    let late = app.create("/api/v1/slots", &at(9)).await;
    let coordinator = json!({ "email": COORDINATOR, "name": "Cora", "locale": "en",
        "role": "coordinator", "city": "seattle" });
    app.create("/api/v1/roles", &coordinator).await;
    let leaving = book(&app, &id(&early), CONTACT).await;
    let staying = book(&app, &id(&late), CONTACT).await;
    let early = slot(&app, &early).await;

    let app = TestApp::on(app.stop().await, &overlay(&new)).await;
    assert_eq!(instant(&slot(&app, &early).await), instant(&early));
    let asked = async |app: &TestApp, booking: &Answer| {
        let path = format!("/api/v1/bookings/{}", id(&booking.body));
        let get = reqwest::Method::GET;
        let seen = app.send_as(&app.admin, get, &path, &json!({})).await;
        seen.body["confirm_again"].clone()
    };
    assert_eq!(asked(&app, &leaving).await, json!(["seattle"]));
    assert_eq!(asked(&app, &staying).await, json!([]));
    let (kind, ..) = letter(&app, &leaving, COORDINATOR).await;
    assert_eq!(kind, LetterKind::ConfirmAgain);
    let (kind, revision, _) = letter(&app, &leaving, CONTACT).await;
    assert_eq!((kind, revision), (LetterKind::VisitConfirmed, 0));
    let again = zones::rederive(&app.server.app, false).await.unwrap();
    assert_eq!(again, zones::Rederived::default());

    // The rules are taken back: there is nothing to confirm any more.
    let app = TestApp::on(app.stop().await, &overlay(&newer)).await;
    assert_eq!(asked(&app, &leaving).await, json!([]));
}
