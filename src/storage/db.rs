//! [`Db`]: units of work on either engine, off the async threads.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use diesel::r2d2::Pool;
use tokio::sync::{Semaphore, watch};

use super::connect::{Conn, Connector, DatabaseUrl};
use super::postgres::PostgresWriter;
use super::sqlite::SqliteWriter;
use super::{StorageError, doorbell, event_log, installation, migrate};
use crate::domain::event::NewEvent;

/// How long a unit of work waits for a connection before the database counts as away.
const CONNECTION_WAIT: Duration = Duration::from_secs(5);

/// How long a unit of work waits for its turn before the database counts as too busy.
const PERMIT_WAIT: Duration = Duration::from_secs(30);

/// What a unit of work answers when it fails: something that a failure of the database fits into.
pub trait WorkError: From<StorageError> + Send + 'static {
    /// The failure of the database behind it, where that is what it is.
    fn storage(&self) -> Option<&StorageError>;
}

impl WorkError for StorageError {
    fn storage(&self) -> Option<&StorageError> {
        Some(self)
    }
}

/// A consistent view of the database: everything read through it is of one moment.
pub struct View<'c> {
    pub(super) conn: &'c mut Conn,
}

/// A transaction that writes: state at once, events as its last step.
///
/// It reads as a [`View`] does.
pub struct Tx<'c> {
    view: View<'c>,
    events: Vec<NewEvent>,
    letters: bool,
    rights: bool,
}

impl<'c> std::ops::Deref for Tx<'c> {
    type Target = View<'c>;
    fn deref(&self) -> &View<'c> {
        &self.view
    }
}

impl<'c> std::ops::DerefMut for Tx<'c> {
    fn deref_mut(&mut self) -> &mut View<'c> {
        &mut self.view
    }
}

impl Tx<'_> {
    /// Adds an event to the logs of its topics, in this transaction.
    ///
    /// The logs are written as the transaction's last step, topics sorted, so that the row lock
    /// that numbers a topic's events is held for as short as can be and two transactions never
    /// wait for each other crosswise.
    pub fn publish(&mut self, event: NewEvent) {
        self.events.push(event);
    }

    /// Notes that who may see what may have changed, so that open connections are looked at again.
    pub(super) fn changed_rights(&mut self) {
        self.rights = true;
    }

    /// Notes that a letter was written, so that the outbox is woken after the commit.
    pub(super) fn wrote_letter(&mut self) {
        self.letters = true;
    }
}

/// What a committed unit of work has left to tell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Left {
    events: bool,
    letters: bool,
}

impl Left {
    /// What two units of work have left together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            events: self.events || other.events,
            letters: self.letters || other.letters,
        }
    }
}

/// Runs `work` in a transaction within `conn`'s (a savepoint) or as one of its own, writes its
/// events, and turns a panic into an error so that the connection stays sound.
pub(super) fn run_work<T, E: WorkError>(
    conn: &mut Conn,
    work: &mut dyn FnMut(&mut Tx<'_>) -> Result<T, E>,
) -> Result<(T, Left), E> {
    // Diesel rolls back on any error; this one carries ours through it.
    enum Failure<E> {
        Work(E),
        Diesel(diesel::result::Error),
    }
    impl<E> From<diesel::result::Error> for Failure<E> {
        fn from(error: diesel::result::Error) -> Self {
            Self::Diesel(error)
        }
    }

    use diesel::Connection;
    let outcome = conn.transaction(|conn| {
        let mut tx = Tx {
            view: View { conn },
            events: Vec::new(),
            letters: false,
            rights: false,
        };
        let done = catch_unwind(AssertUnwindSafe(|| {
            let value = work(&mut tx)?;
            let events = std::mem::take(&mut tx.events);
            let left = Left {
                events: !events.is_empty() || tx.rights,
                letters: tx.letters,
            };
            event_log::append(&mut tx, events)?;
            if tx.rights {
                installation::raise_rights(&mut tx)?;
            }
            Ok((value, left))
        }));
        done.unwrap_or_else(|panic| {
            tracing::error!(panic = panic_text(&*panic), "a unit of work panicked");
            Err(E::from(StorageError::Panicked))
        })
        .map_err(Failure::Work)
    });
    outcome.map_err(|failure| match failure {
        Failure::Work(error) => error,
        Failure::Diesel(error) => E::from(StorageError::from(error)),
    })
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no text")
}

/// What wakes the followers of this database within the process, after each commit.
///
/// The numbers only ever grow; what they count does not matter. Commits of other nodes are told by
/// the [`doorbell`] and, where it fails, noticed by whoever looks from time to time.
#[derive(Debug)]
pub struct Signals {
    events: watch::Sender<u64>,
    letters: watch::Sender<u64>,
    /// Rings at the other nodes; what is rung while one ring waits is one with it.
    doorbell: Option<SyncSender<()>>,
}

impl Signals {
    fn new(doorbell: Option<SyncSender<()>>) -> Self {
        Self {
            events: watch::Sender::new(0),
            letters: watch::Sender::new(0),
            doorbell,
        }
    }

    pub(super) fn ring(&self, left: Left) {
        if left.events {
            self.rung();
            if let Some(doorbell) = &self.doorbell {
                // Full means that a ring waits already.
                let _waits = doorbell.try_send(()).is_err();
            }
        }
        if left.letters {
            self.letters.send_modify(|count| *count += 1);
        }
    }

    /// Wakes the followers of the log in this process.
    pub(super) fn rung(&self) {
        self.events.send_modify(|count| *count += 1);
    }

    /// Changes whenever events were committed by this process, or another node rang.
    pub fn events(&self) -> watch::Receiver<u64> {
        self.events.subscribe()
    }

    /// Changes whenever letters were committed by this process.
    pub fn letters(&self) -> watch::Receiver<u64> {
        self.letters.subscribe()
    }
}

enum Writer {
    Sqlite(SqliteWriter),
    Postgres(PostgresWriter),
}

struct Inner {
    readers: Pool<Connector>,
    /// As many permits as `readers` has connections: a unit of work waits here, on no thread.
    reading: Arc<Semaphore>,
    writer: Writer,
    signals: Arc<Signals>,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

impl Db {
    /// Opens the database at `url` with `connections` for reading (and as many for writing on
    /// PostgreSQL), and brings its schema up to date.
    ///
    /// Blocks; call it before the server runs.
    ///
    /// # Errors
    /// Where the database cannot be reached, or is of a newer schema than this program knows.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self, StorageError> {
        let mut conn = url.connect()?;
        migrate::run(&mut conn)?;

        let signals = match url {
            DatabaseUrl::Sqlite(_) => Arc::new(Signals::new(None)),
            DatabaseUrl::Postgres(_) => {
                let (doorbell, rings) = sync_channel(1);
                let signals = Arc::new(Signals::new(Some(doorbell)));
                doorbell::start(url.clone(), &signals, rings)?;
                signals
            }
        };
        let readers = pool(url, connections, true);
        let writer = match url {
            DatabaseUrl::Sqlite(_) => {
                Writer::Sqlite(SqliteWriter::start(url.clone(), conn, signals.clone())?)
            }
            DatabaseUrl::Postgres(_) => Writer::Postgres(PostgresWriter::new(
                pool(url, connections, false),
                connections,
                signals.clone(),
            )),
        };
        let reading = Arc::new(Semaphore::new(connections as usize));
        Ok(Self {
            inner: Arc::new(Inner {
                readers,
                reading,
                writer,
                signals,
            }),
        })
    }

    /// Whether this process is the only one that works on the database.
    pub fn is_embedded(&self) -> bool {
        matches!(self.inner.writer, Writer::Sqlite(_))
    }

    /// What wakes followers after a commit.
    pub fn signals(&self) -> &Signals {
        &self.inner.signals
    }

    /// Runs `work` on a consistent view of the database.
    ///
    /// # Errors
    /// What `work` answers, or that the database cannot be used.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: WorkError,
        F: FnOnce(&mut View<'_>) -> Result<T, E> + Send + 'static,
    {
        let permit = permit(&self.inner.reading).await?;
        let readers = self.inner.readers.clone();
        off_thread(move || {
            let _permit = permit;
            let mut conn = connection(&readers)?;
            begin_reading(&mut conn)?;
            let result = work(&mut View { conn: &mut conn });
            // Nothing was written; a failure to end the transaction only costs the connection,
            // which the pool then finds broken.
            if let Err(error) = end_reading(&mut conn) {
                tracing::warn!(%error, "a reading transaction did not end");
            }
            result
        })
        .await
    }

    /// Runs `work` in one transaction and commits it, with the events it published.
    ///
    /// It may be run again where another unit of work was in the way, so it must have no effect
    /// but on `tx`. Once this is called, the work is done even if the caller goes away.
    ///
    /// # Errors
    /// What `work` answers, or that the database cannot be used; nothing was written then.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: WorkError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match &self.inner.writer {
            Writer::Sqlite(writer) => writer.write(work).await,
            Writer::Postgres(writer) => writer.write(work).await,
        }
    }
}

fn pool(url: &DatabaseUrl, connections: u32, read_only: bool) -> Pool<Connector> {
    Pool::builder()
        .max_size(connections)
        .min_idle(Some(0))
        .connection_timeout(CONNECTION_WAIT)
        .error_handler(Box::new(LogPoolError))
        .build_unchecked(Connector {
            url: url.clone(),
            read_only,
        })
}

/// The pool tries again by itself; what it met is worth a line, without the URL.
#[derive(Debug)]
struct LogPoolError;

impl diesel::r2d2::HandleError<StorageError> for LogPoolError {
    fn handle_error(&self, error: StorageError) {
        tracing::warn!(error = %error, "no new connection to the database");
    }
}

pub(super) fn connection(
    pool: &Pool<Connector>,
) -> Result<diesel::r2d2::PooledConnection<Connector>, StorageError> {
    pool.get()
        .map_err(|error| StorageError::Unavailable(Box::new(error)))
}

/// A permit to use one connection; nobody waits for one longer than [`PERMIT_WAIT`].
pub(super) async fn permit(
    semaphore: &Arc<Semaphore>,
) -> Result<tokio::sync::OwnedSemaphorePermit, StorageError> {
    let permit = tokio::time::timeout(PERMIT_WAIT, semaphore.clone().acquire_owned()).await;
    permit
        .map_err(|elapsed| StorageError::Unavailable(Box::new(elapsed)))?
        .map_err(|closed| StorageError::Unavailable(Box::new(closed)))
}

/// Runs blocking work on tokio's blocking threads; a panic there becomes an error.
pub(super) async fn off_thread<T, E, F>(work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: WorkError,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|join| {
            tracing::error!(error = %join, "a unit of work did not end");
            Err(E::from(StorageError::Panicked))
        })
}

fn begin_reading(conn: &mut Conn) -> Result<(), StorageError> {
    use diesel::connection::AnsiTransactionManager;
    match conn {
        // One snapshot for the whole transaction, as SQLite's WAL gives by itself.
        Conn::Postgres(pg) => AnsiTransactionManager::begin_transaction_sql(
            pg,
            "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
        )?,
        Conn::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN")?,
    }
    Ok(())
}

fn end_reading(conn: &mut Conn) -> Result<(), StorageError> {
    use diesel::connection::{AnsiTransactionManager, TransactionManager};
    match conn {
        Conn::Postgres(pg) => AnsiTransactionManager::commit_transaction(pg)?,
        Conn::Sqlite(sqlite) => AnsiTransactionManager::commit_transaction(sqlite)?,
    }
    Ok(())
}
