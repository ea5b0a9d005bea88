//! Copies of a SQLite database, made while it is used and put in its place.
//!
//! PostgreSQL has tools of its own for this; only the step behind a restore is ours there
//! ([`super::installation::raise_epoch`]).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connect::{Conn, DatabaseUrl};
use super::schema::installation;
use super::{StorageError, migrate};

/// Why a copy was not made or not put in place.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database is on PostgreSQL.
    #[error(
        "the database is on PostgreSQL: copy it with pg_dump, and run `sisterline restored` after \
         you have put a copy back"
    )]
    NotSqlite,
    /// There is such a file.
    #[error("{} exists; name a new file", .0.display())]
    Exists(PathBuf),
    /// Somebody uses the database.
    #[error("the database is in use: stop the service first")]
    InUse,
    /// The file is no copy of a database of ours.
    #[error("{} is no whole database of this program", .0.display())]
    NotOurs(PathBuf),
    /// A file.
    #[error("{}", .0.display())]
    File(PathBuf, #[source] io::Error),
    /// The database.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

#[derive(QueryableByName)]
struct Check {
    #[diesel(sql_type = Text)]
    quick_check: String,
}

/// Copies the database as it is at one moment into the new file `copy`, while others use it.
///
/// The copy holds everything, secrets too; only its owner may read it.
///
/// # Errors
/// [`BackupError`].
pub fn backup(url: &DatabaseUrl, copy: &Path) -> Result<(), BackupError> {
    let DatabaseUrl::Sqlite(path) = url else {
        return Err(BackupError::NotSqlite);
    };
    if copy.exists() {
        return Err(BackupError::Exists(copy.to_owned()));
    }
    if !path.exists() {
        let missing = io::Error::from(io::ErrorKind::NotFound);
        return Err(BackupError::File(path.clone(), missing));
    }
    // Under another name until it is whole, so that half a copy is never taken for one.
    let part = beside(copy, "part");
    remove(&part)?;
    create_private(&part)?;
    let Conn::Sqlite(mut conn) = url.connect()? else {
        return Err(BackupError::NotSqlite);
    };
    diesel::sql_query("VACUUM INTO $1")
        .bind::<Text, _>(part.to_string_lossy())
        .execute(&mut conn)
        .map_err(StorageError::from)?;
    sync(&part)?;
    fs::rename(&part, copy).map_err(|error| BackupError::File(copy.to_owned(), error))?;
    sync_parent(copy)
}

/// Puts the copy in the file `copy` in the database's place, with `epoch` as its log's. Answers
/// where the database that was there has been put.
///
/// # Errors
/// [`BackupError`]; the database is as it was then.
pub fn restore(
    url: &DatabaseUrl,
    copy: &Path,
    epoch: &str,
) -> Result<Option<PathBuf>, BackupError> {
    let DatabaseUrl::Sqlite(path) = url else {
        return Err(BackupError::NotSqlite);
    };
    let part = beside(path, "restoring");
    remove(&part)?;
    create_private(&part)?;
    fs::copy(copy, &part).map_err(|error| BackupError::File(copy.to_owned(), error))?;
    if let Err(error) = prepare(&part, copy, epoch) {
        remove(&part)?;
        return Err(error);
    }
    let mut replaced = None;
    if path.exists() {
        make_sure_nobody_uses(url)?;
        let old = beside(path, "replaced");
        fs::rename(path, &old).map_err(|error| BackupError::File(path.clone(), error))?;
        replaced = Some(old);
    }
    fs::rename(&part, path).map_err(|error| BackupError::File(path.clone(), error))?;
    sync_parent(path)?;
    Ok(replaced)
}

/// Looks whether the copy is whole and ours, brings it up to date and gives its log a new epoch.
fn prepare(part: &Path, copy: &Path, epoch: &str) -> Result<(), BackupError> {
    let not_ours = |_| BackupError::NotOurs(copy.to_owned());
    let mut conn = DatabaseUrl::Sqlite(part.to_owned())
        .connect()
        .map_err(not_ours)?;
    let checks: Vec<Check> = diesel::sql_query("PRAGMA quick_check")
        .load(&mut conn)
        .map_err(|_| BackupError::NotOurs(copy.to_owned()))?;
    let is_whole = checks.iter().all(|check| check.quick_check == "ok");
    let is_ours = installation::table
        .select(installation::epoch)
        .first::<String>(&mut conn)
        .is_ok();
    if !(is_whole && is_ours) {
        return Err(BackupError::NotOurs(copy.to_owned()));
    }
    migrate::run(&mut conn)?;
    diesel::update(installation::table)
        .set(installation::epoch.eq(epoch))
        .execute(&mut conn)
        .map_err(StorageError::from)?;
    // One file again, which can be put in its place by its name alone.
    conn.batch_execute("PRAGMA journal_mode = DELETE")
        .map_err(StorageError::from)?;
    drop(conn);
    sync(part)
}

/// SQLite leaves the mode of its journal only while nobody else has the file open.
fn make_sure_nobody_uses(url: &DatabaseUrl) -> Result<(), BackupError> {
    let mut conn = url.connect()?;
    let alone = conn.batch_execute("PRAGMA busy_timeout = 500; PRAGMA journal_mode = DELETE");
    alone.map_err(|_| BackupError::InUse)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn remove(path: &Path) -> Result<(), BackupError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(BackupError::File(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}

fn create_private(path: &Path) -> Result<(), BackupError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .map(drop)
        .map_err(|error| BackupError::File(path.to_owned(), error))
}

fn sync(path: &Path) -> Result<(), BackupError> {
    fs::File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| BackupError::File(path.to_owned(), error))
}

fn sync_parent(path: &Path) -> Result<(), BackupError> {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    sync(parent.unwrap_or(Path::new(".")))
}
