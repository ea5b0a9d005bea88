//! `/console/offers/{id}/rooms`: where an offer's visits take place, all of them or single times.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpResponse, get, post};
use askama::Template;

use super::form::{Control, Field, faults};
use super::parts::Frame;
use super::reader::{Reader, see_other};
use super::typed::Typed;
use crate::app::offer::{self, OfferView};
use crate::app::room::{self, SlotMeeting};
use crate::app::{Error, local_time, slot};
use crate::domain::display;
use crate::domain::id::{OfferId, SlotId};
use crate::domain::input::{Invalid, URL_MAX};
use crate::domain::locale::Localizer;
use crate::web::Problem;
use crate::web::request::id;

/// Times to come that the page shows.
const SLOTS_MAX: i64 = 50;

/// Where an offer's visits take place.
#[derive(Template)]
#[template(path = "pages/rooms.html")]
pub struct RoomsPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// The offer's title.
    pub title: String,
    /// The host's name.
    pub host: String,
    /// The console with this host.
    pub back: String,
    /// Where the offer's form posts.
    pub action: String,
    /// The offer's address.
    pub offer: Field,
    /// The installation makes rooms where no address is given.
    pub rooms_are_made: bool,
    /// The times to come.
    pub slots: Vec<SlotRoom>,
}

/// A time to come and where it takes place.
pub struct SlotRoom {
    /// The time on the host city's clock, in words.
    pub when: String,
    /// The same for machines.
    pub datetime: String,
    /// Where its form posts.
    pub action: String,
    /// Where it takes place, where that is known and not what the offer says.
    pub address: Option<String>,
    /// The address of its own.
    pub field: Field,
}

impl RoomsPage {
    /// The fields that were wrong, in the page's order.
    pub fn faults(&self) -> Vec<&Field> {
        let slots = self.slots.iter().map(|slot| &slot.field);
        faults(std::iter::once(&self.offer).chain(slots))
    }
}

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(show).service(save_offer).service(save_slot);
}

/// The field for an address.
pub(super) fn field(l: &Localizer, value: Option<&str>) -> Field {
    Field::new(l, "meeting_url", Control::Input("url"))
        .hint(l.text("hint-meeting-url"))
        .at_most(URL_MAX as u32)
        .optional()
        .value(value.unwrap_or_default())
}

/// A form that came back: of which slot, or of the offer; what was typed, what is wrong.
struct Sent {
    slot: Option<SlotId>,
    typed: String,
    invalid: Invalid,
}

#[get("/console/offers/{id}/rooms")]
async fn show(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    if reader.actor().person().is_none() {
        return Ok(see_other("/sign-in"));
    }
    let view = managed(&reader, id(&path, "offer")?).await?;
    draw(&reader, &view, None).await
}

/// The offer, for who manages its host; to others it is no page.
async fn managed(reader: &Reader, offer: OfferId) -> Result<OfferView, Problem> {
    let view = offer::get(&reader.state.app, reader.actor(), offer).await?;
    match reader.actor().manages(&view.host) {
        true => Ok(view),
        false => Err(Problem::not_found("page")),
    }
}

#[post("/console/offers/{id}/rooms")]
async fn save_offer(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let view = managed(&reader, id(&path, "offer")?).await?;
    let (app, to) = (&reader.state.app, sent.some("meeting_url"));
    let saved = room::set_of_offer(app, reader.actor(), view.offer.id, to).await;
    settle(&reader, &view, None, &sent, saved).await
}

#[post("/console/slots/{id}/room")]
async fn save_slot(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (app, slot) = (&reader.state.app, id(&path, "slot")?);
    let (found, _) = slot::get(app, reader.actor(), slot, None).await?;
    let view = managed(&reader, found.offer.id).await?;
    let saved = room::set_of_slot(app, reader.actor(), slot, sent.some("meeting_url")).await;
    settle(&reader, &view, Some(slot), &sent, saved).await
}

/// The page after a form was sent: what was entered is there, or the form with its fault.
async fn settle<T>(
    reader: &Reader,
    view: &OfferView,
    slot: Option<SlotId>,
    sent: &Typed,
    saved: Result<T, Error>,
) -> Result<HttpResponse, Problem> {
    match saved {
        Ok(_) => {
            let back = format!("/console/offers/{}/rooms?done=room-saved", view.offer.id);
            Ok(see_other(&back))
        }
        Err(Error::Invalid(invalid)) => {
            let typed = sent.one("meeting_url").to_owned();
            let sent = Sent {
                slot,
                typed,
                invalid,
            };
            draw(reader, view, Some(sent)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    reader: &Reader,
    view: &OfferView,
    sent: Option<Sent>,
) -> Result<HttpResponse, Problem> {
    let (app, l) = (&reader.state.app, &reader.l);
    let coming = room::coming(app, reader.actor(), view.offer.id, SLOTS_MAX).await?;
    let with_fault = |of: Option<SlotId>, field: Field| match &sent {
        Some(sent) if sent.slot == of => {
            let fault = sent.invalid.0.first();
            let words = fault.map(|fault| super::show::fault(l, &fault.code, &fault.detail));
            field.value(&sent.typed).error(words)
        }
        _ => field,
    };
    let row = |coming: &SlotMeeting| row(reader, view, coming, with_fault);
    let page = RoomsPage {
        l: *l,
        frame: reader.frame(l.text("rooms-title")),
        title: view.offer.title.clone(),
        host: view.host.name.clone(),
        back: format!("/console?host={}", view.host.id),
        action: format!("/console/offers/{}/rooms", view.offer.id),
        offer: with_fault(None, field(l, view.offer.meeting_url.as_deref())),
        rooms_are_made: app.rooms.is_some(),
        slots: coming.iter().map(row).collect::<Result<_, _>>()?,
    };
    let status = match sent {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    reader.page(status, &page)
}

fn row(
    reader: &Reader,
    view: &OfferView,
    coming: &SlotMeeting,
    with_fault: impl Fn(Option<SlotId>, Field) -> Field,
) -> Result<SlotRoom, Problem> {
    let (slot, meeting) = (&coming.slot, &coming.meeting);
    let zone = local_time::zone_of(&reader.state.app.zones, &view.city.zone)?;
    let at = zone.at(slot.starts_at);
    let given = meeting.given.as_deref();
    let field = field(&reader.l, given)
        .hint(String::new())
        .within(&slot.id.to_string());
    Ok(SlotRoom {
        when: display::weekday_date_time(reader.locale(), at),
        datetime: at.to_rfc3339(),
        action: format!("/console/slots/{}/room", slot.id),
        address: meeting
            .address
            .clone()
            .filter(|address| Some(address) != view.offer.meeting_url.as_ref()),
        field: with_fault(Some(slot.id), field),
    })
}
