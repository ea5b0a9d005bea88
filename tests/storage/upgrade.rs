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

/// Letters about answers know their booking, and all else is as it was.
#[rstest]
fn letters_stay_as_they_are(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let letter = |id: &str, kind: &str, booking: &str, state: &str, claim: &str| {
        let content = r#"{"content":"answers","booking_id":"b","title":"It's \u00e9"}"#;
        format!(
            "INSERT INTO letter VALUES ('{id}', '{kind}', 'Ann', 'ann@example.org', 'en', 'UTC', \
             {booking}, 3, '{}', '{state}', 2, '2026-05-01 00:00:00', {claim}, NULL, 'busy', \
             '2026-05-01 00:00:00', '2026-06-01 00:00:00', NULL, 'example.org', {});",
            content.replace('\'', "''"),
            if claim == "NULL" { "FALSE" } else { "TRUE" },
        )
    };
    let rows = [
        "INSERT INTO city (id, slug, name, native_name, country, zone, office_start_minute, \
            office_end_minute, weekend, languages, version, created_at) \
            VALUES ('c', 'c', 'C', 'C', 'TW', 'UTC', 0, 60, '', '', 1, '2026-01-01 00:00:00');
        INSERT INTO host (id, city_id, name, kind, track, slot_changes, created_at) \
            VALUES ('h', 'c', 'H', 'office', 'official', 0, '2026-01-01 00:00:00');
        INSERT INTO offer (id, host_id, title, description, topics, languages, duration_minutes, \
            capacity, visibility, overlap_allowed, created_at) \
            VALUES ('o', 'h', 'O', '', '', '', 60, 5, 'public', FALSE, '2026-01-01 00:00:00');
        INSERT INTO slot (id, offer_id, host_id, local_start, zone, duration_minutes, starts_at, \
            ends_at, offset_seconds, resolution, tzdb_version, capacity, seats_taken, state, version, \
            created_at) VALUES ('s', 'o', 'h', '2026-07-01 09:00:00', 'UTC', 60, \
            '2026-07-01 09:00:00', '2026-07-01 10:00:00', 0, 'exact', '2026a', 5, 1, 'open', 1, \
            '2026-01-01 00:00:00');
        INSERT INTO booking (id, slot_id, city_id, organization, seats, note, status, sequence, \
            created_at, version) \
            VALUES ('b', 's', 'c', 'B', 1, '', 'confirmed', 3, '2026-01-01 00:00:00', 1);"
            .to_owned(),
        letter("l1", "visit_confirmed", "'b'", "sent", "NULL"),
        letter("l2", "answer_received", "NULL", "queued", "NULL"),
        letter("l3", "visit_reminder", "'b'", "sending", "'mine'"),
        letter("l4", "sign_in", "NULL", "sent", "NULL"),
    ];
    let database = older(engine, "0019", &rows.concat());
    let query = "SELECT id || ' ' || kind || ' ' || coalesce(booking_id, '-') || ' ' || revision || ' ' || \
        state || ' ' || attempts || ' ' || coalesce(claim, '-') || ' ' || \
        coalesce(last_error, '-') || ' ' || domain || ' ' || \
        CASE WHEN withdrawn THEN 'withdrawn' ELSE 'wanted' END || ' ' || minutes_before || ' ' || \
        coalesce(answers_of, '-') || ' ' || length(content) || ' ' || \
        substr(CAST(expires_at AS TEXT), 1, 10) AS line FROM letter ORDER BY id";
    let expected = [
        "l1 visit_confirmed b 3 sent 2 - busy example.org wanted 0 - 60 2026-06-01",
        "l2 answer_received - 3 queued 2 - busy example.org wanted 0 b 60 2026-06-01",
        "l3 visit_reminder b 3 sending 2 mine busy example.org withdrawn 0 - 60 2026-06-01",
        "l4 sign_in - 3 sent 2 - busy example.org wanted 0 - 60 2026-06-01",
    ];
    assert_eq!(upgraded(engine, &database, query), expected);
}
