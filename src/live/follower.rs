//! Reads the log after commits, for the topics that somebody on this node follows.
//!
//! One task a node. It keeps no place of its own: each channel knows what it has. Commits of this
//! process ring; those of other nodes are noticed by looking from time to time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::hub::{Channel, Hub};
use crate::app::events::Terms;
use crate::app::{App, Error, events};

/// How many topics one look at the log asks for.
const TOPICS: usize = 100;

/// How long one catching up may take before the database counts as away.
const READ_WAIT: Duration = Duration::from_secs(5);

/// Longest wait between two attempts while the database is away.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Follows the log until `stopping` says so, looking at least every `poll`.
pub(super) async fn follow(
    app: App,
    hub: Hub,
    poll: Duration,
    mut stopping: watch::Receiver<bool>,
) {
    let mut commits = app.db.signals().events();
    let mut failures: u32 = 0;
    loop {
        let pause = pause(poll, failures);
        tokio::select! {
            _ = super::stopped(&mut stopping) => return,
            // While the database is away commits do not hurry us; nor do new topics.
            _ = commits.changed(), if failures == 0 => {}
            () = hub.joined(), if failures == 0 => {}
            () = sleep(pause), if failures > 0 || !hub.is_idle() => {}
        }
        // A database that lets us wait is as good as away, for those who look.
        let caught_up = timeout(READ_WAIT, catch_up(&app, &hub)).await;
        match caught_up {
            Ok(Ok(())) if failures > 0 => {
                tracing::info!("live updates go on");
                failures = 0;
                hub.set_status(|status| status.is_stale = false);
            }
            Ok(Ok(())) => {}
            failed => {
                if failures == 0 {
                    let error = failed.err().map_or_else(
                        || "the database answers with an error".to_owned(),
                        |late| late.to_string(),
                    );
                    tracing::warn!(error, "live updates pause: the log cannot be read");
                    hub.set_status(|status| status.is_stale = true);
                }
                failures = failures.saturating_add(1);
            }
        }
    }
}

fn pause(poll: Duration, failures: u32) -> Duration {
    poll.saturating_mul(1 << failures.min(10))
        .clamp(poll, LONGEST_PAUSE.max(poll))
}

/// Hands every channel what the log has behind its last event.
async fn catch_up(app: &App, hub: &Hub) -> Result<(), Error> {
    for channels in hub.channels().chunks(TOPICS) {
        while read_page(app, hub, channels).await? {}
    }
    Ok(())
}

/// Reads one page of each channel's news; whether there may be more.
async fn read_page(app: &App, hub: &Hub, channels: &[Arc<Channel>]) -> Result<bool, Error> {
    let places = channels
        .iter()
        .map(|channel| (channel.topic().clone(), channel.last()))
        .collect();
    let news = events::news(app, places).await?;
    if follow_terms(app, hub, news.terms).await? {
        return Ok(true);
    }
    let mut more = false;
    for (topic, events) in news.topics {
        more |= i64::try_from(events.len()).is_ok_and(|count| count >= events::PAGE);
        if let Some(channel) = channels.iter().find(|channel| *channel.topic() == topic) {
            channel.push(&events);
        }
    }
    Ok(more)
}

/// Passes on what holds for open connections. In another life of the log every channel goes on from
/// its end, and the readers are told; whether that is so, and what was read means nothing.
async fn follow_terms(app: &App, hub: &Hub, terms: Terms) -> Result<bool, Error> {
    let known = hub.status().terms;
    let is_another_life = known.is_some_and(|known| known.epoch != terms.epoch);
    if is_another_life {
        for channel in hub.channels() {
            let head = events::head(app, channel.topic()).await?;
            channel.restart(head.seq);
        }
    }
    hub.set_status(|status| status.terms = Some(terms));
    Ok(is_another_life)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::live::hub::News;
    use crate::live::outlet::Listener;
    use crate::live::testing::{app, happen, seattle};
    use tokio::sync::Notify;
    use tokio::time::timeout;

    #[tokio::test]
    async fn what_was_committed_before_a_topic_was_joined_is_found() {
        let place = tempfile::tempdir().unwrap();
        let (app, hub) = (app(&place).await, Hub::default());
        happen(&app, 1).await;

        // From here on no commit gives a sign, and no look at the log without one comes in time.
        let stopping = watch::Sender::new(false);
        let never = Duration::from_hours(24);
        let follower = tokio::spawn(follow(app, hub.clone(), never, stopping.subscribe()));
        let wake = Arc::new(Notify::new());
        let subscription = hub.subscribe(&seattle(), 0, Listener::new(wake.clone()));
        let patience = Duration::from_secs(30);
        timeout(patience, wake.notified()).await.unwrap();
        assert!(matches!(
            subscription.behind(0),
            News::Frames { last: 1, .. }
        ));

        stopping.send_replace(true);
        follower.await.unwrap();
    }

    #[test]
    fn attempts_grow_rarer_while_the_database_is_away() {
        let poll = Duration::from_millis(500);
        assert_eq!(pause(poll, 0), poll);
        assert_eq!(pause(poll, 1), Duration::from_secs(1));
        assert_eq!(pause(poll, 3), Duration::from_secs(4));
        assert_eq!(pause(poll, u32::MAX), LONGEST_PAUSE);
        assert_eq!(pause(Duration::from_secs(60), 5), Duration::from_secs(60));
    }
}
