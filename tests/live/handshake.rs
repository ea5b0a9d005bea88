//! Who may open a connection, and in which subprotocol.

use actix_web::http::StatusCode;
use tokio_tungstenite::tungstenite::Error;

use crate::client::shake_hands;
use crate::node::{Node, PUBLIC_URL, place};
use crate::support::Engine;

#[actix_web::test]
async fn the_subprotocol_is_agreed_upon() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let cases = [
        ("sisterline.v1", Ok("sisterline.v1")),
        ("chat, sisterline.v1", Ok("sisterline.v1")),
        ("chat", Err(400)),
        ("sisterline.v2, sisterline.v10", Err(400)),
    ];
    for (offered, expected) in cases {
        let shaken = shake_hands(node.address, &[("Sec-WebSocket-Protocol", offered)]).await;
        match (shaken, expected) {
            (Ok((_, response)), Ok(agreed)) => {
                assert_eq!(response.headers()["Sec-WebSocket-Protocol"], agreed);
            }
            (Err(Error::Http(response)), Err(status)) => {
                assert_eq!(response.status(), status, "{offered}");
            }
            (other, _) => panic!("{offered}: {:?}", other.map(|(_, response)| response)),
        }
    }
}

#[actix_web::test]
async fn a_client_may_offer_no_subprotocol() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let (_, response) = shake_hands(node.address, &[]).await.unwrap();
    assert_eq!(response.headers().get("Sec-WebSocket-Protocol"), None);
}

#[actix_web::test]
async fn only_our_own_pages_may_connect() {
    let place = place(Engine::Sqlite);
    let node = Node::start(&place).await;
    let own = format!("http://{}", node.address);
    for origin in [PUBLIC_URL, own.as_str()] {
        assert!(
            shake_hands(node.address, &[("Origin", origin)])
                .await
                .is_ok()
        );
    }
    for origin in ["https://evil.example", "null"] {
        match shake_hands(node.address, &[("Origin", origin)]).await {
            Err(Error::Http(response)) => {
                assert_eq!(response.status(), StatusCode::FORBIDDEN.as_u16());
                let problem: serde_json::Value =
                    serde_json::from_slice(response.body().as_deref().unwrap()).unwrap();
                assert_eq!(problem["code"], "foreign_origin");
            }
            other => panic!("{:?}", other.map(|(_, response)| response)),
        }
    }
}
