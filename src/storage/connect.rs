//! Opens connections: which engine a URL means, and what each connection is told first.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection, PgConnection, SqliteConnection};
use secrecy::{ExposeSecret, SecretString};

use super::StorageError;

pub(super) use either::Conn;

/// How long a statement waits for another transaction on PostgreSQL.
pub(super) const LOCK_WAIT_SECONDS: u32 = 10;

/// In a module of its own, because the derived code calls what the lint forbids everybody else.
#[allow(
    clippy::disallowed_methods,
    reason = "derived; nobody calls the derived `establish`"
)]
mod either {
    use diesel::{MultiConnection, PgConnection, SqliteConnection};

    /// One connection to either engine.
    #[derive(MultiConnection)]
    pub enum Conn {
        /// PostgreSQL.
        Postgres(PgConnection),
        /// SQLite.
        Sqlite(SqliteConnection),
    }
}

/// Where the database is; its scheme chooses the engine.
///
/// ```
/// use sisterline::storage::DatabaseUrl;
///
/// assert!("sqlite://data/sisterline.db".parse::<DatabaseUrl>().is_ok());
/// assert!("postgres://user@db.example.org/sisterline".parse::<DatabaseUrl>().is_ok());
/// assert!("mysql://db".parse::<DatabaseUrl>().is_err());
/// ```
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server; the URL may hold a password.
    Postgres(SecretString),
}

/// A URL of neither engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE")]
pub struct InvalidDatabaseUrl;

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(url: &str) -> Result<Self, InvalidDatabaseUrl> {
        match url.split_once("://") {
            Some(("sqlite", path)) if !path.is_empty() && !path.contains('?') => {
                Ok(Self::Sqlite(PathBuf::from(path)))
            }
            Some(("postgres" | "postgresql", rest)) if !rest.is_empty() => {
                Ok(Self::Postgres(SecretString::from(url)))
            }
            _ => Err(InvalidDatabaseUrl),
        }
    }
}

impl DatabaseUrl {
    /// Opens a connection that may write.
    #[allow(
        clippy::disallowed_methods,
        reason = "the scheme has been matched: each arm names its engine"
    )]
    pub(super) fn connect(&self) -> Result<Conn, StorageError> {
        let unavailable = |error| StorageError::Unavailable(Box::new(error));
        match self {
            Self::Postgres(url) => {
                let url = with_time_limits(url.expose_secret());
                let mut conn = PgConnection::establish(&url).map_err(unavailable)?;
                conn.batch_execute(&format!(
                    "SET TIME ZONE 'UTC'; SET lock_timeout = '{LOCK_WAIT_SECONDS}s'"
                ))?;
                Ok(Conn::Postgres(conn))
            }
            Self::Sqlite(path) => {
                make_parent(path)?;
                let mut conn =
                    SqliteConnection::establish(&path.to_string_lossy()).map_err(unavailable)?;
                // FULL: a commit that was answered survives a power cut (sqlite.org/pragma.html).
                conn.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; \
                     PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
                )?;
                Ok(Conn::Sqlite(conn))
            }
        }
    }
}

/// The URL with limits on how long a network may keep silent, where it names none itself: without
/// them libpq waits for minutes on a server that is cut off.
fn with_time_limits(url: &str) -> String {
    let mut url = url.to_owned();
    for (name, value) in [("connect_timeout", "5"), ("tcp_user_timeout", "10000")] {
        if !url.contains(&format!("{name}=")) {
            let mark = if url.contains('?') { '&' } else { '?' };
            url.push_str(&format!("{mark}{name}={value}"));
        }
    }
    url
}

fn make_parent(path: &Path) -> Result<(), StorageError> {
    match path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        None => Ok(()),
        Some(parent) => std::fs::create_dir_all(parent)
            .map_err(|error| StorageError::Unavailable(Box::new(error))),
    }
}

/// Makes connections for a pool. Ours, because Diesel's own manager would establish the derived
/// multi-connection, which falls back to SQLite where PostgreSQL cannot be reached.
#[derive(Debug)]
pub(super) struct Connector {
    pub url: DatabaseUrl,
    /// Whether its connections only read; SQLite's are told so, PostgreSQL's transactions are.
    pub read_only: bool,
}

impl ManageConnection for Connector {
    type Connection = Conn;
    type Error = StorageError;

    fn connect(&self) -> Result<Conn, StorageError> {
        let mut conn = self.url.connect()?;
        if let (Conn::Sqlite(sqlite), true) = (&mut conn, self.read_only) {
            sqlite.batch_execute("PRAGMA query_only = ON")?;
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), StorageError> {
        Ok(conn.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        r2d2::R2D2Connection::is_broken(conn)
    }
}
