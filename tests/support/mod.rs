//! The harness: a real server on port 0 over a real database of either engine, spoken to by HTTP.
//!
//! Tests on PostgreSQL need a server: `scripts/test` starts one and names it in
//! `SISTERLINE_TEST_POSTGRES`. Each test has a database of its own.
#![allow(dead_code, reason = "each test binary uses its part of the harness")]

pub mod tour;
pub mod world;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, Utc};
use diesel::RunQueryDsl;
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;
use sisterline::app::access::{self, Credential};
use sisterline::app::feed::{Feed, addresses};
use sisterline::app::{Clock, Random, SystemClock, SystemRandom, person};
use sisterline::domain::letter::Content;
use sisterline::server::Server;
use sisterline::settings::Settings;
use tempfile::TempDir;

/// Which engine a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A database of its own for one test.
pub struct TestDatabase {
    pub url: String,
    _directory: Option<TempDir>,
}

impl TestDatabase {
    pub fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let directory = tempfile::tempdir().unwrap();
                let url = format!("sqlite://{}/test.db", directory.path().display());
                Self {
                    url,
                    _directory: Some(directory),
                }
            }
            Engine::Postgres => Self {
                url: new_postgres_database(),
                _directory: None,
            },
        }
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "a plain connection to PostgreSQL, to make a database"
)]
fn new_postgres_database() -> String {
    use diesel::Connection;
    let server = std::env::var("SISTERLINE_TEST_POSTGRES").expect(
        "run ./scripts/test: it starts a PostgreSQL and names it in SISTERLINE_TEST_POSTGRES",
    );
    let mut random = [0; 8];
    SystemRandom.fill(&mut random);
    let name = format!("test_{:016x}", u64::from_le_bytes(random));
    let mut conn = diesel::PgConnection::establish(&server).unwrap();
    diesel::sql_query(format!("CREATE DATABASE {name}"))
        .execute(&mut conn)
        .unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

/// A clock that stands where it is put; it starts at the real time.
#[derive(Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(
            SystemClock.now().timestamp_micros(),
        )))
    }

    pub fn advance(&self, by: Duration) {
        self.0
            .fetch_add(by.num_microseconds().unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// A running server and what speaks to it.
pub struct TestApp {
    pub server: Server,
    pub clock: TestClock,
    pub database: TestDatabase,
    pub http: Client,
    /// A token of an admin.
    pub admin: String,
}

impl TestApp {
    /// The token in the addresses of the host's feed, where there is one host.
    pub async fn host_feed(&self) -> String {
        let admin = Credential::Token(self.admin.clone());
        let admin = access::actor(&self.server.app, admin).await.unwrap();
        let feeds = addresses(&self.server.app, &admin).await.unwrap();
        let mut of_hosts = feeds
            .into_iter()
            .filter(|one| matches!(one.feed, Feed::Host(_)));
        of_hosts.next().unwrap().token
    }

    /// A server on a fresh database of `engine`.
    pub async fn spawn(engine: Engine) -> Self {
        Self::spawn_with(engine, "").await
    }

    /// The same with settings over the tests' own, as TOML.
    pub async fn spawn_with(engine: Engine, overlay: &str) -> Self {
        Self::on(TestDatabase::new(engine), overlay).await
    }

    /// A server on a fresh database of `engine` that shows its letters to everybody.
    pub async fn spawn_demo(engine: Engine) -> Self {
        Self::start(TestDatabase::new(engine), "", true).await
    }

    /// A server on a database that exists: a restart, or a second node.
    pub async fn on(database: TestDatabase, overlay: &str) -> Self {
        Self::start(database, overlay, false).await
    }

    async fn start(database: TestDatabase, overlay: &str, demo: bool) -> Self {
        let clock = TestClock::new();
        let base = format!(
            "[server]\nlisten = \"127.0.0.1:0\"\nworkers = 2\n\
             [database]\nurl = \"{}\"\n[mail]\ntransport = \"memory\"\nreminders = \"\"\n\
             [limits]\nguest_letters_per_hour = 0\n",
            database.url
        );
        let settings = Settings::load(&[&base, overlay], None).unwrap();
        let server = Server::start(
            &settings,
            demo,
            Arc::new(clock.clone()),
            Arc::new(SystemRandom),
        )
        .await
        .unwrap();
        let admin = person::admin_token(&server.app, "admin@example.org")
            .await
            .unwrap();
        Self {
            server,
            clock,
            database,
            http: Client::new(),
            admin,
        }
    }

    /// Stops the server in order and gives the database back.
    pub async fn stop(self) -> TestDatabase {
        self.server.stop().await;
        self.database
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, self.url(path))
    }

    /// Gets a path as somebody without an account.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path).send().await.unwrap()).await
    }

    /// Posts JSON as somebody without an account.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer::of(
            self.request(Method::POST, path)
                .json(body)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// Puts JSON as somebody without an account.
    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        let request = self.request(Method::PUT, path).json(body);
        Answer::of(request.send().await.unwrap()).await
    }

    /// Deletes as somebody without an account.
    pub async fn delete(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path).send().await.unwrap()).await
    }

    /// A token of a new person with a role; `scope` names its city or host.
    pub async fn token_of(&self, email: &str, role: &str, scope: Value) -> String {
        let mut new = serde_json::json!({ "email": email, "name": email, "role": role });
        new.as_object_mut()
            .unwrap()
            .extend(scope.as_object().unwrap().clone());
        self.create("/api/v1/roles", &new).await;
        let app = &self.server.app;
        person::request_link(app, email).await.unwrap();
        let letters = sisterline::app::outbox::newest(app, 100).await.unwrap();
        let link_to = |stored: &sisterline::app::outbox::StoredLetter| match stored.letter.content {
            Content::SignIn { link, .. } if stored.letter.recipient.email == email => Some(link),
            _ => None,
        };
        let link = letters.iter().find_map(link_to).unwrap();
        let link = app.link_key.sign_in_token(link);
        let session = person::sign_in(app, &link).await.unwrap();
        let holder = Credential::Session(session.token);
        let actor = access::actor(app, holder).await.unwrap();
        person::create_token(app, &actor, "test", None)
            .await
            .unwrap()
    }

    /// Sends JSON with a Bearer token.
    pub async fn send_as(&self, token: &str, method: Method, path: &str, body: &Value) -> Answer {
        let request = self.request(method, path).bearer_auth(token).json(body);
        Answer::of(request.send().await.unwrap()).await
    }

    /// Waits until every letter that is due has been handed over.
    pub async fn letters_sent(&self) {
        use sisterline::domain::letter::LetterState::{Queued, Sending};
        for _ in 0..2_000 {
            let letters = sisterline::app::outbox::newest(&self.server.app, 10_000).await;
            let now = self.clock.now();
            let under_way = |stored: &sisterline::app::outbox::StoredLetter| {
                stored.state == Sending || (stored.state == Queued && stored.due_at <= now)
            };
            if !letters.unwrap().iter().any(under_way) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("letters stay in the queue");
    }

    /// Posts JSON as an admin, which has to succeed.
    pub async fn create(&self, path: &str, body: &Value) -> Value {
        let answer = self.send_as(&self.admin, Method::POST, path, body).await;
        assert_eq!(answer.status, 201, "{path}: {}", answer.body);
        answer.body
    }
}

/// An answer, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Self { status, body }
    }

    /// The problem's code.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// The wrong fields with their codes.
    pub fn fields(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| (text(&error["field"]), text(&error["code"])))
            .collect()
    }

    #[track_caller]
    pub fn assert_problem(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.body);
    }

    #[track_caller]
    pub fn assert_field(&self, field: &str, code: &str) {
        let wanted = (field.to_owned(), code.to_owned());
        assert!(
            self.fields().contains(&wanted),
            "{wanted:?} not in {}",
            self.body
        );
    }
}
