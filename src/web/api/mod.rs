//! The JSON API, `/api/v1`: one file a noun. What it offers is told by [`openapi`], generated from
//! these very handlers.

pub mod availability;
pub mod bookings;
pub mod cities;
pub mod events;
pub mod exports;
pub mod health;
pub mod holds;
pub mod holidays;
pub mod hosts;
pub mod imports;
pub mod letters;
pub mod offers;
pub mod openapi;
pub mod overlap;
pub mod partnership_life;
pub mod partnerships;
pub mod people;
pub mod policies;
pub mod reports;
pub mod rooms;
pub mod series;
pub mod slots;
pub mod waiting;

use actix_web::web::ServiceConfig;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::event::{Head, Topic};

/// Every route of the API.
pub fn routes(config: &mut ServiceConfig) {
    config
        .configure(availability::routes)
        .configure(bookings::routes)
        .configure(cities::routes)
        .configure(events::routes)
        // Before the tables, one of which bookings would else be.
        .configure(exports::routes)
        .configure(holidays::routes)
        .configure(holds::routes)
        .configure(hosts::routes)
        .configure(imports::routes)
        .configure(letters::routes)
        .configure(offers::routes)
        .configure(openapi::routes)
        .configure(overlap::routes)
        // Before the partnerships, one of whose ids `overview` is not.
        .configure(partnership_life::routes)
        .configure(partnerships::routes)
        .configure(people::routes)
        .configure(reports::routes)
        .configure(rooms::routes)
        .configure(series::routes)
        .configure(slots::routes)
        .configure(waiting::routes);
}

/// A list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// What is in it.
    pub items: Vec<T>,
    /// What to send as `cursor` for the next page, if there is one.
    pub next: Option<String>,
}

impl<T> List<T> {
    /// A list that has one page.
    pub fn whole(items: impl IntoIterator<Item = impl Into<T>>) -> Self {
        Self {
            items: items.into_iter().map(Into::into).collect(),
            next: None,
        }
    }
}

/// Where a topic's log stood when an answer was read: subscribe from here and nothing is missed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LiveFrom {
    /// The topic.
    #[schema(example = "offer/0193f8a0-0000-7000-8000-000000000001")]
    pub topic: String,
    /// The log's epoch.
    pub epoch: String,
    /// The last event's seq.
    pub seq: i64,
}

impl From<(Topic, Head)> for LiveFrom {
    fn from((topic, head): (Topic, Head)) -> Self {
        Self {
            topic: topic.to_string(),
            epoch: head.epoch,
            seq: head.seq,
        }
    }
}
