use rstest::rstest;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

const ADMIN: &str = "admin@example.org";
const FILES: &str = "/console/files";

/// Sends a file as a browser does, with the lines' ends that it writes where it sends one again.
async fn send(browser: &Browser<'_>, csrf: &str, file: &str, confirmed: bool) -> Page {
    let part = |name: &str, value: &str| {
        format!("--sister\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = part("csrf", csrf) + &part("file", file);
    if confirmed {
        body += &part("confirmed", "yes");
    }
    let kind = "multipart/form-data; boundary=sister";
    browser.post_raw(FILES, kind, body + "--sister--\r\n").await
}

#[rstest]
#[actix_web::test]
async fn a_file_is_looked_at_and_then_brought_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let browser = Browser::signed_in(&app, ADMIN).await;
    browser.get("/console").await.assert_has(FILES);
    let page = browser.get(FILES).await;
    page.assert_has("/api/v1/imports/templates/offers");
    let csrf = page.hidden(FILES, "csrf");
    let hosts = "city,name,kind,track\nseattle,\"Port <b>\",office,business\n";

    let wrong = send(&browser, &csrf, &hosts.replace("office", "tent"), false).await;
    assert_eq!(wrong.status, 422);
    wrong.assert_has("<th scope=\"row\" class=\"num\">2</th><td><code>kind</code></td>");
    wrong.assert_has("Write office, school, university, association or company.");
    wrong.assert_lacks("name=\"confirmed\"");
    // Confirmed without a look, a wrong file does nothing either.
    let forced = send(&browser, &csrf, &hosts.replace("office", "tent"), true).await;
    assert_eq!(forced.status, 422);

    let looked = send(&browser, &csrf, hosts, false).await;
    assert_eq!(looked.status, 200, "{}", looked.text);
    looked.assert_has("Hosts: 1 new, 0 changed, 0 unchanged");
    looked.assert_has("name=\"confirmed\"");
    looked.assert_lacks("Port <b>");
    let done = send(&browser, &csrf, &hosts.replace('\n', "\r\n"), true).await;
    assert_eq!(done.status, 200, "{}", done.text);
    done.assert_has("data-done");
    let again = send(&browser, &csrf, hosts, false).await;
    again.assert_has("Hosts: 0 new, 0 changed, 1 unchanged");
    again.assert_lacks("name=\"confirmed\"");
    assert_eq!(send(&browser, "forged", hosts, true).await.status, 403);
}

#[rstest]
#[actix_web::test]
async fn who_sees_which_part_of_the_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    assert_eq!(Browser::guest(&app).get(FILES).await.location, "/sign-in");
    let member = Browser::signed_in(&app, HOST_EMAIL).await;
    let page = member.get(FILES).await;
    page.assert_has("action=\"/api/v1/exports/bookings\"");
    page.assert_lacks("templates");
    page.assert_has(&world.host);
    let csrf = page.hidden("/sign-out", "csrf");
    assert_eq!(send(&member, &csrf, "slug\n", false).await.status, 403);
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(book(&app, &slot, "ann@example.org").await.status, 201);
    // As the form sends it, with what was left empty.
    let sent = "/api/v1/exports/bookings?host=&from=&to=&format=csv";
    member.get(sent).await.assert_has("ann@example.org");
}

#[rstest]
#[actix_web::test]
async fn hosts_say_where_their_visits_take_place(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 3).await;
    let slot = id(&world.slot(&app, 7).await);
    let booked = book(&app, &slot, "ann@example.org").await.body;
    let here = format!("/console/offers/{}/rooms", world.offer);
    assert_eq!(Browser::guest(&app).get(&here).await.location, "/sign-in");
    let member = Browser::signed_in(&app, HOST_EMAIL).await;
    member.get("/console").await.assert_has(&here);
    let page = member.get(&here).await;
    page.assert_has("value=\"https://meet.example.org/tour\"");
    let csrf = page.hidden(&here, "csrf");

    let of_slot = format!("/console/slots/{slot}/room");
    let form = |address| [("csrf", csrf.as_str()), ("meeting_url", address)];
    let wrong = member
        .post(&of_slot, &form("http://meet.example.org"))
        .await;
    assert_eq!(wrong.status, 422);
    let error = wrong.error_at(&format!("f-{slot}-meeting_url"));
    assert_eq!(error, "Give an address that begins with https://.");
    let saved = member
        .post(&of_slot, &form("https://meet.example.org/own"))
        .await;
    assert_eq!(saved.location, format!("{here}?done=room-saved"));
    let manage = booked["manage_url"].as_str().unwrap();
    let (_, path) = manage.split_once("/bookings/").unwrap();
    let path = format!("/bookings/{path}");
    Browser::guest(&app)
        .get(&path)
        .await
        .assert_has("https://meet.example.org/own");
    assert_eq!(member.post(&of_slot, &form("")).await.status, 303);
    assert_eq!(
        member
            .post(&here, &form("https://meet.example.org/all"))
            .await
            .status,
        303
    );
    Browser::guest(&app)
        .get(&path)
        .await
        .assert_has("https://meet.example.org/all");
    assert_eq!(
        member
            .post(&here, &[("csrf", "forged"), ("meeting_url", "")])
            .await
            .status,
        403
    );
    let role =
        json!({ "email": "s@example.org", "name": "S", "role": "coordinator", "city": "seattle" });
    app.create("/api/v1/roles", &role).await;
    let partner = Browser::signed_in(&app, "s@example.org").await;
    assert_eq!(partner.get(&here).await.status, 404);
}
