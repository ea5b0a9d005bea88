//! A visitor books and calls off by forms alone.

use rstest::rstest;

use crate::browser::{Browser, Page};
use crate::support::world::{World, book, id};
use crate::support::{Engine, TestApp};

const FIELDS: [(&str, &str); 5] = [
    ("city", "seattle"),
    ("organization", "Garfield High School"),
    ("name", "Ann Lee"),
    ("email", "ann@example.org"),
    ("seats", "1"),
];

/// Opens a slot from its partnership's page.
async fn open(browser: &Browser<'_>, world: &World, slot: &str) -> Page {
    let link = format!("/slots/{slot}?partnership={}", world.partnership);
    let path = format!("/partnerships/{}", world.partnership);
    browser.get(&path).await.assert_has(&link);
    browser.get(&link).await
}

#[rstest]
#[actix_web::test]
async fn a_visitor_books_once_however_often_they_click_and_calls_it_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 3).await);
    let browser = Browser::guest(&app);
    let page = open(&browser, &world, &slot).await;
    let path = format!("/slots/{slot}/bookings");

    let first = browser.send_from(&page, &path, &FIELDS).await;
    let again = browser.send_from(&page, &path, &FIELDS).await;
    assert_eq!((first.status, again.status), (303, 303), "{}", again.text);
    assert_eq!(first.location, again.location, "the same booking");
    let seen = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    assert_eq!(seen["seats_left"], 2);

    let booking = browser.get(&first.location).await;
    booking.assert_has("Thank you");
    booking.assert_has("https://meet.example.org/tour");
    booking.assert_has("Garfield High School");
    booking.assert_lacks(crate::support::world::HOST_EMAIL);
    let file = first.location.replacen('?', "/calendar.ics?", 1);
    let file = browser.get(&file).await;
    file.assert_has("METHOD:PUBLISH");
    file.assert_lacks("ATTENDEE");

    let (place, key) = first.location.split_once("?key=").unwrap();
    let key = key.split('&').next().unwrap();
    let forged = browser
        .get(&format!("{place}?key={}", "0".repeat(64)))
        .await;
    assert_eq!(forged.status, 404);
    let cancel = format!("{place}/cancel");
    let form = [
        ("key", key),
        ("reason", "The bus broke down."),
        ("csrf", ""),
    ];
    let cancelled = browser.post(&cancel, &form).await;
    assert_eq!(cancelled.status, 303, "{}", cancelled.text);
    browser
        .get(&cancelled.location)
        .await
        .assert_has("The bus broke down.");
    let seen = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    assert_eq!(seen["seats_left"], 3);
}

#[actix_web::test]
async fn what_is_wrong_stands_at_its_field_and_what_was_typed_is_kept() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 3).await);
    let browser = Browser::guest(&app);
    let page = open(&browser, &world, &slot).await;
    let path = format!("/slots/{slot}/bookings");
    let form = [
        ("city", "atlantis"),
        ("organization", ""),
        ("name", "Ann \"<b>Lee"),
        ("email", "nonsense"),
        ("seats", "many"),
        ("attendee_name", ""),
        ("attendee_email", ""),
        ("attendee_name", "Bo"),
        ("attendee_email", "bo@example"),
    ];
    let page = browser.send_from(&page, &path, &form).await;
    assert_eq!(page.status, 422);
    for (field, words) in [
        ("f-organization", "Please fill this in."),
        ("f-email", "Please give a mail address"),
        ("f-2-attendee_email", "Please give a mail address"),
    ] {
        let said = page.error_at(field);
        assert!(said.starts_with(words), "{field}: {said:?}");
    }
    for field in ["f-city", "f-seats"] {
        assert!(!page.error_at(field).is_empty(), "{field}");
    }
    assert_eq!(
        page.error_at("f-1-attendee_email"),
        "",
        "an empty row is none"
    );
    page.assert_has("Ann &#34;&#60;b&#62;Lee");
    page.assert_has("value=\"bo@example\"");

    let path = path.as_str();
    let mended = browser.send_from(&page, path, &FIELDS).await;
    assert_eq!(mended.status, 303, "{}", mended.text);
}

#[actix_web::test]
async fn whoever_comes_second_reads_words_and_finds_other_times() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 3).await);
    let other = id(&world.slot(&app, 4).await);
    let browser = Browser::guest(&app);
    let page = open(&browser, &world, &slot).await;
    assert_eq!(book(&app, &slot, "first@example.org").await.status, 201);

    let path = format!("/slots/{slot}/bookings");
    let late = browser.send_from(&page, &path, &FIELDS).await;
    assert_eq!(late.status, 409);
    late.assert_has("data-state=\"full\"");
    late.assert_has(&format!("/slots/{other}"));
}

#[actix_web::test]
async fn a_private_partnership_is_on_no_page() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    app.create("/api/v1/cities", &crate::support::world::kaohsiung())
        .await;
    app.create("/api/v1/cities", &crate::support::world::seattle())
        .await;
    let cities = serde_json::json!({ "cities": ["kaohsiung", "seattle"], "stage": "pilot",
        "visibility": "private" });
    let partnership = id(&app.create("/api/v1/partnerships", &cities).await);
    let browser = Browser::guest(&app);
    for path in ["/", "/cities/seattle", "/cities/kaohsiung"] {
        browser.get(path).await.assert_lacks(&partnership);
    }
    let page = browser.get(&format!("/partnerships/{partnership}")).await;
    assert_eq!(page.status, 404);
}
