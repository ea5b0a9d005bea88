//! Coordinators look after partnerships, and those who met write down what came of it, by forms alone.

use chrono::Duration;
use serde_json::json;
use sisterline::app::outbox;
use sisterline::app::partnership::remind;
use sisterline::domain::letter::LetterKind;

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

/// The link in the letter and the switch on the partnership's page say the same.
#[actix_web::test]
async fn a_letters_link_and_the_partnerships_page_switch_the_same_letters() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    keeper(&app).await;
    app.clock.advance(Duration::days(200));
    let node = &app.server.app;
    assert_eq!(remind::run(node).await.unwrap(), 1);
    let letters = outbox::newest(node, 100).await.unwrap();
    let letter = letters
        .iter()
        .find(|stored| stored.letter.kind == LetterKind::PartnershipQuiet);
    let link = node.link_key.unsubscribe_url("", letter.unwrap().letter.id);
    let guest = Browser::guest(&app);
    for _ in 0..2 {
        guest.get(&link).await.assert_has("Remind me no more");
    }
    let stopped = guest.post(&link, &[]).await;
    stopped.assert_has("is not reminded of this partnership any more: Kaohsiung – Seattle");

    let own = Browser::signed_in(&app, KEEPER).await;
    let path = format!("/partnerships/{}/reminders", world.partnership);
    let shown = own
        .get(&format!("/partnerships/{}", world.partnership))
        .await;
    shown.assert_has(&path);
    let page = own.get(&path).await;
    page.assert_has("Remind me again");
    page.assert_has(KEEPER);
    let joined = own.send_from(&page, &path, &[("again", "1")]).await;
    assert_eq!(joined.status, 200, "{}", joined.text);
    guest.get(&link).await.assert_has("Remind me no more");
    let left = own.send_from(&joined, &path, &[]).await;
    assert_eq!(left.status, 200, "{}", left.text);
    guest.get(&link).await.assert_has("Remind me again");

    // Nobody else has such letters to switch, and no other site switches them.
    assert_eq!(guest.get(&path).await.location, "/sign-in");
    let host = Browser::signed_in(&app, HOST_EMAIL).await;
    assert_eq!(host.get(&path).await.status, 403);
    host.get(&format!("/partnerships/{}", world.partnership))
        .await
        .assert_lacks(&path);
    assert_eq!(own.post(&path, &[("again", "1")]).await.status, 403);
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
