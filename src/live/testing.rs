//! What the tests of this layer need to make things happen, apart from any socket.

use std::sync::Arc;

use serde_json::json;
use tempfile::TempDir;

use crate::app::links::LinkKey;
use crate::app::{App, Error, SystemClock, SystemRandom, city};
use crate::domain::event::{EventKind, NewEvent, Topic};
use crate::domain::person::Actor;
use crate::domain::zone::ZoneData;
use crate::storage::{Db, installation};

/// An application on a new database file in which there is the city of Seattle.
pub(super) async fn app(place: &TempDir) -> App {
    let url = format!("sqlite://{}/live.db", place.path().display());
    let app = App::new(
        Db::open(&url.parse().unwrap(), 1).unwrap(),
        ZoneData::bundled(),
        LinkKey::new("a key for tests".into()),
        Arc::new(SystemClock),
        Arc::new(SystemRandom),
    );
    let now = app.now();
    let made = app.db.write(move |tx| {
        Ok::<_, Error>(installation::load_or_create(
            tx, "first", "key", "none", now,
        )?)
    });
    made.await.unwrap();
    let input = json!({
        "slug": "seattle", "name": "Seattle", "native_name": "Seattle", "country": "US",
        "zone": "America/Los_Angeles", "office_start_minute": 540, "office_end_minute": 1020,
        "weekend": "sat,sun", "languages": ["en"],
    });
    let input = serde_json::from_value(input).unwrap();
    city::create(&app, &Actor::System, input, None)
        .await
        .unwrap();
    app
}

/// The topic that everything happens in.
pub(super) fn seattle() -> Topic {
    Topic::City("seattle".into())
}

/// Writes `count` events to the log of Seattle.
pub(super) async fn happen(app: &App, count: usize) {
    let at = app.now();
    let written = app.db.write(move |tx| {
        for _ in 0..count {
            tx.publish(NewEvent {
                kind: EventKind::SlotBooked,
                topics: vec![seattle()],
                data: json!({}),
                at,
                actor: "system".into(),
            });
        }
        Ok::<_, Error>(())
    });
    written.await.unwrap();
}
