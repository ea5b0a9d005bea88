//! The whole way: booked over HTTP, seen on a socket, caught up on after a restart.

use rstest::rstest;
use serde_json::json;

use crate::client::Client;
use crate::support::world::{World, book, id};
use crate::support::{Engine, TestApp};

#[rstest]
#[actix_web::test]
async fn a_booking_is_seen_by_who_looks_and_by_who_comes_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let (first, second) = (world.slot(&app, 10).await, world.slot(&app, 11).await);

    let mut client = Client::connect(app.server.address).await;
    client.subscribe(json!({ "topic": world.topic })).await;
    let place = client.hear().await;
    assert_eq!(place["op"], "subscribed");
    assert_eq!(book(&app, &id(&first), "ann@example.org").await.status, 201);
    let event = client.hear().await;
    assert_eq!(
        (
            &event["kind"],
            &event["data"]["slot_id"],
            &event["data"]["status"]
        ),
        (&json!("slot.booked"), &first["id"], &json!("full"))
    );

    // Gone while another one is booked and the server restarts.
    assert_eq!(
        book(&app, &id(&second), "bob@example.org").await.status,
        201
    );
    let app = TestApp::on(app.stop().await, "").await;
    let mut client = Client::connect(app.server.address).await;
    let seen = json!({ "topic": world.topic, "epoch": place["epoch"], "seq": event["seq"] });
    client.subscribe(seen).await;
    let missed = client.hear().await;
    assert_eq!(missed["data"]["slot_id"], second["id"]);
    let subscribed = client.hear().await;
    assert_eq!(
        (&subscribed["op"], &subscribed["seq"]),
        (&json!("subscribed"), &missed["seq"])
    );
}
