//! Brings a database's schema up to date. Migrations go forward only.

use diesel::SqliteConnection;
use diesel::backend::Backend;
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::StorageError;
use super::connect::{Conn, LOCK_WAIT_SECONDS};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Names the advisory lock under which PostgreSQL nodes migrate one after the other.
const MIGRATION_LOCK: i64 = 0x5157_4c4e_4d49_4752;

/// Runs what has not been run; several nodes may start at once.
pub(super) fn run(conn: &mut Conn) -> Result<(), StorageError> {
    use diesel::connection::SimpleConnection;
    let done = match conn {
        Conn::Sqlite(sqlite) => migrate_sqlite(sqlite),
        Conn::Postgres(pg) => {
            // Another node may be migrating, for as long as that takes.
            pg.batch_execute(&format!(
                "SET lock_timeout = 0; SELECT pg_advisory_lock({MIGRATION_LOCK}); \
                 SET lock_timeout = '{LOCK_WAIT_SECONDS}s'"
            ))?;
            let done = refuse_newer(pg, POSTGRES)
                .and_then(|()| names(pg.run_pending_migrations(POSTGRES)));
            pg.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
            done
        }
    }?;
    for name in done {
        tracing::info!(migration = %name, "migrated the database");
    }
    Ok(())
}

/// Looks and migrates in one transaction that nobody else's can come between.
fn migrate_sqlite(sqlite: &mut SqliteConnection) -> Result<Vec<String>, StorageError> {
    AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")?;
    let done =
        refuse_newer(sqlite, SQLITE).and_then(|()| names(sqlite.run_pending_migrations(SQLITE)));
    if done.is_ok() {
        AnsiTransactionManager::commit_transaction(sqlite)?;
    } else {
        AnsiTransactionManager::rollback_transaction(sqlite)?;
    }
    done
}

/// Refuses a schema that has been changed by a migration that this program does not know.
fn refuse_newer<C, DB>(conn: &mut C, source: EmbeddedMigrations) -> Result<(), StorageError>
where
    C: MigrationHarness<DB>,
    DB: Backend,
{
    let known: Vec<Box<dyn Migration<DB>>> =
        source.migrations().map_err(StorageError::Unavailable)?;
    let applied = conn
        .applied_migrations()
        .map_err(StorageError::Unavailable)?;
    let is_known = |version: &MigrationVersion<'_>| {
        known
            .iter()
            .any(|migration| migration.name().version() == *version)
    };
    match applied.iter().find(|version| !is_known(version)) {
        None => Ok(()),
        Some(version) => Err(StorageError::Newer {
            migration: version.to_string(),
        }),
    }
}

type Versions<'a> = diesel::migration::Result<Vec<MigrationVersion<'a>>>;

fn names(result: Versions<'_>) -> Result<Vec<String>, StorageError> {
    let versions = result.map_err(StorageError::Unavailable)?;
    Ok(versions.iter().map(ToString::to_string).collect())
}
