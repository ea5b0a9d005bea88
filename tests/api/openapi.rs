//! `/api/v1/openapi.json` and the routes: each tells of the other; and who may use which.

use std::collections::BTreeSet;
use std::path::Path;

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::partnerships::token_of;
use crate::support::world::{HOST_EMAIL, World, id, kaohsiung, offer_of, seattle, slot_of};
use crate::support::{Answer, Engine, TestApp};

/// Methods and paths that the handlers' attributes route, read from the sources.
fn routed() -> BTreeSet<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/api");
    let mut routes = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines() {
            for method in ["get", "post", "put", "patch", "delete"] {
                let path = line
                    .strip_prefix(&format!("#[{method}(\""))
                    .and_then(|rest| rest.strip_suffix("\")]"));
                routes.extend(path.map(|path| (method.to_owned(), path.to_owned())));
            }
        }
    }
    routes
}

fn documented(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let path = path.strip_prefix("/api/v1").unwrap_or(path).to_owned();
        let methods = item.as_object().unwrap().keys();
        let named = methods.map(|method| (method.clone(), path.clone()));
        named.collect::<Vec<_>>()
    };
    paths.iter().flat_map(of_path).collect()
}

#[actix_web::test]
async fn the_document_and_the_routes_agree() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let document = app.get("/api/v1/openapi.json").await;
    assert_eq!(document.status, 200);
    let document = document.body;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));

    let mut routes = routed();
    // Outside the API: the documents themselves, their page, and health.
    for path in [
        "/openapi.json",
        "/asyncapi.json",
        "/docs",
        "/healthz",
        "/readyz",
    ] {
        routes.remove(&("get".to_owned(), path.to_owned()));
    }
    assert!(routes.len() > 20, "{routes:?}");
    assert_eq!(documented(&document), routes);

    // Each is really there: what answers is the handler, not the page that is not.
    let nowhere = app.get("/api/v1/nothing").await.body;
    for (method, path) in documented(&document) {
        let path = path
            .replace("{id}", "nonsense")
            .replace("{slug}", "nonsense");
        let request = app.request(
            method.to_uppercase().parse().unwrap(),
            &format!("/api/v1{path}"),
        );
        let answer = Answer::of(request.send().await.unwrap()).await;
        assert_ne!(answer.status, 405, "{method} {path}");
        assert_ne!(answer.body, nowhere, "{method} {path}");
    }
    // What is named in the path is in it, and nothing else.
    for (method, path) in documented(&document) {
        let parameters = &document["paths"][format!("/api/v1{path}")][&method]["parameters"];
        let parameters = parameters.as_array().into_iter().flatten();
        let told: BTreeSet<&str> = parameters
            .filter(|parameter| parameter["in"] == "path")
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        let held = path
            .split('/')
            .filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
        assert_eq!(told, held.collect(), "{method} {path}");
    }
    // Every reference leads somewhere.
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
}

/// Whoever lacks the right is refused, and nothing of it happens.
#[rstest]
#[actix_web::test]
async fn writes_need_rights(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    let booked = crate::support::world::book(&app, &slot, "ann@example.org").await;
    let booking = id(&booked.body);
    // A member of another city's host, a coordinator of another city.
    let far = json!({ "city": "seattle", "name": "Far", "kind": "school", "track": "education" });
    let far = id(&app.create("/api/v1/hosts", &far).await);
    let member = json!({ "email": "member@example.org", "name": "M", "role": "member",
        "host_id": far });
    app.create("/api/v1/roles", &member).await;
    let coordinator = json!({ "email": "coordinator@example.org", "name": "C",
        "role": "coordinator", "city": "seattle" });
    app.create("/api/v1/roles", &coordinator).await;
    let member = token_of(&app, "member@example.org").await;
    let coordinator = token_of(&app, "coordinator@example.org").await;
    let own_host = token_of(&app, HOST_EMAIL).await;

    let new_host = json!({ "city": "kaohsiung", "name": "X", "kind": "office", "track": "civic" });
    let admin_role = json!({ "email": "x@example.org", "name": "X", "role": "admin" });
    let member_role = json!({ "email": "x@example.org", "name": "X", "role": "member",
        "host_id": world.host });
    let coordinator_role = json!({ "email": "x@example.org", "name": "X", "role": "coordinator",
        "city": "kaohsiung" });
    let mut other_city = seattle();
    other_city["slug"] = "tacoma".into();
    let pair = json!({ "cities": ["kaohsiung", "seattle"], "stage": "pilot" });
    let change = json!({ "name": "X" });
    let offer = offer_of(&world.host, 1, "public");
    let new_slot = slot_of(&app, &world.offer, 9, 9);
    let label = json!({ "label": "x" });
    let nothing = json!({});
    let (post, put) = (Method::POST, Method::PUT);
    let (patch, delete) = (Method::PATCH, Method::DELETE);
    let availability = format!("/api/v1/offers/{}/availability", world.offer);
    let preview = format!("{availability}/preview");
    let cancel_booking = format!("/api/v1/bookings/{booking}/cancel");
    let slot_path = format!("/api/v1/slots/{slot}");
    let city_path = "/api/v1/cities/kaohsiung";

    // Who, and what they are answered; 0 is not asked.
    let table: [(&Method, &str, &Value, u16, u16, u16, u16); 15] = [
        (&post, "/api/v1/cities", &other_city, 401, 403, 403, 403),
        (&patch, city_path, &change, 401, 403, 403, 403),
        (&post, "/api/v1/partnerships", &pair, 401, 403, 0, 403),
        (&post, "/api/v1/hosts", &new_host, 401, 403, 403, 403),
        (&post, "/api/v1/offers", &offer, 401, 403, 403, 0),
        (&post, "/api/v1/slots", &new_slot, 401, 403, 403, 0),
        (&put, &availability, &nothing, 401, 403, 403, 0),
        (&post, &availability, &nothing, 401, 403, 403, 0),
        (&post, &preview, &nothing, 401, 403, 403, 0),
        (&delete, &slot_path, &nothing, 401, 403, 403, 0),
        (&post, &cancel_booking, &nothing, 404, 404, 404, 0),
        (&post, "/api/v1/tokens", &label, 401, 0, 0, 0),
        (&post, "/api/v1/roles", &admin_role, 401, 403, 403, 403),
        (&post, "/api/v1/roles", &member_role, 401, 403, 403, 403),
        (
            &post,
            "/api/v1/roles",
            &coordinator_role,
            401,
            403,
            403,
            403,
        ),
    ];
    for (method, path, body, guest, by_member, by_coordinator, by_host) in table {
        let asks = [
            (None, guest),
            (Some("0".repeat(64)), 401),
            (Some(member.clone()), by_member),
            (Some(coordinator.clone()), by_coordinator),
            (Some(own_host.clone()), by_host),
        ];
        for (token, status) in asks {
            if status == 0 {
                continue;
            }
            let mut request = app
                .request(method.clone(), path)
                .header("if-match", "\"1\"")
                .json(body);
            if let Some(token) = &token {
                request = request.bearer_auth(token);
            }
            let response = request.send().await.unwrap();
            let challenge = response.headers().contains_key("www-authenticate");
            let answer = Answer::of(response).await;
            assert_eq!(
                answer.status, status,
                "{method} {path} {token:?}: {}",
                answer.body
            );
            assert_eq!(challenge, status == 401, "RFC 9110 15.5.2");
        }
    }
    let slot = app.get(&slot_path).await.body;
    assert_eq!(
        (&slot["status"], &slot["version"]),
        (&"full".into(), &2.into())
    );
    assert_eq!(app.get(city_path).await.body["name"], kaohsiung()["name"]);
    assert_eq!(app.get("/api/v1/cities/tacoma").await.status, 404);
    let unknown = app
        .post("/api/v1/sign-in", &json!({ "email": "x@example.org" }))
        .await;
    assert_eq!(unknown.status, 202);
    assert_eq!(
        crate::people::newest_link(&app, "x@example.org").await,
        None
    );
}
