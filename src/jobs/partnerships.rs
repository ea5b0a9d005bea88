//! Reminds the coordinators of quiet partnerships: looks once an hour, writes once a month.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::app::partnership::remind;

const INTERVAL: Duration = Duration::from_secs(3600);

/// Runs until `stopping` says so or its sender is gone.
pub async fn run(app: App, mut stopping: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            done = remind::run(&app) => match done {
                Ok(0) => {}
                Ok(reminded) => tracing::info!(reminded, "reminded of quiet partnerships"),
                Err(error) => tracing::warn!(%error, "nobody was reminded; trying again later"),
            },
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        tokio::select! {
            () = tokio::time::sleep(INTERVAL) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}
