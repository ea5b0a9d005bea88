//! How partnerships live: stages with their history, proposals by letter, the monthly reminder, and what
//! is left of visits.

use chrono::{DateTime, Duration, Utc};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::reminders::by_mail_program;
use crate::support::world::{HOST_EMAIL, World, book, id, kaohsiung, managed, seattle};
use crate::support::{Answer, Engine, TestApp};
use sisterline::app::outbox::StoredLetter;
use sisterline::app::partnership::remind;
use sisterline::app::{Clock, expiry, outbox};
use sisterline::domain::letter::{Content, LetterKind, LetterState};

/// Edits a partnership of the version that it has.
async fn edit(app: &TestApp, token: &str, id: &str, change: Value) -> Answer {
    let path = format!("/api/v1/partnerships/{id}");
    let known = app.send_as(token, Method::GET, &path, &json!({})).await;
    edit_version(
        app,
        token,
        id,
        known.body["version"].as_i64().unwrap(),
        change,
    )
    .await
}

async fn edit_version(app: &TestApp, token: &str, id: &str, version: i64, change: Value) -> Answer {
    let path = format!("/api/v1/partnerships/{id}");
    let request = app.request(Method::PATCH, &path).bearer_auth(token);
    let request = request.header("If-Match", format!("\"{version}\""));
    Answer::of(request.json(&change).send().await.unwrap()).await
}

async fn life(app: &TestApp, token: Option<&str>, id: &str) -> Value {
    let path = format!("/api/v1/partnerships/{id}/life");
    let answer = match token {
        Some(token) => app.send_as(token, Method::GET, &path, &json!({})).await,
        None => app.get(&path).await,
    };
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

async fn letters(app: &TestApp, kind: LetterKind) -> Vec<StoredLetter> {
    let mut all = outbox::newest(&app.server.app, 10_000).await.unwrap();
    all.retain(|stored| stored.letter.kind == kind);
    all
}

fn readers(letters: &[StoredLetter]) -> Vec<&str> {
    let mut to: Vec<&str> = letters
        .iter()
        .map(|stored| stored.letter.recipient.email.as_str())
        .collect();
    to.sort_unstable();
    to
}

fn date(app: &TestApp, days: i64) -> String {
    (app.clock.now() + Duration::days(days))
        .date_naive()
        .to_string()
}

async fn coordinator(app: &TestApp, city: &str) -> String {
    let email = format!("{city}@example.org");
    app.token_of(&email, "coordinator", json!({ "city": city }))
        .await
}

#[rstest]
#[actix_web::test]
async fn stages_change_with_their_history(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let id = world.partnership.as_str();
    let keeper = coordinator(&app, "seattle").await;
    let host = app.token_of(
        "member@example.org",
        "member",
        json!({ "host_id": world.host }),
    );
    let host = host.await;

    let path = format!("/api/v1/partnerships/{id}");
    let change = json!({ "stage": "paused", "why": "The elections come first." });
    let unversioned = app.send_as(&keeper, Method::PATCH, &path, &change).await;
    unversioned.assert_problem(428, "version_required");
    edit(&app, &host, id, change.clone())
        .await
        .assert_problem(403, "forbidden");
    edit_version(&app, &keeper, id, 9, change.clone())
        .await
        .assert_problem(412, "version_mismatch");
    let bad = edit(&app, &keeper, id, json!({ "stage": "pilot" })).await;
    bad.assert_field("stage", "stage_not_reachable");
    bad.assert_field("pilot_ends", "required");

    let paused = edit(&app, &keeper, id, change).await;
    assert_eq!(
        (paused.status, &paused.body["stage"]),
        (200, &json!("paused"))
    );
    let same = edit(&app, &keeper, id, json!({ "stage": "paused" })).await;
    assert_eq!(
        same.body["version"], paused.body["version"],
        "nothing changed"
    );
    let pilot = json!({ "stage": "pilot", "pilot_ends": date(&app, 30) });
    assert_eq!(edit(&app, &keeper, id, pilot).await.status, 200);
    let longer = json!({ "outcome": "extended", "pilot_ends": date(&app, 90) });
    edit(&app, &keeper, id, longer.clone())
        .await
        .assert_field("why", "required");
    let mut said = longer;
    said["why"] = json!("The school year was too short.");
    assert_eq!(edit(&app, &keeper, id, said).await.status, 200);
    let signed = json!({ "outcome": "continued", "why": "Both councils voted for it." });
    assert_eq!(
        edit(&app, &keeper, id, signed).await.body["stage"],
        "official"
    );

    let told = life(&app, Some(&keeper), id).await;
    let kinds: Vec<&str> = told["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["proposed", "stage", "stage", "pilot", "stage"]);
    assert_eq!(told["history"][1]["who"], "seattle@example.org");
    assert_eq!(told["history"][1]["why"], "The elections come first.");
    assert_eq!(told["history"][4]["outcome"], "continued");
    let public = life(&app, None, id).await;
    assert_eq!(public["history"][1]["who"], Value::Null);
    assert_eq!(
        public["history"][1]["why"], "",
        "reasons stay among the cities"
    );
    assert_eq!(
        public["history"][3]["why"],
        "The school year was too short."
    );
    assert_eq!(public["health"], Value::Null);

    let topic = format!("partnership/{id}");
    let events = app
        .get(&format!("/api/v1/events?topic={topic}&after=0"))
        .await;
    let events = events.body["items"].as_array().unwrap().clone();
    let changed = events
        .iter()
        .filter(|event| event["kind"] == "partnership.changed");
    assert_eq!(changed.count(), 4);
    assert!(!Value::from(events).to_string().contains("elections"));
}

/// Only somebody who speaks for all cities tells the world of a partnership.
#[actix_web::test]
async fn one_city_alone_makes_nothing_public() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let keeper = coordinator(&app, "seattle").await;
    let private = json!({ "visibility": "private" });
    assert_eq!(
        edit(&app, &keeper, &world.partnership, private)
            .await
            .status,
        200
    );
    let public = json!({ "visibility": "public" });
    edit(&app, &keeper, &world.partnership, public.clone())
        .await
        .assert_problem(403, "forbidden");
    app.get(&format!("/api/v1/partnerships/{}/life", world.partnership))
        .await
        .assert_problem(404, "not_found");
    let admin = app.admin.clone();
    assert_eq!(
        edit(&app, &admin, &world.partnership, public).await.status,
        200
    );
}

#[rstest]
#[actix_web::test]
async fn a_proposal_is_told_to_those_who_have_to_agree(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    app.create("/api/v1/cities", &kaohsiung()).await;
    app.create("/api/v1/cities", &seattle()).await;
    let (proposer, other) = (
        coordinator(&app, "kaohsiung").await,
        coordinator(&app, "seattle").await,
    );
    let new = json!({ "cities": ["kaohsiung", "seattle"], "stage": "prospective" });
    let made = app
        .send_as(&proposer, Method::POST, "/api/v1/partnerships", &new)
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let id = id(&made.body);
    let proposed = letters(&app, LetterKind::PartnershipProposed).await;
    assert_eq!(readers(&proposed), ["seattle@example.org"]);
    let early = edit(&app, &proposer, &id, json!({ "stage": "official" })).await;
    early.assert_problem(409, "partnership_proposed");

    let path = format!("/api/v1/partnerships/{id}/agree");
    for _ in 0..2 {
        let agreed = app.send_as(&other, Method::POST, &path, &json!({})).await;
        assert_eq!(agreed.body["awaiting"], json!([]));
    }
    let agreed = letters(&app, LetterKind::PartnershipAgreed).await;
    assert_eq!(readers(&agreed), ["kaohsiung@example.org"]);
    let told = life(&app, Some(&other), &id).await;
    assert_eq!(told["history"][1]["kind"], "agreed");
    assert_eq!(told["history"][1]["city"], "seattle");
    app.letters_sent().await;
}

#[rstest]
#[actix_web::test]
async fn a_quiet_partnership_is_recalled_once_a_month(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let keeper = coordinator(&app, "seattle").await;
    coordinator(&app, "kaohsiung").await;
    // Speaks for both cities, and is written to once.
    app.token_of(
        "both@example.org",
        "coordinator",
        json!({ "city": "seattle" }),
    )
    .await;
    let second = json!({ "email": "both@example.org", "name": "Both", "role": "coordinator", "city": "kaohsiung" });
    app.create("/api/v1/roles", &second).await;
    let node = &app.server.app;
    assert_eq!(remind::run(node).await.unwrap(), 0, "it is young");

    app.clock.advance(Duration::days(200));
    let overview = app
        .send_as(
            &keeper,
            Method::GET,
            "/api/v1/partnerships/overview",
            &json!({}),
        )
        .await;
    assert_eq!(overview.body["items"][0]["attention"], json!(["quiet"]));
    let runs = futures_util::future::join_all((0..4).map(|_| remind::run(node))).await;
    let reminded: usize = runs.into_iter().map(Result::unwrap).sum();
    assert_eq!(reminded, 1);
    let all = [
        "both@example.org",
        "kaohsiung@example.org",
        "seattle@example.org",
    ];
    let written = letters(&app, LetterKind::PartnershipQuiet).await;
    assert_eq!(readers(&written), all);
    for stored in &written {
        let Content::Partnership(facts) = &stored.letter.content else {
            panic!("{stored:?}");
        };
        assert_eq!(facts.times.len(), 3);
        assert!(
            facts
                .times
                .iter()
                .all(|time| time.starts_at > app.clock.now())
        );
    }

    // A restart, and another node.
    let app = TestApp::on(app.stop().await, "").await;
    app.clock.advance(Duration::days(200));
    assert_eq!(remind::run(&app.server.app).await.unwrap(), 0);

    // One of them has enough.
    let link = &app.server.app.link_key;
    let link = link.unsubscribe_url("", written[0].letter.id);
    let left = by_mail_program(&app, Method::POST, &link, "List-Unsubscribe=One-Click").await;
    assert_eq!(left.status, 200, "{}", left.body);
    let enough = written[0].letter.recipient.email.clone();
    app.clock.advance(Duration::days(32));
    assert_eq!(remind::run(&app.server.app).await.unwrap(), 1);
    let again = letters(&app, LetterKind::PartnershipQuiet).await;
    assert_eq!(again.len(), 5);
    let to_them = again
        .iter()
        .filter(|stored| stored.letter.recipient.email == enough);
    assert_eq!(to_them.count(), 1);

    // A visit ahead, and it is quiet no longer.
    app.clock.advance(Duration::days(32));
    let slot = id(&world.slot(&app, 9).await);
    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);
    assert_eq!(remind::run(&app.server.app).await.unwrap(), 0);
}

/// Who has enough of one partnership's letters still gets those about another, and what waits to be
/// sent is taken back.
#[rstest]
#[actix_web::test]
async fn one_click_ends_the_letters_about_one_partnership(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    // A mail server that is away, so that letters wait.
    let away = "[mail]\ntransport = \"smtp\"\nsmtp_url = \"smtp://127.0.0.1:9\"\n";
    let app = TestApp::spawn_with(engine, away).await;
    let world = World::new(&app, 3).await;
    let prague = json!({ "slug": "prague", "name": "Prague", "country": "CZ",
        "zone": "Europe/Prague", "languages": ["cs"] });
    app.create("/api/v1/cities", &prague).await;
    let cities = json!({ "cities": ["seattle", "prague"], "stage": "official" });
    app.create("/api/v1/partnerships", &cities).await;
    coordinator(&app, "seattle").await;
    coordinator(&app, "kaohsiung").await;
    app.clock.advance(Duration::days(200));
    let node = &app.server.app;
    assert_eq!(remind::run(node).await.unwrap(), 2);
    let about = |stored: &StoredLetter| match &stored.letter.content {
        Content::Partnership(facts) => facts.partnership_id.to_string(),
        _ => String::new(),
    };
    let seattles = |letters: Vec<StoredLetter>| {
        let to = |stored: &StoredLetter| stored.letter.recipient.email == "seattle@example.org";
        letters.into_iter().filter(to).collect::<Vec<_>>()
    };
    let written = seattles(letters(&app, LetterKind::PartnershipQuiet).await);
    assert_eq!(written.len(), 2);
    let first = written
        .iter()
        .find(|stored| about(stored) == world.partnership)
        .unwrap();
    let link = node.link_key.unsubscribe_url("", first.letter.id);
    let asked = by_mail_program(&app, Method::GET, &link, "").await;
    let page = asked.body.as_str().unwrap();
    assert!(page.contains("seattle@example.org") && page.contains("Kaohsiung – Seattle"));
    for _ in 0..2 {
        let left = by_mail_program(&app, Method::POST, &link, "List-Unsubscribe=One-Click").await;
        assert_eq!(left.status, 200, "{}", left.body);
    }
    for stored in letters(&app, LetterKind::PartnershipQuiet).await {
        let left = stored.letter.id == first.letter.id;
        // One that is just being tried is not tried again.
        let taken = matches!(stored.state, LetterState::Superseded | LetterState::Sending);
        assert!(taken || !left, "{stored:?}");
        assert!(
            stored.state != LetterState::Superseded || left,
            "{stored:?}"
        );
    }
    app.clock.advance(Duration::days(32));
    assert_eq!(remind::run(node).await.unwrap(), 2);
    let all = letters(&app, LetterKind::PartnershipQuiet).await;
    let kaohsiungs = readers(&all);
    let kaohsiungs = kaohsiungs
        .iter()
        .filter(|to| **to == "kaohsiung@example.org");
    assert_eq!(kaohsiungs.count(), 2);
    let mut seattles: Vec<String> = seattles(all).iter().map(about).collect();
    seattles.retain(|of| *of == world.partnership);
    assert_eq!(seattles.len(), 1, "none but the one that was left");

    let again = by_mail_program(&app, Method::POST, &link, "again=1").await;
    assert_eq!(again.status, 200);
    app.clock.advance(Duration::days(32));
    assert_eq!(remind::run(node).await.unwrap(), 2);
    let all = letters(&app, LetterKind::PartnershipQuiet).await;
    assert_eq!(all.len(), 3 + 2 + 3);
}

/// A visit that has taken place: the booking's id and key, and its host's token.
async fn visited(app: &TestApp, world: &World) -> (String, String, String) {
    let slot = id(&world.slot(app, 7).await);
    let booked = book(app, &slot, "ann@example.org").await;
    let (id, key) = managed(&booked.body);
    let path = format!("/api/v1/bookings/{id}/report?key={key}");
    app.get(&path).await.assert_problem(409, "not_visited");
    app.clock.advance(Duration::days(8));
    let host = app.token_of(
        "host@example.org",
        "member",
        json!({ "host_id": world.host }),
    );
    (id, key, host.await)
}

async fn put_outcome(
    app: &TestApp,
    token: Option<&str>,
    path: &str,
    version: i64,
    body: Value,
) -> Answer {
    let request = app
        .request(Method::PUT, path)
        .header("If-Match", format!("\"{version}\""));
    let request = match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    Answer::of(request.json(&body).send().await.unwrap()).await
}

#[rstest]
#[actix_web::test]
async fn what_is_left_of_a_visit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let (booking, key, host) = visited(&app, &world).await;
    let base = format!("/api/v1/bookings/{booking}");
    let by_key = |what: &str| format!("{base}/{what}?key={key}");
    app.get(&format!("{base}/report"))
        .await
        .assert_problem(404, "not_found");
    app.get(&format!("{base}/report?key=forged"))
        .await
        .assert_problem(404, "not_found");
    let report = app.get(&by_key("report")).await;
    assert_eq!(report.body["side"], "guests");
    let people = report.body["people"].as_array().unwrap().clone();
    assert!(people.iter().all(|person| person.get("email").is_none()));

    // Who came is the hosts' to say.
    let attendance =
        json!({ "headcount": 27, "people": [{ "id": people[0]["id"], "came": true }] });
    app.put(&by_key("attendance"), &attendance)
        .await
        .assert_problem(403, "forbidden");
    let path = format!("{base}/attendance");
    let wrong = json!({ "headcount": -1, "people": [{ "id": "nobody", "came": true }] });
    let wrong = app.send_as(&host, Method::PUT, &path, &wrong).await;
    wrong.assert_field("headcount", "out_of_range");
    wrong.assert_field("people[0].id", "unknown_attendee");
    let crowd: Vec<Value> = (0..500)
        .map(|_| json!({ "id": people[0]["id"], "came": true }))
        .collect();
    let crowd = app
        .send_as(&host, Method::PUT, &path, &json!({ "people": crowd }))
        .await;
    crowd.assert_field("people", "too_many");
    let marked = app.send_as(&host, Method::PUT, &path, &attendance).await;
    assert_eq!(marked.body["people"][0]["came"], true, "{}", marked.body);
    let numbers = life(&app, None, &world.partnership).await;
    assert_eq!(numbers["years"][0]["visits"], 1);
    assert_eq!(
        numbers["years"][0]["tracks"],
        json!([{ "track": "official", "visits": 1, "people": 27 }])
    );
    assert_eq!(numbers["last_visit"]["title"], "City hall tour");

    // The guests offer their words; the hosts publish them.
    let words = json!({ "text": "We want to sail there.", "locale": "en", "public": true });
    let long = json!({ "text": "x".repeat(2_001), "locale": "en" });
    put_outcome(&app, None, &by_key("outcome"), 0, long)
        .await
        .assert_field("text", "too_long");
    let written = put_outcome(&app, None, &by_key("outcome"), 0, words.clone()).await;
    assert_eq!(
        written.body["outcomes"][0]["public"], false,
        "{}",
        written.body
    );
    put_outcome(&app, None, &by_key("outcome"), 0, words)
        .await
        .assert_problem(412, "version_mismatch");
    let told = life(&app, None, &world.partnership).await;
    assert_eq!(told["outcomes"], json!([]));
    let publish = format!("{base}/outcome/publish");
    let publishing = |token: String| {
        let request = app
            .request(Method::POST, &publish)
            .header("If-Match", "\"1\"");
        request
            .bearer_auth(token)
            .json(&json!({ "public": true }))
            .send()
    };
    let stranger = app
        .token_of(
            "x@example.org",
            "coordinator",
            json!({ "city": "kaohsiung" }),
        )
        .await;
    let published = Answer::of(publishing(stranger).await.unwrap()).await;
    assert_eq!(
        published.status, 200,
        "a coordinator may: {}",
        published.body
    );
    let private = json!({ "text": "Ours was too long.", "locale": "en", "public": false });
    let path = format!("{base}/outcome");
    assert_eq!(
        put_outcome(&app, Some(&host), &path, 0, private)
            .await
            .status,
        200
    );
    let told = life(&app, None, &world.partnership).await;
    assert_eq!(told["outcomes"].as_array().unwrap().len(), 1);
    assert_eq!(told["outcomes"][0]["outcomes"].as_array().unwrap().len(), 1);
    assert_eq!(
        told["outcomes"][0]["outcomes"][0]["text"],
        "We want to sail there."
    );
    // New words of the guests have to be published anew.
    let other = json!({ "text": "Buy my boat.", "locale": "en", "public": true });
    assert_eq!(
        put_outcome(&app, None, &by_key("outcome"), 2, other)
            .await
            .status,
        200
    );
    assert_eq!(
        life(&app, None, &world.partnership).await["outcomes"],
        json!([])
    );
}

#[rstest]
#[actix_web::test]
async fn a_day_after_a_visit_its_contact_and_hosts_are_asked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn_with(engine, "[booking]\nexpiry_seconds = 3600\n").await;
    let world = World::new(&app, 3).await;
    let made = world.slot(&app, 7).await;
    let slot = id(&made);
    let (kept, _) = managed(&book(&app, &slot, "ann@example.org").await.body);
    let (gone, key) = managed(&book(&app, &slot, "bo@example.org").await.body);
    let cancelled = app
        .post(
            &format!("/api/v1/bookings/{gone}/cancel?key={key}"),
            &json!({}),
        )
        .await;
    assert_eq!(cancelled.status, 200);
    let (moved, key) = managed(&book(&app, &slot, "cy@example.org").await.body);
    let later = id(&world.slot(&app, 30).await);
    let path = format!("/api/v1/bookings/{moved}/reschedule?key={key}");
    assert_eq!(
        app.post(&path, &json!({ "slot_id": later })).await.status,
        200
    );
    app.letters_sent().await;

    let ends: DateTime<Utc> = made["ends_at"].as_str().unwrap().parse().unwrap();
    app.clock
        .advance(ends - app.clock.now() + Duration::hours(1));
    let node = &app.server.app;
    let runs = futures_util::future::join_all((0..3).map(|_| expiry::run(node))).await;
    assert!(runs.iter().all(Result::is_ok));
    let asked = letters(&app, LetterKind::VisitFollowUp).await;
    assert_eq!(readers(&asked), ["ann@example.org", HOST_EMAIL]);
    for stored in &asked {
        assert_eq!(stored.letter.booking_id.unwrap().to_string(), kept);
        let Content::Visit(visit) = &stored.letter.content else {
            panic!("{stored:?}");
        };
        assert_eq!(stored.due_at, visit.ends_at + Duration::days(1));
        assert!(stored.sent_at.is_none());
    }
    // A visit that is noted as over much too late is not asked about.
    app.clock.advance(Duration::days(60));
    expiry::run(node).await.unwrap();
    assert_eq!(letters(&app, LetterKind::VisitFollowUp).await.len(), 2);
}
