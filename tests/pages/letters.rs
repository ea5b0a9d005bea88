use crate::browser::Browser;
use crate::support::world::{World, book, id};
use crate::support::{Engine, TestApp};

/// The paths of the letters in the list, newest first.
fn paths(list: &str) -> Vec<String> {
    let links = list.split("href=\"/dev/mail/").skip(1);
    links
        .map(|rest| format!("/dev/mail/{}", rest.split('"').next().unwrap()))
        .collect()
}

#[actix_web::test]
async fn the_demo_shows_its_letters() {
    let app = TestApp::spawn_demo(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let browser = Browser::guest(&app);
    browser.get("/dev/mail").await.assert_has("No letters yet");
    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);

    let list = browser.get("/dev/mail").await;
    list.assert_has("Ann Lee &#60;ann@example.org&#62;");
    let letters = paths(&list.text);
    assert_eq!(letters.len(), 2, "one to the guest, one to the host");
    let mut followed = 0;
    for letter in letters {
        let page = browser.get(&letter).await;
        assert_eq!(page.status, 200);
        page.assert_has("BEGIN:VCALENDAR");
        if page.text.contains("ann@example.org</dd>") || page.text.contains("Ann Lee &#60;") {
            let links = page.text.split(" href=\"").skip(1);
            let mut links = links.map(|rest| rest.split('"').next().unwrap());
            let link = links.find(|link| link.starts_with("/bookings/")).unwrap();
            let link = link.replace("&#38;", "&");
            assert_eq!(browser.get(&link).await.status, 200);
            followed += 1;
        }
        let html = browser.get(&format!("{letter}/html")).await;
        html.assert_has("<html");
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
            frame-ancestors 'self'; sandbox";
        assert_eq!(html.policy, policy);
        let raw = browser.get(&format!("{letter}/raw")).await;
        raw.assert_has("Message-ID: <");
        raw.assert_has("Content-Type: multipart/mixed");
    }
    assert_eq!(followed, 1);
    let nothing = "/dev/mail/01980000-0000-7000-8000-000000000000";
    assert_eq!(browser.get(nothing).await.status, 404);
}

#[actix_web::test]
async fn nobody_else_does() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);
    let letters = sisterline::app::outbox::newest(&app.server.app, 1)
        .await
        .unwrap();
    let letter = letters[0].letter.id;
    let admin = Browser::signed_in(&app, "admin@example.org").await;
    for path in [
        "",
        &format!("/{letter}"),
        &format!("/{letter}/html"),
        &format!("/{letter}/raw"),
    ] {
        assert_eq!(
            admin.get(&format!("/dev/mail{path}")).await.status,
            404,
            "{path}"
        );
    }
}
