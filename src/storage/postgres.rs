//! Writing to PostgreSQL: a pool, and another try where transactions stood in each other's way.

use std::sync::Arc;

use diesel::r2d2::Pool;
use tokio::sync::Semaphore;

use super::StorageError;
use super::connect::Connector;
use super::db::{Signals, Tx, WorkError, connection, off_thread, permit, run_work};

/// How often a unit of work is tried before its contention is told to the caller.
const TRIES: u32 = 5;

pub(super) struct PostgresWriter {
    pool: Pool<Connector>,
    writing: Arc<Semaphore>,
    signals: Arc<Signals>,
}

impl PostgresWriter {
    pub(super) fn new(pool: Pool<Connector>, connections: u32, signals: Arc<Signals>) -> Self {
        Self {
            pool,
            writing: Arc::new(Semaphore::new(connections as usize)),
            signals,
        }
    }

    pub(super) async fn write<T, E, F>(&self, mut work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: WorkError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let permit = permit(&self.writing).await?;
        let (pool, signals) = (self.pool.clone(), self.signals.clone());
        off_thread(move || {
            let _permit = permit;
            let mut conn = connection(&pool)?;
            let mut tries = 0;
            loop {
                tries += 1;
                match run_work(&mut conn, &mut work) {
                    Ok((value, left)) => {
                        signals.ring(left);
                        return Ok(value);
                    }
                    Err(error) if tries < TRIES && is_worth_another_try(&error) => {
                        tracing::debug!(tries, "a unit of work is run again");
                    }
                    Err(error) => return Err(error),
                }
            }
        })
        .await
    }
}

/// A unique value that another transaction has just taken counts too: run again, the unit of work
/// finds it by reading and can say what that means.
fn is_worth_another_try<E: WorkError>(error: &E) -> bool {
    matches!(
        error.storage(),
        Some(StorageError::Contention(_) | StorageError::Taken { .. })
    )
}
