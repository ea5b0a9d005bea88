//! Where visits take place: made rooms, given ones, changes of them, and who is told.

use chrono::Duration;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::outbox;
use sisterline::domain::letter::Content;

use crate::support::world::{HOST_EMAIL, World, book, booking_of, id, managed, slot_of};
use crate::support::{Answer, Engine, TestApp};

const SCHEME: &str = "[rooms]\ntemplate = \"https://rooms.example.org/{room}?lang=en\"\n";
/// What every address in these tests has in it, and nothing else.
const MARK: &str = "rooms.example.org";

/// A host whose offer has no address of its own, on an installation that makes rooms.
async fn world(engine: Engine) -> (TestApp, World) {
    let app = TestApp::spawn_with(engine, SCHEME).await;
    let world = World::new(&app, 5).await;
    assert_eq!(set(&app, &offer_path(&world), None).await.status, 200);
    (app, world)
}

fn offer_path(world: &World) -> String {
    format!("/api/v1/offers/{}/meeting", world.offer)
}

async fn set(app: &TestApp, path: &str, to: Option<&str>) -> Answer {
    let body = json!({ "meeting_url": to });
    app.send_as(&app.admin, Method::PUT, path, &body).await
}

/// Where a booking takes place, as its contact is told.
async fn place(app: &TestApp, booking: &Value) -> Value {
    let (id, key) = managed(booking);
    let path = format!("/api/v1/bookings/{id}?key={key}");
    app.get(&path).await.body["meeting_url"].clone()
}

/// The letters about a booking: address, kind, revision, the place that they tell.
async fn letters(app: &TestApp, booking: &Value) -> Vec<(String, String, i32, Option<String>)> {
    let of = id(booking);
    let all = outbox::newest(&app.server.app, 1_000).await.unwrap();
    let mut told: Vec<_> = all
        .into_iter()
        .filter(|stored| {
            stored
                .letter
                .booking_id
                .is_some_and(|b| b.to_string() == of)
        })
        .filter_map(|stored| match stored.letter.content {
            Content::Visit(visit) => Some((
                stored.letter.recipient.email,
                stored.letter.kind.to_string(),
                stored.letter.revision,
                visit.meeting_url,
            )),
            _ => None,
        })
        .collect();
    told.sort_by(|a, b| (a.2, &a.0).cmp(&(b.2, &b.0)));
    told
}

/// The text of a page or file, as somebody without an account or with a token.
async fn text(app: &TestApp, path: &str, token: Option<&str>) -> String {
    let mut request = app.request(Method::GET, path);
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    request.send().await.unwrap().text().await.unwrap()
}

#[rstest]
#[actix_web::test]
async fn parties_of_one_slot_meet_in_one_room_that_nobody_guesses(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = world(engine).await;
    let (one, two) = (world.slot(&app, 7).await, world.slot(&app, 8).await);
    let path = format!("/api/v1/slots/{}/meeting", id(&one));
    let empty = app
        .send_as(&app.admin, Method::GET, &path, &json!({}))
        .await;
    assert_eq!(
        empty.body["address"],
        Value::Null,
        "made before anybody comes"
    );
    let ann = book(&app, &id(&one), "ann@example.org").await.body;
    let ben = book(&app, &id(&one), "ben@example.org").await.body;
    let cy = book(&app, &id(&two), "cy@example.org").await.body;
    let room = ann["meeting_url"].as_str().unwrap();
    assert_eq!(place(&app, &ann).await, json!(room));
    assert_eq!(ben["meeting_url"], json!(room));
    assert_ne!(cy["meeting_url"], json!(room));
    let name = room.strip_prefix("https://rooms.example.org/").unwrap();
    let name = name.strip_suffix("?lang=en").unwrap();
    // 32 letters, so five bits each; hyphens are no secret.
    assert!(
        name.bytes().filter(|byte| *byte != b'-').count() * 5 >= 128,
        "{name}"
    );
    let known = app
        .send_as(&app.admin, Method::GET, &path, &json!({}))
        .await;
    assert_eq!(
        (&known.body["address"], &known.body["meeting_url"]),
        (&json!(room), &Value::Null)
    );
    for (email, kind, revision, told) in letters(&app, &ann).await {
        assert_eq!((kind.as_str(), revision), ("visit_confirmed", 0), "{email}");
        assert_eq!(told.as_deref(), Some(room), "{email}");
    }
    // The calendar object has it as its place, its URL and its conference.
    let (of, key) = managed(&ann);
    let ics = text(
        &app,
        &format!("/bookings/{of}/calendar.ics?key={key}"),
        None,
    )
    .await;
    let unfolded = ics.replace("\r\n ", "");
    for line in [
        "LOCATION:",
        "URL:",
        "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:",
    ] {
        assert!(
            unfolded.contains(&format!("{line}{room}\r\n")),
            "{line} {unfolded}"
        );
    }
}

#[rstest]
#[actix_web::test]
async fn a_change_is_mailed_to_each_once_with_the_invite_updated(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = world(engine).await;
    let slot = id(&world.slot(&app, 7).await);
    let other = id(&world.slot(&app, 8).await);
    let mut request = booking_of(&slot, "ann@example.org");
    request["attendees"] = json!([{ "name": "Ben", "email": "ben@example.org" }]);
    let ann = app.post("/api/v1/bookings", &request).await.body;
    let off = book(&app, &slot, "off@example.org").await.body;
    let (of, key) = managed(&off);
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    assert_eq!(app.post(&cancel, &json!({})).await.status, 200);
    let elsewhere = book(&app, &other, "cy@example.org").await.body;
    app.letters_sent().await;

    let path = format!("/api/v1/slots/{slot}/meeting");
    let own = "https://rooms.example.org/own";
    let changed = set(&app, &path, Some(own)).await;
    assert_eq!((changed.status, &changed.body["told"]), (200, &json!(1)));
    app.letters_sent().await;
    let again = set(&app, &path, Some(own)).await;
    assert_eq!(again.body["told"], 0, "{}", again.body);
    let told: Vec<_> = letters(&app, &ann)
        .await
        .into_iter()
        .filter(|l| l.2 == 1)
        .collect();
    let letter = |email: &str| {
        (
            email.to_owned(),
            "visit_meeting".to_owned(),
            1,
            Some(own.to_owned()),
        )
    };
    let expected = ["ann@example.org", "ben@example.org", HOST_EMAIL].map(letter);
    assert_eq!(told, expected);
    assert_eq!(
        letters(&app, &off)
            .await
            .iter()
            .filter(|l| l.1 == "visit_meeting")
            .count(),
        0
    );
    let (of, key) = managed(&ann);
    let ics = text(
        &app,
        &format!("/bookings/{of}/calendar.ics?key={key}"),
        None,
    )
    .await;
    assert!(
        ics.contains("SEQUENCE:1\r\n") && ics.contains(&format!("URL:{own}\r\n")),
        "{ics}"
    );

    // The offer's address counts where the slot has none of its own.
    let all = "https://rooms.example.org/all";
    let changed = set(&app, &offer_path(&world), Some(all)).await;
    assert_eq!((changed.status, &changed.body["told"]), (200, &json!(1)));
    assert_eq!(place(&app, &ann).await, json!(own));
    assert_eq!(place(&app, &elsewhere).await, json!(all));
    assert_eq!(
        letters(&app, &elsewhere)
            .await
            .iter()
            .filter(|l| l.2 == 1)
            .count(),
        2
    );
    // Taken back, what stood behind it stands again.
    assert_eq!(set(&app, &path, None).await.body["address"], all);
    assert_eq!(set(&app, &offer_path(&world), None).await.body["told"], 2);
    let room = place(&app, &ann).await;
    assert!(
        room.as_str().unwrap().contains(MARK) && room != json!(all),
        "{room}"
    );
    let events = format!("/api/v1/events?topic=booking/{of}&after=0&key={key}");
    let events = app.get(&events).await.body;
    assert_eq!(events["items"][1]["kind"], "booking.meeting");
    assert!(!events.to_string().contains(MARK), "{events}");
}

#[rstest]
#[actix_web::test]
async fn addresses_that_cannot_be_and_people_who_may_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = world(engine).await;
    let slot = id(&world.slot(&app, 7).await);
    let path = format!("/api/v1/slots/{slot}/meeting");
    for wrong in [
        "http://rooms.example.org/a",
        "javascript:alert(1)",
        "https://a b",
    ] {
        for path in [&path, &offer_path(&world)] {
            let answer = set(&app, path, Some(wrong)).await;
            answer.assert_problem(422, "invalid_input");
            answer.assert_field("meeting_url", "invalid_url");
        }
    }
    let partner = json!({ "city": "seattle" });
    let seattle = app.token_of("s@example.org", "coordinator", partner).await;
    for path in [&path, &offer_path(&world)] {
        app.get(path).await.assert_problem(401, "sign_in_required");
        app.put(path, &json!({}))
            .await
            .assert_problem(401, "sign_in_required");
        for method in [Method::GET, Method::PUT] {
            let refused = app.send_as(&seattle, method, path, &json!({})).await;
            refused.assert_problem(403, "forbidden");
        }
    }
    set(&app, "/api/v1/slots/nonsense/meeting", None)
        .await
        .assert_problem(404, "not_found");
    app.clock.advance(Duration::days(8));
    let late = set(&app, &path, Some("https://rooms.example.org/late")).await;
    late.assert_problem(409, "visit_started");
}

#[rstest]
#[actix_web::test]
async fn only_those_who_come_and_the_hosts_people_are_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = world(engine).await;
    world
        .policy(&app, json!({ "approval": "both", "approval_hours": 48 }))
        .await;
    let here = json!({ "city": "seattle" });
    let guests = app.token_of("s@example.org", "coordinator", here).await;
    let there = json!({ "city": "kaohsiung" });
    let hosts = app.token_of("k@example.org", "coordinator", there).await;
    let slot = id(&world.slot(&app, 7).await);
    let given = "https://rooms.example.org/given";
    let path = format!("/api/v1/slots/{slot}/meeting");
    assert_eq!(set(&app, &path, Some(given)).await.status, 200);
    let asked = book(&app, &slot, "ann@example.org").await.body;
    // A request does not take place yet.
    assert_eq!(
        (&asked["status"], &asked["meeting_url"]),
        (&json!("requested"), &Value::Null)
    );
    assert_eq!(place(&app, &asked).await, Value::Null);
    let (of, key) = managed(&asked);
    let confirm = format!("/api/v1/bookings/{of}/confirm");
    let by_guests = app
        .send_as(&guests, Method::POST, &confirm, &json!({}))
        .await;
    assert_eq!(
        (by_guests.status, &by_guests.body["meeting_url"]),
        (200, &Value::Null)
    );
    let by_hosts = app
        .send_as(&hosts, Method::POST, &confirm, &json!({}))
        .await;
    assert_eq!(by_hosts.body["meeting_url"], given);
    assert_eq!(place(&app, &asked).await, given);
    // The coordinator of the guests approves and does not come.
    for path in [
        format!("/api/v1/bookings/{of}"),
        format!("/bookings/{of}"),
        format!("/bookings/{of}/calendar.ics"),
    ] {
        let seen = text(&app, &path, Some(&guests)).await;
        assert!(!seen.contains(MARK), "{path}: {seen}");
    }
    let page = text(&app, &format!("/bookings/{of}?key={key}"), None).await;
    assert!(page.contains(given), "{page}");
    // Called off, it takes place nowhere.
    let cancel = format!("/api/v1/bookings/{of}/cancel?key={key}");
    let off = app.post(&cancel, &json!({})).await.body;
    assert_eq!(
        (&off["status"], &off["meeting_url"]),
        (&json!("cancelled"), &Value::Null)
    );
}

/// Everything that anybody gets, and what partners get beside.
#[rstest]
#[actix_web::test]
async fn no_public_surface_tells_where_visits_take_place(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, world) = world(engine).await;
    let made = world.slot(&app, 7).await;
    let own = world.slot(&app, 8).await;
    let (slot, own) = (id(&made), id(&own));
    let path = format!("/api/v1/slots/{own}/meeting");
    set(&app, &path, Some("https://rooms.example.org/own")).await;
    let mut offer = crate::support::world::offer_of(&world.host, 5, "public");
    offer["meeting_url"] = json!("https://rooms.example.org/offered");
    let offered = id(&app.create("/api/v1/offers", &offer).await);
    let third = id(&app
        .create("/api/v1/slots", &slot_of(&app, &offered, 9, 9))
        .await);
    let mut bookings = Vec::new();
    for slot in [&slot, &own, &third] {
        let booked = book(&app, slot, "ann@example.org").await.body;
        assert!(
            booked["meeting_url"].as_str().unwrap().contains(MARK),
            "{booked}"
        );
        bookings.push(id(&booked));
    }
    let moved = set(&app, &path, Some("https://rooms.example.org/moved")).await;
    assert_eq!(moved.body["told"], 1);

    let partner = json!({ "city": "seattle" });
    let seattle = app.token_of("s@example.org", "coordinator", partner).await;
    let openapi = app.get("/api/v1/openapi.json").await.body;
    let ids = [
        slot.as_str(),
        &own,
        &third,
        &world.offer,
        &offered,
        &world.partnership,
    ];
    let ids = ids.into_iter().chain(bookings.iter().map(String::as_str));
    let ids: Vec<&str> = ids.chain([world.host.as_str(), "kaohsiung"]).collect();
    let mut paths: Vec<String> = Vec::new();
    for (path, methods) in openapi["paths"].as_object().unwrap() {
        if methods.get("get").is_some() {
            let name = path
                .split_once('{')
                .and_then(|(_, rest)| rest.split_once('}'));
            match name {
                Some((name, _)) => {
                    let place = format!("{{{name}}}");
                    paths.extend(ids.iter().map(|id| path.replace(&place, id)));
                }
                None => paths.push(path.clone()),
            }
        }
    }
    let topics = [
        format!("offer/{}", world.offer),
        format!("offer/{offered}"),
        "city/kaohsiung".to_owned(),
        format!("partnership/{}", world.partnership),
    ];
    paths.extend(
        topics
            .iter()
            .map(|t| format!("/api/v1/events?topic={t}&after=0")),
    );
    paths.push("/api/v1/slots?city=kaohsiung&limit=500".to_owned());
    paths.extend(ids.iter().flat_map(|id| {
        [
            "/slots/{}",
            "/partnerships/{}",
            "/bookings/{}",
            "/cities/{}",
            "/slots/{}/wait",
        ]
        .map(|path| path.replace("{}", id))
    }));
    for path in [
        "/",
        "/find?cities=kaohsiung&cities=seattle",
        "/cities/kaohsiung/visits.ics",
    ] {
        paths.push(path.to_owned());
    }
    assert!(paths.len() > 100, "{paths:?}");
    let mut read = 0;
    for path in paths {
        for token in [None, Some(seattle.as_str())] {
            let seen = text(&app, &path, token).await;
            read += usize::from(seen.contains("City hall tour"));
            assert!(!seen.contains(MARK), "{path} to {token:?}: {seen}");
        }
    }
    // The places where the offers stand were read, not only refusals.
    assert!(read > 12, "{read}");

    let hold = app
        .post(
            &format!("/api/v1/slots/{slot}/holds"),
            &json!({ "seats": 1 }),
        )
        .await;
    assert_eq!(hold.status, 201);
    assert!(!hold.body.to_string().contains(MARK), "{}", hold.body);
    let topic = format!("/live/sse?topic={}", topics[0]);
    let mut stream = app.request(Method::GET, &topic).send().await.unwrap();
    let mut heard = String::new();
    while !heard.contains("subscribed") {
        let chunk = tokio::time::timeout(std::time::Duration::from_secs(20), stream.chunk()).await;
        heard.push_str(&String::from_utf8_lossy(&chunk.unwrap().unwrap().unwrap()));
    }
    book(&app, &slot, "zoe@example.org").await;
    while !heard.contains("slot.booked") {
        let chunk = tokio::time::timeout(std::time::Duration::from_secs(20), stream.chunk()).await;
        heard.push_str(&String::from_utf8_lossy(&chunk.unwrap().unwrap().unwrap()));
    }
    assert!(!heard.contains(MARK), "{heard}");
}

#[rstest]
#[actix_web::test]
async fn whoever_books_while_the_address_changes_hears_of_the_last_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn_with(engine, SCHEME).await;
    let world = World::new(&app, 40).await;
    assert_eq!(set(&app, &offer_path(&world), None).await.status, 200);
    let slot = id(&world.slot(&app, 7).await);
    let at_once = |round: usize| {
        let emails: Vec<String> = (0..6)
            .map(|n| format!("g{round}-{n}@example.org"))
            .collect();
        let (app, slot) = (&app, &slot);
        async move {
            let all = emails.iter().map(|email| book(app, slot, email));
            futures_util::future::join_all(all).await
        }
    };
    // All at once make one room.
    let first = at_once(0).await;
    let room = &first[0].body["meeting_url"];
    assert!(room.as_str().unwrap().contains(MARK), "{}", first[0].body);
    assert!(
        first
            .iter()
            .all(|answer| answer.body["meeting_url"] == *room),
        "{first:?}"
    );
    let mut bookings: Vec<Value> = first.into_iter().map(|answer| answer.body).collect();
    let of_slot = format!("/api/v1/slots/{slot}/meeting");
    for round in 1..5 {
        let to = format!("https://rooms.example.org/{round}");
        // By turns the slot's and the offer's.
        let path = if round % 2 == 0 {
            of_slot.clone()
        } else {
            offer_path(&world)
        };
        let (booked, changed) = tokio::join!(at_once(round), set(&app, &path, Some(&to)));
        assert_eq!(changed.status, 200, "{}", changed.body);
        bookings.extend(booked.into_iter().map(|answer| answer.body));
        if round % 2 == 0 {
            assert_eq!(set(&app, &of_slot, None).await.status, 200);
        }
    }
    let now = place(&app, &bookings[0]).await;
    assert_eq!(now, "https://rooms.example.org/3");
    for booking in &bookings {
        assert_eq!(place(&app, booking).await, now);
        let told = letters(&app, booking).await;
        let newest = told
            .iter()
            .filter(|l| l.0 != HOST_EMAIL)
            .max_by_key(|l| l.2)
            .unwrap();
        assert_eq!(newest.3.as_deref(), now.as_str(), "{told:?}");
    }
}
