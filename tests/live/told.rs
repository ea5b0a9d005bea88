//! What clients are told beside events: that the node is cut off, that rights or the log's life have
//! changed, that others look too, that they ask too much.

use std::net::SocketAddr;
use std::time::Duration;

use rstest::rstest;
use serde_json::json;
use sisterline::app::{Error, person};
use sisterline::live::LiveOptions;
use sisterline::live::limits::LiveLimits;
use sisterline::storage::installation;
use tokio_tungstenite::tungstenite::Error as WsError;

use crate::bookings;
use crate::client::{Client, SEATTLE, shake_hands};
use crate::node::{Node, options, place};
use crate::outage::Outage;
use crate::program::eventually;
use crate::support::world::{HOST_EMAIL, World, id};
use crate::support::{Engine, TestApp};

fn looking() -> LiveOptions {
    LiveOptions {
        poll: Duration::from_millis(50),
        ..options()
    }
}

#[actix_web::test]
async fn a_node_that_is_cut_off_says_so_and_catches_up() {
    let place = place(Engine::Postgres);
    let node = Node::start_with(&place, looking()).await;
    let mut client = Client::following(node.address).await;
    node.happen(1).await;
    assert_eq!(client.hear_events(1).await, [1]);
    let outage = Outage::begin(&place);
    assert_eq!(client.hear().await, json!({ "op": "stale" }));
    outage.end();
    assert_eq!(client.hear().await, json!({ "op": "current" }));
    node.happen(2).await;
    assert_eq!(client.hear_events(1).await, [2]);
}

#[rstest]
#[actix_web::test]
async fn another_life_of_the_log_is_told_to_those_who_are_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start_with(&place, looking()).await;
    let mut client = Client::following(node.address).await;
    node.happen(1).await;
    assert_eq!(client.hear_events(1).await, [1]);
    let raised = node
        .app
        .db
        .write(|tx| Ok::<_, Error>(installation::raise_epoch(tx, "second")?));
    raised.await.unwrap();
    let reset = json!({ "op": "reset", "topic": SEATTLE, "epoch": "second", "seq": 1 });
    assert_eq!(client.hear().await, reset);
    node.happen(2).await;
    assert_eq!(client.hear_events(1).await, [2]);
}

#[rstest]
#[actix_web::test]
async fn a_session_that_ends_takes_its_topics_with_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 1).await;
    let private = json!({ "cities": ["kaohsiung", "seattle"], "stage": "pilot",
        "visibility": "private" });
    let private = id(&app.create("/api/v1/partnerships", &private).await);
    let private = format!("partnership/{private}");
    let link = person::admin_link(&app.server.app, "ann@example.org")
        .await
        .unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    let cookie = format!("sisterline={}", session.token);
    let (mut client, _) = shake_hands(app.server.address, &[("Cookie", &cookie)])
        .await
        .unwrap();
    let city = json!({ "topic": "city/kaohsiung" });
    let both = json!({ "op": "subscribe", "topics": [{ "topic": private }, city] });
    client.say(both).await;
    for _ in 0..2 {
        assert_eq!(client.hear().await["op"], "subscribed");
    }
    person::sign_out(&app.server.app, &session.token)
        .await
        .unwrap();
    assert_eq!(
        client.hear().await,
        json!({ "op": "refused", "topic": private, "code": "not_allowed" })
    );
    // What is everybody's goes on.
    let input =
        json!({ "name": "Tea", "city": "kaohsiung", "kind": "office", "track": "official" });
    let host = id(&app.create("/api/v1/hosts", &input).await);
    let offer = crate::support::world::offer_of(&host, 1, "public");
    let offer = id(&app.create("/api/v1/offers", &offer).await);
    app.create(
        "/api/v1/slots",
        &crate::support::world::slot_of(&app, &offer, 9, 9),
    )
    .await;
    assert_eq!(client.hear().await["topic"], "city/kaohsiung");
}

#[actix_web::test]
async fn who_looks_at_a_slot_is_told_how_many_do() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let slot = bookings::slot(&node.app, 17).await.to_string();
    let look = json!({ "op": "look", "slots": [slot, "0193f8a0-0000-7000-8000-000000000001"] });
    let told = |people: usize| json!({ "op": "looking", "slot": slot, "people": people });
    let mut one = Client::connect(node.address).await;
    one.say(look.clone()).await;
    assert_eq!(one.hear().await, told(1));
    let mut two = Client::connect(node.address).await;
    two.say(look.clone()).await;
    assert_eq!(two.hear().await, told(2));
    assert_eq!(one.hear().await, told(2));
    drop(two);
    assert_eq!(one.hear().await, told(1));
}

/// Signs somebody in; what their browser sends from then on.
async fn cookie(app: &TestApp, email: &str) -> String {
    let link = person::admin_link(&app.server.app, email).await.unwrap();
    let session = person::sign_in(&app.server.app, &link).await.unwrap();
    format!("sisterline={}", session.token)
}

#[actix_web::test]
async fn the_console_tells_who_of_a_host_is_here_and_only_while_they_are() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 1).await;
    let (host, admin) = (
        cookie(&app, HOST_EMAIL).await,
        cookie(&app, "ann@example.org").await,
    );
    let console = async |cookie: &str| {
        let asked = app.request(reqwest::Method::GET, "/console");
        let answer = asked.header("cookie", cookie).send().await.unwrap();
        answer.text().await.unwrap()
    };
    assert!(!console(&admin).await.contains("data-here"));
    let (client, _) = shake_hands(app.server.address, &[("Cookie", &host)])
        .await
        .unwrap();
    let seen = console(&admin).await;
    let here = seen.split_once("data-here").expect("somebody is here").1;
    assert!(
        here.chars().take(80).collect::<String>().contains("林美玲"),
        "{here}"
    );
    assert!(
        !console(&host).await.contains("data-here"),
        "one knows that oneself"
    );
    drop(client);
    eventually("they are gone", || async {
        !console(&admin).await.contains("data-here")
    })
    .await;
}

#[actix_web::test]
async fn one_address_gets_its_share_and_no_more() {
    let place = place(Engine::Sqlite);
    let limited = LiveOptions {
        limits: LiveLimits {
            connections: 0,
            connections_per_address: 2,
            connections_per_holder: 0,
            messages_per_minute: 30,
        },
        ..options()
    };
    let node = Node::start_with(&place, limited).await;
    let one = Client::connect(node.address).await;
    let mut two = Client::connect(node.address).await;
    assert_eq!(refusal(node.address, &[]).await, 429);
    drop(one);
    for _ in 0..30 {
        two.say(json!({ "op": "unsubscribe", "topics": [] })).await;
    }
    assert_eq!(two.hear_close().await, 4001);
}

/// The status of the answer to a handshake that is refused for a while.
async fn refusal(address: SocketAddr, headers: &[(&'static str, &str)]) -> u16 {
    match shake_hands(address, headers).await {
        Err(WsError::Http(response)) => {
            assert!(response.headers().contains_key("retry-after"));
            response.status().as_u16()
        }
        other => panic!("{:?}", other.map(|(_, response)| response)),
    }
}

#[actix_web::test]
async fn a_session_that_asks_too_much_is_shut_out_and_its_address_is_not() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 1).await;
    let cookie = cookie(&app, HOST_EMAIL).await;
    let address = app.server.address;
    let headers = [("Cookie", cookie.as_str())];
    let (mut client, _) = shake_hands(address, &headers).await.unwrap();
    // 3,000 in a minute are half of what an address may ask (config/default.toml); the rest is for
    // what comes back meanwhile.
    for _ in 0..4_500 {
        if !client
            .is_heard(json!({ "op": "unsubscribe", "topics": [] }))
            .await
        {
            break;
        }
    }
    assert_eq!(client.hear_close().await, 4001);
    let mut guest = Client::connect(address).await;
    guest.subscribe(json!({ "topic": SEATTLE })).await;
    assert_eq!(guest.hear().await["op"], "subscribed");
}

#[actix_web::test]
async fn a_node_that_is_full_says_so_to_those_who_come_by_either_way() {
    let place = place(Engine::Sqlite);
    let limited = LiveOptions {
        limits: LiveLimits {
            connections: 2,
            ..LiveLimits::default()
        },
        ..options()
    };
    let node = Node::start_with(&place, limited).await;
    let one = Client::connect(node.address).await;
    let _two = Client::connect(node.address).await;
    assert_eq!(refusal(node.address, &[]).await, 503);
    let stream = format!("http://{}/live/sse?topic={SEATTLE}", node.address);
    let answer = reqwest::get(stream).await.unwrap();
    assert_eq!(answer.status(), 503);
    let problem: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(problem["code"], "too_many_connections");
    drop(one);
    eventually("there is room again", || async {
        shake_hands(node.address, &[]).await.is_ok()
    })
    .await;
}
