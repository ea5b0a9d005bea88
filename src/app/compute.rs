//! Long sums off the threads that serve requests: a few at a time, a bounded queue behind them.

use std::sync::Arc;

use tokio::sync::{Semaphore, TryAcquireError};

use super::Error;

/// How many may run and wait. Cheap to clone.
#[derive(Clone)]
pub struct Compute {
    admitted: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

/// Most that run or wait at once; whoever comes then is asked to come again.
const ADMITTED: usize = 64;

impl Default for Compute {
    /// As many at once as there are processors.
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            admitted: Arc::new(Semaphore::new(ADMITTED)),
            running: Arc::new(Semaphore::new(processors)),
        }
    }
}

impl Compute {
    /// Runs `sum` on a thread of its own.
    ///
    /// # Errors
    /// [`Error::Busy`] where too many wait already.
    pub async fn run<T: Send + 'static>(
        &self,
        sum: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let admitted = match self.admitted.try_acquire() {
            Ok(permit) => permit,
            Err(TryAcquireError::NoPermits | TryAcquireError::Closed) => return Err(Error::Busy),
        };
        let running = self.running.clone().acquire_owned().await;
        let running = running.map_err(|_| Error::Busy)?;
        // The permit goes along: a client that leaves does not make room before the sum is done.
        let done = tokio::task::spawn_blocking(move || {
            let result = sum();
            drop(running);
            result
        });
        let result = done.await.map_err(|_| Error::Busy);
        drop(admitted);
        result
    }
}
