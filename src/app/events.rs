//! Reading the event log: who may follow a topic, where its log ends, what came after.

use chrono::{DateTime, Utc};

use super::access::Subject;
use super::{App, Error, booking, offer, partnership, poll};
use crate::domain::event::{Event, Head, Topic};
use crate::domain::id::SlotId;
pub use crate::storage::installation::Terms;
use crate::storage::{self, event_log, installation};

/// Most events that one look at the log answers.
pub const PAGE: i64 = 500;

/// Most events that one transaction forgets.
const TRIM: i64 = 1000;

/// A stretch of a topic's log, read in one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch {
    /// Where the log ended.
    pub head: Head,
    /// The events behind the seq asked for, at most [`PAGE`].
    pub events: Vec<Event>,
}

impl Stretch {
    /// Whether nothing is missing between `seen` and what is here: the log may have been trimmed,
    /// or be another one in which `seen` lies beyond the end.
    pub fn goes_on_from(&self, seen: i64) -> bool {
        match self.events.first() {
            Some(first) => first.seq == seen + 1,
            None => self.head.seq == seen,
        }
    }
}

/// What holds for whoever follows this database, and what is new in the topics followed.
#[derive(Debug, Clone)]
pub struct News {
    /// The log's epoch, and whether rights have changed.
    pub terms: Terms,
    /// The new events of each topic that has any.
    pub topics: Vec<(Topic, Vec<Event>)>,
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
                Topic::Poll(id) => poll::may_look(view, &key, &subject, *id)?,
            })
        })
        .await
}

/// Whether `subject` may see a slot, and so may be told how many others look at it.
///
/// # Errors
/// Where the database cannot be used.
pub async fn may_look(app: &App, subject: &Subject, slot: SlotId) -> Result<bool, Error> {
    let actor = subject.actor.clone();
    app.db
        .read(move |view| match storage::slot::by_id(view, slot)? {
            None => Ok(false),
            Some((_, offer, host)) => offer::visible(view, &actor, &offer, &host),
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
pub async fn news(app: &App, cursors: Vec<(Topic, i64)>) -> Result<News, Error> {
    app.db
        .read(move |view| {
            let terms = installation::terms(view)?;
            let topics: Vec<Topic> = cursors.iter().map(|(topic, _)| topic.clone()).collect();
            let heads: std::collections::HashMap<String, i64> =
                event_log::heads(view, &topics)?.into_iter().collect();
            let mut topics = Vec::new();
            for (topic, seen) in cursors {
                if heads
                    .get(&topic.to_string())
                    .is_some_and(|head| *head > seen)
                {
                    let events = event_log::after(view, &topic, seen, PAGE)?;
                    topics.push((topic, events));
                }
            }
            Ok(News { terms, topics })
        })
        .await
}

/// Forgets events of before `before`, and those that more than `keep` newer ones of their topic
/// follow; says how many. Always a topic's oldest, so that what is left has no gaps.
///
/// # Errors
/// Where the database cannot be used.
pub async fn trim(
    app: &App,
    before: Option<DateTime<Utc>>,
    keep: Option<i64>,
) -> Result<usize, Error> {
    let old = app
        .db
        .read(move |view| Ok::<_, Error>(event_log::trimmable(view, before, keep)?))
        .await?;
    let mut trimmed = 0;
    for (topic, upto) in old {
        // A topic at a time, some events at a time: nobody waits long for the writer.
        loop {
            let topic = topic.clone();
            let rows = app
                .db
                .write(move |tx| Ok::<_, Error>(event_log::trim(tx, &topic, upto, TRIM)?))
                .await?;
            trimmed += rows;
            if i64::try_from(rows).unwrap_or(i64::MAX) < TRIM {
                break;
            }
        }
    }
    Ok(trimmed)
}
