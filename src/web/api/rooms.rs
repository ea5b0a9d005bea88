//! Where visits take place: addresses that hosts give. Attendees read them on their bookings.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::room::{self, Meeting};
use crate::web::State;
use crate::web::problem::Problem;
use crate::web::request::{Body, Who, id};

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(of_slot)
        .service(set_of_slot)
        .service(of_offer)
        .service(set_of_offer);
}

/// Where visits of a slot or an offer take place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Meeting)]
pub struct MeetingDto {
    /// The address that the host gave for this slot or offer.
    pub meeting_url: Option<String>,
    /// Where it takes place: that address, else the offer's, else the room that was made for the
    /// slot. Null where none is known: a room is made when the first visit is confirmed, if the
    /// installation makes rooms.
    pub address: Option<String>,
    /// Bookings whose attendees are written to because of this change.
    pub told: usize,
}

impl From<Meeting> for MeetingDto {
    fn from(meeting: Meeting) -> Self {
        Self {
            meeting_url: meeting.given,
            address: meeting.address,
            told: meeting.told,
        }
    }
}

/// An address to give, or to take back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewMeeting {
    /// An https:// address; null or absent takes it back.
    meeting_url: Option<String>,
}

/// Answers where a slot takes place. For those who manage its host.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = MeetingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[get("/slots/{id}/meeting")]
pub(super) async fn of_slot(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let meeting = room::of_slot(&state.app, who.actor(), id(&path, "slot")?).await?;
    Ok(HttpResponse::Ok().json(MeetingDto::from(meeting)))
}

/// Gives a slot an address of its own and sends everybody whose visit that moves an updated invite.
/// For those who manage its host.
#[utoipa::path(tag = "Slots", context_path = "/api/v1", request_body = NewMeeting,
    params(("id" = String, Path)),
    responses((status = 200, body = MeetingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
#[put("/slots/{id}/meeting")]
pub(super) async fn set_of_slot(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewMeeting>,
) -> Result<HttpResponse, Problem> {
    let (slot, to) = (id(&path, "slot")?, body.value.meeting_url);
    let meeting = room::set_of_slot(&state.app, who.actor(), slot, to).await?;
    Ok(HttpResponse::Ok().json(MeetingDto::from(meeting)))
}

/// Answers where an offer's visits take place. For those who manage its host.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", params(("id" = String, Path)),
    responses((status = 200, body = MeetingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
#[get("/offers/{id}/meeting")]
pub(super) async fn of_offer(
    state: Data<State>,
    who: Who,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let meeting = room::of_offer(&state.app, who.actor(), id(&path, "offer")?).await?;
    Ok(HttpResponse::Ok().json(MeetingDto::from(meeting)))
}

/// Gives an offer an address and sends everybody whose visit that moves an updated invite. Slots with
/// an address of their own keep it. For those who manage its host.
#[utoipa::path(tag = "Offers", context_path = "/api/v1", request_body = NewMeeting,
    params(("id" = String, Path)),
    responses((status = 200, body = MeetingDto), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
#[put("/offers/{id}/meeting")]
pub(super) async fn set_of_offer(
    state: Data<State>,
    who: Who,
    path: Path<String>,
    body: Body<NewMeeting>,
) -> Result<HttpResponse, Problem> {
    let (offer, to) = (id(&path, "offer")?, body.value.meeting_url);
    let meeting = room::set_of_offer(&state.app, who.actor(), offer, to).await?;
    Ok(HttpResponse::Ok().json(MeetingDto::from(meeting)))
}
