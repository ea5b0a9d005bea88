//! Copies of the database: made while it is used, put back, and what followers of the log are told.

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use reqwest::{Client, Method};
use serde_json::Value;

use crate::program::Place;
use crate::support::world::{kaohsiung, seattle};
use crate::support::{Answer, Engine, TestDatabase};

async fn get(url: &str, path: &str) -> Value {
    let response = Client::new().get(format!("{url}{path}")).send().await;
    let answer = Answer::of(response.unwrap()).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.body
}

async fn add(url: &str, token: &str, city: &Value) {
    let request = Client::new().request(Method::POST, format!("{url}/api/v1/cities"));
    let answer = request.bearer_auth(token).json(city).send().await.unwrap();
    assert_eq!(answer.status(), 201);
}

/// The error of a command that has to fail.
fn refused(place: &Place, arguments: &[&str]) -> String {
    let output = place.run(arguments);
    assert!(!output.status.success(), "{arguments:?} succeeds");
    String::from_utf8(output.stderr).unwrap()
}

#[actix_web::test]
async fn a_copy_is_made_while_the_service_runs_and_put_back() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    let program = place.serve();
    let token = place.says(&["admin", "token", "admin@example.org"]);
    add(&program.url, &token, &kaohsiung()).await;
    place.says(&["backup", "copy.db"]);
    add(&program.url, &token, &seattle()).await;
    let log = "/api/v1/events?topic=city/kaohsiung";
    let before = get(&program.url, log).await;

    assert!(refused(&place, &["backup", "copy.db"]).contains("exists"));
    assert!(refused(&place, &["restore", "copy.db"]).contains("in use"));
    // It was refused, and nothing has happened to the running service.
    assert_eq!(get(&program.url, log).await["epoch"], before["epoch"]);
    program.kill();

    std::fs::write(place.folder.path().join("none.db"), "no database").unwrap();
    assert!(refused(&place, &["restore", "none.db"]).contains("none.db"));
    assert!(refused(&place, &["restore", "nowhere.db"]).contains("nowhere.db"));
    let said = place.says(&["restore", "copy.db"]);
    assert!(said.contains(".replaced"), "{said}");

    let program = place.serve();
    let cities = get(&program.url, "/api/v1/cities").await;
    assert_eq!(
        cities["items"].as_array().unwrap().len(),
        1,
        "as it was copied"
    );
    let after = get(&program.url, log).await;
    assert_ne!(after["epoch"], before["epoch"]);
    let place_of_before = format!("{log}&epoch={}&after=0", before["epoch"].as_str().unwrap());
    assert_eq!(get(&program.url, &place_of_before).await["reset"], true);
}

#[actix_web::test]
async fn postgres_is_copied_by_its_own_tools_and_said_to_be_restored() {
    let database = TestDatabase::new(Engine::Postgres);
    let place = Place::new(&database.url);
    let program = place.serve();
    let token = place.says(&["admin", "token", "admin@example.org"]);
    add(&program.url, &token, &kaohsiung()).await;
    assert!(refused(&place, &["backup", "copy.db"]).contains("pg_dump"));
    let log = "/api/v1/events?topic=city/kaohsiung";
    let before = get(&program.url, log).await;
    place.says(&["restored"]);
    assert_ne!(get(&program.url, log).await["epoch"], before["epoch"]);
}

#[test]
fn a_newer_database_is_not_touched() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    place.says(&["migrate"]);
    let file = database.url.strip_prefix("sqlite://").unwrap();
    #[allow(
        clippy::disallowed_methods,
        reason = "a plain connection, to look newer"
    )]
    SqliteConnection::establish(file)
        .unwrap()
        .batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('9999')")
        .unwrap();
    let said = refused(&place, &["migrate"]);
    assert!(said.contains("newer") && said.contains("9999"), "{said}");
}

#[actix_web::test]
async fn the_demo_opens_no_database_of_others() {
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    place.says(&["migrate"]);
    let said = refused(&place, &["serve", "--demo"]);
    assert!(said.contains("database.url"), "{said}");

    // Its own it opens again.
    let database = TestDatabase::new(Engine::Sqlite);
    let place = Place::new(&database.url);
    for _ in 0..2 {
        place.serve_demo().kill();
    }
}
