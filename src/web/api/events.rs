//! The event log over plain HTTP, for programs that catch up without a socket.

use actix_web::web::{Data, Query, ServiceConfig};
use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::events;
use crate::domain::event::{Event, Topic};
use crate::domain::input::Invalid;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Who, number};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list);
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
pub struct EventsOf {
    /// city/SLUG, partnership/ID, offer/ID or booking/ID.
    #[serde(default)]
    topic: String,
    /// The epoch that `after` belongs to.
    epoch: Option<String>,
    /// The last seq you have seen; absent means the log's end.
    #[param(value_type = Option<i64>)]
    after: Option<String>,
    /// The key of a manage link, for a booking's topic.
    #[allow(
        dead_code,
        reason = "read by the extractor of who asks; here for the documentation"
    )]
    key: Option<String>,
}

/// A line of a topic's log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub struct EventDto {
    /// From 1, without gaps.
    pub seq: i64,
    /// What happened.
    #[schema(example = "slot.booked")]
    pub kind: String,
    /// When.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Ids, counts and states.
    pub data: serde_json::Value,
}

impl From<Event> for EventDto {
    fn from(event: Event) -> Self {
        Self {
            seq: event.seq,
            kind: event.kind,
            at: event.at,
            data: event.data,
        }
    }
}

/// A stretch of a topic's log.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventList {
    /// The topic.
    pub topic: String,
    /// The log's epoch.
    pub epoch: String,
    /// The seq to send as `after` next.
    pub seq: i64,
    /// Where the log ends; while `seq` is less, there is more to fetch.
    pub head: i64,
    /// Whether `after` was of another epoch, lies beyond the log or before what is kept: fetch the snapshot again.
    pub reset: bool,
    /// The events behind `after`.
    pub items: Vec<EventDto>,
}

/// Answers what happened on a topic behind a seq, at most 500 events at once.
#[utoipa::path(tag = "Events", context_path = "/api/v1", params(EventsOf),
    responses((status = 200, body = EventList), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[get("/events")]
pub(super) async fn list(
    state: Data<State>,
    who: Who,
    query: Query<EventsOf>,
) -> Result<HttpResponse, Problem> {
    let topic: Topic = query
        .topic
        .parse()
        .map_err(|error| Invalid::one("topic", "unknown_topic", format!("The topic {error}.")))?;
    if !events::may_follow(&state.app, &who.subject, &topic).await? {
        return Err(Problem::not_found("topic"));
    }
    let asked = number("after", query.after.as_deref())?;
    let stretch = events::after(&state.app, &topic, asked.unwrap_or(i64::MAX)).await?;
    let head = stretch.head.clone();
    let other_epoch = query
        .epoch
        .as_ref()
        .is_some_and(|epoch| *epoch != head.epoch);
    let beyond = asked.is_some_and(|after| after > head.seq || after < 0);
    let gone = asked.is_some_and(|after| !stretch.goes_on_from(after));
    let reset = asked.is_some() && (other_epoch || beyond || gone);
    let items = if reset { Vec::new() } else { stretch.events };
    let reached = asked.filter(|_| !reset).unwrap_or(head.seq);
    Ok(HttpResponse::Ok().json(EventList {
        topic: topic.to_string(),
        epoch: head.epoch,
        seq: items.last().map_or(reached, |event| event.seq),
        head: head.seq,
        reset,
        items: items.into_iter().map(EventDto::from).collect(),
    }))
}
