//! `/slots/{id}`: one slot, and the booking of it. The form's fields are in [`form`].

mod again;
mod form;
mod waiting;

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get, post};
use askama::Template;

use super::parts::{Frame, SideTime, name_of};
use super::reader::{Reader, see_other};
use super::show;
use super::typed::Typed;
use crate::app::idempotency::IdempotencyKey;
use crate::app::slot::{SlotQuery, SlotView};
use crate::app::{Conflict, Error, booking, hold, partnership, slot};
use crate::domain::booking::BookingInput;
use crate::domain::host::Track;
use crate::domain::id::{PartnershipId, SlotId};
use crate::domain::locale::Localizer;
use crate::domain::partnership::Partnership;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;
use crate::web::request::id;

use form::FormState;
pub use form::{AttendeeRow, BookingForm};
pub(super) use form::{attendee_input, attendee_row, blame};
pub use waiting::{WaitForm, WaitPage, WaitingPage};

/// A slot's page.
#[derive(Template)]
#[template(path = "pages/slot.html")]
pub struct SlotPage {
    /// Words.
    pub l: Localizer,
    /// Around the page.
    pub frame: Frame,
    /// UUID.
    pub id: String,
    /// The offer's title.
    pub title: String,
    /// What awaits the visitors, in paragraphs.
    pub description: Vec<String>,
    /// Who receives them.
    pub host: String,
    /// The host's city.
    pub host_city: String,
    /// Link to that city's page.
    pub host_city_href: String,
    /// The host's track.
    pub track: Track,
    /// What it is about.
    pub topics: Vec<String>,
    /// Languages by name, joined for reading.
    pub languages: String,
    /// Such as `60 minutes`.
    pub duration: String,
    /// The time in each city's own clock, the host's city first.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
    /// Seats altogether.
    pub capacity: i64,
    /// Where it stands.
    pub status: SlotStatus,
    /// Closed because it has begun.
    pub started: bool,
    /// Why the offer's rules do not let it be booked now, in words.
    pub refusal: Option<String>,
    /// Where the visitor came from, for the way back: the partnership's name and link.
    pub back: Option<(String, String)>,
    /// Other open times of the same offer: words for both times, and the link.
    pub others: Vec<OtherTime>,
    /// Present while the slot is open.
    pub form: Option<BookingForm>,
    /// Words for seats that change.
    pub seat_words: Vec<String>,
    /// The last seats are being booked just now.
    pub being_booked: bool,
    /// The form for joining the waiting list, where there is one.
    pub wait: Option<WaitForm>,
}

/// Another time at which the same can be visited.
pub struct OtherTime {
    /// Link to the slot.
    pub href: String,
    /// The time in each city's own clock.
    pub sides: Vec<SideTime>,
    /// Seats left.
    pub seats_left: i64,
}

/// Other times of the same offer that are shown beside one that cannot be booked.
const OTHERS: i64 = 5;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(slot_page)
        .service(book)
        .configure(waiting::routes);
}

#[get("/slots/{id}")]
async fn slot_page(reader: Reader, path: Path<String>) -> Result<HttpResponse, Problem> {
    let via = reader.param("partnership").and_then(|id| id.parse().ok());
    // Seats that are kept for a party of the waiting list, whose page leads here.
    let form = match reader.param("hold") {
        Some(token) => FormState {
            typed: Typed::new(vec![("hold_token".to_owned(), token.to_owned())]),
            ..FormState::default()
        },
        None => FormState {
            typed: again::typed(&reader).await.unwrap_or_default(),
            ..FormState::default()
        },
    };
    draw(&reader, id(&path, "slot")?, via, StatusCode::OK, form).await
}

#[post("/slots/{id}/bookings")]
async fn book(
    request: HttpRequest,
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let slot = id(&path, "slot")?;
    let mut typed = Typed::new(form.into_inner());
    reader.check_form(typed.one("csrf"))?;
    let via = typed.one("partnership").parse().ok();
    let (app, actor) = (&reader.state.app, reader.actor());
    let scope = format!("booking {slot} {}", actor.label());
    // A form without its hidden key, or with one that was tampered with, books all the same.
    let key = IdempotencyKey::new(&scope, typed.one("idempotency_key"), &typed.body()).ok();
    let input = form::input(&typed);
    let letters = 1 + input.attendees.len();
    reader
        .state
        .limits
        .letters(&request, actor, letters, app.now())?;
    let mut made = booking::create(app, actor, slot, input.clone(), key.clone()).await;
    if matches!(made, Err(Error::Conflict(Conflict::HoldExpired))) {
        // Who took long over the form may still be in time.
        let input = BookingInput {
            hold_token: None,
            ..input
        };
        made = booking::create(app, actor, slot, input, key).await;
    }
    let (status, fault) = match made {
        Ok(made) => {
            let key = app.link_key.manage_key(made.booking.id);
            return Ok(see_other(&format!(
                "/bookings/{}?key={key}&new=1",
                made.booking.id
            )));
        }
        Err(Error::Invalid(invalid)) => {
            form::blame(&mut typed, invalid);
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Err(Error::Conflict(conflict)) => {
            let problem = Problem::from(Error::Conflict(conflict));
            let words = show::fault(&reader.l, &problem.code, &problem.detail);
            (StatusCode::CONFLICT, Some(words))
        }
        // The form was changed after it had been sent: what is in it now is another request.
        Err(Error::IdempotencyKeyReused) => (
            StatusCode::CONFLICT,
            Some(reader.l.text("fault-sent-before")),
        ),
        Err(other) => return Err(other.into()),
    };
    let form = FormState {
        typed,
        fault,
        most: None,
    };
    draw(&reader, slot, via, status, form).await
}

/// Draws the page of a slot as it is now, with what was typed and what was wrong with it.
async fn draw(
    reader: &Reader,
    id: SlotId,
    via: Option<PartnershipId>,
    status: StatusCode,
    mut form: FormState,
) -> Result<HttpResponse, Problem> {
    let (app, actor, l) = (&reader.state.app, reader.actor(), reader.l);
    let (view, live) = slot::get(app, actor, id, via).await?;
    let via = match via {
        Some(id) => partnership::get(app, actor, id).await.ok(),
        None => None,
    };
    let via = via.filter(|partnership| partnership.includes(view.host.city_id));
    let started = view.slot.starts_at <= app.now();
    let state = match view.status() {
        SlotStatus::Open | SlotStatus::Full if started => SlotStatus::Closed,
        status => status,
    };
    let token = form.typed.one("hold_token").to_owned();
    form.most = match token.is_empty() {
        true => None,
        false => hold::kept(app, &token, id).await?,
    };
    // To whom seats are kept, the slot is open.
    let state = match state {
        SlotStatus::Full | SlotStatus::Closed if form.most.is_some() && !started => {
            SlotStatus::Open
        }
        state => state,
    };
    let waits = state == SlotStatus::Full && view.offer.policy.waiting_list;
    let wait = match waits {
        true => Some(waiting::draw(reader, &view).await?),
        false => None,
    };
    let form = match state {
        SlotStatus::Open => {
            let cities = booking::guest_cities(app, actor, &view).await?;
            Some(form::draw(reader, &view, &cities, via.as_ref(), form))
        }
        _ => None,
    };
    let host_city = view.local.first().map(|local| &local.city);
    let paragraphs = view.offer.description.split("\n\n").map(str::to_owned);
    let page = SlotPage {
        l,
        frame: Frame {
            live: show::live([live]),
            description: view.offer.description.chars().take(160).collect(),
            ..reader.frame(view.offer.title.clone())
        },
        id: id.to_string(),
        title: view.offer.title.clone(),
        description: paragraphs.filter(|text| !text.is_empty()).collect(),
        host: view.host.name.clone(),
        host_city: host_city
            .map(|city| reader.city_name(city))
            .unwrap_or_default(),
        host_city_href: host_city
            .map(|city| format!("/cities/{}", city.slug))
            .unwrap_or_default(),
        track: view.host.track,
        topics: view.offer.topics.clone(),
        languages: show::languages(reader, &view.offer.languages),
        duration: l.count("minutes", view.slot.duration_minutes.into()),
        sides: show::sides(reader, &view),
        seats_left: view.slot.seats_left().into(),
        capacity: view.slot.capacity.into(),
        status: state,
        started,
        refusal: view.refusal.map(|why| name_of(&l, "closed", why.as_str())),
        back: via.as_ref().map(|partnership| back(reader, partnership)),
        others: others(reader, &view, via.as_ref()).await?,
        form,
        seat_words: show::words_for(reader, [&view]),
        being_booked: view.slot.seats_held > 0 && view.slot.waiting == 0,
        wait,
    };
    reader.page(status, &page)
}

fn back(reader: &Reader, partnership: &Partnership) -> (String, String) {
    let names: Vec<String> = partnership
        .cities
        .iter()
        .map(|c| reader.city_name(c))
        .collect();
    (
        names.join(" – "),
        format!("/partnerships/{}#week", partnership.id),
    )
}

async fn others(
    reader: &Reader,
    view: &SlotView,
    via: Option<&Partnership>,
) -> Result<Vec<OtherTime>, Problem> {
    let app = &reader.state.app;
    let query = SlotQuery {
        partnership: via.map(|partnership| partnership.id),
        offer: Some(view.offer.id),
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: OTHERS + 1,
        ..SlotQuery::default()
    };
    let found = slot::list(app, reader.actor(), query).await?.slots;
    let other = |slot: SlotView| {
        let card = show::card(reader, &slot, via.map(|partnership| partnership.id));
        OtherTime {
            href: card.href,
            sides: card.sides,
            seats_left: card.seats_left,
        }
    };
    let besides = found
        .into_iter()
        .filter(|slot| slot.slot.id != view.slot.id);
    Ok(besides.take(OTHERS as usize).map(other).collect())
}
