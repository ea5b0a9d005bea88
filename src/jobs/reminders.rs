//! Reminds the attendees of visits that come up.

use std::time::Duration;

use tokio::sync::watch;

use crate::app::{App, reminders};

/// A reminder is late by this at most.
const INTERVAL: Duration = Duration::from_secs(20);

/// Runs until `stopping` says so or its sender is gone; not at all where nobody is reminded.
pub async fn run(app: App, mut stopping: watch::Receiver<bool>) {
    if app.mail.reminders.is_empty() {
        return;
    }
    loop {
        match reminders::run(&app).await {
            Ok(0) => {}
            Ok(visits) => tracing::info!(visits, "decided reminders of visits"),
            Err(error) => tracing::warn!(%error, "nobody was reminded; trying again later"),
        }
        tokio::select! {
            () = tokio::time::sleep(INTERVAL) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}
