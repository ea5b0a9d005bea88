//! Moving a booking and changing who comes: the forms, and what is shown beside them.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, post};

use super::{Draft, draw, path_of, refuse};
use crate::app::Error;
use crate::app::access::Subject;
use crate::app::booking::{self, BookingView, change};
use crate::app::local_time::zone_of;
use crate::app::slot::{self, SlotQuery, SlotView};
use crate::domain::booking::{ATTENDEES_MAX, AttendeeInput, Booking, Part};
use crate::domain::display;
use crate::domain::slot::SlotStatus;
use crate::web::Problem;
use crate::web::pages::form::{Choice, Control, Field};
use crate::web::pages::reader::{Reader, see_other};
use crate::web::pages::slot::{AttendeeRow, attendee_input, attendee_row, blame};
use crate::web::pages::typed::Typed;
use crate::web::request::id;

/// Most other times to choose from.
const TIMES: i64 = 50;
/// Empty rows for people who come in addition.
const MORE_ROWS: usize = 2;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(reschedule).service(attendees);
}

fn subject(reader: &Reader, sent: &Typed) -> Subject {
    Subject {
        actor: reader.actor().clone(),
        manage_key: sent.some("key"),
    }
}

#[post("/bookings/{id}/reschedule")]
async fn reschedule(
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let booking = id(&path, "booking")?;
    let sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (subject, key) = (subject(&reader, &sent), sent.one("key"));
    let to = id(sent.one("slot_id"), "slot")?;
    match change::reschedule(&reader.state.app, &subject, booking, to).await {
        Ok(_) => Ok(see_other(&format!("{}&done=moved", path_of(booking, key)))),
        Err(Error::Conflict(conflict)) => refuse(&reader, booking, key, &subject, conflict).await,
        Err(other) => Err(other.into()),
    }
}

#[post("/bookings/{id}/attendees")]
async fn attendees(
    request: HttpRequest,
    reader: Reader,
    path: Path<String>,
    form: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Problem> {
    let booking = id(&path, "booking")?;
    let mut sent = Typed::new(form.into_inner());
    reader.check_form(sent.one("csrf"))?;
    let (subject, key) = (subject(&reader, &sent), sent.one("key").to_owned());
    let people: Vec<AttendeeInput> = attendee_input(&sent);
    let (app, limits) = (&reader.state.app, &reader.state.limits);
    let letters = people.len().min(ATTENDEES_MAX);
    limits.letters(&request, reader.actor(), letters, app.now())?;
    match change::set_attendees(app, &subject, booking, people).await {
        Ok(_) => Ok(see_other(&format!(
            "{}&done=people",
            path_of(booking, &key)
        ))),
        Err(Error::Invalid(invalid)) => {
            let view = booking::get(app, &subject, booking).await?;
            blame(&mut sent, invalid);
            let draft = Draft {
                fault: sent.said_of(&reader.l, "attendees"),
                people: Some(sent),
                ..Draft::default()
            };
            draw(&reader, StatusCode::UNPROCESSABLE_ENTITY, view, &key, draft).await
        }
        Err(Error::Conflict(conflict)) => refuse(&reader, booking, &key, &subject, conflict).await,
        Err(other) => Err(other.into()),
    }
}

/// The times that a booking may be moved to; none where there are none.
pub(super) async fn moving(reader: &Reader, view: &BookingView) -> Result<Option<Field>, Problem> {
    let app = &reader.state.app;
    let query = SlotQuery {
        offer: Some(view.slot.offer.id),
        from: Some(app.now()),
        status: Some(SlotStatus::Open),
        limit: TIMES,
        ..SlotQuery::default()
    };
    let found = slot::list(app, reader.actor(), query).await?.slots;
    let fits = |slot: &&SlotView| {
        slot.slot.id != view.slot.slot.id
            && slot.refusal.is_none()
            && slot.slot.seats_left() >= view.booking.seats
    };
    let mut choices = Vec::new();
    for slot in found.iter().filter(fits) {
        let zone = zone_of(&app.zones, &view.city.zone)?;
        let there = display::weekday_date_time(reader.locale(), zone.at(slot.slot.starts_at));
        choices.push(Choice {
            value: slot.slot.id.to_string(),
            label: there,
            detail: String::new(),
            chosen: false,
        });
    }
    if choices.is_empty() {
        return Ok(None);
    }
    Ok(Some(Field::choosing(
        &reader.l,
        "slot_id",
        Control::Select,
        choices,
    )))
}

/// The rows for who comes: as they are or as they were typed, and some to add people.
pub(super) fn people(
    reader: &Reader,
    view: &BookingView,
    typed: Option<&Typed>,
) -> Vec<AttendeeRow> {
    let l = &reader.l;
    let known = view
        .attendees
        .iter()
        .filter(|person| person.part == Part::Guest);
    let as_they_are = || {
        let pairs = known.clone().flat_map(|person| {
            [
                ("attendee_name".to_owned(), person.name.clone()),
                ("attendee_email".to_owned(), person.email.clone()),
            ]
        });
        Typed::new(pairs.collect())
    };
    let owned = typed.is_none().then(as_they_are);
    let Some(typed) = typed.or(owned.as_ref()) else {
        return Vec::new();
    };
    let rows = typed.all("attendee_email").len();
    let rows = if owned.is_some() {
        rows + MORE_ROWS
    } else {
        rows
    };
    (0..rows.min(ATTENDEES_MAX + MORE_ROWS))
        .map(|row| attendee_row(l, typed, row))
        .collect()
}

/// Until when an answer is due, in words.
pub(super) fn respond_by(reader: &Reader, view: &BookingView) -> Result<String, Problem> {
    let Some(by) = view.booking.respond_by else {
        return Ok(String::new());
    };
    let zone = zone_of(&reader.state.app.zones, &view.city.zone)?;
    let when = display::weekday_date_time(reader.locale(), zone.at(by));
    Ok(reader.l.with("booking-respond-by", "when", &when))
}

/// Which of two sides have approved, in words.
pub(super) fn approvals(reader: &Reader, view: &BookingView) -> Vec<String> {
    use crate::domain::policy::Approval;
    if view.slot.offer.policy.approval != Approval::Both || view.booking.respond_by.is_none() {
        return Vec::new();
    }
    let sides = [
        (view.booking.host_approved, "booking-approved-by-host"),
        (view.booking.guest_approved, "booking-approved-by-guests"),
    ];
    let said = sides.into_iter().filter(|(approved, _)| *approved);
    said.map(|(_, key)| reader.l.text(key)).collect()
}

/// What the guests said beside who they are.
pub(in crate::web::pages) fn wishes(reader: &Reader, booking: &Booking) -> Vec<(String, String)> {
    let (l, wishes) = (&reader.l, &booking.wishes);
    let mut told = Vec::new();
    if booking.group_size != booking.seats {
        told.push((l.text("booking-group"), booking.group_size.to_string()));
    }
    if let Some(tag) = &wishes.language {
        told.push((l.text("booking-language"), l.language(tag)));
    }
    if wishes.interpreter {
        told.push((l.text("booking-interpreter"), l.text("book-yes")));
    }
    if !wishes.accessibility.is_empty() {
        told.push((
            l.text("booking-accessibility"),
            wishes.accessibility.clone(),
        ));
    }
    let answers = wishes.answers.iter().map(|answer| {
        let words = match answer.answer.as_str() {
            "yes" => l.text("book-yes"),
            "no" => l.text("book-no"),
            other => other.to_owned(),
        };
        (answer.text.clone(), words)
    });
    told.extend(answers);
    told
}
