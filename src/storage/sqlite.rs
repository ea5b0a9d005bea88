//! Writing to SQLite: one thread owns the only writing connection and commits waiting units of
//! work together, because the disk's sync is what a commit costs.
//!
//! Each unit of work has a savepoint of its own, so one that fails takes nothing with it; each is
//! answered after the commit, so an answer is a promise kept by the disk.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use diesel::SqliteConnection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use tokio::sync::oneshot;

use super::StorageError;
use super::connect::{Conn, DatabaseUrl};
use super::db::{Left, Signals, Tx, WorkError, run_work};

/// Most units of work in one commit: bounds how long the first of them waits.
const GROUP_MAX: usize = 64;

pub(super) struct SqliteWriter {
    jobs: Sender<Box<dyn Job>>,
}

impl SqliteWriter {
    /// Starts the writing thread; it ends when the last handle is dropped.
    pub(super) fn start(
        url: DatabaseUrl,
        conn: Conn,
        signals: Arc<Signals>,
    ) -> Result<Self, StorageError> {
        let (jobs, queue) = channel();
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || write_until_closed(&url, conn, &queue, &signals))
            .map_err(|error| StorageError::Unavailable(Box::new(error)))?;
        Ok(Self { jobs })
    }

    pub(super) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: WorkError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let gone = |error: Box<dyn std::error::Error + Send + Sync>| {
            E::from(StorageError::Unavailable(error))
        };
        let job = Work {
            work,
            done: None,
            answer,
        };
        // The queue's own error would carry the work; that it is closed says enough.
        self.jobs
            .send(Box::new(job))
            .map_err(|_| gone("the writer has stopped".into()))?;
        answered.await.map_err(|closed| gone(closed.into()))?
    }
}

/// One waiting unit of work, its types forgotten.
trait Job: Send {
    /// Runs it in a savepoint and keeps its outcome.
    fn run(&mut self, conn: &mut Conn) -> Left;
    /// Answers: with the outcome where the commit succeeded.
    fn answer(self: Box<Self>, committed: Result<(), StorageError>);
}

struct Work<T, E, F> {
    work: F,
    done: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Work<T, E, F>
where
    T: Send,
    E: WorkError,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn run(&mut self, conn: &mut Conn) -> Left {
        let (done, left) = match run_work(conn, &mut self.work) {
            Ok((value, left)) => (Ok(value), left),
            Err(error) => (Err(error), Left::default()),
        };
        self.done = Some(done);
        left
    }

    fn answer(self: Box<Self>, committed: Result<(), StorageError>) {
        let outcome = match (committed, self.done) {
            (Ok(()), Some(done)) => done,
            // It failed by itself: the commit that failed after it changes nothing for it.
            (Err(_), Some(Err(error))) => Err(error),
            (Err(error), _) => Err(E::from(error)),
            (Ok(()), None) => Err(E::from(StorageError::Panicked)),
        };
        if self.answer.send(outcome).is_err() {
            tracing::debug!("nobody waited for a unit of work any more");
        }
    }
}

fn write_until_closed(
    url: &DatabaseUrl,
    conn: Conn,
    queue: &Receiver<Box<dyn Job>>,
    signals: &Signals,
) {
    let mut conn = Some(conn);
    while let Ok(first) = queue.recv() {
        let mut group = vec![first];
        let committed = open(url, &mut conn).and_then(|conn| commit(conn, &mut group, queue));
        match committed {
            Ok(left) => {
                signals.ring(left);
                group.into_iter().for_each(|job| job.answer(Ok(())));
            }
            Err(error) => {
                tracing::error!(error = %error, "a commit failed");
                conn = None;
                let text = error.to_string();
                for job in group {
                    job.answer(Err(StorageError::Unavailable(text.clone().into())));
                }
            }
        }
    }
}

/// The connection, opened anew after a commit that failed.
fn open<'c>(url: &DatabaseUrl, conn: &'c mut Option<Conn>) -> Result<&'c mut Conn, StorageError> {
    match conn {
        Some(conn) => Ok(conn),
        None => Ok(conn.insert(url.connect()?)),
    }
}

/// Runs the group, takes in whoever has come meanwhile, and commits.
fn commit(
    conn: &mut Conn,
    group: &mut Vec<Box<dyn Job>>,
    queue: &Receiver<Box<dyn Job>>,
) -> Result<Left, StorageError> {
    // IMMEDIATE: a deferred transaction that reads first and then writes can fail half-way.
    AnsiTransactionManager::begin_transaction_sql(sqlite(conn)?, "BEGIN IMMEDIATE")?;
    let mut left = Left::default();
    let mut next = 0;
    while next < group.len() {
        if let Some(job) = group.get_mut(next) {
            left = left.and(job.run(conn));
        }
        next += 1;
        if next == group.len() && next < GROUP_MAX {
            group.extend(queue.try_recv());
        }
    }
    AnsiTransactionManager::commit_transaction(sqlite(conn)?)?;
    Ok(left)
}

fn sqlite(conn: &mut Conn) -> Result<&mut SqliteConnection, StorageError> {
    match conn {
        Conn::Sqlite(sqlite) => Ok(sqlite),
        Conn::Postgres(_) => Err(StorageError::Unavailable(
            "the SQLite writer was given PostgreSQL".into(),
        )),
    }
}
