//! The event log: numbers without gaps in the order of the commits, whoever writes at once.

use futures_util::future::join_all;
use rstest::rstest;
use sisterline::app::{App, Error, events};
use sisterline::domain::event::{EventKind, NewEvent, Topic};
use sisterline::storage::{StorageError, event_log};

use crate::app_on;
use crate::support::Engine;

fn topics() -> Vec<Topic> {
    ["one", "two", "three"]
        .map(|slug| Topic::City(slug.to_owned()))
        .to_vec()
}

async fn publish(app: &App, writer: usize, fail: bool) -> Result<(), Error> {
    let at = app.now();
    app.db
        .write(move |tx| {
            let mut topics = topics();
            // Everybody names them in another order.
            topics.rotate_left(writer % 3);
            tx.publish(NewEvent {
                kind: EventKind::SlotBooked,
                topics,
                data: serde_json::json!({ "writer": writer }),
                at,
                actor: "test".to_owned(),
            });
            if fail {
                Err(Error::Forbidden("on purpose"))
            } else {
                Ok(())
            }
        })
        .await
}

#[rstest]
#[actix_web::test]
async fn topics_have_no_gaps_under_many_writers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    // Every fifth changes its mind, and takes no number.
    let writing = join_all((0..50).map(|n| publish(&app, n, n % 5 == 4)));
    // A reader never sees a number before those below it.
    let reading = async {
        let mut seen = 0;
        while seen < 40 {
            let stretch = events::after(&app, &topics()[0], seen).await.unwrap();
            for event in &stretch.events {
                seen += 1;
                assert_eq!(event.seq, seen);
            }
            assert_eq!(stretch.head.seq, seen, "the head is the last event's");
        }
    };
    let (written, ()) = futures_util::future::join(writing, reading).await;
    assert_eq!(written.iter().filter(|w| w.is_ok()).count(), 40);
    for topic in topics() {
        let stretch = events::after(&app, &topic, 0).await.unwrap();
        let seqs: Vec<i64> = stretch.events.iter().map(|event| event.seq).collect();
        assert_eq!(seqs, (1..=40).collect::<Vec<i64>>());
        let mut writers: Vec<i64> = stretch
            .events
            .iter()
            .map(|e| e.data["writer"].as_i64().unwrap())
            .collect();
        writers.sort_unstable();
        writers.dedup();
        assert_eq!(writers.len(), 40, "each once");
    }
}

/// A snapshot and the place in the log that it names are of one moment.
#[rstest]
#[actix_web::test]
async fn a_view_is_of_one_moment(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (app, _, _database) = app_on(engine).await;
    publish(&app, 0, false).await.unwrap();
    let (entered, inside) = std::sync::mpsc::channel();
    let (written, go_on) = std::sync::mpsc::channel::<()>();
    let db = app.db.clone();
    let reading = tokio::spawn(async move {
        db.read(move |view| {
            let before = event_log::head(view, &topics()[0])?;
            entered.send(()).unwrap();
            go_on.recv().unwrap();
            let after = event_log::head(view, &topics()[0])?;
            Ok::<_, StorageError>((before.seq, after.seq))
        })
        .await
    });
    tokio::task::spawn_blocking(move || inside.recv().unwrap())
        .await
        .unwrap();
    publish(&app, 1, false).await.unwrap();
    written.send(()).unwrap();
    assert_eq!(reading.await.unwrap().unwrap(), (1, 1));
    assert_eq!(events::head(&app, &topics()[0]).await.unwrap().seq, 2);
}
