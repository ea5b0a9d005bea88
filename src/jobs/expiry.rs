//! Ends what has run out: holds, requests without an answer, visits.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::{App, expiry};

/// Runs every `interval` until `stopping` says so or its sender is gone.
pub async fn run(app: App, interval: Duration, mut stopping: watch::Receiver<bool>) {
    loop {
        match expiry::run(&app).await {
            Ok(0) => {}
            Ok(ended) => tracing::debug!(ended, "ended what had run out"),
            Err(error) => tracing::warn!(%error, "nothing could be ended; trying again later"),
        }
        tokio::select! {
            () = tokio::time::sleep(interval) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}
