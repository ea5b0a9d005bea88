//! Keeps the times that offers' rules mean made as far ahead as the rules say, once an hour.
//!
//! One small transaction an offer, and none where nothing has to be done. Several nodes may do it at
//! once: each offer's slots are made under its host's lock, and whoever comes second finds them.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::{App, Error, availability};

const INTERVAL: Duration = Duration::from_secs(3600);

/// What one pass did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filled {
    /// Slots added.
    pub added: usize,
    /// Slots withdrawn.
    pub withdrawn: usize,
    /// Offers that could not be looked after.
    pub failed: usize,
}

/// Runs until `stopping` says so or its sender is gone.
pub async fn run(app: App, mut stopping: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            done = fill_all(&app) => match done {
                Ok(Filled { added: 0, withdrawn: 0, failed: 0 }) => {}
                Ok(Filled { added, withdrawn, failed }) => {
                    tracing::info!(added, withdrawn, failed, "filled the horizon");
                }
                Err(error) => {
                    tracing::warn!(%error, "the horizon was not filled; trying again later");
                }
            },
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        tokio::select! {
            () = tokio::time::sleep(INTERVAL) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

/// Fills the horizon of every offer that has rules.
///
/// # Errors
/// Where the database cannot be used at all; what fails for one offer alone is counted.
pub async fn fill_all(app: &App) -> Result<Filled, Error> {
    let mut filled = Filled::default();
    for offer in availability::with_rules(app).await? {
        match availability::fill(app, offer).await {
            Ok(done) => {
                filled.added += done.added;
                filled.withdrawn += done.withdrawn;
            }
            Err(error) => {
                tracing::warn!(%error, %offer, "an offer's horizon was not filled");
                filled.failed += 1;
            }
        }
    }
    Ok(filled)
}
