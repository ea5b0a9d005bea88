//! Hosts' own calendars: whoever is busy there takes no bookings here.

use std::sync::{Arc, Mutex};
use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::Clock;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::partnerships::token_of;
use crate::support::world::{HOST_EMAIL, World, book, id};
use crate::support::{Engine, TestApp};

/// A calendar server: what it holds, and how it was asked.
struct Calendar {
    address: String,
    body: Arc<Mutex<(String, u32)>>,
    asked: Arc<Mutex<Vec<u16>>>,
}

impl Calendar {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let body = Arc::new(Mutex::new((String::new(), 0)));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (held, heard) = (body.clone(), asked.clone());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = Vec::new();
                while !request.windows(4).any(|four| four == b"\r\n\r\n") {
                    let mut some = [0; 1024];
                    match stream.read(&mut some).await {
                        Ok(0) | Err(_) => break,
                        Ok(n) => request.extend(&some[..n]),
                    }
                }
                let request = String::from_utf8(request).unwrap().to_ascii_lowercase();
                let (text, version) = held.lock().unwrap().clone();
                let (status, answer) = if request.contains(&format!("\"v{version}\"")) {
                    (304, "HTTP/1.1 304 Not Modified\r\n\r\n".to_owned())
                } else {
                    let length = text.len();
                    let head = format!("ETag: \"v{version}\"\r\nContent-Length: {length}");
                    (200, format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{text}"))
                };
                heard.lock().unwrap().push(status);
                stream.write_all(answer.as_bytes()).await.ok();
            }
        });
        let calendar = Self {
            address: format!("http://127.0.0.1:{port}/private-1f2e/basic.ics"),
            body,
            asked,
        };
        calendar.hold("");
        calendar
    }

    fn hold(&self, events: &str) {
        let mut body = self.body.lock().unwrap();
        body.0 = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
        body.1 += 1;
    }

    /// How it answered, from first to last.
    fn answers(&self) -> Vec<u16> {
        self.asked.lock().unwrap().clone()
    }
}

fn event(uid: &str, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
    let written = |at: DateTime<Utc>| at.format("%Y%m%dT%H%M%SZ").to_string();
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:Dentist\r\nDTSTART:{}\r\nDTEND:{}\r\nEND:VEVENT\r\n",
        written(from),
        written(to)
    )
}

fn start(slot: &Value) -> DateTime<Utc> {
    slot["starts_at"].as_str().unwrap().parse().unwrap()
}

const HERE: &str =
    "[calendars]\nplain_http = true\nports = \"\"\nallowed_networks = \"127.0.0.1\"\n";

/// Waits until the calendar was looked at after `before`; answers what is known of it then.
async fn looked(app: &TestApp, token: &str, path: &str, before: &Value) -> Value {
    for _ in 0..1_000 {
        let now = app.send_as(token, Method::GET, path, &Value::Null).await;
        assert_eq!(now.status, 200, "{}", now.body);
        if now.body["checked_at"] != before["checked_at"] {
            return now.body;
        }
        tokio::time::sleep(Wait::from_millis(20)).await;
    }
    panic!("the calendar was not looked at")
}

/// Has it looked at once more, a while later.
async fn again(app: &TestApp, token: &str, path: &str, before: &Value) -> Value {
    app.clock.advance(Duration::minutes(2));
    let check = format!("{path}/check");
    let asked = app.send_as(token, Method::POST, &check, &Value::Null).await;
    assert_eq!(asked.status, 202, "{}", asked.body);
    looked(app, token, path, before).await
}

#[rstest]
#[actix_web::test]
async fn a_busy_host_takes_no_bookings(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn_with(engine, HERE).await;
    let world = World::new(&app, 2).await;
    let (busy, free) = (world.slot(&app, 7).await, world.slot(&app, 8).await);
    let from = start(&busy) + Duration::minutes(30);
    let calendar = Calendar::start().await;
    calendar.hold(&event("1@example.org", from, from + Duration::hours(1)));
    let member = token_of(&app, HOST_EMAIL).await;
    let path = format!("/api/v1/hosts/{}/calendar", world.host);
    let given = json!({ "address": calendar.address });
    let set = app.send_as(&member, Method::PUT, &path, &given).await;
    assert_eq!(
        (set.status, &set.body["server"]),
        (200, &json!("127.0.0.1"))
    );
    assert!(!set.body.to_string().contains("1f2e"), "{}", set.body);
    let known = looked(&app, &member, &path, &set.body).await;
    assert_eq!(
        (&known["fault"], &known["skipped"]),
        (&Value::Null, &json!(0)),
        "{known}"
    );
    assert!(!known.to_string().contains("1f2e"), "{known}");

    let shown = app.get(&format!("/api/v1/slots/{}", id(&busy))).await.body;
    assert_eq!(
        (&shown["status"], &shown["refusal"]),
        (&json!("closed"), &json!("slot_busy"))
    );
    book(&app, &id(&busy), "ann@example.org")
        .await
        .assert_problem(409, "slot_busy");
    let hold = format!("/api/v1/slots/{}/holds", id(&busy));
    app.post(&hold, &json!({ "seats": 1 }))
        .await
        .assert_problem(409, "slot_busy");
    let open = app
        .get("/api/v1/slots?city=kaohsiung&status=open")
        .await
        .body;
    assert_eq!(open["items"].as_array().unwrap().len(), 1, "{open}");
    let closed = app
        .get("/api/v1/slots?city=kaohsiung&status=closed")
        .await
        .body;
    assert_eq!(closed["items"][0]["id"], busy["id"]);
    // A time that is added while the host is busy is shut from the beginning.
    let next = json!({ "offer_id": world.offer,
        "local_start": (start(&busy) + Duration::hours(9)).format("%Y-%m-%dT%H:00").to_string() });
    let added = app.create("/api/v1/slots", &next).await;
    assert_eq!(
        (&added["refusal"], &added["status"]),
        (&json!("slot_busy"), &json!("closed"))
    );
    assert_eq!(book(&app, &id(&free), "ann@example.org").await.status, 201);
    let page = app
        .get(&format!("/slots/{}", id(&busy)))
        .await
        .body
        .to_string();
    assert!(page.contains("The host is busy at this time."), "{page}");

    // Nothing has changed there, which is asked and not read again; and nothing changes here.
    let topic = format!("/api/v1/events?topic=offer/{}&after=0", world.offer);
    let told = |events: &Value| -> Vec<String> {
        let items = events["items"].as_array().unwrap();
        let kind = |event: &Value| event["kind"].as_str().unwrap().to_owned();
        items.iter().map(kind).collect()
    };
    let before = app.get(&topic).await.body;
    assert!(
        told(&before).contains(&"slot.closed".to_owned()),
        "{before}"
    );
    let known = again(&app, &member, &path, &known).await;
    assert_eq!(app.get(&topic).await.body, before);
    assert_eq!(calendar.answers(), [200, 304]);

    calendar.hold("");
    let known = again(&app, &member, &path, &known).await;
    let shown = app.get(&format!("/api/v1/slots/{}", id(&busy))).await.body;
    assert_eq!(
        (&shown["status"], &shown["refusal"]),
        (&json!("open"), &Value::Null)
    );
    assert_eq!(book(&app, &id(&busy), "ann@example.org").await.status, 201);
    let after = app.get(&topic).await.body;
    assert!(
        told(&after).contains(&"slot.reopened".to_owned()),
        "{after}"
    );

    // What cannot be read changes nothing, is told, and is asked for less and less.
    calendar.body.lock().unwrap().0 = "<html>Sign in</html>".to_owned();
    calendar.body.lock().unwrap().1 += 1;
    let known = again(&app, &member, &path, &known).await;
    assert_eq!(known["fault"], "not_a_calendar");
    assert!(
        known["succeeded_at"].as_str() < known["checked_at"].as_str(),
        "{known}"
    );
    let wait: DateTime<Utc> = known["due_at"].as_str().unwrap().parse().unwrap();
    assert!(wait - app.clock.now() > Duration::minutes(25), "{known}");
}

#[rstest]
#[actix_web::test]
async fn booked_visits_stay_and_are_told_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn_with(engine, HERE).await;
    let world = World::new(&app, 2).await;
    let (own, foreign) = (world.slot(&app, 7).await, world.slot(&app, 8).await);
    let mine = book(&app, &id(&own), "ann@example.org").await.body;
    let other = book(&app, &id(&foreign), "bob@example.org").await.body;
    let hour = |slot: &Value| (start(slot), start(slot) + Duration::hours(1));
    let uid = format!("{}@sisterline", id(&mine));
    let events = [
        event(&uid, hour(&own).0, hour(&own).1),
        event("2@example.org", hour(&foreign).0, hour(&foreign).1),
    ];
    let calendar = Calendar::start().await;
    calendar.hold(&events.concat());
    let path = format!("/api/v1/hosts/{}/calendar", world.host);
    let admin = app.admin.clone();
    let given = json!({ "address": calendar.address });
    let set = app.send_as(&admin, Method::PUT, &path, &given).await.body;
    let known = looked(&app, &admin, &path, &set).await;

    let status = |slot: &Value| format!("/api/v1/slots/{}", id(slot));
    assert_eq!(app.get(&status(&own)).await.body["status"], "open");
    assert_eq!(
        app.get(&status(&foreign)).await.body["refusal"],
        "slot_busy"
    );
    let booking = format!("/api/v1/bookings/{}", id(&other));
    let stands = app
        .send_as(&admin, Method::GET, &booking, &Value::Null)
        .await;
    assert_eq!(stands.body["status"], "confirmed", "{}", stands.body);

    use sisterline::app::access::{Credential, actor};
    use sisterline::app::{busy, console};
    let server = &app.server.app;
    let holder = actor(server, Credential::Token(admin.clone()))
        .await
        .unwrap();
    let clashes = || async { console::look(server, &holder, None).await.unwrap().clashes };
    let found = clashes().await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].slot.slot.id.to_string(), id(&foreign));
    busy::saw_clash(server, &holder, found[0].slot.slot.id)
        .await
        .unwrap();
    calendar.hold(&(events.concat() + &event("3@example.org", hour(&foreign).0, hour(&foreign).1)));
    let known = again(&app, &admin, &path, &known).await;
    assert!(clashes().await.is_empty());

    // Gone and come back, it is news again; forgotten, everything is open.
    calendar.hold("");
    let known = again(&app, &admin, &path, &known).await;
    calendar.hold(&events.concat());
    again(&app, &admin, &path, &known).await;
    assert_eq!(clashes().await.len(), 1);
    let gone = app
        .send_as(&admin, Method::DELETE, &path, &Value::Null)
        .await;
    assert_eq!(gone.status, 204);
    assert!(clashes().await.is_empty());
    assert_eq!(app.get(&status(&foreign)).await.body["status"], "open");
    let gone = app.send_as(&admin, Method::GET, &path, &Value::Null).await;
    assert_eq!(gone.status, 404);
}

/// A host that gives us the address of what we tell of it ourselves would shut its own slots.
#[rstest]
#[actix_web::test]
async fn our_own_feeds_shut_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn_with(engine, HERE).await;
    let world = World::new(&app, 3).await;
    let slot = world.slot(&app, 7).await;
    let booked = book(&app, &id(&slot), "ann@example.org").await.body;
    let token = app.host_feed().await;
    let path = format!("/api/v1/hosts/{}/calendar", world.host);
    let look = async |address: String| {
        let given = json!({ "address": address });
        let set = app.send_as(&app.admin, Method::PUT, &path, &given).await;
        assert_eq!(set.status, 200, "{}", set.body);
        app.clock.advance(Duration::seconds(1));
        let known = looked(&app, &app.admin, &path, &set.body).await;
        assert_eq!(known["fault"], Value::Null, "{known}");
        let shown = format!("/api/v1/slots/{}", id(&slot));
        app.get(&shown).await.body["status"].clone()
    };

    let feed = format!("/calendar/{token}.ics");
    let busy = format!("/calendar/{token}/busy.ics");
    let told = app.get(&busy).await.body;
    let told = told.as_str().unwrap();
    assert!(told.contains("FREEBUSY;"), "{told}");
    for own in [&feed, &busy, &"/cities/kaohsiung/visits.ics".to_owned()] {
        assert_eq!(look(app.url(own)).await, "open", "{own}");
    }

    // The same from another installation is somebody else's time.
    let (ours, theirs) = ("@sisterline", "@elsewhere.example");
    let foreign = Calendar::start().await;
    let text = app.get(&feed).await.body;
    for text in [text.as_str().unwrap(), told] {
        assert!(
            text.contains(&id(&booked)) || text.contains(&world.host),
            "{text}"
        );
        let text = text.replace(ours, theirs);
        *foreign.body.lock().unwrap() = (text, 7);
        assert_eq!(look(foreign.address.clone()).await, "closed");
        foreign.hold("");
        assert_eq!(look(foreign.address.clone()).await, "open");
    }
}

#[rstest]
#[actix_web::test]
async fn only_who_manages_the_host_may_and_only_safe_addresses(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 2).await;
    let path = format!("/api/v1/hosts/{}/calendar", world.host);
    let given = json!({ "address": "https://127.0.0.1/private.ics" });
    app.put(&path, &given)
        .await
        .assert_problem(401, "sign_in_required");
    app.get(&path).await.assert_problem(401, "sign_in_required");
    app.delete(&path)
        .await
        .assert_problem(401, "sign_in_required");
    let seattle = json!({ "city": "seattle" });
    let stranger = app
        .token_of("ann@seattle.example", "coordinator", seattle)
        .await;
    for method in [Method::PUT, Method::GET, Method::DELETE] {
        let answer = app.send_as(&stranger, method, &path, &given).await;
        answer.assert_problem(403, "forbidden");
    }
    for (address, code) in [
        ("", "required"),
        ("calendar", "invalid_url"),
        ("http://calendar.example.org/x.ics", "not_allowed"),
        ("https://me:word@calendar.example.org/x.ics", "not_allowed"),
        ("https://calendar.example.org:6379/x.ics", "not_allowed"),
        ("file:///etc/passwd", "not_allowed"),
    ] {
        let given = json!({ "address": address });
        let answer = app.send_as(&app.admin, Method::PUT, &path, &given).await;
        answer.assert_field("address", code);
        assert!(
            !answer.body.to_string().contains("word@"),
            "{}",
            answer.body
        );
    }
    // It may be written so; but where it leads is not asked.
    let set = app.send_as(&app.admin, Method::PUT, &path, &given).await;
    let known = looked(&app, &app.admin, &path, &set.body).await;
    assert_eq!(known["fault"], "address", "{known}");
    let check = format!("{path}/check");
    let answer = app
        .send_as(&app.admin, Method::POST, &check, &Value::Null)
        .await;
    answer.assert_problem(409, "calendar_asked");
}
