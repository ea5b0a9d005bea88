//! Who may follow what.

use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::{booking, partnership};
use sisterline::domain::person::Actor;

use crate::bookings;
use crate::client::{Client, SEATTLE};
use crate::node::{Node, add_city, place};
use crate::support::Engine;

async fn ask(client: &mut Client, topic: Value) -> Value {
    client.subscribe(topic).await;
    client.hear().await
}

fn refused(topic: &str, code: &str) -> Value {
    json!({ "op": "refused", "topic": topic, "code": code })
}

#[rstest]
#[actix_web::test]
async fn what_is_unknown_and_what_is_private_are_refused_alike(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    add_city(&node.app, "kaohsiung").await;
    let enter = async |visibility: &str| {
        let input = json!({
            "cities": ["seattle", "kaohsiung"], "stage": "official", "visibility": visibility,
        });
        let input = serde_json::from_value(input).unwrap();
        let entered = partnership::create(&node.app, &Actor::System, input, None).await;
        format!("partnership/{}", entered.unwrap().id)
    };
    let (public, private) = (enter("public").await, enter("private").await);
    let unknown = "partnership/0193f8a0-0000-7000-8000-000000000001";

    let mut client = Client::connect(node.address).await;
    assert_eq!(
        ask(&mut client, json!({ "topic": public })).await["op"],
        "subscribed"
    );
    for topic in [private.as_str(), unknown, "city/atlantis"] {
        let answer = ask(&mut client, json!({ "topic": topic })).await;
        assert_eq!(answer, refused(topic, "not_allowed"));
    }
    assert_eq!(
        ask(&mut client, json!({ "topic": "weather" })).await,
        refused("weather", "unknown_topic")
    );
    // Refusals end nothing.
    assert_eq!(
        ask(&mut client, json!({ "topic": SEATTLE })).await["op"],
        "subscribed"
    );
}

#[rstest]
#[actix_web::test]
async fn a_booking_is_followed_with_the_key_of_its_link(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    let (mine, other) = (
        bookings::at(&node.app, 17).await,
        bookings::at(&node.app, 18).await,
    );
    let topic = format!("booking/{mine}");
    let key = node.app.link_key.manage_key(mine);
    let foreign = node.app.link_key.manage_key(other);

    let mut client = Client::connect(node.address).await;
    for wrong in [
        json!({ "topic": topic }),
        json!({ "topic": topic, "key": foreign }),
    ] {
        assert_eq!(
            ask(&mut client, wrong).await,
            refused(&topic, "not_allowed")
        );
    }
    let right = json!({ "topic": topic, "key": key });
    assert_eq!(ask(&mut client, right).await["op"], "subscribed");

    let subject = sisterline::app::access::Subject {
        actor: Actor::Guest,
        manage_key: Some(key),
    };
    booking::cancel(&node.app, &subject, mine, None)
        .await
        .unwrap();
    let event = client.hear().await;
    assert_eq!(
        (&event["topic"], &event["kind"]),
        (&json!(topic), &json!("booking.cancelled"))
    );
}
