//! What stands around every request: health, headers, cross-site writes, bodies that are none.

use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use crate::support::world::{World, booking_of, id, kaohsiung};
use crate::support::{Answer, Engine, TestApp};

#[rstest]
#[actix_web::test]
async fn health_and_readiness(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    assert_eq!(app.get("/healthz").await.status, 200);
    let ready = app.get("/readyz").await;
    assert_eq!(ready.status, 200);
    assert_eq!(ready.body["status"], "ready");
    assert_eq!(ready.body["database"], "reachable");
    assert_eq!(ready.body["mail"], "running");
    assert!(ready.body["zones"]["version"].as_str().unwrap() >= "2026f");
}

/// Every answer carries the headers, whatever it is and whoever made it.
#[rstest]
#[actix_web::test]
async fn every_answer_is_protected(#[values("", "https://visits.example.org")] public: &str
) {
    let overlay = format!("[server]\npublic_url = \"{public}\"\n");
    let app = TestApp::spawn_with(Engine::Sqlite, &overlay).await;
    let requests = [
        (200, app.request(Method::GET, "/healthz")),
        (200, app.request(Method::GET, "/api/v1/cities")),
        (404, app.request(Method::GET, "/api/v1/cities/atlantis")),
        (404, app.request(Method::GET, "/api/v1/nothing")),
        (404, app.request(Method::GET, "/nothing")),
        (
            401,
            app.request(Method::POST, "/api/v1/cities")
                .json(&kaohsiung()),
        ),
        (415, app.request(Method::POST, "/api/v1/cities").body("x")),
        (
            403,
            app.request(Method::POST, "/api/v1/sign-in")
                .header("sec-fetch-site", "cross-site")
                .json(&json!({ "email": "a@example.org" })),
        ),
        (422, app.request(Method::GET, "/api/v1/slots?limit=x")),
        (
            400,
            app.request(Method::GET, "/api/v1/slots?limit=1&limit=2"),
        ),
    ];
    for (status, request) in requests {
        let response = request.send().await.unwrap();
        let what = format!("{status} {}", response.url());
        assert_eq!(response.status(), status, "{what}");
        let headers = response.headers();
        let header = |name: &str| headers.get(name).map(|v| v.to_str().unwrap()).unwrap_or("");
        let policy = header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{what}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        assert_eq!(header("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(header("referrer-policy"), "same-origin", "{what}");
        assert_eq!(header("cache-control"), "no-store", "{what}");
        assert_eq!(
            header("strict-transport-security").is_empty(),
            public.is_empty(),
            "{what}"
        );
        // Outside the API a person is shown a page.
        if status >= 400 && what.contains("/api/") {
            assert_eq!(header("content-type"), "application/problem+json", "{what}");
            let problem = Answer::of(response).await;
            assert_eq!(problem.body["status"], status);
            for member in ["type", "title", "detail", "code"] {
                assert_ne!(
                    problem.body[member].as_str().unwrap_or(""),
                    "",
                    "{what} {member}"
                );
            }
        }
    }
}

#[rstest]
#[case::plain(&[], true)]
#[case::own_page(&[("sec-fetch-site", "same-origin")], true)]
#[case::typed(&[("sec-fetch-site", "none")], true)]
#[case::other_site(&[("sec-fetch-site", "cross-site")], false)]
#[case::other_site_as_own(&[("sec-fetch-site", "cross-site"), ("origin", "OWN")], false)]
#[case::sibling(&[("sec-fetch-site", "same-site"), ("origin", "https://evil.example")], false)]
#[case::own_origin(&[("origin", "OWN")], true)]
#[case::other_origin(&[("origin", "https://evil.example")], false)]
#[case::other_port(&[("origin", "http://127.0.0.1:1")], false)]
#[case::null_origin(&[("origin", "null")], false)]
#[case::prefix(&[("origin", "OWN.evil.example")], false)]
#[actix_web::test]
async fn writes_from_other_sites_are_refused(
    #[case] headers: &[(&str, &str)],
    #[case] allowed: bool,
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let own = app.url("");
    let with = |method, path| {
        let request = app.request(method, path);
        headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, value.replace("OWN", &own))
        })
    };
    let sent = with(Method::POST, "/api/v1/sign-in").json(&json!({ "email": "a@example.org" }));
    let answer = Answer::of(sent.send().await.unwrap()).await;
    if allowed {
        assert_eq!(answer.status, 202, "{}", answer.body);
    } else {
        answer.assert_problem(403, "cross_site_request");
    }
    // Reading changes nothing and is everybody's.
    let read = with(Method::GET, "/api/v1/cities").send().await.unwrap();
    assert_eq!(read.status(), 200);
}

#[rstest]
#[case::no_json(Some("application/json"), "nonsense", 400, "malformed_json")]
#[case::half(Some("application/json"), "{\"city\":", 400, "malformed_json")]
#[case::empty(Some("application/json"), "", 400, "malformed_json")]
#[case::trailing(Some("application/json"), "{} {}", 400, "malformed_json")]
#[case::lone_surrogate(
    Some("application/json"),
    r#"{"city":"\ud800"}"#,
    400,
    "malformed_json"
)]
#[case::array(Some("application/json"), "[]", 422, "invalid_input")]
#[case::text(Some("application/json"), "\"x\"", 422, "invalid_input")]
#[case::null(Some("application/json"), "null", 422, "invalid_input")]
#[case::twice(
    Some("application/json"),
    r#"{"city":"a","city":"b"}"#,
    422,
    "invalid_input"
)]
#[case::with_charset(Some("application/json; charset=utf-8"), "{}", 404, "not_found")]
#[case::problem(Some("application/merge-patch+json"), "{}", 404, "not_found")]
#[case::form(
    Some("application/x-www-form-urlencoded"),
    "city=seattle",
    415,
    "not_json"
)]
#[case::plain(Some("text/plain"), "{}", 415, "not_json")]
#[case::unsaid(None, "{}", 415, "not_json")]
#[actix_web::test]
async fn bodies_that_are_none_are_refused(
    #[case] media_type: Option<&str>,
    #[case] body: &'static str,
    #[case] status: u16,
    #[case] code: &str,
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let mut request = app.request(Method::POST, "/api/v1/bookings").body(body);
    if let Some(media_type) = media_type {
        request = request.header("content-type", media_type);
    }
    let answer = Answer::of(request.send().await.unwrap()).await;
    answer.assert_problem(status, code);
}

#[actix_web::test]
async fn deep_invalid_and_large_bodies_are_refused() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let post = |body: Vec<u8>| {
        app.request(Method::POST, "/api/v1/bookings")
            .header("content-type", "application/json")
            .body(body)
    };
    let arrays = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    for (field, status) in [("unknown", 404), ("contact", 422), ("note", 422)] {
        let deep = format!("{{\"{field}\":{arrays}}}");
        let answer = Answer::of(post(deep.into_bytes()).send().await.unwrap()).await;
        assert_eq!(answer.status, status, "{field}: {}", answer.body);
    }
    let invalid = b"{\"city\":\"\xff\"}".to_vec();
    let answer = Answer::of(post(invalid).send().await.unwrap()).await;
    answer.assert_problem(400, "malformed_json");

    let large = json!({ "note": "x".repeat(100_000) }).to_string();
    let answer = Answer::of(post(large.clone().into_bytes()).send().await.unwrap()).await;
    answer.assert_problem(413, "too_large");
    // In pieces, without a length said first, it is as much too large.
    let pieces = large
        .into_bytes()
        .chunks(1_000)
        .map(<[u8]>::to_vec)
        .collect::<Vec<_>>();
    let answer = chunked(&app, "/api/v1/bookings", &pieces).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

/// Posts a body in chunks, and reads what comes back.
async fn chunked(app: &TestApp, path: &str, pieces: &[Vec<u8>]) -> String {
    use std::io::{Read, Write};
    let (address, path, pieces) = (app.server.address, path.to_owned(), pieces.to_vec());
    tokio::task::spawn_blocking(move || {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
             Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        for piece in pieces {
            // The server may hang up as soon as it has seen enough.
            let sent = stream
                .write_all(format!("{:x}\r\n", piece.len()).as_bytes())
                .and_then(|()| stream.write_all(&piece))
                .and_then(|()| stream.write_all(b"\r\n"));
            if sent.is_err() {
                break;
            }
        }
        let _ = stream.write_all(b"0\r\n\r\n");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    })
    .await
    .unwrap()
}

/// Unknown fields are ignored wherever they stand, so that a newer client can speak to an older
/// server.
#[rstest]
#[actix_web::test]
async fn unknown_fields_are_ignored(#[values(Engine::Sqlite)] engine: Engine) {
    let app = TestApp::spawn(engine).await;
    let world = World::new(&app, 1).await;
    let slot = id(&world.slot(&app, 7).await);
    let mut booking = booking_of(&slot, "a@example.org");
    booking["later"] = json!({ "deep": [1, 2, { "x": null }] });
    booking["contact"]["pronouns"] = "they".into();
    assert_eq!(app.post("/api/v1/bookings", &booking).await.status, 201);
    assert_eq!(app.get("/api/v1/slots?later=1").await.status, 200);
}

#[rstest]
#[case::api("PUT", "/api/v1/cities", "GET, POST, HEAD")]
#[case::post_only("GET", "/api/v1/bookings", "POST")]
#[case::home("DELETE", "/", "GET, HEAD")]
#[case::page("DELETE", "/console", "GET, HEAD")]
#[actix_web::test]
async fn a_method_that_a_path_does_not_take_is_refused(
    #[case] method: &str,
    #[case] path: &str,
    #[case] allowed: &str,
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    let response = app.request(method, path).send().await.unwrap();
    assert_eq!(response.status(), 405);
    let mut told: Vec<&str> = response.headers()["allow"]
        .to_str()
        .unwrap()
        .split(", ")
        .collect();
    let mut allowed: Vec<&str> = allowed.split(", ").collect();
    told.sort_unstable();
    allowed.sort_unstable();
    assert_eq!(told, allowed);
}

#[actix_web::test]
async fn a_body_that_does_not_arrive_is_not_waited_for() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let app = TestApp::spawn_with(Engine::Sqlite, "[server]\nbody_seconds = 1\n").await;
    let mut stream = tokio::net::TcpStream::connect(app.server.address)
        .await
        .unwrap();
    let request = "POST /api/v1/bookings HTTP/1.1\r\nHost: localhost\r\n\
        Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"slot";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    // It ends: the connection is not kept for a body that nobody waits for.
    let reading = stream.read_to_end(&mut heard);
    tokio::time::timeout(std::time::Duration::from_secs(20), reading)
        .await
        .expect("the connection is held")
        .unwrap();
    let heard = String::from_utf8_lossy(&heard);
    assert!(heard.starts_with("HTTP/1.1 408"), "{heard}");
    assert!(heard.contains("body_too_slow"), "{heard}");
}
