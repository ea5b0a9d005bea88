//! Calendar feeds: secret ones, and a city's.

use reqwest::Method;
use rstest::rstest;
use serde_json::json;
use sisterline::app::access::{Credential, actor};
use sisterline::app::feed::{Feed, addresses, rotate};

use crate::partnerships::token_of;
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

/// Status, tag and body of a calendar.
async fn fetch(app: &TestApp, path: &str, known: Option<&str>) -> (u16, String, String) {
    let mut request = app.request(Method::GET, path);
    if let Some(tag) = known {
        request = request.header("if-none-match", tag);
    }
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let tag = answer.headers().get("etag");
    let tag = tag.map(|tag| tag.to_str().unwrap().to_owned());
    (
        status,
        tag.unwrap_or_default(),
        answer.text().await.unwrap(),
    )
}

#[rstest]
#[actix_web::test]
async fn a_feed_follows_its_visits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let slot = id(&world.slot(&app, 7).await);
    let member = token_of(&app, HOST_EMAIL).await;
    let member = actor(&app.server.app, Credential::Token(member))
        .await
        .unwrap();
    let feeds = addresses(&app.server.app, &member).await.unwrap();
    let path = |feed: &sisterline::app::feed::FeedAddress| format!("/calendar/{}.ics", feed.token);
    let [person, host, partnership] = feeds.as_slice() else {
        panic!("{feeds:?}")
    };
    assert!(matches!(
        (person.feed, host.feed, partnership.feed),
        (Feed::Person(_), Feed::Host(_), Feed::Partnership(_))
    ));

    let (status, empty, body) = fetch(&app, &path(host), None).await;
    assert_eq!(status, 200);
    assert!(!body.contains("BEGIN:VEVENT"), "{body}");
    let booked = book(&app, &slot, "ann@example.org").await.body;
    let mut tags = Vec::new();
    for feed in &feeds {
        let (_, tag, body) = fetch(&app, &path(feed), None).await;
        assert_ne!(tag, empty);
        assert!(
            body.contains(&format!("UID:{}@sisterline\r\n", id(&booked))),
            "{body}"
        );
        assert!(body.contains("STATUS:CONFIRMED\r\n"));
        assert!(body.contains("\r\nLAST-MODIFIED:"), "{body}");
        assert!(
            !body.contains("ann@example.org") && !body.contains("METHOD"),
            "{body}"
        );
        // The way in is for those who come.
        let way_in = body.contains("meet.example.org");
        assert_eq!(way_in, !matches!(feed.feed, Feed::Partnership(_)), "{body}");
        let (again, _, nothing) = fetch(&app, &path(feed), Some(&tag)).await;
        assert_eq!((again, nothing.as_str()), (304, ""));
        tags.push(tag);
    }
    let busy = format!("/calendar/{}/busy.ics", host.token);
    let (_, _, body) = fetch(&app, &busy, None).await;
    assert!(
        body.contains("FREEBUSY;FBTYPE=BUSY:") && !body.contains("SUMMARY"),
        "{body}"
    );

    let key = booked["manage_url"]
        .as_str()
        .unwrap()
        .split_once("?key=")
        .unwrap()
        .1;
    let cancel = format!("/api/v1/bookings/{}/cancel?key={key}", id(&booked));
    assert_eq!(app.post(&cancel, &json!({})).await.status, 200);
    let (status, _, body) = fetch(&app, &path(person), Some(&tags[0])).await;
    assert_eq!(status, 200);
    assert!(
        body.contains("STATUS:CANCELLED\r\n") && body.contains("SEQUENCE:1\r\n"),
        "{body}"
    );
    let (_, _, body) = fetch(&app, &busy, None).await;
    assert!(!body.contains("FREEBUSY;"), "{body}");
}

#[rstest]
#[actix_web::test]
async fn an_address_that_was_changed_shows_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 2).await;
    let member = token_of(&app, HOST_EMAIL).await;
    let member = actor(&app.server.app, Credential::Token(member))
        .await
        .unwrap();
    let host = addresses(&app.server.app, &member).await.unwrap().remove(1);
    let old = format!("/calendar/{}.ics", host.token);
    assert_eq!(fetch(&app, &old, None).await.0, 200);
    rotate(&app.server.app, &member, host.feed).await.unwrap();
    assert_eq!(fetch(&app, &old, None).await.0, 404);
    let new = addresses(&app.server.app, &member).await.unwrap().remove(1);
    assert_eq!(
        fetch(&app, &format!("/calendar/{}.ics", new.token), None)
            .await
            .0,
        200
    );
    // Signed for one thing, it opens no other.
    let forged = new.token.replacen("host.", "partnership.", 1);
    for path in [
        format!("/calendar/{forged}.ics"),
        "/calendar/x.ics".to_owned(),
        "/calendar/..ics".to_owned(),
    ] {
        assert_eq!(fetch(&app, &path, None).await.0, 404, "{path}");
    }
}

#[rstest]
#[actix_web::test]
async fn the_public_feed_of_a_city_names_no_guests(#[values(Engine::Sqlite)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let slot = id(&world.slot(&app, 7).await);
    book(&app, &slot, "ann@example.org").await;
    let (status, _, body) = fetch(&app, "/cities/kaohsiung/visits.ics", None).await;
    assert_eq!(status, 200);
    assert!(body.contains(&format!("UID:{slot}@sisterline")), "{body}");
    assert!(
        !body.contains("Garfield") && !body.contains("meet.example.org"),
        "{body}"
    );
    assert_eq!(
        fetch(&app, "/cities/atlantis/visits.ics", None).await.0,
        404
    );
}
