//! Units of work that fail or panic leave nothing behind, and the database usable.

use rstest::rstest;
use sisterline::app::{Error, city, events};
use sisterline::domain::event::{EventKind, NewEvent, Topic};
use sisterline::domain::host::{Host, HostKind, Track};
use sisterline::storage::{self, StorageError, event_log};

use crate::app_on;
use crate::support::Engine;

#[rstest]
#[actix_web::test]
async fn a_panic_is_an_error_and_no_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    let topic = Topic::City("x".to_owned());
    // More often than there are connections.
    for _ in 0..20 {
        let topic = topic.clone();
        let read: Result<(), Error> = app
            .db
            .read(move |view| {
                event_log::head(view, &topic)?;
                panic!("on purpose, reading")
            })
            .await;
        assert!(
            matches!(read, Err(Error::Storage(StorageError::Panicked))),
            "{read:?}"
        );
        let written: Result<(), Error> = app.db.write(|_| panic!("on purpose, writing")).await;
        assert!(
            matches!(written, Err(Error::Storage(StorageError::Panicked))),
            "{written:?}"
        );
    }
    assert_eq!(city::list(&app).await.unwrap(), []);
    app.db.write(|_| Ok::<_, Error>(())).await.unwrap();
}

/// Nothing is written that names what is not there, and what came before it in the same unit of
/// work is not kept either.
#[rstest]
#[actix_web::test]
async fn a_unit_of_work_is_written_whole_or_not_at_all(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (app, _, _database) = app_on(engine).await;
    let (host, by) = (app.id(), app.id());
    let topic = Topic::City("x".to_owned());
    let (now, published) = (app.now(), topic.clone());
    let written: Result<(), Error> = app
        .db
        .write(move |tx| {
            tx.publish(NewEvent {
                kind: EventKind::SlotCreated,
                topics: vec![published.clone()],
                data: serde_json::json!({}),
                at: now,
                actor: "test".to_owned(),
            });
            storage::installation::load_or_create(tx, "x", "x", "x", now)?;
            let orphan = Host {
                id: host,
                city_id: by,
                name: "Nowhere".to_owned(),
                kind: HostKind::Office,
                track: Track::Civic,
                created_at: now,
            };
            Ok(storage::host::insert(tx, &orphan)?)
        })
        .await;
    assert!(
        matches!(written, Err(Error::Storage(StorageError::Statement(_)))),
        "{written:?}"
    );
    assert_eq!(events::head(&app, &topic).await.unwrap().seq, 0);
    assert_eq!(sisterline::app::host::list(&app, None).await.unwrap(), []);
}
