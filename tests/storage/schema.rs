//! Both engines have the same tables, and `src/storage/schema.rs` tells of them truly.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use rstest::rstest;
use sisterline::storage::{Db, StorageError};

use crate::support::{Engine, TestDatabase};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[allow(
    clippy::disallowed_methods,
    reason = "a plain connection, to look from outside"
)]
pub fn postgres(url: &str) -> PgConnection {
    PgConnection::establish(url).unwrap()
}

#[allow(
    clippy::disallowed_methods,
    reason = "a plain connection, to look from outside"
)]
pub fn sqlite(url: &str) -> SqliteConnection {
    let mut conn = SqliteConnection::establish(url.strip_prefix("sqlite://").unwrap()).unwrap();
    // The writing thread of a database that was dropped may still be closing it.
    conn.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
    conn
}

const SQLITE: &[&str] = &[
    "SELECT 'column ' || m.name || '.' || c.name || ' ' || lower(c.type) || \
     CASE c.\"notnull\" WHEN 1 THEN ' not null' ELSE '' END AS line \
     FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
    "SELECT 'primary key ' || m.name || ' (' || (SELECT group_concat(name, ', ') FROM \
     (SELECT name FROM pragma_table_info(m.name) WHERE pk > 0 ORDER BY pk)) || ')' AS line \
     FROM sqlite_master m WHERE m.type = 'table'",
    "SELECT CASE i.origin WHEN 'u' THEN 'unique ' ELSE \
     CASE i.\"unique\" WHEN 1 THEN 'unique index ' ELSE 'index ' END || i.name || ' ' END \
     || m.name || ' (' || (SELECT group_concat(name, ', ') FROM \
     (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' AS line \
     FROM sqlite_master m JOIN pragma_index_list(m.name) i \
     WHERE m.type = 'table' AND i.origin <> 'pk'",
    "SELECT 'foreign key ' || m.name || ' (' || f.\"from\" || ') references ' || f.\"table\" \
     || '(' || f.\"to\" || ')' AS line \
     FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
];

const POSTGRES: &[&str] = &[
    "SELECT 'column ' || table_name || '.' || column_name || ' ' || \
     replace(data_type, ' without time zone', '') || \
     CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS line \
     FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT CASE contype WHEN 'p' THEN 'primary key ' WHEN 'u' THEN 'unique ' \
     WHEN 'f' THEN 'foreign key ' ELSE 'check ' END || r.relname || ' ' || \
     regexp_replace(replace(pg_get_constraintdef(c.oid), 'REFERENCES', 'references'), \
     '^(PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK) ', '') AS line \
     FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid \
     JOIN pg_namespace n ON n.oid = r.relnamespace \
     WHERE n.nspname = 'public' AND contype IN ('p', 'u', 'f', 'c')",
    "SELECT CASE WHEN x.indisunique THEN 'unique index ' ELSE 'index ' END || i.relname || ' ' \
     || t.relname || ' ' || substring(pg_get_indexdef(i.oid) FROM '\\(.*\\)$') AS line \
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid \
     JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'public' \
     AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.oid)",
];

/// A check's expression without what the engines write differently.
fn plain(check: &str) -> String {
    check
        .chars()
        .filter(|c| !c.is_whitespace() && !"()".contains(*c))
        .collect()
}

/// The checks of a SQLite table, from the statement that made it.
fn checks(table: &str, statement: &str) -> Vec<String> {
    let each = statement.split("CHECK (").skip(1).map(|rest| {
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += match c {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        format!("check {table} {}", plain(&rest[..end.unwrap()]))
    });
    each.collect()
}

/// Everything that a database's schema says, one thing a line.
fn schema_of(database: &TestDatabase) -> BTreeSet<String> {
    let own =
        |line: &String| !line.contains("__diesel_schema_migrations") && !line.contains("sqlite_");
    let mut lines: Vec<String> = Vec::new();
    if database.url.starts_with("sqlite") {
        let conn = &mut sqlite(&database.url);
        for query in SQLITE {
            let found: Vec<Line> = diesel::sql_query(*query).load(conn).unwrap();
            lines.extend(found.into_iter().map(|l| l.line));
        }
        let tables = "SELECT name || '|' || sql AS line FROM sqlite_master WHERE type = 'table'";
        for table in diesel::sql_query(tables).load::<Line>(conn).unwrap() {
            let (name, statement) = table.line.split_once('|').unwrap();
            lines.extend(checks(name, statement));
        }
    } else {
        let conn = &mut postgres(&database.url);
        for query in POSTGRES {
            let found: Vec<Line> = diesel::sql_query(*query).load(conn).unwrap();
            lines.extend(found.into_iter().map(|l| {
                match l
                    .line
                    .strip_prefix("check ")
                    .and_then(|rest| rest.split_once(' '))
                {
                    Some((table, check)) => format!("check {table} {}", plain(check)),
                    None => l.line,
                }
            }));
        }
    }
    // PostgreSQL quotes a name that is a word of SQL too.
    let lines = lines.into_iter().map(|line| line.replace('"', ""));
    lines.filter(own).collect()
}

/// Columns and primary keys as `src/storage/schema.rs` tells them.
fn told() -> (BTreeSet<String>, BTreeSet<String>) {
    let text = include_str!("../../src/storage/schema.rs");
    let (mut lines, mut joins) = (BTreeSet::new(), BTreeSet::new());
    for table in text.split("diesel::table! {").skip(1) {
        let table = table.split("\n}").next().unwrap();
        let (head, columns) = table.trim().split_once('{').unwrap();
        let (name, key) = head.trim().split_once(' ').unwrap();
        lines.insert(format!("primary key {name} {key}"));
        for column in columns.split(',').filter(|column| column.contains("->")) {
            let (column, kind) = column.split_once("->").unwrap();
            let kind = kind.split('}').next().unwrap().trim();
            let bare = kind
                .strip_prefix("Nullable<")
                .map(|kind| kind.trim_end_matches('>'));
            let sql = match bare.unwrap_or(kind) {
                "Bool" => "boolean".to_owned(),
                other => other.to_lowercase(),
            };
            let null = if bare.is_some() { "" } else { " not null" };
            lines.insert(format!("column {name}.{} {sql}{null}", column.trim()));
        }
    }
    for join in text.split("diesel::joinable!(").skip(1) {
        let (from, rest) = join.split_once(" -> ").unwrap();
        let (to, rest) = rest.split_once(" (").unwrap();
        let column = rest.split(')').next().unwrap();
        joins.insert(format!("foreign key {from} ({column}) references {to}(id)"));
    }
    (lines, joins)
}

fn open(database: &TestDatabase) -> Result<Db, StorageError> {
    Db::open(&database.url.parse().unwrap(), 2)
}

#[test]
fn both_engines_have_the_schema_that_diesel_is_told() {
    let (lite, pg) = (
        TestDatabase::new(Engine::Sqlite),
        TestDatabase::new(Engine::Postgres),
    );
    open(&lite).unwrap();
    open(&pg).unwrap();
    let (lite, pg) = (schema_of(&lite), schema_of(&pg));
    let differ: Vec<_> = lite.symmetric_difference(&pg).collect();
    assert!(differ.is_empty(), "on one engine only: {differ:#?}");
    // The comparison sees what there is to see.
    for line in [
        "column slot.capacity integer not null",
        "column partnership.since integer",
        "column event.seq bigint not null",
        "column offer.overlap_allowed boolean not null",
        "column slot.starts_at timestamp not null",
        "primary key event (topic, seq)",
        "primary key city (id)",
        "unique city (slug)",
        "unique letter (recipient_email, booking_id, revision, kind, minutes_before)",
        "foreign key slot (offer_id) references offer(id)",
        "check slot seats_taken<=capacity",
        "check booking seats>0",
        "index slot_by_start slot (starts_at, id)",
    ] {
        assert!(lite.contains(line), "{line} not in {lite:#?}");
    }

    let (told, joins) = told();
    let real: BTreeSet<String> = lite
        .iter()
        .filter(|line| line.starts_with("column ") || line.starts_with("primary key "))
        .cloned()
        .collect();
    let differ: Vec<_> = told.symmetric_difference(&real).collect();
    assert!(differ.is_empty(), "told and real differ: {differ:#?}");
    assert!(!joins.is_empty() && joins.is_subset(&lite), "{joins:#?}");
}

#[rstest]
fn migrating_again_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::new(engine);
    open(&database).unwrap();
    let first = schema_of(&database);
    open(&database).unwrap();
    assert_eq!(schema_of(&database), first);
}

/// Several nodes that start at once on an empty database all come up.
#[rstest]
fn many_may_migrate_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::new(engine);
    std::thread::scope(|scope| {
        let starting: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| open(&database).map(drop)))
            .collect();
        for started in starting {
            started.join().unwrap().unwrap();
        }
    });
    assert!(!schema_of(&database).is_empty());
}

/// What the file itself tells: WAL lasts in it, and what other connections may rely on.
#[test]
fn sqlite_is_set_up_for_durability() {
    let database = TestDatabase::new(Engine::Sqlite);
    let db = open(&database).unwrap();
    let conn = &mut sqlite(&database.url);
    let mode = "SELECT journal_mode AS line FROM pragma_journal_mode";
    let mode: Line = diesel::sql_query(mode).get_result(conn).unwrap();
    assert_eq!(mode.line, "wal");
    drop(db);
    // The pragmas of a connection cannot be seen from another one: what opens them says them.
    let opens = include_str!("../../src/storage/connect.rs");
    for pragma in [
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "busy_timeout",
    ] {
        assert!(opens.contains(pragma), "{pragma}");
    }
    let orphans = "SELECT count(*) AS number FROM pragma_foreign_key_check";
    let orphans: Number = diesel::sql_query(orphans).get_result(conn).unwrap();
    assert_eq!(orphans.number, 0);
}

/// A database that only reads is not opened by writing into another one: a wrong URL is an error,
/// and no file of that name appears.
#[test]
fn a_postgres_that_is_not_there_is_an_error() {
    let url = "postgres://nobody@127.0.0.1:1/nothing".parse().unwrap();
    let error = Db::open(&url, 1).err().unwrap();
    assert!(matches!(error, StorageError::Unavailable(_)), "{error:?}");
    assert!(!std::path::Path::new("postgres:").exists());
}
