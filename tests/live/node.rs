//! A node with nothing but `/live` on a database file, and what is needed to make things happen.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App as HttpApp, HttpRequest, HttpServer, web};
use serde_json::{Value, json};
use sisterline::app::links::LinkKey;
use sisterline::app::{App, Error, SystemClock, SystemRandom, city};
use sisterline::domain::event::{EventKind, Head, NewEvent, Topic};
use sisterline::domain::person::Actor;
use sisterline::domain::zone::ZoneData;
use sisterline::live::{Live, LiveOptions, Visitor, handshake, socket, sse};
use sisterline::storage::{Db, installation};

use crate::client::SEATTLE;
use crate::support::{Engine, TestDatabase};

/// The epoch of every log here.
pub const EPOCH: &str = "first";

/// The name that the service goes by.
pub const PUBLIC_URL: &str = "https://visits.example.org";

/// A node.
pub struct Node {
    pub app: App,
    pub live: Live,
    pub address: SocketAddr,
    server: ServerHandle,
}

/// Where a test keeps its log.
pub fn place(engine: Engine) -> TestDatabase {
    TestDatabase::new(engine)
}

/// Never looks at the log without a sign, so that no sign may be missed.
pub fn options() -> LiveOptions {
    LiveOptions {
        public_url: PUBLIC_URL.into(),
        poll: Duration::from_hours(24),
        ..LiveOptions::default()
    }
}

impl Node {
    /// A node on the database in `place`, in which there is the city of Seattle.
    pub async fn start(place: &TestDatabase) -> Self {
        Self::start_with(place, options()).await
    }

    pub async fn start_with(place: &TestDatabase, options: LiveOptions) -> Self {
        let db = Db::open(&place.url.parse().unwrap(), 4).unwrap();
        let app = App::new(
            db,
            ZoneData::bundled(),
            LinkKey::new("a key for tests".into()),
            Arc::new(SystemClock),
            Arc::new(SystemRandom),
        );
        let now = app.now();
        let made = app.db.write(move |tx| {
            Ok::<_, Error>(installation::load_or_create(tx, EPOCH, "key", "none", now)?)
        });
        if made.await.unwrap().is_new {
            add_city(&app, "seattle").await;
        }

        let live = Live::start(app.clone(), options);
        let shared = live.clone();
        let server = HttpServer::new(move || {
            HttpApp::new()
                .app_data(web::Data::new(shared.clone()))
                .route("/live", web::get().to(connect))
                .route("/live/sse", web::get().to(stream))
        })
        .workers(2)
        .disable_signals()
        .on_connect(handshake::on_connect)
        .h1_allow_half_closed(false)
        .bind(("127.0.0.1", 0))
        .unwrap();
        let address = server.addrs()[0];
        let running = server.run();
        let server = running.handle();
        actix_web::rt::spawn(running);
        Self {
            app,
            live,
            address,
            server,
        }
    }

    /// Stops the node; how many live connections had not ended by then.
    pub async fn stop(self) -> usize {
        let left = self.live.stop().await;
        self.server.stop(false).await;
        left
    }

    /// Writes an event to the log of Seattle.
    pub async fn happen(&self, number: i64) {
        self.happen_all(vec![json!({ "number": number })]).await;
    }

    /// Writes many events to the log of Seattle in one transaction.
    pub async fn happen_all(&self, data: Vec<Value>) {
        let at = self.app.now();
        let written = self.app.db.write(move |tx| {
            for data in data.clone() {
                tx.publish(NewEvent {
                    kind: EventKind::SlotBooked,
                    topics: vec![seattle()],
                    data,
                    at,
                    actor: "system".into(),
                });
            }
            Ok::<_, Error>(())
        });
        written.await.unwrap();
    }

    /// Where the log of Seattle ends.
    pub async fn head(&self) -> Head {
        sisterline::app::events::head(&self.app, &seattle())
            .await
            .unwrap()
    }
}

async fn connect(
    req: HttpRequest,
    payload: web::Payload,
    live: web::Data<Live>,
) -> actix_web::Result<actix_web::HttpResponse> {
    socket::live(&req, payload, &live, visitor(&req)).await
}

async fn stream(
    req: HttpRequest,
    live: web::Data<Live>,
) -> actix_web::Result<actix_web::HttpResponse> {
    let last = req.headers().get("last-event-id");
    let last = last.map(|value| value.to_str().unwrap());
    sse::events(&req, &live, visitor(&req), &[SEATTLE.to_owned()], last).await
}

fn visitor(req: &HttpRequest) -> Visitor {
    Visitor {
        address: req.peer_addr().map(|address| address.ip()),
        ..Visitor::guest()
    }
}

fn seattle() -> Topic {
    Topic::City("seattle".into())
}

pub async fn add_city(app: &App, slug: &str) {
    let input = json!({
        "slug": slug, "name": slug, "native_name": slug, "country": "US",
        "zone": "America/Los_Angeles", "office_start_minute": 540, "office_end_minute": 1020,
        "weekend": "sat,sun", "languages": ["en"],
    });
    let input = serde_json::from_value(input).unwrap();
    city::create(app, &Actor::System, input, None)
        .await
        .unwrap();
}
