use mail_parser::{Message, MessageParser};
use sisterline::domain::letter::LetterKind;
use sisterline::domain::locale::Locale;
use sisterline::mail::samples::SampleDay;

use crate::browser::Browser;
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

/// What the frame around a letter's HTML lets it do: nothing but look as it does.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
    frame-ancestors 'self'; sandbox";

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
        assert_eq!(html.policy, POLICY);
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

/// The addresses of a sample, under the preview's.
fn sample(kind: LetterKind, language: Locale, day: SampleDay) -> String {
    format!("/console/letters/{kind}/{language}/{day}")
}

fn text(mail: &Message<'_>) -> String {
    mail.body_text(0).unwrap().replace("\r\n", "\n")
}

/// As templates write it.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&#38;").replace('"', "&#34;");
    let text = text.replace('<', "&#60;").replace('>', "&#62;");
    text.replace('\'', "&#39;")
}

#[actix_web::test]
async fn only_admins_see_how_letters_read() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let guest = Browser::guest(&app);
    let page = guest.get("/console/letters").await;
    assert_eq!((page.status, page.location.as_str()), (303, "/sign-in"));
    let host = Browser::signed_in(&app, HOST_EMAIL).await;
    assert_eq!(host.get("/console/letters").await.status, 403);
    let invite = sample(LetterKind::VisitConfirmed, Locale::En, SampleDay::ALL[0]);
    for part in ["html", "letter.eml"] {
        let path = format!("{invite}/{part}");
        assert_eq!(guest.get(&path).await.status, 401, "{path}");
        assert_eq!(host.get(&path).await.status, 403, "{path}");
    }

    let admin = Browser::signed_in(&app, "admin@example.org").await;
    let outbox = admin.get("/console/outbox").await;
    outbox.assert_has("href=\"/console/letters\"");
    let page = admin.get("/console/letters").await;
    page.assert_has("Visit confirmed: An hour in our harbour");
    page.assert_has("BEGIN:VCALENDAR");
    for unknown in [
        "?kind=visit_forgotten",
        "?language=tlh",
        "?day=yesterday",
        "/sign_in/en/yesterday/html",
    ] {
        let page = admin.get(&format!("/console/letters{unknown}")).await;
        assert_eq!(page.status, 404, "{unknown}");
    }
}

#[actix_web::test]
async fn every_letter_can_be_looked_at_in_every_language() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let admin = Browser::signed_in(&app, "admin@example.org").await;
    for (n, kind) in LetterKind::ALL.iter().copied().enumerate() {
        for language in Locale::all().iter().copied() {
            let day = SampleDay::ALL[n % SampleDay::ALL.len()];
            let address = sample(kind, language, day);
            let asked = format!("?kind={kind}&language={language}&day={day}");
            let page = admin.get(&format!("/console/letters{asked}")).await;
            assert_eq!(page.status, 200, "{address}");
            page.assert_has(&format!("src=\"{address}/html\" sandbox=\"\""));
            for chosen in [kind.as_str(), language.tag(), day.as_str()] {
                page.assert_has(&format!("value=\"{chosen}\" selected"));
            }

            let html = admin.get(&format!("{address}/html")).await;
            assert_eq!((html.status, html.policy.as_str()), (200, POLICY));
            html.assert_has(&format!("<html lang=\"{language}\""));

            let eml = admin.get(&format!("{address}/letter.eml")).await;
            let mail = MessageParser::default().parse(&eml.text).unwrap();
            page.assert_has(&escaped(mail.subject().unwrap()));
            page.assert_has(&escaped(&text(&mail)));
            let carries = eml.text.contains("Content-Type: text/calendar");
            assert_eq!(page.text.contains("BEGIN:VCALENDAR"), carries, "{address}");
        }
    }
}

/// Whoever comes by a sample, and whoever copies a link out of it, gets nowhere by it.
#[actix_web::test]
async fn links_in_samples_let_nobody_in() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let admin = Browser::signed_in(&app, "admin@example.org").await;
    let guest = Browser::guest(&app);
    let mut followed = 0;
    for kind in LetterKind::ALL.iter().copied() {
        let address = sample(kind, Locale::En, SampleDay::NextDay);
        let eml = admin.get(&format!("{address}/letter.eml")).await;
        let mail = MessageParser::default().parse(&eml.text).unwrap();
        let text = text(&mail);
        let urls = text.split_whitespace().filter(|word| word.contains("://"));
        for url in urls.filter(|url| !url.contains("meet.example.org")) {
            let (_, rest) = url.split_once("://").unwrap();
            let path = rest
                .split_once('/')
                .map_or("/", |(host, _)| &rest[host.len()..]);
            let pages_of_anybody = ["/console", "/find?"];
            if path == "/" || pages_of_anybody.iter().any(|page| path.starts_with(page)) {
                continue;
            }
            let page = guest.get(path).await;
            assert!((400..500).contains(&page.status), "{}: {url}", page.status);
            followed += 1;
        }
    }
    assert!(followed > LetterKind::ALL.len(), "{followed}");
}
