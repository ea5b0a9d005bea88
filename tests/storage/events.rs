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

/// What is forgotten is always a log's beginning, and whoever comes from there is told.
#[rstest]
#[actix_web::test]
async fn the_oldest_events_are_forgotten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, clock, _database) = app_on(engine).await;
    for writer in 0..5 {
        publish(&app, writer, false).await.unwrap();
    }
    clock.advance(chrono::Duration::days(10));
    for writer in 0..5 {
        publish(&app, writer, false).await.unwrap();
    }
    let first = async || {
        let stretch = events::after(&app, &topics()[0], 0).await.unwrap();
        (stretch.events[0].seq, stretch.head.seq)
    };
    assert_eq!(events::trim(&app, None, None).await.unwrap(), 0);
    let before = app.now() - chrono::Duration::days(5);
    assert_eq!(events::trim(&app, Some(before), None).await.unwrap(), 15);
    assert_eq!(first().await, (6, 10));
    assert_eq!(events::trim(&app, None, Some(2)).await.unwrap(), 9);
    assert_eq!(first().await, (9, 10));
    let stretch = events::after(&app, &topics()[0], 7).await.unwrap();
    assert!(!stretch.goes_on_from(7));
    let stretch = events::after(&app, &topics()[0], 8).await.unwrap();
    assert!(stretch.goes_on_from(8));
    // The numbers go on behind a log that is all forgotten.
    assert_eq!(
        events::trim(&app, Some(app.now() + chrono::Duration::days(1)), None)
            .await
            .unwrap(),
        6
    );
    assert!(
        !events::after(&app, &topics()[0], 9)
            .await
            .unwrap()
            .goes_on_from(9)
    );
    publish(&app, 0, false).await.unwrap();
    assert_eq!(first().await, (11, 11));
}
