//! Reminders of visits: whom, when and how often; and how to get no more of them.

use chrono::Duration;
use futures_util::future::join_all;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::outbox::{self, StoredLetter};
use sisterline::app::unsubscribe::{self, Asking};
use sisterline::app::{Clock, reminders};
use sisterline::domain::letter::{LetterKind, LetterState};

use crate::answers::{link_of, send};
use crate::support::world::{HOST_EMAIL, World, booking_of, id, managed};
use crate::support::{Answer, Engine, TestApp};

const REMINDERS: &str = "[mail]\nreminders = \"1d, 1h\"\n";
const ANN: &str = "ann@example.org";
const BEN: &str = "ben@example.org";

/// A visit of Ann's and Ben's that begins in so many days and up to a day more.
async fn visit(app: &TestApp, days: i64) -> (World, Value) {
    let world = World::new(app, 5).await;
    let slot = id(&world.slot(app, days).await);
    let mut booking = booking_of(&slot, ANN);
    booking["attendees"] = json!([{ "name": "Ben", "email": BEN, "locale": "de",
        "zone": "Europe/Berlin" }]);
    let booked = app.post("/api/v1/bookings", &booking).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    (world, booked.body)
}

/// Puts the clock to so long before a visit begins, where that is ahead.
fn go(app: &TestApp, booked: &Value, before: Duration) {
    let starts: chrono::DateTime<chrono::Utc> = booked["slot"]["starts_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    app.clock.advance(starts - before - app.clock.now());
}

/// Every reminder that was ever written: to whom, which and how it stands.
async fn reminders_of(app: &TestApp) -> Vec<StoredLetter> {
    let letters = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let reminds = |kind| matches!(kind, LetterKind::VisitReminder | LetterKind::VisitSoon);
    letters
        .into_iter()
        .filter(|stored| reminds(stored.letter.kind))
        .collect()
}

async fn told(app: &TestApp) -> Vec<(LetterKind, String)> {
    reminders::run(&app.server.app).await.unwrap();
    let letters = reminders_of(app).await.into_iter();
    let mut told: Vec<_> = letters
        .map(|stored| (stored.letter.kind, stored.letter.recipient.email))
        .collect();
    told.sort();
    told
}

async fn act(app: &TestApp, booked: &Value, act: &str, body: Value) -> Answer {
    let (booking, key) = managed(booked);
    let path = format!("/api/v1/bookings/{booking}/{act}?key={key}");
    let answer = app.post(&path, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer
}

#[rstest]
#[actix_web::test]
async fn everybody_is_reminded_once_a_day_and_once_an_hour_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::{VisitReminder, VisitSoon};
    let app = TestApp::spawn_with(engine, REMINDERS).await;
    let (_, booked) = visit(&app, 10).await;
    app.letters_sent().await;
    go(&app, &booked, Duration::minutes(1441));
    assert_eq!(told(&app).await, []);

    // Several nodes at once, and again.
    go(&app, &booked, Duration::minutes(1440));
    let nodes = join_all((0..4).map(|_| reminders::run(&app.server.app))).await;
    let decided: usize = nodes.into_iter().map(Result::unwrap).sum();
    assert_eq!(decided, 1);
    let day = |email: &str| (VisitReminder, email.to_owned());
    let soon = |email: &str| (VisitSoon, email.to_owned());
    assert_eq!(told(&app).await, [day(ANN), day(BEN), day(HOST_EMAIL)]);
    let bens = reminders_of(&app).await;
    let bens = bens
        .iter()
        .find(|stored| stored.letter.recipient.email == BEN);
    let letter = &bens.unwrap().letter;
    assert_eq!(letter.recipient.zone, "Europe/Berlin");
    assert_eq!(letter.recipient.locale.tag(), "de");
    assert_eq!(
        letter
            .expires_at
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        booked["slot"]["starts_at"].as_str().unwrap()
    );

    go(&app, &booked, Duration::minutes(30));
    let all = [
        day(ANN),
        day(BEN),
        day(HOST_EMAIL),
        soon(ANN),
        soon(BEN),
        soon(HOST_EMAIL),
    ];
    assert_eq!(told(&app).await, all);
    go(&app, &booked, Duration::minutes(-1));
    assert_eq!(told(&app).await, all);
}

/// What was just written about needs no reminder; nor does a time that has passed with another one.
#[rstest]
#[actix_web::test]
async fn who_was_just_told_is_not_reminded(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::VisitSoon;
    let app = TestApp::spawn_with(engine, REMINDERS).await;
    let (_, booked) = visit(&app, 3).await;
    go(&app, &booked, Duration::hours(20));
    // Eve comes within the day, and the node was away when the others were due.
    let guests = json!({ "attendees": [{ "name": "Ben", "email": BEN },
        { "name": "Eve", "email": "eve@example.org" }] });
    let (booking, key) = managed(&booked);
    let path = format!("/api/v1/bookings/{booking}/attendees?key={key}");
    let changed = app.put(&path, &guests).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    app.letters_sent().await;
    go(&app, &booked, Duration::minutes(50));
    let soon = |email: &str| (VisitSoon, email.to_owned());
    let all = [
        soon(ANN),
        soon(BEN),
        soon("eve@example.org"),
        soon(HOST_EMAIL),
    ];
    assert_eq!(told(&app).await, all);
}

/// As many reminders as the setting has times, of one kind or not, each once.
#[rstest]
#[actix_web::test]
async fn a_visit_has_as_many_reminders_as_there_are_times(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::{VisitReminder, VisitSoon};
    let times = "[mail]\nreminders = \"7d,1d,2h,1h\"\n";
    let app = TestApp::spawn_with(engine, times).await;
    let (_, booked) = visit(&app, 10).await;
    app.letters_sent().await;
    let mut anns = Vec::new();
    for (before, kind) in [
        (Duration::days(7), VisitReminder),
        (Duration::days(1), VisitReminder),
        (Duration::hours(2), VisitSoon),
        (Duration::hours(1), VisitSoon),
    ] {
        go(&app, &booked, before);
        anns.push((kind, ANN.to_owned()));
        for _ in 0..2 {
            let told = told(&app).await.into_iter();
            let told: Vec<_> = told.filter(|(_, email)| email == ANN).collect();
            assert_eq!(told, anns);
        }
    }
    assert_eq!(reminders_of(&app).await.len(), 4 * 3);
}

/// Who does not come is not reminded; who changes their mind in time is.
#[rstest]
#[actix_web::test]
async fn who_has_declined_is_not_reminded(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    use LetterKind::{VisitReminder, VisitSoon};
    let app = TestApp::spawn_with(engine, REMINDERS).await;
    let world = World::new(&app, 5).await;
    let slot = id(&world.slot(&app, 10).await);
    let mut booking = booking_of(&slot, ANN);
    let guest = |email: &str| json!({ "name": email, "email": email });
    let (eve, joe) = ("eve@example.org", "joe@example.org");
    booking["attendees"] = json!([guest(BEN), guest(eve), guest(joe)]);
    let booked = app.post("/api/v1/bookings", &booking).await;
    assert_eq!(booked.status, 201, "{}", booked.body);
    let booked = booked.body;
    app.letters_sent().await;
    let answer = async |email: &str, says: &str| {
        let link = link_of(&app, email).await;
        assert_eq!(send(&app, &link, says, "").await.status(), 303, "{email}");
    };
    answer(ANN, "tentative").await;
    answer(BEN, "declined").await;
    answer(eve, "declined").await;
    answer(HOST_EMAIL, "declined").await;
    // Joe says nothing; Eve changes her mind before anybody is reminded.
    answer(eve, "accepted").await;

    go(&app, &booked, Duration::days(1));
    let day = |email: &str| (VisitReminder, email.to_owned());
    let soon = |email: &str| (VisitSoon, email.to_owned());
    let mut all = vec![day(ANN), day(eve), day(joe)];
    assert_eq!(told(&app).await, all);
    // Ben does so after the first; Joe declines.
    answer(BEN, "accepted").await;
    answer(joe, "declined").await;
    assert_eq!(told(&app).await, all, "what was decided stays decided");
    go(&app, &booked, Duration::hours(1));
    all.extend([soon(ANN), soon(BEN), soon(eve)]);
    assert_eq!(told(&app).await, all);
}

#[rstest]
#[actix_web::test]
async fn a_visit_that_moves_or_is_off_takes_its_reminders_along(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    // A mail server that is away, so that reminders wait.
    let smtp = format!("{REMINDERS}transport = \"smtp\"\nsmtp_url = \"smtp://127.0.0.1:9\"\n");
    let app = TestApp::spawn_with(engine, &smtp).await;
    let (world, booked) = visit(&app, 10).await;
    go(&app, &booked, Duration::hours(23));
    assert_eq!(told(&app).await.len(), 3);
    let later = id(&world.slot(&app, 5).await);
    let moved = act(&app, &booked, "reschedule", json!({ "slot_id": later }))
        .await
        .body;
    for stored in reminders_of(&app).await {
        let withdrawn = matches!(stored.state, LetterState::Superseded | LetterState::Sending);
        assert!(withdrawn, "{stored:?}");
    }
    assert_eq!(told(&app).await.len(), 3, "the new time is days away");
    let moved = json!({ "id": booked["id"], "manage_url": booked["manage_url"],
        "slot": moved["slot"] });
    go(&app, &moved, Duration::hours(23));
    assert_eq!(told(&app).await.len(), 6);
    act(&app, &moved, "cancel", json!({})).await;
    go(&app, &moved, Duration::minutes(30));
    assert_eq!(told(&app).await.len(), 6);
}

/// A reminder that still waits when its reader declines is not sent either; the others are.
#[rstest]
#[actix_web::test]
async fn who_declines_is_not_sent_the_reminder_that_waits(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    // A mail server that is away, so that reminders wait.
    let smtp = format!("{REMINDERS}transport = \"smtp\"\nsmtp_url = \"smtp://127.0.0.1:9\"\n");
    let app = TestApp::spawn_with(engine, &smtp).await;
    let (_, booked) = visit(&app, 10).await;
    go(&app, &booked, Duration::hours(23));
    assert_eq!(told(&app).await.len(), 3);
    let link = link_of(&app, BEN).await;
    assert_eq!(send(&app, &link, "declined", "").await.status(), 303);
    for stored in reminders_of(&app).await {
        let waits = stored.state == LetterState::Queued;
        let of_ben = stored.letter.recipient.email == BEN;
        assert!(
            waits != of_ben || stored.state == LetterState::Sending,
            "{stored:?}"
        );
    }
}

/// Asks as a mail program would, from nowhere, without a cookie.
pub async fn by_mail_program(app: &TestApp, method: Method, path: &str, body: &str) -> Answer {
    let request = app.request(method, path).body(body.to_owned());
    let request = request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "https://mail.example.net")
        .header("Sec-Fetch-Site", "cross-site");
    Answer::of(request.send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn one_click_ends_reminders_and_looking_ends_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn_with(engine, REMINDERS).await;
    let (_, booked) = visit(&app, 10).await;
    app.letters_sent().await;
    go(&app, &booked, Duration::hours(23));
    assert_eq!(told(&app).await.len(), 3);
    let all = reminders_of(&app).await;
    let anns = all
        .iter()
        .find(|stored| stored.letter.recipient.email == ANN);
    let url = app
        .server
        .app
        .link_key
        .unsubscribe_url("", anns.unwrap().letter.id);

    let asked = by_mail_program(&app, Method::GET, &url, "").await;
    assert_eq!(asked.status, 200);
    assert!(asked.body.as_str().unwrap().contains(ANN));
    let invite = outbox::newest(&app.server.app, 100).await.unwrap();
    let invite = invite
        .iter()
        .find(|s| s.letter.kind == LetterKind::VisitConfirmed);
    let not_a_list = app
        .server
        .app
        .link_key
        .unsubscribe_url("", invite.unwrap().letter.id);
    let other = all
        .iter()
        .find(|stored| stored.letter.recipient.email == BEN);
    let forged = format!(
        "/unsubscribe/{}.{}",
        other.unwrap().letter.id,
        url.split_once('.').unwrap().1
    );
    for wrong in [
        not_a_list,
        forged,
        "/unsubscribe/x".to_owned(),
        "/unsubscribe/".to_owned(),
    ] {
        for method in [Method::GET, Method::POST] {
            let answer = by_mail_program(&app, method, &wrong, "List-Unsubscribe=One-Click").await;
            assert_eq!(answer.status, 404, "{wrong}");
        }
    }
    for _ in 0..2 {
        let left = by_mail_program(&app, Method::POST, &url, "List-Unsubscribe=One-Click").await;
        assert_eq!(left.status, 200, "{}", left.body);
    }
    go(&app, &booked, Duration::minutes(30));
    let soon = told(&app).await.split_off(3);
    let soon: Vec<_> = soon.iter().map(|(_, email)| email.as_str()).collect();
    assert_eq!(soon, [BEN, HOST_EMAIL]);
    // What has to be told is told all the same.
    let later = act(&app, &booked, "cancel", json!({})).await;
    assert_eq!(later.body["status"], "cancelled");
    let told = outbox::newest(&app.server.app, 100).await.unwrap();
    assert!(
        told.iter()
            .any(|stored| stored.letter.kind == LetterKind::VisitCancelled
                && stored.letter.recipient.email == ANN)
    );

    let again = by_mail_program(&app, Method::POST, &url, "csrf=&again=1").await;
    assert_eq!(again.status, 200);
    let token = url.strip_prefix("/unsubscribe/").unwrap().to_owned();
    let found = unsubscribe::look(&app.server.app, Asking::ByLink(token)).await;
    assert!(found.unwrap().subscribed);
}
