//! Slots.

use actix_web::web::{Data, Path, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::LiveFrom;
use super::hosts::HostDto;
use crate::app::capacity::{self, SlotChange};
use crate::app::local_time::LocalTime;
use crate::app::slot::{self, PAGE_MAX, SlotInput, SlotQuery, SlotView};
use crate::domain::id::SlotId;
use crate::domain::input::Invalid;
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id, idempotency_key, instant, number};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(get_one)
        .service(create)
        .service(change)
        .service(cancel);
}

/// The offer that a slot belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferOfSlot {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Length of a visit.
    pub duration_minutes: i32,
}

/// A slot in one city's clock.
#[derive(Debug, Serialize, ToSchema)]
pub struct LocalTimeDto {
    /// The city's slug.
    pub city: String,
    /// IANA zone.
    pub zone: String,
    /// Beginning, with the city's offset.
    pub start: DateTime<FixedOffset>,
    /// End, with the city's offset.
    pub end: DateTime<FixedOffset>,
    /// office, reachable or unsocial: how it feels there.
    pub tier: String,
    /// Days between the date there and the date in the host's city.
    pub day_offset: i64,
}

/// A slot.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Slot)]
pub struct SlotDto {
    /// Its id.
    pub id: String,
    /// Its offer.
    pub offer: OfferOfSlot,
    /// Its host.
    pub host: HostDto,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// The host's wall clock when it begins, with its offset.
    pub local_start: DateTime<FixedOffset>,
    /// IANA zone of the host's wall clock.
    pub zone: String,
    /// How the wall clock was resolved: exact, gap_shifted, fold_first or fold_second.
    pub resolution: String,
    /// In each city's clock, the host's first.
    pub local: Vec<LocalTimeDto>,
    /// Its seats.
    pub capacity: i32,
    /// Seats that anybody can still take: none while somebody waits for them.
    pub seats_left: i32,
    /// Seats that are being booked just now.
    pub seats_held: i32,
    /// Parties on the waiting list.
    pub waiting: i32,
    /// open, full, closed or cancelled.
    pub status: String,
    /// Why it is closed, where its offer's availability or its host's calendar says so: slot_notice,
    /// slot_too_early, slot_day_limit, slot_week_limit or slot_busy.
    pub refusal: Option<String>,
    /// Raised by each change.
    pub version: i64,
}

impl From<&LocalTime> for LocalTimeDto {
    fn from(local: &LocalTime) -> Self {
        Self {
            city: local.city.slug.clone(),
            zone: local.city.zone.clone(),
            start: local.start,
            end: local.end,
            tier: local.tier.to_string(),
            day_offset: local.day_offset,
        }
    }
}

impl From<&SlotView> for SlotDto {
    fn from(view: &SlotView) -> Self {
        let (slot, offer, host) = (&view.slot, &view.offer, &view.host);
        let offset = FixedOffset::east_opt(slot.offset_seconds);
        let local_start = match offset {
            Some(offset) => slot.starts_at.with_timezone(&offset),
            None => slot.starts_at.fixed_offset(),
        };
        let local = view.local.iter().map(LocalTimeDto::from);
        let city = view.local.first().map(|local| local.city.slug.as_str());
        Self {
            id: slot.id.to_string(),
            offer: OfferOfSlot {
                id: offer.id.to_string(),
                title: offer.title.clone(),
                duration_minutes: slot.duration_minutes,
            },
            host: HostDto::new(host, city.unwrap_or_default()),
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            local_start,
            zone: slot.zone.clone(),
            resolution: slot.resolution.to_string(),
            local: local.collect(),
            capacity: slot.capacity,
            seats_left: slot.seats_left(),
            seats_held: slot.seats_held,
            waiting: slot.waiting,
            status: view.status().to_string(),
            refusal: view.refusal.map(|why| why.to_string()),
            version: slot.version,
        }
    }
}

/// Which slots; everything absent means the public ones from now on.
#[derive(Debug, Deserialize, IntoParams)]
pub struct SlotsOf {
    /// Id of a partnership: what its partners see.
    partnership: Option<String>,
    /// Slug of the hosts' city.
    city: Option<String>,
    /// Id of an offer.
    offer: Option<String>,
    /// Slots that start at this instant (RFC 3339) or later; absent means now.
    from: Option<String>,
    /// Slots that start before this instant.
    to: Option<String>,
    /// open, full, closed or cancelled.
    status: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// 1 to 500; absent means 100.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
}

/// A page of slots.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotList {
    /// The slots, by start.
    pub items: Vec<SlotDto>,
    /// What to send as `cursor` for the next page, if there is one.
    pub next: Option<String>,
    /// Where to subscribe from, for the topics asked for.
    pub live: Vec<LiveFrom>,
}

/// A slot and where to subscribe from.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotWithLive {
    /// The slot.
    #[serde(flatten)]
    pub slot: SlotDto,
    /// Where to subscribe from for what happens to it.
    pub live: LiveFrom,
}

/// A slot to add.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewSlot {
    offer_id: String,
    /// The wall clock when it begins, without an offset.
    #[schema(example = "2027-03-14T17:00")]
    local_start: String,
    /// Absent means the host city's.
    zone: Option<String>,
    /// gap_shifted, fold_first or fold_second, where the zone skips the wall clock or shows it
    /// twice.
    resolution: Option<String>,
    /// Absent means the offer's.
    capacity: Option<i32>,
}

/// Why a slot or a booking is cancelled.
#[derive(Debug, Default, Deserialize, ToSchema, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Reason {
    /// Told to everybody concerned.
    pub reason: Option<String>,
}

/// Lists slots in everybody's clock.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", params(SlotsOf),
    responses((status = 200, body = SlotList), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[get("/slots")]
pub(super) async fn list(
    state: Data<State>,
    who: Who,
    query: Query<SlotsOf>,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let status = query.status.as_deref().map(str::parse).transpose();
    let limit = number("limit", query.limit.as_deref())?.unwrap_or(100);
    if !(1..=PAGE_MAX).contains(&limit) {
        let detail = format!("Give a number from 1 to {PAGE_MAX}.");
        return Err(Invalid::one("limit", "out_of_range", detail).into());
    }
    let from = instant("from", query.from.as_deref())?;
    let query = SlotQuery {
        partnership: query
            .partnership
            .map(|text| id(&text, "partnership"))
            .transpose()?,
        city: query.city,
        offer: query.offer.map(|text| id(&text, "offer")).transpose()?,
        hosts: None,
        from: Some(from.unwrap_or_else(|| state.app.now())),
        to: instant("to", query.to.as_deref())?,
        status: status.map_err(|error: crate::domain::words::UnknownWord| {
            Invalid::one("status", "unknown_status", format!("The status {error}."))
        })?,
        after: query.cursor.as_deref().map(read_cursor).transpose()?,
        limit,
    };
    let page = slot::list(&state.app, who.actor(), query).await?;
    let next = page
        .slots
        .last()
        .filter(|_| page.more)
        .map(|last| cursor(&last.slot));
    Ok(HttpResponse::Ok().json(SlotList {
        items: page.slots.iter().map(SlotDto::from).collect(),
        next,
        live: page.live.into_iter().map(LiveFrom::from).collect(),
    }))
}

fn cursor(last: &crate::domain::slot::Slot) -> String {
    URL_SAFE_NO_PAD.encode(format!("{} {}", last.starts_at.timestamp_micros(), last.id))
}

fn read_cursor(text: &str) -> Result<(DateTime<Utc>, SlotId), Problem> {
    let read = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (micros, id) = text.split_once(' ')?;
        Some((
            DateTime::from_timestamp_micros(micros.parse().ok()?)?,
            id.parse().ok()?,
        ))
    };
    read().ok_or_else(|| {
        let detail = "Send the cursor as it came in `next`.";
        Invalid::one("cursor", "invalid_cursor", detail).into()
    })
}

/// Answers one slot.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = SlotWithLive), (status = 404, body = Problem)))]
#[get("/slots/{id}")]
pub(super) async fn get_one(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let (slot, live) = slot::get(&state.app, who.actor(), id(&path, "slot")?, None).await?;
    Ok(HttpResponse::Ok().json(SlotWithLive {
        slot: (&slot).into(),
        live: live.into(),
    }))
}

/// Adds a slot. For those who manage its host.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", request_body = NewSlot,
    responses((status = 201, body = SlotDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
#[post("/slots")]
pub(super) async fn create(
    request: HttpRequest,
    state: Data<State>,
    who: Who,
    body: Body<NewSlot>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request, "slot", &who, &body.bytes)?;
    let new = body.value;
    let input = SlotInput {
        offer_id: new.offer_id,
        local_start: new.local_start,
        zone: new.zone,
        resolution: new.resolution,
        capacity: new.capacity,
    };
    let slot = slot::create(&state.app, who.actor(), input, key).await?;
    Ok(HttpResponse::Created().json(SlotDto::from(&slot)))
}

/// What to change of a slot; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct ChangedSlot {
    /// Its seats, no fewer than are taken or being booked.
    capacity: Option<i32>,
    /// Whether it takes further bookings: open or closed.
    status: Option<String>,
}

/// Changes the number of a slot's seats, closes it or opens it again. For those who manage its host.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", request_body = ChangedSlot,
    params(("id" = String, Path)),
    responses((status = 200, body = SlotDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
#[patch("/slots/{id}")]
pub(super) async fn change(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<ChangedSlot>,
) -> Result<HttpResponse, Problem> {
    let open = match body.value.status.as_deref() {
        None => None,
        Some("open") => Some(true),
        Some("closed") => Some(false),
        Some(_) => {
            let detail = "Give open or closed.";
            return Err(Invalid::one("status", "unknown_status", detail).into());
        }
    };
    let change = SlotChange {
        capacity: body.value.capacity,
        open,
    };
    let slot = capacity::change(&state.app, who.actor(), id(&path, "slot")?, change).await?;
    Ok(HttpResponse::Ok().json(SlotDto::from(&slot)))
}

/// Cancels a slot and every booking of it, and tells everybody. For those who manage its host.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", params(("id" = String, Path), Reason),
    responses((status = 200, body = SlotDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
#[delete("/slots/{id}")]
pub(super) async fn cancel(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    query: Query<Reason>,
) -> Result<HttpResponse, Problem> {
    let reason = query.into_inner().reason;
    let slot = slot::cancel(&state.app, who.actor(), id(&path, "slot")?, reason).await?;
    Ok(HttpResponse::Ok().json(SlotDto::from(&slot)))
}
