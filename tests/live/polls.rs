//! What is told of a poll, and to whom.

use rstest::rstest;
use serde_json::{Value, json};
use sisterline::app::access::Subject;
use sisterline::app::poll::{self, CloseInput, PollAsked, VoteAsked};
use sisterline::app::{App, partnership};
use sisterline::domain::booking::AttendeeInput;
use sisterline::domain::id::{CityId, PollId};
use sisterline::domain::person::Actor;
use sisterline::domain::poll::{AnswerInput, CandidateInput, PollInput, VoteInput};

use crate::bookings;
use crate::client::Client;
use crate::node::{Node, add_city, place};
use crate::support::Engine;

/// A poll of one time between Kaohsiung, the host's, and Seattle; and the guests' city.
async fn opened(app: &App) -> (PollId, CityId) {
    let system = Actor::System;
    let input =
        json!({ "cities": ["kaohsiung", "seattle"], "stage": "official", "visibility": "public" });
    let partners = partnership::create(app, &system, serde_json::from_value(input).unwrap(), None)
        .await
        .unwrap();
    let offer = bookings::offer(app, "kaohsiung").await;
    let day = (app.now() + chrono::Duration::days(30)).date_naive();
    let asked = PollAsked {
        partnership: partners.id.to_string(),
        offer_id: offer.id.to_string(),
        city: "seattle".into(),
        seats: 1,
        poll: PollInput {
            organization: "School".into(),
            candidates: vec![CandidateInput {
                starts_at: Some(format!("{day}T01:00:00Z")),
                ..CandidateInput::default()
            }],
            ..PollInput::default()
        },
    };
    let poll = poll::create(app, &system, asked, None).await.unwrap();
    let guests = partners.cities.iter().find(|city| city.slug == "seattle");
    (poll.poll.id, guests.unwrap().id)
}

#[rstest]
#[actix_web::test]
async fn a_poll_is_followed_with_the_key_of_a_citys_link(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let place = place(engine);
    let node = Node::start(&place).await;
    add_city(&node.app, "kaohsiung").await;
    let (id, city) = opened(&node.app).await;
    let topic = format!("poll/{id}");
    let key = node.app.link_key.poll_key(id, city);
    let mut client = Client::connect(node.address).await;
    for wrong in [
        json!({ "topic": topic }),
        json!({ "topic": topic, "key": "0".repeat(64) }),
    ] {
        client.subscribe(wrong).await;
        let refused = json!({ "op": "refused", "topic": topic, "code": "not_allowed" });
        assert_eq!(client.hear().await, refused);
    }
    client
        .subscribe(json!({ "topic": topic, "key": key }))
        .await;
    let subscribed = client.hear().await;
    assert_eq!(
        (&subscribed["op"], &subscribed["seq"]),
        (&json!("subscribed"), &json!(1))
    );

    let citizen = Subject {
        actor: Actor::Guest,
        manage_key: Some(key),
    };
    let asked = VoteAsked {
        vote: VoteInput {
            name: "Ann Lee".into(),
            answers: vec![AnswerInput {
                candidate: 0,
                answer: "yes".into(),
            }],
            ..VoteInput::default()
        },
        ..VoteAsked::default()
    };
    poll::vote(&node.app, &citizen, id, asked, None)
        .await
        .unwrap();
    let voted = client.hear().await;
    let told = json!({ "poll_id": id, "status": "open", "voters": 1, "starts_at": Value::Null });
    assert_eq!(
        (&voted["kind"], &voted["seq"], &voted["data"]),
        (&json!("poll.voted"), &json!(2), &told)
    );
    let keeper = Subject::from(Actor::System);
    let input = CloseInput {
        contact: Some(AttendeeInput {
            name: "Jo".into(),
            email: "jo@example.org".into(),
            ..AttendeeInput::default()
        }),
        ..CloseInput::default()
    };
    poll::close(&node.app, &keeper, id, input).await.unwrap();
    let closed = client.hear().await;
    assert_eq!(
        (&closed["kind"], &closed["data"]["status"]),
        (&json!("poll.closed"), &json!("closed"))
    );
    assert!(!closed["data"]["starts_at"].is_null());
}
