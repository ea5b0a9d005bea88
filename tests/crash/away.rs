//! PostgreSQL goes away and comes back, behind a wire that can be cut.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;

use crate::program::eventually;
use crate::support::world::{World, book, booking_of, id};
use crate::support::{Answer, Engine, TestApp, TestDatabase};

/// A wire to a server; while it is cut, connections are hung up on.
struct Wire {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    is_cut: bool,
    open: Vec<TcpStream>,
}

impl Wire {
    fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State::default()));
        let (server, shared) = (server.to_owned(), state.clone());
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let client = client.unwrap();
                let mut state = shared.lock().unwrap();
                if !state.is_cut {
                    let upstream = TcpStream::connect(&server).unwrap();
                    pump(client.try_clone().unwrap(), upstream.try_clone().unwrap());
                    pump(upstream.try_clone().unwrap(), client.try_clone().unwrap());
                    state.open.extend([client, upstream]);
                }
            }
        });
        Self { address, state }
    }

    fn cut(&self) {
        let mut state = self.state.lock().unwrap();
        state.is_cut = true;
        for stream in state.open.drain(..) {
            // One side may have hung up by itself.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn mend(&self) {
        self.state.lock().unwrap().is_cut = false;
    }
}

fn pump(mut from: TcpStream, mut to: TcpStream) {
    std::thread::spawn(move || {
        let mut buffer = [0; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            if to.write_all(&buffer[..length]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}

#[actix_web::test]
async fn without_its_database_the_service_says_so_and_comes_back() {
    let mut database = TestDatabase::new(Engine::Postgres);
    let (user, rest) = database.url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let wire = Wire::to(server);
    database.url = format!("{user}@{}/{name}", wire.address);
    let app = TestApp::on(database, "").await;
    let world = World::new(&app, 9).await;
    let slot = id(&world.slot(&app, 7).await);
    assert_eq!(app.get("/readyz").await.status, 200);

    for _ in 0..2 {
        wire.cut();
        let booking = booking_of(&slot, "lost@example.org");
        let requests = [
            app.request(Method::GET, "/api/v1/cities"),
            app.request(Method::GET, &format!("/api/v1/slots/{slot}")),
            app.request(Method::POST, "/api/v1/bookings").json(&booking),
            app.request(Method::POST, "/api/v1/tokens")
                .bearer_auth(&app.admin)
                .json(&json!({ "label": "x" })),
        ];
        let ready = app.request(Method::GET, "/readyz");
        let (answers, ready) =
            futures_util::future::join(join_all(requests.map(|r| r.send())), ready.send()).await;
        for answer in answers {
            let answer = answer.unwrap();
            let again = answer.headers().get("retry-after").cloned();
            let answer = Answer::of(answer).await;
            answer.assert_problem(503, "unavailable");
            let again = again.unwrap().to_str().unwrap().parse::<u32>().unwrap();
            assert!((1..=60).contains(&again));
        }
        let ready = Answer::of(ready.unwrap()).await;
        assert_eq!(ready.status, 503);
        assert_eq!(ready.body["status"], "unavailable");
        assert_eq!(ready.body["database"], "unreachable");
        assert_eq!(app.get("/healthz").await.status, 200, "it lives");

        wire.mend();
        eventually("it is ready again", || async {
            app.get("/readyz").await.status == 200
        })
        .await;
        assert_eq!(book(&app, &slot, "back@example.org").await.status, 201);
    }
    let seats = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    assert_eq!(seats["seats_left"], 7, "what was answered 503 was not done");
}

/// A wire that is cut in the middle of many writes: what was answered 201 is there, and nothing
/// is half done.
#[actix_web::test]
async fn a_cut_in_the_middle_halves_nothing() {
    let mut database = TestDatabase::new(Engine::Postgres);
    let (user, rest) = database.url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let wire = Wire::to(server);
    database.url = format!("{user}@{}/{name}", wire.address);
    let app = TestApp::on(database, "").await;
    let world = World::new(&app, 1_000).await;
    let slot = id(&world.slot(&app, 7).await);
    let emails: Vec<String> = (0..60).map(|n| format!("g{n}@example.org")).collect();
    let booking = join_all(emails.iter().map(|email| book(&app, &slot, email)));
    let cutting = async {
        // As soon as a few have come through.
        eventually("some are booked", || async {
            let slot = app.get(&format!("/api/v1/slots/{slot}")).await.body;
            slot["seats_left"].as_i64().is_some_and(|left| left <= 990)
        })
        .await;
        wire.cut();
        wire.mend();
    };
    let (answers, ()) = futures_util::future::join(booking, cutting).await;
    for answer in &answers {
        assert!([201, 503].contains(&answer.status), "{answer:?}");
    }
    eventually("it is ready again", || async {
        app.get("/readyz").await.status == 200
    })
    .await;
    let booked = answers.iter().filter(|answer| answer.status == 201).count();
    let seats = app.get(&format!("/api/v1/slots/{slot}")).await.body;
    let taken = 1_000 - usize::try_from(seats["seats_left"].as_i64().unwrap()).unwrap();
    // A commit whose answer was lost on the wire was done, and nobody could be told.
    assert!(taken >= booked, "{taken} seats for {booked} bookings");
    let log = app
        .get(&format!("/api/v1/events?topic={}&after=0", world.topic))
        .await
        .body;
    let booked = log["items"].as_array().unwrap();
    let booked = booked.iter().filter(|event| event["kind"] == "slot.booked");
    assert_eq!(booked.count(), taken, "seats and events agree");
}
