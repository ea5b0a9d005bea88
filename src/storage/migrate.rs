//! Brings a database's schema up to date. Migrations go forward only.

use diesel::SqliteConnection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::StorageError;
use super::connect::Conn;

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
            pg.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
            let done = names(pg.run_pending_migrations(POSTGRES));
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
    let done = names(sqlite.run_pending_migrations(SQLITE));
    if done.is_ok() {
        AnsiTransactionManager::commit_transaction(sqlite)?;
    } else {
        AnsiTransactionManager::rollback_transaction(sqlite)?;
    }
    done
}

type Versions<'a> = diesel::migration::Result<Vec<diesel::migration::MigrationVersion<'a>>>;

fn names(result: Versions<'_>) -> Result<Vec<String>, StorageError> {
    let versions = result.map_err(StorageError::Unavailable)?;
    Ok(versions.iter().map(ToString::to_string).collect())
}
