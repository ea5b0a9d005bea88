//! What an upgrade does to the rows that are there.

use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationVersion};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use rstest::rstest;
use sisterline::storage::Db;

use crate::schema::{postgres, sqlite};
use crate::support::{Engine, TestDatabase};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Runs the migrations before `version`, as an older program has.
fn migrate_before<C, DB>(conn: &mut C, engine: &str, version: &str)
where
    C: MigrationHarness<DB>,
    DB: Backend,
{
    let folder = format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR"));
    let source = FileBasedMigrations::from_path(folder).unwrap();
    let pending: Vec<Box<dyn Migration<DB>>> = conn.pending_migrations(source).unwrap();
    let before = MigrationVersion::from(version);
    for migration in pending {
        if migration.name().version() < before {
            conn.run_migration(&*migration).unwrap();
        }
    }
}

/// A database as an older program left it, with these rows.
fn older(engine: Engine, version: &str, rows: &str) -> TestDatabase {
    let database = TestDatabase::new(engine);
    match engine {
        Engine::Sqlite => {
            let conn = &mut sqlite(&database.url);
            migrate_before(conn, "sqlite", version);
            conn.batch_execute(rows).unwrap();
        }
        Engine::Postgres => {
            let conn = &mut postgres(&database.url);
            migrate_before(conn, "postgres", version);
            conn.batch_execute(rows).unwrap();
        }
    }
    database
}

/// Starts this program on a database and reads lines from it.
fn upgraded(engine: Engine, database: &TestDatabase, query: &str) -> Vec<String> {
    drop(Db::open(&database.url.parse().unwrap(), 2).unwrap());
    let lines: Vec<Line> = match engine {
        Engine::Sqlite => diesel::sql_query(query).load(&mut sqlite(&database.url)),
        Engine::Postgres => diesel::sql_query(query).load(&mut postgres(&database.url)),
    }
    .unwrap();
    lines.into_iter().map(|line| line.line).collect()
}

#[rstest]
fn who_wanted_no_more_letters_gets_none(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let rows = "
        INSERT INTO person (id, email, email_key, name, locale, zone, created_at) VALUES
            ('p1', 'Ann@example.org', 'ann@example.org', 'Ann', 'en', 'UTC', '2026-01-01 00:00:00'),
            ('p2', 'ben@example.org', 'ben@example.org', 'Ben', 'en', 'UTC', '2026-01-01 00:00:00');
        INSERT INTO partnership (id, stage, visibility, version, created_at) VALUES
            ('a', 'official', 'public', 1, '2026-01-01 00:00:00'),
            ('b', 'official', 'public', 1, '2026-01-01 00:00:00');
        INSERT INTO no_reminder (person_id, partnership_id, since) VALUES
            ('p1', 'a', '2026-02-01 00:00:00'), ('p1', 'b', '2026-02-02 00:00:00'),
            ('p2', 'b', '2026-02-03 00:00:00');
        INSERT INTO unsubscribed (list, email_key, created_at) VALUES
            ('reminders', 'ben@example.org', '2026-03-01 00:00:00');";
    let database = older(engine, "0018", rows);
    let query = "SELECT list || ' ' || email_key || ' ' || about || ' ' || \
        substr(CAST(created_at AS TEXT), 1, 10) AS line FROM unsubscribed ORDER BY 1";
    let expected = [
        "quiet_partnerships ann@example.org a 2026-02-01",
        "quiet_partnerships ann@example.org b 2026-02-02",
        "quiet_partnerships ben@example.org b 2026-02-03",
        "reminders ben@example.org  2026-03-01",
    ];
    assert_eq!(upgraded(engine, &database, query), expected);
    // What an older node still writes about reminders of visits, which names no partnership.
    let older = "INSERT INTO unsubscribed (list, email_key, created_at) VALUES \
        ('reminders', 'ann@example.org', '2026-04-01 00:00:00')";
    match engine {
        Engine::Sqlite => sqlite(&database.url).batch_execute(older),
        Engine::Postgres => postgres(&database.url).batch_execute(older),
    }
    .unwrap();
    let lines = upgraded(engine, &database, query);
    assert!(lines.contains(&"reminders ann@example.org  2026-04-01".to_owned()));
}
