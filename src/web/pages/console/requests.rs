//! Requests that wait for an answer, and how many seats a time has and whether it is open.

use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, post};

use super::ConsoleRequest;
use super::times::{back_to, party_of};
use crate::app::access::Subject;
use crate::app::booking::approval;
use crate::app::capacity::{self, SlotChange};
use crate::app::console::{Console, Request};
use crate::app::local_time::{LocalTime, zone_of};
use crate::app::{Conflict, Error};
use crate::domain::display;
use crate::web::Problem;
use crate::web::pages::booking::wishes;
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::show;
use crate::web::pages::typed::Typed;
use crate::web::request::id;

type Fields = Form<Vec<(String, String)>>;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(confirm).service(decline).service(change);
}

/// The requests that wait for this person.
///
/// # Errors
/// Where the zone data does not know a city's zone.
pub(super) fn waiting(reader: &Reader, console: &Console) -> Result<Vec<ConsoleRequest>, Error> {
    let requests = console.requests.iter();
    requests
        .map(|request| one(reader, console, request))
        .collect()
}

fn one(reader: &Reader, console: &Console, request: &Request) -> Result<ConsoleRequest, Error> {
    let (l, booking) = (&reader.l, &request.party.booking);
    let host_city = request.slot.host.city_id;
    let concerned =
        |local: &&LocalTime| local.city.id == host_city || local.city.id == booking.city_id;
    let respond_by = match (booking.respond_by, request.slot.local.first()) {
        (Some(by), Some(local)) => {
            let zone = zone_of(&reader.state.app.zones, &local.city.zone)?;
            let when = display::weekday_date_time(reader.locale(), zone.at(by));
            l.with("booking-respond-by", "when", &when)
        }
        _ => String::new(),
    };
    let sides = [
        (booking.host_approved, "booking-approved-by-host"),
        (booking.guest_approved, "booking-approved-by-guests"),
    ];
    let both = request.slot.offer.policy.approval == crate::domain::policy::Approval::Both;
    let said = sides.into_iter().filter(|(approved, _)| both && *approved);
    Ok(ConsoleRequest {
        id: booking.id.to_string(),
        title: request.slot.offer.title.clone(),
        sides: request
            .slot
            .local
            .iter()
            .filter(concerned)
            .map(|local| show::side(reader, local))
            .collect(),
        party: party_of(reader, console, &request.party),
        wishes: wishes(reader, booking),
        respond_by,
        approvals: said.map(|(_, key)| l.text(key)).collect(),
    })
}

/// Back to the console, which says what was done; a change that came too late is no error.
fn answered<T>(done: &str, outcome: Result<T, Error>) -> Result<HttpResponse, Problem> {
    let done = match outcome {
        Ok(_) => done,
        Err(Error::Conflict(Conflict::SeatsTaken)) => "seats-taken",
        Err(Error::Conflict(_) | Error::Invalid(_)) => "changed",
        Err(other) => return Err(other.into()),
    };
    Ok(see_other(&format!("/console?done={done}")))
}

fn subject(reader: &Reader) -> Subject {
    reader.actor().clone().into()
}

#[post("/console/bookings/{id}/confirm")]
async fn confirm(
    reader: Reader,
    path: Path<String>,
    form: Fields,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let booking = id(&path, "booking")?;
    let outcome = approval::approve(&reader.state.app, &subject(&reader), booking).await;
    answered("approved", outcome)
}

#[post("/console/bookings/{id}/decline")]
async fn decline(
    reader: Reader,
    path: Path<String>,
    form: Fields,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let booking = id(&path, "booking")?;
    let reason = sent.some("reason");
    let outcome = approval::decline(&reader.state.app, &subject(&reader), booking, reason).await;
    answered("declined", outcome)
}

#[post("/console/slots/{id}/change")]
async fn change(reader: Reader, path: Path<String>, form: Fields) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let slot = id(&path, "slot")?;
    let open = sent.some("open").map(|word| word == "yes");
    let wanted = SlotChange {
        capacity: sent.some("capacity").map(|_| sent.number("capacity")),
        open,
    };
    let done = match open {
        Some(true) => "reopened",
        Some(false) => "closed",
        None => "resized",
    };
    match capacity::change(&reader.state.app, reader.actor(), slot, wanted).await {
        Ok(view) => Ok(back_to(done, &view)),
        refused => answered(done, refused),
    }
}
