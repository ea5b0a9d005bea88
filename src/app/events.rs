//! Reading the event log: who may follow a topic, where its log ends, what came after.

use super::access::Subject;
use super::{App, Error, booking, offer, partnership};
use crate::domain::event::{Event, Head, Topic};
use crate::storage::{self, event_log};

/// Most events that one look at the log answers.
pub const PAGE: i64 = 500;

/// A stretch of a topic's log, read in one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Where the log ended.
    pub head: Head,
    /// The events behind the seq asked for, at most [`PAGE`].
    pub events: Vec<Event>,
}

/// Whether `subject` may follow `topic`. A topic that does not exist is one that nobody may.
///
/// # Errors
/// Where the database cannot be used.
pub async fn may_follow(app: &App, subject: &Subject, topic: &Topic) -> Result<bool, Error> {
    let (key, subject, topic) = (app.link_key.clone(), subject.clone(), topic.clone());
    app.db
        .read(move |view| {
            Ok(match &topic {
                Topic::City(slug) => storage::city::by_slug(view, slug)?.is_some(),
                Topic::Partnership(id) => {
                    partnership::visible(view, &subject.actor, *id)?.is_some()
                }
                Topic::Offer(id) => match storage::offer::by_id(view, *id)? {
                    None => false,
                    Some((offer, host)) => offer::visible(view, &subject.actor, &offer, &host)?,
                },
                Topic::Booking(id) => match storage::booking::by_id(view, *id)? {
                    None => false,
                    Some(booking) => {
                        let managed = subject.manage_key.as_deref();
                        managed.is_some_and(|given| key.may_manage(*id, given))
                            || booking::hosts(view, &subject.actor, &booking)?
                    }
                },
            })
        })
        .await
}

/// Where a topic's log ends now.
///
/// # Errors
/// Where the database cannot be used.
pub async fn head(app: &App, topic: &Topic) -> Result<Head, Error> {
    let topic = topic.clone();
    app.db
        .read(move |view| Ok(event_log::head(view, &topic)?))
        .await
}

/// The stretch of a topic's log behind `after`.
///
/// # Errors
/// Where the database cannot be used.
pub async fn after(app: &App, topic: &Topic, after: i64) -> Result<Stretch, Error> {
    let topic = topic.clone();
    app.db
        .read(move |view| {
            let head = event_log::head(view, &topic)?;
            let events = event_log::after(view, &topic, after, PAGE)?;
            Ok(Stretch { head, events })
        })
        .await
}

/// The new events of each followed topic: `cursors` names the last seq seen of each.
///
/// What the follower of a node asks after each commit; topics without news are left out.
///
/// # Errors
/// Where the database cannot be used.
pub async fn news(
    app: &App,
    cursors: Vec<(Topic, i64)>,
) -> Result<Vec<(Topic, Vec<Event>)>, Error> {
    app.db
        .read(move |view| {
            let topics: Vec<Topic> = cursors.iter().map(|(topic, _)| topic.clone()).collect();
            let heads: std::collections::HashMap<String, i64> =
                event_log::heads(view, &topics)?.into_iter().collect();
            let mut news = Vec::new();
            for (topic, seen) in cursors {
                if heads
                    .get(&topic.to_string())
                    .is_some_and(|head| *head > seen)
                {
                    let events = event_log::after(view, &topic, seen, PAGE)?;
                    news.push((topic, events));
                }
            }
            Ok(news)
        })
        .await
}
