//! The event log: each topic's events, numbered from 1 without gaps in the order of their commits.
//!
//! The numbering is the row lock of `topic_head`: it is taken by raising the head and held to the
//! commit, so whoever publishes next waits and gets the next number. A reader that has seen `seq`
//! has seen everything before it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::schema::{event, installation, topic_head};
use super::types::{AsJson, At, json};
use super::{StorageError, Tx, View};
use crate::domain::event::{Event, Head, NewEvent, Topic};

#[derive(QueryableByName)]
struct Raised {
    #[diesel(sql_type = BigInt)]
    head: i64,
}

/// Writes events to the logs of their topics, topics sorted, as the transaction's last step.
pub(super) fn append(tx: &mut Tx<'_>, events: Vec<NewEvent>) -> Result<(), StorageError> {
    let mut lines: Vec<(String, &NewEvent)> = events
        .iter()
        .flat_map(|event| {
            event
                .topics
                .iter()
                .map(move |topic| (topic.to_string(), event))
        })
        .collect();
    lines.sort_by(|a, b| a.0.cmp(&b.0));
    for (topic, new) in lines {
        let raised: Raised = diesel::sql_query(
            "INSERT INTO topic_head (topic, head) VALUES ($1, 1) \
             ON CONFLICT (topic) DO UPDATE SET head = topic_head.head + 1 RETURNING head",
        )
        .bind::<Text, _>(&topic)
        .get_result(tx.conn)?;
        diesel::insert_into(event::table)
            .values((
                event::topic.eq(&topic),
                event::seq.eq(raised.head),
                event::kind.eq(new.kind.as_str()),
                event::data.eq(json(&new.data)?),
                event::at.eq(new.at.naive_utc()),
                event::actor.eq(&new.actor),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Where a topic's log ends.
///
/// # Errors
/// Where the database cannot be used.
pub fn head(view: &mut View<'_>, topic: &Topic) -> Result<Head, StorageError> {
    let epoch = installation::table
        .select(installation::epoch)
        .first(view.conn)?;
    let seq: Option<i64> = topic_head::table
        .filter(topic_head::topic.eq(topic.to_string()))
        .select(topic_head::head)
        .first(view.conn)
        .optional()?;
    Ok(Head {
        epoch,
        seq: seq.unwrap_or(0),
    })
}

#[derive(Queryable)]
struct EventRow {
    seq: i64,
    kind: String,
    at: At,
    data: AsJson<serde_json::Value>,
}

/// The first `limit` events of a topic behind `after`, in order.
///
/// # Errors
/// Where the database cannot be used.
pub fn after(
    view: &mut View<'_>,
    topic: &Topic,
    after: i64,
    limit: i64,
) -> Result<Vec<Event>, StorageError> {
    let rows: Vec<EventRow> = event::table
        .filter(event::topic.eq(topic.to_string()))
        .filter(event::seq.gt(after))
        .order(event::seq)
        .limit(limit)
        .select((event::seq, event::kind, event::at, event::data))
        .load(view.conn)?;
    let line = |row: EventRow| Event {
        seq: row.seq,
        kind: row.kind,
        at: row.at.0,
        data: row.data.0,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The heads of those of `topics` that have any event.
///
/// # Errors
/// Where the database cannot be used.
pub fn heads(view: &mut View<'_>, topics: &[Topic]) -> Result<Vec<(String, i64)>, StorageError> {
    let topics: Vec<String> = topics.iter().map(Topic::to_string).collect();
    Ok(topic_head::table
        .filter(topic_head::topic.eq_any(topics))
        .select((topic_head::topic, topic_head::head))
        .load(view.conn)?)
}

/// Topics with events of before `before` or with more than `keep`, and up to which seq these are.
///
/// # Errors
/// Where the database cannot be used.
pub fn trimmable(
    view: &mut View<'_>,
    before: Option<DateTime<Utc>>,
    keep: Option<i64>,
) -> Result<Vec<(String, i64)>, StorageError> {
    let mut old = Vec::new();
    if let Some(before) = before {
        let by_age: Vec<(String, Option<i64>)> = event::table
            .filter(event::at.lt(before.naive_utc()))
            .group_by(event::topic)
            .select((event::topic, diesel::dsl::max(event::seq)))
            .load(view.conn)?;
        old.extend(
            by_age
                .into_iter()
                .filter_map(|(topic, seq)| Some((topic, seq?))),
        );
    }
    if let Some(keep) = keep {
        let long: Vec<(String, i64)> = topic_head::table
            .filter(topic_head::head.gt(keep))
            .select((topic_head::topic, topic_head::head - keep))
            .load(view.conn)?;
        old.extend(long);
    }
    Ok(old)
}

/// Forgets up to `limit` of a topic's events up to `upto`, the oldest first; says how many.
///
/// # Errors
/// Where the database cannot be used.
pub fn trim(tx: &mut Tx<'_>, topic: &str, upto: i64, limit: i64) -> Result<usize, StorageError> {
    let oldest: Option<i64> = event::table
        .filter(event::topic.eq(topic))
        .select(diesel::dsl::min(event::seq))
        .first(tx.conn)?;
    let Some(oldest) = oldest else { return Ok(0) };
    let upto = upto.min(oldest.saturating_add(limit - 1));
    let gone = event::table
        .filter(event::topic.eq(topic))
        .filter(event::seq.le(upto));
    Ok(diesel::delete(gone).execute(tx.conn)?)
}
