use crate::browser::Browser;
use crate::support::world::{HOST_EMAIL, World};
use crate::support::{Engine, TestApp};
use chrono::Duration;
use rstest::rstest;

#[rstest]
#[actix_web::test]
async fn a_link_lets_in_once_and_only_by_its_button(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    World::new(&app, 3).await;
    let browser = Browser::guest(&app);
    let asked = browser.post("/sign-in", &[("email", HOST_EMAIL)]).await;
    assert_eq!(asked.status, 200);
    let token = browser.newest_link(HOST_EMAIL).await.unwrap();

    // Looking, as mail scanners do, uses nothing up.
    for _ in 0..2 {
        let page = browser.get(&format!("/sign-in/{token}")).await;
        assert_eq!(page.status, 200);
        page.assert_has(HOST_EMAIL);
    }
    assert_eq!(browser.get("/console").await.location, "/sign-in");

    let entered = browser.post("/sign-in/link", &[("token", &token)]).await;
    assert_eq!(
        (entered.status, entered.location.as_str()),
        (303, "/console?done=signed-in")
    );
    for wanted in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(
            entered.cookie.contains(wanted),
            "{wanted}: {}",
            entered.cookie
        );
    }
    assert!(
        !entered.cookie.contains("Secure"),
        "plain http here: {}",
        entered.cookie
    );
    let console = browser.get("/console?done=signed-in").await;
    console.assert_has("林美玲");
    console.assert_has("You are signed in.");

    let other = Browser::guest(&app);
    let again = other.post("/sign-in/link", &[("token", &token)]).await;
    assert_eq!(again.status, 410);
    assert_eq!(other.get(&format!("/sign-in/{token}")).await.status, 410);
    assert_eq!(other.get("/sign-in/nonsense").await.status, 410);
    assert_eq!(other.get("/console").await.status, 303);
}

#[actix_web::test]
async fn a_link_that_is_too_old_does_not() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = Browser::guest(&app);
    let token = browser.link_for(HOST_EMAIL).await;
    app.clock.advance(Duration::minutes(16));
    assert_eq!(browser.get(&format!("/sign-in/{token}")).await.status, 410);
    let entered = browser.post("/sign-in/link", &[("token", &token)]).await;
    assert_eq!(entered.status, 410);
}

#[actix_web::test]
async fn whether_an_address_is_known_is_not_told() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = Browser::guest(&app);
    let known = browser.post("/sign-in", &[("email", HOST_EMAIL)]).await;
    let unknown = browser
        .post("/sign-in", &[("email", "nobody@kaohsiung.example")])
        .await;
    assert_eq!((known.status, unknown.status), (200, 200));
    let told = |text: &str| text.replace("nobody@", "hosts@");
    // The clock of the tests stands still, so that nothing else differs.
    assert_eq!(told(&known.text), told(&unknown.text));
    assert_eq!(browser.newest_link("nobody@kaohsiung.example").await, None);
}

#[actix_web::test]
async fn what_is_no_address_comes_back() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let page = Browser::guest(&app)
        .post("/sign-in", &[("email", "lin@")])
        .await;
    assert_eq!(page.status, 422);
    page.assert_has("value=\"lin@\"");
    assert!(page.error_at("f-email").contains("name@example.org"));
}

#[actix_web::test]
async fn signing_out_ends_the_session() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = Browser::signed_in(&app, HOST_EMAIL).await;
    let refused = browser.post("/sign-out", &[("csrf", "wrong")]).await;
    assert_eq!(refused.status, 403);
    assert_eq!(browser.get("/console").await.status, 200);

    let console = browser.get("/console").await;
    let csrf = console.hidden("/sign-out", "csrf");
    let out = browser.post("/sign-out", &[("csrf", &csrf)]).await;
    assert_eq!(
        (out.status, out.location.as_str()),
        (303, "/?done=signed-out")
    );
    assert!(out.cookie.contains("Max-Age=0"), "{}", out.cookie);
    assert_eq!(browser.get("/console").await.location, "/sign-in");
}
