//! A poll by forms alone: opened from the finder's times, answered by link, closed.

use chrono::{Duration, Utc};
use rstest::rstest;
use serde_json::json;
use sisterline::app::Clock;

use crate::browser::{Browser, Page};
use crate::support::world::World;
use crate::support::{Engine, TestApp};

const KEEPER: &str = "keeper@kaohsiung.example";

/// In so many days, at nine in Taipei.
fn at(app: &TestApp, days: i64) -> String {
    let day: chrono::DateTime<Utc> = app.clock.now() + Duration::days(days);
    format!("{}T01:00:00Z", day.date_naive())
}

/// The link for a city, as the coordinator's page shows it, without the host.
fn link(page: &Page, after: &str) -> String {
    let (_, rest) = page.text.split_once(after).unwrap();
    let (_, rest) = rest.split_once("href=\"http://").unwrap();
    let (url, _) = rest.split_once('"').unwrap();
    let (_, path) = url.split_once('/').unwrap();
    format!("/{path}")
}

#[rstest]
#[actix_web::test]
async fn a_poll_is_opened_answered_and_closed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    app.token_of(KEEPER, "coordinator", json!({ "city": "kaohsiung" }))
        .await;
    let desk = Browser::signed_in(&app, KEEPER).await;
    let (one, other) = (at(&app, 10), at(&app, 11));
    let new = format!("/console/polls/new?city=seattle&city=kaohsiung&at={one}&at={other}");
    let page = desk.get(&new).await;
    page.assert_has(&one);
    let what = format!("{} {}", world.partnership, world.offer);
    let form = [
        ("what", what.as_str()),
        ("guests", ""),
        ("organization", "Garfield High School"),
        ("seats", "1"),
        ("offered", one.as_str()),
        ("offered", other.as_str()),
        ("at", one.as_str()),
    ];
    // Without any time it is shown again, with what was typed.
    let refused = desk.send_from(&page, "/console/polls", &form[..6]).await;
    assert_eq!(refused.status, 422, "{}", refused.text);
    refused.assert_has("Propose at least one time");
    refused.assert_has("value=\"Garfield High School\"");
    let opened = desk.send_from(&page, "/console/polls", &form).await;
    let again = desk.send_from(&page, "/console/polls", &form).await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    assert_eq!(opened.location, again.location, "one poll");
    let (path, _) = opened.location.split_once('?').unwrap();
    let shown = desk.get(path).await;

    let guest = Browser::guest(&app);
    let address = link(&shown, "Link for Seattle");
    let page = guest.get(&address).await;
    page.assert_has("You answer for Seattle.");
    let action = address.replacen('?', "/vote?", 1);
    let half = guest
        .send_from(&page, &action, &[("name", "Ann Lee")])
        .await;
    assert_eq!(half.status, 422, "{}", half.text);
    half.assert_has("Answer every time.");
    let vote = [("name", "Ann \"<b>Lee"), ("answer-0", "if_need_be")];
    let sent = guest.send_from(&page, &action, &vote).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    // The address that is passed on stays the city's; the answer is this browser's by its cookie.
    assert!(!sent.location.contains("voter="), "{}", sent.location);
    let page = guest.get(&sent.location).await;
    page.assert_has("Your answer is in.");
    page.assert_has("0 yes · 1 if need be · 0 no");
    let vote = [("name", "Ann Lee"), ("answer-0", "yes")];
    let changed = guest.send_from(&page, &action, &vote).await;
    assert_eq!(changed.status, 303, "{}", changed.text);
    let page = guest.get(&changed.location).await;
    page.assert_has("1 yes · 0 if need be · 0 no");
    page.assert_has("One answer");
    // Somebody else with the same link is somebody else.
    let other = Browser::guest(&app).get(&address).await;
    other.assert_lacks("Ann Lee");
    assert_eq!(guest.get(path).await.location, "/sign-in");

    let shown = desk.get(path).await;
    shown.assert_has("Ann Lee");
    let close = format!("{path}/close");
    let closed = desk.send_from(&shown, &close, &[("candidate", "0")]).await;
    assert_eq!(closed.status, 303, "{}", closed.text);
    desk.get(&closed.location)
        .await
        .assert_has("Garfield High School");
    let late = guest.send_from(&page, &action, &vote).await;
    assert_eq!(late.status, 409);
    late.assert_has("A time has been chosen already.");
    guest.get(&address).await.assert_has("A time was chosen:");
}
