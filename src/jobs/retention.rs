//! Forgets what has served its time, once an hour.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::{App, events, person};

const INTERVAL: Duration = Duration::from_secs(3600);

/// How much of the event log is kept.
#[derive(Debug, Clone, Copy)]
pub struct Keep {
    /// For how long.
    pub age: Option<chrono::Duration>,
    /// How many of each topic.
    pub events: Option<i64>,
}

/// Runs until `stopping` says so or its sender is gone.
pub async fn run(app: App, keep: Keep, mut stopping: watch::Receiver<bool>) {
    loop {
        let before = keep.age.map(|age| app.now() - age);
        match events::trim(&app, before, keep.events).await {
            Ok(0) => {}
            Ok(events) => tracing::info!(events, "forgot the oldest events"),
            Err(error) => tracing::warn!(%error, "no event could be forgotten; trying again later"),
        }
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
