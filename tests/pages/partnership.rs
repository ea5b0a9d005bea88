//! Coordinators look after partnerships, and those who met write down what came of it, by forms alone.

use chrono::Duration;
use serde_json::json;
use sisterline::app::outbox;
use sisterline::app::partnership::remind;
use sisterline::domain::letter::Content;

use crate::browser::Browser;
use crate::support::world::{HOST_EMAIL, World, book, id, managed};
use crate::support::{Engine, TestApp};

const KEEPER: &str = "keeper@seattle.example";

async fn keeper(app: &TestApp) {
    let role =
        json!({ "email": KEEPER, "name": "Keeper", "role": "coordinator", "city": "seattle" });
    app.create("/api/v1/roles", &role).await;
}

#[actix_web::test]
async fn a_coordinator_finds_what_needs_attention_and_changes_the_stage() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    keeper(&app).await;
    app.clock.advance(Duration::days(200));
    let browser = Browser::signed_in(&app, KEEPER).await;
    browser
        .get("/console")
        .await
        .assert_has("href=\"/console/partnerships\"");
    let overview = browser.get("/console/partnerships").await;
    overview.assert_has("data-health=\"quiet\"");
    let path = format!("/console/partnerships/{}/edit", world.partnership);
    overview.assert_has(&path);

    let wrong = browser
        .send_from(
            &browser.get(&path).await,
            &path,
            &[("form", "stage"), ("version", "1"), ("stage", "pilot")],
        )
        .await;
    assert_eq!(wrong.status, 422);
    let page = browser.get(&path).await;
    let fields = [
        ("form", "stage"),
        ("version", "1"),
        ("stage", "paused"),
        ("why", "Elections <b>"),
    ];
    let saved = browser.send_from(&page, &path, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let page = browser.get(&saved.location).await;
    page.assert_has("New stage: Paused");
    page.assert_has("Elections &#60;b&#62;");
    page.assert_has("by Keeper");
    // Whoever edits what they saw before is told.
    let stale = browser
        .send_from(
            &page,
            &path,
            &[("form", "stage"), ("version", "1"), ("stage", "ended")],
        )
        .await;
    assert_eq!(stale.status, 409);
    stale.assert_has("Somebody else has saved something meanwhile");

    let public = Browser::guest(&app)
        .get(&format!("/partnerships/{}", world.partnership))
        .await;
    public.assert_has("New stage: Paused");
    public.assert_lacks("Elections");
    public.assert_lacks("Keeper");
    let host = Browser::signed_in(&app, HOST_EMAIL).await;
    assert_eq!(host.get(&path).await.status, 404);
    assert_eq!(host.get("/console/partnerships").await.location, "/console");
    assert_eq!(Browser::guest(&app).get(&path).await.location, "/sign-in");
}

#[actix_web::test]
async fn those_who_met_write_it_down_and_book_the_next_visit() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let (booking, key) = managed(&book(&app, &slot, "ann@example.org").await.body);
    let report = format!("/bookings/{booking}/report");
    let guest = Browser::guest(&app);
    assert_eq!(guest.get(&format!("{report}?key={key}")).await.status, 409);
    app.clock.advance(Duration::days(8));
    let next = id(&world.slot(&app, 9).await);

    assert_eq!(guest.get(&report).await.location, "/sign-in");
    assert_eq!(guest.get(&format!("{report}?key=forged")).await.status, 404);
    let shown = guest.get(&format!("/bookings/{booking}?key={key}")).await;
    shown.assert_has(&format!("{report}?key={key}"));
    let page = guest.get(&format!("{report}?key={key}")).await;
    page.assert_lacks(&format!("action=\"/bookings/{booking}/attendance"));
    let path = format!("/bookings/{booking}/outcome");
    let words = [
        ("key", key.as_str()),
        ("version", "0"),
        ("text", "Wir fahren hin."),
        ("outcome_locale", "de"),
        ("public", "yes"),
    ];
    let saved = guest.send_from(&page, &path, &words).await;
    assert_eq!(saved.status, 303, "{}", saved.text);

    let host = Browser::signed_in(&app, HOST_EMAIL).await;
    let page = host.get(&report).await;
    page.assert_has("Wir fahren hin.");
    page.assert_lacks("ann@example.org");
    let path = format!("/bookings/{booking}/attendance");
    let wrong = host.send_from(&page, &path, &[("headcount", "many")]).await;
    assert_eq!(wrong.status, 422);
    let counted = host.send_from(&page, &path, &[("headcount", "31")]).await;
    assert_eq!(counted.status, 303, "{}", counted.text);
    let path = format!("/bookings/{booking}/outcome/publish");
    let published = host
        .send_from(&page, &path, &[("version", "1"), ("public", "yes")])
        .await;
    assert_eq!(published.status, 303, "{}", published.text);
    let public = guest
        .get(&format!("/partnerships/{}", world.partnership))
        .await;
    public.assert_has("<blockquote lang=\"de\"><p class=\"pre\">Wir fahren hin.</p>");
    public.assert_has(">31");

    // The next visit's form is filled in for who has the key, and for nobody else.
    let page = guest.get(&format!("{report}?key={key}")).await;
    let link = format!(
        "/slots/{next}?partnership={}&#38;again={booking}&#38;key={key}",
        world.partnership
    );
    page.assert_has(&link);
    let form = guest.get(&link.replace("&#38;", "&")).await;
    form.assert_has("value=\"Garfield High School\"");
    form.assert_has("value=\"ann@example.org\"");
    for other in ["", "&key=forged"] {
        let form = guest
            .get(&format!("/slots/{next}?again={booking}{other}"))
            .await;
        assert_eq!(form.status, 200);
        form.assert_lacks("ann@example.org");
        form.assert_lacks("Garfield");
    }
}

#[actix_web::test]
async fn a_letters_link_shows_and_its_button_stops_the_reminders() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    keeper(&app).await;
    app.clock.advance(Duration::days(200));
    let node = &app.server.app;
    assert_eq!(remind::run(node).await.unwrap(), 1);
    let letters = outbox::newest(node, 100).await.unwrap();
    let facts = letters
        .iter()
        .find_map(|stored| match &stored.letter.content {
            Content::Partnership(facts) => Some(facts.clone()),
            _ => None,
        });
    let facts = facts.unwrap();
    let link = node
        .link_key
        .reminder_url("", facts.person_id, facts.partnership_id);
    let browser = Browser::guest(&app);
    for _ in 0..2 {
        browser.get(&link).await.assert_has("Remind me no more");
    }
    let page = browser.get(&link).await;
    let path = format!("/partnerships/{}/reminders", facts.partnership_id);
    let (person, key) = (facts.person_id.to_string(), page.hidden(&path, "key"));
    let forged = [
        ("person", person.as_str()),
        ("key", "forged"),
        ("unwanted", "yes"),
    ];
    assert_eq!(browser.post(&path, &forged).await.status, 404);
    let fields = [
        ("person", person.as_str()),
        ("key", &key),
        ("unwanted", "yes"),
    ];
    let stopped = browser.post(&path, &fields).await;
    assert_eq!(stopped.status, 303, "{}", stopped.text);
    browser.get(&link).await.assert_has("Remind me again");
}

/// A letter names a time to offer; the console's form then holds it.
#[actix_web::test]
async fn a_time_from_a_letter_stands_in_the_form() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    let page = browser.get("/console?date=2027-03-04&time=09:30").await;
    page.assert_has("value=\"2027-03-04\"");
    page.assert_has("value=\"09:30\"");
}
