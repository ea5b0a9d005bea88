use rstest::rstest;
use serde_json::json;

use crate::browser::Browser;
use crate::support::world::{HOST_EMAIL, World, kaohsiung, seattle};
use crate::support::{Engine, TestApp};

const ADMIN: &str = "admin@example.org";

const PRAGUE: [(&str, &str); 9] = [
    ("city_name", "Prague"),
    ("native_name", "Praha"),
    ("slug", "prague"),
    ("country", "cz"),
    ("city_zone", "Europe/Prague"),
    ("office_from", "08:30"),
    ("office_to", "17:00"),
    ("weekend", "sat"),
    ("languages", "cs, en"),
];

/// From nothing to a time that can be booked, by the console's forms alone.
#[rstest]
#[actix_web::test]
async fn an_admin_fills_an_empty_installation(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let app = TestApp::spawn(engine).await;
    let browser = Browser::signed_in(&app, ADMIN).await;
    let empty = browser.get("/console").await;
    empty.assert_has("First steps");
    empty.assert_has("id=\"cities\" open");

    assert_eq!(
        browser.send("/console/cities", &PRAGUE).await.location,
        "/console?done=entered"
    );
    let brno = PRAGUE.map(|(name, value)| match name {
        "city_name" => (name, "Brno"),
        "native_name" => (name, ""),
        "slug" => (name, "brno"),
        "office_to" => (name, "00:00"),
        _ => (name, value),
    });
    assert_eq!(browser.send("/console/cities", &brno).await.status, 303);
    let city = app.get("/api/v1/cities/prague").await.body;
    assert_eq!(city["office_start_minute"], 510);
    assert_eq!(
        (&city["weekend"], &city["country"]),
        (&json!("sat"), &json!("CZ"))
    );
    assert_eq!(city["languages"], json!(["cs", "en"]));
    let city = app.get("/api/v1/cities/brno").await.body;
    assert_eq!(city["office_end_minute"], 1440);

    let pair = [
        ("cities", "brno"),
        ("cities", "prague"),
        ("stage", "pilot"),
        ("visibility", "public"),
        ("since", ""),
    ];
    assert_eq!(
        browser.send("/console/partnerships", &pair).await.status,
        303
    );
    let list = app.get("/api/v1/partnerships").await.body;
    assert_eq!(list["items"][0]["stage"], "pilot");

    let host = [
        ("host_city", "prague"),
        ("host_name", "Gymnasium"),
        ("kind", "school"),
        ("track", "education"),
    ];
    assert_eq!(browser.send("/console/hosts", &host).await.status, 303);
    let page = browser.get("/console").await;
    page.assert_has("Gymnasium");
    page.assert_has("id=\"offers\" open");
    let host = page.text.split("value=\"member:").nth(1).unwrap()[..36].to_owned();
    let offer = [
        ("host", host.as_str()),
        ("title", "Physics lesson"),
        ("description", ""),
        ("topics", "physics, school"),
        ("languages", "en"),
        ("duration", "45"),
        ("capacity", "20"),
        ("visibility", "partners"),
        ("meeting_url", ""),
    ];
    assert_eq!(browser.send("/console/offers", &offer).await.status, 303);
    let page = browser.get("/console").await;
    page.assert_has("Physics lesson");
    page.assert_lacks("First steps");

    let role = format!("member:{host}");
    let role = [
        ("role_email", "petr@gym.example"),
        ("role_name", "Petr"),
        ("role_locale", "en"),
        ("role", role.as_str()),
    ];
    assert_eq!(browser.send("/console/roles", &role).await.status, 303);
    let member = Browser::signed_in(&app, "petr@gym.example")
        .await
        .get("/console")
        .await;
    member.assert_has("Physics lesson");
    member.assert_lacks("action=\"/console/hosts");
}

#[rstest]
#[case("cities", &[("city_name", "Praha 1"), ("slug", "Pra ha"), ("country", "CZE"),
    ("city_zone", ""), ("office_from", "17:00"), ("office_to", "09:00")],
    &["slug", "country", "city_zone", "office_to"])]
#[case("cities", &[("city_name", "K"), ("slug", "kaohsiung"), ("country", "TW"),
    ("city_zone", "Asia/Taipei"), ("office_from", "09:00"), ("office_to", "17:00")], &["slug"])]
#[case("cities", &[("city_name", "K"), ("office_from", "nine"), ("office_to", "")],
    &["office_from", "office_to"])]
#[case("partnerships", &[("cities", "kaohsiung"), ("stage", "pilot"), ("visibility", "public"),
    ("since", "1492")], &["cities", "since"])]
#[case("hosts", &[("host_city", "atlantis"), ("host_name", ""), ("kind", "office"),
    ("track", "civic")], &["host_city", "host_name"])]
#[case("offers", &[("host", ""), ("title", "T")], &["host"])]
#[case("roles", &[("role_email", "lin@"), ("role_name", "Lin"), ("role", "admin")],
    &["role_email"])]
#[case("roles", &[("role_email", "lin@a.example"), ("role_name", ""), ("role", "admin")],
    &["role_name"])]
#[case("roles", &[("role_email", "lin@a.example"), ("role", "member:7")], &["role"])]
#[actix_web::test]
async fn faults_stand_at_their_fields_and_what_was_typed_stays(
    #[case] form: &str,
    #[case] typed: &[(&str, &str)],
    #[case] faults: &[&str],
) {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let browser = Browser::signed_in(&app, ADMIN).await;
    let page = browser.send(&format!("/console/{form}"), typed).await;
    assert_eq!(page.status, 422, "{}", page.text);
    page.assert_has(&format!("id=\"{form}\" open"));
    let errors = page.text.split("class=\"field__error\" id=\"f-").skip(1);
    let wrong: Vec<&str> = errors
        .map(|at| at.split("-error\"").next().unwrap())
        .collect();
    let expected: Vec<String> = faults.iter().map(|name| format!("{form}-{name}")).collect();
    assert_eq!(wrong, expected, "the fields in question and no others");
    for fault in faults {
        let words = page.error_at(&format!("f-{form}-{fault}"));
        assert!(!words.is_empty(), "{fault}");
    }
    for (name, value) in typed.iter().filter(|(name, _)| name.ends_with("name")) {
        page.assert_has(&format!("name=\"{name}\" type=\"text\" value=\"{value}\""));
    }
}

#[actix_web::test]
async fn faults_are_told_in_the_readers_language() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    let browser = Browser::signed_in(&app, ADMIN).await;
    // Choosing a language keeps it.
    browser
        .get("/console?lang=zh-TW")
        .await
        .assert_has("新增城市");
    let page = browser
        .send(
            "/console/cities",
            &[("office_from", "09:00"), ("office_to", "17:00")],
        )
        .await;
    assert_eq!(page.status, 422);
    assert_eq!(page.error_at("f-cities-city_name"), "請填寫此欄位。");
    assert_eq!(page.error_at("f-cities-city_zone"), "請從清單中選擇。");
}

#[actix_web::test]
async fn coordinators_set_up_their_own_city() {
    let app = TestApp::spawn(Engine::Sqlite).await;
    World::new(&app, 3).await;
    let role = json!({ "email": "mayor@seattle.example", "name": "Ann", "role": "coordinator",
        "city": "seattle" });
    app.create("/api/v1/roles", &role).await;
    for city in [kaohsiung(), seattle()] {
        let mut other = city.clone();
        other["slug"] = json!(format!("new-{}", city["slug"].as_str().unwrap()));
        app.create("/api/v1/cities", &other).await;
    }
    let browser = Browser::signed_in(&app, "mayor@seattle.example").await;
    let console = browser.get("/console").await;
    console.assert_lacks("action=\"/console/cities");
    console.assert_lacks("value=\"admin\"");

    let host = |city| {
        [
            ("host_city", city),
            ("host_name", "Library"),
            ("kind", "office"),
            ("track", "culture"),
        ]
    };
    assert_eq!(
        browser
            .send("/console/hosts", &host("seattle"))
            .await
            .status,
        303
    );
    assert_eq!(
        browser
            .send("/console/hosts", &host("kaohsiung"))
            .await
            .status,
        403
    );

    let pair = |first, second| {
        [
            ("cities", first),
            ("cities", second),
            ("stage", "pilot"),
            ("visibility", "private"),
        ]
    };
    let foreign = browser
        .send("/console/partnerships", &pair("kaohsiung", "new-kaohsiung"))
        .await;
    assert_eq!(foreign.status, 422);
    assert!(
        foreign
            .error_at("f-partnerships-cities")
            .contains("you coordinate")
    );
    let own = browser
        .send("/console/partnerships", &pair("seattle", "new-kaohsiung"))
        .await;
    assert_eq!(own.status, 303);
    // The other city has yet to agree, which its coordinator does on the partnership's page.
    let role = json!({ "email": "mayor@kaohsiung.example", "name": "Lin", "role": "coordinator",
        "city": "new-kaohsiung" });
    app.create("/api/v1/roles", &role).await;
    let other = Browser::signed_in(&app, "mayor@kaohsiung.example").await;
    let desk = other.get("/console").await;
    let (_, link) = desk.text.split_once("href=\"/partnerships/").unwrap();
    let proposal = format!("/partnerships/{}", link.split_once('"').unwrap().0);
    let page = other.get(&proposal).await;
    page.assert_has("has yet to agree");
    let agree = format!("{proposal}/agree");
    let csrf = page.hidden(&agree, "csrf");
    assert_eq!(
        other.post(&agree, &[("csrf", "forged")]).await.status,
        403,
        "not by a form of another site"
    );
    assert_eq!(other.post(&agree, &[("csrf", &csrf)]).await.status, 303);
    other.get(&proposal).await.assert_lacks("has yet to agree");

    let csrf = console.hidden("/console/hosts", "csrf");
    let mut city = PRAGUE.to_vec();
    city.push(("csrf", &csrf));
    assert_eq!(browser.post("/console/cities", &city).await.status, 403);
    let admin = [
        ("csrf", csrf.as_str()),
        ("role_email", "me@x.example"),
        ("role_name", "Me"),
        ("role", "admin"),
    ];
    assert_eq!(browser.post("/console/roles", &admin).await.status, 403);

    let member = Browser::signed_in(&app, HOST_EMAIL).await;
    member
        .get("/console")
        .await
        .assert_lacks("action=\"/console/roles");
}
