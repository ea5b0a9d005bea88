use chrono::Duration;
use rstest::rstest;
use serde_json::json;
use sisterline::app::Clock;

use crate::browser::Browser;
use crate::support::world::{HOST_EMAIL, World, book, id, offer_of};
use crate::support::{Engine, TestApp};

/// A host in Seattle, where clocks are put forward and back, with a member and an offer.
async fn seattle_host(app: &TestApp) -> (String, String) {
    let host = json!({ "city": "seattle", "name": "Aquarium", "kind": "association",
        "track": "culture" });
    let host = id(&app.create("/api/v1/hosts", &host).await);
    let member = json!({ "email": "otter@seattle.example", "name": "Ann", "role": "member",
        "host_id": host });
    app.create("/api/v1/roles", &member).await;
    let offer = id(&app
        .create("/api/v1/offers", &offer_of(&host, 8, "public"))
        .await);
    (host, offer)
}

fn in_days(app: &TestApp, days: i64) -> String {
    (app.clock.now() + Duration::days(days))
        .date_naive()
        .to_string()
}

#[actix_web::test]
async fn guests_are_asked_to_sign_in() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let page = Browser::guest(&app).get("/console").await;
    assert_eq!((page.status, page.location.as_str()), (303, "/sign-in"));
}

#[rstest]
#[actix_web::test]
async fn a_host_adds_a_time_once_and_sees_who_has_booked_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    let console = browser.get("/console").await;
    console.assert_has(&format!("data-live-topic=\"offer/{}\"", world.offer));
    let date = in_days(&app, 7);
    let form = [
        ("offer", world.offer.as_str()),
        ("date", &date),
        ("time", "09:30"),
        ("capacity", ""),
    ];
    let added = browser.send_from(&console, "/console/slots", &form).await;
    assert_eq!(added.status, 303, "{}", added.text);
    assert!(
        added.location.starts_with("/console?"),
        "{}",
        added.location
    );
    let slot = added.location.split("#slot-").nth(1).unwrap().to_owned();
    // A second click of the same form adds nothing.
    let again = browser.send_from(&console, "/console/slots", &form).await;
    assert_eq!(again.location, added.location);

    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);
    let page = browser.get(&added.location).await;
    page.assert_has(&format!("id=\"slot-{slot}\""));
    assert_eq!(page.text.matches("data-slot-id=").count(), 1);
    page.assert_has("Garfield High School");
    page.assert_has("Ann Lee · ann@example.org");
    page.assert_has(&format!("{date}T09:30:00+08:00"));
    page.assert_has("data-live-seq=\"2\"");
}

#[actix_web::test]
async fn what_is_wrong_with_a_time_stands_at_its_field() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = world.slot(&app, 7).await;
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    let past = in_days(&app, -3);
    let taken = slot["local_start"].as_str().unwrap()[..10].to_owned();
    let cases = [
        ("", "09:00", "3", "date", "fill this in"),
        (&past, "09:00", "3", "date", "yet to come"),
        (&past, "", "3", "time", "fill this in"),
        (&past, "09:00", "many", "capacity", "1 to 10000"),
        (&taken, "09:15", "3", "time", "another visit"),
    ];
    for (date, time, capacity, field, words) in cases {
        let form = [
            ("offer", world.offer.as_str()),
            ("date", date),
            ("time", time),
            ("capacity", capacity),
        ];
        let page = browser.send("/console/slots", &form).await;
        assert_eq!(page.status, 422, "{form:?}");
        let error = page.error_at(&format!("f-add-slot-{field}"));
        assert!(error.contains(words), "{form:?}: {error}");
        page.assert_has(&format!("type=\"time\" value=\"{time}\""));
        page.assert_has(&format!("value=\"{capacity}\""));
    }
}

#[rstest]
#[case::skipped("2027-03-14", "02:30", &["gap_shifted"], "2027-03-14T03:30:00-07:00")]
#[case::twice("2027-11-07", "01:30", &["fold_first", "fold_second"], "2027-11-07T01:30:00-08:00")]
#[actix_web::test]
async fn a_wall_clock_that_is_skipped_or_comes_twice_is_asked_about(
    #[case] date: &str,
    #[case] time: &str,
    #[case] choices: &[&str],
    #[case] start: &str,
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let (_, offer) = seattle_host(&app).await;
    // The dates are of one year: the clock is put before them.
    let before = chrono::DateTime::parse_from_rfc3339("2026-12-01T00:00:00Z").unwrap();
    app.clock.advance(before.to_utc() - app.clock.now());
    let browser = Browser::signed_in(&app, "otter@seattle.example").await;
    let typed = [
        ("offer", offer.as_str()),
        ("date", date),
        ("time", time),
        ("capacity", "5"),
    ];
    let asked = browser.send("/console/slots", &typed).await;
    assert_eq!(asked.status, 422);
    assert_eq!(
        asked.text.matches("name=\"resolution\"").count(),
        choices.len()
    );
    for choice in choices {
        asked.assert_has(&format!("name=\"resolution\" value=\"{choice}\""));
    }
    for kept in [date, time, "5"] {
        asked.assert_has(&format!("value=\"{kept}\""));
    }
    asked.assert_has(&format!("value=\"{offer}\" selected"));

    let chosen = choices.last().unwrap();
    let form: Vec<(&str, &str)> = typed.into_iter().chain([("resolution", *chosen)]).collect();
    let added = browser.send_from(&asked, "/console/slots", &form).await;
    assert_eq!(added.status, 303, "{}", added.text);
    browser.get(&added.location).await.assert_has(start);
}

#[actix_web::test]
async fn others_keep_their_hands_off_a_hosts_times() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    seattle_host(&app).await;
    let other = Browser::signed_in(&app, "otter@seattle.example").await;
    other
        .get("/console")
        .await
        .assert_lacks("International Affairs");
    let console = other.get(&format!("/console?host={}", world.host)).await;
    console.assert_lacks("International Affairs");
    let date = in_days(&app, 9);
    let form = [
        ("offer", world.offer.as_str()),
        ("date", &date),
        ("time", "09:00"),
    ];
    assert_eq!(
        other
            .send_from(&console, "/console/slots", &form)
            .await
            .status,
        403
    );
    let csrf = console.hidden("/console/slots", "csrf");
    let cancel = format!("/console/slots/{slot}/cancel");
    assert_eq!(other.post(&cancel, &[("csrf", &csrf)]).await.status, 403);
    assert_eq!(Browser::guest(&app).post(&cancel, &[]).await.status, 401);
    let seen = app.get(&format!("/api/v1/slots/{slot}")).await;
    assert_eq!(seen.body["status"], "open");
}

#[actix_web::test]
async fn a_form_of_another_session_is_refused() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    let theirs = Browser::signed_in(&app, HOST_EMAIL)
        .await
        .get("/console")
        .await;
    let foreign = theirs.hidden("/console/slots", "csrf");
    let cancel = format!("/console/slots/{slot}/cancel");
    for path in [
        "/console/slots",
        "/console/cities",
        "/console/partnerships",
        "/console/hosts",
        "/console/offers",
        "/console/roles",
        &cancel,
    ] {
        for csrf in ["", foreign.as_str()] {
            let sent = browser.post(path, &[("csrf", csrf)]).await;
            assert_eq!(sent.status, 403, "{path}");
        }
    }
    let seen = app.get(&format!("/api/v1/slots/{slot}")).await;
    assert_eq!(seen.body["status"], "open");
}

#[actix_web::test]
async fn a_host_calls_a_time_off() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    browser
        .get("/console")
        .await
        .assert_has("One party has booked it");
    let sent = browser
        .send(&format!("/console/slots/{slot}/cancel"), &[])
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    let page = browser.get(&sent.location).await;
    page.assert_has("data-state=\"cancelled\"");
    page.assert_has("Everybody who had booked is told by mail.");
    page.assert_lacks(&format!("/console/slots/{slot}/cancel"));
    page.assert_lacks("ann@example.org");
    let seen = app.get(&format!("/api/v1/slots/{slot}")).await;
    assert_eq!(seen.body["status"], "cancelled");
}

/// Whoever manages many hosts sees one at a time and the way to each.
#[actix_web::test]
async fn many_hosts_are_one_at_a_time() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let mut hosts = Vec::new();
    for n in 0..5 {
        let host = json!({ "city": "seattle", "name": format!("School {n}"), "kind": "school",
            "track": "education" });
        hosts.push(id(&app.create("/api/v1/hosts", &host).await));
    }
    let browser = Browser::signed_in(&app, "admin@example.org").await;
    let page = browser.get("/console").await;
    assert_eq!(page.text.matches("class=\"desk\"").count(), 1);
    page.assert_has("aria-label=\"International Affairs\"");
    page.assert_has(&format!("data-live-topic=\"offer/{}\"", world.offer));
    for host in &hosts {
        page.assert_has(&format!("href=\"/console?host={host}\""));
    }
    let page = browser.get(&format!("/console?host={}", hosts[3])).await;
    assert_eq!(page.text.matches("class=\"desk\"").count(), 1);
    page.assert_has("aria-label=\"School 3\"");
}
