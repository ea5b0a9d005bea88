//! `/console/offers/{id}/availability`: the editor of weekly hours, by forms alone.

use rstest::rstest;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::support::world::{HOST_EMAIL, World, id};
use crate::support::{Engine, TestApp};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The form with these windows, two days ahead, and the button pressed.
fn form<'a>(windows: &[(&'a str, &'a str, &'a str)], button: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = Vec::new();
    for (day, from, to) in windows {
        form.push(("window-day", *day));
        form.push(("window-from", *from));
        form.push(("window-to", *to));
        form.push(("window-season", "always"));
        form.push(("window-since", ""));
        form.push(("window-until", ""));
        form.push(("window-makeup", "no"));
    }
    form.extend([("horizon", "2"), ("holidays", "offer"), ("do", button)]);
    form
}

struct Editor<'a> {
    browser: Browser<'a>,
    path: String,
}

impl Editor<'_> {
    async fn open(&self) -> Page {
        self.browser.get(&self.path).await
    }

    /// Sends a form from a page, with what the page hides in it.
    async fn send(&self, page: &Page, form: &[(&str, &str)]) -> Page {
        let version = page.hidden(&self.path, "version");
        let mut sent = vec![("version", version.as_str())];
        sent.extend_from_slice(form);
        self.browser.send_from(page, &self.path, &sent).await
    }
}

async fn editor<'a>(app: &'a TestApp, world: &World) -> Editor<'a> {
    let path = format!("/console/offers/{}/availability", world.offer);
    let browser = Browser::signed_in(app, HOST_EMAIL).await;
    let console = browser.get("/console").await;
    console.assert_has(&format!("href=\"{path}\""));
    Editor { browser, path }
}

async fn slots(app: &TestApp, offer: &str) -> usize {
    let path = format!("/api/v1/slots?offer={offer}&status=open");
    app.get(&path).await.body["items"].as_array().unwrap().len()
}

#[rstest]
#[actix_web::test]
async fn a_host_sets_weekly_hours_and_is_told_what_that_does(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let editor = editor(&app, &world).await;
    let page = editor.open().await;
    assert_eq!(page.status, 200);
    page.assert_has("These hours make no times.");

    // The same hours on every day from Monday to Friday, by one button; nothing is written.
    let monday = [("mon", "09:00", "10:30")];
    let repeated = editor.send(&page, &form(&monday, "repeat-window 0")).await;
    assert_eq!(repeated.status, 200);
    assert_eq!(repeated.text.matches("value=\"09:00\"").count(), 5);
    let every = DAYS.map(|day| (day, "09:00", "10:30"));
    let seen = editor.send(&repeated, &form(&every, "preview")).await;
    assert_eq!(slots(&app, &world.offer).await, 0);
    // Two whole days, and today if its hours are still to come.
    let adds = |n: usize| format!("Adds {n} times.");
    let promised = (4..=6)
        .find(|n| seen.text.contains(&adds(*n)))
        .expect("adds four to six");
    seen.assert_has("Kaohsiung");
    seen.assert_has("Seattle");

    let saved = editor.send(&seen, &form(&every, "save")).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let told = editor.browser.get(&saved.location).await;
    told.assert_has(&format!("{promised} times were added."));
    assert_eq!(slots(&app, &world.offer).await, promised);

    // From a page that was open before: somebody else has saved meanwhile.
    let stale = editor.send(&page, &form(&monday, "save")).await;
    assert_eq!(stale.status, 412);
    stale.assert_has("Somebody else has saved other hours meanwhile.");

    // One window fewer by its button, then none at all.
    let fewer = editor.send(&told, &form(&every, "remove-window 6")).await;
    assert_eq!(fewer.text.matches("value=\"09:00\"").count(), 6);
    let saved = editor.send(&told, &form(&[], "save")).await;
    let told = editor.browser.get(&saved.location).await;
    told.assert_has(&format!(
        "{promised} times were withdrawn; nobody had booked them."
    ));
    assert_eq!(slots(&app, &world.offer).await, 0);
}

#[rstest]
#[actix_web::test]
async fn what_is_wrong_stands_at_its_row(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let editor = editor(&app, &world).await;
    let page = editor.open().await;
    // An empty row between counts as none, and does not shift the others.
    let windows = [
        ("mon", "09:00", "10:00"),
        ("tue", "", ""),
        ("wed", "11:00", "11:00"),
    ];
    let mut sent = form(&windows, "save");
    sent.extend([("date", "2027-01-01"), ("date-from", ""), ("date-to", "")]);
    sent.extend([
        ("date", "soon"),
        ("date-from", "09:00"),
        ("date-to", "10:00"),
    ]);
    sent.extend([("step", "1"), ("notice", "2"), ("notice-unit", "hours")]);
    let wrong = editor.send(&page, &sent).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.error_at("f-w2-window-to"),
        "End it at another time than it begins."
    );
    assert_eq!(wrong.error_at("f-d1-date"), "Give a date.");
    assert_eq!(wrong.error_at("f-step"), "Give a number from 5 to 1440.");
    assert_eq!(wrong.error_at("f-w0-window-to"), "");
    // What was typed is still there.
    wrong.assert_has("value=\"11:00\"");
    assert_eq!(slots(&app, &world.offer).await, 0);
}

#[actix_web::test]
async fn only_those_who_manage_the_host_come_in() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let world = World::new(&app, 1).await;
    let path = format!("/console/offers/{}/availability", world.offer);
    let guest = Browser::guest(&app).get(&path).await;
    assert_eq!((guest.status, guest.location.as_str()), (303, "/sign-in"));
    let host = json!({ "city": "seattle", "name": "Far", "kind": "school", "track": "education" });
    let host = id(&app.create("/api/v1/hosts", &host).await);
    let member = json!({ "email": "far@example.org", "name": "F", "role": "member",
        "host_id": host });
    app.create("/api/v1/roles", &member).await;
    let far = Browser::signed_in(&app, "far@example.org").await;
    assert_eq!(far.get(&path).await.status, 403);
}
