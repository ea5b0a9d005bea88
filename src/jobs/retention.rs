//! Forgets what has served its time, once an hour.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::{App, person};

const INTERVAL: Duration = Duration::from_secs(3600);

/// Runs until `stopping` says so or its sender is gone.
pub async fn run(app: App, mut stopping: watch::Receiver<bool>) {
    loop {
        match person::forget_old(&app).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "forgot ended sessions and kept answers"),
            Err(error) => tracing::warn!(%error, "nothing could be forgotten; trying again later"),
        }
        tokio::select! {
            () = tokio::time::sleep(INTERVAL) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}
